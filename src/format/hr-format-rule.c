/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-format-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  HrPortfolio *portfolio; /* (nullable) */
  const char *currency;
} Context;

/**
 * hr_format_field_name:
 * @field: the name of a column
 *
 * Says what a person calls a column: those that the program knows have names in the
 * person's language, all others are called as they were imported.
 *
 * Returns: (transfer none): the name
 */
const char *
hr_format_field_name (const char *field)
{
  static const struct
  {
    const char *field;
    const char *name;
  } names[] = {
    { HR_COLUMN_ID, N_ ("ID") },
    { HR_COLUMN_NAME, N_ ("name") },
    { HR_COLUMN_ARR, N_ ("ARR") },
    { HR_COLUMN_CURRENCY, N_ ("currency") },
    { HR_COLUMN_RENEWAL_DATE, N_ ("renewal date") },
    { HR_COLUMN_CSM, N_ ("CSM") },
    { HR_COLUMN_PARENT_ID, N_ ("parent account") },
    { HR_COLUMN_REFERENCE_VALUE, N_ ("reference value") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].field, field))
      return _ (names[i].name);
  return field;
}

/* What a number or a text in the rule stands for. Without the column it is what it
 * looks like. */
static HrColumnType
find_type (const Context *context, const HrRule *condition)
{
  const char *field = hr_rule_get_field (condition);
  HrColumn *column = context->portfolio != NULL
                         ? hr_portfolio_find_column (context->portfolio, field)
                         : NULL;
  HrColumnType type = HR_COLUMN_TEXT;

  if (column != NULL)
    return hr_column_get_column_type (column);
  hr_portfolio_get_standard_type (field, &type);
  return type;
}

/* Beside "or" and other words a value must not be taken for one of them. */
static gboolean
needs_quotes (const char *text)
{
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (!g_unichar_isalnum (g_utf8_get_char (c)) && strchr ("-_./&+", *c) == NULL)
      return TRUE;
  return *text == '\0';
}

static char *
write_text (const char *text, HrColumnType type)
{
  gint32 days;

  if (type == HR_COLUMN_DATE && hr_date_parse (text, &days))
    return hr_format_date (days);
  return needs_quotes (text) ? g_strdup_printf (_ ("“%s”"), text) : g_strdup (text);
}

static char *
write_value (const Context *context, HrColumnType type, const HrRuleValue *value)
{
  switch (value->kind)
    {
    case HR_RULE_TEXT:
      return write_text (value->text, type);
    case HR_RULE_NUMBER:
      return type == HR_COLUMN_MONEY
                 ? hr_format_money (value->number, context->currency)
                 : hr_format_exact (value->number, HR_UNIT_NONE, NULL);
    case HR_RULE_FLAG:
      return g_strdup (value->flag ? C_ ("value", "yes") : C_ ("value", "no"));
    default:
      g_return_val_if_reached (g_strdup (""));
    }
}

/* "A", "A or B", "A, B or C" */
static char *
write_values (const Context *context, const HrRule *condition)
{
  HrColumnType type = find_type (context, condition);
  guint n = hr_rule_get_n_values (condition);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *value =
          write_value (context, type, hr_rule_get_value (condition, i));

      if (i > 0)
        g_string_append (text, i + 1 < n ? C_ ("values", ", ") : C_ ("values", " or "));
      g_string_append (text, value);
    }
  return g_string_free_and_steal (text);
}

static char *
write_comparison (const char *name, HrRuleOp op, gboolean is_date, const char *value)
{
  switch (op)
    {
    case HR_RULE_EQUAL:
    case HR_RULE_IN:
      return g_strdup_printf (_ ("%s is %s"), name, value);
    case HR_RULE_NOT_EQUAL:
      return g_strdup_printf (_ ("%s is not %s"), name, value);
    case HR_RULE_LESS:
      return is_date ? g_strdup_printf (_ ("%s before %s"), name, value)
                     : g_strdup_printf (_ ("%s less than %s"), name, value);
    case HR_RULE_AT_MOST:
      return is_date ? g_strdup_printf (_ ("%s not after %s"), name, value)
                     : g_strdup_printf (_ ("%s at most %s"), name, value);
    case HR_RULE_GREATER:
      return is_date ? g_strdup_printf (_ ("%s after %s"), name, value)
                     : g_strdup_printf (_ ("%s more than %s"), name, value);
    case HR_RULE_AT_LEAST:
      return is_date ? g_strdup_printf (_ ("%s not before %s"), name, value)
                     : g_strdup_printf (_ ("%s at least %s"), name, value);
    case HR_RULE_CONTAINS:
      return g_strdup_printf (_ ("%s contains %s"), name, value);
    case HR_RULE_STARTS_WITH:
      return g_strdup_printf (_ ("%s starts with %s"), name, value);
    case HR_RULE_IS_EMPTY:
      return g_strdup_printf (_ ("%s is empty"), name);
    default:
      g_return_val_if_reached (g_strdup (name));
    }
}

