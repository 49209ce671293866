/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "hr-column.h"
#include "hr-error.h"

#define N_MANY 200000

static HrColumn *
end_column (HrColumnBuilder *builder)
{
  g_autoptr (GError) error = NULL;
  HrColumn *column = hr_column_builder_end (builder, &error);

  g_assert_no_error (error);
  g_assert_nonnull (column);
  return column;
}

static void
add_text (HrColumnBuilder *builder, const char *text)
{
  hr_column_builder_add_text (builder, text, strlen (text));
}

/* A column of texts, given with commas between them. */
static HrColumn *
texts (const char *name, const char *all)
{
  HrColumnBuilder *builder = hr_column_builder_new (name, HR_COLUMN_TEXT);
  g_auto (GStrv) each = g_strsplit (all, ",", -1);

  for (guint i = 0; each[i] != NULL; i++)
    add_text (builder, each[i]);
  return end_column (builder);
}

static void
test_values (void)
{
  HrColumnBuilder *number = hr_column_builder_new ("n", HR_COLUMN_NUMBER);
  HrColumnBuilder *money = hr_column_builder_new ("m", HR_COLUMN_MONEY);
  HrColumnBuilder *date = hr_column_builder_new ("d", HR_COLUMN_DATE);
  HrColumnBuilder *flag = hr_column_builder_new ("f", HR_COLUMN_FLAG);
  g_autoptr (HrColumn) numbers = NULL, moneys = NULL, dates = NULL, flags = NULL;

  for (gint32 i = 0; i < N_MANY; i++)
    if (i % 3 == 0)
      {
        hr_column_builder_add_missing (number);
        hr_column_builder_add_missing (money);
        hr_column_builder_add_missing (date);
        hr_column_builder_add_missing (flag);
      }
    else
      {
        hr_column_builder_add_number (number, i / 8.0);
        hr_column_builder_add_money (money, -i);
        hr_column_builder_add_days (date, i);
        hr_column_builder_add_flag (flag, i & 4);
      }
  g_assert_cmpuint (hr_column_builder_get_n (flag), ==, N_MANY);
  numbers = end_column (number);
  moneys = end_column (money);
  dates = end_column (date);
  flags = end_column (flag);

  g_assert_cmpstr (hr_column_get_name (moneys), ==, "m");
  g_assert_cmpint (hr_column_get_column_type (moneys), ==, HR_COLUMN_MONEY);
  g_assert_cmpuint (hr_column_get_n (moneys), ==, N_MANY);
  for (gint32 i = 0; i < N_MANY; i++)
    {
      gboolean missing = i % 3 == 0;

      g_assert_cmpint (hr_column_is_missing (numbers, i), ==, missing);
      g_assert_cmpint (hr_column_is_missing (moneys, i), ==, missing);
      g_assert_cmpint (hr_column_is_missing (dates, i), ==, missing);
      g_assert_cmpint (hr_column_is_missing (flags, i), ==, missing);
      if (missing)
        continue;
      g_assert_cmpfloat (hr_column_get_numbers (numbers)[i], ==, i / 8.0);
      g_assert_cmpint (hr_column_get_money (moneys)[i], ==, -i);
      g_assert_cmpint (hr_column_get_days (dates)[i], ==, i);
      g_assert_cmpuint (hr_column_get_flags (flags)[i], ==, (i & 4) != 0);
    }
}

static void
test_texts (void)
{
  HrColumnBuilder *builder = hr_column_builder_new ("t", HR_COLUMN_TEXT);
  g_autoptr (HrColumn) column = NULL;

  hr_column_builder_add_text (builder, "Bank and more", 4);
  hr_column_builder_add_missing (builder);
  add_text (builder, "Bank");
  add_text (builder, "");
  add_text (builder, "Retail");
  add_text (builder, "bank");
  column = end_column (builder);

  g_assert_cmpuint (hr_column_get_n (column), ==, 6);
  g_assert_cmpuint (hr_column_get_n_texts (column), ==, 4);
  g_assert_cmpstr (hr_column_get_text (column, 0), ==, "");
  g_assert_cmpstr (hr_column_get_text_at (column, 0), ==, "Bank");
  g_assert_cmpstr (hr_column_get_text_at (column, 1), ==, "");
  g_assert_cmpstr (hr_column_get_text_at (column, 4), ==, "Retail");
  g_assert_cmpuint (hr_column_get_codes (column)[2], ==, hr_column_get_codes (column)[0]);
  g_assert_true (hr_column_is_missing (column, 1));
  g_assert_true (hr_column_is_missing (column, 3));
  g_assert_false (hr_column_is_missing (column, 5));
}

