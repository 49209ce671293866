/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-chart-text.h"

#include <math.h>
#include <pango/pangocairo.h>

#define TITLE_SCALE 1.4
#define AROUND 0.25 /* of the size: kept free before and behind words */
#define MOST_SHARED 512

/* Widths must not depend on the surface: a picture is laid out the same on every one. */
static void
set_exact_metrics (PangoContext *context)
{
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);
}

static PangoFontDescription *
describe_font (const HrChartPen *self, HrChartFont font)
{
  PangoFontDescription *desc = pango_font_description_new ();
  double scale = font == HR_CHART_FONT_TITLE ? TITLE_SCALE : 1;

  pango_font_description_set_family_static (desc, self->theme->font);
  pango_font_description_set_features_static (desc, "tnum=1");
  pango_font_description_set_absolute_size (desc, self->size * scale * PANGO_SCALE);
  if (font != HR_CHART_FONT_BODY)
    pango_font_description_set_weight (desc, PANGO_WEIGHT_BOLD);
  return desc;
}

static guint
hash_layout (gconstpointer layout)
{
  return g_str_hash (pango_layout_get_text ((PangoLayout *) layout));
}

/* What else there is to a layout is the same for all texts of a pen. */
static gboolean
is_same_layout (gconstpointer first, gconstpointer second)
{
  PangoLayout *a = (PangoLayout *) first, *b = (PangoLayout *) second;

  return pango_layout_get_width (a) == pango_layout_get_width (b) &&
         pango_layout_get_height (a) == pango_layout_get_height (b) &&
         g_str_equal (pango_layout_get_text (a), pango_layout_get_text (b)) &&
         pango_font_description_equal (pango_layout_get_font_description (a),
                                       pango_layout_get_font_description (b));
}

void
hr_chart_pen_init (HrChartPen *self, const HrChartTheme *theme, double size, double width)
{
  PangoFontDescription *font;
  PangoFontMetrics *metrics;

  *self = (HrChartPen) { .theme = theme, .size = size, .width = width };
  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  set_exact_metrics (self->context);
  pango_context_set_language (self->context, pango_language_get_default ());
  /* Each text finds its own direction; alignment is ours, see align(). */
  pango_context_set_base_dir (self->context, PANGO_DIRECTION_NEUTRAL);

  self->layouts =
      g_hash_table_new_full (hash_layout, is_same_layout, g_object_unref, NULL);

  font = describe_font (self, HR_CHART_FONT_BODY);
  metrics = pango_context_get_metrics (self->context, font, NULL);
  self->line = pango_units_to_double (pango_font_metrics_get_height (metrics));
  pango_font_metrics_unref (metrics);
  pango_font_description_free (font);
}

void
hr_chart_pen_clear (HrChartPen *self)
{
  g_clear_pointer (&self->layouts, g_hash_table_unref);
  g_clear_object (&self->context);
}

double
hr_chart_pen_to_surface_x (const HrChartPen *self, double x)
{
  return self->theme->direction == PANGO_DIRECTION_RTL ? self->width - x : x;
}

cairo_rectangle_t
hr_chart_pen_to_surface (const HrChartPen *self, cairo_rectangle_t place)
{
  if (self->theme->direction == PANGO_DIRECTION_RTL)
    place.x = self->width - place.x - place.width;
  return place;
}

void
hr_color_set (const HrColor *self, cairo_t *cr)
{
  cairo_set_source_rgba (cr, self->red, self->green, self->blue, self->alpha);
}

static void
measure (HrChartText *self)
{
  PangoRectangle rect;

  pango_layout_get_extents (self->layout, NULL, &rect);
  self->place.width = pango_units_to_double (rect.width);
  self->place.height = pango_units_to_double (rect.height);
}

static HrChartText
write_text (const HrChartPen *pen,
            HrChartFont font,
            const HrColor *color,
            const char *words)
{
  HrChartText self = { .color = *color };
  PangoFontDescription *desc;

  if (words == NULL)
    return self;

  self.layout = pango_layout_new (pen->context);
  pango_layout_set_single_paragraph_mode (self.layout,
                                          TRUE); /* names may hold anything */
  pango_layout_set_text (self.layout, words, -1);
  desc = describe_font (pen, font);
  pango_layout_set_font_description (self.layout, desc);
  pango_font_description_free (desc);

  /* Lines of either direction begin at the start side of the picture. */
  pango_layout_set_alignment (self.layout, pen->theme->direction == PANGO_DIRECTION_RTL
                                               ? PANGO_ALIGN_RIGHT
                                               : PANGO_ALIGN_LEFT);
  return self;
}

/* Measuring is what shapes a text, and most of the work. Much of a picture says the same,
 * "60 min · 4 per year" or a number: that is shaped once. */
