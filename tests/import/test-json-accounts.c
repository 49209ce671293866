/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-json-reader.h"
#include "hr-json-writer.h"

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

static const struct
{
  const char *rest;
  const char *message;
} REFUSED[] = {
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

static void
test_accounts_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (REFUSED); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HrPlan) plan = read_rest (REFUSED[i].rest, &error);

      g_assert_null (plan);
      g_assert_cmpstr (error->message, ==, REFUSED[i].message);
    }
}

/* A short text must not become a table without end: many fields in one account and then
 * many accounts without them, or a new field in each. */
static void
test_too_large_table (void)
{
  g_autoptr (GString) deep =
      g_string_new ("\"accounts\": [{\"id\": \"x\", \"fields\": {");
  g_autoptr (GString) wide = g_string_new ("\"accounts\": [");
  g_autoptr (GError) deep_error = NULL, wide_error = NULL;
  g_autoptr (HrPlan) deep_plan = NULL, wide_plan = NULL;

  for (guint i = 0; i < 9000; i++)
    g_string_append_printf (deep, "%s\"f%u\": true", i > 0 ? "," : "", i);
  g_string_append (deep, "}}");
  for (guint i = 0; i < 30000; i++)
    {
      g_string_append_printf (deep, ",{\"id\": \"%u\"}", i);
      g_string_append_printf (wide, "%s{\"id\": \"%u\", \"fields\": {\"f%u\": true}}",
                              i > 0 ? "," : "", i, i);
    }
  g_string_append (deep, "]");
  g_string_append (wide, "]");

  deep_plan = read_rest (deep->str, &deep_error);
  g_assert_null (deep_plan);
  g_assert_cmpstr (deep_error->message, ==,
                   "accounts[27774]: there are too many accounts with too many different "
                   "fields (line 1)");
  wide_plan = read_rest (wide->str, &wide_error);
  g_assert_null (wide_plan);
  g_assert_cmpstr (wide_error->message, ==,
                   "accounts[9999].fields.f9999: there are more than 10000 different "
                   "fields (line 1)");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/json-accounts/inferred", test_accounts_inferred);
  g_test_add_func ("/import/json-accounts/refused", test_accounts_refused);
  g_test_add_func ("/import/json-accounts/too-large-table", test_too_large_table);

  return g_test_run ();
}
