/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-parse.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "hr-format-private.h"
#include "hr-rule.h"

/* A typed number: its digits as ASCII, and what stood behind them. */
typedef struct
{
  char digits[64];
  char *suffix; /* (owned), stripped, in lower case */
} Typed;

static gboolean
refuse (const HrField *field, const char *text, const char *wanted, GError **error)
{
  g_set_error (error, HR_ERROR, HR_ERROR_VALUE, _ ("%s: “%s” is not %s"),
               _ (field->label), text, wanted);
  return FALSE;
}

/* A separator of thousands has three digits behind it; one that has not is what a
 * person from elsewhere takes for the decimal point. */
static gboolean
is_grouping (const char *at, gunichar grouping)
{
  const char *digits = g_utf8_next_char (at);

  if (g_utf8_get_char (at) != grouping && !g_unichar_isspace (g_utf8_get_char (at)))
    return FALSE;
  for (guint i = 0; i < 3; i++)
    if (!g_ascii_isdigit (digits[i]))
      return FALSE;
  return !g_ascii_isdigit (digits[3]);
}

/* Reads a number in the person's way of writing it. Currency signs before it are
 * passed over, what stands behind it is handed back. */
static gboolean
read_number (const char *text, Typed *typed)
{
  gunichar decimal, grouping;
  gsize n = 0;
  gboolean point = FALSE, any = FALSE;
  const char *at = text;

  hr_format_get_separators (&decimal, &grouping);
  while (*at != '\0' &&
         (g_unichar_isspace (g_utf8_get_char (at)) ||
          g_unichar_type (g_utf8_get_char (at)) == G_UNICODE_CURRENCY_SYMBOL))
    at = g_utf8_next_char (at);
  if (g_utf8_get_char (at) == '-' || g_utf8_get_char (at) == 0x2212)
    {
      typed->digits[n++] = '-';
      at = g_utf8_next_char (at);
    }

  for (; *at != '\0' && n + 2 < sizeof typed->digits; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      int digit = g_unichar_digit_value (c);

      if (digit >= 0)
        {
          typed->digits[n++] = (char) ('0' + digit);
          any = TRUE;
        }
      else if (any && !point && is_grouping (at, grouping))
        continue;
      else if (!point && (c == decimal || c == '.'))
        {
          typed->digits[n++] = '.';
          point = TRUE;
        }
      else
        break;
    }
  typed->digits[n] = '\0';
  typed->suffix = g_utf8_strdown (at, -1);
  g_strstrip (typed->suffix);
  return any;
}

static gboolean
is_one_of (const char *word, const char *const *words)
{
  return g_strv_contains (words, word);
}

/* 90, 1:30, 1.5 h, 45 min */
static gboolean
read_minutes (const char *text, double *minutes)
{
  static const char *const hour_words[] = {
    "h", "hr", "hrs", "hour", "hours", "std", NULL
  };
  static const char *const minute_words[] = { "",       "m",       "min", "mins",
                                              "minute", "minutes", NULL };
  Typed typed;
  g_autofree char *suffix = NULL;

  if (!read_number (text, &typed))
    return FALSE;
  suffix = typed.suffix;
  *minutes = g_ascii_strtod (typed.digits, NULL);

  if (suffix[0] == ':')
    {
      char *end;
      guint64 rest = g_ascii_strtoull (suffix + 1, &end, 10);

      if (strchr (typed.digits, '.') != NULL || !g_ascii_isdigit (suffix[1]) ||
          *end != '\0' || end - suffix != 3 || rest > 59)
        return FALSE;
      *minutes = *minutes * 60 + (double) rest;
      return TRUE;
    }
  if (is_one_of (suffix, hour_words))
    {
      *minutes *= 60;
      return TRUE;
    }
  return is_one_of (suffix, minute_words);
}

/* 85 %, 85, 0.85: a share of more than one is meant in per cent. */
static gboolean
read_share (const char *text, double *share)
{
  Typed typed;
  g_autofree char *suffix = NULL;
  g_autofree char *in_per_cent = NULL;

  if (!read_number (text, &typed))
    return FALSE;
  suffix = typed.suffix;
  *share = g_ascii_strtod (typed.digits, NULL);
  if (*suffix != '\0' && !g_str_equal (suffix, "%") && !g_str_equal (suffix, "٪"))
    return FALSE;
  if (*suffix == '\0' && *share <= 1)
    return TRUE;

  /* 85 becomes 0.85 and not 0.8500000000000001: moved as digits. */
  in_per_cent = g_strconcat (typed.digits, "e-2", NULL);
  *share = g_ascii_strtod (in_per_cent, NULL);
  return TRUE;
}

static gboolean
read_plain (const char *text, double *number)
{
  Typed typed;
  g_autofree char *suffix = NULL;

  if (!read_number (text, &typed))
    return FALSE;
  suffix = typed.suffix;
  *number = g_ascii_strtod (typed.digits, NULL);
  return *suffix == '\0' || g_str_equal (suffix, "h") || g_str_equal (suffix, "×");
}

