/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdlib.h>

#include "hr-capacity-layout.h"
#include "hr-chart-words.h"
#include "hr-format.h"

/* Lengths are counted in the size of the text. */
#define BAR 1.15
#define LINE 0.2
#define LINE_OVERHANG 0.28 /* beyond the bar */
#define DIAMOND 0.55       /* half of it */
#define LABEL_GAP 0.8
#define START 0.35 /* from the line at zero to a label */

static void
write_mark (HrCapacityRow *self,
            const HrCapacityLayout *layout,
            HrCapacityMark mark,
            const HrColor *color,
            char *words)
{
  HrChartFont font = mark == HR_CAPACITY_MARK_NAME || mark == HR_CAPACITY_MARK_GAP_TEXT
                         ? HR_CHART_FONT_STRONG
                         : HR_CHART_FONT_BODY;

  self->texts[mark] = hr_chart_text_new (&layout->page.pen, font, color, words);
  self->shown[mark] = words != NULL;
  g_free (words);
}

void
hr_capacity_row_write (HrCapacityRow *self,
                       const HrCapacityLayout *layout,
                       const HrCapacity *capacity,
                       guint i)
{
  const HrSegmentCapacity *segment = hr_capacity_get_segment (capacity, i);
  const HrBook *book = &segment->book;
  const HrChartTheme *theme = layout->page.pen.theme;
  gboolean is_spoken_of = (int) i == layout->spoken_of;
  gboolean bare = !layout->has_values;

  write_mark (self, layout, HR_CAPACITY_MARK_NAME, &theme->ink,
              g_strdup (segment->segment->name));
  write_mark (self, layout, HR_CAPACITY_MARK_ARR, &theme->dim,
              hr_chart_words_arr (capacity, i));
  if (isfinite (book->fte))
    write_mark (self, layout, HR_CAPACITY_MARK_GAP_TEXT,
                is_spoken_of ? &theme->accent : &theme->ink, hr_format_gap (book->gap));
  else
    write_mark (self, layout, HR_CAPACITY_MARK_REASON_TEXT, &theme->dim,
                hr_chart_words_no_answer (book->reason));
  if (layout->is_stacked && bare)
    return; /* there is no room for values */

  write_mark (self, layout, HR_CAPACITY_MARK_NEEDED_TEXT, &theme->ink,
              hr_chart_words_needed (book->fte, bare));
  write_mark (self, layout, HR_CAPACITY_MARK_TODAY_TEXT, &theme->ink,
              hr_chart_words_today (book->headcount, bare));
  if (hr_chart_words_has_benchmark (capacity))
    write_mark (self, layout, HR_CAPACITY_MARK_BENCHMARK_TEXT, &theme->dim,
                hr_chart_words_benchmark (book->top_down_fte, bare));
}

static void
put (HrCapacityRow *self, HrCapacityMark mark, double x, double y)
{
  self->texts[mark].place.x = x;
  self->texts[mark].place.y = y;
}

static HrCapacityMark
get_mark_of_value (HrCapacityMark text)
{
  return text == HR_CAPACITY_MARK_NEEDED_TEXT  ? HR_CAPACITY_MARK_NEEDED
         : text == HR_CAPACITY_MARK_TODAY_TEXT ? HR_CAPACITY_MARK_TODAY
                                               : HR_CAPACITY_MARK_BENCHMARK;
}

/* Names that begin alike differ at the end; sentences are read from the start. */
static void
shorten (HrCapacityRow *self, HrCapacityMark mark, double width)
{
  if (mark == HR_CAPACITY_MARK_NAME)
    hr_chart_text_shorten (&self->texts[mark], width);
  else
    hr_chart_text_wrap (&self->texts[mark], width, 1);
}

static double
center (const cairo_rectangle_t *lane, const HrChartText *text)
{
  return lane->y + (lane->height - text->place.height) / 2;
}

