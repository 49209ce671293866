/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-item.h"

G_BEGIN_DECLS

/**
 * HrRole:
 *
 * A kind of employee, and the hours and money of one full-time equivalent.
 */
#define HR_TYPE_ROLE (hr_role_get_type ())
G_DECLARE_FINAL_TYPE (HrRole, hr_role, HR, ROLE, HrItem)

struct _HrRole
{
  HrItem parent_instance;

  char *const name;
  const double annual_hours;
  const double leave_hours;
  const double internal_hours; /* if given, counts instead of the share */
  const double internal_share;
  const double realisation;
  const gint64 annual_cost;
  const gint64 tool_cost;
  const double headcount;
  const double ramp_months;
  const double ramp_productivity;
};

G_END_DECLS
