/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hr-plan.h"

G_BEGIN_DECLS

#define HR_TYPE_CONDITION_EDITOR (hr_condition_editor_get_type ())
G_DECLARE_FINAL_TYPE (
    HrConditionEditor, hr_condition_editor, HR, CONDITION_EDITOR, AdwBin)

GtkWidget *hr_condition_editor_new (HrPlan *plan,
                                    const HrRule *condition) G_GNUC_WARN_UNUSED_RESULT;
void hr_condition_editor_set_rule (HrConditionEditor *self, const HrRule *condition);
const HrRule *hr_condition_editor_get_rule (HrConditionEditor *self);

G_END_DECLS
