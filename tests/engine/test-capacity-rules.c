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
#define NO_ANSWER(why) NONE, NONE, NONE, why, why
#define BY_LIFETIME { PLAN, "one-time-spread", HR_ONE_TIME_LIFETIME }

/* clang-format off */
static const Rule RULES[] = {
  { "an hour a year", {}, 1, 1000, 0.01 },
  { "twice and a half", { { TOUCHPOINT, "times", 2.5 } }, 2.5, 400, 0.025 },
  { "a quarter", { { TOUCHPOINT, "per", HR_PERIOD_QUARTER } }, 4, 250, 0.04 },
  { "a month", { { TOUCHPOINT, "per", HR_PERIOD_MONTH } }, 12, 1000.0 / 12, 0.12 },
  { "a week", { { TOUCHPOINT, "per", HR_PERIOD_WEEK } }, 52, 1000.0 / 52, 0.52 },
  { "all three kinds of minutes", { { TOUCHPOINT, "prep-minutes", 30 },
    { TOUCHPOINT, "follow-up-minutes", 15 } }, 1.75, 1000 / 1.75, 0.0175 },
  { "preparation only", { { TOUCHPOINT, "prep-minutes", 30 },
    { TOUCHPOINT, "delivery-minutes", 0 } }, 0.5, 2000, 0.005 },
  { "reach", { { TOUCHPOINT, "reach", 0.25 } }, 0.25, 4000, 0.0025 },
  { "staff", { { TOUCHPOINT, "staff", 3 } }, 3, 1000.0 / 3, 0.03 },
  { "complexity", { { SEGMENT, "complexity", 1.3 } }, 1.3, 1000 / 1.3, 0.013 },
  { "all that multiplies", { { TOUCHPOINT, "reach", 0.25 }, { TOUCHPOINT, "staff", 3 },
    { TOUCHPOINT, "times", 2 }, { TOUCHPOINT, "per", HR_PERIOD_MONTH },
    { SEGMENT, "complexity", 1.5 } }, 27, 1000.0 / 27, 0.27 },
  { "inbound counts like recurring", { { TOUCHPOINT, "kind", HR_TOUCHPOINT_INBOUND },
    { TOUCHPOINT, "per", HR_PERIOD_MONTH } }, 12, 1000.0 / 12, 0.12 },

  { "one-time for those who are new", { ONE_TIME,
    { SEGMENT, "new-customers-per-year", 4 } }, 0.4, 2500, 0.004 },
  { "one-time more than once, whatever the period", { ONE_TIME,
    { TOUCHPOINT, "times", 3 }, { TOUCHPOINT, "per", HR_PERIOD_WEEK },
    { SEGMENT, "new-customers-per-year", 4 } }, 1.2, 1000 / 1.2, 0.012 },
  { "one-time and more new ones than there are", { ONE_TIME,
    { SEGMENT, "new-customers-per-year", 40 } }, 4, 250, 0.04 },
  { "one-time and nobody new", { ONE_TIME }, NO_ANSWER (HR_REASON_NO_WORKLOAD) },
  { "one-time over a lifetime", { ONE_TIME, BY_LIFETIME,
    { SEGMENT, "lifetime-years", 4 } }, 0.25, 4000, 0.0025 },
  { "one-time over a lifetime, whoever is new", { ONE_TIME, BY_LIFETIME,
    { SEGMENT, "lifetime-years", 4 }, { SEGMENT, "new-customers-per-year", 100 } }, 0.25,
    4000, 0.0025 },
  { "one-time over a lifetime that is not given", { ONE_TIME, BY_LIFETIME },
    NO_ANSWER (HR_REASON_NO_LIFETIME) },
  { "a lifetime does not matter to recurring work", { BY_LIFETIME }, 1, 1000, 0.01 },
  { "one-time for nobody asks for no lifetime", { ONE_TIME, BY_LIFETIME,
    { TOUCHPOINT, "reach", 0 } }, NO_ANSWER (HR_REASON_NO_WORKLOAD) },
  { "one-time by nobody asks for no lifetime", { ONE_TIME, BY_LIFETIME,
    { TOUCHPOINT, "staff", 0 } }, NO_ANSWER (HR_REASON_NO_WORKLOAD) },
  { "one-time never asks for no lifetime", { ONE_TIME, BY_LIFETIME,
    { TOUCHPOINT, "times", 0 } }, NO_ANSWER (HR_REASON_NO_WORKLOAD) },
  { "one-time without complexity asks for no lifetime", { ONE_TIME, BY_LIFETIME,
    { SEGMENT, "complexity", 0 } }, NO_ANSWER (HR_REASON_NO_WORKLOAD) },
  { "one-time without minutes asks for no lifetime", { ONE_TIME, BY_LIFETIME,
    { TOUCHPOINT, "delivery-minutes", 0 } }, NO_ANSWER (HR_REASON_NO_WORKLOAD) },

  { "leave", { { ROLE, "leave-hours", 200 } }, 1, 800, 0.0125 },
  { "internal hours", { { ROLE, "internal-hours", 500 } }, 1, 500, 0.02 },
  { "internal hours rather than the share", { { ROLE, "internal-hours", 500 },
    { ROLE, "internal-share", 0.9 } }, 1, 500, 0.02 },
  { "internal share of what is paid after leave", { { ROLE, "internal-hours", NAN },
    { ROLE, "leave-hours", 200 }, { ROLE, "internal-share", 0.25 } }, 1, 600,
    10.0 / 600 },
  { "realisation", { { ROLE, "realisation", 0.8 } }, 1, 800, 0.0125 },
  { "two haircuts, one after the other", { { ROLE, "internal-hours", NAN },
    { ROLE, "internal-share", 0.25 }, { ROLE, "realisation", 0.8 } }, 1, 600,
    10.0 / 600 },
  { "no hours after internal work", { { ROLE, "internal-hours", 1000 } }, 1, NONE, NONE,
    HR_REASON_NONE, HR_REASON_NO_AVAILABLE_HOURS },
  { "fewer than no hours after leave", { { ROLE, "leave-hours", 1200 } }, 1, NONE, NONE,
    HR_REASON_NONE, HR_REASON_NO_AVAILABLE_HOURS },
  { "nothing is realised", { { ROLE, "realisation", 0 } }, 1, NONE, NONE, HR_REASON_NONE,
    HR_REASON_NO_AVAILABLE_HOURS },

  { "no customers", { { SEGMENT, "customers", 0 } }, 1, 1000, 0 },
  { "no customers and no hours available", { { SEGMENT, "customers", 0 },
    { ROLE, "realisation", 0 } }, 1, NONE, 0 },
  { "no customers and no hours asked for", { { SEGMENT, "customers", 0 },
    { TOUCHPOINT, "delivery-minutes", 0 } }, NONE, NONE, 0, HR_REASON_NO_WORKLOAD },
  { "no customers among whom the new ones could be spread", { ONE_TIME,
    { SEGMENT, "customers", 0 }, { SEGMENT, "new-customers-per-year", 4 } }, NONE, NONE,
    0, HR_REASON_ZERO_CUSTOMERS },
  { "customers not given", { { SEGMENT, "customers", NAN } }, 1, 1000, NONE,
    HR_REASON_NONE, HR_REASON_NO_CUSTOMERS_GIVEN },
  { "customers not given among whom the new ones are spread", { ONE_TIME,
    { SEGMENT, "customers", NAN }, { SEGMENT, "new-customers-per-year", 4 } },
    NO_ANSWER (HR_REASON_NO_CUSTOMERS_GIVEN) },
  { "customers to be counted in nothing", { { SEGMENT, "source", HR_SEGMENT_ACCOUNTS } },
    1, 1000, NONE, HR_REASON_NONE, HR_REASON_NO_PORTFOLIO },
  { "new ones among customers to be counted in nothing", { ONE_TIME,
    { SEGMENT, "source", HR_SEGMENT_ACCOUNTS },
    { SEGMENT, "new-customers-per-year", 4 } }, NO_ANSWER (HR_REASON_NO_PORTFOLIO) },

  { "no minutes", { { TOUCHPOINT, "delivery-minutes", 0 } },
    NO_ANSWER (HR_REASON_NO_WORKLOAD) },
  { "no times", { { TOUCHPOINT, "times", 0 } }, NO_ANSWER (HR_REASON_NO_WORKLOAD) },
  { "reach of nobody", { { TOUCHPOINT, "reach", 0 } },
    NO_ANSWER (HR_REASON_NO_WORKLOAD) },
  { "staff of nobody", { { TOUCHPOINT, "staff", 0 } },
    NO_ANSWER (HR_REASON_NO_WORKLOAD) },
  { "complexity of nothing", { { SEGMENT, "complexity", 0 } },
    NO_ANSWER (HR_REASON_NO_WORKLOAD) },

  { "more customers per person than a number holds", { { TOUCHPOINT, "times", 1e-320 },
    { TOUCHPOINT, "reach", 1e-3 } }, 1e-323, NONE, 0 },
  { "more people than a number holds", { { ROLE, "realisation", 1e-315 } }, 1, 1e-312,
    NONE, HR_REASON_NONE, HR_REASON_OVERFLOW },
  { "more hours than a number holds", { ONE_TIME, BY_LIFETIME,
    { SEGMENT, "lifetime-years", 1e-320 } }, NO_ANSWER (HR_REASON_OVERFLOW) },
  { "times that a number holds and hours that it does not", { ONE_TIME, BY_LIFETIME,
    { SEGMENT, "lifetime-years", 1e-306 }, { TOUCHPOINT, "delivery-minutes", 1e6 } },
    NO_ANSWER (HR_REASON_OVERFLOW) },
  { "more times than a number holds", { ONE_TIME, { SEGMENT, "customers", 1e-320 },
    { SEGMENT, "new-customers-per-year", 1e9 } }, NO_ANSWER (HR_REASON_OVERFLOW) },
};
/* clang-format on */

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
/* clang-format off */
static const TopDown TOP_DOWNS[] = {
  { "ARR alone", { ARR_PER_FTE (400000) }, 2.5, HR_LIMIT_ARR_PER_FTE },
  { "customers alone", { CUSTOMERS_PER_FTE (4) }, 2.5, HR_LIMIT_CUSTOMERS_PER_FTE },
  { "new customers alone", { NEW_PER_FTE (4), { SEGMENT, "new-customers-per-year", 24 } },
    0.5, HR_LIMIT_NEW_CUSTOMERS_PER_MONTH_PER_FTE },
  { "ARR binds", { ARR_PER_FTE (100000), CUSTOMERS_PER_FTE (2), NEW_PER_FTE (1),
    { SEGMENT, "new-customers-per-year", 24 } }, 10, HR_LIMIT_ARR_PER_FTE },
  { "customers bind", { ARR_PER_FTE (500000), CUSTOMERS_PER_FTE (2), NEW_PER_FTE (1),
    { SEGMENT, "new-customers-per-year", 24 } }, 5, HR_LIMIT_CUSTOMERS_PER_FTE },
  { "new customers bind", { ARR_PER_FTE (1000000), CUSTOMERS_PER_FTE (20),
    NEW_PER_FTE (1), { SEGMENT, "new-customers-per-year", 24 } }, 2,
    HR_LIMIT_NEW_CUSTOMERS_PER_MONTH_PER_FTE },
  { "the first of equals binds", { ARR_PER_FTE (500000), CUSTOMERS_PER_FTE (5) }, 2,
    HR_LIMIT_ARR_PER_FTE },
  { "no limit", {}, NONE, HR_LIMIT_NONE, HR_REASON_NO_LIMIT },
  { "a limit on ARR that is not given", { ARR_PER_FTE (400000), { SEGMENT, "arr", NAN } },
    NONE, HR_LIMIT_NONE, HR_REASON_NO_ARR_GIVEN },
  { "one limit without an answer leaves none to the most of them", { ARR_PER_FTE (400000),
    CUSTOMERS_PER_FTE (2), { SEGMENT, "arr", NAN } }, NONE, HR_LIMIT_NONE,
    HR_REASON_NO_ARR_GIVEN },
  { "customers that are not given", { ARR_PER_FTE (400000), CUSTOMERS_PER_FTE (2),
    { SEGMENT, "customers", NAN } }, NONE, HR_LIMIT_NONE, HR_REASON_NO_CUSTOMERS_GIVEN },
  { "ARR of nothing pays for nobody", { ARR_PER_FTE (400000), { SEGMENT, "arr", 0 } }, 0,
    HR_LIMIT_ARR_PER_FTE },
  { "nobody new", { NEW_PER_FTE (4) }, 0, HR_LIMIT_NEW_CUSTOMERS_PER_MONTH_PER_FTE },
  { "the benchmark does not mind a journey without hours", { ARR_PER_FTE (400000),
    { TOUCHPOINT, "delivery-minutes", 0 } }, 2.5, HR_LIMIT_ARR_PER_FTE },
  { "more people than a number holds", { CUSTOMERS_PER_FTE (1e-320) }, NONE,
    HR_LIMIT_NONE, HR_REASON_OVERFLOW },
};
/* clang-format on */

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

