/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-coverage-layout.h"

#include <math.h>

#include "hr-chart-words.h"
#include "hr-format.h"

/* Lengths are counted in the size of the text. */
#define DIAMOND 0.55 /* half of it */
#define LEAST_RADIUS 0.38
#define MOST_RADIUS 4
#define RADIUS_SHARE 0.09 /* of the smaller side, for the largest disc */
#define TICK_ACROSS 7
#define TICK_UP 3.5
#define MOST_TICKS 8
#define TICK_GAP 0.6
#define ABOVE_ABSENT 0.9
#define HEADROOM 1.04 /* of the largest value */
#define LEAST_FRAME 9
#define LEAST_SIZE 1.0

static void
clear_ticks (HrChartText **ticks, guint n)
{
  for (guint i = 0; *ticks != NULL && i < n; i++)
    hr_chart_text_clear (&(*ticks)[i]);
  g_clear_pointer (ticks, g_free);
}

static void
clear_texts (HrCoverageLayout *self)
{
  for (guint i = 0; i < self->n_discs; i++)
    for (guint line = 0; line < HR_COVERAGE_N_LINES; line++)
      hr_chart_text_clear (&self->discs[i].lines[line]);
  clear_ticks (&self->arr_ticks, self->arr.n_ticks);
  clear_ticks (&self->people_ticks, self->people.n_ticks);
  hr_chart_text_clear (&self->absent);
  hr_chart_text_clear (&self->people_caption);
  hr_chart_text_clear (&self->line_label);
  hr_chart_text_clear (&self->region_label);
  hr_chart_page_clear (&self->page);
}

static HrChartText
write_dim (const HrCoverageLayout *self, char *words)
{
  HrChartText text = hr_chart_text_new (&self->page.pen, HR_CHART_FONT_BODY,
                                        &self->page.pen.theme->dim, words);

  g_free (words);
  return text;
}

static void
write_label (HrCoverageLayout *self, const HrCapacity *capacity, guint i)
{
  const HrChartPen *pen = &self->page.pen;
  HrChartText *lines = self->discs[i].lines;
  const char *name = hr_capacity_get_segment (capacity, i)->segment->name;

  lines[0] = hr_chart_text_new (
      pen, HR_CHART_FONT_STRONG,
      (int) i == self->spoken_of ? &pen->theme->accent : &pen->theme->ink, name);
  hr_chart_text_shorten (&lines[0], fmin (self->page.body.width / 2.5, 16 * pen->size));
  lines[1] = write_dim (self, hr_chart_words_people_and_arr (capacity, i));
  lines[2] = write_dim (self, hr_chart_words_customers (capacity, i));
}

static void
find_scales (HrCoverageLayout *self, const HrCapacity *capacity)
{
  double size = self->page.pen.size;
  double arr = 0, people = 0;

  for (guint i = 0; i < self->n_discs; i++)
    {
      const HrSegmentCapacity *segment = hr_capacity_get_segment (capacity, i);

      if (!self->discs[i].shown)
        continue;
      arr = fmax (arr, segment->arr);
      people = fmax (people, segment->book.fte);
      if (isnan (self->arr_per_fte)) /* fmax() leaves out what is no answer */
        people = fmax (people, segment->book.top_down_fte);
    }
  self->arr = hr_scale_new (arr * HEADROOM,
                            fmin (self->frame.width / (TICK_ACROSS * size), MOST_TICKS));
  self->people = hr_scale_new (people * HEADROOM,
                               fmin (self->frame.height / (TICK_UP * size), MOST_TICKS));
}

static double
to_x (const HrCoverageLayout *self, double arr)
{
  return self->data.x + hr_scale_to (&self->arr, arr, self->data.width);
}

static double
to_y (const HrCoverageLayout *self, double people)
{
  return self->data.y + self->data.height -
         hr_scale_to (&self->people, people, self->data.height);
}

static void
place_disc (HrCoverageLayout *self, const HrSegmentCapacity *segment, guint i)
{
  HrCoverageDisc *disc = &self->discs[i];
  double half = DIAMOND * self->page.pen.size;

  disc->x = to_x (self, segment->arr);
  disc->y = to_y (self, segment->book.fte);
  disc->benchmark = (cairo_rectangle_t) { 0 };
  if (isnan (self->arr_per_fte) && isfinite (segment->book.top_down_fte))
    disc->benchmark = (cairo_rectangle_t) {
      disc->x - half, to_y (self, segment->book.top_down_fte) - half, 2 * half, 2 * half
    };
}

/* Makes the data's part of the frame smaller by what sticks out. */
static void
pull_in (HrCoverageLayout *self, const cairo_rectangle_t *mark)
{
  const cairo_rectangle_t *frame = &self->frame;
  double start = fmax (frame->x - mark->x, 0);
  double top = fmax (frame->y - mark->y, 0);
  double end = fmax (mark->x + mark->width - frame->x - frame->width, 0);
  double bottom = fmax (mark->y + mark->height - frame->y - frame->height, 0);

  self->data.x += start;
  self->data.y += top;
  self->data.width = fmax (self->data.width - start - end, 1);
  self->data.height = fmax (self->data.height - top - bottom, 1);
}

