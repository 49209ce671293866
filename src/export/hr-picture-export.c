/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-picture-export.h"

#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "hr-capacity-chart.h"
#include "hr-coverage-map.h"
#include "hr-error.h"
#include "hr-format.h"
#include "hr-journey-map.h"
#include "hr-persona-matrix.h"
#include "hr-surface.h"

/* A slide in points, on which no text is smaller than 14. */
#define SLIDE_WIDTH 960
#define SLIDE_HEIGHT 540
#define SLIDE_TEXT 14

/* Pixels per point, so that the picture is sharp on a slide that fills the screen. */
#define PIXEL_SCALE 2.0
#define MOST_PIXELS 32000 /* Cairo can have no more, either way */

static const HrChart *const PICTURES[HR_N_PICTURES] = {
  [HR_PICTURE_CAPACITY] = &hr_capacity_chart,
  [HR_PICTURE_COVERAGE] = &hr_coverage_map,
  [HR_PICTURE_JOURNEY_MAP] = &hr_journey_map,
  [HR_PICTURE_JOURNEY_PERSONAS] = &hr_journey_map,
  [HR_PICTURE_PERSONA_MATRIX] = &hr_persona_matrix,
};

/**
 * Drawing:
 * @chart: the picture
 * @subject: what it shows
 * @theme: of a slide
 * @width: in points; at least that of a slide
 * @height: in points; where the chart does not say, that of a slide
 */
typedef struct
{
  const HrChart *chart;
  gconstpointer subject;
  HrChartTheme theme;
  double width;
  double height;
} Drawing;

static void
drawing_init (Drawing *self, const HrChart *chart, gconstpointer subject)
{
  *self = (Drawing) { chart, subject, hr_chart_theme_light, SLIDE_WIDTH, SLIDE_HEIGHT };
  self->theme.size = SLIDE_TEXT;
  self->theme.direction =
      hr_format_is_right_to_left () ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR;
  if (chart->get_width != NULL)
    self->width = fmax (SLIDE_WIDTH, chart->get_width (subject, &self->theme));
  if (chart->get_height != NULL)
    self->height = ceil (chart->get_height (subject, &self->theme, self->width));
}

static void
draw (const Drawing *self, cairo_surface_t *surface, double scale)
{
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, scale, scale);
  self->chart->draw (self->subject, &self->theme, cr, self->width, self->height);
  cairo_destroy (cr);
}

static cairo_status_t
draw_png (const Drawing *self, GByteArray *bytes)
{
  double scale = fmin (PIXEL_SCALE, MOST_PIXELS / fmax (self->width, self->height));
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (self->width * scale),
                                  (int) ceil (self->height * scale));
  cairo_status_t status;

  draw (self, surface, scale);
  status = cairo_surface_write_to_png_stream (surface, hr_surface_append, bytes);
  cairo_surface_destroy (surface);
  return status;
}

/* XML has no way at all to write most control characters, and names may hold them. */
static char *
without_controls (char *text)
{
  for (char *at = text; *at != '\0'; at++)
    if (g_ascii_iscntrl (*at))
      *at = ' ';
  return text;
}

/* What a reader who cannot see the picture is told; Cairo has no words for it. */
static void
insert_words (const Drawing *self, GByteArray *bytes)
{
  g_autofree char *title = without_controls (self->chart->get_title (self->subject));
  g_autofree char *description = without_controls (self->chart->describe (self->subject));
  g_autofree char *words = g_markup_printf_escaped (
      "\n<title>%s</title>\n<desc>%s</desc>", title, description);
  g_autoptr (GString) text =
      g_string_new_len ((const char *) bytes->data, (gssize) bytes->len);
  const char *svg = strstr (text->str, "<svg ");
  const char *end = svg != NULL ? strchr (svg, '>') : NULL;

  g_return_if_fail (end != NULL);

  g_string_insert (text, end + 1 - text->str, words);
  g_byte_array_set_size (bytes, 0);
  g_byte_array_append (bytes, (const guint8 *) text->str, (guint) text->len);
}

static cairo_status_t
draw_svg (const Drawing *self, GByteArray *bytes)
{
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (
      hr_surface_append, bytes, self->width, self->height);
  cairo_status_t status;

  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PT);
  draw (self, surface, 1);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    insert_words (self, bytes);
  return status;
}

static gboolean
has_ending (const char *path, const char *ending)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  return g_str_has_suffix (lower, ending);
}

/**
 * hr_export_chart:
 * @chart: a picture
 * @subject: what it shows
 * @path: where to; the ending says the form, .svg or .png
 * @error: return location for a [error@Error], which names the file
 *
 * Draws a picture for a slide, on white, in the direction of the person's language.
 *
 * What has no shape of its own has that of the slide, 960 × 540 points; the others are as
 * wide and as high as what they show asks for. A PNG has two pixels per point.
 */
gboolean
hr_export_chart (const HrChart *chart,
                 gconstpointer subject,
                 const char *path,
                 GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree char *name = g_filename_display_name (path);
  Drawing drawing;

  drawing_init (&drawing, chart, subject);
  if (has_ending (path, ".svg"))
    return hr_surface_save (draw_svg (&drawing, bytes), bytes, path, error);
  if (has_ending (path, ".png"))
    return hr_surface_save (draw_png (&drawing, bytes), bytes, path, error);

  g_set_error (error, HR_ERROR, HR_ERROR_FILE,
               _ ("“%s” cannot be saved: the ending must be .svg or .png"), name);
  return FALSE;
}

/**
 * hr_export_picture:
 * @capacity: an answer
 * @picture: which picture of it
 * @path: where to, see hr_export_chart()
 * @error: return location for a [error@Error], which names the file
 *
 * Draws a picture of an answer; journey maps are of its first segment.
 */
gboolean
hr_export_picture (const HrCapacity *capacity,
                   HrPicture picture,
                   const char *path,
                   GError **error)
{
  const HrJourneyMap map = { capacity, 0,
                             picture == HR_PICTURE_JOURNEY_PERSONAS
                                 ? HR_JOURNEY_LANES_PERSONAS
                                 : HR_JOURNEY_LANES_ROLES };

  g_return_val_if_fail (picture < HR_N_PICTURES, FALSE);

  return hr_export_chart (PICTURES[picture],
                          PICTURES[picture] == &hr_journey_map ? (gconstpointer) &map
                                                               : capacity,
                          path, error);
}
