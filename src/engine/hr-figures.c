/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "hr-explainer.h"

/* How each figure comes about. The words of a formula are the labels of its inputs: a
 * test reads the formula and computes the result from them. */

static void
explain_available_hours (HrExplainer *self)
{
  const HrRole *role = self->role->role;
  gboolean given = !isnan (role->internal_hours);

  hr_explainer_add_field (self, role, "annual-hours");
  hr_explainer_add_field (self, role, "leave-hours");
  hr_explainer_add_field (self, role, given ? "internal-hours" : "internal-share");
  hr_explainer_add_field (self, role, "realisation");
  hr_explainer_conclude (
      self,
      given ? N_ ("(paid hours per year − leave hours per year − internal hours per "
                  "year) × realisation")
            : N_ ("(paid hours per year − leave hours per year) × (1 − internal "
                  "share of paid hours) × realisation"),
      hr_role_get_available_hours (role), HR_REASON_NONE);
}

/* Adds how often, and says how a touchpoint's hours are made of it. */
static const char *
add_times_per_year (HrExplainer *self)
{
  const HrTouchpoint *touchpoint = self->touchpoint;
  const HrSegment *segment = self->segment->segment;

  hr_explainer_add_field (self, touchpoint, "times");
  if (touchpoint->kind != HR_TOUCHPOINT_ONE_TIME)
    {
      hr_explainer_link_input (
          hr_explainer_add_input (self, N_ ("periods per year"),
                                  hr_period_per_year (touchpoint->per), HR_UNIT_TIMES,
                                  touchpoint),
          hr_item_find_field (touchpoint, "per"));
      return N_ ("times × periods per year × (preparation minutes + delivery minutes + "
                 "follow-up minutes) ÷ 60 × reach × staff × complexity");
    }
  if (!hr_touchpoint_has_effort (touchpoint, segment))
    return N_ (
        "times × (preparation minutes + delivery minutes + follow-up minutes) ÷ 60 "
        "× reach × staff × complexity");
  if (hr_capacity_get_plan (self->capacity)->one_time_spread == HR_ONE_TIME_LIFETIME)
    {
      hr_explainer_add_field (self, segment, "lifetime-years");
      return N_ ("times ÷ lifetime × (preparation minutes + delivery minutes + "
                 "follow-up minutes) ÷ 60 × reach × staff × complexity");
    }
  hr_explainer_add_field (self, segment, "new-customers-per-year");
  hr_explainer_add_customers (self);
  return N_ ("times × new customers per year ÷ customers × (preparation minutes + "
             "delivery minutes + follow-up minutes) ÷ 60 × reach × staff × complexity");
}

static void
explain_touchpoint_hours (HrExplainer *self)
{
  static const char *const effort[] = { "prep-minutes", "delivery-minutes",
                                        "follow-up-minutes", "reach", "staff" };
  const char *formula = add_times_per_year (self);
  HrReason reason;
  double hours =
      hr_touchpoint_get_hours (self->touchpoint, hr_capacity_get_plan (self->capacity),
                               self->segment->segment, self->segment->customers, &reason);

  for (guint i = 0; i < G_N_ELEMENTS (effort); i++)
    hr_explainer_add_field (self, self->touchpoint, effort[i]);
  hr_explainer_add_field (self, self->segment->segment, "complexity");
  hr_explainer_conclude (self, formula, hours, reason);
}

static void
add_touchpoints_of_role (HrExplainer *self)
{
  const HrJourney *journey = self->segment->journey;
  const char *role = hr_item_get_id (self->role->role);
  guint n = journey != NULL ? hr_list_get_n (journey->touchpoints) : 0;

  for (guint i = 0; i < n; i++)
    {
      const HrTouchpoint *touchpoint = hr_list_get (journey->touchpoints, i);
      HrReason reason;

      if (touchpoint->role == role)
        hr_explainer_add_named (
            self, touchpoint,
            hr_touchpoint_get_hours (touchpoint, hr_capacity_get_plan (self->capacity),
                                     self->segment->segment, self->segment->customers,
                                     &reason),
            HR_UNIT_HOURS_PER_CUSTOMER);
    }
}

