/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-engine.h"

#include "hr-redesign.h"
#include "hr-trial.h"

static HrTrial *
begin (HrPlan *plan)
{
  g_autoptr (HrSegmentation) segmentation = hr_segmentation_new (plan);

  return hr_trial_new (plan, segmentation, 0);
}

/* The simple plan, with a second touchpoint that takes more and is worth more: the call
 * of 1 hour is worth 3 an hour, the review of 4 hours 1.25. */
static HrTouchpoint *
add_review (Simple *simple)
{
  return hr_test_add (simple->journey->touchpoints, "review", "name", "Review", "per",
                      HR_PERIOD_YEAR, "prep-minutes", 60.0, "delivery-minutes", 120.0,
                      "follow-up-minutes", 60.0, "value", 5, "role", "csm", NULL);
}

static void
test_pares (void)
{
  static const struct
  {
    HrPare pare;
    double hours;
  } cases[] = {
    { HR_PARE_LESS_OFTEN, 2 }, { HR_PARE_SHORTER, 2 }, { HR_PARE_DIGITAL, 0 },
    { HR_PARE_OFF, 0 },        { HR_PARE_KEEP, 4 },
  };
  Simple simple;
  g_autoptr (HrPlan) before = NULL;
  g_autoptr (HrTrial) trial = NULL;

  simple_init (&simple);
  add_review (&simple);
  before = hr_item_copy (simple.plan);
  trial = begin (simple.plan);
  g_assert_cmpuint (hr_trial_get_n_steps (trial), ==, 2);
  g_assert_cmpstr (hr_trial_get_step (trial, 0)->touchpoint->name, ==, "Review");
  g_assert_false (hr_trial_is_changed (trial));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      hr_trial_set_pare (trial, 0, cases[i].pare);
      g_assert_cmpint (hr_trial_get_pare (trial, 0), ==, cases[i].pare);
      assert_close (hr_trial_get_hours (trial, 0), cases[i].hours);
      assert_close (hr_trial_get_after (trial)->workload_hours, 1 + cases[i].hours);
      assert_close (hr_trial_get_after (trial)->book.fte, 0.01 * (1 + cases[i].hours));
      assert_close (hr_trial_get_before (trial)->workload_hours, 5);
      assert_close (hr_trial_get_step (trial, 0)->hours, 4);
    }
  g_assert_false (hr_trial_is_changed (trial));
  g_assert_true (hr_item_equal (simple.plan, before)); /* nothing reached the plan */
  g_clear_pointer (&trial, hr_trial_free);
  simple_clear (&simple);
}

static void
test_all_off (void)
{
  Simple simple;
  g_autoptr (HrTrial) trial = NULL;

  simple_init (&simple);
  trial = begin (simple.plan);
  hr_trial_set_pare (trial, 0, HR_PARE_OFF);
  g_assert_cmpint (hr_trial_get_after (trial)->reason, ==, HR_REASON_NO_JOURNEY);
  hr_trial_set_pare (trial, 0, HR_PARE_KEEP);
  assert_close (hr_trial_get_after (trial)->book.fte, 0.01);
  g_clear_pointer (&trial, hr_trial_free);
  simple_clear (&simple);
}

/* What is kept computes in the plan to what the trial said, and where it was not touched
 * it is what it was, its order and its tags too. */
