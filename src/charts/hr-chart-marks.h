/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-chart-text.h"

G_BEGIN_DECLS

/* Marks that several pictures have. Places are those of the surface. */

void hr_chart_paint_hatch (const cairo_rectangle_t *place,
                           const HrColor *color,
                           const HrChartText *words,
                           const HrChartPen *pen,
                           cairo_t *cr);
void hr_chart_paint_octagon (const cairo_rectangle_t *place,
                             const HrColor *color,
                             cairo_t *cr);
void hr_chart_add_rounded (const cairo_rectangle_t *place, double radius, cairo_t *cr);

G_END_DECLS
