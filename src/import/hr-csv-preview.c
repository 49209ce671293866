/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-csv-preview.h"

#include <string.h>

#include "hr-account-mapping.h"
#include "hr-csv-value.h"

struct _HrCsvPreview
{
  char *path;
  HrCsvReader *reader; /* (owned): its header is read */
  HrCsvBatch *batch;   /* (owned): the first rows, more than are shown */
  GArray *fields;      /* (owned) (element-type HrAccountField): what the names say */
  GPtrArray *texts;    /* (owned) (element-type utf8): of the rows shown, row by row */
  guint n_rows;
};

/* Nobody reads more than this of a field in a small table. */
#define LONGEST_TEXT 200

static void
copy_rows (HrCsvPreview *self, guint n_rows)
{
  guint n_columns = hr_csv_reader_get_n_columns (self->reader);

  self->n_rows = (guint) MIN (self->batch->n_rows, n_rows);
  for (guint row = 0; row < self->n_rows; row++)
    for (guint column = 0; column < n_columns; column++)
      {
        const HrCsvField *field =
            &self->batch->fields[column * self->batch->stride + row];
        glong length = g_utf8_strlen (field->text, field->length);

        g_ptr_array_add (self->texts,
                         g_utf8_substring (field->text, 0, MIN (length, LONGEST_TEXT)));
      }
}

/**
 * hr_csv_preview_new:
 * @path: a CSV file whose first row names the columns
 * @n_rows: how many rows to keep at most
 * @cancellable: (nullable): to stop it
 * @error: return location for a [error@Error]
 *
 * Looks at the beginning of a file: its header, and what follows in the first block.
 * That the rest of the file can be read is not said by this.
 */
HrCsvPreview *
hr_csv_preview_new (const char *path,
                    guint n_rows,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (HrCsvPreview) self = g_new0 (HrCsvPreview, 1);

  self->path = g_strdup (path);
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->batch = hr_csv_batch_new ();
  self->reader = hr_csv_reader_new_for_path (path, cancellable, error);
  if (self->reader == NULL || !hr_csv_reader_start (self->reader, cancellable, error) ||
      !hr_csv_reader_read (self->reader, self->batch, cancellable, error))
    return NULL;

  self->fields = hr_account_mapping_guess (self->reader);
  copy_rows (self, n_rows);
  return g_steal_pointer (&self);
}

void
hr_csv_preview_free (HrCsvPreview *self)
{
  g_clear_pointer (&self->reader, hr_csv_reader_free);
  g_clear_pointer (&self->batch, hr_csv_batch_free);
  g_clear_pointer (&self->fields, g_array_unref);
  g_clear_pointer (&self->texts, g_ptr_array_unref);
  g_free (self->path);
  g_free (self);
}

const char *
hr_csv_preview_get_path (const HrCsvPreview *self)
{
  return self->path;
}

/* The name of the file, without its folder. */
const char *
hr_csv_preview_get_name (const HrCsvPreview *self)
{
  return hr_csv_reader_get_name (self->reader);
}

guint
hr_csv_preview_get_n_columns (const HrCsvPreview *self)
{
  return hr_csv_reader_get_n_columns (self->reader);
}

const char *
hr_csv_preview_get_column (const HrCsvPreview *self, guint column)
{
  return hr_csv_reader_get_column (self->reader, column);
}

guint
hr_csv_preview_get_n_rows (const HrCsvPreview *self)
{
  return self->n_rows;
}

/* What stands in a field, at most its first 200 characters. */
const char *
hr_csv_preview_get_text (const HrCsvPreview *self, guint row, guint column)
{
  guint n_columns = hr_csv_preview_get_n_columns (self);

  g_return_val_if_fail (row < self->n_rows && column < n_columns, "");

  return g_ptr_array_index (self->texts, row * n_columns + column);
}

/**
 * hr_csv_preview_find_field:
 * @self: a preview
 * @field: a field of accounts, "arr"
 * @column: (out): which column seems to be it
 *
 * Guesses a field by the names of the columns, as an import does that is told nothing.
 *
 * Returns: %FALSE if no column has such a name
 */
gboolean
hr_csv_preview_find_field (const HrCsvPreview *self, const char *field, guint *column)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      const HrAccountField *guess = &g_array_index (self->fields, HrAccountField, i);

      if (!g_str_equal (guess->field, field))
        continue;
      *column = guess->column;
      return TRUE;
    }
  return FALSE;
}

/* As which all values of a column can be read as dates; 0 if they are none. */
static HrCsvDateForms
find_forms (const HrCsvPreview *self, guint column)
{
  const HrCsvField *fields = &self->batch->fields[column * self->batch->stride];
  HrCsvDateForms forms = HR_CSV_DATE_ALL;
  gboolean has_value = FALSE;

  for (gsize row = 0; row < self->batch->n_rows && forms != 0; row++)
    {
      gint32 parts;

      if (fields[row].length == 0)
        continue;
      has_value = TRUE;
      forms &= hr_csv_value_to_date (fields[row].text, fields[row].length, &parts);
    }
  return has_value ? forms : 0;
}

/**
 * hr_csv_preview_needs_date_order:
 * @self: a preview
 *
 * Says whether there are dates that can be read both as 3 April and as 4 March, and none
 * that shows which is meant.
 */
gboolean
hr_csv_preview_needs_date_order (const HrCsvPreview *self)
{
  HrCsvDateForms proven = 0;
  gboolean is_open = FALSE;

  for (guint i = 0; i < hr_csv_preview_get_n_columns (self); i++)
    {
      HrCsvDateForms forms = find_forms (self, i) & HR_CSV_DATE_ANY_ORDER;

      if (forms == HR_CSV_DATE_ANY_ORDER)
        is_open = TRUE;
      else
        proven |= forms;
    }
  return is_open && (proven == 0 || proven == HR_CSV_DATE_ANY_ORDER);
}
