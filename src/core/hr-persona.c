/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-persona.h"

#include <glib/gi18n-lib.h>

#include "hr-enums.h"
#include "hr-need.h"

/* clang-format off */
static HrField FIELDS[] = {
  FIELD_TEXT (HrPersona, name, N_ ("name"), .flags = HR_FIELD_REQUIRED),
  FIELD_ENUM (HrPersona, kind, N_ ("kind"), hr_persona_kind_get_type, HR_PERSONA_CUSTOM),
  FIELD_TEXT (HrPersona, goals, N_ ("goals")),
  FIELD_LIST (HrPersona, needs, N_ ("needs"), hr_need_get_type),
};
/* clang-format on */

HR_DEFINE_ITEM (HrPersona, hr_persona, N_ ("persona"))
