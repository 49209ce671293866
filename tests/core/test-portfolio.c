/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-portfolio.h"

#include <string.h>

#include "hr-error.h"
#include "hr-test-plan.h"

#define N_MANY 200000

static HrColumn *
end_column (HrColumnBuilder *builder)
{
  g_autoptr (GError) error = NULL;
  HrColumn *column = hr_column_builder_end (builder, &error);

  g_assert_no_error (error);
  return column;
}

/* A column that is given as "name:value,value"; an empty value is missing. */
static HrColumn *
column (HrColumnType type, const char *all)
{
  g_auto (GStrv) parts = g_strsplit (all, ":", 2);
  g_auto (GStrv) values = g_strsplit (parts[1], ",", -1);
  HrColumnBuilder *builder = hr_column_builder_new (parts[0], type);

  for (guint i = 0; values[i] != NULL; i++)
    if (values[i][0] == '\0')
      hr_column_builder_add_missing (builder);
    else if (type == HR_COLUMN_TEXT)
      hr_column_builder_add_text (builder, values[i], strlen (values[i]));
    else if (type == HR_COLUMN_MONEY)
      hr_column_builder_add_money (builder, g_ascii_strtoll (values[i], NULL, 10));
    else
      hr_column_builder_add_number (builder, g_ascii_strtod (values[i], NULL));
  return end_column (builder);
}

typedef struct
{
  HrColumnType type;
  const char *values;
} Given;

#define TEXT(values) { HR_COLUMN_TEXT, values }
#define MONEY(values) { HR_COLUMN_MONEY, values }
#define NUMBER(values) { HR_COLUMN_NUMBER, values }

