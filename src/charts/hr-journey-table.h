/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-journey-map.h"
#include "hr-meeting.h"

G_BEGIN_DECLS

/* What is in a journey map and in which order, before anybody knows how large it is. */

/* From here on, those inside have to work around something. */
#define HR_JOURNEY_HIGH_FRICTION 2

/**
 * HrJourneyStage:
 * @stage: (nullable): %NULL for touchpoints without one
 * @n_touchpoints: how many
 * @hours: per customer and year, NAN without an answer
 * @share: of the whole journey
 * @sentiment: mean of the touchpoints, each as often as a customer meets it; NAN if none
 *   is ever met
 */
typedef struct
{
  HrStage *stage;
  guint n_touchpoints;
  double hours;
  double share;
  double sentiment;
} HrJourneyStage;

/**
 * HrJourneyLane:
 * @item: (nullable): a role or a persona; %NULL for touchpoints that name none
 * @hours: of its touchpoints, per customer and year
 */
typedef struct
{
  HrItem *item;
  double hours;
} HrJourneyLane;

/**
 * HrJourneyEntry:
 * @touchpoint: a touchpoint
 * @hours: per customer and year
 */
typedef struct
{
  HrTouchpoint *touchpoint;
  double hours;
} HrJourneyEntry;

/**
 * HrJourneyCell:
 * @first: the first of its entries
 * @n: how many
 * @unmet: (nullable): what the persona of the lane needs here and nobody meets
 */
typedef struct
{
  guint first;
  guint n;
  const HrNeed *unmet;
} HrJourneyCell;

/**
 * HrJourneyTable:
 * @map: what is shown
 * @plan: the plan
 * @segment: the answer for the segment
 * @stages: (element-type HrJourneyStage)
 * @lanes: (element-type HrJourneyLane)
 * @entries: (element-type HrJourneyEntry): lane by lane, stage by stage
 * @cells: (element-type HrJourneyCell): the same
 * @most_hours: of one touchpoint
 * @spoken_of: the stage that the title is about, or -1
 * @n_needs: of the personas, where the lanes are theirs
 * @n_unmet: of these
 */
typedef struct
{
  const HrJourneyMap *map;
  HrPlan *plan;
  const HrSegmentCapacity *segment;
  GArray *stages;
  GArray *lanes;
  GArray *entries;
  GArray *cells;
  double most_hours;
  int spoken_of;
  guint n_needs;
  guint n_unmet;
} HrJourneyTable;

void hr_journey_table_init (HrJourneyTable *self, const HrJourneyMap *map);
void hr_journey_table_clear (HrJourneyTable *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HrJourneyTable, hr_journey_table_clear)

static inline const HrJourneyStage *
hr_journey_table_stage (const HrJourneyTable *self, guint i)
{
  return &g_array_index (self->stages, HrJourneyStage, i);
}

static inline const HrJourneyLane *
hr_journey_table_lane (const HrJourneyTable *self, guint i)
{
  return &g_array_index (self->lanes, HrJourneyLane, i);
}

static inline const HrJourneyEntry *
hr_journey_table_entry (const HrJourneyTable *self, guint i)
{
  return &g_array_index (self->entries, HrJourneyEntry, i);
}

static inline const HrJourneyCell *
hr_journey_table_cell (const HrJourneyTable *self, guint lane, guint stage)
{
  return &g_array_index (self->cells, HrJourneyCell, lane * self->stages->len + stage);
}

G_END_DECLS
