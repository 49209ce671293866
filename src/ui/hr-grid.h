/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "hr-grid-column.h"
#include "hr-grid-range.h"

G_BEGIN_DECLS

/**
 * HrGrid:
 *
 * A table with a cell cursor and a rectangular selection, for any number of rows.
 *
 * Its model only says how many rows there are and which have changed; what a cell shows
 * is asked of its #HrGridColumn when it comes into view. Cells are drawn, not built of
 * widgets: what has been laid out is kept while it is near, so that a row that scrolls in
 * costs one row. A cell is an object only for a screen reader.
 */
#define HR_TYPE_GRID (hr_grid_get_type ())
G_DECLARE_FINAL_TYPE (HrGrid, hr_grid, HR, GRID, GtkWidget)

GtkWidget *hr_grid_new (void) G_GNUC_WARN_UNUSED_RESULT;

GListModel *hr_grid_get_model (HrGrid *self);
void hr_grid_set_model (HrGrid *self, GListModel *model);
GListStore *hr_grid_get_columns (HrGrid *self);
void hr_grid_set_columns (HrGrid *self, GListStore *columns);
HrGridColumn *hr_grid_find_column (HrGrid *self, const char *id);
void hr_grid_refresh (HrGrid *self);

HrGridColumn *hr_grid_get_sort_column (HrGrid *self);
gboolean hr_grid_get_descending (HrGrid *self);
void hr_grid_sort_by (HrGrid *self, HrGridColumn *column, gboolean descending);

gboolean hr_grid_get_cursor (HrGrid *self, HrGridPlace *cursor);
gboolean hr_grid_get_selection (HrGrid *self, HrGridRange *range);
void hr_grid_set_cursor (HrGrid *self, HrGridPlace cursor);
void hr_grid_select (HrGrid *self, HrGridPlace from, HrGridPlace cursor);
void hr_grid_scroll_to (HrGrid *self, HrGridPlace place);

void hr_grid_get_visible (HrGrid *self, HrGridRange *range);
void hr_grid_get_area (HrGrid *self, HrGridPlace place, GdkRectangle *area);
char *hr_grid_get_text (HrGrid *self, HrGridPlace place) G_GNUC_WARN_UNUSED_RESULT;
int hr_grid_get_column_width (HrGrid *self, guint column);
void hr_grid_fit_column (HrGrid *self, guint column);

G_END_DECLS
