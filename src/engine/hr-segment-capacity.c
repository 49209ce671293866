/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-segment-capacity.h"

static HrRoleWork *
find_role (HrRoleWork *roles, guint n_roles, const char *id)
{
  for (guint i = 0; i < n_roles; i++)
    if (roles[i].id == id) /* ids are interned */
      return &roles[i];
  return NULL;
}

/* Returns: whether every hour belongs to a role. */
static gboolean
add_up_journey (const HrSegmentCapacity *self,
                const HrPlan *plan,
                HrRoleWork *roles,
                guint n_roles)
{
  gboolean all_assigned = TRUE;
  guint n = 0;
  gpointer const *touchpoints =
      self->journey != NULL ? hr_list_peek (self->journey->touchpoints, &n) : NULL;

  for (guint i = 0; i < n; i++)
    {
      const HrTouchpoint *touchpoint = touchpoints[i];
      HrRoleWork *work = find_role (roles, n_roles, touchpoint->role);
      HrReason reason;
      double hours = hr_touchpoint_get_hours (touchpoint, plan, self->segment,
                                              self->customers, &reason);

      if (work == NULL)
        {
          all_assigned &= hours == 0;
          continue;
        }
      work->hours += hours;
      work->listed |= hr_touchpoint_get_minutes (touchpoint) > 0;
      if (work->reason == HR_REASON_NONE)
        work->reason = reason;
    }
  return all_assigned;
}

/* Why a role that has no hours in this segment has none. */
static HrReason
reason_of_no_hours (const HrSegmentCapacity *self)
{
  return self->journey == NULL || hr_list_get_n (self->journey->touchpoints) == 0
             ? HR_REASON_NO_JOURNEY
             : HR_REASON_NO_WORKLOAD;
}

static void
fill_need (HrRoleNeed *need, const HrSegmentCapacity *self, const HrRoleWork *work)
{
  *need = (HrRoleNeed) { .role = work->role,
                         .available_hours = work->available_hours,
                         .workload_reason = work->reason };

  if (work->hours == 0)
    need->workload_reason = reason_of_no_hours (self);
  need->workload_hours = hr_settle (work->hours, &need->workload_reason);
  need->customers_per_fte =
      work->available_hours > 0
          ? hr_quotient (work->available_hours, need->workload_hours)
          : NAN;

  if (self->customers == 0) /* nobody to serve, whatever else is missing */
    return;

  need->reason = self->customers_reason;
  if (need->reason == HR_REASON_NONE)
    need->reason = need->workload_reason;
  if (need->reason == HR_REASON_NONE && !(work->available_hours > 0))
    need->reason = HR_REASON_NO_AVAILABLE_HOURS;

  need->fte = self->customers * need->workload_hours / work->available_hours;
  need->cost = need->fte * work->cost;
  need->reason = hr_settle_together (need->reason, &need->fte, &need->cost, NULL);
}

static void
fill_needs (HrSegmentCapacity *self, HrRoleWork *roles, guint n_roles)
{
  for (guint i = 0; i < n_roles; i++)
    {
      HrRoleWork *work = &roles[i];

      if (work->listed || work->id == self->segment->book_role)
        fill_need (&self->needs[self->n_needs++], self, work);
    }
}

/* A role without hours here needs nobody here, so it does not count; but all without
 * hours is no answer, and so is one whose hours or people are not known. */
static void
add_up_needs (HrSegmentCapacity *self, gboolean all_assigned)
{
  HrReason unassigned = all_assigned ? HR_REASON_NONE : HR_REASON_NO_ROLE;
  gboolean any = FALSE;

  self->workload_reason = unassigned;
  self->reason =
      self->customers_reason != HR_REASON_NONE ? self->customers_reason : unassigned;

  for (guint i = 0; i < self->n_needs; i++)
    {
      const HrRoleNeed *need = &self->needs[i];

      if (!hr_role_need_has_hours (need))
        continue;
      any = TRUE;
      self->workload_hours += need->workload_hours;
      self->fte += need->fte;
      self->cost += need->cost;
      if (self->workload_reason == HR_REASON_NONE)
        self->workload_reason = need->workload_reason;
      if (self->reason == HR_REASON_NONE)
        self->reason = need->reason;
    }

  if (!any && self->workload_reason == HR_REASON_NONE)
    self->workload_reason = reason_of_no_hours (self);
  if (self->reason == HR_REASON_NONE && !any)
    self->reason = self->workload_reason;
}

