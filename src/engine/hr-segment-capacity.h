/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <math.h>

#include "hr-capacity.h"

G_BEGIN_DECLS

/* Inside this room: one segment's answer. */

/**
 * HrRoleWork:
 * @role: a role of the plan
 * @id: its id
 * @available_hours: of one full-time equivalent
 * @cost: of one full-time equivalent
 * @hours: what the journey at hand asks of it, per customer and year
 * @listed: whether a touchpoint of that journey takes minutes of it
 * @reason: why @hours is no answer
 *
 * A role made ready for the walk over the touchpoints.
 */
typedef struct
{
  HrRole *role;
  const char *id;
  double available_hours;
  double cost;
  double hours;
  gboolean listed;
  HrReason reason;
} HrRoleWork;

/* The customers, ARR and journey of @self are known; its needs have room for every role
 * that can come to stand there. */
void hr_segment_capacity_compute (HrSegmentCapacity *self,
                                  const HrPlan *plan,
                                  HrRoleWork *roles,
                                  guint n_roles);

static inline double
hr_touchpoint_get_minutes (const HrTouchpoint *self)
{
  return self->prep_minutes + self->delivery_minutes + self->follow_up_minutes;
}

/* What takes no effort takes no hours, whatever else is missing. */
static inline gboolean
hr_touchpoint_has_effort (const HrTouchpoint *self, const HrSegment *segment)
{
  return hr_touchpoint_get_minutes (self) > 0 && self->times > 0 && self->reach > 0 &&
         self->staff > 0 && segment->complexity > 0;
}

/* A book role can be listed that the journey asks nothing of. */
static inline gboolean
hr_role_need_has_hours (const HrRoleNeed *self)
{
  return self->workload_reason != HR_REASON_NO_JOURNEY &&
         self->workload_reason != HR_REASON_NO_WORKLOAD;
}

/* A result beyond what a number can hold is no answer, and neither is one that has a
 * reason already. */
static inline double
hr_settle (double value, HrReason *reason)
{
  if (*reason == HR_REASON_NONE && !isfinite (value))
    *reason = HR_REASON_OVERFLOW;
  return *reason == HR_REASON_NONE ? value : NAN;
}

/* People, what they cost, and whole people, if there are any, have an answer together or
 * not at all. Returns: why not. */
static inline HrReason
hr_settle_together (HrReason reason, double *fte, double *cost, double *heads)
{
  if (reason == HR_REASON_NONE &&
      !(isfinite (*fte) && isfinite (*cost) && (heads == NULL || isfinite (*heads))))
    reason = HR_REASON_OVERFLOW;
  if (reason != HR_REASON_NONE)
    {
      *fte = *cost = NAN;
      if (heads != NULL)
        *heads = NAN;
    }
  return reason;
}

/* Quotients carry noise, and 3.0000000000000004 people are three: people are rounded up
 * once a billionth has been taken off. */
static inline double
hr_round_up (double people)
{
  return fmax (ceil (people - 1e-9), 0);
}

/* For quotients whose reason can be told from their parts. */
static inline double
hr_quotient (double a, double b)
{
  double value = b > 0 ? a / b : NAN;

  return isfinite (value) ? value : NAN;
}

G_END_DECLS
