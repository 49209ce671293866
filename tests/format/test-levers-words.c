/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "hr-format.h"
#include "hr-test-plan.h"

/* The worked example: 4.8 CSM needed, 4 today. */
typedef struct
{
  HrPlan *plan;
  HrSegment *segment;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer user_data)
{
  fixture->plan = hr_test_plan_new_worked_example ();
  fixture->segment = hr_list_get (fixture->plan->segments, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer user_data)
{
  g_assert_finalize_object (fixture->plan);
}

static void
assert_lever (Fixture *fixture,
              HrLeverKind kind,
              const char *text,
              const char *people,
              const char *money,
              const char *arr)
{
  g_autoptr (HrSegmentation) segmentation = hr_segmentation_new (fixture->plan);
  g_autoptr (HrCapacity) capacity =
      hr_capacity_new (fixture->plan, segmentation, HR_JOURNEY_CURRENT);
  g_autoptr (HrLevers) levers = hr_levers_new (capacity, 0);
  const HrSegmentCapacity *answer = hr_capacity_get_segment (capacity, 0);
  g_autofree char *says = hr_format_lever (answer, levers, kind, "USD");
  g_autofree char *heads = hr_format_lever_people (answer, levers, kind);
  g_autofree char *costs = hr_format_lever_money (levers, kind, "USD");
  g_autofree char *carries = hr_format_lever_arr (levers, kind, "USD");

  g_assert_cmpstr (says, ==, text);
  g_assert_cmpstr (heads, ==, people);
  g_assert_cmpstr (costs, ==, money);
  g_assert_cmpstr (carries, ==, arr);
}

/* The benchmark pays for 32M / 10M = 3.2 people of the 4.8. */
static void
test_short (Fixture *fixture, gconstpointer user_data)
{
  hr_test_set (fixture->segment, "limits-arr-per-fte", 1e7);
  assert_lever (
      fixture, HR_LEVER_PARE,
      "Cut 35.2 of the 106.2 CSM hours per customer and year, and the benchmark pays "
      "for the rest.",
      "−1.6 CSM, fewer", "saves $288K", "$10.0M");
  assert_lever (fixture, HR_LEVER_LOWER,
                "Let each CSM carry $6.69M and not $10M, as the journey asks for.",
                "+1.6 CSM, more", "costs $288K", "$6.69M");
  assert_lever (fixture, HR_LEVER_HIRE,
                "Close the gap with people: 4.8 needed, 4.0 today.", "+1.0 CSM, more",
                "costs $182K", "$6.40M");
}

static void
test_enough (Fixture *fixture, gconstpointer user_data)
{
  hr_test_set (fixture->segment, "headcount", 5);
  assert_lever (fixture, HR_LEVER_PARE,
                "The benchmark pays for all that the journey asks for.", "no change",
                "no change", "$6.69M");
  assert_lever (fixture, HR_LEVER_LOWER,
                "Nobody carries too much: the journey lets each CSM carry $6.69M.",
                "no change", "no change", "$6.69M");
  assert_lever (fixture, HR_LEVER_HIRE, "The people are there: 4.8 needed, 5.0 today.",
                "no change", "no change", "$6.40M");
}

/* Other limits than that of the ARR can bind. */
static void
test_other_limit (Fixture *fixture, gconstpointer user_data)
{
  hr_test_set (fixture->segment, "limits-arr-per-fte", NAN);
  hr_test_set (fixture->segment, "limits-customers-per-fte", 24);
  assert_lever (fixture, HR_LEVER_LOWER,
                "Let each CSM carry $6.69M, as the journey asks for.", "+2.8 CSM, more",
                "costs $507K", "$6.69M");
}

static void
test_no_answer (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *why = hr_format_capitalised (hr_reason_to_text (HR_REASON_NO_LIMIT));
  g_autofree char *sentence = g_strconcat (why, ".", NULL);

  hr_test_set (fixture->segment, "limits-arr-per-fte", NAN);
  assert_lever (fixture, HR_LEVER_PARE, sentence, "–", "–", "–");
  assert_lever (fixture, HR_LEVER_LOWER, sentence, "–", "–", "–");
  assert_lever (fixture, HR_LEVER_HIRE,
                "Close the gap with people: 4.8 needed, 4.0 today.", "+1.0 CSM, more",
                "costs $182K", "$6.40M");
}

static void
test_arr_title (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (HrSegmentation) segmentation = hr_segmentation_new (fixture->plan);
  g_autoptr (HrCapacity) capacity =
      hr_capacity_new (fixture->plan, segmentation, HR_JOURNEY_CURRENT);
  const HrSegmentCapacity *answer = hr_capacity_get_segment (capacity, 0);
  g_autofree char *with = hr_format_arr_title (answer, "USD");
  g_autofree char *without = NULL;

  g_assert_cmpstr (with, ==, "ARR per CSM, benchmark $2M");
  hr_test_set (fixture->segment, "limits-arr-per-fte", NAN);
  without = hr_format_arr_title (answer, "USD");
  g_assert_cmpstr (without, ==, "ARR per CSM");
}

#define ADD(name, test)                                                                  \
  g_test_add ("/format/levers/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  hr_format_set_locale ("en_US");
  ADD ("short", test_short);
  ADD ("enough", test_enough);
  ADD ("other-limit", test_other_limit);
  ADD ("no-answer", test_no_answer);
  ADD ("arr-title", test_arr_title);
  return g_test_run ();
}
