/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-check.h"

G_BEGIN_DECLS

/* Inside this room: checks in the making. */

/**
 * HrChecker:
 * @capacity: the answer
 * @plan: its plan
 * @segmentation: who belongs where
 * @as_of: the day, or %HR_DATE_NONE
 * @found: (element-type HrCheck): so far
 */
typedef struct
{
  const HrCapacity *capacity;
  HrPlan *plan;
  HrSegmentation *segmentation;
  gint32 as_of;
  GPtrArray *found;
} HrChecker;

HrCheck *hr_checker_add (HrChecker *self, HrCheckKind kind, gconstpointer item);

void hr_checker_look_at_defaults (HrChecker *self);
void hr_checker_look_at_journeys (HrChecker *self);
void hr_checker_look_at_playbooks (HrChecker *self);

gboolean hr_segment_capacity_has_one_time_work (const HrSegmentCapacity *self);

G_END_DECLS
