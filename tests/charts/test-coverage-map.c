/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart-test.h"
#include "hr-coverage-layout.h"

#define WIDTH 1100
#define HEIGHT 500
#define M 1e6

typedef struct
{
  double x;
  double y;
} Point;

static cairo_rectangle_t
place_of (const HrCapacity *capacity, guint segment, HrCoverageMark mark)
{
  cairo_rectangle_t place;

  g_assert_true (hr_coverage_map_place (capacity, &hr_chart_theme_light, WIDTH, HEIGHT,
                                        segment, mark, &place));
  return place;
}

static Point
center_of (const HrCapacity *capacity, guint segment, HrCoverageMark mark)
{
  cairo_rectangle_t place = place_of (capacity, segment, mark);

  return (Point) { place.x + place.width / 2, place.y + place.height / 2 };
}

/* Where on the map a value lies, from where two discs lie. */
static Point
find_point (const HrCapacity *capacity,
            const HrTestFigures *rows,
            double arr,
            double people)
{
  Point a = center_of (capacity, 0, HR_COVERAGE_MARK_DISC);
  Point b = center_of (capacity, 1, HR_COVERAGE_MARK_DISC);

  return (Point) {
    a.x + (b.x - a.x) * (arr - rows[0].arr) / (rows[1].arr - rows[0].arr),
    a.y + (b.y - a.y) * (people - rows[0].needed) / (rows[1].needed - rows[0].needed),
  };
}

static void
test_discs_lie_at_their_values (void)
{
  g_autoptr (HrCapacity) capacity = MAKE_CAPACITY (SAMPLE);
  cairo_rectangle_t first = place_of (capacity, 0, HR_COVERAGE_MARK_DISC);
  Point origin = find_point (capacity, SAMPLE, 0, 0);
  Point far = find_point (capacity, SAMPLE, 30 * M, 8);

  g_assert_cmpfloat (far.x - origin.x, >, 0.75 * WIDTH);
  g_assert_cmpfloat (origin.y - far.y, >, 0.4 * HEIGHT);
  for (guint i = 0; i < G_N_ELEMENTS (SAMPLE); i++)
    {
      cairo_rectangle_t disc = place_of (capacity, i, HR_COVERAGE_MARK_DISC);
      Point center = center_of (capacity, i, HR_COVERAGE_MARK_DISC);
      Point expected = find_point (capacity, SAMPLE, SAMPLE[i].arr, SAMPLE[i].needed);

      g_assert_cmpfloat_with_epsilon (center.x, expected.x, 1e-6);
      g_assert_cmpfloat_with_epsilon (center.y, expected.y, 1e-6);
      g_assert_cmpfloat_with_epsilon (disc.width * disc.height / first.width /
                                          first.height,
                                      SAMPLE[i].customers / SAMPLE[0].customers, 1e-6);
    }
}

static void
test_common_benchmark_is_a_line (void)
{
  static const double people[] = { 5.4, 5.7, 6.5, 6.7 }; /* off the grid, with no disc */
  g_autoptr (HrCapacity) capacity = MAKE_CAPACITY (SAMPLE);
  const HrChartTheme *theme = &hr_chart_theme_light;
  cairo_surface_t *surface =
      draw_image (hr_coverage_map_draw, capacity, theme, WIDTH, HEIGHT);

  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      Point on = find_point (capacity, SAMPLE, people[i] * 2 * M, people[i]);
      HrColor above = get_pixel (surface, on.x - 12, on.y - 5);

      assert_nearer (surface, on.x, on.y, theme->ink, theme->paper);
      /* The side of those who cost too much is shaded, lightly. */
      g_assert_cmpfloat (get_distance (above, theme->paper), >, 0.02);
      g_assert_cmpfloat (get_distance (above, theme->paper), <, 0.2);
      assert_pixel (surface, on.x + 12, on.y + 5, theme->paper);
    }
  for (guint i = 0; i < G_N_ELEMENTS (SAMPLE); i++)
    {
      cairo_rectangle_t place;

      g_assert_false (hr_coverage_map_place (capacity, theme, WIDTH, HEIGHT, i,
                                             HR_COVERAGE_MARK_BENCHMARK, &place));
    }
  cairo_surface_destroy (surface);
}

