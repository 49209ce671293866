/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-stage.h"

#include <glib/gi18n-lib.h>

#include "hr-role.h"

/* clang-format off */
static HrField FIELDS[] = {
  FIELD_TEXT (HrStage, name, N_ ("name"), .flags = HR_FIELD_REQUIRED),
  FIELD_REF (HrStage, owner_role, N_ ("owner role"), hr_role_get_type),
  FIELD_TEXT (HrStage, goal, N_ ("goal")),
  FIELD_TEXT (HrStage, metric, N_ ("metric")),
  FIELD_TEXT (HrStage, target, N_ ("target")),
  FIELD_TEXT (HrStage, entry_criteria, N_ ("entry criteria")),
};
/* clang-format on */

HR_DEFINE_ITEM (HrStage, hr_stage, N_ ("stage"))
