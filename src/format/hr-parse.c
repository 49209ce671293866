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
  char digits[64]; /* without sign and separators, with a point */
  gboolean negative;
  char *suffix;          /* (owned), stripped, in lower case */
  gboolean has_currency; /* whether a currency sign stood at the end */
} Typed;

static void
typed_clear (Typed *self)
{
  g_clear_pointer (&self->suffix, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Typed, typed_clear)

static gboolean
refuse (const HrField *field, const char *text, const char *wanted, GError **error)
{
  g_set_error (error, HR_ERROR, HR_ERROR_VALUE, _ ("%s: “%s” is not %s"),
               _ (field->label), text, wanted);
  return FALSE;
}

static gboolean
is_currency (gunichar c)
{
  return g_unichar_type (c) == G_UNICODE_CURRENCY_SYMBOL;
}

/* The separator of thousands, or what people type for it. */
static gboolean
is_separator (gunichar c, gunichar grouping)
{
  return c == grouping || g_unichar_isspace (c) || (c == '\'' && grouping == 0x2019);
}

/* A separator of thousands has one to three digits before it, which are not a lone 0,
 * three between it and the next, and three behind it. One that has not is what a person
 * from elsewhere takes for the decimal point, or a slip. */
static gboolean
is_grouping (const char *at, const Typed *typed, gsize n, gsize n_group)
{
  gboolean is_first = n == n_group;
  const char *digits = g_utf8_next_char (at);

  if (is_first ? n_group > 3 || typed->digits[0] == '0' : n_group != 3)
    return FALSE;
  for (guint i = 0; i < 3; i++, digits = g_utf8_next_char (digits))
    if (!g_unichar_isdigit (g_utf8_get_char (digits)))
      return FALSE;
  return !g_unichar_isdigit (g_utf8_get_char (digits));
}

/* Passes over the sign and the currency before a number. */
static const char *
read_sign (const char *at, gboolean *negative)
{
  gboolean has_sign = FALSE;

  for (; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!has_sign && (c == '-' || c == 0x2212 || c == '+'))
        {
          has_sign = TRUE;
          *negative = c != '+';
        }
      else if (!g_unichar_isspace (c) && !is_currency (c))
        break;
    }
  return at;
}

/* Reads digits in the person's way of writing them. */
static const char *
read_digits (const char *at, Typed *typed, gunichar decimal, gunichar grouping)
{
  gsize n = 0, n_group = 0; /* digits so far; those since the last separator */
  gunichar separator = 0;
  gboolean point = FALSE;

  for (; *at != '\0' && n + 1 < sizeof typed->digits; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      int digit = g_unichar_digit_value (c);

      if (digit >= 0)
        {
          typed->digits[n++] = (char) ('0' + digit);
          n_group++;
        }
      else if (n > 0 && !point && is_separator (c, grouping) &&
               (separator == 0 || separator == c) && is_grouping (at, typed, n, n_group))
        {
          separator = c;
          n_group = 0;
        }
      else if (!point && separator != c && (c == decimal || c == '.'))
        {
          typed->digits[n++] = '.';
          point = TRUE;
        }
      else
        break;
    }
  typed->digits[n] = '\0';
  return at;
}

/* Reads a number. What stands behind it is handed back, without a currency sign. */
static gboolean
read_number (const char *text, Typed *typed)
{
  gunichar decimal, grouping;
  const char *rest;
  gsize length;

  hr_format_get_separators (&decimal, &grouping);
  typed->negative = FALSE;
  rest = read_digits (read_sign (text, &typed->negative), typed, decimal, grouping);
  typed->suffix = g_utf8_strdown (rest, -1);
  g_strstrip (typed->suffix);
  length = strlen (typed->suffix);
  if (length > 0)
    {
      char *last = g_utf8_find_prev_char (typed->suffix, typed->suffix + length);

      typed->has_currency = is_currency (g_utf8_get_char (last));
      if (typed->has_currency)
        *last = '\0';
      g_strchomp (typed->suffix);
    }
  return strpbrk (typed->digits, "0123456789") != NULL;
}

static double
get_number (const Typed *typed)
{
  double number = g_ascii_strtod (typed->digits, NULL);

  return typed->negative ? -number : number;
}

static const char *const HOURS[] = { "h",     "hr",  "hrs",  "hour",
                                     "hours", "std", "std.", NULL };
