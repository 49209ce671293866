/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "hr-date.h"
#include "hr-error.h"
#include "hr-number.h"
#include "hr-rule.h"

/* The text form:
 *
 *   rule      = term { "or" term }                  any of these
 *   term      = part { "and" part }                 all of these
 *   part      = "not" part | "(" rule ")" | condition
 *             | ( "all" | "any" ) "(" [ rule { "," rule } ] ")"
 *   condition = field operator value | field "in" "(" [ value { "," value } ] ")"
 *             | field "is-empty"
 *   value     = "text" | 'text' | number | true | false
 *   field     = word | [any name]
 *
 * Words of the language are written in any case, other names as they are. In quotes
 * and brackets \n, \r and \t stand for themselves and a backslash takes the meaning from
 * the sign after it. A bare 2027-03-31 is the text of that date.
 */

static const char *const KEYWORDS[] = { "and", "or",   "not",   "in", "contains",
                                        "all", "true", "false", "any" };

/* --- Writing --- */

static gboolean
is_keyword (const char *text, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (KEYWORDS); i++)
    if (strlen (KEYWORDS[i]) == length &&
        g_ascii_strncasecmp (KEYWORDS[i], text, length) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_plain (const char *name)
{
  if (!g_ascii_isalpha (name[0]) && name[0] != '_')
    return FALSE;
  for (const char *c = name; *c != '\0'; c++)
    if (!g_ascii_isalnum (*c) && *c != '_' && *c != '.')
      return FALSE;
  return !is_keyword (name, strlen (name));
}

static void
write_quoted (GString *out, char open, const char *text, char close)
{
  g_string_append_c (out, open);
  for (const char *c = text; *c != '\0'; c++)
    switch (*c)
      {
      case '\n':
        g_string_append (out, "\\n");
        break;
      case '\r':
        g_string_append (out, "\\r");
        break;
      case '\t':
        g_string_append (out, "\\t");
        break;
      default:
        if (*c == close || *c == '\\')
          g_string_append_c (out, '\\');
        g_string_append_c (out, *c);
      }
  g_string_append_c (out, close);
}

static void
write_value (GString *out, const HrRuleValue *value)
{
  g_autofree char *number = NULL;

  switch (value->kind)
    {
    case HR_RULE_TEXT:
      write_quoted (out, '"', value->text, '"');
      break;
    case HR_RULE_NUMBER:
      number = hr_number_to_text (value->number);
      g_string_append (out, number);
      break;
    case HR_RULE_FLAG:
    default:
      g_string_append (out, value->flag ? "true" : "false");
    }
}

static void
write_condition (GString *out, const HrRule *rule)
{
  const char *field = hr_rule_get_field (rule);
  HrRuleOp op = hr_rule_get_op (rule);

  if (is_plain (field))
    g_string_append (out, field);
  else
    write_quoted (out, '[', field, ']');
  g_string_append_c (out, ' ');
  g_string_append (out, hr_rule_op_to_text (op));
  if (op == HR_RULE_IN)
    g_string_append (out, " (");
  for (guint i = 0; i < hr_rule_get_n_values (rule); i++)
    {
      if (op != HR_RULE_IN)
        g_string_append_c (out, ' ');
      else if (i > 0)
        g_string_append (out, ", ");
      write_value (out, hr_rule_get_value (rule, i));
    }
  if (op == HR_RULE_IN)
    g_string_append_c (out, ')');
}

/* Inside another rule a chain of and/or needs its parentheses to stay one rule. */
static void
write_rule (GString *out, const HrRule *rule, gboolean inside)
{
  HrRuleKind kind = hr_rule_get_kind (rule);
  guint n = hr_rule_get_n_children (rule);
  gboolean chain = kind != HR_RULE_NOT && n > 1;

  if (kind == HR_RULE_CONDITION)
    {
      write_condition (out, rule);
      return;
    }

  if (kind == HR_RULE_NOT)
    g_string_append (out, "not ");
  else if (!chain)
    g_string_append (out, kind == HR_RULE_ALL ? "all(" : "any(");
  else if (inside)
    g_string_append_c (out, '(');
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append (out, kind == HR_RULE_ALL ? " and " : " or ");
      write_rule (out, hr_rule_get_child (rule, i), chain || kind == HR_RULE_NOT);
    }
  if (kind != HR_RULE_NOT && (!chain || inside))
    g_string_append_c (out, ')');
}

