/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-csv-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hr-csv-sniff.h"

#define SAMPLE (64 * 1024)
#define BYTE_ORDER_MARK "\xef\xbb\xbf"

/* Values in messages are cut here, in characters. */
#define LONGEST_SHOWN 40

struct _HrCsvReader
{
  GInputStream *stream; /* (owned): can seek */
  char *name;
  goffset size;
  gsize block_size;
  HrCsvProgress progress;
  gpointer progress_data;

  char delimiter;
  guint8 stops[256];  /* what ends a field without quotes */
  GPtrArray *columns; /* (owned) (element-type utf8): none until the header is read */

  /* The buffer holds the row in hand, what is decoded behind it, and up to @raw_end
   * bytes that are not text yet: the beginning of a character, or what is none. */
  char *buffer;
  gsize capacity;
  char *row_start;
  char *next_row;
  char *end;
  char *raw_end;
  gsize n_read;
  gboolean at_eof;      /* the stream has no more bytes */
  gboolean is_complete; /* and all of them are decoded */
  gboolean is_bad;      /* what stands at @end is not text */

  HrCsvField *fields; /* one more than a row may have */
  guint n_fields;
  gboolean has_quoted;
  guint64 row;  /* as a spreadsheet counts: the header is 1 */
  guint64 line; /* where the row in hand begins */
  guint64 n_lines;
};

/**
 * hr_csv_reader_new:
 * @stream: the file; it must be able to seek
 * @name: what messages call it
 * @block_size: bytes to read at a time, %HR_CSV_BLOCK but for tests
 *
 * Makes a reader; nothing is read before hr_csv_reader_start().
 */
HrCsvReader *
hr_csv_reader_new (GInputStream *stream, const char *name, gsize block_size)
{
  HrCsvReader *self;

  g_return_val_if_fail (G_IS_SEEKABLE (stream), NULL);
  g_return_val_if_fail (block_size > 0, NULL);

  self = g_new0 (HrCsvReader, 1);
  self->stream = g_object_ref (stream);
  self->name = g_strdup (name);
  self->block_size = block_size;
  self->columns = g_ptr_array_new_with_free_func (g_free);
  self->fields = g_new (HrCsvField, HR_CSV_MAX_COLUMNS + 1);
  return self;
}

/**
 * hr_csv_reader_new_for_path:
 * @path: a file
 *
 * Opens a file; messages call it by its name without the folder.
 */
HrCsvReader *
hr_csv_reader_new_for_path (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autofree char *name = g_filename_display_basename (path);
  g_autoptr (GError) reason = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, &reason);
  g_autoptr (GFileInfo) info = NULL;
  HrCsvReader *self;

  if (stream != NULL)
    info = g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                           cancellable, &reason);
  if (info == NULL)
    {
      if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_propagate_error (error, g_steal_pointer (&reason));
      else
        g_set_error (error, HR_ERROR, HR_ERROR_FILE, _ ("%s cannot be read: %s"), name,
                     reason->message);
      return NULL;
    }
  if (!g_seekable_can_seek (G_SEEKABLE (stream)))
    {
      g_set_error (error, HR_ERROR, HR_ERROR_FILE,
                   _ ("%s cannot be read twice; save it as a file first"), name);
      return NULL;
    }

  self = hr_csv_reader_new (G_INPUT_STREAM (stream), name, HR_CSV_BLOCK);
  self->size = g_file_info_get_size (info);
  return self;
}

void
hr_csv_reader_free (HrCsvReader *self)
{
  g_object_unref (self->stream);
  g_free (self->name);
  g_ptr_array_unref (self->columns);
  g_free (self->buffer);
  g_free (self->fields);
  g_free (self);
}

/**
 * hr_csv_reader_set_progress:
 * @progress: called after each block with how far into the file it reaches
 *
 * Asks to be told how far the reading is, in the thread that reads.
 */
void
hr_csv_reader_set_progress (HrCsvReader *self, HrCsvProgress progress, gpointer user_data)
{
  self->progress = progress;
  self->progress_data = user_data;
}

/* ---- Saying where ---- */

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

/* Several lines can make one row, and people look for either. */
static char *
place_row (const HrCsvReader *self)
{
  return self->row == self->line
             ? g_strdup_printf (_ ("%s, row %lu"), self->name, (gulong) self->row)
             : g_strdup_printf (_ ("%s, row %lu (line %lu)"), self->name,
                                (gulong) self->row, (gulong) self->line);
}

