/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-csv-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hr-csv-sniff.h"

#define SAMPLE (64 * 1024)
#define BYTE_ORDER_MARK "\xef\xbb\xbf"

/* A block is expected to bring one field in so many bytes; more make another batch. */
#define FIELD_BYTES 8

struct _HrCsvReader
{
  GInputStream *stream; /* (owned): can seek */
  char *name;
  goffset size;
  gsize block_size;
  HrCsvProgress progress;
  gpointer progress_data;

  char delimiter;
  GPtrArray *columns; /* (owned) (element-type utf8): none until the header is read */

  GByteArray *rest; /* (owned): what is read, but of no batch yet */
  gsize n_text;     /* how much of it is text */
  guint64 n_read;
  gboolean at_eof; /* the stream has no more bytes */
  gboolean is_bad; /* what stands behind the text is none and never will be */
  guint64 row;     /* the one that the rest begins with */
  guint64 line;
};

HrCsvBatch *
hr_csv_batch_new (void)
{
  return g_new0 (HrCsvBatch, 1);
}

void
hr_csv_batch_free (HrCsvBatch *self)
{
  g_free (self->fields);
  g_free (self->text);
  g_free (self);
}

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
  self->rest = g_byte_array_new ();
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
  g_autoptr (GFile) file = g_file_new_for_path (path);
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
  g_byte_array_unref (self->rest);
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

/* ---- Bytes ---- */

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

static void
reserve (HrCsvBatch *batch, gsize n_bytes)
{
  if (n_bytes + HR_CSV_PADDING <= batch->capacity)
    return;
  batch->capacity = MAX (batch->capacity * 2, n_bytes + HR_CSV_PADDING);
  batch->text = g_realloc (batch->text, batch->capacity);
}

/* From bytes to text. The text is UTF-8, so it only has to be checked; what is not yet
 * a character, or never will be, is left behind it. */
static void
decode (HrCsvReader *self, HrCsvBatch *batch)
{
  const char *bytes = batch->text + batch->n_text, *stop;
  gsize n = batch->n_bytes - batch->n_text, n_left;

  if (!g_utf8_validate_len (bytes, n, &stop))
    {
      n_left = n - (gsize) (stop - bytes);
      self->is_bad = self->at_eof || *stop == '\0' ||
                     g_utf8_get_char_validated (stop, (gssize) n_left) != (gunichar) -2;
    }
  batch->n_text = (gsize) (stop - batch->text);
}

static gboolean
read_block (HrCsvReader *self,
            HrCsvBatch *batch,
            GCancellable *cancellable,
            GError **error)
{
  GError *reason = NULL;
  gssize n;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE; /* not every stream asks */
  reserve (batch, batch->n_bytes + self->block_size);
  n = g_input_stream_read (self->stream, batch->text + batch->n_bytes, self->block_size,
                           cancellable, &reason);
  if (n < 0)
    return wrap_read_error (self, reason, error);

  batch->n_bytes += (gsize) n;
  memset (batch->text + batch->n_bytes, 0, HR_CSV_PADDING);
  self->n_read += (guint64) n;
  self->at_eof = n == 0;
  decode (self, batch);
  if (self->progress != NULL)
    self->progress (self->n_read, self->progress_data);
  return TRUE;
}

/* ---- Rows ---- */

/* Has room for one field more than a row may have. The first row has any number. */
static void
reserve_fields (const HrCsvReader *self, HrCsvBatch *batch)
{
  guint n_columns = self->columns->len;
  guint limit = n_columns > 0 ? n_columns : HR_CSV_MAX_COLUMNS;

  if (batch->fields != NULL && batch->n_columns == n_columns)
    return;
  batch->n_columns = n_columns;
  batch->stride = n_columns > 0 ? MAX (self->block_size / FIELD_BYTES / n_columns, 1) : 1;
  g_free (batch->fields);
  batch->fields = g_new (HrCsvField, (limit + 1) * batch->stride);
}

/* A batch begins with what the one before it left. */
static void
begin_batch (HrCsvReader *self, HrCsvBatch *batch)
{
  reserve_fields (self, batch);
  batch->n_rows = 0;
  batch->row = self->row;
  batch->line = self->line;
  batch->n_text = self->n_text;
  batch->n_bytes = self->rest->len;
  reserve (batch, batch->n_bytes);
  if (batch->n_bytes > 0)
    memcpy (batch->text, self->rest->data, batch->n_bytes);
  memset (batch->text + batch->n_bytes, 0, HR_CSV_PADDING);
}

