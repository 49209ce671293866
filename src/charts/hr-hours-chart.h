/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "hr-chart-theme.h"
#include "hr-role.h"

G_BEGIN_DECLS

/* The year of one person of a role: from the hours that are paid, step by step down to
 * those for customers. */

/**
 * HrHoursPart:
 * @HR_HOURS_PAID: all hours of the contract
 * @HR_HOURS_LEAVE: holidays and the like
 * @HR_HOURS_INTERNAL: meetings, training, administration
 * @HR_HOURS_LOST: what realisation takes
 * @HR_HOURS_CUSTOMERS: what is left
 *
 * A step of the year; the first and the last are wholes, the others are taken away.
 */
typedef enum
{
  HR_HOURS_PAID,
  HR_HOURS_LEAVE,
  HR_HOURS_INTERNAL,
  HR_HOURS_LOST,
  HR_HOURS_CUSTOMERS,
  HR_HOURS_N_PARTS,
} HrHoursPart;

double hr_hours_chart_get_hours (const HrRole *role, HrHoursPart part);
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

G_END_DECLS
