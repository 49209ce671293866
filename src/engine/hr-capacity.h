/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-plan.h"
#include "hr-role.h"
#include "hr-segmentation.h"
#include "hr-touchpoint.h"

G_BEGIN_DECLS

/* The arithmetic of design.md §4. Hours are per year, money is in major units of the
 * plan's currency, NAN is no answer and a reason says why: never 0 and never infinity.
 *
 * What §4 leaves open is decided so:
 * - Customers and ARR are typed or counted, as the segment's source says. Counted ARR of
 *   which no account knows its part is not 0 but no answer.
 * - No customers need no people, whatever else is missing.
 * - A touchpoint without effort (minutes, times, reach, staff or complexity 0) takes
 *   no hours, whatever else is missing. One with effort but no role leaves its segment
 *   without an answer, because its hours would vanish.
 * - A role without hours in a segment has no answer there. The segment still has: the
 *   sum over the roles with hours.
 * - A sum over segments has no answer when one of them has none, and so has the most
 *   of the top-down limits when one that is set has none.
 */

/**
 * HrReason:
 *
 * Why there is no answer; see hr_reason_to_text() of the format room for the sentence.
 */
typedef enum
{
  HR_REASON_NONE,
  HR_REASON_NO_CUSTOMERS_GIVEN, /* an entered segment without the number */
  HR_REASON_NO_ARR_GIVEN,       /* the same, or counted accounts without any ARR */
  HR_REASON_NO_PORTFOLIO,       /* a counted segment, and nothing is imported */
  HR_REASON_NO_JOURNEY,         /* no touchpoint at all */
  HR_REASON_NO_WORKLOAD,        /* touchpoints, but no hours for this role */
  HR_REASON_NO_ROLE,            /* a touchpoint with minutes names no role */
  HR_REASON_NO_AVAILABLE_HOURS, /* the role has none after leave and internal work */
  HR_REASON_NO_LIFETIME,        /* one-time work over a lifetime that is not given */
  HR_REASON_NO_BOOK_ROLE,
  HR_REASON_NO_LIMIT,       /* no top-down limit is set */
  HR_REASON_ZERO_CUSTOMERS, /* a ratio to customers, and there are none */
  HR_REASON_ZERO_ARR,
  HR_REASON_ZERO_PEOPLE,            /* a ratio to people, and none are needed */
  HR_REASON_SEGMENT_WITHOUT_ANSWER, /* a total over a segment that has none */
  HR_REASON_NO_SEGMENTS,            /* a total over no segments */
  HR_REASON_OVERFLOW,               /* beyond what a number can hold */
} HrReason;

typedef enum
{
  HR_LIMIT_NONE,
  HR_LIMIT_ARR_PER_FTE,
  HR_LIMIT_CUSTOMERS_PER_FTE,
  HR_LIMIT_NEW_CUSTOMERS_PER_MONTH_PER_FTE,
} HrLimit;

/**
 * HrRoleNeed:
 * @role: a role with touchpoints that take minutes in the segment's journey, or its book
 *   role
 * @workload_hours: hours per customer and year; no answer where there are none
 * @available_hours: hours for customers of one full-time equivalent; at most 0 where
 *   leave and internal work take all
 * @customers_per_fte: @available_hours / @workload_hours
 * @fte: people needed bottom-up; 0 where there are no customers
 * @cost: money per year
 * @workload_reason: why @workload_hours is no answer
 * @reason: why @fte and @cost are no answer
 */
typedef struct
{
  HrRole *role;
  double workload_hours;
  double available_hours;
  double customers_per_fte;
  double fte;
  double cost;
  HrReason workload_reason;
  HrReason reason;
} HrRoleNeed;

/**
 * HrBook:
 * @role: (nullable): the role that carries the accounts
 * @fte: people of it needed bottom-up
 * @top_down_fte: people of it that the limits would pay for: the most that a limit that
 *   is set asks for
 * @binding_limit: that limit, the first of equals
 * @arr_per_fte: implied ARR that each person carries, ARR / @fte
 * @headcount: people of it today
 * @gap: @headcount − @fte; below zero people are missing
 * @reason: why @fte is no answer
 * @top_down_reason: why @top_down_fte is no answer
 * @arr_per_fte_reason: why @arr_per_fte is no answer
 */
typedef struct
{
  HrRole *role;
  double fte;
  double top_down_fte;
  HrLimit binding_limit;
  double arr_per_fte;
  double headcount;
  double gap;
  HrReason reason;
  HrReason top_down_reason;
  HrReason arr_per_fte_reason;
} HrBook;

/**
 * HrSegmentCapacity:
 * @segment: the segment
 * @journey: (nullable): the journey that counts: where a segment was not redesigned,
 *   the current one
 * @customers: typed or counted
 * @arr: typed or counted, in major units; counted, it leaves out accounts without ARR,
 *   and is no answer if all are
 * @needs: (array length=n_needs): one per role, in the order of the plan's roles
 * @n_needs: how many
 * @book: the role that carries the accounts
 * @workload_hours: hours per customer and year of all roles; no answer where there are
 *   none
 * @fte: people needed of all roles
 * @cost: money per year
 * @cost_per_customer: @cost / @customers; no answer also where there are none
 * @cost_share_of_arr: @cost / @arr; no answer also where there is none
 * @customers_reason: why @customers is no answer
 * @arr_reason: why @arr is no answer
 * @workload_reason: why @workload_hours is no answer
 * @reason: why @fte and @cost are no answer
 */