/* A column of many texts, of which so many differ, has a dictionary of @n_entries. */
static void
check_many (guint n_texts, guint n_entries)
{
  HrColumnBuilder *builder = hr_column_builder_new ("t", HR_COLUMN_TEXT);
  g_autoptr (HrColumn) column = NULL;

  for (guint i = 0; i < N_MANY; i++)
    {
      g_autofree char *text = g_strdup_printf ("text number %u", i % n_texts);

      add_text (builder, text);
    }
  column = end_column (builder);
  for (guint i = 0; i < N_MANY; i++)
    {
      g_autofree char *text = g_strdup_printf ("text number %u", i % n_texts);

      g_assert_cmpstr (hr_column_get_text_at (column, i), ==, text);
    }
  g_assert_cmpuint (hr_column_get_n_texts (column), ==, n_entries + 1);
}

static void
test_dictionary (void)
{
  check_many (1, 1);
  check_many (7, 7);
  check_many (30000, 30000);
  /* Nothing came twice for long enough that nothing is looked up any more. */
  check_many (N_MANY / 2, N_MANY);
  check_many (N_MANY, N_MANY);
}

static void
test_folded (void)
{
  g_autoptr (HrColumn) ascii = texts ("t", "BANK,Retail,@[`{,a");
  g_autoptr (HrColumn) other = texts ("t", "BANK,GRÖSSE,ﬁ,Größe");

  g_assert_cmpstr (hr_column_get_folded (ascii, 0), ==, "");
  g_assert_cmpstr (hr_column_get_folded (ascii, 1), ==, "bank");
  g_assert_cmpstr (hr_column_get_folded (ascii, 2), ==, "retail");
  g_assert_cmpstr (hr_column_get_folded (ascii, 3), ==, "@[`{");
  g_assert_cmpstr (hr_column_get_folded (other, 0), ==, "");
  g_assert_cmpstr (hr_column_get_folded (other, 1), ==, "bank");
  g_assert_cmpstr (hr_column_get_folded (other, 2), ==, "grösse");
  g_assert_cmpstr (hr_column_get_folded (other, 4), ==, "grösse");
  g_assert_cmpstr (hr_column_get_text (other, 2), ==, "GRÖSSE");
}

/* --- What a builder was given that a column cannot hold --- */