/**
 * hr_csv_reader_refuse:
 * @column: a column of the row in hand, or %HR_CSV_WHOLE_ROW
 * @code: what kind of error
 * @error: (out) (optional): takes the error
 * @format: what is wrong there, translated, without a full stop
 *
 * Says that something is wrong with the row in hand.
 */
void
hr_csv_reader_refuse (const HrCsvReader *self,
                      guint column,
                      HrError code,
                      GError **error,
                      const char *format,
                      ...)
{
  g_autofree char *place = place_row (self), *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);

  if (column == HR_CSV_WHOLE_ROW)
    g_set_error (error, HR_ERROR, code, _ ("%s: %s"), place, what);
  else if (column < self->columns->len)
    {
      const char *name = hr_csv_reader_get_column (self, column);
      g_autofree char *shown = hr_csv_show (name, strlen (name));

      g_set_error (error, HR_ERROR, code, _ ("%s, column “%s”: %s"), place, shown, what);
    }
  else
    g_set_error (error, HR_ERROR, code, _ ("%s, column %u: %s"), place, column + 1, what);
}

/* ---- Bytes ---- */

/* From bytes to text. The text is UTF-8, so it only has to be checked; what is not is
 * left behind @end, and @is_bad once no further byte can make it a character. */
static void
decode (HrCsvReader *self)
{
  gsize n = (gsize) (self->raw_end - self->end);
  const char *stop;

  if (!g_utf8_validate_len (self->end, n, &stop))
    {
      gsize rest = (gsize) (self->raw_end - stop);

      self->is_bad = self->at_eof || *stop == '\0' ||
                     g_utf8_get_char_validated (stop, (gssize) rest) != (gunichar) -2;
    }
  self->end = self->buffer + (stop - self->buffer);
  self->is_complete = self->at_eof && self->end == self->raw_end;
}

/* Moves the row in hand to the front of the buffer and makes room behind it. */
static void
make_room (HrCsvReader *self)
{
  gsize n_kept = (gsize) (self->raw_end - self->row_start);
  gsize n_text = (gsize) (self->end - self->row_start);

  if (n_kept + self->block_size > self->capacity)
    {
      gsize capacity = MAX (self->capacity * 2, n_kept + self->block_size);
      char *buffer = g_malloc (capacity);

      if (n_kept > 0)
        memcpy (buffer, self->row_start, n_kept);
      g_free (self->buffer);
      self->buffer = buffer;
      self->capacity = capacity;
    }
  else
    memmove (self->buffer, self->row_start, n_kept);
  self->row_start = self->buffer;
  self->end = self->buffer + n_text;
  self->raw_end = self->buffer + n_kept;
}

static gboolean
wrap_read_error (HrCsvReader *self, GError *reason, GError **error)
{
  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, reason);
  else
    {
      g_set_error (error, HR_ERROR, HR_ERROR_FILE, _ ("%s cannot be read: %s"),
                   self->name, reason->message);
      g_error_free (reason);
    }
  return FALSE;
}

static gboolean
read_block (HrCsvReader *self, GCancellable *cancellable, GError **error)
{
  GError *reason = NULL;
  gssize n;

  make_room (self);
  n = g_input_stream_read (self->stream, self->raw_end, self->block_size, cancellable,
                           &reason);
  if (n < 0)
    return wrap_read_error (self, reason, error);

  self->raw_end += n;
  self->n_read += (gsize) n;
  self->at_eof = n == 0;
  decode (self);
  if (self->progress != NULL)
    self->progress (self->n_read, self->progress_data);
  return TRUE;
}

/* ---- Rows ---- */

typedef enum
{
  SCAN_ROW,     /* the row is whole */
  SCAN_MORE,    /* it goes on behind what is decoded */
  SCAN_REFUSED, /* it is not CSV */
} Scan;

/* Finds the end of the field that begins at @at without a quote. */
static Scan
scan_plain (HrCsvReader *self, HrCsvField *field, char *at, char **after)
{
  const guint8 *stops = self->stops;
  const char *end = self->end;
  char *stop = at;

  while (stop < end && !stops[(guchar) *stop])
    stop++;
  *field = (HrCsvField) { .text = at, .length = (guint32) (stop - at) };
  *after = stop;
  return stop == end && !self->is_complete ? SCAN_MORE : SCAN_ROW;
}

