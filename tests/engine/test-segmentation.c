/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-engine.h"

#include <string.h>

#include "hr-matcher.h"
#include "hr-segmentation.h"

/* A portfolio of ids and, where @arr is given, ARR in minor units. */
static HrPortfolio *
new_portfolio (const gint64 *arr, gsize n)
{
  HrColumnBuilder *ids = hr_column_builder_new (HR_COLUMN_ID, HR_COLUMN_TEXT);
  HrColumnBuilder *money = hr_column_builder_new (HR_COLUMN_ARR, HR_COLUMN_MONEY);
  HrColumn *columns[2];
  HrPortfolio *portfolio;

  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("A%" G_GSIZE_FORMAT, i);

      hr_column_builder_add_text (ids, id, strlen (id));
      if (arr == NULL || arr[i] == HR_MONEY_NONE)
        hr_column_builder_add_missing (money);
      else
        hr_column_builder_add_money (money, arr[i]);
    }
  columns[0] = hr_column_builder_end (ids, NULL);
  columns[1] = hr_column_builder_end (money, NULL);
  portfolio = hr_portfolio_new (columns, arr != NULL ? 2 : 1, "test", NULL, NULL);
  hr_column_unref (columns[0]);
  hr_column_unref (columns[1]);
  return portfolio;
}

static HrSegment *
add_at_least (HrPlan *plan, const char *id, HrSegmentSource source, double arr)
{
  const HrRuleValue value = { .kind = HR_RULE_NUMBER, .number = arr };
  g_autoptr (HrRule) rule =
      hr_rule_new_condition (HR_COLUMN_ARR, HR_RULE_AT_LEAST, &value, 1);

  return hr_test_add (plan->segments, id, "name", id, "source", source, "rule", rule,
                      NULL);
}

static void
assert_count (const HrSegmentCount *count, gsize n, gint64 arr, gsize without)
{
  g_assert_cmpuint (count->n_accounts, ==, n);
  g_assert_cmpint (count->arr, ==, arr);
  g_assert_cmpuint (count->n_without_arr, ==, without);
}

/* The first match wins, whatever the source of the segment is. */
static void
test_first_match_wins (void)
{
  static const gint64 arr[] = { 50000, 1000, 99999, 100000, HR_MONEY_NONE, 7, 250000 };
  static const guint16 expected[] = {
    1, 2, 1, 0, HR_SEGMENT_UNASSIGNED, HR_SEGMENT_UNASSIGNED, 0
  };
  g_autoptr (HrPlan) plan = hr_plan_new ("Plan");
  g_autoptr (HrPortfolio) portfolio = new_portfolio (arr, G_N_ELEMENTS (arr));
  g_autoptr (HrSegmentation) made = NULL;

  g_object_set (plan, "portfolio", portfolio, NULL);
  add_at_least (plan, "large", HR_SEGMENT_ENTERED, 1000);
  add_at_least (plan, "middle", HR_SEGMENT_ACCOUNTS, 500);
  add_at_least (plan, "small", HR_SEGMENT_ACCOUNTS, 10);
  add_at_least (plan, "never", HR_SEGMENT_ACCOUNTS, 10);

  made = hr_segmentation_new (plan);
  g_assert_true (hr_segmentation_get_portfolio (made) == portfolio);
  g_assert_cmpuint (hr_segmentation_get_n_segments (made), ==, 4);
  g_assert_cmpuint (hr_segmentation_get_n_accounts (made), ==, G_N_ELEMENTS (arr));
  g_assert_cmpmem (hr_segmentation_get_assignment (made), sizeof (expected), expected,
                   sizeof (expected));
  assert_count (hr_segmentation_get_count (made, 0), 2, 350000, 0);
  assert_count (hr_segmentation_get_count (made, 1), 2, 149999, 0);
  assert_count (hr_segmentation_get_count (made, 2), 1, 1000, 0);
  assert_count (hr_segmentation_get_count (made, 3), 0, 0, 0);
  g_assert_null (hr_segmentation_get_count (made, 4));
  assert_count (hr_segmentation_get_unassigned (made), 2, 7, 1);
}

static void
test_no_portfolio (void)
{
  g_autoptr (HrPlan) plan = hr_plan_new ("Plan");
  g_autoptr (HrSegmentation) made = NULL;

  add_at_least (plan, "s", HR_SEGMENT_ACCOUNTS, 0);
  made = hr_segmentation_new (plan);
  g_assert_null (hr_segmentation_get_portfolio (made));
  g_assert_null (hr_segmentation_get_assignment (made));
  g_assert_cmpuint (hr_segmentation_get_n_accounts (made), ==, 0);
  assert_count (hr_segmentation_get_count (made, 0), 0, 0, 0);
  assert_count (hr_segmentation_get_unassigned (made), 0, 0, 0);
}

