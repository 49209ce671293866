/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-json-rule.h"

#include <glib/gi18n-lib.h>

static const char *const KEYS[] = { "all", "any", "not", "field", "op", "value", NULL };

static HrRule *read_rule (HrJsonCursor *cursor, guint depth, GError **error);

static HrRule *
read_children (HrJsonCursor *list, HrRuleKind kind, guint depth, GError **error)
{
  g_autoptr (GPtrArray) children =
      g_ptr_array_new_with_free_func ((GDestroyNotify) hr_rule_unref);
  HrJsonCursor child;

  if (!hr_json_cursor_expect (list, HR_JSON_LIST, error))
    return NULL;

  child = hr_json_cursor_open (list);
  while (hr_json_cursor_next (&child))
    {
      HrRule *rule = read_rule (&child, depth + 1, error);

      if (rule == NULL)
        return NULL;
      g_ptr_array_add (children, rule);
    }
  return hr_rule_new_group (kind, (HrRule *const *) children->pdata, children->len);
}

static HrRule *
read_group (HrJsonCursor *group, guint depth, GError **error)
{
  HrRule *child, *rule;

  if (g_str_equal (group->key, "all"))
    return read_children (group, HR_RULE_ALL, depth, error);
  if (g_str_equal (group->key, "any"))
    return read_children (group, HR_RULE_ANY, depth, error);

  child = read_rule (group, depth + 1, error);
  if (child == NULL)
    return NULL;
  rule = hr_rule_new_group (HR_RULE_NOT, &child, 1);
  hr_rule_unref (child);
  return rule;
}

static gboolean
read_value (HrJsonCursor *cursor, HrRuleValue *value, GError **error)
{
  switch (hr_json_cursor_get_kind (cursor))
    {
    case HR_JSON_TEXT:
      value->kind = HR_RULE_TEXT;
      return hr_json_cursor_get_text (cursor, &value->text, error);
    case HR_JSON_NUMBER:
      value->kind = HR_RULE_NUMBER;
      return hr_json_cursor_get_number (cursor, &value->number, error);
    case HR_JSON_FLAG:
      value->kind = HR_RULE_FLAG;
      return hr_json_cursor_get_flag (cursor, &value->flag, error);
    case HR_JSON_NULL:
    case HR_JSON_LIST:
    case HR_JSON_OBJECT:
    default:
      return hr_json_cursor_refuse (cursor, error, HR_ERROR_VALUE,
                                    _ ("must be a text, a number, true or false"));
    }
}

/* One value, or a list of them where the operator takes a list. */
static gboolean
read_values (HrJsonCursor *cursor, HrRuleOp op, GArray *values, GError **error)
{
  HrRuleValue value = { 0 };
  HrJsonCursor member;

  if (op != HR_RULE_IN)
    {
      gboolean done = read_value (cursor, &value, error);

      g_array_append_val (values, value);
      return done;
    }

  if (!hr_json_cursor_expect (cursor, HR_JSON_LIST, error))
    return FALSE;
  member = hr_json_cursor_open (cursor);
  while (hr_json_cursor_next (&member))
    {
      if (!read_value (&member, &value, error))
        return FALSE;
      g_array_append_val (values, value);
    }
  return TRUE;
}

static gboolean
read_op (HrJsonCursor *condition, HrRuleOp *op, GError **error)
{
  g_autofree char *shown = NULL;
  const char *text;
  HrJsonCursor cursor;

  if (!hr_json_cursor_find (condition, "op", &cursor))
    return hr_json_cursor_refuse (&cursor, error, HR_ERROR_VALUE, _ ("must be given"));
  if (!hr_json_cursor_get_text (&cursor, &text, error))
    return FALSE;
  if (hr_rule_op_from_text (text, op))
    return TRUE;

  shown = hr_json_excerpt (text);
  return hr_json_cursor_refuse (&cursor, error, HR_ERROR_VALUE,
                                _ ("must be one of = != < <= > >= in contains "
                                   "starts-with is-empty, not “%s”"),
                                shown);
}

static HrRule *
read_condition (HrJsonCursor *condition, GError **error)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (HrRuleValue));
  HrJsonCursor cursor;
  const char *field;
  HrRuleOp op;

  if (!hr_json_cursor_find (condition, "field", &cursor))
    {
      hr_json_cursor_refuse (&cursor, error, HR_ERROR_VALUE, _ ("must be given"));
      return NULL;
    }
  if (!hr_json_cursor_get_text (&cursor, &field, error))
    return NULL;
  if (!read_op (condition, &op, error))
    return NULL;

  if (hr_json_cursor_find (condition, "value", &cursor) == (op == HR_RULE_IS_EMPTY))
    {
      hr_json_cursor_refuse (&cursor, error, HR_ERROR_VALUE,
                             op == HR_RULE_IS_EMPTY
                                 ? _ ("must not be given with “is-empty”")
                                 : _ ("must be given"));
      return NULL;
    }
  if (op != HR_RULE_IS_EMPTY && !read_values (&cursor, op, values, error))
    return NULL;

  return hr_rule_new_condition (field, op, (const HrRuleValue *) values->data,
                                values->len);
}

/* A group has one key, a condition the other three. */
static gboolean
check_form (HrJsonCursor *rule, gboolean is_group, GError **error)
{
  HrJsonCursor cursor = hr_json_cursor_open (rule);
  guint n = 0;

  while (hr_json_cursor_next (&cursor))
    n++;
  if (is_group ? n == 1 : n > 0)
    return TRUE;
  return hr_json_cursor_refuse (rule, error, HR_ERROR_VALUE,
                                _ ("must be one of “all”, “any” and “not”, or have "
                                   "“field”, “op” and “value”"));
}

static HrRule *
read_rule (HrJsonCursor *cursor, guint depth, GError **error)
{
  HrJsonCursor group;
  gboolean is_group;

  if (depth > HR_RULE_MAX_DEPTH)
    {
      hr_json_cursor_refuse (cursor, error, HR_ERROR_VALUE,
                             _ ("rules may nest %d deep at most"), HR_RULE_MAX_DEPTH);
      return NULL;
    }
  if (!hr_json_cursor_expect (cursor, HR_JSON_OBJECT, error) ||
      !hr_json_cursor_check_keys (cursor, KEYS, error))
    return NULL;

  is_group = hr_json_cursor_find (cursor, "all", &group) ||
             hr_json_cursor_find (cursor, "any", &group) ||
             hr_json_cursor_find (cursor, "not", &group);
  if (!check_form (cursor, is_group, error))
    return NULL;
  return is_group ? read_group (&group, depth, error) : read_condition (cursor, error);
}

/**
 * hr_json_read_rule:
 * @cursor: a cursor at a rule
 * @error: return location for a [error@Error]
 *
 * Reads a rule: `{"all": […]}`, `{"any": […]}`, `{"not": …}` or a condition of `field`,
 * `op` and `value`.
 *
 * Returns: (transfer full) (nullable): the rule
 */
HrRule *
hr_json_read_rule (HrJsonCursor *cursor, GError **error)
{
  return read_rule (cursor, 1, error);
}
