/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-rule.h"

#include <math.h>

struct _HrRule
{
  gatomicrefcount ref_count;
  HrRuleKind kind;
  guint depth; /* 1 for a condition and for an empty group */
  guint n;     /* children or values */
  HrRule **children;
  char *field;
  HrRuleOp op;
  HrRuleValue *values; /* their texts are owned */
};

G_DEFINE_BOXED_TYPE (HrRule, hr_rule, hr_rule_ref, hr_rule_unref)

static HrRule *
rule_alloc (HrRuleKind kind, guint n)
{
  HrRule *self = g_new0 (HrRule, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->kind = kind;
  self->depth = 1;
  self->n = n;
  return self;
}

/**
 * hr_rule_new_group:
 * @kind: all, any, or not, which has one child
 * @children: (array length=n_children) (transfer none): what it joins, each less than
 *   %HR_RULE_MAX_DEPTH deep
 * @n_children: how many
 *
 * Makes a rule of rules. All of none matches every account, any of none matches none.
 *
 * Returns: (transfer full): a new rule
 */
HrRule *
hr_rule_new_group (HrRuleKind kind, HrRule *const *children, guint n_children)
{
  g_autoptr (HrRule) self = NULL;

  g_return_val_if_fail (kind != HR_RULE_CONDITION, NULL);
  g_return_val_if_fail (kind != HR_RULE_NOT || n_children == 1, NULL);

  self = rule_alloc (kind, n_children);
  self->children = g_new (HrRule *, n_children);
  for (guint i = 0; i < n_children; i++)
    {
      self->children[i] = hr_rule_ref (children[i]);
      self->depth = MAX (self->depth, children[i]->depth + 1);
    }
  g_return_val_if_fail (self->depth <= HR_RULE_MAX_DEPTH, NULL);

  return g_steal_pointer (&self);
}

/**
 * hr_rule_new_condition:
 * @field: the name of a column
 * @op: how to compare
 * @values: (array length=n_values): what to compare with; numbers are finite
 * @n_values: one, but any number for %HR_RULE_IN and none for %HR_RULE_IS_EMPTY
 *
 * Makes a rule that looks at one column.
 *
 * Returns: (transfer full): a new rule
 */
HrRule *
hr_rule_new_condition (const char *field,
                       HrRuleOp op,
                       const HrRuleValue *values,
                       guint n_values)
{
  HrRule *self;

  g_return_val_if_fail (field != NULL, NULL);
  g_return_val_if_fail (op == HR_RULE_IN || n_values == (op != HR_RULE_IS_EMPTY), NULL);
  for (guint i = 0; i < n_values; i++)
    g_return_val_if_fail (values[i].kind == HR_RULE_TEXT     ? values[i].text != NULL
                          : values[i].kind == HR_RULE_NUMBER ? isfinite (values[i].number)
                                                             : TRUE,
                          NULL);

  self = rule_alloc (HR_RULE_CONDITION, n_values);
  self->field = g_strdup (field);
  self->op = op;
  self->values = g_new0 (HrRuleValue, n_values);
  for (guint i = 0; i < n_values; i++)
    {
      self->values[i].kind = values[i].kind;
      if (values[i].kind == HR_RULE_TEXT)
        self->values[i].text = g_strdup (values[i].text);
      else if (values[i].kind == HR_RULE_NUMBER)
        self->values[i].number = values[i].number;
      else
        self->values[i].flag = values[i].flag != FALSE;
    }
  return self;
}

/**
 * hr_rule_new_everything:
 *
 * Makes the rule that matches every account.
 *
 * Returns: (transfer full): a new rule
 */
HrRule *
hr_rule_new_everything (void)
{
  return hr_rule_new_group (HR_RULE_ALL, NULL, 0);
}

HrRule *
hr_rule_ref (const HrRule *self)
{
  HrRule *counted = (HrRule *) self; /* the count is not part of the value */

  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&counted->ref_count);
  return counted;
}

void
hr_rule_unref (HrRule *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint i = 0; i < self->n; i++)
    if (self->kind == HR_RULE_CONDITION)
      g_free ((char *) self->values[i].text);
    else
      hr_rule_unref (self->children[i]);
  g_free (self->children);
  g_free (self->values);
  g_free (self->field);
  g_free (self);
}

HrRuleKind
hr_rule_get_kind (const HrRule *self)
{
  return self->kind;
}

guint
hr_rule_get_n_children (const HrRule *self)
{
  return self->kind == HR_RULE_CONDITION ? 0 : self->n;
}

