/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows a colour and asks for another one; "chosen" is emitted when it is given. */
#define HR_TYPE_COLOUR_BUTTON (hr_colour_button_get_type ())
G_DECLARE_FINAL_TYPE (HrColourButton, hr_colour_button, HR, COLOUR_BUTTON, GtkButton)

GtkWidget *hr_colour_button_new (void) G_GNUC_WARN_UNUSED_RESULT;
const GdkRGBA *hr_colour_button_get_rgba (HrColourButton *self);
void hr_colour_button_set_rgba (HrColourButton *self, const GdkRGBA *rgba);

G_END_DECLS
