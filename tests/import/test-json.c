/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include <glib/gstdio.h>

#include "hr-journey.h"
#include "hr-json-reader.h"
#include "hr-json-writer.h"
#include "hr-role.h"
#include "hr-scorecard.h"
#include "hr-test-plan.h"
#include "hr-touchpoint.h"

#define HEAD "{\"format\": \"headroom-plan\", \"version\": 1, \"name\": \"P\""

/* What stands behind the name of a plan. */
static HrPlan *
read_rest (const char *rest, GError **error)
{
  g_autofree char *text = g_strconcat (HEAD, ", ", rest, "}", NULL);

  return hr_json_read_plan (text, -1, error);
}

static void
assert_round_trip (HrPlan *plan)
{
  g_autofree char *text = hr_json_write_plan (plan);
  g_autofree char *again = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (HrPlan) back = hr_json_read_plan (text, -1, &error);

  g_assert_no_error (error);
  g_assert_true (hr_item_equal (plan, back));
  again = hr_json_write_plan (back);
  g_assert_cmpstr (text, ==, again);
}

static void
test_round_trip_full (void)
{
  g_autoptr (HrPlan) plan = hr_test_plan_new_full ();

  assert_round_trip (plan);
}

static void
test_round_trip_empty (void)
{
  g_autoptr (HrPlan) empty = hr_plan_new ("P");
  g_autoptr (HrPlan) started = hr_plan_new_with_defaults ("P");
  g_autoptr (HrPlan) worked = hr_test_plan_new_worked_example ();

  assert_round_trip (empty);
  assert_round_trip (started);
  assert_round_trip (worked);
}

/* Plans of chance: all types, values at their limits, rules and portfolios. */
static void
test_round_trip_random (void)
{
  for (guint32 seed = 0; seed < 100; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (HrPlan) plan = hr_plan_new ("P");
      const GType types[] = { HR_TYPE_ROLE, HR_TYPE_SEGMENT, HR_TYPE_SCORECARD };
      g_autoptr (HrPortfolio) portfolio = hr_test_random_portfolio (rand, seed % 7);

      for (guint i = 0; i < 6; i++)
        {
          GType type = types[i % G_N_ELEMENTS (types)];
          g_autoptr (HrItem) item = hr_test_random_item (rand, plan, type);

          if (hr_plan_check_newcomer (plan, item, NULL))
            hr_list_append (hr_plan_get_list (plan, type), item);
        }
      g_object_set (plan, "portfolio", portfolio, NULL);
      assert_round_trip (plan);
      g_assert_cmpstr (hr_portfolio_get_source (plan->portfolio), ==, "accounts.csv");
    }
}

/* The example of design.md §6, and what stands in the plan then. */
static const char EXAMPLE[] =
    "{\"format\": \"headroom-plan\", \"version\": 1, \"name\": \"FY27\","
    " \"currency\": \"USD\", \"one_time_spread\": \"new-customers\","
    " \"roles\": [{\"id\": \"csm\", \"name\": \"CSM\", \"annual_hours\": 2080,"
    "   \"leave_hours\": 200, \"internal_hours\": 627, \"realisation\": 0.85,"
    "   \"annual_cost\": 182000, \"tool_cost\": 0, \"headcount\": 4}],"
    " \"stages\": [{\"id\": \"adoption\", \"name\": \"Adoption\"}],"
    " \"personas\": [{\"id\": \"dm\", \"name\": \"Decision maker\","
    "   \"kind\": \"decision-maker\"}],"
    " \"segments\": [{\"id\": \"ent\", \"name\": \"Enterprise\", \"source\": \"entered\","
    "   \"customers\": 48, \"arr\": 32000000, \"new_customers_per_year\": 8,"
    "   \"complexity\": 1.3, \"book_role\": \"csm\", \"headcount\": 4,"
    "   \"dedicated\": true, \"limits\": {\"arr_per_fte\": 2000000,"
    "   \"customers_per_fte\": null, \"new_customers_per_month_per_fte\": null},"
    "   \"rule\": {\"all\": [{\"field\": \"arr\", \"op\": \">=\", \"value\": 250000}]}}],"
    " \"journeys\": [{\"segment\": \"ent\", \"version\": \"current\", \"touchpoints\": ["
    "   {\"name\": \"EBR\", \"stage\": \"adoption\", \"kind\": \"recurring\","
    "    \"times\": 4, \"per\": \"year\", \"prep_minutes\": 180,"
    "    \"delivery_minutes\": 240, \"follow_up_minutes\": 60, \"reach\": 1,"
    "    \"staff\": 1, \"role\": \"csm\", \"personas\": [\"dm\"], \"channel\": \"video\","
    "    \"value\": 5, \"sentiment\": 1, \"friction\": 0}]}],"
    " \"scorecards\": [{\"id\": \"sc\", \"segments\": [\"ent\"],"
    "   \"minimum_coverage\": 0.7, \"bands\": {\"green\": 75, \"yellow\": 50},"
    "   \"dimensions\": [{\"persona\": \"dm\", \"weight\": 30, \"metrics\": ["
    "     {\"name\": \"Logins\", \"field\": \"login_frequency\", \"weight\": 0.35,"
    "      \"worst\": 0, \"best\": 90}]}]}],"
    " \"accounts\": [{\"id\": \"A1\", \"name\": \"Acme\", \"arr\": 120000,"
    "   \"renewal_date\": \"2027-03-31\", \"fields\": {\"employees\": 900,"
    "   \"industry\": \"Retail\", \"login_frequency\": 85}}]}";

