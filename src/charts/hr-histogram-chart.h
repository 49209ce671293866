/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "hr-chart-theme.h"
#include "hr-histogram.h"

G_BEGIN_DECLS

/* How many accounts have which value, and thresholds that part them into bands. */

/**
 * HrHistogramPicture:
 * @histogram: what is drawn
 * @currency: (nullable): of the values; %NULL for numbers
 * @thresholds: (array length=n_thresholds): rising
 * @n_thresholds: how many; there is one band more
 * @colors: of the bands, from the lowest on
 * @names: (nullable): of the bands, from the lowest on
 * @active: the threshold that is held or has the focus, or -1
 * @is_strip: whether it is drawn low, without any text, as in a row of an editor
 */
typedef struct
{
  const HrHistogram *histogram;
  const char *currency;
  const double *thresholds;
  guint n_thresholds;
  const HrColor *colors;
  const char *const *names;
  int active;
  gboolean is_strip;
} HrHistogramPicture;

double hr_histogram_chart_get_height (const HrHistogramPicture *picture,
                                      const HrChartTheme *theme,
                                      double width);
gboolean hr_histogram_chart_place_bar (const HrHistogramPicture *picture,
                                       const HrChartTheme *theme,
                                       double width,
                                       double height,
                                       guint bin,
                                       cairo_rectangle_t *place);
void hr_histogram_chart_place_threshold (const HrHistogramPicture *picture,
                                         const HrChartTheme *theme,
                                         double width,
                                         double height,
                                         guint threshold,
                                         cairo_rectangle_t *place);
double hr_histogram_chart_get_value (const HrHistogramPicture *picture,
                                     const HrChartTheme *theme,
                                     double width,
                                     double height,
                                     double x);
void hr_histogram_chart_draw (const HrHistogramPicture *picture,
                              const HrChartTheme *theme,
                              cairo_t *cr,
                              double width,
                              double height);
char *hr_histogram_chart_write_value (const HrHistogramPicture *picture, double value);

G_END_DECLS
