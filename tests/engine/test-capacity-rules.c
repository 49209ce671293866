/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-engine.h"

/* Every rule of the arithmetic by table, on the simple plan of test-engine.h: 10
 * customers with an hour a year each, and people of 1,000 hours. */

#define NONE NAN

typedef enum
{
  PLAN,
  ROLE,
  SEGMENT,
  TOUCHPOINT,
} Target;

typedef struct
{
  Target target;
  const char *property;
  double value;
} Change;

typedef struct
{
  const char *name;
  Change changes[6];
  double workload;
  double customers_per_fte;
  double fte;
  HrReason workload_reason;
  HrReason reason;
} Rule;

#define ONE_TIME { TOUCHPOINT, "kind", HR_TOUCHPOINT_ONE_TIME }
#define BY_LIFETIME { PLAN, "one-time-spread", HR_ONE_TIME_LIFETIME }

static const Rule RULES[] = {
  { "an hour a year", {}, 1, 1000, 0.01 },
  { "twice and a half", { { TOUCHPOINT, "times", 2.5 } }, 2.5, 400, 0.025 },
  { "a quarter", { { TOUCHPOINT, "per", HR_PERIOD_QUARTER } }, 4, 250, 0.04 },
  { "a month", { { TOUCHPOINT, "per", HR_PERIOD_MONTH } }, 12, 1000.0 / 12, 0.12 },
  { "a week", { { TOUCHPOINT, "per", HR_PERIOD_WEEK } }, 52, 1000.0 / 52, 0.52 },
  { "all three kinds of minutes",
    { { TOUCHPOINT, "prep-minutes", 30 }, { TOUCHPOINT, "follow-up-minutes", 15 } },
    1.75,
    1000 / 1.75,
    0.0175 },
  { "preparation only",
    { { TOUCHPOINT, "prep-minutes", 30 }, { TOUCHPOINT, "delivery-minutes", 0 } },
    0.5,
    2000,
    0.005 },
  { "reach", { { TOUCHPOINT, "reach", 0.25 } }, 0.25, 4000, 0.0025 },
  { "staff", { { TOUCHPOINT, "staff", 3 } }, 3, 1000.0 / 3, 0.03 },
  { "complexity", { { SEGMENT, "complexity", 1.3 } }, 1.3, 1000 / 1.3, 0.013 },
  { "all that multiplies",
    { { TOUCHPOINT, "reach", 0.25 },
      { TOUCHPOINT, "staff", 3 },
      { TOUCHPOINT, "times", 2 },
      { TOUCHPOINT, "per", HR_PERIOD_MONTH },
      { SEGMENT, "complexity", 1.5 } },
    27,
    1000.0 / 27,
    0.27 },
  { "inbound counts like recurring",
    { { TOUCHPOINT, "kind", HR_TOUCHPOINT_INBOUND },
      { TOUCHPOINT, "per", HR_PERIOD_MONTH } },
    12,
    1000.0 / 12,
    0.12 },

  { "one-time for those who are new",
    { ONE_TIME, { SEGMENT, "new-customers-per-year", 4 } },
    0.4,
    2500,
    0.004 },
  { "one-time more than once, whatever the period",
    { ONE_TIME,
      { TOUCHPOINT, "times", 3 },
      { TOUCHPOINT, "per", HR_PERIOD_WEEK },
      { SEGMENT, "new-customers-per-year", 4 } },
    1.2,
    1000 / 1.2,
    0.012 },
  { "one-time and more new ones than there are",
    { ONE_TIME, { SEGMENT, "new-customers-per-year", 40 } },
    4,
    250,
    0.04 },
  { "one-time and nobody new",
    { ONE_TIME },
    NONE,
    NONE,
    NONE,
    HR_REASON_NO_WORKLOAD,
    HR_REASON_NO_WORKLOAD },
  { "one-time over a lifetime",
    { ONE_TIME, BY_LIFETIME, { SEGMENT, "lifetime-years", 4 } },
    0.25,
    4000,
    0.0025 },
  { "one-time over a lifetime, whoever is new",
    { ONE_TIME,
      BY_LIFETIME,
      { SEGMENT, "lifetime-years", 4 },
      { SEGMENT, "new-customers-per-year", 100 } },
    0.25,
    4000,
    0.0025 },
  { "one-time over a lifetime that is not given",
    { ONE_TIME, BY_LIFETIME },
    NONE,
    NONE,
    NONE,
    HR_REASON_NO_LIFETIME,
    HR_REASON_NO_LIFETIME },
  { "a lifetime does not matter to recurring work", { BY_LIFETIME }, 1, 1000, 0.01 },
  { "one-time without effort asks for no lifetime",
    { ONE_TIME, BY_LIFETIME, { TOUCHPOINT, "delivery-minutes", 0 } },
    NONE,
    NONE,
    NONE,
    HR_REASON_NO_WORKLOAD,
    HR_REASON_NO_WORKLOAD },

  { "leave", { { ROLE, "leave-hours", 200 } }, 1, 800, 0.0125 },
  { "internal hours", { { ROLE, "internal-hours", 500 } }, 1, 500, 0.02 },
  { "internal hours rather than the share",
    { { ROLE, "internal-hours", 500 }, { ROLE, "internal-share", 0.9 } },
    1,
    500,
    0.02 },
  { "internal share of what is paid after leave",
    { { ROLE, "internal-hours", NAN },
      { ROLE, "leave-hours", 200 },
      { ROLE, "internal-share", 0.25 } },
    1,
    600,
    10.0 / 600 },
  { "realisation", { { ROLE, "realisation", 0.8 } }, 1, 800, 0.0125 },
  { "two haircuts, one after the other",
    { { ROLE, "internal-hours", NAN },
      { ROLE, "internal-share", 0.25 },
      { ROLE, "realisation", 0.8 } },
    1,
    600,
    10.0 / 600 },
  { "no hours after internal work",
    { { ROLE, "internal-hours", 1000 } },
    1,
    NONE,
    NONE,
    HR_REASON_NONE,
    HR_REASON_NO_AVAILABLE_HOURS },
  { "fewer than no hours after leave",
    { { ROLE, "leave-hours", 1200 } },
    1,
    NONE,
    NONE,
    HR_REASON_NONE,
    HR_REASON_NO_AVAILABLE_HOURS },
  { "nothing is realised",
    { { ROLE, "realisation", 0 } },
    1,
    NONE,
    NONE,
    HR_REASON_NONE,
    HR_REASON_NO_AVAILABLE_HOURS },

  { "no customers", { { SEGMENT, "customers", 0 } }, 1, 1000, 0 },
  { "no customers and no hours available",
    { { SEGMENT, "customers", 0 }, { ROLE, "realisation", 0 } },
    1,
    NONE,
    0 },
  { "no customers and no hours asked for",
    { { SEGMENT, "customers", 0 }, { TOUCHPOINT, "delivery-minutes", 0 } },
    NONE,
    NONE,
    0,
    HR_REASON_NO_WORKLOAD },
  { "no customers among whom the new ones could be spread",
    { ONE_TIME, { SEGMENT, "customers", 0 }, { SEGMENT, "new-customers-per-year", 4 } },
    NONE,
    NONE,
    0,
    HR_REASON_ZERO_CUSTOMERS },
  { "customers not given",
    { { SEGMENT, "customers", NAN } },
    1,
    1000,
    NONE,
    HR_REASON_NONE,
    HR_REASON_NO_CUSTOMERS_GIVEN },
  { "customers not given among whom the new ones are spread",
    { ONE_TIME, { SEGMENT, "customers", NAN }, { SEGMENT, "new-customers-per-year", 4 } },
    NONE,
    NONE,
    NONE,
    HR_REASON_NO_CUSTOMERS_GIVEN,
    HR_REASON_NO_CUSTOMERS_GIVEN },
  { "customers to be counted in nothing",
    { { SEGMENT, "source", HR_SEGMENT_ACCOUNTS } },
    1,
    1000,
    NONE,
    HR_REASON_NONE,
    HR_REASON_NO_PORTFOLIO },
  { "new ones among customers to be counted in nothing",
    { ONE_TIME,
      { SEGMENT, "source", HR_SEGMENT_ACCOUNTS },
      { SEGMENT, "new-customers-per-year", 4 } },
    NONE,
    NONE,
    NONE,
    HR_REASON_NO_PORTFOLIO,
    HR_REASON_NO_PORTFOLIO },

  { "no minutes",
    { { TOUCHPOINT, "delivery-minutes", 0 } },
    NONE,
    NONE,
    NONE,
    HR_REASON_NO_WORKLOAD,
    HR_REASON_NO_WORKLOAD },
  { "no times",
    { { TOUCHPOINT, "times", 0 } },
    NONE,
    NONE,
    NONE,
    HR_REASON_NO_WORKLOAD,
    HR_REASON_NO_WORKLOAD },
  { "reach of nobody",
    { { TOUCHPOINT, "reach", 0 } },
    NONE,
    NONE,
    NONE,
    HR_REASON_NO_WORKLOAD,
    HR_REASON_NO_WORKLOAD },
  { "staff of nobody",
    { { TOUCHPOINT, "staff", 0 } },
    NONE,
    NONE,
    NONE,
    HR_REASON_NO_WORKLOAD,
    HR_REASON_NO_WORKLOAD },
  { "complexity of nothing",
    { { SEGMENT, "complexity", 0 } },
    NONE,
    NONE,
    NONE,
    HR_REASON_NO_WORKLOAD,
    HR_REASON_NO_WORKLOAD },

  { "more customers per person than a number holds",
    { { TOUCHPOINT, "times", 1e-320 }, { TOUCHPOINT, "reach", 1e-3 } },
    1e-323,
    NONE,
    0 },
  { "more people than a number holds",
    { { ROLE, "realisation", 1e-315 } },
    1,
    1e-312,
    NONE,
    HR_REASON_NONE,
    HR_REASON_OVERFLOW },
  { "more hours than a number holds",
    { ONE_TIME, BY_LIFETIME, { SEGMENT, "lifetime-years", 1e-320 } },
    NONE,
    NONE,
    NONE,
    HR_REASON_OVERFLOW,
    HR_REASON_OVERFLOW },
  { "more times than a number holds",
    { ONE_TIME,
      { SEGMENT, "customers", 1e-320 },
      { SEGMENT, "new-customers-per-year", 1e9 } },
    NONE,
    NONE,
    NONE,
    HR_REASON_OVERFLOW,
    HR_REASON_OVERFLOW },
};