static void
test_own_benchmarks_are_diamonds (void)
{
  static const double people[] = { 32.0 / 4, 19.6 / 2, 212 / 80.0, 3.8 / 2 };
  g_autoptr (HrCapacity) capacity = MAKE_CAPACITY (MIXED_BENCHMARKS);
  const HrChartTheme *theme = &hr_chart_theme_light;
  cairo_surface_t *surface =
      draw_image (hr_coverage_map_draw, capacity, theme, WIDTH, HEIGHT);
  Point disc = center_of (capacity, 0, HR_COVERAGE_MARK_DISC), diamond;

  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      Point expected =
          find_point (capacity, MIXED_BENCHMARKS, MIXED_BENCHMARKS[i].arr, people[i]);

      diamond = center_of (capacity, i, HR_COVERAGE_MARK_BENCHMARK);
      g_assert_cmpfloat_with_epsilon (diamond.x, expected.x, 1e-6);
      g_assert_cmpfloat_with_epsilon (diamond.y, expected.y, 1e-6);
    }

  /* Enterprise's lies well above its disc: open, with a stem between them. */
  diamond = center_of (capacity, 0, HR_COVERAGE_MARK_BENCHMARK);
  assert_pixel (surface, diamond.x, diamond.y, theme->paper);
  assert_nearer (surface, diamond.x, (diamond.y + disc.y) / 2, theme->ink, theme->paper);
  cairo_surface_destroy (surface);
}

static void
test_accent_is_what_the_title_speaks_of (void)
{
  g_autoptr (HrCapacity) capacity = MAKE_CAPACITY (MIXED_BENCHMARKS);
  const HrChartTheme *theme = &hr_chart_theme_dark;
  cairo_surface_t *surface =
      draw_image (hr_coverage_map_draw, capacity, theme, WIDTH, HEIGHT);

  for (guint i = 0; i < G_N_ELEMENTS (MIXED_BENCHMARKS); i++)
    {
      cairo_rectangle_t disc;
      HrColor pixel;
      double distance;

      hr_coverage_map_place (capacity, theme, WIDTH, HEIGHT, i, HR_COVERAGE_MARK_DISC,
                             &disc);
      pixel = get_pixel (surface, disc.x + disc.width * 0.3, disc.y + disc.height * 0.7);
      distance = get_distance (pixel, theme->accent);
      if (i == 2)
        g_assert_cmpfloat (distance, <, 0.01);
      else
        g_assert_cmpfloat (distance, >, 0.3);
    }
  cairo_surface_destroy (surface);
}

/* What has no ARR or no answer stands in words under the map, not at zero. */
static void
check_absent (const HrTestFigures *rows,
              guint n,
              const gboolean *shown,
              const char *words)
{
  g_autoptr (HrCapacity) capacity = make_capacity (rows, n);
  g_autofree char *text =
      read_words (hr_coverage_map_draw, capacity, &hr_chart_theme_print, 800, 400);
  g_autofree char *description = hr_coverage_map_describe (capacity);

  for (guint i = 0; i < n; i++)
    for (HrCoverageMark mark = HR_COVERAGE_MARK_DISC; mark <= HR_COVERAGE_MARK_LABEL;
         mark++)
      {
        cairo_rectangle_t place;

        g_assert_cmpint (hr_coverage_map_place (capacity, &hr_chart_theme_light, WIDTH,
                                                HEIGHT, i, mark, &place),
                         ==, shown[i]);
      }
  assert_contains (text, words);
  assert_contains (description, words);
}

