/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-parse.h"

#include <math.h>
#include <string.h>

#include "hr-format.h"
#include "hr-role.h"
#include "hr-stage.h"
#include "hr-test-plan.h"
#include "hr-touchpoint.h"

#define NONE HR_MONEY_NONE

static const HrField *
field_of (HrUnit unit)
{
  switch ((int) unit)
    {
    case HR_UNIT_MINUTES:
      return hr_test_field (HR_TYPE_TOUCHPOINT, "prep-minutes");
    case HR_UNIT_SHARE:
      return hr_test_field (HR_TYPE_ROLE, "realisation");
    case HR_UNIT_HOURS:
      return hr_test_field (HR_TYPE_ROLE, "annual-hours");
    case HR_UNIT_FACTOR:
      return hr_test_field (HR_TYPE_SEGMENT, "complexity");
    case HR_UNIT_CUSTOMERS:
      return hr_test_field (HR_TYPE_SEGMENT, "customers");
    case HR_UNIT_SCORE:
      return hr_test_field (HR_TYPE_TOUCHPOINT, "sentiment");
    default:
      g_assert_not_reached ();
    }
}

/* A number that is typed, and what it means; NAN where it is refused. */
typedef struct
{
  const char *locale;
  HrUnit unit;
  const char *text;
  double expected;
} Number;

