/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "hr-checker.h"

/* Which of the figures that the arithmetic reads nobody has chosen. Those of touchpoints
 * are not asked after: reach 1 says everybody, staff 1 one person, and minutes are typed.
 */

typedef struct
{
  HrChecker *checker;
  guint n_figures;
  guint n_defaults;
} Survey;

static void
look_at (Survey *self, gconstpointer item, const char *property)
{
  self->n_figures++;
  if (!hr_item_is_default (item, property))
    return;
  self->n_defaults++;
  hr_checker_add (self->checker, HR_CHECK_ASSUMED_DEFAULT, item)->property =
      hr_item_find_field (item, property)->name;
}

static void
look_at_role (Survey *self, const HrRole *role)
{
  look_at (self, role, "annual-hours");
  look_at (self, role, "leave-hours");
  look_at (self, role,
           isnan (role->internal_hours) ? "internal-share" : "internal-hours");
  look_at (self, role, "realisation");
  look_at (self, role, "annual-cost");
  look_at (self, role, "tool-cost");
  look_at (self, role, "headcount");
}

/* A figure that is left open is missed where it is needed, and not a default. */
static void
look_at_entered (Survey *self, const HrSegment *segment)
{
  if (!isnan (segment->customers))
    look_at (self, segment, "customers");
  if (segment->arr != HR_MONEY_NONE)
    look_at (self, segment, "arr");
}

static void
look_at_limits (Survey *self, const HrSegment *segment)
{
  if (segment->limits.arr_per_fte != HR_MONEY_NONE)
    look_at (self, segment, "limits-arr-per-fte");
  if (!isnan (segment->limits.customers_per_fte))
    look_at (self, segment, "limits-customers-per-fte");
  if (!isnan (segment->limits.new_customers_per_month_per_fte))
    look_at (self, segment, "limits-new-customers-per-month-per-fte");
}

static void
look_at_segment (Survey *self, const HrSegmentCapacity *capacity)
{
  const HrSegment *segment = capacity->segment;
  gboolean by_lifetime = self->checker->plan->one_time_spread == HR_ONE_TIME_LIFETIME;
  gboolean one_time = hr_segment_capacity_has_one_time_work (capacity);

  if (segment->source == HR_SEGMENT_ENTERED)
    look_at_entered (self, segment);
  if ((one_time && !by_lifetime) ||
      !isnan (segment->limits.new_customers_per_month_per_fte))
    look_at (self, segment, "new-customers-per-year");
  if (one_time && by_lifetime && !isnan (segment->lifetime_years))
    look_at (self, segment, "lifetime-years");
  look_at (self, segment, "complexity");
  if (capacity->book.role != NULL)
    look_at (self, segment, "headcount");
  look_at_limits (self, segment);
}

void
hr_checker_look_at_defaults (HrChecker *self)
{
  Survey survey = { .checker = self };

  for (guint i = 0; i < hr_capacity_get_n_roles (self->capacity); i++)
    {
      const HrRoleCapacity *role = hr_capacity_get_role (self->capacity, i);

      if (role->reason != HR_REASON_NO_WORKLOAD)
        look_at_role (&survey, role->role);
    }
  for (guint i = 0; i < hr_capacity_get_n_segments (self->capacity); i++)
    look_at_segment (&survey, hr_capacity_get_segment (self->capacity, i));

  if (survey.n_defaults > 0)
    {
      HrCheck *check = hr_checker_add (self, HR_CHECK_DEFAULTS, NULL);

      check->values[0] = survey.n_defaults;
      check->values[1] = survey.n_figures;
    }
}
