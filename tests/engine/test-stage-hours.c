/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-stage-hours.h"

#include "hr-stage.h"
#include "test-engine.h"

/* 1 hour without a stage, 3 in the first one, none in the second. */
static void
add_stages (Simple *simple, HrStage **first, HrStage **second)
{
  *first = hr_test_add (simple->plan->stages, "one", "name", "One", NULL);
  *second = hr_test_add (simple->plan->stages, "two", "name", "Two", NULL);
  for (guint i = 1; i <= 2; i++)
    {
      g_autofree char *id = g_strdup_printf ("t%u", i);

      hr_test_add (simple->journey->touchpoints, id, "name", "More", "kind",
                   HR_TOUCHPOINT_RECURRING, "per", HR_PERIOD_YEAR, "delivery-minutes",
                   60.0 * i, "role", "csm", "stage", "one", NULL);
    }
}

static void
check (HrCapacity *capacity,
       HrSegment *segment,
       HrStage *stage,
       double expected_hours,
       double expected_share)
{
  double share;

  assert_close (hr_stage_get_hours (capacity, segment, stage, &share), expected_hours);
  assert_close (share, expected_share);
}

static void
test_parts (void)
{
  Simple simple;
  HrStage *first, *second;

  simple_init (&simple);
  add_stages (&simple, &first, &second);
  {
    g_autoptr (HrCapacity) capacity = compute (simple.plan);

    check (capacity, simple.segment, NULL, 1, 0.25);
    check (capacity, simple.segment, first, 3, 0.75);
    check (capacity, simple.segment, second, 0, 0);
  }
  simple_clear (&simple);
}

/* The stages together are the journey, also where complexity makes it harder. */
static void
test_sum (void)
{
  g_autoptr (HrPlan) plan = hr_test_plan_new_worked_example ();
  g_autoptr (HrCapacity) capacity = compute (plan);

  for (guint i = 0; i < hr_capacity_get_n_segments (capacity); i++)
    {
      const HrSegmentCapacity *answer = hr_capacity_get_segment (capacity, i);
      double share, hours = hr_stage_get_hours (capacity, answer->segment, NULL, &share);

      for (guint j = 0; j < hr_list_get_n (plan->stages); j++)
        hours += hr_stage_get_hours (capacity, answer->segment,
                                     hr_list_get (plan->stages, j), &share);
      assert_close (hours, answer->workload_hours);
    }
}

/* A redesigned answer is of the redesigned journey, or of the one that stands for it. */
static void
test_version (void)
{
  Simple simple;

  simple_init (&simple);
  {
    g_autoptr (HrCapacity) before = compute_version (simple.plan, HR_JOURNEY_REDESIGNED);
    HrJourney *journey = hr_test_add (simple.plan->journeys, "k", "segment", "s",
                                      "version", HR_JOURNEY_REDESIGNED, NULL);
    g_autoptr (HrCapacity) after = NULL;

    check (before, simple.segment, NULL, 1, 1);
    hr_test_add (journey->touchpoints, "u", "name", "Call", "kind",
                 HR_TOUCHPOINT_RECURRING, "per", HR_PERIOD_YEAR, "delivery-minutes", 30.0,
                 "role", "csm", NULL);
    after = compute_version (simple.plan, HR_JOURNEY_REDESIGNED);
    check (after, simple.segment, NULL, 0.5, 1);
  }
  simple_clear (&simple);
}

static void
test_no_answer (void)
{
  Simple simple;

  simple_init (&simple);
  hr_test_set (simple.touchpoint, "delivery-minutes", 0);
  {
    g_autoptr (HrCapacity) idle = compute (simple.plan);
    g_autoptr (HrSegment) stranger = hr_item_new (HR_TYPE_SEGMENT, NULL);
    g_autoptr (HrCapacity) empty = NULL;

    check (idle, simple.segment, NULL, 0, NAN);
    check (idle, stranger, NULL, NAN, NAN);
    g_object_unref (hr_list_steal (simple.plan->journeys, 0));
    empty = compute (simple.plan);
    check (empty, simple.segment, NULL, NAN, NAN);
  }
  simple_clear (&simple);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stage-hours/parts", test_parts);
  g_test_add_func ("/stage-hours/sum", test_sum);
  g_test_add_func ("/stage-hours/version", test_version);
  g_test_add_func ("/stage-hours/no-answer", test_no_answer);
  return g_test_run ();
}
