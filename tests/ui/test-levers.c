/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-format.h"
#include "hr-lever-card.h"
#include "hr-levers-dialog.h"
#include "hr-test-ui.h"
#include "hr-trial.h"

static const HrTestSetting narrow = { HR_TEST_SAMPLE, 360, 720, FALSE };
static const HrTestSetting dark = { HR_TEST_SAMPLE, 1280, 800, TRUE };

/* Scale needs 2.1 people, the benchmark pays for 1.9, and 1 is there; it has no
 * redesign. */
#define SCALE 2

static HrSegment *
get_segment (HrTestUi *ui)
{
  return hr_list_get (hr_test_get_plan (ui)->segments, SCALE);
}

static gpointer
find_dialog (HrTestUi *ui)
{
  return hr_test_find (ui->window, HR_TYPE_LEVERS_DIALOG, NULL);
}

static gboolean
shows_dialog (HrTestUi *ui)
{
  return hr_test_count (ui->window, HR_TYPE_LEVERS_DIALOG) > 0;
}

/* Opens the levers by key and chooses the segment. */
static void
open_scale (HrTestUi *ui)
{
  hr_test_show_page (ui, "overview");
  hr_test_keys (ui, "ctrl+l");
  hr_test_wait (shows_dialog (ui));
  hr_test_settle (ui->window);
  hr_test_focus (ui, hr_test_find (find_dialog (ui), GTK_TYPE_DROP_DOWN, "Segment"));
  hr_test_keys (ui, "space Home Down Down Return");
  hr_test_settle (ui->window);
  g_assert_true (hr_test_shows (find_dialog (ui), "2.1 needed, 1.0 today"));
}

static gpointer
find_first_row (HrTestUi *ui)
{
  hr_test_press (ui, hr_test_find (find_dialog (ui), GTK_TYPE_BUTTON, "Try It Below"));
  hr_test_wait (hr_test_count (ui->window, ADW_TYPE_COMBO_ROW) > 0);
  hr_test_settle (ui->window);
  return hr_test_get_focus (ui);
}

/* Chooses for the touchpoint that has the focus, by keyboard. */
static void
try (HrTestUi *ui, const char *keys)
{
  hr_test_keys (ui, keys);
  hr_test_settle (ui->window);
}

/* The touchpoint of the current journey that is worth least for its hours, as the engine
 * has it. */
static HrTouchpoint *
find_first (HrTestUi *ui)
{
  g_autoptr (HrSegmentation) segmentation = hr_segmentation_new (hr_test_get_plan (ui));
  g_autoptr (HrCapacity) capacity =
      hr_capacity_new (hr_test_get_plan (ui), segmentation, HR_JOURNEY_CURRENT);
  g_autoptr (HrLevers) levers = hr_levers_new (capacity, SCALE);

  return levers->steps[0].touchpoint;
}

/* What the dialog must say if a figure of the touchpoint were another: the engine's
 * answer for a copy of the plan. */
static void
assert_shows_figure (HrTestUi *ui, const char *property, double value)
{
  g_autoptr (HrPlan) copy = hr_item_copy (hr_test_get_plan (ui));
  g_autoptr (HrSegmentation) segmentation = hr_segmentation_new (copy);
  g_autoptr (HrCapacity) before =
      hr_capacity_new (copy, segmentation, HR_JOURNEY_CURRENT);
  g_autoptr (HrCapacity) after = NULL;
  double fte = hr_capacity_get_segment (before, SCALE)->book.fte;
  double arr = hr_capacity_get_segment (before, SCALE)->book.arr_per_fte;
  double cost = hr_capacity_get_segment (before, SCALE)->cost;
  g_autofree char *people = NULL, *change = NULL, *carries = NULL, *money = NULL;

  g_object_set (hr_plan_find (copy, HR_TYPE_TOUCHPOINT, hr_item_get_id (find_first (ui))),
                property, value, NULL);
  after = hr_capacity_new (copy, segmentation, HR_JOURNEY_CURRENT);
  people = hr_format_people (hr_capacity_get_segment (after, SCALE)->book.fte);
  change = hr_format_difference (fte, hr_capacity_get_segment (after, SCALE)->book.fte,
                                 HR_UNIT_PEOPLE, copy->currency);
  carries =
      hr_format_difference (arr, hr_capacity_get_segment (after, SCALE)->book.arr_per_fte,
                            HR_UNIT_MONEY, copy->currency);
  money = hr_format_difference (cost, hr_capacity_get_segment (after, SCALE)->cost,
                                HR_UNIT_MONEY, copy->currency);
  g_assert_true (hr_test_shows (find_dialog (ui), people));
  g_assert_true (hr_test_shows (find_dialog (ui), change));
  g_assert_true (hr_test_shows (find_dialog (ui), carries));
  g_assert_true (hr_test_shows (find_dialog (ui), money));
}

