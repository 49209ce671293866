/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-need.h"

#include <glib/gi18n-lib.h>

#include "hr-role.h"
#include "hr-stage.h"

/* clang-format off */
static HrField FIELDS[] = {
  FIELD_REF (HrNeed, stage, N_ ("stage"), hr_stage_get_type, .flags = HR_FIELD_REQUIRED),
  FIELD_TEXT (HrNeed, need, N_ ("need")),
  FIELD_TEXT (HrNeed, engagement, N_ ("engagement")),
  FIELD_REF (HrNeed, role, N_ ("role"), hr_role_get_type),
};
/* clang-format on */

HR_DEFINE_ITEM (HrNeed, hr_need, N_ ("need"))
