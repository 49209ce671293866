/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <math.h>

#include "hr-capacity.h"
#include "hr-journey.h"
#include "hr-test-plan.h"

/* What the tests of this room share. */

static inline HrCapacity *
compute_version (HrPlan *plan, HrJourneyVersion version)
{
  g_autoptr (HrSegmentation) segmentation = hr_segmentation_new (plan);

  return hr_capacity_new (plan, segmentation, version);
}

static inline HrCapacity *
compute (HrPlan *plan)
{
  return compute_version (plan, HR_JOURNEY_CURRENT);
}

/* Equal but for the noise of some hundred additions; no answer equals no answer. */
static inline gboolean
is_close (double a, double b)
{
  if (isnan (a) || isnan (b))
    return isnan (a) && isnan (b);
  return fabs (a - b) <= 1e-11 * fmax (fmax (fabs (a), fabs (b)), 1);
}

#define assert_close(a, b)                                                               \
  G_STMT_START                                                                           \
  {                                                                                      \
    double a_ = (a), b_ = (b);                                                           \
                                                                                         \
    if (!is_close (a_, b_))                                                              \
      g_assertion_message_cmpnum (G_LOG_DOMAIN, __FILE__, __LINE__, G_STRFUNC,           \
                                  #a " is close to " #b, a_, "~", b_, 'f');              \
  }                                                                                      \
  G_STMT_END

/* One role of 1,000 hours a year, one segment of 10 customers, one touchpoint of an hour
 * a year: each customer takes 1 hour, and all of them 0.01 people. */
typedef struct
{
  HrPlan *plan;
  HrRole *role;
  HrSegment *segment;
  HrJourney *journey;
  HrTouchpoint *touchpoint;
} Simple;

static inline void
simple_init (Simple *self)
{
  self->plan = hr_plan_new ("Plan");
  self->role = hr_test_add (self->plan->roles, "csm", "name", "CSM", "annual-hours",
                            1000.0, "leave-hours", 0.0, "internal-hours", 0.0,
                            "annual-cost", G_GINT64_CONSTANT (10000000), NULL);
  self->segment =
      hr_test_add (self->plan->segments, "s", "name", "Segment", "customers", 10.0, "arr",
                   G_GINT64_CONSTANT (100000000), "book-role", "csm", NULL);
  self->journey = hr_test_add (self->plan->journeys, "j", "segment", "s", NULL);
  self->touchpoint = hr_test_add (self->journey->touchpoints, "t", "name", "Call", "kind",
                                  HR_TOUCHPOINT_RECURRING, "per", HR_PERIOD_YEAR,
                                  "delivery-minutes", 60.0, "role", "csm", NULL);
}

static inline void
simple_clear (Simple *self)
{
  g_assert_finalize_object (self->plan);
}

/* A test for each row of a table, named like the row. */
#define ADD_TABLE(path, table, func)                                                     \
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)                                       \
    {                                                                                    \
      g_autofree char *name = g_strdup_printf ("%s/%s", path, table[i].name);            \
                                                                                         \
      g_strdelimit (name, " ", '-');                                                     \
      g_test_add_data_func (name, &table[i], func);                                      \
    }
