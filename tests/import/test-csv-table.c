/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "hr-csv-table.h"
#include "hr-test-columns.h"

/* The type that is found must not depend on where the blocks end. */
static const gsize BLOCK_SIZES[] = { 7, 4096 };

#define FOUND ((HrColumnType) 99)

typedef struct
{
  const char *values; /* one a line */
  HrDateOrder order;
  HrColumnType type;
  const char *result; /* the column, then the messages; or the error */
} Case;

static void
append_lines (GString *text, GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "\n%s", (char *) g_ptr_array_index (lines, i));
}

/* A second column keeps a row without a value from being blank. */
static char *
new_file (const char *values)
{
  g_auto (GStrv) lines = g_strsplit (values, "\n", -1);
  GString *file = g_string_new ("x;y\n");

  for (guint i = 0; lines[i] != NULL; i++)
    g_string_append_printf (file, "%s;.\n", lines[i]);
  return g_string_free_and_steal (file);
}

static char *
read_column (const Case *c, gsize block_size)
{
  g_autofree char *file = new_file (c->values);
  g_autoptr (GInputStream) stream =
      g_memory_input_stream_new_from_data (file, (gssize) strlen (file), NULL);
  g_autoptr (HrCsvReader) reader = hr_csv_reader_new (stream, "a.csv", block_size);
  g_autoptr (HrCsvTable) table = NULL;
  g_autoptr (GPtrArray) messages = g_ptr_array_new_with_free_func (g_free),
                        columns = NULL;
  g_autoptr (GError) error = NULL;
  GString *result;

  g_assert_true (hr_csv_reader_start (reader, NULL, &error));
  table = hr_csv_table_new (reader, c->order);
  if (c->type == FOUND)
    hr_csv_table_add (table, "x", 0);
  else
    hr_csv_table_add_typed (table, "x", 0, c->type);
  columns = hr_csv_table_read (table, messages, NULL, &error);
  if (columns == NULL)
    return g_strdup (error->message);
  g_assert_no_error (error);

  result = g_string_new_take (column_to_text (g_ptr_array_index (columns, 0)));
  append_lines (result, messages);
  return g_string_free_and_steal (result);
}

static void
check_cases (const Case *cases, guint n)
{
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < G_N_ELEMENTS (BLOCK_SIZES); j++)
      {
        g_autofree char *result = read_column (&cases[i], BLOCK_SIZES[j]);

        g_assert_cmpstr (result, ==, cases[i].result);
      }
}

