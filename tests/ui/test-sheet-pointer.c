/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-grid-title.h"
#include "hr-test-cell.h"
#include "hr-test-editor.h"
#include "hr-touchpoint.h"

/* The table of touchpoints worked by pointer, as far as the keyboard can do it too. */

static void
click_cell (HrTestUi *ui, gconstpointer item, const char *property, guint n)
{
  hr_test_cell_point (ui, item, property);
  hr_test_click_here (ui, 1, n);
}

static void
click_menu (HrTestUi *ui, gconstpointer item, const char *property, const char *choice)
{
  hr_test_cell_point (ui, item, property);
  hr_test_click_here (ui, 3, 1);
  hr_test_click_menu (ui, hr_test_cell_get_grid (ui), choice);
}

/* Twice edits; a click elsewhere takes what was typed; Shift takes the selection along.
 */
static void
test_edit (HrTestUi *ui, gconstpointer setting)
{
  HrTouchpoint *first, *third;
  HrGridRange range;

  hr_test_show_touchpoints (ui);
  first = hr_test_cell_get_touchpoint (ui, 0);
  third = hr_test_cell_get_touchpoint (ui, 2);
  click_cell (ui, first, "prep-minutes", 2);
  g_assert_true (GTK_IS_TEXT (hr_test_get_focus (ui)));
  hr_test_type (ui, "33");
  click_cell (ui, first, "delivery-minutes", 1);
  g_assert_cmpfloat (first->prep_minutes, ==, 33);
  g_assert_true (hr_test_cell_has_focus (ui, first, "delivery-minutes"));

  hr_test_hold (ui, "shift", TRUE);
  click_cell (ui, third, "follow-up-minutes", 1);
  hr_test_hold (ui, "shift", FALSE);
  g_assert_true (hr_grid_get_selection (hr_test_cell_get_grid (ui), &range));
  g_assert_cmpuint (range.n_rows, ==, 3);
  g_assert_cmpuint (range.n_columns, ==, 2);
}

static void
test_clipboard (HrTestUi *ui, gconstpointer setting)
{
  HrTouchpoint *from, *to;
  g_autoptr (HrPlan) before = NULL;

  hr_test_show_touchpoints (ui);
  before = hr_item_copy (hr_test_get_plan (ui));
  from = hr_test_cell_get_touchpoint (ui, 0);
  to = hr_test_cell_get_touchpoint (ui, 2);
  g_assert_cmpfloat (from->prep_minutes, !=, to->prep_minutes);
  click_cell (ui, from, "prep-minutes", 1);
  hr_test_hold (ui, "shift", TRUE);
  click_cell (ui, from, "delivery-minutes", 1);
  hr_test_hold (ui, "shift", FALSE);
  click_menu (ui, from, "delivery-minutes", "Copy");
  click_menu (ui, to, "prep-minutes", "Paste");
  hr_test_wait (to->prep_minutes == from->prep_minutes);
  g_assert_cmpfloat (to->delivery_minutes, ==, from->delivery_minutes);
  hr_test_assert_one_step (ui, before);

  click_menu (ui, from, "prep-minutes", "Cut");
  g_assert_cmpfloat (from->prep_minutes, ==, 0);
  hr_test_assert_one_step (ui, before);
}

/* What the menu does with the rows that are selected. */
static void
test_rows (HrTestUi *ui, gconstpointer setting)
{
  HrList *touchpoints = hr_test_show_touchpoints (ui);
  guint n = hr_list_get_n (touchpoints);
  g_autoptr (HrPlan) before = hr_item_copy (hr_test_get_plan (ui));
  HrTouchpoint *first = hr_test_cell_get_touchpoint (ui, 0),
               *third = hr_test_cell_get_touchpoint (ui, 2);

  click_cell (ui, first, "prep-minutes", 1);
  hr_test_hold (ui, "shift", TRUE);
  click_cell (ui, third, "prep-minutes", 1);
  hr_test_hold (ui, "shift", FALSE);
  click_menu (ui, third, "prep-minutes", "Fill Down");
  g_assert_cmpfloat (third->prep_minutes, ==, first->prep_minutes);
  hr_test_assert_one_step (ui, before);

  click_cell (ui, first, "name", 1);
  click_menu (ui, first, "name", "Duplicate");
  g_assert_cmpuint (hr_list_get_n (touchpoints), ==, n + 1);
  g_assert_cmpstr (hr_test_cell_get_touchpoint (ui, 1)->name, ==, first->name);
  hr_test_assert_one_step (ui, before);

  click_cell (ui, first, "name", 1);
  click_menu (ui, first, "name", "Move Down");
  g_assert_true (hr_test_cell_get_touchpoint (ui, 1) == first ||
                 first->stage != hr_test_cell_get_touchpoint (ui, 0)->stage ||
                 hr_test_cell_get_touchpoint (ui, 0) == first);
  g_assert_false (hr_item_equal (hr_test_get_plan (ui), before));
  hr_test_assert_one_step (ui, before);

  click_cell (ui, first, "name", 1);
  click_menu (ui, first, "name", "Remove");
  g_assert_cmpuint (hr_list_get_n (touchpoints), ==, n - 1);
  hr_test_click (ui, hr_test_find (ui->window, GTK_TYPE_BUTTON, "Undo"));
  g_assert_true (hr_item_equal (hr_test_get_plan (ui), before));
}

