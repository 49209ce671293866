/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-scale.h"

#include <math.h>

static double
round_step (double least)
{
  double power = pow (10, floor (log10 (least)));

  for (guint i = 0; i < 3; i++)
    {
      static const double digits[] = { 1, 2, 5 };

      if (digits[i] * power >= least * (1 - 1e-9))
        return digits[i] * power;
    }
  return 10 * power;
}

/**
 * hr_scale_new:
 * @maximum: the largest value to show; a scale of nothing reaches to 1
 * @most_ticks: how many steps there is room for
 *
 * Makes a scale whose ticks stand at round numbers.
 */
HrScale
hr_scale_new (double maximum, double most_ticks)
{
  HrScale self = { .maximum = isfinite (maximum) && maximum > 0 ? maximum : 1 };

  self.step = round_step (self.maximum / fmax (most_ticks, 1));
  self.n_ticks = 1 + (guint) floor (self.maximum / self.step + 1e-9);
  return self;
}

/**
 * hr_scale_to:
 * @self: a scale
 * @value: a value
 * @length: the length of the axis
 *
 * Says how far along the axis a value lies.
 */
double
hr_scale_to (const HrScale *self, double value, double length)
{
  return value / self->maximum * length;
}

/**
 * hr_scale_get_decimals:
 * @self: a scale
 *
 * Says how many decimals tell its ticks apart.
 */
guint
hr_scale_get_decimals (const HrScale *self)
{
  double decimals = -floor (log10 (self->step) + 1e-9);

  return (guint) CLAMP (decimals, 0, 9);
}
