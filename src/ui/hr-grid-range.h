/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Where the cursor of a grid goes, and what is selected: numbers only. */

typedef struct
{
  guint row;
  guint column;
} HrGridPlace;

typedef struct
{
  guint row;
  guint column;
  guint n_rows;
  guint n_columns;
} HrGridRange;

/**
 * HrGridSize:
 * @n_rows: how many rows there are
 * @n_columns: how many columns
 * @page: how many rows are in view
 *
 * The grid that the cursor moves in.
 */
typedef struct
{
  guint n_rows;
  guint n_columns;
  guint page;
} HrGridSize;

typedef enum
{
  HR_GRID_MOVE_BEFORE,
  HR_GRID_MOVE_AFTER,
  HR_GRID_MOVE_UP,
  HR_GRID_MOVE_DOWN,
  HR_GRID_MOVE_PAGE_UP,
  HR_GRID_MOVE_PAGE_DOWN,
  HR_GRID_MOVE_ROW_START,
  HR_GRID_MOVE_ROW_END,
  HR_GRID_MOVE_TOP,
  HR_GRID_MOVE_BOTTOM,
  HR_GRID_MOVE_FIRST,
  HR_GRID_MOVE_LAST,
} HrGridMove;

HrGridPlace
hr_grid_place_move (HrGridPlace from, HrGridMove move, const HrGridSize *size);
HrGridPlace hr_grid_place_clamp (HrGridPlace place, const HrGridSize *size);

HrGridRange hr_grid_range_between (HrGridPlace a, HrGridPlace b);
gboolean hr_grid_range_contains (const HrGridRange *range, guint row, guint column);
guint64 hr_grid_range_get_n_cells (const HrGridRange *range);

G_END_DECLS
