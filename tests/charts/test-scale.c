/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "hr-scale.h"

static void
test_steps (void)
{
  static const struct
  {
    double maximum;
    double most_ticks;
    double step;
    guint n_ticks;
    guint decimals;
  } rows[] = {
    { 10, 5, 2, 6, 0 },
    { 10, 4, 5, 3, 0 },
    { 10, 10, 1, 11, 0 },
    { 9.99, 10, 1, 10, 0 },
    { 16, 6, 5, 4, 0 },
    { 32e6, 7, 5e6, 7, 0 },
    { 1, 5, 0.2, 6, 1 },
    { 0.4, 8, 0.05, 9, 2 },
    { 0.003, 3, 0.001, 4, 3 },
    { 400, 4, 100, 5, 0 },
    { 9e14, 4, 5e14, 2, 0 },
    { 7, 0.2, 10, 1, 0 },
    { 2.9999999999999996, 3, 1, 4, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      HrScale scale = hr_scale_new (rows[i].maximum, rows[i].most_ticks);

      g_test_message ("%g in %g", rows[i].maximum, rows[i].most_ticks);
      g_assert_cmpfloat (scale.maximum, ==, rows[i].maximum);
      g_assert_cmpfloat_with_epsilon (scale.step / rows[i].step, 1, 1e-9);
      g_assert_cmpuint (scale.n_ticks, ==, rows[i].n_ticks);
      g_assert_cmpuint (hr_scale_get_decimals (&scale), ==, rows[i].decimals);
    }
}

static void
test_nothing_to_show (void)
{
  const double maxima[] = { 0, -1, NAN, INFINITY };

  for (guint i = 0; i < G_N_ELEMENTS (maxima); i++)
    {
      HrScale scale = hr_scale_new (maxima[i], 5);

      g_assert_cmpfloat (scale.maximum, ==, 1);
      g_assert_cmpfloat (hr_scale_to (&scale, 0.5, 200), ==, 100);
    }
}

static void
test_lengths (void)
{
  HrScale scale = hr_scale_new (16, 8);

  g_assert_cmpfloat (hr_scale_to (&scale, 0, 320), ==, 0);
  g_assert_cmpfloat (hr_scale_to (&scale, 4, 320), ==, 80);
  g_assert_cmpfloat (hr_scale_to (&scale, 16, 320), ==, 320);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/charts/scale/steps", test_steps);
  g_test_add_func ("/charts/scale/nothing", test_nothing_to_show);
  g_test_add_func ("/charts/scale/lengths", test_lengths);

  return g_test_run ();
}