static void
explain_workload_hours (HrExplainer *self)
{
  const HrSegmentCapacity *segment = self->segment;

  if (self->need != NULL)
    {
      add_touchpoints_of_role (self);
      hr_explainer_conclude (self, N_ ("the sum of the hours of the touchpoints"),
                             self->need->workload_hours, self->need->workload_reason);
      return;
    }
  for (guint i = 0; i < segment->n_needs; i++)
    if (hr_role_need_has_hours (&segment->needs[i]))
      hr_explainer_add_named (self, segment->needs[i].role,
                              segment->needs[i].workload_hours,
                              HR_UNIT_HOURS_PER_CUSTOMER);
  hr_explainer_conclude (self, N_ ("the sum of the hours of the roles"),
                         segment->workload_hours, segment->workload_reason);
}

static void
add_hours_of_need (HrExplainer *self)
{
  hr_explainer_add_result (self, N_ ("hours per customer"), self->need->workload_hours,
                           HR_UNIT_HOURS_PER_CUSTOMER);
  hr_explainer_add_result (self, N_ ("hours for customers"), self->need->available_hours,
                           HR_UNIT_HOURS);
}

static void
explain_customers_per_fte (HrExplainer *self)
{
  HrReason reason = self->need->workload_reason;

  if (reason == HR_REASON_NONE && !(self->need->available_hours > 0))
    reason = HR_REASON_NO_AVAILABLE_HOURS;
  add_hours_of_need (self);
  hr_explainer_conclude (self, N_ ("hours for customers ÷ hours per customer"),
                         self->need->customers_per_fte, reason);
}

static void
explain_need (HrExplainer *self)
{
  hr_explainer_add_customers (self);
  if (self->segment->customers == 0)
    {
      hr_explainer_conclude (self, N_ ("no customers need no people"), self->need->fte,
                             self->need->reason);
      return;
    }
  add_hours_of_need (self);
  hr_explainer_conclude (self,
                         N_ ("customers × hours per customer ÷ hours for customers"),
                         self->need->fte, self->need->reason);
}

/* What a sum over the roles of a segment, or over segments, is made of. */
typedef enum
{
  SUM_FTE,
  SUM_COST,
} Sum;

static void
add_needs_of_segment (HrExplainer *self, Sum sum, HrUnit unit)
{
  for (guint i = 0; i < self->segment->n_needs; i++)
    {
      const HrRoleNeed *need = &self->segment->needs[i];

      if (hr_role_need_has_hours (need))
        hr_explainer_add_named (self, need->role,
                                sum == SUM_COST ? need->cost : need->fte, unit);
    }
}

static void
add_segments (HrExplainer *self, Sum sum, HrUnit unit)
{
  for (guint i = 0; i < hr_capacity_get_n_segments (self->capacity); i++)
    {
      const HrSegmentCapacity *segment = hr_capacity_get_segment (self->capacity, i);

      hr_explainer_add_named (self, segment->segment,
                              sum == SUM_COST ? segment->cost : segment->fte, unit);
    }
}

/* A segment that counts for a role: it needs people of it, or cannot say how many. */
static gboolean
counts_for_role (const HrSegmentCapacity *segment, const HrRoleNeed *need)
{
  return need != NULL &&
         (need->reason == HR_REASON_NONE || segment->reason != HR_REASON_NONE);
}

static void
add_segments_of_role (HrExplainer *self)
{
  for (guint i = 0; i < hr_capacity_get_n_segments (self->capacity); i++)
    {
      const HrSegmentCapacity *segment = hr_capacity_get_segment (self->capacity, i);
      const HrRoleNeed *need = hr_segment_capacity_find_need (segment, self->role->role);

      if (counts_for_role (segment, need))
        hr_explainer_add_named (self, segment->segment, need->fte, HR_UNIT_PEOPLE);
    }
}

static void
explain_fte (HrExplainer *self)
{
  const HrTotals *totals = hr_capacity_get_totals (self->capacity);

  if (self->need != NULL)
    explain_need (self);
  else if (self->segment != NULL)
    {
      add_needs_of_segment (self, SUM_FTE, HR_UNIT_PEOPLE);
      hr_explainer_conclude (self, N_ ("the sum of the people needed per role"),
                             self->segment->fte, self->segment->reason);
    }
  else if (self->role != NULL)
    {
      add_segments_of_role (self);
      hr_explainer_conclude (self, N_ ("the sum of the people needed per segment"),
                             self->role->fte, self->role->reason);
    }
  else
    {
      add_segments (self, SUM_FTE, HR_UNIT_PEOPLE);
      hr_explainer_conclude (self, N_ ("the sum of the people needed per segment"),
                             totals->fte, totals->reason);
    }
}

