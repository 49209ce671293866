/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing each picture on an image of 1100 × 500, beside writing and filling only its
 * texts with Pango: what it takes to say the same words with no chart around them. */
#include <pango/pangocairo.h>

#include "../charts/chart-cases.h"
#include "../charts/journey-cases.h"
#include "hr-capacity-chart.h"
#include "hr-coverage-map.h"

#define N_ROUNDS 200
#define WIDTH 1100
#define HEIGHT 500

typedef void (*DrawFunc) (const HrCapacity *capacity,
                          const HrChartTheme *theme,
                          cairo_t *cr,
                          double width,
                          double height);

static HrCapacity *
make_capacity (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (CHART_CASES); i++)
    if (g_str_equal (CHART_CASES[i].name, name))
      {
        g_autoptr (HrPlan) plan = hr_test_plan_new_of_figures (CHART_CASES[i].segments,
                                                               CHART_CASES[i].n_segments);
        g_autoptr (HrSegmentation) segmentation = hr_segmentation_new (plan);

        return hr_capacity_new (plan, segmentation, HR_JOURNEY_CURRENT);
      }
  g_assert_not_reached ();
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return (*(const gint64 *) a > *(const gint64 *) b) -
         (*(const gint64 *) a < *(const gint64 *) b);
}

static double
measure (DrawFunc draw, const HrCapacity *capacity)
{
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  gint64 times[N_ROUNDS];

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      times[i] = g_get_monotonic_time ();
      draw (capacity, &hr_chart_theme_light, cr, WIDTH, HEIGHT);
      cairo_surface_flush (surface);
      times[i] = g_get_monotonic_time () - times[i];
    }
  qsort (times, N_ROUNDS, sizeof *times, compare);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return (double) times[N_ROUNDS / 2] / 1000;
}

/* As many short texts as the capacity chart of four segments has. */
static void
draw_words (const HrCapacity *capacity,
            const HrChartTheme *theme,
            cairo_t *cr,
            double width,
            double height)
{
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  for (guint i = 0; i < 36; i++)
    {
      g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cr);
      g_autofree char *words = g_strdup_printf ("%u.0 needed", i);
      PangoFontDescription *font = pango_font_description_from_string (theme->font);

      pango_font_description_set_absolute_size (font, theme->size * PANGO_SCALE);
      pango_layout_set_font_description (layout, font);
      pango_layout_set_text (layout, words, -1);
      cairo_move_to (cr, 10 + i % 6 * width / 6, 10 + i / 6 * height / 6);
      pango_cairo_show_layout (cr, layout);
      pango_font_description_free (font);
    }
}

/* Sixty touchpoints in one journey, as large as the map asks to be. */
static double
measure_journey (HrJourneyLanes lanes)
{
  const JourneyCase sixty = { "sixty", 7, 5, 4, 60, 0, FALSE };
  g_autoptr (HrPlan) plan = make_journey_plan (&sixty);
  g_autoptr (HrSegmentation) segmentation = hr_segmentation_new (plan);
  g_autoptr (HrCapacity) capacity =
      hr_capacity_new (plan, segmentation, HR_JOURNEY_CURRENT);
  HrJourneyMap map = { capacity, 0, lanes };
  double width = hr_journey_map_get_width (&map, &hr_chart_theme_light);
  double height = hr_journey_map_get_height (&map, &hr_chart_theme_light, width);
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width, (int) height);
  cairo_t *cr = cairo_create (surface);
  gint64 times[N_ROUNDS];

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      times[i] = g_get_monotonic_time ();
      hr_journey_map_draw (&map, &hr_chart_theme_light, cr, width, height);
      cairo_surface_flush (surface);
      times[i] = g_get_monotonic_time () - times[i];
    }
  qsort (times, N_ROUNDS, sizeof *times, compare);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return (double) times[N_ROUNDS / 2] / 1000;
}

int
main (void)
{
  g_autoptr (HrCapacity) four = make_capacity ("sample");
  g_autoptr (HrCapacity) twelve = make_capacity ("twelve");

  g_print ("36 bare texts                %6.2f ms\n", measure (draw_words, four));
  g_print ("capacity chart,  4 segments  %6.2f ms (goal 4)\n",
           measure (hr_capacity_chart_draw, four));
  g_print ("capacity chart, 12 segments  %6.2f ms\n",
           measure (hr_capacity_chart_draw, twelve));
  g_print ("coverage map,    4 segments  %6.2f ms (goal 4)\n",
           measure (hr_coverage_map_draw, four));
  g_print ("coverage map,   12 segments  %6.2f ms\n",
           measure (hr_coverage_map_draw, twelve));
  g_print ("journey map, 60 touchpoints  %6.2f ms (goal 5)\n",
           measure_journey (HR_JOURNEY_LANES_ROLES));
  g_print ("the same, lanes of personas  %6.2f ms\n",
           measure_journey (HR_JOURNEY_LANES_PERSONAS));
  return 0;
}