static void
test_refused (void)
{
  static const struct
  {
    HrColumnType type;
    double number;
    gint64 integer;
    const char *text;
    gsize length;
  } cases[] = {
    { .type = HR_COLUMN_NUMBER, .number = INFINITY },
    { .type = HR_COLUMN_NUMBER, .number = -INFINITY },
    { .type = HR_COLUMN_MONEY, .integer = HR_MONEY_MAX + 1 },
    { .type = HR_COLUMN_MONEY, .integer = -HR_MONEY_MAX - 1 },
    { .type = HR_COLUMN_MONEY, .integer = G_MAXINT64 },
    { .type = HR_COLUMN_DATE, .integer = HR_DATE_MAX + 1 },
    { .type = HR_COLUMN_DATE, .integer = HR_DATE_MIN - 1 },
    { .type = HR_COLUMN_TEXT, .text = "a\0b", .length = 3 },
    { .type = HR_COLUMN_TEXT, .text = "a\0", .length = 2 },
    { .type = HR_COLUMN_TEXT, .text = "\xff", .length = 1 },
    { .type = HR_COLUMN_TEXT, .text = "Größe", .length = 3 },
    { .type = HR_COLUMN_TEXT, .text = "\xed\xa0\x80", .length = 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HrColumnBuilder *builder = hr_column_builder_new ("c", cases[i].type);
      g_autoptr (GError) error = NULL;

      hr_column_builder_add_missing (builder);
      if (cases[i].type == HR_COLUMN_NUMBER)
        hr_column_builder_add_number (builder, cases[i].number);
      else if (cases[i].type == HR_COLUMN_MONEY)
        hr_column_builder_add_money (builder, cases[i].integer);
      else if (cases[i].type == HR_COLUMN_DATE)
        hr_column_builder_add_days (builder, (gint32) cases[i].integer);
      else
        hr_column_builder_add_text (builder, cases[i].text, cases[i].length);
      g_assert_null (hr_column_builder_end (builder, &error));
      if (cases[i].type == HR_COLUMN_TEXT)
        g_assert_error (error, HR_ERROR, HR_ERROR_SYNTAX);
      else
        g_assert_cmpstr (error->message, ==,
                         "The value of account 2 in column “c” is beyond what a column "
                         "can hold.");
    }
}

/* --- The arrays of a file --- */

static HrColumn *
take (HrColumnType type, gconstpointer values, gsize size, gsize n, GError **error)
{
  return hr_column_new_take ("c", type, n, g_memdup2 (values, size * n), NULL, 0, 0,
                             error);
}

static void
test_take (void)
{
  const double numbers[] = { 1, NAN, -2 }, infinite[] = { 1, INFINITY };
  const gint64 money[] = { HR_MONEY_NONE, HR_MONEY_MAX, -HR_MONEY_MAX };
  const gint64 too_much[] = { 0, HR_MONEY_MAX + 1 };
  const gint32 days[] = { HR_DATE_MIN, HR_DATE_NONE, HR_DATE_MAX };
  const gint32 too_late[] = { 0, HR_DATE_MAX + 1 }, too_early[] = { HR_DATE_NONE + 1 };
  const guint8 flags[] = { 0, 1, HR_FLAG_NONE }, no_flags[] = { 0, 3 };
  const struct
  {
    HrColumnType type;
    gconstpointer values;
    gsize size;
    gsize n;
    gboolean good;
  } cases[] = {
    { HR_COLUMN_NUMBER, numbers, sizeof *numbers, 3, TRUE },
    { HR_COLUMN_NUMBER, infinite, sizeof *infinite, 2, FALSE },
    { HR_COLUMN_MONEY, money, sizeof *money, 3, TRUE },
    { HR_COLUMN_MONEY, too_much, sizeof *too_much, 2, FALSE },
    { HR_COLUMN_DATE, days, sizeof *days, 3, TRUE },
    { HR_COLUMN_DATE, too_late, sizeof *too_late, 2, FALSE },
    { HR_COLUMN_DATE, too_early, sizeof *too_early, 1, FALSE },
    { HR_COLUMN_FLAG, flags, sizeof *flags, 3, TRUE },
    { HR_COLUMN_FLAG, no_flags, sizeof *no_flags, 2, FALSE },
    { HR_COLUMN_NUMBER, NULL, sizeof *numbers, 0, TRUE },
    { HR_COLUMN_TEXT, NULL, sizeof (guint32), 0, FALSE },
    { (HrColumnType) 5, flags, sizeof *flags, 3, FALSE },
    { (HrColumnType) -1, flags, sizeof *flags, 3, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HrColumn) column =
          take (cases[i].type, cases[i].values, cases[i].size, cases[i].n, &error);

      g_assert_cmpint (column != NULL, ==, cases[i].good);
      g_assert_cmpint (error == NULL, ==, cases[i].good);
      if (column != NULL)
        g_assert_cmpuint (hr_column_get_n (column), ==, cases[i].n);
    }
}

static void
test_take_too_long (void)
{
  g_autoptr (GError) error = NULL;
  HrColumn *column =
      hr_column_new_take ("c", HR_COLUMN_FLAG, (gsize) HR_COLUMN_MAX_ROWS + 1,
                          g_malloc0 (8), NULL, 0, 0, &error);

  g_assert_null (column);
  g_assert_error (error, HR_ERROR, HR_ERROR_SYNTAX);
}

static void
test_take_too_many_texts (void)
{
  g_autoptr (GError) error = NULL;
  HrColumn *column = /* as 32 bits would have it, there is one */
      hr_column_new_take ("c", HR_COLUMN_TEXT, 0, NULL, g_strdup (""), 1,
                          (gsize) G_MAXUINT32 + 2, &error);

  g_assert_null (column);
  g_assert_error (error, HR_ERROR, HR_ERROR_SYNTAX);
}

typedef struct
{
  const char *what;
  guint32 codes[3];
  const char *bytes;
  gsize n_bytes;
  gsize n_texts;
} Dictionary;

static HrColumn *
take_texts (const Dictionary *all, GError **error)
{
  return hr_column_new_take ("c", HR_COLUMN_TEXT, G_N_ELEMENTS (all->codes),
                             g_memdup2 (all->codes, sizeof all->codes),
                             g_memdup2 (all->bytes, all->n_bytes), all->n_bytes,
                             all->n_texts, error);
}

static void
test_take_texts (void)
{
  static const Dictionary good[] = {
    { "two", { 2, 0, 1 }, "\0ab\0c", 6, 3 },
    { "none", { 0, 0, 0 }, "", 1, 1 },
    { "twice", { 1, 2, 0 }, "\0a\0a", 5, 3 },
    { "not ASCII", { 1, 0, 0 }, "\0ö", 4, 2 },
    { "bytes that end as a NUL does", { 1, 2, 0 }, "\0À\0longer À", 14, 3 },
  };
  static const Dictionary bad[] = {
    { "code too large", { 3, 0, 1 }, "\0ab\0c", 6, 3 },
    { "code far too large", { 0, 0, G_MAXUINT32 }, "\0ab\0c", 6, 3 },
    { "no texts", { 0, 0, 0 }, "", 1, 0 },
    { "no bytes", { 0, 0, 0 }, "", 0, 1 },
    { "no empty text", { 0, 0, 0 }, "ab\0c", 5, 2 },
    { "another empty text", { 0, 0, 0 }, "\0\0c", 4, 3 },
    { "another empty text at the end", { 0, 0, 0 }, "\0c\0", 4, 3 },
    { "more texts", { 0, 0, 0 }, "\0a\0c", 5, 2 },
    { "fewer texts", { 0, 0, 0 }, "\0ab\0c", 6, 4 },
    { "no NUL at the end", { 0, 0, 0 }, "\0ab\0c", 5, 3 },
    { "no NUL at the end, and fewer texts", { 0, 0, 0 }, "\0ab\0c", 5, 2 },
    { "far too many texts", { 0, 0, 0 }, "\0ab\0c", 6, G_MAXSIZE },
    { "not UTF-8", { 0, 0, 0 }, "\0\xff", 3, 2 },
    { "cut UTF-8", { 0, 0, 0 }, "\0\xc3\0\xb6", 5, 3 },
    { "surrogate", { 0, 0, 0 }, "\0\xed\xa0\x80", 5, 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HrColumn) column = take_texts (&good[i], &error);

      g_assert_no_error (error);
      g_assert_cmpuint (hr_column_get_n_texts (column), ==, good[i].n_texts);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HrColumn) column = take_texts (&bad[i], &error);

      if (column != NULL || error == NULL)
        g_error ("A dictionary with %s is taken", bad[i].what);
    }
}

