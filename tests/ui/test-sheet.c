/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "hr-grid-choice.h"
#include "hr-grid-title.h"
#include "hr-parse.h"
#include "hr-test-cell.h"
#include "hr-test-editor.h"
#include "hr-touchpoint.h"

/* The table of touchpoints worked as a spreadsheet, with real keys and a real clipboard.
 */

static void
set_text (HrTestUi *ui, const char *text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (ui->window)), text);
}

static void
set_html (HrTestUi *ui, const char *name, const char *text)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "ui", "data", name, NULL);
  g_autofree char *html = NULL;
  GdkContentProvider *kinds[2];
  g_autoptr (GdkContentProvider) all = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &html, &size, NULL));
  bytes = g_bytes_new (html, size);
  kinds[0] = gdk_content_provider_new_for_bytes ("text/html", bytes);
  kinds[1] = gdk_content_provider_new_typed (G_TYPE_STRING, text);
  all = gdk_content_provider_new_union (kinds, 2);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (ui->window)), all);
}

/* A letter begins the text anew; an arrow takes it along. */
static void
test_type (HrTestUi *ui, gconstpointer setting)
{
  HrTouchpoint *first = hr_list_get (hr_test_show_touchpoints (ui), 0);

  hr_test_cell_focus (ui, first, "prep-minutes");
  hr_test_type (ui, "1:30");
  g_assert_true (GTK_IS_TEXT (hr_test_get_focus (ui)));
  hr_test_keys (ui, "Right");
  g_assert_cmpfloat (first->prep_minutes, ==, 90);
  g_assert_true (hr_test_cell_has_focus (ui, first, "delivery-minutes"));
  hr_test_type (ui, "1.5 h");
  hr_test_keys (ui, "Tab");
  g_assert_cmpfloat (first->delivery_minutes, ==, 90);
  hr_test_type (ui, "45 min");
  hr_test_keys (ui, "shift+Tab");
  g_assert_cmpfloat (first->follow_up_minutes, ==, 45);
  g_assert_true (hr_test_cell_has_focus (ui, first, "delivery-minutes"));
  hr_test_type (ui, "75");
  hr_test_keys (ui, "Return");
  g_assert_cmpfloat (first->delivery_minutes, ==, 75);
}

/* A click into another cell takes what was typed. */
static void
test_leave (HrTestUi *ui, gconstpointer setting)
{
  HrTouchpoint *first = hr_list_get (hr_test_show_touchpoints (ui), 0);
  HrGrid *grid = hr_test_cell_get_grid (ui);

  hr_test_cell_focus (ui, first, "prep-minutes");
  hr_test_type (ui, "33");
  hr_test_focus (ui, grid);
  g_assert_cmpfloat (first->prep_minutes, ==, 33);
  g_assert_false (hr_grid_is_editing (grid));
}

/* The letter that is typed finds the choice. */
static void
test_choose (HrTestUi *ui, gconstpointer setting)
{
  HrTouchpoint *first = hr_list_get (hr_test_show_touchpoints (ui), 0);

  g_object_set (first, "per", HR_PERIOD_YEAR, NULL);
  hr_test_cell_focus (ui, first, "per");
  hr_test_keys (ui, "q Return");
  g_assert_cmpint (first->per, ==, HR_PERIOD_QUARTER);
  hr_test_wait (hr_test_cell_has_focus (ui, first, "per"));
}

/* What the channel is elsewhere is offered, and something else can be typed. */
static void
test_channel (HrTestUi *ui, gconstpointer setting)
{
  HrTouchpoint *first = hr_list_get (hr_test_show_touchpoints (ui), 0);
  GtkWidget *other;

  hr_test_cell_focus (ui, first, "channel");
  hr_test_keys (ui, "Return");
  g_assert_cmpuint (hr_test_count (hr_test_cell_get_grid (ui), GTK_TYPE_LIST_BOX_ROW), >,
                    2);
  other = hr_test_find (hr_test_cell_get_grid (ui), GTK_TYPE_LIST_BOX_ROW, "Other");
  hr_test_press (ui, other);
  hr_test_type (ui, "Pigeon");
  hr_test_keys (ui, "Return");
  g_assert_cmpstr (first->channel, ==, "Pigeon");
}

