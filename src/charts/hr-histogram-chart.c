/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-histogram-chart.h"

#include <math.h>

#include "hr-chart-marks.h"
#include "hr-chart-text.h"
#include "hr-format.h"

/* Lengths are counted in the size of the text. */
#define STRIP_HEIGHT 3.2
#define HEIGHT 14.0
#define ROW 1.6
#define KNOB 0.65 /* its radius */
#define REACH 1.4 /* around it that still takes hold of it */
#define BAR_GAP 0.12
#define LEAST_BAR 2.0 /* on the surface */

typedef struct
{
  const HrHistogramPicture *picture;
  const HrChartTheme *theme;
  double width;
  double size;
  cairo_rectangle_t plot; /* from the start side on; the axis is its lower edge */
} Layout;

/* Above the bars the names and the thresholds, below them the axis. */
static Layout
layout_new (const HrHistogramPicture *picture,
            const HrChartTheme *theme,
            double width,
            double height)
{
  double size = theme->size, side = picture->is_strip ? REACH * size / 2 : 2 * size;
  double top = picture->is_strip ? 1 : 2 * ROW * size;
  double bottom = (picture->is_strip ? KNOB : KNOB + ROW) * size + 1;

  side = fmin (side, width / 4);
  return (Layout) {
    .picture = picture,
    .theme = theme,
    .width = width,
    .size = size,
    .plot = { side, top, fmax (width - 2 * side, 1), fmax (height - top - bottom, 1) },
  };
}

static double
to_surface_x (const Layout *self, double x)
{
  return self->theme->direction == PANGO_DIRECTION_RTL ? self->width - x : x;
}

static cairo_rectangle_t
to_surface (const Layout *self, cairo_rectangle_t place)
{
  if (self->theme->direction == PANGO_DIRECTION_RTL)
    place.x = self->width - place.x - place.width;
  return place;
}

static double
get_x (const Layout *self, double value)
{
  const HrValueAxis *axis = &self->picture->histogram->axis;

  return self->plot.x + hr_value_axis_to_share (axis, value) * self->plot.width;
}

/* Where a band begins; there is one more end than there are bands. */
static double
get_band_x (const Layout *self, guint band)
{
  if (band == 0)
    return self->plot.x;
  return band <= self->picture->n_thresholds
             ? get_x (self, self->picture->thresholds[band - 1])
             : self->plot.x + self->plot.width;
}

static cairo_rectangle_t
get_bar (const Layout *self, guint bin)
{
  const HrHistogram *histogram = self->picture->histogram;
  double step = self->plot.width / histogram->n_bins;
  double gap = fmin (BAR_GAP * self->size, step / 4), height = 0;

  if (histogram->bins[bin] > 0)
    height = fmax ((double) histogram->bins[bin] / (double) histogram->most *
                       self->plot.height,
                   fmin (LEAST_BAR, self->plot.height));
  return (cairo_rectangle_t) { self->plot.x + bin * step + gap / 2,
                               self->plot.y + self->plot.height - height, step - gap,
                               height };
}

/**
 * hr_histogram_chart_get_height:
 * @picture: what is drawn
 * @theme: how it looks
 * @width: of the surface
 *
 * Says which height suits it.
 */
double
hr_histogram_chart_get_height (const HrHistogramPicture *picture,
                               const HrChartTheme *theme,
                               double width)
{
  return ceil ((picture->is_strip ? STRIP_HEIGHT : HEIGHT) * theme->size);
}

/**
 * hr_histogram_chart_place_bar:
 * @picture: what is drawn
 * @theme: how it looks
 * @width: of the surface
 * @height: of the surface
 * @bin: a bin of the histogram
 * @place: (out): where its bar lies
 *
 * Says where a bar lies: painting and tests ask this.
 *
 * Returns: whether it is shown: no accounts have no bar
 */
gboolean
hr_histogram_chart_place_bar (const HrHistogramPicture *picture,
                              const HrChartTheme *theme,
                              double width,
                              double height,
                              guint bin,
                              cairo_rectangle_t *place)
{
  Layout layout = layout_new (picture, theme, width, height);

  g_return_val_if_fail (bin < picture->histogram->n_bins, FALSE);

  *place = to_surface (&layout, get_bar (&layout, bin));
  return place->height > 0;
}

/**
 * hr_histogram_chart_place_threshold:
 * @picture: what is drawn
 * @theme: how it looks
 * @width: of the surface
 * @height: of the surface
 * @threshold: one of the thresholds
 * @place: (out): where to take hold of it; its line is in the middle
 *
 * Says where a threshold lies: painting, pointing and tests all ask this.
 */