static void
assert_shows_trial (HrTestUi *ui, double times)
{
  assert_shows_figure (ui, "times", times);
}

/* A trial by keyboard: it is answered at once, reaches the plan in one step when it is
 * kept, and not before. */
static void
test_trial (HrTestUi *ui, gconstpointer setting)
{
  HrTouchpoint *first = find_first (ui);
  g_autoptr (HrPlan) before = hr_item_copy (hr_test_get_plan (ui));
  HrJourney *redesigned;
  HrTouchpoint *kept = NULL;

  open_scale (ui);
  g_assert_cmpstr (adw_preferences_row_get_title (find_first_row (ui)), ==, first->name);
  assert_shows_trial (ui, first->times);
  try (ui, "space Down Return"); /* less often */
  assert_shows_trial (ui, first->times / 2);
  try (ui, "space Down Down Down Return"); /* off */
  assert_shows_trial (ui, 0);
  try (ui, "space Home Down Return");
  assert_shows_trial (ui, first->times / 2);
  g_assert_true (hr_item_equal (hr_test_get_plan (ui), before));
  g_assert_false (hr_history_can_undo (hr_test_get_history (ui)));
  hr_test_look (ui, setting == &dark ? "levers-dark" : "levers");

  hr_test_focus (ui,
                 hr_test_find (find_dialog (ui), GTK_TYPE_BUTTON, "Keep as Redesign"));
  hr_test_keys (ui, "Return");
  hr_test_wait (!shows_dialog (ui));
  g_assert_cmpuint (hr_history_get_n_done (hr_test_get_history (ui)), ==, 1);
  redesigned = hr_plan_find_journey (hr_test_get_plan (ui), get_segment (ui),
                                     HR_JOURNEY_REDESIGNED);
  for (guint i = 0; i < hr_list_get_n (redesigned->touchpoints); i++)
    {
      HrTouchpoint *touchpoint = hr_list_get (redesigned->touchpoints, i);

      if (touchpoint->origin == hr_item_get_id (first))
        kept = touchpoint;
    }
  g_assert_cmpfloat (kept->times, ==, first->times / 2);
  hr_test_settle (ui->window);
  g_assert_cmpstr (hr_window_get_page_name (ui->window), ==, "journeys");
  g_assert_true (hr_test_shows (ui->window, "1 changed")); /* the comparison is there */

  hr_test_keys (ui, "ctrl+z");
  g_assert_true (hr_item_equal (hr_test_get_plan (ui), before));
}

/* Opens the list of the touchpoint that has the focus, and clicks. */
static void
click_pare (HrTestUi *ui, HrPare pare)
{
  GtkWidget *row = hr_test_find (find_dialog (ui), ADW_TYPE_COMBO_ROW, NULL);

  hr_test_click (ui, row);
  hr_test_wait (hr_test_count (row, GTK_TYPE_POPOVER) > 0);
  hr_test_settle (ui->window);
  hr_test_click (ui, hr_test_find (hr_test_find (row, GTK_TYPE_POPOVER, NULL),
                                   GTK_TYPE_LABEL, hr_pare_to_text (pare)));
  hr_test_wait (hr_test_count (row, GTK_TYPE_POPOVER) == 0);
  hr_test_settle (ui->window);
}

/* The same by pointer, and in each of the ways. */
static void
test_pointer (HrTestUi *ui, gconstpointer setting)
{
  HrTouchpoint *first = find_first (ui);

  hr_test_show_page (ui, "overview");
  hr_test_click (ui, hr_test_find (ui->window, GTK_TYPE_BUTTON, "Levers…"));
  hr_test_wait (shows_dialog (ui));
  gtk_drop_down_set_selected (hr_test_find (find_dialog (ui), GTK_TYPE_DROP_DOWN, NULL),
                              SCALE);
  hr_test_settle (ui->window);
  hr_test_click (ui, hr_test_find (find_dialog (ui), GTK_TYPE_BUTTON, "Try It Below"));
  hr_test_settle (ui->window);
  click_pare (ui, HR_PARE_LESS_OFTEN);
  assert_shows_trial (ui, first->times / 2);
  click_pare (ui, HR_PARE_DIGITAL);
  assert_shows_figure (ui, "staff", 0);
  click_pare (ui, HR_PARE_OFF);
  assert_shows_trial (ui, 0);
  click_pare (ui, HR_PARE_SHORTER);
  assert_shows_trial (ui, first->times / 2); /* half of the minutes is as many hours */
  g_assert_null (hr_plan_find_journey (hr_test_get_plan (ui), get_segment (ui),
                                       HR_JOURNEY_REDESIGNED));
  hr_test_click (ui,
                 hr_test_find (find_dialog (ui), GTK_TYPE_BUTTON, "Keep as Redesign"));
  hr_test_wait (!shows_dialog (ui));
  g_assert_nonnull (hr_plan_find_journey (hr_test_get_plan (ui), get_segment (ui),
                                          HR_JOURNEY_REDESIGNED));
}

