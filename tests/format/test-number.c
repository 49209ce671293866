/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <math.h>
#include <string.h>

#include "hr-format.h"

#define NBSP "\u00a0"
#define MINUS "\u2212"

/* What each function makes of a number; the functions that take a currency get USD. */
typedef struct
{
  const char *locale;
  char *(*write) (double value);
  double value;
  const char *expected;
} Case;

static char *
number_0 (double value)
{
  return hr_format_number (value, 0);
}

static char *
number_3 (double value)
{
  return hr_format_number (value, 3);
}

static char *
compact (double value)
{
  return hr_format_money_compact (value, "USD");
}

static char *
short_money (double value)
{
  return hr_format_money_short (value, "USD");
}

static char *
money (double value)
{
  return hr_format_money (value, "USD");
}

static char *
exact_hours (double value)
{
  return hr_format_exact (value, HR_UNIT_HOURS, "USD");
}

static char *
exact_share (double value)
{
  return hr_format_exact (value, HR_UNIT_SHARE, "USD");
}

static char *
exact_money (double value)
{
  return hr_format_exact (value, HR_UNIT_MONEY, "USD");
}

static void
check_cases (const Case *cases, guint n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_autofree char *text = NULL;

      hr_format_set_locale (cases[i].locale);
      text = cases[i].write (cases[i].value);
      g_test_message ("%s: %.17g", cases[i].locale, cases[i].value);
      g_assert_cmpstr (text, ==, cases[i].expected);
    }
  hr_format_set_locale (NULL);
}