/* Bytes of any kind: a column, or an error, and nothing is read beyond the arrays. */
static void
test_take_garbage (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());
  guint n_taken = 0;

  for (guint i = 0; i < 100000; i++)
    {
      char bytes[6];
      Dictionary any = { .bytes = bytes,
                         .n_bytes = (gsize) g_rand_int_range (rand, 0, 7),
                         .n_texts = (gsize) g_rand_int_range (rand, 0, 6) };
      g_autoptr (HrColumn) column = NULL;

      for (guint k = 0; k < G_N_ELEMENTS (any.codes); k++)
        any.codes[k] = (guint32) g_rand_int_range (rand, 0, 3);
      for (guint k = 0; k < any.n_bytes; k++)
        bytes[k] = "\0\0a\xc3\xb6"[g_rand_int_range (rand, 0, 5)];
      column = take_texts (&any, NULL);
      if (column == NULL)
        continue;
      n_taken++;
      for (guint32 code = 0; code < hr_column_get_n_texts (column); code++)
        g_assert_true (g_utf8_validate (hr_column_get_text (column, code), -1, NULL));
    }
  g_assert_cmpuint (n_taken, >, 0);
}

/* What a column gives out is what makes it again. */
static void
test_take_again (void)
{
  g_autoptr (HrColumn) column = texts ("t", "a,b,,a,Größe");
  g_autoptr (GError) error = NULL;
  g_autoptr (HrColumn) again = NULL;
  gsize length;
  const char *bytes = hr_column_get_bytes (column, &length);

  again = hr_column_new_take ("t", HR_COLUMN_TEXT, hr_column_get_n (column),
                              g_memdup2 (hr_column_get_codes (column),
                                         hr_column_get_n (column) * sizeof (guint32)),
                              g_memdup2 (bytes, length), length,
                              hr_column_get_n_texts (column), &error);
  g_assert_no_error (error);
  g_assert_true (hr_column_equal (column, again));
  g_assert_cmpstr (hr_column_get_text_at (again, 4), ==, "Größe");
}