void
hr_histogram_chart_place_threshold (const HrHistogramPicture *picture,
                                    const HrChartTheme *theme,
                                    double width,
                                    double height,
                                    guint threshold,
                                    cairo_rectangle_t *place)
{
  Layout layout = layout_new (picture, theme, width, height);
  double reach = fmin (REACH * layout.size, width / 4);

  g_return_if_fail (threshold < picture->n_thresholds);

  *place = (cairo_rectangle_t) { get_band_x (&layout, threshold + 1) - reach / 2,
                                 layout.plot.y, reach,
                                 layout.plot.height + KNOB * layout.size };
  *place = to_surface (&layout, *place);
}

/**
 * hr_histogram_chart_get_value:
 * @picture: what is drawn
 * @theme: how it looks
 * @width: of the surface
 * @height: of the surface
 * @x: a place on the surface
 *
 * Says which value lies there, rounded to what a person would choose.
 */
double
hr_histogram_chart_get_value (const HrHistogramPicture *picture,
                              const HrChartTheme *theme,
                              double width,
                              double height,
                              double x)
{
  Layout layout = layout_new (picture, theme, width, height);
  const HrValueAxis *axis = &picture->histogram->axis;
  double share = (to_surface_x (&layout, x) - layout.plot.x) / layout.plot.width;
  double value = hr_value_axis_from_share (axis, share);

  return CLAMP (hr_value_axis_round (axis, value), axis->lowest, axis->highest);
}

/**
 * hr_histogram_chart_write_value:
 * @picture: what is drawn
 * @value: a value of its axis
 *
 * Writes a value: "$75K".
 *
 * Returns: (transfer full): a text
 */
char *
hr_histogram_chart_write_value (const HrHistogramPicture *picture, double value)
{
  return picture->currency != NULL ? hr_format_money_short (value, picture->currency)
                                   : hr_format_exact (value, HR_UNIT_NONE, NULL);
}

/* ---- Painting ---- */

/* A bar that a threshold cuts through has both colours. */
static void
paint_bars (const Layout *self, cairo_t *cr)
{
  const HrHistogramPicture *picture = self->picture;

  for (guint band = 0; band <= picture->n_thresholds; band++)
    {
      double from = get_band_x (self, band), to = get_band_x (self, band + 1);

      for (guint i = 0; i < picture->histogram->n_bins; i++)
        {
          cairo_rectangle_t bar = get_bar (self, i);
          double start = fmax (bar.x, from), end = fmin (bar.x + bar.width, to);

          if (end <= start || bar.height <= 0)
            continue;
          bar = to_surface (
              self, (cairo_rectangle_t) { start, bar.y, end - start, bar.height });
          cairo_rectangle (cr, bar.x, bar.y, bar.width, bar.height);
        }
      hr_color_set (&picture->colors[band], cr);
      cairo_fill (cr);
    }
}

static void
paint_axis (const Layout *self, cairo_t *cr)
{
  double y = self->plot.y + self->plot.height;

  hr_color_set (&self->theme->muted, cr);
  cairo_set_line_width (cr, self->theme->line);
  cairo_move_to (cr, self->plot.x, y);
  cairo_line_to (cr, self->plot.x + self->plot.width, y);
  cairo_stroke (cr);
}

static void
paint_threshold (const Layout *self, guint i, cairo_t *cr)
{
  gboolean is_active = self->picture->active == (int) i;
  double x = to_surface_x (self, get_band_x (self, i + 1));
  double y = self->plot.y + self->plot.height, radius = KNOB * self->size;
  HrColor rim = self->theme->paper;

  rim.alpha = 1;
  hr_color_set (is_active ? &self->theme->accent : &self->theme->ink, cr);
  cairo_set_line_width (cr, (is_active ? 2 : 1.5) * self->theme->line);
  cairo_move_to (cr, x, self->plot.y);
  cairo_line_to (cr, x, y);
  cairo_stroke (cr);
  cairo_arc (cr, x, y, radius - 1, 0, 2 * G_PI);
  cairo_fill_preserve (cr);
  hr_color_set (&rim, cr);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
}

/* One, or one, two and five times each power of ten. */
static void
add_powers (GArray *ticks, const HrValueAxis *axis)
{
  static const double digits[] = { 1, 2, 5 };
  guint n_digits = log10 (axis->highest / axis->lowest) < 2 ? 3 : 1;
  int last = (int) floor (log10 (axis->highest));

  for (int power = (int) floor (log10 (axis->lowest)); power <= last; power++)
    for (guint i = 0; i < n_digits; i++)
      {
        double at = pow (10, power) * digits[i];

        if (at >= axis->lowest * (1 - 1e-9) && at <= axis->highest * (1 + 1e-9))
          g_array_append_val (ticks, at);
      }
}

