/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "hr-capacity.h"
#include "hr-chart.h"

G_BEGIN_DECLS

/* The year of one person of a role: from the hours that are paid, step by step down to
 * those for customers. */

gboolean hr_hours_chart_place (const HrRole *role,
                               const HrChartTheme *theme,
                               double width,
                               double height,
                               HrHoursPart part,
                               cairo_rectangle_t *place);
double
hr_hours_chart_get_height (const HrRole *role, const HrChartTheme *theme, double width);
void hr_hours_chart_draw (const HrRole *role,
                          const HrChartTheme *theme,
                          cairo_t *cr,
                          double width,
                          double height);
char *hr_hours_chart_explain (const HrRole *role, HrHoursPart part);
char *hr_hours_chart_get_title (const HrRole *role);
char *hr_hours_chart_describe (const HrRole *role);

/* Of a #HrRole; its marks are steps of the year, #HrHoursPart. */
extern const HrChart hr_hours_chart;

G_END_DECLS
