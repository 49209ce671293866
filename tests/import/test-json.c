/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include <glib/gstdio.h>

#include "hr-journey.h"
#include "hr-json-reader.h"
#include "hr-json-writer.h"
#include "hr-json.h"
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
      "\"journeys\": [{\"segment\": \"g\", \"touchpoints\": [{\"name\": \"T\"}]}],"
      "\"scorecards\": [{}]",
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
  g_object_set (touchpoint, "name", "T", NULL);
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

static const struct
{
  const char *text;
  const char *message;
} NOT_JSON[] = {
  { "[1,]", "line 1, column 4: a value is expected" },
  { "[1 2]", "line 1, column 4: “,” or “]” is expected" },
  { "{\"a\": 1 \"b\": 2}", "line 1, column 9: “,” or “}” is expected" },
  { "{\"a\": 1,}", "line 1, column 9: a text in double quotes is expected" },
  { "{\"a\" 1}", "line 1, column 6: a colon is expected" },
  { "{a: 1}", "line 1, column 2: a text in double quotes is expected" },
  { "{'a': 1}", "line 1, column 2: a text in double quotes is expected" },
  { "[1]]", "line 1, column 4: nothing may follow the value" },
  { "[\n1]\nx", "line 3, column 1: nothing may follow the value" },
  { "[1", "line 1, column 3: the text ends too early" },
  { "{\"a\":", "line 1, column 6: the text ends too early" },
  { "[\"abc", "line 1, column 6: the text ends too early" },
  { "[\"ab\\", "line 1, column 5: “\\” must be followed by one of \" \\ / b f n r t u" },
  { "[01]", "line 1, column 2: a number must not begin with 0" },
  { "[-]", "line 1, column 3: a digit is expected" },
  { "[1.]", "line 1, column 4: a digit is expected" },
  { "[.5]", "line 1, column 2: a value is expected" },
  { "[1e]", "line 1, column 4: a digit is expected" },
  { "[1e+]", "line 1, column 5: a digit is expected" },
  { "[+1]", "line 1, column 2: a value is expected" },
  { "[0x10]", "line 1, column 3: “,” or “]” is expected" },
  { "[NaN]", "line 1, column 2: a value is expected" },
  { "[truth]", "line 1, column 2: a value is expected" },
  { "[nullx]", "line 1, column 6: “,” or “]” is expected" },
  { "[1, // no\n2]", "line 1, column 5: a value is expected" },
  { "[\"a\nb\"]",
    "line 1, column 4: a text must not contain a line break or control character" },
  { "[\"\\x\"]",
    "line 1, column 3: “\\” must be followed by one of \" \\ / b f n r t u" },
  { "[\"\\u12g4\"]",
    "line 1, column 5: “\\u” must be followed by four hexadecimal digits" },
  { "[\"\\u0000\"]", "line 1, column 5: the character NUL is not allowed" },
  { "[\"\\ud800\"]", "line 1, column 5: this is half of a character" },
  { "[\"\\udc00\"]", "line 1, column 5: this is half of a character" },
  { "[\"\\ud800\\ud800\"]", "line 1, column 5: this is half of a character" },
  { "[\"é\",\n \"é\\n\\n\", é]", "line 2, column 11: a value is expected" },
  { "[\"\xff\"]", "line 1, column 3: this is not valid UTF-8" },
  { "[\"\xc0\x80\"]", "line 1, column 3: this is not valid UTF-8" },
  { "[\"\xed\xa0\x80\"]", "line 1, column 3: this is not valid UTF-8" },
  { "\xff\xfe{", "line 1, column 1: this is not valid UTF-8" },
};

static HrJson *
parse (const char *text, gsize length, GError **error)
{
  char *copy = g_malloc (length + 1);

  memcpy (copy, text, length);
  copy[length] = '\0';
  return hr_json_new_take (copy, length, error);
}

static void
test_not_json (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (NOT_JSON); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HrJson) json =
          parse (NOT_JSON[i].text, strlen (NOT_JSON[i].text), &error);

      g_assert_null (json);
      g_assert_error (error, HR_ERROR, HR_ERROR_SYNTAX);
      g_assert_cmpstr (error->message, ==, NOT_JSON[i].message);
    }
}

static void
test_nul (void)
{
  const struct
  {
    const char *text;
    gsize length;
    const char *message;
  } rows[] = {
    { "[1]\0", 4, "line 1, column 4: the character NUL is not allowed" },
    { "[\0]", 3, "line 1, column 2: the character NUL is not allowed" },
    { "[\"a\0b\"]", 7, "line 1, column 4: the character NUL is not allowed" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HrJson) json = parse (rows[i].text, rows[i].length, &error);

      g_assert_null (json);
      g_assert_cmpstr (error->message, ==, rows[i].message);
    }
}

