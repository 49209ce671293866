/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "hr-account-import.h"
#include "hr-error.h"
#include "hr-test-columns.h"
#include "hr-test-folder.h"

typedef struct
{
  const char *key;
  const char *sum;
  const char *field;
  const char *where; /* a rule as text */
} Join;

static void
add_join (HrAccountImport *import, const char *path, const Join *join)
{
  g_autoptr (HrRule) where = NULL;
  g_autoptr (GError) error = NULL;

  if (join->where != NULL)
    where = hr_rule_parse (join->where, &error);
  g_assert_no_error (error);
  hr_account_import_add_join (
      import, &(HrAccountJoin) { path, join->key, join->sum, join->field, where });
}

/* The columns but the id, the counts and the messages; or the error. */
static char *
run_import (HrAccountImport *import)
{
  g_autoptr (HrImportReport) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (HrPortfolio) portfolio =
      hr_account_import_run (import, &report, NULL, &error);
  GString *text;

  if (portfolio == NULL)
    {
      g_assert_error (error, HR_ERROR, error->code);
      return g_strdup (error->message);
    }
  g_assert_no_error (error);
  text = g_string_new (NULL);
  for (guint i = 1; i < hr_portfolio_get_n_columns (portfolio); i++)
    {
      g_autofree char *column = column_to_text (hr_portfolio_get_column (portfolio, i));

      g_string_append_printf (text, "%s\n", column);
    }
  g_string_append_printf (text, "%zu joined, %zu unmatched\n", report->n_joined,
                          report->n_unmatched);
  for (guint i = 0; i < report->messages->len; i++)
    g_string_append_printf (text, "(%s)\n",
                            (char *) g_ptr_array_index (report->messages, i));
  return g_string_free_and_steal (text);
}

typedef struct
{
  const char *accounts;
  const char *file;
  Join join;
  const char *result;
} Case;

static void
check_cases (const Folder *folder, const Case *cases, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *accounts = folder_write (folder, "a.csv", cases[i].accounts, -1);
      g_autofree char *file = folder_write (folder, "b.csv", cases[i].file, -1);
      g_autoptr (HrAccountImport) import = hr_account_import_new (accounts);
      g_autofree char *result = NULL;

      add_join (import, file, &cases[i].join);
      result = run_import (import);
      g_assert_cmpstr (result, ==, cases[i].result);
    }
}

static void
test_sums (Folder *folder, gconstpointer user_data)
{
  static const Case cases[] = {
    { "id\nA\nB\n",
      "k,v\nA,1.10\nB,2\nA,3\n",
      { "k", "v", NULL, NULL },
      "arr money: 4.10 2.00\n3 joined, 0 unmatched\n" },
    /* exact where doubles are not */
    { "id\nA\n",
      "k,v\nA,0.10\nA,0.20\nA,\"9,007,199,254,740.99\"\n",
      { "k", "v", NULL, NULL },
      "arr money: 9007199254741.29\n3 joined, 0 unmatched\n" },
    { "id\nA\n",
      "k,v\nA,5\nA,-7.5\n",
      { "k", "v", "reference_value", NULL },
      "reference_value money: -2.50\n2 joined, 0 unmatched\n" },
    /* a field of the user's own is a number */
    { "id\nA\nB\n",
      "k,v\nA,1.125\nA,2\n",
      { "k", "v", "hours", NULL },
      "hours number: 3.125 -\n2 joined, 0 unmatched\n"
      "(b.csv: 1 account has no row; its hours is not known.)\n" },
    /* ids are compared as texts, without the blanks around them */
    { "id\n01\n1\nÄ\n",
      "k,v\n 1 ,5\n01,7\nä,9\n",
      { "k", "v", NULL, NULL },
      "arr money: 7.00 5.00 -\n2 joined, 1 unmatched\n"
      "(b.csv: the blanks around 1 value are not kept.)\n"
      "(b.csv: 1 row belongs to no account.)\n"
      "(b.csv: 1 account has no row; its arr is not known.)\n" },
    { "id\nA\n",
      "k,v\n",
      { "k", "v", NULL, NULL },
      "arr money: -\n0 joined, 0 unmatched\n"
      "(b.csv: 1 account has no row; its arr is not known.)\n" },
  };

  check_cases (folder, cases, G_N_ELEMENTS (cases));
}