static void
share_and_measure (HrChartText *self, const HrChartPen *pen)
{
  PangoLayout *known = g_hash_table_lookup (pen->layouts, self->layout);

  if (known == NULL)
    {
      if (g_hash_table_size (pen->layouts) >= MOST_SHARED) /* a report writes thousands */
        g_hash_table_remove_all (pen->layouts);
      g_hash_table_add (pen->layouts, g_object_ref (self->layout));
    }
  else
    {
      g_set_object (&self->layout, known);
    }
  measure (self);
}

/* Before a layout is changed: other texts may have it too. */
static void
stop_sharing (HrChartText *self)
{
  PangoLayout *shared = self->layout;

  self->layout = pango_layout_copy (shared);
  g_object_unref (shared);
}

static void
limit_lines (HrChartText *self, double width, int most_lines)
{
  pango_layout_set_width (self->layout, pango_units_from_double (fmax (width, 1)));
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_height (self->layout, -most_lines);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
}

/**
 * hr_chart_text_new:
 * @pen: what writes it
 * @font: how
 * @color: in which colour
 * @words: (nullable): the text; %NULL makes no text, which takes no room
 *
 * Writes a text on one line, at no place yet.
 */
HrChartText
hr_chart_text_new (const HrChartPen *pen,
                   HrChartFont font,
                   const HrColor *color,
                   const char *words)
{
  HrChartText self = write_text (pen, font, color, words);

  if (self.layout != NULL)
    share_and_measure (&self, pen);
  return self;
}

/**
 * hr_chart_text_new_within:
 * @pen: what writes it
 * @font: how
 * @color: in which colour
 * @words: (nullable): the text; %NULL makes no text, which takes no room
 * @width: how wide it may be
 * @most_lines: how many lines it may take; it ends with an ellipsis where they do not
 *   hold it
 *
 * Writes a text into a known width: half the work of writing and then wrapping it.
 */
HrChartText
hr_chart_text_new_within (const HrChartPen *pen,
                          HrChartFont font,
                          const HrColor *color,
                          const char *words,
                          double width,
                          int most_lines)
{
  HrChartText self = write_text (pen, font, color, words);

  if (self.layout == NULL)
    return self;
  limit_lines (&self, width, most_lines);
  share_and_measure (&self, pen);
  return self;
}

void
hr_chart_text_clear (HrChartText *self)
{
  g_clear_object (&self->layout);
}

/* Breaks it into lines, and ends it with an ellipsis where these do not hold it. */
void
hr_chart_text_wrap (HrChartText *self, double width, int most_lines)
{
  if (self->layout == NULL || (self->place.width <= width &&
                               pango_layout_get_line_count (self->layout) <= most_lines))
    return;
  stop_sharing (self);
  limit_lines (self, width, most_lines);
  measure (self);
}

/* Leaves out its middle: names that begin alike still differ at the end. */
void
hr_chart_text_shorten (HrChartText *self, double width)
{
  if (self->layout == NULL || self->place.width <= width)
    return;

  stop_sharing (self);
  pango_layout_set_width (self->layout, pango_units_from_double (fmax (width, 1)));
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_MIDDLE);
  measure (self);
}

/* Clears, from the last to the first, those of a line of texts that would touch another.
 */
void
hr_chart_text_thin_out (HrChartText *texts, guint n, double gap)
{
  double next = INFINITY;

  for (guint i = n; i > 0; i--)
    {
      HrChartText *text = &texts[i - 1];

      if (text->layout == NULL)
        continue;
      if (text->place.x + text->place.width + gap > next)
        hr_chart_text_clear (text);
      else
        next = text->place.x;
    }
}

/* Adds a hole for it to the path: no line shall run through words. As words never
 * overlap, an even-odd clip of the surface and all holes keeps them free. */
void
hr_chart_text_cut_out (const HrChartText *self, const HrChartPen *pen, cairo_t *cr)
{
  cairo_rectangle_t place = hr_chart_pen_to_surface (pen, self->place);
  double more = AROUND * pen->size;

  if (self->layout != NULL)
    cairo_rectangle (cr, place.x - more, place.y, place.width + 2 * more, place.height);
}

void
hr_chart_text_paint (const HrChartText *self, const HrChartPen *pen, cairo_t *cr)
{
  cairo_rectangle_t place = hr_chart_pen_to_surface (pen, self->place);
  PangoRectangle rect;
  double x;

  if (self->layout == NULL)
    return;

  pango_layout_get_extents (self->layout, NULL, &rect);
  x = place.x - pango_units_to_double (rect.x);
  cairo_move_to (cr, x, place.y);
  hr_color_set (&self->color, cr);
  pango_cairo_show_layout (cr, self->layout);
}
