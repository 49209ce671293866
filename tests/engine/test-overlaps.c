/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-overlaps.h"

#include "test-engine.h"

/* Where rules overlap, where they leave a gap, and how it would be with another rule. */

static const gint64 *
get_arr (HrPortfolio *portfolio)
{
  return hr_column_get_money (hr_portfolio_find_column (portfolio, HR_COLUMN_ARR));
}

static HrPlan *
random_plan (GRand *rand, guint n_segments, gsize n_accounts)
{
  HrPlan *plan = hr_plan_new ("Plan");
  g_autoptr (HrPortfolio) portfolio = hr_test_random_portfolio (rand, n_accounts);

  g_object_set (plan, "portfolio", portfolio, NULL);
  for (guint i = 0; i < n_segments; i++)
    {
      g_autoptr (HrRule) rule = hr_test_random_rule (rand, 3);
      g_autofree char *id = g_strdup_printf ("s%u", i);

      hr_test_add (plan->segments, id, "name", id, "rule", rule, NULL);
    }
  return plan;
}

/* Asked rule by rule and account by account. */
static gboolean
matches (HrPlan *plan, guint segment, gsize row)
{
  const HrSegment *one = hr_list_get (plan->segments, segment);
  g_autoptr (HrMatcher) matcher = hr_matcher_new (one->rule, plan->portfolio);
  guint8 match;

  hr_matcher_run (matcher, row, 1, &match);
  return match;
}

typedef struct
{
  guint n;
  gint64 arr;
} Sum;

static void
add (Sum *sum, gint64 arr)
{
  sum->n++;
  sum->arr += arr != HR_MONEY_NONE ? arr : 0;
}

static void
assert_sum (const HrSegmentCount *count, const Sum *sum)
{
  g_assert_cmpuint (count->n_accounts, ==, sum->n);
  g_assert_cmpint (count->arr, ==, sum->arr);
}

#define MOST_SEGMENTS 6

static void
test_chance (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint round = 0; round < 60; round++)
    {
      guint n_segments = (guint) g_rand_int_range (rand, 0, MOST_SEGMENTS);
      gsize n = (gsize) g_rand_int_range (rand, 0, 80);
      g_autoptr (HrPlan) plan = random_plan (rand, n_segments, n);
      g_autoptr (HrSegmentation) segmentation = hr_segmentation_new (plan);
      g_autoptr (HrOverlaps) made = hr_overlaps_new (segmentation);
      Sum pairs[MOST_SEGMENTS][MOST_SEGMENTS] = { 0 }, once = { 0 }, several = { 0 },
          none = { 0 };
      guint at = 0;

      for (gsize row = 0; row < n; row++)
        {
          gint64 arr = get_arr (plan->portfolio)[row];
          guint n_matches = 0, first = 0;

          for (guint s = 0; s < n_segments; s++)
            if (matches (plan, s, row))
              {
                if (n_matches++ == 0)
                  first = s;
                else
                  add (&pairs[first][s], arr);
              }
          add (n_matches == 0 ? &none : n_matches == 1 ? &once : &several, arr);
        }
      assert_sum (&made->none, &none);
      assert_sum (&made->once, &once);
      assert_sum (&made->several, &several);
      g_assert_cmpuint (none.n, ==,
                        hr_segmentation_get_unassigned (segmentation)->n_accounts);
      for (guint taker = 0; taker < n_segments; taker++)
        for (guint other = 0; other < n_segments; other++)
          if (pairs[taker][other].n > 0)
            {
              const HrOverlap *pair = &g_array_index (made->pairs, HrOverlap, at++);

              g_assert_cmpuint (pair->taker, ==, taker);
              g_assert_cmpuint (pair->other, ==, other);
              assert_sum (&pair->count, &pairs[taker][other]);
              g_assert_cmpuint (pair->examples.n, ==,
                                MIN (pairs[taker][other].n, HR_N_EXAMPLES));
              for (guint i = 0; i < pair->examples.n; i++)
                g_assert_true (matches (plan, taker, pair->examples.rows[i]) &&
                               matches (plan, other, pair->examples.rows[i]));
            }
      g_assert_cmpuint (made->pairs->len, ==, at);
    }
}