static void
test_states (Folder *folder, gconstpointer user_data)
{
  static const Case cases[] = {
    { "id\nnone\nzero\nknown\nunknown\nold\n",
      "k,v,end\nzero,5,2026-01-31\nknown,5,\nunknown,,\nunknown,7,\nold,,2026-01-31\n"
      "nobody,7,\n,7,\n",
      { "k", "v", NULL, "end is-empty" },
      "arr money: - 0.00 5.00 - 0.00\n3 joined, 2 unmatched\n"
      "(b.csv: 2 rows belong to no account.)\n"
      "(b.csv: 1 account has no row; its arr is not known.)\n"
      "(b.csv: 2 accounts have no row that counts; their arr is 0.)\n"
      "(b.csv: 1 account has a row that counts without a value in “v”; its arr is not "
      "known.)\n" },
  };

  check_cases (folder, cases, G_N_ELEMENTS (cases));
}

static void
test_rules (Folder *folder, gconstpointer user_data)
{
  static const char *const file = "k,v,kind,start,is trial\n"
                                  "A,1,Pro,16-10-2025,TRUE\nA,2,Pro,17-10-2025,FALSE\n"
                                  "A,4,Basic,18-10-2025,FALSE\nA,8,,19-10-2025,FALSE\n";
  const Case cases[] = {
    { "id\nA\n",
      file,
      { "k", "v", NULL, "all()" },
      "arr money: 15.00\n4 joined, 0 unmatched\n" },
    { "id\nA\n",
      file,
      { "k", "v", NULL, "kind = \"pro\"" },
      "arr money: 3.00\n2 joined, 0 unmatched\n" },
    { "id\nA\n",
      file,
      { "k", "v", NULL, "start >= 2025-10-18" },
      "arr money: 12.00\n2 joined, 0 unmatched\n" },
    /* the key and the sum may be asked for too */
    { "id\nA\n",
      file,
      { "k", "v", NULL, "v > 1 and k = 'A' and kind in ('Pro', 'Basic')" },
      "arr money: 6.00\n2 joined, 0 unmatched\n" },
    /* and stay what they are */
    { "id\n1\nA\n",
      "k,v\n1,1\nA,2\n",
      { "k", "v", NULL, "k != 'B'" },
      "arr money: 1.00 2.00\n2 joined, 0 unmatched\n" },
  };

  check_cases (folder, cases, G_N_ELEMENTS (cases));
}

/* What a join gives is not taken from the accounts. */
static void
test_fields (Folder *folder, gconstpointer user_data)
{
  static const Case cases[] = {
    { "id,ARR\nA,n/a\n",
      "k,v\nA,5\n",
      { "k", "v", NULL, NULL },
      "ARR text: n/a\narr money: 5.00\n1 joined, 0 unmatched\n" },
    { "id,arr\nA,7\n",
      "k,v\nA,5\n",
      { "k", "v", NULL, NULL },
      "arr_2 number: 7\narr money: 5.00\n1 joined, 0 unmatched\n"
      "(a.csv: “arr” is called arr_2 here.)\n" },
    { "id,hours\nA,7\n",
      "k,v\nA,5\n",
      { "k", "v", "hours", NULL },
      "hours_2 number: 7\nhours number: 5\n1 joined, 0 unmatched\n"
      "(a.csv: “hours” is called hours_2 here.)\n" },
  };

  check_cases (folder, cases, G_N_ELEMENTS (cases));
}

