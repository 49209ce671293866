/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "hr-check.h"
#include "hr-dimension.h"
#include "hr-json-reader.h"
#include "hr-json-writer.h"
#include "hr-metric.h"
#include "hr-sample.h"
#include "hr-scorecard.h"
#include "hr-stage.h"
#include "hr-touchpoint.h"

typedef struct
{
  HrPlan *plan;
  HrSegmentation *segmentation;
  HrCapacity *capacity;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;

  fixture->plan = hr_sample_plan_new (&error);
  g_assert_no_error (error);
  fixture->segmentation = hr_segmentation_new (fixture->plan);
  fixture->capacity =
      hr_capacity_new (fixture->plan, fixture->segmentation, HR_JOURNEY_CURRENT);
}

static void
tear_down (Fixture *fixture, gconstpointer user_data)
{
  hr_capacity_unref (fixture->capacity);
  hr_segmentation_unref (fixture->segmentation);
  g_assert_finalize_object (g_steal_pointer (&fixture->plan));
}

/* The story that the pictures and the handbook tell. */
static void
test_story (Fixture *fixture, gconstpointer user_data)
{
  const HrTotals *totals = hr_capacity_get_totals (fixture->capacity);
  const double gaps[] = { 0.2, -4.0, -1.1, 0.5 };

  g_assert_cmpfloat (totals->customers, ==, 600);
  g_assert_cmpfloat_with_epsilon (totals->arr / 1e6, 65.8, 0.05);
  g_assert_cmpfloat_with_epsilon (totals->fte, 19, 0.3);
  g_assert_cmpfloat (totals->headcount, ==, 13);
  g_assert_cmpfloat_with_epsilon (totals->cost_share_of_arr, 0.051, 0.001);

  g_assert_cmpuint (hr_capacity_get_n_segments (fixture->capacity), ==, 4);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpfloat_with_epsilon (
        hr_capacity_get_segment (fixture->capacity, i)->book.gap, gaps[i], 0.05);
}

/* A redesign of the journey that is too dear brings it below what its ARR pays for. */
static void
test_redesign (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (HrCapacity) redesigned =
      hr_capacity_new (fixture->plan, fixture->segmentation, HR_JOURNEY_REDESIGNED);
  const HrBook *before = &hr_capacity_get_segment (fixture->capacity, 1)->book;
  const HrBook *after = &hr_capacity_get_segment (redesigned, 1)->book;

  g_assert_cmpfloat (before->fte, >, before->top_down_fte);
  g_assert_cmpfloat (after->fte, <, after->top_down_fte);
}

static void
test_checks (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GPtrArray) checks =
      hr_checks_new (fixture->capacity, fixture->segmentation, HR_DATE_NONE);
  guint n_warnings = 0;

  for (guint i = 0; i < checks->len; i++)
    {
      const HrCheck *check = g_ptr_array_index (checks, i);

      g_assert_cmpint (check->severity, !=, HR_SEVERITY_ERROR);
      g_assert_cmpint (check->kind, !=, HR_CHECK_UNASSIGNED);
      g_assert_cmpint (check->kind, !=, HR_CHECK_HEADCOUNT_DIFFERS);
      n_warnings += check->severity == HR_SEVERITY_WARNING;
    }
  g_assert_cmpuint (n_warnings, >=, 3);
  g_assert_cmpuint (n_warnings, <=, 7);
}

/* Every segment has a current journey with something at every stage. */
static void
test_journeys (Fixture *fixture, gconstpointer user_data)
{
  HrPlan *plan = fixture->plan;

  for (guint i = 0; i < hr_list_get_n (plan->segments); i++)
    for (guint j = 0; j < hr_list_get_n (plan->stages); j++)
      {
        HrJourney *journey = hr_plan_find_journey (plan, hr_list_get (plan->segments, i),
                                                   HR_JOURNEY_CURRENT);
        const char *stage = hr_item_get_id (hr_list_get (plan->stages, j));
        guint n = 0;

        g_assert_nonnull (journey);
        for (guint k = 0; k < hr_list_get_n (journey->touchpoints); k++)
          {
            const HrTouchpoint *touchpoint = hr_list_get (journey->touchpoints, k);

            g_assert_nonnull (touchpoint->role);
            n += touchpoint->stage == stage;
          }
        g_assert_cmpuint (n, >, 0);
      }
}

