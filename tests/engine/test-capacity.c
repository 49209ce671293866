/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-engine.h"

#define TOLERANCE 1e-9

static void
assert_exactly (double value, double expected)
{
  g_assert_cmpfloat_with_epsilon (value, expected, TOLERANCE * fmax (1, fabs (expected)));
}

static void
test_worked_example (void)
{
  g_autoptr (HrPlan) plan = hr_test_plan_new_worked_example ();
  g_autoptr (HrCapacity) capacity = compute (plan);
  const HrSegmentCapacity *segment = hr_capacity_get_segment (capacity, 0);
  const double workload = 637.0 / 6, available = 1065.05;
  const double people = 48 * workload / available;

  g_assert_cmpuint (hr_capacity_get_n_segments (capacity), ==, 1);
  g_assert_cmpuint (segment->n_needs, ==, 1);
  g_assert_true (segment->needs[0].role == hr_list_get (plan->roles, 0));
  g_assert_true (segment->segment == hr_list_get (plan->segments, 0));
  g_assert_true (segment->journey == hr_list_get (plan->journeys, 0));
  assert_exactly (segment->customers, 48);
  assert_exactly (segment->arr, 32e6);
  assert_exactly (segment->needs[0].available_hours, available);
  assert_exactly (segment->needs[0].workload_hours, workload);
  assert_exactly (segment->workload_hours, workload);
  assert_exactly (segment->needs[0].customers_per_fte, available / workload);
  assert_exactly (segment->needs[0].fte, people);
  assert_exactly (segment->needs[0].cost, people * 182000);
  assert_exactly (segment->fte, people);
  assert_exactly (segment->cost, people * 182000);
  assert_exactly (segment->cost_per_customer, people * 182000 / 48);
  assert_exactly (segment->cost_share_of_arr, people * 182000 / 32e6);

  /* The digits as they are written down. */
  g_assert_cmpfloat_with_epsilon (segment->needs[0].customers_per_fte, 10.03186813, 5e-9);
  g_assert_cmpfloat_with_epsilon (segment->fte, 4.7847519, 5e-8);
  g_assert_cmpfloat_with_epsilon (segment->book.arr_per_fte, 6687912.09, 5e-3);
  g_assert_cmpfloat_with_epsilon (segment->cost_per_customer, 18142.18, 5e-3);
  g_assert_cmpfloat_with_epsilon (segment->cost_share_of_arr, 0.027213, 5e-7);
}

static void
test_worked_example_book (void)
{
  g_autoptr (HrPlan) plan = hr_test_plan_new_worked_example ();
  g_autoptr (HrCapacity) capacity = compute (plan);
  const HrBook *book = &hr_capacity_get_segment (capacity, 0)->book;
  const double people = 48 * (637.0 / 6) / 1065.05;

  g_assert_true (book->role == hr_list_get (plan->roles, 0));
  assert_exactly (book->fte, people);
  assert_exactly (book->top_down_fte, 16);
  g_assert_cmpint (book->binding_limit, ==, HR_LIMIT_ARR_PER_FTE);
  assert_exactly (book->arr_per_fte, 32e6 / people);
  assert_exactly (book->headcount, 4);
  assert_exactly (book->gap, 4 - people);
  g_assert_cmpint (book->reason, ==, HR_REASON_NONE);
  g_assert_cmpint (book->top_down_reason, ==, HR_REASON_NONE);
  g_assert_cmpint (book->arr_per_fte_reason, ==, HR_REASON_NONE);
}

static void
test_worked_example_totals (void)
{
  g_autoptr (HrPlan) plan = hr_test_plan_new_worked_example ();
  g_autoptr (HrCapacity) capacity = compute (plan);
  const HrRoleCapacity *role = hr_capacity_get_role (capacity, 0);
  const HrTotals *totals = hr_capacity_get_totals (capacity);
  const double people = 48 * (637.0 / 6) / 1065.05;

  g_assert_cmpuint (hr_capacity_get_n_roles (capacity), ==, 1);
  assert_exactly (role->fte, people);
  assert_exactly (role->heads, 5);
  assert_exactly (role->headcount, 4);
  assert_exactly (role->gap, 4 - people);
  assert_exactly (role->cost, people * 182000);
  assert_exactly (totals->customers, 48);
  assert_exactly (totals->arr, 32e6);
  assert_exactly (totals->fte, people);
  assert_exactly (totals->heads, 5);
  assert_exactly (totals->headcount, 4);
  assert_exactly (totals->gap, 4 - people);
  assert_exactly (totals->cost, people * 182000);
  assert_exactly (totals->cost_share_of_arr, people * 182000 / 32e6);
  g_assert_cmpint (totals->reason, ==, HR_REASON_NONE);
}