static void
test_errors (Folder *folder, gconstpointer user_data)
{
  static const Case cases[] = {
    { "id\nA\n",
      "k,v\nA,5\n",
      { "key", "v", NULL, NULL },
      "b.csv has no column “key”; it has “k”, “v”" },
    { "id\nA\n",
      "k,v\nA,5\n",
      { "k", "sum", NULL, NULL },
      "b.csv has no column “sum”; it has “k”, “v”" },
    { "id\nA\n",
      "k,v\nA,5\n",
      { "k", "v", NULL, "v > 1 and end is-empty" },
      "b.csv has no column “end”; it has “k”, “v”" },
    { "id\nA\n",
      "k,v\nA,5\nA,12x\n",
      { "k", "v", NULL, NULL },
      "b.csv, row 3, column “v”: “12x” is not an amount" },
    { "id\nA\n",
      "k,v\nA,5\nA,12x\n",
      { "k", "v", "hours", NULL },
      "b.csv, row 3, column “v”: “12x” is not a number" },
    { "id\nA\n",
      "k,v\nA,5\n\n\"A\n\",5,6\n",
      { "k", "v", NULL, NULL },
      "b.csv, row 4: 3 fields where the header has 2" },
    { "id\nA\n",
      "k,v\nA,5\n",
      { "k", "v", "name", NULL },
      "The field “name” cannot be a sum" },
    { "id\nA\n",
      "k,v\nA,999999999999999\nA,2\n",
      { "k", "v", NULL, NULL },
      "b.csv, column “v”: the sum for “A” is too large" },
    { "id\nA\n",
      "k,v\nA,9.9e+307\nA,9.9e+307\n",
      { "k", "v", "hours", NULL },
      "b.csv, column “v”: the sum for “A” is too large" },
    { "id\nA\n", "", { "k", "v", NULL, NULL }, "b.csv is empty" },
    { "id\nA\n\"\nA\",\n",
      "k,v\n",
      { "k", "v", NULL, NULL },
      "a.csv, row 3: 2 fields where the header has 1" },
  };

  check_cases (folder, cases, G_N_ELEMENTS (cases));
}

static void
test_two_joins (Folder *folder, gconstpointer user_data)
{
  g_autofree char *accounts = folder_write (folder, "a.csv", "id\nA\nB\n", -1);
  g_autofree char *one = folder_write (folder, "b.csv", "k,v\nA,1\nB,2\nC,3\n", -1);
  g_autofree char *two = folder_write (folder, "c.csv", "k;v\nA;4\nD;5\n", -1);
  g_autoptr (HrAccountImport) import = hr_account_import_new (accounts);
  g_autoptr (HrPortfolio) portfolio = NULL;
  g_autofree char *result = NULL, *again = NULL, *mapped = NULL;

  add_join (import, one, &(Join) { "k", "v", NULL, NULL });
  add_join (import, two, &(Join) { "k", "v", "tickets", NULL });
  result = run_import (import);
  g_assert_cmpstr (result, ==,
                   "arr money: 1.00 2.00\ntickets number: 4 -\n3 joined, 2 unmatched\n"
                   "(b.csv: 1 row belongs to no account.)\n"
                   "(c.csv: 1 row belongs to no account.)\n"
                   "(c.csv: 1 account has no row; its tickets is not known.)\n");
  portfolio = hr_account_import_run (import, NULL, NULL, NULL);
  g_assert_cmpstr (hr_portfolio_get_source (portfolio), ==, "a.csv, b.csv, c.csv");

  hr_account_import_map (import, "arr", "id");
  mapped = run_import (import);
  g_assert_cmpstr (mapped, ==, "The field “arr” is asked for twice");

  add_join (import, two, &(Join) { "k", "v", "tickets", NULL });
  again = run_import (import);
  g_assert_cmpstr (again, ==, "The field “tickets” is asked for twice");
}

static void
test_no_file (Folder *folder, gconstpointer user_data)
{
  g_autofree char *accounts = folder_write (folder, "a.csv", "id\nA\n", -1);
  g_autofree char *path = g_build_filename (folder->path, "b.csv", NULL);
  g_autoptr (HrAccountImport) import = hr_account_import_new (accounts);
  g_autofree char *result = NULL;

  add_join (import, path, &(Join) { "k", "v", NULL, NULL });
  result = run_import (import);
  g_assert_true (g_str_has_prefix (result, "b.csv cannot be read: "));
}

