/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-column.h"
#include "hr-csv-reader.h"
#include "hr-csv-value.h"

G_BEGIN_DECLS

/**
 * HrCsvColumn:
 *
 * A column of the portfolio in the making, out of one column of a CSV file.
 *
 * Its type is given, and then a value that is not of it is refused; or it is found: the
 * narrowest of flag, number, date and text that holds every value. A value that does not
 * fit what those above it were makes the column one of text, and then the file has to be
 * read again for it.
 */
typedef struct _HrCsvColumn HrCsvColumn;

/**
 * HrCsvMisfit:
 * @HR_CSV_FITS: all values are in the column
 * @HR_CSV_WIDENS: one is of no type but text
 * @HR_CSV_REFUSED: one is not of the type that is given
 *
 * What became of some values.
 */
typedef enum
{
  HR_CSV_FITS,
  HR_CSV_WIDENS,
  HR_CSV_REFUSED,
} HrCsvMisfit;

HrCsvColumn *hr_csv_column_new (const char *name,
                                guint source,
                                HrCsvDateForms forms) G_GNUC_WARN_UNUSED_RESULT;
HrCsvColumn *hr_csv_column_new_typed (const char *name,
                                      guint source,
                                      HrCsvDateForms forms,
                                      HrColumnType type) G_GNUC_WARN_UNUSED_RESULT;
void hr_csv_column_free (HrCsvColumn *self);
void hr_csv_column_set_required (HrCsvColumn *self);

const char *hr_csv_column_get_name (const HrCsvColumn *self);
guint hr_csv_column_get_source (const HrCsvColumn *self);
gsize hr_csv_column_get_n_trimmed (const HrCsvColumn *self);

HrCsvMisfit
hr_csv_column_add (HrCsvColumn *self, const HrCsvBatch *batch, gsize *i, char **what);
gboolean hr_csv_column_restart (HrCsvColumn *self);
HrCsvDateForms hr_csv_column_get_forms (const HrCsvColumn *self);
HrColumn *hr_csv_column_end (HrCsvColumn *self,
                             HrCsvDateForms form,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HrCsvColumn, hr_csv_column_free)

G_END_DECLS
