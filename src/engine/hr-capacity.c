/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-capacity.h"

#include "hr-segment-capacity.h"

/* One block of memory: this, then the arrays that it points to. */
struct _HrCapacity
{
  gatomicrefcount ref_count;

  HrPlan *plan;                 /* (owned) */
  HrSegmentation *segmentation; /* (owned) */
  HrJourneyVersion version;
  guint first; /* the place in the plan's list of the first segment */
  guint n_segments;
  guint n_roles;
  HrSegmentCapacity *segments; /* (array length=n_segments), each segment owned */
  HrRoleCapacity *roles;       /* (array length=n_roles), each role owned */
  HrTotals totals;
};

G_DEFINE_BOXED_TYPE (HrCapacity, hr_capacity, hr_capacity_ref, hr_capacity_unref)

/* A segment that was not redesigned is served after the redesign as it is today. */
static HrJourney *
find_journey (HrPlan *plan, const HrSegment *segment, HrJourneyVersion version)
{
  HrJourney *journey = hr_plan_find_journey (plan, segment, version);

  if (journey == NULL && version != HR_JOURNEY_CURRENT)
    journey = hr_plan_find_journey (plan, segment, HR_JOURNEY_CURRENT);
  return journey;
}

/* Each touchpoint can bring a role, and the book role comes in any case. */
static guint
most_needs (const HrJourney *journey, guint n_roles)
{
  guint n = journey != NULL ? hr_list_get_n (journey->touchpoints) : 0;

  return n < n_roles ? n + 1 : n_roles;
}

static HrCapacity *
capacity_alloc (HrPlan *plan, guint first, guint n_segments, HrJourneyVersion version)
{
  guint n_all, n_roles;
  gpointer const *segments = hr_list_peek (plan->segments, &n_all);
  gpointer const *roles = hr_list_peek (plan->roles, &n_roles);
  g_autofree HrJourney **journeys = g_new (HrJourney *, n_segments + 1);
  gsize n_needs = 0;
  HrCapacity *self;
  HrRoleNeed *needs;

  for (guint i = 0; i < n_segments; i++)
    {
      journeys[i] = find_journey (plan, segments[first + i], version);
      n_needs += most_needs (journeys[i], n_roles);
    }

  self = g_malloc0 (sizeof (HrCapacity) + n_segments * sizeof (HrSegmentCapacity) +
                    n_roles * sizeof (HrRoleCapacity) + n_needs * sizeof (HrRoleNeed));
  self->segments = (HrSegmentCapacity *) (self + 1);
  self->roles = (HrRoleCapacity *) (self->segments + n_segments);
  needs = (HrRoleNeed *) (self->roles + n_roles);
  self->first = first;
  self->n_segments = n_segments;
  self->n_roles = n_roles;

  for (guint i = 0; i < n_segments; i++)
    {
      self->segments[i].segment = g_object_ref (segments[first + i]);
      self->segments[i].journey = journeys[i] != NULL ? g_object_ref (journeys[i]) : NULL;
      self->segments[i].needs = needs;
      needs += most_needs (journeys[i], n_roles);
    }
  for (guint i = 0; i < n_roles; i++)
    self->roles[i].role = g_object_ref (roles[i]);
  return self;
}

static void
read_entered (HrSegmentCapacity *capacity)
{
  const HrSegment *segment = capacity->segment;

  capacity->customers = segment->customers;
  if (isnan (segment->customers))
    capacity->customers_reason = HR_REASON_NO_CUSTOMERS_GIVEN;

  capacity->arr = segment->arr != HR_MONEY_NONE ? (double) segment->arr / 100 : NAN;
  if (segment->arr == HR_MONEY_NONE)
    capacity->arr_reason = HR_REASON_NO_ARR_GIVEN;
}

static HrReason
reason_of_no_arr (const HrSegmentCount *count)
{
  if (count->arr == HR_MONEY_NONE)
    return HR_REASON_OVERFLOW;
  return count->n_accounts > 0 && count->n_without_arr == count->n_accounts
             ? HR_REASON_NO_ARR_GIVEN
             : HR_REASON_NONE;
}

static void
read_counted (HrSegmentCapacity *capacity, HrSegmentation *segmentation, guint i)
{
  const HrSegmentCount *count = hr_segmentation_get_count (segmentation, i);
  HrReason missing = HR_REASON_NONE;

  if (hr_segmentation_get_portfolio (segmentation) == NULL)
    missing = HR_REASON_NO_PORTFOLIO;
  else if (count == NULL)
    missing = HR_REASON_OVERFLOW;

  capacity->customers_reason = capacity->arr_reason = missing;
  capacity->customers = capacity->arr = NAN;
  if (missing != HR_REASON_NONE)
    return;

  capacity->customers = (double) count->n_accounts;
  capacity->arr_reason = reason_of_no_arr (count);
  if (capacity->arr_reason == HR_REASON_NONE)
    capacity->arr = (double) count->arr / 100;
}