static void
test_example (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HrPlan) plan = hr_json_read_plan (EXAMPLE, -1, &error);
  const HrSegment *segment;
  const HrRole *role;
  const HrJourney *journey;
  const HrTouchpoint *ebr;

  g_assert_no_error (error);
  role = hr_list_get (plan->roles, 0);
  g_assert_cmpfloat (role->internal_hours, ==, 627);
  g_assert_cmpint (role->annual_cost, ==, 18200000);
  segment = hr_list_get (plan->segments, 0);
  g_assert_cmpint (segment->arr, ==, G_GINT64_CONSTANT (3200000000));
  g_assert_cmpint (segment->limits.arr_per_fte, ==, 200000000);
  g_assert_true (isnan (segment->limits.customers_per_fte));
  g_assert_true (isnan (segment->lifetime_years));
  g_assert_cmpuint (hr_rule_get_depth (segment->rule), ==, 2);
  journey = hr_list_get (plan->journeys, 0);
  ebr = hr_list_get (journey->touchpoints, 0);
  g_assert_cmpint (ebr->per, ==, HR_PERIOD_YEAR);
  g_assert_cmpfloat (ebr->delivery_minutes, ==, 240);
  g_assert_cmpstr (ebr->personas[0], ==, "dm");
  g_assert_cmpuint (hr_portfolio_get_n_accounts (plan->portfolio), ==, 1);
  g_assert_cmpint (
      hr_column_get_money (hr_portfolio_find_column (plan->portfolio, "arr"))[0], ==,
      12000000);
  g_assert_cmpint (
      hr_column_get_days (hr_portfolio_find_column (plan->portfolio, "renewal_date"))[0],
      ==, 20908);
  g_assert_cmpint (hr_column_get_column_type (
                       hr_portfolio_find_column (plan->portfolio, "login_frequency")),
                   ==, HR_COLUMN_NUMBER);
  assert_round_trip (plan);
}

/* Absent keys take the defaults of design.md §3. */
static void
test_defaults (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HrPlan) plan = read_rest (
      "\"roles\": [{\"id\": \"r\", \"name\": \"R\"}],"
      "\"stages\": [{\"id\": \"s\", \"name\": \"S\"}],"
      "\"segments\": [{\"id\": \"g\", \"name\": \"G\", \"source\": \"accounts\"}],"
      "\"journeys\": [{\"segment\": \"g\", \"touchpoints\": [{\"name\": \"T\","
      " \"kind\": \"one-time\"}]}],"
      "\"scorecards\": [{}], \"accounts\": []",
      &error);
  const HrJourney *journey;
  g_autoptr (HrRole) role = hr_item_new (HR_TYPE_ROLE, "r");
  g_autoptr (HrSegment) segment = hr_item_new (HR_TYPE_SEGMENT, "g");
  g_autoptr (HrTouchpoint) touchpoint = NULL;

  g_assert_no_error (error);
  g_object_set (role, "name", "R", NULL);
  g_assert_true (hr_item_equal (hr_list_get (plan->roles, 0), role));
  g_object_set (segment, "name", "G", "source", HR_SEGMENT_ACCOUNTS, NULL);
  g_assert_true (hr_item_equal (hr_list_get (plan->segments, 0), segment));
  journey = hr_list_get (plan->journeys, 0);
  g_assert_cmpint (journey->version, ==, HR_JOURNEY_CURRENT);
  touchpoint = hr_item_new (HR_TYPE_TOUCHPOINT,
                            hr_item_get_id (hr_list_get (journey->touchpoints, 0)));
  g_object_set (touchpoint, "name", "T", "kind", HR_TOUCHPOINT_ONE_TIME, NULL);
  g_assert_true (hr_item_equal (hr_list_get (journey->touchpoints, 0), touchpoint));
  g_assert_null (plan->portfolio);
}