/* Finds the end of the field whose quote stands at @at. */
static Scan
scan_quoted (HrCsvReader *self, HrCsvField *field, char *at, char **after, GError **error)
{
  char *quote = at + 1;

  *field = (HrCsvField) { .text = at + 1, .is_quoted = TRUE };
  while ((quote = memchr (quote, '"', (gsize) (self->end - quote))) != NULL)
    {
      if (quote + 1 == self->end && !self->is_complete)
        return SCAN_MORE;
      if (quote + 1 == self->end || quote[1] != '"')
        break;
      field->has_quotes = TRUE;
      quote += 2;
    }
  if (quote == NULL && !self->is_complete)
    return SCAN_MORE;
  if (quote == NULL)
    {
      hr_csv_reader_refuse (self, self->n_fields - 1, HR_ERROR_SYNTAX, error,
                            _ ("the quote that opens here is never closed"));
      return SCAN_REFUSED;
    }

  field->length = (guint32) (quote - field->text);
  *after = quote + 1;
  if (*after < self->end && !self->stops[(guchar) * *after])
    {
      g_autofree char *shown = hr_csv_show (field->text, field->length);

      hr_csv_reader_refuse (self, self->n_fields - 1, HR_ERROR_SYNTAX, error,
                            _ ("text follows the closing quote of “%s”"), shown);
      return SCAN_REFUSED;
    }
  return SCAN_ROW;
}

/* What a row may ask of memory while it is not known where it ends. */
static Scan
check_open_field (HrCsvReader *self, const HrCsvField *field, GError **error)
{
  if (self->end - field->text > HR_CSV_MAX_FIELD)
    hr_csv_reader_refuse (self, self->n_fields - 1, HR_ERROR_SYNTAX, error,
                          field->is_quoted
                              ? _ ("the field is too long; is its quote never closed?")
                              : _ ("the field is too long"));
  else if (self->end - self->row_start > HR_CSV_MAX_ROW)
    hr_csv_reader_refuse (self, HR_CSV_WHOLE_ROW, HR_ERROR_SYNTAX, error,
                          _ ("the row is too long"));
  else
    return SCAN_MORE;
  return SCAN_REFUSED;
}

/* Finds the fields of the row at @row_start. It is run again from the start of the row
 * when more is read, so it changes nothing in the buffer. */
static Scan
scan_row (HrCsvReader *self, GError **error)
{
  char *at = self->row_start;

  self->n_fields = 0;
  self->has_quoted = FALSE;
  for (;; at++)
    {
      HrCsvField *field = &self->fields[MIN (self->n_fields, HR_CSV_MAX_COLUMNS)];
      gboolean is_quoted = at < self->end && *at == '"';
      Scan scan;

      self->n_fields++;
      self->has_quoted |= is_quoted;
      scan = is_quoted ? scan_quoted (self, field, at, &at, error)
                       : scan_plain (self, field, at, &at);
      /* Whether a LF belongs to a CR is not known before it is read. */
      if (scan == SCAN_ROW && at + 1 == self->end && *at == '\r' && !self->is_complete)
        scan = SCAN_MORE;
      if (scan == SCAN_MORE || (scan == SCAN_ROW && field->length > HR_CSV_MAX_FIELD))
        scan = check_open_field (self, field, error);
      if (scan != SCAN_ROW)
        return scan;
      if (at == self->end || *at != self->delimiter)
        break;
    }

  if (at < self->end)
    at += at[0] == '\r' && at + 1 < self->end && at[1] == '\n' ? 2 : 1;
  self->next_row = at;
  return SCAN_ROW;
}

static guint
count_line_ends (const HrCsvField *field)
{
  guint n = 0;

  for (guint32 i = 0; i < field->length; i++)
    if (field->text[i] == '\n' ||
        (field->text[i] == '\r' &&
         (i + 1 == field->length || field->text[i + 1] != '\n')))
      n++;
  return n;
}

/* Makes "" into " where it stands. */
static void
undouble_quotes (HrCsvField *field)
{
  char *to = field->text;

  for (const char *from = field->text; from < field->text + field->length; from++)
    {
      *to++ = *from;
      if (*from == '"')
        from++;
    }
  field->length = (guint32) (to - field->text);
}

