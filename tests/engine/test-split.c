/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-scorecard.h"
#include "hr-split.h"
#include <string.h>

#include "test-engine.h"

/* Accounts split by their ARR: what would be, and the same once it is so. */

/* A hundred accounts of 1,000 to 100,000, every tenth without ARR, every other one of
 * industry A. */
static HrPortfolio *
new_portfolio (void)
{
  HrColumnBuilder *builders[] = {
    hr_column_builder_new (HR_COLUMN_ID, HR_COLUMN_TEXT),
    hr_column_builder_new (HR_COLUMN_ARR, HR_COLUMN_MONEY),
    hr_column_builder_new ("industry", HR_COLUMN_TEXT),
  };
  HrColumn *columns[G_N_ELEMENTS (builders)];
  HrPortfolio *portfolio;

  for (guint i = 1; i <= 100; i++)
    {
      g_autofree char *id = g_strdup_printf ("A%u", i);

      hr_column_builder_add_text (builders[0], id, strlen (id));
      if (i % 10 == 0)
        hr_column_builder_add_missing (builders[1]);
      else
        hr_column_builder_add_money (builders[1], 100000 * (gint64) i);
      hr_column_builder_add_text (builders[2], i % 2 == 0 ? "A" : "B", 1);
    }
  for (guint i = 0; i < G_N_ELEMENTS (builders); i++)
    columns[i] = hr_column_builder_end (builders[i], NULL);
  portfolio = hr_portfolio_new (columns, G_N_ELEMENTS (columns), "test", NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (builders); i++)
    hr_column_unref (columns[i]);
  return portfolio;
}

static HrSegment *
add_segment (HrPlan *plan, const char *id, const char *text)
{
  g_autoptr (HrRule) rule = hr_rule_parse (text, NULL);

  g_assert_nonnull (rule);
  return hr_test_add (plan->segments, id, "name", id, "source", HR_SEGMENT_ACCOUNTS,
                      "rule", rule, "book-role", "csm", "headcount", 2.0,
                      "new-customers-per-year", 30.0, NULL);
}

/* Large from 50,000 on, the rest small, which has a journey and a scorecard. */
static HrPlan *
new_plan (void)
{
  HrPlan *plan = hr_plan_new ("Plan");
  g_autoptr (HrPortfolio) portfolio = new_portfolio ();
  HrJourney *journey;

  g_object_set (plan, "portfolio", portfolio, NULL);
  hr_test_add (plan->roles, "csm", "name", "CSM", "annual-hours", 1000.0, "leave-hours",
               0.0, "internal-hours", 0.0, NULL);
  add_segment (plan, "large", "arr >= 50000");
  add_segment (plan, "small", "all()");
  for (guint i = 0; i < 2; i++)
    {
      journey = hr_test_add (plan->journeys, i == 0 ? "j0" : "j1", "segment",
                             i == 0 ? "large" : "small", NULL);
      hr_test_add (journey->touchpoints, i == 0 ? "t0" : "t1", "name", "Call", "kind",
                   HR_TOUCHPOINT_RECURRING, "per", HR_PERIOD_YEAR, "delivery-minutes",
                   60.0, "role", "csm", NULL);
    }
  hr_test_add (plan->scorecards, "sc", "name", "Card", "segments",
               (const char *const[]) { "small", NULL }, NULL);
  return plan;
}

static void
assert_band (HrSplit *split, guint i, double customers, double from, double to)
{
  HrSplitBand band = hr_split_get_band (split, i);

  assert_close (band.answer->customers, customers);
  g_assert_cmpfloat (band.from, ==, from);
  g_assert_cmpfloat (band.to, ==, to);
}

static void
apply (HrSplit *split, HrHistory *history)
{
  g_autoptr (GError) error = NULL;

  hr_split_apply (split, history, "Split", &error);
  g_assert_no_error (error);
}

