/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <math.h>

#include "hr-account-import.h"
#include "hr-error.h"
#include "hr-test-columns.h"
#include "hr-test-folder.h"

/* Writes down what came of an import: the columns, then the messages; or the error. */
static char *
run_import (HrAccountImport *import)
{
  g_autoptr (HrImportReport) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (HrPortfolio) portfolio =
      hr_account_import_run (import, &report, NULL, &error);
  GString *text = g_string_new (NULL);

  if (portfolio == NULL)
    {
      g_assert_null (report);
      g_assert_error (error, HR_ERROR, error->code);
      return g_string_free_and_steal (g_string_assign (text, error->message));
    }
  g_assert_no_error (error);
  g_assert_cmpuint (report->n_rows, ==, hr_portfolio_get_n_accounts (portfolio));
  g_assert_cmpuint (report->n_columns, ==, hr_portfolio_get_n_columns (portfolio));
  for (guint i = 0; i < report->n_columns; i++)
    {
      g_autofree char *column = column_to_text (hr_portfolio_get_column (portfolio, i));

      g_string_append_printf (text, "%s\n", column);
    }
  for (guint i = 0; i < report->messages->len; i++)
    g_string_append_printf (text, "(%s)\n",
                            (char *) g_ptr_array_index (report->messages, i));
  return g_string_free_and_steal (text);
}

typedef struct
{
  const char *file;
  const char *maps[7]; /* field, column, field, column … */
  const char *result;
} Case;

static void
check_cases (const Folder *folder, const Case *cases, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = folder_write (folder, "a.csv", cases[i].file, -1);
      g_autoptr (HrAccountImport) import = hr_account_import_new (path);
      g_autofree char *result = NULL;

      for (guint j = 0; cases[i].maps[j] != NULL; j += 2)
        hr_account_import_map (import, cases[i].maps[j], cases[i].maps[j + 1]);
      result = run_import (import);
      g_assert_cmpstr (result, ==, cases[i].result);
    }
}

/* ---- Which column is which field ---- */

static void
test_guessed (Folder *folder, gconstpointer user_data)
{
  static const Case cases[] = {
    { "id,name,arr,currency,renewal_date,csm,parent_id,reference_value\n"
      "1,A,2,EUR,2027-01-31,C,9,5\n",
      { NULL },
      "id text: 1\nname text: A\narr money: 2.00\ncurrency text: EUR\n"
      "renewal_date date: 2027-01-31\ncsm text: C\nparent_id text: 9\n"
      "reference_value money: 5.00\n" },
    { "Customer Name,ACCOUNT-ID,Annual Recurring Revenue,Renewal Date,Owner\n"
      "A,007,$2.50,31.1.2027,C\n",
      { NULL },
      "name text: A\nid text: 007\narr money: 2.50\nrenewal_date date: 2027-01-31\n"
      "csm text: C\n"
      "(a.csv: “ACCOUNT-ID” is taken for id.)\n"
      "(a.csv: “Customer Name” is taken for name.)\n"
      "(a.csv: “Annual Recurring Revenue” is taken for arr.)\n"
      "(a.csv: “Renewal Date” is taken for renewal_date.)\n"
      "(a.csv: “Owner” is taken for csm.)\n" },
    { "customerID,Größe,Churn\nx,3,No\n",
      { NULL },
      "id text: x\nGröße number: 3\nChurn text: No\n"
      "(a.csv: “customerID” is taken for id.)\n" },
    /* the clearer name wins, and the other keeps its own */
    { "Account ID,id,ARR,arr_amount\nx,1,5,6\n",
      { NULL },
      "Account ID text: x\nid text: 1\narr money: 5.00\narr_amount number: 6\n"
      "(a.csv: “ARR” is taken for arr.)\n" },
  };

  check_cases (folder, cases, G_N_ELEMENTS (cases));
}