/* rest of the plan, the message */
static const struct
{
  const char *rest;
  const char *message;
} REFUSED[] = {
  { "\"roles\": [{\"id\": \"r\", \"name\": \"R\", \"anual_hours\": 1}]",
    "roles[0].anual_hours: unknown key; is “annual_hours” meant? (line 1)" },
  { "\"rolls\": []", "rolls: unknown key; is “roles” meant? (line 1)" },
  { "\"zzzzzzzz\": []", "zzzzzzzz: unknown key (line 1)" },
  { "\"a b\": []", "[\"a b\"]: unknown key (line 1)" },
  { "\"company\": \"A\",\n\"company\": \"B\"", "company: comes twice (line 2)" },
  { "\"c\\u006fmpany\": \"A\", \"company\": \"B\"", "company: comes twice (line 1)" },
  { "\"company\": 1", "company: must be a text, not a number (line 1)" },
  { "\"company\": null", "company: must be a text, not null (line 1)" },
  { "\"roles\": {}", "roles: must be a list, not an object (line 1)" },
  { "\"roles\": [7]", "roles[0]: must be an object, not a number (line 1)" },
  { "\"roles\": [{\"name\": \"R\"}]", "roles[0].id: must be given (line 1)" },
  { "\"roles\": [{\"id\": \"\", \"name\": \"R\"}]",
    "roles[0].id: must not be empty (line 1)" },
  { "\"roles\": [{\"id\": 5, \"name\": \"R\"}]",
    "roles[0].id: must be a text, not a number (line 1)" },
  { "\"roles\": [{\"id\": \"r\"}]", "roles[0].name: must be given (line 1)" },
  { "\"roles\": [{\"id\": \"r\", \"name\": \"R\"},\n {\"id\": \"r\", \"name\": \"S\"}]",
    "roles[1].id: there is already a role “r” (line 2)" },
  { "\"roles\": [{\"id\": \"r\", \"name\": \"R\", \"headcount\": \"4\"}]",
    "roles[0].headcount: must be a number, not a text (line 1)" },
  { "\"roles\": [{\"id\": \"r\", \"name\": \"R\", \"headcount\": null}]",
    "roles[0].headcount: must be a number, not null (line 1)" },
  { "\"roles\": [{\"id\": \"r\", \"name\": \"R\", \"headcount\": 1e400}]",
    "roles[0].headcount: 1e400 is too large (line 1)" },
  { "\"roles\": [{\"id\": \"r\", \"name\": \"R\", \"leave_hours\": 9000}]",
    "roles[0].leave_hours: leave hours per year must be between 0 and 8784, not 9000 "
    "(line 1)" },
  { "\"roles\": [{\"id\": \"r\", \"name\": \"R\", \"annual_cost\": 0.125}]",
    "roles[0].annual_cost: 0.125 has more than two decimals (line 1)" },
  { "\"roles\": [{\"id\": \"r\", \"name\": \"R\", \"annual_cost\": 1e-3}]",
    "roles[0].annual_cost: 1e-3 has more than two decimals (line 1)" },
  { "\"roles\": [{\"id\": \"r\", \"name\": \"R\", \"annual_cost\": 1000000000000000.01}]",
    "roles[0].annual_cost: 1000000000000000.01 is too large (line 1)" },
  { "\"roles\": [{\"id\": \"r\", \"name\": \"R\", \"annual_cost\": 1e999999999999}]",
    "roles[0].annual_cost: 1e999999999999 is too large (line 1)" },
  { "\"roles\": [{\"id\": \"r\", \"name\": \"R\", \"annual_cost\": -1}]",
    "roles[0].annual_cost: loaded annual cost must be at least 0, not -1 (line 1)" },
  { "\"one_time_spread\": \"never\"",
    "one_time_spread: must be one of “new-customers”, “lifetime”, not “never” (line 1)" },
  { "\"fiscal_year_start_month\": 2.5",
    "fiscal_year_start_month: must be a whole number, not 2.5 (line 1)" },
  { "\"fiscal_year_start_month\": 1e10",
    "fiscal_year_start_month: must be a whole number, not 1e10 (line 1)" },
  { "\"fiscal_year_start_month\": 13",
    "fiscal_year_start_month: first month of the fiscal year must be between 1 and 12, "
    "not 13 (line 1)" },
  { "\"segments\": [{\"id\": \"g\", \"name\": \"G\", \"customers\": 1, \"arr\": 1,"
    " \"limits\": {\"arr_per_fte\": -5}}]",
    "segments[0].limits.arr_per_fte: ARR per FTE must be more than 0, not -5 (line 1)" },
  { "\"segments\": [{\"id\": \"g\", \"name\": \"G\", \"customers\": 1, \"arr\": 1,"
    " \"limits\": {\"arr_per_head\": 5}}]",
    "segments[0].limits.arr_per_head: unknown key (line 1)" },
  { "\"segments\": [{\"id\": \"g\", \"name\": \"G\", \"customers\": 1, \"arr\": 1,"
    " \"limits\": 5}]",
    "segments[0].limits: must be an object, not a number (line 1)" },
  { "\"segments\": [{\"id\": \"g\", \"name\": \"G\", \"customers\": 1, \"arr\": 1,"
    " \"dedicated\": 1}]",
    "segments[0].dedicated: must be true or false, not a number (line 1)" },
  { "\"segments\": [{\"id\": \"g\", \"name\": \"G\", \"arr\": 1}]",
    "segments[0].customers: must be given where “source” is “entered” (line 1)" },
  { "\"segments\": [{\"id\": \"g\", \"name\": \"G\", \"customers\": 1}]",
    "segments[0].arr: must be given where “source” is “entered” (line 1)" },
  { "\"segments\": [{\"id\": \"g\", \"name\": \"G\", \"customers\": 1, \"arr\": 1,"
    " \"book_role\": \"csm\"}]",
    "segments[0].book_role: there is no role “csm” (line 1)" },
  { "\"one_time_spread\": \"lifetime\","
    "\"segments\": [{\"id\": \"g\", \"name\": \"G\", \"customers\": 1, \"arr\": 1}],"
    "\"journeys\": [{\"segment\": \"g\", \"touchpoints\":"
    " [{\"name\": \"T\", \"kind\": \"one-time\"}]}]",
    "segments[0].lifetime_years: must be given where one-time work is spread over it "
    "(line 1)" },
  { "\"journeys\": [{\"touchpoints\": []}]",
    "journeys[0].segment: must be given (line 1)" },
  { "\"journeys\": [{\"segment\": null}]",
    "journeys[0].segment: must be a text, not null (line 1)" },
  { "\"journeys\": [{\"segment\": \"x\"}]",
    "journeys[0].segment: there is no segment “x” (line 1)" },
  { "\"segments\": [{\"id\": \"g\", \"name\": \"G\", \"customers\": 1, \"arr\": 1}],"
    "\"journeys\": [{\"segment\": \"g\"},\n{\"segment\": \"g\"}]",
    "journeys[1]: the segment “g” has a “current” journey already (line 2)" },
  { "\"segments\": [{\"id\": \"g\", \"name\": \"G\", \"customers\": 1, \"arr\": 1}],"
    "\"journeys\": [{\"segment\": \"g\", \"touchpoints\":"
    " [{\"name\": \"T\", \"personas\": [\"dm\"]}]}]",
    "journeys[0].touchpoints[0].personas[0]: there is no persona “dm” (line 1)" },
  { "\"scorecards\": [{\"segments\": \"g\"}]",
    "scorecards[0].segments: must be a list, not a text (line 1)" },
  { "\"scorecards\": [{\"segments\": [1]}]",
    "scorecards[0].segments[0]: must be a text, not a number (line 1)" },
  { "\"tags\": {\"name\": {\"kind\": \"guessed\"}}",
    "tags.name.kind: must be one of “assumed”, “measured”, “benchmark”, not “guessed” "
    "(line 1)" },
  { "\"tags\": {\"height\": {\"kind\": \"assumed\"}}",
    "tags.height: unknown key (line 1)" },
  { "\"tags\": {\"name\": {}}", "tags.name.kind: must be given (line 1)" },
  { "\"tags\": {\"name\": {\"kind\": \"assumed\"}, \"name\": {\"kind\": \"assumed\"}}",
    "tags.name: comes twice (line 1)" },
  { "\"tags\": {\"roles\": {\"kind\": \"assumed\"}}",
    "tags.roles: unknown key (line 1)" },
  { "\"tags\": {\"name\": {\"kind\": \"assumed\", \"yaer\": 2026}}",
    "tags.name.yaer: unknown key; is “year” meant? (line 1)" },
  { "\"scorecards\": [{\"tags\": {\"bands.blue\": {\"kind\": \"assumed\"}}}]",
    "scorecards[0].tags[\"bands.blue\"]: unknown key (line 1)" },
};

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (REFUSED); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HrPlan) plan = read_rest (REFUSED[i].rest, &error);

      g_assert_null (plan);
      g_assert_cmpint (error->domain, ==, HR_ERROR);
      g_assert_cmpstr (error->message, ==, REFUSED[i].message);
    }
}

