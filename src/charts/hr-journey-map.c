/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-journey-map.h"

#include <math.h>

#include "hr-chart-marks.h"
#include "hr-journey-layout.h"
#include "hr-journey-words.h"

#define CORNER 0.35 /* of the size of the text */
#define POINT 0.3

/**
 * hr_journey_map_get_width:
 * @self: a map
 * @theme: how it looks
 *
 * Says which width suits it: whoever has less had better scroll.
 */
double
hr_journey_map_get_width (const HrJourneyMap *self, const HrChartTheme *theme)
{
  g_auto (HrJourneyTable) table = { NULL };

  hr_journey_table_init (&table, self);
  return hr_journey_layout_get_natural_width (&table, theme);
}

/**
 * hr_journey_map_get_height:
 * @self: a map
 * @theme: how it looks
 * @width: of the surface
 *
 * Says which height suits it: with less, cards become one line, later some go.
 */
double
hr_journey_map_get_height (const HrJourneyMap *self,
                           const HrChartTheme *theme,
                           double width)
{
  g_auto (HrJourneyTable) table = { NULL };

  hr_journey_table_init (&table, self);
  return hr_journey_layout_get_natural_height (&table, theme, width);
}

/* Called for each thing that can be pointed at, those on top last. Returns: whether to
 * stop */
typedef gboolean (*VisitFunc) (gconstpointer item,
                               const cairo_rectangle_t *place,
                               gpointer data);

static gboolean
visit_cells (const HrJourneyLayout *layout, VisitFunc visit, gpointer data)
{
  const HrJourneyTable *table = layout->table;

  for (guint i = 0; i < table->cells->len; i++)
    if (g_array_index (table->cells, HrJourneyCell, i).unmet != NULL &&
        visit (g_array_index (table->cells, HrJourneyCell, i).unmet,
               &layout->spots[i].gap, data))
      return TRUE;
  for (guint i = 0; i < table->entries->len; i++)
    if (layout->cards[i].shown && visit (hr_journey_table_entry (table, i)->touchpoint,
                                         &layout->cards[i].place, data))
      return TRUE;
  return FALSE;
}

static gboolean
visit_all (const HrJourneyLayout *layout, VisitFunc visit, gpointer data)
{
  const HrJourneyTable *table = layout->table;

  if (table->entries->len == 0)
    return FALSE;
  for (guint i = 0; i < table->lanes->len; i++)
    {
      const HrJourneyRow *row = &layout->rows[i];
      cairo_rectangle_t place = { layout->page.body.x, row->y, layout->labels,
                                  row->height };
      HrItem *item = hr_journey_table_lane (table, i)->item;

      if (item != NULL && visit (item, &place, data))
        return TRUE;
    }
  for (guint i = 0; i < table->stages->len; i++)
    {
      HrStage *stage = hr_journey_table_stage (table, i)->stage;

      if (stage != NULL && visit (stage, &layout->heads[i].place, data))
        return TRUE;
    }
  return visit_cells (layout, visit, data);
}

typedef struct
{
  const HrJourneyLayout *layout;
  gconstpointer item; /* (nullable) */
  double x;
  double y;
  cairo_rectangle_t *place;
} Search;

static gboolean
find_item (gconstpointer item, const cairo_rectangle_t *place, gpointer data)
{
  Search *search = data;

  if (item != search->item)
    return FALSE;
  *search->place = hr_chart_pen_to_surface (&search->layout->page.pen, *place);
  return TRUE;
}

static gboolean
find_point (gconstpointer item, const cairo_rectangle_t *place, gpointer data)
{
  Search *search = data;
  cairo_rectangle_t at = hr_chart_pen_to_surface (&search->layout->page.pen, *place);

  if (search->x < at.x || search->x >= at.x + at.width || search->y < at.y ||
      search->y >= at.y + at.height)
    return FALSE;
  *search->place = at;
  search->item = item;
  return FALSE;
}

