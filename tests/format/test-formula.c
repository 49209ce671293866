/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "hr-format.h"
#include "hr-role.h"
#include "hr-test-plan.h"
#include "hr-touchpoint.h"

#define NBSP "\u00a0"

typedef struct
{
  HrPlan *plan;
  HrSegment *segment;
  HrRole *role;
  HrJourney *journey;
  HrCapacity *capacity;
} Fixture;

static void
compute (Fixture *fixture)
{
  g_autoptr (HrSegmentation) segmentation = hr_segmentation_new (fixture->plan);

  g_clear_pointer (&fixture->capacity, hr_capacity_unref);
  fixture->capacity = hr_capacity_new (fixture->plan, segmentation, HR_JOURNEY_CURRENT);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->plan = hr_test_plan_new_worked_example ();
  fixture->segment = hr_list_get (fixture->plan->segments, 0);
  fixture->role = hr_list_get (fixture->plan->roles, 0);
  fixture->journey = hr_list_get (fixture->plan->journeys, 0);
  compute (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  hr_capacity_unref (fixture->capacity);
  g_assert_finalize_object (fixture->plan);
}

static void
assert_formula (Fixture *fixture,
                HrFigure figure,
                const HrSegment *segment,
                const HrRole *role,
                const char *expected)
{
  g_autoptr (HrExplanation) explanation =
      hr_explanation_new (fixture->capacity, figure, segment, role);
  g_autofree char *formula = hr_format_formula (explanation, "USD");

  g_assert_cmpstr (formula, ==, expected);
}

static void
test_worked_example (Fixture *fixture, gconstpointer data)
{
  const HrSegment *segment = fixture->segment;
  const HrRole *role = fixture->role;

  assert_formula (fixture, HR_FIGURE_AVAILABLE_HOURS, NULL, role,
                  "(2,080 h − 200 h − 627 h) × 85% = 1,065.05 h");
  assert_formula (fixture, HR_FIGURE_CUSTOMERS_PER_FTE, segment, role,
                  "1,065.05 h ÷ 106.17 h = 10.03 customers");
  assert_formula (fixture, HR_FIGURE_FTE, segment, role,
                  "48 customers × 106.17 h ÷ 1,065.05 h = 4.78 people");
  assert_formula (fixture, HR_FIGURE_TOP_DOWN_FTE, segment, NULL,
                  "$32,000,000 ÷ $2,000,000 = 16 people");
  assert_formula (fixture, HR_FIGURE_ARR_PER_FTE, segment, NULL,
                  "$32,000,000 ÷ 4.78 people = $6,687,912.09");
  assert_formula (fixture, HR_FIGURE_GAP, segment, NULL,
                  "4 people − 4.78 people = \u22120.78 people");
  assert_formula (fixture, HR_FIGURE_HEADCOUNT, segment, NULL, "as entered: 4 people");
  assert_formula (fixture, HR_FIGURE_HEADS, NULL, role,
                  "4.78 people rounded up = 5 heads");
  assert_formula (fixture, HR_FIGURE_COST, segment, role,
                  "4.78 people × ($182,000 + $0) = $870,824.84");
  assert_formula (fixture, HR_FIGURE_COST_PER_CUSTOMER, segment, NULL,
                  "$870,824.84 ÷ 48 customers = $18,142.18");
  assert_formula (fixture, HR_FIGURE_COST_SHARE_OF_ARR, segment, NULL,
                  "$870,824.84 ÷ $32,000,000 = 2.72%");
}

static void
test_workload (Fixture *fixture, gconstpointer data)
{
  assert_formula (fixture, HR_FIGURE_WORKLOAD_HOURS, fixture->segment, fixture->role,
                  "41.6 h + 13 h + 10.4 h + 7.15 h + 3.25 h + 3.9 h + 2.6 h + 15.6 h + "
                  "8.67 h = 106.17 h");
}

static void
test_touchpoint (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HrExplanation) recurring =
      hr_explanation_new_for_touchpoint (fixture->capacity, fixture->segment,
                                         hr_list_get (fixture->journey->touchpoints, 0));
  g_autofree char *first = hr_format_formula (recurring, "USD");
  g_autoptr (HrExplanation) one_time =
      hr_explanation_new_for_touchpoint (fixture->capacity, fixture->segment,
                                         hr_list_get (fixture->journey->touchpoints, 8));
  g_autofree char *last = hr_format_formula (one_time, "USD");

  g_assert_cmpstr (first, ==,
                   "4 × 1 × (180 min + 240 min + 60 min) ÷ 60 × 100% × 1 person × 1.3 = "
                   "41.6 h");
  g_assert_cmpstr (last, ==,
                   "1 × 8 customers ÷ 48 customers × (600 min + 1,500 min + 300 min) ÷ "
                   "60 × 100% × 1 person × 1.3 = 8.67 h");
}

/* One label begins like another: "customers" and "customers per FTE". */
static void
test_all_limits (Fixture *fixture, gconstpointer data)
{
  g_object_set (fixture->segment, "limits-customers-per-fte", 12.0,
                "limits-new-customers-per-month-per-fte", 0.5, NULL);
  compute (fixture);
  assert_formula (fixture, HR_FIGURE_TOP_DOWN_FTE, fixture->segment, NULL,
                  "the largest of $32,000,000 ÷ $2,000,000, 48 customers ÷ 12 customers "
                  "and 8 customers ÷ 12 ÷ 0.5 customers = 16 people");
}