/* Random subscriptions, against sums that are made while they are written. */
static void
test_many (Folder *folder, gconstpointer user_data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (27);
  g_autoptr (GString) ids = g_string_new ("id\n"), rows = g_string_new ("v,end,k\n");
  g_autofree char *accounts = NULL, *file = NULL;
  g_autoptr (HrAccountImport) import = NULL;
  g_autoptr (HrImportReport) report = NULL;
  g_autoptr (HrPortfolio) portfolio = NULL;
  const gint64 *arr;
  gint64 sums[1000] = { 0 };
  gsize n_joined = 0, n_unmatched = 0;

  for (guint i = 0; i < G_N_ELEMENTS (sums); i++)
    g_string_append_printf (ids, "A%u\n", i);
  for (guint i = 0; i < 50000; i++)
    {
      guint account = g_rand_int (rand) % 1100, cents = g_rand_int (rand) % 10000000;
      gboolean ended = i >= 1000 && g_rand_boolean (rand);

      account = i < 1000 ? i : account; /* each has at least one that counts */
      g_string_append_printf (rows, "%u.%02u,%s,A%u\n", cents / 100, cents % 100,
                              ended ? "2026-01-31" : "", account);
      if (account >= G_N_ELEMENTS (sums))
        n_unmatched++;
      else if (!ended)
        {
          sums[account] += cents;
          n_joined++;
        }
    }

  accounts = folder_write (folder, "a.csv", ids->str, (gssize) ids->len);
  file = folder_write (folder, "b.csv", rows->str, (gssize) rows->len);
  import = hr_account_import_new (accounts);
  add_join (import, file, &(Join) { "k", "v", NULL, "end is-empty" });
  portfolio = hr_account_import_run (import, &report, NULL, NULL);
  g_assert_nonnull (portfolio);
  g_assert_cmpuint (report->n_joined, ==, n_joined);
  g_assert_cmpuint (report->n_unmatched, ==, n_unmatched);
  arr = hr_column_get_money (hr_portfolio_find_column (portfolio, HR_COLUMN_ARR));
  for (guint i = 0; i < G_N_ELEMENTS (sums); i++)
    g_assert_cmpint (arr[i], ==, sums[i]);
}

/* The figures were found with sqlite3. */
static void
test_ravenstack (Folder *folder, gconstpointer user_data)
{
  static const struct
  {
    const char *id;
    gint64 arr;
  } accounts[] = {
    { "A-5b1bcd", 158293200 },
    { "A-d4e0d4", 137732400 },
    { "A-13466a", 205200 },
  };
  g_autofree char *path = find_shared_file ("ravenstack_accounts.csv");
  g_autofree char *file = find_shared_file ("ravenstack_subscriptions.csv");
  g_autoptr (HrAccountImport) import = NULL;
  g_autoptr (HrImportReport) report = NULL;
  g_autoptr (HrPortfolio) portfolio = NULL;
  g_autofree char *first_day = NULL;
  const gint64 *arr;
  const gint32 *days;
  gint64 sum = 0;
  gint32 first = G_MAXINT32, last = G_MININT32, day;
  gsize row;

  if (path == NULL || file == NULL)
    return;
  import = hr_account_import_new (path);
  add_join (import, file,
            &(Join) { "account_id", "arr_amount", NULL, "end_date is-empty" });
  portfolio = hr_account_import_run (import, &report, NULL, NULL);
  g_assert_nonnull (portfolio);
  g_assert_cmpuint (report->n_rows, ==, 500);
  g_assert_cmpuint (report->n_columns, ==, 11);
  g_assert_cmpuint (report->n_joined, ==, 4514);
  g_assert_cmpuint (report->n_unmatched, ==, 0);

  arr = hr_column_get_money (hr_portfolio_find_column (portfolio, HR_COLUMN_ARR));
  days = hr_column_get_days (hr_portfolio_find_column (portfolio, "signup_date"));
  for (guint i = 0; i < 500; i++)
    {
      sum += arr[i];
      first = MIN (first, days[i]);
      last = MAX (last, days[i]);
    }
  g_assert_cmpint (sum, ==, G_GINT64_CONSTANT (12191529600));
  for (guint i = 0; i < G_N_ELEMENTS (accounts); i++)
    {
      g_assert_true (hr_portfolio_find_account (portfolio, accounts[i].id, &row));
      g_assert_cmpint (arr[row], ==, accounts[i].arr);
    }
  first_day = hr_date_to_text (first);
  g_assert_cmpstr (first_day, ==, "2023-01-02");
  g_assert_true (hr_date_parse ("2024-12-31", &day) && last == day);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

#define ADD(name, test)                                                                  \
  g_test_add ("/import/join/" name, Folder, NULL, folder_set_up, test, folder_tear_down)
  ADD ("sums", test_sums);
  ADD ("states", test_states);
  ADD ("rules", test_rules);
  ADD ("fields", test_fields);
  ADD ("errors", test_errors);
  ADD ("two-joins", test_two_joins);
  ADD ("no-file", test_no_file);
  ADD ("many", test_many);
  ADD ("ravenstack", test_ravenstack);
  return g_test_run ();
}
