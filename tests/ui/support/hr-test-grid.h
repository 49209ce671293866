/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-grid-title.h"
#include "hr-grid.h"
#include "hr-test-ui.h"

G_BEGIN_DECLS

#define HR_TEST_GRID_ROWS 1000
#define HR_TEST_GRID_COLUMNS 6

/**
 * HrTestGrid:
 *
 * A window with a grid between two buttons. A cell shows its place; every seventh is
 * missing.
 */
typedef struct
{
  HrTestUi ui; /* without a window of the program */
  GtkWindow *window;
  HrGrid *grid;
  GtkWidget *before;
  GtkWidget *after;
  GtkStringList *rows; /* (owned) */
  guint asked;         /* how many cells */
  guint sorted;
} HrTestGrid;

void hr_test_grid_set_up (HrTestGrid *self, gconstpointer mirrored);
void hr_test_grid_tear_down (HrTestGrid *self, gconstpointer mirrored);
#define hr_test_grid_add(path, mirrored, test)                                           \
  g_test_add (path, HrTestGrid, mirrored, hr_test_grid_set_up, test,                     \
              hr_test_grid_tear_down)

void hr_test_grid_keys (HrTestGrid *self, const char *keys);
void hr_test_grid_focus (HrTestGrid *self);
void hr_test_grid_assert_cursor (HrTestGrid *self, guint row, guint column);
void hr_test_grid_assert_selection (
    HrTestGrid *self, guint row, guint column, guint n_rows, guint n_columns);
GdkRectangle hr_test_grid_get_area (HrTestGrid *self, guint row, guint column);
HrGridTitle *hr_test_grid_find_title (HrTestGrid *self, guint i);

G_END_DECLS
