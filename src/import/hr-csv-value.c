/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-csv-value.h"

#include <math.h>
#include <string.h>

#include "hr-types.h"

/* Digits that a double, and digits that a guint64, holds exactly whatever they are. */
#define EXACT_DIGITS 15
#define MOST_DIGITS 18
/* A decimal with more than these is no number that anybody wrote. */
#define LONGEST_NUMBER 40

gboolean
hr_csv_value_to_flag (const char *text, gsize length, gboolean *flag)
{
  if (length == 4 && g_ascii_strncasecmp (text, "true", 4) == 0)
    *flag = TRUE;
  else if (length == 5 && g_ascii_strncasecmp (text, "false", 5) == 0)
    *flag = FALSE;
  else
    return FALSE;
  return TRUE;
}

/* ---- Numbers and money ---- */

typedef struct
{
  guint64 digits; /* all of them, without point and commas; if n_digits <= MOST_DIGITS */
  guint n_digits;
  guint n_decimals;
  gboolean has_point;
  gboolean is_padded; /* 007 */
} Decimal;

static inline gboolean
is_digit (char c)
{
  return (guchar) (c - '0') < 10;
}

static inline const char *
scan_digits (const char *at, const char *end, Decimal *decimal)
{
  const char *start = at;

  for (; at < end && is_digit (*at); at++)
    decimal->digits = decimal->digits * 10 + (guint64) (*at - '0');
  decimal->n_digits += (guint) (at - start);
  return at;
}

/* Reads 1234, 1,234 and 1,234.50: a comma only where it divides thousands. Gets where
 * it ends, or NULL. */
static inline const char *
scan_decimal (const char *start, const char *end, Decimal *decimal)
{
  const char *at;

  *decimal = (Decimal) { 0 };
  at = scan_digits (start, end, decimal);
  decimal->is_padded = decimal->n_digits > 1 && *start == '0';
  if (at < end && *at == ',')
    {
      if (decimal->n_digits < 1 || decimal->n_digits > 3 || *start == '0')
        return NULL;
      while (at < end && *at == ',')
        {
          const char *group = at + 1;

          at = scan_digits (group, end, decimal);
          if (at - group != 3)
            return NULL;
        }
    }
  if (at < end && *at == '.')
    {
      const char *point = at++;

      decimal->has_point = TRUE;
      at = scan_digits (at, end, decimal);
      decimal->n_decimals = (guint) (at - point - 1);
      if (decimal->n_decimals == 0)
        return NULL; /* “3.” counts something */
    }
  return decimal->n_digits > 0 ? at : NULL;
}

/* 1.5e-07, as programs write; 4E5 without a sign is more likely a name. */
static gboolean
is_exponent (const char *at, const char *end)
{
  if (end - at < 3 || end - at > 5 || (*at != 'e' && *at != 'E') ||
      (at[1] != '+' && at[1] != '-'))
    return FALSE;
  for (at += 2; at < end; at++)
    if (!is_digit (*at))
      return FALSE;
  return TRUE;
}

static gboolean
convert_slowly (const char *text, gsize length, double *number)
{
  char copy[LONGEST_NUMBER + 1];
  gsize n = 0;

  if (length > LONGEST_NUMBER)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (text[i] != ',')
      copy[n++] = text[i];
  copy[n] = '\0';
  *number = g_ascii_strtod (copy, NULL);
  return isfinite (*number);
}

/**
 * hr_csv_value_to_number:
 *
 * Reads a number: -1,234.5 or 1.5e-07, never what is more likely a name. 007, +49 and
 * whole numbers beyond 15 digits are names: as numbers they would lose something.
 */
gboolean
hr_csv_value_to_number (const char *text, gsize length, double *number)
{
  static const double powers[] = { 1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                   1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15 };
  const char *end = text + length, *after;
  gboolean is_negative = length > 0 && *text == '-';
  Decimal decimal;

  after = scan_decimal (text + is_negative, end, &decimal);
  if (after == NULL || (decimal.is_padded && decimal.n_digits > decimal.n_decimals + 1))
    return FALSE;
  if (!decimal.has_point && decimal.n_digits > EXACT_DIGITS)
    return FALSE;
  if (after < end || decimal.n_digits > EXACT_DIGITS)
    return (after == end || is_exponent (after, end)) &&
           convert_slowly (text, length, number);

  /* Both are exact, so the quotient is the double nearest to what is written. */
  *number = (double) decimal.digits / powers[decimal.n_decimals];
  if (is_negative && decimal.digits > 0)
    *number = -*number;
  return TRUE;
}

/* Steps over a sign and a currency sign, in either order. */
static const char *
scan_money_signs (const char *at, const char *end, gboolean *is_negative)
{
  static const char *const currencies[] = { "$", "€", "£", "¥" };
  gboolean has_sign = FALSE, has_currency = FALSE;

  *is_negative = FALSE;
  if (at < end && is_digit (*at))
    return at; /* nearly always */

  for (;;)
    {
      const char *before = at;

      if (!has_sign && at < end && (*at == '-' || *at == '+'))
        {
          has_sign = TRUE;
          *is_negative = *at++ == '-';
        }
      for (guint i = 0; !has_currency && i < G_N_ELEMENTS (currencies); i++)
        {
          gsize n = strlen (currencies[i]);

          if ((gsize) (end - at) < n || memcmp (at, currencies[i], n) != 0)
            continue;
          has_currency = TRUE;
          at += n;
          while (at < end && *at == ' ')
            at++;
        }
      if (at == before)
        return at;
    }
}

