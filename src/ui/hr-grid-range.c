/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-grid-range.h"

static guint
less (guint value, guint by)
{
  return value > by ? value - by : 0;
}

/**
 * hr_grid_place_clamp:
 * @place: a place that may lie outside
 * @size: of a grid with at least one cell
 *
 * Finds the nearest place that is there.
 */
HrGridPlace
hr_grid_place_clamp (HrGridPlace place, const HrGridSize *size)
{
  return (HrGridPlace) { MIN (place.row, less (size->n_rows, 1)),
                         MIN (place.column, less (size->n_columns, 1)) };
}

/**
 * hr_grid_place_move:
 * @from: where the cursor is
 * @move: which way
 * @size: of a grid with at least one cell
 *
 * Finds where the cursor goes; it stops at the edges.
 */
HrGridPlace
hr_grid_place_move (HrGridPlace from, HrGridMove move, const HrGridSize *size)
{
  HrGridPlace to = from;
  guint page = MAX (size->page, 1);

  switch (move)
    {
    case HR_GRID_MOVE_BEFORE:
      to.column = less (to.column, 1);
      break;
    case HR_GRID_MOVE_AFTER:
      to.column += 1;
      break;
    case HR_GRID_MOVE_UP:
      to.row = less (to.row, 1);
      break;
    case HR_GRID_MOVE_DOWN:
      to.row += 1;
      break;
    case HR_GRID_MOVE_PAGE_UP:
      to.row = less (to.row, page);
      break;
    case HR_GRID_MOVE_PAGE_DOWN:
      to.row = to.row > G_MAXUINT - page ? G_MAXUINT : to.row + page;
      break;
    case HR_GRID_MOVE_ROW_START:
      to.column = 0;
      break;
    case HR_GRID_MOVE_ROW_END:
      to.column = G_MAXUINT;
      break;
    case HR_GRID_MOVE_TOP:
      to.row = 0;
      break;
    case HR_GRID_MOVE_BOTTOM:
      to.row = G_MAXUINT;
      break;
    case HR_GRID_MOVE_FIRST:
      to = (HrGridPlace) { 0, 0 };
      break;
    case HR_GRID_MOVE_LAST:
      to = (HrGridPlace) { G_MAXUINT, G_MAXUINT };
      break;
    default:
      g_return_val_if_reached (from);
    }
  return hr_grid_place_clamp (to, size);
}

/* The smallest rectangle that holds two cells. */
HrGridRange
hr_grid_range_between (HrGridPlace a, HrGridPlace b)
{
  return (HrGridRange) {
    .row = MIN (a.row, b.row),
    .column = MIN (a.column, b.column),
    .n_rows = (a.row > b.row ? a.row - b.row : b.row - a.row) + 1,
    .n_columns = (a.column > b.column ? a.column - b.column : b.column - a.column) + 1,
  };
}

gboolean
hr_grid_range_contains (const HrGridRange *range, guint row, guint column)
{
  return row >= range->row && row - range->row < range->n_rows &&
         column >= range->column && column - range->column < range->n_columns;
}

guint64
hr_grid_range_get_n_cells (const HrGridRange *range)
{
  return (guint64) range->n_rows * range->n_columns;
}