/* A time of Calc's is the time that it shows, and a number the number itself. */
static void
test_paste_calc (HrTestUi *ui, gconstpointer setting)
{
  HrTouchpoint *first, *second;
  g_autoptr (HrPlan) before = NULL;

  hr_test_show_touchpoints (ui);
  before = hr_item_copy (hr_test_get_plan (ui));
  first = hr_test_cell_get_touchpoint (ui, 0);
  second = hr_test_cell_get_touchpoint (ui, 1);
  set_html (ui, "calc-minutes.html", "not this");
  hr_test_cell_focus (ui, first, "prep-minutes");
  hr_test_keys (ui, "ctrl+v");
  hr_test_wait (first->prep_minutes == 25);
  g_assert_cmpfloat (first->delivery_minutes, ==, 90);
  g_assert_cmpfloat (second->prep_minutes, ==, 90);
  g_assert_cmpfloat (second->delivery_minutes, ==, 50);
  hr_test_assert_one_step (ui, before);
}

/* One cell that does not fit, and nothing is pasted. */
static void
test_paste_refused (HrTestUi *ui, gconstpointer setting)
{
  g_autoptr (HrPlan) before = NULL;

  hr_test_show_touchpoints (ui);
  before = hr_item_copy (hr_test_get_plan (ui));
  set_text (ui, "25\t30\n35\tlong\n");
  hr_test_cell_focus (ui, hr_test_cell_get_touchpoint (ui, 1), "prep-minutes");
  hr_test_keys (ui, "ctrl+v");
  hr_test_wait (hr_test_shows (ui->window, "Row 3, delivery minutes: “long” is not"));
  g_assert_true (hr_item_equal (hr_test_get_plan (ui), before));
  g_assert_false (hr_history_can_undo (hr_test_get_history (ui)));
}

/* Names are found, as is what is past the end: new touchpoints. */
static void
test_paste_append (HrTestUi *ui, gconstpointer setting)
{
  HrList *touchpoints = hr_test_show_touchpoints (ui);
  guint n = hr_list_get_n (touchpoints);
  g_autoptr (HrPlan) before = hr_item_copy (hr_test_get_plan (ui));
  HrTouchpoint *last = hr_test_cell_get_touchpoint (ui, n - 1), *new;
  HrRole *role = hr_list_get (hr_test_get_plan (ui)->roles, 1);
  g_autofree char *text =
      g_strdup_printf ("%s\n%s\n%s", role->name, role->name, role->name);

  set_text (ui, text);
  hr_test_cell_focus (ui, last, "role");
  hr_test_keys (ui, "ctrl+v");
  hr_test_wait (hr_list_get_n (touchpoints) == n + 2);
  new = hr_list_get (touchpoints, n + 1);
  g_assert_cmpstr (last->role, ==, hr_item_get_id (role));
  g_assert_cmpstr (new->role, ==, hr_item_get_id (role));
  g_assert_true (new->stage == last->stage);
  hr_test_settle (ui->window);
  hr_test_assert_one_step (ui, before);
}

/* What is copied comes back as it was, several personas and the last digit too. */
static void
test_round_trip (HrTestUi *ui, gconstpointer setting)
{
  HrTouchpoint *from, *to;
  g_autoptr (HrPlan) before = NULL;

  hr_test_show_touchpoints (ui);
  from = hr_test_cell_get_touchpoint (ui, 4);
  to = hr_test_cell_get_touchpoint (ui, 8);
  g_object_set (from, "reach", 1.0 / 3, NULL);
  before = hr_item_copy (hr_test_get_plan (ui));
  hr_test_cell_focus (ui, from, "name");
  hr_test_keys (ui, "shift+space ctrl+c");
  hr_test_cell_focus (ui, to, "name");
  hr_test_keys (ui, "ctrl+v");
  hr_test_wait (g_str_equal (to->name, from->name));
  g_assert_cmpfloat (to->reach, ==, 1.0 / 3);
  g_assert_true (to->role == from->role && to->stage == from->stage);
  g_assert_true (g_strv_equal ((const char *const *) to->personas,
                               (const char *const *) from->personas));
  hr_test_settle (ui->window);
  hr_test_assert_one_step (ui, before);
}

