/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "hr-format.h"
#include "hr-test-plan.h"

static void
check (HrPlan *plan, guint segment, const char *expected)
{
  g_autoptr (HrSegmentation) segmentation = hr_segmentation_new (plan);
  g_autoptr (HrCapacity) capacity =
      hr_capacity_new (plan, segmentation, HR_JOURNEY_CURRENT);
  g_autofree char *text = hr_format_segment (capacity, segment);

  g_assert_cmpstr (text, ==, expected);
}

static HrPlan *
make_plan (HrSegment **segment)
{
  HrPlan *plan = hr_plan_new ("Plan");
  HrJourney *journey;

  hr_test_add (plan->roles, "csm", "name", "CSM", "annual-hours", 1000.0, "leave-hours",
               0.0, "internal-hours", 0.0, NULL);
  *segment = hr_test_add (plan->segments, "s", "name", "Scale", "customers", 500.0, "arr",
                          G_GINT64_CONSTANT (200000000), "book-role", "csm", "headcount",
                          2.0, NULL);
  journey = hr_test_add (plan->journeys, "j", "segment", "s", NULL);
  hr_test_add (journey->touchpoints, "t", "name", "Call", "per", HR_PERIOD_YEAR,
               "delivery-minutes", 600.0, "role", "csm", NULL);
  return plan;
}

static void
test_people (void)
{
  HrSegment *segment;
  g_autoptr (HrPlan) plan = make_plan (&segment);

  check (plan, 0,
         "Scale\n500 customers, $2.00M ARR\n5.0 CSM needed, 2.0 today: 3.0 short");

  g_object_set (segment, "limits-arr-per-fte", G_GINT64_CONSTANT (50000000), NULL);
  check (plan, 0,
         "Scale\n500 customers, $2.00M ARR\n5.0 CSM needed, 2.0 today: 3.0 short\n"
         "The benchmark pays for 4.0");
}

static void
test_one_customer (void)
{
  HrSegment *segment;
  g_autoptr (HrPlan) plan = make_plan (&segment);

  g_object_set (segment, "customers", 1.0, "headcount", 0.01, NULL);
  check (plan, 0, "Scale\n1 customer, $2.00M ARR\n0.0 CSM needed, 0.0 today: even");
}

/* No figure is shown where there is none, and it is said why. */
static void
test_no_answer (void)
{
  HrSegment *segment;
  g_autoptr (HrPlan) plan = make_plan (&segment);
  g_autofree char *expected = NULL;

  g_object_set (segment, "customers", (double) NAN, NULL);
  expected = g_strconcat ("Scale\n– customers, $2.00M ARR\n– ",
                          hr_reason_to_text (HR_REASON_NO_CUSTOMERS_GIVEN), NULL);
  check (plan, 0, expected);

  g_object_set (segment, "customers", 500.0, "book-role", NULL, NULL);
  g_clear_pointer (&expected, g_free);
  expected = g_strconcat ("Scale\n500 customers, $2.00M ARR\n– ",
                          hr_reason_to_text (HR_REASON_NO_BOOK_ROLE), NULL);
  check (plan, 0, expected);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  hr_format_set_locale ("en_US");
  g_test_add_func ("/format-segment/people", test_people);
  g_test_add_func ("/format-segment/one-customer", test_one_customer);
  g_test_add_func ("/format-segment/no-answer", test_no_answer);
  return g_test_run ();
}
