/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * HrTestFrames:
 * @work: (element-type double): of each frame, the milliseconds from its begin until it
 * is painted: what it has to do, not how long it waits for the display
 *
 * Measures the frames of a window.
 */
typedef struct
{
  GdkFrameClock *clock; /* (owned) */
  GArray *work;
  gint64 began;
} HrTestFrames;

HrTestFrames *hr_test_frames_new (gpointer window) G_GNUC_WARN_UNUSED_RESULT;
void hr_test_frames_free (HrTestFrames *self);
double hr_test_frames_wait (HrTestFrames *self);

double hr_test_quantile (GArray *values, double share);
void hr_test_print_quantiles (const char *title, GArray *values);
double hr_test_get_memory (void);
double hr_test_get_work (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HrTestFrames, hr_test_frames_free)

G_END_DECLS
