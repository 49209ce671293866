/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hr-plan.h"

G_BEGIN_DECLS

#define HR_TYPE_RULE_LIST (hr_rule_list_get_type ())
G_DECLARE_FINAL_TYPE (HrRuleList, hr_rule_list, HR, RULE_LIST, AdwBin)

void hr_rule_list_set_rule (HrRuleList *self, HrPlan *plan, const HrRule *rule);
HrRule *hr_rule_list_get_rule (HrRuleList *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
