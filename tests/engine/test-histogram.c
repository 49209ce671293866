/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-histogram.h"

#include "test-engine.h"

/* How many accounts have which value, and along which axis. */

static HrColumn *
new_money (const double *major, guint n)
{
  HrColumnBuilder *builder = hr_column_builder_new (HR_COLUMN_ARR, HR_COLUMN_MONEY);

  for (guint i = 0; i < n; i++)
    if (isnan (major[i]))
      hr_column_builder_add_missing (builder);
    else
      hr_column_builder_add_money (builder, (gint64) (major[i] * 100));
  return hr_column_builder_end (builder, NULL);
}

#define NEW_MONEY(values) new_money (values, G_N_ELEMENTS (values))

static void
test_log (void)
{
  static const double values[] = { 1200, 9500, 9500, 31000, 0, NAN, 870000 };
  g_autoptr (HrColumn) column = NEW_MONEY (values);
  g_autoptr (HrHistogram) made = hr_histogram_new (column, NULL, 0, 3);

  g_assert_true (made->axis.is_log);
  assert_close (made->axis.lowest, 1000);
  assert_close (made->axis.highest, 900000);
  g_assert_cmpuint (made->n_values, ==, 6);
  g_assert_cmpuint (made->n_missing, ==, 1);
  g_assert_cmpuint (made->bins[0], ==, 4); /* with the one that has no logarithm */
  g_assert_cmpuint (made->bins[1], ==, 1);
  g_assert_cmpuint (made->bins[2], ==, 1);
  g_assert_cmpuint (made->most, ==, 4);
}

static void
test_linear (void)
{
  static const double values[] = { 10, 20, 20, 90 };
  g_autoptr (HrColumn) column = NEW_MONEY (values);
  g_autoptr (HrHistogram) made = hr_histogram_new (column, NULL, 0, 9);

  g_assert_false (made->axis.is_log);
  assert_close (made->axis.lowest, 0);
  assert_close (made->axis.highest, 90);
  g_assert_cmpuint (made->bins[1], ==, 1);
  g_assert_cmpuint (made->bins[2], ==, 2);
  g_assert_cmpuint (made->bins[8], ==, 1); /* at the very end */
}

/* There is an axis even where there is nothing to show. */
static void
test_nothing (void)
{
  static const double missing[] = { NAN, NAN }, zeros[] = { 0, 0 }, same[] = { 5, 5 };
  const double *const all[] = { missing, zeros, same };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autoptr (HrColumn) column = new_money (all[i], 2);
      g_autoptr (HrHistogram) made = hr_histogram_new (column, NULL, 0, 4);

      g_assert_cmpfloat (made->axis.highest, >, made->axis.lowest);
      g_assert_cmpuint (made->n_values, ==, i == 0 ? 0 : 2);
      g_assert_cmpuint (made->most, ==, made->n_values);
    }
}

static const HrValueAxis LOG = { 1000, 1000000, TRUE };
static const HrValueAxis LINEAR = { 0, 500, FALSE };

static void
test_rounding (void)
{
  assert_close (hr_value_axis_round (&LOG, 74812), 75000);
  assert_close (hr_value_axis_round (&LOG, 99700), 100000);
  assert_close (hr_value_axis_round (&LOG, 1234), 1200);
  assert_close (hr_value_axis_round (&LINEAR, 203.4), 205);
  g_assert_cmpfloat (hr_value_axis_round (&(HrValueAxis) { 0, 1, FALSE }, 0.351), ==,
                     0.35);

  assert_close (hr_value_axis_step (&LOG, 75000, 1), 76000);
  assert_close (hr_value_axis_step (&LOG, 75500, 1), 76000);
  assert_close (hr_value_axis_step (&LOG, 75500, -1), 75000);
  assert_close (hr_value_axis_step (&LOG, 100000, 1), 110000);
  assert_close (hr_value_axis_step (&LOG, 100000, -1), 99000);
  assert_close (hr_value_axis_step (&LOG, 98000, 10), 180000);
  assert_close (hr_value_axis_step (&LOG, 1000, -1), 1000);
  assert_close (hr_value_axis_step (&LOG, 1000000, 1), 1000000);
  assert_close (hr_value_axis_step (&LINEAR, 0, 3), 15);
  assert_close (hr_value_axis_step (&LINEAR, 10, -5), 0);
}

/* From one end to the other by key, and back. */
static void
test_steps (void)
{
  const HrValueAxis *const axes[] = { &LOG, &LINEAR };

  for (guint i = 0; i < G_N_ELEMENTS (axes); i++)
    for (int way = -1; way <= 1; way += 2)
      {
        double value = way > 0 ? axes[i]->lowest : axes[i]->highest;
        double end = way > 0 ? axes[i]->highest : axes[i]->lowest;
        guint n = 0;

        for (; value != end; n++)
          {
            double next = hr_value_axis_step (axes[i], value, way);

            g_assert_cmpfloat ((next - value) * way, >, 0);
            g_assert_cmpuint (n, <, 1000);
            assert_close (next, hr_value_axis_round (axes[i], next));
            value = next;
          }
        g_assert_cmpuint (n, ==, i == 0 ? 270 : 100);
      }
}

/* Of any column: there and back along the axis, and each account in one bin. */
static void
test_chance (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);

  for (guint round = 0; round < 300; round++)
    {
      guint n = (guint) g_rand_int_range (rand, 1, 200), sum = 0, missing = 0;
      guint n_bins = (guint) g_rand_int_range (rand, 1, 60);
      double low = g_rand_double_range (rand, -2, 6), high = low + g_rand_int (rand) % 6;
      g_autofree double *values = g_new (double, n);
      g_autoptr (HrColumn) column = NULL;
      g_autoptr (HrHistogram) made = NULL;

      for (guint i = 0; i < n; i++)
        {
          values[i] = g_rand_int (rand) % 7 == 0
                          ? NAN
                          : pow (10, low + (high - low) * g_rand_double (rand));
          values[i] *= g_rand_int (rand) % 50 == 0 ? -1 : 1;
          missing += isnan (values[i]);
        }
      column = new_money (values, n);
      made = hr_histogram_new (column, NULL, 0, n_bins);
      for (guint i = 0; i < n_bins; i++)
        sum += (guint) made->bins[i];
      g_assert_cmpuint (sum, ==, made->n_values);
      g_assert_cmpuint (made->n_missing, ==, missing);
      g_assert_cmpuint (made->n_values + missing, ==, n);
      for (guint i = 0; i <= 20; i++)
        {
          double value = hr_value_axis_from_share (&made->axis, i / 20.0);

          g_assert_cmpfloat_with_epsilon (hr_value_axis_to_share (&made->axis, value),
                                          i / 20.0, 1e-9);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/histogram/log", test_log);
  g_test_add_func ("/histogram/linear", test_linear);
  g_test_add_func ("/histogram/nothing", test_nothing);
  g_test_add_func ("/histogram/rounding", test_rounding);
  g_test_add_func ("/histogram/steps", test_steps);
  g_test_add_func ("/histogram/chance", test_chance);
  return g_test_run ();
}
