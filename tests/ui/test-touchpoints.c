/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "hr-figure.h"
#include "hr-journey-figures.h"
#include "hr-test-cell.h"
#include "hr-touchpoint.h"

/* The table of touchpoints, worked with the keyboard. */

/* The journey of the first segment, which the page shows at first. */
static void
test_add (HrTestUi *ui, gconstpointer setting)
{
  HrList *touchpoints = hr_test_show_touchpoints (ui);
  HrTouchpoint *first = hr_list_get (touchpoints, 0), *added;
  guint n = hr_list_get_n (touchpoints), position;

  hr_test_cell_focus (ui, first, "name");
  hr_test_keys (ui, "ctrl+plus");
  g_assert_cmpuint (hr_list_get_n (touchpoints), ==, n + 1);
  g_assert_true (hr_list_get_position (touchpoints, first, &position));
  added = hr_list_get (touchpoints, position + 1);
  g_assert_true (added->stage == first->stage);

  hr_test_type (ui, "Check-in"); /* its name is being edited already */
  hr_test_keys (ui, "Return");
  g_assert_cmpstr (added->name, ==, "Check-in");

  hr_test_keys (ui, "ctrl+z ctrl+z");
  g_assert_cmpuint (hr_list_get_n (touchpoints), ==, n);
}

static void
test_remove (HrTestUi *ui, gconstpointer setting)
{
  HrList *touchpoints = hr_test_show_touchpoints (ui);
  g_autoptr (HrTouchpoint) second = g_object_ref (hr_list_get (touchpoints, 1));
  guint n = hr_list_get_n (touchpoints);

  hr_test_cell_focus (ui, second, "prep-minutes");
  hr_test_keys (ui, "ctrl+minus");
  g_assert_cmpuint (hr_list_get_n (touchpoints), ==, n - 1);
  g_assert_true (hr_test_shows (ui->window, second->name)); /* in the toast */
  g_assert_nonnull (hr_test_find (ui->window, GTK_TYPE_BUTTON, "Undo"));

  hr_test_keys (ui, "ctrl+z");
  g_assert_cmpuint (hr_list_get_n (touchpoints), ==, n);
  g_assert_true (hr_list_get (touchpoints, 1) == second);
  hr_test_wait (hr_test_cell_has_focus (ui, second, "prep-minutes"));
}

/* While a cell is edited, Delete is about its letters. */
static void
test_delete_letter (HrTestUi *ui, gconstpointer setting)
{
  HrList *touchpoints = hr_test_show_touchpoints (ui);
  HrTouchpoint *first = hr_list_get (touchpoints, 0);
  g_autofree char *rest = g_strdup (first->name + 1);
  guint n = hr_list_get_n (touchpoints);

  hr_test_cell_focus (ui, first, "name");
  hr_test_keys (ui, "F2 Home Delete Return");
  g_assert_cmpuint (hr_list_get_n (touchpoints), ==, n);
  g_assert_cmpstr (first->name, ==, rest);

  hr_test_keys (ui, "F2 End Delete Delete Escape");
  g_assert_cmpuint (hr_list_get_n (touchpoints), ==, n);
  g_assert_cmpstr (first->name, ==, rest);
}

static void
test_move (HrTestUi *ui, gconstpointer setting)
{
  HrList *touchpoints = hr_test_show_touchpoints (ui);
  HrTouchpoint *upper = NULL, *lower = NULL;
  guint n = hr_list_get_n (touchpoints), before, after;

  for (guint i = 0; i + 1 < n && lower == NULL; i++)
    {
      upper = hr_list_get (touchpoints, i);
      if (upper->stage == ((HrTouchpoint *) hr_list_get (touchpoints, i + 1))->stage)
        lower = hr_list_get (touchpoints, i + 1);
    }
  g_assert_nonnull (lower);
  hr_test_cell_focus (ui, upper, "times");
  hr_test_keys (ui, "alt+Down");
  hr_list_get_position (touchpoints, lower, &before);
  hr_list_get_position (touchpoints, upper, &after);
  g_assert_cmpuint (before, <, after);
  hr_test_wait (hr_test_cell_has_focus (ui, upper, "times"));

  hr_test_keys (ui, "alt+Up");
  hr_list_get_position (touchpoints, lower, &after);
  hr_list_get_position (touchpoints, upper, &before);
  g_assert_cmpuint (before, <, after);
}