static void
compute_segments (HrCapacity *self, HrRoleWork *roles)
{
  for (guint i = 0; i < self->n_roles; i++)
    {
      HrRole *role = self->roles[i].role;

      roles[i].role = role;
      roles[i].id = hr_item_get_id (role);
      roles[i].available_hours = hr_role_get_available_hours (role);
      roles[i].cost = hr_role_get_cost (role);
    }

  for (guint i = 0; i < self->n_segments; i++)
    {
      HrSegmentCapacity *segment = &self->segments[i];

      if (segment->segment->source == HR_SEGMENT_ACCOUNTS)
        read_counted (segment, self->segmentation, self->first + i);
      else
        read_entered (segment);
      hr_segment_capacity_compute (segment, self->plan, roles, self->n_roles);
    }
}

/* A role has no answer where it has none in a segment without one; where the segment has
 * one, a role without hours is simply not needed there. */
static void
add_need (HrRoleCapacity *role,
          const HrSegmentCapacity *segment,
          const HrRoleNeed *need,
          double *shared)
{
  if (need->reason != HR_REASON_NONE)
    {
      if (segment->reason != HR_REASON_NONE)
        role->reason = HR_REASON_SEGMENT_WITHOUT_ANSWER;
      return;
    }

  if (role->reason == HR_REASON_NO_WORKLOAD)
    role->reason = HR_REASON_NONE;
  role->fte += need->fte;
  role->cost += need->cost;
  if (segment->segment->dedicated)
    role->heads += hr_round_up (need->fte);
  else
    *shared += need->fte;
}

static void
settle_role (HrRoleCapacity *self, double shared)
{
  self->heads += hr_round_up (shared);
  self->headcount = self->role->headcount;
  self->reason = hr_settle_together (self->reason, &self->fte, &self->cost, &self->heads);
  self->gap = self->headcount - self->fte;
}

static void
compute_roles (HrCapacity *self)
{
  g_autofree double *shared = g_new0 (double, self->n_roles + 1);

  for (guint i = 0; i < self->n_roles; i++)
    self->roles[i].reason = HR_REASON_NO_WORKLOAD; /* until a segment needs it */

  for (guint i = 0; i < self->n_segments; i++)
    {
      const HrSegmentCapacity *segment = &self->segments[i];
      guint r = 0;

      for (guint j = 0; j < segment->n_needs; j++)
        {
          while (self->roles[r].role != segment->needs[j].role) /* in the same order */
            r++;
          add_need (&self->roles[r], segment, &segment->needs[j], &shared[r]);
        }
    }

  for (guint i = 0; i < self->n_roles; i++)
    settle_role (&self->roles[i], shared[i]);
}

static void
compute_totals (HrCapacity *self)
{
  HrTotals *totals = &self->totals;

  if (self->n_segments == 0)
    totals->reason = HR_REASON_NO_SEGMENTS;

  for (guint i = 0; i < self->n_segments; i++)
    {
      const HrSegmentCapacity *segment = &self->segments[i];

      totals->customers += segment->customers;
      totals->arr += segment->arr;
      totals->fte += segment->fte;
      totals->cost += segment->cost;
      if (segment->reason != HR_REASON_NONE)
        totals->reason = HR_REASON_SEGMENT_WITHOUT_ANSWER;
    }
  for (guint i = 0; i < self->n_roles; i++)
    if (self->roles[i].reason != HR_REASON_NO_WORKLOAD)
      {
        totals->heads += self->roles[i].heads;
        totals->headcount += self->roles[i].headcount;
      }

  totals->reason =
      hr_settle_together (totals->reason, &totals->fte, &totals->cost, &totals->heads);
  totals->gap = totals->headcount - totals->fte;
  totals->cost_share_of_arr = hr_quotient (totals->cost, totals->arr);
}