static gpointer
target_of (const Simple *simple, Target target)
{
  const gpointer items[] = { simple->plan, simple->role, simple->segment,
                             simple->touchpoint };

  return items[target];
}

static void
test_rule (gconstpointer data)
{
  const Rule *rule = data;
  Simple simple;
  const HrSegmentCapacity *segment;
  const HrRoleNeed *need;

  simple_init (&simple);
  for (const Change *change = rule->changes; change->property != NULL; change++)
    hr_test_set (target_of (&simple, change->target), change->property, change->value);

  {
    g_autoptr (HrCapacity) capacity = compute (simple.plan);

    segment = hr_capacity_get_segment (capacity, 0);
    g_assert_cmpuint (segment->n_needs, ==, 1);
    need = &segment->needs[0];
    assert_close (need->workload_hours, rule->workload);
    assert_close (need->customers_per_fte, rule->customers_per_fte);
    assert_close (need->fte, rule->fte);
    assert_close (need->cost, rule->fte * 100000);
    g_assert_cmpint (need->workload_reason, ==, rule->workload_reason);
    g_assert_cmpint (need->reason, ==, rule->reason);

    assert_close (segment->workload_hours, rule->workload);
    assert_close (segment->fte, rule->fte);
    assert_close (segment->cost, rule->fte * 100000);
    g_assert_cmpint (segment->workload_reason, ==, rule->workload_reason);
    g_assert_cmpint (segment->reason, ==, rule->reason);
    assert_close (segment->book.fte, rule->fte);
    g_assert_cmpint (segment->book.reason, ==, rule->reason);

    assert_close (hr_capacity_get_role (capacity, 0)->fte, rule->fte);
    assert_close (hr_capacity_get_totals (capacity)->fte, rule->fte);
    g_assert_cmpint (hr_capacity_get_totals (capacity)->reason, ==,
                     rule->reason != HR_REASON_NONE ? HR_REASON_SEGMENT_WITHOUT_ANSWER
                                                    : HR_REASON_NONE);
  }
  simple_clear (&simple);
}

