/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-engine.h"

/* Whole people, sums over roles and segments, and journeys and roles that are not as they
 * should be. */

/* ---- Whole people ---- */

typedef struct
{
  const char *name;
  struct
  {
    double fte;
    gboolean dedicated;
  } segments[5]; /* one that needs nobody ends them */
  double heads;
} Heads;

/* clang-format off */
static const Heads HEADS[] = {
  { "dedicated, each rounded up", { { 1.2, TRUE }, { 0.3, TRUE }, { 2.5, TRUE } }, 6 },
  { "shared, rounded up once", { { 1.2, FALSE }, { 0.3, FALSE }, { 2.25, FALSE } }, 4 },
  { "both", { { 1.2, TRUE }, { 0.3, FALSE }, { 2.5, TRUE }, { 0.5, FALSE } }, 6 },
  { "whole people are not rounded", { { 3, TRUE }, { 2, TRUE } }, 5 },
  { "shared that come to whole people", { { 0.7, FALSE }, { 0.2, FALSE },
    { 0.1, FALSE } }, 1 },
  { "noise is nobody", { { 3.0000000000000004, TRUE } }, 3 },
  { "noise of many", { { 1.1, FALSE }, { 2.2, FALSE }, { 3.3, FALSE }, { 4.4, FALSE } },
    11 },
  { "more than noise is somebody", { { 3.00000001, TRUE } }, 4 },
};
/* clang-format on */

static void
test_heads (gconstpointer data)
{
  const Heads *row = data;
  g_autoptr (HrPlan) plan = hr_plan_new ("Plan");
  double sum = 0;

  hr_test_add (plan->roles, "csm", "name", "CSM", "annual-hours", 1000.0, "leave-hours",
               0.0, "internal-hours", 0.0, "headcount", 3.0, NULL);
  for (guint i = 0; row->segments[i].fte > 0; i++)
    {
      g_autofree char *id = g_strdup_printf ("s%u", i);
      HrJourney *journey;

      sum += row->segments[i].fte;
      hr_test_add (plan->segments, id, "name", id, "customers", 1000.0, "dedicated",
                   row->segments[i].dedicated, NULL);
      journey = hr_test_add (plan->journeys, NULL, "segment", id, NULL);
      hr_test_add (journey->touchpoints, NULL, "per", HR_PERIOD_YEAR, "delivery-minutes",
                   60.0, "times", row->segments[i].fte, "role", "csm", NULL);
    }

  {
    g_autoptr (HrCapacity) capacity = compute (plan);
    const HrRoleCapacity *role = hr_capacity_get_role (capacity, 0);

    assert_close (role->fte, sum);
    g_assert_cmpfloat (role->heads, ==, row->heads);
    assert_close (role->gap, 3 - sum);
    g_assert_cmpfloat (hr_capacity_get_totals (capacity)->heads, ==, row->heads);
    assert_close (hr_capacity_get_totals (capacity)->fte, sum);
  }
}

/* ---- Journeys and roles that are not as they should be ---- */

static void
test_no_journey (void)
{
  Simple simple;

  simple_init (&simple);
  g_object_unref (hr_list_steal (simple.journey->touchpoints, 0));
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (HrCapacity) capacity = compute (simple.plan);
      const HrSegmentCapacity *segment = hr_capacity_get_segment (capacity, 0);

      g_assert_true (isnan (segment->fte) && isnan (segment->workload_hours));
      g_assert_true (isnan (segment->cost) && isnan (segment->book.fte));
      g_assert_cmpint (segment->reason, ==, HR_REASON_NO_JOURNEY);
      g_assert_cmpint (segment->workload_reason, ==, HR_REASON_NO_JOURNEY);
      g_assert_cmpint (segment->book.reason, ==, HR_REASON_NO_JOURNEY);
      g_assert_cmpint (hr_capacity_get_role (capacity, 0)->reason, ==,
                       HR_REASON_SEGMENT_WITHOUT_ANSWER);
      if (i == 0)
        g_object_unref (hr_list_steal (simple.plan->journeys, 0)); /* not even empty */
    }
  simple_clear (&simple);
}

