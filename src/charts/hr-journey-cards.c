/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "hr-format.h"
#include "hr-journey-layout.h"
#include "hr-journey-words.h"

/* Lengths are counted in the size of the text. */
#define PAD 0.5
#define BRIEF_PAD 0.25
#define CARD_GAP 0.4
#define MARK 1.4
#define MARK_GAP 0.3
#define BAR 0.3
#define BAR_GAP 0.35
#define NAME_LINES 2
#define UNMET_LINES 4

static double
get_pad (const HrJourneyLayout *self)
{
  return (self->detail == HR_JOURNEY_FULL ? PAD : BRIEF_PAD) * self->page.pen.size;
}

static double
get_name_width (const HrJourneyLayout *self, const HrJourneyCard *card)
{
  double size = self->page.pen.size;
  double mark = card->friction.layout != NULL ? (MARK + MARK_GAP) * size : 0;

  return fmax (self->card - 2 * PAD * size - mark, 1);
}

static double
get_effort_width (const HrJourneyLayout *self)
{
  return fmax (self->card - 2 * PAD * self->page.pen.size, 1);
}

/* An octagon is higher than a line of the name. */
static double
get_card_height (const HrJourneyLayout *self, const HrJourneyCard *card)
{
  double size = self->page.pen.size;
  double mark = card->friction.layout != NULL ? MARK * size : 0;
  double height = fmax (card->name.place.height, mark) + 2 * get_pad (self);

  if (self->detail == HR_JOURNEY_FULL)
    height += card->effort.place.height + (BAR_GAP + BAR) * size;
  return height;
}

void
hr_journey_cards_write (HrJourneyLayout *self)
{
  const HrChartPen *pen = &self->page.pen;
  const HrChartTheme *theme = pen->theme;

  for (guint i = 0; i < self->table->entries->len; i++)
    {
      const HrTouchpoint *touchpoint =
          hr_journey_table_entry (self->table, i)->touchpoint;
      HrJourneyCard *card = &self->cards[i];
      g_autofree char *effort = hr_journey_words_effort (self->table, touchpoint);
      HrColor paper = theme->paper;

      paper.alpha = 1;
      if (touchpoint->friction >= HR_JOURNEY_HIGH_FRICTION)
        {
          g_autofree char *number = hr_format_number (touchpoint->friction, 0);

          card->friction = hr_chart_text_new (pen, HR_CHART_FONT_STRONG, &paper, number);
        }
      card->name = hr_chart_text_new_within (pen, HR_CHART_FONT_BODY, &theme->ink,
                                             touchpoint->name,
                                             get_name_width (self, card), NAME_LINES);
      card->effort =
          hr_chart_text_new_within (pen, HR_CHART_FONT_BODY, &theme->dim, effort,
                                    get_effort_width (self), NAME_LINES);
    }
}

/* Names on one line each, for maps with little height. */
void
hr_journey_cards_shorten (HrJourneyLayout *self)
{
  for (guint i = 0; i < self->table->entries->len; i++)
    hr_chart_text_wrap (&self->cards[i].name, get_name_width (self, &self->cards[i]), 1);
}

static guint
count_rows (const HrJourneyLayout *self, guint lane, guint n_cards)
{
  return MIN ((n_cards + self->across - 1) / self->across, self->rows[lane].most_rows);
}

/* How many cards there is room for; the last place may have to say how many more. */
static guint
count_shown (const HrJourneyLayout *self, guint lane, guint n_cards)
{
  guint places = count_rows (self, lane, n_cards) * self->across;

  return n_cards <= places ? n_cards : places - 1;
}

guint
hr_journey_cards_get_n_rows (const HrJourneyLayout *self, guint lane)
{
  guint most = 0;

  for (guint stage = 0; stage < self->table->stages->len; stage++)
    most = MAX (most, count_rows (self, lane,
                                  hr_journey_table_cell (self->table, lane, stage)->n));
  return most;
}

/* Of one row of a cell. */
static double
get_row_height (const HrJourneyLayout *self,
                guint lane,
                const HrJourneyCell *cell,
                guint row)
{
  guint n_shown = count_shown (self, lane, cell->n);
  double height = 0;

  for (guint i = row * self->across; i < MIN ((row + 1) * self->across, n_shown); i++)
    height = fmax (height, get_card_height (self, &self->cards[cell->first + i]));
  if (n_shown < cell->n && row == n_shown / self->across)
    height = fmax (height, self->page.pen.line + 2 * get_pad (self));
  return height;
}

static int
get_unmet_lines (const HrJourneyLayout *self)
{
  return self->detail == HR_JOURNEY_LINES ? 1 : UNMET_LINES;
}

/* So much of a gap is hatched around its words. */
static double
get_frame (const HrJourneyLayout *self)
{
  return 1.5 * get_pad (self);
}

/**
 * hr_journey_cards_get_height:
 * @self: a layout
 * @lane: the place of a lane
 *
 * Says how high the highest pile of cards in a lane is.
 */
double
hr_journey_cards_get_height (const HrJourneyLayout *self, guint lane)
{
  double most = 0;

  for (guint stage = 0; stage < self->table->stages->len; stage++)
    {
      const HrJourneyCell *cell = hr_journey_table_cell (self->table, lane, stage);
      guint n_rows = count_rows (self, lane, cell->n);
      double height = 0;

      for (guint row = 0; row < n_rows; row++)
        height += get_row_height (self, lane, cell, row) +
                  (row > 0 ? CARD_GAP * self->page.pen.size : 0);
      if (cell->unmet != NULL)
        height = get_unmet_lines (self) * self->page.pen.line + 2 * get_frame (self);
      most = fmax (most, height);
    }
  return most;
}