static void
explain_top_down_fte (HrExplainer *self)
{
  static const char *const formulas[] = {
    N_ ("the most that any limit asks for"),
    N_ ("ARR ÷ ARR per FTE"),
    N_ ("customers ÷ customers per FTE"),
    N_ ("the larger of ARR ÷ ARR per FTE and customers ÷ customers per FTE"),
    N_ ("new customers per year ÷ 12 ÷ new customers per month per FTE"),
    N_ ("the larger of ARR ÷ ARR per FTE and new customers per year ÷ 12 ÷ new customers "
        "per month per FTE"),
    N_ ("the larger of customers ÷ customers per FTE and new customers per year ÷ 12 ÷ "
        "new customers per month per FTE"),
    N_ ("the largest of ARR ÷ ARR per FTE, customers ÷ customers per FTE and new "
        "customers per year ÷ 12 ÷ new customers per month per FTE"),
  };
  const HrSegment *segment = self->segment->segment;
  guint set = 0;

  if (segment->limits.arr_per_fte != HR_MONEY_NONE)
    {
      set |= 1;
      hr_explainer_add_arr (self);
      hr_explainer_add_field (self, segment, "limits-arr-per-fte");
    }
  if (!isnan (segment->limits.customers_per_fte))
    {
      set |= 2;
      hr_explainer_add_customers (self);
      hr_explainer_add_field (self, segment, "limits-customers-per-fte");
    }
  if (!isnan (segment->limits.new_customers_per_month_per_fte))
    {
      set |= 4;
      hr_explainer_add_field (self, segment, "new-customers-per-year");
      hr_explainer_add_field (self, segment, "limits-new-customers-per-month-per-fte");
    }
  hr_explainer_conclude (self, formulas[set], self->segment->book.top_down_fte,
                         self->segment->book.top_down_reason);
}

static void
explain_arr_per_fte (HrExplainer *self)
{
  const HrBook *book = &self->segment->book;

  hr_explainer_add_arr (self);
  hr_explainer_add_result (self, N_ ("people needed"), book->fte, HR_UNIT_PEOPLE);
  hr_explainer_conclude (self, N_ ("ARR ÷ people needed"), book->arr_per_fte,
                         book->arr_per_fte_reason);
}

static void
add_roles (HrExplainer *self, gboolean headcount, HrUnit unit)
{
  for (guint i = 0; i < hr_capacity_get_n_roles (self->capacity); i++)
    {
      const HrRoleCapacity *role = hr_capacity_get_role (self->capacity, i);

      if (role->reason != HR_REASON_NO_WORKLOAD)
        hr_explainer_add_named (self, role->role,
                                headcount ? role->headcount : role->heads, unit);
    }
}

static void
explain_headcount (HrExplainer *self)
{
  if (self->segment != NULL || self->role != NULL)
    {
      gconstpointer item = self->segment != NULL ? (gconstpointer) self->segment->segment
                                                 : self->role->role;

      hr_explainer_add_field (self, item, "headcount");
      hr_explainer_conclude (self, N_ ("as entered"),
                             self->segment != NULL ? self->segment->book.headcount
                                                   : self->role->headcount,
                             HR_REASON_NONE);
      return;
    }
  add_roles (self, TRUE, HR_UNIT_PEOPLE);
  hr_explainer_conclude (self, N_ ("the sum of the headcount per role"),
                         hr_capacity_get_totals (self->capacity)->headcount,
                         HR_REASON_NONE);
}

static void
explain_gap (HrExplainer *self)
{
  const HrTotals *totals = hr_capacity_get_totals (self->capacity);
  double fte, gap;
  HrReason reason;

  if (self->segment != NULL)
    {
      hr_explainer_add_field (self, self->segment->segment, "headcount");
      fte = self->segment->book.fte;
      gap = self->segment->book.gap;
      reason = self->segment->book.reason;
    }
  else if (self->role != NULL)
    {
      hr_explainer_add_field (self, self->role->role, "headcount");
      fte = self->role->fte;
      gap = self->role->gap;
      reason = self->role->reason;
    }
  else
    {
      hr_explainer_add_result (self, N_ ("headcount"), totals->headcount, HR_UNIT_PEOPLE);
      fte = totals->fte;
      gap = totals->gap;
      reason = totals->reason;
    }
  hr_explainer_add_result (self, N_ ("people needed"), fte, HR_UNIT_PEOPLE);
  hr_explainer_conclude (self, N_ ("headcount − people needed"), gap, reason);
}