/* ---- Top-down ---- */

typedef struct
{
  const char *name;
  Change changes[6];
  double people;
  HrLimit limit;
  HrReason reason;
} TopDown;

#define ARR_PER_FTE(value) { SEGMENT, "limits-arr-per-fte", value }
#define CUSTOMERS_PER_FTE(value) { SEGMENT, "limits-customers-per-fte", value }
#define NEW_PER_FTE(value) { SEGMENT, "limits-new-customers-per-month-per-fte", value }

/* A million of ARR, 10 customers, and 24 new ones a year where it matters. */
static const TopDown TOP_DOWNS[] = {
  { "ARR alone", { ARR_PER_FTE (400000) }, 2.5, HR_LIMIT_ARR_PER_FTE },
  { "customers alone", { CUSTOMERS_PER_FTE (4) }, 2.5, HR_LIMIT_CUSTOMERS_PER_FTE },
  { "new customers alone",
    { NEW_PER_FTE (4), { SEGMENT, "new-customers-per-year", 24 } },
    0.5,
    HR_LIMIT_NEW_CUSTOMERS_PER_MONTH_PER_FTE },
  { "ARR binds",
    { ARR_PER_FTE (100000),
      CUSTOMERS_PER_FTE (2),
      NEW_PER_FTE (1),
      { SEGMENT, "new-customers-per-year", 24 } },
    10,
    HR_LIMIT_ARR_PER_FTE },
  { "customers bind",
    { ARR_PER_FTE (500000),
      CUSTOMERS_PER_FTE (2),
      NEW_PER_FTE (1),
      { SEGMENT, "new-customers-per-year", 24 } },
    5,
    HR_LIMIT_CUSTOMERS_PER_FTE },
  { "new customers bind",
    { ARR_PER_FTE (1000000),
      CUSTOMERS_PER_FTE (20),
      NEW_PER_FTE (1),
      { SEGMENT, "new-customers-per-year", 24 } },
    2,
    HR_LIMIT_NEW_CUSTOMERS_PER_MONTH_PER_FTE },
  { "the first of equals binds",
    { ARR_PER_FTE (500000), CUSTOMERS_PER_FTE (5) },
    2,
    HR_LIMIT_ARR_PER_FTE },
  { "no limit", {}, NONE, HR_LIMIT_NONE, HR_REASON_NO_LIMIT },
  { "a limit on ARR that is not given",
    { ARR_PER_FTE (400000), { SEGMENT, "arr", NAN } },
    NONE,
    HR_LIMIT_NONE,
    HR_REASON_NO_ARR_GIVEN },
  { "one limit without an answer leaves none to the most of them",
    { ARR_PER_FTE (400000), CUSTOMERS_PER_FTE (2), { SEGMENT, "arr", NAN } },
    NONE,
    HR_LIMIT_NONE,
    HR_REASON_NO_ARR_GIVEN },
  { "customers that are not given",
    { ARR_PER_FTE (400000), CUSTOMERS_PER_FTE (2), { SEGMENT, "customers", NAN } },
    NONE,
    HR_LIMIT_NONE,
    HR_REASON_NO_CUSTOMERS_GIVEN },
  { "ARR of nothing pays for nobody",
    { ARR_PER_FTE (400000), { SEGMENT, "arr", 0 } },
    0,
    HR_LIMIT_ARR_PER_FTE },
  { "nobody new", { NEW_PER_FTE (4) }, 0, HR_LIMIT_NEW_CUSTOMERS_PER_MONTH_PER_FTE },
  { "the benchmark does not mind a journey without hours",
    { ARR_PER_FTE (400000), { TOUCHPOINT, "delivery-minutes", 0 } },
    2.5,
    HR_LIMIT_ARR_PER_FTE },
  { "more people than a number holds",
    { CUSTOMERS_PER_FTE (1e-320) },
    NONE,
    HR_LIMIT_NONE,
    HR_REASON_OVERFLOW },
};

