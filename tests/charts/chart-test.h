/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gstdio.h>
#include <string.h>

#include "chart-cases.h"
#include "hr-capacity-chart.h"
#include "hr-chart-text.h"
#include "hr-coverage-map.h"
#include "hr-format.h"
#include "hr-test-plan.h"

G_BEGIN_DECLS

/* What the tests of both pictures share. */

typedef void (*DrawFunc) (const HrCapacity *capacity,
                          const HrChartTheme *theme,
                          cairo_t *cr,
                          double width,
                          double height);

typedef void (*CheckFunc) (const HrCapacity *capacity,
                           const HrChartTheme *theme,
                           double width,
                           double height);

static const struct
{
  double width;
  double height;
} SIZES[] = {
  { 320, 480 }, { 480, 320 }, { 640, 400 }, { 820, 420 }, { 1100, 500 }, { 1600, 900 },
};

static inline HrCapacity *
make_capacity (const HrTestFigures *segments, guint n)
{
  g_autoptr (HrPlan) plan = hr_test_plan_new_of_figures (segments, n);
  g_autoptr (HrSegmentation) segmentation = hr_segmentation_new (plan);

  return hr_capacity_new (plan, segmentation, HR_JOURNEY_CURRENT);
}

#define MAKE_CAPACITY(rows) make_capacity (rows, G_N_ELEMENTS (rows))

static inline HrChartTheme
mirrored (const HrChartTheme *theme)
{
  HrChartTheme other = *theme;

  other.direction = PANGO_DIRECTION_RTL;
  return other;
}

static inline void
for_each_case (CheckFunc check)
{
  const HrChartTheme themes[] = { hr_chart_theme_light, mirrored (&hr_chart_theme_light),
                                  hr_chart_theme_print };

  for (guint c = 0; c < G_N_ELEMENTS (CHART_CASES); c++)
    {
      g_autoptr (HrCapacity) capacity =
          make_capacity (CHART_CASES[c].segments, CHART_CASES[c].n_segments);

      for (guint theme = 0; theme < G_N_ELEMENTS (themes); theme++)
        for (guint size = 0; size < G_N_ELEMENTS (SIZES); size++)
          {
            g_test_message ("%s, theme %u, %g x %g", CHART_CASES[c].name, theme,
                            SIZES[size].width, SIZES[size].height);
            check (capacity, &themes[theme], SIZES[size].width, SIZES[size].height);
          }
    }
}

static inline double
random_magnitude (GRand *rand, double low, double high)
{
  switch (g_rand_int_range (rand, 0, 8))
    {
    case 0:
      return NAN;
    case 1:
      return 0;
    default:
      return pow (10, g_rand_double_range (rand, low, high));
    }
}

/* Plans of any figures and names, on surfaces of any size. */
static inline void
for_random_cases (guint n_cases, CheckFunc check)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2027);
  g_autoptr (HrPlan) empty = hr_plan_new ("Empty");
  const HrField *field = hr_test_field (HR_TYPE_SEGMENT, "name");

  for (guint c = 0; c < n_cases; c++)
    {
      guint n = (guint) g_rand_int_range (rand, 0, 14);
      HrTestFigures rows[14];
      GValue names[14] = { G_VALUE_INIT };
      HrChartTheme theme = hr_chart_theme_light;
      double width = g_rand_double_range (rand, 200, 2000);
      double height = g_rand_double_range (rand, 160, 1200);
      g_autoptr (HrCapacity) capacity = NULL;

      for (guint i = 0; i < n; i++)
        {
          hr_test_random_value (rand, empty, field, &names[i]);
          rows[i] = (HrTestFigures) {
            .name = g_value_get_string (&names[i]),
            .customers = random_magnitude (rand, 0, 6),
            .arr = random_magnitude (rand, 0, 12),
            .needed = random_magnitude (rand, -2, 3),
            .today = MAX (random_magnitude (rand, -1, 4), 0),
            .arr_per_fte = 1 + random_magnitude (rand, 3, 8),
          };
          rows[i].today = isnan (rows[i].today) ? 0 : floor (rows[i].today * 2) / 2;
        }
      theme.direction = g_rand_boolean (rand) ? PANGO_DIRECTION_LTR : PANGO_DIRECTION_RTL;
      theme.size = g_rand_double_range (rand, 7, 24);
      capacity = make_capacity (rows, n);
      g_test_message ("%u: %u segments, size %g, %g x %g", c, n, theme.size, width,
                      height);
      check (capacity, &theme, width, height);
      for (guint i = 0; i < n; i++)
        g_value_unset (&names[i]);
    }
}

