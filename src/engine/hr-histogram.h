/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-segmentation.h"

G_BEGIN_DECLS

/**
 * HrValueAxis:
 * @lowest: the value at its begin
 * @highest: the value at its end; more than @lowest
 * @is_log: whether equal lengths are equal ratios; then @lowest is above zero
 *
 * Values along a line.
 */
typedef struct
{
  double lowest;
  double highest;
  gboolean is_log;
} HrValueAxis;

double hr_value_axis_to_share (const HrValueAxis *self, double value);
double hr_value_axis_from_share (const HrValueAxis *self, double share);
double hr_value_axis_round (const HrValueAxis *self, double value);
double hr_value_axis_step (const HrValueAxis *self, double value, int steps);

/**
 * HrHistogram:
 * @axis: what it lies along
 * @n_values: accounts that are counted
 * @n_missing: accounts whose value is not known; they are in no bin
 * @n_bins: of equal length along the axis
 * @most: accounts of the fullest bin
 * @bins: (array length=n_bins): accounts of each; what lies beyond an end of the axis is
 *   in the bin at that end
 *
 * How many accounts have which value. Immutable.
 */
typedef struct
{
  HrValueAxis axis;
  gsize n_values;
  gsize n_missing;
  guint n_bins;
  gsize most;
  gsize bins[];
} HrHistogram;

HrHistogram *hr_histogram_new (const HrColumn *column,
                               const HrSegmentation *segmentation,
                               guint16 segment,
                               guint n_bins) G_GNUC_WARN_UNUSED_RESULT;
void hr_histogram_free (HrHistogram *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HrHistogram, hr_histogram_free)

G_END_DECLS
