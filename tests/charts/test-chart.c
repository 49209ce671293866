/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart-test.h"
#include "hr-capacity-chart.h"
#include "hr-coverage-map.h"
#include "hr-hours-chart.h"
#include "hr-persona-matrix.h"
#include "journey-cases.h"

/* What all charts promise to whoever shows one. */

static const HrChartTheme *const THEME = &hr_chart_theme_light;

static HrCapacity *
answer (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (JOURNEY_CASES); i++)
    if (g_str_equal (JOURNEY_CASES[i].name, name))
      {
        g_autoptr (HrPlan) plan = make_journey_plan (&JOURNEY_CASES[i]);

        g_autoptr (HrSegmentation) segmentation = hr_segmentation_new (plan);

        return hr_capacity_new (plan, segmentation, HR_JOURNEY_CURRENT);
      }
  g_assert_not_reached ();
}

static GArray *
list (const HrChart *chart, gconstpointer subject, double *width, double *height)
{
  *width = chart->get_width != NULL ? chart->get_width (subject, THEME) : 760;
  *height = chart->get_height != NULL ? chart->get_height (subject, THEME, *width) : 475;
  return hr_chart_list_marks (chart, subject, THEME, *width, *height);
}

static void
check_marks (const HrChart *chart, gconstpointer subject, guint least)
{
  double width, height;
  g_autoptr (GArray) marks = list (chart, subject, &width, &height);
  g_autofree char *title = chart->get_title (subject);
  g_autofree char *description = chart->describe (subject);

  g_assert_cmpuint (marks->len, >=, least);
  g_assert_cmpstr (title, !=, "");
  g_assert_true (g_str_has_prefix (description, title));
  for (guint i = 0; i < marks->len; i++)
    {
      const HrChartMark *mark = &g_array_index (marks, HrChartMark, i);
      double x = mark->place.x + mark->place.width / 2;
      double y = mark->place.y + mark->place.height / 2;

      g_assert_cmpstr (mark->name, !=, NULL);
      g_assert_cmpfloat (mark->place.x, >=, 0);
      g_assert_cmpfloat (mark->place.x + mark->place.width, <=, width);
      g_assert_cmpfloat (mark->place.y, >=, 0);
      g_assert_cmpfloat (mark->place.y + mark->place.height, <=, height);
      /* Only what is drawn later can lie on top. */
      g_assert_cmpint (hr_chart_find_mark (marks, x, y), >=, i);
    }
  g_assert_cmpint (hr_chart_find_mark (marks, -1, -1), ==, -1);
}

static void
test_marks (void)
{
  g_autoptr (HrCapacity) capacity = answer ("sixty");
  HrPlan *plan = hr_capacity_get_plan (capacity);
  const HrJourneyMap roles = { capacity, 0, HR_JOURNEY_LANES_ROLES };
  const HrJourneyMap personas = { capacity, 0, HR_JOURNEY_LANES_PERSONAS };

  check_marks (&hr_capacity_chart, capacity, 1);
  check_marks (&hr_coverage_map, capacity, 0);
  check_marks (&hr_hours_chart, hr_list_get (plan->roles, 0), 2);
  check_marks (&hr_journey_map, &roles, 60 + 7);
  check_marks (&hr_journey_map, &personas, 60 + 7);
  check_marks (&hr_persona_matrix, capacity, 7 * 4);
}

/* A card lies on its stage, and is told apart from it. */
static void
test_on_top (void)
{
  g_autoptr (HrCapacity) capacity = answer ("few");
  const HrJourneyMap map = { capacity, 0, HR_JOURNEY_LANES_ROLES };
  HrList *touchpoints = hr_capacity_get_segment (capacity, 0)->journey->touchpoints;
  double width, height;
  g_autoptr (GArray) marks = list (&hr_journey_map, &map, &width, &height);
  guint n = 0;

  for (guint i = 0; i < hr_list_get_n (touchpoints); i++)
    {
      gpointer touchpoint = hr_list_get (touchpoints, i);
      cairo_rectangle_t place;
      int found;

      g_assert_true (
          hr_journey_map_place (&map, THEME, width, height, touchpoint, &place));
      found = hr_chart_find_mark (marks, place.x + 1, place.y + place.height - 1);
      g_assert_cmpint (found, >=, 0);
      g_assert_true (g_array_index (marks, HrChartMark, found).item == touchpoint);
      g_assert_cmpstr (g_array_index (marks, HrChartMark, found).name, ==,
                       hr_item_get_name (touchpoint));
      n++;
    }
  g_assert_cmpuint (n, ==, 5);
}

/* Cells count row by row, and name their need. */
static void
test_cells (void)
{
  g_autoptr (HrCapacity) capacity = answer ("few");
  HrPlan *plan = hr_capacity_get_plan (capacity);
  HrPersona *persona = hr_list_get (plan->personas, 1);
  double width, height;
  g_autoptr (GArray) marks = list (&hr_persona_matrix, capacity, &width, &height);
  const HrChartMark *mark;

  g_assert_cmpuint (marks->len, ==, 2 * 4);
  mark = &g_array_index (marks, HrChartMark, 5);
  g_assert_cmpuint (mark->index, ==, 5);
  g_assert_true (mark->item == hr_list_get (persona->needs, 0));
  g_assert_cmpstr (mark->name, ==, "Persona 1, Stage 1");
  g_assert_null (g_array_index (marks, HrChartMark, 4).item);
}

/* By keyboard: each mark after the other, and from a card to the stage above it. */
static void
test_steps (void)
{
  g_autoptr (HrCapacity) capacity = answer ("few");
  const HrJourneyMap map = { capacity, 0, HR_JOURNEY_LANES_ROLES };
  double width, height;
  g_autoptr (GArray) marks = list (&hr_journey_map, &map, &width, &height);
  int at = hr_chart_step (marks, -1, HR_CHART_NEXT, FALSE), before = at;

  for (int i = 0; i < (int) marks->len; i++)
    {
      g_assert_cmpint (at, ==, i);
      g_assert_cmpint (hr_chart_step (marks, at, HR_CHART_PREVIOUS, FALSE), ==, i - 1);
      before = at;
      at = hr_chart_step (marks, at, HR_CHART_NEXT, FALSE);
    }
  g_assert_cmpint (at, ==, -1);

  at = before;
  while (HR_IS_TOUCHPOINT (g_array_index (marks, HrChartMark, at).item))
    {
      before = at;
      at = hr_chart_step (marks, at, HR_CHART_UP, FALSE);
      g_assert_cmpint (at, >=, 0);
      g_assert_cmpfloat (g_array_index (marks, HrChartMark, at).place.y, <,
                         g_array_index (marks, HrChartMark, before).place.y);
    }
  g_assert_cmpstr (
      hr_item_get_id (g_array_index (marks, HrChartMark, at).item), ==,
      HR_TOUCHPOINT (g_array_index (marks, HrChartMark, before).item)->stage);
  g_assert_cmpint (hr_chart_step (marks, at, HR_CHART_DOWN, FALSE), >, at);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/marks", test_marks);
  g_test_add_func ("/chart/on-top", test_on_top);
  g_test_add_func ("/chart/steps", test_steps);
  g_test_add_func ("/chart/cells", test_cells);
  return g_test_run ();
}
