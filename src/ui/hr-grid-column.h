/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * HrGridCell:
 * @text: (owned) (nullable): what it shows
 * @is_missing: it holds nothing: the text only says so, dimly, and is not copied
 * @has_dot: a dot of @dot stands before the text, and a chip lies around both
 * @dot: the colour of the dot
 * @mark: (nullable): a word about the row, in a chip at the end of the cell, with a dot
 * @mark_sign: a sign that stands for it where the word has no room
 * @mark_colour: the colour of that dot
 * @number: what the rows are sorted by, of a computed figure
 * @bar: how long a bar behind the text is, from 0 to 1 of the cell
 *
 * What a cell shows, asked for when it comes into view.
 */
typedef struct
{
  char *text;
  gboolean is_missing;
  gboolean has_dot;
  GdkRGBA dot;
  const char *mark;
  const char *mark_sign;
  GdkRGBA mark_colour;
  double number;
  double bar;
} HrGridCell;

void hr_grid_cell_clear (HrGridCell *cell);
gboolean hr_grid_cell_equal (const HrGridCell *a, const HrGridCell *b);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HrGridCell, hr_grid_cell_clear)

/**
 * HrGridColumn:
 *
 * One column of a #HrGrid: its title, its width, and what its cells show.
 *
 * No cell is an object: the column fills in a #HrGridCell for a row that comes into view.
 */
#define HR_TYPE_GRID_COLUMN (hr_grid_column_get_type ())
G_DECLARE_FINAL_TYPE (HrGridColumn, hr_grid_column, HR, GRID_COLUMN, GObject)

/**
 * HrGridCellFunc:
 * @column: a column
 * @row: a row of the grid's model
 * @cell: (out caller-allocates): what to fill in, all zero
 *
 * Says what a cell shows.
 */
typedef void (*HrGridCellFunc) (HrGridColumn *column,
                                guint row,
                                HrGridCell *cell,
                                gpointer user_data);

HrGridColumn *hr_grid_column_new (const char *id,
                                  const char *title,
                                  HrGridCellFunc func,
                                  gpointer user_data) G_GNUC_WARN_UNUSED_RESULT;

const char *hr_grid_column_get_id (HrGridColumn *self);
const char *hr_grid_column_get_title (HrGridColumn *self);
void hr_grid_column_get_cell (HrGridColumn *self, guint row, HrGridCell *cell);

int hr_grid_column_get_chars (HrGridColumn *self);
void hr_grid_column_set_chars (HrGridColumn *self, int chars);
int hr_grid_column_get_width (HrGridColumn *self);
void hr_grid_column_set_width (HrGridColumn *self, int width);
gboolean hr_grid_column_get_numeric (HrGridColumn *self);
void hr_grid_column_set_numeric (HrGridColumn *self, gboolean numeric);
gboolean hr_grid_column_get_visible (HrGridColumn *self);
void hr_grid_column_set_visible (HrGridColumn *self, gboolean visible);
gboolean hr_grid_column_get_expand (HrGridColumn *self);
void hr_grid_column_set_expand (HrGridColumn *self, gboolean expand);

G_END_DECLS
