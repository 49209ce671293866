/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-split-rule.h"

#include <math.h>

#include "hr-portfolio.h"

static HrRule *
compare_arr (HrRuleOp op, double value)
{
  const HrRuleValue number = { .kind = HR_RULE_NUMBER, .number = value };

  return hr_rule_new_condition (HR_COLUMN_ARR, op, &number, 1);
}

/* Those with less, and those of whom nobody knows. */
static HrRule *
less_or_missing (double value)
{
  g_autoptr (HrRule) less = compare_arr (HR_RULE_LESS, value);
  g_autoptr (HrRule) empty =
      hr_rule_new_condition (HR_COLUMN_ARR, HR_RULE_IS_EMPTY, NULL, 0);

  return hr_rule_new_group (HR_RULE_ANY, (HrRule *const[]) { less, empty }, 2);
}

static gboolean
is_about_arr (const HrRule *rule, HrRuleOp op)
{
  return hr_rule_get_kind (rule) == HR_RULE_CONDITION &&
         g_str_equal (hr_rule_get_field (rule), HR_COLUMN_ARR) &&
         hr_rule_get_op (rule) == op &&
         hr_rule_get_value (rule, 0)->kind == HR_RULE_NUMBER;
}

/* What the band says already need not be said twice. */
static gboolean
is_implied (const HrRule *rule, double from, double to)
{
  if (is_about_arr (rule, HR_RULE_AT_LEAST))
    return hr_rule_get_value (rule, 0)->number <= from;
  if (is_about_arr (rule, HR_RULE_LESS))
    return hr_rule_get_value (rule, 0)->number >= to;
  return FALSE;
}

/* Such a rule matches nobody whose ARR is missing. */
static gboolean
knows_arr (const HrRule *rule)
{
  for (HrRuleOp op = HR_RULE_LESS; op <= HR_RULE_AT_LEAST; op++)
    if (is_about_arr (rule, op))
      return TRUE;
  if (hr_rule_get_kind (rule) == HR_RULE_ALL)
    for (guint i = 0; i < hr_rule_get_n_children (rule); i++)
      if (knows_arr (hr_rule_get_child (rule, i)))
        return TRUE;
  return FALSE;
}

static void
take_base (GPtrArray *parts, const HrRule *base, double from, double to)
{
  if (hr_rule_get_kind (base) != HR_RULE_ALL)
    {
      if (!is_implied (base, from, to))
        g_ptr_array_add (parts, hr_rule_ref (base));
      return;
    }
  for (guint i = 0; i < hr_rule_get_n_children (base); i++)
    if (!is_implied (hr_rule_get_child (base, i), from, to))
      g_ptr_array_add (parts, hr_rule_ref (hr_rule_get_child (base, i)));
}

/**
 * hr_split_make_rule:
 * @base: (nullable): whose accounts are split; %NULL for all
 * @from: the least ARR, or minus infinity
 * @to: the ARR that is too much, or infinity
 *
 * Makes the rule of a band. Together the bands match what @base does, each account once,
 * and that in whatever order they stand: the lowest takes also those without ARR.
 *
 * Returns: (transfer full): the rule
 */
HrRule *
hr_split_make_rule (const HrRule *base, double from, double to)
{
  g_autoptr (GPtrArray) parts =
      g_ptr_array_new_with_free_func ((GDestroyNotify) hr_rule_unref);

  if (base != NULL)
    take_base (parts, base, from, to);
  if (isfinite (from))
    g_ptr_array_add (parts, compare_arr (HR_RULE_AT_LEAST, from));
  if (isfinite (to))
    g_ptr_array_add (parts, isfinite (from) || (base != NULL && knows_arr (base))
                                ? compare_arr (HR_RULE_LESS, to)
                                : less_or_missing (to));
  if (parts->len == 1)
    return hr_rule_ref (g_ptr_array_index (parts, 0));
  return hr_rule_new_group (HR_RULE_ALL, (HrRule *const *) parts->pdata, parts->len);
}