static void
test_absent_segments (void)
{
  check_absent (MISSING, G_N_ELEMENTS (MISSING),
                (gboolean[]) { TRUE, FALSE, FALSE, FALSE, TRUE },
                "Not on the map: No journey yet (The journey has no touchpoints yet); "
                "ARR unknown (The ARR is not given); Customers unknown (The number of "
                "customers is not given)");
  check_absent (ZEROS, G_N_ELEMENTS (ZEROS), (gboolean[]) { TRUE, FALSE, FALSE, FALSE },
                "Not on the map: Launching next year (There are no customers); Free tier "
                "(There is no ARR); Closed (There are no customers)");
  check_absent (NOTHING, G_N_ELEMENTS (NOTHING), (gboolean[]) { FALSE, FALSE },
                "Not on the map: Enterprise (The number of customers is not given)");
}

static void
check_layout (const HrCapacity *capacity,
              const HrChartTheme *theme,
              double width,
              double height)
{
  g_autoptr (GArray) texts = g_array_new (FALSE, FALSE, sizeof (cairo_rectangle_t));
  HrCoverageLayout layout;
  const HrChartPen *pen = &layout.page.pen;

  hr_coverage_layout_init (&layout, capacity, theme, width, height);
  for (guint i = 0; i < hr_capacity_get_n_segments (capacity); i++)
    for (HrCoverageMark mark = HR_COVERAGE_MARK_DISC; mark <= HR_COVERAGE_MARK_BENCHMARK;
         mark++)
      {
        cairo_rectangle_t place;

        if (!hr_coverage_layout_place (&layout, i, mark, &place))
          continue;
        assert_inside (&place, width, height);
        if (mark == HR_COVERAGE_MARK_LABEL)
          g_array_append_val (texts, place);
      }
  for (guint i = 0; i < layout.arr.n_ticks && layout.arr_ticks != NULL; i++)
    add_text (texts, &layout.arr_ticks[i], pen);
  for (guint i = 0; i < layout.people.n_ticks && layout.people_ticks != NULL; i++)
    add_text (texts, &layout.people_ticks[i], pen);
  if (!layout.is_empty)
    add_text (texts, &layout.people_caption, pen);
  add_text (texts, &layout.region_label, pen);
  add_text (texts, &layout.line_label, pen);
  add_text (texts, &layout.absent, pen);
  add_text (texts, &layout.page.title, pen);
  add_text (texts, &layout.page.subtitle, pen);
  add_text (texts, &layout.page.foot, pen);
  hr_coverage_layout_clear (&layout);
  assert_texts (texts, width, height);
}

static void
test_random_plans (void)
{
  for_random_cases (60, check_layout);
}

/* In the cases to look at every disc has its label too, and the line its words. */
static void
check_words (const HrCapacity *capacity,
             const HrChartTheme *theme,
             double width,
             double height)
{
  HrCoverageLayout layout;

  check_layout (capacity, theme, width, height);
  hr_coverage_layout_init (&layout, capacity, theme, width, height);
  for (guint i = 0; i < layout.n_discs; i++)
    {
      cairo_rectangle_t label;

      g_assert_cmpint (
          hr_coverage_layout_place (&layout, i, HR_COVERAGE_MARK_LABEL, &label), ==,
          layout.discs[i].shown);
      g_assert_true (!layout.discs[i].shown ||
                     label.height >= 0.9 * layout.page.pen.size);
    }
  if (!layout.is_empty && isfinite (layout.arr_per_fte))
    {
      const HrChartText *text = layout.region_label.layout != NULL
                                    ? &layout.region_label
                                    : &layout.page.subtitle;

      assert_contains (pango_layout_get_text (text->layout),
                       "costs more people than its revenue pays for");
      g_assert_false (pango_layout_is_ellipsized (text->layout));
    }
  hr_coverage_layout_clear (&layout);
}

static void
test_nothing_overlaps_or_sticks_out (void)
{
  for_each_case (check_words);
}

