/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-coverage-map.h"

#include <math.h>

#include "hr-chart-words.h"
#include "hr-coverage-layout.h"

#define DISC_ALPHA 0.3
#define REGION_ALPHA 0.45

/**
 * hr_coverage_map_place:
 * @capacity: what is shown
 * @theme: how it looks
 * @width: of the surface
 * @height: of the surface
 * @segment: the place of a segment in the plan's list
 * @mark: which of its marks
 * @place: (out): where it lies; nowhere if it is not shown
 *
 * Says where a mark lies: painting, pointing and tests all ask this.
 *
 * Returns: whether the mark is shown: what has no ARR or no answer is not on the map
 */
gboolean
hr_coverage_map_place (const HrCapacity *capacity,
                       const HrChartTheme *theme,
                       double width,
                       double height,
                       guint segment,
                       HrCoverageMark mark,
                       cairo_rectangle_t *place)
{
  HrCoverageLayout layout;
  gboolean shown;

  g_return_val_if_fail (segment < hr_capacity_get_n_segments (capacity), FALSE);

  hr_coverage_layout_init (&layout, capacity, theme, width, height);
  shown = hr_coverage_layout_place (&layout, segment, mark, place);
  hr_coverage_layout_clear (&layout);
  return shown;
}

/**
 * hr_coverage_map_find:
 * @capacity: what is shown
 * @theme: how it looks
 * @width: of the surface
 * @height: of the surface
 * @x: where somebody points at
 * @y: where somebody points at
 * @segment: (out): the place of a segment in the plan's list
 *
 * Finds the segment in whose disc or label a point lies; of several the nearest centre.
 *
 * Returns: whether there is one
 */
gboolean
hr_coverage_map_find (const HrCapacity *capacity,
                      const HrChartTheme *theme,
                      double width,
                      double height,
                      double x,
                      double y,
                      guint *segment)
{
  HrCoverageLayout layout;
  double nearest = INFINITY;

  hr_coverage_layout_init (&layout, capacity, theme, width, height);
  for (guint i = 0; i < layout.n_discs; i++)
    for (HrCoverageMark mark = HR_COVERAGE_MARK_DISC; mark <= HR_COVERAGE_MARK_LABEL;
         mark++)
      {
        cairo_rectangle_t place;
        double distance;

        if (!hr_coverage_layout_place (&layout, i, mark, &place))
          continue;
        distance = hypot (x - place.x - place.width / 2, y - place.y - place.height / 2);
        if (x < place.x || x >= place.x + place.width || y < place.y ||
            y >= place.y + place.height || distance >= nearest)
          continue;
        nearest = distance;
        *segment = i;
      }
  hr_coverage_layout_clear (&layout);
  return isfinite (nearest);
}

static double
mirror (const HrCoverageLayout *layout, double x)
{
  return hr_chart_pen_to_surface_x (&layout->page.pen, x);
}

static void
paint_text (const HrCoverageLayout *layout, const HrChartText *text, cairo_t *cr)
{
  hr_chart_text_paint (text, &layout->page.pen, cr);
}

/* The side of the line where people cost more than the revenue pays for. */
static void
paint_region (const HrCoverageLayout *layout, cairo_t *cr)
{
  const HrChartTheme *theme = layout->page.pen.theme;
  double bottom = layout->data.y + layout->data.height;
  HrColor shade = theme->grid;

  shade.alpha *= REGION_ALPHA;
  cairo_move_to (cr, mirror (layout, layout->data.x), bottom);
  cairo_line_to (cr, mirror (layout, layout->line_end.x), layout->line_end.y);
  cairo_line_to (cr, mirror (layout, layout->line_end.x), layout->frame.y);
  cairo_line_to (cr, mirror (layout, layout->data.x), layout->frame.y);
  cairo_close_path (cr);
  hr_color_set (&shade, cr);
  cairo_fill (cr);
}