/**
 * hr_journey_map_place:
 * @self: a map
 * @theme: how it looks
 * @width: of the surface
 * @height: of the surface
 * @item: a touchpoint, a stage, the role or persona of a lane, or a need that is not met
 * @place: (out): where it lies: card, column, label or cell
 *
 * Says where something lies: painting, pointing and tests all ask this. Of the cards of a
 * touchpoint that meets several personas it is the first.
 *
 * Returns: whether it is shown
 */
gboolean
hr_journey_map_place (const HrJourneyMap *self,
                      const HrChartTheme *theme,
                      double width,
                      double height,
                      gconstpointer item,
                      cairo_rectangle_t *place)
{
  g_auto (HrJourneyTable) table = { NULL };
  HrJourneyLayout layout;
  Search search = { &layout, item, 0, 0, place };
  gboolean shown;

  hr_journey_table_init (&table, self);
  hr_journey_layout_init (&layout, &table, theme, width, height);
  shown = visit_all (&layout, find_item, &search);
  hr_journey_layout_clear (&layout);
  return shown;
}

/**
 * hr_journey_map_find:
 * @self: a map
 * @theme: how it looks
 * @width: of the surface
 * @height: of the surface
 * @x: where somebody points at
 * @y: where somebody points at
 * @place: (out): where what is found lies
 *
 * Finds what lies at a point.
 *
 * Returns: (transfer none) (nullable): a touchpoint, a need that is not met, a stage, or
 *   the role or persona of a lane
 */
gpointer
hr_journey_map_find (const HrJourneyMap *self,
                     const HrChartTheme *theme,
                     double width,
                     double height,
                     double x,
                     double y,
                     cairo_rectangle_t *place)
{
  g_auto (HrJourneyTable) table = { NULL };
  HrJourneyLayout layout;
  Search search = { &layout, NULL, x, y, place };

  hr_journey_table_init (&table, self);
  hr_journey_layout_init (&layout, &table, theme, width, height);
  visit_all (&layout, find_point, &search);
  hr_journey_layout_clear (&layout);
  return (gpointer) search.item;
}

static void
fill (const HrJourneyLayout *layout,
      const cairo_rectangle_t *place,
      const HrColor *color,
      cairo_t *cr)
{
  cairo_rectangle_t at = hr_chart_pen_to_surface (&layout->page.pen, *place);

  hr_color_set (color, cr);
  cairo_rectangle (cr, at.x, at.y, at.width, at.height);
  cairo_fill (cr);
}

static void
paint_heads (const HrJourneyLayout *layout, cairo_t *cr)
{
  const HrChartPen *pen = &layout->page.pen;

  for (guint i = 0; i < layout->table->stages->len; i++)
    {
      const HrJourneyHead *head = &layout->heads[i];
      gboolean is_spoken_of = (int) i == layout->table->spoken_of;

      fill (layout, &head->track, &pen->theme->grid, cr);
      fill (layout, &head->bar, is_spoken_of ? &pen->theme->accent : &pen->theme->muted,
            cr);
      hr_chart_text_paint (&head->name, pen, cr);
      hr_chart_text_paint (&head->note, pen, cr);
    }
}

static void
keep_feelings_free (const HrJourneyLayout *layout, cairo_t *cr)
{
  double above = layout->page.pen.line;

  cairo_rectangle (cr, 0, layout->band.y - above, layout->page.pen.width,
                   layout->band.height + 2 * above);
  for (guint i = 0; i < layout->table->stages->len; i++)
    hr_chart_text_cut_out (&layout->heads[i].feeling, &layout->page.pen, cr);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_clip (cr);
}

static void
paint_levels (const HrJourneyLayout *layout, cairo_t *cr)
{
  const HrChartPen *pen = &layout->page.pen;
  double from = hr_chart_pen_to_surface_x (pen, layout->heads[0].place.x);
  double to = hr_chart_pen_to_surface_x (pen, layout->band.x + layout->band.width);

  cairo_set_line_width (cr, pen->theme->line);
  hr_color_set (&pen->theme->grid, cr);
  for (guint i = 0; i < HR_JOURNEY_N_TICKS; i++)
    {
      double y = layout->band.y + layout->band.height * i / (HR_JOURNEY_N_TICKS - 1);

      cairo_move_to (cr, from, y);
      cairo_line_to (cr, to, y);
      cairo_stroke (cr);
    }
}

