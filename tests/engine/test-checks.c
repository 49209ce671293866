/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "test-checks.h"

static void
test_nothing_to_say (void)
{
  Simple simple;
  g_autoptr (GPtrArray) checks = NULL;

  flawless (&simple);
  checks = checks_of (simple.plan);
  g_assert_cmpuint (checks->len, ==, 0);
  simple_clear (&simple);
}

static void
test_no_segments (void)
{
  g_autoptr (HrPlan) plan = hr_plan_new ("Empty");

  expect (plan, HR_CHECK_NO_SEGMENTS, HR_SEVERITY_ERROR, NULL, NULL, 0, 0);
}

static void
expect_no_answer (Simple *simple, HrReason reason, gpointer other, const char *property)
{
  g_autoptr (GPtrArray) checks = checks_of (simple->plan);
  const HrCheck *check = find (checks, HR_CHECK_NO_ANSWER);

  g_assert_nonnull (check);
  g_assert_cmpuint (count (checks, HR_CHECK_NO_ANSWER), ==, 1);
  g_assert_cmpint (check->severity, ==, HR_SEVERITY_ERROR);
  g_assert_cmpint (check->reason, ==, reason);
  g_assert_true (check->item == HR_ITEM (simple->segment));
  g_assert_true (check->other == other);
  g_assert_cmpstr (check->property, ==, property);
  g_assert_true (g_ptr_array_index (checks, 0) == check); /* worst first */
}

static void
test_no_answer (void)
{
  Simple simple;
  HrRole *manager;

  flawless (&simple);
  hr_test_set (simple.segment, "customers", NAN);
  expect_no_answer (&simple, HR_REASON_NO_CUSTOMERS_GIVEN, NULL, "customers");
  hr_test_set (simple.segment, "customers", 10);
  hr_test_set (simple.segment, "arr", NAN);
  expect_no_answer (&simple, HR_REASON_NO_ARR_GIVEN, NULL, "arr");
  hr_test_set (simple.segment, "arr", 1e6);
  hr_test_set (simple.plan, "one-time-spread", HR_ONE_TIME_LIFETIME);
  hr_test_set (simple.touchpoint, "kind", HR_TOUCHPOINT_ONE_TIME);
  expect_no_answer (&simple, HR_REASON_NO_LIFETIME, NULL, "lifetime-years");
  hr_test_set (simple.touchpoint, "kind", HR_TOUCHPOINT_RECURRING);
  hr_test_set (simple.segment, "source", HR_SEGMENT_ACCOUNTS);
  expect_no_answer (&simple, HR_REASON_NO_PORTFOLIO, NULL, NULL);
  hr_test_set (simple.segment, "source", HR_SEGMENT_ENTERED);

  /* The segment has an answer, only the one who carries the accounts has none. */
  manager = hr_test_add (simple.plan->roles, "manager", "name", "Manager", NULL);
  g_object_set (simple.segment, "book-role", "manager", NULL);
  expect_no_answer (&simple, HR_REASON_NO_WORKLOAD, manager, NULL);
  simple_clear (&simple);
}

static void
test_touchpoint_without_role (void)
{
  Simple simple;
  g_autoptr (GPtrArray) checks = NULL;
  const HrCheck *check;

  flawless (&simple);
  hr_test_add (simple.journey->touchpoints, NULL, "name", "Mail", NULL); /* no minutes */
  g_assert_false (has (simple.plan, HR_CHECK_TOUCHPOINT_NO_ROLE));

  g_object_set (simple.touchpoint, "role", NULL, NULL);
  checks = checks_of (simple.plan);
  check = find (checks, HR_CHECK_TOUCHPOINT_NO_ROLE);
  g_assert_cmpuint (count (checks, HR_CHECK_TOUCHPOINT_NO_ROLE), ==, 1);
  g_assert_cmpint (check->severity, ==, HR_SEVERITY_ERROR);
  g_assert_true (check->item == HR_ITEM (simple.touchpoint));
  g_assert_true (check->other == HR_ITEM (simple.segment));
  g_assert_cmpstr (check->property, ==, "role");
  g_clear_pointer (&checks, g_ptr_array_unref);
  simple_clear (&simple);
}

