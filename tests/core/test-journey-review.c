/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-date.h"
#include "hr-journey-review.h"
#include "hr-journey.h"
#include "hr-test-plan.h"
#include "hr-touchpoint.h"

/* Whoever edits a journey has gone through it: the day is part of the same step. */

#define DAY 20000 /* 2024-10-04 */
#define DAY_TEXT "2024-10-04"

static void
finish_cb (HrHistory *history, gpointer data)
{
  hr_journey_review_touched (history, *(gint32 *) data);
}

static void
set_text (HrHistory *history, gpointer item, const char *property, const char *text)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, text);
  g_assert_true (hr_history_set (history, item, property, &value, &error));
  g_assert_no_error (error);
}

static HrPlan *
make_plan (void)
{
  HrPlan *plan = hr_plan_new ("Plan");
  HrJourney *journey;

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *id = g_strdup_printf ("s%u", i);
      g_autofree char *journey_id = g_strdup_printf ("j%u", i);
      g_autofree char *touchpoint = g_strdup_printf ("t%u", i);

      hr_test_add (plan->segments, id, "name", id, NULL);
      journey = hr_test_add (plan->journeys, journey_id, "segment", id, NULL);
      hr_test_add (journey->touchpoints, touchpoint, "name", "Talk", NULL);
    }
  return plan;
}

static void
test_touched (void)
{
  g_autoptr (HrPlan) plan = make_plan ();
  g_autoptr (HrHistory) history = hr_history_new (plan);
  HrJourney *edited = hr_list_get (plan->journeys, 0);
  HrJourney *other = hr_list_get (plan->journeys, 1);
  HrTouchpoint *touchpoint = hr_list_get (edited->touchpoints, 0);
  g_autoptr (HrTouchpoint) added = hr_item_new (HR_TYPE_TOUCHPOINT, "new");
  gint32 day = DAY;

  hr_history_set_finish (history, finish_cb, &day);
  set_text (history, hr_list_get (plan->segments, 0), "name", "Large"); /* no journey */
  g_assert_cmpstr (edited->reviewed, ==, "");

  set_text (history, touchpoint, "name", "Call");
  g_assert_cmpstr (edited->reviewed, ==, DAY_TEXT);
  g_assert_cmpstr (other->reviewed, ==, "");
  g_assert_cmpuint (hr_history_get_n_steps (history), ==, 2);
  hr_history_undo (history);
  g_assert_cmpstr (edited->reviewed, ==, "");
  g_assert_cmpstr (touchpoint->name, ==, "Talk");
  day++;
  hr_history_redo (history); /* as it was, not as it would be today */
  g_assert_cmpstr (edited->reviewed, ==, DAY_TEXT);

  g_object_set (added, "name", "Added", NULL);
  g_assert_true (hr_history_insert (history, other->touchpoints, 0, added, NULL));
  g_assert_cmpstr (other->reviewed, ==, "2024-10-05");
  hr_history_undo (history);
  hr_history_remove (history, other->touchpoints, 0);
  g_assert_cmpstr (other->reviewed, ==, "2024-10-05");

  /* a date that somebody types is the date */
  set_text (history, other, "reviewed", "2024-01-01");
  g_assert_cmpstr (other->reviewed, ==, "2024-01-01");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/journey-review/touched", test_touched);
  return g_test_run ();
}