static void
test_parts (void)
{
  g_autoptr (HrPlan) plan = hr_test_plan_new_worked_example ();
  const HrSegment *segment = hr_list_get (plan->segments, 0);
  const HrJourney *journey = hr_list_get (plan->journeys, 0);
  double hours = 0;
  HrReason reason;

  for (guint i = 0; i < hr_list_get_n (journey->touchpoints); i++)
    {
      hours += hr_touchpoint_get_hours (hr_list_get (journey->touchpoints, i), plan,
                                        segment, 48, &reason);
      g_assert_cmpint (reason, ==, HR_REASON_NONE);
    }
  assert_exactly (hours, 637.0 / 6); /* what a table adds up is the workload */
  assert_exactly (
      hr_touchpoint_get_times_per_year (hr_list_find (journey->touchpoints, "onboarding"),
                                        plan, segment, 48, &reason),
      8.0 / 48);
  assert_exactly (hr_role_get_available_hours (hr_list_get (plan->roles, 0)), 1065.05);
  assert_exactly (hr_role_get_cost (hr_list_get (plan->roles, 0)), 182000);
}

/* Roles stand in the order of the plan, those without minutes not at all. */
static void
test_needs_in_order (void)
{
  static const char *const roles[] = { "support", "idle", "csm", "training" };
  Simple simple;
  const HrSegmentCapacity *segment;

  simple_init (&simple);
  hr_test_add (simple.plan->roles, "training", "name", "Training", NULL);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (HrItem) role = hr_item_new (HR_TYPE_ROLE, roles[i]);

      hr_list_insert (simple.plan->roles, i, role);
    }
  hr_test_add (simple.journey->touchpoints, NULL, "delivery-minutes", 5.0, "role",
               "training", NULL);
  hr_test_add (simple.journey->touchpoints, NULL, "prep-minutes", 5.0, "role", "support",
               NULL);
  hr_test_add (simple.journey->touchpoints, NULL, "role", "idle", NULL);
  hr_test_add (simple.journey->touchpoints, NULL, "role", "support", NULL);

  {
    g_autoptr (HrCapacity) capacity = compute (simple.plan);

    segment = hr_capacity_get_segment (capacity, 0);
    g_assert_cmpuint (segment->n_needs, ==, 3);
    g_assert_cmpstr (hr_item_get_id (segment->needs[0].role), ==, "support");
    g_assert_cmpstr (hr_item_get_id (segment->needs[1].role), ==, "csm");
    g_assert_cmpstr (hr_item_get_id (segment->needs[2].role), ==, "training");
    assert_close (segment->fte,
                  segment->needs[0].fte + segment->needs[1].fte + segment->needs[2].fte);
    assert_close (segment->workload_hours, segment->needs[0].workload_hours +
                                               segment->needs[1].workload_hours +
                                               segment->needs[2].workload_hours);
    assert_close (segment->cost, segment->needs[1].cost); /* the others cost nothing */
    for (guint i = 0; i < 4; i++)
      g_assert_cmpstr (hr_item_get_id (hr_capacity_get_role (capacity, i)->role), ==,
                       roles[i]);
    g_assert_cmpint (hr_capacity_get_role (capacity, 1)->reason, ==,
                     HR_REASON_NO_WORKLOAD);
    g_assert_true (isnan (hr_capacity_get_role (capacity, 1)->fte));
    g_assert_true (isnan (hr_capacity_get_role (capacity, 1)->heads));
  }
  simple_clear (&simple);
}

static double
people_of_version (HrPlan *plan, HrJourneyVersion version, HrJourney **journey)
{
  g_autoptr (HrCapacity) capacity = compute_version (plan, version);

  g_assert_cmpint (hr_capacity_get_version (capacity), ==, version);
  *journey = hr_capacity_get_segment (capacity, 0)->journey;
  return hr_capacity_get_totals (capacity)->fte;
}

static void
test_versions (void)
{
  Simple simple;
  HrJourney *journey, *redesigned;

  simple_init (&simple);
  assert_close (people_of_version (simple.plan, HR_JOURNEY_REDESIGNED, &journey), 0.01);
  g_assert_true (journey == simple.journey); /* not redesigned: as it is today */

  redesigned = hr_test_add (simple.plan->journeys, "new", "segment", "s", "version",
                            HR_JOURNEY_REDESIGNED, NULL);
  hr_test_add (redesigned->touchpoints, NULL, "per", HR_PERIOD_YEAR, "delivery-minutes",
               30.0, "role", "csm", NULL);
  assert_close (people_of_version (simple.plan, HR_JOURNEY_REDESIGNED, &journey), 0.005);
  g_assert_true (journey == redesigned);
  assert_close (people_of_version (simple.plan, HR_JOURNEY_CURRENT, &journey), 0.01);
  g_assert_true (journey == simple.journey);
  simple_clear (&simple);
}

