/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "hr-error.h"

G_BEGIN_DECLS

/* What one file may ask of memory. */
#define HR_CSV_MAX_COLUMNS 2000
#define HR_CSV_MAX_FIELD (1024 * 1024)
#define HR_CSV_MAX_ROW (16 * 1024 * 1024)

/* How much is read at a time; tests read less, so that every border falls everywhere. */
#define HR_CSV_BLOCK (1024 * 1024)

/**
 * HrCsvField:
 * @text: its text, without quotes; not NUL-ended
 * @length: in bytes
 * @is_quoted: it stood in quotes
 * @has_quotes: a doubled quote stood in it
 *
 * One field of the row in hand; valid until the next row is read.
 */
typedef struct
{
  char *text;
  guint32 length;
  guint8 is_quoted;
  guint8 has_quotes;
} HrCsvField;

/**
 * HrCsvReader:
 *
 * Reads a CSV file row by row, in bounded memory.
 *
 * RFC 4180, and what spreadsheets make of it: a byte order mark, lines that end with
 * CR LF, LF or CR, one of the delimiters , ; tab |, blank lines, a last line without
 * an end. Every row has as many fields as the first, which names the columns.
 */
typedef struct _HrCsvReader HrCsvReader;

typedef void (*HrCsvProgress) (gsize n_bytes, gpointer user_data);

HrCsvReader *hr_csv_reader_new (GInputStream *stream,
                                const char *name,
                                gsize block_size) G_GNUC_WARN_UNUSED_RESULT;
HrCsvReader *hr_csv_reader_new_for_path (const char *path,
                                         GCancellable *cancellable,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
void hr_csv_reader_free (HrCsvReader *self);
void hr_csv_reader_set_progress (HrCsvReader *self,
                                 HrCsvProgress progress,
                                 gpointer user_data);

gboolean
hr_csv_reader_start (HrCsvReader *self, GCancellable *cancellable, GError **error);
const HrCsvField *
hr_csv_reader_next (HrCsvReader *self, GCancellable *cancellable, GError **error);

const char *hr_csv_reader_get_name (const HrCsvReader *self);
goffset hr_csv_reader_get_size (const HrCsvReader *self);
char hr_csv_reader_get_delimiter (const HrCsvReader *self);
guint hr_csv_reader_get_n_columns (const HrCsvReader *self);
const char *hr_csv_reader_get_column (const HrCsvReader *self, guint i);
gboolean hr_csv_reader_find_column (const HrCsvReader *self,
                                    const char *name,
                                    guint *column,
                                    GError **error);
char *hr_csv_reader_list_columns (const HrCsvReader *self) G_GNUC_WARN_UNUSED_RESULT;
guint64 hr_csv_reader_get_row (const HrCsvReader *self);

/* Errors that say where: “accounts.csv, row 12, column “arr”: …”. */
#define HR_CSV_WHOLE_ROW G_MAXUINT
void hr_csv_reader_refuse (const HrCsvReader *self,
                           guint column,
                           HrError code,
                           GError **error,
                           const char *format,
                           ...) G_GNUC_PRINTF (5, 6);
char *hr_csv_show (const char *text, gsize length) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HrCsvReader, hr_csv_reader_free)

G_END_DECLS
