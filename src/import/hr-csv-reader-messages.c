/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a reader tells people: where something is wrong, and what there is. */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hr-csv-reader.h"

/* So many characters of a value are shown, and so many columns of a file. */
#define LONGEST_SHOWN 40

/**
 * hr_csv_show:
 * @text: a value of a file
 * @length: its length in bytes
 *
 * Makes a value fit for one line of a message.
 */
char *
hr_csv_show (const char *text, gsize length)
{
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) MIN (length, 1024));
  g_autofree char *cut =
      g_utf8_substring (valid, 0, MIN (g_utf8_strlen (valid, -1), (glong) LONGEST_SHOWN));

  for (char *at = cut; *at != '\0'; at++)
    if (g_ascii_iscntrl (*at))
      *at = ' ';
  return g_strconcat (cut, strlen (cut) < length ? "…" : "", NULL);
}

/* A quoted field may go over several lines. */
static guint64
count_lines (const HrCsvBatch *batch, gsize n_rows)
{
  guint64 n = n_rows;

  for (guint column = 0; column < batch->n_columns; column++)
    for (gsize i = 0; i < n_rows; i++)
      {
        const HrCsvField *field = &batch->fields[column * batch->stride + i];

        if (field->is_quoted)
          n += hr_csv_field_count_line_ends (field);
      }
  return n;
}

/* People look for either. */
static char *
place_row (const HrCsvReader *self, guint64 row, guint64 line)
{
  const char *file = hr_csv_reader_get_name (self);

  return row == line ? g_strdup_printf (_ ("%s, row %lu"), file, (gulong) row)
                     : g_strdup_printf (_ ("%s, row %lu (line %lu)"), file, (gulong) row,
                                        (gulong) line);
}

/**
 * hr_csv_reader_refuse:
 * @batch: some rows
 * @i: one of them, or that which would be the next
 * @column: a column of it, or %HR_CSV_WHOLE_ROW
 * @code: what kind of error
 * @error: (out) (optional): takes the error
 * @format: what is wrong there, translated, without a full stop
 *
 * Says that something is wrong with a row.
 */
void
hr_csv_reader_refuse (const HrCsvReader *self,
                      const HrCsvBatch *batch,
                      gsize i,
                      guint column,
                      HrError code,
                      GError **error,
                      const char *format,
                      ...)
{
  g_autofree char *place =
      place_row (self, batch->row + i, batch->line + count_lines (batch, i));
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);

  if (column == HR_CSV_WHOLE_ROW)
    g_set_error (error, HR_ERROR, code, _ ("%s: %s"), place, what);
  else if (column < hr_csv_reader_get_n_columns (self))
    {
      const char *name = hr_csv_reader_get_column (self, column);
      g_autofree char *shown = hr_csv_show (name, strlen (name));

      g_set_error (error, HR_ERROR, code, _ ("%s, column “%s”: %s"), place, shown, what);
    }
  else
    g_set_error (error, HR_ERROR, code, _ ("%s, column %u: %s"), place, column + 1, what);
}

/* The names of the columns in quotes, for a message. */
char *
hr_csv_reader_list_columns (const HrCsvReader *self)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < MIN (hr_csv_reader_get_n_columns (self), LONGEST_SHOWN); i++)
    {
      const char *name = hr_csv_reader_get_column (self, i);
      g_autofree char *shown = hr_csv_show (name, strlen (name));

      g_string_append_printf (list, i == 0 ? "“%s”" : ", “%s”", shown);
    }
  if (hr_csv_reader_get_n_columns (self) > LONGEST_SHOWN)
    g_string_append (list, ", …");
  return g_string_free_and_steal (g_steal_pointer (&list));
}
