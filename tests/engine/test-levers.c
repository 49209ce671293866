/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-engine.h"

#include "hr-levers.h"

static HrLevers *
levers_of (HrPlan *plan)
{
  g_autoptr (HrCapacity) capacity = compute (plan);

  return hr_levers_new (capacity, 0);
}

static void
assert_lever (
    const HrLever *lever, double hours, double fte, double money, double arr_per_fte)
{
  assert_close (lever->hours_to_cut, hours);
  assert_close (lever->fte, fte);
  assert_close (lever->money, money);
  assert_close (lever->arr_per_fte, arr_per_fte);
}

static void
assert_no_lever (const HrLever *lever)
{
  g_assert_true (isnan (lever->hours_to_cut) && isnan (lever->fte));
  g_assert_true (isnan (lever->money) && isnan (lever->arr_per_fte));
}

/* 1,000 customers with 10 hours each need 10 people of 1,000 hours; the benchmark pays
 * for 4, and 7 are there. Ten touchpoints of an hour. */
static void
overspend (Simple *simple)
{
  simple_init (simple);
  hr_test_set (simple->segment, "customers", 1000);
  hr_test_set (simple->segment, "arr", 4e6);
  hr_test_set (simple->segment, "limits-arr-per-fte", 1e6);
  hr_test_set (simple->segment, "headcount", 7);
  hr_test_set (simple->touchpoint, "times", 10);
}

static void
test_all_three (void)
{
  Simple simple;
  g_autoptr (HrLevers) levers = NULL;

  overspend (&simple);
  levers = levers_of (simple.plan);
  g_assert_true (levers->segment == simple.segment);
  g_assert_cmpint (levers->reason, ==, HR_REASON_NONE);
  g_assert_cmpint (levers->hire_reason, ==, HR_REASON_NONE);
  assert_lever (&levers->pare, 10 - 1000 * 4 / 1000.0, 6, -600000, 1e6);
  assert_lever (&levers->lower, 0, 6, 600000, 4e5);
  assert_lever (&levers->hire, 0, 3, 300000, 4e5);
  g_clear_pointer (&levers, hr_levers_free);
  simple_clear (&simple);
}

/* A journey that is pared by what the lever says needs what the benchmark pays for. */
static void
test_pare_reaches_benchmark (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);
  guint n_pared = 0;

  for (guint n = 0; n < 200; n++)
    {
      g_autoptr (HrPlan) plan = hr_test_plan_new_any (rand);
      g_autoptr (HrCapacity) capacity = compute (plan);
      g_autoptr (HrLevers) levers = hr_levers_new (capacity, 0);
      const HrSegmentCapacity *segment = hr_capacity_get_segment (capacity, 0);
      const HrRoleNeed *need = NULL;

      for (guint i = 0; i < segment->n_needs; i++)
        if (segment->needs[i].role == segment->book.role)
          need = &segment->needs[i];
      if (levers->reason != HR_REASON_NONE || levers->pare.hours_to_cut == 0)
        continue;
      n_pared++;
      assert_close (segment->customers *
                        (need->workload_hours - levers->pare.hours_to_cut) /
                        need->available_hours,
                    segment->book.top_down_fte);
      assert_close (segment->book.fte - levers->pare.fte, segment->book.top_down_fte);
      assert_close (levers->pare.arr_per_fte, segment->arr / segment->book.top_down_fte);
      assert_close (levers->lower.arr_per_fte, segment->book.arr_per_fte);
    }
  g_assert_cmpuint (n_pared, >, 20);
}

static void
test_nothing_to_do (void)
{
  Simple simple;
  g_autoptr (HrLevers) levers = NULL;

  overspend (&simple);
  hr_test_set (simple.segment, "limits-arr-per-fte", 2e5); /* pays for 20 */
  hr_test_set (simple.segment, "headcount", 12);
  levers = levers_of (simple.plan);
  assert_lever (&levers->pare, 0, 0, 0, 4e5);
  assert_lever (&levers->lower, 0, 0, 0, 4e5);
  assert_lever (&levers->hire, 0, 0, 0, 4e6 / 12);
  g_clear_pointer (&levers, hr_levers_free);
  simple_clear (&simple);
}