static HrPortfolio *
portfolio (const Given *given, guint n, GError **error)
{
  g_autoptr (GPtrArray) columns =
      g_ptr_array_new_with_free_func ((GDestroyNotify) hr_column_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (columns, column (given[i].type, given[i].values));
  return hr_portfolio_new ((HrColumn *const *) columns->pdata, n, "crm.csv",
                           "2026-07-01T12:00:00Z", error);
}

static void
test_columns (void)
{
  static const Given given[] = { TEXT ("name:Acme,Böhm"), TEXT ("id:a,b"),
                                 MONEY ("arr:100,") };
  g_autoptr (GError) error = NULL;
  g_autoptr (HrPortfolio) made = portfolio (given, 3, &error);
  HrColumn *arr;

  g_assert_no_error (error);
  g_assert_cmpuint (hr_portfolio_get_n_accounts (made), ==, 2);
  g_assert_cmpuint (hr_portfolio_get_n_columns (made), ==, 3);
  arr = hr_portfolio_find_column (made, "arr");
  g_assert_true (arr == hr_portfolio_get_column (made, 2));
  g_assert_cmpint (hr_column_get_money (arr)[0], ==, 100);
  g_assert_null (hr_portfolio_find_column (made, "ARR"));
  g_assert_cmpstr (hr_portfolio_get_source (made), ==, "crm.csv");
  g_assert_cmpstr (hr_portfolio_get_imported_at (made), ==, "2026-07-01T12:00:00Z");
}

static void
test_empty (void)
{
  g_autoptr (HrColumn) ids =
      end_column (hr_column_builder_new (HR_COLUMN_ID, HR_COLUMN_TEXT));
  g_autoptr (HrPortfolio) made = hr_portfolio_new (&ids, 1, NULL, NULL, NULL);
  gsize row;

  g_assert_nonnull (made);
  g_assert_cmpuint (hr_portfolio_get_n_accounts (made), ==, 0);
  g_assert_null (hr_portfolio_get_source (made));
  g_assert_false (hr_portfolio_find_account (made, "a", &row));
  g_assert_false (hr_portfolio_find_account (made, "", &row));
}

static void
test_refused (void)
{
  static const struct
  {
    Given given[3];
    guint n;
    int code;
    const char *message;
  } cases[] = {
    { { { 0 } },
      0,
      HR_ERROR_VALUE,
      "There is no column “id”, which names each account." },
    { { TEXT ("name:a") },
      1,
      HR_ERROR_VALUE,
      "There is no column “id”, which names each account." },
    { { NUMBER ("id:1") },
      1,
      HR_ERROR_VALUE,
      "The column “id” must be of the type text, not number." },
    { { TEXT ("id:a"), NUMBER ("arr:1") },
      2,
      HR_ERROR_VALUE,
      "The column “arr” must be of the type money, not number." },
    { { TEXT ("id:a"), TEXT ("renewal_date:x") },
      2,
      HR_ERROR_VALUE,
      "The column “renewal_date” must be of the type date, not text." },
    { { TEXT ("id:a"), TEXT (":x") },
      2,
      HR_ERROR_VALUE,
      "Column 2 has no name that can be read." },
    { { TEXT ("id:a"), TEXT ("\xff:x") },
      2,
      HR_ERROR_VALUE,
      "Column 2 has no name that can be read." },
    { { TEXT ("id:a"), TEXT ("x:1"), NUMBER ("x:1") },
      3,
      HR_ERROR_DUPLICATE,
      "There are two columns of the name “x”." },
    { { TEXT ("id:a,b"), TEXT ("x:1,2"), NUMBER ("y:1,2,3") },
      3,
      HR_ERROR_RANGE,
      "The column “y” has 3 values, but the column “id” has 2." },
    { { TEXT ("id:a,,c") }, 1, HR_ERROR_VALUE, "Account 2 has no id." },
    { { TEXT ("id:a,b,c,b,a") },
      1,
      HR_ERROR_DUPLICATE,
      "Account 4 has the id “b”, which account 2 has already." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      HrPortfolio *made = portfolio (cases[i].given, cases[i].n, &error);

      g_assert_null (made);
      g_assert_error (error, HR_ERROR, cases[i].code);
      g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

static HrColumn *
many_ids (guint n, guint again)
{
  HrColumnBuilder *builder = hr_column_builder_new (HR_COLUMN_ID, HR_COLUMN_TEXT);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("account %u", i == again ? 17 : i);

      hr_column_builder_add_text (builder, id, strlen (id));
    }
  return end_column (builder);
}

static void
test_find (void)
{
  g_autoptr (HrColumn) ids = many_ids (N_MANY, G_MAXUINT);
  g_autoptr (HrPortfolio) made = hr_portfolio_new (&ids, 1, NULL, NULL, NULL);
  gsize row = 7;

  g_assert_nonnull (made);
  for (guint i = 0; i < N_MANY; i++)
    {
      g_autofree char *id = g_strdup_printf ("account %u", i);

      g_assert_true (hr_portfolio_find_account (made, id, &row));
      g_assert_cmpuint (row, ==, i);
    }
  row = 7;
  g_assert_false (hr_portfolio_find_account (made, "account", &row));
  g_assert_false (hr_portfolio_find_account (made, "Account 1", &row));
  g_assert_false (hr_portfolio_find_account (made, "", &row));
  g_assert_cmpuint (row, ==, 7);
}

/* Where ids are so many that the dictionary has them twice, they are still not unique. */
static void
test_find_again (void)
{
  static const guint places[] = { 18, 1000, 70000, N_MANY - 1 };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (HrColumn) ids = many_ids (N_MANY, places[i]);
      g_autofree char *message =
          g_strdup_printf ("Account %u has the id “account 17”, which account 18 has "
                           "already.",
                           places[i] + 1);
      g_autoptr (GError) error = NULL;

      g_assert_null (hr_portfolio_new (&ids, 1, NULL, NULL, &error));
      g_assert_error (error, HR_ERROR, HR_ERROR_DUPLICATE);
      g_assert_cmpstr (error->message, ==, message);
    }
}

static void
test_equal (void)
{
  static const Given given[][3] = {
    { TEXT ("id:a,b"), TEXT ("x:1,2"), MONEY ("arr:1,2") },
    { TEXT ("id:a,b"), TEXT ("x:1,2"), MONEY ("arr:1,3") },
    { TEXT ("id:a,b"), TEXT ("x:1,"), MONEY ("arr:1,2") },
    { TEXT ("id:a,b"), MONEY ("arr:1,2"), TEXT ("x:1,2") },
    { TEXT ("id:b,a"), TEXT ("x:1,2"), MONEY ("arr:1,2") },
  };
  g_autoptr (HrPortfolio) fewer = portfolio (given[0], 2, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (given); i++)
    for (guint k = 0; k < G_N_ELEMENTS (given); k++)
      {
        g_autoptr (HrPortfolio) a = portfolio (given[i], 3, NULL);
        g_autoptr (HrPortfolio) b = portfolio (given[k], 3, NULL);

        g_assert_cmpint (hr_portfolio_equal (a, b), ==, i == k);
        g_assert_false (hr_portfolio_equal (a, fewer));
      }
  g_assert_true (hr_portfolio_equal (NULL, NULL));
  g_assert_true (hr_portfolio_equal (fewer, fewer));
  g_assert_false (hr_portfolio_equal (fewer, NULL));
  g_assert_false (hr_portfolio_equal (NULL, fewer));
}

/* An edit makes a portfolio that shares the columns that it leaves alone; they outlive
 * the one that they were made for. */
static void
test_share (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  HrPortfolio *before = hr_test_random_portfolio (rand, 1000);
  guint n = hr_portfolio_get_n_columns (before);
  g_autofree HrColumn **columns = g_new (HrColumn *, n);
  g_autoptr (HrPortfolio) after = NULL;
  gsize row;

  for (guint i = 0; i < n; i++)
    columns[i] = hr_portfolio_get_column (before, i);
  after = hr_portfolio_new (columns, n - 1, "edit", NULL, NULL);
  g_assert_nonnull (after);
  g_assert_false (hr_portfolio_equal (before, after));
  g_assert_finalize_object (before);

  g_assert_true (hr_portfolio_get_column (after, 0) == columns[0]);
  g_assert_true (hr_portfolio_find_account (after, "A1000", &row));
  g_assert_cmpuint (row, ==, 999);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/portfolio/columns", test_columns);
  g_test_add_func ("/core/portfolio/empty", test_empty);
  g_test_add_func ("/core/portfolio/refused", test_refused);
  g_test_add_func ("/core/portfolio/find", test_find);
  g_test_add_func ("/core/portfolio/find-again", test_find_again);
  g_test_add_func ("/core/portfolio/equal", test_equal);
  g_test_add_func ("/core/portfolio/share", test_share);

  return g_test_run ();
}
