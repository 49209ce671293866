/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-chart-page.h"

#include <math.h>

/* Of the size of the text. */
#define ABOVE_BODY 1.1
#define LEAST_SIZE 1.0 /* in units of the surface: nobody reads it, and it is not 0 */
#define ABOVE_FOOT 1.4

void
hr_chart_words_clear (HrChartWords *self)
{
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->subtitle, g_free);
  g_clear_pointer (&self->foot, g_free);
}

/* Returns: where the next thing can begin */
static double
put_text (HrChartText *text, double x, double y, double width, int most_lines)
{
  hr_chart_text_wrap (text, width, most_lines);
  text->place.x = x;
  text->place.y = y;
  return y + text->place.height;
}

/**
 * hr_chart_page_init:
 * @self: a page
 * @theme: how it looks
 * @size: of the body text
 * @width: of the surface
 * @height: of the surface
 * @words: what it says
 *
 * Lays out the words, and finds what they leave for the marks.
 */
void
hr_chart_page_init (HrChartPage *self,
                    const HrChartTheme *theme,
                    double size,
                    double width,
                    double height,
                    const HrChartWords *words)
{
  double margin = fmin (size * theme->margin, width / 8);
  double room = width - 2 * margin;
  double y, end;

  *self = (HrChartPage) { .height = height };
  hr_chart_pen_init (&self->pen, theme, size, width);
  self->title =
      hr_chart_text_new (&self->pen, HR_CHART_FONT_TITLE, &theme->ink, words->title);
  self->subtitle =
      hr_chart_text_new (&self->pen, HR_CHART_FONT_BODY, &theme->dim, words->subtitle);
  self->foot = hr_chart_text_new (&self->pen, HR_CHART_FONT_BODY, &theme->dim,
                                  theme->omits_foot ? NULL : words->foot);

  y = put_text (&self->title, margin, margin, room, 3);
  y = put_text (&self->subtitle, margin, y + size * 0.3, room, 4);
  put_text (&self->foot, margin, 0, room, 3);
  self->foot.place.y = end = height - margin - self->foot.place.height;
  if (self->foot.layout != NULL)
    end -= size * ABOVE_FOOT;

  y += size * ABOVE_BODY;
  self->body = (cairo_rectangle_t) { margin, y, room, end - y };
}

void
hr_chart_page_clear (HrChartPage *self)
{
  hr_chart_text_clear (&self->title);
  hr_chart_text_clear (&self->subtitle);
  hr_chart_text_clear (&self->foot);
  hr_chart_pen_clear (&self->pen);
}

/**
 * hr_chart_page_may_shrink:
 * @self: a page
 *
 * Says whether its letters had better become smaller than say less.
 */
gboolean
hr_chart_page_may_shrink (const HrChartPage *self)
{
  double least = self->pen.theme->least_size;

  return least > 0 && self->pen.size > least;
}

/**
 * hr_chart_page_get_next_size:
 * @self: a page
 * @fit: what share of its marks has room, below 1
 *
 * Says which smaller letters to try. Smaller words need fewer lines: all of the share
 * would be too much.
 *
 * Returns: a size; that of the page if none is smaller
 */
double
hr_chart_page_get_next_size (const HrChartPage *self, double fit)
{
  double next = self->pen.size * CLAMP (sqrt (fit), 0.5, 0.96);

  if (hr_chart_page_may_shrink (self))
    next = fmax (next, self->pen.theme->least_size);
  return fmax (next, fmin (LEAST_SIZE, self->pen.size));
}

/* Keeps what is drawn next out of the holes that are in the path, one for each text. */
void
hr_chart_page_clip_holes (const HrChartPage *self, cairo_t *cr)
{
  cairo_rectangle (cr, 0, 0, self->pen.width, self->height);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_clip (cr);
}

void
hr_chart_page_paint (const HrChartPage *self, cairo_t *cr)
{
  hr_color_set (&self->pen.theme->paper, cr);
  cairo_rectangle (cr, 0, 0, self->pen.width, self->height);
  cairo_fill (cr);

  hr_chart_text_paint (&self->title, &self->pen, cr);
  hr_chart_text_paint (&self->subtitle, &self->pen, cr);
  hr_chart_text_paint (&self->foot, &self->pen, cr);
}

void
hr_chart_paint_diamond (const cairo_rectangle_t *place,
                        const HrChartTheme *theme,
                        cairo_t *cr)
{
  HrColor paper = theme->paper;

  cairo_move_to (cr, place->x + place->width / 2, place->y);
  cairo_rel_line_to (cr, place->width / 2, place->height / 2);
  cairo_rel_line_to (cr, -place->width / 2, place->height / 2);
  cairo_rel_line_to (cr, -place->width / 2, -place->height / 2);
  cairo_close_path (cr);
  paper.alpha = 1;
  hr_color_set (&paper, cr);
  cairo_fill_preserve (cr);
  hr_color_set (&theme->ink, cr);
  cairo_set_line_width (cr, fmax (1.5 * theme->line, place->width / 9));
  cairo_stroke (cr);
}
