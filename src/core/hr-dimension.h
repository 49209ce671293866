/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-item.h"

G_BEGIN_DECLS

/**
 * HrDimension:
 *
 * The part of a scorecard that belongs to one persona.
 */
#define HR_TYPE_DIMENSION (hr_dimension_get_type ())
G_DECLARE_FINAL_TYPE (HrDimension, hr_dimension, HR, DIMENSION, HrItem)

struct _HrDimension
{
  HrItem parent_instance;

  char *const persona;
  const double weight;
  HrList *const metrics;
};

G_END_DECLS