static void
test_no_book_role (void)
{
  Simple simple;

  simple_init (&simple);
  g_object_set (simple.segment, "book-role", NULL, "headcount", 3.0, NULL);
  hr_test_set (simple.segment, "limits-arr-per-fte", 1);
  {
    g_autoptr (HrCapacity) capacity = compute (simple.plan);
    const HrSegmentCapacity *segment = hr_capacity_get_segment (capacity, 0);

    assert_close (segment->fte, 0.01);
    g_assert_null (segment->book.role);
    g_assert_true (isnan (segment->book.fte) && isnan (segment->book.top_down_fte));
    g_assert_true (isnan (segment->book.arr_per_fte) && isnan (segment->book.gap));
    assert_close (segment->book.headcount, 3);
    g_assert_cmpint (segment->book.reason, ==, HR_REASON_NO_BOOK_ROLE);
    g_assert_cmpint (segment->book.top_down_reason, ==, HR_REASON_NO_BOOK_ROLE);
    g_assert_cmpint (segment->book.arr_per_fte_reason, ==, HR_REASON_NO_BOOK_ROLE);
    g_assert_cmpint (segment->book.binding_limit, ==, HR_LIMIT_NONE);
  }
  simple_clear (&simple);
}

/* The role that carries the book has nothing to do: others have, and they are the answer.
 */
static void
test_book_role_without_hours (void)
{
  Simple simple;

  simple_init (&simple);
  hr_test_add (simple.plan->roles, "manager", "name", "Manager", "headcount", 7.0, NULL);
  g_object_set (simple.segment, "book-role", "manager", NULL);
  hr_test_set (simple.segment, "limits-arr-per-fte", 500000);
  {
    g_autoptr (HrCapacity) capacity = compute (simple.plan);
    const HrSegmentCapacity *segment = hr_capacity_get_segment (capacity, 0);
    const HrTotals *totals = hr_capacity_get_totals (capacity);

    g_assert_cmpuint (segment->n_needs, ==, 2);
    g_assert_true (isnan (segment->needs[1].fte));
    g_assert_cmpint (segment->needs[1].reason, ==, HR_REASON_NO_WORKLOAD);
    assert_close (segment->fte, 0.01);
    g_assert_cmpint (segment->reason, ==, HR_REASON_NONE);
    g_assert_cmpint (segment->book.reason, ==, HR_REASON_NO_WORKLOAD);
    g_assert_cmpint (segment->book.arr_per_fte_reason, ==, HR_REASON_NO_WORKLOAD);
    assert_close (segment->book.top_down_fte, 2);

    g_assert_cmpint (hr_capacity_get_role (capacity, 1)->reason, ==,
                     HR_REASON_NO_WORKLOAD);
    assert_close (totals->fte, 0.01);
    assert_close (totals->heads, 1);
    assert_close (totals->headcount, 0); /* the managers have other things to do */
  }
  simple_clear (&simple);
}

static void
test_touchpoint_without_role (void)
{
  Simple simple;

  simple_init (&simple);
  hr_test_add (simple.journey->touchpoints, "lost", "delivery-minutes", 10.0, NULL);
  {
    g_autoptr (HrCapacity) capacity = compute (simple.plan);
    const HrSegmentCapacity *segment = hr_capacity_get_segment (capacity, 0);

    assert_close (segment->needs[0].fte, 0.01);
    g_assert_true (isnan (segment->fte) && isnan (segment->cost));
    g_assert_true (isnan (segment->workload_hours));
    g_assert_cmpint (segment->reason, ==, HR_REASON_NO_ROLE);
    g_assert_cmpint (segment->workload_reason, ==, HR_REASON_NO_ROLE);
    assert_close (hr_capacity_get_role (capacity, 0)->fte, 0.01);
    g_assert_true (isnan (hr_capacity_get_totals (capacity)->fte));
    g_assert_true (isnan (hr_capacity_get_totals (capacity)->heads));
  }

  hr_test_set (simple.segment, "customers", 0); /* nobody to serve */
  {
    g_autoptr (HrCapacity) capacity = compute (simple.plan);

    assert_close (hr_capacity_get_segment (capacity, 0)->fte, 0);
  }

  hr_test_set (simple.segment, "customers", 10);
  hr_test_set (hr_list_get (simple.journey->touchpoints, 1), "delivery-minutes", 0);
  {
    g_autoptr (HrCapacity) capacity = compute (simple.plan);

    assert_close (hr_capacity_get_segment (capacity, 0)->fte, 0.01); /* nothing is lost */
  }
  simple_clear (&simple);
}

/* ---- Several roles, several segments ---- */

