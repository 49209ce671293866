/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-playbook.h"

#include <glib/gi18n-lib.h>

#include "hr-enums.h"
#include "hr-playbook-step.h"
#include "hr-role.h"

/* clang-format off */
static HrField FIELDS[] = {
  FIELD_TEXT (HrPlaybook, name, N_ ("name"), .flags = HR_FIELD_REQUIRED),
  FIELD_ENUM (HrPlaybook, kind, N_ ("kind"), hr_playbook_kind_get_type,
              HR_PLAYBOOK_TRANSITION),
  FIELD_TEXT (HrPlaybook, trigger, N_ ("trigger")),
  FIELD_REF (HrPlaybook, owner, N_ ("owner"), hr_role_get_type),
  FIELD_LIST (HrPlaybook, steps, N_ ("steps"), hr_playbook_step_get_type),
};
/* clang-format on */

HR_DEFINE_ITEM (HrPlaybook, hr_playbook, N_ ("playbook"))
