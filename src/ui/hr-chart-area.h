/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "hr-document.h"

G_BEGIN_DECLS

#define HR_TYPE_CHART_AREA (hr_chart_area_get_type ())
G_DECLARE_FINAL_TYPE (HrChartArea, hr_chart_area, HR, CHART_AREA, GtkWidget)

/**
 * HrChart:
 *
 * Which picture a chart area shows.
 */
typedef enum
{
  HR_CHART_CAPACITY,
  HR_CHART_COVERAGE,
  HR_CHART_HOURS, /* of a role: the year of one person */
} HrChart;

void hr_chart_area_set_document (HrChartArea *self, HrDocument *document);
void hr_chart_area_set_role (HrChartArea *self, HrRole *role);
void hr_chart_area_set_chart (HrChartArea *self, HrChart chart);

G_END_DECLS