/* whole texts, the message */
static const struct
{
  const char *text;
  const char *message;
} NOT_PLANS[] = {
  { "", "line 1, column 1: the text ends too early" },
  { " \n ", "line 2, column 2: the text ends too early" },
  { "[]", "must be an object, not a list (line 1)" },
  { "{}", "format: must be given, as “headroom-plan” (line 1)" },
  { "{\"format\": 1}", "format: must be a text, not a number (line 1)" },
  { "{\"format\": \"x\"}", "format: must be “headroom-plan”, not “x” (line 1)" },
  { "{\"format\": \"headroom-plan\"}", "version: must be given, as 1 (line 1)" },
  { "{\"format\": \"headroom-plan\", \"version\": 0}",
    "version: must be 1, not 0 (line 1)" },
  { "{\"format\": \"headroom-plan\", \"version\": 1}", "name: must be given (line 1)" },
  { "{\"format\": \"headroom-plan\", \"version\": 1, \"name\": \"\"}",
    "name: name must not be empty (line 1)" },
};

static void
test_not_plans (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (NOT_PLANS); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HrPlan) plan = hr_json_read_plan (NOT_PLANS[i].text, -1, &error);

      g_assert_null (plan);
      g_assert_cmpstr (error->message, ==, NOT_PLANS[i].message);
    }
}