/* A part is what the whole says of the segment, also where accounts are counted. */
static void
test_part (void)
{
  g_autoptr (HrPlan) plan = hr_test_plan_new_full ();
  g_autoptr (HrCapacity) whole = compute (plan);
  guint n_counted = 0;

  g_assert_cmpuint (hr_capacity_get_n_segments (whole), >, 1);
  for (guint i = 0; i < hr_capacity_get_n_segments (whole); i++)
    {
      const HrSegmentCapacity *segment = hr_capacity_get_segment (whole, i);
      g_autoptr (HrCapacity) part = hr_capacity_new_part (whole, i);
      const HrSegmentCapacity *alone = hr_capacity_get_segment (part, 0);

      g_assert_cmpuint (hr_capacity_get_n_segments (part), ==, 1);
      g_assert_true (alone->segment == segment->segment);
      g_assert_true (alone->journey == segment->journey);
      assert_close (alone->customers, segment->customers);
      assert_close (alone->arr, segment->arr);
      assert_close (alone->book.gap, segment->book.gap);
      assert_close (alone->fte, segment->fte);
      assert_close (hr_capacity_get_totals (part)->fte, segment->fte);
      n_counted += segment->segment->source == HR_SEGMENT_ACCOUNTS && i > 0;
    }
  g_assert_cmpuint (n_counted, >, 0);
}

/* The answer outlives what it is about, and changes with none of it. */
static void
test_keeps_what_it_points_to (void)
{
  HrPlan *plan = hr_test_plan_new_worked_example ();
  HrCapacity *capacity = compute (plan);
  g_autoptr (HrRole) role = hr_list_steal (plan->roles, 0);
  g_autoptr (HrSegment) segment = hr_list_steal (plan->segments, 0);
  g_autoptr (HrJourney) journey = hr_list_steal (plan->journeys, 0);
  HrCapacity *other = hr_capacity_ref (capacity);

  hr_test_set (segment, "customers", 1000);
  hr_capacity_unref (capacity);
  g_object_unref (plan);
  g_assert_true (hr_capacity_get_plan (other) == plan);
  g_assert_cmpstr (hr_capacity_get_segment (other, 0)->segment->name, ==, "Enterprise");
  g_assert_cmpstr (hr_capacity_get_role (other, 0)->role->name, ==, "CSM");
  assert_close (hr_capacity_get_totals (other)->customers, 48);
  g_assert_true (hr_capacity_find_segment (other, segment) ==
                 hr_capacity_get_segment (other, 0));
  g_assert_true (hr_capacity_find_role (other, role) == hr_capacity_get_role (other, 0));
  g_assert_null (hr_capacity_find_segment (other, NULL));
  g_assert_null (hr_capacity_find_role (other, NULL));

  g_object_add_weak_pointer (G_OBJECT (plan), (gpointer *) &plan);
  hr_capacity_unref (other);
  g_assert_null (plan);
}

static void
test_is_boxed (void)
{
  g_autoptr (HrPlan) plan = hr_test_plan_new_worked_example ();
  g_autoptr (HrCapacity) capacity = compute (plan);
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, HR_TYPE_CAPACITY);
  g_value_set_boxed (&value, capacity);
  g_assert_true (g_value_get_boxed (&value) == capacity);
  g_assert_nonnull (hr_capacity_get_segmentation (capacity));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/capacity/worked-example", test_worked_example);
  g_test_add_func ("/engine/capacity/worked-example/book", test_worked_example_book);
  g_test_add_func ("/engine/capacity/worked-example/totals", test_worked_example_totals);
  g_test_add_func ("/engine/capacity/parts", test_parts);
  g_test_add_func ("/engine/capacity/needs-in-order", test_needs_in_order);
  g_test_add_func ("/engine/capacity/versions", test_versions);
  g_test_add_func ("/engine/capacity/part", test_part);
  g_test_add_func ("/engine/capacity/keeps-what-it-points-to",
                   test_keeps_what_it_points_to);
  g_test_add_func ("/engine/capacity/is-boxed", test_is_boxed);

  return g_test_run ();
}