static void
test_sums (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HrSegment) second = hr_item_copy (fixture->segment);
  g_autoptr (HrSegment) smb = hr_item_new (HR_TYPE_SEGMENT, "smb");
  g_autoptr (HrJourney) journey = hr_item_new (HR_TYPE_JOURNEY, NULL);
  g_autoptr (HrTouchpoint) touchpoint = hr_item_new (HR_TYPE_TOUCHPOINT, NULL);

  g_object_set (smb, "name", "SMB", "customers", 213.01, "book-role", "csm", "dedicated",
                FALSE, NULL);
  g_object_set (journey, "segment", "smb", NULL);
  g_object_set (touchpoint, "name", "t", "per", HR_PERIOD_YEAR, "delivery-minutes", 600.0,
                "role", "csm", NULL);
  hr_list_append (journey->touchpoints, touchpoint);
  hr_list_append (fixture->plan->segments, smb);
  hr_list_append (fixture->plan->journeys, journey);
  compute (fixture);

  assert_formula (fixture, HR_FIGURE_FTE, NULL, NULL,
                  "4.78 people + 2 people = 6.78 people");
  assert_formula (fixture, HR_FIGURE_HEADS, NULL, fixture->role,
                  "4.78 people rounded up + 2 people rounded up = 7 heads");
  assert_formula (fixture, HR_FIGURE_HEADS, NULL, NULL, "7 heads");
}

static void
test_heads_of_shared_segments (Fixture *fixture, gconstpointer data)
{
  g_object_set (fixture->segment, "dedicated", FALSE, NULL);
  compute (fixture);
  assert_formula (fixture, HR_FIGURE_HEADS, NULL, fixture->role,
                  "4.78 people rounded up = 5 heads");
}

/* A label is a word of the formula, not a part of one. */
static void
test_labels_are_words (Fixture *fixture, gconstpointer data)
{
  char time[] = "time", times[] = "times", untimely[] = "untimely";
  HrInput inputs[] = { { .label = time, .value = 1 },
                       { .label = times, .value = 2 },
                       { .label = untimely, .value = 3 } };
  const HrExplanation explanation = {
    .figure = HR_FIGURE_FTE,
    .formula = "overtime × time ÷ times + timeless − untimely ÷ 60",
    .inputs = inputs,
    .n_inputs = G_N_ELEMENTS (inputs),
    .result = 4,
  };
  g_autofree char *formula = hr_format_formula (&explanation, NULL);

  g_assert_cmpstr (formula, ==, "overtime × 1 ÷ 2 + timeless − 3 ÷ 60 = 4");
}

static void
test_no_answer (Fixture *fixture, gconstpointer data)
{
  g_object_set (fixture->segment, "customers", NAN, NULL);
  compute (fixture);
  assert_formula (fixture, HR_FIGURE_FTE, fixture->segment, fixture->role,
                  "– × – ÷ 1,065.05 h = –");
}

static void
test_no_customers (Fixture *fixture, gconstpointer data)
{
  g_object_set (fixture->segment, "customers", 0.0, NULL);
  compute (fixture);
  assert_formula (fixture, HR_FIGURE_FTE, fixture->segment, fixture->role,
                  "no customers need no people: 0 people");
}

static void
test_german (Fixture *fixture, gconstpointer data)
{
  hr_format_set_locale ("de_DE");
  assert_formula (fixture, HR_FIGURE_COST_SHARE_OF_ARR, fixture->segment, NULL,
                  "870.824,84" NBSP "$ ÷ 32.000.000" NBSP "$ = 2,72" NBSP "%");
  hr_format_set_locale (NULL);
}

/* Whatever the engine explains can be written, and names no label that stayed behind. */
static void
test_everything (Fixture *fixture, gconstpointer data)
{
  for (int figure = HR_FIGURE_AVAILABLE_HOURS; figure <= HR_FIGURE_COST_SHARE_OF_ARR;
       figure++)
    {
      const HrSegment *segment =
          figure == HR_FIGURE_AVAILABLE_HOURS || figure == HR_FIGURE_HEADS
              ? NULL
              : fixture->segment;
      const HrRole *role =
          segment == NULL || figure == HR_FIGURE_CUSTOMERS_PER_FTE ? fixture->role : NULL;
      g_autoptr (HrExplanation) explanation = NULL;
      g_autofree char *formula = NULL;

      if (figure == HR_FIGURE_TOUCHPOINT_HOURS)
        continue; /* needs a touchpoint */
      explanation =
          hr_explanation_new (fixture->capacity, (HrFigure) figure, segment, role);
      formula = hr_format_formula (explanation, "USD");
      g_test_message ("%s", formula);
      for (guint i = 0; i < explanation->n_inputs; i++)
        if (!g_str_equal (explanation->inputs[i].label, "customers")) /* a unit too */
          g_assert_null (strstr (formula, explanation->inputs[i].label));
    }
}

#define ADD(name, test)                                                                  \
  g_test_add ("/format/formula/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("worked-example", test_worked_example);
  ADD ("workload", test_workload);
  ADD ("touchpoint", test_touchpoint);
  ADD ("all-limits", test_all_limits);
  ADD ("sums", test_sums);
  ADD ("heads-of-shared-segments", test_heads_of_shared_segments);
  ADD ("labels-are-words", test_labels_are_words);
  ADD ("no-answer", test_no_answer);
  ADD ("no-customers", test_no_customers);
  ADD ("german", test_german);
  ADD ("everything", test_everything);

  return g_test_run ();
}