/* A newer form may have any keys; it is the version that is said. */
static void
test_newer (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HrPlan) plan = hr_json_read_plan (
      "{\"news\": 1, \"format\": \"headroom-plan\", \"version\": 2}", -1, &error);

  g_assert_null (plan);
  g_assert_error (error, HR_ERROR, HR_ERROR_NEWER);
}

#define RULE(rule)                                                                       \
  "\"segments\": [{\"id\": \"g\", \"name\": \"G\", \"source\": \"accounts\","            \
  " \"rule\": " rule "}]"
#define RULE_PATH "segments[0].rule"

static void
test_rules_refused (void)
{
  const struct
  {
    const char *rest;
    const char *message;
  } rows[] = {
    { RULE ("null"), RULE_PATH ": must be an object, not null (line 1)" },
    { RULE ("{}"), RULE_PATH ": must be one of “all”, “any” and “not”, or have “field”, "
                             "“op” and “value” (line 1)" },
    { RULE ("{\"all\": [], \"any\": []}"),
      RULE_PATH ": must be one of “all”, “any” and “not”, or have “field”, “op” and "
                "“value” (line 1)" },
    { RULE ("{\"x\": []}"), RULE_PATH ".x: unknown key (line 1)" },
    { RULE ("{\"alll\": []}"), RULE_PATH ".alll: unknown key; is “all” meant? (line 1)" },
    { RULE ("{\"all\": {}}"), RULE_PATH ".all: must be a list, not an object (line 1)" },
    { RULE ("{\"all\": [{\"not\": []}]}"),
      RULE_PATH ".all[0].not: must be an object, not a list (line 1)" },
    { RULE ("{\"op\": \"=\", \"value\": 1}"),
      RULE_PATH ".field: must be given (line 1)" },
    { RULE ("{\"field\": \"a\", \"value\": 1}"),
      RULE_PATH ".op: must be given (line 1)" },
    { RULE ("{\"field\": \"a\", \"op\": \"==\", \"value\": 1}"),
      RULE_PATH ".op: must be one of = != < <= > >= in contains starts-with is-empty, "
                "not “==” (line 1)" },
    { RULE ("{\"field\": \"a\", \"op\": \"=\"}"),
      RULE_PATH ".value: must be given (line 1)" },
    { RULE ("{\"field\": \"a\", \"op\": \"=\", \"value\": null}"),
      RULE_PATH ".value: must be a text, a number, true or false (line 1)" },
    { RULE ("{\"field\": \"a\", \"op\": \"in\", \"value\": 1}"),
      RULE_PATH ".value: must be a list, not a number (line 1)" },
    { RULE ("{\"field\": \"a\", \"op\": \"in\", \"value\": [1, []]}"),
      RULE_PATH ".value[1]: must be a text, a number, true or false (line 1)" },
    { RULE ("{\"field\": \"a\", \"op\": \"is-empty\", \"value\": 1}"),
      RULE_PATH ".value: must not be given with “is-empty” (line 1)" },
    { RULE ("{\"any\": [{\"field\": \"a\", \"op\": \"<\", \"value\": 1e999}]}"),
      RULE_PATH ".any[0].value: 1e999 is too large (line 1)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HrPlan) plan = read_rest (rows[i].rest, &error);

      g_assert_null (plan);
      g_assert_cmpstr (error->message, ==, rows[i].message);
    }
}

static void
test_rule_values (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HrPlan) plan = read_rest (
      RULE ("{\"not\": {\"any\": [{\"value\": true, \"op\": \"=\", \"field\": \"f\"},"
            " {\"field\": \"g\", \"op\": \"in\", \"value\": [\"a\", 2.5, false]}]}}"),
      &error);
  const HrSegment *segment;
  const HrRule *any, *in;

  g_assert_no_error (error);
  segment = hr_list_get (plan->segments, 0);
  g_assert_cmpint (hr_rule_get_kind (segment->rule), ==, HR_RULE_NOT);
  any = hr_rule_get_child (segment->rule, 0);
  g_assert_true (hr_rule_get_value (hr_rule_get_child (any, 0), 0)->flag);
  in = hr_rule_get_child (any, 1);
  g_assert_cmpuint (hr_rule_get_n_values (in), ==, 3);
  g_assert_cmpstr (hr_rule_get_value (in, 0)->text, ==, "a");
  g_assert_cmpfloat (hr_rule_get_value (in, 1)->number, ==, 2.5);
  g_assert_cmpint (hr_rule_get_value (in, 2)->kind, ==, HR_RULE_FLAG);
  g_assert_false (hr_rule_get_value (in, 2)->flag);
  assert_round_trip (plan);
}

