/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-number.h"

#include <float.h>
#include <string.h>

#include "hr-date.h"
#include "hr-types.h"

static void
test_text (void)
{
  static const struct
  {
    double number;
    const char *text;
  } cases[] = {
    { 0, "0" },
    { -1, "-1" },
    { 250000, "250000" },
    { 0.1, "0.1" },
    { 0.1 + 0.2, "0.30000000000000004" },
    { 1e300, "1e+300" },
    { 1 / 3.0, "0.3333333333333333" },
    { -2.5e-9, "-2.5e-09" },
    { 123456789012345.67, "123456789012345.67" },
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = hr_number_to_text (cases[i].number);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
  for (guint i = 0; i < 100000; i++)
    {
      guint64 bits = (guint64) g_rand_int (rand) << 32 | g_rand_int (rand);
      g_autofree char *text = NULL;
      double number;

      memcpy (&number, &bits, sizeof number);
      if (!(number >= -DBL_MAX && number <= DBL_MAX))
        continue;
      text = hr_number_to_text (number);
      g_assert_cmpfloat (g_ascii_strtod (text, NULL), ==, number);
    }
}

static void
test_money (void)
{
  static const struct
  {
    double major;
    gint64 minor;
    gboolean exact;
  } cases[] = {
    { 0, 0, TRUE },
    { -0.0, 0, TRUE },
    { 0.29, 29, TRUE },
    { 1.15, 115, TRUE },
    { -1.15, -115, TRUE },
    { 250000, 25000000, TRUE },
    { 1.005, 100, FALSE },
    { 1.009, 100, FALSE },
    { -1.005, -101, FALSE },
    { -1.001, -101, FALSE },
    { 0.001, 0, FALSE },
    { -0.001, -1, FALSE },
    { 1e-300, 0, FALSE },
    { -1e-300, -1, FALSE },
    { 123456789012345.67, G_GINT64_CONSTANT (12345678901234567), TRUE },
    { 1e15, HR_MONEY_MAX, TRUE },
    { -1e15, -HR_MONEY_MAX, TRUE },
    { 1.1e15, HR_MONEY_MAX, FALSE },
    { -1.1e15, -HR_MONEY_MAX - 1, FALSE },
    { DBL_MAX, HR_MONEY_MAX, FALSE },
    { -DBL_MAX, -HR_MONEY_MAX - 1, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 minor = 7;

      g_assert_cmpint (hr_money_from_number (cases[i].major, &minor), ==, cases[i].exact);
      g_assert_cmpint (minor, ==, cases[i].minor);
    }
  for (gint64 cents = -1000000; cents < 1000000; cents += 7)
    {
      gint64 minor;

      g_assert_true (hr_money_from_number ((double) cents / 100, &minor));
      g_assert_cmpint (minor, ==, cents);
    }
}

static void
test_dates (void)
{
  static const struct
  {
    const char *text;
    gint32 days;
  } cases[] = {
    { "1970-01-01", 0 },     { "1969-12-31", -1 },          { "2000-02-29", 11016 },
    { "2027-03-31", 20908 }, { "0001-01-01", HR_DATE_MIN }, { "9999-12-31", HR_DATE_MAX },
  };
  static const char *const wrong[] = {
    "",
    "2027",
    "2027-3-31",
    "2027-03-3",
    "2027-02-29",
    "2027-13-01",
    "2027-00-10",
    "2027-01-00",
    "0000-01-01",
    "2027/03/31",
    "27-03-31",
    "2027-03-31 ",
    " 2027-03-31",
    "2027-03-31T",
    "-027-03-31",
    "12027-03-31",
    "2027-0३-31",
    "+027-03-31",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = hr_date_to_text (cases[i].days);
      gint32 days;

      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_true (hr_date_parse (text, &days));
      g_assert_cmpint (days, ==, cases[i].days);
    }
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      gint32 days = 7;

      g_assert_false (hr_date_parse (wrong[i], &days));
      g_assert_cmpint (days, ==, 7);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/number/text", test_text);
  g_test_add_func ("/core/number/money", test_money);
  g_test_add_func ("/core/number/dates", test_dates);

  return g_test_run ();
}
