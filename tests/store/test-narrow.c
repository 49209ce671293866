/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "hr-column.h"
#include "hr-date.h"
#include "hr-narrow.h"
#include "hr-types.h"

typedef struct
{
  double values[4]; /* NAN is missing */
  gsize width;
} NumberCase;

static HrColumn *
number_column (const NumberCase *all)
{
  HrColumnBuilder *builder = hr_column_builder_new ("n", HR_COLUMN_NUMBER);
  HrColumn *column;

  for (guint i = 0; i < G_N_ELEMENTS (all->values); i++)
    hr_column_builder_add_number (builder, all->values[i]);
  column = hr_column_builder_end (builder, NULL);
  g_assert_nonnull (column);
  return column;
}

static HrColumn *
money_column (const gint64 *values, gsize n)
{
  HrColumnBuilder *builder = hr_column_builder_new ("m", HR_COLUMN_MONEY);
  HrColumn *column;

  for (gsize i = 0; i < n; i++)
    hr_column_builder_add_money (builder, values[i]);
  column = hr_column_builder_end (builder, NULL);
  g_assert_nonnull (column);
  return column;
}

/* There and back, bit by bit; a value that is missing is any NaN. */
static void
assert_same (const HrColumn *column, gsize width)
{
  HrColumnType type = hr_column_get_column_type (column);
  gsize full = hr_column_type_get_size (type), n = hr_column_get_n (column);
  const guint8 *before = hr_narrow_values (column);
  g_autofree guint8 *packed = g_malloc (n * width);
  g_autofree guint8 *after = g_malloc (n * full);

  hr_narrow_pack (type, width, before, n, packed);
  hr_narrow_unpack (type, width, packed, n, after);
  for (gsize i = 0; i < n; i++)
    if (!hr_column_is_missing (column, i))
      g_assert_cmpmem (before + i * full, full, after + i * full, full);
    else if (type == HR_COLUMN_NUMBER)
      g_assert_true (isnan (((const double *) (gpointer) after)[i]));
    else
      g_assert_cmpmem (before + i * full, full, after + i * full, full);
}

static void
test_numbers (void)
{
  static const NumberCase cases[] = {
    { { 0, 1, 127, -127 }, 1 },       { { NAN, NAN, NAN, NAN }, 1 },
    { { NAN, 5, -127, 0 }, 1 },       { { 128, 0, 0, 0 }, 2 },
    { { -128, NAN, 0, 0 }, 2 }, /* the least of a byte is kept */
    { { 32767, -32767, NAN, 0 }, 2 }, { { 32768, 0, 0, NAN }, 4 },
    { { -32768, 0, 0, NAN }, 4 },     { { 2147483647.0, -2147483647.0, NAN, 0 }, 4 },
    { { 2147483648.0, 0, 0, 0 }, 8 }, { { -2147483648.0, 0, 0, 0 }, 8 },
    { { 1e300, 0, 0, 0 }, 8 },        { { 0.5, 0, 0, 0 }, 8 },
    { { -0.0, 0, 0, 0 }, 8 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HrColumn) column = number_column (&cases[i]);

      g_assert_cmpuint (hr_narrow_find_width (column), ==, cases[i].width);
      if (cases[i].width < sizeof (double))
        assert_same (column, cases[i].width);
    }
}

static void
test_money (void)
{
  static const struct
  {
    gint64 values[3];
    gsize width;
  } cases[] = {
    { { HR_MONEY_NONE, 127, -127 }, 1 },
    { { HR_MONEY_NONE, -128, 0 }, 2 },
    { { HR_MONEY_NONE, 32767, -32767 }, 2 },
    { { 32768, 0, HR_MONEY_NONE }, 4 },
    { { G_MAXINT32, -G_MAXINT32, HR_MONEY_NONE }, 4 },
    { { G_MININT32, 0, HR_MONEY_NONE }, 8 },
    { { HR_MONEY_MAX, -HR_MONEY_MAX, HR_MONEY_NONE }, 8 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HrColumn) column =
          money_column (cases[i].values, G_N_ELEMENTS (cases[i].values));

      g_assert_cmpuint (hr_narrow_find_width (column), ==, cases[i].width);
      if (cases[i].width < sizeof (gint64))
        assert_same (column, cases[i].width);
    }
}

static void
test_days (void)
{
  static const struct
  {
    gint32 days[3];
    gsize width;
  } cases[] = {
    { { HR_DATE_NONE, 127, -127 }, 1 },
    { { HR_DATE_NONE, 20999, 0 }, 2 },
    { { HR_DATE_NONE, 32768, 0 }, 4 },
    { { HR_DATE_MIN, HR_DATE_MAX, HR_DATE_NONE }, 4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HrColumnBuilder *builder = hr_column_builder_new ("d", HR_COLUMN_DATE);
      g_autoptr (HrColumn) column = NULL;

      for (guint k = 0; k < G_N_ELEMENTS (cases[i].days); k++)
        hr_column_builder_add_days (builder, cases[i].days[k]);
      column = hr_column_builder_end (builder, NULL);
      g_assert_nonnull (column);
      g_assert_cmpuint (hr_narrow_find_width (column), ==, cases[i].width);
      if (cases[i].width < sizeof (gint32))
        assert_same (column, cases[i].width);
    }
}

/* As many codes as texts, the empty one counted, and the last code is used. */
static void
test_codes (void)
{
  static const struct
  {
    guint n;
    gsize width;
  } cases[] = { { 0, 1 }, { 255, 1 }, { 256, 2 }, { 65535, 2 }, { 65536, 4 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HrColumnBuilder *builder = hr_column_builder_new ("t", HR_COLUMN_TEXT);
      g_autoptr (HrColumn) column = NULL;

      hr_column_builder_add_missing (builder);
      for (guint k = 0; k < cases[i].n; k++)
        {
          g_autofree char *text = g_strdup_printf ("text %u", k);

          hr_column_builder_add_text (builder, text, strlen (text));
        }
      column = hr_column_builder_end (builder, NULL);
      g_assert_nonnull (column);
      g_assert_cmpuint (hr_narrow_find_width (column), ==, cases[i].width);
      if (cases[i].width < sizeof (guint32))
        assert_same (column, cases[i].width);
    }
}

/* What a file claims: powers of two, none wider than memory has it. */
static void
test_widths (void)
{
  for (int type = HR_COLUMN_TEXT; type <= HR_COLUMN_FLAG; type++)
    {
      gsize full = hr_column_type_get_size ((HrColumnType) type);

      for (gsize width = 0; width < 20; width++)
        g_assert_cmpint (hr_narrow_has_width ((HrColumnType) type, width), ==,
                         width <= full &&
                             (width == 1 || width == 2 || width == 4 || width == 8));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/narrow/numbers", test_numbers);
  g_test_add_func ("/store/narrow/money", test_money);
  g_test_add_func ("/store/narrow/days", test_days);
  g_test_add_func ("/store/narrow/codes", test_codes);
  g_test_add_func ("/store/narrow/widths", test_widths);
  return g_test_run ();
}
