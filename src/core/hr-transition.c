/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-transition.h"

#include <glib/gi18n-lib.h>

#include "hr-playbook.h"
#include "hr-role.h"
#include "hr-stage.h"

/* clang-format off */
static HrField FIELDS[] = {
  FIELD_REF (HrTransition, from_stage, N_ ("from stage"), hr_stage_get_type,
             .flags = HR_FIELD_REQUIRED),
  FIELD_REF (HrTransition, to_stage, N_ ("to stage"), hr_stage_get_type,
             .flags = HR_FIELD_REQUIRED),
  FIELD_REF (HrTransition, owner_before, N_ ("owner before"), hr_role_get_type),
  FIELD_REF (HrTransition, owner_after, N_ ("owner after"), hr_role_get_type),
  FIELD_TEXT (HrTransition, readiness, N_ ("readiness")),
  FIELD_TEXT (HrTransition, barriers, N_ ("barriers")),
  FIELD_TEXT (HrTransition, incentive, N_ ("incentive")),
  FIELD_REF (HrTransition, playbook, N_ ("playbook"), hr_playbook_get_type),
};
/* clang-format on */

HR_DEFINE_ITEM (HrTransition, hr_transition, N_ ("transition"))