static const char *const MINUTES[] = { "",     "m",      "min",     "min.",
                                       "mins", "minute", "minutes", NULL };

/* What stands behind the hours: :30 of 1:30, or 30 min of 1 h 30 min. */
static gboolean
read_rest_of_hour (const char *text, double *minutes)
{
  char *end;
  guint64 number;

  if (!g_ascii_isdigit (*text))
    return FALSE;
  number = g_ascii_strtoull (text, &end, 10);
  *minutes = (double) number;
  return number < 60 && end - text <= 2 && g_strv_contains (MINUTES, g_strchug (end));
}

/* 90, 45 min, 1:30, 1.5 h, 1 h 30 */
static gboolean
read_minutes (const char *text, double *minutes)
{
  g_auto (Typed) typed = { 0 };
  gboolean is_whole;
  double rest;

  if (!read_number (text, &typed) || typed.has_currency)
    return FALSE;

  is_whole = strchr (typed.digits, '.') == NULL;
  *minutes = get_number (&typed);
  if (g_strv_contains (MINUTES, typed.suffix))
    return TRUE;

  *minutes *= 60;
  if (g_strv_contains (HOURS, typed.suffix))
    return TRUE;
  if (!is_whole)
    return FALSE;
  if (typed.suffix[0] == ':' ? strlen (typed.suffix) != 3
                             : !g_str_has_prefix (typed.suffix, "h"))
    return FALSE;
  if (!read_rest_of_hour (g_strchug (typed.suffix + 1), &rest))
    return FALSE;
  *minutes += typed.negative ? -rest : rest;
  return TRUE;
}

/* 85 %, 85, 0.85: a share of more than one is meant in per cent. */
static gboolean
read_share (const char *text, double *share)
{
  g_auto (Typed) typed = { 0 };
  g_autofree char *in_per_cent = NULL;
  gboolean has_sign;

  if (!read_number (text, &typed) || typed.has_currency)
    return FALSE;

  has_sign = g_str_equal (typed.suffix, "%") || g_str_equal (typed.suffix, "٪");
  if (*typed.suffix != '\0' && !has_sign)
    return FALSE;
  *share = get_number (&typed);
  if (!has_sign && *share <= 1)
    return TRUE;

  /* 85 becomes 0.85 and not 0.8500000000000001: moved as digits. */
  in_per_cent = g_strconcat (typed.digits, "e-2", NULL);
  *share = g_ascii_strtod (in_per_cent, NULL) * (typed.negative ? -1 : 1);
  return TRUE;
}

/* A number, with its own unit behind it or none. */
static gboolean
read_plain (const char *text, HrUnit unit, double *number)
{
  static const char *const factor_words[] = { "×", "x", NULL };
  g_auto (Typed) typed = { 0 };

  if (unit == HR_UNIT_FACTOR && g_str_has_prefix (text, "×"))
    text += strlen ("×");
  if (!read_number (text, &typed) || typed.has_currency)
    return FALSE;

  *number = get_number (&typed);
  if (*typed.suffix == '\0')
    return TRUE;
  if (unit == HR_UNIT_HOURS || unit == HR_UNIT_HOURS_PER_CUSTOMER)
    return g_strv_contains (HOURS, typed.suffix);
  return unit == HR_UNIT_FACTOR && g_strv_contains (factor_words, typed.suffix);
}

/* Digits to minor units without a double in between. */
static gboolean
digits_to_minor (const char *digits, guint shift, gint64 *minor)
{
  int decimals = -1; /* of digits behind the point */
  gint64 value = 0;

  for (const char *at = digits; *at != '\0'; at++)
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
  *minor = value;
  return TRUE;
}