static void
finish_row (HrCsvReader *self)
{
  self->n_lines = 1;
  for (guint i = 0; self->has_quoted && i < MIN (self->n_fields, HR_CSV_MAX_COLUMNS); i++)
    {
      HrCsvField *field = &self->fields[i];

      if (field->is_quoted)
        self->n_lines += count_line_ends (field);
      if (field->has_quotes)
        undouble_quotes (field);
    }
}

static gboolean
refuse_byte (HrCsvReader *self, GError **error)
{
  if (*self->end == '\0')
    hr_csv_reader_refuse (self, self->n_fields - 1, HR_ERROR_SYNTAX, error,
                          _ ("a NUL byte is not text"));
  else
    hr_csv_reader_refuse (self, self->n_fields - 1, HR_ERROR_SYNTAX, error,
                          _ ("the byte 0x%02X is not UTF-8; save the file as UTF-8"),
                          (guint) (guchar) *self->end);
  return FALSE;
}

/* FALSE without an error is the end of the file. */
static gboolean
read_row (HrCsvReader *self, GCancellable *cancellable, GError **error)
{
  self->row_start = self->next_row;
  self->line += self->n_lines;
  self->n_lines = 0;
  self->row++;

  while (self->row_start < self->end || !self->is_complete)
    {
      switch (scan_row (self, error))
        {
        case SCAN_ROW:
          finish_row (self);
          return TRUE;
        case SCAN_REFUSED:
          return FALSE;
        case SCAN_MORE:
        default:
          if (self->is_bad)
            return refuse_byte (self, error);
          if (!read_block (self, cancellable, error))
            return FALSE;
        }
    }
  return FALSE;
}

/* A line with nothing on it is no row, but people count it. */
static gboolean
is_blank (const HrCsvReader *self)
{
  const HrCsvField *field = &self->fields[0];

  if (self->n_fields > 1 || field->is_quoted)
    return FALSE;
  for (guint32 i = 0; i < field->length; i++)
    if (field->text[i] != ' ')
      return FALSE;
  return TRUE;
}

static gboolean
read_filled_row (HrCsvReader *self, GCancellable *cancellable, GError **error)
{
  do
    if (!read_row (self, cancellable, error))
      return FALSE;
  while (is_blank (self));
  return TRUE;
}

/**
 * hr_csv_reader_next:
 *
 * Reads the next row below the header.
 *
 * Returns: (transfer none) (nullable): as many fields as there are columns; %NULL
 *   without an error at the end of the file
 */
const HrCsvField *
hr_csv_reader_next (HrCsvReader *self, GCancellable *cancellable, GError **error)
{
  if (!read_filled_row (self, cancellable, error))
    return NULL;
  if (self->n_fields != self->columns->len)
    {
      hr_csv_reader_refuse (self, HR_CSV_WHOLE_ROW, HR_ERROR_SYNTAX, error,
                            ngettext ("%u field where the header has %u",
                                      "%u fields where the header has %u",
                                      self->n_fields),
                            self->n_fields, self->columns->len);
      return NULL;
    }
  return self->fields;
}

/* ---- The beginning ---- */

/* Goes to the first byte of text, and finds what divides the fields. */
static gboolean
rewind_and_sniff (HrCsvReader *self, GCancellable *cancellable, GError **error)
{
  g_autofree char *sample = g_malloc (SAMPLE);
  GError *reason = NULL;
  gsize n, start;

  if (!g_seekable_seek (G_SEEKABLE (self->stream), 0, G_SEEK_SET, cancellable, &reason) ||
      !g_input_stream_read_all (self->stream, sample, SAMPLE, &n, cancellable, &reason))
    return wrap_read_error (self, reason, error);
  start = n >= 3 && memcmp (sample, BYTE_ORDER_MARK, 3) == 0 ? 3 : 0;
  if (!g_seekable_seek (G_SEEKABLE (self->stream), (goffset) start, G_SEEK_SET,
                        cancellable, &reason))
    return wrap_read_error (self, reason, error);

  self->delimiter = hr_csv_sniff_delimiter (sample + start, n - start);
  memset (self->stops, 0, sizeof self->stops);
  self->stops[(guchar) self->delimiter] = 1;
  self->stops['\n'] = self->stops['\r'] = 1;
  self->n_read = start;
  return TRUE;
}

