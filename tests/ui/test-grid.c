/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-test-grid.h"
#include "hr-test-hand.h"

/* ---- The keyboard ---- */

static void
test_cursor (HrTestGrid *self, gconstpointer user_data)
{
  static const struct
  {
    const char *keys;
    guint row, column;
  } cases[] = {
    { "Right", 0, 1 },
    { "Down Down", 2, 1 },
    { "Left Up", 1, 0 },
    { "Left", 1, 0 },
    { "End", 1, HR_TEST_GRID_COLUMNS - 1 },
    { "Right", 1, HR_TEST_GRID_COLUMNS - 1 },
    { "Home", 1, 0 },
    { "ctrl+Right", 1, HR_TEST_GRID_COLUMNS - 1 },
    { "ctrl+Down", HR_TEST_GRID_ROWS - 1, HR_TEST_GRID_COLUMNS - 1 },
    { "Down", HR_TEST_GRID_ROWS - 1, HR_TEST_GRID_COLUMNS - 1 },
    { "ctrl+Home", 0, 0 },
    { "Up", 0, 0 },
    { "ctrl+End", HR_TEST_GRID_ROWS - 1, HR_TEST_GRID_COLUMNS - 1 },
    { "ctrl+Left", HR_TEST_GRID_ROWS - 1, 0 },
    { "ctrl+Up", 0, 0 },
    { "KP_Down", 1, 0 },
  };

  hr_test_grid_focus (self);
  hr_test_grid_assert_cursor (self, 0, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      hr_test_grid_keys (self, cases[i].keys);
      hr_test_grid_assert_cursor (self, cases[i].row, cases[i].column);
      hr_test_grid_assert_selection (self, cases[i].row, cases[i].column, 1, 1);
    }
}

/* A page is what is seen, less a row that is still seen afterwards. */
static void
test_pages (HrTestGrid *self, gconstpointer user_data)
{
  HrGridRange in_view;
  HrGridPlace cursor;

  hr_test_grid_focus (self);
  hr_grid_get_visible (self->grid, &in_view);
  hr_test_grid_keys (self, "Next");
  hr_grid_get_cursor (self->grid, &cursor);
  g_assert_cmpuint (cursor.row, >, in_view.n_rows / 2);
  g_assert_cmpuint (cursor.row, <, in_view.n_rows);
  hr_test_grid_assert_cursor (self, cursor.row, 0);
  hr_test_grid_keys (self, "Next");
  hr_test_grid_assert_cursor (self, 2 * cursor.row, 0);
  hr_test_grid_keys (self, "Prior");
  hr_test_grid_assert_cursor (self, cursor.row, 0);
  hr_test_grid_keys (self, "Prior Prior");
  hr_test_grid_assert_cursor (self, 0, 0);
}

static void
test_selection (HrTestGrid *self, gconstpointer user_data)
{
  hr_test_grid_focus (self);
  hr_test_grid_keys (self, "Down Right shift+Down shift+Down shift+Right");
  hr_test_grid_assert_cursor (self, 3, 2);
  hr_test_grid_assert_selection (self, 1, 1, 3, 2);
  hr_test_grid_keys (self, "shift+Up shift+Up shift+Up shift+Left shift+Left");
  hr_test_grid_assert_selection (self, 0, 0, 2, 2);
  hr_test_grid_keys (self, "Escape");
  hr_test_grid_assert_selection (self, 0, 0, 1, 1);
  hr_test_grid_keys (self, "Down shift+space");
  hr_test_grid_assert_selection (self, 1, 0, 1, HR_TEST_GRID_COLUMNS);
  hr_test_grid_keys (self, "Right ctrl+space");
  hr_test_grid_assert_selection (self, 0, 1, HR_TEST_GRID_ROWS, 1);
  hr_test_grid_keys (self, "ctrl+a");
  hr_test_grid_assert_selection (self, 0, 0, HR_TEST_GRID_ROWS, HR_TEST_GRID_COLUMNS);
  hr_test_grid_keys (self, "ctrl+shift+End");
  hr_test_grid_assert_selection (self, HR_TEST_GRID_ROWS - 1, HR_TEST_GRID_COLUMNS - 1, 1,
                                 1);
}

