/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-format.h"
#include "hr-journeys-page.h"
#include "hr-redesign-pane.h"
#include "hr-test-cell.h"

static const HrTestSetting narrow = { HR_TEST_SAMPLE, 360, 720, FALSE };
static const HrTestSetting dark = { HR_TEST_SAMPLE, 1280, 800, TRUE };

/* The first segment of the sample, which is not redesigned. */
static HrSegment *
get_segment (HrTestUi *ui)
{
  return hr_list_get (hr_test_get_plan (ui)->segments, 0);
}

static HrJourney *
find_journey (HrTestUi *ui, HrJourneyVersion version)
{
  return hr_plan_find_journey (hr_test_get_plan (ui), get_segment (ui), version);
}

static HrTouchpoint *
get_touchpoint (HrTestUi *ui, HrJourneyVersion version, guint i)
{
  return hr_list_get (find_journey (ui, version)->touchpoints, i);
}

static gpointer
find_pane (HrTestUi *ui)
{
  return hr_test_find (ui->window, HR_TYPE_REDESIGN_PANE, NULL);
}

static gboolean
shows_pane (HrTestUi *ui)
{
  return hr_test_count (ui->window, HR_TYPE_REDESIGN_PANE) > 0;
}

/* What the table says of the row, beside its name. */
static void
assert_mark (HrTestUi *ui, gconstpointer touchpoint, const char *mark)
{
  HrGridPlace place = hr_test_cell_find (ui, touchpoint, "name");
  g_auto (HrGridCell) cell = { 0 };

  hr_grid_column_get_cell (hr_grid_find_column (hr_test_cell_get_grid (ui), "name"),
                           place.row, &cell);
  g_assert_cmpstr (cell.mark, ==, mark);
}

/* The figures of both journeys, as the engine has them for a copy of the plan. */
static void
assert_effect (HrTestUi *ui)
{
  g_autoptr (HrPlan) copy = hr_item_copy (hr_test_get_plan (ui));
  g_autoptr (HrSegmentation) segmentation = hr_segmentation_new (copy);
  g_autoptr (HrCapacity) now = hr_capacity_new (copy, segmentation, HR_JOURNEY_CURRENT);
  g_autoptr (HrCapacity) then =
      hr_capacity_new (copy, segmentation, HR_JOURNEY_REDESIGNED);
  const HrSegmentCapacity *before = hr_capacity_get_segment (now, 0);
  const HrSegmentCapacity *after = hr_capacity_get_segment (then, 0);
  g_autofree char *hours = hr_format_hours (after->workload_hours);
  g_autofree char *people = hr_format_people (after->book.fte);
  g_autofree char *change = hr_format_difference (before->book.fte, after->book.fte,
                                                  HR_UNIT_PEOPLE, copy->currency);
  g_autofree char *cost =
      hr_format_difference (before->cost, after->cost, HR_UNIT_MONEY, copy->currency);
  g_autofree char *arr =
      hr_format_money_compact (after->book.arr_per_fte, copy->currency);

  g_assert_true (hr_test_shows (find_pane (ui), hours));
  g_assert_true (hr_test_shows (find_pane (ui), people));
  g_assert_true (hr_test_shows (find_pane (ui), change));
  g_assert_true (hr_test_shows (find_pane (ui), cost));
  g_assert_true (hr_test_shows (find_pane (ui), arr));
}

static void
redesign_by_key (HrTestUi *ui)
{
  hr_test_show_page (ui, "journeys");
  hr_test_keys (ui, "ctrl+shift+r");
  g_assert_nonnull (find_journey (ui, HR_JOURNEY_REDESIGNED));
  hr_test_settle (ui->window);
}

/* ---- By keyboard ---- */

