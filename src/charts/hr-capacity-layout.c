/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-capacity-layout.h"

#include <math.h>

#include "hr-chart-words.h"
#include "hr-format.h"

/* Lengths are counted in the size of the text. */
#define STACKED_BELOW 38 /* of width */
#define COLUMN_GAP 1.6
#define LANE_GAP 0.35  /* between the lines of a row */
#define VALUE_GAP 1.1  /* between columns of numbers */
#define LEAST_GAP 0.75 /* between rows */
#define BEST_GAP 1.8
#define MOST_GAP 5
#define MOST_BAR_GROWTH 1.8
#define BELOW_AXIS 0.5
#define TICK_EVERY 6
#define MOST_TICKS 9
#define LEAST_PLOT 8
#define DIAMOND 0.6 /* half of one, kept free at the end of the plot */

/* The share of the width that a name may take, and the words at the end of the row. */
#define NAME_SHARE 0.26
#define WORDS_SHARE 0.22

static void
clear_texts (HrCapacityLayout *self)
{
  for (guint i = 0; i < self->n_rows; i++)
    for (guint mark = 0; mark < HR_CAPACITY_N_MARKS; mark++)
      hr_chart_text_clear (&self->rows[i].texts[mark]);
  for (guint i = 0; self->ticks != NULL && i < self->scale.n_ticks; i++)
    hr_chart_text_clear (&self->ticks[i]);
  for (guint mark = 0; mark < HR_CAPACITY_N_MARKS; mark++)
    hr_chart_text_clear (&self->headers[mark]);
  g_clear_pointer (&self->ticks, g_free);
  hr_chart_page_clear (&self->page);
}

/* The line above the rows, for the ticks of the axis and the heads of the columns. */
static double
get_axis_height (const HrCapacityLayout *self)
{
  return self->is_stacked ? 0 : self->page.pen.line + BELOW_AXIS * self->page.pen.size;
}

/* Narrow rows have one line more for the reason why there is no answer. */
static double
get_reasons_height (const HrCapacityLayout *self)
{
  return self->is_stacked ? self->n_reasons * self->page.pen.line : 0;
}

/* The lines of a row, with a bar that is no thicker than need be. */
static double
get_least_row_height (const HrCapacityLayout *self)
{
  return self->page.pen.line * (1 + self->is_stacked + self->has_values) +
         LANE_GAP * self->page.pen.size * (self->is_stacked + self->has_values);
}

static double
get_body_height (const HrCapacityLayout *self, double gap)
{
  return get_axis_height (self) + get_reasons_height (self) +
         self->n_rows * get_least_row_height (self) +
         (self->n_rows > 0 ? (self->n_rows - 1) * gap * self->page.pen.size : 0);
}

/* Returns: what share of it fits into the height; at least 1 if all does */
static double
try_size (HrCapacityLayout *self,
          const HrChartTheme *theme,
          double size,
          cairo_rectangle_t surface,
          const HrChartWords *words)
{
  clear_texts (self);
  hr_chart_page_init (&self->page, theme, size, surface.width, surface.height, words);
  self->is_stacked = surface.width < STACKED_BELOW * size;
  self->has_values = TRUE;
  self->has_values = get_body_height (self, LEAST_GAP) <= self->page.body.height;
  return self->page.height /
         (self->page.height - self->page.body.height + get_body_height (self, LEAST_GAP));
}

/* Smaller letters are the last resort: a caller that wants none gives enough height. */
static void
find_size (HrCapacityLayout *self,
           const HrCapacity *capacity,
           const HrChartTheme *theme,
           cairo_rectangle_t surface)
{
  g_auto (HrChartWords) words = hr_chart_words_of_capacity (capacity);
  double size = fmin (theme->size, surface.width / 14);
  double share;

  do
    {
      share = try_size (self, theme, size, surface, &words);
      size = hr_chart_page_get_next_size (&self->page, share);
    }
  while (share < 1 && size < self->page.pen.size);
}