static HrCapacity *
capacity_make (HrPlan *plan,
               HrSegmentation *segmentation,
               guint first,
               guint n_segments,
               HrJourneyVersion version)
{
  HrCapacity *self = capacity_alloc (plan, first, n_segments, version);
  g_autofree HrRoleWork *roles = g_new (HrRoleWork, self->n_roles + 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->plan = g_object_ref (plan);
  self->segmentation = hr_segmentation_ref (segmentation);
  self->version = version;

  compute_segments (self, roles);
  compute_roles (self);
  compute_totals (self);
  return self;
}

/**
 * hr_capacity_new:
 * @plan: a plan
 * @segmentation: made from its portfolio and rules as they are now
 * @version: which journeys count
 *
 * Computes how many people it takes, per segment, role and in all.
 *
 * Ten microseconds for an ordinary plan, so it is made again with every edit.
 *
 * Returns: (transfer full): the answer
 */
HrCapacity *
hr_capacity_new (HrPlan *plan, HrSegmentation *segmentation, HrJourneyVersion version)
{
  g_return_val_if_fail (HR_IS_PLAN (plan), NULL);
  g_return_val_if_fail (segmentation != NULL, NULL);

  return capacity_make (plan, segmentation, 0, hr_list_get_n (plan->segments), version);
}

/**
 * hr_capacity_new_part:
 * @whole: the answer for a plan; the plan must not have changed since
 * @segment: the place of a segment in the plan's list
 *
 * Computes the answer for one segment as if the plan had no other, so that it can be
 * drawn by itself. Its roles and totals are those of the segment.
 *
 * Returns: (transfer full): an answer whose only segment is number 0
 */
HrCapacity *
hr_capacity_new_part (const HrCapacity *whole, guint segment)
{
  g_return_val_if_fail (segment < whole->n_segments, NULL);

  return capacity_make (whole->plan, whole->segmentation, whole->first + segment, 1,
                        whole->version);
}

HrCapacity *
hr_capacity_ref (HrCapacity *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
hr_capacity_unref (HrCapacity *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint i = 0; i < self->n_segments; i++)
    {
      g_object_unref (self->segments[i].segment);
      g_clear_object (&self->segments[i].journey);
    }
  for (guint i = 0; i < self->n_roles; i++)
    g_object_unref (self->roles[i].role);
  hr_segmentation_unref (self->segmentation);
  g_object_unref (self->plan);
  g_free (self);
}

HrPlan *
hr_capacity_get_plan (const HrCapacity *self)
{
  return self->plan;
}

HrSegmentation *
hr_capacity_get_segmentation (const HrCapacity *self)
{
  return self->segmentation;
}

HrJourneyVersion
hr_capacity_get_version (const HrCapacity *self)
{
  return self->version;
}

guint
hr_capacity_get_n_segments (const HrCapacity *self)
{
  return self->n_segments;
}

/**
 * hr_segment_capacity_find_need:
 * @self: the answer for a segment
 * @role: (nullable): a role
 *
 * Finds what a segment needs of a role. For the role that carries the accounts it is what
 * the benchmark is held against.
 *
 * Returns: (transfer none) (nullable): the need, %NULL if the segment asks for none
 */
const HrRoleNeed *
hr_segment_capacity_find_need (const HrSegmentCapacity *self, const HrRole *role)
{
  for (guint i = 0; i < self->n_needs; i++)
    if (self->needs[i].role == role)
      return &self->needs[i];
  return NULL;
}

/**
 * hr_capacity_get_segment:
 * @self: the answer
 * @i: the place of a segment in the plan's list
 *
 * Gets the answer for one segment.
 *
 * Returns: (transfer none): valid as long as @self
 */
const HrSegmentCapacity *
hr_capacity_get_segment (const HrCapacity *self, guint i)
{
  g_return_val_if_fail (i < self->n_segments, NULL);

  return &self->segments[i];
}

guint
hr_capacity_get_n_roles (const HrCapacity *self)
{
  return self->n_roles;
}

/**
 * hr_capacity_get_role:
 * @self: the answer
 * @i: the place of a role in the plan's list
 *
 * Gets the answer for one role over all segments.
 *
 * Returns: (transfer none): valid as long as @self
 */
const HrRoleCapacity *
hr_capacity_get_role (const HrCapacity *self, guint i)
{
  g_return_val_if_fail (i < self->n_roles, NULL);

  return &self->roles[i];
}

const HrTotals *
hr_capacity_get_totals (const HrCapacity *self)
{
  return &self->totals;
}

/**
 * hr_capacity_find_segment:
 * @self: the answer
 * @segment: a segment
 *
 * Finds the answer for a segment.
 *
 * Returns: (transfer none) (nullable): %NULL if the plan did not have it
 */
const HrSegmentCapacity *
hr_capacity_find_segment (const HrCapacity *self, const HrSegment *segment)
{
  for (guint i = 0; i < self->n_segments; i++)
    if (self->segments[i].segment == segment)
      return &self->segments[i];
  return NULL;
}

/**
 * hr_capacity_get_share_of_arr:
 * @self: an answer
 * @segment: a segment of its plan
 *
 * Returns: the share of the ARR of all segments that one brings, 0–1; NAN where either is
 * not known or there is none
 */
double
hr_capacity_get_share_of_arr (const HrCapacity *self, const HrSegment *segment)
{
  const HrSegmentCapacity *one = hr_capacity_find_segment (self, segment);
  double all = hr_capacity_get_totals (self)->arr;

  return one != NULL && all > 0 ? one->arr / all : NAN;
}

/**
 * hr_capacity_find_role:
 * @self: the answer
 * @role: a role
 *
 * Finds the answer for a role over all segments.
 *
 * Returns: (transfer none) (nullable): %NULL if the plan did not have it
 */
const HrRoleCapacity *
hr_capacity_find_role (const HrCapacity *self, const HrRole *role)
{
  for (guint i = 0; i < self->n_roles; i++)
    if (self->roles[i].role == role)
      return &self->roles[i];
  return NULL;
}