static inline void
assert_inside (const cairo_rectangle_t *place, double width, double height)
{
  const double noise = 1e-6;

  g_assert_true (isfinite (place->x) && isfinite (place->y));
  g_assert_true (isfinite (place->width) && isfinite (place->height));
  g_assert_cmpfloat (place->width, >=, 0);
  g_assert_cmpfloat (place->height, >=, 0);
  g_assert_cmpfloat (place->x, >=, -noise);
  g_assert_cmpfloat (place->y, >=, -noise);
  g_assert_cmpfloat (place->x + place->width, <=, width + noise);
  g_assert_cmpfloat (place->y + place->height, <=, height + noise);
}

/* Texts may touch by the rounding of Pango's units. */
static inline void
assert_apart (const cairo_rectangle_t *a, const cairo_rectangle_t *b)
{
  const double noise = 0.01;
  gboolean apart = a->x + a->width <= b->x + noise || b->x + b->width <= a->x + noise ||
                   a->y + a->height <= b->y + noise || b->y + b->height <= a->y + noise;

  if (!apart)
    g_test_message ("%g %g %g %g overlaps %g %g %g %g", a->x, a->y, a->width, a->height,
                    b->x, b->y, b->width, b->height);
  g_assert_true (apart);
}

static inline void
add_text (GArray *texts, const HrChartText *text, const HrChartPen *pen)
{
  cairo_rectangle_t place = hr_chart_pen_to_surface (pen, text->place);

  if (text->layout != NULL)
    g_array_append_val (texts, place);
}

static inline void
assert_texts (GArray *texts, double width, double height)
{
  for (guint i = 0; i < texts->len; i++)
    {
      assert_inside (&g_array_index (texts, cairo_rectangle_t, i), width, height);
      for (guint j = 0; j < i; j++)
        assert_apart (&g_array_index (texts, cairo_rectangle_t, i),
                      &g_array_index (texts, cairo_rectangle_t, j));
    }
}

static inline void
assert_mirrored (const cairo_rectangle_t *a, const cairo_rectangle_t *b, double width)
{
  g_assert_cmpfloat_with_epsilon (a->x, width - b->x - b->width, 1e-6);
  g_assert_cmpfloat_with_epsilon (a->y, b->y, 1e-6);
  g_assert_cmpfloat_with_epsilon (a->width, b->width, 1e-6);
  g_assert_cmpfloat_with_epsilon (a->height, b->height, 1e-6);
}

static inline cairo_surface_t *
draw_image (DrawFunc draw,
            const HrCapacity *capacity,
            const HrChartTheme *theme,
            int width,
            int height)
{
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);

  draw (capacity, theme, cr, width, height);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static inline HrColor
get_pixel (cairo_surface_t *surface, double x, double y)
{
  const guint8 *row = cairo_image_surface_get_data (surface) +
                      (int) y * cairo_image_surface_get_stride (surface);
  guint32 pixel;

  g_assert_cmpfloat (x, >=, 0);
  g_assert_cmpfloat (x, <, cairo_image_surface_get_width (surface));
  g_assert_cmpfloat (y, >=, 0);
  g_assert_cmpfloat (y, <, cairo_image_surface_get_height (surface));
  memcpy (&pixel, row + 4 * (int) x, sizeof pixel);
  return (HrColor) { ((pixel >> 16) & 0xff) / 255.0, ((pixel >> 8) & 0xff) / 255.0,
                     (pixel & 0xff) / 255.0, 1 };
}