static gboolean
name_columns (HrCsvReader *self, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func (g_free);

  if (self->n_fields > HR_CSV_MAX_COLUMNS)
    {
      hr_csv_reader_refuse (self, HR_CSV_WHOLE_ROW, HR_ERROR_SYNTAX, error,
                            _ ("%u columns are too many"), self->n_fields);
      return FALSE;
    }
  for (guint i = 0; i < self->n_fields; i++)
    {
      char *name = g_strstrip (g_strndup (self->fields[i].text, self->fields[i].length));
      g_autofree char *shown = hr_csv_show (name, strlen (name));

      g_ptr_array_add (columns, name);
      if (*name == '\0')
        hr_csv_reader_refuse (self, i, HR_ERROR_SYNTAX, error,
                              _ ("the column has no name"));
      else if (!g_hash_table_add (seen, name))
        hr_csv_reader_refuse (self, i, HR_ERROR_DUPLICATE, error,
                              _ ("another column is named “%s” too"), shown);
      else
        continue;
      return FALSE;
    }
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  self->columns = g_steal_pointer (&columns);
  return TRUE;
}

/**
 * hr_csv_reader_start:
 *
 * Reads the header, from the beginning of the file: also when it has been read before.
 */
gboolean
hr_csv_reader_start (HrCsvReader *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) reason = NULL;

  g_ptr_array_set_size (self->columns, 0);
  self->row_start = self->next_row = self->end = self->raw_end = self->buffer;
  self->at_eof = self->is_complete = self->is_bad = FALSE;
  self->row = self->line = 0;
  self->n_lines = 1;
  if (!rewind_and_sniff (self, cancellable, error))
    return FALSE;

  if (!read_filled_row (self, cancellable, &reason))
    {
      if (reason != NULL)
        g_propagate_error (error, g_steal_pointer (&reason));
      else
        g_set_error (error, HR_ERROR, HR_ERROR_SYNTAX, _ ("%s is empty"), self->name);
      return FALSE;
    }
  return name_columns (self, error);
}

/* ---- What it is ---- */

const char *
hr_csv_reader_get_name (const HrCsvReader *self)
{
  return self->name;
}

/* In bytes; 0 where it was not made for a path. */
goffset
hr_csv_reader_get_size (const HrCsvReader *self)
{
  return self->size;
}

char
hr_csv_reader_get_delimiter (const HrCsvReader *self)
{
  return self->delimiter;
}

guint
hr_csv_reader_get_n_columns (const HrCsvReader *self)
{
  return self->columns->len;
}

const char *
hr_csv_reader_get_column (const HrCsvReader *self, guint i)
{
  g_return_val_if_fail (i < self->columns->len, NULL);
  return g_ptr_array_index (self->columns, i);
}

/* The row in hand, as a spreadsheet counts: the header is row 1. */
guint64
hr_csv_reader_get_row (const HrCsvReader *self)
{
  return self->row;
}

/* The names of the columns in quotes, for a message. */
char *
hr_csv_reader_list_columns (const HrCsvReader *self)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < self->columns->len; i++)
    {
      const char *name = hr_csv_reader_get_column (self, i);
      g_autofree char *shown = hr_csv_show (name, strlen (name));

      if (i == LONGEST_SHOWN)
        {
          g_string_append (list, ", …");
          break;
        }
      g_string_append_printf (list, i == 0 ? "“%s”" : ", “%s”", shown);
    }
  return g_string_free_and_steal (g_steal_pointer (&list));
}

/**
 * hr_csv_reader_find_column:
 * @name: as the header has it
 * @column: (out): which column it is
 *
 * Finds a column; the error lists those that there are.
 */
gboolean
hr_csv_reader_find_column (const HrCsvReader *self,
                           const char *name,
                           guint *column,
                           GError **error)
{
  if (g_ptr_array_find_with_equal_func (self->columns, name, g_str_equal, column))
    return TRUE;

  g_autofree char *columns = hr_csv_reader_list_columns (self);

  g_set_error (error, HR_ERROR, HR_ERROR_REFERENCE,
               _ ("%s has no column “%s”; it has %s"), self->name, name, columns);
  return FALSE;
}