const HrRule *
hr_rule_get_child (const HrRule *self, guint i)
{
  g_return_val_if_fail (i < hr_rule_get_n_children (self), NULL);

  return self->children[i];
}

const char *
hr_rule_get_field (const HrRule *self)
{
  g_return_val_if_fail (self->kind == HR_RULE_CONDITION, NULL);

  return self->field;
}

HrRuleOp
hr_rule_get_op (const HrRule *self)
{
  g_return_val_if_fail (self->kind == HR_RULE_CONDITION, HR_RULE_EQUAL);

  return self->op;
}

guint
hr_rule_get_n_values (const HrRule *self)
{
  return self->kind == HR_RULE_CONDITION ? self->n : 0;
}

const HrRuleValue *
hr_rule_get_value (const HrRule *self, guint i)
{
  g_return_val_if_fail (i < hr_rule_get_n_values (self), NULL);

  return &self->values[i];
}

/**
 * hr_rule_get_depth:
 * @self: a rule
 *
 * Says how many rules lie in each other, at most %HR_RULE_MAX_DEPTH.
 *
 * Returns: 1 for a condition and for a group of none
 */
guint
hr_rule_get_depth (const HrRule *self)
{
  return self->depth;
}

static gboolean
value_equal (const HrRuleValue *a, const HrRuleValue *b)
{
  return a->kind == b->kind && a->number == b->number && a->flag == b->flag &&
         g_strcmp0 (a->text, b->text) == 0;
}

/**
 * hr_rule_equal:
 * @a: a rule
 * @b: a rule
 *
 * Compares the trees, not what they match: "a and b" is not "b and a".
 *
 * Returns: whether they are the same
 */
gboolean
hr_rule_equal (const HrRule *a, const HrRule *b)
{
  if (a == b)
    return TRUE;
  if (a->kind != b->kind || a->n != b->n || a->depth != b->depth || a->op != b->op ||
      g_strcmp0 (a->field, b->field) != 0)
    return FALSE;

  for (guint i = 0; i < a->n; i++)
    if (a->kind == HR_RULE_CONDITION ? !value_equal (&a->values[i], &b->values[i])
                                     : !hr_rule_equal (a->children[i], b->children[i]))
      return FALSE;
  return TRUE;
}

static void
collect_fields (const HrRule *self, GHashTable *seen, GStrvBuilder *fields)
{
  if (self->kind == HR_RULE_CONDITION && g_hash_table_add (seen, self->field))
    g_strv_builder_add (fields, self->field);
  for (guint i = 0; i < hr_rule_get_n_children (self); i++)
    collect_fields (self->children[i], seen, fields);
}

/**
 * hr_rule_list_fields:
 * @self: a rule
 *
 * Lists the columns that a rule looks at, each once, as they come first.
 *
 * Returns: (transfer full) (array zero-terminated=1): their names
 */
char **
hr_rule_list_fields (const HrRule *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GStrvBuilder) fields = g_strv_builder_new ();

  collect_fields (self, seen, fields);
  return g_strv_builder_end (fields);
}

static const char *const OPS[] = {
  [HR_RULE_EQUAL] = "=",
  [HR_RULE_NOT_EQUAL] = "!=",
  [HR_RULE_LESS] = "<",
  [HR_RULE_AT_MOST] = "<=",
  [HR_RULE_GREATER] = ">",
  [HR_RULE_AT_LEAST] = ">=",
  [HR_RULE_IN] = "in",
  [HR_RULE_CONTAINS] = "contains",
  [HR_RULE_STARTS_WITH] = "starts-with",
  [HR_RULE_IS_EMPTY] = "is-empty",
};

/**
 * hr_rule_op_to_text:
 * @op: an operator
 *
 * Gets the word of an operator in files.
 *
 * Returns: a static string
 */
const char *
hr_rule_op_to_text (HrRuleOp op)
{
  g_return_val_if_fail (op < G_N_ELEMENTS (OPS), "");

  return OPS[op];
}

/**
 * hr_rule_op_from_text:
 * @text: a word
 * @op: (out): the operator that it is
 *
 * Finds an operator.
 *
 * Returns: whether there is one
 */
gboolean
hr_rule_op_from_text (const char *text, HrRuleOp *op)
{
  for (guint i = 0; i < G_N_ELEMENTS (OPS); i++)
    if (g_str_equal (OPS[i], text))
      {
        *op = (HrRuleOp) i;
        return TRUE;
      }
  return FALSE;
}
