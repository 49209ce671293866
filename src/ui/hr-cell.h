/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "hr-document.h"

G_BEGIN_DECLS

#define HR_TYPE_CELL (hr_cell_get_type ())
G_DECLARE_FINAL_TYPE (HrCell, hr_cell, HR, CELL, GtkWidget)

GtkWidget *hr_cell_new (HrDocument *document,
                        const char *property) G_GNUC_WARN_UNUSED_RESULT;

void hr_cell_set_item (HrCell *self, gpointer item);
void hr_cell_start_editing (HrCell *self);
HrItem *hr_cell_get_item (HrCell *self);
const char *hr_cell_get_property_name (HrCell *self);

G_END_DECLS
