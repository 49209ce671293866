/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-segment-capacity.h"

/* The parts of the arithmetic that belong to one role or one touchpoint. */

#define MINUTES_PER_HOUR 60.0

/**
 * hr_role_get_hours:
 * @role: a role
 * @part: a step of the year
 *
 * Computes the hours of a step of the year of one full-time equivalent: those for
 * customers are (paid − internal) × realisation, where paid = annual − leave, and
 * internal is what is given, else paid × internal share. Those taken away are positive
 * too.
 *
 * Returns: hours; for customers at most 0 where leave and internal work take all
 */
double
hr_role_get_hours (const HrRole *role, HrHoursPart part)
{
  double worked = role->annual_hours - role->leave_hours;
  double internal =
      isnan (role->internal_hours) ? worked * role->internal_share : role->internal_hours;
  double customers = (worked - internal) * role->realisation;

  switch (part)
    {
    case HR_HOURS_PAID:
      return role->annual_hours;
    case HR_HOURS_LEAVE:
      return role->leave_hours;
    case HR_HOURS_INTERNAL:
      return internal;
    case HR_HOURS_LOST:
      return worked - internal - customers;
    case HR_HOURS_CUSTOMERS:
      return customers;
    case HR_HOURS_N_PARTS:
    default:
      g_return_val_if_reached (NAN);
    }
}

double
hr_role_get_available_hours (const HrRole *role)
{
  return hr_role_get_hours (role, HR_HOURS_CUSTOMERS);
}

/**
 * hr_role_get_cost:
 * @role: a role
 *
 * Computes what one full-time equivalent costs a year: loaded cost and tools.
 *
 * Returns: money in major units
 */
double
hr_role_get_cost (const HrRole *role)
{
  return (double) (role->annual_cost + role->tool_cost) / 100; /* HR_MONEY_MAX each */
}

static double
give_up (HrReason why, HrReason *reason)
{
  *reason = why;
  return NAN;
}

/* One-time work is work per year for those who are new, or spread over their stay. */
static double
count_one_time (const HrTouchpoint *touchpoint,
                const HrPlan *plan,
                const HrSegment *segment,
                double customers,
                HrReason *reason)
{
  if (plan->one_time_spread == HR_ONE_TIME_LIFETIME)
    {
      if (isnan (segment->lifetime_years))
        return give_up (HR_REASON_NO_LIFETIME, reason);
      return touchpoint->times / segment->lifetime_years;
    }

  if (isnan (customers))
    return give_up (segment->source == HR_SEGMENT_ACCOUNTS ? HR_REASON_NO_PORTFOLIO
                                                           : HR_REASON_NO_CUSTOMERS_GIVEN,
                    reason);
  if (customers == 0)
    return give_up (HR_REASON_ZERO_CUSTOMERS, reason);
  return touchpoint->times * segment->new_customers_per_year / customers;
}

/**
 * hr_touchpoint_get_times_per_year:
 * @touchpoint: a touchpoint
 * @plan: its plan, which says how one-time work is spread
 * @segment: the segment whose customers get it
 * @customers: how many the segment has; NAN if that is not known
 * @reason: (out): why there is no answer
 *
 * Computes how often an average customer of the segment gets the touchpoint in a year,
 * before reach: times × periods per year; one-time, times × new customers per year /
 * customers, or times / lifetime.
 *
 * Returns: times a year, or NAN
 */
double
hr_touchpoint_get_times_per_year (const HrTouchpoint *touchpoint,
                                  const HrPlan *plan,
                                  const HrSegment *segment,
                                  double customers,
                                  HrReason *reason)
{
  double times;

  *reason = HR_REASON_NONE;
  if (touchpoint->kind != HR_TOUCHPOINT_ONE_TIME)
    return touchpoint->times * hr_period_per_year (touchpoint->per);

  times = count_one_time (touchpoint, plan, segment, customers, reason);
  if (*reason == HR_REASON_NONE && !isfinite (times))
    return give_up (HR_REASON_OVERFLOW, reason);
  return times;
}

/**
 * hr_touchpoint_get_hours:
 * @touchpoint: a touchpoint
 * @plan: its plan, which says how one-time work is spread
 * @segment: the segment whose customers get it
 * @customers: how many the segment has; NAN if that is not known
 * @reason: (out): why there is no answer
 *
 * Computes the hours a year that the touchpoint takes per customer of the segment:
 * complexity × times per year × duration × reach × staff. The workload is the sum.
 *
 * A touchpoint without effort (minutes, times, reach, staff or complexity zero) takes 0
 * hours, whatever else is missing.
 *
 * Returns: hours per customer and year, or NAN
 */
double
hr_touchpoint_get_hours (const HrTouchpoint *touchpoint,
                         const HrPlan *plan,
                         const HrSegment *segment,
                         double customers,
                         HrReason *reason)
{
  double each, hours;

  *reason = HR_REASON_NONE;
  if (!hr_touchpoint_has_effort (touchpoint, segment))
    return 0;

  each = segment->complexity *
         (hr_touchpoint_get_minutes (touchpoint) / MINUTES_PER_HOUR) * touchpoint->reach *
         touchpoint->staff;
  hours = each *
          hr_touchpoint_get_times_per_year (touchpoint, plan, segment, customers, reason);
  if (*reason == HR_REASON_NONE && !isfinite (hours))
    return give_up (HR_REASON_OVERFLOW, reason);
  return hours;
}