static void
size_discs (HrCoverageLayout *self, const HrCapacity *capacity)
{
  double size = self->page.pen.size;
  double largest = fmin (RADIUS_SHARE * fmin (self->frame.width, self->frame.height),
                         MOST_RADIUS * size);
  double most = 0;

  for (guint i = 0; i < self->n_discs; i++)
    if (self->discs[i].shown)
      most = fmax (most, hr_capacity_get_segment (capacity, i)->customers);
  for (guint i = 0; i < self->n_discs; i++)
    self->discs[i].radius =
        fmax (largest * sqrt (hr_capacity_get_segment (capacity, i)->customers / most),
              LEAST_RADIUS * size);
}

/* Discs must not be cut off at the edges, and how far they stick out depends on where
 * they lie: a few rounds settle it. */
static void
place_discs (HrCoverageLayout *self, const HrCapacity *capacity)
{
  self->data = self->frame;
  for (guint round = 0; round < 12; round++)
    for (guint i = 0; i < self->n_discs; i++)
      {
        HrCoverageDisc *disc = &self->discs[i];

        if (!disc->shown)
          continue;
        place_disc (self, hr_capacity_get_segment (capacity, i), i);
        pull_in (self,
                 &(cairo_rectangle_t) { disc->x - disc->radius, disc->y - disc->radius,
                                        2 * disc->radius, 2 * disc->radius });
        if (disc->benchmark.width > 0)
          pull_in (self, &disc->benchmark);
      }
  for (guint i = 0; i < self->n_discs; i++)
    if (self->discs[i].shown)
      place_disc (self, hr_capacity_get_segment (capacity, i), i);
}

static void
place_ticks (HrCoverageLayout *self, const char *currency)
{
  guint decimals = hr_scale_get_decimals (&self->people);
  double size = self->page.pen.size;

  self->arr_ticks = g_new0 (HrChartText, self->arr.n_ticks);
  for (guint i = 0; i < self->arr.n_ticks; i++)
    {
      double value = i * self->arr.step;
      HrChartText *tick = &self->arr_ticks[i];

      *tick = write_dim (
          self, hr_chart_words_arr_tick (value, currency, i + 1 == self->arr.n_ticks));
      tick->place.x =
          fmin (to_x (self, value) - tick->place.width / 2,
                self->page.body.x + self->page.body.width - tick->place.width);
      tick->place.y = self->frame.y + self->frame.height + TICK_GAP * size;
    }

  hr_chart_text_thin_out (self->arr_ticks, self->arr.n_ticks, size);

  self->people_ticks = g_new0 (HrChartText, self->people.n_ticks);
  for (guint i = 0; i < self->people.n_ticks; i++)
    {
      double value = i * self->people.step;
      HrChartText *tick = &self->people_ticks[i];

      *tick = write_dim (self, hr_format_number (value, decimals));
      tick->place.x = self->frame.x - TICK_GAP * size - tick->place.width;
      tick->place.y = to_y (self, value) - tick->place.height / 2;
    }
}

/* Where the line of the common benchmark leaves the frame, through its top or its end. */
static void
find_line_end (HrCoverageLayout *self)
{
  double end = self->frame.x + self->frame.width;
  double arr = (end - self->data.x) / self->data.width * self->arr.maximum;
  double people = (self->data.y + self->data.height - self->frame.y) / self->data.height *
                  self->people.maximum;

  self->line_end.x = fmin (to_x (self, people * self->arr_per_fte), end);
  self->line_end.y = fmax (to_y (self, arr / self->arr_per_fte), self->frame.y);
}

/* Returns: whether there is any height left for the map */
static gboolean
place_frame (HrCoverageLayout *self, const HrCapacity *capacity)
{
  const cairo_rectangle_t *body = &self->page.body;
  double size = self->page.pen.size, line = self->page.pen.line;
  g_autofree char *absent = hr_chart_words_absent (capacity);
  double label_width = 0;

  self->absent = hr_chart_text_new (&self->page.pen, HR_CHART_FONT_BODY,
                                    &self->page.pen.theme->dim, absent);
  hr_chart_text_wrap (&self->absent, body->width, 4);
  self->absent.place.x = body->x;
  self->absent.place.y =
      body->y + (self->is_empty ? 0 : body->height - self->absent.place.height);
  self->people_caption = write_dim (self, hr_chart_words_unit (capacity));
  hr_chart_text_wrap (&self->people_caption, body->width, 1);
  self->people_caption.place.x = body->x;
  self->people_caption.place.y = body->y;

  self->frame = *body;
  self->frame.y += line + TICK_GAP * size;
  self->frame.height -= 2 * (line + TICK_GAP * size);
  if (absent != NULL)
    self->frame.height -= self->absent.place.height + ABOVE_ABSENT * size;
  if (self->frame.height < LEAST_FRAME * size)
    return FALSE;

  /* The widest tick decides where the frame begins. */
  find_scales (self, capacity);
  for (guint i = 0; i < self->people.n_ticks; i++)
    {
      HrChartText tick =
          write_dim (self, hr_format_number (i * self->people.step,
                                             hr_scale_get_decimals (&self->people)));

      label_width = fmax (label_width, tick.place.width);
      hr_chart_text_clear (&tick);
    }
  self->frame.x += label_width + TICK_GAP * size;
  self->frame.width -= label_width + TICK_GAP * size;
  return TRUE;
}

