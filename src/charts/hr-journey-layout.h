/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-chart-page.h"
#include "hr-journey-table.h"

G_BEGIN_DECLS

/* Where everything of the journey map lies, for one size of the surface. All places count
 * from the start side on. */

#define HR_JOURNEY_N_TICKS 3 /* of the sentiment: best, middle, worst */

/**
 * HrJourneyDetail:
 * @HR_JOURNEY_FULL: name, minutes and how often
 * @HR_JOURNEY_NAMES: the name on two lines
 * @HR_JOURNEY_LINES: the name on one line
 *
 * What a card says; less where there is little height.
 */
typedef enum
{
  HR_JOURNEY_FULL,
  HR_JOURNEY_NAMES,
  HR_JOURNEY_LINES,
} HrJourneyDetail;

/**
 * HrJourneyHead:
 * @place: of the column, from the top of the head to the end of the lanes
 * @name: of the stage
 * @note: its hours
 * @track: as long as all hours
 * @bar: as long as its own
 * @x: of the sentiment
 * @y: of the sentiment; NAN for none
 * @feeling: it in words
 *
 * What stands above a column.
 */
typedef struct
{
  cairo_rectangle_t place;
  HrChartText name;
  HrChartText note;
  cairo_rectangle_t track;
  cairo_rectangle_t bar;
  double x;
  double y;
  HrChartText feeling;
} HrJourneyHead;

/**
 * HrJourneyRow:
 * @name: of the lane
 * @note: its hours; none where there is little room
 * @y: where it begins
 * @height: of the lane
 * @most_rows: how many rows of cards there is room for
 */
typedef struct
{
  HrChartText name;
  HrChartText note;
  double y;
  double height;
  guint most_rows;
} HrJourneyRow;

/**
 * HrJourneyCard:
 * @shown: whether there is room for it
 * @place: the card
 * @name: of the touchpoint
 * @effort: its minutes and how often; none where there is little room
 * @bar: as long as its hours
 * @mark: the octagon; as wide as nothing where there is little friction
 * @friction: the number in it
 */
typedef struct
{
  gboolean shown;
  cairo_rectangle_t place;
  HrChartText name;
  HrChartText effort;
  cairo_rectangle_t bar;
  cairo_rectangle_t mark;
  HrChartText friction;
} HrJourneyCard;

/**
 * HrJourneySpot:
 * @place: the cell
 * @gap: the part of it that is hatched; as wide as nothing where nothing is missing
 * @unmet: what is not met there
 * @more: how many cards there is no room for
 */
typedef struct
{
  cairo_rectangle_t place;
  cairo_rectangle_t gap;
  HrChartText unmet;
  HrChartText more;
} HrJourneySpot;

/**
 * HrJourneyLayout:
 * @page: what is around the map
 * @table: what is in it
 * @detail: what cards say
 * @labels: where the names of the lanes are
 * @column: width of a column, without the gap to the next
 * @across: how many cards stand beside each other in a column
 * @card: width of a card
 * @heads: (array): the stages
 * @rows: (array): the lanes
 * @cards: (array): the entries
 * @spots: (array): the cells
 * @band: where the sentiment is drawn, from best to worst
 * @caption: what it is
 * @ticks: of the sentiment
 */
typedef struct
{
  HrChartPage page;
  const HrJourneyTable *table;
  HrJourneyDetail detail;
  double labels;
  double column;
  guint across;
  double card;
  HrJourneyHead *heads;
  HrJourneyRow *rows;
  HrJourneyCard *cards;
  HrJourneySpot *spots;
  cairo_rectangle_t band;
  HrChartText caption;
  HrChartText ticks[HR_JOURNEY_N_TICKS];
} HrJourneyLayout;

void hr_journey_layout_init (HrJourneyLayout *self,
                             const HrJourneyTable *table,
                             const HrChartTheme *theme,
                             double width,
                             double height);
void hr_journey_layout_clear (HrJourneyLayout *self);
double hr_journey_layout_get_natural_width (const HrJourneyTable *table,
                                            const HrChartTheme *theme);
double hr_journey_layout_get_natural_height (const HrJourneyTable *table,
                                             const HrChartTheme *theme,
                                             double width);

static inline HrJourneySpot *
hr_journey_layout_spot (const HrJourneyLayout *self, guint lane, guint stage)
{
  return &self->spots[lane * self->table->stages->len + stage];
}

/* The cards, when the columns are known: written, measured, and put into their lanes. */
void hr_journey_cards_write (HrJourneyLayout *self);
void hr_journey_cards_shorten (HrJourneyLayout *self);
double hr_journey_cards_get_height (const HrJourneyLayout *self, guint lane);
guint hr_journey_cards_get_n_rows (const HrJourneyLayout *self, guint lane);
void hr_journey_cards_place (HrJourneyLayout *self, guint lane);

G_END_DECLS
