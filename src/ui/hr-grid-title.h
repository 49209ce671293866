/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-grid-column.h"

G_BEGIN_DECLS

/**
 * HrGridTitle:
 *
 * The title of a column in the header of a #HrGrid, with the arrow of the order.
 */
#define HR_TYPE_GRID_TITLE (hr_grid_title_get_type ())
G_DECLARE_FINAL_TYPE (HrGridTitle, hr_grid_title, HR, GRID_TITLE, GtkWidget)

GtkWidget *hr_grid_title_new (HrGridColumn *column) G_GNUC_WARN_UNUSED_RESULT;
void hr_grid_title_show_order (HrGridTitle *self, gboolean sorted, gboolean descending);
int hr_grid_title_measure (HrGridTitle *self);

G_END_DECLS