/* The Tab key goes through the titles as one, along the row, and on. */
static void
test_tab (HrTestGrid *self, gconstpointer user_data)
{
  GtkWidget *titles[2];

  for (guint i = 0; i < 2; i++)
    titles[i] = hr_test_find_nth (self->grid, HR_TYPE_GRID_TITLE, NULL, i);
  gtk_widget_grab_focus (self->before);
  hr_test_grid_keys (self, "Tab");
  g_assert_true (gtk_widget_is_focus (titles[0]));
  hr_test_grid_keys (self, "Right");
  g_assert_true (gtk_widget_is_focus (titles[1]));
  hr_test_grid_keys (self, "Tab");
  g_assert_true (gtk_widget_is_focus (GTK_WIDGET (self->grid)));
  for (guint i = 1; i < HR_TEST_GRID_COLUMNS; i++)
    {
      hr_test_grid_keys (self, "Tab");
      hr_test_grid_assert_cursor (self, 0, i);
    }
  hr_test_grid_keys (self, "Tab");
  g_assert_true (gtk_widget_is_focus (self->after));
  hr_test_grid_keys (self, "shift+Tab");
  hr_test_grid_assert_cursor (self, 0, HR_TEST_GRID_COLUMNS - 1);
  hr_test_grid_keys (self, "shift+Tab Home shift+Tab");
  g_assert_true (gtk_widget_is_focus (titles[0]));
  hr_test_grid_keys (self, "shift+Tab");
  g_assert_true (gtk_widget_is_focus (self->before));
}

/* ---- The pointer ---- */

/* Presses a button at a point of the grid, moves along, and lets go. */
static void
press (HrTestGrid *self, int button, int x, int y, int dx, int dy)
{
  graphene_point_t from;
  g_autoptr (GString) command = g_string_new (NULL);

  g_assert_true (
      gtk_widget_compute_point (GTK_WIDGET (self->grid), GTK_WIDGET (self->window),
                                &GRAPHENE_POINT_INIT ((float) x, (float) y), &from));
  g_string_append_printf (command, "mousemove %d %d mousedown %d", (int) from.x,
                          (int) from.y, button);
  for (int i = 1; i <= 8 && (dx != 0 || dy != 0); i++)
    g_string_append_printf (command, " mousemove %d %d", (int) from.x + dx * i / 8,
                            (int) from.y + dy * i / 8);
  g_string_append_printf (command, " mouseup %d", button);
  hr_test_hand_do (hr_test_get_hand (), "%s", command->str);
  hr_test_settle (self->window);
}

static void
drag (HrTestGrid *self, int x, int y, int dx, int dy)
{
  press (self, 1, x, y, dx, dy);
}

static void
click (HrTestGrid *self, int x, int y)
{
  drag (self, x, y, 0, 0);
}

static void
test_pointer (HrTestGrid *self, gconstpointer user_data)
{
  GdkRectangle cell = hr_test_grid_get_area (self, 4, 1);

  click (self, cell.x + 5, cell.y + 5);
  hr_test_grid_assert_cursor (self, 4, 1);
  g_assert_true (gtk_widget_is_focus (GTK_WIDGET (self->grid)));
  drag (self, cell.x + 5, cell.y + 5, cell.width, 2 * cell.height);
  hr_test_grid_assert_selection (self, 4, 1, 3, 2);
  cell = hr_test_grid_get_area (self, 2, 0);
  click (self, cell.x + 5, cell.y + 5);
  hr_test_grid_assert_selection (self, 2, 0, 1, 1);
}

