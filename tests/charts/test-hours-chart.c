/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart-test.h"
#include "hr-hours-chart.h"

static const HrChartTheme *const THEME = &hr_chart_theme_light;

/* 2,000 paid − 200 leave − 600 internal − 240 lost = 960 for customers. */
static HrRole *
make_role (void)
{
  HrRole *role = hr_item_new (HR_TYPE_ROLE, "csm");

  g_object_set (role, "name", "CSM", "annual-hours", 2000.0, "leave-hours", 200.0,
                "internal-hours", 600.0, "realisation", 0.8, NULL);
  return role;
}

/* Lengths are as the hours, and each step begins where the one before has ended. */
static void
test_steps (void)
{
  g_autoptr (HrRole) role = make_role ();
  cairo_rectangle_t paid, before, place;

  g_assert_true (hr_hours_chart_place (role, THEME, 760, 300, HR_HOURS_PAID, &paid));
  before = (cairo_rectangle_t) { paid.x + paid.width, paid.y, 0, paid.height };
  for (guint i = HR_HOURS_LEAVE; i < HR_HOURS_CUSTOMERS; i++)
    {
      g_assert_true (hr_hours_chart_place (role, THEME, 760, 300, i, &place));
      g_assert_cmpfloat_with_epsilon (place.width / paid.width,
                                      hr_role_get_hours (role, i) / 2000, 1e-9);
      g_assert_cmpfloat_with_epsilon (place.x + place.width, before.x, 1e-6);
      g_assert_cmpfloat (place.y, >=, before.y + before.height);
      before = place;
    }
  g_assert_true (
      hr_hours_chart_place (role, THEME, 760, 300, HR_HOURS_CUSTOMERS, &place));
  g_assert_cmpfloat_with_epsilon (place.x, paid.x, 1e-6);
  g_assert_cmpfloat_with_epsilon (place.x + place.width, before.x, 1e-6);
}

static void
test_inside (void)
{
  static const double widths[] = { 280, 336, 640, 1100 };
  g_autoptr (HrRole) role = make_role ();

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      double height = hr_hours_chart_get_height (role, THEME, widths[i]);
      HrChartTheme other = mirrored (THEME);

      for (guint part = 0; part < HR_HOURS_N_PARTS; part++)
        {
          cairo_rectangle_t place, mirror;

          g_assert_true (
              hr_hours_chart_place (role, THEME, widths[i], height, part, &place));
          assert_inside (&place, widths[i], height);
          g_assert_true (
              hr_hours_chart_place (role, &other, widths[i], height, part, &mirror));
          assert_mirrored (&place, &mirror, widths[i]);
        }
    }
}

/* Where the words find no room beside the bars they stand above them. */
static void
test_stacked (void)
{
  g_autoptr (HrRole) role = make_role ();
  HrChartTheme large = *THEME;
  cairo_rectangle_t before, place;
  double height;

  large.size *= 2;
  height = hr_hours_chart_get_height (role, &large, 320);
  g_assert_true (
      hr_hours_chart_place (role, &large, 320, height, HR_HOURS_PAID, &before));
  g_assert_cmpfloat (before.width, >, 320 * 0.75);
  for (guint part = HR_HOURS_LEAVE; part < HR_HOURS_N_PARTS; part++)
    {
      g_assert_true (hr_hours_chart_place (role, &large, 320, height, part, &place));
      assert_inside (&place, 320, height);
      g_assert_cmpfloat (place.y - before.y - before.height, >=, large.size);
      before = place;
    }
}

/* What leave and internal work leave nothing of has no bar, and no bar is negative. */
static void
test_nothing_left (void)
{
  g_autoptr (HrRole) role = make_role ();
  g_autofree char *title = NULL;
  cairo_rectangle_t place;

  g_object_set (role, "internal-hours", 1900.0, NULL);
  title = hr_hours_chart_get_title (role);
  g_assert_cmpstr (title, ==, "Of 2,000 paid hours, none is left for customers");
  for (guint part = 0; part < HR_HOURS_N_PARTS; part++)
    if (hr_hours_chart_place (role, THEME, 760, 300, part, &place))
      assert_inside (&place, 760, 300);
  g_assert_false (
      hr_hours_chart_place (role, THEME, 760, 300, HR_HOURS_CUSTOMERS, &place));

  g_object_set (role, "annual-hours", 0.0, "leave-hours", 0.0, "internal-hours", 0.0,
                NULL);
  for (guint part = 0; part < HR_HOURS_N_PARTS; part++)
    g_assert_false (hr_hours_chart_place (role, THEME, 760, 300, part, &place));
}

static void
test_painting (void)
{
  g_autoptr (HrRole) role = make_role ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 760, 300);
  cairo_t *cr = cairo_create (surface);

  hr_hours_chart_draw (role, THEME, cr, 760, 300);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (guint part = 0; part < HR_HOURS_N_PARTS; part++)
    {
      cairo_rectangle_t place;

      hr_hours_chart_place (role, THEME, 760, 300, part, &place);
      assert_pixel (surface, place.x + place.width / 2, place.y + place.height / 2,
                    part == HR_HOURS_CUSTOMERS ? THEME->accent : THEME->muted);
      assert_pixel (surface, place.x + place.width / 2, place.y - 3, THEME->paper);
    }
  cairo_surface_destroy (surface);
}

static void
test_words (void)
{
  g_autoptr (HrRole) role = make_role ();
  g_autofree char *title = hr_hours_chart_get_title (role);
  g_autofree char *text = hr_hours_chart_describe (role);
  g_autofree char *internal = hr_hours_chart_explain (role, HR_HOURS_INTERNAL);
  g_autofree char *paid = hr_hours_chart_explain (role, HR_HOURS_PAID);

  g_assert_cmpstr (title, ==, "Of 2,000 paid hours, 960 are for customers");
  g_assert_cmpstr (text, ==,
                   "Of 2,000 paid hours, 960 are for customers. Paid: 2,000 h. "
                   "Leave: \u2212200 h. Internal work: \u2212600 h. "
                   "Lost to realisation: \u2212240 h. For customers: 960 h.");
  assert_contains (internal, "Internal work");
  assert_contains (internal, "30");
  g_assert_cmpstr (paid, ==, "Paid\n2,000 h");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  hr_format_set_locale ("en_US");
  g_test_add_func ("/hours-chart/steps", test_steps);
  g_test_add_func ("/hours-chart/inside", test_inside);
  g_test_add_func ("/hours-chart/stacked", test_stacked);
  g_test_add_func ("/hours-chart/nothing-left", test_nothing_left);
  g_test_add_func ("/hours-chart/painting", test_painting);
  g_test_add_func ("/hours-chart/words", test_words);
  return g_test_run ();
}
