/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <math.h>
#include <string.h>

#include "hr-csv-value.h"
#include "hr-date.h"
#include "hr-types.h"

static void
test_flags (void)
{
  static const char *const yes[] = { "TRUE", "true", "True" };
  static const char *const no[] = { "FALSE", "false", "False" };
  static const char *const neither[] = {
    "", "yes", "no", "0", "1", "T", "tru", "falsey"
  };
  gboolean flag;

  for (guint i = 0; i < G_N_ELEMENTS (yes); i++)
    g_assert_true (hr_csv_value_to_flag (yes[i], strlen (yes[i]), &flag) && flag);
  for (guint i = 0; i < G_N_ELEMENTS (no); i++)
    g_assert_true (hr_csv_value_to_flag (no[i], strlen (no[i]), &flag) && !flag);
  for (guint i = 0; i < G_N_ELEMENTS (neither); i++)
    g_assert_false (hr_csv_value_to_flag (neither[i], strlen (neither[i]), &flag));
}

static void
test_numbers (void)
{
  static const struct
  {
    const char *text;
    double number;
  } cases[] = {
    { "0", 0 },
    { "7", 7 },
    { "-7", -7 },
    { "-0", 0 },
    { "-0.00", 0 },
    { "29.85", 29.85 },
    { "-0.1", -0.1 },
    { ".5", .5 },
    { "0.007", .007 },
    { "1,234", 1234 },
    { "-1,234,567.25", -1234567.25 },
    { "999999999999999", 999999999999999 },
    { "123456789012.345", 123456789012.345 },
    { "0.30000000000000004", 0.30000000000000004 },
    { "3.141592653589793238462643", 3.141592653589793238462643 },
    { "1.5e-07", 1.5e-07 },
    { "2E+3", 2000 },
    { "-1,234.5e+02", -123450 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double number;

      g_test_message ("%s", cases[i].text);
      g_assert_true (
          hr_csv_value_to_number (cases[i].text, strlen (cases[i].text), &number));
      g_assert_true (number == cases[i].number);
      g_assert_true (number != 0 || !signbit (number));
    }
}

/* What would lose something as a number, or is none. */
static void
test_no_numbers (void)
{
  static const char *const texts[] = {
    "",         "-",         ".",
    "-.",       "+",         "+49",
    "+1.5",     "007",       "00",
    "00.5",     "-007",      "1234567890123456",
    "1,23",     "12,34",     "1,2345",
    "1234,567", "0,123",     ",123",
    "1,",       "1,234,",    "1,234,5",
    "5.",       "1.2.3",     "1 234",
    "4E5",      "1e5",       "1e+",
    "1e+5x",    "e+5",       "1e+99999",
    "1e+400",   "0x10",      "1_000",
    "nan",      "inf",       "--1",
    "1-",       "12x",       "$5",
    "5%",       "1,234.5,6", "0.0000000000000000000000000000000000000001",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      double number;

      g_test_message ("%s", texts[i]);
      g_assert_false (hr_csv_value_to_number (texts[i], strlen (texts[i]), &number));
    }
}

/* Every number that is written with few digits is read as the double nearest to it. */
static void
test_numbers_are_exact (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (27);

  for (guint i = 0; i < 100000; i++)
    {
      char text[G_ASCII_DTOSTR_BUF_SIZE];
      double number, expected = g_rand_double_range (rand, -1e6, 1e6);

      g_ascii_formatd (text, sizeof text, i % 2 ? "%.3f" : "%.12f", expected);
      g_assert_true (hr_csv_value_to_number (text, strlen (text), &number));
      g_assert_true (number == g_ascii_strtod (text, NULL));
    }
}

static void
test_money (void)
{
  static const struct
  {
    const char *text;
    gint64 money;
  } cases[] = {
    { "0", 0 },
    { "1234", 123400 },
    { "1234.5", 123450 },
    { "1234.56", 123456 },
    { "$1,234.50", 123450 },
    { "-$20", -2000 },
    { "$-20", -2000 },
    { "+5", 500 },
    { "€ 1,000", 100000 },
    { "£0.01", 1 },
    { "¥500", 50000 },
    { ".5", 50 },
    { "007", 700 },
    { "12.5000", 1250 },
    { "0.000000", 0 },
    { "1000000000000000", HR_MONEY_MAX },
    { "-1,000,000,000,000,000.00", -HR_MONEY_MAX },
    { "0000000000000001.01", 101 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 money;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (
          hr_csv_value_to_money (cases[i].text, strlen (cases[i].text), &money), ==,
          HR_CSV_MONEY);
      g_assert_cmpint (money, ==, cases[i].money);
    }
}

static void
test_no_money (void)
{
  static const struct
  {
    const char *text;
    HrCsvMoney why;
  } cases[] = {
    { "", HR_CSV_MONEY_NOT },
    { "$", HR_CSV_MONEY_NOT },
    { "-", HR_CSV_MONEY_NOT },
    { "12x", HR_CSV_MONEY_NOT },
    { "$$5", HR_CSV_MONEY_NOT },
    { "--5", HR_CSV_MONEY_NOT },
    { "- $20", HR_CSV_MONEY_NOT },
    { "5-", HR_CSV_MONEY_NOT },
    { "USD 5", HR_CSV_MONEY_NOT },
    { "1.234,50", HR_CSV_MONEY_NOT },
    { "1,23", HR_CSV_MONEY_NOT },
    { "1e+3", HR_CSV_MONEY_NOT },
    { "n/a", HR_CSV_MONEY_NOT },
    { "29.853", HR_CSV_MONEY_TOO_FINE },
    { "12.500", HR_CSV_MONEY_TOO_FINE },
    { "12.5001", HR_CSV_MONEY_TOO_FINE },
    { "1000000000000000.01", HR_CSV_MONEY_TOO_LARGE },
    { "99999999999999999", HR_CSV_MONEY_TOO_LARGE },
    { "999999999999999999", HR_CSV_MONEY_TOO_LARGE },
    { "18446744073709551617", HR_CSV_MONEY_TOO_LARGE },
    { "-1,000,000,000,000,001", HR_CSV_MONEY_TOO_LARGE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 money;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (
          hr_csv_value_to_money (cases[i].text, strlen (cases[i].text), &money), ==,
          cases[i].why);
    }
}

static void
test_dates (void)
{
  static const struct
  {
    const char *text;
    int forms;
    const char *dates[2]; /* ISO or day first, month first */
  } cases[] = {
    { "2027-03-31", HR_CSV_DATE_ISO, { "2027-03-31" } },
    { "31-03-2027", HR_CSV_DATE_DAY_FIRST, { "2027-03-31" } },
    { "03-31-2027", HR_CSV_DATE_MONTH_FIRST, { NULL, "2027-03-31" } },
    { "03-04-2027", HR_CSV_DATE_ANY_ORDER, { "2027-04-03", "2027-03-04" } },
    { "3/4/2027", HR_CSV_DATE_ANY_ORDER, { "2027-04-03", "2027-03-04" } },
    { "1.12.2027", HR_CSV_DATE_ANY_ORDER, { "2027-12-01", "2027-01-12" } },
    { "29-02-2028", HR_CSV_DATE_DAY_FIRST, { "2028-02-29" } },
    { "02/29/2000", HR_CSV_DATE_MONTH_FIRST, { NULL, "2000-02-29" } },
    { "31-12-9999", HR_CSV_DATE_DAY_FIRST, { "9999-12-31" } },
    { "01-01-0001", HR_CSV_DATE_ANY_ORDER, { "0001-01-01", "0001-01-01" } },
    { "0001-01-01", HR_CSV_DATE_ISO, { "0001-01-01" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint form = HR_CSV_DATE_ISO; form <= HR_CSV_DATE_MONTH_FIRST; form <<= 1)
      {
        const char *expected = cases[i].dates[form == HR_CSV_DATE_MONTH_FIRST];
        gint32 parts, days;

        g_test_message ("%s", cases[i].text);
        g_assert_cmpint (
            hr_csv_value_to_date (cases[i].text, strlen (cases[i].text), &parts), ==,
            cases[i].forms);
        if ((cases[i].forms & form) == 0)
          continue;
        g_assert_true (hr_date_parse (expected, &days));
        g_assert_cmpint (hr_csv_date_to_days (parts, (HrCsvDateForms) form), ==, days);
      }
}

static void
test_no_dates (void)
{
  static const char *const texts[] = {
    "",           "2027-02-29", "2027-13-01", "2027-00-10", "2027-01-00",  "0000-01-01",
    "2027-1-1",   "2027/03/31", "2027.03.31", "20270331",   "31-13-2027",  "31-04-2027",
    "29-02-2027", "00-01-2027", "01-00-2027", "01-01-0000", "1-1-27",      "01-01-27",
    "01-01/2027", "01 01 2027", "1-2-20277",  "001-1-2027", "1-001-2027",  "01-01-2027 ",
    " 1-01-2027", "01-01-202x", "x1-01-2027", "01--1-2027", "-1-01-2027",  "1-1-12027",
    "2027-03-3",  "2027-03-3x", "12345678",   "1.234.5678", "31-Mar-2027",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      gint32 parts;

      g_test_message ("%s", texts[i]);
      g_assert_cmpint (hr_csv_value_to_date (texts[i], strlen (texts[i]), &parts), ==, 0);
    }
}

/* The conversion agrees with GLib's calendar on every day that there is. */
static void
test_every_day (void)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, 1);
  for (gint32 days = HR_DATE_MIN; days <= HR_DATE_MAX; days++)
    {
      gint32 parts = g_date_get_year (&date) * 10000 +
                     (gint32) g_date_get_month (&date) * 100 + g_date_get_day (&date);

      g_assert_true (hr_csv_date_to_days (parts, HR_CSV_DATE_ISO) == days);
      g_date_add_days (&date, 1);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/csv-value/flags", test_flags);
  g_test_add_func ("/import/csv-value/numbers", test_numbers);
  g_test_add_func ("/import/csv-value/no-numbers", test_no_numbers);
  g_test_add_func ("/import/csv-value/numbers-are-exact", test_numbers_are_exact);
  g_test_add_func ("/import/csv-value/money", test_money);
  g_test_add_func ("/import/csv-value/no-money", test_no_money);
  g_test_add_func ("/import/csv-value/dates", test_dates);
  g_test_add_func ("/import/csv-value/no-dates", test_no_dates);
  g_test_add_func ("/import/csv-value/every-day", test_every_day);
  return g_test_run ();
}