/* It is level at each stage, and broken where a stage leaves nobody with a feeling. */
static void
paint_curve (const HrJourneyLayout *layout, cairo_t *cr)
{
  const HrChartPen *pen = &layout->page.pen;
  const HrJourneyHead *last = NULL;

  for (guint i = 0; i < layout->table->stages->len; i++)
    {
      const HrJourneyHead *head = &layout->heads[i];
      double x = hr_chart_pen_to_surface_x (pen, head->x);

      if (isfinite (head->y) && last != NULL)
        {
          double from = hr_chart_pen_to_surface_x (pen, last->x);

          cairo_curve_to (cr, (from + x) / 2, last->y, (from + x) / 2, head->y, x,
                          head->y);
        }
      else if (isfinite (head->y))
        {
          cairo_move_to (cr, x, head->y);
        }
      last = isfinite (head->y) ? head : NULL;
    }
  hr_color_set (&pen->theme->ink, cr);
  cairo_set_line_width (cr, 2 * pen->theme->line);
  cairo_stroke (cr);
}

static void
paint_feelings (const HrJourneyLayout *layout, cairo_t *cr)
{
  const HrChartPen *pen = &layout->page.pen;

  cairo_save (cr);
  keep_feelings_free (layout, cr);
  paint_levels (layout, cr);
  paint_curve (layout, cr);
  cairo_restore (cr);

  for (guint i = 0; i < layout->table->stages->len; i++)
    {
      const HrJourneyHead *head = &layout->heads[i];

      if (!isfinite (head->y))
        continue;
      cairo_new_sub_path (cr);
      cairo_arc (cr, hr_chart_pen_to_surface_x (pen, head->x), head->y, POINT * pen->size,
                 0, 2 * G_PI);
      hr_color_set (&pen->theme->ink, cr);
      cairo_fill (cr);
      hr_chart_text_paint (&head->feeling, pen, cr);
    }
  hr_chart_text_paint (&layout->caption, pen, cr);
  for (guint i = 0; i < HR_JOURNEY_N_TICKS; i++)
    hr_chart_text_paint (&layout->ticks[i], pen, cr);
}

static void
paint_gaps (const HrJourneyLayout *layout, cairo_t *cr)
{
  const HrChartPen *pen = &layout->page.pen;
  const HrJourneyTable *table = layout->table;

  for (guint lane = 0; lane < table->lanes->len; lane++)
    for (guint stage = 0; stage < table->stages->len; stage++)
      {
        const HrJourneySpot *spot = hr_journey_layout_spot (layout, lane, stage);
        cairo_rectangle_t gap = hr_chart_pen_to_surface (pen, spot->gap);

        if (gap.width > 0)
          hr_chart_paint_hatch (&gap,
                                hr_journey_table_cell (table, lane, stage)->unmet != NULL
                                    ? &pen->theme->accent
                                    : &pen->theme->muted,
                                &spot->unmet, pen, cr);
        hr_chart_text_paint (&spot->unmet, pen, cr);
        hr_chart_text_paint (&spot->more, pen, cr);
      }
}

static void
paint_lanes (const HrJourneyLayout *layout, cairo_t *cr)
{
  const HrChartPen *pen = &layout->page.pen;

  for (guint i = 0; i < layout->table->lanes->len; i++)
    {
      const HrJourneyRow *row = &layout->rows[i];
      cairo_rectangle_t line = { layout->page.body.x, row->y, layout->page.body.width,
                                 pen->theme->line };

      fill (layout, &line, &pen->theme->grid, cr);
      hr_chart_text_paint (&row->name, pen, cr);
      hr_chart_text_paint (&row->note, pen, cr);
    }
}

