/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* draw-journeys DIR [SCALE]: the pictures of the sample's journeys, and of plans that a
 * picture can fail on, to be looked at. */

#include <glib/gstdio.h>
#include <math.h>

#include "hr-persona-matrix.h"
#include "hr-sample.h"
#include "journey-cases.h"

static const struct
{
  const char *name;
  const HrChartTheme *theme;
  PangoDirection direction;
  double width;  /* or 0 for what suits */
  double height; /* or 0 for what suits */
} LOOKS[] = {
  { "natural", &hr_chart_theme_light, PANGO_DIRECTION_LTR, 0, 0 },
  { "window", &hr_chart_theme_light, PANGO_DIRECTION_LTR, 1100, 700 },
  { "dark", &hr_chart_theme_dark, PANGO_DIRECTION_LTR, 1100, 0 },
  { "contrast", &hr_chart_theme_high_contrast, PANGO_DIRECTION_LTR, 1100, 0 },
  { "print", &hr_chart_theme_print, PANGO_DIRECTION_LTR, 770, 500 },
  { "narrow", &hr_chart_theme_light, PANGO_DIRECTION_LTR, 360, 0 },
  { "rtl", &hr_chart_theme_light, PANGO_DIRECTION_RTL, 1100, 0 },
};

static gboolean
draw (const char *path,
      const HrJourneyMap *map,
      gboolean as_matrix,
      guint look,
      double scale)
{
  HrChartTheme theme = *LOOKS[look].theme;
  double width = LOOKS[look].width, height = LOOKS[look].height;
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  theme.direction = LOOKS[look].direction;
  if (width == 0)
    width = as_matrix ? hr_persona_matrix_get_width (map->capacity, &theme)
                      : hr_journey_map_get_width (map, &theme);
  if (height == 0)
    height = as_matrix ? hr_persona_matrix_get_height (map->capacity, &theme, width)
                       : hr_journey_map_get_height (map, &theme, width);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (width * scale),
                                        (int) ceil (height * scale));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  if (as_matrix)
    hr_persona_matrix_draw (map->capacity, &theme, cr, width, height);
  else
    hr_journey_map_draw (map, &theme, cr, width, height);
  cairo_destroy (cr);
  status = cairo_surface_write_to_png (surface, path);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    g_printerr ("%s: %s\n", path, cairo_status_to_string (status));
  return status == CAIRO_STATUS_SUCCESS;
}

static gboolean
draw_plan (const char *directory, const char *name, HrPlan *plan, double scale)
{
  static const char *const lanes[] = { "roles", "personas", "matrix" };
  g_autoptr (HrSegmentation) segmentation = hr_segmentation_new (plan);
  g_autoptr (HrCapacity) capacity =
      hr_capacity_new (plan, segmentation, HR_JOURNEY_CURRENT);

  for (guint segment = 0; segment < hr_capacity_get_n_segments (capacity); segment++)
    for (guint lane = 0; lane < G_N_ELEMENTS (lanes); lane++)
      for (guint look = 0; look < G_N_ELEMENTS (LOOKS); look++)
        {
          HrJourneyMap map = { capacity, segment,
                               lane == 1 ? HR_JOURNEY_LANES_PERSONAS
                                         : HR_JOURNEY_LANES_ROLES };
          g_autofree char *path =
              g_strdup_printf ("%s/%s-%u-%s-%s.png", directory, name, segment,
                               lanes[lane], LOOKS[look].name);

          if (!draw (path, &map, lane == 2, look, scale))
            return FALSE;
        }
  return TRUE;
}

int
main (int argc, char **argv)
{
  double scale = argc > 2 ? g_ascii_strtod (argv[2], NULL) : 1;
  g_autoptr (GError) error = NULL;
  g_autoptr (HrPlan) sample = hr_sample_plan_new (&error);

  if (argc < 2 || scale <= 0 || sample == NULL)
    {
      g_printerr ("usage: draw-journeys DIR [SCALE]\n");
      return 2;
    }
  g_mkdir_with_parents (argv[1], 0755);
  if (!draw_plan (argv[1], "sample", sample, scale))
    return 1;
  for (guint i = 0; i < G_N_ELEMENTS (JOURNEY_CASES); i++)
    {
      g_autoptr (HrPlan) plan = make_journey_plan (&JOURNEY_CASES[i]);

      if (!draw_plan (argv[1], JOURNEY_CASES[i].name, plan, scale))
        return 1;
    }
  return 0;
}