static void
test_numbers (void)
{
  static const Case cases[] = {
    { "en_US", number_0, 1065.5, "1,066" },
    { "en_US", number_0, 0.5, "1" },
    { "en_US", number_0, 1.5, "2" },
    { "en_US", number_0, -0.4, "0" },
    { "en_US", number_3, 1.0005, "1.001" },
    { "en_US", number_3, -1234.5, MINUS "1,234.500" },
    { "en_US", number_3, 999999999999999, "999,999,999,999,999.000" },
    { "en_US", number_3, 1e15, "1.00E15" },
    { "en_US", number_3, -1.5e300, MINUS "1.50E300" },
    { "en_US", number_3, NAN, "–" },
    { "en_US", number_3, INFINITY, "–" },
    { "en_US", number_3, -INFINITY, "–" },
    { "de_DE", number_3, 1065.05, "1.065,050" },
    { "fr_FR", number_3, 1065.05, "1\u202f065,050" },
    { "hi_IN", number_0, 12345678, "1,23,45,678" },
    { "ar_EG", number_3, -1234.5, "\u061c" MINUS "١٬٢٣٤٫٥٠٠" },
    { "he_IL", number_0, -5, "\u200e" MINUS "5" },
    { "he_IL", number_0, NAN, "–" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_people (void)
{
  static const Case cases[] = {
    { "en_US", hr_format_people, 4.784751908990532, "4.8" },
    { "en_US", hr_format_people, 0, "0.0" },
    { "en_US", hr_format_people, -0.0, "0.0" },
    { "en_US", hr_format_people, 0.05, "0.1" },
    { "en_US", hr_format_people, 0.25, "0.3" },
    { "en_US", hr_format_people, -0.04, "0.0" },
    { "en_US", hr_format_people, NAN, "–" },
    { "de_DE", hr_format_people, 1234.56, "1.234,6" },
    { "ar_EG", hr_format_people, 4.784751908990532, "٤٫٨" },
    { "en_US", hr_format_heads, 20, "20" },
    { "en_US", hr_format_heads, 1000, "1,000" },
    { "en_US", hr_format_heads, NAN, "–" },
    { "en_US", hr_format_hours, 81.65, "81.7" },
    { "en_US", hr_format_hours, 1065.05, "1,065.1" },
    { "en_US", hr_format_gap, -4.0, "4.0 short" },
    { "en_US", hr_format_gap, -0.05, "0.1 short" },
    { "en_US", hr_format_gap, -0.049999, "even" },
    { "en_US", hr_format_gap, 0, "even" },
    { "en_US", hr_format_gap, -0.0, "even" },
    { "en_US", hr_format_gap, 0.0499, "even" },
    { "en_US", hr_format_gap, 0.94, "0.9 spare" },
    { "en_US", hr_format_gap, -1234.56, "1,234.6 short" },
    { "en_US", hr_format_gap, NAN, "–" },
    { "de_DE", hr_format_gap, -4.0, "4,0 short" },
    { "en_US", hr_format_customers_per_fte, 10.03186813, "10" },
    { "en_US", hr_format_customers_per_fte, 9.99, "9" },
    { "en_US", hr_format_customers_per_fte, 9.999999999999998, "10" },
    { "en_US", hr_format_customers_per_fte, 9.9999999, "9" },
    { "en_US", hr_format_customers_per_fte, 4199.9999999999991, "4,200" },
    { "en_US", hr_format_customers_per_fte, 0.6, "0" },
    { "en_US", hr_format_customers_per_fte, 0, "0" },
    { "en_US", hr_format_customers_per_fte, NAN, "–" },
    { "en_US", hr_format_customers_per_fte, INFINITY, "–" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

/* Round money has no more digits than it needs. */
static void
test_short_money (void)
{
  static const Case cases[] = {
    { "en_US", short_money, 2e6, "$2M" },
    { "en_US", short_money, 2.5e6, "$2.5M" },
    { "en_US", short_money, 2.25e6, "$2.25M" },
    { "en_US", short_money, 2123456, "$2.12M" },
    { "en_US", short_money, 500000, "$500K" },
    { "en_US", short_money, 999999, "$1M" },
    { "en_US", short_money, 12, "$12" },
    { "en_US", short_money, 0, "$0" },
    { "en_US", short_money, -2e6, "−$2M" },
    { "en_US", short_money, NAN, "–" },
    { "de_DE", short_money, 2.5e6, "2,5 Mio. $" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_money (void)
{
  static const Case cases[] = {
    { "en_US", compact, 32000000, "$32.0M" },
    { "en_US", compact, 870000, "$870K" },
    { "en_US", compact, 3512345, "$3.51M" },
    { "en_US", compact, 65800000, "$65.8M" },
    { "en_US", compact, 182000, "$182K" },
    { "en_US", compact, 950, "$950" },
    { "en_US", compact, 950.4, "$950" },
    { "en_US", compact, 0, "$0" },
    { "en_US", compact, -0.0, "$0" },
    { "en_US", compact, 0.05, "$0.05" },
    { "en_US", compact, 0.001, "$0" },
    { "en_US", compact, -0.001, "$0" },
    { "en_US", compact, 5, "$5" },
    { "en_US", compact, 55.5, "$55.50" },
    { "en_US", compact, 99.996, "$100" },
    { "en_US", compact, 999.4, "$999" },
    { "en_US", compact, 999.5, "$1.00K" },
    { "en_US", compact, 999499, "$999K" },
    { "en_US", compact, 999500, "$1.00M" },
    { "en_US", compact, 999950, "$1.00M" },
    { "en_US", compact, 999999999, "$1.00B" },
    { "en_US", compact, 1e12, "$1.00T" },
    { "en_US", compact, 1e15, "$1.00E15" },
    { "en_US", compact, -65800000, MINUS "$65.8M" },
    { "en_US", compact, NAN, "–" },
    { "en_US", compact, INFINITY, "–" },
    { "de_DE", compact, 32000000, "32,0" NBSP "Mio." NBSP "$" },
    { "de_DE", compact, 870824, "871.000" NBSP "$" },
    { "fr_FR", compact, 870824, "871" NBSP "k" NBSP "$US" },
    { "ar_EG", compact, 32000000, "٣٢٫٠" NBSP "مليون" NBSP "US$" },
    { "he_IL", compact, -32000000, "\u200e" MINUS "$32.0M\u200f" },
    { "en_US", money, 870824.84, "$870,824.84" },
    { "en_US", money, 870824.845, "$870,824.85" },
    { "en_US", money, 32000000, "$32,000,000" },
    { "en_US", money, 0, "$0" },
    { "en_US", money, -0.004, "$0" },
    { "en_US", money, -5.5, MINUS "$5.50" },
    { "en_US", money, NAN, "–" },
    { "de_DE", money, 870824.84, "870.824,84" NBSP "$" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_shares (void)
{
  static const Case cases[] = {
    { "en_US", hr_format_share, 0.061, "6.1%" },
    { "en_US", hr_format_share, 0.027213, "2.7%" },
    { "en_US", hr_format_share, 0.06, "6.0%" },
    { "en_US", hr_format_share, 0.005, "0.50%" },
    { "en_US", hr_format_share, 1.0 / 3, "33%" },
    { "en_US", hr_format_share, 1, "100%" },
    { "en_US", hr_format_share, 1.046, "105%" },
    { "en_US", hr_format_share, 12.345, "1,235%" },
    { "en_US", hr_format_share, 0, "0%" },
    { "en_US", hr_format_share, -0.0, "0%" },
    { "en_US", hr_format_share, NAN, "–" },
    { "de_DE", hr_format_share, 0.061, "6,1" NBSP "%" },
    { "ar_EG", hr_format_share, 0.061, "٦٫١٪\u061c" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_exact (void)
{
  static const Case cases[] = {
    { "en_US", exact_hours, 1065.05, "1,065.05 h" },
    { "en_US", exact_hours, 4.784751908990532, "4.784751908990532 h" },
    { "en_US", exact_hours, 0.1 + 0.2, "0.30000000000000004 h" },
    { "en_US", exact_hours, 123456789012345.6, "123,456,789,012,345.6 h" },
    { "en_US", exact_hours, 1234567890123456768.0, "1.2345678901234568E18 h" },
    { "en_US", exact_hours, -5e-324, MINUS "5E" MINUS "324 h" },
    { "en_US", exact_hours, 0, "0 h" },
    { "en_US", exact_hours, NAN, "–" },
    { "de_DE", exact_hours, 1065.05, "1.065,05 h" },
    { "en_US", exact_share, 0.07, "7%" },
    { "en_US", exact_share, 0.027213271, "2.7213271%" },
    { "en_US", exact_money, 6687912.087912088, "$6,687,912.087912088" },
    { "en_US", exact_money, 5, "$5" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_units (void)
{
  static const struct
  {
    HrUnit unit;
    double value;
    const char *expected;
  } cases[] = {
    { HR_UNIT_NONE, 1234.567, "1,234.57" },
    { HR_UNIT_NONE, 7, "7" },
    { HR_UNIT_FACTOR, 1.3, "×1.30" },
    { HR_UNIT_SHARE, 0.85, "85%" },
    { HR_UNIT_MONEY, 182000, "$182,000" },
    { HR_UNIT_PEOPLE, 4.7847, "4.8 people" },
    { HR_UNIT_PEOPLE, 1, "1.0 people" },
    { HR_UNIT_HEADS, 1, "1 head" },
    { HR_UNIT_HEADS, 5, "5 heads" },
    { HR_UNIT_CUSTOMERS, 1, "1 customer" },
    { HR_UNIT_CUSTOMERS, 0, "0 customers" },
    { HR_UNIT_CUSTOMERS, 1.5, "1.5 customers" },
    { HR_UNIT_TIMES, 4, "4 times" },
    { HR_UNIT_MINUTES, 180, "180 min" },
    { HR_UNIT_HOURS, 1065.05, "1,065.1 h" },
    { HR_UNIT_HOURS, 2080, "2,080 h" },
    { HR_UNIT_HOURS_PER_CUSTOMER, 106.1666, "106.2 h per customer" },
    { HR_UNIT_DAYS, 1, "1 day" },
    { HR_UNIT_MONTHS, 3, "3 months" },
    { HR_UNIT_YEARS, 2.5, "2.5 years" },
    { HR_UNIT_SCORE, 75, "75 points" },
    { HR_UNIT_HOURS, NAN, "–" },
    { HR_UNIT_PEOPLE, INFINITY, "–" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = hr_format_unit (cases[i].value, cases[i].unit, "USD");

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
test_minor (void)
{
  static const struct
  {
    gint64 minor;
    const char *currency;
    const char *expected;
  } cases[] = {
    { 87082484, "USD", "$870,824.84" },
    { 3200000000, "USD", "$32,000,000" },
    { 10, "USD", "$0.10" },
    { -5, "EUR", MINUS "€0.05" },
    { 0, "USD", "$0" },
    { 5, "JPY", "¥0.05" },
    { HR_MONEY_MAX - 1, "USD", "$999,999,999,999,999.99" },
    { G_MAXINT64, "USD", "$92,233,720,368,547,758.07" },
    { HR_MONEY_NONE, "USD", "–" },
    { 150, NULL, "1.50" },
    { 150, "", "1.50" },
    { 150, "€", "1.50" NBSP "€" },
    { 150, "XQZ", "XQZ" NBSP "1.50" },
    { 150, "a much longer name, with / and 'quotes'",
      "1.50" NBSP "a much longer name, with / and 'quotes'" },
    { 150, "EURO", "1.50" NBSP "EURO" },
    { 150, "US", "1.50" NBSP "US" },
    { HR_MONEY_NONE, "€", "–" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = hr_format_minor (cases[i].minor, cases[i].currency);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
test_currency_of_no_country (void)
{
  g_autofree char *compact_text = hr_format_money_compact (32e6, "pts");
  g_autofree char *full = hr_format_money (1234.5, "🥨🥨🥨");
  g_autofree char *none = hr_format_money (NAN, "🥨");

  g_assert_cmpstr (compact_text, ==, "PTS" NBSP "32.0M");
  g_assert_cmpstr (full, ==, "1,234.50" NBSP "🥨🥨🥨");
  g_assert_cmpstr (none, ==, "–");
}

static void
test_dates (void)
{
  static const struct
  {
    const char *locale;
    gint32 days;
    const char *expected;
  } cases[] = {
    { "en_US", 0, "Jan 1, 1970" },   { "en_US", 20908, "Mar 31, 2027" },
    { "en_US", -1, "Dec 31, 1969" }, { "de_DE", 20908, "31.03.2027" },
    { "en_US", G_MININT32, "–" },    { "ar_EG", 20908, "٣١\u200f/٠٣\u200f/٢٠٢٧" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = NULL;

      hr_format_set_locale (cases[i].locale);
      text = hr_format_date (cases[i].days);
      g_assert_cmpstr (text, ==, cases[i].expected);
    }
  hr_format_set_locale (NULL);
}

static void
test_moments (void)
{
  const gint64 day = G_TIME_SPAN_DAY, at = 14 * G_TIME_SPAN_HOUR + 3 * G_TIME_SPAN_MINUTE;
  const gint64 today = g_get_real_time () / day * day; /* the tests are in Greenwich */
  const struct
  {
    const char *locale;
    gint64 time;
    const char *day;
    const char *hour; /* what stands between them is another word in each ICU */
  } cases[] = {
    { "en_US", 20908 * day + at, "Mar 31, 2027", "2:03\u202fPM" },
    { "en_GB", 20908 * day + at, "31 Mar 2027", "14:03" },
    { "de_DE", 20908 * day + at, "31.03.2027", "14:03" },
    { "en_US", today + at, "today", "2:03\u202fPM" },
    { "en_US", today - day + at, "yesterday", "2:03\u202fPM" },
    { "de_DE", today - day + at, "gestern", "14:03" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = NULL;

      hr_format_set_locale (cases[i].locale);
      text = hr_format_moment (cases[i].time);
      g_test_message ("%s", text);
      g_assert_true (g_str_has_prefix (text, cases[i].day));
      g_assert_true (g_str_has_suffix (text, cases[i].hour));
    }
  hr_format_set_locale (NULL);
}

static char *
write_in_german_category (int category)
{
  g_autofree char *number = NULL;
  g_autofree char *money = NULL;
  g_autofree char *minor = NULL;
  g_autofree char *date = NULL;

  setlocale (category, "de_DE.UTF-8");
  number = hr_format_number (1234.5, 1);
  money = hr_format_money (1234.5, "USD");
  minor = hr_format_minor (123450, "USD");
  date = hr_format_date (0);
  setlocale (category, "C");
  return g_strjoin (" | ", number, money, minor, date, NULL);
}

/* Money, numbers and dates each follow their own category, as people set them. */
static void
test_locale_of_the_process (void)
{
  static const struct
  {
    int category;
    const char *expected;
  } cases[] = {
    { LC_MESSAGES, "1,234.5 | $1,234.50 | $1,234.50 | Jan 1, 1970" },
    { LC_NUMERIC, "1.234,5 | $1,234.50 | $1,234.50 | Jan 1, 1970" },
    { LC_MONETARY, "1,234.5 | 1.234,50" NBSP "$ | 1.234,50" NBSP "$ | Jan 1, 1970" },
    { LC_TIME, "1,234.5 | $1,234.50 | $1,234.50 | 01.01.1970" },
  };

  if (setlocale (LC_NUMERIC, "de_DE.UTF-8") == NULL)
    {
      g_test_message ("this system has no de_DE.UTF-8: nothing was tried");
      return;
    }
  setlocale (LC_NUMERIC, "C");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = write_in_german_category (cases[i].category);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
test_right_to_left (void)
{
  static const char *const right_to_left[] = { "he_IL.UTF-8", "ar_EG.UTF-8" };

  g_assert_false (hr_format_is_right_to_left ());
  for (guint i = 0; i < G_N_ELEMENTS (right_to_left); i++)
    {
      if (setlocale (LC_MESSAGES, right_to_left[i]) == NULL)
        {
          g_test_message ("this system has no %s", right_to_left[i]);
          continue;
        }
      g_assert_true (hr_format_is_right_to_left ());
    }
  setlocale (LC_MESSAGES, "C");
}

/* What is no locale must not stop anybody. */
static void
test_odd_locales (void)
{
  static const char *const locales[] = { "C",           "POSIX",          "C.UTF-8",
                                         "en_US.UTF-8", "en_US@calendar", "" };
  char long_name[300];

  for (guint i = 0; i < G_N_ELEMENTS (locales); i++)
    {
      g_autofree char *text = NULL;

      hr_format_set_locale (locales[i]);
      text = hr_format_money (1234.5, "USD");
      g_assert_cmpstr (text, ==,
                       *locales[i] != '\0' ? "$1,234.50" : "US$" NBSP "1,234.50");
    }

  memset (long_name, 'x', sizeof long_name - 1);
  long_name[sizeof long_name - 1] = '\0';
  hr_format_set_locale (long_name);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *first = hr_format_number (1234.5, 1);
      g_autofree char *second = hr_format_number (1234.5, 3);

      g_assert_cmpstr (first, ==, "1,234.5");
      g_assert_cmpstr (second, ==, "1,234.500");
    }
  hr_format_set_locale (NULL);
}

static gpointer
write_many (gpointer data)
{
  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *text = hr_format_money_compact (1e6 * (1 + i % 9), "USD");
      g_autofree char *expected = g_strdup_printf ("$%u.00M", 1 + i % 9);

      g_assert_cmpstr (text, ==, expected);
    }
  return NULL;
}

static void
test_threads (void)
{
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new (NULL, write_many, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/format/number/numbers", test_numbers);
  g_test_add_func ("/format/number/people", test_people);
  g_test_add_func ("/format/number/money", test_money);
  g_test_add_func ("/format/number/short-money", test_short_money);
  g_test_add_func ("/format/number/shares", test_shares);
  g_test_add_func ("/format/number/exact", test_exact);
  g_test_add_func ("/format/number/units", test_units);
  g_test_add_func ("/format/number/minor", test_minor);
  g_test_add_func ("/format/number/currency-of-no-country", test_currency_of_no_country);
  g_test_add_func ("/format/number/dates", test_dates);
  g_test_add_func ("/format/number/moments", test_moments);
  g_test_add_func ("/format/number/locale-of-the-process", test_locale_of_the_process);
  g_test_add_func ("/format/number/right-to-left", test_right_to_left);
  g_test_add_func ("/format/number/odd-locales", test_odd_locales);
  g_test_add_func ("/format/number/threads", test_threads);

  return g_test_run ();
}
