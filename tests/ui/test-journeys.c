/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "hr-format.h"
#include "hr-test-cell.h"

#define EDITED "Executive business review"

/* The touchpoint of the sample's first segment that the tests edit. */
static HrTouchpoint *
find_touchpoint (HrPlan *plan)
{
  HrJourney *journey =
      hr_plan_find_journey (plan, hr_list_get (plan->segments, 0), HR_JOURNEY_CURRENT);

  for (guint i = 0; i < hr_list_get_n (journey->touchpoints); i++)
    {
      HrTouchpoint *touchpoint = hr_list_get (journey->touchpoints, i);

      if (g_str_equal (touchpoint->name, EDITED))
        return touchpoint;
    }
  g_error ("The sample has no “%s” any more", EDITED);
}

/* People needed in a copy of the plan in which only the minutes are others: as the engine
 * has it, without anything that the window did. */
static char *
compute_people (HrPlan *plan, double minutes, gboolean in_first_segment)
{
  g_autoptr (HrPlan) copy = hr_item_copy (plan);
  g_autoptr (HrSegmentation) segmentation = NULL;
  g_autoptr (HrCapacity) capacity = NULL;

  g_object_set (find_touchpoint (copy), "prep-minutes", minutes, NULL);
  segmentation = hr_segmentation_new (copy);
  capacity = hr_capacity_new (copy, segmentation, HR_JOURNEY_CURRENT);
  return hr_format_people (in_first_segment
                               ? hr_capacity_get_segment (capacity, 0)->book.fte
                               : hr_capacity_get_totals (capacity)->fte);
}

static void
type_minutes (HrTestUi *ui, const char *text)
{
  hr_test_cell_type (ui, find_touchpoint (hr_test_get_plan (ui)), "prep-minutes", text);
}

static void
assert_shows_minutes (HrTestUi *ui, const char *text)
{
  hr_test_cell_assert_shows (ui, find_touchpoint (hr_test_get_plan (ui)), "prep-minutes",
                             text);
}

static void
assert_shows_people (HrTestUi *ui, double minutes)
{
  g_autofree char *segment = compute_people (hr_test_get_plan (ui), minutes, TRUE);
  g_autofree char *total = compute_people (hr_test_get_plan (ui), minutes, FALSE);

  hr_test_show_page (ui, "journeys");
  if (!hr_test_shows (hr_test_find (ui->window, GTK_TYPE_MENU_BUTTON, "CSM Needed"),
                      segment))
    g_error ("The footer does not say that %s are needed", segment);
  hr_test_show_page (ui, "overview");
  if (!hr_test_shows (hr_test_find (ui->window, GTK_TYPE_MENU_BUTTON, "People Needed"),
                      total))
    g_error ("The overview does not say that %s are needed", total);
  hr_test_show_page (ui, "journeys");
}

static void
test_edit (HrTestUi *ui, gconstpointer setting)
{
  HrTouchpoint *touchpoint = find_touchpoint (hr_test_get_plan (ui));
  double before = touchpoint->prep_minutes;
  g_autofree char *people_before = compute_people (hr_test_get_plan (ui), before, TRUE);
  g_autofree char *people_after = compute_people (hr_test_get_plan (ui), 900, TRUE);

  g_assert_cmpstr (people_before, !=, people_after); /* else there is nothing to see */
  hr_test_show_page (ui, "journeys");
  assert_shows_people (ui, before);

  type_minutes (ui, "900");
  g_assert_cmpfloat (touchpoint->prep_minutes, ==, 900);
  assert_shows_minutes (ui, "900");
  assert_shows_people (ui, 900);

  hr_test_keys (ui, "ctrl+z");
  g_assert_cmpfloat (touchpoint->prep_minutes, ==, before);
  assert_shows_people (ui, before);

  hr_test_keys (ui, "ctrl+shift+z");
  g_assert_cmpfloat (touchpoint->prep_minutes, ==, 900);
  assert_shows_people (ui, 900);
}

static void
refuse (HrTestUi *ui, const char *text, const char *why)
{
  g_autofree char *before =
      hr_test_cell_get_text (ui, find_touchpoint (hr_test_get_plan (ui)), "prep-minutes");
  guint64 revision = hr_history_get_revision (hr_test_get_history (ui));

  type_minutes (ui, text);
  hr_test_wait (hr_test_shows (ui->window, why));
  g_assert_true (hr_test_shows (ui->window, text)); /* the toast says what was typed */
  assert_shows_minutes (ui, before);
  g_assert_cmpuint (hr_history_get_revision (hr_test_get_history (ui)), ==, revision);
  g_assert_false (hr_history_can_undo (hr_test_get_history (ui)));
}

static void
test_refused (HrTestUi *ui, gconstpointer setting)
{
  double before = find_touchpoint (hr_test_get_plan (ui))->prep_minutes;

  hr_test_show_page (ui, "journeys");
  refuse (ui, "abc", "is not a time");
  refuse (ui, "-5", "must be between 0 and");
  g_assert_cmpfloat (find_touchpoint (hr_test_get_plan (ui))->prep_minutes, ==, before);
}