static void
add_heads_of_role (HrExplainer *self)
{
  gboolean any_shared = FALSE;
  double shared = 0;

  for (guint i = 0; i < hr_capacity_get_n_segments (self->capacity); i++)
    {
      const HrSegmentCapacity *segment = hr_capacity_get_segment (self->capacity, i);
      const HrRoleNeed *need = hr_segment_capacity_find_need (segment, self->role->role);

      if (!counts_for_role (segment, need))
        continue;
      if (segment->segment->dedicated)
        hr_explainer_add_named (self, segment->segment, need->fte, HR_UNIT_PEOPLE);
      else
        shared += need->fte;
      any_shared |= !segment->segment->dedicated;
    }
  if (any_shared)
    hr_explainer_add_result (self, N_ ("all shared segments"), shared, HR_UNIT_PEOPLE);
}

static void
explain_heads (HrExplainer *self)
{
  const HrTotals *totals = hr_capacity_get_totals (self->capacity);

  if (self->role == NULL)
    {
      add_roles (self, FALSE, HR_UNIT_HEADS);
      hr_explainer_conclude (self, N_ ("the sum of the whole people per role"),
                             totals->heads, totals->reason);
      return;
    }
  add_heads_of_role (self);
  hr_explainer_conclude (
      self,
      N_ ("people needed, rounded up for each dedicated segment and once for all "
          "shared segments, added up"),
      self->role->heads, self->role->reason);
}

static void
explain_cost_of_role (HrExplainer *self, double fte, double cost, HrReason reason)
{
  const HrRole *role = self->role->role;

  hr_explainer_add_result (self, N_ ("people needed"), fte, HR_UNIT_PEOPLE);
  hr_explainer_add_field (self, role, "annual-cost");
  hr_explainer_add_field (self, role, "tool-cost");
  hr_explainer_conclude (self,
                         N_ ("people needed × (loaded annual cost + tool cost per head)"),
                         cost, reason);
}

static void
explain_cost (HrExplainer *self)
{
  const HrTotals *totals = hr_capacity_get_totals (self->capacity);

  if (self->need != NULL)
    explain_cost_of_role (self, self->need->fte, self->need->cost, self->need->reason);
  else if (self->segment != NULL)
    {
      add_needs_of_segment (self, SUM_COST, HR_UNIT_MONEY);
      hr_explainer_conclude (self, N_ ("the sum of the cost per role"),
                             self->segment->cost, self->segment->reason);
    }
  else if (self->role != NULL)
    explain_cost_of_role (self, self->role->fte, self->role->cost, self->role->reason);
  else
    {
      add_segments (self, SUM_COST, HR_UNIT_MONEY);
      hr_explainer_conclude (self, N_ ("the sum of the cost per segment"), totals->cost,
                             totals->reason);
    }
}

static void
explain_cost_per_customer (HrExplainer *self)
{
  HrReason reason = self->segment->reason;

  if (reason == HR_REASON_NONE && self->segment->customers == 0)
    reason = HR_REASON_ZERO_CUSTOMERS;
  hr_explainer_add_result (self, N_ ("cost per year"), self->segment->cost,
                           HR_UNIT_MONEY);
  hr_explainer_add_customers (self);
  hr_explainer_conclude (self, N_ ("cost per year ÷ customers"),
                         self->segment->cost_per_customer, reason);
}