static void
test_two_haircuts (void)
{
  Simple simple;

  flawless (&simple);
  hr_test_set (simple.role, "internal-hours", 200); /* of 800: just a quarter */
  g_assert_false (has (simple.plan, HR_CHECK_TWO_HAIRCUTS));
  hr_test_set (simple.role, "realisation", 0.9);
  expect (simple.plan, HR_CHECK_TWO_HAIRCUTS, HR_SEVERITY_WARNING, simple.role,
          "realisation", 0.25, 0.9);
  hr_test_set (simple.role, "internal-hours", 199);
  g_assert_false (has (simple.plan, HR_CHECK_TWO_HAIRCUTS));

  hr_test_set (simple.role, "internal-hours", NAN);
  hr_test_set (simple.role, "internal-share", 0.25);
  expect (simple.plan, HR_CHECK_TWO_HAIRCUTS, HR_SEVERITY_WARNING, simple.role,
          "realisation", 0.25, 0.9);
  hr_test_set (simple.role, "internal-share", 0.24);
  g_assert_false (has (simple.plan, HR_CHECK_TWO_HAIRCUTS));
  hr_test_set (simple.role, "internal-share", 0.5);
  hr_test_set (simple.role, "leave-hours", 1000); /* nothing is left to cut */
  g_assert_false (has (simple.plan, HR_CHECK_TWO_HAIRCUTS));
  simple_clear (&simple);
}

static void
test_two_haircuts_of_worked_example (void)
{
  g_autoptr (HrPlan) plan = hr_test_plan_new_worked_example ();

  expect (plan, HR_CHECK_TWO_HAIRCUTS, HR_SEVERITY_WARNING, hr_list_get (plan->roles, 0),
          "realisation", 627.0 / 1880, 0.85);
}

/* 800 customers of an hour need one person of 800 hours. */
static void
test_overloaded (void)
{
  Simple simple;

  flawless (&simple);
  hr_test_set (simple.segment, "customers", 800);
  g_assert_false (has (simple.plan, HR_CHECK_OVERLOADED));
  hr_test_set (simple.segment, "customers", 1200);
  expect (simple.plan, HR_CHECK_OVERLOADED, HR_SEVERITY_WARNING, simple.segment,
          "headcount", 400, 0.5);
  simple_clear (&simple);
}

static void
test_benchmark (void)
{
  Simple simple;

  flawless (&simple);
  hr_test_set (simple.segment, "limits-customers-per-fte", 800);
  g_assert_false (has (simple.plan, HR_CHECK_BENCHMARK_EXCEEDED));
  hr_test_set (simple.segment, "limits-customers-per-fte", 1600);
  expect (simple.plan, HR_CHECK_BENCHMARK_EXCEEDED, HR_SEVERITY_WARNING, simple.segment,
          NULL, 10.0 / 800, 10.0 / 1600);
  hr_test_set (simple.segment, "limits-customers-per-fte", NAN);
  g_assert_false (has (simple.plan, HR_CHECK_BENCHMARK_EXCEEDED));
  expect (simple.plan, HR_CHECK_NO_BENCHMARK, HR_SEVERITY_NOTE, simple.segment,
          "limits-arr-per-fte", 0, 0);
  g_object_set (simple.segment, "book-role", NULL, NULL);
  g_assert_false (has (simple.plan, HR_CHECK_NO_BENCHMARK));
  expect (simple.plan, HR_CHECK_NO_BOOK_ROLE, HR_SEVERITY_WARNING, simple.segment,
          "book-role", 0, 0);
  simple_clear (&simple);
}

static void
test_one_time_no_new (void)
{
  Simple simple;

  flawless (&simple);
  hr_test_set (simple.touchpoint, "kind", HR_TOUCHPOINT_ONE_TIME);
  expect (simple.plan, HR_CHECK_ONE_TIME_NO_NEW, HR_SEVERITY_WARNING, simple.segment,
          "new-customers-per-year", 0, 0);
  hr_test_set (simple.segment, "new-customers-per-year", 1);
  g_assert_false (has (simple.plan, HR_CHECK_ONE_TIME_NO_NEW));
  hr_test_set (simple.segment, "new-customers-per-year", 0);
  hr_test_set (simple.touchpoint, "delivery-minutes", 0);
  g_assert_false (has (simple.plan, HR_CHECK_ONE_TIME_NO_NEW));
  hr_test_set (simple.touchpoint, "delivery-minutes", 60);
  hr_test_set (simple.segment, "customers", 0);
  g_assert_false (has (simple.plan, HR_CHECK_ONE_TIME_NO_NEW));
  hr_test_set (simple.segment, "customers", 1);
  hr_test_set (simple.plan, "one-time-spread", HR_ONE_TIME_LIFETIME);
  g_assert_false (has (simple.plan, HR_CHECK_ONE_TIME_NO_NEW));
  simple_clear (&simple);
}