static void
place_bar (HrCapacityRow *self,
           const HrCapacityLayout *layout,
           const HrBook *book,
           const cairo_rectangle_t *lane)
{
  const HrScale *scale = &layout->scale;
  double size = layout->page.pen.size;
  double height = BAR * size + lane->height - layout->page.pen.line;
  double y = lane->y + (lane->height - height) / 2;
  double line = fmax (2 * layout->page.pen.theme->line, LINE * size);
  double needed = hr_scale_to (scale, book->fte, lane->width);
  double today = hr_scale_to (scale, book->headcount, lane->width);
  double benchmark = hr_scale_to (scale, book->top_down_fte, lane->width);
  const struct
  {
    HrCapacityMark mark;
    gboolean shown;
    cairo_rectangle_t place;
  } marks[] = {
    { HR_CAPACITY_MARK_NEEDED, isfinite (needed), { lane->x, y, needed, height } },
    { HR_CAPACITY_MARK_GAP,
      isfinite (today - needed),
      { lane->x + fmin (needed, today), y, fabs (today - needed), height } },
    { HR_CAPACITY_MARK_TODAY,
      isfinite (today),
      { lane->x + today - line / 2, y - LINE_OVERHANG * size, line,
        height + 2 * LINE_OVERHANG * size } },
    { HR_CAPACITY_MARK_BENCHMARK,
      isfinite (benchmark),
      { lane->x + benchmark - DIAMOND * size, y + height / 2 - DIAMOND * size,
        2 * DIAMOND * size, 2 * DIAMOND * size } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      self->shown[marks[i].mark] = marks[i].shown;
      self->places[marks[i].mark] = marks[i].place;
    }
}

/* The widest stretch beside the marks takes the reason. */
static void
place_reason (HrCapacityRow *self,
              const HrCapacityLayout *layout,
              const cairo_rectangle_t *lane)
{
  static const HrCapacityMark marks[] = { HR_CAPACITY_MARK_TODAY,
                                          HR_CAPACITY_MARK_BENCHMARK };
  HrChartText *text = &self->texts[HR_CAPACITY_MARK_REASON_TEXT];
  double gap = LABEL_GAP * layout->page.pen.size;
  double best = 0;

  for (guint i = 0; i <= G_N_ELEMENTS (marks); i++)
    {
      const cairo_rectangle_t *mark = i > 0 ? &self->places[marks[i - 1]] : NULL;
      double start = (mark != NULL ? mark->x + mark->width : lane->x) + gap;
      double end = lane->x + lane->width;

      if (layout->has_values) /* no columns follow */
        end = layout->page.body.x + layout->page.body.width;
      if (mark != NULL && !self->shown[marks[i - 1]])
        continue;
      for (guint j = 0; j < G_N_ELEMENTS (marks); j++)
        if (self->shown[marks[j]] &&
            self->places[marks[j]].x + self->places[marks[j]].width + gap > start)
          end = fmin (end, self->places[marks[j]].x - gap);
      if (end - start <= best)
        continue;
      best = end - start;
      put (self, HR_CAPACITY_MARK_REASON_TEXT, start, center (lane, text));
    }
  hr_chart_text_wrap (text, best, 1);
}

/* Moves texts that are in order apart until none touches another, within bounds. */
static void
spread_texts (HrChartText **texts, guint n, double gap, double low, double high)
{
  for (guint round = 0; round < 16; round++)
    for (guint i = 0; i + 1 < n; i++)
      {
        cairo_rectangle_t *a = &texts[i]->place, *b = &texts[i + 1]->place;
        double overlap = fmax (a->x + a->width + gap - b->x, 0);

        a->x -= overlap / 2;
        b->x += overlap / 2;
      }

  for (guint i = 0; i < n; i++)
    {
      texts[i]->place.x = fmax (texts[i]->place.x, low);
      low = texts[i]->place.x + texts[i]->place.width + gap;
    }
  for (guint i = n; i > 0; i--)
    {
      cairo_rectangle_t *place = &texts[i - 1]->place;

      place->x = fmin (place->x, high - place->width);
      high = place->x - gap;
    }
}

static int
compare_centers (gconstpointer a, gconstpointer b)
{
  const HrChartText *const *one = a, *const *other = b;
  double difference = (*one)->place.x + (*one)->place.width / 2 - (*other)->place.x -
                      (*other)->place.width / 2;

  return (difference > 0) - (difference < 0);
}

/* Under each mark stands its value; where they crowd they move apart, and one that has
 * no room at all is left out. */
static void
place_values (HrCapacityRow *self, const HrCapacityLayout *layout, double y)
{
  const cairo_rectangle_t *body = &layout->page.body;
  double size = layout->page.pen.size;
  double gap = LABEL_GAP * size;
  double end = body->x + body->width;
  double start = layout->plot.x + (layout->is_stacked ? 0 : START * size);
  double room = end - start + gap, end_of_last = start;
  HrChartText *texts[HR_CAPACITY_N_MARKS];
  guint n = 0;

  for (guint mark = HR_CAPACITY_MARK_NEEDED_TEXT; mark <= HR_CAPACITY_MARK_BENCHMARK_TEXT;
       mark++)
    {
      HrChartText *text = &self->texts[mark];
      HrCapacityMark of = get_mark_of_value (mark);
      const cairo_rectangle_t *place = &self->places[of];
      double x = place->x + place->width * (of == HR_CAPACITY_MARK_NEEDED ? 1 : 0.5);

      self->shown[mark] = self->shown[mark] && text->place.width + gap <= room;
      if (!self->shown[mark])
        continue;
      if (!self->shown[of]) /* "no benchmark" follows the others */
        x = end_of_last + gap + text->place.width / 2;
      end_of_last = fmax (end_of_last, x + text->place.width / 2);
      room -= text->place.width + gap;
      put (self, mark, x - text->place.width / 2, y);
      texts[n++] = text;
    }
  qsort (texts, n, sizeof *texts, compare_centers);
  spread_texts (texts, n, gap, start, end);
}

static void
place_in_columns (HrCapacityRow *self,
                  const HrCapacityLayout *layout,
                  const cairo_rectangle_t *lane)
{
  for (guint mark = 0; mark < HR_CAPACITY_N_MARKS; mark++)
    {
      const HrCapacityColumn *column = &layout->columns[mark];
      HrChartText *text = &self->texts[mark];
      gboolean is_number =
          mark >= HR_CAPACITY_MARK_NEEDED_TEXT && mark <= HR_CAPACITY_MARK_BENCHMARK_TEXT;

      if (text->layout == NULL || column->width == 0)
        continue;
      shorten (self, mark, column->width);
      put (self, mark,
           is_number ? column->x + column->width - text->place.width : column->x,
           center (lane, text));
    }
}

/* Name and ARR above the bar, the gap at the end of the same line. */
static void
place_head (HrCapacityRow *self, const HrCapacityLayout *layout, double y)
{
  const cairo_rectangle_t *body = &layout->page.body;
  HrChartText *name = &self->texts[HR_CAPACITY_MARK_NAME];
  HrChartText *arr = &self->texts[HR_CAPACITY_MARK_ARR];
  HrChartText *words = &self->texts[HR_CAPACITY_MARK_GAP_TEXT];
  double gap = LABEL_GAP * layout->page.pen.size;
  double room;

  shorten (self, HR_CAPACITY_MARK_GAP_TEXT, body->width * 0.4);
  room = body->width - words->place.width - gap;
  shorten (self, HR_CAPACITY_MARK_NAME, fmax (room - arr->place.width - gap, room * 0.5));
  shorten (self, HR_CAPACITY_MARK_ARR, room - name->place.width - gap);
  put (self, HR_CAPACITY_MARK_NAME, body->x, y);
  put (self, HR_CAPACITY_MARK_ARR, body->x + name->place.width + gap, y);
  put (self, HR_CAPACITY_MARK_GAP_TEXT, body->x + body->width - words->place.width, y);
}

void
hr_capacity_row_place (HrCapacityRow *self,
                       const HrCapacityLayout *layout,
                       const HrBook *book,
                       double y)
{
  const cairo_rectangle_t *body = &layout->page.body;
  cairo_rectangle_t lane = layout->plot;

  self->shown[HR_CAPACITY_MARK_ROW] = TRUE;
  self->places[HR_CAPACITY_MARK_ROW] =
      (cairo_rectangle_t) { body->x, y, body->width, layout->row_height };

  lane.y = y + (layout->is_stacked ? layout->page.pen.line + layout->lane_gap : 0);
  lane.height = layout->bar_lane;
  place_bar (self, layout, book, &lane);
  if (layout->is_stacked)
    place_head (self, layout, y);
  else
    place_in_columns (self, layout, &lane);
  if (layout->has_values)
    {
      double below = lane.y + lane.height + layout->lane_gap;

      place_values (self, layout, below);
      if (!layout->is_stacked)
        self->texts[HR_CAPACITY_MARK_ARR].place.y = below;
    }

  if (self->shown[HR_CAPACITY_MARK_REASON_TEXT] && layout->is_stacked)
    {
      hr_chart_text_wrap (&self->texts[HR_CAPACITY_MARK_REASON_TEXT], body->width, 1);
      put (self, HR_CAPACITY_MARK_REASON_TEXT, body->x, y + layout->row_height);
      self->places[HR_CAPACITY_MARK_ROW].height += layout->page.pen.line;
    }
  else if (self->shown[HR_CAPACITY_MARK_REASON_TEXT])
    place_reason (self, layout, &lane);
}