/* All accounts: the thresholds are those of the rules, and can be moved. */
static void
test_all (void)
{
  g_autoptr (HrPlan) plan = new_plan ();
  g_autoptr (HrPlan) before = hr_item_copy (plan);
  g_autoptr (HrHistory) history = hr_history_new (plan);
  g_autoptr (HrSplit) split = hr_split_new (plan, NULL, "All");
  const HrSegment *large = hr_list_get (plan->segments, 0);
  g_autofree char *text = NULL;

  assert_band (split, 0, 55, -INFINITY, 50000); /* 45 with less, 10 without */
  assert_band (split, 1, 45, 50000, INFINITY);
  hr_split_set (split, 0, 91000);
  assert_band (split, 0, 91, -INFINITY, 91000);
  assert_band (split, 1, 9, 91000, INFINITY);
  assert_close (hr_split_get_band (split, 1).answer->fte, 0.009);
  g_assert_true (hr_item_equal (plan, before));

  apply (split, history);
  text = hr_rule_to_text (large->rule);
  g_assert_cmpstr (text, ==, "arr >= 91000");
  g_assert_cmpuint (hr_history_get_n_steps (history), ==, 1);
  g_assert_cmpuint (hr_list_get_n (plan->segments), ==, 2);
  hr_history_undo (history);
  g_assert_true (hr_item_equal (plan, before));
}

/* A new band is a copy of the one that it is cut from, above it, and shares what is to be
 * shared. */
static void
test_segment (void)
{
  g_autoptr (HrPlan) plan = new_plan ();
  g_autoptr (HrPlan) before = hr_item_copy (plan);
  g_autoptr (HrHistory) history = hr_history_new (plan);
  HrSegment *small = hr_list_get (plan->segments, 1);
  g_autoptr (HrSplit) split = hr_split_new (plan, small, "All");
  const HrSegment *added;
  const HrJourney *journey;
  const HrScorecard *scorecard = hr_list_get (plan->scorecards, 0);
  g_autofree char *rule = NULL, *rest = NULL;

  assert_band (split, 0, 55, -INFINITY, INFINITY);
  g_assert_true (hr_split_add (split, 31000, "Medium"));
  assert_band (split, 0, 37, -INFINITY, 31000);
  assert_band (split, 1, 18, 31000, INFINITY);
  g_assert_true (hr_split_get_band (split, 1).is_new);
  g_assert_true (hr_split_get_band (split, 1).source == small);
  assert_close (hr_split_get_band (split, 1).segment->new_customers_per_year, 9);
  assert_close (hr_split_get_band (split, 0).segment->new_customers_per_year, 21);

  apply (split, history);
  g_assert_cmpuint (hr_list_get_n (plan->segments), ==, 3);
  added = hr_list_get (plan->segments, 1);
  g_assert_cmpstr (added->name, ==, "Medium");
  g_assert_cmpfloat (added->headcount, ==, 0);
  g_assert_cmpfloat (added->new_customers_per_year, ==, 9);
  g_assert_cmpfloat (small->new_customers_per_year, ==, 21);
  journey = hr_plan_find_journey (plan, added, HR_JOURNEY_CURRENT);
  g_assert_cmpuint (hr_list_get_n (journey->touchpoints), ==, 1);
  g_assert_true (g_strv_contains ((const char *const *) scorecard->segments,
                                  hr_item_get_id (added)));
  rule = hr_rule_to_text (added->rule);
  rest = hr_rule_to_text (small->rule);
  g_assert_cmpstr (rule, ==, "arr >= 31000");
  g_assert_cmpstr (rest, ==, "arr < 31000 or arr is-empty");
  g_assert_true (hr_plan_check (plan, NULL));
  hr_history_undo (history);
  g_assert_true (hr_item_equal (plan, before));
}

