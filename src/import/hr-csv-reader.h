/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "hr-csv-scanner.h"
#include "hr-error.h"

G_BEGIN_DECLS

/* What one file may ask of memory. */
#define HR_CSV_MAX_COLUMNS 2000
#define HR_CSV_MAX_FIELD (1024 * 1024)
#define HR_CSV_MAX_ROW (16 * 1024 * 1024)

/* How much is read at a time; tests read less, so that every border falls everywhere. */
#define HR_CSV_BLOCK (1024 * 1024)

/**
 * HrCsvBatch:
 * @fields: the fields, column after column: of row i and column c it is the one at
 *   c × @stride + i
 * @stride: how many rows there could be
 * @n_rows: how many rows there are
 * @n_columns: how many fields a row has
 * @row: the first one, as a spreadsheet counts: the header is row 1
 * @line: the line where it begins
 *
 * Some rows that follow each other, with their text.
 */
typedef struct
{
  HrCsvField *fields;
  gsize stride;
  gsize n_rows;
  guint n_columns;
  guint64 row;
  guint64 line;

  /*< private >*/
  char *text;
  gsize n_text;
  gsize n_bytes; /* the text, and what is not text yet */
  gsize capacity;
} HrCsvBatch;

HrCsvBatch *hr_csv_batch_new (void) G_GNUC_WARN_UNUSED_RESULT;
void hr_csv_batch_free (HrCsvBatch *self);

/**
 * HrCsvReader:
 *
 * Reads a CSV file, some rows at a time, in bounded memory.
 *
 * RFC 4180, and what spreadsheets make of it: a byte order mark, lines that end with
 * CR LF, LF or CR, one of the delimiters , ; tab |, blank lines, a last line without
 * an end. Every row has as many fields as the first, which names the columns.
 */
typedef struct _HrCsvReader HrCsvReader;

typedef void (*HrCsvProgress) (guint64 n_bytes, gpointer user_data);

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
gboolean hr_csv_reader_read (HrCsvReader *self,
                             HrCsvBatch *batch,
                             GCancellable *cancellable,
                             GError **error);

const char *hr_csv_reader_get_name (const HrCsvReader *self);
goffset hr_csv_reader_get_size (const HrCsvReader *self);
guint hr_csv_reader_get_n_columns (const HrCsvReader *self);
const char *hr_csv_reader_get_column (const HrCsvReader *self, guint i);
char *hr_csv_reader_list_columns (const HrCsvReader *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean hr_csv_reader_find_column (const HrCsvReader *self,
                                    const char *name,
                                    guint *column,
                                    GError **error);

/* Errors that say where: “accounts.csv, row 12, column “arr”: …”. */
#define HR_CSV_WHOLE_ROW G_MAXUINT
void hr_csv_reader_refuse (const HrCsvReader *self,
                           const HrCsvBatch *batch,
                           gsize i,
                           guint column,
                           HrError code,
                           GError **error,
                           const char *format,
                           ...) G_GNUC_PRINTF (7, 8);
char *hr_csv_show (const char *text, gsize length) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HrCsvBatch, hr_csv_batch_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HrCsvReader, hr_csv_reader_free)

G_END_DECLS
