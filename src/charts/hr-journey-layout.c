/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-journey-layout.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "hr-journey-words.h"

/* Lengths are counted in the size of the text. */
#define COLUMN_GAP 0.8
#define LABEL_GAP 1.0
#define MOST_LABELS 10
#define LEAST_LABELS 3
#define CAPTION 8        /* what it takes on two lines, with the ticks */
#define LABEL_SHARE 0.18 /* of the width */
#define BEST_COLUMN 11
#define LEAST_COLUMN 5
#define BEST_CARD 10.5
#define LANE_PAD 0.4
#define HEAD_GAP 0.35
#define TRACK 0.35
#define BEST_BAND 4.4 /* between best and worst */
#define LEAST_BAND 2.2
#define BELOW_BAND 0.8
#define CARD_GAP 0.4

static void
clear_texts (HrJourneyLayout *self)
{
  guint n_stages = self->table->stages->len, n_lanes = self->table->lanes->len;

  for (guint i = 0; i < n_stages; i++)
    {
      hr_chart_text_clear (&self->heads[i].name);
      hr_chart_text_clear (&self->heads[i].note);
      hr_chart_text_clear (&self->heads[i].feeling);
    }
  for (guint i = 0; i < n_lanes; i++)
    {
      hr_chart_text_clear (&self->rows[i].name);
      hr_chart_text_clear (&self->rows[i].note);
    }
  for (guint i = 0; i < self->table->entries->len; i++)
    {
      hr_chart_text_clear (&self->cards[i].name);
      hr_chart_text_clear (&self->cards[i].effort);
      hr_chart_text_clear (&self->cards[i].friction);
    }
  for (guint i = 0; i < n_stages * n_lanes; i++)
    {
      hr_chart_text_clear (&self->spots[i].unmet);
      hr_chart_text_clear (&self->spots[i].more);
    }
  for (guint i = 0; i < HR_JOURNEY_N_TICKS; i++)
    hr_chart_text_clear (&self->ticks[i]);
  hr_chart_text_clear (&self->caption);
  hr_chart_page_clear (&self->page);
}

static gboolean
is_empty (const HrJourneyLayout *self)
{
  return self->table->entries->len == 0;
}

static double
get_head_height (const HrJourneyLayout *self)
{
  double names = 0, notes = 0;

  for (guint i = 0; i < self->table->stages->len; i++)
    {
      names = fmax (names, self->heads[i].name.place.height);
      notes = fmax (notes, self->heads[i].note.place.height);
    }
  return names + notes + (2 * HEAD_GAP + TRACK) * self->page.pen.size;
}

/* Feelings are written above and below the curve. */
static double
get_band_height (const HrJourneyLayout *self)
{
  return ((self->detail == HR_JOURNEY_LINES ? LEAST_BAND : BEST_BAND) + BELOW_BAND) *
             self->page.pen.size +
         2 * self->page.pen.line;
}

static double
get_lane_height (const HrJourneyLayout *self, guint lane)
{
  const HrJourneyRow *row = &self->rows[lane];
  double label = row->name.place.height +
                 (self->detail == HR_JOURNEY_FULL ? row->note.place.height : 0);

  return fmax (label, hr_journey_cards_get_height (self, lane)) +
         2 * LANE_PAD * self->page.pen.size;
}

static double
get_lanes_height (const HrJourneyLayout *self)
{
  double height = 0;

  for (guint lane = 0; lane < self->table->lanes->len; lane++)
    height += get_lane_height (self, lane);
  return height;
}