static void
test_mapped (Folder *folder, gconstpointer user_data)
{
  static const Case cases[] = {
    { "Key,Label,Value\n1,A,2\n",
      { "id", "Key", "name", "Label", "arr", "Value" },
      "id text: 1\nname text: A\narr money: 2.00\n" },
    { "id,Account,ARR\n1,A,2\n",
      { "id", "Account", "arr", "id" },
      "arr money: 1.00\nid text: A\nARR number: 2\n" },
    /* one column may be two fields */
    { "Account,x\nA,1\n",
      { "id", "Account", "name", "Account" },
      "id text: A\nname text: A\nx number: 1\n" },
    /* another name for a column */
    { "id,Logins / month\n1,2\n",
      { "logins", "Logins / month" },
      "id text: 1\nlogins number: 2\n"
      "(a.csv: “Logins / month” is called logins here.)\n" },
    /* a field that the file does not have, whatever its columns are called */
    { "id,ARR,arr\n1,none,x\n",
      { "arr", "" },
      "id text: 1\nARR text: none\narr_2 text: x\n(a.csv: “arr” is called arr_2 here.)\n" },
    { "id,name,name_2,name_3\n1,A,B,C\n",
      { "name", "name_2" },
      "id text: 1\nname_4 text: A\nname text: B\nname_3 text: C\n"
      "(a.csv: “name” is called name_4 here.)\n" },
    { "id,x,y\n1,A,B\n",
      { "y", "x" },
      "id text: 1\ny text: A\ny_2 text: B\n(a.csv: “x” is called y here.)\n(a.csv: “y” is called y_2 here.)\n" },
  };

  check_cases (folder, cases, G_N_ELEMENTS (cases));
}

static void
test_errors (Folder *folder, gconstpointer user_data)
{
  static const Case cases[] = {
    { "", { NULL }, "a.csv is empty" },
    { "id,arr\n", { NULL }, "a.csv has no row below its header" },
    { "Key,Label\n1,A\n",
      { NULL },
      "a.csv: which column is the id of the account? It has “Key”, “Label”" },
    { "id,ARR\n1,2\n",
      { "id", "" },
      "a.csv: which column is the id of the account? It has “id”, “ARR”" },
    { "id,ARR\n1,2\n",
      { "arr", "Arr" },
      "a.csv has no column “Arr”; it has “id”, “ARR”" },
    { "id,ARR\n1,2\n",
      { "arr", "ARR", "arr", "id" },
      "The field “arr” is asked for twice" },
    { "id,ARR\n1,2\n", { "arr", "", "arr", "id" }, "The field “arr” is asked for twice" },
    { "id,arr\n1,2\n2,12x\n",
      { NULL },
      "a.csv, row 3, column “arr”: “12x” is not an amount" },
    { "id,Renewal\n1,soon\n",
      { NULL },
      "a.csv, row 2, column “Renewal”: “soon” is not a date" },
    { "id,charge\n1,29.853\n",
      { "arr", "charge" },
      "a.csv, row 2, column “charge”: “29.853” is not an amount to the cent" },
    { "id,arr\n1,2\n ,3\n", { NULL }, "a.csv, row 3, column “id”: a value is missing" },
    { "id,arr\nA1,2\nA2,3\n\nA1,4\n",
      { NULL },
      "a.csv, row 5, column “id”: row 2 has the id “A1” already" },
    { "id,arr\n1,2\n2,x\n,3\n",
      { NULL },
      "a.csv, row 3, column “arr”: “x” is not an amount" },
    { "id,arr\nA1,2\nA2\n", { NULL }, "a.csv, row 3: 1 field where the header has 2" },
  };

  check_cases (folder, cases, G_N_ELEMENTS (cases));
}

/* ---- The run ---- */

static void
test_source (Folder *folder, gconstpointer user_data)
{
  g_autofree char *path = folder_write (folder, "March export.csv", "id\n1\n", -1);
  g_autoptr (HrAccountImport) import = hr_account_import_new (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDateTime) before = g_date_time_new_now_utc (), at = NULL;
  g_autoptr (HrPortfolio) portfolio = hr_account_import_run (import, NULL, NULL, &error);
  const char *imported_at;

  g_assert_no_error (error);
  g_assert_cmpstr (hr_portfolio_get_source (portfolio), ==, "March export.csv");
  imported_at = hr_portfolio_get_imported_at (portfolio);
  g_assert_true (g_str_has_suffix (imported_at, "Z"));
  at = g_date_time_new_from_iso8601 (imported_at, NULL);
  g_assert_nonnull (at);
  g_assert_cmpint (ABS (g_date_time_difference (at, before)), <=,
                   60 * G_TIME_SPAN_SECOND);
}

