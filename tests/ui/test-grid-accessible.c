/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-test-grid.h"

static GtkAccessible *
get_nth (GtkAccessible *parent, guint n)
{
  GtkAccessible *child = gtk_accessible_get_first_accessible_child (parent);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkAccessible) before = g_steal_pointer (&child);

      g_assert_nonnull (before);
      child = gtk_accessible_get_next_accessible_sibling (before);
    }
  return child;
}

static void
assert_cell (GtkAccessible *cell, const char *label, const char *description)
{
  g_assert_nonnull (cell);
  gtk_test_accessible_assert_role (cell, GTK_ACCESSIBLE_ROLE_GRID_CELL);
  gtk_test_accessible_assert_property (cell, GTK_ACCESSIBLE_PROPERTY_LABEL, label);
  gtk_test_accessible_assert_property (cell, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       description);
}

/* The grid has a header and a body, the body rows, a row cells, and all know where they
 * belong. */
static void
test_accessible (HrTestGrid *self, gconstpointer user_data)
{
  GtkAccessible *grid = GTK_ACCESSIBLE (self->grid);
  g_autoptr (GtkAccessible) header = get_nth (grid, 0);
  g_autoptr (GtkAccessible) body = get_nth (grid, 1);
  g_autoptr (GtkAccessible) row = get_nth (body, 2);
  g_autoptr (GtkAccessible) cell = get_nth (row, 1);
  g_autoptr (GtkAccessible) parent = gtk_accessible_get_accessible_parent (cell);
  g_autoptr (GtkAccessible) above = gtk_accessible_get_accessible_parent (parent);
  g_autoptr (GtkAccessible) no_more = get_nth (row, HR_TEST_GRID_COLUMNS);
  HrGridRange in_view;
  int x, y, width, height;

  gtk_test_accessible_assert_role (grid, GTK_ACCESSIBLE_ROLE_GRID);
  gtk_test_accessible_assert_relation (grid, GTK_ACCESSIBLE_RELATION_ROW_COUNT,
                                       HR_TEST_GRID_ROWS);
  gtk_test_accessible_assert_relation (grid, GTK_ACCESSIBLE_RELATION_COL_COUNT,
                                       HR_TEST_GRID_COLUMNS);
  gtk_test_accessible_assert_role (header, GTK_ACCESSIBLE_ROLE_ROW);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (hr_test_grid_find_title (self, 1)),
                                   GTK_ACCESSIBLE_ROLE_COLUMN_HEADER);
  gtk_test_accessible_assert_role (row, GTK_ACCESSIBLE_ROLE_ROW);
  assert_cell (cell, "b2", "Column B, row 3");
  gtk_test_accessible_assert_relation (cell, GTK_ACCESSIBLE_RELATION_ROW_INDEX, 3);
  gtk_test_accessible_assert_relation (cell, GTK_ACCESSIBLE_RELATION_COL_INDEX, 2);
  g_assert_true (parent == row);
  g_assert_true (above == body);
  g_assert_null (no_more);
  g_assert_true (gtk_accessible_get_bounds (cell, &x, &y, &width, &height));
  g_assert_cmpint (x, ==, hr_test_grid_get_area (self, 2, 1).x);
  g_assert_cmpint (width, ==, hr_test_grid_get_area (self, 2, 1).width);

  hr_grid_get_visible (self->grid, &in_view);
  g_clear_object (&row);
  row = get_nth (body, in_view.n_rows);
  g_assert_null (row);
}

/* Where the cursor goes there is a cell that has the focus, and is selected. */
static void
test_accessible_cursor (HrTestGrid *self, gconstpointer user_data)
{
  GtkAccessible *grid = GTK_ACCESSIBLE (self->grid);
  g_autoptr (GtkAccessible) body = get_nth (grid, 1);
  g_autoptr (GtkAccessible) row = get_nth (body, 1);
  g_autoptr (GtkAccessible) cell = get_nth (row, 1);
  g_autoptr (GtkAccessible) beside = get_nth (row, 2);

  gtk_test_accessible_assert_state (cell, GTK_ACCESSIBLE_STATE_SELECTED, FALSE);
  hr_test_grid_focus (self);
  hr_test_grid_keys (self, "Down Right");
  gtk_test_accessible_assert_relation (grid, GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT,
                                       cell);
  gtk_test_accessible_assert_state (cell, GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
  g_assert_true (
      gtk_accessible_get_platform_state (cell, GTK_ACCESSIBLE_PLATFORM_STATE_FOCUSED));
  g_assert_false (
      gtk_accessible_get_platform_state (beside, GTK_ACCESSIBLE_PLATFORM_STATE_FOCUSED));
  hr_test_grid_keys (self, "Down");
  gtk_test_accessible_assert_state (cell, GTK_ACCESSIBLE_STATE_SELECTED, FALSE);
  g_assert_false (
      gtk_accessible_get_platform_state (cell, GTK_ACCESSIBLE_PLATFORM_STATE_FOCUSED));
  hr_test_grid_keys (self, "shift+Up");
  gtk_test_accessible_assert_state (cell, GTK_ACCESSIBLE_STATE_SELECTED, TRUE);

  hr_grid_refresh (self->grid); /* the same cell, which may say another thing */
  gtk_test_accessible_assert_state (cell, GTK_ACCESSIBLE_STATE_SELECTED, TRUE);

  /* of other rows it is of no use any more */
  gtk_string_list_append (self->rows, "");
  g_assert_null (gtk_accessible_get_accessible_parent (cell));
  g_assert_null (gtk_accessible_get_next_accessible_sibling (cell));
}

int
main (int argc, char **argv)
{
  hr_test_ui_init (&argc, &argv);
  hr_test_grid_add ("/ui/grid-accessible/tree", NULL, test_accessible);
  hr_test_grid_add ("/ui/grid-accessible/cursor", NULL, test_accessible_cursor);
  return g_test_run ();
}