static inline double
get_distance (HrColor a, HrColor b)
{
  return hypot (hypot (a.red - b.red, a.green - b.green), a.blue - b.blue);
}

static inline void
assert_pixel (cairo_surface_t *surface, double x, double y, HrColor color)
{
  HrColor pixel = get_pixel (surface, x, y);

  if (get_distance (pixel, color) > 0.01)
    g_test_message ("%g, %g: %g %g %g instead of %g %g %g", x, y, pixel.red, pixel.green,
                    pixel.blue, color.red, color.green, color.blue);
  g_assert_cmpfloat (get_distance (pixel, color), <=, 0.01);
}

/* For thin lines, whose pixels are a mixture. */
static inline void
assert_nearer (cairo_surface_t *surface, double x, double y, HrColor color, HrColor than)
{
  HrColor pixel = get_pixel (surface, x, y);

  g_assert_cmpfloat (get_distance (pixel, color), <, get_distance (pixel, than));
}

static inline cairo_status_t
append_bytes_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static inline GByteArray *
draw_stream (DrawFunc draw,
             gboolean as_pdf,
             const HrCapacity *capacity,
             const HrChartTheme *theme,
             double width,
             double height)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface =
      as_pdf
          ? cairo_pdf_surface_create_for_stream (append_bytes_cb, bytes, width, height)
          : cairo_svg_surface_create_for_stream (append_bytes_cb, bytes, width, height);
  cairo_t *cr = cairo_create (surface);

  draw (capacity, theme, cr, width, height);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  return bytes;
}

/* The words that a reader of the PDF can copy, with single spaces. */
static inline char *
read_words (DrawFunc draw,
            const HrCapacity *capacity,
            const HrChartTheme *theme,
            double width,
            double height)
{
  g_autoptr (GByteArray) bytes = draw_stream (draw, TRUE, capacity, theme, width, height);
  g_autofree char *path = NULL;
  g_autofree char *words = NULL;
  const char *argv[] = { "pdftotext", NULL, "-", NULL };
  g_autoptr (GRegex) spaces = g_regex_new ("\\s+", 0, 0, NULL);
  g_autoptr (GError) error = NULL;
  int file = g_file_open_tmp ("chart-XXXXXX.pdf", &path, &error);

  g_assert_no_error (error);
  g_close (file, NULL);
  g_file_set_contents (path, (const char *) bytes->data, bytes->len, &error);
  g_assert_no_error (error);
  argv[1] = path;
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &words, NULL,
                NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);
  return g_regex_replace (spaces, words, -1, 0, " ", 0, NULL);
}

static inline void
assert_contains (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_test_message ("“%s” is not in “%s”", part, text);
  g_assert_nonnull (strstr (text, part));
}

static inline void
assert_streams (DrawFunc draw)
{
  for (guint c = 0; c < G_N_ELEMENTS (CHART_CASES); c++)
    {
      g_autoptr (HrCapacity) capacity =
          make_capacity (CHART_CASES[c].segments, CHART_CASES[c].n_segments);
      g_autoptr (GByteArray) pdf =
          draw_stream (draw, TRUE, capacity, &hr_chart_theme_print, 523, 300);
      g_autoptr (GByteArray) svg =
          draw_stream (draw, FALSE, capacity, &hr_chart_theme_light, 820, 420);

      g_assert_true (pdf->len > 1000 && memcmp (pdf->data, "%PDF", 4) == 0);
      g_assert_true (svg->len > 1000 && memcmp (svg->data, "<?xml", 5) == 0);
    }
}

G_END_DECLS
