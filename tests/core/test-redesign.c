/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-redesign.h"

#include "hr-journey-diff.h"
#include "hr-test-plan.h"

/* The worked example: nine touchpoints, EBR first. */
typedef struct
{
  HrPlan *plan;
  HrPlan *before; /* a copy of the plan as it was */
  HrHistory *history;
  HrSegment *segment;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer user_data)
{
  fixture->plan = hr_test_plan_new_worked_example ();
  fixture->segment = hr_list_get (fixture->plan->segments, 0);
  fixture->before = hr_item_copy (fixture->plan);
  fixture->history = hr_history_new (fixture->plan);
}

static void
tear_down (Fixture *fixture, gconstpointer user_data)
{
  g_assert_finalize_object (fixture->history);
  g_assert_finalize_object (fixture->plan);
  g_assert_finalize_object (fixture->before);
}

static HrJourney *
find (Fixture *fixture, HrJourneyVersion version)
{
  return hr_plan_find_journey (fixture->plan, fixture->segment, version);
}

static HrJourneyDiff *
compare (Fixture *fixture)
{
  return hr_journey_diff_new (find (fixture, HR_JOURNEY_CURRENT),
                              find (fixture, HR_JOURNEY_REDESIGNED));
}

static void
assert_counts (const HrJourneyDiff *diff, guint added, guint removed, guint changed)
{
  g_assert_cmpuint (diff->n_added, ==, added);
  g_assert_cmpuint (diff->n_removed, ==, removed);
  g_assert_cmpuint (diff->n_changed, ==, changed);
}

/* Each step is whole: undone it was never there, and done again it is there again. */
static void
assert_one_step (Fixture *fixture, const HrPlan *start, guint n_done, const char *label)
{
  g_autoptr (HrPlan) end = hr_item_copy (fixture->plan);
  g_autoptr (GError) error = NULL;

  hr_plan_check (fixture->plan, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hr_history_get_n_done (fixture->history), ==, n_done);
  g_assert_cmpstr (hr_history_get_undo_label (fixture->history), ==, label);
  hr_history_undo (fixture->history);
  g_assert_true (hr_item_equal (fixture->plan, start));
  hr_history_redo (fixture->history);
  g_assert_true (hr_item_equal (fixture->plan, end));
}

static void
begin (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  hr_redesign_begin (fixture->history, fixture->segment, &error);
  g_assert_no_error (error);
}

static void
set_number (Fixture *fixture, gpointer item, const char *property, double number)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_DOUBLE);
  g_value_set_double (&value, number);
  g_assert_true (hr_history_set (fixture->history, item, property, &value, NULL));
}

/* ---- Steps ---------------------------------------------------------------------------
 */

static void
test_begin (Fixture *fixture, gconstpointer user_data)
{
  HrJourney *current = find (fixture, HR_JOURNEY_CURRENT), *redesigned;
  g_autoptr (HrJourneyDiff) diff = NULL;
  g_autoptr (GError) error = NULL;

  begin (fixture);
  assert_one_step (fixture, fixture->before, 1, "Redesign journey of Enterprise");
  redesigned = find (fixture, HR_JOURNEY_REDESIGNED);
  g_assert_cmpuint (hr_list_get_n (redesigned->touchpoints), ==, 9);
  for (guint i = 0; i < 9; i++)
    {
      HrTouchpoint *copy = hr_list_get (redesigned->touchpoints, i);
      HrTouchpoint *original = hr_list_get (current->touchpoints, i);

      g_assert_true (copy->origin == hr_item_get_id (original));
      g_assert_true (hr_item_get_id (copy) != hr_item_get_id (original));
      g_assert_true (
          hr_tags_equal (hr_item_get_tags (copy), hr_item_get_tags (original)));
    }
  diff = compare (fixture);
  assert_counts (diff, 0, 0, 0);

  g_assert_false (hr_redesign_begin (fixture->history, fixture->segment, &error));
  g_assert_error (error, HR_ERROR, HR_ERROR_DUPLICATE);
  g_assert_cmpuint (hr_history_get_n_done (fixture->history), ==, 1);
}

static void
test_adopt (Fixture *fixture, gconstpointer user_data)
{
  HrJourney *redesigned;
  g_autoptr (HrPlan) start = NULL;
  g_autoptr (GError) error = NULL;

  hr_test_add (fixture->plan->journeys, "other", "segment",
               hr_item_get_id (hr_test_add (fixture->plan->segments, "smb", "name", "SMB",
                                            "customers", 1.0, NULL)),
               NULL);
  begin (fixture);
  redesigned = find (fixture, HR_JOURNEY_REDESIGNED);
  set_number (fixture, hr_list_get (redesigned->touchpoints, 0), "times", 2);
  start = hr_item_copy (fixture->plan);

  hr_redesign_adopt (fixture->history, fixture->segment, &error);
  g_assert_no_error (error);
  assert_one_step (fixture, start, 3, "Adopt redesign of Enterprise");
  g_assert_true (find (fixture, HR_JOURNEY_CURRENT) == redesigned);
  g_assert_null (find (fixture, HR_JOURNEY_REDESIGNED));
  g_assert_true (hr_list_get (fixture->plan->journeys, 0) == redesigned);
  g_assert_cmpuint (hr_list_get_n (fixture->plan->journeys), ==, 2);
  g_assert_null (((HrTouchpoint *) hr_list_get (redesigned->touchpoints, 0))->origin);
}

