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

/* Without a width or height of its own, a picture has that of the slide. Journey maps
 * are of one segment, see get_map(). */
static const struct
{
  void (*draw) (const HrCapacity *capacity,
                const HrChartTheme *theme,
                cairo_t *cr,
                double width,
                double height);
  char *(*get_title) (const HrCapacity *capacity);
  char *(*describe) (const HrCapacity *capacity);
  double (*get_height) (const HrCapacity *capacity,
                        const HrChartTheme *theme,
                        double width);
  double (*get_width) (const HrCapacity *capacity, const HrChartTheme *theme);
} PICTURES[] = {
  [HR_PICTURE_CAPACITY] = { hr_capacity_chart_draw, hr_capacity_chart_get_title,
                            hr_capacity_chart_describe, hr_capacity_chart_get_height },
  [HR_PICTURE_COVERAGE] = { hr_coverage_map_draw, hr_coverage_map_get_title,
                            hr_coverage_map_describe },
  [HR_PICTURE_PERSONA_MATRIX] = { hr_persona_matrix_draw, hr_persona_matrix_get_title,
                                  hr_persona_matrix_describe,
                                  hr_persona_matrix_get_height,
                                  hr_persona_matrix_get_width },
};

/**
 * Drawing:
 * @capacity: what it shows
 * @picture: how
 * @theme: of a slide
 * @width: in points; at least that of a slide
 * @height: in points
 */
typedef struct
{
  const HrCapacity *capacity;
  HrPicture picture;
  HrChartTheme theme;
  double width;
  double height;
} Drawing;

/* Returns: whether the picture is a journey map, of the first segment */
static gboolean
get_map (const Drawing *self, HrJourneyMap *map)
{
  *map = (HrJourneyMap) { self->capacity, 0,
                          self->picture == HR_PICTURE_JOURNEY_PERSONAS
                              ? HR_JOURNEY_LANES_PERSONAS
                              : HR_JOURNEY_LANES_ROLES };
  return self->picture == HR_PICTURE_JOURNEY_MAP ||
         self->picture == HR_PICTURE_JOURNEY_PERSONAS;
}

static void
find_size (Drawing *self)
{
  HrJourneyMap map;

  if (get_map (self, &map))
    {
      self->width = fmax (SLIDE_WIDTH, hr_journey_map_get_width (&map, &self->theme));
      self->height = hr_journey_map_get_height (&map, &self->theme, self->width);
      return;
    }
  if (PICTURES[self->picture].get_width != NULL)
    self->width = fmax (SLIDE_WIDTH,
                        PICTURES[self->picture].get_width (self->capacity, &self->theme));
  if (PICTURES[self->picture].get_height != NULL)
    self->height = ceil (
        PICTURES[self->picture].get_height (self->capacity, &self->theme, self->width));
}

static void
draw (const Drawing *self, cairo_surface_t *surface, double scale)
{
  cairo_t *cr = cairo_create (surface);
  HrJourneyMap map;

  cairo_scale (cr, scale, scale);
  if (get_map (self, &map))
    hr_journey_map_draw (&map, &self->theme, cr, self->width, self->height);
  else
    PICTURES[self->picture].draw (self->capacity, &self->theme, cr, self->width,
                                  self->height);
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
  HrJourneyMap map;
  gboolean is_map = get_map (self, &map);
  g_autofree char *title =
      without_controls (is_map ? hr_journey_map_get_title (&map)
                               : PICTURES[self->picture].get_title (self->capacity));
  g_autofree char *description =
      without_controls (is_map ? hr_journey_map_describe (&map)
                               : PICTURES[self->picture].describe (self->capacity));
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
 * hr_export_picture:
 * @capacity: an answer
 * @picture: which picture of it
 * @path: where to; the ending says the form, .svg or .png
 * @error: return location for a [error@Error], which names the file
 *
 * Draws a picture for a slide, on white, in the direction of the person's language.
 *
 * The coverage map has the shape of the slide, 960 × 540 points; the capacity chart is as
 * wide and as high as its segments ask for; maps and the matrix are as wide as their
 * stages ask for, too. A PNG has two pixels per point.
 */
gboolean
hr_export_picture (const HrCapacity *capacity,
                   HrPicture picture,
                   const char *path,
                   GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree char *name = g_filename_display_name (path);
  Drawing drawing = { capacity, picture, hr_chart_theme_light, SLIDE_WIDTH,
                      SLIDE_HEIGHT };

  g_return_val_if_fail (picture < HR_N_PICTURES, FALSE);

  drawing.theme.size = SLIDE_TEXT;
  drawing.theme.direction =
      hr_format_is_right_to_left () ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR;
  find_size (&drawing);

  if (has_ending (path, ".svg"))
    return hr_surface_save (draw_svg (&drawing, bytes), bytes, path, error);
  if (has_ending (path, ".png"))
    return hr_surface_save (draw_png (&drawing, bytes), bytes, path, error);

  g_set_error (error, HR_ERROR, HR_ERROR_FILE,
               _ ("“%s” cannot be saved: the ending must be .svg or .png"), name);
  return FALSE;
}