static void
paint_benchmark_line (const HrCoverageLayout *layout, cairo_t *cr)
{
  const HrChartTheme *theme = layout->page.pen.theme;

  cairo_move_to (cr, mirror (layout, layout->data.x),
                 layout->data.y + layout->data.height);
  cairo_line_to (cr, mirror (layout, layout->line_end.x), layout->line_end.y);
  hr_color_set (&theme->ink, cr);
  cairo_set_line_width (cr, 1.5 * theme->line);
  cairo_stroke (cr);
}

static void
paint_grid (const HrCoverageLayout *layout, cairo_t *cr)
{
  const HrChartTheme *theme = layout->page.pen.theme;
  double from = mirror (layout, layout->frame.x);
  double to = mirror (layout, layout->frame.x + layout->frame.width);

  cairo_set_line_width (cr, theme->line);
  for (guint i = 0; i < layout->people.n_ticks; i++)
    {
      double y =
          layout->data.y + layout->data.height -
          hr_scale_to (&layout->people, i * layout->people.step, layout->data.height);

      hr_color_set (i == 0 ? &theme->ink : &theme->grid, cr);
      cairo_move_to (cr, from, y);
      cairo_line_to (cr, to, y);
      cairo_stroke (cr);
    }
}

static void
paint_disc (const HrCoverageLayout *layout, guint i, cairo_t *cr)
{
  const HrChartTheme *theme = layout->page.pen.theme;
  const HrColor *color = (int) i == layout->spoken_of ? &theme->accent : &theme->muted;
  HrColor fill = *color;
  cairo_rectangle_t place;

  if (!hr_coverage_layout_place (layout, i, HR_COVERAGE_MARK_DISC, &place))
    return;

  fill.alpha *= (int) i == layout->spoken_of ? 1 : DISC_ALPHA;
  cairo_new_sub_path (cr);
  cairo_arc (cr, place.x + place.width / 2, place.y + place.height / 2,
             place.width / 2 - theme->line / 2, 0, 2 * G_PI);
  hr_color_set (&fill, cr);
  cairo_fill_preserve (cr);
  hr_color_set (color, cr);
  cairo_set_line_width (cr, 1.5 * theme->line);
  cairo_stroke (cr);
}

static void
paint_stroke (const HrCoverageLayout *layout,
              const HrCoverageStroke *stroke,
              const HrColor *color,
              cairo_t *cr)
{
  cairo_move_to (cr, mirror (layout, stroke->from.x), stroke->from.y);
  cairo_line_to (cr, mirror (layout, stroke->to.x), stroke->to.y);
  hr_color_set (color, cr);
  cairo_set_line_width (cr, layout->page.pen.theme->line);
  cairo_stroke (cr);
}

/* A segment's own benchmark: a diamond, and a stem to its disc. */
static void
paint_own_benchmark (const HrCoverageLayout *layout, guint i, cairo_t *cr)
{
  const HrChartTheme *theme = layout->page.pen.theme;
  const HrCoverageDisc *disc = &layout->discs[i];
  double y = disc->benchmark.y + disc->benchmark.height / 2;
  HrCoverageStroke stem = { { disc->x, disc->y + copysign (disc->radius, y - disc->y) },
                            { disc->x, y } };
  cairo_rectangle_t place;

  if (!hr_coverage_layout_place (layout, i, HR_COVERAGE_MARK_BENCHMARK, &place))
    return;

  if (fabs (y - disc->y) > disc->radius)
    paint_stroke (layout, &stem, &theme->ink, cr);
  hr_chart_paint_diamond (&place, theme, cr);
}

/* Large discs first, so that none hides another. */
static void
paint_discs (const HrCoverageLayout *layout, cairo_t *cr)
{
  g_autofree gboolean *done = g_new0 (gboolean, layout->n_discs + 1);

  for (guint n = 0; n < layout->n_discs; n++)
    {
      guint largest = layout->n_discs;

      for (guint i = 0; i < layout->n_discs; i++)
        if (!done[i] && (largest == layout->n_discs ||
                         layout->discs[i].radius > layout->discs[largest].radius))
          largest = i;
      done[largest] = TRUE;
      paint_disc (layout, largest, cr);
    }
}