static void
test_fill_and_clear (HrTestUi *ui, gconstpointer setting)
{
  HrTouchpoint *first, *third;
  g_autoptr (HrPlan) before = NULL;

  hr_test_show_touchpoints (ui);
  before = hr_item_copy (hr_test_get_plan (ui));
  first = hr_test_cell_get_touchpoint (ui, 0);
  third = hr_test_cell_get_touchpoint (ui, 2);
  g_assert_cmpfloat (third->prep_minutes, !=, first->prep_minutes);
  hr_test_cell_select (ui, first, "prep-minutes", 3, 2);
  hr_test_keys (ui, "ctrl+d");
  g_assert_cmpfloat (third->prep_minutes, ==, first->prep_minutes);
  g_assert_cmpfloat (third->delivery_minutes, ==, first->delivery_minutes);
  hr_test_assert_one_step (ui, before);

  hr_test_keys (ui, "Delete");
  g_assert_cmpfloat (third->prep_minutes, ==, 0);
  g_assert_cmpfloat (first->delivery_minutes, ==, 0);
  hr_test_assert_one_step (ui, before);

  hr_test_keys (ui, "ctrl+x");
  g_assert_cmpfloat (third->prep_minutes, ==, 0);
  hr_test_assert_one_step (ui, before);

  hr_test_cell_focus (ui, first, "name"); /* every touchpoint has one */
  hr_test_keys (ui, "Delete");
  g_assert_true (hr_item_equal (hr_test_get_plan (ui), before));
}

/* Whole rows are removed at once, and come back at once. */
static void
test_rows (HrTestUi *ui, gconstpointer setting)
{
  HrList *touchpoints = hr_test_show_touchpoints (ui);
  guint n = hr_list_get_n (touchpoints);
  g_autoptr (HrPlan) before = hr_item_copy (hr_test_get_plan (ui));
  HrTouchpoint *fifth = hr_test_cell_get_touchpoint (ui, 4);

  hr_test_cell_focus (ui, fifth, "name");
  hr_test_keys (ui, "ctrl+shift+d");
  g_assert_cmpuint (hr_list_get_n (touchpoints), ==, n + 1);
  g_assert_cmpstr (hr_test_cell_get_touchpoint (ui, 5)->name, ==, fifth->name);
  g_assert_true (hr_test_cell_get_touchpoint (ui, 5) != fifth);
  g_assert_true (
      hr_test_cell_has_focus (ui, hr_test_cell_get_touchpoint (ui, 5), "name"));
  hr_test_assert_one_step (ui, before);

  hr_test_cell_select (ui, fifth, "name", 3,
                       g_list_model_get_n_items (G_LIST_MODEL (
                           hr_grid_get_columns (hr_test_cell_get_grid (ui)))));
  hr_test_keys (ui, "Delete");
  g_assert_cmpuint (hr_list_get_n (touchpoints), ==, n - 3);
  hr_test_assert_one_step (ui, before);
  g_assert_true (hr_test_cell_get_touchpoint (ui, 4) == fifth);
}

/* Beyond the edge of its stage a row goes into the next one. */
static void
test_move (HrTestUi *ui, gconstpointer setting)
{
  HrList *touchpoints = hr_test_show_touchpoints (ui);
  g_autoptr (HrPlan) before = hr_item_copy (hr_test_get_plan (ui));
  HrTouchpoint *upper = NULL, *lower = NULL;

  for (guint i = 0; i + 1 < hr_list_get_n (touchpoints) && lower == NULL; i++)
    if (hr_test_cell_get_touchpoint (ui, i)->stage !=
        hr_test_cell_get_touchpoint (ui, i + 1)->stage)
      {
        upper = hr_test_cell_get_touchpoint (ui, i);
        lower = hr_test_cell_get_touchpoint (ui, i + 1);
      }
  hr_test_cell_focus (ui, upper, "times");
  hr_test_keys (ui, "alt+Down");
  g_assert_true (upper->stage == lower->stage);
  g_assert_true (hr_test_cell_has_focus (ui, upper, "times"));
  g_assert_cmpuint (hr_test_cell_find (ui, upper, "times").row + 1, ==,
                    hr_test_cell_find (ui, lower, "times").row);
  hr_test_assert_one_step (ui, before);
}