/* Each group is one deep, and so is the condition in the middle. */
static void
test_rule_depth (void)
{
  for (guint extra = 0; extra < 2; extra++)
    {
      g_autoptr (GString) rule =
          g_string_new ("{\"field\": \"a\", \"op\": \"is-empty\"}");
      g_autofree char *rest = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (HrPlan) plan = NULL;

      for (guint i = 1; i < HR_RULE_MAX_DEPTH + extra; i++)
        {
          g_string_prepend (rule, "{\"all\": [");
          g_string_append (rule, "]}");
        }
      rest = g_strdup_printf (RULE ("%s"), rule->str);
      plan = read_rest (rest, &error);
      if (extra == 0)
        g_assert_no_error (error);
      else
        g_assert_true (g_str_has_suffix (error->message,
                                         ": rules may nest 32 deep at most (line 1)"));
    }
}

/* What stands in an error is short and on one line. */
static void
test_long_values (void)
{
  g_autofree char *rest = g_strdup_printf ("\"one_time_spread\": \"a\\nb%0*d\"", 1000, 0);
  g_autofree char *key = g_strdup_printf ("\"%0*d\": 0", 1000, 0);
  const char *const rests[] = { rest, key };

  for (guint i = 0; i < G_N_ELEMENTS (rests); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HrPlan) plan = read_rest (rests[i], &error);

      g_assert_null (plan);
      g_assert_cmpuint (strlen (error->message), <, 200);
      g_assert_null (strchr (error->message, '\n'));
      g_assert_nonnull (strstr (error->message, "000…"));
    }
}

