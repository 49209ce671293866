/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-condition-value.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hr-parse.h"

/* A column with more different texts than this is not a choice. */
#define MOST_TEXTS 100

#define FOR(type) (1u << (type))
#define ORDERED (FOR (HR_COLUMN_NUMBER) | FOR (HR_COLUMN_MONEY))
#define ANY (ORDERED | FOR (HR_COLUMN_DATE) | FOR (HR_COLUMN_TEXT) | FOR (HR_COLUMN_FLAG))

static const struct
{
  HrRuleOp op;
  guint types; /* of columns */
  const char *label;
} OPERATORS[] = {
  { HR_RULE_AT_LEAST, ORDERED, N_ ("at least") },
  { HR_RULE_GREATER, ORDERED, N_ ("more than") },
  { HR_RULE_AT_MOST, ORDERED, N_ ("at most") },
  { HR_RULE_LESS, ORDERED, N_ ("less than") },
  { HR_RULE_AT_LEAST, FOR (HR_COLUMN_DATE), N_ ("not before") },
  { HR_RULE_GREATER, FOR (HR_COLUMN_DATE), N_ ("after") },
  { HR_RULE_AT_MOST, FOR (HR_COLUMN_DATE), N_ ("not after") },
  { HR_RULE_LESS, FOR (HR_COLUMN_DATE), N_ ("before") },
  { HR_RULE_EQUAL, ANY, N_ ("is") },
  { HR_RULE_NOT_EQUAL, ANY, N_ ("is not") },
  { HR_RULE_IN, FOR (HR_COLUMN_TEXT) | ORDERED, N_ ("is one of") },
  { HR_RULE_CONTAINS, FOR (HR_COLUMN_TEXT), N_ ("contains") },
  { HR_RULE_STARTS_WITH, FOR (HR_COLUMN_TEXT), N_ ("starts with") },
  { HR_RULE_IS_EMPTY, ANY, N_ ("is empty") },
};

/**
 * hr_condition_get_column_type:
 * @plan: a plan
 * @field: the name of a column
 *
 * Gets what a column holds; text if nobody knows it.
 */
HrColumnType
hr_condition_get_column_type (HrPlan *plan, const char *field)
{
  HrColumn *column =
      plan->portfolio != NULL ? hr_portfolio_find_column (plan->portfolio, field) : NULL;
  HrColumnType type = HR_COLUMN_TEXT;

  if (column != NULL)
    return hr_column_get_column_type (column);
  hr_portfolio_get_standard_type (field, &type);
  return type;
}

/**
 * hr_condition_guess_type:
 * @plan: a plan
 * @condition: a condition
 *
 * Gets what the column of a condition holds; where there is no such column, what the
 * condition takes it for.
 */
HrColumnType
hr_condition_guess_type (HrPlan *plan, const HrRule *condition)
{
  HrColumnType type = hr_condition_get_column_type (plan, hr_rule_get_field (condition));
  const HrRuleValue *value =
      hr_rule_get_n_values (condition) > 0 ? hr_rule_get_value (condition, 0) : NULL;

  if (type != HR_COLUMN_TEXT || value == NULL ||
      (plan->portfolio != NULL &&
       hr_portfolio_find_column (plan->portfolio, hr_rule_get_field (condition)) != NULL))
    return type;
  return value->kind == HR_RULE_NUMBER ? HR_COLUMN_NUMBER
         : value->kind == HR_RULE_FLAG ? HR_COLUMN_FLAG
                                       : HR_COLUMN_TEXT;
}

/**
 * hr_condition_get_operators:
 * @type: what a column holds
 * @i: from 0 on
 * @op: (out): the operator
 * @known: (out): whether the column can be compared so
 *
 * Gets one operator after the other.
 *
 * Returns: (nullable): its word, %NULL behind the last
 */
const char *
hr_condition_get_operators (HrColumnType type, guint i, HrRuleOp *op, gboolean *known)
{
  if (i >= G_N_ELEMENTS (OPERATORS))
    return NULL;
  *op = OPERATORS[i].op;
  *known = (OPERATORS[i].types & FOR (type)) != 0;
  return _ (OPERATORS[i].label);
}

static void
append_part (GString *list, const char *text)
{
  if (list->len > 0)
    g_string_append (list, ", ");
  if (strpbrk (text, ",\"") == NULL)
    {
      g_string_append (list, text);
      return;
    }
  g_string_append_c (list, '"');
  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == '"')
        g_string_append_c (list, '"');
      g_string_append_c (list, *c);
    }
  g_string_append_c (list, '"');
}

/* Commas part a list but within quotes, where a quote is doubled. */
static GPtrArray *
split_list (const char *text)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) part = g_string_new (NULL);
  gboolean quoted = FALSE;

  for (const char *c = text;; c++)
    {
      if (*c == '\0' || (*c == ',' && !quoted))
        {
          g_strstrip (part->str);
          if (*part->str != '\0')
            g_ptr_array_add (parts, g_strdup (part->str));
          g_string_truncate (part, 0);
          if (*c == '\0')
            return parts;
        }
      else if (*c != '"')
        g_string_append_c (part, *c);
      else if (quoted && c[1] == '"')
        g_string_append_c (part, *c++);
      else
        quoted = !quoted;
    }
}

/**
 * hr_condition_to_text:
 * @condition: a condition
 *
 * Writes its values as a person would type them.
 */