/* What was tried is there again when the dialog is, until it is reset. */
static void
test_remembered (HrTestUi *ui, gconstpointer setting)
{
  double times = find_first (ui)->times;

  open_scale (ui);
  find_first_row (ui);
  try (ui, "space Down Return");
  hr_test_keys (ui, "Escape");
  hr_test_wait (!shows_dialog (ui));
  open_scale (ui);
  assert_shows_trial (ui, times / 2);
  hr_test_click (ui, hr_test_find (find_dialog (ui), GTK_TYPE_BUTTON, "Reset"));
  hr_test_settle (ui->window);
  assert_shows_trial (ui, times);
  hr_test_keys (ui, "Escape");
  hr_test_wait (!shows_dialog (ui));
  g_assert_false (hr_history_can_undo (hr_test_get_history (ui)));
}

static gpointer
find_button (HrTestUi *ui, const char *card)
{
  return hr_test_find (hr_test_find (find_dialog (ui), HR_TYPE_LEVER_CARD, card),
                       GTK_TYPE_BUTTON, NULL);
}

/* The limit becomes what the journey lets a person carry, so that the benchmark pays for
 * all of them. */
static void
test_lower (HrTestUi *ui, gconstpointer setting)
{
  HrSegment *segment = get_segment (ui);
  gint64 before = segment->limits.arr_per_fte;
  HrCapacity *capacity = hr_document_get_capacity (hr_window_get_document (ui->window));
  double implied = hr_capacity_get_segment (capacity, SCALE)->book.arr_per_fte;
  const HrBook *book;

  open_scale (ui);
  hr_test_click (ui, find_button (ui, "Lower the ARR per CSM"));
  hr_test_settle (ui->window);
  g_assert_cmpint (segment->limits.arr_per_fte, ==, (gint64) floor (implied) * 100);
  capacity = hr_document_get_capacity (hr_window_get_document (ui->window));
  book = &hr_capacity_get_segment (capacity, SCALE)->book;
  g_assert_cmpfloat_with_epsilon (book->top_down_fte, book->fte, 1e-4);
  g_assert_false (gtk_widget_get_sensitive (find_button (ui, "Lower the ARR per CSM")));
  g_assert_true (hr_test_get_focus (ui) == find_button (ui, "Pare the Journey"));
  g_assert_cmpuint (hr_history_get_n_done (hr_test_get_history (ui)), ==, 1);

  hr_test_click (ui, hr_test_find (find_dialog (ui), GTK_TYPE_BUTTON, "Undo"));
  hr_test_settle (ui->window);
  g_assert_cmpint (segment->limits.arr_per_fte, ==, before);
  g_assert_true (gtk_widget_get_sensitive (find_button (ui, "Lower the ARR per CSM")));
}

/* The people of the segment and those of the role become more, in one step, and nobody
 * is missing then. */
static void
test_hire (HrTestUi *ui, gconstpointer setting)
{
  HrSegment *segment = get_segment (ui);
  HrRole *role = hr_plan_find (hr_test_get_plan (ui), HR_TYPE_ROLE, segment->book_role);
  double of_segment = segment->headcount, of_role = role->headcount;
  g_autoptr (HrPlan) before = hr_item_copy (hr_test_get_plan (ui));
  double hired;

  open_scale (ui);
  hr_test_click (ui, find_button (ui, "Hire"));
  hr_test_settle (ui->window);
  hired = segment->headcount - of_segment;
  g_assert_cmpfloat (hired, >, 1);
  g_assert_cmpfloat_with_epsilon (role->headcount - of_role, hired, 1e-9);
  g_assert_true (hr_test_shows (find_dialog (ui), "The people are there"));
  g_assert_cmpuint (hr_history_get_n_done (hr_test_get_history (ui)), ==, 1);
  hr_test_focus (ui, hr_test_find (find_dialog (ui), GTK_TYPE_BUTTON, "Undo"));
  hr_test_keys (ui, "Return");
  g_assert_true (hr_item_equal (hr_test_get_plan (ui), before));
}

