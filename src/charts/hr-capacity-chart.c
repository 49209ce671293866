/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-capacity-chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "hr-capacity-layout.h"
#include "hr-chart-words.h"
#include "hr-format.h"

/**
 * hr_capacity_chart_place:
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
 * Returns: whether the mark is shown: a figure without an answer has none
 */
gboolean
hr_capacity_chart_place (const HrCapacity *capacity,
                         const HrChartTheme *theme,
                         double width,
                         double height,
                         guint segment,
                         HrCapacityMark mark,
                         cairo_rectangle_t *place)
{
  HrCapacityLayout layout;
  gboolean shown;

  g_return_val_if_fail (segment < hr_capacity_get_n_segments (capacity), FALSE);

  hr_capacity_layout_init (&layout, capacity, theme, width, height);
  shown = hr_capacity_layout_place (&layout, segment, mark, place);
  hr_capacity_layout_clear (&layout);
  return shown;
}

/**
 * hr_capacity_chart_find:
 * @capacity: what is shown
 * @theme: how it looks
 * @width: of the surface
 * @height: of the surface
 * @x: where somebody points at
 * @y: where somebody points at
 * @segment: (out): the place of a segment in the plan's list
 *
 * Finds the segment in whose row a point lies.
 *
 * Returns: whether there is one
 */
gboolean
hr_capacity_chart_find (const HrCapacity *capacity,
                        const HrChartTheme *theme,
                        double width,
                        double height,
                        double x,
                        double y,
                        guint *segment)
{
  HrCapacityLayout layout;
  gboolean found = FALSE;

  hr_capacity_layout_init (&layout, capacity, theme, width, height);
  for (guint i = 0; i < layout.n_rows && !found; i++)
    {
      cairo_rectangle_t row;

      hr_capacity_layout_place (&layout, i, HR_CAPACITY_MARK_ROW, &row);
      found = x >= row.x && x < row.x + row.width && y >= row.y && y < row.y + row.height;
      *segment = i;
    }
  hr_capacity_layout_clear (&layout);
  return found;
}

/**
 * hr_capacity_chart_get_height:
 * @capacity: what to show
 * @theme: how it looks
 * @width: of the surface
 *
 * Says which height suits it: with less, rows come closer, and later values and the size
 * of the letters go.
 */
double
hr_capacity_chart_get_height (const HrCapacity *capacity,
                              const HrChartTheme *theme,
                              double width)
{
  HrCapacityLayout layout;
  double height;

  hr_capacity_layout_init (&layout, capacity, theme, width, G_MAXINT16);
  height = hr_capacity_layout_get_natural_height (&layout);
  hr_capacity_layout_clear (&layout);
  return height;
}

static void
keep_words_free (const HrCapacityLayout *layout, cairo_t *cr)
{
  const HrChartPen *pen = &layout->page.pen;

  for (guint i = 0; i < layout->n_rows; i++)
    for (guint mark = 0; mark < HR_CAPACITY_N_MARKS; mark++)
      if (layout->rows[i].shown[mark])
        hr_chart_text_cut_out (&layout->rows[i].texts[mark], pen, cr);
  hr_chart_page_clip_holes (&layout->page, cr);
}

static void
paint_grid (const HrCapacityLayout *layout, cairo_t *cr)
{
  const HrChartPen *pen = &layout->page.pen;
  const HrChartTheme *theme = pen->theme;
  const cairo_rectangle_t *plot = &layout->plot;

  if (layout->is_stacked) /* the bars begin at the margin, and there is no axis */
    return;

  cairo_save (cr);
  keep_words_free (layout, cr);
  cairo_set_line_width (cr, theme->line);
  for (guint i = 0; i < layout->scale.n_ticks; i++)
    {
      double x =
          plot->x + hr_scale_to (&layout->scale, i * layout->scale.step, plot->width);

      x = hr_chart_pen_to_surface_x (pen, x);
      hr_color_set (i == 0 ? &theme->ink : &theme->grid, cr);
      cairo_move_to (cr, x, plot->y);
      cairo_line_to (cr, x, plot->y + plot->height);
      cairo_stroke (cr);
    }
  cairo_restore (cr);

  for (guint i = 0; i < layout->scale.n_ticks; i++)
    hr_chart_text_paint (&layout->ticks[i], pen, cr);
  for (guint mark = 0; mark < HR_CAPACITY_N_MARKS; mark++)
    hr_chart_text_paint (&layout->headers[mark], pen, cr);
}

static void
fill_place (const cairo_rectangle_t *place, const HrColor *color, cairo_t *cr)
{
  hr_color_set (color, cr);
  cairo_rectangle (cr, place->x, place->y, place->width, place->height);
  cairo_fill (cr);
}

/* Needed is full. Of it, what nobody is there for is strong, and what somebody is there
 * for without being needed is an empty frame. */
static void
paint_needed (const HrCapacityLayout *layout, guint i, gboolean is_short, cairo_t *cr)
{
  const HrChartTheme *theme = layout->page.pen.theme;
  gboolean is_spoken_of = (int) i == layout->spoken_of;
  double line;
  cairo_rectangle_t place;

  if (hr_capacity_layout_place (layout, i, HR_CAPACITY_MARK_NEEDED, &place))
    fill_place (&place, &theme->muted, cr);
  if (!hr_capacity_layout_place (layout, i, HR_CAPACITY_MARK_GAP, &place))
    return;

  if (is_short)
    {
      fill_place (&place, is_spoken_of ? &theme->accent : &theme->dim, cr);
      return;
    }
  line = is_spoken_of ? 2 * theme->line : theme->line;
  hr_color_set (is_spoken_of ? &theme->accent : &theme->muted, cr);
  cairo_set_line_width (cr, line);
  cairo_rectangle (cr, place.x, place.y + line / 2, place.width, place.height - line);
  cairo_stroke (cr);
}

