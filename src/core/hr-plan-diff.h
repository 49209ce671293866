/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-plan.h"

G_BEGIN_DECLS

/**
 * HrPlanDiff:
 * @n_added: items that only the other plan has
 * @n_removed: items that only this plan has
 * @n_changed: items that both have, with other values, tags, or at another place
 * @accounts_differ: whether any account differs
 * @n_accounts: how many accounts this plan has
 * @n_other_accounts: how many the other has
 *
 * How far two plans are apart, in numbers to be shown.
 */
typedef struct
{
  guint n_added;
  guint n_removed;
  guint n_changed;
  gboolean accounts_differ;
  gsize n_accounts;
  gsize n_other_accounts;
} HrPlanDiff;

void hr_plan_compare (HrPlan *self, HrPlan *other, HrPlanDiff *diff);
gboolean hr_plan_diff_is_empty (const HrPlanDiff *self);

G_END_DECLS