static void
test_top_down (gconstpointer data)
{
  const TopDown *row = data;
  Simple simple;

  simple_init (&simple);
  for (const Change *change = row->changes; change->property != NULL; change++)
    hr_test_set (target_of (&simple, change->target), change->property, change->value);

  {
    g_autoptr (HrCapacity) capacity = compute (simple.plan);
    const HrBook *book = &hr_capacity_get_segment (capacity, 0)->book;

    assert_close (book->top_down_fte, row->people);
    g_assert_cmpint (book->binding_limit, ==, row->limit);
    g_assert_cmpint (book->top_down_reason, ==, row->reason);
  }
  simple_clear (&simple);
}

/* ---- What ARR, cost and people make of each other ---- */

typedef struct
{
  const char *name;
  Change changes[4];
  double arr_per_fte;
  HrReason arr_per_fte_reason;
  double cost_per_customer;
  double cost_share;
  double gap;
} Ratio;

static const Ratio RATIOS[] = {
  { "all there", { { SEGMENT, "headcount", 2 } }, 1e8, HR_REASON_NONE, 100, 1e-3, 1.99 },
  { "people are missing",
    { { SEGMENT, "complexity", 50 } },
    2e6,
    HR_REASON_NONE,
    5000,
    0.05,
    -0.5 },
  { "with tools",
    { { ROLE, "tool-cost", 100000 } },
    1e8,
    HR_REASON_NONE,
    200,
    2e-3,
    -0.01 },
  { "free of cost", { { ROLE, "annual-cost", 0 } }, 1e8, HR_REASON_NONE, 0, 0, -0.01 },
  { "no customers",
    { { SEGMENT, "customers", 0 } },
    NONE,
    HR_REASON_ZERO_PEOPLE,
    NONE,
    0,
    0 },
  { "no ARR", { { SEGMENT, "arr", 0 } }, 0, HR_REASON_NONE, 100, NONE, -0.01 },
  { "ARR not given",
    { { SEGMENT, "arr", NAN } },
    NONE,
    HR_REASON_NO_ARR_GIVEN,
    100,
    NONE,
    -0.01 },
  { "no hours",
    { { TOUCHPOINT, "times", 0 } },
    NONE,
    HR_REASON_NO_WORKLOAD,
    NONE,
    NONE,
    NONE },
};

