/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hr-histogram-chart.h"

G_BEGIN_DECLS

#define HR_TYPE_HISTOGRAM_AREA (hr_histogram_area_get_type ())
G_DECLARE_FINAL_TYPE (HrHistogramArea, hr_histogram_area, HR, HISTOGRAM_AREA, GtkWidget)

GtkWidget *hr_histogram_area_new (gboolean is_strip) G_GNUC_WARN_UNUSED_RESULT;
void hr_histogram_area_set_histogram (HrHistogramArea *self,
                                      HrHistogram *histogram,
                                      const char *currency);
void hr_histogram_area_set_thresholds (HrHistogramArea *self,
                                       const double *thresholds,
                                       guint n_thresholds);
void hr_histogram_area_set_bands (HrHistogramArea *self,
                                  const HrColor *colors,
                                  const char *const *names);
void hr_histogram_area_set_matching (HrHistogramArea *self, guint band);
void hr_histogram_area_set_handle_name (HrHistogramArea *self,
                                        guint threshold,
                                        const char *name);
void hr_histogram_area_focus (HrHistogramArea *self, guint threshold);

G_END_DECLS
