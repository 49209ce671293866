/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "hr-grid-column.h"
#include "hr-grid-range.h"
#include "hr-grid-store.h"

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
HrGridColumn *hr_grid_get_column (HrGrid *self, guint place);
gboolean hr_grid_get_column_place (HrGrid *self, const char *id, guint *place);
void hr_grid_refresh (HrGrid *self);

/**
 * HrGridSection:
 * @title: (owned): what the rows have in common
 * @detail: (owned) (nullable): what else is told of them, dimly
 * @figure: (owned) (nullable): their number
 * @share: their share of the whole, as a bar
 *
 * What the header above the rows of a section shows.
 */
typedef struct
{
  char *title;
  char *detail;
  char *figure;
  double share;
} HrGridSection;

/**
 * HrGridSectionFunc:
 * @grid: a grid whose model is a #GtkSectionModel
 * @row: the first row of a section
 * @section: (out caller-allocates): what to fill in, all zero
 *
 * Says what the header of a section shows.
 */
typedef void (*HrGridSectionFunc) (HrGrid *grid,
                                   guint row,
                                   HrGridSection *section,
                                   gpointer user_data);
void hr_grid_set_section_func (HrGrid *self, HrGridSectionFunc func, gpointer user_data);
void hr_grid_section_clear (HrGridSection *section);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HrGridSection, hr_grid_section_clear)

void hr_grid_set_store (HrGrid *self, HrGridStore *store);
void hr_grid_set_row_menu (HrGrid *self, GMenuModel *menu);
void hr_grid_start_editing (HrGrid *self);
gboolean hr_grid_is_editing (HrGrid *self);
gboolean hr_grid_find (HrGrid *self, const char *text, gboolean forward, gboolean stay);

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
void hr_grid_remember (HrGrid *grid, GSettings *settings, const char *key);

G_END_DECLS