static void
test_date_order (Folder *folder, gconstpointer user_data)
{
  g_autofree char *path =
      folder_write (folder, "a.csv", "id,renewal_date\n1,2/3/2027\n", -1);
  g_autoptr (HrAccountImport) import = hr_account_import_new (path);
  g_autofree char *unknown = run_import (import), *known = NULL;

  g_assert_cmpstr (unknown, ==,
                   "id text: 1\nrenewal_date date: 2027-03-02\n"
                   "(a.csv: the dates of “renewal_date” could have the day or the month "
                   "first; they are read day first.)\n");
  hr_account_import_set_date_order (import, HR_DATE_ORDER_MONTH_FIRST);
  known = run_import (import);
  g_assert_cmpstr (known, ==, "id text: 1\nrenewal_date date: 2027-02-03\n");
}

typedef struct
{
  guint64 n_done;
  guint64 n_total;
  guint n_calls;
  GCancellable *cancellable;
  gsize size; /* of the file, if known */
} Progress;

static void
progress_cb (guint64 n_done, guint64 n_total, gpointer user_data)
{
  Progress *progress = user_data;

  g_assert_cmpuint (n_done, >=, progress->n_done);
  g_assert_cmpuint (n_done, <=, n_total);
  if (progress->size > 0)
    g_assert_cmpuint (n_total, ==,
                      n_done <= progress->size ? progress->size : 2 * progress->size);
  progress->n_done = n_done;
  progress->n_total = n_total;
  progress->n_calls++;
  if (progress->n_calls == 3)
    g_cancellable_cancel (progress->cancellable);
}

#define N_MANY 100000

/* Enough for several blocks, and for helpers; the last row makes a column text. */
static char *
write_many (const Folder *folder, gsize *size)
{
  g_autoptr (GString) text =
      g_string_new ("id,name,arr,renewal_date,seats,zip,active\r\n");

  for (guint i = 0; i < N_MANY; i++)
    g_string_append_printf (
        text, "A%u,\"Company \"\"%u\"\"\nLtd\",%u.%02u,%02u/%02u/%u,%s,%s%u,%s\r\n", i, i,
        i * 7, i % 100, 1 + i % 28, 1 + i % 12, 2025 + i % 5, i % 10 == 0 ? "" : "12",
        i + 1 == N_MANY ? "0" : "", 10000 + i, i % 3 == 0 ? "TRUE" : "FALSE");
  *size = text->len;
  return folder_write (folder, "many.csv", text->str, (gssize) text->len);
}

static void
check_many (HrPortfolio *portfolio)
{
  const HrColumn *names = hr_portfolio_find_column (portfolio, "name");
  const gint64 *arr =
      hr_column_get_money (hr_portfolio_find_column (portfolio, HR_COLUMN_ARR));
  const gint32 *days =
      hr_column_get_days (hr_portfolio_find_column (portfolio, HR_COLUMN_RENEWAL_DATE));
  const double *seats =
      hr_column_get_numbers (hr_portfolio_find_column (portfolio, "seats"));
  const HrColumn *zips = hr_portfolio_find_column (portfolio, "zip");
  const guint8 *active =
      hr_column_get_flags (hr_portfolio_find_column (portfolio, "active"));

  g_assert_cmpuint (hr_portfolio_get_n_accounts (portfolio), ==, N_MANY);
  for (guint i = 0; i < N_MANY; i++)
    {
      g_autofree char *id = g_strdup_printf ("A%u", i);
      g_autofree char *name = g_strdup_printf ("Company \"%u\"\nLtd", i);
      g_autofree char *date =
          g_strdup_printf ("%u-%02u-%02u", 2025 + i % 5, 1 + i % 12, 1 + i % 28);
      g_autofree char *zip =
          g_strdup_printf ("%s%u", i + 1 == N_MANY ? "0" : "", 10000 + i);
      gsize row;
      gint32 day;

      g_assert_true (hr_portfolio_find_account (portfolio, id, &row));
      g_assert_cmpuint (row, ==, i);
      g_assert_cmpstr (hr_column_get_text_at (names, i), ==, name);
      g_assert_cmpint (arr[i], ==, (gint64) i * 700 + i % 100);
      g_assert_true (hr_date_parse (date, &day));
      g_assert_cmpint (days[i], ==, day);
      g_assert_true (i % 10 == 0 ? isnan (seats[i]) : seats[i] == 12);
      g_assert_cmpstr (hr_column_get_text_at (zips, i), ==, zip);
      g_assert_cmpint (active[i], ==, i % 3 == 0);
    }
}