/* ---- Titles ---- */

static gpointer
find_title (HrTestUi *ui, const char *title)
{
  return hr_test_find (hr_test_cell_get_grid (ui), HR_TYPE_GRID_TITLE, title);
}

static void
assert_sorted (HrTestUi *ui, guint n, gboolean descending)
{
  for (guint i = 0; i + 1 < n; i++)
    if (hr_test_cell_get_touchpoint (ui, i)->stage ==
        hr_test_cell_get_touchpoint (ui, i + 1)->stage)
      {
        double above = hr_test_cell_get_touchpoint (ui, i)->delivery_minutes;
        double below = hr_test_cell_get_touchpoint (ui, i + 1)->delivery_minutes;

        g_assert_true (descending ? above >= below : above <= below);
      }
}

/* Up, down, and as it is stored; the plan never knows. */
static void
test_sort (HrTestUi *ui, gconstpointer setting)
{
  HrList *touchpoints = hr_test_show_touchpoints (ui);
  guint n = hr_list_get_n (touchpoints);
  g_autoptr (HrPlan) before = hr_item_copy (hr_test_get_plan (ui));
  g_autoptr (GPtrArray) order = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (order, hr_test_cell_get_touchpoint (ui, i));
  for (guint by_key = 0; by_key < 2; by_key++)
    {
      gpointer title = find_title (ui, "Delivery");

      for (guint click = 0; click < 3; click++)
        {
          if (by_key)
            {
              hr_test_focus (ui, title);
              hr_test_keys (ui, "Return");
            }
          else
            {
              hr_test_click (ui, title);
            }
          if (click < 2)
            assert_sorted (ui, n, click == 1);
        }
      for (guint i = 0; i < n; i++)
        g_assert_true (hr_test_cell_get_touchpoint (ui, i) ==
                       g_ptr_array_index (order, i));
    }
  g_assert_true (hr_item_equal (hr_test_get_plan (ui), before));
}

static gboolean
is_shown (HrTestUi *ui, const char *property)
{
  guint place;

  return hr_grid_get_column_place (hr_test_cell_get_grid (ui), property, &place);
}

static guint
get_place (HrTestUi *ui, const char *property)
{
  guint place;

  g_assert_true (hr_grid_get_column_place (hr_test_cell_get_grid (ui), property, &place));
  return place;
}

/* Drags the title of a column, or its end. */
static void
drag_title (HrTestUi *ui, const char *property, gboolean end, double by)
{
  HrGrid *grid = hr_test_cell_get_grid (ui);
  double width = gtk_widget_get_width (GTK_WIDGET (grid));
  double y = 12 / (double) gtk_widget_get_height (GTK_WIDGET (grid)), x;
  GdkRectangle area;

  hr_grid_get_area (grid, (HrGridPlace) { 0, get_place (ui, property) }, &area);
  x = area.x + (end ? area.width - 2 : area.width / 2);
  hr_test_point (ui, grid, x / width, y);
  hr_test_mouse (ui, TRUE);
  for (guint i = 1; i <= 5; i++)
    hr_test_point (ui, grid, (x + by * i / 5) / width, y);
  hr_test_mouse (ui, FALSE);
}

static int
get_width (HrTestUi *ui, const char *property)
{
  return hr_grid_get_column_width (hr_test_cell_get_grid (ui), get_place (ui, property));
}

