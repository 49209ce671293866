/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-format-private.h"
#include "hr-format.h"

#include <locale.h>
#include <math.h>
#include <string.h>
#include <unicode/udat.h>
#include <unicode/uloc.h>
#include <unicode/unum.h>
#include <unicode/unumberformatter.h>

/* Halves go away from zero, as a person rounds, and what is rounded to zero has no sign.
 */
#define EVERY " rounding-mode-half-up sign-negative"

/* From here on digits are noise and would break every layout. */
#define HUGE_VALUE 1e15
#define TINY_VALUE 1e-6

/* A number that is less than a whole one by no more than this share of it is that whole
 * one: 9.999999999999998 customers are 10 whose arithmetic was done in binary. */
#define WHOLE_EPSILON 1e-9

/* Making a formatter takes ICU longer than a whole page of figures, and a result may not
 * be shared. So each thread has its own and nobody waits. */
typedef struct
{
  GHashTable *numbers; /* (owned) (element-type utf8 UNumberFormatter) */
  GHashTable *dates;   /* (owned) (element-type utf8 UDateFormat) */
  GHashTable *moments; /* (owned) (element-type utf8 UDateFormat) */
  UFormattedNumber *result;
} Cache;

static void
cache_free (gpointer data)
{
  Cache *cache = data;

  g_hash_table_unref (cache->numbers);
  g_hash_table_unref (cache->dates);
  g_hash_table_unref (cache->moments);
  unumf_closeResult (cache->result);
  g_free (cache);
}

static GPrivate caches = G_PRIVATE_INIT (cache_free);

static Cache *
get_cache (void)
{
  Cache *cache = g_private_get (&caches);
  UErrorCode status = U_ZERO_ERROR;

  if (cache != NULL)
    return cache;

  cache = g_new0 (Cache, 1);
  cache->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                          (GDestroyNotify) unumf_close);
  cache->dates = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                        (GDestroyNotify) udat_close);
  cache->moments = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                          (GDestroyNotify) udat_close);
  cache->result = unumf_openResult (&status);
  g_private_set (&caches, cache);
  return cache;
}

static const char *chosen_locale; /* interned */

/**
 * hr_format_set_locale:
 * @locale: (nullable): a locale, "de_DE", or %NULL for those of the process
 *
 * Chooses how numbers, money and dates are written in all threads, instead of
 * LC_NUMERIC, LC_MONETARY and LC_TIME. Words stay in the language of LC_MESSAGES.
 */
void
hr_format_set_locale (const char *locale)
{
  g_atomic_pointer_set (&chosen_locale, (gpointer) g_intern_string (locale));
}

static const char *
get_locale (int category)
{
  const char *chosen = g_atomic_pointer_get (&chosen_locale);

  return chosen != NULL ? chosen : setlocale (category, NULL);
}

/* The locale "C" is for machines: people get American English. */
static void
to_icu_locale (const char *locale, char *icu, int size)
{
  UErrorCode status = U_ZERO_ERROR;

  if (g_str_equal (locale, "C") || g_str_has_prefix (locale, "C.") ||
      g_str_equal (locale, "POSIX"))
    locale = "en_US";
  uloc_canonicalize (locale, icu, size, &status);
  if (U_FAILURE (status) || status == U_STRING_NOT_TERMINATED_WARNING)
    g_strlcpy (icu, "en_US", (gsize) size);
}

/**
 * hr_format_is_right_to_left:
 *
 * Says whether the words that people read, those of LC_MESSAGES, run from right to left.
 */
gboolean
hr_format_is_right_to_left (void)
{
  char icu[ULOC_FULLNAME_CAPACITY];

  to_icu_locale (setlocale (LC_MESSAGES, NULL), icu, sizeof icu);
  return uloc_isRightToLeft (icu);
}

