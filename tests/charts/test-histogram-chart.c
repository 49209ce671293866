/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart-test.h"
#include "hr-histogram-chart.h"

/* Where bars and thresholds lie, and what is between them. */

#define N_BINS 40

static const HrChartTheme *const THEME = &hr_chart_theme_light;
static const HrColor COLORS[] = { { 1, 0, 0, 1 }, { 0, 1, 0, 1 }, { 0, 0, 1, 1 } };
static const char *const NAMES[] = { "Scale", "Mid-market", "Enterprise", NULL };
static const double THRESHOLDS[] = { 20000, 250000 };

static HrHistogram *
make_histogram (void)
{
  HrColumnBuilder *builder = hr_column_builder_new (HR_COLUMN_ARR, HR_COLUMN_MONEY);
  g_autoptr (HrColumn) column = NULL;

  for (guint i = 0; i < 1000; i++)
    hr_column_builder_add_money (builder, (gint64) (100000 * pow (1000, i / 999.0)));
  column = hr_column_builder_end (builder, NULL);
  return hr_histogram_new (column, NULL, 0, N_BINS);
}

static HrHistogramPicture
make_picture (const HrHistogram *histogram, gboolean is_strip)
{
  return (HrHistogramPicture) {
    .histogram = histogram,
    .currency = "USD",
    .thresholds = THRESHOLDS,
    .n_thresholds = is_strip ? 1 : 2,
    .colors = COLORS,
    .names = is_strip ? NULL : NAMES,
    .active = -1,
    .is_strip = is_strip,
  };
}

static const double WIDTHS[] = { 120, 280, 336, 640, 1100 };

static void
test_places (gconstpointer data)
{
  gboolean is_strip = GPOINTER_TO_INT (data);
  g_autoptr (HrHistogram) histogram = make_histogram ();
  HrHistogramPicture picture = make_picture (histogram, is_strip);
  HrChartTheme other = mirrored (THEME);

  for (guint w = 0; w < G_N_ELEMENTS (WIDTHS); w++)
    {
      double width = WIDTHS[w];
      double height = hr_histogram_chart_get_height (&picture, THEME, width);
      cairo_rectangle_t place, mirror, before = { 0 };

      for (guint i = 0; i < N_BINS; i++)
        {
          g_assert_true (
              hr_histogram_chart_place_bar (&picture, THEME, width, height, i, &place));
          assert_inside (&place, width, height);
          g_assert_cmpfloat (place.x, >=, before.x + before.width);
          hr_histogram_chart_place_bar (&picture, &other, width, height, i, &mirror);
          assert_mirrored (&place, &mirror, width);
          before = place;
        }
      for (guint i = 0; i < picture.n_thresholds; i++)
        {
          hr_histogram_chart_place_threshold (&picture, THEME, width, height, i, &place);
          assert_inside (&place, width, height);
          hr_histogram_chart_place_threshold (&picture, &other, width, height, i,
                                              &mirror);
          assert_mirrored (&place, &mirror, width);
        }
    }
}

/* Where a threshold lies is the value that lies there. */
static void
test_values (void)
{
  g_autoptr (HrHistogram) histogram = make_histogram ();
  HrHistogramPicture picture = make_picture (histogram, FALSE);
  HrChartTheme other = mirrored (THEME);
  const HrChartTheme *const themes[] = { THEME, &other };

  for (guint t = 0; t < G_N_ELEMENTS (themes); t++)
    for (double value = 1000; value <= 1000000; value *= 10)
      {
        cairo_rectangle_t place;

        picture.thresholds = &value;
        picture.n_thresholds = 1;
        hr_histogram_chart_place_threshold (&picture, themes[t], 640, 180, 0, &place);
        g_assert_cmpfloat_with_epsilon (
            hr_histogram_chart_get_value (&picture, themes[t], 640, 180,
                                          place.x + place.width / 2),
            value, 1e-6);
        g_assert_cmpfloat (hr_histogram_chart_get_value (&picture, themes[t], 640, 180,
                                                         t == 0 ? -50 : 700),
                           ==, 1000);
        g_assert_cmpfloat (hr_histogram_chart_get_value (&picture, themes[t], 640, 180,
                                                         t == 0 ? 700 : -50),
                           ==, 1000000);
      }
}

/* Each side of a threshold in the colour of its band. */
static void
test_painting (void)
{
  g_autoptr (HrHistogram) histogram = make_histogram ();
  HrHistogramPicture picture = make_picture (histogram, FALSE);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 640, 200);
  cairo_t *cr = cairo_create (surface);
  guint n[3] = { 0 };

  hr_histogram_chart_draw (&picture, THEME, cr, 640, 200);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (guint i = 0; i < N_BINS; i++)
    {
      cairo_rectangle_t place;
      double value;
      guint band;

      hr_histogram_chart_place_bar (&picture, THEME, 640, 200, i, &place);
      value = hr_value_axis_from_share (&histogram->axis, (i + 0.5) / N_BINS);
      if (fabs (log (value / THRESHOLDS[0])) < 0.2 ||
          fabs (log (value / THRESHOLDS[1])) < 0.2)
        continue; /* the line is there */
      band = value < THRESHOLDS[0] ? 0 : value < THRESHOLDS[1] ? 1 : 2;
      n[band]++;
      assert_pixel (surface, place.x + place.width / 2, place.y + place.height / 2,
                    COLORS[band]);
    }
  for (guint band = 0; band < 3; band++)
    g_assert_cmpuint (n[band], >, 3);
  cairo_surface_destroy (surface);
}

static void
test_words (void)
{
  g_autoptr (HrHistogram) histogram = make_histogram ();
  HrHistogramPicture picture = make_picture (histogram, FALSE);
  g_autofree char *money = hr_histogram_chart_write_value (&picture, 75000);
  g_autofree char *number = NULL;

  picture.currency = NULL;
  number = hr_histogram_chart_write_value (&picture, 75000);
  g_assert_cmpstr (money, ==, "$75K");
  g_assert_cmpstr (number, ==, "75,000");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  hr_format_set_locale ("en_US");
  g_test_add_data_func ("/histogram-chart/places", GINT_TO_POINTER (FALSE), test_places);
  g_test_add_data_func ("/histogram-chart/strip", GINT_TO_POINTER (TRUE), test_places);
  g_test_add_func ("/histogram-chart/values", test_values);
  g_test_add_func ("/histogram-chart/painting", test_painting);
  g_test_add_func ("/histogram-chart/words", test_words);
  return g_test_run ();
}
