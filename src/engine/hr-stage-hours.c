/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-stage-hours.h"

#include <math.h>

/**
 * hr_stage_get_hours:
 * @capacity: an answer
 * @segment: whose journey
 * @stage: (nullable): which stage, or %NULL for touchpoints without one
 * @share: (out): of the whole journey's hours; NAN without an answer
 *
 * Adds up the touchpoints of one stage.
 *
 * Returns: hours per customer and year; NAN if a touchpoint has no answer
 */
double
hr_stage_get_hours (const HrCapacity *capacity,
                    const HrSegment *segment,
                    const HrStage *stage,
                    double *share)
{
  HrPlan *plan = hr_capacity_get_plan (capacity);
  const HrSegmentCapacity *answer = hr_capacity_find_segment (capacity, segment);
  const char *id = stage != NULL ? hr_item_get_id (stage) : NULL;
  double hours = 0;

  *share = NAN;
  if (answer == NULL || answer->journey == NULL)
    return NAN;

  for (guint i = 0; i < hr_list_get_n (answer->journey->touchpoints); i++)
    {
      const HrTouchpoint *touchpoint = hr_list_get (answer->journey->touchpoints, i);
      HrReason reason;

      if (touchpoint->stage == id)
        hours += hr_touchpoint_get_hours (touchpoint, plan, segment, answer->customers,
                                          &reason);
    }
  if (answer->workload_hours > 0)
    *share = hours / answer->workload_hours;
  return hours;
}