static void
test_keyboard (HrTestUi *ui, gconstpointer setting)
{
  HrTouchpoint *touchpoint;

  redesign_by_key (ui);
  g_assert_cmpuint (hr_history_get_n_done (hr_test_get_history (ui)), ==, 1);
  g_assert_true (hr_test_shows (find_pane (ui), "no difference"));
  touchpoint = get_touchpoint (ui, HR_JOURNEY_REDESIGNED, 0);
  assert_mark (ui, touchpoint, NULL);

  hr_test_cell_type (ui, touchpoint, "prep-minutes", "900");
  hr_test_settle (ui->window);
  assert_mark (ui, touchpoint, "Changed");
  g_assert_true (hr_test_shows (find_pane (ui), "1 changed"));
  g_assert_true (hr_test_shows (find_pane (ui), "to 900"));
  g_assert_cmpfloat (get_touchpoint (ui, HR_JOURNEY_CURRENT, 0)->prep_minutes, !=, 900);
  assert_effect (ui);

  hr_test_keys (ui, "F9");
  hr_test_wait (!shows_pane (ui));
  hr_test_keys (ui, "F9");
  hr_test_wait (shows_pane (ui));

  hr_test_keys (ui, "ctrl+z");
  hr_test_settle (ui->window);
  g_assert_true (hr_test_shows (find_pane (ui), "no difference"));
  assert_mark (ui, touchpoint, NULL);
  hr_test_keys (ui, "ctrl+z"); /* it was never redesigned */
  g_assert_null (find_journey (ui, HR_JOURNEY_REDESIGNED));
  hr_test_settle (ui->window);
  g_assert_false (shows_pane (ui));
  hr_test_keys (ui, "ctrl+shift+z");
  g_assert_nonnull (find_journey (ui, HR_JOURNEY_REDESIGNED));
}

/* A touchpoint that is added or removed is told in both journeys. */
static void
test_added_and_removed (HrTestUi *ui, gconstpointer setting)
{
  HrTouchpoint *current = get_touchpoint (ui, HR_JOURNEY_CURRENT, 0), *added;
  HrJourney *redesigned;
  g_autofree char *name = g_strdup (current->name);

  redesign_by_key (ui);
  redesigned = find_journey (ui, HR_JOURNEY_REDESIGNED);
  hr_test_cell_focus (ui, get_touchpoint (ui, HR_JOURNEY_REDESIGNED, 0), "name");
  hr_test_keys (ui, "ctrl+minus");
  hr_test_keys (ui, "ctrl+plus");
  hr_test_type (ui, "Community");
  hr_test_keys (ui, "Return");
  hr_test_settle (ui->window);
  added = NULL;
  for (guint i = 0; i < hr_list_get_n (redesigned->touchpoints); i++)
    if (g_str_equal (((HrTouchpoint *) hr_list_get (redesigned->touchpoints, i))->name,
                     "Community"))
      added = hr_list_get (redesigned->touchpoints, i);
  g_assert_nonnull (added);
  assert_mark (ui, added, "Added");
  g_assert_true (hr_test_shows (find_pane (ui), "1 added · 1 removed"));

  hr_test_click (ui, hr_test_find_titled (find_pane (ui), name));
  hr_test_settle (ui->window);
  assert_mark (ui, current, "Removed"); /* the table shows the current journey now */
  g_assert_true (hr_test_cell_has_focus (ui, current, "name"));
  hr_test_look (ui, setting == &dark ? "redesign-dark" : "redesign");
}

/* ---- By pointer ---- */

static void
test_adopt (HrTestUi *ui, gconstpointer setting)
{
  HrJourney *current = find_journey (ui, HR_JOURNEY_CURRENT), *redesigned;
  g_autoptr (HrPlan) before = NULL;

  hr_test_show_page (ui, "journeys");
  hr_test_click (ui, hr_test_find (ui->window, GTK_TYPE_BUTTON, "Redesign"));
  redesigned = find_journey (ui, HR_JOURNEY_REDESIGNED);
  g_assert_nonnull (redesigned);
  hr_test_settle (ui->window);
  hr_test_cell_type (ui, hr_list_get (redesigned->touchpoints, 0), "times", "7");
  before = hr_item_copy (hr_test_get_plan (ui));

  hr_test_click (ui, hr_test_find (ui->window, GTK_TYPE_BUTTON, "Adopt"));
  g_assert_true (find_journey (ui, HR_JOURNEY_CURRENT) == redesigned);
  g_assert_null (find_journey (ui, HR_JOURNEY_REDESIGNED));
  hr_test_settle (ui->window);
  g_assert_false (shows_pane (ui));
  hr_test_cell_assert_shows (ui, hr_list_get (redesigned->touchpoints, 0), "times", "7");

  hr_test_click (ui, hr_test_find (ui->window, GTK_TYPE_BUTTON, "Undo"));
  g_assert_true (find_journey (ui, HR_JOURNEY_CURRENT) == current);
  g_assert_true (hr_item_equal (hr_test_get_plan (ui), before));
}

