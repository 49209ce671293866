/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-plan.h"

G_BEGIN_DECLS

/* Plans for tests: two that are always the same, and whatever chance brings. */

HrPlan *hr_test_plan_new_worked_example (void) G_GNUC_WARN_UNUSED_RESULT;
HrPlan *hr_test_plan_new_full (void) G_GNUC_WARN_UNUSED_RESULT;
HrPlan *hr_test_plan_new_any (GRand *rand) G_GNUC_WARN_UNUSED_RESULT;

gpointer hr_test_add (HrList *list, const char *id, const char *first_property, ...)
    G_GNUC_NULL_TERMINATED;
void hr_test_set (gpointer item, const char *property, double value);

const GType *hr_test_item_types (guint *n_types);
const HrField *hr_test_field (GType type, const char *property);

void
hr_test_random_value (GRand *rand, HrPlan *plan, const HrField *field, GValue *value);
HrTags *hr_test_random_tags (GRand *rand, GType type) G_GNUC_WARN_UNUSED_RESULT;
gpointer
hr_test_random_item (GRand *rand, HrPlan *plan, GType type) G_GNUC_WARN_UNUSED_RESULT;
void hr_test_disturb (GRand *rand, HrPlan *plan, HrItem *root);
HrRule *hr_test_random_rule (GRand *rand, guint depth) G_GNUC_WARN_UNUSED_RESULT;
HrPortfolio *hr_test_random_portfolio (GRand *rand,
                                       gsize n_accounts) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
