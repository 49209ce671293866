/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-histogram.h"

#include <math.h>

/* Where the largest value is that many times the smallest, equal ratios tell more than
 * equal differences. */
#define LOG_SPREAD 50
/* Steps of a key along a linear axis. */
#define LINEAR_STEPS 100

/* ---- The axis ---- */

/**
 * hr_value_axis_to_share:
 * @self: an axis
 * @value: a value
 *
 * Says how far along the axis a value lies.
 *
 * Returns: from 0 to 1; values beyond an end lie at that end
 */
double
hr_value_axis_to_share (const HrValueAxis *self, double value)
{
  if (!(value > self->lowest))
    return 0;
  if (value >= self->highest)
    return 1;
  return self->is_log ? log (value / self->lowest) / log (self->highest / self->lowest)
                      : (value - self->lowest) / (self->highest - self->lowest);
}

double
hr_value_axis_from_share (const HrValueAxis *self, double share)
{
  share = CLAMP (share, 0, 1);
  return self->is_log ? self->lowest * pow (self->highest / self->lowest, share)
                      : self->lowest + share * (self->highest - self->lowest);
}

/* One, two or five times a power of ten. */
static double
round_step (double step)
{
  double power = pow (10, floor (log10 (step)));
  double digit = step / power;

  return (digit < 1.5 ? 1 : digit < 3.5 ? 2 : digit < 7.5 ? 5 : 10) * power;
}

/* What a value is rounded to: two digits along a log axis. */
static double
get_grain (const HrValueAxis *self, double value)
{
  if (!self->is_log)
    return round_step ((self->highest - self->lowest) / LINEAR_STEPS);
  return pow (10, floor (log10 (MAX (value, self->lowest)) + 1e-9) - 1);
}

/* Counted in grains, which for grains below one are divided rather than multiplied by:
 * 0.3 is 3 / 10, but not 3 × 0.1. */
static double
round_to (double value, double grain)
{
  return grain < 1 ? round (value / grain) / round (1 / grain)
                   : round (value / grain) * grain;
}

/**
 * hr_value_axis_round:
 * @self: an axis
 * @value: a value
 *
 * Gets the nearest value that a person would choose for a threshold: 75,000 rather than
 * 74,812.
 */
double
hr_value_axis_round (const HrValueAxis *self, double value)
{
  return round_to (value, get_grain (self, value));
}

/**
 * hr_value_axis_step:
 * @self: an axis
 * @value: a value
 * @steps: how many steps up, or down if below zero
 *
 * Gets the next round value, and the next but one, within the axis.
 */
double
hr_value_axis_step (const HrValueAxis *self, double value, int steps)
{
  for (int i = 0; i < ABS (steps); i++)
    {
      /* just below a power of ten the grains are finer */
      double grain =
          get_grain (self, steps < 0 ? value - get_grain (self, value) / 1e3 : value);
      double next = round_to (value, grain);

      if (steps > 0 ? next <= value : next >= value)
        next = round_to (value + (steps > 0 ? grain : -grain), grain);
      value = next;
    }
  return CLAMP (value, self->lowest, self->highest);
}

/* ---- The bins ---- */

/* In major units, as rules have it; NAN where it is missing. */
static double
get_value (const HrColumn *column, gsize row)
{
  if (hr_column_is_missing (column, row))
    return NAN;
  return hr_column_get_column_type (column) == HR_COLUMN_MONEY
             ? (double) hr_column_get_money (column)[row] / 100
             : hr_column_get_numbers (column)[row];
}

typedef struct
{
  double least;
  double least_positive;
  double most;
} Range;

static HrValueAxis
make_axis (const Range *range)
{
  HrValueAxis axis = { .lowest = MIN (range->least, 0), .highest = MAX (range->most, 0) };
  double step;

  if (range->least >= 0 && range->most >= LOG_SPREAD * range->least_positive)
    {
      step = pow (10, floor (log10 (range->least_positive) + 1e-9));
      axis.lowest = floor (range->least_positive / step + 1e-9) * step;
      step = pow (10, floor (log10 (range->most) + 1e-9));
      axis.highest = ceil (range->most / step - 1e-9) * step;
      axis.is_log = TRUE;
      return axis;
    }
  if (!(axis.highest > axis.lowest))
    return (HrValueAxis) { 0, 1, FALSE };
  step = round_step ((axis.highest - axis.lowest) / 20);
  axis.lowest = floor (axis.lowest / step + 1e-9) * step;
  axis.highest = ceil (axis.highest / step - 1e-9) * step;
  return axis;
}

static gboolean
counts (const guint16 *assignment, guint16 segment, gsize row)
{
  return assignment == NULL || assignment[row] == segment;
}

static Range
find_range (const HrColumn *column, const guint16 *assignment, guint16 segment)
{
  Range range = { INFINITY, INFINITY, -INFINITY };

  for (gsize i = 0; i < hr_column_get_n (column); i++)
    {
      double value = counts (assignment, segment, i) ? get_value (column, i) : NAN;

      if (isnan (value))
        continue;
      range.least = fmin (range.least, value);
      range.most = fmax (range.most, value);
      if (value > 0)
        range.least_positive = fmin (range.least_positive, value);
    }
  if (range.least > range.most)
    range = (Range) { 0, INFINITY, 0 };
  return range;
}

static void
count (HrHistogram *self,
       const HrColumn *column,
       const guint16 *assignment,
       guint16 segment)
{
  for (gsize i = 0; i < hr_column_get_n (column); i++)
    {
      double value, share;
      gsize *bin;

      if (!counts (assignment, segment, i))
        continue;
      value = get_value (column, i);
      if (isnan (value))
        {
          self->n_missing++;
          continue;
        }
      share = hr_value_axis_to_share (&self->axis, value);
      bin = &self->bins[MIN ((guint) (share * self->n_bins), self->n_bins - 1)];
      self->n_values++;
      if (++*bin > self->most)
        self->most = *bin;
    }
}

/**
 * hr_histogram_new:
 * @column: a column of money or numbers; money is counted in major units
 * @segmentation: (nullable): of the same accounts; %NULL counts all of them
 * @segment: whose accounts count, or %HR_SEGMENT_UNASSIGNED
 * @n_bins: how many, at least one
 *
 * Counts how many accounts have which value.
 *
 * Returns: (transfer full): a histogram
 */
HrHistogram *
hr_histogram_new (const HrColumn *column,
                  const HrSegmentation *segmentation,
                  guint16 segment,
                  guint n_bins)
{
  const guint16 *assignment =
      segmentation != NULL ? hr_segmentation_get_assignment (segmentation) : NULL;
  HrHistogram *self;
  Range range;

  g_return_val_if_fail (n_bins > 0, NULL);

  range = find_range (column, assignment, segment);
  self = g_malloc0 (sizeof (HrHistogram) + n_bins * sizeof (gsize));
  self->axis = make_axis (&range);
  self->n_bins = n_bins;
  count (self, column, assignment, segment);
  return self;
}

void
hr_histogram_free (HrHistogram *self)
{
  g_free (self);
}