/* --- Equality --- */

static void
test_equal_texts (void)
{
  g_autoptr (HrColumn) column = texts ("t", "a,b,,a");
  g_autoptr (HrColumn) same = texts ("t", "a,b,,a");
  g_autoptr (HrColumn) other = texts ("t", "a,b,,b");
  g_autoptr (HrColumn) shorter = texts ("t", "a,b,");
  g_autoptr (HrColumn) renamed = texts ("u", "a,b,,a");
  g_autoptr (HrColumn) shifted = texts ("t", "ab,,,a");
  const Dictionary twice = { "", { 3, 1, 2 }, "\0b\0a\0a", 7, 4 };
  g_autoptr (HrColumn) recoded = take_texts (&twice, NULL);
  g_autoptr (HrColumn) plain = texts ("c", "a,b,a");
  const Dictionary unused = { "", { 1, 2, 1 }, "\0a\0b\0cccccccc", 14, 4 };
  g_autoptr (HrColumn) longer = take_texts (&unused, NULL);

  g_assert_true (hr_column_equal (column, column));
  g_assert_true (hr_column_equal (column, same));
  g_assert_false (hr_column_equal (column, other));
  g_assert_false (hr_column_equal (column, shorter));
  g_assert_false (hr_column_equal (column, renamed));
  g_assert_false (hr_column_equal (column, shifted));
  g_assert_true (hr_column_equal (plain, recoded));
  g_assert_true (hr_column_equal (plain, longer));
  g_assert_true (hr_column_equal (longer, plain));
}

static void
test_equal_values (void)
{
  const double a[] = { 1, NAN, 0 }, b[] = { 1, NAN, -0.0 }, c[] = { 1, 2, 0 };
  const gint64 d[] = { 1, HR_MONEY_NONE, 0 }, e[] = { 1, 0, 0 };
  g_autoptr (HrColumn) number = take (HR_COLUMN_NUMBER, a, sizeof *a, 3, NULL);
  g_autoptr (HrColumn) same = take (HR_COLUMN_NUMBER, b, sizeof *b, 3, NULL);
  g_autoptr (HrColumn) other = take (HR_COLUMN_NUMBER, c, sizeof *c, 3, NULL);
  g_autoptr (HrColumn) none = take (HR_COLUMN_NUMBER, NULL, sizeof *c, 0, NULL);
  g_autoptr (HrColumn) none_too = take (HR_COLUMN_NUMBER, NULL, sizeof *c, 0, NULL);
  g_autoptr (HrColumn) money = take (HR_COLUMN_MONEY, d, sizeof *d, 3, NULL);
  g_autoptr (HrColumn) same_money = take (HR_COLUMN_MONEY, d, sizeof *d, 3, NULL);
  g_autoptr (HrColumn) other_money = take (HR_COLUMN_MONEY, e, sizeof *e, 3, NULL);

  g_assert_true (hr_column_equal (number, same));
  g_assert_false (hr_column_equal (number, other));
  g_assert_false (hr_column_equal (other, number));
  g_assert_true (hr_column_equal (none, none_too));
  g_assert_false (hr_column_equal (number, none));
  g_assert_false (hr_column_equal (number, money));
  g_assert_true (hr_column_equal (money, same_money));
  g_assert_false (hr_column_equal (money, other_money));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/column/values", test_values);
  g_test_add_func ("/core/column/texts", test_texts);
  g_test_add_func ("/core/column/dictionary", test_dictionary);
  g_test_add_func ("/core/column/folded", test_folded);
  g_test_add_func ("/core/column/refused", test_refused);
  g_test_add_func ("/core/column/take", test_take);
  g_test_add_func ("/core/column/take-too-long", test_take_too_long);
  g_test_add_func ("/core/column/take-too-many-texts", test_take_too_many_texts);
  g_test_add_func ("/core/column/take-texts", test_take_texts);
  g_test_add_func ("/core/column/take-garbage", test_take_garbage);
  g_test_add_func ("/core/column/take-again", test_take_again);
  g_test_add_func ("/core/column/equal-texts", test_equal_texts);
  g_test_add_func ("/core/column/equal-values", test_equal_values);

  return g_test_run ();
}