static void
write_labels (HrJourneyLayout *self)
{
  const HrChartPen *pen = &self->page.pen;
  const HrChartTheme *theme = pen->theme;
  double widest = 0, room = self->page.body.width;

  for (guint i = 0; i < self->table->lanes->len; i++)
    {
      const HrJourneyLane *lane = hr_journey_table_lane (self->table, i);
      g_autofree char *hours = hr_journey_words_hours (lane->hours);
      HrJourneyRow *row = &self->rows[i];

      row->name = hr_chart_text_new (pen, HR_CHART_FONT_STRONG, &theme->ink,
                                     hr_journey_words_lane (self->table, lane->item));
      row->note = hr_chart_text_new (pen, HR_CHART_FONT_BODY, &theme->dim, hours);
      widest = fmax (widest, fmax (row->name.place.width, row->note.place.width));
    }
  self->caption =
      hr_chart_text_new (pen, HR_CHART_FONT_STRONG, &theme->ink, _ ("Customers feel"));
  widest = fmax (widest, CAPTION * pen->size);
  self->labels = fmin (widest, MOST_LABELS * pen->size);
  self->labels = fmin (self->labels, LABEL_SHARE * room);
  self->labels = fmax (self->labels, fmin (LEAST_LABELS * pen->size, 0.3 * room));
}

/* Wide columns have room for several cards beside each other. */
static void
find_columns (HrJourneyLayout *self)
{
  const HrJourneyTable *table = self->table;
  double size = self->page.pen.size, gap = COLUMN_GAP * size;
  double start = self->page.body.x + self->labels + LABEL_GAP * size;
  double room = self->page.body.x + self->page.body.width - start;
  guint n = MAX (table->stages->len, 1), most = 1;

  gap = fmin (gap, room / n / 8);
  self->column = (room - (n - 1) * gap) / n;
  for (guint i = 0; i < table->cells->len; i++)
    most = MAX (most, g_array_index (table->cells, HrJourneyCell, i).n);
  self->across = (guint) ((self->column + CARD_GAP * size) / (BEST_CARD * size));
  self->across = CLAMP (self->across, 1, most);
  self->card = (self->column - (self->across - 1) * CARD_GAP * size) / self->across;
  for (guint i = 0; i < table->stages->len; i++)
    self->heads[i].place = (cairo_rectangle_t) { start + i * (self->column + gap),
                                                 self->page.body.y, self->column, 0 };
}

static void
write_heads (HrJourneyLayout *self)
{
  const HrChartPen *pen = &self->page.pen;
  const HrChartTheme *theme = pen->theme;

  for (guint i = 0; i < self->table->stages->len; i++)
    {
      const HrJourneyStage *stage = hr_journey_table_stage (self->table, i);
      HrJourneyHead *head = &self->heads[i];
      g_autofree char *note = hr_journey_words_stage_note (stage);
      g_autofree char *feeling = hr_journey_words_sentiment (stage->sentiment);

      head->name = hr_chart_text_new_within (
          pen, HR_CHART_FONT_STRONG,
          (int) i == self->table->spoken_of ? &theme->accent : &theme->ink,
          hr_journey_words_stage (stage->stage), self->column, 2);
      head->note = hr_chart_text_new_within (pen, HR_CHART_FONT_BODY, &theme->dim, note,
                                             self->column, 2);
      head->feeling = hr_chart_text_new_within (
          pen, HR_CHART_FONT_BODY, &theme->ink,
          isfinite (stage->sentiment) ? feeling : NULL, self->column, 1);
    }
}

static void
write_ticks (HrJourneyLayout *self)
{
  static const double values[HR_JOURNEY_N_TICKS] = { 2, 0, -2 };
  const HrChartPen *pen = &self->page.pen;

  for (guint i = 0; i < HR_JOURNEY_N_TICKS; i++)
    {
      g_autofree char *number = hr_journey_words_tick (values[i]);

      self->ticks[i] =
          hr_chart_text_new (pen, HR_CHART_FONT_BODY, &pen->theme->dim, number);
      hr_chart_text_shorten (&self->ticks[i], self->labels);
    }
}

static void
wrap_labels (HrJourneyLayout *self)
{
  for (guint i = 0; i < self->table->lanes->len; i++)
    {
      hr_chart_text_wrap (&self->rows[i].name, self->labels, 2);
      hr_chart_text_wrap (&self->rows[i].note, self->labels, 1);
      self->rows[i].most_rows = G_MAXUINT;
    }
}

/* First cards say less, then the lanes with most rows of them lose some.
 * Returns: what share of it fits into the height; at least 1 if all does */
