/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "hr-capacity.h"
#include "hr-chart.h"

G_BEGIN_DECLS

/* Whom do I go to for this? Personas down, stages across: what they need, how they are
 * engaged, who owns the relation, and how many touchpoints of all journeys meet them. */

double hr_persona_matrix_get_width (const HrCapacity *capacity,
                                    const HrChartTheme *theme);
double hr_persona_matrix_get_height (const HrCapacity *capacity,
                                     const HrChartTheme *theme,
                                     double width);
gboolean hr_persona_matrix_place (const HrCapacity *capacity,
                                  const HrChartTheme *theme,
                                  double width,
                                  double height,
                                  guint persona,
                                  guint stage,
                                  cairo_rectangle_t *place);
gboolean hr_persona_matrix_find (const HrCapacity *capacity,
                                 const HrChartTheme *theme,
                                 double width,
                                 double height,
                                 double x,
                                 double y,
                                 guint *persona,
                                 guint *stage);
void hr_persona_matrix_draw (const HrCapacity *capacity,
                             const HrChartTheme *theme,
                             cairo_t *cr,
                             double width,
                             double height);
char *hr_persona_matrix_explain (const HrCapacity *capacity, guint persona, guint stage);
char *hr_persona_matrix_get_title (const HrCapacity *capacity);
char *hr_persona_matrix_describe (const HrCapacity *capacity);

/* Of a #HrCapacity; its marks are cells, row by row, and the item is the need in one. */
extern const HrChart hr_persona_matrix;

G_END_DECLS