/* What a rule asks beside ARR stays, what the band says is not said twice. */
static void
test_rules (void)
{
  static const struct
  {
    const char *base;
    const char *low;
    const char *high;
  } CASES[] = {
    { "industry = \"A\"", "industry = \"A\" and (arr < 20000 or arr is-empty)",
      "industry = \"A\" and arr >= 20000" },
    { "arr >= 5000", "arr >= 5000 and arr < 20000", "arr >= 20000" },
    { "arr >= 5000 and industry = \"A\"",
      "arr >= 5000 and industry = \"A\" and arr < 20000",
      "industry = \"A\" and arr >= 20000" },
    { "arr < 80000", "arr < 20000", "arr < 80000 and arr >= 20000" },
    { "arr >= 5000 or industry = \"A\"",
      "(arr >= 5000 or industry = \"A\") and (arr < 20000 or arr is-empty)",
      "(arr >= 5000 or industry = \"A\") and arr >= 20000" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr (HrPlan) plan = new_plan ();
      HrSegment *base = add_segment (plan, "base", CASES[i].base);
      g_autoptr (HrSplit) split = hr_split_new (plan, base, "All");
      g_autofree char *low = NULL, *high = NULL;

      hr_split_add (split, 20000, "High");
      low = hr_rule_to_text (hr_split_get_band (split, 0).segment->rule);
      high = hr_rule_to_text (hr_split_get_band (split, 1).segment->rule);
      g_assert_cmpstr (low, ==, CASES[i].low);
      g_assert_cmpstr (high, ==, CASES[i].high);
    }
}

/* Of two segments that become one the upper is left over: it stays, behind, without
 * accounts; a new one just goes. */
static void
test_remove (void)
{
  g_autoptr (HrPlan) plan = new_plan ();
  g_autoptr (HrHistory) history = hr_history_new (plan);
  g_autoptr (HrSplit) split = hr_split_new (plan, NULL, "All");
  const HrSegment *large = hr_list_get (plan->segments, 0);
  guint n;

  hr_split_add (split, 20000, "Medium");
  hr_split_get_thresholds (split, &n);
  g_assert_cmpuint (n, ==, 2);
  hr_split_remove (split, 0);
  g_assert_cmpuint (hr_split_get_n_left_over (split), ==, 0);
  assert_band (split, 0, 55, -INFINITY, 50000);
  hr_split_remove (split, 0);
  g_assert_cmpuint (hr_split_get_n_left_over (split), ==, 1);
  g_assert_true (hr_split_get_left_over (split, 0) == large);
  assert_band (split, 0, 100, -INFINITY, INFINITY);
  apply (split, history);
  g_assert_true (hr_list_get (plan->segments, 1) == large);
  hr_history_undo (history);
  g_assert_true (hr_list_get (plan->segments, 0) == large);
}

/* Where there is no segment yet, there is one for all. */
static void
test_first (void)
{
  g_autoptr (HrPlan) plan = hr_plan_new ("Plan");
  g_autoptr (HrPortfolio) portfolio = new_portfolio ();
  g_autoptr (HrHistory) history = hr_history_new (plan);
  g_autoptr (HrSplit) split = NULL;
  const HrSegment *top;

  g_object_set (plan, "portfolio", portfolio, NULL);
  split = hr_split_new (plan, NULL, "Everybody");
  assert_band (split, 0, 100, -INFINITY, INFINITY);
  hr_split_add (split, 91000, "Top");
  hr_split_add (split, 11000, "Middle");
  assert_band (split, 0, 19, -INFINITY, 11000);
  assert_band (split, 1, 72, 11000, 91000);
  assert_band (split, 2, 9, 91000, INFINITY);
  apply (split, history);
  g_assert_cmpuint (hr_list_get_n (plan->segments), ==, 3);
  top = hr_list_get (plan->segments, 0);
  g_assert_cmpstr (top->name, ==, "Top");
  g_assert_cmpint (top->source, ==, HR_SEGMENT_ACCOUNTS);
}

/* ---- Chance ---- */

static double
count_all (HrCapacity *capacity)
{
  HrSegmentation *segmentation = hr_capacity_get_segmentation (capacity);
  double n = (double) hr_segmentation_get_unassigned (segmentation)->n_accounts;

  for (guint i = 0; i < hr_segmentation_get_n_segments (segmentation); i++)
    n += (double) hr_segmentation_get_count (segmentation, i)->n_accounts;
  return n;
}

static double
sum_bands (HrSplit *split)
{
  guint n;
  double sum = 0;

  hr_split_get_thresholds (split, &n);
  for (guint i = 0; i <= n; i++)
    sum += hr_split_get_band (split, i).answer->customers;
  return sum;
}

static void
do_something (GRand *rand, HrSplit *split)
{
  double value = floor (pow (10, g_rand_double_range (rand, 2, 7.5)));
  guint n;

  hr_split_get_thresholds (split, &n);
  if (n == 0 || g_rand_int (rand) % 3 == 0)
    hr_split_add (split, value, "New");
  else if (g_rand_int (rand) % 3 == 0)
    hr_split_remove (split, g_rand_int (rand) % n);
  else
    hr_split_set (split, g_rand_int (rand) % n, value);
}

static void
assert_same_answer (HrPlan *plan, HrCapacity *trial)
{
  g_autoptr (HrCapacity) made = compute (plan);

  g_assert_cmpuint (hr_capacity_get_n_segments (made), ==,
                    hr_capacity_get_n_segments (trial));
  for (guint i = 0; i < hr_capacity_get_n_segments (made); i++)
    {
      const HrSegmentCapacity *a = hr_capacity_get_segment (made, i);
      const HrSegmentCapacity *b = hr_capacity_get_segment (trial, i);

      g_assert_cmpstr (hr_item_get_id (a->segment), ==, hr_item_get_id (b->segment));
      assert_close (a->customers, b->customers);
      assert_close (a->arr, b->arr);
      assert_close (a->fte, b->fte);
    }
}

/* Bands part the accounts: no account is lost or counted twice whatever a person does,
 * what is applied is what was shown, and one undo takes all of it back. */
static void
test_chance (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);

  for (guint round = 0; round < 80; round++)
    {
      g_autoptr (HrPlan) plan = new_plan (), before = NULL;
      g_autoptr (HrPortfolio) portfolio = hr_test_random_portfolio (rand, 60);
      g_autoptr (HrRule) rule = hr_test_random_rule (rand, 2);
      g_autoptr (HrHistory) history = hr_history_new (plan);
      g_autoptr (HrSplit) split = NULL;
      HrSegment *small = hr_list_get (plan->segments, 1);
      gboolean all = g_rand_boolean (rand);
      double sum, new_customers = 0;

      g_object_set (plan, "portfolio", portfolio, NULL);
      g_object_set (small, "rule", rule, NULL);
      before = hr_item_copy (plan);
      split = hr_split_new (plan, all ? NULL : small, "All");
      sum = all ? 60 : hr_split_get_band (split, 0).answer->customers;
      for (guint i = 0; i < 12; i++)
        {
          do_something (rand, split);
          assert_close (sum_bands (split), sum);
          assert_close (count_all (hr_split_get_capacity (split)), 60);
        }
      g_assert_true (hr_item_equal (plan, before));
      apply (split, history);
      assert_same_answer (plan, hr_split_get_capacity (split));
      g_assert_true (hr_plan_check (plan, NULL));
      for (guint i = 0; i < hr_list_get_n (plan->segments); i++)
        new_customers +=
            ((HrSegment *) hr_list_get (plan->segments, i))->new_customers_per_year;
      assert_close (new_customers, 60);
      if (hr_history_can_undo (history))
        hr_history_undo (history);
      g_assert_true (hr_item_equal (plan, before));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/split/all", test_all);
  g_test_add_func ("/split/segment", test_segment);
  g_test_add_func ("/split/rules", test_rules);
  g_test_add_func ("/split/remove", test_remove);
  g_test_add_func ("/split/first", test_first);
  g_test_add_func ("/split/chance", test_chance);
  return g_test_run ();
}
