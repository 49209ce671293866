/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-role.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "hr-enums.h"

/* clang-format off */
static HrField FIELDS[] = {
  FIELD_TEXT (HrRole, name, N_ ("name"), .flags = HR_FIELD_REQUIRED),
  FIELD_NUMBER (HrRole, annual_hours, N_ ("paid hours per year"), HR_UNIT_HOURS, 0, 8784,
                2080, .flags = HR_FIELD_FIGURE),
  FIELD_NUMBER (HrRole, leave_hours, N_ ("leave hours per year"), HR_UNIT_HOURS, 0, 8784,
                200, .flags = HR_FIELD_FIGURE),
  FIELD_NUMBER (HrRole, internal_hours, N_ ("internal hours per year"), HR_UNIT_HOURS, 0,
                8784, NAN, .flags = HR_FIELD_OPTIONAL | HR_FIELD_FIGURE),
  FIELD_NUMBER (HrRole, internal_share, N_ ("internal share of paid hours"),
                HR_UNIT_SHARE,
                0, 1, 1.0 / 3, .flags = HR_FIELD_FIGURE),
  FIELD_NUMBER (HrRole, realisation, N_ ("realisation"), HR_UNIT_SHARE, 0, 1, 1,
                .flags = HR_FIELD_FIGURE),
  FIELD_MONEY (HrRole, annual_cost, N_ ("loaded annual cost"), 0,
               .flags = HR_FIELD_FIGURE),
  FIELD_MONEY (HrRole, tool_cost, N_ ("tool cost per head"), 0, .flags = HR_FIELD_FIGURE),
  FIELD_NUMBER (HrRole, headcount, N_ ("headcount"), HR_UNIT_PEOPLE, 0, 1e6, 0,
                .flags = HR_FIELD_FIGURE),
  FIELD_NUMBER (HrRole, ramp_months, N_ ("ramp time"), HR_UNIT_MONTHS, 0, 60, 0,
                .flags = HR_FIELD_FIGURE),
  FIELD_NUMBER (HrRole, ramp_productivity, N_ ("mean productivity while ramping"),
                HR_UNIT_SHARE, 0, 1, 0.5, .flags = HR_FIELD_FIGURE),
};
/* clang-format on */

HR_DEFINE_ITEM (HrRole, hr_role, N_ ("role"))