/* $1,234.50, 2M, 870k, 2 Mio. € */
static gboolean
read_money (const char *text, gint64 *minor)
{
  static const struct
  {
    const char *suffix;
    guint shift;
  } suffixes[] = { { "", 0 },   { "k", 3 },   { "tsd", 3 },  { "tsd.", 3 },
                   { "m", 6 },  { "mio", 6 }, { "mio.", 6 }, { "b", 9 },
                   { "bn", 9 }, { "mrd", 9 }, { "mrd.", 9 } };
  g_auto (Typed) typed = { 0 };

  if (!read_number (text, &typed))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_equal (typed.suffix, suffixes[i].suffix))
      {
        gboolean good = digits_to_minor (typed.digits, suffixes[i].shift, minor);

        if (good && typed.negative)
          *minor = -*minor;
        return good;
      }
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

  if (read_plain (text, HR_UNIT_NONE, number))
    return TRUE;
  if (read_money (text, &minor))
    {
      *number = (double) minor / 100;
      return TRUE;
    }
  return read_share (text, number);
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
    good = read_plain (text, field->unit, &number);

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

  if (!read_plain (text, field->unit, &number) || number != floor (number) ||
      fabs (number) > 1e9)
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
parse_flag (const HrField *field, const char *text, GValue *value, GError **error)
{
  gboolean on = g_str_equal (text, "true");

  if (!on && !g_str_equal (text, "false"))
    return refuse (field, text, _ ("one of the choices"), error);
  g_value_set_boolean (value, on);
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
 * Minutes may be 90, 45 min, 1:30, 1.5 h or 1 h 30; a share 85 %, 85 or 0.85; money
 * 182000, $182,000.50, 870K or 2M. References are ids, several with a comma between, and
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
      return parse_flag (field, clean, value, error);
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

/* The fewest digits that are read back as the same number. A double has 17 that count;
 * the rest are the zeros of a number that is very small. */
static void
number_to_digits (double number, char *digits, int size)
{
  for (int decimals = 0; decimals <= 40; decimals++)
    {
      g_autofree char *format = g_strdup_printf ("%%.%df", decimals);

      g_ascii_formatd (digits, size, format, number);
      if (g_ascii_strtod (digits, NULL) == number)
        return;
    }
}

/* Digits in the person's way of writing them. */
static char *
localise (const char *digits)
{
  char point[7] = { 0 };
  gunichar decimal, grouping;
  g_auto (GStrv) parts = g_strsplit (digits, ".", 2);

  hr_format_get_separators (&decimal, &grouping);
  g_unichar_to_utf8 (decimal, point);
  return g_strjoinv (point, parts);
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
  char digits[512];

  if (isnan (number))
    return g_strdup ("");
  number_to_digits (number, digits, sizeof digits);
  return localise (digits);
}

/**
 * hr_parse_number_to_grouped_text:
 * @number: a number; NAN for none
 *
 * Writes a number that is read more often than typed: 250,000. Where that would not be
 * read back as the same number, it is written as by hr_parse_number_to_text().
 *
 * Returns: (transfer full): its text
 */
char *
hr_parse_number_to_grouped_text (double number)
{
  g_autofree char *grouped = NULL;
  double again;

  if (number != round (number))
    return hr_parse_number_to_text (number);
  grouped = hr_format_number (number, 0);
  return hr_parse_number (grouped, &again) && again == number
             ? g_steal_pointer (&grouped)
             : hr_parse_number_to_text (number);
}

static char *
money_to_text (gint64 minor)
{
  guint64 amount = minor < 0 ? -(guint64) minor : (guint64) minor;
  g_autofree char *digits = NULL;

  if (minor == HR_MONEY_NONE)
    return g_strdup ("");

  digits = g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%02u", minor < 0 ? "-" : "",
                            amount / 100, (guint) (amount % 100));
  if (amount % 100 == 0)
    *strchr (digits, '.') = '\0';
  return localise (digits);
}

/* 0.85 is 85 %: the point is moved, for × 100 would add noise. */
static char *
share_to_text (double share)
{
  char digits[512];
  g_auto (GStrv) parts = NULL;
  g_autoptr (GString) moved = g_string_new (NULL);
  g_autofree char *text = NULL;
  const char *fraction;

  if (isnan (share))
    return g_strdup ("");

  number_to_digits (fabs (share), digits, sizeof digits);
  parts = g_strsplit (digits, ".", 2);
  fraction = parts[1] != NULL ? parts[1] : "";
  g_string_append_printf (moved, "%s%.2s%s", parts[0], fraction,
                          strlen (fraction) == 0   ? "00"
                          : strlen (fraction) == 1 ? "0"
                                                   : "");
  while (moved->len > 1 && moved->str[0] == '0')
    g_string_erase (moved, 0, 1);
  if (strlen (fraction) > 2)
    g_string_append_printf (moved, ".%s", fraction + 2);
  if (share < 0)
    g_string_prepend_c (moved, '-');
  text = localise (moved->str);
  return g_strconcat (text, " %", NULL);
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