static HrSegment *
add_everything (HrPlan *plan, const char *id)
{
  g_autoptr (HrRule) rule = hr_rule_new_everything ();

  return hr_test_add (plan->segments, id, "name", id, "source", HR_SEGMENT_ACCOUNTS,
                      "rule", rule, NULL);
}

/* A sum of money that does not fit is not known, and never wraps around. */
static void
test_money_overflows (void)
{
  g_autofree gint64 *arr = g_new (gint64, 200);
  g_autoptr (HrPlan) plan = hr_plan_new ("Plan");
  g_autoptr (HrPortfolio) fits = NULL;
  g_autoptr (HrPortfolio) beyond = NULL;

  for (gsize i = 0; i < 200; i++)
    arr[i] = HR_MONEY_MAX;
  fits = new_portfolio (arr, 92);
  beyond = new_portfolio (arr, 200); /* would come back to a positive number */
  add_everything (plan, "s");

  g_object_set (plan, "portfolio", fits, NULL);
  {
    g_autoptr (HrSegmentation) made = hr_segmentation_new (plan);

    assert_count (hr_segmentation_get_count (made, 0), 92, 92 * HR_MONEY_MAX, 0);
  }

  g_object_set (plan, "portfolio", beyond, NULL);
  {
    g_autoptr (HrSegmentation) made = hr_segmentation_new (plan);
    g_autoptr (HrCapacity) capacity = hr_capacity_new (plan, made, HR_JOURNEY_CURRENT);
    const HrSegmentCapacity *segment = hr_capacity_get_segment (capacity, 0);

    assert_count (hr_segmentation_get_count (made, 0), 200, HR_MONEY_NONE, 0);
    assert_close (segment->customers, 200);
    g_assert_true (isnan (segment->arr));
    g_assert_cmpint (segment->arr_reason, ==, HR_REASON_OVERFLOW);
  }
}

/* ARR that nobody knows is not an ARR of zero; that of no accounts is. */
static void
test_missing_arr (void)
{
  static const gint64 some[] = { 1000, HR_MONEY_NONE };
  g_autoptr (HrPlan) plan = hr_plan_new ("Plan");
  HrPortfolio *portfolios[] = { new_portfolio (some, 2), new_portfolio (NULL, 2),
                                new_portfolio (NULL, 0) };
  static const HrSegmentCount counts[] = { { 2, 1000, 1 }, { 2, 0, 2 }, { 0, 0, 0 } };
  static const double arr[] = { 10, NAN, 0 };
  static const HrReason reasons[] = { HR_REASON_NONE, HR_REASON_NO_ARR_GIVEN,
                                      HR_REASON_NONE };

  add_everything (plan, "s");
  for (guint i = 0; i < G_N_ELEMENTS (portfolios); i++)
    {
      g_autoptr (HrSegmentation) made = NULL;
      g_autoptr (HrCapacity) capacity = NULL;
      const HrSegmentCapacity *segment;

      g_object_set (plan, "portfolio", portfolios[i], NULL);
      g_object_unref (portfolios[i]);
      made = hr_segmentation_new (plan);
      assert_count (hr_segmentation_get_count (made, 0), counts[i].n_accounts,
                    counts[i].arr, counts[i].n_without_arr);

      capacity = hr_capacity_new (plan, made, HR_JOURNEY_CURRENT);
      segment = hr_capacity_get_segment (capacity, 0);
      assert_close (segment->customers, (double) counts[i].n_accounts);
      assert_close (segment->arr, arr[i]);
      g_assert_cmpint (segment->arr_reason, ==, reasons[i]);
      g_assert_cmpint (segment->customers_reason, ==, HR_REASON_NONE);
    }
}

static guint16
first_match (HrPlan *plan, HrPortfolio *portfolio, gsize row)
{
  for (guint s = 0; s < hr_list_get_n (plan->segments); s++)
    {
      const HrSegment *segment = hr_list_get (plan->segments, s);
      g_autoptr (HrMatcher) matcher = hr_matcher_new (segment->rule, portfolio);
      guint8 match;

      hr_matcher_run (matcher, row, 1, &match);
      if (match != 0)
        return (guint16) s;
    }
  return HR_SEGMENT_UNASSIGNED;
}