static void
test_discard (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (HrPlan) start = NULL;

  begin (fixture);
  start = hr_item_copy (fixture->plan);
  hr_redesign_discard (fixture->history, fixture->segment);
  assert_one_step (fixture, start, 2, "Discard redesign of Enterprise");
  g_assert_true (hr_item_equal (fixture->plan, fixture->before));
}

/* The redesign of a segment that has no journey begins empty, and can be adopted. */
static void
test_without_current (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  HrJourney *redesigned;

  hr_history_remove (fixture->history, fixture->plan->journeys, 0);
  begin (fixture);
  redesigned = find (fixture, HR_JOURNEY_REDESIGNED);
  g_assert_cmpuint (hr_list_get_n (redesigned->touchpoints), ==, 0);
  hr_redesign_adopt (fixture->history, fixture->segment, &error);
  g_assert_no_error (error);
  g_assert_true (find (fixture, HR_JOURNEY_CURRENT) == redesigned);
}

static void
test_keep (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (HrJourney) tried = hr_redesign_copy (fixture->plan, fixture->segment);
  g_autoptr (HrJourney) other = NULL;
  g_autoptr (HrPlan) start = NULL;
  g_autoptr (GError) error = NULL;

  g_object_set (hr_list_get (tried->touchpoints, 0), "times", 1.0, NULL);
  hr_redesign_keep (fixture->history, fixture->segment, tried, &error);
  g_assert_no_error (error);
  assert_one_step (fixture, fixture->before, 1, "Keep trial as redesign of Enterprise");
  g_assert_true (hr_item_equal (find (fixture, HR_JOURNEY_REDESIGNED), tried));
  g_assert_true (find (fixture, HR_JOURNEY_REDESIGNED) != tried);

  start = hr_item_copy (fixture->plan);
  other = hr_item_copy (tried);
  g_object_set (hr_list_get (other->touchpoints, 1), "times", 1.0, NULL);
  hr_redesign_keep (fixture->history, fixture->segment, other, &error);
  g_assert_no_error (error);
  assert_one_step (fixture, start, 2, "Keep trial as redesign of Enterprise");
  g_assert_true (hr_item_equal (find (fixture, HR_JOURNEY_REDESIGNED), other));
}

/* ---- Comparison ----------------------------------------------------------------------
 */

static const HrTouchpointChange *
change_at (const HrJourneyDiff *diff, guint i)
{
  g_assert_cmpuint (i, <, diff->changes->len);
  return g_ptr_array_index (diff->changes, i);
}

static void
test_diff (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (HrTouchpoint) community = hr_item_new (HR_TYPE_TOUCHPOINT, NULL);
  g_autoptr (HrJourneyDiff) diff = NULL;
  HrJourney *current = find (fixture, HR_JOURNEY_CURRENT), *redesigned;
  HrTouchpoint *check_in;
  const HrTouchpointChange *change;

  begin (fixture);
  redesigned = find (fixture, HR_JOURNEY_REDESIGNED);
  check_in = hr_list_get (redesigned->touchpoints, 1);
  set_number (fixture, check_in, "delivery-minutes", 30);
  set_number (fixture, check_in, "times", 4);
  hr_history_remove (fixture->history, redesigned->touchpoints, 2); /* success plan */
  hr_history_remove (fixture->history, redesigned->touchpoints, 0); /* EBR */
  g_object_set (community, "name", "Community", NULL);
  hr_history_insert (fixture->history, redesigned->touchpoints, 0, community, NULL);

  diff = compare (fixture);
  assert_counts (diff, 1, 2, 1);
  g_assert_cmpuint (diff->changes->len, ==, 10);

  change = change_at (diff, 0); /* it stood first */
  g_assert_cmpint (change->kind, ==, HR_CHANGE_REMOVED);
  g_assert_true (change->before == hr_list_get (current->touchpoints, 0));
  g_assert_null (change->after);

  change = change_at (diff, 1);
  g_assert_cmpint (change->kind, ==, HR_CHANGE_ADDED);
  g_assert_true (change->after == community);

  change = change_at (diff, 2);
  g_assert_cmpint (change->kind, ==, HR_CHANGE_CHANGED);
  g_assert_true (change->after == check_in);
  g_assert_cmpuint (change->fields->len, ==, 2);
  g_assert_cmpstr (((HrField *) change->fields->pdata[0])->name, ==, "times");
  g_assert_cmpstr (((HrField *) change->fields->pdata[1])->name, ==, "delivery-minutes");
  g_assert_true (hr_journey_diff_find (diff, check_in) == change);
  g_assert_true (hr_journey_diff_find (diff, change->before) == change);

  change = change_at (diff, 3); /* right after the one before it */
  g_assert_cmpint (change->kind, ==, HR_CHANGE_REMOVED);
  g_assert_cmpstr (change->before->name, ==, "Success plan");
  g_assert_cmpint (change_at (diff, 4)->kind, ==, HR_CHANGE_NONE);
}