static UNumberFormatter *
open_formatter (const char *skeleton, const char *locale)
{
  UErrorCode status = U_ZERO_ERROR;
  char icu[ULOC_FULLNAME_CAPACITY];
  g_autofree gunichar2 *wide = g_utf8_to_utf16 (skeleton, -1, NULL, NULL, NULL);
  UNumberFormatter *formatter;

  to_icu_locale (locale, icu, sizeof icu);
  formatter = unumf_openForSkeletonAndLocale ((const UChar *) wide, -1, icu, &status);
  if (U_FAILURE (status))
    g_critical ("%s in %s: %s", skeleton, icu, u_errorName (status));
  return formatter;
}

static const UNumberFormatter *
find_formatter (Cache *cache, const char *skeleton, const char *locale)
{
  UNumberFormatter *formatter;
  char key[192]; /* a name that fills its part is none that ICU knows */

  g_snprintf (key, sizeof key, "%.64s %s", locale, skeleton);
  formatter = g_hash_table_lookup (cache->numbers, key);
  if (formatter == NULL)
    {
      formatter = open_formatter (skeleton, locale);
      g_hash_table_insert (cache->numbers, g_strdup (key), formatter);
    }
  return formatter;
}

/* Most languages of ICU still write the hyphen of the typewriter. */
static char *
take_result (Cache *cache, UErrorCode *status)
{
  UChar text[256];
  int length = unumf_resultToString (cache->result, text, G_N_ELEMENTS (text), status);

  g_return_val_if_fail (U_SUCCESS (*status) && length < (int) G_N_ELEMENTS (text),
                        g_strdup (HR_NO_ANSWER));

  for (int i = 0; i < length; i++)
    if (text[i] == '-')
      text[i] = 0x2212;
  return g_utf16_to_utf8 ((const gunichar2 *) text, length, NULL, NULL, NULL);
}

static char *
write_double (const char *skeleton, int category, double value)
{
  Cache *cache = get_cache ();
  UErrorCode status = U_ZERO_ERROR;

  if (!isfinite (value))
    return g_strdup (HR_NO_ANSWER);

  unumf_formatDouble (find_formatter (cache, skeleton, get_locale (category)), value,
                      cache->result, &status);
  return take_result (cache, &status);
}

/* What a layout was made for, or what still tells the order of the number. */
static const char *
choose_precision (double value, const char *precision)
{
  return fabs (value) >= HUGE_VALUE ? "scientific @@@" : precision;
}

static char *
write_plain (const char *precision, double value)
{
  char skeleton[80];

  g_snprintf (skeleton, sizeof skeleton, "%s" EVERY, precision);
  return write_double (skeleton, LC_NUMERIC, value);
}

/**
 * hr_format_number:
 * @value: a number, or NAN
 * @decimals: how many digits after the point, at most 15
 *
 * Writes a number with a fixed number of decimals.
 */
char *
hr_format_number (double value, guint decimals)
{
  char precision[17] = ".000000000000000";

  g_return_val_if_fail (decimals <= 15, NULL);

  precision[decimals + 1] = '\0';
  return write_plain (choose_precision (value, precision), value);
}

/* What a person typed, without zeros that they did not. */
char *
hr_format_number_at_most (double value, guint decimals)
{
  char precision[17] = ".###############";

  g_return_val_if_fail (decimals <= 15, NULL);

  precision[decimals + 1] = '\0';
  return write_plain (choose_precision (value, precision), value);
}

char *
hr_format_share_at_most (double share, guint decimals)
{
  char precision[] = "percent scale/100 .###############";

  g_return_val_if_fail (decimals <= 15, NULL);

  precision[strlen (precision) - 15 + decimals] = '\0';
  return write_plain (precision, share);
}

char *
hr_format_people (double fte)
{
  return hr_format_number (fte, 1);
}

char *
hr_format_heads (double heads)
{
  return hr_format_number (heads, 0);
}

char *
hr_format_hours (double hours)
{
  return hr_format_number (hours, 1);
}

/**
 * hr_format_share:
 * @share: 0 to 1, or beyond; or NAN
 *
 * Writes a share in per cent with two significant digits, more where the whole number
 * has more: 0.52 %, 6.1 %, 33 %, 105 %.
 */