static void
test_strings (void)
{
  const char text[] = "\xef\xbb\xbf [\"\\\"\\\\\\/\\b\\f\\n\\r\\t\", \"\\u00e9\\u20AC\", "
                      "\"\\ud83d\\ude00\" , \"\", \"]}\\\"\", \"plain\" ]\n";
  const char *const values[] = { "\"\\/\b\f\n\r\t", "é€", "😀", "", "]}\"", "plain" };
  g_autoptr (GError) error = NULL;
  g_autoptr (HrJson) json = parse (text, strlen (text), &error);
  HrJsonCursor root, cursor;
  const char *value;

  g_assert_no_error (error);
  root = hr_json_get_root (json);
  cursor = hr_json_cursor_open (&root);
  while (hr_json_cursor_next (&cursor))
    {
      g_assert_true (hr_json_cursor_get_text (&cursor, &value, &error));
      g_assert_cmpstr (value, ==, values[cursor.index]);
    }
  g_assert_cmpuint (cursor.index, ==, G_N_ELEMENTS (values) - 1);
}

static void
test_depth (void)
{
  for (guint extra = 0; extra < 2; extra++)
    {
      guint depth = HR_JSON_MAX_DEPTH + extra;
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (HrJson) json = NULL;

      for (guint i = 0; i < depth; i++)
        g_string_append (text, i % 2 ? "[" : "{\"a\": ");
      g_string_append (text, "1");
      for (guint i = depth; i > 0; i--)
        g_string_append (text, i % 2 ? "}" : "]");
      json = parse (text->str, text->len, &error);
      if (extra == 0)
        g_assert_no_error (error);
      else
        g_assert_error (error, HR_ERROR, HR_ERROR_SYNTAX);
    }
}

static void
test_money (void)
{
  const struct
  {
    const char *text;
    gint64 minor;
  } rows[] = {
    { "0", 0 },
    { "-0", 0 },
    { "0e99999999999999999999", 0 },
    { "0.000", 0 },
    { "0.29", 29 },
    { "1.10", 110 },
    { "1.1000", 110 },
    { "12", 1200 },
    { "-12.34", -1234 },
    { "1234e-2", 1234 },
    { "123400000000000000000000e-20", 123400 },
    { "1.5e3", 150000 },
    { "0.00012e6", 12000 },
    { "90071992547409.93", G_GINT64_CONSTANT (9007199254740993) },
    { "999999999999999.99", G_GINT64_CONSTANT (99999999999999999) },
    { "1000000000000000", HR_MONEY_MAX },
    { "1E15", HR_MONEY_MAX },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HrJson) json = parse (rows[i].text, strlen (rows[i].text), &error);
      HrJsonCursor root = hr_json_get_root (json);
      gint64 minor = -1;

      g_assert_true (hr_json_cursor_get_money (&root, &minor, &error));
      g_assert_cmpint (minor, ==, rows[i].minor);
    }
}