/* What is to spare goes into the bars and the gaps, up to what looks well. */
static void
spread_rows (HrCapacityLayout *self)
{
  double size = self->page.pen.size;
  double room =
      self->page.body.height - get_axis_height (self) - get_reasons_height (self);
  double least = get_least_row_height (self);
  double extra = room / fmax (self->n_rows, 1) - least - LEAST_GAP * size;
  double growth = CLAMP (extra * 0.4, 0, MOST_BAR_GROWTH * size);

  self->bar_lane = self->page.pen.line + growth;
  self->lane_gap = LANE_GAP * size;
  self->row_height = least + growth;
  self->gap = MOST_GAP * size;
  if (self->n_rows > 1)
    self->gap =
        fmin (self->gap, (room - self->n_rows * self->row_height) / (self->n_rows - 1));
}

static double
get_widest (const HrCapacityLayout *self, HrCapacityMark mark)
{
  double width = self->headers[mark].place.width;

  for (guint i = 0; i < self->n_rows; i++)
    if (self->rows[i].shown[mark])
      width = fmax (width, self->rows[i].texts[mark].place.width);
  return width;
}

static void
write_headers (HrCapacityLayout *self)
{
  for (guint mark = HR_CAPACITY_MARK_NEEDED_TEXT; mark <= HR_CAPACITY_MARK_BENCHMARK_TEXT;
       mark++)
    if (get_widest (self, mark) > 0)
      self->headers[mark] =
          hr_chart_text_new (&self->page.pen, HR_CHART_FONT_BODY,
                             &self->page.pen.theme->dim, hr_chart_words_column (mark));
}

/* Columns before the plot, and behind it. */
static void
place_columns (HrCapacityLayout *self)
{
  const cairo_rectangle_t *body = &self->page.body;
  double size = self->page.pen.size;
  double start = body->x, end = body->x + body->width;
  HrCapacityColumn *columns = self->columns;
  double arr_width = get_widest (self, HR_CAPACITY_MARK_ARR);

  columns[HR_CAPACITY_MARK_NAME] =
      (HrCapacityColumn) { start, fmin (fmax (get_widest (self, HR_CAPACITY_MARK_NAME),
                                              self->has_values ? arr_width : 0),
                                        body->width * NAME_SHARE) };
  start += columns[HR_CAPACITY_MARK_NAME].width + COLUMN_GAP * size;
  columns[HR_CAPACITY_MARK_ARR] = columns[HR_CAPACITY_MARK_NAME];

  columns[HR_CAPACITY_MARK_GAP_TEXT].width =
      fmin (get_widest (self, HR_CAPACITY_MARK_GAP_TEXT), body->width * WORDS_SHARE);
  end -= columns[HR_CAPACITY_MARK_GAP_TEXT].width;
  columns[HR_CAPACITY_MARK_GAP_TEXT].x = end;

  if (!self->has_values)
    {
      columns[HR_CAPACITY_MARK_ARR] =
          (HrCapacityColumn) { start, fmin (arr_width, body->width * NAME_SHARE) };
      start += columns[HR_CAPACITY_MARK_ARR].width + COLUMN_GAP * size;
      for (guint mark = HR_CAPACITY_MARK_BENCHMARK_TEXT;
           mark >= HR_CAPACITY_MARK_NEEDED_TEXT; mark--)
        {
          double width = get_widest (self, mark);

          if (width == 0 || end - width - VALUE_GAP * size < start + LEAST_PLOT * size)
            continue;
          end -=
              width +
              (mark == HR_CAPACITY_MARK_BENCHMARK_TEXT ? COLUMN_GAP : VALUE_GAP) * size;
          columns[mark] = (HrCapacityColumn) { end, width };
        }
    }
  self->plot.x = start;
  self->plot.width = end - COLUMN_GAP * size - start;
}

static double
find_maximum (const HrCapacity *capacity)
{
  double maximum = 0;

  for (guint i = 0; i < hr_capacity_get_n_segments (capacity); i++)
    {
      const HrBook *book = &hr_capacity_get_segment (capacity, i)->book;

      /* fmax() leaves out what is no answer. */
      maximum =
          fmax (maximum, fmax (book->fte, fmax (book->headcount, book->top_down_fte)));
    }
  return maximum;
}