/* The menu stands at what is selected, or selects what it is asked of. */
static void
test_menu (HrTestGrid *self, gconstpointer user_data)
{
  GdkRectangle cell = hr_test_grid_get_area (self, 4, 1);
  GtkWidget *menu;

  click (self, cell.x + 5, cell.y + 5);
  hr_test_grid_keys (self, "shift+Down shift+F10");
  menu = hr_test_find (self->grid, GTK_TYPE_POPOVER_MENU, NULL);
  g_assert_true (hr_test_shows (menu, "Copy"));
  hr_test_grid_keys (self, "Down Up");
  g_assert_nonnull (gtk_widget_get_focus_child (menu));
  hr_test_grid_keys (self, "Escape");
  hr_test_wait (!gtk_widget_get_mapped (menu));
  g_assert_true (gtk_widget_is_focus (GTK_WIDGET (self->grid)));

  press (self, 3, cell.x + 5, cell.y + cell.height + 5, 0, 0);
  hr_test_wait (gtk_widget_get_mapped (menu));
  hr_test_grid_assert_selection (self, 4, 1, 2, 1);
  hr_test_grid_keys (self, "Escape");
  hr_test_wait (!gtk_widget_get_mapped (menu));
  press (self, 3, cell.x + 5, cell.y - cell.height + 5, 0, 0);
  hr_test_wait (gtk_widget_get_mapped (menu));
  hr_test_grid_assert_selection (self, 3, 1, 1, 1);
  hr_test_grid_keys (self, "a");
  hr_test_grid_assert_selection (self, 0, 0, HR_TEST_GRID_ROWS, HR_TEST_GRID_COLUMNS);
}

static void
test_resize (HrTestGrid *self, gconstpointer user_data)
{
  GdkRectangle cell = hr_test_grid_get_area (self, 0, 0);
  int before = hr_grid_get_column_width (self->grid, 0), fitted;
  int next = hr_grid_get_column_width (self->grid, 1);

  drag (self, cell.x + cell.width - 2, 5, 40, 0);
  g_assert_cmpint (hr_grid_get_column_width (self->grid, 0), ==, before + 40);
  g_assert_cmpint (hr_grid_get_column_width (self->grid, 1), ==, next);
  drag (self, cell.x + cell.width + 38, 5, -cell.width - 36, 0);
  g_assert_cmpint (hr_grid_get_column_width (self->grid, 0), <, 60);
  g_assert_cmpint (hr_grid_get_column_width (self->grid, 0), >, 0);
  g_assert_cmpuint (self->sorted, ==, 0);

  cell = hr_test_grid_get_area (self, 0, 0);
  click (self, cell.width - 2, 5);
  click (self, cell.width - 2, 5);
  fitted = hr_grid_get_column_width (self->grid, 0);
  g_assert_cmpint (fitted, >, 60);
  hr_grid_fit_column (self->grid, 0);
  g_assert_cmpint (hr_grid_get_column_width (self->grid, 0), ==, fitted);
}

static void
assert_order (HrTestGrid *self, guint i, GtkAccessibleSort sort, const char *icon)
{
  HrGridTitle *title = hr_test_grid_find_title (self, i);

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (title),
                                       GTK_ACCESSIBLE_PROPERTY_SORT, sort);
  g_assert_cmpuint (hr_test_count (title, GTK_TYPE_IMAGE), ==, icon != NULL);
  if (icon != NULL)
    g_assert_cmpstr (gtk_image_get_icon_name (hr_test_find (title, GTK_TYPE_IMAGE, NULL)),
                     ==, icon);
}

static void
test_sort (HrTestGrid *self, gconstpointer user_data)
{
  GdkRectangle cell = hr_test_grid_get_area (self, 0, 1);
  HrGridColumn *column = hr_grid_find_column (self->grid, "b");

  click (self, cell.x + 30, 8);
  g_assert_true (hr_grid_get_sort_column (self->grid) == column);
  g_assert_false (hr_grid_get_descending (self->grid));
  assert_order (self, 1, GTK_ACCESSIBLE_SORT_ASCENDING, "pan-up-symbolic");
  click (self, cell.x + 30, 8);
  g_assert_true (hr_grid_get_descending (self->grid));
  assert_order (self, 1, GTK_ACCESSIBLE_SORT_DESCENDING, "pan-down-symbolic");
  click (self, cell.x + 30, 8);
  g_assert_null (hr_grid_get_sort_column (self->grid));
  assert_order (self, 1, GTK_ACCESSIBLE_SORT_NONE, NULL);
  g_assert_cmpuint (self->sorted, ==, 3);

  gtk_widget_grab_focus (GTK_WIDGET (hr_test_grid_find_title (self, 0)));
  hr_test_grid_keys (self, "space");
  g_assert_true (hr_grid_get_sort_column (self->grid) ==
                 hr_grid_find_column (self->grid, "a"));
}