static void
test_file (void)
{
  g_autofree char *dir = g_dir_make_tmp ("headroom-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (dir, "plan.json", NULL);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (HrPlan) plan = NULL;

  g_assert_true (g_file_set_contents (path, EXAMPLE, -1, NULL));
  plan = hr_json_read_plan_file (path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (plan->name, ==, "FY27");

  g_cancellable_cancel (cancelled);
  g_assert_null (hr_json_read_plan_file (path, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (path, "[1]", -1, NULL));
  g_assert_null (hr_json_read_plan_file (path, NULL, &error));
  g_assert_error (error, HR_ERROR, HR_ERROR_VALUE);
  g_assert_cmpstr (error->message, ==,
                   "plan.json: must be an object, not a list (line 1)");
  g_clear_error (&error);

  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_null (hr_json_read_plan_file (path, NULL, &error));
  g_assert_error (error, HR_ERROR, HR_ERROR_FILE);
  g_assert_true (g_str_has_prefix (error->message, "plan.json cannot be read: "));
  g_assert_cmpint (g_rmdir (dir), ==, 0);
}

/* Longer than one read takes, and not ending with a NUL. */
static void
test_stream (void)
{
  g_autofree char *space = g_strnfill (3 * 1024 * 1024, ' ');
  g_autoptr (GInputStream) stream = g_memory_input_stream_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (HrPlan) plan = NULL;

  g_memory_input_stream_add_data (G_MEMORY_INPUT_STREAM (stream), space,
                                  (gssize) strlen (space), NULL);
  g_memory_input_stream_add_data (G_MEMORY_INPUT_STREAM (stream), EXAMPLE,
                                  sizeof EXAMPLE - 1, NULL);
  plan = hr_json_read_plan_stream (stream, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (plan->name, ==, "FY27");
}

/* Changes of a good text, at any place: read or refused, never anything else. */
static void
test_mutations (void)
{
  g_autoptr (HrPlan) full = hr_test_plan_new_full ();
  g_autofree char *text = hr_json_write_plan (full);
  static const char letters[] = "{}[]\",:\\u0019-+.eE \nntf\x80\xff";
  gsize length = strlen (text);
  guint n_refused = 0;

  for (guint32 seed = 0; seed < 400; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (GString) copy = g_string_new_len (text, (gssize) length);
      g_autoptr (GError) error = NULL;
      g_autoptr (HrPlan) plan = NULL;

      for (int n = g_rand_int_range (rand, 1, 4); n > 0; n--)
        {
          gssize at = g_rand_int_range (rand, 0, (int) copy->len - 100);
          int move = g_rand_int_range (rand, 0, 4);

          if (move == 0)
            g_string_erase (copy, at, g_rand_int_range (rand, 1, 100));
          else if (move == 1)
            g_string_insert_len (copy, at, text + at, g_rand_int_range (rand, 1, 100));
          else if (move == 2)
            g_string_truncate (copy, (gsize) at + 100);
          else
            copy->str[at] = letters[g_rand_int_range (rand, 0, sizeof letters - 1)];
        }

      plan = hr_json_read_plan (copy->str, (gssize) copy->len, &error);
      g_assert_true ((plan == NULL) == (error != NULL));
      n_refused += plan == NULL;
      if (plan != NULL)
        assert_round_trip (plan);
    }
  g_assert_cmpuint (n_refused, >, 200);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/json/round-trip/full", test_round_trip_full);
  g_test_add_func ("/import/json/round-trip/empty", test_round_trip_empty);
  g_test_add_func ("/import/json/round-trip/random", test_round_trip_random);
  g_test_add_func ("/import/json/example", test_example);
  g_test_add_func ("/import/json/defaults", test_defaults);
  g_test_add_func ("/import/json/refused", test_refused);
  g_test_add_func ("/import/json/not-plans", test_not_plans);
  g_test_add_func ("/import/json/newer", test_newer);
  g_test_add_func ("/import/json/rule-values", test_rule_values);
  g_test_add_func ("/import/json/rules-refused", test_rules_refused);
  g_test_add_func ("/import/json/rule-depth", test_rule_depth);
  g_test_add_func ("/import/json/long-values", test_long_values);
  g_test_add_func ("/import/json/file", test_file);
  g_test_add_func ("/import/json/stream", test_stream);
  g_test_add_func ("/import/json/mutations", test_mutations);

  return g_test_run ();
}
