/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-plan.h"

G_BEGIN_DECLS

/* What people type behind a comparison ↔ the values of a condition. */
HrColumnType hr_condition_get_column_type (HrPlan *plan, const char *field);
HrColumnType hr_condition_guess_type (HrPlan *plan, const HrRule *condition);
const char *
hr_condition_get_operators (HrColumnType type, guint i, HrRuleOp *op, gboolean *known);
char *hr_condition_to_text (const HrRule *condition) G_GNUC_WARN_UNUSED_RESULT;
HrRule *hr_condition_parse (const char *field,
                            HrColumnType type,
                            HrRuleOp op,
                            const char *text,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *hr_condition_list_texts (HrPlan *plan, const char *field);
char *hr_condition_toggle_text (const char *list, const char *text);

G_END_DECLS
