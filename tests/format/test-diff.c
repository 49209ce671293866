/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-format.h"

static void
test_diff (void)
{
  static const struct
  {
    HrPlanDiff diff;
    const char *expected;
  } cases[] = {
    { { 0 }, "no difference" },
    { { 0, 0, 0, FALSE, 600, 600 }, "no difference" },
    { { 1, 0, 0, FALSE, 0, 0 }, "1 thing more" },
    { { 2, 0, 0, FALSE, 0, 0 }, "2 things more" },
    { { 0, 1, 0, FALSE, 0, 0 }, "1 thing less" },
    { { 0, 3, 1, FALSE, 0, 0 }, "3 things less · 1 thing different" },
    { { 4, 5, 6, FALSE, 0, 0 }, "4 things more · 5 things less · 6 things different" },
    { { 0, 0, 0, TRUE, 600, 600 }, "other values of accounts" },
    { { 0, 0, 7, TRUE, 600, 64000 }, "7 things different · 64,000 accounts, not 600" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = hr_format_diff (&cases[i].diff);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/format/diff", test_diff);
  return g_test_run ();
}
