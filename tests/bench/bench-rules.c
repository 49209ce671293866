/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Five segments over a million accounts, as while a threshold is dragged: who belongs
 * where, how many they are, and their ARR. */
#include <string.h>

#include "hr-segmentation.h"

#define N_ACCOUNTS 1000000
#define N_ROUNDS 15

static const char *const RULES[] = {
  "arr >= 250000 and industry in (\"Bank\", \"Retail\", \"Insurance\")",
  "arr >= 100000",
  "arr >= 25000 and arr < 100000 and industry in (\"Software\", \"Media\")",
  "arr >= 5000 and arr < 100000",
  "trial = false",
};

#define N_RULES G_N_ELEMENTS (RULES)

static HrColumn *
end_column (HrColumnBuilder *builder)
{
  HrColumn *column = hr_column_builder_end (builder, NULL);

  g_assert_nonnull (column);
  return column;
}

static HrPortfolio *
make_portfolio (void)
{
  static const char *const industries[] = { "Bank",  "Retail",  "Insurance", "Software",
                                            "Media", "Telecom", "Health",    "Energy" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  HrColumnBuilder *ids = hr_column_builder_new (HR_COLUMN_ID, HR_COLUMN_TEXT);
  HrColumnBuilder *arr = hr_column_builder_new (HR_COLUMN_ARR, HR_COLUMN_MONEY);
  HrColumnBuilder *industry = hr_column_builder_new ("industry", HR_COLUMN_TEXT);
  HrColumnBuilder *trial = hr_column_builder_new ("trial", HR_COLUMN_FLAG);
  HrColumn *columns[4];
  HrPortfolio *portfolio;

  for (guint i = 0; i < N_ACCOUNTS; i++)
    {
      const char *text =
          industries[g_rand_int_range (rand, 0, G_N_ELEMENTS (industries))];
      char id[16];
      int length = g_snprintf (id, sizeof id, "A%u", i);

      hr_column_builder_add_text (ids, id, (gsize) length);
      hr_column_builder_add_money (arr, g_rand_int_range (rand, 0, 40000000));
      hr_column_builder_add_text (industry, text, strlen (text));
      hr_column_builder_add_flag (trial, g_rand_boolean (rand));
    }
  columns[0] = end_column (ids);
  columns[1] = end_column (arr);
  columns[2] = end_column (industry);
  columns[3] = end_column (trial);
  portfolio = hr_portfolio_new (columns, G_N_ELEMENTS (columns), NULL, NULL, NULL);
  g_assert_nonnull (portfolio);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    hr_column_unref (columns[i]);
  return portfolio;
}

static HrPlan *
make_plan (HrPortfolio *portfolio)
{
  HrPlan *plan = hr_plan_new ("Bench");

  g_object_set (plan, "portfolio", portfolio, NULL);
  for (guint i = 0; i < N_RULES; i++)
    {
      g_autoptr (HrSegment) segment = hr_item_new (HR_TYPE_SEGMENT, NULL);
      g_autoptr (HrRule) rule = hr_rule_parse (RULES[i], NULL);

      g_object_set (segment, "rule", rule, NULL);
      hr_list_append (plan->segments, segment);
    }
  return plan;
}

/* What the rules say, row by row, with each field looked up and each text compared. */
static guint16
assign_row (HrPortfolio *portfolio, gsize row)
{
  gint64 arr =
      hr_column_get_money (hr_portfolio_find_column (portfolio, HR_COLUMN_ARR))[row];
  const char *industry =
      hr_column_get_text_at (hr_portfolio_find_column (portfolio, "industry"), row);
  guint8 trial = hr_column_get_flags (hr_portfolio_find_column (portfolio, "trial"))[row];
  g_autofree char *folded = g_utf8_casefold (industry, -1);

  if (arr >= 25000000 &&
      (strcmp (folded, "bank") == 0 || strcmp (folded, "retail") == 0 ||
       strcmp (folded, "insurance") == 0))
    return 0;
  if (arr >= 10000000)
    return 1;
  if (arr >= 2500000 && arr < 10000000 &&
      (strcmp (folded, "software") == 0 || strcmp (folded, "media") == 0))
    return 2;
  if (arr >= 500000 && arr < 10000000)
    return 3;
  return trial == FALSE ? 4 : HR_SEGMENT_UNASSIGNED;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const gint64 *left = a, *right = b;

  return (*left > *right) - (*left < *right);
}

int
main (int argc, char *argv[])
{
  g_autoptr (HrPortfolio) portfolio = make_portfolio ();
  g_autoptr (HrPlan) plan = make_plan (portfolio);
  g_autoptr (HrSegmentation) segmentation = NULL;
  g_autofree guint16 *naive = g_new (guint16, N_ACCOUNTS);
  gint64 times[N_ROUNDS], start;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      start = g_get_monotonic_time ();
      g_clear_pointer (&segmentation, hr_segmentation_unref);
      segmentation = hr_segmentation_new (plan);
      times[i] = g_get_monotonic_time () - start;
    }
  qsort (times, N_ROUNDS, sizeof *times, compare_times);

  start = g_get_monotonic_time ();
  for (gsize row = 0; row < N_ACCOUNTS; row++)
    naive[row] = assign_row (portfolio, row);
  start = g_get_monotonic_time () - start;
  g_assert_cmpmem (hr_segmentation_get_assignment (segmentation),
                   N_ACCOUNTS * sizeof *naive, naive, N_ACCOUNTS * sizeof *naive);

  g_print ("%zu rules over %u accounts: %.2f ms (best %.2f, worst %.2f of %u; goal 15); "
           "row by row %.1f ms\n",
           N_RULES, N_ACCOUNTS, times[N_ROUNDS / 2] / 1e3, times[0] / 1e3,
           times[N_ROUNDS - 1] / 1e3, N_ROUNDS, start / 1e3);
  return 0;
}