/* By key, and the keys that undo and redo work with the dialog open. */
static void
test_undo (HrTestUi *ui, gconstpointer setting)
{
  g_autoptr (HrPlan) before = hr_item_copy (hr_test_get_plan (ui)), after = NULL;

  open_scale (ui);
  hr_test_focus (ui, find_button (ui, "Lower the ARR per CSM"));
  hr_test_keys (ui, "Return");
  g_assert_cmpuint (hr_history_get_n_done (hr_test_get_history (ui)), ==, 1);
  hr_test_focus (ui, find_button (ui, "Hire"));
  hr_test_keys (ui, "Return");
  g_assert_cmpuint (hr_history_get_n_done (hr_test_get_history (ui)), ==, 2);
  g_assert_true (hr_test_shows (find_dialog (ui), "The people are there"));
  after = hr_item_copy (hr_test_get_plan (ui));

  hr_test_keys (ui, "ctrl+z ctrl+z");
  g_assert_true (hr_item_equal (hr_test_get_plan (ui), before));
  g_assert_false (hr_test_shows (find_dialog (ui), "The people are there"));
  hr_test_keys (ui, "ctrl+z"); /* there is nothing more */
  hr_test_keys (ui, "ctrl+shift+z ctrl+y");
  g_assert_true (hr_item_equal (hr_test_get_plan (ui), after));
  g_assert_true (shows_dialog (ui));
}

/* From the page of journeys it is about the segment that is shown there. Where there is a
 * redesign, the trial starts from it and says so. */
static void
test_of_redesign (HrTestUi *ui, gconstpointer setting)
{
  GtkDropDown *choice;

  hr_test_show_page (ui, "journeys");
  choice = hr_test_find (ui->window, GTK_TYPE_DROP_DOWN, "Segment");
  gtk_drop_down_set_selected (choice, 1);
  hr_test_settle (ui->window);
  hr_test_click (ui, hr_test_find (ui->window, GTK_TYPE_BUTTON, "Levers…"));
  hr_test_wait (shows_dialog (ui));
  hr_test_settle (ui->window);
  g_assert_true (hr_test_shows (find_dialog (ui), "There is a redesign"));
  g_assert_true (hr_test_shows (find_dialog (ui), "Mid-market"));
}

/* The three ways out stand below one another, and all of it can be reached. */
static void
test_narrow (HrTestUi *ui, gconstpointer setting)
{
  GtkWidget *pare, *lower;
  graphene_point_t at;

  open_scale (ui);
  hr_test_settle (ui->window);
  pare = hr_test_find (find_dialog (ui), HR_TYPE_LEVER_CARD, "Pare the Journey");
  lower = hr_test_find (find_dialog (ui), HR_TYPE_LEVER_CARD, "Lower the ARR per CSM");
  g_assert_true (
      gtk_widget_compute_point (lower, pare, &GRAPHENE_POINT_INIT (0, 0), &at));
  g_assert_cmpfloat (at.x, ==, 0);
  g_assert_cmpfloat (at.y, >=, gtk_widget_get_height (pare));
  hr_test_look (ui, "levers-narrow");
  find_first_row (ui);
  try (ui, "space Down Return");
  hr_test_look (ui, "levers-narrow-trial");
}

int
main (int argc, char **argv)
{
  hr_test_ui_init (&argc, &argv);
  hr_test_ui_add ("/ui/levers/trial", NULL, test_trial);
  hr_test_ui_add ("/ui/levers/dark", &dark, test_trial);
  hr_test_ui_add ("/ui/levers/pointer", NULL, test_pointer);
  hr_test_ui_add ("/ui/levers/remembered", NULL, test_remembered);
  hr_test_ui_add ("/ui/levers/lower", NULL, test_lower);
  hr_test_ui_add ("/ui/levers/hire", NULL, test_hire);
  hr_test_ui_add ("/ui/levers/undo", NULL, test_undo);
  hr_test_ui_add ("/ui/levers/of-redesign", NULL, test_of_redesign);
  hr_test_ui_add ("/ui/levers/narrow", &narrow, test_narrow);
  return g_test_run ();
}