/* What is hidden, the order and the widths: by pointer, and the same in the next window.
 */
static void
test_columns (HrTestUi *ui, gconstpointer setting)
{
  HrGrid *grid;
  GtkWidget *kind;
  int width;
  guint times;

  hr_test_show_touchpoints (ui);
  grid = hr_test_cell_get_grid (ui);
  hr_test_point (ui, find_title (ui, "Kind"), 0.5, 0.5);
  hr_test_click_here (ui, 3, 1);
  hr_test_click_menu (ui, grid, "Kind");
  hr_test_wait (!is_shown (ui, "kind"));
  hr_test_wait (hr_test_count (grid, GTK_TYPE_POPOVER_MENU) == 0);
  times = get_place (ui, "times");
  width = get_width (ui, "times");
  drag_title (ui, "times", TRUE, 60);
  g_assert_cmpint (get_width (ui, "times"), >=, width + 50);
  width = get_width (ui, "times");
  g_assert_cmpuint (get_place (ui, "per"), ==, times + 1);
  drag_title (ui, "times", FALSE, get_width (ui, "per"));
  g_assert_cmpuint (get_place (ui, "times"), ==, times + 1);
  g_assert_cmpuint (get_place (ui, "per"), ==, times);
  hr_test_ui_tear_down (ui, setting);

  hr_test_ui_set_up (ui, setting);
  hr_test_show_touchpoints (ui);
  g_assert_false (is_shown (ui, "kind"));
  g_assert_cmpuint (get_place (ui, "times"), ==, times + 1);
  g_assert_cmpint (get_width (ui, "times"), ==, width);

  /* by key, back to what it was */
  hr_test_focus (ui, find_title (ui, "Times"));
  hr_test_keys (ui, "ctrl+shift+Left");
  g_assert_cmpuint (get_place (ui, "times"), ==, times);
  hr_test_keys (ui, "ctrl+Left");
  g_assert_cmpint (get_width (ui, "times"), <, width);
  hr_test_keys (ui, "Menu");
  hr_test_wait (hr_test_shows (hr_test_cell_get_grid (ui), "Kind"));
  hr_test_settle (ui->window);
  kind = hr_test_find (hr_test_cell_get_grid (ui), g_type_from_name ("GtkModelButton"),
                       "Kind");
  for (guint i = 0; hr_test_get_focus (ui) != kind && i < 30; i++)
    hr_test_keys (ui, "Down");
  hr_test_keys (ui, "Return");
  hr_test_wait (is_shown (ui, "kind"));
  g_assert_cmpuint (get_place (ui, "kind"), <, times + 1);
}

/* ---- Lists of choices ---- */

/* The first choice that is another than the cell shows. */
static GtkWidget *
find_other (HrTestUi *ui, const char *shown)
{
  HrGrid *grid = hr_test_cell_get_grid (ui);

  for (guint i = 0; i < hr_test_count (grid, GTK_TYPE_LIST_BOX_ROW); i++)
    {
      GtkWidget *row = hr_test_find_nth (grid, GTK_TYPE_LIST_BOX_ROW, NULL, i);
      g_autofree char *text = hr_test_get_text (row);

      if (g_ascii_strcasecmp (text, shown) != 0 && !g_str_equal (text, "None"))
        return row;
    }
  g_error ("There is no other choice than “%s”", shown);
}

/* Each is opened and chosen by pointer, and by key. */
static void
test_choices (HrTestUi *ui, gconstpointer setting)
{
  static const char *const properties[] = { "kind", "per", "role", "stage", "channel" };
  g_autoptr (HrPlan) before = NULL;
  HrTouchpoint *first;

  hr_test_show_touchpoints (ui);
  before = hr_item_copy (hr_test_get_plan (ui));
  first = hr_test_cell_get_touchpoint (ui, 0);
  for (guint i = 0; i < 2 * G_N_ELEMENTS (properties); i++)
    {
      const char *property = properties[i / 2];
      g_autofree char *shown = hr_test_cell_get_text (ui, first, property);
      g_autofree char *chosen = NULL, *now = NULL;
      GtkWidget *other;

      hr_test_cell_focus (ui, first, property);
      if (i % 2 == 0)
        click_cell (ui, first, property, 2);
      else
        hr_test_keys (ui, "Return");
      hr_test_wait (hr_test_count (hr_test_cell_get_grid (ui), GTK_TYPE_LIST_BOX) > 0);
      hr_test_settle (ui->window);
      other = find_other (ui, shown);
      chosen = hr_test_get_text (other);
      if (i % 2 == 0)
        hr_test_click (ui, other);
      else
        {
          hr_test_keys (ui, "Home");
          while (hr_test_get_focus (ui) != other)
            hr_test_keys (ui, "Down");
          hr_test_keys (ui, "Return");
        }
      hr_test_settle (ui->window);
      now = hr_test_cell_get_text (ui, first, property);
      g_assert_cmpint (g_ascii_strcasecmp (now, chosen), ==, 0);
      hr_test_assert_one_step (ui, before);
    }
}