/* More accounts than are looked at together, and account by account. */
static void
test_many_accounts (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autoptr (HrPlan) plan = hr_plan_new ("Plan");
  g_autoptr (HrPortfolio) portfolio = hr_test_random_portfolio (rand, 9001);
  g_autoptr (HrSegmentation) made = NULL;
  const gint64 *money =
      hr_column_get_money (hr_portfolio_find_column (portfolio, HR_COLUMN_ARR));
  HrSegmentCount counts[6] = { 0 };
  const guint16 *assignment;

  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (HrRule) rule = hr_test_random_rule (rand, 2);

      hr_test_add (plan->segments, NULL, "name", "S", "rule", rule, NULL);
    }
  g_object_set (plan, "portfolio", portfolio, NULL);
  made = hr_segmentation_new (plan);
  assignment = hr_segmentation_get_assignment (made);

  for (gsize row = 0; row < 9001; row++)
    {
      HrSegmentCount *count = &counts[MIN (assignment[row], 5)];

      if (row % 97 == 0 || row / 10 == 409) /* around the seam too */
        g_assert_cmpuint (assignment[row], ==, first_match (plan, portfolio, row));
      count->n_accounts++;
      if (money[row] == HR_MONEY_NONE)
        count->n_without_arr++;
      else
        count->arr += money[row];
    }
  for (guint i = 0; i < 5; i++)
    assert_count (hr_segmentation_get_count (made, i), counts[i].n_accounts,
                  counts[i].arr, counts[i].n_without_arr);
  assert_count (hr_segmentation_get_unassigned (made), counts[5].n_accounts,
                counts[5].arr, counts[5].n_without_arr);
}

/* It stays what it was when the plan gets other accounts. */
static void
test_is_immutable (void)
{
  static const gint64 arr[] = { 1000 };
  g_autoptr (HrPlan) plan = hr_plan_new ("Plan");
  g_autoptr (HrPortfolio) portfolio = new_portfolio (arr, 1);
  HrSegmentation *made, *same;
  g_auto (GValue) value = G_VALUE_INIT;

  add_everything (plan, "s");
  g_object_set (plan, "portfolio", portfolio, NULL);
  made = hr_segmentation_new (plan);
  g_object_set (plan, "portfolio", NULL, NULL);
  same = hr_segmentation_ref (made);
  hr_segmentation_unref (made);
  assert_count (hr_segmentation_get_count (same, 0), 1, 1000, 0);

  g_value_init (&value, HR_TYPE_SEGMENTATION);
  g_value_take_boxed (&value, same);
  g_assert_true (g_value_get_boxed (&value) == same);
}

/* More segments than an account can name: the last ones are not counted, and say so. */
static void
test_too_many_segments (void)
{
  static const gint64 arr[] = { 1000 };
  g_autoptr (HrPlan) plan = hr_plan_new ("Plan");
  g_autoptr (HrPortfolio) portfolio = new_portfolio (arr, 1);
  g_autoptr (HrSegmentation) made = NULL;
  g_autoptr (HrCapacity) capacity = NULL;

  for (guint i = 0; i < HR_SEGMENT_UNASSIGNED; i++)
    hr_test_add (plan->segments, NULL, "name", "S", NULL);
  add_everything (plan, "last");
  g_object_set (plan, "portfolio", portfolio, NULL);

  made = hr_segmentation_new (plan);
  g_assert_cmpuint (hr_segmentation_get_n_segments (made), ==, HR_SEGMENT_UNASSIGNED);
  g_assert_cmpuint (hr_segmentation_get_assignment (made)[0], ==, HR_SEGMENT_UNASSIGNED);
  capacity = hr_capacity_new (plan, made, HR_JOURNEY_CURRENT);
  g_assert_cmpint (hr_capacity_get_segment (capacity, HR_SEGMENT_UNASSIGNED)->reason, ==,
                   HR_REASON_OVERFLOW);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/segmentation/first-match-wins", test_first_match_wins);
  g_test_add_func ("/engine/segmentation/no-portfolio", test_no_portfolio);
  g_test_add_func ("/engine/segmentation/money-overflows", test_money_overflows);
  g_test_add_func ("/engine/segmentation/missing-arr", test_missing_arr);
  g_test_add_func ("/engine/segmentation/many-accounts", test_many_accounts);
  g_test_add_func ("/engine/segmentation/is-immutable", test_is_immutable);
  g_test_add_func ("/engine/segmentation/too-many-segments", test_too_many_segments);

  return g_test_run ();
}