/* A little paper on both sides keeps today's line apart from a dark bar. */
static void
paint_around (const cairo_rectangle_t *place, const HrChartTheme *theme, cairo_t *cr)
{
  cairo_rectangle_t around = { place->x - theme->line, place->y,
                               place->width + 2 * theme->line, place->height };
  HrColor paper = theme->paper;

  paper.alpha = 1;
  fill_place (&around, &paper, cr);
}

static void
paint_row (const HrCapacityLayout *layout, guint i, const HrBook *book, cairo_t *cr)
{
  const HrChartTheme *theme = layout->page.pen.theme;
  cairo_rectangle_t today, benchmark;

  paint_needed (layout, i, book->gap < 0, cr);

  /* Where they meet, the line goes through the whole diamond. */
  hr_capacity_layout_place (layout, i, HR_CAPACITY_MARK_TODAY, &today);
  paint_around (&today, theme, cr);
  if (hr_capacity_layout_place (layout, i, HR_CAPACITY_MARK_BENCHMARK, &benchmark))
    hr_chart_paint_diamond (&benchmark, theme, cr);
  fill_place (&today, &theme->ink, cr);

  for (guint mark = 0; mark < HR_CAPACITY_N_MARKS; mark++)
    if (layout->rows[i].shown[mark])
      hr_chart_text_paint (&layout->rows[i].texts[mark], &layout->page.pen, cr);
}

/**
 * hr_capacity_chart_draw:
 * @capacity: what to show
 * @theme: how it looks
 * @cr: where to; the picture has its corner at the origin
 * @width: of the picture
 * @height: of the picture, see hr_capacity_chart_get_height()
 *
 * Draws the picture.
 */
void
hr_capacity_chart_draw (const HrCapacity *capacity,
                        const HrChartTheme *theme,
                        cairo_t *cr,
                        double width,
                        double height)
{
  HrCapacityLayout layout;

  cairo_save (cr);
  hr_capacity_layout_init (&layout, capacity, theme, width, height);
  hr_chart_page_paint (&layout.page, cr);
  paint_grid (&layout, cr);
  for (guint i = 0; i < layout.n_rows; i++)
    paint_row (&layout, i, &hr_capacity_get_segment (capacity, i)->book, cr);
  hr_capacity_layout_clear (&layout);
  cairo_restore (cr);
}

char *
hr_capacity_chart_get_title (const HrCapacity *capacity)
{
  return hr_format_finding (capacity);
}

static void
append_part (GString *text, char *words)
{
  g_string_append_printf (text, _ (", %s"), words);
  g_free (words);
}

static void
describe_segment (GString *text, const HrCapacity *capacity, guint i)
{
  const HrSegmentCapacity *segment = hr_capacity_get_segment (capacity, i);
  const HrBook *book = &segment->book;
  g_autofree char *arr = hr_chart_words_arr (capacity, i);

  g_string_append_printf (text, _ (" %s: %s"), segment->segment->name, arr);
  append_part (text, isfinite (book->fte) ? hr_chart_words_needed (book->fte, FALSE)
                                          : hr_chart_words_no_answer (book->reason));
  append_part (text, hr_chart_words_today (book->headcount, FALSE));
  append_part (text, hr_chart_words_benchmark (book->top_down_fte, FALSE));
  if (isfinite (book->gap))
    append_part (text, hr_format_gap (book->gap));
  g_string_append_c (text, '.');
}

/**
 * hr_capacity_chart_describe:
 * @capacity: what to show
 *
 * Says the whole picture in words, for the screen reader.
 */
char *
hr_capacity_chart_describe (const HrCapacity *capacity)
{
  g_autofree char *title = hr_capacity_chart_get_title (capacity);
  GString *text = g_string_new (title);

  g_string_append_c (text, '.');
  for (guint i = 0; i < hr_capacity_get_n_segments (capacity); i++)
    describe_segment (text, capacity, i);
  return g_string_free_and_steal (text);
}

static void
list_marks (const HrCapacity *capacity,
            const HrChartTheme *theme,
            double width,
            double height,
            GArray *marks)
{
  HrCapacityLayout layout;
  cairo_rectangle_t place;

  hr_capacity_layout_init (&layout, capacity, theme, width, height);
  for (guint i = 0; i < layout.n_rows; i++)
    if (hr_capacity_layout_place (&layout, i, HR_CAPACITY_MARK_ROW, &place))
      hr_chart_words_add_segment (marks, capacity, i, &place);
  hr_capacity_layout_clear (&layout);
}

HR_CHART_ADAPT (HrCapacity, hr_capacity_chart)
HR_CHART_ADAPT_HEIGHT (HrCapacity, hr_capacity_chart)

const HrChart hr_capacity_chart = { HR_CHART_ADAPTED (hr_capacity_chart),
                                    .get_height = hr_capacity_chart_get_height_any };