char *
hr_format_share (double share)
{
  return write_plain (share == 0 ? "percent scale/100 ." : "percent scale/100 ./@@r",
                      share);
}

/**
 * hr_format_customers_per_fte:
 * @value: customers per full-time equivalent, or NAN
 *
 * Writes how many whole customers one person can serve.
 */
char *
hr_format_customers_per_fte (double value)
{
  return hr_format_number (floor (value * (1 + WHOLE_EPSILON)), 0);
}

static gboolean
is_currency_code (const char *currency)
{
  return currency != NULL && strlen (currency) == 3 && g_ascii_isalpha (currency[0]) &&
         g_ascii_isalpha (currency[1]) && g_ascii_isalpha (currency[2]);
}

/* A currency that ICU cannot know stands behind the number as it was typed. */
static char *
append_currency (char *number, const char *currency)
{
  g_autofree char *owned = number;

  if (currency == NULL || *currency == '\0')
    return g_steal_pointer (&owned);
  return g_strdup_printf ("%s\u00a0%s", owned, currency);
}

static char *
write_money (const char *precision, double major, const char *currency)
{
  gboolean known = is_currency_code (currency);
  char skeleton[112];
  char *text;

  if (!isfinite (major))
    return g_strdup (HR_NO_ANSWER);

  g_snprintf (skeleton, sizeof skeleton, "%s%s %s" EVERY, known ? "currency/" : "",
              known ? currency : "", precision);
  text = write_double (skeleton, LC_MONETARY, major);
  return known ? text : append_currency (text, currency);
}

/**
 * hr_format_money_compact:
 * @major: money in major units, or NAN
 * @currency: (nullable): its code, "USD"
 *
 * Writes money with three significant figures: $32.0M, $870K, $950. What is less than a
 * hundred is written in full, because nobody writes half of the cents.
 */
char *
hr_format_money_compact (double major, const char *currency)
{
  if (fabs (major) < 100)
    return hr_format_money (major, currency);
  return write_money (choose_precision (major, "compact-short @@@"), major, currency);
}

/**
 * hr_format_money_short:
 * @major: money in major units, or NAN
 * @currency: (nullable): its code, "USD"
 *
 * Writes round money with no more digits than it has, at most three: $2M, $2.5M, $500K.
 */
char *
hr_format_money_short (double major, const char *currency)
{
  return write_money (choose_precision (major, "compact-short @##"), major, currency);
}

/**
 * hr_format_money:
 * @major: money in major units, or NAN
 * @currency: (nullable): its code, "USD"
 *
 * Writes money in full, with hundredths unless they are zero: $870,824.84, $32,000,000.
 */
char *
hr_format_money (double major, const char *currency)
{
  return write_money (choose_precision (major, ".00/w"), major, currency);
}

/**
 * hr_format_minor:
 * @minor: money in hundredths, or %HR_MONEY_NONE
 * @currency: (nullable): its code, "USD"
 *
 * Writes money in full and exactly, however much it is.
 */
char *
hr_format_minor (gint64 minor, const char *currency)
{
  Cache *cache = get_cache ();
  gboolean known = is_currency_code (currency);
  UErrorCode status = U_ZERO_ERROR;
  char skeleton[112];
  char *text;

  if (minor == HR_MONEY_NONE)
    return g_strdup (HR_NO_ANSWER);

  g_snprintf (skeleton, sizeof skeleton, "%s%s .00/w scale/0.01" EVERY,
              known ? "currency/" : "", known ? currency : "");
  unumf_formatInt (find_formatter (cache, skeleton, get_locale (LC_MONETARY)), minor,
                   cache->result, &status);
  text = take_result (cache, &status);
  return known ? text : append_currency (text, currency);
}