/* Digits to minor units without a double in between. */
static gboolean
digits_to_minor (const char *digits, guint shift, gint64 *minor)
{
  gboolean negative = digits[0] == '-';
  int decimals = -1; /* of digits behind the point */
  gint64 value = 0;

  for (const char *at = digits + negative; *at != '\0'; at++)
    {
      if (*at == '.')
        {
          decimals = 0;
          continue;
        }
      if (decimals >= 0 && decimals++ >= (int) shift + 2)
        {
          if (*at != '0')
            return FALSE;
          decimals--;
          continue;
        }
      if (__builtin_mul_overflow (value, 10, &value) ||
          __builtin_add_overflow (value, *at - '0', &value))
        return FALSE;
    }
  for (int i = MAX (decimals, 0); i < (int) shift + 2; i++)
    if (__builtin_mul_overflow (value, 10, &value))
      return FALSE;
  *minor = negative ? -value : value;
  return TRUE;
}

/* $1,234.50, 2M, 870k */
static gboolean
read_money (const char *text, gint64 *minor)
{
  static const struct
  {
    const char *suffix;
    guint shift;
  } suffixes[] = { { "", 0 }, { "k", 3 }, { "m", 6 }, { "b", 9 } };
  Typed typed;
  g_autofree char *suffix = NULL;

  if (!read_number (text, &typed))
    return FALSE;
  suffix = typed.suffix;
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_equal (suffix, suffixes[i].suffix) ||
        (i == 0 &&
         g_unichar_type (g_utf8_get_char (suffix)) == G_UNICODE_CURRENCY_SYMBOL &&
         g_utf8_strlen (suffix, -1) == 1))
      return digits_to_minor (typed.digits, suffixes[i].shift, minor);
  return FALSE;
}

/**
 * hr_parse_number:
 * @text: what a person typed
 * @number: (out): the number
 *
 * Reads a number of no certain unit: 250,000, \$250K, 2M, 85 %.
 *
 * Returns: whether it is one
 */
gboolean
hr_parse_number (const char *text, double *number)
{
  gint64 minor;
  gboolean good = read_plain (text, number);

  if (!good && read_money (text, &minor))
    {
      *number = (double) minor / 100;
      good = TRUE;
    }
  return good;
}

static gboolean
parse_number (const HrField *field, const char *text, GValue *value, GError **error)
{
  double number = NAN;
  gboolean good;

  if (*text == '\0' && (field->flags & HR_FIELD_OPTIONAL) != 0)
    {
      g_value_set_double (value, NAN);
      return TRUE;
    }

  if (field->unit == HR_UNIT_MINUTES)
    good = read_minutes (text, &number);
  else if (field->unit == HR_UNIT_SHARE)
    good = read_share (text, &number);
  else
    good = read_plain (text, &number);

  g_value_set_double (value, number);
  return good || refuse (field, text,
                         field->unit == HR_UNIT_MINUTES
                             ? _ ("a time; type 90, 1:30, 1.5 h or 45 min")
                             : _ ("a number"),
                         error);
}

static gboolean
parse_money (const HrField *field, const char *text, GValue *value, GError **error)
{
  gint64 minor = HR_MONEY_NONE;

  if (*text == '\0' && (field->flags & HR_FIELD_OPTIONAL) != 0)
    {
      g_value_set_int64 (value, HR_MONEY_NONE);
      return TRUE;
    }
  if (!read_money (text, &minor))
    return refuse (field, text, _ ("an amount; type 182000, 870K or 2M"), error);
  g_value_set_int64 (value, minor);
  return TRUE;
}

static gboolean
parse_integer (const HrField *field, const char *text, GValue *value, GError **error)
{
  double number;

  if (!read_plain (text, &number) || number != floor (number) || fabs (number) > 1e9)
    return refuse (field, text, _ ("a whole number"), error);
  g_value_set_int (value, (int) number);
  return TRUE;
}

static gboolean
parse_enum (const HrField *field, const char *text, GValue *value, GError **error)
{
  int number;

  if (!hr_enum_from_nick (field->type (), text, &number))
    return refuse (field, text, _ ("one of the choices"), error);
  g_value_set_enum (value, number);
  return TRUE;
}

static gboolean
parse_rule (const char *text, GValue *value, GError **error)
{
  HrRule *rule = hr_rule_parse (text, error);

  g_value_take_boxed (value, rule);
  return rule != NULL;
}

/**
 * hr_parse_field:
 * @field: a field
 * @text: what a person typed
 * @value: (out): initialised and set to what it means
 * @error: return location for a [error@Error]
 *
 * Reads what a person typed into a field, in the person's way of writing numbers.
 *
 * Minutes may be 90, 1:30, 1.5 h or 45 min; a share 85 %, 85 or 0.85; money 182000,
 * $182,000.50, 870K or 2M. References are ids, several with a comma between, and
 * enumerations their words. Limits are [method@Field.check]'s business.
 */