static const Number NUMBERS[] = {
  { "en_US", HR_UNIT_MINUTES, "90", 90 },
  { "en_US", HR_UNIT_MINUTES, "  45 min ", 45 },
  { "en_US", HR_UNIT_MINUTES, "45m", 45 },
  { "en_US", HR_UNIT_MINUTES, "1 minute", 1 },
  { "en_US", HR_UNIT_MINUTES, "1:30", 90 },
  { "en_US", HR_UNIT_MINUTES, "0:05", 5 },
  { "en_US", HR_UNIT_MINUTES, "1.5 h", 90 },
  { "en_US", HR_UNIT_MINUTES, "2 Hours", 120 },
  { "en_US", HR_UNIT_MINUTES, "1h30", 90 },
  { "en_US", HR_UNIT_MINUTES, "1 h 30 min", 90 },
  { "en_US", HR_UNIT_MINUTES, "-1:30", -90 }, /* the field refuses it, and says why */
  { "en_US", HR_UNIT_MINUTES, "1,500", 1500 },
  { "en_US", HR_UNIT_MINUTES, "1:3", NAN },
  { "en_US", HR_UNIT_MINUTES, "1:60", NAN },
  { "en_US", HR_UNIT_MINUTES, "1:030", NAN },
  { "en_US", HR_UNIT_MINUTES, "1.5:30", NAN },
  { "en_US", HR_UNIT_MINUTES, "1.5 h 30", NAN },
  { "en_US", HR_UNIT_MINUTES, "1 h 90", NAN },
  { "en_US", HR_UNIT_MINUTES, "1 h x", NAN },
  { "en_US", HR_UNIT_MINUTES, ":30", NAN },
  { "en_US", HR_UNIT_MINUTES, "90 s", NAN },
  { "en_US", HR_UNIT_MINUTES, "$90", 90 },
  { "en_US", HR_UNIT_MINUTES, "90$", NAN },
  { "en_US", HR_UNIT_MINUTES, "", NAN },
  { "en_US", HR_UNIT_MINUTES, "abc", NAN },
  { "de_DE", HR_UNIT_MINUTES, "1,5 h", 90 },
  { "de_DE", HR_UNIT_MINUTES, "1,5 Std.", 90 },
  { "de_DE", HR_UNIT_MINUTES, "1.5 h", 90 },
  { "de_DE", HR_UNIT_MINUTES, "1.500", 1500 },

  { "en_US", HR_UNIT_SHARE, "85 %", 0.85 },
  { "en_US", HR_UNIT_SHARE, "85%", 0.85 },
  { "en_US", HR_UNIT_SHARE, "85", 0.85 },
  { "en_US", HR_UNIT_SHARE, "0.85", 0.85 },
  { "en_US", HR_UNIT_SHARE, ".85", 0.85 },
  { "en_US", HR_UNIT_SHARE, "1", 1 },
  { "en_US", HR_UNIT_SHARE, "1 %", 0.01 },
  { "en_US", HR_UNIT_SHARE, "100", 1 },
  { "en_US", HR_UNIT_SHARE, "0", 0 },
  { "en_US", HR_UNIT_SHARE, "0.5 %", 0.005 },
  { "en_US", HR_UNIT_SHARE, "33.3", 0.333 },
  { "en_US", HR_UNIT_SHARE, "-5 %", -0.05 },
  { "en_US", HR_UNIT_SHARE, "85 percent", NAN },
  { "en_US", HR_UNIT_SHARE, "%", NAN },
  { "de_DE", HR_UNIT_SHARE, "33,3 %", 0.333 },
  { "de_DE", HR_UNIT_SHARE, "0,850", 0.85 },
  { "de_DE", HR_UNIT_SHARE, "0.850", 0.85 }, /* not 850 */

  { "en_US", HR_UNIT_HOURS, "2080", 2080 },
  { "en_US", HR_UNIT_HOURS, "2,080 h", 2080 },
  { "en_US", HR_UNIT_HOURS, "2 080", 2080 },
  { "en_US", HR_UNIT_HOURS, "2080 hours", 2080 },
  { "en_US", HR_UNIT_HOURS, "2080 min", NAN },
  { "en_US", HR_UNIT_HOURS, "2,08", NAN },
  { "en_US", HR_UNIT_HOURS, "20,80,000", NAN },
  { "en_US", HR_UNIT_HOURS, "2,0800", NAN },
  { "en_US", HR_UNIT_HOURS, "1.5.5", NAN },
  { "en_US", HR_UNIT_HOURS, "1e3", NAN },
  { "en_US", HR_UNIT_HOURS, "0x10", NAN },
  { "en_US", HR_UNIT_HOURS, "inf", NAN },
  { "en_US", HR_UNIT_HOURS, "nan", NAN },
  { "en_US", HR_UNIT_HOURS, "--5", NAN },
  { "en_US", HR_UNIT_HOURS, "1/2", NAN },
  { "de_DE", HR_UNIT_HOURS, "2.080,5", 2080.5 },
  { "de_DE", HR_UNIT_HOURS, "1234.567", 1234.567 },
  { "de_DE", HR_UNIT_HOURS, "1.234.567", 1234567 },
  { "de_DE", HR_UNIT_HOURS, "1.234.56", NAN },
  { "de_DE", HR_UNIT_HOURS, "2,080.5", NAN },
  { "fr_FR", HR_UNIT_HOURS, "2\u202f080,5", 2080.5 },
  { "de_CH", HR_UNIT_HOURS, "2’080.5", 2080.5 },
  { "de_CH", HR_UNIT_HOURS, "2'080.5", 2080.5 },
  { "ar_EG", HR_UNIT_HOURS, "٢٬٠٨٠", 2080 },

  { "en_US", HR_UNIT_FACTOR, "1.3", 1.3 },
  { "en_US", HR_UNIT_FACTOR, "×1.30", 1.3 },
  { "en_US", HR_UNIT_FACTOR, "1.3x", 1.3 },
  { "en_US", HR_UNIT_FACTOR, "1.3 h", NAN },

  { "en_US", HR_UNIT_SCORE, "2", 2 },
  { "en_US", HR_UNIT_SCORE, "+1", 1 },
  { "en_US", HR_UNIT_SCORE, "\u22122", -2 },
  { "en_US", HR_UNIT_SCORE, "2.0", 2 },
  { "en_US", HR_UNIT_SCORE, "2.5", NAN },
  { "en_US", HR_UNIT_SCORE, "3000000000", NAN },
  { "en_US", HR_UNIT_SCORE, "", NAN },
};

static void
test_number (gconstpointer data)
{
  const Number *row = data;
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;
  double number;

  hr_format_set_locale (row->locale);
  if (!hr_parse_field (field_of (row->unit), row->text, &value, &error))
    {
      g_autofree char *quoted = g_strstrip (g_strdup (row->text));

      g_assert_error (error, HR_ERROR, HR_ERROR_VALUE);
      g_assert_nonnull (strstr (error->message, quoted));
      g_assert_true (isnan (row->expected));
      return;
    }
  g_assert_no_error (error);
  number =
      G_VALUE_HOLDS_INT (&value) ? g_value_get_int (&value) : g_value_get_double (&value);
  g_assert_cmpfloat (number, ==, row->expected);
}

