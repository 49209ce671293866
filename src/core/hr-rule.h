/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * HrRule:
 *
 * Says which accounts belong to a segment: a tree of conditions over the columns
 * of the portfolio. Immutable and counted.
 */
typedef struct _HrRule HrRule;

typedef enum
{
  HR_RULE_ALL,
  HR_RULE_ANY,
  HR_RULE_NOT,
  HR_RULE_CONDITION,
} HrRuleKind;

/* The nicks of the operators are not their words: see hr_rule_op_to_text(). */
typedef enum
{
  HR_RULE_EQUAL,
  HR_RULE_NOT_EQUAL,
  HR_RULE_LESS,
  HR_RULE_AT_MOST,
  HR_RULE_GREATER,
  HR_RULE_AT_LEAST,
  HR_RULE_IN,
  HR_RULE_CONTAINS,
  HR_RULE_STARTS_WITH,
  HR_RULE_IS_EMPTY,
} HrRuleOp;

typedef enum
{
  HR_RULE_TEXT,
  HR_RULE_NUMBER,
  HR_RULE_FLAG,
} HrRuleValueKind;

/**
 * HrRuleValue:
 * @kind: which member counts
 * @text: for text; a date is text of the form 2027-03-31
 * @number: for a number; money is in major units
 * @flag: for true and false
 *
 * What a condition compares with.
 */
typedef struct
{
  HrRuleValueKind kind;
  const char *text;
  double number;
  gboolean flag;
} HrRuleValue;

#define HR_TYPE_RULE (hr_rule_get_type ())
GType hr_rule_get_type (void);

/* Rules nest this deep at most, so that no file can exhaust the stack. */
#define HR_RULE_MAX_DEPTH 32

HrRule *hr_rule_new_group (HrRuleKind kind,
                           HrRule *const *children,
                           guint n_children) G_GNUC_WARN_UNUSED_RESULT;
HrRule *hr_rule_new_condition (const char *field,
                               HrRuleOp op,
                               const HrRuleValue *values,
                               guint n_values) G_GNUC_WARN_UNUSED_RESULT;
HrRule *hr_rule_new_everything (void) G_GNUC_WARN_UNUSED_RESULT;
HrRule *hr_rule_ref (const HrRule *self);
void hr_rule_unref (HrRule *self);

HrRuleKind hr_rule_get_kind (const HrRule *self);
guint hr_rule_get_n_children (const HrRule *self);
const HrRule *hr_rule_get_child (const HrRule *self, guint i);
const char *hr_rule_get_field (const HrRule *self);
HrRuleOp hr_rule_get_op (const HrRule *self);
guint hr_rule_get_n_values (const HrRule *self);
const HrRuleValue *hr_rule_get_value (const HrRule *self, guint i);
guint hr_rule_get_depth (const HrRule *self);
gboolean hr_rule_equal (const HrRule *a, const HrRule *b);
char **hr_rule_list_fields (const HrRule *self) G_GNUC_WARN_UNUSED_RESULT;

const char *hr_rule_op_to_text (HrRuleOp op);
gboolean hr_rule_op_from_text (const char *text, HrRuleOp *op);

HrRule *hr_rule_parse (const char *text, GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *hr_rule_to_text (const HrRule *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HrRule, hr_rule_unref)

G_END_DECLS
