/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-test-plan.h"

#include <math.h>

#include "hr-journey.h"
#include "hr-role.h"
#include "hr-touchpoint.h"

static double
any_of (GRand *rand, double low, double high)
{
  return g_rand_double_range (rand, low, high);
}

static int
dice (GRand *rand, int sides)
{
  return g_rand_int_range (rand, 0, sides);
}

static const char *
any_role (GRand *rand, HrPlan *plan)
{
  guint n = hr_list_get_n (plan->roles);

  return hr_item_get_id (hr_list_get (plan->roles, (guint) dice (rand, (int) n)));
}

static void
add_any_role (GRand *rand, HrPlan *plan)
{
  HrRole *role = hr_test_add (plan->roles, NULL, "name", "Role", NULL);

  hr_test_set (role, "annual-hours", any_of (rand, 1500, 2200));
  hr_test_set (role, "leave-hours", any_of (rand, 0, 400));
  hr_test_set (role, "internal-share", any_of (rand, 0, 0.6));
  hr_test_set (role, "internal-hours", dice (rand, 2) == 0 ? NAN : any_of (rand, 0, 900));
  hr_test_set (role, "realisation", any_of (rand, 0.5, 1));
  hr_test_set (role, "annual-cost", any_of (rand, 50000, 200000));
  hr_test_set (role, "tool-cost", any_of (rand, 0, 9000));
  hr_test_set (role, "headcount", dice (rand, 20));
}

static void
add_any_touchpoint (GRand *rand, HrPlan *plan, HrJourney *journey)
{
  HrTouchpoint *touchpoint =
      hr_test_add (journey->touchpoints, NULL, "name", "Touchpoint", NULL);

  g_object_set (touchpoint, "role", any_role (rand, plan), NULL);
  hr_test_set (touchpoint, "kind", dice (rand, 3));
  hr_test_set (touchpoint, "per", dice (rand, 4));
  hr_test_set (touchpoint, "times", any_of (rand, 0.1, 6));
  hr_test_set (touchpoint, "prep-minutes", any_of (rand, 0, 90));
  hr_test_set (touchpoint, "delivery-minutes", any_of (rand, 1, 240));
  hr_test_set (touchpoint, "follow-up-minutes", any_of (rand, 0, 90));
  hr_test_set (touchpoint, "reach", any_of (rand, 0.1, 1));
  hr_test_set (touchpoint, "staff", 1 + dice (rand, 3));
  hr_test_set (touchpoint, "value", 1 + dice (rand, 5));
}

static void
add_any_segment (GRand *rand, HrPlan *plan)
{
  HrSegment *segment = hr_test_add (plan->segments, NULL, "name", "Segment", NULL);
  HrJourney *journey =
      hr_test_add (plan->journeys, NULL, "segment", hr_item_get_id (segment), NULL);
  int n = 1 + dice (rand, 12);

  g_object_set (segment, "book-role", any_role (rand, plan), NULL);
  hr_test_set (segment, "customers", 1 + dice (rand, 500));
  hr_test_set (segment, "arr", any_of (rand, 1e5, 1e8));
  hr_test_set (segment, "new-customers-per-year", 1 + dice (rand, 100));
  hr_test_set (segment, "lifetime-years", any_of (rand, 0.5, 10));
  hr_test_set (segment, "complexity", any_of (rand, 0.5, 2));
  hr_test_set (segment, "headcount", dice (rand, 20));
  hr_test_set (segment, "dedicated", dice (rand, 2));
  hr_test_set (segment, "limits-arr-per-fte", any_of (rand, 1e5, 1e7));
  hr_test_set (segment, "limits-customers-per-fte", any_of (rand, 1, 300));
  hr_test_set (segment, "limits-new-customers-per-month-per-fte", any_of (rand, 0.1, 9));
  for (int i = 0; i < n; i++)
    add_any_touchpoint (rand, plan, journey);
}

/**
 * hr_test_plan_new_any:
 * @rand: the dice
 *
 * Makes a plan as a team could have it: up to four roles, five segments and twelve
 * touchpoints each, all figures given and none of them extreme.
 */
HrPlan *
hr_test_plan_new_any (GRand *rand)
{
  HrPlan *plan = hr_plan_new ("Any");
  int n_roles = 1 + dice (rand, 4), n_segments = 1 + dice (rand, 5);

  hr_test_set (plan, "one-time-spread", dice (rand, 2));
  for (int i = 0; i < n_roles; i++)
    add_any_role (rand, plan);
  for (int i = 0; i < n_segments; i++)
    add_any_segment (rand, plan);
  return plan;
}