static char *
write_everything (gboolean every)
{
  return g_strdup (every ? _ ("every account") : _ ("no account"));
}

static char *
write_condition (const Context *context, const HrRule *rule)
{
  g_autofree char *value = write_values (context, rule);

  if (hr_rule_get_op (rule) == HR_RULE_IN && hr_rule_get_n_values (rule) == 0)
    return write_everything (FALSE);
  return write_comparison (hr_format_field_name (hr_rule_get_field (rule)),
                           hr_rule_get_op (rule),
                           find_type (context, rule) == HR_COLUMN_DATE, value);
}

/* Only where the language has words that say exactly this. "Not at least" is not "less
 * than": an account whose value is missing is one, but not the other. %NULL elsewhere. */
static char *
write_negated_condition (const Context *context, const HrRule *rule)
{
  const char *name = hr_format_field_name (hr_rule_get_field (rule));
  g_autofree char *value = write_values (context, rule);
  HrRuleOp op = hr_rule_get_op (rule);

  if (op == HR_RULE_IN && hr_rule_get_n_values (rule) == 0)
    return write_everything (TRUE);
  if (op == HR_RULE_CONTAINS)
    return g_strdup_printf (_ ("%s does not contain %s"), name, value);
  if (op == HR_RULE_STARTS_WITH)
    return g_strdup_printf (_ ("%s does not start with %s"), name, value);
  if (op == HR_RULE_IS_EMPTY)
    return g_strdup_printf (_ ("%s is given"), name);
  return NULL;
}

static char *write_rule (const Context *context, const HrRule *rule);

static gboolean
is_group (const HrRule *rule)
{
  HrRuleKind kind = hr_rule_get_kind (rule);

  return kind == HR_RULE_ALL || kind == HR_RULE_ANY;
}

/* A group of one is what it holds. */
static const HrRule *
unwrap (const HrRule *rule)
{
  while (is_group (rule) && hr_rule_get_n_children (rule) == 1)
    rule = hr_rule_get_child (rule, 0);
  return rule;
}

static char *
write_negated (const Context *context, const HrRule *rule)
{
  g_autofree char *text = NULL;

  if (is_group (rule) && hr_rule_get_n_children (rule) == 0)
    return write_everything (hr_rule_get_kind (rule) == HR_RULE_ANY);
  if (hr_rule_get_kind (rule) == HR_RULE_CONDITION)
    text = write_negated_condition (context, rule);
  if (text != NULL)
    return g_steal_pointer (&text);

  text = write_rule (context, rule);
  return g_strdup_printf (_ ("not (%s)"), text);
}

/* What "not not" leaves of a rule. */
static const HrRule *
cancel_negations (const HrRule *rule)
{
  rule = unwrap (rule);
  while (hr_rule_get_kind (rule) == HR_RULE_NOT)
    {
      const HrRule *inner = unwrap (hr_rule_get_child (rule, 0));

      if (hr_rule_get_kind (inner) != HR_RULE_NOT)
        break;
      rule = unwrap (hr_rule_get_child (inner, 0));
    }
  return rule;
}

/* People do not agree on whether "and" binds before "or", so a group within one of the
 * other kind has parentheses. */
static char *
write_group (const Context *context, const HrRule *rule)
{
  HrRuleKind kind = hr_rule_get_kind (rule);
  guint n = hr_rule_get_n_children (rule);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      const HrRule *child = cancel_negations (hr_rule_get_child (rule, i));
      g_autofree char *part = write_rule (context, child);
      gboolean joined = is_group (child) && hr_rule_get_n_children (child) > 1 &&
                        hr_rule_get_kind (child) != kind;

      if (i > 0)
        g_string_append (text, kind == HR_RULE_ALL ? C_ ("conditions", " and ")
                                                   : C_ ("conditions", " or "));
      g_string_append_printf (text, joined ? "(%s)" : "%s", part);
    }
  return g_string_free_and_steal (text);
}

static char *
write_rule (const Context *context, const HrRule *rule)
{
  rule = cancel_negations (rule);
  switch (hr_rule_get_kind (rule))
    {
    case HR_RULE_ALL:
    case HR_RULE_ANY:
      if (hr_rule_get_n_children (rule) == 0)
        return write_everything (hr_rule_get_kind (rule) == HR_RULE_ALL);
      return write_group (context, rule);
    case HR_RULE_NOT:
      return write_negated (context, unwrap (hr_rule_get_child (rule, 0)));
    case HR_RULE_CONDITION:
      return write_condition (context, rule);
    default:
      g_return_val_if_reached (g_strdup (""));
    }
}

/**
 * hr_format_rule:
 * @rule: a rule
 * @portfolio: (nullable): the accounts that it is for, which know what is money and what
 *   a date
 * @currency: (nullable): the code of the currency
 *
 * Writes a rule in words: "ARR at least $250,000 and industry is Retail or Bank".
 */
char *
hr_format_rule (const HrRule *rule, HrPortfolio *portfolio, const char *currency)
{
  return write_rule (&(Context) { portfolio, currency }, rule);
}