static double
fit_lanes (HrJourneyLayout *self)
{
  double have = self->page.body.height - get_head_height (self);
  double need = get_band_height (self) + get_lanes_height (self);

  if (need > have && hr_chart_page_may_shrink (&self->page))
    return fmax (have / need, 0.1);
  while (need > have && self->detail < HR_JOURNEY_LINES)
    {
      self->detail++;
      if (self->detail == HR_JOURNEY_LINES)
        hr_journey_cards_shorten (self);
      need = get_band_height (self) + get_lanes_height (self);
    }
  while (need > have)
    {
      guint largest = 0, most = 1;

      for (guint lane = 0; lane < self->table->lanes->len; lane++)
        if (hr_journey_cards_get_n_rows (self, lane) > most)
          {
            most = hr_journey_cards_get_n_rows (self, lane);
            largest = lane;
          }
      if (most == 1)
        break;
      self->rows[largest].most_rows = most - 1;
      need = get_band_height (self) + get_lanes_height (self);
    }
  return need <= have ? 1 : fmax (have / need, 0.1);
}

static double
try_size (HrJourneyLayout *self,
          const HrChartTheme *theme,
          double size,
          cairo_rectangle_t surface,
          const HrChartWords *words)
{
  clear_texts (self);
  hr_chart_page_init (&self->page, theme, size, surface.width, surface.height, words);
  self->detail = HR_JOURNEY_FULL;
  if (is_empty (self))
    return self->page.body.height >= 0 ? 1 : 0.5;

  write_labels (self);
  find_columns (self);
  if (self->column < LEAST_COLUMN * size)
    return self->column / (LEAST_COLUMN * size);
  write_heads (self);
  write_ticks (self);
  wrap_labels (self);
  hr_journey_cards_write (self);
  return fit_lanes (self);
}

static void
place_heads (HrJourneyLayout *self)
{
  double size = self->page.pen.size;
  double bottom = self->page.body.y + get_head_height (self);

  for (guint i = 0; i < self->table->stages->len; i++)
    {
      const HrJourneyStage *stage = hr_journey_table_stage (self->table, i);
      HrJourneyHead *head = &self->heads[i];
      double share = isfinite (stage->share) ? fmin (stage->share, 1) : 0;

      head->track =
          (cairo_rectangle_t) { head->place.x, bottom - (HEAD_GAP + TRACK) * size,
                                self->column, TRACK * size };
      head->bar = head->track;
      head->bar.width *= share;
      head->note.place.x = head->name.place.x = head->place.x;
      head->note.place.y = head->track.y - HEAD_GAP * size - head->note.place.height;
      head->name.place.y = head->note.place.y - head->name.place.height;
    }
}

static void
place_feelings (HrJourneyLayout *self, double y)
{
  double size = self->page.pen.size, line = self->page.pen.line;

  self->band =
      (cairo_rectangle_t) { self->page.body.x, y + line, self->page.body.width,
                            (self->detail == HR_JOURNEY_LINES ? LEAST_BAND : BEST_BAND) *
                                size };
  for (guint i = 0; i < self->table->stages->len; i++)
    {
      HrJourneyHead *head = &self->heads[i];
      double sentiment = hr_journey_table_stage (self->table, i)->sentiment;
      double radius = 0.35 * size;

      head->x = head->place.x + self->column / 2;
      head->y = self->band.y + self->band.height * (2 - sentiment) / 4;
      head->feeling.place.x = head->x - head->feeling.place.width / 2;
      head->feeling.place.y = sentiment >= 0
                                  ? head->y - radius - head->feeling.place.height
                                  : head->y + radius;
    }
  for (guint i = 0; i < HR_JOURNEY_N_TICKS; i++)
    {
      cairo_rectangle_t *tick = &self->ticks[i].place;

      tick->x = self->page.body.x + self->labels - tick->width;
      tick->y = self->band.y + self->band.height * i / 2 - tick->height / 2;
    }
  hr_chart_text_wrap (&self->caption,
                      self->labels - self->ticks[0].place.width - 0.5 * size, 2);
  self->caption.place.x = self->page.body.x;
  self->caption.place.y =
      self->band.y + (self->band.height - self->caption.place.height) / 2;
  if (self->caption.place.height > self->band.height + 2 * line)
    hr_chart_text_clear (&self->caption);
}