static void
test_found_types (void)
{
  static const Case cases[] = {
    { "TRUE\nfalse\n", 0, FOUND, "x flag: yes no -" },
    { "1\n\n-2.5", 0, FOUND, "x number: 1 - -2.5" },
    { "2027-03-31\n\n2026-01-01", 0, FOUND, "x date: 2027-03-31 - 2026-01-01" },
    { "b\n\na\nb", 0, FOUND, "x text: b - a b" },
    { "\n\n1", 0, FOUND, "x number: - - 1" },
    { "\n\n", 0, FOUND, "x text: - - -" },
    { "\n \n5", 0, FOUND, "x number: - - 5" },
    { "00123\n5", 0, FOUND, "x text: 00123 5" },
    { "1234567890123456\n5", 0, FOUND, "x text: 1234567890123456 5" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

/* Whatever a column seemed to be, its texts are as they stand in the file. */
static void
test_widened (void)
{
  static const Case cases[] = {
    { "\n12345\n01234\n5", 0, FOUND,
      "x text: - 12345 01234 5\na.csv: “x” is read as text because of “01234” in row 4." },
    { "1.50\nn/a\nx", 0, FOUND,
      "x text: 1.50 n/a x\na.csv: “x” is read as text because of “n/a” in row 3." },
    { "TRUE\n1", 0, FOUND,
      "x text: TRUE 1\na.csv: “x” is read as text because of “1” in row 3." },
    { "2027-03-31\n31-03-2027", 0, FOUND,
      "x text: 2027-03-31 31-03-2027\n"
      "a.csv: “x” is read as text because of “31-03-2027” in row 3." },
    { "16-10-2024\n10-16-2024", 0, FOUND,
      "x text: 16-10-2024 10-16-2024\n"
      "a.csv: “x” is read as text because of “10-16-2024” in row 3." },
    { "03-04-2024\n31-02-2024", 0, FOUND,
      "x text: 03-04-2024 31-02-2024\n"
      "a.csv: “x” is read as text because of “31-02-2024” in row 3." },
    { " 1 \n x ", 0, FOUND,
      "x text: 1 x\na.csv: “x” is read as text because of “x” in row 3.\n"
      "a.csv: the blanks around 2 values are not kept." },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_dates (void)
{
  static const Case cases[] = {
    { "03-04-2024\n16-10-2024", 0, FOUND, "x date: 2024-04-03 2024-10-16" },
    { "03/04/2024\n\n10/16/2024", 0, FOUND, "x date: 2024-03-04 - 2024-10-16" },
    { "3.4.2024\n5.6.2024", 0, FOUND,
      "x date: 2024-04-03 2024-06-05\na.csv: the dates of “x” could have the day or the "
      "month first; they are read day first." },
    { "3.4.2024\n5.6.2024", HR_DATE_ORDER_MONTH_FIRST, FOUND,
      "x date: 2024-03-04 2024-05-06" },
    { "3.4.2024\n5.6.2024", HR_DATE_ORDER_DAY_FIRST, FOUND,
      "x date: 2024-04-03 2024-06-05" },
    { "16-10-2024", HR_DATE_ORDER_MONTH_FIRST, FOUND, "x text: 16-10-2024" },
    { "2024-10-16", HR_DATE_ORDER_MONTH_FIRST, FOUND, "x date: 2024-10-16" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_given_types (void)
{
  static const Case cases[] = {
    { "7\n007\n", 0, HR_COLUMN_TEXT, "x text: 7 007 -" },
    { "7 \n 8\n9\n\t\n", 0, HR_COLUMN_TEXT,
      "x text: 7 8 9 - -\na.csv: the blanks around 2 values are not kept." },
    { "$1,234.50\n\n-3", 0, HR_COLUMN_MONEY, "x money: 1234.50 - -3.00" },
    { "\n", 0, HR_COLUMN_DATE, "x date: - -" },
    { "1\n12x", 0, HR_COLUMN_NUMBER, "a.csv, row 3, column “x”: “12x” is not a number" },
    { "1\n1", 0, HR_COLUMN_FLAG,
      "a.csv, row 2, column “x”: “1” is neither TRUE nor FALSE" },
    { "1\n\n12x\n13x", 0, HR_COLUMN_MONEY,
      "a.csv, row 4, column “x”: “12x” is not an amount" },
    { "29.853", 0, HR_COLUMN_MONEY,
      "a.csv, row 2, column “x”: “29.853” is not an amount to the cent" },
    { "1e+99", 0, HR_COLUMN_MONEY, "a.csv, row 2, column “x”: “1e+99” is not an amount" },
    { "99999999999999999", 0, HR_COLUMN_MONEY,
      "a.csv, row 2, column “x”: “99999999999999999” is too large an amount" },
    { "soon", 0, HR_COLUMN_DATE, "a.csv, row 2, column “x”: “soon” is not a date" },
    { "1-1-2027\nsoon", 0, HR_COLUMN_DATE,
      "a.csv, row 3, column “x”: “soon” is not a date" },
    { "16-10-2024\n10-16-2024", 0, HR_COLUMN_DATE,
      "a.csv, row 3, column “x”: “10-16-2024” is not a date in the same form as those "
      "above it" },
    { "16-10-2024", HR_DATE_ORDER_MONTH_FIRST, HR_COLUMN_DATE,
      "a.csv, row 2, column “x”: “16-10-2024” is not a date" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

/* ---- Several columns ---- */

static char *
read_file (const char *file, gsize block_size, gboolean first_is_id)
{
  g_autoptr (GInputStream) stream =
      g_memory_input_stream_new_from_data (file, (gssize) strlen (file), NULL);
  g_autoptr (HrCsvReader) reader = hr_csv_reader_new (stream, "a.csv", block_size);
  g_autoptr (HrCsvTable) table = NULL;
  g_autoptr (GPtrArray) messages = g_ptr_array_new_with_free_func (g_free),
                        columns = NULL;
  g_autoptr (GError) error = NULL;
  GString *result;

  if (!hr_csv_reader_start (reader, NULL, &error))
    return g_strdup (error->message);
  table = hr_csv_table_new (reader, HR_DATE_ORDER_UNKNOWN);
  for (guint i = 0; i < hr_csv_reader_get_n_columns (reader); i++)
    if (i == 0 && first_is_id)
      hr_csv_table_add_id (table, hr_csv_reader_get_column (reader, i), i);
    else
      hr_csv_table_add (table, hr_csv_reader_get_column (reader, i), i);
  columns = hr_csv_table_read (table, messages, NULL, &error);
  if (columns == NULL)
    return g_strdup (error->message);

  result = g_string_new (NULL);
  for (guint i = 0; i < columns->len; i++)
    {
      g_autofree char *text = column_to_text (g_ptr_array_index (columns, i));

      g_string_append_printf (result, "%s\n", text);
    }
  append_lines (result, messages);
  return g_string_free_and_steal (result);
}

/* What other columns prove settles those that could be either. */
static void
test_proven_order (void)
{
  g_autofree char *day = read_file ("a,b,c\n1-2-2024,16-10-2024,2024-01-01\n", 7, FALSE);
  g_autofree char *month = read_file ("a,b\n10-16-2024,1-2-2024\n", 7, FALSE);
  g_autofree char *both = read_file ("a,b,c\n1-2-2024,16-10-2024,10-16-2024\n", 7, FALSE);

  g_assert_cmpstr (day, ==,
                   "a date: 2024-02-01\nb date: 2024-10-16\nc date: 2024-01-01\n\n"
                   "a.csv: the dates of “a” could have the day or the month first; they "
                   "are read day first, as those of “b” are.");
  g_assert_cmpstr (month, ==,
                   "a date: 2024-10-16\nb date: 2024-01-02\n\n"
                   "a.csv: the dates of “b” could have the day or the month first; they "
                   "are read month first, as those of “a” are.");
  g_assert_cmpstr (both, ==,
                   "a date: 2024-02-01\nb date: 2024-10-16\nc date: 2024-10-16\n\n"
                   "a.csv: the dates of “a” could have the day or the month first; they "
                   "are read day first.");
}

static void
test_ids (void)
{
  g_autofree char *good = read_file ("a,b\n1,x\n01,y\n 1a,z\n", 7, TRUE);
  g_autofree char *twice = read_file ("a,b\n1,x\n\n2,y\n\"3\n\",y\n 2 ,z\n", 7, TRUE);
  g_autofree char *missing = read_file ("a,b\n1,x\n ,y\n", 7, TRUE);

  g_assert_cmpstr (good, ==,
                   "a text: 1 01 1a\nb text: x y z\n\n"
                   "a.csv: the blanks around 1 value are not kept.");
  g_assert_cmpstr (twice, ==, "a.csv, row 6, column “a”: row 4 has the id “2” already");
  g_assert_cmpstr (missing, ==, "a.csv, row 3, column “a”: a value is missing");
}

/* The first row that is wrong is told, whatever is wrong with later ones. */
static void
test_first_error (void)
{
  g_autofree char *value = read_file ("a,b\n1,x\n,y\n2\n", 4096, TRUE);
  g_autofree char *row = read_file ("a,b\n1,x\n2\n,y\n", 4096, TRUE);

  g_assert_cmpstr (value, ==, "a.csv, row 3, column “a”: a value is missing");
  g_assert_cmpstr (row, ==, "a.csv, row 3: 1 field where the header has 2");
}

/* A file that another program writes while it is read the second time. */
static void
test_changing_file (void)
{
  char file[] = "a,b\n1,x\nx,y\n2,z\n";
  g_autoptr (GInputStream) stream =
      g_memory_input_stream_new_from_data (file, (gssize) strlen (file), NULL);
  g_autoptr (HrCsvReader) reader = hr_csv_reader_new (stream, "a.csv", 4096);
  g_autoptr (GPtrArray) messages = g_ptr_array_new_with_free_func (g_free),
                        columns = NULL;
  g_autoptr (HrCsvTable) table = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (hr_csv_reader_start (reader, NULL, &error));
  table = hr_csv_table_new (reader, HR_DATE_ORDER_UNKNOWN);
  hr_csv_table_add (table, "a", 0);
  /* the rows are in memory by now, so only the second reading meets this */
  memcpy (strstr (file, "2,z"), "\n\n\n", 3);
  columns = hr_csv_table_read (table, messages, NULL, &error);
  g_assert_null (columns);
  g_assert_error (error, HR_ERROR, HR_ERROR_FILE);
  g_assert_cmpstr (error->message, ==, "a.csv changed while it was read");
}

/* ---- Chance ---- */

static char *
random_file (GRand *rand)
{
  static const char *const values[] = {
    "",           "",           "1",          "1", "2.5", "1,5",
    "TRUE",       "false",      "00",         "x", " y ", "2027-03-31",
    "31-03-2027", "01-02-2027", "12-31-2027", "é", "$5",  "1e+5",
  };
  GString *file = g_string_new ("a;b;c\n");
  guint first = g_rand_int (rand) % G_N_ELEMENTS (values);

  for (guint row = (guint) g_rand_int_range (rand, 1, 12); row > 0; row--)
    for (guint column = 0; column < 3; column++)
      {
        guint other = g_rand_int (rand) % G_N_ELEMENTS (values);
        guint i = g_rand_int (rand) % 4 == 0
                      ? other
                      : (first + column * 5) % G_N_ELEMENTS (values);

        g_string_append_printf (file, "\"%s\"%s", values[i], column < 2 ? ";" : "\n");
      }
  return g_string_free_and_steal (file);
}

/* Columns that are mostly of one type are found the same wherever the blocks end. */
static void
test_random_files (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (27);

  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *file = random_file (rand);
      g_autofree char *in_one = read_file (file, 4096, FALSE);
      g_autofree char *in_many = read_file (file, 7, FALSE);

      g_assert_cmpstr (in_many, ==, in_one);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/csv-table/found-types", test_found_types);
  g_test_add_func ("/import/csv-table/widened", test_widened);
  g_test_add_func ("/import/csv-table/dates", test_dates);
  g_test_add_func ("/import/csv-table/given-types", test_given_types);
  g_test_add_func ("/import/csv-table/proven-order", test_proven_order);
  g_test_add_func ("/import/csv-table/ids", test_ids);
  g_test_add_func ("/import/csv-table/first-error", test_first_error);
  g_test_add_func ("/import/csv-table/changing-file", test_changing_file);
  g_test_add_func ("/import/csv-table/random-files", test_random_files);
  return g_test_run ();
}
