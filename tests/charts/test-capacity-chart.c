/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart-test.h"
#include "hr-capacity-layout.h"

#define WIDTH 1100
#define HEIGHT 500

static cairo_rectangle_t
place_of (const HrCapacity *capacity, guint segment, HrCapacityMark mark)
{
  cairo_rectangle_t place;

  g_assert_true (hr_capacity_chart_place (capacity, &hr_chart_theme_light, WIDTH, HEIGHT,
                                          segment, mark, &place));
  return place;
}

static double
middle (cairo_rectangle_t place)
{
  return place.x + place.width / 2;
}

static void
test_marks_lie_at_their_values (void)
{
  g_autoptr (HrCapacity) capacity = MAKE_CAPACITY (SAMPLE);
  cairo_rectangle_t first = place_of (capacity, 0, HR_CAPACITY_MARK_NEEDED);
  double unit = first.width / SAMPLE[0].needed;

  g_assert_cmpfloat (unit, >, 10);
  for (guint i = 0; i < G_N_ELEMENTS (SAMPLE); i++)
    {
      const HrTestFigures *row = &SAMPLE[i];
      cairo_rectangle_t needed = place_of (capacity, i, HR_CAPACITY_MARK_NEEDED);
      cairo_rectangle_t gap = place_of (capacity, i, HR_CAPACITY_MARK_GAP);
      cairo_rectangle_t today = place_of (capacity, i, HR_CAPACITY_MARK_TODAY);
      cairo_rectangle_t benchmark = place_of (capacity, i, HR_CAPACITY_MARK_BENCHMARK);

      g_assert_cmpfloat_with_epsilon (needed.x, first.x, 1e-9);
      g_assert_cmpfloat_with_epsilon (needed.width, row->needed * unit, 1e-6);
      g_assert_cmpfloat_with_epsilon (middle (today), first.x + row->today * unit, 1e-6);
      g_assert_cmpfloat_with_epsilon (middle (benchmark),
                                      first.x + row->arr / row->arr_per_fte * unit, 1e-6);
      g_assert_cmpfloat_with_epsilon (gap.x, middle (today), 1e-6);
      g_assert_cmpfloat_with_epsilon (gap.x + gap.width, needed.x + needed.width, 1e-6);

      /* The line stands out on both sides, and the diamond sits on the bar's axis. */
      g_assert_cmpfloat (today.y, <, needed.y);
      g_assert_cmpfloat (today.y + today.height, >, needed.y + needed.height);
      g_assert_cmpfloat_with_epsilon (benchmark.y + benchmark.height / 2,
                                      needed.y + needed.height / 2, 1e-6);
    }
}

static void
test_spare_lies_behind_the_bar (void)
{
  g_autoptr (HrCapacity) capacity = MAKE_CAPACITY (SPARE);
  cairo_rectangle_t needed = place_of (capacity, 0, HR_CAPACITY_MARK_NEEDED);
  cairo_rectangle_t gap = place_of (capacity, 0, HR_CAPACITY_MARK_GAP);
  cairo_rectangle_t today = place_of (capacity, 0, HR_CAPACITY_MARK_TODAY);

  g_assert_cmpfloat_with_epsilon (gap.x, needed.x + needed.width, 1e-6);
  g_assert_cmpfloat_with_epsilon (gap.x + gap.width, middle (today), 1e-6);
}

static void
test_values_stand_at_their_marks (void)
{
  g_autoptr (HrCapacity) capacity = MAKE_CAPACITY (SAMPLE);
  /* Mid-market's marks lie far enough apart for the words below them. */
  cairo_rectangle_t needed = place_of (capacity, 1, HR_CAPACITY_MARK_NEEDED);
  cairo_rectangle_t today = place_of (capacity, 1, HR_CAPACITY_MARK_TODAY);
  cairo_rectangle_t text = place_of (capacity, 1, HR_CAPACITY_MARK_TODAY_TEXT);

  g_assert_cmpfloat_with_epsilon (middle (text), middle (today), 1e-6);
  g_assert_cmpfloat (text.y, >=, needed.y + needed.height);
  text = place_of (capacity, 1, HR_CAPACITY_MARK_NEEDED_TEXT);
  g_assert_cmpfloat (fabs (middle (text) - needed.x - needed.width), <, text.width);
  text = place_of (capacity, 1, HR_CAPACITY_MARK_NAME);
  g_assert_cmpfloat_with_epsilon (text.y + text.height / 2, needed.y + needed.height / 2,
                                  1e-6);
}