/* clang-format off */
static const Ratio RATIOS[] = {
  { "all there", { { SEGMENT, "headcount", 2 } }, 1e8, HR_REASON_NONE, 100, 1e-3, 1.99 },
  { "people are missing", { { SEGMENT, "complexity", 50 } }, 2e6, HR_REASON_NONE, 5000,
    0.05, -0.5 },
  { "with tools", { { ROLE, "tool-cost", 100000 } }, 1e8, HR_REASON_NONE, 200, 2e-3,
    -0.01 },
  { "free of cost", { { ROLE, "annual-cost", 0 } }, 1e8, HR_REASON_NONE, 0, 0, -0.01 },
  { "no customers", { { SEGMENT, "customers", 0 } }, NONE, HR_REASON_ZERO_PEOPLE, NONE, 0,
    0 },
  { "no ARR", { { SEGMENT, "arr", 0 } }, 0, HR_REASON_NONE, 100, NONE, -0.01 },
  { "ARR not given", { { SEGMENT, "arr", NAN } }, NONE, HR_REASON_NO_ARR_GIVEN, 100, NONE,
    -0.01 },
  { "no hours", { { TOUCHPOINT, "times", 0 } }, NONE, HR_REASON_NO_WORKLOAD, NONE, NONE,
    NONE },
};
/* clang-format on */

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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD_TABLE ("/engine/capacity/rule", RULES, test_rule)
  ADD_TABLE ("/engine/capacity/top-down", TOP_DOWNS, test_top_down)
  ADD_TABLE ("/engine/capacity/ratio", RATIOS, test_ratio)

  return g_test_run ();
}