/* By the handle at its start, into another stage. */
static void
test_drag (HrTestUi *ui, gconstpointer setting)
{
  HrList *touchpoints = hr_test_show_touchpoints (ui);
  HrGrid *grid = hr_test_cell_get_grid (ui);
  g_autoptr (HrPlan) before = hr_item_copy (hr_test_get_plan (ui));
  HrTouchpoint *moved = hr_test_cell_get_touchpoint (ui, 0),
               *target = hr_test_cell_get_touchpoint (ui, 5);
  HrGridPlace place = hr_test_cell_find (ui, target, "name");
  GdkRectangle from, to;
  double width = gtk_widget_get_width (GTK_WIDGET (grid));
  double height = gtk_widget_get_height (GTK_WIDGET (grid));

  g_assert_cmpuint (hr_list_get_n (touchpoints), >, 6);
  hr_grid_get_area (grid, (HrGridPlace) { 0, 0 }, &from);
  hr_grid_get_area (grid, place, &to);
  hr_test_point (ui, grid, 8 / width, (from.y + from.height / 2.0) / height);
  hr_test_mouse (ui, TRUE);
  for (guint i = 1; i <= 4; i++)
    hr_test_point (ui, grid, 8 / width, (from.y + from.height / 2.0 + 4 * i) / height);
  hr_test_point (ui, grid, 8 / width, (to.y + 4) / height);
  hr_test_mouse (ui, FALSE);
  g_assert_true (moved->stage == target->stage);
  g_assert_cmpuint (hr_test_cell_find (ui, moved, "name").row + 1, ==,
                    hr_test_cell_find (ui, target, "name").row);
  hr_test_assert_one_step (ui, before);
}

/* What is shown in another order keeps its own. */
static void
test_sort (HrTestUi *ui, gconstpointer setting)
{
  HrList *touchpoints = hr_test_show_touchpoints (ui);
  HrGrid *grid = hr_test_cell_get_grid (ui);
  g_autoptr (HrPlan) before = hr_item_copy (hr_test_get_plan (ui));
  guint n = hr_list_get_n (touchpoints);

  hr_grid_sort_by (grid, hr_grid_find_column (grid, "delivery-minutes"), TRUE);
  for (guint i = 0; i + 1 < n; i++)
    if (hr_test_cell_get_touchpoint (ui, i)->stage ==
        hr_test_cell_get_touchpoint (ui, i + 1)->stage)
      g_assert_cmpfloat (hr_test_cell_get_touchpoint (ui, i)->delivery_minutes, >=,
                         hr_test_cell_get_touchpoint (ui, i + 1)->delivery_minutes);
  g_assert_true (hr_item_equal (hr_test_get_plan (ui), before));
  hr_test_cell_focus (ui, hr_test_cell_get_touchpoint (ui, 5), "name");
  hr_test_keys (ui, "alt+Down");
  g_assert_true (hr_test_shows (ui->window, "sorted by"));
  g_assert_true (hr_item_equal (hr_test_get_plan (ui), before));
}

static void
test_find (HrTestUi *ui, gconstpointer setting)
{
  HrGrid *grid;
  HrGridPlace cursor;
  g_autofree char *text = NULL;

  hr_test_show_touchpoints (ui);
  grid = hr_test_cell_get_grid (ui);
  hr_test_keys (ui, "ctrl+f");
  hr_test_type (ui, "REVIEW");
  g_assert_true (hr_grid_get_cursor (grid, &cursor));
  text = hr_grid_get_text (grid, cursor);
  g_assert_nonnull (strstr (text, "review"));
  hr_test_keys (ui, "Return");
  {
    HrGridPlace next;

    g_assert_true (hr_grid_get_cursor (grid, &next));
    g_assert_true (next.row != cursor.row || next.column != cursor.column);
  }
  hr_test_keys (ui, "Escape");
  g_assert_true (hr_test_get_focus (ui) == GTK_WIDGET (grid));
}