typedef struct
{
  HrSegment *segment;
  HrJourney *journey;
  double customers;
  double arr;
  HrRoleNeed *needs;
  guint n_needs;
  HrBook book;
  double workload_hours;
  double fte;
  double cost;
  double cost_per_customer;
  double cost_share_of_arr;
  HrReason customers_reason;
  HrReason arr_reason;
  HrReason workload_reason;
  HrReason reason;
} HrSegmentCapacity;

/**
 * HrRoleCapacity:
 * @role: the role
 * @fte: people needed over all segments
 * @heads: whole people: rounded up per dedicated segment, and once over the shared ones;
 *   a billionth of a person is noise and nobody
 * @headcount: people today, as typed for the role
 * @gap: @headcount − @fte
 * @cost: money per year of @fte
 * @reason: why @fte, @heads and @cost are no answer; %HR_REASON_NO_WORKLOAD where no
 *   segment asks for the role
 */
typedef struct
{
  HrRole *role;
  double fte;
  double heads;
  double headcount;
  double gap;
  double cost;
  HrReason reason;
} HrRoleCapacity;

/**
 * HrTotals:
 * @customers: over all segments
 * @arr: over all segments, in major units
 * @fte: people needed of all roles
 * @heads: the same as whole people, role by role
 * @headcount: people today, of all roles that a segment asks for
 * @gap: @headcount − @fte
 * @cost: money per year
 * @cost_share_of_arr: @cost / @arr
 * @reason: why @fte, @heads and @cost are no answer
 */
typedef struct
{
  double customers;
  double arr;
  double fte;
  double heads;
  double headcount;
  double gap;
  double cost;
  double cost_share_of_arr;
  HrReason reason;
} HrTotals;

/**
 * HrCapacity:
 *
 * The answer for a whole plan. Immutable and counted; it keeps what it points to alive.
 */
typedef struct _HrCapacity HrCapacity;

#define HR_TYPE_CAPACITY (hr_capacity_get_type ())
GType hr_capacity_get_type (void);

HrCapacity *hr_capacity_new (HrPlan *plan,
                             HrSegmentation *segmentation,
                             HrJourneyVersion version) G_GNUC_WARN_UNUSED_RESULT;
HrCapacity *hr_capacity_new_part (const HrCapacity *whole,
                                  guint segment) G_GNUC_WARN_UNUSED_RESULT;
HrCapacity *hr_capacity_ref (HrCapacity *self);
void hr_capacity_unref (HrCapacity *self);

HrPlan *hr_capacity_get_plan (const HrCapacity *self);
HrSegmentation *hr_capacity_get_segmentation (const HrCapacity *self);
HrJourneyVersion hr_capacity_get_version (const HrCapacity *self);
guint hr_capacity_get_n_segments (const HrCapacity *self);
const HrSegmentCapacity *hr_capacity_get_segment (const HrCapacity *self, guint i);
guint hr_capacity_get_n_roles (const HrCapacity *self);
const HrRoleCapacity *hr_capacity_get_role (const HrCapacity *self, guint i);
const HrTotals *hr_capacity_get_totals (const HrCapacity *self);
const HrSegmentCapacity *hr_capacity_find_segment (const HrCapacity *self,
                                                   const HrSegment *segment);
const HrRoleNeed *hr_segment_capacity_find_need (const HrSegmentCapacity *self,
                                                 const HrRole *role);
double hr_capacity_get_share_of_arr (const HrCapacity *self, const HrSegment *segment);
const HrRoleCapacity *hr_capacity_find_role (const HrCapacity *self, const HrRole *role);

/**
 * HrHoursPart:
 * @HR_HOURS_PAID: all hours of the contract
 * @HR_HOURS_LEAVE: holidays and the like
 * @HR_HOURS_INTERNAL: meetings, training, administration
 * @HR_HOURS_LOST: what realisation takes
 * @HR_HOURS_CUSTOMERS: what is left
 *
 * A step of the year; the first and the last are wholes, the others are taken away.
 */
typedef enum
{
  HR_HOURS_PAID,
  HR_HOURS_LEAVE,
  HR_HOURS_INTERNAL,
  HR_HOURS_LOST,
  HR_HOURS_CUSTOMERS,
  HR_HOURS_N_PARTS,
} HrHoursPart;

/* The parts, for tables that show them per row. */
double hr_role_get_hours (const HrRole *role, HrHoursPart part);
double hr_role_get_available_hours (const HrRole *role);
double hr_role_get_cost (const HrRole *role);
double hr_touchpoint_get_times_per_year (const HrTouchpoint *touchpoint,
                                         const HrPlan *plan,
                                         const HrSegment *segment,
                                         double customers,
                                         HrReason *reason);
double hr_touchpoint_get_hours (const HrTouchpoint *touchpoint,
                                const HrPlan *plan,
                                const HrSegment *segment,
                                double customers,
                                HrReason *reason);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HrCapacity, hr_capacity_unref)

G_END_DECLS