typedef struct
{
  const char *locale;
  const char *text;
  gint64 expected; /* NONE where it is refused */
} Money;

static const Money MONEY[] = {
  { "en_US", "182000", 18200000 },
  { "en_US", "$182,000.50", 18200050 },
  { "en_US", "$ 182,000", 18200000 },
  { "en_US", "182 000 €", 18200000 },
  { "en_US", "870k", 87000000 },
  { "en_US", "870 K", 87000000 },
  { "en_US", "2M", 200000000 },
  { "en_US", "$2.5M", 250000000 },
  { "en_US", "1.23456789M", 123456789 },
  { "en_US", "1.5 bn", 150000000000 },
  { "en_US", "0.1", 10 },
  { "en_US", "0.29", 29 }, /* a double would make 28 of it */
  { "en_US", "1.10", 110 },
  { "en_US", "1.100000", 110 },
  { "en_US", "-5", -500 },
  { "en_US", "$-5", -500 },
  { "en_US", "-$5", -500 },
  { "en_US", "999999999999999.99", 99999999999999999 },
  { "en_US", "90071992547409.93", 9007199254740993 }, /* between two doubles */
  { "en_US", "0.001", NONE },
  { "en_US", "1.234567891M", NONE },
  { "en_US", "99999999999999999999", NONE },
  { "en_US", "99999999999999999b", NONE },
  { "en_US", "12 apples", NONE },
  { "en_US", "1,5", NONE },
  { "en_US", "$", NONE },
  { "en_US", "k", NONE },
  { "de_DE", "182.000,50 €", 18200050 },
  { "de_DE", "2,5 Mio. €", 250000000 },
  { "de_DE", "870 Tsd.", 87000000 },
  { "de_DE", "1.5M", 150000000 },
  { "de_DE", "1.500", 150000 },
  { "de_DE", "0,01", 1 },
};

static void
test_money (gconstpointer data)
{
  const Money *row = data;
  const HrField *field = hr_test_field (HR_TYPE_ROLE, "annual-cost");
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  hr_format_set_locale (row->locale);
  if (!hr_parse_field (field, row->text, &value, &error))
    {
      g_assert_error (error, HR_ERROR, HR_ERROR_VALUE);
      g_assert_nonnull (strstr (error->message, row->text));
      g_assert_cmpint (row->expected, ==, NONE);
      return;
    }
  g_assert_no_error (error);
  g_assert_cmpint (g_value_get_int64 (&value), ==, row->expected);
}

/* What stands in a rule has no unit of its own. */
static const Number ANY_UNIT[] = {
  { "en_US", 0, "250,000", 250000 }, { "en_US", 0, "$250K", 250000 },
  { "en_US", 0, "2M", 2e6 },         { "en_US", 0, "85 %", 0.85 },
  { "en_US", 0, "-3.5", -3.5 },      { "de_DE", 0, "250.000 €", 250000 },
  { "en_US", 0, "", NAN },           { "en_US", 0, "soon", NAN },
};

static void
test_any_unit (gconstpointer data)
{
  const Number *row = data;
  double number = NAN;

  hr_format_set_locale (row->locale);
  if (hr_parse_number (row->text, &number))
    g_assert_cmpfloat (number, ==, row->expected);
  else
    g_assert_true (isnan (row->expected));
}

/* Nothing typed is no value where a field may have none, and refused where not. */
static void
test_nothing (void)
{
  g_auto (GValue) customers = G_VALUE_INIT, arr = G_VALUE_INIT, cost = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  g_assert_true (hr_parse_field (hr_test_field (HR_TYPE_SEGMENT, "customers"), " ",
                                 &customers, &error));
  g_assert_true (isnan (g_value_get_double (&customers)));
  g_assert_true (
      hr_parse_field (hr_test_field (HR_TYPE_SEGMENT, "arr"), "", &arr, &error));
  g_assert_cmpint (g_value_get_int64 (&arr), ==, NONE);
  g_assert_false (
      hr_parse_field (hr_test_field (HR_TYPE_ROLE, "annual-cost"), "", &cost, &error));
  g_assert_error (error, HR_ERROR, HR_ERROR_VALUE);
}

