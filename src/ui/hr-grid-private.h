/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-grid-body.h"
#include "hr-grid-header.h"
#include "hr-grid.h"

G_BEGIN_DECLS

typedef struct _HrGridCopy HrGridCopy;

/**
 * HrGridSlot:
 * @column: (unowned): what stands here
 * @x: where it begins, counted from the side where reading starts, unscrolled
 * @width: its width
 *
 * The place of a column.
 */
typedef struct
{
  HrGridColumn *column;
  int x;
  int width;
} HrGridSlot;

struct _HrGrid
{
  GtkWidget parent_instance;

  GListModel *model;   /* (owned) (nullable) */
  GListStore *columns; /* (owned) (element-type HrGridColumn) */
  GArray *slots;       /* (owned) (element-type HrGridSlot): as the columns */
  HrGridHeader *header;
  HrGridBody *body;

  GtkAdjustment *adjustments[2]; /* (owned) (nullable): by GtkOrientation */
  GtkScrollablePolicy policies[2];
  gboolean is_allocating;

  HrGridColumn *sort_column; /* (owned) (nullable) */
  gboolean descending;

  gboolean has_cursor;
  HrGridPlace cursor;
  HrGridPlace anchor;  /* the other corner of the selection */
  HrGridCopy *copying; /* (owned) (nullable) */
  GtkWidget *menu;     /* (owned) (nullable) */
};

/* Geometry: pixels of the grid, mirrored where reading starts at the right. */
int hr_grid_measure_columns (HrGrid *self);
void hr_grid_place_columns (HrGrid *self, int width);
int hr_grid_get_total_width (HrGrid *self);
double hr_grid_get_scrolled (HrGrid *self, GtkOrientation orientation);
int hr_grid_get_offset (HrGrid *self);
guint hr_grid_get_n_rows (HrGrid *self);
guint hr_grid_get_n_columns (HrGrid *self);
const HrGridSlot *hr_grid_get_slot (HrGrid *self, guint column);
gboolean hr_grid_is_mirrored (HrGrid *self);
int hr_grid_get_pinned (HrGrid *self);
int hr_grid_get_column_x (HrGrid *self, guint column);
gboolean hr_grid_find_column_at (HrGrid *self, double x, guint *column);
gboolean hr_grid_find_row_at (HrGrid *self, double y, guint *row);
double hr_grid_get_row_y (HrGrid *self, guint row);
void hr_grid_get_in_view (HrGrid *self, guint *first, guint *end);
void hr_grid_push_clip (HrGrid *self, GtkSnapshot *snapshot, gboolean pinned, int height);

/* Scrolling */
void hr_grid_set_adjustment (HrGrid *self,
                             GtkOrientation orientation,
                             GtkAdjustment *adjustment);
void hr_grid_clear_adjustments (HrGrid *self);
void hr_grid_configure_adjustments (HrGrid *self, int width, int height);

/* Input */
void hr_grid_init_input (HrGrid *self);
void hr_grid_toggle_sort (HrGrid *self, guint column);

/* The menu of the cells */
void hr_grid_init_menu (HrGrid *self);
void hr_grid_show_menu (HrGrid *self);

/* Clipboard */
void hr_grid_copy (HrGrid *self);
void hr_grid_copy_free (HrGridCopy *copy);

G_END_DECLS