static void
test_role_in_use (void)
{
  Simple simple;
  HrRole *idle;

  flawless (&simple);
  idle = hr_test_add (simple.plan->roles, "idle", "name", "Idle", "headcount", 9.0, NULL);
  g_assert_false (has (simple.plan, HR_CHECK_NO_COST));
  g_assert_false (has (simple.plan, HR_CHECK_HEADCOUNT_DIFFERS));

  hr_test_set (simple.role, "annual-cost", 0);
  expect (simple.plan, HR_CHECK_NO_COST, HR_SEVERITY_WARNING, simple.role, "annual-cost",
          0, 0);
  hr_test_set (simple.role, "tool-cost", 1);
  g_assert_false (has (simple.plan, HR_CHECK_NO_COST));

  hr_test_set (simple.role, "headcount", 3);
  expect (simple.plan, HR_CHECK_HEADCOUNT_DIFFERS, HR_SEVERITY_WARNING, simple.role,
          "headcount", 3, 1);
  hr_test_add (simple.plan->segments, "t", "name", "T", "book-role", "csm", "headcount",
               2.0, NULL);
  g_assert_false (has (simple.plan, HR_CHECK_HEADCOUNT_DIFFERS));
  g_assert_nonnull (idle);
  simple_clear (&simple);
}

/* ---- Accounts ---- */

static HrColumn *
column_of (const char *name, HrColumnType type, const char *const *cells)
{
  HrColumnBuilder *builder = hr_column_builder_new (name, type);
  HrColumn *column;

  for (guint i = 0; cells[i] != NULL; i++)
    if (*cells[i] == '\0')
      hr_column_builder_add_missing (builder);
    else if (type == HR_COLUMN_MONEY)
      hr_column_builder_add_money (builder, 100 * g_ascii_strtoll (cells[i], NULL, 10));
    else
      hr_column_builder_add_text (builder, cells[i], strlen (cells[i]));
  column = hr_column_builder_end (builder, NULL);
  g_assert_nonnull (column);
  return column;
}

