/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-grid-private.h"

static HrGridSize
get_size (HrGrid *self)
{
  return (HrGridSize) { .n_rows = hr_grid_get_n_rows (self),
                        .n_columns = self->slots->len };
}

/**
 * hr_grid_get_cursor:
 * @self: a grid
 * @cursor: (out) (optional): the cell
 *
 * Finds the cell that the keyboard is in.
 *
 * Returns: %FALSE if there is none
 */
gboolean
hr_grid_get_cursor (HrGrid *self, HrGridPlace *cursor)
{
  if (cursor != NULL)
    *cursor = self->cursor;
  return self->has_cursor;
}

/**
 * hr_grid_get_selection:
 * @self: a grid
 * @range: (out): the cells
 *
 * Finds what is selected: at least the cell of the cursor.
 *
 * Returns: %FALSE if there is no cursor
 */
gboolean
hr_grid_get_selection (HrGrid *self, HrGridRange *range)
{
  *range = hr_grid_range_between (self->anchor, self->cursor);
  return self->has_cursor;
}

void
hr_grid_set_cursor (HrGrid *self, HrGridPlace cursor)
{
  hr_grid_select (self, cursor, cursor);
}

/**
 * hr_grid_select:
 * @self: a grid
 * @from: a corner of what is selected
 * @cursor: the opposite corner
 *
 * Selects a rectangle of cells. Places outside are taken to the nearest cell; in a grid
 * without cells nothing is selected.
 */
void
hr_grid_select (HrGrid *self, HrGridPlace from, HrGridPlace cursor)
{
  HrGridSize size = get_size (self);

  g_return_if_fail (HR_IS_GRID (self));

  self->has_cursor = size.n_rows > 0 && size.n_columns > 0;
  self->anchor = hr_grid_place_clamp (from, &size);
  self->cursor = hr_grid_place_clamp (cursor, &size);
  hr_grid_body_cursor_moved (self->body);
  g_signal_emit_by_name (self, "moved");
}
