/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-persona-matrix.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "hr-chart-marks.h"
#include "hr-matrix-layout.h"

#define CORNER 0.35 /* of the size of the text */

/**
 * hr_persona_matrix_get_width:
 * @capacity: what to show
 * @theme: how it looks
 *
 * Says which width suits it: whoever has less had better scroll.
 */
double
hr_persona_matrix_get_width (const HrCapacity *capacity, const HrChartTheme *theme)
{
  return hr_matrix_layout_get_natural_width (capacity, theme);
}

/**
 * hr_persona_matrix_get_height:
 * @capacity: what to show
 * @theme: how it looks
 * @width: of the surface
 *
 * Says which height suits it: with less, cells say less.
 */
double
hr_persona_matrix_get_height (const HrCapacity *capacity,
                              const HrChartTheme *theme,
                              double width)
{
  HrMatrixLayout layout;
  double height;

  hr_matrix_layout_init (&layout, capacity, theme, width, G_MAXINT16);
  height = G_MAXINT16 - layout.page.body.height - layout.page.body.y +
           hr_matrix_layout_get_bottom (&layout);
  hr_matrix_layout_clear (&layout);
  return ceil (height) + 1;
}

static cairo_rectangle_t
get_place (const HrMatrixLayout *layout, guint persona, guint stage)
{
  return hr_chart_pen_to_surface (
      &layout->page.pen, layout->cells[persona * layout->n_stages + stage].place);
}

/**
 * hr_persona_matrix_place:
 * @capacity: what is shown
 * @theme: how it looks
 * @width: of the surface
 * @height: of the surface
 * @persona: the place of a persona in the plan's list
 * @stage: the place of a stage in the plan's list
 * @place: (out): where the cell lies
 *
 * Says where a cell lies: painting, pointing and tests all ask this.
 *
 * Returns: whether there is one
 */
gboolean
hr_persona_matrix_place (const HrCapacity *capacity,
                         const HrChartTheme *theme,
                         double width,
                         double height,
                         guint persona,
                         guint stage,
                         cairo_rectangle_t *place)
{
  HrMatrixLayout layout;
  gboolean shown;

  hr_matrix_layout_init (&layout, capacity, theme, width, height);
  shown = persona < layout.n_personas && stage < layout.n_stages;
  if (shown)
    *place = get_place (&layout, persona, stage);
  hr_matrix_layout_clear (&layout);
  return shown;
}

/**
 * hr_persona_matrix_find:
 * @capacity: what is shown
 * @theme: how it looks
 * @width: of the surface
 * @height: of the surface
 * @x: where somebody points at
 * @y: where somebody points at
 * @persona: (out): the place of a persona in the plan's list
 * @stage: (out): the place of a stage in the plan's list
 *
 * Finds the cell that a point lies in.
 *
 * Returns: whether there is one
 */
gboolean
hr_persona_matrix_find (const HrCapacity *capacity,
                        const HrChartTheme *theme,
                        double width,
                        double height,
                        double x,
                        double y,
                        guint *persona,
                        guint *stage)
{
  HrMatrixLayout layout;
  gboolean found = FALSE;

  hr_matrix_layout_init (&layout, capacity, theme, width, height);
  for (guint i = 0; i < layout.n_personas * layout.n_stages && !found; i++)
    {
      cairo_rectangle_t place =
          get_place (&layout, i / layout.n_stages, i % layout.n_stages);

      *persona = i / layout.n_stages;
      *stage = i % layout.n_stages;
      found = x >= place.x && x < place.x + place.width && y >= place.y &&
              y < place.y + place.height;
    }
  hr_matrix_layout_clear (&layout);
  return found;
}

/* Words stand on paper, and the lines stop around all of them. */
static void
paint_gap (const HrMatrixLayout *layout, const HrMatrixCell *cell, cairo_t *cr)
{
  const HrChartPen *pen = &layout->page.pen;
  cairo_rectangle_t place = hr_chart_pen_to_surface (pen, cell->place);
  HrChartText words = { NULL };

  for (guint i = 0; i < HR_MATRIX_N_TEXTS; i++)
    {
      const HrChartText *text = &cell->texts[i];

      if (text->layout == NULL)
        continue;
      if (words.layout == NULL)
        words = *text;
      words.place.width = fmax (words.place.width, text->place.width);
      words.place.height = text->place.y + text->place.height - words.place.y;
    }
  hr_chart_paint_hatch (&place, &pen->theme->accent, &words, pen, cr);
}