/* A title that is dragged takes its column along. */
static void
test_reorder (HrTestGrid *self, gconstpointer user_data)
{
  GdkRectangle cell = hr_test_grid_get_area (self, 0, 0);
  g_autofree char *first = NULL, *text = NULL;

  drag (self, cell.x + 30, 8, cell.width, 0);
  first = hr_test_get_text (hr_test_grid_find_title (self, 0));
  g_assert_cmpstr (first, ==, "Column B");
  text = hr_grid_get_text (self->grid, (HrGridPlace) { 3, 1 });
  g_assert_cmpstr (text, ==, "a3");
  g_assert_cmpuint (self->sorted, ==, 0);
}

/* What the pointer can do to a column, the keyboard can. */
static void
test_title_keys (HrTestGrid *self, gconstpointer user_data)
{
  int before = hr_test_grid_get_area (self, 0, 1).width;
  g_autofree char *first = NULL;

  gtk_widget_grab_focus (GTK_WIDGET (hr_test_grid_find_title (self, 1)));
  hr_test_grid_keys (self, "ctrl+Right ctrl+Right ctrl+Right");
  g_assert_cmpint (hr_test_grid_get_area (self, 0, 1).width, >, before);
  hr_test_grid_keys (self, "ctrl+Left ctrl+Left ctrl+Left");
  g_assert_cmpint (hr_test_grid_get_area (self, 0, 1).width, ==, before);

  hr_test_grid_keys (self, "Return ctrl+shift+Left ctrl+shift+Left");
  first = hr_test_get_text (hr_test_grid_find_title (self, 0));
  g_assert_cmpstr (first, ==, "Column B");
  g_assert_true (gtk_widget_is_focus (GTK_WIDGET (hr_test_grid_find_title (self, 0))));
  assert_order (self, 0, GTK_ACCESSIBLE_SORT_ASCENDING, "pan-up-symbolic");
}

/* ---- What is drawn ---- */

/* Only cells in view are asked for, and each but once while it is near. */
static void
test_lazy (HrTestGrid *self, gconstpointer user_data)
{
  GtkAdjustment *down = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->grid));
  HrGridRange in_view;
  guint n_cells;

  hr_grid_get_visible (self->grid, &in_view);
  n_cells = in_view.n_rows * (in_view.column + in_view.n_columns);
  g_assert_cmpuint (in_view.column + in_view.n_columns, <, HR_TEST_GRID_COLUMNS);
  g_assert_cmpuint (self->asked, >, 0);

  hr_grid_refresh (self->grid);
  self->asked = 0;
  hr_test_settle (self->window);
  g_assert_cmpuint (self->asked, ==, n_cells);
  gtk_widget_queue_draw (GTK_WIDGET (self->grid));
  hr_test_settle (self->window);
  g_assert_cmpuint (self->asked, ==, n_cells);

  gtk_adjustment_set_value (down, gtk_adjustment_get_step_increment (down));
  hr_test_settle (self->window);
  g_assert_cmpuint (self->asked - n_cells, <=, 2 * (n_cells / in_view.n_rows));
  g_assert_cmpuint (self->asked - n_cells, >, 0);
}

/* The first column says what the others are about, so it stays. */
static void
test_pinned (HrTestGrid *self, gconstpointer user_data)
{
  GtkAdjustment *across = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (self->grid));
  GdkRectangle first = hr_test_grid_get_area (self, 0, 0),
               second = hr_test_grid_get_area (self, 0, 1);

  gtk_adjustment_set_value (across, 50);
  hr_test_settle (self->window);
  g_assert_cmpint (hr_test_grid_get_area (self, 0, 0).x, ==, first.x);
  g_assert_cmpint (hr_test_grid_get_area (self, 0, 1).x, ==, second.x - 50);

  /* a click on it is on it, though another column lies below */
  click (self, first.x + first.width - 10, first.y + 5);
  hr_test_grid_assert_selection (self, 0, 0, 1, 1);
}