static HrSegment *
add_segment (HrPlan *plan, const char *id, double customers, double hours)
{
  HrSegment *segment = hr_test_add (plan->segments, id, "name", id, "customers",
                                    customers, "arr", G_GINT64_CONSTANT (50000000),
                                    "book-role", "csm", "headcount", 1.0, NULL);
  HrJourney *journey = hr_test_add (plan->journeys, NULL, "segment", id, NULL);

  hr_test_add (journey->touchpoints, NULL, "per", HR_PERIOD_YEAR, "delivery-minutes",
               hours * 60, "role", "csm", NULL);
  hr_test_add (journey->touchpoints, NULL, "per", HR_PERIOD_YEAR, "delivery-minutes",
               hours * 30, "role", "support", NULL);
  return segment;
}

static HrPlan *
new_team (void)
{
  HrPlan *plan = hr_plan_new ("Team");

  hr_test_add (plan->roles, "csm", "name", "CSM", "annual-hours", 1000.0, "leave-hours",
               0.0, "internal-hours", 0.0, "annual-cost", G_GINT64_CONSTANT (10000000),
               "headcount", 2.0, NULL);
  hr_test_add (plan->roles, "support", "name", "Support", "annual-hours", 500.0,
               "leave-hours", 0.0, "internal-hours", 0.0, "annual-cost",
               G_GINT64_CONSTANT (6000000), "tool-cost", G_GINT64_CONSTANT (100000),
               "headcount", 1.0, NULL);
  add_segment (plan, "a", 100, 10); /* 1 and 1 */
  add_segment (plan, "b", 50, 50);  /* 2.5 and 2.5 */
  return plan;
}

static void
test_several_roles (void)
{
  g_autoptr (HrPlan) plan = new_team ();
  g_autoptr (HrCapacity) capacity = compute (plan);
  const HrSegmentCapacity *b = hr_capacity_get_segment (capacity, 1);
  const HrTotals *totals = hr_capacity_get_totals (capacity);

  assert_close (b->needs[0].fte, 2.5);
  assert_close (b->needs[1].fte, 2.5);
  assert_close (b->needs[1].cost, 2.5 * 61000);
  assert_close (b->cost, 2.5 * 100000 + 2.5 * 61000);
  assert_close (b->cost_per_customer, b->cost / 50);
  assert_close (b->book.fte, 2.5);         /* of the book role alone */
  assert_close (b->book.arr_per_fte, 2e5); /* and its ARR */
  assert_close (b->book.gap, 1 - 2.5);
  assert_close (hr_capacity_get_role (capacity, 0)->fte, 3.5);
  assert_close (hr_capacity_get_role (capacity, 1)->fte, 3.5);
  assert_close (hr_capacity_get_role (capacity, 1)->cost, 3.5 * 61000);
  assert_close (totals->customers, 150);
  assert_close (totals->arr, 1e6);
  assert_close (totals->fte, 7);
  assert_close (totals->heads, 8);
  assert_close (totals->headcount, 3);
  assert_close (totals->gap, -4);
  assert_close (totals->cost, 3.5 * 161000);
  assert_close (totals->cost_share_of_arr, 3.5 * 0.161);
}

/* A sum that leaves a segment out would be a wrong answer. */
static void
test_segment_without_answer (void)
{
  g_autoptr (HrPlan) plan = new_team ();
  HrSegment *segment = hr_list_get (plan->segments, 1);

  hr_test_set (segment, "customers", NAN);
  {
    g_autoptr (HrCapacity) capacity = compute (plan);
    const HrTotals *totals = hr_capacity_get_totals (capacity);

    assert_close (hr_capacity_get_segment (capacity, 0)->fte, 2);
    for (guint i = 0; i < 2; i++)
      {
        const HrRoleCapacity *role = hr_capacity_get_role (capacity, i);

        g_assert_true (isnan (role->fte) && isnan (role->heads) && isnan (role->cost));
        g_assert_true (isnan (role->gap));
        g_assert_cmpint (role->reason, ==, HR_REASON_SEGMENT_WITHOUT_ANSWER);
      }
    g_assert_true (isnan (totals->fte) && isnan (totals->heads) && isnan (totals->cost));
    g_assert_true (isnan (totals->gap) && isnan (totals->cost_share_of_arr));
    g_assert_true (isnan (totals->customers));
    assert_close (totals->arr, 1e6);
    assert_close (totals->headcount, 3);
    g_assert_cmpint (totals->reason, ==, HR_REASON_SEGMENT_WITHOUT_ANSWER);
  }

  hr_test_set (segment, "customers", 0); /* needs nobody, and that is an answer */
  {
    g_autoptr (HrCapacity) capacity = compute (plan);

    assert_close (hr_capacity_get_totals (capacity)->fte, 2);
    assert_close (hr_capacity_get_totals (capacity)->heads, 2);
  }
}

