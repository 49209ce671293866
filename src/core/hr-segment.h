/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-item.h"
#include "hr-rule.h"

G_BEGIN_DECLS

/**
 * HrSegment:
 *
 * A group of accounts that are served the same way. The first segment in the plan's list
 * whose rule matches an account has it.
 */
#define HR_TYPE_SEGMENT (hr_segment_get_type ())
G_DECLARE_FINAL_TYPE (HrSegment, hr_segment, HR, SEGMENT, HrItem)

struct _HrSegment
{
  HrItem parent_instance;

  char *const name;
  char *const colour;
  const HrEngagementModel engagement_model;
  char *const description;
  const HrSegmentSource source;
  const double customers; /* as typed; counted ones are the engine's */
  const gint64 arr;       /* as typed */
  const double new_customers_per_year;
  const double lifetime_years;
  const double complexity;
  char *const book_role; /* who carries the accounts */
  const double headcount;
  const gboolean dedicated;
  const struct
  {
    gint64 arr_per_fte;
    double customers_per_fte;
    double new_customers_per_month_per_fte;
  } limits; /* top-down; not given is no limit */
  const HrRule *const rule;
};

G_END_DECLS
