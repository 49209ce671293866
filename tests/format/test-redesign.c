/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "hr-format.h"
#include "hr-redesign.h"
#include "hr-test-plan.h"

static void
test_difference (void)
{
  static const struct
  {
    double before;
    double after;
    HrUnit unit;
    const char *expected;
  } cases[] = {
    { 80, 68, HR_UNIT_HOURS_PER_CUSTOMER, "−12.0, 15% less" },
    { 68, 80, HR_UNIT_HOURS_PER_CUSTOMER, "+12.0, 18% more" },
    { 80, 80, HR_UNIT_HOURS_PER_CUSTOMER, "no change" },
    { 80, 79.99, HR_UNIT_HOURS_PER_CUSTOMER, "no change" },
    { 80, 80.01, HR_UNIT_HOURS_PER_CUSTOMER, "no change" },
    { 80, 0, HR_UNIT_HOURS_PER_CUSTOMER, "−80.0, 100% less" },
    { 0, 3, HR_UNIT_PEOPLE, "+3.0, more" },
    { NAN, 3, HR_UNIT_PEOPLE, "–" },
    { 3, NAN, HR_UNIT_PEOPLE, "–" },
    { 4.8, 4, HR_UNIT_PEOPLE, "−0.8, 17% less" },
    { 870000, 725000, HR_UNIT_MONEY, "−$145K, 17% less" },
    { 6.69e6, 8e6, HR_UNIT_MONEY, "+$1.31M, 20% more" },
    { 5, 5, HR_UNIT_MONEY, "no change" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text =
          hr_format_difference (cases[i].before, cases[i].after, cases[i].unit, "USD");

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
test_counts (void)
{
  static const struct
  {
    HrJourneyDiff diff;
    const char *expected;
  } cases[] = {
    { { NULL, 0, 0, 0 }, "no difference" },
    { { NULL, 2, 1, 3 }, "2 added · 1 removed · 3 changed" },
    { { NULL, 0, 0, 1 }, "1 changed" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = hr_format_journey_diff (&cases[i].diff);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

/* Every property that a redesign can change is told, in words that a person knows. */
static void
test_field_changes (void)
{
  static const char *const expected[] = {
    "Name: from EBR to Review",
    "Stage: from Adoption to none",
    "Kind: from recurring to inbound",
    "Times: from 4 to 2.5",
    "Per: from year to quarter",
    "Preparation minutes: from 180 to 0",
    "Delivery minutes: from 240 to 1,000",
    "Follow-up minutes: from 60 to 30",
    "Reach: from 100% to 50%",
    "Staff: from 1 to 2",
    "Role: from CSM to none",
    "Personas: from none to Decision maker, User",
    "Channel: from none to video",
    "Value: from 3 to 5",
    "Customer sentiment: from 0 to −2",
    "Internal friction: from 0 to 3",
    "Notes: other words",
  };
  static const char *const personas[] = { "dm", "user", NULL };
  g_autoptr (HrPlan) plan = hr_test_plan_new_worked_example ();
  g_autoptr (HrJourney) redesigned =
      hr_redesign_copy (plan, hr_list_get (plan->segments, 0));
  g_autoptr (HrJourneyDiff) diff = NULL;
  HrTouchpoint *ebr = hr_list_get (redesigned->touchpoints, 0);
  const HrTouchpointChange *change;

  hr_test_add (plan->personas, "dm", "name", "Decision maker", NULL);
  hr_test_add (plan->personas, "user", "name", "User", NULL);
  g_object_set (ebr, "name", "Review", "stage", NULL, "kind", HR_TOUCHPOINT_INBOUND,
                "times", 2.5, "per", HR_PERIOD_QUARTER, "prep-minutes", 0.0,
                "delivery-minutes", 1000.0, "follow-up-minutes", 30.0, "reach", 0.5,
                "staff", 2.0, "role", NULL, "personas", personas, "channel", "video",
                "value", 5, "sentiment", -2, "friction", 3, "notes",
                "Only where there is something to review.\nElse a report.", NULL);
  diff = hr_journey_diff_new (hr_list_get (plan->journeys, 0), redesigned);
  change = hr_journey_diff_find (diff, ebr);
  g_assert_cmpuint (change->fields->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *text =
          hr_format_field_change (plan, change, g_ptr_array_index (change->fields, i));

      g_assert_cmpstr (text, ==, expected[i]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  hr_format_set_locale ("en_US");
  g_test_add_func ("/format/redesign/difference", test_difference);
  g_test_add_func ("/format/redesign/counts", test_counts);
  g_test_add_func ("/format/redesign/field-changes", test_field_changes);
  return g_test_run ();
}
