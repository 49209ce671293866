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

struct _HrDrawing
{
  HrDrawingForm form;
  cairo_surface_t *strokes; /* (owned): what was drawn, to become pixels; or */
  GByteArray *svg;          /* (owned): what was drawn */
  cairo_status_t status;
  char *title;
  char *description;
  double width;  /* in points; at least that of a slide */
  double height; /* in points; where the chart does not say, that of a slide */
};

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
insert_words (const HrDrawing *self, GByteArray *bytes)
{
  g_autofree char *title = without_controls (g_strdup (self->title));
  g_autofree char *description = without_controls (g_strdup (self->description));
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

static cairo_surface_t *
make_surface (HrDrawing *self)
{
  cairo_surface_t *surface;

  if (self->form == HR_DRAWING_PNG)
    return cairo_recording_surface_create (
        CAIRO_CONTENT_COLOR_ALPHA,
        &(cairo_rectangle_t) { 0, 0, self->width, self->height });

  surface = cairo_svg_surface_create_for_stream (hr_surface_append, self->svg,
                                                 self->width, self->height);
  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PT);
  return surface;
}

/* Takes the surface. */
static void
finish (HrDrawing *self, cairo_surface_t *surface)
{
  if (self->form == HR_DRAWING_PNG)
    {
      self->strokes = surface;
      return;
    }
  cairo_surface_finish (surface);
  self->status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (self->status == CAIRO_STATUS_SUCCESS)
    insert_words (self, self->svg);
}

/**
 * hr_drawing_new:
 * @chart: a picture
 * @subject: what it shows
 * @form: what it becomes
 *
 * Draws a picture for a slide, on white, in the direction of the person's language. It
 * needs nothing of the plan any more, so another thread can write it.
 *
 * What has no shape of its own has that of the slide, 960 × 540 points; the others are as
 * wide and as high as what they show asks for.
 *
 * Returns: (transfer full): a drawing
 */
HrDrawing *
hr_drawing_new (const HrChart *chart, gconstpointer subject, HrDrawingForm form)
{
  HrDrawing *self = g_new0 (HrDrawing, 1);
  HrChartTheme theme = hr_chart_theme_light;
  cairo_surface_t *surface;
  cairo_t *cr;

  self->form = form;
  self->svg = g_byte_array_new ();
  theme.size = SLIDE_TEXT;
  theme.direction =
      hr_format_is_right_to_left () ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR;
  self->width = SLIDE_WIDTH;
  self->height = SLIDE_HEIGHT;
  if (chart->get_width != NULL)
    self->width = fmax (SLIDE_WIDTH, chart->get_width (subject, &theme));
  if (chart->get_height != NULL)
    self->height = ceil (chart->get_height (subject, &theme, self->width));
  self->title = chart->get_title (subject);
  self->description = chart->describe (subject);
  surface = make_surface (self);
  cr = cairo_create (surface);
  chart->draw (subject, &theme, cr, self->width, self->height);
  cairo_destroy (cr);
  finish (self, surface);
  return self;
}

void
hr_drawing_free (HrDrawing *self)
{
  g_clear_pointer (&self->strokes, cairo_surface_destroy);
  g_byte_array_unref (self->svg);
  g_free (self->title);
  g_free (self->description);
  g_free (self);
}

/* Returns: (transfer full): the bytes of the file */
static GByteArray *
encode (const HrDrawing *self, cairo_status_t *status)
{
  double scale = fmin (PIXEL_SCALE, MOST_PIXELS / fmax (self->width, self->height));
  GByteArray *bytes;
  cairo_surface_t *surface;
  cairo_t *cr;

  if (self->form == HR_DRAWING_SVG)
    {
      *status = self->status;
      return g_byte_array_ref (self->svg);
    }
  surface =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (self->width * scale),
                                  (int) ceil (self->height * scale));
  cr = cairo_create (surface);
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, self->strokes, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  bytes = g_byte_array_new ();
  *status = cairo_surface_write_to_png_stream (surface, hr_surface_append, bytes);
  cairo_surface_destroy (surface);
  return bytes;
}

static gboolean
has_ending (const char *path, const char *ending)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  return g_str_has_suffix (lower, ending);
}

/**
 * hr_drawing_get_form:
 * @path: where to
 * @form: (out): what is written there
 * @error: return location for a [error@Error], which names the file
 *
 * Says what the ending of a file asks for: .svg or .png.
 *
 * Returns: whether it asks for one of them
 */
gboolean
hr_drawing_get_form (const char *path, HrDrawingForm *form, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  *form = has_ending (path, ".svg") ? HR_DRAWING_SVG : HR_DRAWING_PNG;
  if (*form == HR_DRAWING_SVG || has_ending (path, ".png"))
    return TRUE;

  g_set_error (error, HR_ERROR, HR_ERROR_FILE,
               _ ("“%s” cannot be saved: the ending must be .svg or .png"), name);
  return FALSE;
}

/**
 * hr_drawing_save:
 * @self: a drawing
 * @path: where to
 * @error: return location for a [error@Error], which names the file
 *
 * Writes it; a PNG has two pixels per point.
 */
gboolean
hr_drawing_save (const HrDrawing *self, const char *path, GError **error)
{
  cairo_status_t status;
  g_autoptr (GByteArray) bytes = encode (self, &status);

  return hr_surface_save (status, bytes, path, error);
}

/**
 * hr_drawing_to_bytes:
 * @self: a drawing
 * @error: return location for a [error@Error]
 *
 * Gives it as what would be in a file, for the clipboard.
 *
 * Returns: (transfer full) (nullable): the bytes
 */
GBytes *
hr_drawing_to_bytes (const HrDrawing *self, GError **error)
{
  cairo_status_t status;
  g_autoptr (GByteArray) bytes = encode (self, &status);

  if (status == CAIRO_STATUS_SUCCESS)
    return g_bytes_new (bytes->data, bytes->len);
  g_set_error (error, HR_ERROR, HR_ERROR_FILE, _ ("The picture cannot be drawn: %s"),
               cairo_status_to_string (status));
  return NULL;
}

/**
 * hr_export_picture:
 * @capacity: an answer
 * @picture: which picture of it
 * @path: where to, see hr_drawing_save()
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

  g_autoptr (HrDrawing) drawing = NULL;
  HrDrawingForm form;

  g_return_val_if_fail (picture < HR_N_PICTURES, FALSE);

  if (!hr_drawing_get_form (path, &form, error))
    return FALSE;
  drawing = hr_drawing_new (
      PICTURES[picture],
      PICTURES[picture] == &hr_journey_map ? (gconstpointer) &map : capacity, form);
  return hr_drawing_save (drawing, path, error);
}