static void
place_mark (HrJourneyLayout *self, HrJourneyCard *card)
{
  double side = MARK * self->page.pen.size, pad = get_pad (self);
  cairo_rectangle_t *text = &card->friction.place;

  if (card->friction.layout == NULL)
    return;
  card->mark = (cairo_rectangle_t) { card->place.x + card->place.width -
                                         PAD * self->page.pen.size - side,
                                     card->place.y + pad, side, side };
  text->x = card->mark.x + (side - text->width) / 2;
  text->y = card->mark.y + (side - text->height) / 2;
}

static void
place_card (HrJourneyLayout *self, guint i, double x, double y, double height)
{
  HrJourneyCard *card = &self->cards[i];
  double size = self->page.pen.size, pad = get_pad (self), side = PAD * size;
  double hours = hr_journey_table_entry (self->table, i)->hours;
  double share = self->table->most_hours > 0 ? hours / self->table->most_hours : 0;

  card->shown = TRUE;
  card->place = (cairo_rectangle_t) { x, y, self->card, height };
  place_mark (self, card);
  card->name.place.x = x + side;
  card->name.place.y = y + pad;
  if (self->detail != HR_JOURNEY_FULL)
    {
      hr_chart_text_clear (&card->effort);
      if (card->name.place.height < height - 2 * pad) /* beside an octagon */
        card->name.place.y = y + (height - card->name.place.height) / 2;
      return;
    }
  card->effort.place.x = x + side;
  card->bar =
      (cairo_rectangle_t) { x + side, y + height - pad - BAR * size,
                            isfinite (share) ? share * (self->card - 2 * side) : 0,
                            BAR * size };
  card->effort.place.y = card->bar.y - BAR_GAP * size - card->effort.place.height;
}

static void
place_more (HrJourneyLayout *self, HrJourneySpot *spot, guint n, double x, double y)
{
  const HrChartPen *pen = &self->page.pen;
  g_autofree char *number = hr_format_number (n, 0);
  g_autofree char *words = g_strdup_printf (_ ("+%s more"), number);

  spot->more = hr_chart_text_new_within (pen, HR_CHART_FONT_BODY, &pen->theme->dim, words,
                                         self->card - PAD * pen->size, 1);
  spot->more.place.x = x + PAD * pen->size;
  spot->more.place.y = y + get_pad (self);
}

static void
place_cell (HrJourneyLayout *self, guint lane, guint stage, double y)
{
  const HrJourneyCell *cell = hr_journey_table_cell (self->table, lane, stage);
  HrJourneySpot *spot = hr_journey_layout_spot (self, lane, stage);
  double gap = CARD_GAP * self->page.pen.size;
  guint n_rows = count_rows (self, lane, cell->n);
  guint n_shown = count_shown (self, lane, cell->n);

  for (guint row = 0; row < n_rows; row++)
    {
      double height = get_row_height (self, lane, cell, row);

      for (guint i = 0; i < self->across; i++)
        {
          guint at = row * self->across + i;
          double x = spot->place.x + i * (self->card + gap);

          if (at < n_shown)
            place_card (self, cell->first + at, x, y, height);
          else if (at == n_shown && n_shown < cell->n)
            place_more (self, spot, cell->n - n_shown, x, y);
        }
      y += height + gap;
    }
}

/* A gap that somebody feels is as a card with a frame; where there is nothing at all, all
 * is a gap. */
static void
place_gap (HrJourneyLayout *self,
           guint stage,
           const HrJourneyCell *cell,
           HrJourneySpot *spot)
{
  const HrChartPen *pen = &self->page.pen;
  double frame = get_frame (self);
  cairo_rectangle_t *place = &spot->unmet.place;

  if (cell->unmet == NULL)
    {
      if (hr_journey_table_stage (self->table, stage)->n_touchpoints == 0)
        spot->gap = spot->place;
      return;
    }
  spot->unmet = hr_chart_text_new_within (pen, HR_CHART_FONT_BODY, &pen->theme->ink,
                                          cell->unmet->need, self->column - 2 * frame,
                                          get_unmet_lines (self));
  if (place->height + 2 * frame > spot->place.height) /* letters of another font */
    hr_chart_text_clear (&spot->unmet);
  place->x = spot->place.x + frame;
  place->y = spot->place.y + frame;
  spot->gap = spot->place;
  spot->gap.height = fmin (place->height + 2 * frame, spot->place.height);
}

/**
 * hr_journey_cards_place:
 * @self: a layout
 * @lane: the place of a lane, whose height is known
 *
 * Puts the cards of a lane to their places.
 */
void
hr_journey_cards_place (HrJourneyLayout *self, guint lane)
{
  const HrJourneyRow *row = &self->rows[lane];
  double pad = CARD_GAP * self->page.pen.size;

  for (guint stage = 0; stage < self->table->stages->len; stage++)
    {
      HrJourneySpot *spot = hr_journey_layout_spot (self, lane, stage);

      spot->place = (cairo_rectangle_t) { self->heads[stage].place.x, row->y + pad,
                                          self->column, row->height - 2 * pad };
      place_cell (self, lane, stage, spot->place.y);
      place_gap (self, stage, hr_journey_table_cell (self->table, lane, stage), spot);
    }
}
