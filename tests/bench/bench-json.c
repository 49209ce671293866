/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* A plan of a million accounts with 13 columns to its JSON form and back. */
#include <string.h>

#include "hr-json-reader.h"
#include "hr-json-writer.h"
#include "hr-test-plan.h"

#define N_ACCOUNTS 1000000
#define N_ROUNDS 3

int
main (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (HrPortfolio) portfolio = hr_test_random_portfolio (rand, N_ACCOUNTS);
  g_autoptr (HrPlan) plan = hr_plan_new ("P");

  g_object_set (plan, "portfolio", portfolio, NULL);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time (), written;
      g_autofree char *text = hr_json_write_plan (plan);
      g_autoptr (HrPlan) back = NULL;
      g_autoptr (GError) error = NULL;

      written = g_get_monotonic_time ();
      back = hr_json_read_plan (text, -1, &error);
      g_assert_no_error (error);
      g_print ("%.0f MB: written in %.2f s, read in %.2f s\n",
               (double) strlen (text) / 1e6, (double) (written - start) / 1e6,
               (double) (g_get_monotonic_time () - written) / 1e6);
      g_assert_true (hr_portfolio_equal (back->portfolio, portfolio));
    }
  return 0;
}