/* Another rule in one place is as another plan. */
static void
test_with (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  for (guint round = 0; round < 60; round++)
    {
      guint n_segments = (guint) g_rand_int_range (rand, 1, MOST_SEGMENTS);
      guint at = (guint) g_rand_int_range (rand, 0, (gint32) n_segments);
      g_autoptr (HrPlan) plan = random_plan (rand, n_segments, 50);
      g_autoptr (HrRule) rule = hr_test_random_rule (rand, 3);
      g_autoptr (HrSegmentation) base = hr_segmentation_new (plan);
      g_autoptr (HrSegmentation) with = hr_segmentation_new_with (base, at, rule);
      g_autoptr (HrSegmentation) other = NULL;

      g_object_set (hr_list_get (plan->segments, at), "rule", rule, NULL);
      other = hr_segmentation_new (plan);
      g_assert_cmpmem (hr_segmentation_get_assignment (with), 100,
                       hr_segmentation_get_assignment (other), 100);
      for (guint s = 0; s < n_segments; s++)
        g_assert_cmpmem (hr_segmentation_get_count (with, s), sizeof (HrSegmentCount),
                         hr_segmentation_get_count (other, s), sizeof (HrSegmentCount));
    }
}

/* The best first, equals as they stand, and those without a value last. */
static void
test_examples (void)
{
  HrExamples made = { 0 };

  for (guint i = 0; i < 30; i++)
    hr_examples_add (&made, i, i == 7 ? -INFINITY : i / 2); /* 0 0 1 1 2 2 … */
  g_assert_cmpuint (made.n, ==, HR_N_EXAMPLES);
  for (guint i = 0; i < made.n; i++)
    g_assert_cmpuint (made.rows[i], ==, 28 - 2 * (i / 2) + i % 2);

  made.n = 0;
  hr_examples_add (&made, 1, -INFINITY);
  hr_examples_add (&made, 2, 5);
  g_assert_cmpuint (made.n, ==, 2);
  g_assert_cmpuint (made.rows[0], ==, 2);
  g_assert_cmpuint (made.rows[1], ==, 1);
}

/* Those nearest to a threshold, of one segment only. */
static void
test_nearest (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);
  g_autoptr (HrPlan) plan = random_plan (rand, 0, 500);
  g_autoptr (HrRule) rule = hr_rule_parse ("arr >= 4000000", NULL);
  HrColumn *column = hr_portfolio_find_column (plan->portfolio, HR_COLUMN_ARR);
  g_autoptr (HrSegmentation) segmentation = NULL;
  HrExamples nearest, largest;
  gint64 before = 0, limit = 400000000;

  hr_test_add (plan->segments, "s", "name", "S", "rule", rule, NULL);
  segmentation = hr_segmentation_new (plan);
  hr_examples_find (&nearest, segmentation, 0, column, 4000000);
  hr_examples_find (&largest, segmentation, 0, column, NAN);
  g_assert_cmpuint (nearest.n, ==, HR_N_EXAMPLES);
  for (guint i = 0; i < nearest.n; i++)
    {
      gint64 arr = get_arr (plan->portfolio)[nearest.rows[i]];

      g_assert_cmpint (arr, >=, MAX (limit, before));
      before = arr;
    }
  for (gsize i = 0; i < 500; i++)
    {
      gint64 arr = get_arr (plan->portfolio)[i];

      g_assert_cmpint (arr, <=, get_arr (plan->portfolio)[largest.rows[0]]);
      if (arr >= limit && arr < before)
        g_assert_cmpint (arr, >=, get_arr (plan->portfolio)[nearest.rows[0]]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/overlaps/chance", test_chance);
  g_test_add_func ("/overlaps/with", test_with);
  g_test_add_func ("/overlaps/examples", test_examples);
  g_test_add_func ("/overlaps/nearest", test_nearest);
  return g_test_run ();
}