/* A name and a stage can change, and it is still the same touchpoint; a second copy of it
 * is another one. */
static void
test_diff_origin (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (HrJourneyDiff) diff = NULL;
  g_autoptr (HrTouchpoint) second = NULL;
  g_auto (GValue) name = G_VALUE_INIT;
  HrJourney *redesigned;
  HrTouchpoint *ebr;

  begin (fixture);
  redesigned = find (fixture, HR_JOURNEY_REDESIGNED);
  ebr = hr_list_get (redesigned->touchpoints, 0);
  second = hr_item_copy_anew (ebr);
  hr_history_insert (fixture->history, redesigned->touchpoints, 1, second, NULL);
  g_value_init (&name, G_TYPE_STRING);
  g_value_set_static_string (&name, "Check-in"); /* as another one is called */
  hr_history_set (fixture->history, ebr, "name", &name, NULL);

  g_value_set_static_string (&name, "Onboarding"); /* as the last one was */
  hr_history_set (fixture->history, second, "name", &name, NULL);
  hr_history_remove (fixture->history, redesigned->touchpoints, 9);

  diff = compare (fixture);
  assert_counts (diff, 1, 1, 1);
  g_assert_cmpstr (hr_journey_diff_find (diff, ebr)->before->name, ==, "EBR");
  g_assert_cmpint (hr_journey_diff_find (diff, second)->kind, ==, HR_CHANGE_ADDED);
}

/* What was removed from the current journey since is new in the redesign, until that is
 * undone. */
static void
test_diff_origin_gone (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (HrJourneyDiff) without = NULL;
  g_autoptr (HrJourneyDiff) with = NULL;
  HrJourney *current = find (fixture, HR_JOURNEY_CURRENT);

  begin (fixture);
  hr_history_remove (fixture->history, current->touchpoints, 0);
  without = compare (fixture);
  assert_counts (without, 1, 0, 0);
  hr_history_undo (fixture->history);
  with = compare (fixture);
  assert_counts (with, 0, 0, 0);
}

/* Without origins the only one of a name is it; of two nobody knows. */
static void
test_diff_names (Fixture *fixture, gconstpointer user_data)
{
  HrJourney *current = find (fixture, HR_JOURNEY_CURRENT);
  HrJourney *redesigned = hr_test_add (fixture->plan->journeys, NULL, "segment", "ent",
                                       "version", HR_JOURNEY_REDESIGNED, NULL);
  HrTouchpoint *ebr =
      hr_test_add (redesigned->touchpoints, NULL, "name", "EBR", "times", 4.0, NULL);
  HrTouchpoint *twice =
      hr_test_add (redesigned->touchpoints, NULL, "name", "Training", NULL);
  g_autoptr (HrJourneyDiff) diff = NULL;

  hr_test_add (current->touchpoints, NULL, "name", "Training", NULL);
  diff = compare (fixture);
  assert_counts (diff, 1, 9, 1);
  g_assert_cmpstr (hr_item_get_id (hr_journey_diff_find (diff, ebr)->before), ==, "ebr");
  g_assert_cmpint (hr_journey_diff_find (diff, twice)->kind, ==, HR_CHANGE_ADDED);
}

static void
test_diff_nothing (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (HrJourneyDiff) nothing = hr_journey_diff_new (NULL, NULL);
  g_autoptr (HrJourneyDiff) all = compare (fixture);

  g_assert_cmpuint (nothing->changes->len, ==, 0);
  assert_counts (all, 0, 9, 0);
}

#define ADD(name, test)                                                                  \
  g_test_add ("/core/redesign/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("begin", test_begin);
  ADD ("adopt", test_adopt);
  ADD ("discard", test_discard);
  ADD ("without-current", test_without_current);
  ADD ("keep", test_keep);
  ADD ("diff", test_diff);
  ADD ("diff/origin", test_diff_origin);
  ADD ("diff/origin-gone", test_diff_origin_gone);
  ADD ("diff/names", test_diff_names);
  ADD ("diff/nothing", test_diff_nothing);

  return g_test_run ();
}