static void
paint_card (const HrJourneyLayout *layout,
            const HrJourneyCard *card,
            gboolean is_spoken_of,
            cairo_t *cr)
{
  const HrChartPen *pen = &layout->page.pen;
  cairo_rectangle_t place = hr_chart_pen_to_surface (pen, card->place);
  cairo_rectangle_t mark = hr_chart_pen_to_surface (pen, card->mark);
  HrColor ground = hr_chart_theme_get_ground (pen->theme);

  if (!card->shown)
    return;
  hr_chart_add_rounded (&place, CORNER * pen->size, cr);
  hr_color_set (&ground, cr);
  cairo_fill (cr);
  fill (layout, &card->bar, is_spoken_of ? &pen->theme->accent : &pen->theme->muted, cr);
  if (card->friction.layout != NULL)
    hr_chart_paint_octagon (&mark, &pen->theme->ink, cr);
  hr_chart_text_paint (&card->name, pen, cr);
  hr_chart_text_paint (&card->effort, pen, cr);
  hr_chart_text_paint (&card->friction, pen, cr);
}

static void
paint_cards (const HrJourneyLayout *layout, cairo_t *cr)
{
  const HrJourneyTable *table = layout->table;

  for (guint lane = 0; lane < table->lanes->len; lane++)
    for (guint stage = 0; stage < table->stages->len; stage++)
      {
        const HrJourneyCell *cell = hr_journey_table_cell (table, lane, stage);

        for (guint i = cell->first; i < cell->first + cell->n; i++)
          paint_card (layout, &layout->cards[i], (int) stage == table->spoken_of, cr);
      }
}

/**
 * hr_journey_map_draw:
 * @self: a map
 * @theme: how it looks
 * @cr: where to; the picture has its corner at the origin
 * @width: of the picture, see hr_journey_map_get_width()
 * @height: of the picture, see hr_journey_map_get_height()
 *
 * Draws the picture.
 */
void
hr_journey_map_draw (const HrJourneyMap *self,
                     const HrChartTheme *theme,
                     cairo_t *cr,
                     double width,
                     double height)
{
  g_auto (HrJourneyTable) table = { NULL };
  HrJourneyLayout layout;

  cairo_save (cr);
  hr_journey_table_init (&table, self);
  hr_journey_layout_init (&layout, &table, theme, width, height);
  hr_chart_page_paint (&layout.page, cr);
  if (table.entries->len > 0)
    {
      paint_heads (&layout, cr);
      paint_feelings (&layout, cr);
      paint_lanes (&layout, cr);
      paint_gaps (&layout, cr);
      paint_cards (&layout, cr);
    }
  hr_journey_layout_clear (&layout);
  cairo_restore (cr);
}

/**
 * Marks:
 * @layout: where everything lies
 * @found: (element-type HrChartMark): what was found so far
 */
typedef struct
{
  const HrJourneyLayout *layout;
  GArray *found;
} Marks;

static gboolean
add_mark (gconstpointer item, const cairo_rectangle_t *place, gpointer data)
{
  const Marks *marks = data;
  cairo_rectangle_t at = hr_chart_pen_to_surface (&marks->layout->page.pen, *place);
  HrChartMark *mark = hr_chart_add_mark (marks->found, item, marks->found->len, &at);

  mark->text = hr_journey_words_explain (marks->layout->table, item);
  mark->name = HR_IS_NEED ((gpointer) item) ? g_strdup (mark->text)
                                            : g_strdup (hr_item_get_name (item));
  return FALSE;
}

static void
list_marks (const HrJourneyMap *self,
            const HrChartTheme *theme,
            double width,
            double height,
            GArray *marks)
{
  g_auto (HrJourneyTable) table = { NULL };
  HrJourneyLayout layout;

  hr_journey_table_init (&table, self);
  hr_journey_layout_init (&layout, &table, theme, width, height);
  visit_all (&layout, add_mark, &(Marks) { &layout, marks });
  hr_journey_layout_clear (&layout);
}

HR_CHART_ADAPT (HrJourneyMap, hr_journey_map)
HR_CHART_ADAPT_WIDTH (HrJourneyMap, hr_journey_map)
HR_CHART_ADAPT_HEIGHT (HrJourneyMap, hr_journey_map)

const HrChart hr_journey_map = { HR_CHART_ADAPTED (hr_journey_map),
                                 .get_width = hr_journey_map_get_width_any,
                                 .get_height = hr_journey_map_get_height_any };
