/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hr-plan.h"

G_BEGIN_DECLS

#define HR_TYPE_CONDITION_ROW (hr_condition_row_get_type ())
G_DECLARE_FINAL_TYPE (
    HrConditionRow, hr_condition_row, HR, CONDITION_ROW, AdwPreferencesRow)

GtkWidget *hr_condition_row_new (HrPlan *plan,
                                 const HrRule *condition) G_GNUC_WARN_UNUSED_RESULT;
void hr_condition_row_set_rule (HrConditionRow *self, const HrRule *condition);
const HrRule *hr_condition_row_get_rule (HrConditionRow *self);

G_END_DECLS