static void
end_batch (HrCsvReader *self, HrCsvBatch *batch, const char *at)
{
  gsize n_taken = (gsize) (at - batch->text);

  g_byte_array_set_size (self->rest, 0);
  g_byte_array_append (self->rest, (const guint8 *) at,
                       (guint) (batch->n_bytes - n_taken));
  self->n_text = batch->n_text - n_taken;
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

/* Whether a row that is not whole may be once more is read. */
static gboolean
check_scan (const HrCsvReader *self,
            const HrCsvBatch *batch,
            const HrCsvScanner *scanner,
            HrCsvScan scan,
            const HrCsvField *field,
            GError **error)
{
  gsize i = batch->n_rows;
  guint column = scanner->n_fields - 1;
  g_autofree char *shown = hr_csv_show (field->text, field->length);

  if (scan == HR_CSV_NOT_CLOSED)
    hr_csv_reader_refuse (self, batch, i, column, HR_ERROR_SYNTAX, error,
                          _ ("the quote that opens here is never closed"));
  else if (scan == HR_CSV_NOT_DIVIDED)
    hr_csv_reader_refuse (self, batch, i, column, HR_ERROR_SYNTAX, error,
                          _ ("text follows the closing quote of “%s”"), shown);
  else if (scanner->end - field->text > HR_CSV_MAX_FIELD)
    hr_csv_reader_refuse (self, batch, i, column, HR_ERROR_SYNTAX, error,
                          field->is_quoted
                              ? _ ("the field is too long; is its quote never closed?")
                              : _ ("the field is too long"));
  else if (scanner->end - scanner->at > HR_CSV_MAX_ROW)
    hr_csv_reader_refuse (self, batch, i, HR_CSV_WHOLE_ROW, HR_ERROR_SYNTAX, error,
                          _ ("the row is too long"));
  else if (!self->is_bad)
    return TRUE;
  else if (*scanner->end == '\0')
    hr_csv_reader_refuse (self, batch, i, column, HR_ERROR_SYNTAX, error,
                          _ ("a NUL byte is not text"));
  else
    hr_csv_reader_refuse (self, batch, i, column, HR_ERROR_SYNTAX, error,
                          _ ("the byte 0x%02X is not UTF-8; save the file as UTF-8"),
                          (guint) (guchar) *scanner->end);
  return FALSE;
}

/* Whether a row is what it must be; the first makes the columns. */
static gboolean
check_row (const HrCsvReader *self,
           const HrCsvBatch *batch,
           const HrCsvScanner *scanner,
           gsize n_bytes,
           const HrCsvField *fields,
           GError **error)
{
  guint n = scanner->n_fields;

  if (batch->n_columns == 0 && n > HR_CSV_MAX_COLUMNS)
    hr_csv_reader_refuse (self, batch, batch->n_rows, HR_CSV_WHOLE_ROW, HR_ERROR_SYNTAX,
                          error, _ ("%u columns are too many"), n);
  else if (batch->n_columns > 0 && n != batch->n_columns)
    hr_csv_reader_refuse (self, batch, batch->n_rows, HR_CSV_WHOLE_ROW, HR_ERROR_SYNTAX,
                          error,
                          ngettext ("%u field where the header has %u",
                                    "%u fields where the header has %u", n),
                          n, batch->n_columns);
  else
    {
      for (guint i = 0; n_bytes > HR_CSV_MAX_FIELD && i < n; i++)
        if (fields[i * batch->stride].length > HR_CSV_MAX_FIELD)
          {
            hr_csv_reader_refuse (self, batch, batch->n_rows, i, HR_ERROR_SYNTAX, error,
                                  _ ("the field is too long"));
            return FALSE;
          }
      return TRUE;
    }
  return FALSE;
}

/* A line with nothing on it is no row, but people count it. */
static gboolean
is_blank (const HrCsvScanner *scanner, const HrCsvField *field)
{
  if (scanner->n_fields > 1 || field->is_quoted)
    return FALSE;
  for (guint32 i = 0; i < field->length; i++)
    if (field->text[i] != ' ')
      return FALSE;
  return TRUE;
}

/* Makes the fields of a row say what they mean; gets how many lines it has. */
static guint64
finish_row (const HrCsvScanner *scanner, HrCsvField *fields, gsize stride)
{
  guint64 n_lines = 1;

  for (guint i = 0; scanner->has_quoted && i < scanner->n_fields; i++)
    {
      HrCsvField *field = &fields[i * stride];

      if (field->is_quoted)
        n_lines += hr_csv_field_count_line_ends (field);
      if (field->has_quotes)
        undouble_quotes (field);
    }
  return n_lines;
}

typedef enum
{
  CUT_ROW,
  CUT_BLANK,
  CUT_MORE, /* the row goes on behind the text */
  CUT_REFUSED,
} Cut;

static Cut
cut_row (const HrCsvReader *self,
         const HrCsvBatch *batch,
         HrCsvScanner *scanner,
         HrCsvField *fields,
         guint limit,
         GError **error)
{
  const char *start = scanner->at;
  HrCsvScan scan = hr_csv_scanner_next (scanner, fields, batch->stride, limit);

  if (scan != HR_CSV_ROW)
    return check_scan (self, batch, scanner, scan,
                       &fields[MIN (scanner->n_fields - 1, limit) * batch->stride], error)
               ? CUT_MORE
               : CUT_REFUSED;
  if (is_blank (scanner, fields))
    return CUT_BLANK;
  return check_row (self, batch, scanner, (gsize) (scanner->at - start), fields, error)
             ? CUT_ROW
             : CUT_REFUSED;
}

/* Cuts what text there is, up to a blank line, or to what is wrong: that is told when a
 * batch begins with it. */
static gboolean
cut_rows (HrCsvReader *self, HrCsvBatch *batch, GError **error)
{
  guint limit = batch->n_columns > 0 ? batch->n_columns : HR_CSV_MAX_COLUMNS;
  HrCsvScanner scanner;
  const char *at = batch->text;

  hr_csv_scanner_init (&scanner, batch->text, batch->text + batch->n_text,
                       self->at_eof && batch->n_text == batch->n_bytes, self->delimiter);
  for (; batch->n_rows < batch->stride && (at < scanner.end || !scanner.is_whole);
       at = scanner.at)
    {
      gboolean is_first = batch->n_rows == 0;
      HrCsvField *fields = &batch->fields[batch->n_rows];
      Cut cut = cut_row (self, batch, &scanner, fields, limit, is_first ? error : NULL);

      if (cut == CUT_REFUSED && is_first)
        return FALSE;
      if (cut == CUT_BLANK && is_first)
        {
          batch->row++;
          self->line = ++batch->line;
          continue;
        }
      if (cut != CUT_ROW)
        break;
      self->line += finish_row (&scanner, fields, batch->stride);
      batch->n_columns = scanner.n_fields;
      batch->n_rows++;
    }
  self->row = batch->row + batch->n_rows;
  end_batch (self, batch, at);
  return TRUE;
}

/**
 * hr_csv_reader_read:
 * @batch: takes the rows; none at the end of the file
 *
 * Reads the next rows below the header.
 */
gboolean
hr_csv_reader_read (HrCsvReader *self,
                    HrCsvBatch *batch,
                    GCancellable *cancellable,
                    GError **error)
{
  begin_batch (self, batch);
  for (;;)
    {
      if (!cut_rows (self, batch, error))
        return FALSE;
      if (batch->n_rows > 0 || (self->at_eof && self->rest->len == 0))
        return TRUE;
      begin_batch (self, batch);
      if (!read_block (self, batch, cancellable, error))
        return FALSE;
    }
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
  self->n_read = start;
  return TRUE;
}

static gboolean
name_columns (HrCsvReader *self, const HrCsvBatch *header, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < header->n_columns; i++)
    {
      const HrCsvField *field = &header->fields[i];
      char *name = g_strstrip (g_strndup (field->text, field->length));
      g_autofree char *shown = hr_csv_show (name, strlen (name));

      g_ptr_array_add (columns, name);
      if (*name == '\0')
        hr_csv_reader_refuse (self, header, 0, i, HR_ERROR_SYNTAX, error,
                              _ ("the column has no name"));
      else if (!g_hash_table_add (seen, name))
        hr_csv_reader_refuse (self, header, 0, i, HR_ERROR_DUPLICATE, error,
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
  g_autoptr (HrCsvBatch) header = hr_csv_batch_new ();

  g_ptr_array_set_size (self->columns, 0);
  g_byte_array_set_size (self->rest, 0);
  self->n_text = 0;
  self->at_eof = self->is_bad = FALSE;
  self->row = self->line = 1;
  if (!rewind_and_sniff (self, cancellable, error) ||
      !hr_csv_reader_read (self, header, cancellable, error))
    return FALSE;
  if (header->n_rows > 0)
    return name_columns (self, header, error);

  g_set_error (error, HR_ERROR, HR_ERROR_SYNTAX, _ ("%s is empty"), self->name);
  return FALSE;
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
  g_autofree char *columns = NULL;

  if (g_ptr_array_find_with_equal_func (self->columns, name, g_str_equal, column))
    return TRUE;

  columns = hr_csv_reader_list_columns (self);
  g_set_error (error, HR_ERROR, HR_ERROR_REFERENCE,
               _ ("%s has no column “%s”; it has %s"), self->name, name, columns);
  return FALSE;
}
