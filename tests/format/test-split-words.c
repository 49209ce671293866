/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-format.h"
#include "hr-test-plan.h"

/* What is said of parts of a rule, of overlaps and of a split. */

static void
test_place (void)
{
  g_autoptr (HrRule) rule = hr_rule_parse ("arr >= 75000 and not trial = true", NULL);
  GNode *root = hr_rule_tree_new (rule);
  g_autofree char *first = hr_format_rule_place (root->children, NULL, "USD");
  g_autofree char *group = hr_format_rule_place (root->children->next, NULL, "USD");
  g_autofree char *inner =
      hr_format_rule_place (root->children->next->children, NULL, "USD");

  g_assert_cmpstr (first, ==, "ARR at least $75,000, 1 of 2 in “All of these hold”");
  g_assert_cmpstr (group, ==, "None of these holds, 2 of 2 in “All of these hold”");
  g_assert_cmpstr (inner, ==, "trial is yes, 1 of 1 in “None of these holds”");
  hr_rule_tree_free (root);
}

static void
test_count (void)
{
  static const struct
  {
    HrSegmentCount count;
    const char *words;
  } CASES[] = {
    { { 48, 3200000000, 3 }, "48 accounts · $32.0M ARR" },
    { { 1, 100000, 0 }, "1 account · $1.00K ARR" },
    { { 2, 0, 2 }, "2 accounts" }, /* nobody knows their ARR */
    { { 9, HR_MONEY_NONE, 0 }, "9 accounts" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *words = hr_format_count (&CASES[i].count, "USD");

      g_assert_cmpstr (words, ==, CASES[i].words);
    }
}

static HrPlan *
new_plan (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (HrPortfolio) portfolio = hr_test_random_portfolio (rand, 20);
  HrPlan *plan = hr_plan_new ("Plan");
  g_autoptr (HrRule) rule = hr_rule_parse ("arr >= 50000", NULL);

  g_object_set (plan, "portfolio", portfolio, "currency", "USD", NULL);
  hr_test_add (plan->segments, "large", "name", "Large", "source", 1, "rule", rule, NULL);
  hr_test_add (plan->segments, "small", "name", "Small", "source", 1, NULL);
  return plan;
}

static void
test_split (void)
{
  g_autoptr (HrPlan) plan = new_plan ();
  g_autoptr (HrSplit) split = hr_split_new (plan, NULL, "All");
  g_autofree char *low = NULL, *high = NULL, *middle = NULL, *effect = NULL, *left = NULL;
  HrSplitBand band;

  hr_split_add (split, 20000, "Small Plus");
  band = hr_split_get_band (split, 0);
  low = hr_format_split_range (&band, "USD");
  band = hr_split_get_band (split, 1);
  middle = hr_format_split_range (&band, "USD");
  band = hr_split_get_band (split, 2);
  high = hr_format_split_range (&band, "USD");
  g_assert_cmpstr (low, ==, "Less than $20,000, or not known");
  g_assert_cmpstr (middle, ==, "At least $20,000, less than $50,000");
  g_assert_cmpstr (high, ==, "At least $50,000");
  effect = hr_format_split_effect (split);
  g_assert_cmpstr (effect, ==,
                   "These segments get another rule: “Large”, “Small”.\n"
                   "“Small Plus” is new: a copy of “Small” with a copy of its current "
                   "journey, and nobody in it today. The new customers per year are "
                   "divided as the accounts are.\n"
                   "All of it is one step, which can be undone.");
  hr_split_remove (split, 0);
  hr_split_remove (split, 0);
  left = hr_format_split_effect (split);
  g_assert_cmpstr (
      left, ==,
      "These segments get another rule: “Small”.\n"
      "“Large” stays behind the others with its journey, but no account goes "
      "to it.\n"
      "All of it is one step, which can be undone.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  hr_format_set_locale ("en_US");
  g_test_add_func ("/split-words/place", test_place);
  g_test_add_func ("/split-words/count", test_count);
  g_test_add_func ("/split-words/split", test_split);
  return g_test_run ();
}