static void
set_accounts (HrPlan *plan, gboolean with_currency)
{
  static const char *const ids[] = { "1", "2", "3", "4", NULL };
  static const char *const arr[] = { "1000", "", "70", "", NULL };
  static const char *const currencies[] = { "usd", "EUR", "", "EUR", NULL };
  static const char *const kinds[] = { "big", "big", "small", "odd", NULL };
  HrColumn *columns[] = {
    column_of (HR_COLUMN_ID, HR_COLUMN_TEXT, ids),
    column_of (HR_COLUMN_ARR, HR_COLUMN_MONEY, arr),
    column_of ("kind", HR_COLUMN_TEXT, kinds),
    column_of (HR_COLUMN_CURRENCY, HR_COLUMN_TEXT, currencies),
  };
  g_autoptr (HrPortfolio) portfolio =
      hr_portfolio_new (columns, with_currency ? 4 : 3, "test", NULL, NULL);

  g_object_set (plan, "portfolio", portfolio, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    hr_column_unref (columns[i]);
}

static HrRule *
kind_is (const char *column, const char *text)
{
  const HrRuleValue value = { .kind = HR_RULE_TEXT, .text = text };

  return hr_rule_new_condition (column, HR_RULE_EQUAL, &value, 1);
}

static void
set_kind (HrSegment *segment, const char *column, const char *text)
{
  g_autoptr (HrRule) rule = kind_is (column, text);

  g_object_set (segment, "rule", rule, NULL);
}

static void
test_accounts (void)
{
  g_autoptr (HrRule) everything = hr_rule_new_everything ();
  Simple simple;

  flawless (&simple);
  set_accounts (simple.plan, TRUE);
  hr_test_set (simple.segment, "source", HR_SEGMENT_ACCOUNTS);
  set_kind (simple.segment, "kind", "big");

  expect (simple.plan, HR_CHECK_UNASSIGNED, HR_SEVERITY_WARNING, NULL, NULL, 2, 70);
  expect (simple.plan, HR_CHECK_MISSING_ARR, HR_SEVERITY_WARNING, simple.segment, NULL, 1,
          0);
  expect (simple.plan, HR_CHECK_OTHER_CURRENCY, HR_SEVERITY_WARNING, NULL, NULL, 2, 0);
  g_assert_false (has (simple.plan, HR_CHECK_EMPTY_SEGMENT));
  g_assert_false (has (simple.plan, HR_CHECK_UNKNOWN_FIELD));

  set_kind (simple.segment, "kind", "huge");
  expect (simple.plan, HR_CHECK_EMPTY_SEGMENT, HR_SEVERITY_WARNING, simple.segment,
          "rule", 0, 0);
  g_assert_false (has (simple.plan, HR_CHECK_MISSING_ARR));

  g_object_set (simple.segment, "rule", everything, NULL);
  g_assert_false (has (simple.plan, HR_CHECK_UNASSIGNED));
  hr_test_set (simple.segment, "source", HR_SEGMENT_ENTERED); /* its own are typed */
  set_kind (simple.segment, "kind", "big");
  g_assert_false (has (simple.plan, HR_CHECK_MISSING_ARR));
  g_object_set (simple.plan, "currency", "EUR", NULL);
  expect (simple.plan, HR_CHECK_OTHER_CURRENCY, HR_SEVERITY_WARNING, NULL, NULL, 1, 0);
  set_accounts (simple.plan, FALSE);
  g_assert_false (has (simple.plan, HR_CHECK_OTHER_CURRENCY));
  simple_clear (&simple);
}

static void
test_unknown_field (void)
{
  HrRule *parts[4] = { kind_is ("industry", "a"), kind_is ("kind", "b"),
                       kind_is ("industry", "c"), kind_is ("country", "d") };
  g_autoptr (HrRule) any = hr_rule_new_group (HR_RULE_ANY, parts, 4);
  g_autoptr (HrRule) not = hr_rule_new_group (HR_RULE_NOT, &any, 1);
  g_autoptr (GPtrArray) checks = NULL;
  Simple simple;
  const HrCheck *first;

  for (guint i = 0; i < 4; i++)
    hr_rule_unref (parts[i]);
  flawless (&simple);
  g_object_set (simple.segment, "rule", not, NULL);
  g_assert_false (has (simple.plan, HR_CHECK_UNKNOWN_FIELD)); /* nothing is imported */

  set_accounts (simple.plan, TRUE);
  checks = checks_of (simple.plan);
  first = find (checks, HR_CHECK_UNKNOWN_FIELD);
  g_assert_cmpuint (count (checks, HR_CHECK_UNKNOWN_FIELD), ==, 2);
  g_assert_cmpstr (first->text, ==, "industry");
  g_assert_true (first->item == HR_ITEM (simple.segment));
  g_assert_cmpstr (first->property, ==, "rule");
  g_clear_pointer (&checks, g_ptr_array_unref);
  simple_clear (&simple);
}

/* ---- Assumptions ---- */

static void
assert_defaults (HrPlan *plan, guint n, guint of)
{
  g_autoptr (GPtrArray) checks = checks_of (plan);
  const HrCheck *check = find (checks, HR_CHECK_DEFAULTS);

  g_assert_cmpuint (count (checks, HR_CHECK_ASSUMED_DEFAULT), ==, n);
  if (n == 0)
    g_assert_null (check);
  else
    {
      g_assert_cmpint (check->severity, ==, HR_SEVERITY_NOTE);
      assert_close (check->values[0], n);
      assert_close (check->values[1], of);
    }
}

static void
test_defaults (void)
{
  Simple simple;

  flawless (&simple);
  hr_test_set (simple.segment, "headcount", 0);
  hr_test_set (simple.role, "headcount", 0);
  assert_defaults (simple.plan, 2, 7 + 5);
  g_object_set (simple.role, "tags", NULL, NULL);
  assert_defaults (simple.plan, 5, 7 + 5); /* leave, realisation and tools */
  hr_test_set (simple.role, "internal-hours", NAN);
  assert_defaults (simple.plan, 6, 7 + 5); /* and the internal share */

  /* New customers matter when there is one-time work or a limit on them. */
  hr_test_set (simple.touchpoint, "kind", HR_TOUCHPOINT_ONE_TIME);
  assert_defaults (simple.plan, 7, 7 + 6);
  hr_test_set (simple.plan, "one-time-spread", HR_ONE_TIME_LIFETIME);
  assert_defaults (simple.plan, 6, 7 + 5);
  hr_test_set (simple.segment, "lifetime-years", 5);
  assert_defaults (simple.plan, 6, 7 + 6);
  hr_test_set (simple.segment, "limits-new-customers-per-month-per-fte", 5);
  hr_test_set (simple.segment, "limits-arr-per-fte", 5);
  assert_defaults (simple.plan, 7, 7 + 9);

  /* Counted customers are measured; without a book nobody asks for a headcount. */
  hr_test_set (simple.segment, "source", HR_SEGMENT_ACCOUNTS);
  assert_defaults (simple.plan, 7, 7 + 7);
  g_object_set (simple.segment, "book-role", NULL, NULL);
  assert_defaults (simple.plan, 6, 7 + 6);
  simple_clear (&simple);
}

static void
test_assumed_default (void)
{
  Simple simple;

  flawless (&simple);
  hr_test_add (simple.plan->roles, "idle", "name", "Idle", NULL); /* counts for nothing */
  g_object_set (simple.segment, "tags", NULL, NULL);
  expect (simple.plan, HR_CHECK_ASSUMED_DEFAULT, HR_SEVERITY_NOTE, simple.segment,
          "complexity", 0, 0);
  simple_clear (&simple);
}

/* ---- Order ---- */

/* Of a kind, as the plan has them: roles, then segments, each figure in its place. */
static void
test_order_of_plan (void)
{
  static const char *const expected[] = { "realisation", "tool-cost", "headcount",
                                          "complexity", "headcount" };
  g_autoptr (GPtrArray) checks = NULL;
  Simple simple;
  guint n = 0;

  simple_init (&simple);
  checks = checks_of (simple.plan);
  for (guint i = 0; i < checks->len; i++)
    {
      const HrCheck *check = g_ptr_array_index (checks, i);

      if (check->kind != HR_CHECK_ASSUMED_DEFAULT)
        continue;
      g_assert_cmpuint (n, <, G_N_ELEMENTS (expected));
      g_assert_cmpstr (check->property, ==, expected[n++]);
      g_assert_true (check->item ==
                     (n <= 3 ? HR_ITEM (simple.role) : HR_ITEM (simple.segment)));
    }
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (expected));
  g_clear_pointer (&checks, g_ptr_array_unref);
  simple_clear (&simple);
}

