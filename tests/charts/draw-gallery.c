/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* draw-gallery DIR [SCALE]: every picture of every case, to be looked at. */

#include <glib/gstdio.h>
#include <stdlib.h>

#include "chart-cases.h"
#include "hr-capacity-chart.h"
#include "hr-coverage-map.h"

typedef void (*DrawFunc) (const HrCapacity *capacity,
                          const HrChartTheme *theme,
                          cairo_t *cr,
                          double width,
                          double height);

static const struct
{
  const char *name;
  DrawFunc draw;
} CHARTS[] = {
  { "capacity", hr_capacity_chart_draw },
  { "coverage", hr_coverage_map_draw },
};

static const struct
{
  const char *name;
  const HrChartTheme *theme;
  PangoDirection direction;
  double size; /* or 0 for that of the theme */
  int width;
  int height; /* or 0 for what suits the capacity chart */
} LOOKS[] = {
  { "light", &hr_chart_theme_light, PANGO_DIRECTION_LTR, 0, 1100, 500 },
  { "natural", &hr_chart_theme_light, PANGO_DIRECTION_LTR, 0, 820, 0 },
  { "dark", &hr_chart_theme_dark, PANGO_DIRECTION_LTR, 0, 820, 420 },
  { "contrast", &hr_chart_theme_high_contrast, PANGO_DIRECTION_LTR, 0, 820, 420 },
  { "print", &hr_chart_theme_print, PANGO_DIRECTION_LTR, 0, 523, 300 },
  { "slide", &hr_chart_theme_print, PANGO_DIRECTION_LTR, 14, 960, 540 },
  { "narrow", &hr_chart_theme_light, PANGO_DIRECTION_LTR, 0, 320, 480 },
  { "wide", &hr_chart_theme_light, PANGO_DIRECTION_LTR, 0, 1600, 900 },
  { "rtl", &hr_chart_theme_light, PANGO_DIRECTION_RTL, 0, 820, 420 },
};

static gboolean
draw (const char *directory, guint chart, guint c, guint look, double scale)
{
  HrChartTheme theme = *LOOKS[look].theme;
  g_autoptr (HrPlan) plan =
      hr_test_plan_new_of_figures (CHART_CASES[c].segments, CHART_CASES[c].n_segments);
  g_autoptr (HrSegmentation) segmentation = hr_segmentation_new (plan);
  g_autoptr (HrCapacity) capacity =
      hr_capacity_new (plan, segmentation, HR_JOURNEY_CURRENT);
  g_autofree char *path =
      g_strdup_printf ("%s/%s-%s-%s.png", directory, CHARTS[chart].name,
                       CHART_CASES[c].name, LOOKS[look].name);
  double width = LOOKS[look].width, height = LOOKS[look].height;
  cairo_surface_t *surface;
  cairo_t *cr;
  cairo_status_t status;

  theme.direction = LOOKS[look].direction;
  theme.size = LOOKS[look].size > 0 ? LOOKS[look].size : theme.size;
  if (height == 0)
    height =
        chart == 0 ? hr_capacity_chart_get_height (capacity, &theme, width) : width * 0.6;

  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (width * scale),
                                        (int) ceil (height * scale));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  CHARTS[chart].draw (capacity, &theme, cr, width, height);
  cairo_destroy (cr);
  status = cairo_surface_write_to_png (surface, path);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    g_printerr ("%s: %s\n", path, cairo_status_to_string (status));
  return status == CAIRO_STATUS_SUCCESS;
}

int
main (int argc, char **argv)
{
  double scale = argc > 2 ? g_ascii_strtod (argv[2], NULL) : 1;

  if (argc < 2 || scale <= 0)
    {
      g_printerr ("usage: draw-gallery DIR [SCALE]\n");
      return 2;
    }
  g_mkdir_with_parents (argv[1], 0755);
  for (guint chart = 0; chart < G_N_ELEMENTS (CHARTS); chart++)
    for (guint c = 0; c < G_N_ELEMENTS (CHART_CASES); c++)
      for (guint look = 0; look < G_N_ELEMENTS (LOOKS); look++)
        if (!draw (argv[1], chart, c, look, scale))
          return 1;
  return 0;
}