static const UDateFormat *
find_date_format (GHashTable *formats,
                  const char *locale,
                  UDateFormatStyle time,
                  UDateFormatStyle date,
                  const UChar *zone)
{
  UDateFormat *format = g_hash_table_lookup (formats, locale);
  UErrorCode status = U_ZERO_ERROR;
  char icu[ULOC_FULLNAME_CAPACITY];

  if (format != NULL)
    return format;

  to_icu_locale (locale, icu, sizeof icu);
  format = udat_open (time, date, icu, zone, -1, NULL, 0, &status);
  if (U_FAILURE (status))
    g_critical ("dates in %s: %s", icu, u_errorName (status));
  g_hash_table_insert (formats, g_strdup (locale), format);
  return format;
}

static char *
write_date (const UDateFormat *format, double milliseconds)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar text[128];
  int length =
      udat_format (format, milliseconds, text, G_N_ELEMENTS (text), NULL, &status);

  g_return_val_if_fail (U_SUCCESS (status), g_strdup (HR_NO_ANSWER));

  return g_utf16_to_utf8 ((const gunichar2 *) text, length, NULL, NULL, NULL);
}

/**
 * hr_format_date:
 * @days: days since 1970-01-01, or %HR_DATE_NONE
 *
 * Writes a date as the language does in running text, "Mar 31, 2027".
 */
char *
hr_format_date (gint32 days)
{
  static const UChar utc[] = { 'U', 'T', 'C', 0 };

  if (days == HR_DATE_NONE)
    return g_strdup (HR_NO_ANSWER);

  return write_date (find_date_format (get_cache ()->dates, get_locale (LC_TIME),
                                       UDAT_NONE, UDAT_MEDIUM, utc),
                     days * 86400e3);
}

/**
 * hr_format_moment:
 * @time: in µs since 1970
 *
 * Writes when something was, in the time of the place, "yesterday at 2:03 PM".
 */
char *
hr_format_moment (gint64 time)
{
  return write_date (find_date_format (get_cache ()->moments, get_locale (LC_TIME),
                                       UDAT_SHORT, UDAT_MEDIUM_RELATIVE, NULL),
                     floor ((double) time / 1000));
}

/**
 * hr_format_exact_number:
 * @value: a number, or NAN
 * @unit: what it counts: a share is written in per cent, money as money
 * @currency: (nullable): the code of the currency
 *
 * Writes a number with all the digits that tell it from its neighbours.
 */
char *
hr_format_exact_number (double value, HrUnit unit, const char *currency)
{
  gboolean readable =
      value == 0 || (fabs (value) >= TINY_VALUE && fabs (value) < HUGE_VALUE);
  const char *precision = readable ? ".+" : "scientific .+";
  char skeleton[64];

  if (unit == HR_UNIT_MONEY)
    return write_money (precision, value, currency);
  g_snprintf (skeleton, sizeof skeleton, "%s%s",
              unit == HR_UNIT_SHARE ? "percent scale/100 " : "", precision);
  return write_plain (skeleton, value);
}

static gunichar
get_symbol (const UNumberFormat *format, UNumberFormatSymbol symbol, gunichar fallback)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar text[8];
  int length = unum_getSymbol (format, symbol, text, G_N_ELEMENTS (text), &status);
  g_autofree char *utf8 = NULL;

  if (U_FAILURE (status) || length < 1)
    return fallback;
  utf8 = g_utf16_to_utf8 ((const gunichar2 *) text, length, NULL, NULL, NULL);
  return g_utf8_get_char (utf8);
}

/**
 * hr_format_get_separators:
 * @decimal: (out): what stands before the decimals
 * @grouping: (out): what stands between thousands
 *
 * Gets how the person writes numbers, for reading them.
 */
void
hr_format_get_separators (gunichar *decimal, gunichar *grouping)
{
  UErrorCode status = U_ZERO_ERROR;
  char icu[ULOC_FULLNAME_CAPACITY];
  UNumberFormat *format;

  to_icu_locale (get_locale (LC_NUMERIC), icu, sizeof icu);
  format = unum_open (UNUM_DECIMAL, NULL, 0, icu, NULL, &status);
  *decimal = get_symbol (format, UNUM_DECIMAL_SEPARATOR_SYMBOL, '.');
  *grouping = get_symbol (format, UNUM_GROUPING_SEPARATOR_SYMBOL, ',');
  unum_close (format);
}
