/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <pango/pango.h>

#include "hr-chart-theme.h"

G_BEGIN_DECLS

/* Text that is measured once, moved to its place and painted. */

/**
 * HrChartFont:
 * @HR_CHART_FONT_BODY: the size of the theme; nothing is smaller
 * @HR_CHART_FONT_STRONG: the same, bold
 * @HR_CHART_FONT_TITLE: larger and bold
 */
typedef enum
{
  HR_CHART_FONT_BODY,
  HR_CHART_FONT_STRONG,
  HR_CHART_FONT_TITLE,
} HrChartFont;

/**
 * HrChartPen:
 * @theme: how it looks
 * @size: of the body text; that of the theme unless there is too little room for it
 * @line: the height of a line of it
 * @width: of the surface, which right-to-left pictures are mirrored in
 * @context: (owned): shapes them
 * @layouts: (owned) (element-type PangoLayout): a set of those that texts share, which
 *   nobody may change
 *
 * What writes and measures the texts of one picture.
 *
 * All places of a picture are computed from the start side on; hr_chart_pen_to_surface()
 * is the only one who knows which side that is.
 */
typedef struct
{
  const HrChartTheme *theme;
  double size;
  double line;
  double width;
  PangoContext *context;
  GHashTable *layouts;
} HrChartPen;

void hr_chart_pen_init (HrChartPen *self,
                        const HrChartTheme *theme,
                        double size,
                        double width);
void hr_chart_pen_clear (HrChartPen *self);
cairo_rectangle_t hr_chart_pen_to_surface (const HrChartPen *self,
                                           cairo_rectangle_t place);
double hr_chart_pen_to_surface_x (const HrChartPen *self, double x);
void hr_color_set (const HrColor *self, cairo_t *cr);

/**
 * HrChartText:
 * @layout: (nullable) (owned): %NULL for no text
 * @place: where it lies, from the start side on
 * @color: of the letters
 */
typedef struct
{
  PangoLayout *layout;
  cairo_rectangle_t place;
  HrColor color;
} HrChartText;

HrChartText hr_chart_text_new (const HrChartPen *pen,
                               HrChartFont font,
                               const HrColor *color,
                               const char *words) G_GNUC_WARN_UNUSED_RESULT;
HrChartText hr_chart_text_new_within (const HrChartPen *pen,
                                      HrChartFont font,
                                      const HrColor *color,
                                      const char *words,
                                      double width,
                                      int most_lines) G_GNUC_WARN_UNUSED_RESULT;
void hr_chart_text_clear (HrChartText *self);
void hr_chart_text_wrap (HrChartText *self, double width, int most_lines);
void hr_chart_text_shorten (HrChartText *self, double width);
void hr_chart_text_thin_out (HrChartText *texts, guint n, double gap);
void hr_chart_text_cut_out (const HrChartText *self, const HrChartPen *pen, cairo_t *cr);
void hr_chart_text_paint (const HrChartText *self, const HrChartPen *pen, cairo_t *cr);

G_END_DECLS