/* The order, the widths and what is hidden are the same in the next window. */
static void
test_columns (HrTestUi *ui, gconstpointer setting)
{
  HrGrid *grid;
  guint place;

  hr_test_show_touchpoints (ui);
  grid = hr_test_cell_get_grid (ui);
  g_object_set (hr_grid_find_column (grid, "kind"), "visible", FALSE, NULL);
  hr_grid_column_set_width (hr_grid_find_column (grid, "reach"), 123);
  g_assert_false (hr_grid_get_column_place (grid, "kind", &place));
  hr_test_settle (ui->window);
  hr_test_ui_tear_down (ui, setting);

  hr_test_ui_set_up (ui, setting);
  hr_test_show_touchpoints (ui);
  grid = hr_test_cell_get_grid (ui);
  g_assert_false (hr_grid_get_column_place (grid, "kind", &place));
  g_assert_cmpint (hr_grid_column_get_width (hr_grid_find_column (grid, "reach")), ==,
                   123);
  g_object_set (hr_grid_find_column (grid, "kind"), "visible", TRUE, NULL);
  g_assert_true (hr_grid_get_column_place (grid, "kind", &place));
  g_assert_cmpuint (place, ==, 2);
  hr_test_settle (ui->window);
}

/* Every cell says what it holds, of what, and where. */
static void
test_spoken (HrTestUi *ui, gconstpointer setting)
{
  HrGrid *grid;
  GtkAccessible *row;
  guint n = 0;

  hr_test_show_touchpoints (ui);
  grid = hr_test_cell_get_grid (ui);
  row = gtk_accessible_get_first_accessible_child (
      GTK_ACCESSIBLE (gtk_widget_get_last_child (GTK_WIDGET (grid))));
  while (row != NULL)
    {
      GtkAccessible *cell = gtk_accessible_get_first_accessible_child (row), *next;

      while (cell != NULL)
        {
          g_assert_true (
              gtk_test_accessible_has_property (cell, GTK_ACCESSIBLE_PROPERTY_LABEL));
          g_assert_true (gtk_test_accessible_has_property (
              cell, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
          n++;
          next = gtk_accessible_get_next_accessible_sibling (cell);
          g_object_unref (cell);
          cell = next;
        }
      next = gtk_accessible_get_next_accessible_sibling (row);
      g_object_unref (row);
      row = next;
    }
  g_assert_cmpuint (n, >, 100);
}

int
main (int argc, char **argv)
{
  static const HrTestSetting NARROW = { HR_TEST_SAMPLE, 360, 720, TRUE };

  hr_test_ui_init (&argc, &argv);
  hr_test_ui_add ("/ui/sheet/type", NULL, test_type);
  hr_test_ui_add ("/ui/sheet/leave", NULL, test_leave);
  hr_test_ui_add ("/ui/sheet/choose", NULL, test_choose);
  hr_test_ui_add ("/ui/sheet/channel", NULL, test_channel);
  hr_test_ui_add ("/ui/sheet/paste-calc", NULL, test_paste_calc);
  hr_test_ui_add ("/ui/sheet/paste-refused", NULL, test_paste_refused);
  hr_test_ui_add ("/ui/sheet/paste-append", NULL, test_paste_append);
  hr_test_ui_add ("/ui/sheet/round-trip", NULL, test_round_trip);
  hr_test_ui_add ("/ui/sheet/fill-and-clear", NULL, test_fill_and_clear);
  hr_test_ui_add ("/ui/sheet/rows", NULL, test_rows);
  hr_test_ui_add ("/ui/sheet/move", NULL, test_move);
  hr_test_ui_add ("/ui/sheet/drag", NULL, test_drag);
  hr_test_ui_add ("/ui/sheet/sort", NULL, test_sort);
  hr_test_ui_add ("/ui/sheet/find", NULL, test_find);
  hr_test_ui_add ("/ui/sheet/columns", NULL, test_columns);
  hr_test_ui_add ("/ui/sheet/spoken", NULL, test_spoken);
  hr_test_ui_add ("/ui/sheet/narrow", &NARROW, test_type);
  return g_test_run ();
}