static void
place_ticks (HrCapacityLayout *self)
{
  guint decimals = hr_scale_get_decimals (&self->scale);
  const HrChartPen *pen = &self->page.pen;
  double end = self->plot.x + self->plot.width + VALUE_GAP * pen->size;

  if (self->is_stacked)
    return;

  self->ticks = g_new0 (HrChartText, self->scale.n_ticks);
  for (guint i = 0; i < self->scale.n_ticks; i++)
    {
      double value = i * self->scale.step;
      g_autofree char *number = hr_format_number (value, decimals);

      self->ticks[i] =
          hr_chart_text_new (pen, HR_CHART_FONT_BODY, &pen->theme->dim, number);
      self->ticks[i].place.x = self->plot.x +
                               hr_scale_to (&self->scale, value, self->plot.width) -
                               self->ticks[i].place.width / 2;
      self->ticks[i].place.y = self->page.body.y;
      if (self->ticks[i].place.x + self->ticks[i].place.width > end)
        hr_chart_text_clear (&self->ticks[i]);
    }
  hr_chart_text_thin_out (self->ticks, self->scale.n_ticks, VALUE_GAP * pen->size);
}

static void
place_headers (HrCapacityLayout *self)
{
  for (guint mark = 0; mark < HR_CAPACITY_N_MARKS; mark++)
    {
      HrChartText *header = &self->headers[mark];

      if (header->layout == NULL)
        continue;
      if (self->columns[mark].width == 0) /* there is no room for it */
        {
          hr_chart_text_clear (header);
          for (guint i = 0; i < self->n_rows; i++)
            self->rows[i].shown[mark] = FALSE;
          continue;
        }
      header->place.x =
          self->columns[mark].x + self->columns[mark].width - header->place.width;
      header->place.y = self->page.body.y;
    }
}

/**
 * hr_capacity_layout_init:
 * @self: a layout
 * @capacity: what to show
 * @theme: how it looks
 * @width: of the surface
 * @height: of the surface
 *
 * Finds the place of everything.
 */
void
hr_capacity_layout_init (HrCapacityLayout *self,
                         const HrCapacity *capacity,
                         const HrChartTheme *theme,
                         double width,
                         double height)
{
  double y;

  *self = (HrCapacityLayout) { .n_rows = hr_capacity_get_n_segments (capacity) };
  self->rows = g_new0 (HrCapacityRow, self->n_rows + 1);
  for (guint i = 0; i < self->n_rows; i++)
    self->n_reasons += isnan (hr_capacity_get_segment (capacity, i)->book.fte);
  self->spoken_of = hr_finding_get_segment (capacity);
  find_size (self, capacity, theme, (cairo_rectangle_t) { 0, 0, width, height });
  spread_rows (self);

  for (guint i = 0; i < self->n_rows; i++)
    hr_capacity_row_write (&self->rows[i], self, capacity, i);
  if (!self->is_stacked && !self->has_values)
    write_headers (self);

  self->plot = self->page.body;
  if (!self->is_stacked)
    place_columns (self);
  self->plot.width = fmax (self->plot.width - DIAMOND * self->page.pen.size, 1);
  self->plot.y += get_axis_height (self);
  self->plot.height = self->n_rows * (self->row_height + self->gap) - self->gap;
  self->scale = hr_scale_new (
      find_maximum (capacity),
      fmin (self->plot.width / (TICK_EVERY * self->page.pen.size), MOST_TICKS));
  place_ticks (self);
  place_headers (self);

  y = self->plot.y;
  for (guint i = 0; i < self->n_rows; i++)
    {
      hr_capacity_row_place (&self->rows[i], self,
                             &hr_capacity_get_segment (capacity, i)->book, y);
      y += self->rows[i].places[HR_CAPACITY_MARK_ROW].height + self->gap;
    }
}

void
hr_capacity_layout_clear (HrCapacityLayout *self)
{
  clear_texts (self);
  g_clear_pointer (&self->rows, g_free);
}

/* The height at which all has the room that looks well. */
double
hr_capacity_layout_get_natural_height (const HrCapacityLayout *self)
{
  return self->page.height - self->page.body.height + get_body_height (self, BEST_GAP);
}

gboolean
hr_capacity_layout_place (const HrCapacityLayout *self,
                          guint segment,
                          HrCapacityMark mark,
                          cairo_rectangle_t *place)
{
  const HrCapacityRow *row = &self->rows[segment];
  cairo_rectangle_t found =
      row->texts[mark].layout != NULL ? row->texts[mark].place : row->places[mark];

  *place = (cairo_rectangle_t) { 0 };
  if (row->shown[mark])
    *place = hr_chart_pen_to_surface (&self->page.pen, found);
  return row->shown[mark];
}
