/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "hr-capacity.h"
#include "hr-chart.h"

G_BEGIN_DECLS

/* The coverage map: ARR across, people needed up, area by customers, the benchmark as a
 * line. What lies above the line costs more people than its revenue pays for. */

/**
 * HrCoverageMark:
 * @HR_COVERAGE_MARK_DISC: the square around the disc; its area grows with the customers
 * @HR_COVERAGE_MARK_LABEL: name and values
 * @HR_COVERAGE_MARK_BENCHMARK: the open diamond, where segments have benchmarks of their
 *   own; a benchmark that all share is a line
 *
 * What is drawn of one segment.
 */
typedef enum
{
  HR_COVERAGE_MARK_DISC,
  HR_COVERAGE_MARK_LABEL,
  HR_COVERAGE_MARK_BENCHMARK,
} HrCoverageMark;

gboolean hr_coverage_map_place (const HrCapacity *capacity,
                                const HrChartTheme *theme,
                                double width,
                                double height,
                                guint segment,
                                HrCoverageMark mark,
                                cairo_rectangle_t *place);
gboolean hr_coverage_map_find (const HrCapacity *capacity,
                               const HrChartTheme *theme,
                               double width,
                               double height,
                               double x,
                               double y,
                               guint *segment);
void hr_coverage_map_draw (const HrCapacity *capacity,
                           const HrChartTheme *theme,
                           cairo_t *cr,
                           double width,
                           double height);
char *hr_coverage_map_get_title (const HrCapacity *capacity);
char *hr_coverage_map_describe (const HrCapacity *capacity);

/* Of a #HrCapacity; its marks are segments. */
extern const HrChart hr_coverage_map;

G_END_DECLS