/* In a narrow window it gives way, but not where a person has set its width. */
static void
test_pinned_narrow (HrTestGrid *self, gconstpointer user_data)
{
  HrGridColumn *column = hr_grid_find_column (self->grid, "a");
  int width = gtk_widget_get_width (GTK_WIDGET (self->grid));

  hr_grid_column_set_chars (column, 100);
  gtk_widget_queue_resize (GTK_WIDGET (self->grid));
  hr_test_settle (self->window);
  g_assert_cmpint (hr_test_grid_get_area (self, 0, 0).width, <, width / 2);
  hr_grid_column_set_width (column, width - 10);
  hr_test_settle (self->window);
  g_assert_cmpint (hr_test_grid_get_area (self, 0, 0).width, ==, width - 10);
  gtk_adjustment_set_value (gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (self->grid)),
                            70);
  hr_test_settle (self->window);
  g_assert_cmpint (hr_test_grid_get_area (self, 0, 0).x, ==, -70);
}

static void
test_rows_change (HrTestGrid *self, gconstpointer user_data)
{
  hr_test_grid_focus (self);
  hr_test_grid_keys (self, "ctrl+End");
  gtk_string_list_splice (self->rows, 10, HR_TEST_GRID_ROWS - 10, NULL);
  hr_test_settle (self->window);
  hr_test_grid_assert_selection (self, 9, HR_TEST_GRID_COLUMNS - 1, 1, 1);
  gtk_string_list_splice (self->rows, 0, 10, NULL);
  hr_test_settle (self->window);
  g_assert_false (hr_grid_get_cursor (self->grid, NULL));
  hr_test_grid_keys (self, "Down ctrl+c");
  gtk_string_list_append (self->rows, "");
  hr_test_settle (self->window);
  gtk_widget_grab_focus (self->after);
  hr_test_grid_focus (self);
  hr_test_grid_assert_cursor (self, 0, 0);
}

static void
test_mirrored (HrTestGrid *self, gconstpointer user_data)
{
  GdkRectangle first = hr_test_grid_get_area (self, 0, 0),
               second = hr_test_grid_get_area (self, 0, 1);
  int width = gtk_widget_get_width (GTK_WIDGET (self->grid));
  int before = hr_grid_get_column_width (self->grid, 1);

  g_assert_cmpint (first.x + first.width, ==, width);
  g_assert_cmpint (second.x + second.width, ==, first.x);
  hr_test_grid_focus (self);
  hr_test_grid_keys (self, "Left");
  hr_test_grid_assert_cursor (self, 0, 1);
  hr_test_grid_keys (self, "Right");
  hr_test_grid_assert_cursor (self, 0, 0);
  hr_test_grid_keys (self, "End");
  hr_test_grid_assert_cursor (self, 0, HR_TEST_GRID_COLUMNS - 1);
  hr_test_grid_keys (self, "Home Left");
  hr_test_grid_assert_cursor (self, 0, 1);
  click (self, second.x + 10, second.y + 5);
  hr_test_grid_assert_cursor (self, 0, 1);
  drag (self, second.x + 2, 5, -30, 0);
  g_assert_cmpint (hr_grid_get_column_width (self->grid, 1), ==, before + 30);
}

int
main (int argc, char **argv)
{
  hr_test_ui_init (&argc, &argv);
  hr_test_grid_add ("/ui/grid/cursor", NULL, test_cursor);
  hr_test_grid_add ("/ui/grid/pages", NULL, test_pages);
  hr_test_grid_add ("/ui/grid/selection", NULL, test_selection);
  hr_test_grid_add ("/ui/grid/tab", NULL, test_tab);
  hr_test_grid_add ("/ui/grid/pointer", NULL, test_pointer);
  hr_test_grid_add ("/ui/grid/menu", NULL, test_menu);
  hr_test_grid_add ("/ui/grid/resize", NULL, test_resize);
  hr_test_grid_add ("/ui/grid/sort", NULL, test_sort);
  hr_test_grid_add ("/ui/grid/reorder", NULL, test_reorder);
  hr_test_grid_add ("/ui/grid/lazy", NULL, test_lazy);
  hr_test_grid_add ("/ui/grid/pinned", NULL, test_pinned);
  hr_test_grid_add ("/ui/grid/pinned-narrow", NULL, test_pinned_narrow);
  hr_test_grid_add ("/ui/grid/title-keys", NULL, test_title_keys);
  hr_test_grid_add ("/ui/grid/rows-change", NULL, test_rows_change);
  hr_test_grid_add ("/ui/grid/mirrored", "mirrored", test_mirrored);
  return g_test_run ();
}
