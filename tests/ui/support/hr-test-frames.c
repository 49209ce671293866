/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-test-frames.h"

#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "hr-test-ui.h"

static void
began_cb (GdkFrameClock *clock, HrTestFrames *self)
{
  self->began = hr_test_get_work ();
}

static void
painted_cb (GdkFrameClock *clock, HrTestFrames *self)
{
  double work = hr_test_get_work () - self->began;

  g_array_append_val (self->work, work);
}

/**
 * hr_test_frames_new:
 * @window: a window that is shown
 *
 * Measures the frames of a window from now on.
 */
HrTestFrames *
hr_test_frames_new (gpointer window)
{
  HrTestFrames *self = g_new0 (HrTestFrames, 1);

  self->clock = g_object_ref (gtk_widget_get_frame_clock (window));
  self->work = g_array_new (FALSE, FALSE, sizeof (double));
  g_signal_connect (self->clock, "before-paint", G_CALLBACK (began_cb), self);
  g_signal_connect (self->clock, "after-paint", G_CALLBACK (painted_cb), self);
  return self;
}

void
hr_test_frames_free (HrTestFrames *self)
{
  g_signal_handlers_disconnect_by_data (self->clock, self);
  g_object_unref (self->clock);
  g_array_unref (self->work);
  g_free (self);
}

/**
 * hr_test_frames_wait:
 * @self: frames
 *
 * Waits for the next frame to be painted.
 *
 * Returns: its work in milliseconds
 */
double
hr_test_frames_wait (HrTestFrames *self)
{
  guint before = self->work->len;

  hr_test_wait (self->work->len > before);
  return g_array_index (self->work, double, before);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return left < right ? -1 : left > right;
}

/**
 * hr_test_quantile:
 * @values: (element-type double): at least one; they are sorted
 * @share: 0.5 for the median
 *
 * Finds the value that so large a share of the values does not exceed.
 */
double
hr_test_quantile (GArray *values, double share)
{
  guint i = (guint) (share * (values->len - 1) + 0.5);

  g_array_sort (values, compare);
  return g_array_index (values, double, i);
}

void
hr_test_print_quantiles (const char *title, GArray *values)
{
  g_print ("%s: p50 %.2f ms, p99 %.2f ms, max %.2f ms of %u\n", title,
           hr_test_quantile (values, 0.5), hr_test_quantile (values, 0.99),
           hr_test_quantile (values, 1), values->len);
}

/**
 * hr_test_get_memory:
 *
 * Gets what this process occupies.
 *
 * Returns: resident megabytes
 */
double
hr_test_get_memory (void)
{
  g_autofree char *text = NULL;
  unsigned long all, resident;

  if (!g_file_get_contents ("/proc/self/statm", &text, NULL, NULL) ||
      sscanf (text, "%lu %lu", &all, &resident) != 2)
    g_error ("This system does not tell");
  return (double) resident * (double) sysconf (_SC_PAGESIZE) / 1e6;
}

/**
 * hr_test_get_work:
 *
 * Gets how long this thread has worked.
 *
 * Returns: milliseconds
 */
double
hr_test_get_work (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}