/* Dedicated people come whole; shared ones are rounded up with those of other segments.
 */
static void
test_hire_heads (void)
{
  Simple simple;
  HrLevers *levers;

  overspend (&simple);
  hr_test_set (simple.segment, "headcount", 8.5);
  levers = levers_of (simple.plan);
  assert_lever (&levers->hire, 0, 2, 200000, 4e6 / 10.5);
  hr_levers_free (levers);

  hr_test_set (simple.segment, "dedicated", FALSE);
  levers = levers_of (simple.plan);
  assert_lever (&levers->hire, 0, 1.5, 150000, 4e5);
  hr_levers_free (levers);
  simple_clear (&simple);
}

static void
test_tools_cost_too (void)
{
  Simple simple;
  g_autoptr (HrLevers) levers = NULL;

  overspend (&simple);
  hr_test_set (simple.role, "tool-cost", 5000);
  levers = levers_of (simple.plan);
  assert_close (levers->pare.money, -6 * 105000.0);
  assert_close (levers->hire.money, 3 * 105000.0);
  g_clear_pointer (&levers, hr_levers_free);
  simple_clear (&simple);
}

static void
test_no_benchmark (void)
{
  Simple simple;
  g_autoptr (HrLevers) levers = NULL;

  overspend (&simple);
  hr_test_set (simple.segment, "limits-arr-per-fte", NAN);
  levers = levers_of (simple.plan);
  g_assert_cmpint (levers->reason, ==, HR_REASON_NO_LIMIT);
  assert_no_lever (&levers->pare);
  assert_no_lever (&levers->lower);
  g_assert_cmpint (levers->hire_reason, ==, HR_REASON_NONE);
  assert_close (levers->hire.fte, 3);
  g_assert_cmpuint (levers->n_steps, ==, 1);
  g_clear_pointer (&levers, hr_levers_free);
  simple_clear (&simple);
}

static void
expect_none (HrPlan *plan, HrReason reason)
{
  g_autoptr (HrLevers) levers = levers_of (plan);

  g_assert_cmpint (levers->reason, ==, reason);
  g_assert_cmpint (levers->hire_reason, ==, reason);
  assert_no_lever (&levers->pare);
  assert_no_lever (&levers->lower);
  assert_no_lever (&levers->hire);
}

static void
test_no_answer (void)
{
  Simple simple;

  overspend (&simple);
  hr_test_set (simple.segment, "customers", NAN);
  expect_none (simple.plan, HR_REASON_NO_CUSTOMERS_GIVEN);
  hr_test_set (simple.segment, "customers", 1000);
  hr_test_set (simple.role, "realisation", 0);
  expect_none (simple.plan, HR_REASON_NO_AVAILABLE_HOURS);
  g_object_set (simple.segment, "book-role", NULL, NULL);
  expect_none (simple.plan, HR_REASON_NO_BOOK_ROLE);
  g_object_unref (hr_list_steal (simple.plan->journeys, 0));
  g_object_set (simple.segment, "book-role", "csm", NULL);
  expect_none (simple.plan, HR_REASON_NO_JOURNEY);
  simple_clear (&simple);
}

static void
test_money_overflows (void)
{
  Simple simple;
  g_autoptr (HrLevers) levers = NULL;

  overspend (&simple);
  hr_test_set (simple.role, "annual-cost", 1e15);
  hr_test_set (simple.segment, "customers", 1);
  hr_test_set (simple.segment, "limits-arr-per-fte", NAN);
  hr_test_set (simple.segment, "limits-customers-per-fte", 1e9);
  hr_test_set (simple.role, "realisation", 1e-300);
  levers = levers_of (simple.plan); /* 1e298 people, and no number for their cost */
  g_assert_cmpint (levers->reason, ==, HR_REASON_OVERFLOW);
  g_assert_cmpint (levers->hire_reason, ==, HR_REASON_OVERFLOW);
  assert_no_lever (&levers->pare);
  assert_no_lever (&levers->hire);
  g_clear_pointer (&levers, hr_levers_free);
  simple_clear (&simple);
}