static void
test_many (Folder *folder, gconstpointer user_data)
{
  gsize size;
  g_autofree char *path = write_many (folder, &size);
  g_autoptr (HrAccountImport) import = hr_account_import_new (path);
  g_autoptr (HrImportReport) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (HrPortfolio) portfolio = NULL;
  Progress progress = { 0 };

  g_assert_cmpuint (size, >, 5 * 1024 * 1024);
  progress.size = size;
  hr_account_import_set_progress (import, progress_cb, &progress);
  portfolio = hr_account_import_run (import, &report, NULL, &error);
  g_assert_no_error (error);
  check_many (portfolio);
  g_assert_cmpuint (report->messages->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (report->messages, 0), ==,
                   "many.csv: “zip” is read as text because of “0109999” in row 100001.");

  /* The whole file, twice. */
  g_assert_cmpuint (progress.n_done, ==, 2 * size);
  g_assert_cmpuint (progress.n_total, ==, 2 * size);
}

static void
test_cancelled (Folder *folder, gconstpointer user_data)
{
  gsize size;
  g_autofree char *path = write_many (folder, &size);
  g_autoptr (HrAccountImport) import = hr_account_import_new (path);
  g_autoptr (HrImportReport) report = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Progress progress = { .cancellable = cancellable };

  hr_account_import_set_progress (import, progress_cb, &progress);
  g_assert_null (hr_account_import_run (import, &report, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (report);
  g_assert_cmpuint (progress.n_calls, ==, 3);
}

/* ---- Public data; the figures were found with sqlite3 ---- */

static double
sum_numbers (const HrPortfolio *portfolio, const char *name)
{
  const HrColumn *column = hr_portfolio_find_column (portfolio, name);
  double sum = 0;

  for (gsize i = 0; i < hr_column_get_n (column); i++)
    if (!hr_column_is_missing (column, i))
      sum += hr_column_get_numbers (column)[i];
  return sum;
}

static gsize
count_missing (const HrPortfolio *portfolio, const char *name)
{
  const HrColumn *column = hr_portfolio_find_column (portfolio, name);
  gsize n = 0;

  for (gsize i = 0; i < hr_column_get_n (column); i++)
    n += hr_column_is_missing (column, i);
  return n;
}

static void
test_telco (void)
{
  g_autofree char *path = find_shared_file ("telco-customer-churn.csv");
  g_autoptr (HrAccountImport) import = NULL;
  g_autoptr (HrPortfolio) portfolio = NULL;
  g_autoptr (GError) error = NULL;
  gint64 sum = 0;

  if (path == NULL)
    return;
  import = hr_account_import_new (path);
  hr_account_import_map (import, "arr", "MonthlyCharges");
  portfolio = hr_account_import_run (import, NULL, NULL, &error);
  g_assert_no_error (error);

  g_assert_cmpuint (hr_portfolio_get_n_accounts (portfolio), ==, 7043);
  g_assert_cmpuint (hr_portfolio_get_n_columns (portfolio), ==, 21);
  for (guint i = 0; i < 7043; i++)
    sum += hr_column_get_money (hr_portfolio_find_column (portfolio, "arr"))[i];
  g_assert_cmpint (sum, ==, 45611660);
  g_assert_cmpfloat_with_epsilon (sum_numbers (portfolio, "TotalCharges"), 16056168.70,
                                  1e-6);
  g_assert_cmpuint (count_missing (portfolio, "TotalCharges"), ==, 11);
  g_assert_true (sum_numbers (portfolio, "tenure") == 227990);
  g_assert_cmpuint (count_missing (portfolio, "tenure"), ==, 0);
  g_assert_cmpstr (
      hr_column_get_text_at (hr_portfolio_find_column (portfolio, "PaymentMethod"), 7042),
      ==, "Bank transfer (automatic)");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

#define ADD(name, test)                                                                  \
  g_test_add ("/import/account-import/" name, Folder, NULL, folder_set_up, test,         \
              folder_tear_down)
  ADD ("guessed", test_guessed);
  ADD ("mapped", test_mapped);
  ADD ("errors", test_errors);
  ADD ("source", test_source);
  ADD ("date-order", test_date_order);
  ADD ("many", test_many);
  ADD ("cancelled", test_cancelled);
  g_test_add_func ("/import/account-import/telco", test_telco);
  return g_test_run ();
}