static void
test_words (void)
{
  g_auto (GValue) kind = G_VALUE_INIT, none = G_VALUE_INIT, flag = G_VALUE_INIT;
  g_auto (GValue) personas = G_VALUE_INIT, name = G_VALUE_INIT, stage = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;
  const HrField *dedicated = hr_test_field (HR_TYPE_SEGMENT, "dedicated");
  const char *const *ids;

  g_assert_true (hr_parse_field (hr_test_field (HR_TYPE_TOUCHPOINT, "kind"), "recurring",
                                 &kind, NULL));
  g_assert_cmpint (g_value_get_enum (&kind), ==, HR_TOUCHPOINT_RECURRING);
  g_assert_false (
      hr_parse_field (hr_test_field (HR_TYPE_TOUCHPOINT, "kind"), "now", &none, &error));
  g_assert_error (error, HR_ERROR, HR_ERROR_VALUE);
  g_clear_error (&error);

  g_assert_true (hr_parse_field (dedicated, "true", &flag, NULL));
  g_assert_true (g_value_get_boolean (&flag));
  g_value_unset (&flag);
  g_assert_true (hr_parse_field (dedicated, "false", &flag, NULL));
  g_assert_false (g_value_get_boolean (&flag));
  g_value_unset (&flag);
  g_assert_false (hr_parse_field (dedicated, "maybe", &flag, &error));
  g_assert_error (error, HR_ERROR, HR_ERROR_VALUE);

  g_assert_true (hr_parse_field (hr_test_field (HR_TYPE_TOUCHPOINT, "name"), "  Call ",
                                 &name, NULL));
  g_assert_cmpstr (g_value_get_string (&name), ==, "Call");
  g_assert_true (
      hr_parse_field (hr_test_field (HR_TYPE_TOUCHPOINT, "stage"), "", &stage, NULL));
  g_assert_null (g_value_get_string (&stage));
  g_assert_true (hr_parse_field (hr_test_field (HR_TYPE_TOUCHPOINT, "personas"), "a,b",
                                 &personas, NULL));
  ids = g_value_get_boxed (&personas);
  g_assert_cmpuint (g_strv_length ((char **) ids), ==, 2);
  g_assert_cmpstr (ids[1], ==, "b");
}

static void
check_text (const char *locale, const HrField *field, double number, const char *expected)
{
  g_auto (GValue) value = G_VALUE_INIT, again = G_VALUE_INIT;
  g_autofree char *text = NULL;

  hr_format_set_locale (locale);
  g_value_init (&value, hr_field_get_value_type (field));
  if (field->kind == HR_FIELD_MONEY)
    g_value_set_int64 (&value, (gint64) number);
  else
    g_value_set_double (&value, number);
  text = hr_parse_to_text (field, &value);
  g_assert_cmpstr (text, ==, expected);
  g_assert_true (hr_parse_field (field, text, &again, NULL));
  g_assert_true (hr_field_equal (field, &value, &again));
}

static void
test_to_text (void)
{
  const HrField *cost = hr_test_field (HR_TYPE_ROLE, "annual-cost");
  const HrField *customers = hr_test_field (HR_TYPE_SEGMENT, "customers");

  check_text ("en_US", field_of (HR_UNIT_HOURS), 2080, "2080");
  check_text ("en_US", field_of (HR_UNIT_HOURS), 0.1, "0.1");
  check_text ("de_DE", field_of (HR_UNIT_HOURS), 2080.5, "2080,5");
  check_text ("en_US", customers, 1000000, "1000000"); /* never 1e+06 */
  check_text ("en_US", customers, 123456789, "123456789");
  check_text ("en_US", field_of (HR_UNIT_HOURS), 1.0 / 3, "0.3333333333333333");
  check_text ("en_US", field_of (HR_UNIT_HOURS), 1e-5 / 3, "0.0000033333333333333337");
  check_text ("en_US", field_of (HR_UNIT_SHARE), 0.85, "85 %");
  check_text ("en_US", field_of (HR_UNIT_SHARE), 0.07, "7 %"); /* × 100 has noise */
  check_text ("de_DE", field_of (HR_UNIT_SHARE), 0.333, "33,3 %");
  check_text ("en_US", field_of (HR_UNIT_SHARE), 1.0 / 3, "33.33333333333333 %");
  check_text ("en_US", cost, 18200000, "182000");
  check_text ("de_DE", cost, 18200050, "182000,50");
  check_text ("en_US", cost, 5, "0.05");
  check_text ("en_US", cost, -5, "-0.05");
  check_text ("en_US", customers, NAN, "");
}