static void
test_empty_plan (void)
{
  g_autoptr (HrPlan) plan = hr_plan_new_with_defaults ("Empty");
  g_autoptr (HrCapacity) capacity = compute (plan);
  const HrTotals *totals = hr_capacity_get_totals (capacity);

  g_assert_cmpuint (hr_capacity_get_n_segments (capacity), ==, 0);
  g_assert_cmpint (totals->reason, ==, HR_REASON_NO_SEGMENTS);
  g_assert_true (isnan (totals->fte) && isnan (totals->heads) && isnan (totals->cost));
  g_assert_true (isnan (totals->gap) && isnan (totals->cost_share_of_arr));
  assert_close (totals->customers, 0);
  g_assert_cmpint (hr_capacity_get_role (capacity, 0)->reason, ==, HR_REASON_NO_WORKLOAD);
}

static void
test_plan_without_roles (void)
{
  Simple simple;

  simple_init (&simple);
  g_object_set (simple.segment, "book-role", NULL, NULL);
  g_object_set (simple.touchpoint, "role", NULL, NULL);
  g_object_unref (hr_list_steal (simple.plan->roles, 0));
  {
    g_autoptr (HrCapacity) capacity = compute (simple.plan);

    g_assert_cmpuint (hr_capacity_get_segment (capacity, 0)->n_needs, ==, 0);
    g_assert_cmpint (hr_capacity_get_segment (capacity, 0)->reason, ==,
                     HR_REASON_NO_ROLE);
  }
  simple_clear (&simple);
}

/* The sum of two that can be held cannot: 1e308 people in each of two segments. */
static void
test_sum_overflows (void)
{
  g_autoptr (HrPlan) plan = new_team ();

  hr_test_set (hr_list_get (plan->roles, 1), "realisation", 1e-307);
  hr_test_set (hr_list_get (plan->roles, 1), "annual-cost", 0);
  hr_test_set (hr_list_get (plan->roles, 1), "tool-cost", 0);
  for (guint i = 0; i < 2; i++)
    hr_test_set (hr_list_get (plan->segments, i), "customers", i == 0 ? 1000 : 200);
  {
    g_autoptr (HrCapacity) capacity = compute (plan);

    g_assert_true (isfinite (hr_capacity_get_segment (capacity, 0)->fte));
    g_assert_true (isfinite (hr_capacity_get_segment (capacity, 1)->fte));
    g_assert_true (isnan (hr_capacity_get_role (capacity, 1)->fte));
    g_assert_true (isnan (hr_capacity_get_role (capacity, 1)->heads));
    g_assert_cmpint (hr_capacity_get_role (capacity, 1)->reason, ==, HR_REASON_OVERFLOW);
    g_assert_true (isnan (hr_capacity_get_totals (capacity)->fte));
    g_assert_cmpint (hr_capacity_get_totals (capacity)->reason, ==, HR_REASON_OVERFLOW);
  }
}

/* People can be held, and what each role of them costs, but not what both cost. */
static void
test_cost_overflows (void)
{
  g_autoptr (HrPlan) plan = new_team ();

  for (guint i = 0; i < 2; i++)
    {
      HrRole *role = hr_list_get (plan->roles, i);

      hr_test_set (role, "annual-cost", 1e15);
      hr_test_set (role, "realisation", 1e-290);
    }
  hr_test_set (hr_list_get (plan->segments, 1), "customers", 0);
  hr_test_set (hr_list_get (plan->segments, 0), "customers", 1.2e5);
  {
    g_autoptr (HrCapacity) capacity = compute (plan);
    const HrSegmentCapacity *segment = hr_capacity_get_segment (capacity, 0);

    g_assert_true (isfinite (segment->needs[0].cost));
    g_assert_true (isfinite (segment->needs[1].cost));
    g_assert_true (isnan (segment->cost) && isnan (segment->fte));
    g_assert_cmpint (segment->reason, ==, HR_REASON_OVERFLOW);
    g_assert_true (isnan (hr_capacity_get_totals (capacity)->cost));
    g_assert_true (isnan (hr_capacity_get_totals (capacity)->fte));
    g_assert_true (isfinite (hr_capacity_get_role (capacity, 0)->cost));
  }

  hr_test_set (hr_list_get (plan->segments, 0), "customers", 1.2e6);
  {
    g_autoptr (HrCapacity) capacity = compute (plan);
    const HrRoleNeed *need = &hr_capacity_get_segment (capacity, 0)->needs[0];

    g_assert_true (isnan (need->cost) && isnan (need->fte));
    g_assert_cmpint (need->reason, ==, HR_REASON_OVERFLOW);
  }
}

