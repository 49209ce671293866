/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>

#include "hr-csv-reader.h"

/* What is read must not depend on where the blocks end. */
static const gsize BLOCK_SIZES[] = { 1, 2, 3, 7, 64, 4096 };

typedef struct
{
  const char *name;
  const char *text;
  gsize length;
  const char *result; /* "[field][field]/[field][field]/", or the error */
} Case;

#define CASE(name, text, result) { name, text, sizeof (text) - 1, result }

static HrCsvReader *
new_reader (const char *text, gsize length, gsize block_size)
{
  g_autoptr (GInputStream) stream =
      g_memory_input_stream_new_from_data (text, (gssize) length, NULL);

  return hr_csv_reader_new (stream, "a.csv", block_size);
}

static void
append_row (GString *dump, const HrCsvBatch *batch, gsize i)
{
  for (guint column = 0; column < batch->n_columns; column++)
    {
      const HrCsvField *field = &batch->fields[column * batch->stride + i];

      g_string_append_c (dump, '[');
      g_string_append_len (dump, field->text, field->length);
      g_string_append_c (dump, ']');
    }
  g_string_append_c (dump, '/');
}

/* Writes down all that a reader tells: columns and fields, or columns and the error. */
static char *
dump_file (HrCsvReader *reader, gboolean with_rows)
{
  g_autoptr (HrCsvBatch) batch = hr_csv_batch_new ();
  g_autoptr (GError) error = NULL;
  GString *dump = g_string_new (NULL);

  if (hr_csv_reader_start (reader, NULL, &error))
    {
      for (guint i = 0; i < hr_csv_reader_get_n_columns (reader); i++)
        g_string_append_printf (dump, "[%s]", hr_csv_reader_get_column (reader, i));
      g_string_append_c (dump, '/');
      while (hr_csv_reader_read (reader, batch, NULL, &error) && batch->n_rows > 0)
        for (gsize i = 0; i < batch->n_rows; i++)
          {
            if (with_rows)
              g_string_append_printf (dump, "%lu", (gulong) (batch->row + i));
            append_row (dump, batch, i);
          }
    }
  if (error != NULL)
    {
      g_assert_error (error, HR_ERROR, error->code);
      g_string_append (dump, error->message);
    }
  return g_string_free_and_steal (dump);
}

static void
check_case (const Case *c, gboolean with_rows)
{
  for (guint i = 0; i < G_N_ELEMENTS (BLOCK_SIZES); i++)
    {
      g_autoptr (HrCsvReader) reader = new_reader (c->text, c->length, BLOCK_SIZES[i]);
      g_autofree char *first = dump_file (reader, with_rows);
      g_autofree char *again = dump_file (reader, with_rows);

      if (!g_str_equal (first, c->result) || !g_str_equal (again, c->result))
        g_test_message ("%s, in blocks of %zu", c->name, BLOCK_SIZES[i]);
      g_assert_cmpstr (first, ==, c->result);
      g_assert_cmpstr (again, ==, c->result);
    }
}