/* A share is shown in percent and edited as a person types it: all of it is replaced. */
static void
test_share (HrTestUi *ui, gconstpointer setting)
{
  HrTouchpoint *touchpoint = find_touchpoint (hr_test_get_plan (ui));

  hr_test_show_page (ui, "journeys");
  hr_test_cell_assert_shows (ui, touchpoint, "reach", "100%");
  hr_test_cell_type (ui, touchpoint, "reach", "62%");
  g_assert_cmpfloat (touchpoint->reach, ==, 0.62);
  hr_test_cell_assert_shows (ui, touchpoint, "reach", "62%");
}

/* What is typed and then left with Escape was never there. */
static void
test_escape (HrTestUi *ui, gconstpointer setting)
{
  double before = find_touchpoint (hr_test_get_plan (ui))->prep_minutes;

  hr_test_show_page (ui, "journeys");
  hr_test_cell_focus (ui, find_touchpoint (hr_test_get_plan (ui)), "prep-minutes");
  hr_test_keys (ui, "Return");
  hr_test_type (ui, "77");
  hr_test_keys (ui, "Escape");
  g_assert_cmpfloat (find_touchpoint (hr_test_get_plan (ui))->prep_minutes, ==, before);
  g_assert_false (hr_history_can_undo (hr_test_get_history (ui)));
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_set_object ((GAsyncResult **) user_data, result);
}

static void
test_save_and_open (HrTestUi *ui, gconstpointer setting)
{
  HrDocument *document = hr_window_get_document (ui->window);
  g_autofree char *folder = g_dir_make_tmp ("headroom-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "plan.headroom", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (HrDocument) opened = NULL;

  hr_test_show_page (ui, "journeys");
  type_minutes (ui, "45");
  g_assert_true (hr_document_get_modified (document));
  hr_document_save_async (document, file, HR_SAVE_CAREFUL, NULL, done_cb, &result);
  hr_test_wait (result != NULL);
  g_assert_true (hr_document_save_finish (document, result, &error));
  g_assert_no_error (error);
  g_assert_false (hr_document_get_modified (document));

  g_clear_object (&result);
  hr_document_load_async (file, NULL, done_cb, &result);
  hr_test_wait (result != NULL);
  opened = hr_document_load_finish (result, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (hr_item_equal (hr_test_get_plan (ui), hr_document_get_plan (opened)));
  g_assert_true (hr_portfolio_equal (hr_test_get_plan (ui)->portfolio,
                                     hr_document_get_plan (opened)->portfolio));
  g_assert_cmpfloat (find_touchpoint (hr_document_get_plan (opened))->prep_minutes, ==,
                     45);
  g_unlink (path);
  g_rmdir (folder);
}

/* The segment whose journey is shown is removed: the next takes its place. */
static void
test_segment_removed (HrTestUi *ui, gconstpointer setting)
{
  HrPlan *plan = hr_test_get_plan (ui);
  HrJourney *journey;
  guint n;

  hr_test_show_page (ui, "journeys");
  hr_history_remove (hr_test_get_history (ui), plan->segments, 0);
  journey =
      hr_plan_find_journey (plan, hr_list_get (plan->segments, 0), HR_JOURNEY_CURRENT);
  n = hr_list_get_n (journey->touchpoints);
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.add", NULL);
  hr_test_settle (ui->window);
  g_assert_cmpuint (hr_list_get_n (journey->touchpoints), ==, n + 1);
}

/* Without a role that carries the accounts there is nothing to explain but that. */
static void
test_no_role (HrTestUi *ui, gconstpointer setting)
{
  g_autoptr (GError) error = NULL;
  GtkMenuButton *button;

  hr_document_edit (hr_window_get_document (ui->window),
                    hr_list_get (hr_test_get_plan (ui)->segments, 0), "book-role", "",
                    &error);
  g_assert_no_error (error);
  hr_test_show_page (ui, "journeys");
  button = hr_test_find (ui->window, GTK_TYPE_MENU_BUTTON, "Customers per Person");
  gtk_menu_button_popup (button);
  hr_test_settle (ui->window);
  g_assert_true (hr_test_shows (gtk_menu_button_get_popover (button),
                                hr_reason_to_text (HR_REASON_NO_BOOK_ROLE)));
}

int
main (int argc, char **argv)
{
  hr_test_ui_init (&argc, &argv);
  hr_test_ui_add ("/ui/journeys/edit", NULL, test_edit);
  hr_test_ui_add ("/ui/journeys/refused", NULL, test_refused);
  hr_test_ui_add ("/ui/journeys/share", NULL, test_share);
  hr_test_ui_add ("/ui/journeys/escape", NULL, test_escape);
  hr_test_ui_add ("/ui/journeys/save-and-open", NULL, test_save_and_open);
  hr_test_ui_add ("/ui/journeys/segment-removed", NULL, test_segment_removed);
  hr_test_ui_add ("/ui/journeys/no-role", NULL, test_no_role);
  return g_test_run ();
}
