/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HR_TYPE_COLOUR_DOT (hr_colour_dot_get_type ())
G_DECLARE_FINAL_TYPE (HrColourDot, hr_colour_dot, HR, COLOUR_DOT, GtkWidget)

GtkWidget *hr_colour_dot_new (void) G_GNUC_WARN_UNUSED_RESULT;
void hr_colour_dot_set_colour (HrColourDot *self, const char *colour);

G_END_DECLS