static void
test_quirks (void)
{
  static const Case cases[] = {
    CASE ("plain", "id,name\n1,a\n2,b\n", "[id][name]/[1][a]/[2][b]/"),
    CASE ("crlf", "id,name\r\n1,a\r\n2,b\r\n", "[id][name]/[1][a]/[2][b]/"),
    CASE ("cr", "id,name\r1,a\r2,b\r", "[id][name]/[1][a]/[2][b]/"),
    CASE ("bom", "\xef\xbb\xbfid,name\n1,a\n", "[id][name]/[1][a]/"),
    CASE ("bom and quotes", "\xef\xbb\xbf\"id\",name\n1,a\n", "[id][name]/[1][a]/"),
    CASE ("no last line end", "id,name\n1,a\n2,b", "[id][name]/[1][a]/[2][b]/"),
    CASE ("last field empty", "id,name\n1,", "[id][name]/[1][]/"),
    CASE ("last quote at the end", "id,name\n1,\"a\"", "[id][name]/[1][a]/"),
    CASE ("empty quotes at the end", "id,name\n1,\"\"", "[id][name]/[1][]/"),
    CASE ("cr at the end", "id,name\n1,a\r", "[id][name]/[1][a]/"),
    CASE ("header only", "id,name\n", "[id][name]/"),
    CASE ("header only, cut", "id,name", "[id][name]/"),
    CASE ("empty fields", "a,b,c\n,,\n1,,3\n", "[a][b][c]/[][][]/[1][][3]/"),
    CASE ("quotes", "a,b\n\"x, y\",\"z\"\n", "[a][b]/[x, y][z]/"),
    CASE ("doubled quotes", "a,b\n\"say \"\"hi\"\"\",\"\"\"\"\n",
          "[a][b]/[say \"hi\"][\"]/"),
    CASE ("only doubled quotes", "a,b\n\"\"\"\"\"\",x\n", "[a][b]/[\"\"][x]/"),
    CASE ("line ends in quotes", "a,b\n\"x\ny\r\nz\",1\n2,3\n",
          "[a][b]/[x\ny\r\nz][1]/[2][3]/"),
    CASE ("quoted header", "\"a\nb\",\"c\"\"d\"\n1,2\n", "[a\nb][c\"d]/[1][2]/"),
    CASE ("quote within a field", "a,b\n5\" pipe,x\"y\"\n", "[a][b]/[5\" pipe][x\"y\"]/"),
    CASE ("blanks are kept", "a,b\n x , \"y\"\n", "[a][b]/[ x ][ \"y\"]/"),
    CASE ("header is trimmed", " a ,b\t\n1,2\n", "[a][b]/[1][2]/"),
    CASE ("blank lines", "\n\r\na,b\n\n1,2\n   \n3,4\n\n\n", "[a][b]/[1][2]/[3][4]/"),
    CASE ("one column", "a\n1\n\n\"\"\n2\n", "[a]/[1]/[]/[2]/"),
    CASE ("semicolons", "a;b\n1,5;2\n", "[a][b]/[1,5][2]/"),
    CASE ("tabs", "a\tb\n1\t2;3\n", "[a][b]/[1][2;3]/"),
    CASE ("bars", "a|b\n1|2\n", "[a][b]/[1][2]/"),
    CASE ("delimiters in quotes", "\"a,b\";\"c,d\"\n\"1,2\";\"3,4\"\n",
          "[a,b][c,d]/[1,2][3,4]/"),
    CASE ("lines in quotes", "a;b\n\"1\n,\n,\";2\n", "[a][b]/[1\n,\n,][2]/"),
    CASE ("quote in the header", "5\" pipe;b\n1;2\n", "[5\" pipe][b]/[1][2]/"),
    CASE ("the rows agree", "name, first;age\nx;1\ny;2\n",
          "[name, first][age]/[x][1]/[y][2]/"),
    CASE ("the header alone", "a;b;c,d\n", "[a][b][c,d]/"),
    CASE ("blank lines before it", "\n \na;b\n1;2\n", "[a][b]/[1][2]/"),
    CASE ("characters of 2 to 4 bytes", "é,名\n👩‍👧,ü\n",
          "[é][名]/[👩‍👧][ü]/"),
    CASE ("long fields",
          "a,b\n0123456789012345678901234567890123456789012345678901234567890123,x\n"
          "012345678901234567890123456789012345678901234567890123456789012345,\n",
          "[a][b]/[0123456789012345678901234567890123456789012345678901234567890123][x]/"
          "[012345678901234567890123456789012345678901234567890123456789012345][]/"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check_case (&cases[i], FALSE);
}

static void
test_rows (void)
{
  static const Case cases[] = {
    CASE ("plain", "a,b\n1,2\n3,4\n", "[a][b]/2[1][2]/3[3][4]/"),
    CASE ("blank lines count", "\na,b\n\n1,2\n3,4\n\n\n5,6",
          "[a][b]/4[1][2]/5[3][4]/8[5][6]/"),
    CASE ("lines in quotes do not", "a,b\n\"1\n\n\",2\n3,4\n",
          "[a][b]/2[1\n\n][2]/3[3][4]/"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check_case (&cases[i], TRUE);
}

static void
test_errors (void)
{
  static const Case cases[] = {
    CASE ("empty", "", "a.csv is empty"),
    CASE ("only a mark", "\xef\xbb\xbf", "a.csv is empty"),
    CASE ("only blank lines", "\n \r\n\n", "a.csv is empty"),
    CASE ("too few", "a,b,c\n1,2,3\n1,2\n",
          "[a][b][c]/[1][2][3]/a.csv, row 3: 2 fields where the header has 3"),
    CASE ("one", "a,b\n1\n", "[a][b]/a.csv, row 2: 1 field where the header has 2"),
    CASE ("too many", "a,b\n1,2\n\n1,2,3,4\n",
          "[a][b]/[1][2]/a.csv, row 4: 4 fields where the header has 2"),
    CASE (
        "too many after lines in quotes", "a,b\n\"x\n\"\"y\r\n\",2\n1,2,3\n",
        "[a][b]/[x\n\"y\r\n][2]/a.csv, row 3 (line 5): 3 fields where the header has 2"),
    CASE ("never closed", "a,b\n1,2\n3,\"x\n4,5\n",
          "[a][b]/[1][2]/a.csv, row 3, column “b”: the quote that opens here is never "
          "closed"),
    CASE ("never closed in the header", "a,\"b\n1,2\n",
          "a.csv, row 1, column 2: the quote that opens here is never closed"),
    CASE ("text after a quote", "a,b\n\"x\"y,2\n",
          "[a][b]/a.csv, row 2, column “a”: text follows the closing quote of “x”"),
    CASE ("blank after a quote", "a,b\n\"x\" ,2\n",
          "[a][b]/a.csv, row 2, column “a”: text follows the closing quote of “x”"),
    CASE ("NUL", "a,b\n1,2\n3,x\0y\n",
          "[a][b]/[1][2]/a.csv, row 3, column “b”: a NUL byte is not text"),
    CASE ("NUL in quotes", "a,b\n1,2\n\"x\0y\",3\n",
          "[a][b]/[1][2]/a.csv, row 3, column “a”: a NUL byte is not text"),
    CASE ("Latin-1", "a,b\nM\xfcller,2\n",
          "[a][b]/a.csv, row 2, column “a”: the byte 0xFC is not UTF-8; save the file as "
          "UTF-8"),
    CASE ("half a character", "a,b\n1,2\n3,\xe5\x90",
          "[a][b]/[1][2]/a.csv, row 3, column “b”: the byte 0xE5 is not UTF-8; save the "
          "file as UTF-8"),
    CASE ("overlong", "a,b\n1,\xc0\xaf\n",
          "[a][b]/a.csv, row 2, column “b”: the byte 0xC0 is not UTF-8; save the file as "
          "UTF-8"),
    CASE ("surrogate", "a,b\n1,\xed\xa0\x80\n",
          "[a][b]/a.csv, row 2, column “b”: the byte 0xED is not UTF-8; save the file as "
          "UTF-8"),
    CASE ("UTF-16",
          "\xff\xfe"
          "a\0,\0b\0\n\0",
          "a.csv, row 1, column 1: the byte 0xFF is not UTF-8; save the file as UTF-8"),
    CASE ("no name", "a,,c\n1,2,3\n", "a.csv, row 1, column 2: the column has no name"),
    CASE ("blank name", "a, \n1,2\n", "a.csv, row 1, column 2: the column has no name"),
    CASE ("name twice", "\na,b, a\n1,2,3\n",
          "a.csv, row 2, column 3: another column is named “a” too"),
    CASE ("control characters are not shown", "a,b\n\"x\ny\"z,2\n",
          "[a][b]/a.csv, row 2, column “a”: text follows the closing quote of “x y”"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check_case (&cases[i], FALSE);
}

/* Wherever in what is looked at at once a field ends, it ends there. */
static void
test_positions (void)
{
  for (guint before = 0; before < 70; before++)
    for (guint quoted = 0; quoted < 140; quoted++)
      {
        g_autofree char *x = g_strnfill (before, 'x'), *y = g_strnfill (quoted, ',');
        g_autofree char *text = g_strdup_printf ("a,b,c\n%s,\"%s\",z\r\n", x, y);
        g_autofree char *expected = g_strdup_printf ("[a][b][c]/[%s][%s][z]/", x, y);
        g_autoptr (HrCsvReader) reader = new_reader (text, strlen (text), 4096);
        g_autofree char *dump = dump_file (reader, FALSE);

        g_assert_cmpstr (dump, ==, expected);
      }
}

/* ---- Limits ---- */

static char *
read_error (const GString *text, gsize block_size)
{
  g_autoptr (HrCsvReader) reader = new_reader (text->str, text->len, block_size);
  g_autoptr (HrCsvBatch) batch = hr_csv_batch_new ();
  g_autoptr (GError) error = NULL;

  if (hr_csv_reader_start (reader, NULL, &error))
    while (hr_csv_reader_read (reader, batch, NULL, &error) && batch->n_rows > 0)
      ;
  return error != NULL ? g_strdup (error->message) : NULL;
}

static void
append_times (GString *text, const char *what, gsize n)
{
  for (gsize i = 0; i < n; i++)
    g_string_append (text, what);
}

static void
check_error (const GString *text, const char *message)
{
  g_autofree char *in_blocks = read_error (text, HR_CSV_BLOCK);
  g_autofree char *at_once = read_error (text, text->len + 1);

  g_assert_cmpstr (in_blocks, ==, message);
  g_assert_cmpstr (at_once, ==, message);
}

static void
test_long_fields (void)
{
  g_autoptr (GString) text = g_string_new ("a,b\n1,2\n3,");

  append_times (text, "0123456789abcdef", HR_CSV_MAX_FIELD / 16);
  g_string_append_c (text, '\n');
  check_error (text, NULL);

  g_string_insert (text, 10, "x");
  check_error (text, "a.csv, row 3, column “b”: the field is too long");
}

static void
test_long_quoted_fields (void)
{
  g_autoptr (GString) text = g_string_new ("a,b\n1,2\n3,\"");

  append_times (text, "01234567,abcdef\n", 2 * HR_CSV_MAX_FIELD / 16);
  check_error (text,
               "a.csv, row 3, column “b”: the field is too long; is its quote never "
               "closed?");
}

static void
test_long_rows (void)
{
  g_autoptr (GString) text = g_string_new ("c0");
  g_autoptr (GString) field = g_string_new (NULL);

  append_times (field, "0123456789abcdef", HR_CSV_MAX_FIELD / 16);
  for (guint i = 1; i < 20; i++)
    g_string_append_printf (text, ",c%u", i);
  g_string_append_c (text, '\n');
  for (guint i = 0; i < 20; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "," : "", field->str);

  {
    g_autofree char *message = read_error (text, HR_CSV_BLOCK);

    g_assert_cmpstr (message, ==, "a.csv, row 2: the row is too long");
  }
}

static void
test_many_columns (void)
{
  g_autoptr (GString) text = g_string_new ("c0");

  for (guint i = 1; i < HR_CSV_MAX_COLUMNS; i++)
    g_string_append_printf (text, ",c%u", i);
  check_error (text, NULL);
  g_string_append (text, ",more,and more");
  check_error (text, "a.csv, row 1: 2002 columns are too many");
}

/* A row of a hundred thousand fields must not be kept. */
static void
test_many_fields (void)
{
  g_autoptr (GString) text = g_string_new ("a,b\n");

  append_times (text, ",", 100000);
  check_error (text, "a.csv, row 2: 100001 fields where the header has 2");
}

static void
test_long_values_are_cut (void)
{
  const char long_name[] = "ÄÖÜ456789012345678901234567890123456789012345";
  g_autofree char *shown = hr_csv_show (long_name, strlen (long_name));
  g_autofree char *same = hr_csv_show (long_name, 43);

  g_assert_cmpstr (shown, ==, "ÄÖÜ4567890123456789012345678901234567890…");
  g_assert_cmpstr (same, ==, "ÄÖÜ4567890123456789012345678901234567890");
}

/* ---- What it asks of the stream ---- */

static void
test_columns (void)
{
  const char text[] = "id,Name\n1,2\n";
  g_autoptr (HrCsvReader) reader = new_reader (text, strlen (text), 7);
  g_autoptr (GError) error = NULL;
  guint column = 99;

  g_assert_true (hr_csv_reader_start (reader, NULL, &error));
  g_assert_true (hr_csv_reader_find_column (reader, "Name", &column, &error));
  g_assert_cmpuint (column, ==, 1);
  g_assert_false (hr_csv_reader_find_column (reader, "name", &column, &error));
  g_assert_error (error, HR_ERROR, HR_ERROR_REFERENCE);
  g_assert_cmpstr (error->message, ==, "a.csv has no column “name”; it has “id”, “Name”");
}

static void
test_list_of_columns_is_cut (void)
{
  g_autoptr (GString) text = g_string_new ("c0");
  g_autoptr (HrCsvReader) reader = NULL;
  g_autofree char *list = NULL;

  for (guint i = 1; i < 41; i++)
    g_string_append_printf (text, ",c%u", i);
  reader = new_reader (text->str, text->len, 7);
  g_assert_true (hr_csv_reader_start (reader, NULL, NULL));
  list = hr_csv_reader_list_columns (reader);
  g_assert_true (g_str_has_prefix (list, "“c0”, “c1”, "));
  g_assert_true (g_str_has_suffix (list, ", “c39”, …"));
}

static void
progress_cb (guint64 n_bytes, gpointer user_data)
{
  GArray *told = user_data;

  g_array_append_val (told, n_bytes);
}

static void
test_progress (void)
{
  const char text[] = "\xef\xbb\xbfid,name\n1,22\n";
  g_autoptr (GArray) told = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_autoptr (HrCsvReader) reader = new_reader (text, strlen (text), 7);
  g_autofree char *dump = NULL;

  hr_csv_reader_set_progress (reader, progress_cb, told);
  dump = dump_file (reader, FALSE);
  g_assert_cmpuint (told->len, ==, 3);
  g_assert_cmpuint (g_array_index (told, guint64, 0), ==, 10);
  g_assert_cmpuint (g_array_index (told, guint64, 1), ==, strlen (text));
}

/* What can never be text is not searched for its end. */
static void
test_stops_at_nul (void)
{
  const char text[100000] = "id,name\n1,2\n3";
  g_autoptr (GArray) told = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_autoptr (HrCsvReader) reader = new_reader (text, sizeof text, 7);
  g_autofree char *dump = NULL;

  hr_csv_reader_set_progress (reader, progress_cb, told);
  dump = dump_file (reader, FALSE);
  g_assert_cmpstr (dump, ==,
                   "[id][name]/[1][2]/a.csv, row 3, column “id”: a NUL byte is not text");
  g_assert_cmpuint (told->len, <, 5);
}

static void
test_cancelled (void)
{
  const char text[] = "id,name\n1,22\n2,33\n3,44\n";
  g_autoptr (HrCsvReader) reader = new_reader (text, strlen (text), 7);
  g_autoptr (HrCsvBatch) batch = hr_csv_batch_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (hr_csv_reader_start (reader, cancellable, NULL));
  g_cancellable_cancel (cancellable);
  while (hr_csv_reader_read (reader, batch, cancellable, &error) && batch->n_rows > 0)
    ; /* what is read already */
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_false (hr_csv_reader_start (reader, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_no_file (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (hr_csv_reader_new_for_path ("/nowhere/b.csv", NULL, &error));
  g_assert_error (error, HR_ERROR, HR_ERROR_FILE);
  g_assert_true (g_str_has_prefix (error->message, "b.csv cannot be read: "));
  g_clear_error (&error);

  g_cancellable_cancel (cancellable);
  g_assert_null (hr_csv_reader_new_for_path ("/nowhere/b.csv", cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_folder (void)
{
  g_autoptr (HrCsvReader) reader = NULL;
  g_autoptr (GError) error = NULL;

  reader = hr_csv_reader_new_for_path ("/", NULL, &error);
  if (reader != NULL)
    g_assert_false (hr_csv_reader_start (reader, NULL, &error));
  g_assert_error (error, HR_ERROR, HR_ERROR_FILE);
}

/* ---- Chance ---- */

static void
mutate (GRand *rand, GString *text)
{
  static const char pieces[][4] = { "\"",   ",", "\n",   "\r\n", "\r",
                                    "\"\"", "é", "\xff", ";" };
  guint n = (guint) g_rand_int_range (rand, 1, 6);

  for (guint i = 0; i < n; i++)
    {
      gssize at = g_rand_int_range (rand, 0, (gint32) text->len);
      const char *piece = pieces[g_rand_int (rand) % G_N_ELEMENTS (pieces)];

      switch (g_rand_int (rand) % 4)
        {
        case 0:
          g_string_erase (text, at, 1);
          break;
        case 1:
          text->str[at] = (char) g_rand_int (rand);
          break;
        default:
          g_string_insert (text, at, piece);
        }
    }
}

/* Whatever the file, it is read the same, or refused the same, wherever blocks end. */
static void
test_mutations (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260701);

  for (guint i = 0; i < 4000; i++)
    {
      g_autoptr (GString) text = g_string_new (
          "\xef\xbb\xbfid,name,\"arr\"\r\n1,\"a \"\"b\"\"\",2\r\n2,é,\"3\n4\"\r\n\r\n3,,5");
      g_autofree char *expected = NULL;

      mutate (rand, text);
      for (guint j = 0; j < G_N_ELEMENTS (BLOCK_SIZES); j++)
        {
          g_autoptr (HrCsvReader) reader =
              new_reader (text->str, text->len, BLOCK_SIZES[j]);
          g_autofree char *dump = dump_file (reader, TRUE);

          if (expected == NULL)
            expected = g_steal_pointer (&dump);
          else
            g_assert_cmpstr (dump, ==, expected);
        }
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/csv-reader/quirks", test_quirks);
  g_test_add_func ("/import/csv-reader/rows", test_rows);
  g_test_add_func ("/import/csv-reader/errors", test_errors);
  g_test_add_func ("/import/csv-reader/positions", test_positions);
  g_test_add_func ("/import/csv-reader/long-fields", test_long_fields);
  g_test_add_func ("/import/csv-reader/long-quoted-fields", test_long_quoted_fields);
  g_test_add_func ("/import/csv-reader/long-rows", test_long_rows);
  g_test_add_func ("/import/csv-reader/many-columns", test_many_columns);
  g_test_add_func ("/import/csv-reader/many-fields", test_many_fields);
  g_test_add_func ("/import/csv-reader/long-values-are-cut", test_long_values_are_cut);
  g_test_add_func ("/import/csv-reader/columns", test_columns);
  g_test_add_func ("/import/csv-reader/list-of-columns-is-cut",
                   test_list_of_columns_is_cut);
  g_test_add_func ("/import/csv-reader/progress", test_progress);
  g_test_add_func ("/import/csv-reader/stops-at-nul", test_stops_at_nul);
  g_test_add_func ("/import/csv-reader/cancelled", test_cancelled);
  g_test_add_func ("/import/csv-reader/no-file", test_no_file);
  g_test_add_func ("/import/csv-reader/folder", test_folder);
  g_test_add_func ("/import/csv-reader/mutations", test_mutations);
  return g_test_run ();
}
