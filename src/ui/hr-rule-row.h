/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hr-condition-editor.h"
#include "hr-rule-tree.h"

G_BEGIN_DECLS

#define HR_TYPE_RULE_ROW (hr_rule_row_get_type ())
G_DECLARE_FINAL_TYPE (HrRuleRow, hr_rule_row, HR, RULE_ROW, GtkListBoxRow)

GtkWidget *hr_rule_row_new (HrPlan *plan, GNode *node) G_GNUC_WARN_UNUSED_RESULT;
void hr_rule_row_set_node (HrRuleRow *self, GNode *node);
GNode *hr_rule_row_get_node (HrRuleRow *self);
gboolean hr_rule_row_fits (HrRuleRow *self, const GNode *node);
HrConditionEditor *hr_rule_row_get_condition (HrRuleRow *self);
void hr_rule_row_set_title (HrRuleRow *self, const char *title);
int hr_rule_row_get_indent (guint depth);
guint hr_rule_row_get_depth (HrRuleRow *self);

G_END_DECLS