static gsize
count_missing (const HrColumn *column)
{
  gsize n = 0;

  for (gsize row = 0; row < hr_column_get_n (column); row++)
    n += hr_column_is_missing (column, row);
  return n;
}

static double
check_metrics (const HrPlan *plan, const HrDimension *dimension, guint *n_scarce)
{
  double weight = 0;

  for (guint i = 0; i < hr_list_get_n (dimension->metrics); i++)
    {
      const HrMetric *metric = hr_list_get (dimension->metrics, i);
      const HrColumn *column = hr_portfolio_find_column (plan->portfolio, metric->field);

      g_assert_nonnull (column);
      g_assert_cmpint (hr_column_get_column_type (column), !=, HR_COLUMN_TEXT);
      g_assert_cmpuint (count_missing (column), <, hr_column_get_n (column));
      *n_scarce += count_missing (column) > hr_column_get_n (column) / 5;
      weight += metric->weight;
    }
  return weight;
}

/* The scorecards read columns that are there, some of them with many gaps. */
static void
test_scorecards (Fixture *fixture, gconstpointer user_data)
{
  HrPlan *plan = fixture->plan;
  guint n_scarce = 0;

  for (guint i = 0; i < hr_list_get_n (plan->scorecards); i++)
    {
      const HrScorecard *card = hr_list_get (plan->scorecards, i);
      double weight = 0;

      for (guint j = 0; j < hr_list_get_n (card->dimensions); j++)
        {
          const HrDimension *dimension = hr_list_get (card->dimensions, j);

          g_assert_cmpfloat (check_metrics (plan, dimension, &n_scarce), >, 0);
          weight += dimension->weight;
        }
      g_assert_cmpfloat (weight, ==, 100);
    }
  g_assert_cmpuint (n_scarce, >=, 3);
}

static void
test_accounts (Fixture *fixture, gconstpointer user_data)
{
  HrPortfolio *portfolio = fixture->plan->portfolio;
  const HrColumn *names = hr_portfolio_find_column (portfolio, HR_COLUMN_NAME);
  const HrColumn *parents = hr_portfolio_find_column (portfolio, HR_COLUMN_PARENT_ID);
  const HrColumn *dates = hr_portfolio_find_column (portfolio, HR_COLUMN_RENEWAL_DATE);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  gsize parent;

  g_assert_cmpuint (hr_portfolio_get_n_accounts (portfolio), ==, 600);
  for (gsize row = 0; row < 600; row++)
    {
      g_assert_true (
          g_hash_table_add (seen, (gpointer) hr_column_get_text_at (names, row)));
      if (!hr_column_is_missing (parents, row))
        g_assert_true (hr_portfolio_find_account (
            portfolio, hr_column_get_text_at (parents, row), &parent));
      if (hr_column_is_missing (dates, row))
        continue;
      g_assert_cmpint (hr_column_get_days (dates)[row], >=, 20759); /* 2026-11-02 */
      g_assert_cmpint (hr_column_get_days (dates)[row], <, 21367);  /* 2028-07-01 */
    }
}

static void
test_round_trip (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *text = hr_json_write_plan (fixture->plan);
  g_autofree char *again = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (HrPlan) back = hr_json_read_plan (text, -1, &error);
  g_autoptr (HrPlan) other = hr_sample_plan_new (NULL);

  g_assert_no_error (error);
  g_assert_true (hr_item_equal (fixture->plan, back));
  again = hr_json_write_plan (back);
  g_assert_cmpstr (text, ==, again);

  /* It has no id that would be another each time. */
  g_assert_true (hr_item_equal (fixture->plan, other));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, test)                                                                  \
  g_test_add ("/import/sample/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("story", test_story);
  ADD ("redesign", test_redesign);
  ADD ("checks", test_checks);
  ADD ("journeys", test_journeys);
  ADD ("scorecards", test_scorecards);
  ADD ("accounts", test_accounts);
  ADD ("round-trip", test_round_trip);
#undef ADD

  return g_test_run ();
}