gboolean
hr_parse_field (const HrField *field, const char *text, GValue *value, GError **error)
{
  g_autofree char *clean = g_strstrip (g_strdup (text));

  g_value_init (value, hr_field_get_value_type (field));
  switch (field->kind)
    {
    case HR_FIELD_TEXT:
      g_value_set_string (value, clean);
      return TRUE;
    case HR_FIELD_REF:
      g_value_set_string (value, *clean != '\0' ? clean : NULL);
      return TRUE;
    case HR_FIELD_REFS:
      g_value_take_boxed (value, *clean != '\0' ? g_strsplit (clean, ",", -1)
                                                : g_new0 (char *, 1));
      return TRUE;
    case HR_FIELD_FLAG:
      g_value_set_boolean (value, g_str_equal (clean, "true"));
      return TRUE;
    case HR_FIELD_ENUM:
      return parse_enum (field, clean, value, error);
    case HR_FIELD_INTEGER:
      return parse_integer (field, clean, value, error);
    case HR_FIELD_NUMBER:
      return parse_number (field, clean, value, error);
    case HR_FIELD_MONEY:
      return parse_money (field, clean, value, error);
    case HR_FIELD_RULE:
      return parse_rule (clean, value, error);
    case HR_FIELD_PORTFOLIO:
    case HR_FIELD_TAGS:
    case HR_FIELD_LIST:
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * hr_parse_number_to_text:
 * @number: a number; NAN for none
 *
 * Writes a number as a person would type it: the shortest digits that are read back as
 * the same number, with the person's decimal point and nothing between thousands.
 *
 * Returns: (transfer full): its text
 */
char *
hr_parse_number_to_text (double number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE], point[7] = { 0 };
  gunichar decimal, grouping;
  g_auto (GStrv) parts = NULL;

  if (isnan (number))
    return g_strdup ("");

  hr_format_get_separators (&decimal, &grouping);
  g_unichar_to_utf8 (decimal, point);
  for (int precision = 6; precision <= 17; precision++)
    {
      g_autofree char *format = g_strdup_printf ("%%.%dg", precision);

      g_ascii_formatd (digits, sizeof digits, format, number);
      if (g_ascii_strtod (digits, NULL) == number)
        break;
    }
  parts = g_strsplit (digits, ".", 2);
  return g_strjoinv (point, parts);
}

static char *
money_to_text (gint64 minor)
{
  char point[7] = { 0 };
  gunichar decimal, grouping;

  if (minor == HR_MONEY_NONE)
    return g_strdup ("");

  hr_format_get_separators (&decimal, &grouping);
  g_unichar_to_utf8 (decimal, point);
  if (minor % 100 == 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, minor / 100);
  return g_strdup_printf ("%" G_GINT64_FORMAT "%s%02d", minor / 100, point,
                          (int) ABS (minor % 100));
}

static char *
share_to_text (double share)
{
  g_autofree char *text = hr_parse_number_to_text (round (share * 1e14) / 1e12);

  return isnan (share) ? g_strdup ("") : g_strconcat (text, " %", NULL);
}

/**
 * hr_parse_to_text:
 * @field: a field
 * @value: its value
 *
 * Writes a value as a person would type it: what an entry shows when it is edited.
 *
 * Returns: (transfer full): text that hr_parse_field() reads back
 */
char *
hr_parse_to_text (const HrField *field, const GValue *value)
{
  switch (field->kind)
    {
    case HR_FIELD_TEXT:
    case HR_FIELD_REF:
      return g_strdup (g_value_get_string (value) != NULL ? g_value_get_string (value)
                                                          : "");
    case HR_FIELD_REFS:
      return g_strjoinv (",", g_value_get_boxed (value));
    case HR_FIELD_FLAG:
      return g_strdup (g_value_get_boolean (value) ? "true" : "false");
    case HR_FIELD_ENUM:
      return g_strdup (hr_enum_to_nick (field->type (), g_value_get_enum (value)));
    case HR_FIELD_INTEGER:
      return g_strdup_printf ("%d", g_value_get_int (value));
    case HR_FIELD_NUMBER:
      return field->unit == HR_UNIT_SHARE
                 ? share_to_text (g_value_get_double (value))
                 : hr_parse_number_to_text (g_value_get_double (value));
    case HR_FIELD_MONEY:
      return money_to_text (g_value_get_int64 (value));
    case HR_FIELD_RULE:
      return hr_rule_to_text (g_value_get_boxed (value));
    case HR_FIELD_PORTFOLIO:
    case HR_FIELD_TAGS:
    case HR_FIELD_LIST:
    default:
      g_return_val_if_reached (g_strdup (""));
    }
}