/* Several in one list: it stays until it is left. */
static void
test_personas (HrTestUi *ui, gconstpointer setting)
{
  HrGrid *grid;
  HrTouchpoint *first;
  g_autoptr (HrPlan) before = NULL;
  guint n;

  hr_test_show_touchpoints (ui);
  grid = hr_test_cell_get_grid (ui);
  first = hr_test_cell_get_touchpoint (ui, 0);
  g_object_set (first, "personas", (const char *[]) { NULL }, NULL);
  before = hr_item_copy (hr_test_get_plan (ui));
  hr_test_cell_focus (ui, first, "personas");
  click_cell (ui, first, "personas", 2);
  hr_test_wait (hr_test_count (grid, GTK_TYPE_CHECK_BUTTON) > 1);
  hr_test_settle (ui->window);
  for (n = 0; n < 2; n++)
    {
      hr_test_click (ui, hr_test_find_nth (grid, GTK_TYPE_LIST_BOX_ROW, NULL, n));
      g_assert_cmpuint (hr_test_count_personas (first), ==, n + 1);
    }
  hr_test_keys (ui, "Escape");
  hr_test_wait (hr_test_count (grid, GTK_TYPE_CHECK_BUTTON) == 0);
  hr_test_settle (ui->window);

  hr_test_keys (ui, "F2"); /* and off again by key */
  hr_test_wait (hr_test_count (grid, GTK_TYPE_CHECK_BUTTON) > 1);
  hr_test_settle (ui->window);
  hr_test_keys (ui, "Home Return Down Return Escape");
  g_assert_cmpuint (hr_test_count_personas (first), ==, 0);
  while (hr_history_can_undo (hr_test_get_history (ui)))
    hr_test_keys (ui, "ctrl+z");
  g_assert_true (hr_item_equal (hr_test_get_plan (ui), before));
}

static HrGridPlace
get_cursor (HrTestUi *ui)
{
  HrGridPlace cursor;

  g_assert_true (hr_grid_get_cursor (hr_test_cell_get_grid (ui), &cursor));
  return cursor;
}

static void
test_find (HrTestUi *ui, gconstpointer setting)
{
  HrGridPlace first, second;

  hr_test_show_touchpoints (ui);
  hr_test_keys (ui, "ctrl+f");
  hr_test_type (ui, "review");
  first = get_cursor (ui);
  hr_test_click (ui, hr_test_find (ui->window, GTK_TYPE_BUTTON, "Next"));
  second = get_cursor (ui);
  g_assert_true (first.row != second.row || first.column != second.column);
  hr_test_click (ui, hr_test_find (ui->window, GTK_TYPE_BUTTON, "Previous"));
  second = get_cursor (ui);
  g_assert_true (first.row == second.row && first.column == second.column);
}

int
main (int argc, char **argv)
{
  hr_test_ui_init (&argc, &argv);
  hr_test_ui_add ("/ui/sheet-pointer/edit", NULL, test_edit);
  hr_test_ui_add ("/ui/sheet-pointer/clipboard", NULL, test_clipboard);
  hr_test_ui_add ("/ui/sheet-pointer/rows", NULL, test_rows);
  hr_test_ui_add ("/ui/sheet-pointer/sort", NULL, test_sort);
  hr_test_ui_add ("/ui/sheet-pointer/columns", NULL, test_columns);
  hr_test_ui_add ("/ui/sheet-pointer/choices", NULL, test_choices);
  hr_test_ui_add ("/ui/sheet-pointer/personas", NULL, test_personas);
  hr_test_ui_add ("/ui/sheet-pointer/find", NULL, test_find);
  return g_test_run ();
}