static void
test_money_refused (void)
{
  const struct
  {
    const char *text;
    const char *message;
  } rows[] = {
    { "0.001", "0.001 has more than two decimals (line 1)" },
    { "12345678901234567890.125",
      "12345678901234567890.125 has more than two decimals (line 1)" },
    { "1000000000000000.01", "1000000000000000.01 is too large (line 1)" },
    { "-1000000000000000.01", "-1000000000000000.01 is too large (line 1)" },
    { "99999999999999999999", "99999999999999999999 is too large (line 1)" },
    { "1e16", "1e16 is too large (line 1)" },
    { "1e-400", "1e-400 has more than two decimals (line 1)" },
    { "1e-99999999999999999999",
      "1e-99999999999999999999 has more than two decimals (line 1)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HrJson) json = parse (rows[i].text, strlen (rows[i].text), &error);
      HrJsonCursor root = hr_json_get_root (json);
      gint64 minor;

      g_assert_false (hr_json_cursor_get_money (&root, &minor, &error));
      g_assert_cmpstr (error->message, ==, rows[i].message);
    }
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

static void
test_accounts_inferred (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HrPlan) plan = read_rest (
      "\"accounts\": [{\"id\": \"1\", \"fields\": {\"n\": null, \"void\": null}},"
      " {\"id\": \"2\", \"arr\": 10.5, \"csm\": \"Ada\", \"fields\": {\"t\": \"x\"}},"
      " {\"fields\": {\"b\": false, \"n\": 4.25}, \"id\": \"3\"}]",
      &error);
  const char *const names[] = { "id", "n", "void", "arr", "csm", "t", "b" };
  const HrColumnType types[] = { HR_COLUMN_TEXT,  HR_COLUMN_NUMBER, HR_COLUMN_TEXT,
                                 HR_COLUMN_MONEY, HR_COLUMN_TEXT,   HR_COLUMN_TEXT,
                                 HR_COLUMN_FLAG };
  HrPortfolio *portfolio;

  g_assert_no_error (error);
  portfolio = plan->portfolio;
  g_assert_cmpuint (hr_portfolio_get_n_accounts (portfolio), ==, 3);
  g_assert_cmpuint (hr_portfolio_get_n_columns (portfolio), ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const HrColumn *column = hr_portfolio_get_column (portfolio, i);

      g_assert_cmpstr (hr_column_get_name (column), ==, names[i]);
      g_assert_cmpint (hr_column_get_column_type (column), ==, types[i]);
      g_assert_cmpuint (hr_column_get_n (column), ==, 3);
    }
  g_assert_cmpint (hr_column_get_money (hr_portfolio_get_column (portfolio, 3))[1], ==,
                   1050);
  g_assert_cmpfloat (hr_column_get_numbers (hr_portfolio_get_column (portfolio, 1))[2],
                     ==, 4.25);
  g_assert_true (hr_column_is_missing (hr_portfolio_get_column (portfolio, 1), 1));
  g_assert_cmpint (hr_column_get_flags (hr_portfolio_get_column (portfolio, 6))[2], ==,
                   0);
  assert_round_trip (plan);
}

static void
test_accounts_refused (void)
{
  const struct
  {
    const char *rest;
    const char *message;
  } rows[] = {
    { "\"accounts\": {}", "accounts: must be a list, not an object (line 1)" },
    { "\"accounts\": [1]", "accounts[0]: must be an object, not a number (line 1)" },
    { "\"accounts\": [{}]", "accounts[0].id: must be given (line 1)" },
    { "\"accounts\": [{\"id\": null}]", "accounts[0].id: must be given (line 1)" },
    { "\"accounts\": [{\"id\": 7}]",
      "accounts[0].id: must be a text, not a number (line 1)" },
    { "\"accounts\": [{\"id\": \"\"}]", "accounts[0].id: must not be empty (line 1)" },
    { "\"accounts\": [{\"id\": \"a\"}, {\"id\": \"b\"},\n{\"id\": \"a\"}]",
      "accounts[2].id: there is already an account “a” (line 2)" },
    { "\"accounts\": [{\"id\": \"a\", \"nmae\": \"A\"}]",
      "accounts[0].nmae: unknown key; is “name” meant? (line 1)" },
    { "\"accounts\": [{\"id\": \"a\", \"name\": \"A\", \"name\": \"B\"}]",
      "accounts[0].name: comes twice (line 1)" },
    { "\"accounts\": [{\"id\": \"a\", \"name\": null, \"name\": null}]",
      "accounts[0].name: comes twice (line 1)" },
    { "\"accounts\": [{\"id\": \"a\", \"fields\": {}, \"fields\": {}}]",
      "accounts[0].fields: comes twice (line 1)" },
    { "\"accounts\": [{\"id\": \"a\", \"fields\": []}]",
      "accounts[0].fields: must be an object, not a list (line 1)" },
    { "\"accounts\": [{\"id\": \"a\", \"fields\": {\"arr\": 1}}]",
      "accounts[0].fields.arr: belongs beside “fields”, not in it (line 1)" },
    { "\"accounts\": [{\"id\": \"a\", \"fields\": {\"x y\": []}}]",
      "accounts[0].fields[\"x y\"]: must be a text, a number, true, false or null "
      "(line 1)" },
    { "\"accounts\": [{\"id\": \"a\", \"fields\": {\"x\": 1}},"
      " {\"id\": \"b\", \"fields\": {\"x\": \"1\"}}]",
      "accounts[1].fields.x: must be a number, not a text (line 1)" },
    { "\"accounts\": [{\"id\": \"a\", \"arr\": 1.001}]",
      "accounts[0].arr: 1.001 has more than two decimals (line 1)" },
    { "\"accounts\": [{\"id\": \"a\", \"renewal_date\": \"2027-02-30\"}]",
      "accounts[0].renewal_date: must be a date like 2027-03-31, not “2027-02-30” "
      "(line 1)" },
    { "\"accounts\": [{\"id\": \"a\", \"renewal_date\": 2027}]",
      "accounts[0].renewal_date: must be a text, not a number (line 1)" },
    { "\"portfolio\": {}", "accounts: must be given where “portfolio” is (line 1)" },
    { "\"accounts\": [], \"portfolio\": 1",
      "portfolio: must be an object, not a number (line 1)" },
    { "\"accounts\": [], \"portfolio\": {\"sauce\": \"x\"}",
      "portfolio.sauce: unknown key; is “source” meant? (line 1)" },
    { "\"accounts\": [], \"portfolio\": {\"source\": 1}",
      "portfolio.source: must be a text, not a number (line 1)" },
    { "\"accounts\": [], \"portfolio\": {\"columns\": 1}",
      "portfolio.columns: must be a list, not a number (line 1)" },
    { "\"accounts\": [], \"portfolio\": {\"columns\": [{\"name\": \"x\"}]}",
      "portfolio.columns[0].type: must be given (line 1)" },
    { "\"accounts\": [], \"portfolio\": {\"columns\": [{\"type\": \"x\"}]}",
      "portfolio.columns[0].name: must be given (line 1)" },
    { "\"accounts\": [], \"portfolio\": {\"columns\":"
      " [{\"name\": \"x\", \"type\": \"x\"}]}",
      "portfolio.columns[0].type: must be one of “text”, “number”, “money”, “date”, "
      "“flag”, not “x” (line 1)" },
    { "\"accounts\": [], \"portfolio\": {\"columns\":"
      " [{\"name\": \"arr\", \"type\": \"text\"}]}",
      "portfolio.columns[0].type: must be “money” for the column “arr” (line 1)" },
    { "\"accounts\": [], \"portfolio\": {\"columns\":"
      " [{\"name\": \"x\", \"type\": \"text\"}, {\"name\": \"x\", \"type\": \"text\"}]}",
      "portfolio.columns[1].name: there is already a column of this name (line 1)" },
    { "\"accounts\": [{\"id\": \"a\", \"fields\": {\"y\": 1}}], \"portfolio\":"
      " {\"columns\": [{\"name\": \"id\", \"type\": \"text\"}]}",
      "accounts[0].fields.y: “portfolio.columns” has no such column (line 1)" },
    { "\"accounts\": [], \"portfolio\": {\"columns\": []}",
      "accounts: There is no column “id”, which names each account. (line 1)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HrPlan) plan = read_rest (rows[i].rest, &error);

      g_assert_null (plan);
      g_assert_cmpstr (error->message, ==, rows[i].message);
    }
}

/* Each of these accounts has a field of its own: 20,000² cells of 200 kB of text. */
static void
test_too_many_cells (void)
{
  g_autoptr (GString) rest = g_string_new ("\"accounts\": [");
  g_autoptr (GError) error = NULL;
  g_autoptr (HrPlan) plan = NULL;

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (rest, "%s{\"id\": \"%u\", \"fields\": {\"f%u\": true}}",
                            i > 0 ? "," : "", i, i);
  g_string_append (rest, "]");
  plan = read_rest (rest->str, &error);
  g_assert_null (plan);
  g_assert_error (error, HR_ERROR, HR_ERROR_RANGE);
  g_assert_true (
      g_str_has_prefix (error->message, "accounts[15810]: there are too many"));
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
  g_autoptr (GError) error = NULL;
  g_autofree char *dir = g_dir_make_tmp ("headroom-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (dir, "plan.json", NULL);
  g_autoptr (HrPlan) plan = NULL, missing = NULL, wrong = NULL;

  g_assert_true (g_file_set_contents (path, EXAMPLE, -1, NULL));
  plan = hr_json_read_plan_file (path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (plan->name, ==, "FY27");

  g_assert_true (g_file_set_contents (path, "[1]", -1, NULL));
  wrong = hr_json_read_plan_file (path, NULL, &error);
  g_assert_null (wrong);
  g_assert_true (g_str_has_prefix (error->message, path));
  g_clear_error (&error);

  g_assert_cmpint (g_remove (path), ==, 0);
  missing = hr_json_read_plan_file (path, NULL, &error);
  g_assert_null (missing);
  g_assert_true (g_str_has_prefix (error->message, path));
  g_assert_cmpint (g_rmdir (dir), ==, 0);
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
  g_test_add_func ("/import/json/not-json", test_not_json);
  g_test_add_func ("/import/json/nul", test_nul);
  g_test_add_func ("/import/json/strings", test_strings);
  g_test_add_func ("/import/json/depth", test_depth);
  g_test_add_func ("/import/json/money", test_money);
  g_test_add_func ("/import/json/money-refused", test_money_refused);
  g_test_add_func ("/import/json/rules-refused", test_rules_refused);
  g_test_add_func ("/import/json/rule-depth", test_rule_depth);
  g_test_add_func ("/import/json/accounts-inferred", test_accounts_inferred);
  g_test_add_func ("/import/json/accounts-refused", test_accounts_refused);
  g_test_add_func ("/import/json/too-many-cells", test_too_many_cells);
  g_test_add_func ("/import/json/long-values", test_long_values);
  g_test_add_func ("/import/json/file", test_file);
  g_test_add_func ("/import/json/mutations", test_mutations);

  return g_test_run ();
}
