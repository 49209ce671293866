/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "hr-capacity.h"
#include "hr-chart-theme.h"

G_BEGIN_DECLS

/* Capacity versus ARR per segment: people needed beside people that the benchmark would
 * pay for and people today, with the ARR they carry. */

typedef enum
{
  HR_CAPACITY_MARK_ROW, /* the whole row of a segment */
  HR_CAPACITY_MARK_NAME,
  HR_CAPACITY_MARK_ARR,
  HR_CAPACITY_MARK_NEEDED,    /* the filled bar */
  HR_CAPACITY_MARK_TODAY,     /* the line across it */
  HR_CAPACITY_MARK_BENCHMARK, /* the open marker */
  HR_CAPACITY_MARK_VALUES,    /* the words at the end */
} HrCapacityMark;

/* Where a mark lies; painting, pointing and tests all ask here. A mark without a value
 * has width 0. Returns: whether the mark is shown. */
gboolean hr_capacity_chart_place (const HrCapacity *capacity,
                                  const HrChartTheme *theme,
                                  double width,
                                  double height,
                                  guint segment,
                                  HrCapacityMark mark,
                                  cairo_rectangle_t *place);
/* The height at which nothing must be squeezed. */
double hr_capacity_chart_get_height (const HrCapacity *capacity,
                                     const HrChartTheme *theme,
                                     double width);
void hr_capacity_chart_draw (const HrCapacity *capacity,
                             const HrChartTheme *theme,
                             cairo_t *cr,
                             double width,
                             double height);
char *hr_capacity_chart_get_title (const HrCapacity *capacity);
char *hr_capacity_chart_describe (const HrCapacity *capacity); /* for the screen reader */

G_END_DECLS