static void
settle_sums (HrSegmentCapacity *self)
{
  if (self->customers == 0)
    {
      self->fte = self->cost = 0;
      self->reason = HR_REASON_NONE;
    }
  self->workload_hours = hr_settle (self->workload_hours, &self->workload_reason);
  self->reason = hr_settle_together (self->reason, &self->fte, &self->cost, NULL);
  self->cost_per_customer = hr_quotient (self->cost, self->customers);
  self->cost_share_of_arr = hr_quotient (self->cost, self->arr);
}

static void
consider_limit (HrBook *book, HrLimit limit, double people, HrReason missing)
{
  if (book->top_down_reason != HR_REASON_NONE)
    return;

  people = hr_settle (people, &missing);
  book->top_down_reason = missing;
  if (book->binding_limit == HR_LIMIT_NONE || people > book->top_down_fte)
    {
      book->top_down_fte = people;
      book->binding_limit = limit;
    }
}

/* One limit that is set but has no answer leaves none to the most of them. */
static void
fill_top_down (HrBook *book, const HrSegmentCapacity *self)
{
  const HrSegment *segment = self->segment;

  if (segment->limits.arr_per_fte != HR_MONEY_NONE)
    consider_limit (book, HR_LIMIT_ARR_PER_FTE,
                    MAX (self->arr, 0) / ((double) segment->limits.arr_per_fte / 100),
                    self->arr_reason);
  if (!isnan (segment->limits.customers_per_fte))
    consider_limit (book, HR_LIMIT_CUSTOMERS_PER_FTE,
                    self->customers / segment->limits.customers_per_fte,
                    self->customers_reason);
  if (!isnan (segment->limits.new_customers_per_month_per_fte))
    consider_limit (book, HR_LIMIT_NEW_CUSTOMERS_PER_MONTH_PER_FTE,
                    segment->new_customers_per_year / 12 /
                        segment->limits.new_customers_per_month_per_fte,
                    HR_REASON_NONE);

  if (book->binding_limit == HR_LIMIT_NONE)
    book->top_down_reason = HR_REASON_NO_LIMIT;
  if (book->top_down_reason != HR_REASON_NONE)
    {
      book->top_down_fte = NAN;
      book->binding_limit = HR_LIMIT_NONE;
    }
}

static void
fill_arr_per_fte (HrBook *book, const HrSegmentCapacity *self)
{
  book->arr_per_fte_reason =
      book->reason != HR_REASON_NONE ? book->reason : self->arr_reason;
  if (book->arr_per_fte_reason == HR_REASON_NONE && book->fte == 0)
    book->arr_per_fte_reason = HR_REASON_ZERO_PEOPLE;
  book->arr_per_fte = hr_settle (self->arr / book->fte, &book->arr_per_fte_reason);
}

static void
fill_book (HrSegmentCapacity *self)
{
  const HrRoleNeed *need = NULL;
  HrBook *book = &self->book;

  for (guint i = 0; i < self->n_needs; i++)
    if (hr_item_get_id (self->needs[i].role) == self->segment->book_role)
      need = &self->needs[i];

  book->headcount = self->segment->headcount;
  if (need == NULL)
    {
      book->fte = book->top_down_fte = book->arr_per_fte = book->gap = NAN;
      book->reason = book->top_down_reason = book->arr_per_fte_reason =
          HR_REASON_NO_BOOK_ROLE;
      return;
    }

  book->role = need->role;
  book->fte = need->fte;
  book->reason = need->reason;
  book->gap = book->headcount - book->fte;
  fill_top_down (book, self);
  fill_arr_per_fte (book, self);
}

void
hr_segment_capacity_compute (HrSegmentCapacity *self,
                             const HrPlan *plan,
                             HrRoleWork *roles,
                             guint n_roles)
{
  gboolean all_assigned;

  for (guint i = 0; i < n_roles; i++)
    {
      roles[i].hours = 0;
      roles[i].listed = FALSE;
      roles[i].reason = HR_REASON_NONE;
    }

  all_assigned = add_up_journey (self, plan, roles, n_roles);
  fill_needs (self, roles, n_roles);
  add_up_needs (self, all_assigned);
  settle_sums (self);
  fill_book (self);
}