static void
test_no_customers (void)
{
  Simple simple;
  g_autoptr (HrLevers) levers = NULL;

  overspend (&simple);
  hr_test_set (simple.segment, "customers", 0);
  levers = levers_of (simple.plan);
  g_assert_cmpint (levers->reason, ==, HR_REASON_NONE);
  assert_lever (&levers->pare, 0, 0, 0, NAN);
  assert_lever (&levers->hire, 0, 0, 0, 4e6 / 7);
  g_clear_pointer (&levers, hr_levers_free);
  simple_clear (&simple);
}

static void
add_touchpoint (Simple *simple,
                const char *name,
                const char *role,
                int value,
                double minutes,
                double reach,
                double staff)
{
  hr_test_add (simple->journey->touchpoints, name, "name", name, "role", role, "value",
               value, "per", HR_PERIOD_QUARTER, "delivery-minutes", minutes, "reach",
               reach, "staff", staff, NULL);
}

/* By what a touchpoint gives for the hours that it really takes. */
static void
test_steps (void)
{
  static const struct
  {
    const char *name;
    double hours;
    double value_per_hour;
  } expected[] = {
    { "two people", 24, 1.0 / 12 },  { "t", 30, 0.1 },      { "first of equals", 6, 0.5 },
    { "second of equals", 10, 0.5 }, { "few", 3, 4.0 / 3 },
  };
  Simple simple;
  g_autoptr (HrLevers) levers = NULL;

  overspend (&simple);
  hr_test_set (simple.segment, "complexity", 3); /* a quarter of an hour: 3 a year */
  add_touchpoint (&simple, "first of equals", "csm", 3, 30, 1, 1);
  add_touchpoint (&simple, "few", "csm", 4, 30, 0.5, 1);
  add_touchpoint (&simple, "no minutes", "csm", 1, 0, 1, 1);
  add_touchpoint (&simple, "two people", "csm", 2, 60, 1, 2);
  hr_test_add (simple.plan->roles, "other", "name", "Other", NULL);
  add_touchpoint (&simple, "of another role", "other", 1, 60, 1, 1);
  add_touchpoint (&simple, "second of equals", "csm", 5, 50, 1, 1);
  levers = levers_of (simple.plan);
  g_assert_cmpuint (levers->n_steps, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const HrPareStep *step = &levers->steps[i];

      g_assert_cmpstr (hr_item_get_id (step->touchpoint), ==, expected[i].name);
      assert_close (step->hours, expected[i].hours);
      assert_close (step->value_per_hour, expected[i].value_per_hour);
    }
  g_clear_pointer (&levers, hr_levers_free);
  simple_clear (&simple);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/levers/all-three", test_all_three);
  g_test_add_func ("/engine/levers/pare-reaches-benchmark", test_pare_reaches_benchmark);
  g_test_add_func ("/engine/levers/nothing-to-do", test_nothing_to_do);
  g_test_add_func ("/engine/levers/hire-heads", test_hire_heads);
  g_test_add_func ("/engine/levers/tools-cost-too", test_tools_cost_too);
  g_test_add_func ("/engine/levers/no-benchmark", test_no_benchmark);
  g_test_add_func ("/engine/levers/no-answer", test_no_answer);
  g_test_add_func ("/engine/levers/no-customers", test_no_customers);
  g_test_add_func ("/engine/levers/money-overflows", test_money_overflows);
  g_test_add_func ("/engine/levers/steps", test_steps);

  return g_test_run ();
}
