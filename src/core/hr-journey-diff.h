/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-journey.h"
#include "hr-touchpoint.h"

G_BEGIN_DECLS

/**
 * HrChange:
 * @HR_CHANGE_NONE: both journeys have it, and all of it is the same
 * @HR_CHANGE_ADDED: only the redesign has it
 * @HR_CHANGE_REMOVED: only the current journey has it
 * @HR_CHANGE_CHANGED: both have it, with other values
 *
 * What a redesign does to a touchpoint.
 */
typedef enum
{
  HR_CHANGE_NONE,
  HR_CHANGE_ADDED,
  HR_CHANGE_REMOVED,
  HR_CHANGE_CHANGED,
} HrChange;

/**
 * HrTouchpointChange:
 * @kind: what the redesign does
 * @before: (owned) (nullable): as it is in the current journey
 * @after: (owned) (nullable): as it is in the redesign
 * @fields: (owned) (element-type HrField): those whose values differ, in their order
 */
typedef struct
{
  HrChange kind;
  HrTouchpoint *before;
  HrTouchpoint *after;
  GPtrArray *fields;
} HrTouchpointChange;

/**
 * HrJourneyDiff:
 * @changes: (owned) (element-type HrTouchpointChange): in the order of the redesign, and
 *   what it removes where it was; those that stay the same too
 * @n_added: how many it adds
 * @n_removed: how many it removes
 * @n_changed: how many it changes
 *
 * What a redesign does to a journey, touchpoint by touchpoint.
 */
typedef struct
{
  GPtrArray *changes;
  guint n_added;
  guint n_removed;
  guint n_changed;
} HrJourneyDiff;

HrJourneyDiff *hr_journey_diff_new (const HrJourney *current, const HrJourney *redesigned)
    G_GNUC_WARN_UNUSED_RESULT;
void hr_journey_diff_free (HrJourneyDiff *self);

const HrTouchpointChange *hr_journey_diff_find (const HrJourneyDiff *self,
                                                const HrTouchpoint *touchpoint);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HrJourneyDiff, hr_journey_diff_free)

G_END_DECLS