static void
paint_cell (const HrMatrixLayout *layout, guint persona, guint stage, cairo_t *cr)
{
  const HrChartPen *pen = &layout->page.pen;
  const HrMatrixCell *cell = &layout->cells[persona * layout->n_stages + stage];
  HrMatrixEntry entry = hr_matrix_entry (layout->capacity, persona, stage);
  cairo_rectangle_t place = get_place (layout, persona, stage);
  HrColor ground = hr_chart_theme_get_ground (pen->theme);

  if (entry.is_unmet)
    {
      paint_gap (layout, cell, cr);
    }
  else if (entry.need != NULL || entry.n_met > 0)
    {
      hr_chart_add_rounded (&place, CORNER * pen->size, cr);
      hr_color_set (&ground, cr);
      cairo_fill (cr);
    }
  for (guint i = 0; i < HR_MATRIX_N_TEXTS; i++)
    hr_chart_text_paint (&cell->texts[i], pen, cr);
}

/**
 * hr_persona_matrix_draw:
 * @capacity: what to show
 * @theme: how it looks
 * @cr: where to; the picture has its corner at the origin
 * @width: of the picture, see hr_persona_matrix_get_width()
 * @height: of the picture, see hr_persona_matrix_get_height()
 *
 * Draws the picture.
 */
void
hr_persona_matrix_draw (const HrCapacity *capacity,
                        const HrChartTheme *theme,
                        cairo_t *cr,
                        double width,
                        double height)
{
  HrMatrixLayout layout;

  cairo_save (cr);
  hr_matrix_layout_init (&layout, capacity, theme, width, height);
  hr_chart_page_paint (&layout.page, cr);
  for (guint stage = 0; stage < layout.n_stages && layout.n_personas > 0; stage++)
    hr_chart_text_paint (&layout.heads[stage], &layout.page.pen, cr);
  for (guint i = 0; i < layout.n_personas && layout.n_stages > 0; i++)
    {
      hr_chart_text_paint (&layout.rows[i].name, &layout.page.pen, cr);
      hr_chart_text_paint (&layout.rows[i].kind, &layout.page.pen, cr);
      for (guint stage = 0; stage < layout.n_stages; stage++)
        paint_cell (&layout, i, stage, cr);
    }
  hr_matrix_layout_clear (&layout);
  cairo_restore (cr);
}

static void
add_cell (GArray *marks, const HrMatrixLayout *layout, guint persona, guint stage)
{
  HrPlan *plan = hr_capacity_get_plan (layout->capacity);
  HrMatrixEntry entry = hr_matrix_entry (layout->capacity, persona, stage);
  cairo_rectangle_t place = get_place (layout, persona, stage);
  HrChartMark *mark =
      hr_chart_add_mark (marks, entry.need, persona * layout->n_stages + stage, &place);

  /* Translators: a cell of a table: persona, stage */
  mark->name = g_strdup_printf (_ ("%s, %s"),
                                hr_item_get_name (hr_list_get (plan->personas, persona)),
                                hr_item_get_name (hr_list_get (plan->stages, stage)));
  mark->text = hr_persona_matrix_explain (layout->capacity, persona, stage);
}

static void
list_marks (const HrCapacity *capacity,
            const HrChartTheme *theme,
            double width,
            double height,
            GArray *marks)
{
  HrMatrixLayout layout;

  hr_matrix_layout_init (&layout, capacity, theme, width, height);
  for (guint i = 0; i < layout.n_personas; i++)
    for (guint stage = 0; stage < layout.n_stages; stage++)
      add_cell (marks, &layout, i, stage);
  hr_matrix_layout_clear (&layout);
}

HR_CHART_ADAPT (HrCapacity, hr_persona_matrix)
HR_CHART_ADAPT_WIDTH (HrCapacity, hr_persona_matrix)
HR_CHART_ADAPT_HEIGHT (HrCapacity, hr_persona_matrix)

const HrChart hr_persona_matrix = { HR_CHART_ADAPTED (hr_persona_matrix),
                                    .get_width = hr_persona_matrix_get_width_any,
                                    .get_height = hr_persona_matrix_get_height_any };