/**
 * hr_rule_to_text:
 * @self: a rule
 *
 * Writes a rule as `arr >= 250000 and industry in ("Retail", "Bank")`.
 *
 * hr_rule_parse() makes an equal rule of it.
 *
 * Returns: (transfer full): the text
 */
char *
hr_rule_to_text (const HrRule *self)
{
  g_autoptr (GString) out = g_string_new (NULL);

  write_rule (out, self, FALSE);
  return g_string_free_and_steal (g_steal_pointer (&out));
}

/* --- Reading --- */

typedef enum
{
  TOKEN_END,
  TOKEN_SIGN, /* one of ( ) , */
  TOKEN_OP,
  TOKEN_WORD,
  TOKEN_NAME, /* in brackets */
  TOKEN_TEXT,
  TOKEN_NUMBER,
  TOKEN_WRONG, /* the error is set */
} TokenKind;

typedef struct
{
  const char *text;
  TokenKind token;
  const char *start; /* of the token */
  const char *end;
  GString *content; /* of the token, without its quotes */
  double number;
  guint depth;
  GError *error;
} Parser;

/* This much of what is wrong is shown. */
#define SHOWN_LENGTH 40

/* Sets the error, the first one only. */
static void
refuse (Parser *self, const char *why)
{
  glong length = g_utf8_pointer_to_offset (self->start, self->end);
  glong place = g_utf8_pointer_to_offset (self->text, self->start) + 1;
  g_autofree char *what = g_utf8_substring (self->start, 0, MIN (length, SHOWN_LENGTH));

  if (self->error == NULL && self->token == TOKEN_END)
    g_set_error (&self->error, HR_ERROR, HR_ERROR_SYNTAX,
                 _ ("The rule ends too early: %s."), why);
  else if (self->error == NULL)
    g_set_error (&self->error, HR_ERROR, HR_ERROR_SYNTAX,
                 _ ("Character %ld of the rule, “%s”: %s."), place, what, why);
  self->token = TOKEN_WRONG;
}

static gboolean
is_word_char (char c)
{
  return g_ascii_isalnum (c) || c == '_' || c == '.' || c == '-' || (guchar) c >= 0x80;
}

static void
read_quoted (Parser *self, char close, TokenKind token)
{
  g_string_truncate (self->content, 0);
  self->token = token;
  for (; *self->end != close; self->end++)
    {
      if (*self->end == '\\')
        {
          static const char letters[] = "nrt", meanings[] = "\n\r\t";
          const char *found = strchr (letters, self->end[1]);

          self->end++;
          if (*self->end != '\0' && found != NULL)
            {
              g_string_append_c (self->content, meanings[found - letters]);
              continue;
            }
        }
      if (*self->end == '\0')
        {
          refuse (self, _ ("this is never closed"));
          return;
        }
      g_string_append_c (self->content, *self->end);
    }
  self->end++;
}

static void
read_number (Parser *self)
{
  g_autofree char *digits = NULL;
  char *rest;
  gint32 days;

  while (is_word_char (*self->end) || *self->end == '+')
    self->end++;
  digits = g_strndup (self->start, (gsize) (self->end - self->start));
  if (hr_date_parse (digits, &days))
    {
      g_string_assign (self->content, digits);
      self->token = TOKEN_TEXT;
      return;
    }

  self->token = TOKEN_NUMBER;
  self->number = g_ascii_strtod (digits, &rest);
  if (*rest != '\0' || strspn (digits, "0123456789+-.eE") != strlen (digits) ||
      !isfinite (self->number))
    refuse (self, _ ("this is not a number"));
}

