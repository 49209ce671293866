/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-grid.h"

G_BEGIN_DECLS

/**
 * HrGridBody:
 *
 * The cells of a #HrGrid, drawn. The look comes from a row that is never shown as such:
 * it is what the style sheet makes of "row > cell", painted once per row in view.
 */
#define HR_TYPE_GRID_BODY (hr_grid_body_get_type ())
G_DECLARE_FINAL_TYPE (HrGridBody, hr_grid_body, HR, GRID_BODY, GtkWidget)

GtkWidget *hr_grid_body_new (HrGrid *grid) G_GNUC_WARN_UNUSED_RESULT;
int hr_grid_body_get_row_height (HrGridBody *self);
int hr_grid_body_measure_chars (HrGridBody *self, int chars);
int hr_grid_body_measure_column (HrGridBody *self, guint column);
void hr_grid_body_forget (HrGridBody *self);
void hr_grid_body_refresh (HrGridBody *self);
void hr_grid_body_scrolled (HrGridBody *self);
void hr_grid_body_cursor_moved (HrGridBody *self);

G_END_DECLS