static gpointer
get_below (HrTestUi *ui, gpointer item)
{
  HrGridPlace place = hr_test_cell_find (ui, item, "name");
  g_autoptr (GObject) below = g_list_model_get_item (
      hr_grid_get_model (hr_test_cell_get_grid (ui)), place.row + 1);

  return below;
}

/* Tab takes what is typed along the row, Enter down to where Tab began. */
static void
test_typing_on (HrTestUi *ui, gconstpointer setting)
{
  HrList *touchpoints = hr_test_show_touchpoints (ui);
  HrTouchpoint *first = hr_list_get (touchpoints, 0);

  hr_test_cell_focus (ui, first, "prep-minutes");
  hr_test_keys (ui, "F2");
  hr_test_type (ui, "1:17");
  hr_test_keys (ui, "Tab");
  hr_test_type (ui, "33");
  hr_test_keys (ui, "Return");
  g_assert_cmpfloat (first->prep_minutes, ==, 77);
  g_assert_cmpfloat (first->delivery_minutes, ==, 33);
  g_assert_true (hr_test_cell_has_focus (ui, get_below (ui, first), "prep-minutes"));

  hr_test_keys (ui, "Up Return");
  hr_test_type (ui, "99");
  hr_test_keys (ui, "Escape");
  g_assert_cmpfloat (first->prep_minutes, ==, 77);
}

static void
test_refusal (HrTestUi *ui, gconstpointer setting)
{
  HrList *touchpoints = hr_test_show_touchpoints (ui);
  HrTouchpoint *first = hr_list_get (touchpoints, 0);
  double reach = first->reach;
  g_autofree char *before = hr_test_cell_get_text (ui, first, "reach");

  hr_test_cell_focus (ui, first, "reach");
  hr_test_keys (ui, "F2");
  hr_test_type (ui, "often");
  hr_test_keys (ui, "Return");
  g_assert_cmpfloat (first->reach, ==, reach);
  g_assert_true (hr_test_shows (ui->window, "“often” is not"));
  hr_test_cell_assert_shows (ui, first, "reach", before);
  g_assert_true (hr_test_cell_has_focus (ui, first, "reach"));
  g_assert_false (hr_document_get_modified (hr_window_get_document (ui->window)));
}

static void
test_choices (HrTestUi *ui, gconstpointer setting)
{
  HrList *touchpoints = hr_test_show_touchpoints (ui);
  HrTouchpoint *first = hr_list_get (touchpoints, 0);

  g_object_set (first, "per", HR_PERIOD_YEAR, NULL);
  hr_test_cell_focus (ui, first, "per");
  hr_test_keys (ui, "F2");
  g_assert_nonnull (hr_test_find (hr_test_cell_get_grid (ui), GTK_TYPE_LIST_BOX, NULL));
  hr_test_press (
      ui, hr_test_find_nth (hr_test_cell_get_grid (ui), GTK_TYPE_LIST_BOX_ROW, NULL, 0));
  g_assert_cmpint (first->per, !=, HR_PERIOD_YEAR);
  hr_test_keys (ui, "ctrl+z");
  g_assert_cmpint (first->per, ==, HR_PERIOD_YEAR);
}

/* The list of personas stays open for the next one. */
static void
test_personas (HrTestUi *ui, gconstpointer setting)
{
  HrList *touchpoints = hr_test_show_touchpoints (ui);
  HrTouchpoint *first = hr_list_get (touchpoints, 0);
  HrGrid *grid = hr_test_cell_get_grid (ui);
  guint n = hr_test_count_personas (first), n_boxes, n_active = 0;

  hr_test_cell_focus (ui, first, "personas");
  hr_test_keys (ui, "F2");
  n_boxes = hr_test_count (grid, GTK_TYPE_CHECK_BUTTON);
  g_assert_cmpuint (n_boxes, ==, hr_list_get_n (hr_test_get_plan (ui)->personas));
  for (guint i = 0; i < n_boxes; i++)
    {
      GtkCheckButton *box = hr_test_find_nth (grid, GTK_TYPE_CHECK_BUTTON, NULL, i);

      n_active += gtk_check_button_get_active (box);
    }
  g_assert_cmpuint (n_active, ==, n);
  hr_test_press (ui, hr_test_find_nth (grid, GTK_TYPE_LIST_BOX_ROW, NULL, 0));
  g_assert_cmpuint (hr_test_count_personas (first), !=, n);
  hr_test_press (ui, hr_test_find_nth (grid, GTK_TYPE_LIST_BOX_ROW, NULL, 0));
  g_assert_cmpuint (hr_test_count_personas (first), ==, n);
  hr_test_keys (ui, "Escape");
}