static void
advance (Parser *self)
{
  char first;

  if (self->token == TOKEN_WRONG)
    return;

  self->start = self->end;
  while (g_ascii_isspace (*self->start))
    self->start++;
  self->end = self->start;
  first = *self->start;
  if (first == '\0')
    {
      self->token = TOKEN_END;
      return;
    }
  self->end = g_utf8_next_char (self->start);
  if (strchr ("(),", first) != NULL)
    self->token = TOKEN_SIGN;
  else if (first == '"' || first == '\'')
    read_quoted (self, first, TOKEN_TEXT);
  else if (first == '[')
    read_quoted (self, ']', TOKEN_NAME);
  else if (g_ascii_isdigit (first) || first == '-' || first == '.')
    read_number (self);
  else if (strchr ("=!<>", first) != NULL)
    {
      self->token = TOKEN_OP;
      self->end = self->start + strspn (self->start, "=!<>");
    }
  else if (is_word_char (first))
    {
      self->token = TOKEN_WORD;
      while (is_word_char (*self->end))
        self->end++;
    }
  else
    refuse (self, _ ("this cannot stand in a rule outside quotes"));
}

static gboolean
is_word (const Parser *self, const char *word)
{
  gsize length = strlen (word);

  return self->token == TOKEN_WORD && (gsize) (self->end - self->start) == length &&
         g_ascii_strncasecmp (self->start, word, length) == 0;
}

static gboolean
take_word (Parser *self, const char *word)
{
  if (!is_word (self, word))
    return FALSE;

  advance (self);
  return TRUE;
}

static gboolean
take_sign (Parser *self, char sign)
{
  if (self->token != TOKEN_SIGN || *self->start != sign)
    return FALSE;

  advance (self);
  return TRUE;
}

/* --- Conditions --- */

static void
clear_value (gpointer data)
{
  g_free ((char *) ((HrRuleValue *) data)->text);
}

static gboolean
parse_value (Parser *self, GArray *values)
{
  HrRuleValue value = { .kind = HR_RULE_FLAG };

  if (self->token == TOKEN_TEXT)
    value = (HrRuleValue) { .kind = HR_RULE_TEXT, .text = g_strdup (self->content->str) };
  else if (self->token == TOKEN_NUMBER)
    value = (HrRuleValue) { .kind = HR_RULE_NUMBER, .number = self->number };
  else if (is_word (self, "true"))
    value.flag = TRUE;
  else if (!is_word (self, "false"))
    {
      refuse (self, _ ("a number, a text in quotes, true or false is expected here"));
      return FALSE;
    }
  g_array_append_val (values, value);
  advance (self);
  return TRUE;
}

static gboolean
parse_values (Parser *self, GArray *values)
{
  if (!take_sign (self, '('))
    {
      refuse (self, _ ("a list in parentheses is expected here"));
      return FALSE;
    }
  if (take_sign (self, ')'))
    return TRUE;

  do
    if (!parse_value (self, values))
      return FALSE;
  while (take_sign (self, ','));
  if (take_sign (self, ')'))
    return TRUE;
  refuse (self, _ ("a comma or a closing parenthesis is expected here"));
  return FALSE;
}

static gboolean
parse_op (Parser *self, HrRuleOp *op)
{
  gsize length = (gsize) (self->end - self->start);
  g_autofree char *word = g_ascii_strdown (self->start, (gssize) length);

  if ((self->token != TOKEN_OP && self->token != TOKEN_WORD) ||
      !hr_rule_op_from_text (word, op))
    {
      refuse (self, _ ("a comparison such as =, >= or contains is expected here"));
      return FALSE;
    }
  advance (self);
  return TRUE;
}

static HrRule *
parse_condition (Parser *self)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (HrRuleValue));
  g_autofree char *field = NULL;
  gsize length = (gsize) (self->end - self->start);
  gboolean good;
  HrRuleOp op;

  g_array_set_clear_func (values, clear_value);
  if (self->token == TOKEN_NAME)
    field = g_strdup (self->content->str);
  else if (self->token == TOKEN_WORD && !is_keyword (self->start, length))
    field = g_strndup (self->start, length);
  else
    {
      refuse (self, _ ("a field is expected here"));
      return NULL;
    }
  advance (self);
  if (!parse_op (self, &op))
    return NULL;

  if (op == HR_RULE_IS_EMPTY)
    good = TRUE;
  else if (op == HR_RULE_IN)
    good = parse_values (self, values);
  else
    good = parse_value (self, values);
  if (!good || self->token == TOKEN_WRONG)
    return NULL;
  return hr_rule_new_condition (field, op, (const HrRuleValue *) values->data,
                                values->len);
}

/* --- Groups --- */

static HrRule *parse_chain (Parser *self, HrRuleKind kind);
static HrRule *parse_single (Parser *self);

