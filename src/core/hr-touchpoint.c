/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-touchpoint.h"

#include <glib/gi18n-lib.h>

#include "hr-enums.h"
#include "hr-persona.h"
#include "hr-role.h"
#include "hr-stage.h"

/* clang-format off */
static HrField FIELDS[] = {
  FIELD_TEXT (HrTouchpoint, name, N_ ("name"), .flags = HR_FIELD_REQUIRED),
  FIELD_REF (HrTouchpoint, stage, N_ ("stage"), hr_stage_get_type),
  FIELD_ENUM (HrTouchpoint, kind, N_ ("kind"), hr_touchpoint_kind_get_type,
              HR_TOUCHPOINT_RECURRING),
  FIELD_NUMBER (HrTouchpoint, times, N_ ("times"), HR_UNIT_TIMES, 0, 1e6, 1,
                .flags = HR_FIELD_FIGURE),
  FIELD_ENUM (HrTouchpoint, per, N_ ("per"), hr_period_get_type, HR_PERIOD_MONTH),
  FIELD_NUMBER (HrTouchpoint, prep_minutes, N_ ("preparation minutes"), HR_UNIT_MINUTES,
                0,
                1e6, 0, .flags = HR_FIELD_FIGURE),
  FIELD_NUMBER (HrTouchpoint, delivery_minutes, N_ ("delivery minutes"), HR_UNIT_MINUTES,
                0, 1e6, 0, .flags = HR_FIELD_FIGURE),
  FIELD_NUMBER (HrTouchpoint, follow_up_minutes, N_ ("follow-up minutes"),
                HR_UNIT_MINUTES,
                0, 1e6, 0, .flags = HR_FIELD_FIGURE),
  FIELD_NUMBER (HrTouchpoint, reach, N_ ("reach"), HR_UNIT_SHARE, 0, 1, 1,
                .flags = HR_FIELD_FIGURE),
  FIELD_NUMBER (HrTouchpoint, staff, N_ ("staff"), HR_UNIT_PEOPLE, 0, 1000, 1,
                .flags = HR_FIELD_FIGURE),
  FIELD_REF (HrTouchpoint, role, N_ ("role"), hr_role_get_type),
  FIELD_REFS (HrTouchpoint, personas, N_ ("personas"), hr_persona_get_type),
  FIELD_TEXT (HrTouchpoint, channel, N_ ("channel")),
  FIELD_INTEGER (HrTouchpoint, value, N_ ("value"), HR_UNIT_SCORE, 1, 5, 3),
  FIELD_INTEGER (HrTouchpoint, sentiment, N_ ("customer sentiment"), HR_UNIT_SCORE, -2, 2,
                 0),
  FIELD_INTEGER (HrTouchpoint, friction, N_ ("internal friction"), HR_UNIT_SCORE, 0, 3,
                 0),
  FIELD_TEXT (HrTouchpoint, notes, N_ ("notes")),
  FIELD_REF (HrTouchpoint, origin, N_ ("origin"), hr_touchpoint_get_type),
};
/* clang-format on */

HR_DEFINE_ITEM (HrTouchpoint, hr_touchpoint, N_ ("touchpoint"))