/* Enterprise's line and bar end close to each other: both labels give way by as much. */
static void
test_crowded_values_move_apart (void)
{
  g_autoptr (HrCapacity) capacity = MAKE_CAPACITY (SAMPLE);
  cairo_rectangle_t needed = place_of (capacity, 0, HR_CAPACITY_MARK_NEEDED);
  double today = middle (place_of (capacity, 0, HR_CAPACITY_MARK_TODAY));
  cairo_rectangle_t today_text = place_of (capacity, 0, HR_CAPACITY_MARK_TODAY_TEXT);
  cairo_rectangle_t needed_text = place_of (capacity, 0, HR_CAPACITY_MARK_NEEDED_TEXT);
  double moved = today - middle (today_text);

  g_assert_cmpfloat (moved, >, 1);
  g_assert_cmpfloat_with_epsilon (middle (needed_text) - needed.x - needed.width, moved,
                                  0.1);
}

static void
test_missing_marks_are_not_shown (void)
{
  g_autoptr (HrCapacity) capacity = MAKE_CAPACITY (MISSING);
  static const struct
  {
    guint segment;
    HrCapacityMark mark;
    gboolean shown;
  } rows[] = {
    { 0, HR_CAPACITY_MARK_NEEDED, TRUE },
    { 0, HR_CAPACITY_MARK_REASON_TEXT, FALSE },
    { 1, HR_CAPACITY_MARK_NEEDED, FALSE },
    { 1, HR_CAPACITY_MARK_GAP, FALSE },
    { 1, HR_CAPACITY_MARK_TODAY, TRUE },
    { 1, HR_CAPACITY_MARK_BENCHMARK, TRUE },
    { 1, HR_CAPACITY_MARK_GAP_TEXT, FALSE },
    { 1, HR_CAPACITY_MARK_NEEDED_TEXT, FALSE },
    { 1, HR_CAPACITY_MARK_REASON_TEXT, TRUE },
    { 2, HR_CAPACITY_MARK_NEEDED, TRUE },
    { 2, HR_CAPACITY_MARK_BENCHMARK, FALSE },
    { 2, HR_CAPACITY_MARK_ARR, TRUE },
    { 4, HR_CAPACITY_MARK_BENCHMARK, FALSE },
    { 4, HR_CAPACITY_MARK_BENCHMARK_TEXT, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      cairo_rectangle_t place;

      g_test_message ("segment %u, mark %u", rows[i].segment, rows[i].mark);
      g_assert_cmpint (hr_capacity_chart_place (capacity, &hr_chart_theme_light, WIDTH,
                                                HEIGHT, rows[i].segment, rows[i].mark,
                                                &place),
                       ==, rows[i].shown);
      g_assert_true (rows[i].shown || place.width == 0);
    }
}

static void
check_layout (const HrCapacity *capacity,
              const HrChartTheme *theme,
              double width,
              double height)
{
  g_autoptr (GArray) texts = g_array_new (FALSE, FALSE, sizeof (cairo_rectangle_t));
  HrCapacityLayout layout;

  hr_capacity_layout_init (&layout, capacity, theme, width, height);
  for (guint i = 0; i < hr_capacity_get_n_segments (capacity); i++)
    for (guint mark = 0; mark < HR_CAPACITY_N_MARKS; mark++)
      {
        cairo_rectangle_t place;

        if (!hr_capacity_layout_place (&layout, i, mark, &place))
          continue;
        assert_inside (&place, width, height);
        if (mark >= HR_CAPACITY_MARK_NAME)
          g_array_append_val (texts, place);
      }
  for (guint i = 0; i < layout.scale.n_ticks && layout.ticks != NULL; i++)
    add_text (texts, &layout.ticks[i], &layout.page.pen);
  for (guint mark = 0; mark < HR_CAPACITY_N_MARKS; mark++)
    add_text (texts, &layout.headers[mark], &layout.page.pen);
  add_text (texts, &layout.page.title, &layout.page.pen);
  add_text (texts, &layout.page.subtitle, &layout.page.pen);
  add_text (texts, &layout.page.foot, &layout.page.pen);
  hr_capacity_layout_clear (&layout);
  assert_texts (texts, width, height);
}

static void
test_nothing_overlaps_or_sticks_out (void)
{
  for_each_case (check_layout);
}

static void
test_random_plans (void)
{
  for_random_cases (60, check_layout);
}

static void
check_mirror (const HrCapacity *capacity, double width, double height)
{
  HrChartTheme other = mirrored (&hr_chart_theme_light);
  HrCapacityLayout ltr, rtl;

  hr_capacity_layout_init (&ltr, capacity, &hr_chart_theme_light, width, height);
  hr_capacity_layout_init (&rtl, capacity, &other, width, height);
  for (guint i = 0; i < hr_capacity_get_n_segments (capacity); i++)
    for (guint mark = 0; mark < HR_CAPACITY_N_MARKS; mark++)
      {
        cairo_rectangle_t here, there;
        gboolean shown = hr_capacity_layout_place (&ltr, i, mark, &here);

        g_assert_cmpint (hr_capacity_layout_place (&rtl, i, mark, &there), ==, shown);
        if (shown)
          assert_mirrored (&here, &there, width);
      }
  hr_capacity_layout_clear (&ltr);
  hr_capacity_layout_clear (&rtl);
}

static void
test_right_to_left_is_a_mirror (void)
{
  g_autoptr (HrCapacity) capacity = MAKE_CAPACITY (MISSING);

  check_mirror (capacity, 1100, 500);
  check_mirror (capacity, 320, 480);
}

static void
test_narrow_is_stacked (void)
{
  g_autoptr (HrCapacity) capacity = MAKE_CAPACITY (SAMPLE);
  cairo_rectangle_t name, arr, needed;

  for (guint i = 0; i < G_N_ELEMENTS (SAMPLE); i++)
    {
      hr_capacity_chart_place (capacity, &hr_chart_theme_light, 320, 480, i,
                               HR_CAPACITY_MARK_NAME, &name);
      hr_capacity_chart_place (capacity, &hr_chart_theme_light, 320, 480, i,
                               HR_CAPACITY_MARK_ARR, &arr);
      hr_capacity_chart_place (capacity, &hr_chart_theme_light, 320, 480, i,
                               HR_CAPACITY_MARK_NEEDED, &needed);
      g_assert_cmpfloat (name.y + name.height, <=, needed.y);
      g_assert_cmpfloat_with_epsilon (arr.y, name.y, 1);
      g_assert_cmpfloat_with_epsilon (needed.x, name.x, 1e-6);
    }
}

/* On a slide, twelve segments are written in letters no smaller than asked for. */
static void
test_slide_letters_keep_their_size (void)
{
  g_autoptr (HrCapacity) twelve = MAKE_CAPACITY (TWELVE);
  g_autoptr (HrCapacity) one = MAKE_CAPACITY (ONE);
  HrChartTheme theme = hr_chart_theme_print;
  cairo_rectangle_t ample, tight;

  theme.size = 14;
  hr_capacity_chart_place (one, &theme, 960, 540, 0, HR_CAPACITY_MARK_ARR, &ample);
  hr_capacity_chart_place (twelve, &theme, 960, 540, 11, HR_CAPACITY_MARK_ARR, &tight);
  g_assert_cmpfloat_with_epsilon (tight.height, ample.height, 1e-6);
  g_assert_cmpfloat (ample.height, >=, 14);
}

static void
test_natural_height_has_room_for_all (void)
{
  for (guint c = 0; c < G_N_ELEMENTS (CHART_CASES); c++)
    for (double width = 320; width <= 1600; width += 320)
      {
        g_autoptr (HrCapacity) capacity =
            make_capacity (CHART_CASES[c].segments, CHART_CASES[c].n_segments);
        double height =
            hr_capacity_chart_get_height (capacity, &hr_chart_theme_light, width);

        g_test_message ("%s, %g x %g", CHART_CASES[c].name, width, height);
        g_assert_cmpfloat (height, <, 1500);
        check_layout (capacity, &hr_chart_theme_light, width, height);
        for (guint i = 0; i < CHART_CASES[c].n_segments; i++)
          {
            cairo_rectangle_t text, ample;

            g_assert_true (hr_capacity_chart_place (capacity, &hr_chart_theme_light,
                                                    width, height, i,
                                                    HR_CAPACITY_MARK_TODAY_TEXT, &text));
            hr_capacity_chart_place (capacity, &hr_chart_theme_light, width, 2 * height,
                                     i, HR_CAPACITY_MARK_TODAY_TEXT, &ample);
            g_assert_cmpfloat_with_epsilon (text.height, ample.height, 1e-6);
          }
      }
}

static void
test_little_height_keeps_values_in_columns (void)
{
  g_autoptr (HrCapacity) capacity = MAKE_CAPACITY (TWELVE);
  cairo_rectangle_t first, other, gap;

  first = place_of (capacity, 0, HR_CAPACITY_MARK_NEEDED_TEXT);
  for (guint i = 0; i < G_N_ELEMENTS (TWELVE); i++)
    {
      other = place_of (capacity, i, HR_CAPACITY_MARK_NEEDED_TEXT);
      gap = place_of (capacity, i, HR_CAPACITY_MARK_GAP_TEXT);
      g_assert_cmpfloat_with_epsilon (other.x + other.width, first.x + first.width, 1e-6);
      g_assert_cmpfloat (other.x + other.width, <, gap.x);
      g_assert_cmpfloat_with_epsilon (other.y + other.height / 2, gap.y + gap.height / 2,
                                      1);
    }
}

/* The number at the last line of the grid must not run into the columns behind it. */
static void
test_wide_ticks_keep_clear_of_columns (void)
{
  HrTestFigures rows[12];
  g_autoptr (HrCapacity) capacity = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    rows[i] = (HrTestFigures) { "Everybody", 10, 4e14, 3, 2, 2e6 };
  capacity = MAKE_CAPACITY (rows);
  check_layout (capacity, &hr_chart_theme_light, WIDTH, HEIGHT);
}

static void
test_pixels (const HrChartTheme *theme)
{
  g_autoptr (HrCapacity) capacity = MAKE_CAPACITY (SAMPLE);
  HrColor paper = theme->paper;
  cairo_surface_t *surface =
      draw_image (hr_capacity_chart_draw, capacity, theme, WIDTH, HEIGHT);

  paper.alpha = 1;
  for (guint i = 0; i < G_N_ELEMENTS (SAMPLE); i++)
    {
      cairo_rectangle_t needed, gap, today, benchmark;
      double y;

      hr_capacity_chart_place (capacity, theme, WIDTH, HEIGHT, i, HR_CAPACITY_MARK_NEEDED,
                               &needed);
      hr_capacity_chart_place (capacity, theme, WIDTH, HEIGHT, i, HR_CAPACITY_MARK_GAP,
                               &gap);
      hr_capacity_chart_place (capacity, theme, WIDTH, HEIGHT, i, HR_CAPACITY_MARK_TODAY,
                               &today);
      hr_capacity_chart_place (capacity, theme, WIDTH, HEIGHT, i,
                               HR_CAPACITY_MARK_BENCHMARK, &benchmark);
      y = needed.y + needed.height / 2;
      assert_pixel (surface, needed.x + (middle (today) - needed.x) / 2, y, theme->muted);
      assert_pixel (surface, middle (gap) + 2, y, i == 1 ? theme->accent : theme->dim);
      assert_pixel (surface, middle (today), y, theme->ink);
      assert_pixel (surface, middle (benchmark), y, paper); /* it is open */
      assert_nearer (surface, benchmark.x + 1, y, theme->ink, paper);
    }
  cairo_surface_destroy (surface);
}

static void
test_pixels_light (void)
{
  test_pixels (&hr_chart_theme_light);
}

static void
test_pixels_dark (void)
{
  test_pixels (&hr_chart_theme_dark);
}

static void
test_pixels_high_contrast (void)
{
  test_pixels (&hr_chart_theme_high_contrast);
}

static void
test_spare_is_empty (void)
{
  g_autoptr (HrCapacity) capacity = MAKE_CAPACITY (SPARE);
  const HrChartTheme *theme = &hr_chart_theme_light;
  cairo_surface_t *surface =
      draw_image (hr_capacity_chart_draw, capacity, theme, WIDTH, HEIGHT);
  cairo_rectangle_t gap = place_of (capacity, 0, HR_CAPACITY_MARK_GAP);

  assert_pixel (surface, middle (gap) + 3, gap.y + gap.height / 2, theme->paper);
  /* The title speaks of Enterprise's. */
  assert_nearer (surface, middle (gap) + 3, gap.y + 1, theme->accent, theme->muted);
  gap = place_of (capacity, 1, HR_CAPACITY_MARK_GAP);
  assert_nearer (surface, middle (gap), gap.y + 0.5, theme->muted, theme->accent);
  cairo_surface_destroy (surface);
}

static void
test_no_line_runs_through_words (void)
{
  g_autoptr (HrCapacity) capacity = MAKE_CAPACITY (SAMPLE);
  const HrChartTheme *theme = &hr_chart_theme_light;
  cairo_surface_t *surface =
      draw_image (hr_capacity_chart_draw, capacity, theme, WIDTH, HEIGHT);
  /* The benchmark of 16 stands on a line of the grid. */
  double x = middle (place_of (capacity, 0, HR_CAPACITY_MARK_BENCHMARK));
  cairo_rectangle_t words = place_of (capacity, 0, HR_CAPACITY_MARK_BENCHMARK_TEXT);

  g_assert_cmpfloat (get_distance (get_pixel (surface, x, words.y - 2), theme->paper), >,
                     0.05);
  for (double y = words.y + 1; y < words.y + words.height / 5; y++)
    assert_pixel (surface, x, y, theme->paper);
  cairo_surface_destroy (surface);
}

static void
test_find (void)
{
  g_autoptr (HrCapacity) capacity = MAKE_CAPACITY (SAMPLE);
  HrChartTheme themes[] = { hr_chart_theme_light, mirrored (&hr_chart_theme_light) };

  for (guint t = 0; t < G_N_ELEMENTS (themes); t++)
    for (guint i = 0; i < G_N_ELEMENTS (SAMPLE); i++)
      for (guint mark = 0; mark < HR_CAPACITY_MARK_REASON_TEXT; mark++)
        {
          cairo_rectangle_t place;
          guint found;

          g_assert_true (hr_capacity_chart_place (capacity, &themes[t], WIDTH, HEIGHT, i,
                                                  mark, &place));
          g_assert_true (hr_capacity_chart_find (capacity, &themes[t], WIDTH, HEIGHT,
                                                 middle (place),
                                                 place.y + place.height / 2, &found));
          g_assert_cmpuint (found, ==, i);
        }
  for (guint t = 0; t < G_N_ELEMENTS (themes); t++)
    {
      guint found;

      g_assert_false (
          hr_capacity_chart_find (capacity, &themes[t], WIDTH, HEIGHT, 20, 20, &found));
      g_assert_false (hr_capacity_chart_find (capacity, &themes[t], WIDTH, HEIGHT, 500,
                                              HEIGHT - 20, &found));
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
    int segment;
  } cases[] = {
    { ONE, 1, "Enterprise needs 0.8 more people than it has", 0 },
    { SAMPLE, 4, "Mid-market needs 4.0 more people than it has", 1 },
    { SPARE, 4, "Every segment has the people it needs, and Enterprise has 2.2", 0 },
    { NOTHING, 2, "Enterprise has no answer", -1 },
    { ONE, 0, "There are no segments", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HrCapacity) capacity = make_capacity (cases[i].rows, cases[i].n);
      g_autofree char *title = hr_capacity_chart_get_title (capacity);

      g_assert_true (g_str_has_prefix (title, cases[i].title));
      g_assert_cmpint (hr_finding_get_segment (capacity), ==, cases[i].segment);
    }
}

static void
test_description (void)
{
  g_autoptr (HrCapacity) capacity = MAKE_CAPACITY (MISSING);
  g_autofree char *text = hr_capacity_chart_describe (capacity);
  static const char *const parts[] = {
    "ARR unknown needs 0.9 more people than it has",
    " Enterprise: $32.0M ARR, 4.8 needed, 4 today, 16.0 benchmark, 0.8 short.",
    " No journey yet: $19.6M ARR, – The journey has no touchpoints yet, 5 today",
    " ARR unknown: – The ARR is not given, 3.9 needed, 3 today, no benchmark",
    " No benchmark: $8.00M ARR, 2.5 needed, 3 today, no benchmark, 0.5 spare.",
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    assert_contains (text, parts[i]);
}

static void
test_words_of_the_picture (void)
{
  g_autoptr (HrCapacity) capacity = MAKE_CAPACITY (SAMPLE);
  g_autofree char *text =
      read_words (hr_capacity_chart_draw, capacity, &hr_chart_theme_print, 700, 320);
  static const char *const parts[] = {
    "Mid-market needs 4.0 more people than it has",
    "People per segment (CSM, full-time): needed for the journey (bar), today (line)",
    "and paid for by the benchmark (diamond)",
    "Enterprise",
    "$19.6M ARR",
    "9.0 needed",
    "5 today",
    "16.0 benchmark",
    "0.9 short",
    "1,065 h per CSM and year, assumed; $2M ARR per CSM, benchmark",
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    assert_contains (text, parts[i]);
}

static void
test_assumptions_that_differ (void)
{
  g_autoptr (HrCapacity) capacity = MAKE_CAPACITY (MIXED_BENCHMARKS);
  g_autofree char *text =
      read_words (hr_capacity_chart_draw, capacity, &hr_chart_theme_print, 900, 420);

  assert_contains (text,
                   "$2M to $4M ARR per CSM, benchmark; 80 customers per CSM, assumed");
}

static HrCapacity *
make_tagged (const char *const *measured, const char *source)
{
  const HrTag tag = { .kind = HR_TAG_MEASURED, .source = source };
  g_autoptr (HrPlan) plan = hr_test_plan_new_of_figures (SAMPLE, 1);
  g_autoptr (HrSegmentation) segmentation = hr_segmentation_new (plan);
  HrItem *role = hr_list_get (plan->roles, 0);

  for (guint i = 0; measured[i] != NULL; i++)
    {
      g_autoptr (HrTags) tags = hr_tags_with (hr_item_get_tags (role), measured[i], &tag);

      g_object_set (role, "tags", tags, NULL);
    }
  return hr_capacity_new (plan, segmentation, HR_JOURNEY_REDESIGNED);
}

/* A result is as certain as the least certain figure that went into it. */
static void
test_assumptions_are_as_certain_as_their_inputs (void)
{
  static const char *const all[] = { "annual-hours", "leave-hours", "internal-hours",
                                     "realisation", NULL };
  static const char *const some[] = { "annual-hours", "internal-hours", NULL };
  g_autoptr (HrCapacity) certain = make_tagged (all, "HR");
  g_autoptr (HrCapacity) doubtful = make_tagged (some, "HR");
  g_autofree char *yes =
      read_words (hr_capacity_chart_draw, certain, &hr_chart_theme_print, 700, 320);
  g_autofree char *no =
      read_words (hr_capacity_chart_draw, doubtful, &hr_chart_theme_print, 700, 320);

  assert_contains (yes, "1,065 h per CSM and year, measured: HR;");
  assert_contains (no, "1,065 h per CSM and year, assumed;");
  assert_contains (yes, "needed for the redesigned journey (bar)");
}

/* Two benchmarks of different sources have no source in common to name. */
static void
test_assumptions_of_other_limits (void)
{
  const HrTag board = { .kind = HR_TAG_BENCHMARK, .source = "Board", .year = 2026 };
  const HrTag survey = { .kind = HR_TAG_BENCHMARK, .source = "Survey", .year = 2025 };
  const HrTag *sources[] = { &board, &survey };
  g_autoptr (HrPlan) plan = hr_test_plan_new_of_figures (NOTHING, 2);
  g_autoptr (HrSegmentation) segmentation = NULL;
  g_autoptr (HrCapacity) capacity = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      g_autoptr (HrTags) tags =
          hr_tags_with (NULL, "limits-new-customers-per-month-per-fte", sources[i]);

      g_object_set (hr_list_get (plan->segments, i), "new-customers-per-year", 24.0,
                    "limits-new-customers-per-month-per-fte", 1.5 + i, "tags", tags,
                    NULL);
    }
  segmentation = hr_segmentation_new (plan);
  capacity = hr_capacity_new (plan, segmentation, HR_JOURNEY_CURRENT);
  text = read_words (hr_capacity_chart_draw, capacity, &hr_chart_theme_print, 700, 320);
  assert_contains (text, "1.5 to 2.5 new customers per CSM and month, benchmark");
  g_assert_null (strstr (text, "Board"));
  g_assert_null (strstr (text, "Survey"));
}

static void
test_parts_of_people (void)
{
  g_autoptr (HrCapacity) capacity = MAKE_CAPACITY (TWO);
  g_autofree char *text = hr_capacity_chart_describe (capacity);

  assert_contains (text, "14.1 needed, 15 today");
  assert_contains (text, "10.5 needed, 10.5 today");
}

static void
test_streams (void)
{
  assert_streams (hr_capacity_chart_draw);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/charts/capacity/values", test_marks_lie_at_their_values);
  g_test_add_func ("/charts/capacity/spare", test_spare_lies_behind_the_bar);
  g_test_add_func ("/charts/capacity/labels", test_values_stand_at_their_marks);
  g_test_add_func ("/charts/capacity/labels/crowded", test_crowded_values_move_apart);
  g_test_add_func ("/charts/capacity/missing", test_missing_marks_are_not_shown);
  g_test_add_func ("/charts/capacity/layout", test_nothing_overlaps_or_sticks_out);
  g_test_add_func ("/charts/capacity/random", test_random_plans);
  g_test_add_func ("/charts/capacity/mirror", test_right_to_left_is_a_mirror);
  g_test_add_func ("/charts/capacity/narrow", test_narrow_is_stacked);
  g_test_add_func ("/charts/capacity/slide", test_slide_letters_keep_their_size);
  g_test_add_func ("/charts/capacity/height", test_natural_height_has_room_for_all);
  g_test_add_func ("/charts/capacity/columns",
                   test_little_height_keeps_values_in_columns);
  g_test_add_func ("/charts/capacity/columns/ticks",
                   test_wide_ticks_keep_clear_of_columns);
  g_test_add_func ("/charts/capacity/pixels/light", test_pixels_light);
  g_test_add_func ("/charts/capacity/pixels/dark", test_pixels_dark);
  g_test_add_func ("/charts/capacity/pixels/high-contrast", test_pixels_high_contrast);
  g_test_add_func ("/charts/capacity/pixels/spare", test_spare_is_empty);
  g_test_add_func ("/charts/capacity/pixels/words", test_no_line_runs_through_words);
  g_test_add_func ("/charts/capacity/find", test_find);
  g_test_add_func ("/charts/capacity/titles", test_titles);
  g_test_add_func ("/charts/capacity/description", test_description);
  g_test_add_func ("/charts/capacity/words", test_words_of_the_picture);
  g_test_add_func ("/charts/capacity/assumptions", test_assumptions_that_differ);
  g_test_add_func ("/charts/capacity/assumptions/certainty",
                   test_assumptions_are_as_certain_as_their_inputs);
  g_test_add_func ("/charts/capacity/assumptions/limits",
                   test_assumptions_of_other_limits);
  g_test_add_func ("/charts/capacity/parts", test_parts_of_people);
  g_test_add_func ("/charts/capacity/streams", test_streams);

  return g_test_run ();
}