static HrRule *
join (Parser *self, HrRuleKind kind, GPtrArray *children)
{
  for (guint i = 0; i < children->len; i++)
    if (hr_rule_get_depth (g_ptr_array_index (children, i)) >= HR_RULE_MAX_DEPTH)
      {
        refuse (self, _ ("the rule nests too deeply"));
        return NULL;
      }
  return hr_rule_new_group (kind, (HrRule *const *) children->pdata, children->len);
}

/* What stands in parentheses, up to the closing one: one rule, or some for all() and
 * any(). */
static gboolean
parse_inside (Parser *self, GPtrArray *children, gboolean some)
{
  if (some && take_sign (self, ')'))
    return TRUE;

  do
    {
      HrRule *child = parse_chain (self, HR_RULE_ANY);

      if (child == NULL)
        return FALSE;
      g_ptr_array_add (children, child);
    }
  while (some && take_sign (self, ','));
  if (take_sign (self, ')'))
    return TRUE;
  refuse (self, _ ("and, or, or a closing parenthesis is expected here"));
  return FALSE;
}

static HrRule *
parse_part (Parser *self)
{
  g_autoptr (GPtrArray) children =
      g_ptr_array_new_with_free_func ((GDestroyNotify) hr_rule_unref);

  if (take_word (self, "not"))
    {
      HrRule *child = parse_single (self);

      if (child == NULL)
        return NULL;
      g_ptr_array_add (children, child);
      return join (self, HR_RULE_NOT, children);
    }
  if (is_word (self, "all") || is_word (self, "any"))
    {
      HrRuleKind kind = is_word (self, "all") ? HR_RULE_ALL : HR_RULE_ANY;

      advance (self);
      if (!take_sign (self, '('))
        {
          refuse (self, _ ("a list of rules in parentheses is expected here"));
          return NULL;
        }
      return parse_inside (self, children, TRUE) ? join (self, kind, children) : NULL;
    }
  if (take_sign (self, '('))
    return parse_inside (self, children, FALSE) ? g_ptr_array_steal_index (children, 0)
                                                : NULL;
  return parse_condition (self);
}

/* Every parenthesis and every "not" passes here, so this bounds the recursion. */
static HrRule *
parse_single (Parser *self)
{
  HrRule *rule;

  if (self->depth == HR_RULE_MAX_DEPTH)
    {
      refuse (self, _ ("the rule nests too deeply"));
      return NULL;
    }
  self->depth++;
  rule = parse_part (self);
  self->depth--;
  return rule;
}

/* or joins what and joins. */
static HrRule *
parse_chain (Parser *self, HrRuleKind kind)
{
  g_autoptr (GPtrArray) children =
      g_ptr_array_new_with_free_func ((GDestroyNotify) hr_rule_unref);

  do
    {
      HrRule *child =
          kind == HR_RULE_ANY ? parse_chain (self, HR_RULE_ALL) : parse_single (self);

      if (child == NULL)
        return NULL;
      g_ptr_array_add (children, child);
    }
  while (take_word (self, kind == HR_RULE_ANY ? "or" : "and"));

  if (children->len == 1)
    return g_ptr_array_steal_index (children, 0);
  return join (self, kind, children);
}

/**
 * hr_rule_parse:
 * @text: a rule as hr_rule_to_text() writes it, or a person
 * @error: where to say at which character it is wrong, and why
 *
 * Reads a rule.
 *
 * Returns: (transfer full): the rule
 */
HrRule *
hr_rule_parse (const char *text, GError **error)
{
  Parser parser = { .text = text, .start = text, .end = text };
  g_autoptr (HrRule) rule = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (!g_utf8_validate (text, -1, NULL))
    {
      g_set_error_literal (error, HR_ERROR, HR_ERROR_SYNTAX,
                           _ ("The rule is not UTF-8 text."));
      return NULL;
    }

  parser.content = g_string_new (NULL);
  advance (&parser);
  rule = parse_chain (&parser, HR_RULE_ANY);
  if (rule != NULL && parser.token != TOKEN_END)
    refuse (&parser, _ ("and, or, or the end of the rule is expected here"));
  g_string_free (parser.content, TRUE);

  if (parser.error != NULL)
    {
      g_propagate_error (error, parser.error);
      return NULL;
    }
  return g_steal_pointer (&rule);
}
