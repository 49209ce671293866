/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-playbook-step.h"

#include <glib/gi18n-lib.h>

#include "hr-role.h"

/* clang-format off */
static HrField FIELDS[] = {
  FIELD_TEXT (HrPlaybookStep, name, N_ ("name"), .flags = HR_FIELD_REQUIRED),
  FIELD_REF (HrPlaybookStep, owner, N_ ("owner"), hr_role_get_type),
  FIELD_INTEGER (HrPlaybookStep, days, N_ ("days"), HR_UNIT_DAYS, 0, 3650, 0),
};
/* clang-format on */

HR_DEFINE_ITEM (HrPlaybookStep, hr_playbook_step, N_ ("step"))
