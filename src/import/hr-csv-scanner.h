/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* So many bytes behind the text are read too, and not believed. */
#define HR_CSV_PADDING 64

/**
 * HrCsvField:
 * @text: its text, without quotes; not NUL-ended
 * @length: in bytes
 * @is_quoted: it stood in quotes
 * @has_quotes: a doubled quote stood in it
 *
 * One field of a row, where it lies in the text.
 */
typedef struct
{
  char *text;
  guint32 length;
  guint8 is_quoted;
  guint8 has_quotes;
} HrCsvField;

guint hr_csv_field_count_line_ends (const HrCsvField *self);

/**
 * HrCsvScan:
 * @HR_CSV_ROW: a row was cut
 * @HR_CSV_CUT_OFF: the text ends before it is known where the row ends
 * @HR_CSV_NOT_CLOSED: nothing closes the quote of the last field
 * @HR_CSV_NOT_DIVIDED: text follows the closing quote of the last field
 *
 * What the scanner met.
 */
typedef enum
{
  HR_CSV_ROW,
  HR_CSV_CUT_OFF,
  HR_CSV_NOT_CLOSED,
  HR_CSV_NOT_DIVIDED,
} HrCsvScan;

/**
 * HrCsvScanner:
 * @at: where the next row begins
 * @end: where the text ends; %HR_CSV_PADDING bytes behind it can be read
 * @is_whole: nothing comes behind @end
 * @delimiter: what divides the fields
 * @n_fields: how many the last row has, also those beyond the limit
 * @has_quoted: one of them is quoted
 *
 * Cuts text into rows and fields. It knows no files and changes nothing.
 */
typedef struct
{
  char *at;
  char *end;
  gboolean is_whole;
  char delimiter;
  guint n_fields;
  gboolean has_quoted;

  /*< private >*/
  char *window;  /* 64 bytes of the text */
  guint64 stops; /* a bit for each that ends a field, from @at on */
} HrCsvScanner;

void hr_csv_scanner_init (
    HrCsvScanner *self, char *text, char *end, gboolean is_whole, char delimiter);
HrCsvScan
hr_csv_scanner_next (HrCsvScanner *self, HrCsvField *fields, gsize stride, guint limit);

G_END_DECLS