static void
test_ratio (gconstpointer data)
{
  const Ratio *row = data;
  Simple simple;

  simple_init (&simple);
  for (const Change *change = row->changes; change->property != NULL; change++)
    hr_test_set (target_of (&simple, change->target), change->property, change->value);

  {
    g_autoptr (HrCapacity) capacity = compute (simple.plan);
    const HrSegmentCapacity *segment = hr_capacity_get_segment (capacity, 0);

    assert_close (segment->book.arr_per_fte, row->arr_per_fte);
    g_assert_cmpint (segment->book.arr_per_fte_reason, ==, row->arr_per_fte_reason);
    assert_close (segment->cost_per_customer, row->cost_per_customer);
    assert_close (segment->cost_share_of_arr, row->cost_share);
    assert_close (hr_capacity_get_totals (capacity)->cost_share_of_arr, row->cost_share);
    assert_close (segment->book.gap, row->gap);
  }
  simple_clear (&simple);
}

/* ---- Whole people ---- */

typedef struct
{
  const char *name;
  struct
  {
    double fte;
    gboolean dedicated;
  } segments[4];
  double heads;
} Heads;

static const Heads HEADS[] = {
  { "dedicated, each rounded up", { { 1.2, TRUE }, { 0.3, TRUE }, { 2.5, TRUE } }, 6 },
  { "shared, rounded up once", { { 1.2, FALSE }, { 0.3, FALSE }, { 2.25, FALSE } }, 4 },
  { "both", { { 1.2, TRUE }, { 0.3, FALSE }, { 2.5, TRUE }, { 0.5, FALSE } }, 6 },
  { "whole people are not rounded", { { 3, TRUE }, { 2, TRUE } }, 5 },
  { "shared that come to whole people",
    { { 0.7, FALSE }, { 0.2, FALSE }, { 0.1, FALSE } },
    1 },
  { "noise is nobody", { { 3.0000000000000004, TRUE } }, 3 },
  { "noise of many",
    { { 1.1, FALSE }, { 2.2, FALSE }, { 3.3, FALSE }, { 4.4, FALSE } },
    11 },
  { "more than noise is somebody", { { 3.00000001, TRUE } }, 4 },
};

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
    g_assert_cmpint (hr_capacity_get_role (capacity, 1)->reason, ==, HR_REASON_OVERFLOW);
    g_assert_true (isnan (hr_capacity_get_totals (capacity)->fte));
    g_assert_cmpint (hr_capacity_get_totals (capacity)->reason, ==, HR_REASON_OVERFLOW);
  }
}

#define ADD_TABLE(path, table, func)                                                     \
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)                                       \
    {                                                                                    \
      g_autofree char *name = g_strdup_printf ("%s/%s", path, table[i].name);            \
                                                                                         \
      g_strdelimit (name, " ", '-');                                                     \
      g_test_add_data_func (name, &table[i], func);                                      \
    }

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD_TABLE ("/engine/capacity/rule", RULES, test_rule)
  ADD_TABLE ("/engine/capacity/top-down", TOP_DOWNS, test_top_down)
  ADD_TABLE ("/engine/capacity/ratio", RATIOS, test_ratio)
  ADD_TABLE ("/engine/capacity/heads", HEADS, test_heads)
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

  return g_test_run ();
}
