/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-test-figures.h"

#include <math.h>

#include "hr-journey.h"
#include "hr-role.h"
#include "hr-segment.h"
#include "hr-touchpoint.h"

/* What is left of the hours below. */
#define AVAILABLE ((2080 - 200 - 627) * 0.85)

static gpointer
add (HrList *list, const char *id)
{
  g_autoptr (HrItem) item = hr_item_new (hr_list_get_item_type (list), id);

  hr_list_append (list, item);
  return item; /* the list has it */
}

static gint64
to_minor (double major)
{
  return isnan (major) ? HR_MONEY_NONE : (gint64) round (major * 100);
}

static void
set_number (gpointer item, const char *property, double value)
{
  if (!isnan (value))
    g_object_set (item, property, value, NULL);
}

/* One touchpoint of an hour, as often as makes the people needed. */
static void
add_journey (HrPlan *plan, const HrTestFigures *figures, const char *id)
{
  HrJourney *journey = add (plan->journeys, NULL);

  g_object_set (journey, "segment", id, NULL);
  g_object_set (add (journey->touchpoints, NULL), "name", "Call", "role", "csm", "per",
                HR_PERIOD_YEAR, "delivery-minutes", 60.0, "times",
                figures->customers > 0 ? figures->needed * AVAILABLE / figures->customers
                                       : 1.0,
                NULL);
}

/**
 * hr_test_plan_new_of_figures:
 * @segments: (array length=n): what shall come out
 * @n: how many segments
 *
 * Makes a plan whose capacity is known beforehand: one role, "CSM", with the hours of
 * the worked example, and an entered segment for each row.
 */
HrPlan *
hr_test_plan_new_of_figures (const HrTestFigures *segments, guint n)
{
  HrPlan *plan = hr_plan_new ("Figures");

  g_object_set (add (plan->roles, "csm"), "name", "CSM", "annual-hours", 2080.0,
                "leave-hours", 200.0, "internal-hours", 627.0, "realisation", 0.85, NULL);
  for (guint i = 0; i < n; i++)
    {
      const HrTestFigures *figures = &segments[i];
      const HrTag tag = { .kind = HR_TAG_BENCHMARK };
      g_autoptr (HrTags) tags = hr_tags_with (NULL, "limits-arr-per-fte", &tag);
      g_autofree char *id = g_strdup_printf ("s%u", i + 1);

      g_object_set (add (plan->segments, id), "name", figures->name, "arr",
                    to_minor (figures->arr), "headcount", figures->today, "book-role",
                    "csm", "limits-arr-per-fte", to_minor (figures->arr_per_fte), "tags",
                    tags, NULL);
      set_number (hr_list_get (plan->segments, i), "customers", figures->customers);
      set_number (hr_list_get (plan->segments, i), "limits-customers-per-fte",
                  figures->customers_per_fte > 0 ? figures->customers_per_fte : NAN);
      if (!isnan (figures->needed))
        add_journey (plan, figures, id);
    }
  return plan;
}
