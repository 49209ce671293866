/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-chart-marks.h"

#include <math.h>

/* Of the size of the text. */
#define HATCH_EVERY 1.1
#define AROUND 0.25 /* kept free before and behind words */

#define CORNER 0.293 /* of the side of a square that an octagon cuts off */

/* A part of the line that rises from @x at the bottom by one for one. */
static void
stroke_part (double x, double bottom, double from, double to, cairo_t *cr)
{
  if (to <= from)
    return;
  cairo_move_to (cr, x + from, bottom - from);
  cairo_line_to (cr, x + to, bottom - to);
  cairo_stroke (cr); /* one by one: Cairo looks where the lines of a path cross */
}

/* Something is missing here: slanting lines, but not through the words that say what. */
void
hr_chart_paint_hatch (const cairo_rectangle_t *place,
                      const HrColor *color,
                      const HrChartText *words,
                      const HrChartPen *pen,
                      cairo_t *cr)
{
  double right = place->x + place->width, bottom = place->y + place->height;
  double around = AROUND * pen->size, every = HATCH_EVERY * pen->size;
  guint n = (guint) ceil ((place->width + place->height) / every);
  cairo_rectangle_t hole = { right + place->height, 0, 0, 0 };

  if (words != NULL && words->layout != NULL)
    hole = hr_chart_pen_to_surface (pen, words->place);
  hr_color_set (color, cr);
  cairo_set_line_width (cr, pen->theme->line);
  for (guint i = 0; i < n; i++)
    {
      double x = place->x - place->height + i * every;
      double from = fmax (place->x - x, 0), to = fmin (right - x, place->height);
      double hole_from = fmax (hole.x - around - x, bottom - hole.y - hole.height);
      double hole_to = fmin (hole.x + hole.width + around - x, bottom - hole.y);

      if (hole_from < hole_to)
        {
          stroke_part (x, bottom, from, fmin (hole_from, to), cr);
          stroke_part (x, bottom, fmax (hole_to, from), to, cr);
        }
      else
        {
          stroke_part (x, bottom, from, to, cr);
        }
    }
}

/* A sign that says stop, whatever its colour. */
void
hr_chart_paint_octagon (const cairo_rectangle_t *place, const HrColor *color, cairo_t *cr)
{
  double cut = CORNER * place->width, side = place->width - 2 * cut;

  cairo_move_to (cr, place->x + cut, place->y);
  cairo_rel_line_to (cr, side, 0);
  cairo_rel_line_to (cr, cut, cut);
  cairo_rel_line_to (cr, 0, side);
  cairo_rel_line_to (cr, -cut, cut);
  cairo_rel_line_to (cr, -side, 0);
  cairo_rel_line_to (cr, -cut, -cut);
  cairo_rel_line_to (cr, 0, -side);
  cairo_close_path (cr);
  hr_color_set (color, cr);
  cairo_fill (cr);
}

/* Adds a rectangle with round corners to the path. Its edges are moved to whole units:
 * between pixels each row would be blurred at both ends, which takes half as long again.
 */
void
hr_chart_add_rounded (const cairo_rectangle_t *place, double radius, cairo_t *cr)
{
  double left = round (place->x), right = round (place->x + place->width);
  double top = round (place->y), bottom = round (place->y + place->height);
  double r = fmin (radius, fmin (right - left, bottom - top) / 2);

  cairo_new_sub_path (cr);
  cairo_arc (cr, right - r, top + r, r, -G_PI_2, 0);
  cairo_arc (cr, right - r, bottom - r, r, 0, G_PI_2);
  cairo_arc (cr, left + r, bottom - r, r, G_PI_2, G_PI);
  cairo_arc (cr, left + r, top + r, r, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}