/* Each figure under the table says by how much it has changed. */
static void
test_figures (HrTestUi *ui, gconstpointer setting)
{
  HrList *touchpoints = hr_test_show_touchpoints (ui);
  HrTouchpoint *first = hr_list_get (touchpoints, 0);
  GtkWidget *figures = hr_test_find (ui->window, HR_TYPE_JOURNEY_FIGURES, NULL);
  g_autofree char *before = hr_test_get_text (figures), *after = NULL, *undone = NULL;

  g_assert_cmpuint (hr_test_count (figures, HR_TYPE_FIGURE), ==, 4);
  g_assert_null (strstr (before, "+"));
  hr_test_cell_focus (ui, first, "delivery-minutes");
  hr_test_keys (ui, "F2");
  hr_test_type (ui, "90 h");
  hr_test_keys (ui, "Return");
  after = hr_test_get_text (figures);
  g_assert_nonnull (strstr (after, "+"));
  hr_test_keys (ui, "ctrl+z");
  undone = hr_test_get_text (figures);
  g_assert_cmpstr (undone, ==, before);
}

/* Where a journey was redesigned, either can be shown; elsewhere nothing is asked. */
static void
test_versions (HrTestUi *ui, gconstpointer setting)
{
  HrList *touchpoints = hr_test_show_touchpoints (ui);
  HrPlan *plan = hr_test_get_plan (ui);
  HrHistory *history = hr_document_get_history (hr_window_get_document (ui->window));
  HrSegment *segment = hr_list_get (plan->segments, 0);
  HrJourney *old = hr_plan_find_journey (plan, segment, HR_JOURNEY_REDESIGNED);
  HrJourney *journey = hr_item_new (HR_TYPE_JOURNEY, NULL);
  g_autoptr (HrTouchpoint) touchpoint = hr_item_new (HR_TYPE_TOUCHPOINT, NULL);
  GtkWidget *versions;
  guint position;

  if (old != NULL && hr_list_get_position (plan->journeys, old, &position))
    hr_history_remove (history, plan->journeys, position);
  hr_test_settle (ui->window);
  g_assert_false (
      hr_test_shows (hr_window_get_page (ui->window, "journeys"), "Redesigned"));

  g_object_set (touchpoint, "name", "Digital check-in", NULL);
  g_object_set (journey, "segment", hr_item_get_id (segment), "version",
                HR_JOURNEY_REDESIGNED, NULL);
  hr_list_append (journey->touchpoints, touchpoint);
  g_assert_true (hr_history_insert (history, plan->journeys, 0, journey, NULL));
  g_object_unref (journey);
  hr_test_settle (ui->window);
  versions = hr_test_find (hr_window_get_page (ui->window, "journeys"),
                           ADW_TYPE_TOGGLE_GROUP, "Version of the Journey");
  g_assert_nonnull (versions);
  adw_toggle_group_set_active (ADW_TOGGLE_GROUP (versions), 1);
  hr_test_settle (ui->window);
  hr_test_cell_find (ui, touchpoint, "name");

  hr_test_keys (ui, "ctrl+z"); /* it was never there */
  hr_test_cell_find (ui, hr_list_get (touchpoints, 0), "name");
}

int
main (int argc, char **argv)
{
  hr_test_ui_init (&argc, &argv);
  hr_test_ui_add ("/ui/touchpoints/add", NULL, test_add);
  hr_test_ui_add ("/ui/touchpoints/remove", NULL, test_remove);
  hr_test_ui_add ("/ui/touchpoints/delete-letter", NULL, test_delete_letter);
  hr_test_ui_add ("/ui/touchpoints/move", NULL, test_move);
  hr_test_ui_add ("/ui/touchpoints/typing-on", NULL, test_typing_on);
  hr_test_ui_add ("/ui/touchpoints/refusal", NULL, test_refusal);
  hr_test_ui_add ("/ui/touchpoints/choices", NULL, test_choices);
  hr_test_ui_add ("/ui/touchpoints/personas", NULL, test_personas);
  hr_test_ui_add ("/ui/touchpoints/figures", NULL, test_figures);
  hr_test_ui_add ("/ui/touchpoints/versions", NULL, test_versions);
  return g_test_run ();
}
