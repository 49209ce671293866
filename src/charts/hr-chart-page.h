/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-capacity.h"
#include "hr-chart-text.h"

G_BEGIN_DECLS

/* What every picture has around its marks. */

/**
 * HrChartWords:
 * @title: the finding
 * @subtitle: what is drawn, in which units
 * @foot: (nullable): the decisive assumptions
 */
typedef struct
{
  char *title;
  char *subtitle;
  char *foot;
} HrChartWords;

void hr_chart_words_clear (HrChartWords *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HrChartWords, hr_chart_words_clear)

/**
 * HrChartPage:
 * @pen: what writes the texts
 * @height: of the surface
 * @title: at the top
 * @subtitle: below it
 * @foot: at the bottom
 * @body: what is left for the marks; its height can be negative
 */
typedef struct
{
  HrChartPen pen;
  double height;
  HrChartText title;
  HrChartText subtitle;
  HrChartText foot;
  cairo_rectangle_t body;
} HrChartPage;

void hr_chart_page_init (HrChartPage *self,
                         const HrChartTheme *theme,
                         double size,
                         double width,
                         double height,
                         const HrChartWords *words);
void hr_chart_page_clear (HrChartPage *self);
gboolean hr_chart_page_may_shrink (const HrChartPage *self);
double hr_chart_page_get_next_size (const HrChartPage *self, double fit);
void hr_chart_page_clip_holes (const HrChartPage *self, cairo_t *cr);
void hr_chart_page_paint (const HrChartPage *self, cairo_t *cr);

/* What stands for the benchmark in every picture. */
void hr_chart_paint_diamond (const cairo_rectangle_t *place,
                             const HrChartTheme *theme,
                             cairo_t *cr);

G_END_DECLS
