/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Edits of a plan far larger than any: what a person does must answer in a frame. */
#include <time.h>

#include "hr-history.h"
#include "hr-test-plan.h"
#include "hr-touchpoint.h"

#define N_SEGMENTS 100
#define N_TOUCHPOINTS 100 /* in each */

static HrPlan *
make_plan (void)
{
  HrPlan *plan = hr_test_plan_new_worked_example ();

  for (guint i = 0; i < N_SEGMENTS; i++)
    {
      g_autofree char *id = g_strdup_printf ("s%u", i);
      g_autoptr (HrSegment) segment = hr_item_new (HR_TYPE_SEGMENT, id);
      g_autoptr (HrJourney) journey = hr_item_new (HR_TYPE_JOURNEY, NULL);

      g_object_set (segment, "name", id, NULL);
      g_object_set (journey, "segment", id, NULL);
      for (guint j = 0; j < N_TOUCHPOINTS; j++)
        {
          g_autoptr (HrTouchpoint) touchpoint = hr_item_new (HR_TYPE_TOUCHPOINT, NULL);

          g_object_set (touchpoint, "name", "t", "role", "csm", "stage", "adoption",
                        NULL);
          hr_list_append (journey->touchpoints, touchpoint);
        }
      hr_list_append (plan->segments, segment);
      hr_list_append (plan->journeys, journey);
    }
  return plan;
}

static double
end (clock_t start)
{
  return (double) (clock () - start) / CLOCKS_PER_SEC * 1e3;
}

int
main (int argc, char *argv[])
{
  g_autoptr (HrPlan) plan = make_plan ();
  g_autoptr (HrHistory) history = hr_history_new (plan);
  g_autoptr (HrTouchpoint) newcomer = hr_item_new (HR_TYPE_TOUCHPOINT, NULL);
  HrJourney *journey = hr_list_get (plan->journeys, 50);
  g_auto (GValue) value = G_VALUE_INIT;
  clock_t start = clock ();

  g_assert_true (hr_plan_check (plan, NULL));
  g_print ("check of 10,000 touchpoints: %.2f ms\n", end (start));

  g_object_set (newcomer, "name", "new", NULL);
  start = clock ();
  g_assert_true (hr_history_insert (history, journey->touchpoints, 0, newcomer, NULL));
  g_print ("insert one: %.2f ms\n", end (start));

  g_value_init (&value, G_TYPE_DOUBLE);
  g_value_set_double (&value, 30);
  start = clock ();
  g_assert_true (hr_history_set (history, newcomer, "prep-minutes", &value, NULL));
  g_print ("set one: %.3f ms\n", end (start));

  start = clock ();
  hr_history_remove (history, plan->segments, 50);
  g_print ("remove a segment: %.2f ms\n", end (start));
  start = clock ();
  hr_history_remove (history, plan->roles, 0);
  g_print ("remove a role that all name: %.2f ms\n", end (start));
  start = clock ();
  hr_history_undo (history);
  g_print ("undo it: %.2f ms\n", end (start));
  return 0;
}