static void
explain_cost_share_of_arr (HrExplainer *self)
{
  const HrTotals *totals = hr_capacity_get_totals (self->capacity);
  const HrSegmentCapacity *segment = self->segment;
  HrReason reason = segment != NULL ? segment->reason : totals->reason;
  double arr = segment != NULL ? segment->arr : totals->arr;

  hr_explainer_add_result (self, N_ ("cost per year"),
                           segment != NULL ? segment->cost : totals->cost, HR_UNIT_MONEY);
  if (segment != NULL)
    hr_explainer_add_arr (self);
  else
    hr_explainer_add_result (self, N_ ("ARR"), arr, HR_UNIT_MONEY);

  if (reason == HR_REASON_NONE && isnan (arr))
    reason = segment != NULL ? segment->arr_reason : HR_REASON_SEGMENT_WITHOUT_ANSWER;
  if (reason == HR_REASON_NONE && arr <= 0)
    reason = HR_REASON_ZERO_ARR;
  hr_explainer_conclude (
      self, N_ ("cost per year ÷ ARR"),
      segment != NULL ? segment->cost_share_of_arr : totals->cost_share_of_arr, reason);
}

static const HrFigureInfo FIGURES[] = {
  [HR_FIGURE_AVAILABLE_HOURS] = { N_ ("hours for customers"), HR_UNIT_HOURS,
                                  HR_SCOPE_ROLE, explain_available_hours },
  [HR_FIGURE_TOUCHPOINT_HOURS] = { N_ ("hours per customer"), HR_UNIT_HOURS_PER_CUSTOMER,
                                   HR_SCOPE_TOUCHPOINT, explain_touchpoint_hours },
  [HR_FIGURE_WORKLOAD_HOURS] = { N_ ("hours per customer"), HR_UNIT_HOURS_PER_CUSTOMER,
                                 HR_SCOPE_SEGMENT | HR_SCOPE_SEGMENT_AND_ROLE,
                                 explain_workload_hours },
  [HR_FIGURE_CUSTOMERS_PER_FTE] = { N_ ("customers per FTE"), HR_UNIT_CUSTOMERS,
                                    HR_SCOPE_SEGMENT_AND_ROLE,
                                    explain_customers_per_fte },
  [HR_FIGURE_FTE] = { N_ ("people needed"), HR_UNIT_PEOPLE,
                      HR_SCOPE_PLAN | HR_SCOPE_ROLE | HR_SCOPE_SEGMENT |
                          HR_SCOPE_SEGMENT_AND_ROLE,
                      explain_fte },
  [HR_FIGURE_TOP_DOWN_FTE] = { N_ ("people that the benchmark pays for"), HR_UNIT_PEOPLE,
                               HR_SCOPE_SEGMENT, explain_top_down_fte },
  [HR_FIGURE_ARR_PER_FTE] = { N_ ("implied ARR per FTE"), HR_UNIT_MONEY, HR_SCOPE_SEGMENT,
                              explain_arr_per_fte },
  [HR_FIGURE_HEADCOUNT] = { N_ ("headcount"), HR_UNIT_PEOPLE,
                            HR_SCOPE_PLAN | HR_SCOPE_ROLE | HR_SCOPE_SEGMENT,
                            explain_headcount },
  [HR_FIGURE_GAP] = { N_ ("headcount beyond the people needed"), HR_UNIT_PEOPLE,
                      HR_SCOPE_PLAN | HR_SCOPE_ROLE | HR_SCOPE_SEGMENT, explain_gap },
  [HR_FIGURE_HEADS] = { N_ ("whole people needed"), HR_UNIT_HEADS,
                        HR_SCOPE_PLAN | HR_SCOPE_ROLE, explain_heads },
  [HR_FIGURE_COST] = { N_ ("cost per year"), HR_UNIT_MONEY,
                       HR_SCOPE_PLAN | HR_SCOPE_ROLE | HR_SCOPE_SEGMENT |
                           HR_SCOPE_SEGMENT_AND_ROLE,
                       explain_cost },
  [HR_FIGURE_COST_PER_CUSTOMER] = { N_ ("cost per customer and year"), HR_UNIT_MONEY,
                                    HR_SCOPE_SEGMENT, explain_cost_per_customer },
  [HR_FIGURE_COST_SHARE_OF_ARR] = { N_ ("cost as share of ARR"), HR_UNIT_SHARE,
                                    HR_SCOPE_PLAN | HR_SCOPE_SEGMENT,
                                    explain_cost_share_of_arr },
};

const HrFigureInfo *
hr_figure_get_info (HrFigure figure)
{
  g_return_val_if_fail (figure < G_N_ELEMENTS (FIGURES), NULL);

  return &FIGURES[figure];
}