static void
keep_words_free (const HrCoverageLayout *layout, cairo_t *cr)
{
  const HrChartPen *pen = &layout->page.pen;

  hr_chart_text_cut_out (&layout->region_label, pen, cr);
  hr_chart_text_cut_out (&layout->line_label, pen, cr);
  for (guint i = 0; i < layout->n_discs; i++)
    for (guint line = 0; line < layout->discs[i].n_lines; line++)
      hr_chart_text_cut_out (&layout->discs[i].lines[line], pen, cr);
  hr_chart_page_clip_holes (&layout->page, cr);
}

static void
paint_words (const HrCoverageLayout *layout, cairo_t *cr)
{
  for (guint i = 0; i < layout->people.n_ticks; i++)
    paint_text (layout, &layout->people_ticks[i], cr);
  for (guint i = 0; i < layout->arr.n_ticks; i++)
    paint_text (layout, &layout->arr_ticks[i], cr);
  paint_text (layout, &layout->people_caption, cr);
  paint_text (layout, &layout->region_label, cr);
  paint_text (layout, &layout->line_label, cr);
  for (guint i = 0; i < layout->n_discs; i++)
    for (guint line = 0; line < layout->discs[i].n_lines; line++)
      paint_text (layout, &layout->discs[i].lines[line], cr);
}

static void
paint_map (const HrCoverageLayout *layout, cairo_t *cr)
{
  const HrChartTheme *theme = layout->page.pen.theme;
  gboolean has_line = !isnan (layout->arr_per_fte);

  if (has_line)
    paint_region (layout, cr);

  cairo_save (cr);
  keep_words_free (layout, cr);
  paint_grid (layout, cr);
  if (has_line)
    paint_benchmark_line (layout, cr);
  for (guint i = 0; i < layout->n_discs; i++)
    paint_own_benchmark (layout, i, cr);
  cairo_restore (cr);

  paint_discs (layout, cr);
  cairo_save (cr);
  keep_words_free (layout, cr);
  for (guint i = 0; i < layout->n_discs; i++)
    if (layout->discs[i].shown && layout->discs[i].has_leader)
      paint_stroke (layout, &layout->discs[i].leader, &theme->dim, cr);
  cairo_restore (cr);
  paint_words (layout, cr);
}

/**
 * hr_coverage_map_draw:
 * @capacity: what to show
 * @theme: how it looks
 * @cr: where to; the picture has its corner at the origin
 * @width: of the picture
 * @height: of the picture
 *
 * Draws the picture.
 */
void
hr_coverage_map_draw (const HrCapacity *capacity,
                      const HrChartTheme *theme,
                      cairo_t *cr,
                      double width,
                      double height)
{
  HrCoverageLayout layout;

  cairo_save (cr);
  hr_coverage_layout_init (&layout, capacity, theme, width, height);
  hr_chart_page_paint (&layout.page, cr);
  if (!layout.is_empty)
    paint_map (&layout, cr);
  paint_text (&layout, &layout.absent, cr);
  hr_coverage_layout_clear (&layout);
  cairo_restore (cr);
}

static void
list_marks (const HrCapacity *capacity,
            const HrChartTheme *theme,
            double width,
            double height,
            GArray *marks)
{
  HrCoverageLayout layout;
  cairo_rectangle_t place;

  hr_coverage_layout_init (&layout, capacity, theme, width, height);
  for (guint i = 0; i < layout.n_discs; i++)
    if (hr_coverage_layout_place (&layout, i, HR_COVERAGE_MARK_DISC, &place))
      hr_chart_words_add_segment (marks, capacity, i, &place);
  hr_coverage_layout_clear (&layout);
}

HR_CHART_ADAPT (HrCapacity, hr_coverage_map)

const HrChart hr_coverage_map = { HR_CHART_ADAPTED (hr_coverage_map) };
