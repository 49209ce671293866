/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-plan.h"

G_BEGIN_DECLS

/**
 * HrTestFigures:
 * @name: of the segment
 * @customers: or NAN for not given
 * @arr: in major units, or NAN for not given
 * @needed: people that its journey takes; NAN for a segment without a journey
 * @today: its headcount
 * @arr_per_fte: its benchmark in major units, or NAN for none
 * @customers_per_fte: another benchmark, or 0 for none
 *
 * What the answer for a segment shall be.
 */
typedef struct
{
  const char *name;
  double customers;
  double arr;
  double needed;
  double today;
  double arr_per_fte;
  double customers_per_fte;
} HrTestFigures;

HrPlan *hr_test_plan_new_of_figures (const HrTestFigures *segments,
                                     guint n) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
