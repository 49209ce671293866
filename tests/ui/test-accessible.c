/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What a screen reader finds, on every page: each control has a name and a role, and each
 * cell of each table its row, its column and what it shows. */
#include "hr-grid.h"
#include "hr-test-ui.h"

static const HrTestSetting WIDE = { HR_TEST_SAMPLE, 1280, 800, FALSE };
static const HrTestSetting NARROW = { HR_TEST_SAMPLE, 360, 720, FALSE };
static const HrTestSetting NEW = { HR_TEST_NEW, 1280, 800, FALSE };

static const char *const PAGES[] = { "overview", "accounts", "segments", "journeys",
                                     "personas", "health",   "capacity" };

static void
check_cell (HrGrid *grid, GtkAccessible *cell, HrGridPlace place)
{
  const char *title = hr_grid_column_get_title (hr_grid_get_column (grid, place.column));
  g_autofree char *text = hr_grid_get_text (grid, place);
  g_autofree char *where = g_strdup_printf ("%s, row %u", title, place.row + 1);
  g_autofree char *described = gtk_test_accessible_check_property (
      cell, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "\001");

  gtk_test_accessible_assert_role (cell, GTK_ACCESSIBLE_ROLE_GRID_CELL);
  gtk_test_accessible_assert_relation (cell, GTK_ACCESSIBLE_RELATION_ROW_INDEX,
                                       (int) place.row + 1);
  gtk_test_accessible_assert_relation (cell, GTK_ACCESSIBLE_RELATION_COL_INDEX,
                                       (int) place.column + 1);
  gtk_test_accessible_assert_property (cell, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       *text != '\0' ? text : "empty");
  if (*title == '\0' || !g_str_has_prefix (described, where))
    g_error ("The cell “%s” is described as “%s”, and not as “%s”", text, described,
             where);
}

static void
go_on (GtkAccessible **at)
{
  g_autoptr (GtkAccessible) before = *at;

  *at = gtk_accessible_get_next_accessible_sibling (before);
}

static void
check_row (HrGrid *grid, GtkAccessible *item, guint row)
{
  guint n_columns = g_list_model_get_n_items (G_LIST_MODEL (hr_grid_get_columns (grid)));
  g_autoptr (GtkAccessible) cell = gtk_accessible_get_first_accessible_child (item);

  gtk_test_accessible_assert_role (item, GTK_ACCESSIBLE_ROLE_ROW);
  gtk_test_accessible_assert_relation (item, GTK_ACCESSIBLE_RELATION_ROW_INDEX,
                                       (int) row + 1);
  for (guint i = 0; i < n_columns; i++, go_on (&cell))
    {
      g_assert_nonnull (cell);
      check_cell (grid, cell, (HrGridPlace) { row, i });
    }
  g_assert_null (cell);
}

/* Returns: the first row behind them */
static guint
check_rows_in_view (HrGrid *grid)
{
  g_autoptr (GtkAccessible) header =
      gtk_accessible_get_first_accessible_child (GTK_ACCESSIBLE (grid));
  g_autoptr (GtkAccessible) body = gtk_accessible_get_next_accessible_sibling (header);
  g_autoptr (GtkAccessible) item = gtk_accessible_get_first_accessible_child (body);
  HrGridRange in_view;
  guint row;

  hr_grid_get_visible (grid, &in_view);
  for (row = in_view.row; item != NULL; row++, go_on (&item))
    check_row (grid, item, row);
  return row;
}

/* Only what is in view is there for a screen reader; so all of it comes into view. */
static void
check_grid_cb (GtkWidget *widget, gpointer n_cells)
{
  HrGrid *grid;
  guint n_rows, n_columns, next = 0;

  if (!HR_IS_GRID (widget))
    return;
  grid = HR_GRID (widget);
  n_rows = g_list_model_get_n_items (hr_grid_get_model (grid));
  n_columns = g_list_model_get_n_items (G_LIST_MODEL (hr_grid_get_columns (grid)));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (grid), GTK_ACCESSIBLE_ROLE_GRID);
  gtk_test_accessible_assert_relation (GTK_ACCESSIBLE (grid),
                                       GTK_ACCESSIBLE_RELATION_ROW_COUNT, (int) n_rows);
  gtk_test_accessible_assert_relation (
      GTK_ACCESSIBLE (grid), GTK_ACCESSIBLE_RELATION_COL_COUNT, (int) n_columns);
  while (next < n_rows)
    {
      guint before = next;

      hr_grid_scroll_to (grid, (HrGridPlace) { next, 0 });
      hr_test_settle (grid);
      next = check_rows_in_view (grid);
      g_assert_cmpuint (next, >, before);
    }
  *(guint *) n_cells += n_rows * n_columns;
}

static void
check_popover_cb (GtkWidget *widget, gpointer ui)
{
  g_autofree char *complaints = NULL;
  GtkPopover *popover;

  if (!GTK_IS_MENU_BUTTON (widget) || !gtk_widget_is_sensitive (widget))
    return;
  gtk_menu_button_popup (GTK_MENU_BUTTON (widget));
  popover = gtk_menu_button_get_popover (GTK_MENU_BUTTON (widget));
  hr_test_wait (gtk_widget_get_mapped (GTK_WIDGET (popover)));
  hr_test_settle (((HrTestUi *) ui)->window);
  complaints = hr_test_check_names (popover);
  hr_test_refute (complaints);
  gtk_popover_popdown (popover);
  hr_test_settle (((HrTestUi *) ui)->window);
}

static void
test_pages (HrTestUi *ui, gconstpointer setting)
{
  guint n_cells = 0;

  for (guint i = 0; i < G_N_ELEMENTS (PAGES); i++)
    {
      g_autofree char *complaints = NULL;

      hr_test_show_page (ui, PAGES[i]);
      complaints = hr_test_check_names (ui->window);
      hr_test_refute (complaints);
      if (setting != &NARROW) /* the same cells */
        hr_test_walk (ui->window, check_grid_cb, &n_cells);
      hr_test_walk (ui->window, check_popover_cb, ui);
    }
  g_test_message ("%u cells", n_cells);
  if (setting == &WIDE)
    g_assert_cmpuint (n_cells, >, 1000);
}

int
main (int argc, char **argv)
{
  hr_test_ui_init (&argc, &argv);
  hr_test_ui_add ("/ui/accessible/pages", &WIDE, test_pages);
  hr_test_ui_add ("/ui/accessible/narrow", &NARROW, test_pages);
  hr_test_ui_add ("/ui/accessible/new", &NEW, test_pages);
  return g_test_run ();
}
