/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-levers.h"

#include "hr-segment-capacity.h"

static void
fill_pare_and_lower (HrLevers *self,
                     const HrSegmentCapacity *segment,
                     const HrRoleNeed *need)
{
  const HrBook *book = &segment->book;
  double people = fmax (book->fte - book->top_down_fte, 0);
  double money = people * hr_role_get_cost (need->role);

  self->pare.fte = self->lower.fte = people;
  self->pare.money = -money;
  self->lower.money = money;
  self->pare.arr_per_fte =
      people > 0 ? hr_quotient (segment->arr, book->top_down_fte) : book->arr_per_fte;
  self->lower.arr_per_fte = book->arr_per_fte;
  if (people > 0)
    self->pare.hours_to_cut = need->workload_hours - need->available_hours *
                                                         book->top_down_fte /
                                                         segment->customers;
}

/* Where people are shared, their parts are rounded up together, not per segment. */
static void
fill_hire (HrLevers *self, const HrSegmentCapacity *segment, const HrRoleNeed *need)
{
  const HrBook *book = &segment->book;
  double missing = fmax (-book->gap, 0);

  self->hire.fte = segment->segment->dedicated ? hr_round_up (missing) : missing;
  self->hire.money = self->hire.fte * hr_role_get_cost (need->role);
  self->hire.arr_per_fte = hr_quotient (segment->arr, book->headcount + self->hire.fte);
}

/* The least value per hour first, then in the order of the journey; sorting is stable. */
static int
compare_steps (gconstpointer a, gconstpointer b, gpointer data)
{
  const HrPareStep *left = a, *right = b;

  return (left->value_per_hour > right->value_per_hour) -
         (left->value_per_hour < right->value_per_hour);
}

static void
fill_steps (HrLevers *self, const HrPlan *plan, const HrSegmentCapacity *segment)
{
  guint n = 0;
  gpointer const *touchpoints =
      segment->journey != NULL ? hr_list_peek (segment->journey->touchpoints, &n) : NULL;

  self->steps = g_new (HrPareStep, n);
  for (guint i = 0; i < n; i++)
    {
      HrTouchpoint *touchpoint = touchpoints[i];
      HrReason reason;
      double hours = hr_touchpoint_get_hours (touchpoint, plan, segment->segment,
                                              segment->customers, &reason);
      double value_per_hour = touchpoint->value / hours;

      if (touchpoint->role == segment->segment->book_role && hours > 0 &&
          isfinite (value_per_hour))
        self->steps[self->n_steps++] =
            (HrPareStep) { g_object_ref (touchpoint), hours, value_per_hour };
    }
  g_sort_array (self->steps, self->n_steps, sizeof (HrPareStep), compare_steps, NULL);
}

static void
settle (HrLever *lever, HrReason reason)
{
  if (reason != HR_REASON_NONE)
    *lever = (HrLever) { NAN, NAN, NAN, NAN };
}

/* No overflow of its own: all people and money here are less than those of the book. */
static void
fill_levers (HrLevers *self, const HrSegmentCapacity *segment)
{
  const HrBook *book = &segment->book;

  self->hire_reason = book->reason;
  self->reason = book->reason != HR_REASON_NONE ? book->reason : book->top_down_reason;
  if (book->role != NULL)
    {
      const HrRoleNeed *need = hr_segment_capacity_find_need (segment, book->role);

      fill_pare_and_lower (self, segment, need);
      fill_hire (self, segment, need);
    }

  settle (&self->pare, self->reason);
  settle (&self->lower, self->reason);
  settle (&self->hire, self->hire_reason);
}

/**
 * hr_levers_new:
 * @capacity: an answer; the plan must not have changed since
 * @segment: the place of a segment in the plan's list
 *
 * Computes what can be done about the difference between the people that a segment's
 * journey asks for and those that its benchmark pays for (design.md §4):
 * hours to cut = workload − available × top-down / customers.
 *
 * Returns: (transfer full): the levers
 */
HrLevers *
hr_levers_new (const HrCapacity *capacity, guint segment)
{
  const HrSegmentCapacity *answer = hr_capacity_get_segment (capacity, segment);
  HrLevers *self;

  g_return_val_if_fail (answer != NULL, NULL);

  self = g_new0 (HrLevers, 1);
  self->segment = g_object_ref (answer->segment);
  fill_steps (self, hr_capacity_get_plan (capacity), answer);
  fill_levers (self, answer);
  return self;
}

void
hr_levers_free (HrLevers *self)
{
  for (guint i = 0; i < self->n_steps; i++)
    g_object_unref (self->steps[i].touchpoint);
  g_free (self->steps);
  g_object_unref (self->segment);
  g_free (self);
}
