/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "hr-capacity.h"
#include "hr-chart-theme.h"

G_BEGIN_DECLS

/* The coverage map: ARR across, people needed up, area by customers, the benchmark as a
 * line. What lies above the line costs more people than its revenue pays for. */

typedef enum
{
  HR_COVERAGE_MARK_DISC,
  HR_COVERAGE_MARK_LABEL,
  HR_COVERAGE_MARK_BENCHMARK, /* the segment's own benchmark, where it has one */
} HrCoverageMark;

gboolean hr_coverage_map_place (const HrCapacity *capacity,
                                const HrChartTheme *theme,
                                double width,
                                double height,
                                guint segment,
                                HrCoverageMark mark,
                                cairo_rectangle_t *place);
void hr_coverage_map_draw (const HrCapacity *capacity,
                           const HrChartTheme *theme,
                           cairo_t *cr,
                           double width,
                           double height);
char *hr_coverage_map_get_title (const HrCapacity *capacity);
char *hr_coverage_map_describe (const HrCapacity *capacity);

G_END_DECLS