static void
check_mirror (const HrCapacity *capacity, double width, double height)
{
  HrChartTheme other = mirrored (&hr_chart_theme_light);

  for (guint i = 0; i < hr_capacity_get_n_segments (capacity); i++)
    for (HrCoverageMark mark = HR_COVERAGE_MARK_DISC; mark <= HR_COVERAGE_MARK_BENCHMARK;
         mark++)
      {
        cairo_rectangle_t here, there;
        gboolean shown = hr_coverage_map_place (capacity, &hr_chart_theme_light, width,
                                                height, i, mark, &here);

        g_assert_cmpint (
            hr_coverage_map_place (capacity, &other, width, height, i, mark, &there), ==,
            shown);
        if (shown)
          assert_mirrored (&here, &there, width);
      }
}

static void
test_right_to_left_is_a_mirror (void)
{
  g_autoptr (HrCapacity) mixed = MAKE_CAPACITY (MIXED_BENCHMARKS);
  g_autoptr (HrCapacity) sample = MAKE_CAPACITY (SAMPLE);

  check_mirror (mixed, 1100, 500);
  check_mirror (sample, 320, 480);
}

/* The line must be mirrored too, which no place says. */
static void
test_line_is_mirrored (void)
{
  g_autoptr (HrCapacity) capacity = MAKE_CAPACITY (SAMPLE);
  HrChartTheme theme = mirrored (&hr_chart_theme_light);
  cairo_surface_t *surface =
      draw_image (hr_coverage_map_draw, capacity, &theme, WIDTH, HEIGHT);
  Point on = find_point (capacity, SAMPLE, 7 * M, 3.5);

  assert_nearer (surface, WIDTH - on.x, on.y, theme.ink, theme.paper);
  assert_pixel (surface, WIDTH - on.x - 12, on.y + 5, theme.paper);
  g_assert_cmpfloat (
      get_distance (get_pixel (surface, WIDTH - on.x + 12, on.y - 5), theme.paper), >,
      0.02);
  cairo_surface_destroy (surface);
}

static void
test_find (void)
{
  g_autoptr (HrCapacity) capacity = MAKE_CAPACITY (SAMPLE);
  guint found;

  for (guint i = 0; i < G_N_ELEMENTS (SAMPLE); i++)
    for (HrCoverageMark mark = HR_COVERAGE_MARK_DISC; mark <= HR_COVERAGE_MARK_LABEL;
         mark++)
      {
        Point at = center_of (capacity, i, mark);

        g_assert_true (hr_coverage_map_find (capacity, &hr_chart_theme_light, WIDTH,
                                             HEIGHT, at.x, at.y, &found));
        g_assert_cmpuint (found, ==, i);
      }
  g_assert_false (hr_coverage_map_find (capacity, &hr_chart_theme_light, WIDTH, HEIGHT, 5,
                                        HEIGHT - 5, &found));
}

/* Where discs lie over each other, the one whose centre is nearest is meant. */
static void
test_find_in_a_crowd (void)
{
  g_autoptr (HrCapacity) capacity = MAKE_CAPACITY (CROWDED);

  for (guint i = 0; i < G_N_ELEMENTS (CROWDED); i++)
    {
      Point at = center_of (capacity, i, HR_COVERAGE_MARK_DISC);
      guint found;

      g_assert_true (hr_coverage_map_find (capacity, &hr_chart_theme_light, WIDTH, HEIGHT,
                                           at.x, at.y, &found));
      g_assert_cmpuint (found, ==, i);
    }
}