/* ---- Parts ---- */

/* 2,000 paid − 200 leave − 600 internal − 240 lost = 960 for customers. */
static void
test_hours_of_year (void)
{
  static const double expected[] = { 2000, 200, 600, 240, 960 };
  g_autoptr (HrRole) role = hr_item_new (HR_TYPE_ROLE, "csm");

  g_object_set (role, "annual-hours", 2000.0, "leave-hours", 200.0, "internal-hours",
                600.0, "realisation", 0.8, NULL);
  for (guint i = 0; i < HR_HOURS_N_PARTS; i++)
    assert_close (hr_role_get_hours (role, i), expected[i]);
  assert_close (hr_role_get_available_hours (role), 960);

  g_object_set (role, "internal-hours", (double) NAN, "internal-share", 0.5, NULL);
  assert_close (hr_role_get_hours (role, HR_HOURS_INTERNAL), 900);
  assert_close (hr_role_get_hours (role, HR_HOURS_LOST), 180);
  assert_close (hr_role_get_hours (role, HR_HOURS_CUSTOMERS), 720);
}

static void
test_share_of_arr (void)
{
  g_autoptr (HrPlan) plan = hr_plan_new ("Plan");
  HrSegment *large = hr_test_add (plan->segments, "a", "name", "A", "customers", 1.0,
                                  "arr", (gint64) 750000, NULL);
  HrSegment *small = hr_test_add (plan->segments, "b", "name", "B", "customers", 9.0,
                                  "arr", (gint64) 250000, NULL);
  g_autoptr (HrSegment) stranger = hr_item_new (HR_TYPE_SEGMENT, "c");

  {
    g_autoptr (HrCapacity) capacity = compute (plan);

    assert_close (hr_capacity_get_share_of_arr (capacity, large), 0.75);
    assert_close (hr_capacity_get_share_of_arr (capacity, small), 0.25);
    assert_close (hr_capacity_get_share_of_arr (capacity, stranger), NAN);
  }

  g_object_set (large, "arr", (gint64) 0, NULL);
  g_object_set (small, "arr", (gint64) 0, NULL);
  {
    g_autoptr (HrCapacity) capacity = compute (plan);

    assert_close (hr_capacity_get_share_of_arr (capacity, large), NAN); /* of nothing */
  }

  g_object_set (large, "arr", HR_MONEY_NONE, NULL);
  {
    g_autoptr (HrCapacity) capacity = compute (plan);

    assert_close (hr_capacity_get_share_of_arr (capacity, large), NAN);
    assert_close (hr_capacity_get_share_of_arr (capacity, small), NAN);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD_TABLE ("/engine/capacity/heads", HEADS, test_heads)
  g_test_add_func ("/engine/capacity/hours-of-year", test_hours_of_year);
  g_test_add_func ("/engine/capacity/share-of-arr", test_share_of_arr);
  g_test_add_func ("/engine/capacity/no-journey", test_no_journey);
  g_test_add_func ("/engine/capacity/no-book-role", test_no_book_role);
  g_test_add_func ("/engine/capacity/book-role-without-hours",
                   test_book_role_without_hours);
  g_test_add_func ("/engine/capacity/touchpoint-without-role",
                   test_touchpoint_without_role);
  g_test_add_func ("/engine/capacity/several-roles", test_several_roles);
  g_test_add_func ("/engine/capacity/segment-without-answer",
                   test_segment_without_answer);
  g_test_add_func ("/engine/capacity/empty-plan", test_empty_plan);
  g_test_add_func ("/engine/capacity/plan-without-roles", test_plan_without_roles);
  g_test_add_func ("/engine/capacity/sum-overflows", test_sum_overflows);
  g_test_add_func ("/engine/capacity/cost-overflows", test_cost_overflows);

  return g_test_run ();
}