static void
place_lanes (HrJourneyLayout *self)
{
  double size = self->page.pen.size;
  double y = self->page.body.y + get_head_height (self) + get_band_height (self);

  for (guint i = 0; i < self->table->lanes->len; i++)
    {
      HrJourneyRow *row = &self->rows[i];

      row->y = y;
      row->height = get_lane_height (self, i);
      row->name.place.x = row->note.place.x = self->page.body.x;
      row->name.place.y = y + LANE_PAD * size;
      row->note.place.y = row->name.place.y + row->name.place.height;
      if (self->detail != HR_JOURNEY_FULL)
        hr_chart_text_clear (&row->note);
      hr_journey_cards_place (self, i);
      y += row->height;
    }
  for (guint i = 0; i < self->table->stages->len; i++)
    self->heads[i].place.height = y - self->heads[i].place.y;
}

/* Writes and measures all, and puts nothing to its place. */
static void
find_size (HrJourneyLayout *self,
           const HrJourneyTable *table,
           const HrChartTheme *theme,
           double width,
           double height)
{
  g_auto (HrChartWords) words = hr_journey_words (table);
  cairo_rectangle_t surface = { 0, 0, width, height };
  double size = theme->size;
  double fit;

  *self = (HrJourneyLayout) { .table = table };
  self->heads = g_new0 (HrJourneyHead, table->stages->len + 1);
  self->rows = g_new0 (HrJourneyRow, table->lanes->len + 1);
  self->cards = g_new0 (HrJourneyCard, table->entries->len + 1);
  self->spots = g_new0 (HrJourneySpot, table->cells->len + 1);

  do
    {
      fit = try_size (self, theme, size, surface, &words);
      size = hr_chart_page_get_next_size (&self->page, fit);
    }
  while (fit < 1 && size < self->page.pen.size);
}

/**
 * hr_journey_layout_init:
 * @self: a layout
 * @table: what is in it; must outlive it
 * @theme: how it looks
 * @width: of the surface
 * @height: of the surface
 *
 * Lays the map out. With little room letters become smaller as far as the theme allows,
 * cards become one line each, then there are fewer of them, and at last all becomes
 * smaller.
 */
void
hr_journey_layout_init (HrJourneyLayout *self,
                        const HrJourneyTable *table,
                        const HrChartTheme *theme,
                        double width,
                        double height)
{
  find_size (self, table, theme, width, height);
  if (is_empty (self))
    return;
  place_heads (self);
  place_feelings (self, self->page.body.y + get_head_height (self));
  place_lanes (self);
}

void
hr_journey_layout_clear (HrJourneyLayout *self)
{
  clear_texts (self);
  g_clear_pointer (&self->heads, g_free);
  g_clear_pointer (&self->rows, g_free);
  g_clear_pointer (&self->cards, g_free);
  g_clear_pointer (&self->spots, g_free);
}

double
hr_journey_layout_get_natural_width (const HrJourneyTable *table,
                                     const HrChartTheme *theme)
{
  double columns = table->stages->len * (BEST_COLUMN + COLUMN_GAP);

  return ceil (theme->size * (2 * theme->margin + MOST_LABELS + LABEL_GAP + columns));
}

double
hr_journey_layout_get_natural_height (const HrJourneyTable *table,
                                      const HrChartTheme *theme,
                                      double width)
{
  HrJourneyLayout layout;
  double height;

  find_size (&layout, table, theme, width, G_MAXINT16);
  height = G_MAXINT16 - layout.page.body.height;
  if (!is_empty (&layout))
    height += get_head_height (&layout) + get_band_height (&layout) +
              get_lanes_height (&layout);
  hr_journey_layout_clear (&layout);
  return ceil (height) + 1;
}