static void
test_titles (void)
{
  static const struct
  {
    const HrTestFigures *rows;
    guint n;
    const char *title;
  } cases[] = {
    { SAMPLE, 4, "Every segment’s revenue pays for the people it needs" },
    { DOMINANT, 4, "Scale costs 0.8 more people than its revenue pays for" },
    { MIXED_BENCHMARKS, 4, "Scale costs 1.3 more people than its benchmark allows" },
    { TWELVE, 12,
      "Mid-market APAC costs 0.8 more people than its revenue pays for, and 2 others are "
      "over too" },
    { MISSING, 5,
      "No segment costs more people than its revenue pays for, but 4 cannot be "
      "compared" },
    { NOTHING, 2, "No segment can be compared with a benchmark yet" },
    { ONE, 0, "There are no segments yet" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HrCapacity) capacity = make_capacity (cases[i].rows, cases[i].n);
      g_autofree char *title = hr_coverage_map_get_title (capacity);

      g_assert_cmpstr (title, ==, cases[i].title);
    }
}

static void
test_description (void)
{
  g_autoptr (HrCapacity) capacity = MAKE_CAPACITY (MIXED_BENCHMARKS);
  g_autoptr (HrCapacity) missing = MAKE_CAPACITY (MISSING);
  g_autofree char *text = hr_coverage_map_describe (capacity);
  g_autofree char *other = hr_coverage_map_describe (missing);
  g_autoptr (HrCapacity) two = MAKE_CAPACITY (TWO);
  g_autofree char *even = hr_coverage_map_describe (two);

  assert_contains (text, "Scale costs 1.3 more people than its benchmark allows.");
  assert_contains (text, " Enterprise: 4.8 people · $32.0M ARR, 48 customers, 3.2 fewer "
                         "than its benchmark pays for.");
  assert_contains (text, " Scale: 3.9 people · $10.4M ARR, 212 customers, 1.3 more than "
                         "its benchmark pays for.");
  assert_contains (even,
                   " Growth: 10.5 people · $21.0M ARR, 520 customers, as many as its "
                   "benchmark pays for.");
  assert_contains (other, " No benchmark: 2.5 people · $8.00M ARR, 60 customers, No "
                          "benchmark is set.");
}

static void
test_words_of_the_picture (void)
{
  g_autoptr (HrCapacity) capacity = MAKE_CAPACITY (SAMPLE);
  g_autofree char *text =
      read_words (hr_coverage_map_draw, capacity, &hr_chart_theme_print, 760, 420);
  static const char *const parts[] = {
    "Every segment’s revenue pays for the people it needs",
    "People needed against the ARR they serve; the larger the disc, the more customers",
    "People per segment (CSM, full-time)",
    "Mid-market",
    "4.8 people · $32.0M ARR",
    "$10M",
    "$30M ARR",
    "Benchmark: $2M ARR per person",
    "1,065 h per CSM and year, assumed; $2M ARR per CSM, benchmark",
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    assert_contains (text, parts[i]);
}

static void
test_streams (void)
{
  assert_streams (hr_coverage_map_draw);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/charts/coverage/values", test_discs_lie_at_their_values);
  g_test_add_func ("/charts/coverage/line", test_common_benchmark_is_a_line);
  g_test_add_func ("/charts/coverage/diamonds", test_own_benchmarks_are_diamonds);
  g_test_add_func ("/charts/coverage/accent", test_accent_is_what_the_title_speaks_of);
  g_test_add_func ("/charts/coverage/absent", test_absent_segments);
  g_test_add_func ("/charts/coverage/layout", test_nothing_overlaps_or_sticks_out);
  g_test_add_func ("/charts/coverage/random", test_random_plans);
  g_test_add_func ("/charts/coverage/mirror", test_right_to_left_is_a_mirror);
  g_test_add_func ("/charts/coverage/mirror/line", test_line_is_mirrored);
  g_test_add_func ("/charts/coverage/find", test_find);
  g_test_add_func ("/charts/coverage/find/crowd", test_find_in_a_crowd);
  g_test_add_func ("/charts/coverage/titles", test_titles);
  g_test_add_func ("/charts/coverage/description", test_description);
  g_test_add_func ("/charts/coverage/words", test_words_of_the_picture);
  g_test_add_func ("/charts/coverage/streams", test_streams);

  return g_test_run ();
}