char *
hr_condition_to_text (const HrRule *condition)
{
  GString *text = g_string_new (NULL);
  gboolean is_list = hr_rule_get_op (condition) == HR_RULE_IN;

  for (guint i = 0; i < hr_rule_get_n_values (condition); i++)
    {
      const HrRuleValue *value = hr_rule_get_value (condition, i);
      g_autofree char *number =
          value->kind != HR_RULE_NUMBER ? NULL
          : is_list
              ? hr_parse_number_to_text (value->number) /* a comma begins the next */
              : hr_parse_number_to_grouped_text (value->number);
      const char *word =
          value->kind == HR_RULE_FLAG ? value->flag ? "true" : "false" : value->text;

      if (is_list)
        append_part (text, number != NULL ? number : word);
      else
        g_string_append (text, number != NULL ? number : word);
    }
  return g_string_free_and_steal (text);
}

static gboolean
parse_value (HrColumnType type, const char *text, HrRuleValue *value, GError **error)
{
  gint32 days;

  *value = (HrRuleValue) { .kind = HR_RULE_TEXT, .text = text };
  switch (type)
    {
    case HR_COLUMN_NUMBER:
    case HR_COLUMN_MONEY:
      value->kind = HR_RULE_NUMBER;
      if (hr_parse_number (text, &value->number))
        return TRUE;
      g_set_error (error, HR_ERROR, HR_ERROR_VALUE, _ ("“%s” is not a number"), text);
      return FALSE;
    case HR_COLUMN_DATE:
      if (hr_date_parse (text, &days))
        return TRUE;
      g_set_error (error, HR_ERROR, HR_ERROR_VALUE,
                   _ ("“%s” is not a date like 2027-03-31"), text);
      return FALSE;
    case HR_COLUMN_FLAG:
      *value = (HrRuleValue) { .kind = HR_RULE_FLAG, .flag = g_str_equal (text, "true") };
      return TRUE;
    case HR_COLUMN_TEXT:
    default:
      return TRUE;
    }
}

/**
 * hr_condition_parse:
 * @field: the name of a column
 * @type: what it holds
 * @op: how to compare
 * @text: what a person typed; of a list the parts have a comma between
 * @error: return location for a [error@Error]
 *
 * Makes a condition of what a person typed.
 *
 * Returns: (transfer full) (nullable): a condition
 */
HrRule *
hr_condition_parse (
    const char *field, HrColumnType type, HrRuleOp op, const char *text, GError **error)
{
  g_autoptr (GPtrArray) parts = NULL;
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (HrRuleValue));

  if (op == HR_RULE_IS_EMPTY)
    return hr_rule_new_condition (field, op, NULL, 0);

  if (op == HR_RULE_IN)
    parts = split_list (text);
  else
    {
      parts = g_ptr_array_new_with_free_func (g_free);
      if (*text != '\0')
        g_ptr_array_add (parts, g_strstrip (g_strdup (text)));
    }
  if (parts->len == 0)
    {
      g_set_error (error, HR_ERROR, HR_ERROR_VALUE,
                   _ ("There is nothing to compare with"));
      return NULL;
    }
  for (guint i = 0; i < parts->len; i++)
    {
      HrRuleValue value;

      if (!parse_value (type, g_ptr_array_index (parts, i), &value, error))
        return NULL;
      g_array_append_val (values, value);
    }
  return hr_rule_new_condition (field, op, (HrRuleValue *) (void *) values->data,
                                values->len);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

/**
 * hr_condition_list_texts:
 * @plan: a plan
 * @field: the name of a column
 *
 * Lists the texts of a column that has few of them.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): texts, in their order
 */
GPtrArray *
hr_condition_list_texts (HrPlan *plan, const char *field)
{
  HrColumn *column =
      plan->portfolio != NULL ? hr_portfolio_find_column (plan->portfolio, field) : NULL;
  g_autoptr (GHashTable) known = NULL;
  GPtrArray *texts;

  if (column == NULL || hr_column_get_column_type (column) != HR_COLUMN_TEXT ||
      hr_column_get_n_texts (column) > MOST_TEXTS + 1 ||
      hr_column_get_n_texts (column) < 2)
    return NULL;

  known = g_hash_table_new (g_str_hash, g_str_equal);
  texts = g_ptr_array_new_with_free_func (g_free);
  for (guint32 i = 1; i < hr_column_get_n_texts (column); i++)
    if (g_hash_table_add (known, (gpointer) hr_column_get_text (column, i)))
      g_ptr_array_add (texts, g_strdup (hr_column_get_text (column, i)));
  g_ptr_array_sort (texts, compare_texts);
  return texts;
}

/**
 * hr_condition_toggle_text:
 * @list: parts with a comma between
 * @text: one of them, or another
 *
 * Takes a text out of a list or puts it in.
 *
 * Returns: (transfer full): a list
 */
char *
hr_condition_toggle_text (const char *list, const char *text)
{
  g_autoptr (GPtrArray) parts = split_list (list);
  GString *made = g_string_new (NULL);
  gboolean found = FALSE;

  for (guint i = 0; i < parts->len; i++)
    if (g_str_equal (g_ptr_array_index (parts, i), text))
      found = TRUE;
    else
      append_part (made, g_ptr_array_index (parts, i));
  if (!found)
    append_part (made, text);
  return g_string_free_and_steal (made);
}