/**
 * hr_csv_value_to_money:
 * @money: (out): minor units
 *
 * Reads an amount: 1234.5, $1,234.50 or -€ 20, exactly to the cent.
 *
 * Three decimals are never an amount, even if they are zeros: who writes 12.500 may
 * mean twelve thousand.
 */
HrCsvMoney
hr_csv_value_to_money (const char *text, gsize length, gint64 *money)
{
  const char *end = text + length;
  gboolean is_negative;
  Decimal decimal;

  text = scan_money_signs (text, end, &is_negative);
  if (scan_decimal (text, end, &decimal) != end)
    return HR_CSV_MONEY_NOT;
  if (decimal.n_decimals == 3)
    return HR_CSV_MONEY_TOO_FINE;
  if (decimal.n_digits > MOST_DIGITS)
    return HR_CSV_MONEY_TOO_LARGE;
  for (; decimal.n_decimals > 2; decimal.n_decimals--, decimal.digits /= 10)
    if (decimal.digits % 10 != 0)
      return HR_CSV_MONEY_TOO_FINE;
  for (; decimal.n_decimals < 2; decimal.n_decimals++, decimal.digits *= 10)
    if (decimal.digits > HR_MONEY_MAX)
      return HR_CSV_MONEY_TOO_LARGE;
  if (decimal.digits > HR_MONEY_MAX)
    return HR_CSV_MONEY_TOO_LARGE;
  *money = is_negative ? -(gint64) decimal.digits : (gint64) decimal.digits;
  return HR_CSV_MONEY;
}

/* ---- Dates ---- */

static gboolean
is_date (gint32 year, gint32 month, gint32 day)
{
  return year > 0 && month > 0 && month <= 12 && day > 0 &&
         (day <= 28 ||
          day <= g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year));
}

/* Reads so many digits; -1 if there are others. */
static inline gint32
read_digits (const char *text, gsize n)
{
  gint32 number = 0;

  for (gsize i = 0; i < n; i++)
    {
      if (!is_digit (text[i]))
        return -1;
      number = number * 10 + (text[i] - '0');
    }
  return number;
}

/* Reads one or two digits and what divides them from the next; gets how many bytes
 * that were, 0 if they are no part of a date. */
static gsize
read_part (const char *text, gint32 *part, char *divider)
{
  gsize n = is_digit (text[1]) ? 2 : 1;

  *part = read_digits (text, n);
  *divider = text[n];
  return *part >= 0 && (*divider == '-' || *divider == '/' || *divider == '.') ? n + 1
                                                                               : 0;
}

/* Two parts of which either may be the day, then the year. */
static HrCsvDateForms
read_ordered_date (const char *text, gsize length, gint32 *parts)
{
  gint32 first, second, year;
  gsize n, n_second;
  char divider, other;
  guint forms = 0;

  if (length < 8 || length > 10 || (n = read_part (text, &first, &divider)) == 0 ||
      (n_second = read_part (text + n, &second, &other)) == 0 || divider != other ||
      length != n + n_second + 4 || (year = read_digits (text + n + n_second, 4)) < 0)
    return 0;

  *parts = year * 10000 + first * 100 + second;
  if (is_date (year, second, first))
    forms |= HR_CSV_DATE_DAY_FIRST;
  if (is_date (year, first, second))
    forms |= HR_CSV_DATE_MONTH_FIRST;
  return (HrCsvDateForms) forms;
}

/**
 * hr_csv_value_to_date:
 * @parts: (out): the date, for hr_csv_date_to_days()
 *
 * Reads a date in every way that it can be read.
 *
 * Returns: the forms of which this is a date; 0 if of none
 */
HrCsvDateForms
hr_csv_value_to_date (const char *text, gsize length, gint32 *parts)
{
  gint32 year, month, day;

  if (length != 10 || text[4] != '-')
    return read_ordered_date (text, length, parts);

  year = read_digits (text, 4);
  month = read_digits (text + 5, 2);
  day = read_digits (text + 8, 2);
  *parts = year * 10000 + month * 100 + day;
  return text[7] == '-' && is_date (year, month, day) ? HR_CSV_DATE_ISO : 0;
}

/**
 * hr_csv_date_to_days:
 * @parts: a date
 * @form: one of the forms that hr_csv_value_to_date() gave for it
 *
 * Converts a date to days since 1970-01-01.
 *
 * The year is taken to begin in March, so that the leap day is its last, and the days
 * of the months before repeat every five. GDate needs five times as long.
 */
gint32
hr_csv_date_to_days (gint32 parts, HrCsvDateForms form)
{
  gint32 year = parts / 10000, first = parts / 100 % 100, second = parts % 100;
  gboolean is_day_first = form == HR_CSV_DATE_DAY_FIRST;
  gint32 month = is_day_first ? second : first, day = is_day_first ? first : second;

  year -= month <= 2;
  month = (month + 9) % 12;
  return 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day -
         1 - 719468;
}
