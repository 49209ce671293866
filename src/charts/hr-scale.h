/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A linear axis that begins at zero. */

/**
 * HrScale:
 * @maximum: the value at the far end; above zero
 * @step: between two ticks, 1, 2 or 5 times a power of ten
 * @n_ticks: how many ticks lie on it, the one at zero included
 */
typedef struct
{
  double maximum;
  double step;
  guint n_ticks;
} HrScale;

HrScale hr_scale_new (double maximum, double most_ticks);
double hr_scale_to (const HrScale *self, double value, double length);
guint hr_scale_get_decimals (const HrScale *self);

G_END_DECLS