/* Whatever a number is, it is read back as typed. */
static void
test_round_trip (void)
{
  const HrField *fields[] = { field_of (HR_UNIT_HOURS), field_of (HR_UNIT_SHARE) };
  const char *const locales[] = { "en_US", "de_DE", "fr_FR", "de_CH", "ar_EG" };

  for (guint i = 0; i < 20000; i++)
    {
      const HrField *field = fields[i % 2];
      double number = g_test_rand_double_range (0, 1);
      g_auto (GValue) value = G_VALUE_INIT, again = G_VALUE_INIT;
      g_autofree char *text = NULL;

      if (field->unit == HR_UNIT_HOURS)
        number = i % 4 == 0 ? floor (number * 1e6) / 100 : number * 8784;
      hr_format_set_locale (locales[i % G_N_ELEMENTS (locales)]);
      g_value_init (&value, G_TYPE_DOUBLE);
      g_value_set_double (&value, number);
      text = hr_parse_to_text (field, &value);
      g_assert_true (hr_parse_field (field, text, &again, NULL));
      g_assert_cmpfloat (g_value_get_double (&again), ==, number);
    }
}

static void
test_grouped (void)
{
  static const struct
  {
    const char *locale;
    double number;
    const char *text;
  } cases[] = {
    { "en_US", 250000, "250,000" }, { "en_US", 0, "0" },
    { "en_US", 1234.5, "1234.5" },  { "en_US", 1e15, "1000000000000000" },
    { "de_DE", 250000, "250.000" }, { "de_DE", 0.125, "0,125" },
    { "en_IN", 250000, "250000" },  { "en_US", NAN, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = NULL;
      double again = NAN;

      hr_format_set_locale (cases[i].locale);
      text = hr_parse_number_to_grouped_text (cases[i].number);
      g_assert_cmpstr (text, ==, cases[i].text);
      if (!isnan (cases[i].number))
        {
          g_assert_true (hr_parse_number (text, &again));
          g_assert_cmpfloat (again, ==, cases[i].number);
        }
    }
}

/* Whatever the locale writes between thousands, the same number is read back. */
static void
test_grouped_round_trip (void)
{
  const char *const locales[] = { "en_US", "de_DE", "fr_FR", "de_CH", "ar_EG", "en_IN" };

  for (guint i = 0; i < 20000; i++)
    {
      double number = round (g_test_rand_double_range (-1, 1) * pow (10, i % 16));
      g_autofree char *text = NULL;
      double again = NAN;

      hr_format_set_locale (locales[i % G_N_ELEMENTS (locales)]);
      text = hr_parse_number_to_grouped_text (number);
      g_assert_true (hr_parse_number (text, &again));
      g_assert_cmpfloat (again, ==, number);
    }
}

#define ADD_ROWS(path, table, func)                                                      \
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)                                       \
    {                                                                                    \
      g_autofree char *name = g_strdup_printf ("/parse/" path "/%u", i);                 \
                                                                                         \
      g_test_add_data_func (name, &table[i], func);                                      \
    }

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_ROWS ("number", NUMBERS, test_number)
  ADD_ROWS ("money", MONEY, test_money)
  ADD_ROWS ("any-unit", ANY_UNIT, test_any_unit)
  g_test_add_func ("/parse/nothing", test_nothing);
  g_test_add_func ("/parse/words", test_words);
  g_test_add_func ("/parse/to-text", test_to_text);
  g_test_add_func ("/parse/round-trip", test_round_trip);
  g_test_add_func ("/parse/grouped", test_grouped);
  g_test_add_func ("/parse/grouped-round-trip", test_grouped_round_trip);
  return g_test_run ();
}
