/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "hr-capacity.h"
#include "hr-chart.h"

G_BEGIN_DECLS

/* Capacity versus ARR per segment: people needed beside people that the benchmark would
 * pay for and people today, with the ARR they carry. */

/**
 * HrCapacityMark:
 * @HR_CAPACITY_MARK_ROW: all that belongs to a segment
 * @HR_CAPACITY_MARK_NEEDED: the filled bar; as wide as nothing where nobody is needed
 * @HR_CAPACITY_MARK_GAP: from the end of the bar to the line, short or spare
 * @HR_CAPACITY_MARK_TODAY: the strong line across the bar
 * @HR_CAPACITY_MARK_BENCHMARK: the open diamond
 * @HR_CAPACITY_MARK_NAME: the segment's name
 * @HR_CAPACITY_MARK_ARR: its ARR, or why it has none
 * @HR_CAPACITY_MARK_NEEDED_TEXT: "9.0 needed"
 * @HR_CAPACITY_MARK_TODAY_TEXT: "5 today"
 * @HR_CAPACITY_MARK_BENCHMARK_TEXT: "6.2 benchmark"
 * @HR_CAPACITY_MARK_GAP_TEXT: "4.0 short" at the end of the row
 * @HR_CAPACITY_MARK_REASON_TEXT: why nobody can say how many are needed
 *
 * What is drawn of one segment.
 */
typedef enum
{
  HR_CAPACITY_MARK_ROW,
  HR_CAPACITY_MARK_NEEDED,
  HR_CAPACITY_MARK_GAP,
  HR_CAPACITY_MARK_TODAY,
  HR_CAPACITY_MARK_BENCHMARK,
  HR_CAPACITY_MARK_NAME,
  HR_CAPACITY_MARK_ARR,
  HR_CAPACITY_MARK_NEEDED_TEXT,
  HR_CAPACITY_MARK_TODAY_TEXT,
  HR_CAPACITY_MARK_BENCHMARK_TEXT,
  HR_CAPACITY_MARK_GAP_TEXT,
  HR_CAPACITY_MARK_REASON_TEXT,
} HrCapacityMark;

#define HR_CAPACITY_N_MARKS (HR_CAPACITY_MARK_REASON_TEXT + 1)

gboolean hr_capacity_chart_place (const HrCapacity *capacity,
                                  const HrChartTheme *theme,
                                  double width,
                                  double height,
                                  guint segment,
                                  HrCapacityMark mark,
                                  cairo_rectangle_t *place);
gboolean hr_capacity_chart_find (const HrCapacity *capacity,
                                 const HrChartTheme *theme,
                                 double width,
                                 double height,
                                 double x,
                                 double y,
                                 guint *segment);
double hr_capacity_chart_get_height (const HrCapacity *capacity,
                                     const HrChartTheme *theme,
                                     double width);
void hr_capacity_chart_draw (const HrCapacity *capacity,
                             const HrChartTheme *theme,
                             cairo_t *cr,
                             double width,
                             double height);
char *hr_capacity_chart_get_title (const HrCapacity *capacity);
char *hr_capacity_chart_describe (const HrCapacity *capacity);

/* Of a #HrCapacity; its marks are segments. */
extern const HrChart hr_capacity_chart;

G_END_DECLS
