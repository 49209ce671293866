/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "hr-capacity.h"
#include "hr-chart.h"

G_BEGIN_DECLS

/* The journey of one segment: stages across, who does it or who is met down, touchpoints
 * as cards with their minutes and their share of the hours, how the customers feel above
 * them, friction and gaps marked. */

/**
 * HrJourneyLanes:
 * @HR_JOURNEY_LANES_ROLES: who does it
 * @HR_JOURNEY_LANES_PERSONAS: who is met; a touchpoint that meets several has a card for
 *   each
 *
 * What goes down the map.
 */
typedef enum
{
  HR_JOURNEY_LANES_ROLES,
  HR_JOURNEY_LANES_PERSONAS,
} HrJourneyLanes;

/**
 * HrJourneyMap:
 * @capacity: the answer for a plan
 * @segment: the place of a segment in the plan's list
 * @lanes: what goes down
 *
 * What a map shows.
 */
typedef struct
{
  const HrCapacity *capacity;
  guint segment;
  HrJourneyLanes lanes;
} HrJourneyMap;

double hr_journey_map_get_width (const HrJourneyMap *self, const HrChartTheme *theme);
double hr_journey_map_get_height (const HrJourneyMap *self,
                                  const HrChartTheme *theme,
                                  double width);
gboolean hr_journey_map_place (const HrJourneyMap *self,
                               const HrChartTheme *theme,
                               double width,
                               double height,
                               gconstpointer item,
                               cairo_rectangle_t *place);
gpointer hr_journey_map_find (const HrJourneyMap *self,
                              const HrChartTheme *theme,
                              double width,
                              double height,
                              double x,
                              double y,
                              cairo_rectangle_t *place);
void hr_journey_map_draw (const HrJourneyMap *self,
                          const HrChartTheme *theme,
                          cairo_t *cr,
                          double width,
                          double height);
char *hr_journey_map_explain (const HrJourneyMap *self, gconstpointer item);
char *hr_journey_map_get_title (const HrJourneyMap *self);
char *hr_journey_map_describe (const HrJourneyMap *self);

/* Of a #HrJourneyMap; its marks are lanes, stages, needs that are not met, touchpoints.
 */
extern const HrChart hr_journey_map;

G_END_DECLS