static void
test_order (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);

  for (guint n = 0; n < 50; n++)
    {
      g_autoptr (HrPlan) plan = hr_test_plan_new_any (rand);
      g_autoptr (GPtrArray) checks = NULL;
      g_autoptr (GPtrArray) again = NULL;

      set_accounts (plan, TRUE);
      for (guint i = 0; i < hr_list_get_n (plan->segments); i++)
        {
          g_autoptr (HrRule) rule = hr_test_random_rule (rand, 2);

          hr_test_disturb (rand, plan, hr_list_get (plan->segments, i));
          g_object_set (hr_list_get (plan->segments, i), "rule", rule, NULL);
        }
      checks = checks_of (plan);
      again = checks_of (plan);
      g_assert_cmpuint (checks->len, ==, again->len);
      for (guint i = 0; i < checks->len; i++)
        {
          const HrCheck *check = g_ptr_array_index (checks, i);
          const HrCheck *same = g_ptr_array_index (again, i);
          const HrCheck *next =
              i + 1 < checks->len ? g_ptr_array_index (checks, i + 1) : check;

          g_assert_true (check->kind == same->kind && check->item == same->item &&
                         g_strcmp0 (check->property, same->property) == 0);
          g_assert_cmpint (check->severity, <=, next->severity);
          if (check->severity == next->severity)
            g_assert_cmpint (check->kind, <=, next->kind);
          g_assert_false (isinf (check->values[0]) || isinf (check->values[1]));
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/checks/nothing-to-say", test_nothing_to_say);
  g_test_add_func ("/engine/checks/no-segments", test_no_segments);
  g_test_add_func ("/engine/checks/no-answer", test_no_answer);
  g_test_add_func ("/engine/checks/touchpoint-without-role",
                   test_touchpoint_without_role);
  g_test_add_func ("/engine/checks/two-haircuts", test_two_haircuts);
  g_test_add_func ("/engine/checks/two-haircuts-of-worked-example",
                   test_two_haircuts_of_worked_example);
  g_test_add_func ("/engine/checks/overloaded", test_overloaded);
  g_test_add_func ("/engine/checks/benchmark", test_benchmark);
  g_test_add_func ("/engine/checks/one-time-no-new", test_one_time_no_new);
  g_test_add_func ("/engine/checks/role-in-use", test_role_in_use);
  g_test_add_func ("/engine/checks/accounts", test_accounts);
  g_test_add_func ("/engine/checks/unknown-field", test_unknown_field);
  g_test_add_func ("/engine/checks/defaults", test_defaults);
  g_test_add_func ("/engine/checks/assumed-default", test_assumed_default);
  g_test_add_func ("/engine/checks/order-of-plan", test_order_of_plan);
  g_test_add_func ("/engine/checks/order", test_order);

  return g_test_run ();
}