/* A handful, whole times a power of ten. */
static void
add_steps (GArray *ticks, const HrValueAxis *axis)
{
  double step = (axis->highest - axis->lowest) / 5;
  double power = pow (10, floor (log10 (step)));
  double first;

  step = ceil (step / power) * power;
  first = ceil (axis->lowest / step);
  for (int i = 0; (first + i) * step <= axis->highest + step / 1e6; i++)
    {
      double at = (first + i) * step;

      g_array_append_val (ticks, at);
    }
}

static GArray *
list_ticks (const HrValueAxis *axis)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (double));

  if (axis->is_log)
    add_powers (ticks, axis);
  else
    add_steps (ticks, axis);
  return ticks;
}

/* Centred at a place, but within the surface. */
static void
put (const Layout *self, HrChartText *text, double x, double y)
{
  double most = fmax (self->width - text->place.width, 0);

  text->place.x = CLAMP (x - text->place.width / 2, 0, most);
  text->place.y = y;
}

static void
paint_values (const Layout *self,
              HrChartPen *pen,
              const double *values,
              guint n,
              double y,
              gboolean is_axis,
              cairo_t *cr)
{
  g_autofree HrChartText *texts = g_new0 (HrChartText, n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *words = hr_histogram_chart_write_value (self->picture, values[i]);

      texts[i] =
          hr_chart_text_new (pen, is_axis ? HR_CHART_FONT_BODY : HR_CHART_FONT_STRONG,
                             is_axis ? &self->theme->dim : &self->theme->ink, words);
      put (self, &texts[i], get_x (self, values[i]), y);
    }
  hr_chart_text_thin_out (texts, n, self->size / 2);
  for (guint i = 0; i < n; i++)
    {
      hr_chart_text_paint (&texts[i], pen, cr);
      hr_chart_text_clear (&texts[i]);
    }
}

/* A name that has no room is left out: the list beside the picture has it. */
static void
paint_names (const Layout *self, HrChartPen *pen, cairo_t *cr)
{
  const HrHistogramPicture *picture = self->picture;

  for (guint band = 0; band <= picture->n_thresholds; band++)
    {
      double from = get_band_x (self, band), to = get_band_x (self, band + 1);
      HrChartText text;

      text = hr_chart_text_new (pen, HR_CHART_FONT_BODY, &self->theme->ink,
                                picture->names[band]);
      put (self, &text, (from + to) / 2, 0);
      if (text.place.width + self->size / 2 <= to - from)
        hr_chart_text_paint (&text, pen, cr);
      hr_chart_text_clear (&text);
    }
}

static void
paint_texts (const Layout *self, cairo_t *cr)
{
  const HrHistogramPicture *picture = self->picture;
  g_autoptr (GArray) ticks = list_ticks (&picture->histogram->axis);
  double below = self->plot.y + self->plot.height + KNOB * self->size + 1;
  HrChartPen pen;

  hr_chart_pen_init (&pen, self->theme, self->size, self->width);
  if (picture->names != NULL)
    paint_names (self, &pen, cr);
  paint_values (self, &pen, picture->thresholds, picture->n_thresholds, ROW * self->size,
                FALSE, cr);
  paint_values (self, &pen, (const double *) (void *) ticks->data, ticks->len, below,
                TRUE, cr);
  hr_chart_pen_clear (&pen);
}

/**
 * hr_histogram_chart_draw:
 * @picture: what is drawn
 * @theme: how it looks
 * @cr: where to; the picture has its corner at the origin
 * @width: of the picture
 * @height: of the picture, see hr_histogram_chart_get_height()
 *
 * Draws the picture.
 */
void
hr_histogram_chart_draw (const HrHistogramPicture *picture,
                         const HrChartTheme *theme,
                         cairo_t *cr,
                         double width,
                         double height)
{
  Layout layout = layout_new (picture, theme, width, height);

  cairo_save (cr);
  hr_color_set (&theme->paper, cr);
  cairo_paint (cr);
  paint_bars (&layout, cr);
  paint_axis (&layout, cr);
  if (!picture->is_strip)
    paint_texts (&layout, cr);
  for (guint i = 0; i < picture->n_thresholds; i++)
    paint_threshold (&layout, i, cr);
  cairo_restore (cr);
}