/* Returns: whether all of it fits */
static gboolean
try_size (HrCoverageLayout *self,
          const HrCapacity *capacity,
          const HrChartTheme *theme,
          double size,
          cairo_rectangle_t surface,
          const HrChartWords *words)
{
  clear_texts (self);
  hr_chart_page_init (&self->page, theme, size, surface.width, surface.height, words);
  if (!place_frame (self, capacity))
    return FALSE;
  if (self->is_empty)
    return TRUE;

  find_scales (self, capacity);
  size_discs (self, capacity);
  place_discs (self, capacity);
  place_ticks (self, hr_capacity_get_plan (capacity)->currency);
  for (guint i = 0; i < self->n_discs; i++)
    if (self->discs[i].shown)
      write_label (self, capacity, i);
  if (!isnan (self->arr_per_fte))
    {
      find_line_end (self);
      self->line_label = write_dim (self, hr_chart_words_line (capacity));
      self->region_label = write_dim (self, g_strdup (hr_chart_words_region ()));
    }
  return hr_coverage_labels_place (self);
}

/* Smaller letters are the last resort. */
static void
find_size (HrCoverageLayout *self,
           const HrCapacity *capacity,
           const HrChartTheme *theme,
           cairo_rectangle_t surface,
           gboolean explain_region)
{
  g_auto (HrChartWords) words = hr_chart_words_of_coverage (capacity, explain_region);
  double size = fmin (theme->size, surface.width / 14);

  while (!try_size (self, capacity, theme, size, surface, &words) && size > LEAST_SIZE)
    size = fmax (size * 0.9, LEAST_SIZE);
}

/**
 * hr_coverage_layout_init:
 * @self: a layout
 * @capacity: what to show
 * @theme: how it looks
 * @width: of the surface
 * @height: of the surface
 *
 * Finds the place of everything.
 */
void
hr_coverage_layout_init (HrCoverageLayout *self,
                         const HrCapacity *capacity,
                         const HrChartTheme *theme,
                         double width,
                         double height)
{
  cairo_rectangle_t surface = { 0, 0, width, height };

  *self = (HrCoverageLayout) { .n_discs = hr_capacity_get_n_segments (capacity) };
  self->spoken_of = hr_chart_words_find_dearest (capacity);
  self->arr_per_fte = hr_chart_words_get_common_benchmark (capacity);
  self->discs = g_new0 (HrCoverageDisc, self->n_discs + 1);
  self->is_empty = TRUE;
  for (guint i = 0; i < self->n_discs; i++)
    {
      HrReason reason = hr_chart_words_why_absent (hr_capacity_get_segment (capacity, i));

      self->discs[i].shown = reason == HR_REASON_NONE;
      self->is_empty = self->is_empty && !self->discs[i].shown;
    }

  /* What has no room on the map is said above it. */
  find_size (self, capacity, theme, surface, FALSE);
  if (!isnan (self->arr_per_fte) && !self->is_empty && self->region_label.layout == NULL)
    find_size (self, capacity, theme, surface, TRUE);
}

void
hr_coverage_layout_clear (HrCoverageLayout *self)
{
  clear_texts (self);
  g_clear_pointer (&self->discs, g_free);
}

gboolean
hr_coverage_layout_place (const HrCoverageLayout *self,
                          guint segment,
                          HrCoverageMark mark,
                          cairo_rectangle_t *place)
{
  const HrCoverageDisc *disc = &self->discs[segment];
  cairo_rectangle_t places[] = {
    [HR_COVERAGE_MARK_DISC] = { disc->x - disc->radius, disc->y - disc->radius,
                                2 * disc->radius, 2 * disc->radius },
    [HR_COVERAGE_MARK_LABEL] = disc->label,
    [HR_COVERAGE_MARK_BENCHMARK] = disc->benchmark,
  };
  gboolean shown = disc->shown && places[mark].width > 0;

  *place = (cairo_rectangle_t) { 0 };
  if (shown)
    *place = hr_chart_pen_to_surface (&self->page.pen, places[mark]);
  return shown;
}