static void
test_adopt_by_key (HrTestUi *ui, gconstpointer setting)
{
  HrJourney *current = find_journey (ui, HR_JOURNEY_CURRENT), *redesigned;
  g_autoptr (HrPlan) before = NULL;

  redesign_by_key (ui);
  redesigned = find_journey (ui, HR_JOURNEY_REDESIGNED);
  hr_test_cell_type (ui, hr_list_get (redesigned->touchpoints, 0), "times", "7");
  before = hr_item_copy (hr_test_get_plan (ui));
  hr_test_tab_to (ui, GTK_TYPE_BUTTON, "Adopt");
  hr_test_keys (ui, "Return");
  g_assert_true (find_journey (ui, HR_JOURNEY_CURRENT) == redesigned);
  hr_test_keys (ui, "ctrl+z");
  g_assert_true (find_journey (ui, HR_JOURNEY_CURRENT) == current);
  g_assert_true (hr_item_equal (hr_test_get_plan (ui), before));
}

static void
test_discard (HrTestUi *ui, gconstpointer setting)
{
  g_autoptr (HrPlan) before = NULL;

  redesign_by_key (ui);
  before = hr_item_copy (hr_test_get_plan (ui));
  hr_test_click (ui, hr_test_find (ui->window, GTK_TYPE_BUTTON, "Discard"));
  g_assert_null (find_journey (ui, HR_JOURNEY_REDESIGNED));
  hr_test_settle (ui->window);
  g_assert_false (shows_pane (ui));
  hr_test_keys (ui, "ctrl+z");
  g_assert_true (hr_item_equal (hr_test_get_plan (ui), before));
}

/* There is no room beside the table: the comparison comes when it is asked for, as a
 * list, and goes when a touchpoint of it is chosen. */
static void
test_narrow (HrTestUi *ui, gconstpointer setting)
{
  HrTouchpoint *touchpoint;

  redesign_by_key (ui);
  g_assert_false (shows_pane (ui));
  touchpoint = get_touchpoint (ui, HR_JOURNEY_REDESIGNED, 0);
  hr_test_cell_type (ui, touchpoint, "name", "Community");
  hr_test_look (ui, "redesign-narrow");

  hr_test_click (ui, hr_test_find (ui->window, GTK_TYPE_TOGGLE_BUTTON, "Compare"));
  hr_test_wait (shows_pane (ui));
  hr_test_settle (ui->window);
  g_assert_true (hr_test_shows (find_pane (ui), "1 changed"));
  hr_test_look (ui, "redesign-narrow-comparison");
  hr_test_keys (ui, "F9");
  hr_test_wait (!shows_pane (ui));
}

int
main (int argc, char **argv)
{
  hr_test_ui_init (&argc, &argv);
  hr_test_ui_add ("/ui/redesign/keyboard", NULL, test_keyboard);
  hr_test_ui_add ("/ui/redesign/added-and-removed", NULL, test_added_and_removed);
  hr_test_ui_add ("/ui/redesign/dark", &dark, test_added_and_removed);
  hr_test_ui_add ("/ui/redesign/adopt", NULL, test_adopt);
  hr_test_ui_add ("/ui/redesign/adopt-by-key", NULL, test_adopt_by_key);
  hr_test_ui_add ("/ui/redesign/discard", NULL, test_discard);
  hr_test_ui_add ("/ui/redesign/narrow", &narrow, test_narrow);
  return g_test_run ();
}