static void
test_kept (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  guint n_tried = 0;

  for (guint n = 0; n < 100; n++)
    {
      g_autoptr (HrPlan) plan = hr_test_plan_new_any (rand);
      g_autoptr (HrHistory) history = hr_history_new (plan);
      g_autoptr (HrTrial) trial = begin (plan);
      g_autoptr (HrCapacity) capacity = NULL;
      g_autoptr (GError) error = NULL;
      const HrSegmentCapacity *kept, *tried;

      for (guint i = 0; i < hr_trial_get_n_steps (trial); i++)
        for (guint j = 0; j < 3; j++)
          hr_trial_set_pare (trial, i, (HrPare) g_rand_int_range (rand, 0, 5));
      tried = hr_trial_get_after (trial);
      hr_redesign_keep (history, hr_list_get (plan->segments, 0),
                        hr_trial_get_journey (trial), &error);
      g_assert_no_error (error);
      capacity = compute_version (plan, HR_JOURNEY_REDESIGNED);
      kept = hr_capacity_get_segment (capacity, 0);
      assert_close (kept->book.fte, tried->book.fte);
      assert_close (kept->cost, tried->cost);
      assert_close (kept->workload_hours, tried->workload_hours);
      n_tried += hr_trial_is_changed (trial);
    }
  g_assert_cmpuint (n_tried, >, 50);
}

/* A second trial starts from what the first one left. */
static void
test_of_redesign (void)
{
  Simple simple;
  g_autoptr (HrHistory) history = NULL;
  g_autoptr (HrTrial) first = NULL;
  g_autoptr (HrTrial) second = NULL;
  HrTouchpoint *call;

  simple_init (&simple);
  history = hr_history_new (simple.plan);
  first = begin (simple.plan);
  g_assert_false (hr_trial_is_of_redesign (first));
  hr_trial_set_pare (first, 0, HR_PARE_LESS_OFTEN);
  g_assert_true (
      hr_redesign_keep (history, simple.segment, hr_trial_get_journey (first), NULL));
  second = begin (simple.plan);
  g_assert_true (hr_trial_is_of_redesign (second));
  assert_close (hr_trial_get_before (second)->workload_hours, 1);
  assert_close (hr_trial_get_after (second)->workload_hours, 0.5);
  assert_close (hr_trial_get_step (second, 0)->hours, 0.5);
  hr_trial_set_pare (second, 0, HR_PARE_SHORTER);
  assert_close (hr_trial_get_after (second)->workload_hours, 0.25);
  call = hr_list_get (hr_trial_get_journey (second)->touchpoints, 0);
  g_assert_cmpfloat (call->times, ==, 0.5);
  g_assert_cmpfloat (call->delivery_minutes, ==, 30);
  g_assert_cmpstr (call->origin, ==, "t");
  g_assert_cmpint (hr_tags_get (hr_item_get_tags (call), "times")->kind, ==,
                   HR_TAG_ASSUMED);
  g_clear_pointer (&first, hr_trial_free);
  g_clear_pointer (&second, hr_trial_free);
  g_clear_object (&history);
  simple_clear (&simple);
}

/* Off and on again it stands where it stood, and says what it said. */
static void
test_restored (void)
{
  Simple simple;
  g_autoptr (HrTrial) trial = NULL;
  g_autoptr (HrJourney) before = NULL;

  simple_init (&simple);
  add_review (&simple);
  trial = begin (simple.plan);
  before = hr_item_copy (hr_trial_get_journey (trial));
  for (int pare = HR_PARE_LESS_OFTEN; pare <= HR_PARE_OFF; pare++)
    {
      hr_trial_set_pare (trial, 0, (HrPare) pare);
      hr_trial_set_pare (trial, 1, (HrPare) pare);
      g_assert_false (hr_item_equal (hr_trial_get_journey (trial), before));
      hr_trial_set_pare (trial, 1, HR_PARE_KEEP);
      hr_trial_set_pare (trial, 0, HR_PARE_KEEP);
      g_assert_true (hr_item_equal (hr_trial_get_journey (trial), before));
    }
  g_clear_pointer (&trial, hr_trial_free);
  simple_clear (&simple);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/trial/pares", test_pares);
  g_test_add_func ("/engine/trial/all-off", test_all_off);
  g_test_add_func ("/engine/trial/kept", test_kept);
  g_test_add_func ("/engine/trial/of-redesign", test_of_redesign);
  g_test_add_func ("/engine/trial/restored", test_restored);

  return g_test_run ();
}
