/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-csv-table.h"

#include <glib/gi18n-lib.h>

/* From here on the rows of the file follow each other without a blank one. */
typedef struct
{
  gsize i;
  guint64 row;
} Stretch;

struct _HrCsvTable
{
  HrCsvReader *reader; /* (unowned) */
  HrCsvDateForms forms;
  GPtrArray *columns; /* (owned) (element-type HrCsvColumn) */
  GArray *stretches;  /* (owned) (element-type Stretch) */
  gsize n_rows;
};

/**
 * hr_csv_table_new:
 * @reader: the file, its header read; it must outlive the table
 * @order: how its dates are written
 *
 * Makes a table without columns.
 */
HrCsvTable *
hr_csv_table_new (HrCsvReader *reader, HrDateOrder order)
{
  static const HrCsvDateForms forms[] = {
    [HR_DATE_ORDER_UNKNOWN] = HR_CSV_DATE_ALL,
    [HR_DATE_ORDER_DAY_FIRST] = HR_CSV_DATE_ISO | HR_CSV_DATE_DAY_FIRST,
    [HR_DATE_ORDER_MONTH_FIRST] = HR_CSV_DATE_ISO | HR_CSV_DATE_MONTH_FIRST,
  };
  HrCsvTable *self = g_new0 (HrCsvTable, 1);

  self->reader = reader;
  self->forms = forms[order];
  self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) hr_csv_column_free);
  self->stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));
  return self;
}

void
hr_csv_table_free (HrCsvTable *self)
{
  g_ptr_array_unref (self->columns);
  g_array_unref (self->stretches);
  g_free (self);
}

/* Asks for a column whose type is found. */
void
hr_csv_table_add (HrCsvTable *self, const char *name, guint source)
{
  g_ptr_array_add (self->columns, hr_csv_column_new (name, source, self->forms));
}

/* Asks for a column of a type; if it is required, every row must have a value. */
void
hr_csv_table_add_typed (HrCsvTable *self,
                        const char *name,
                        guint source,
                        HrColumnType type,
                        gboolean is_required)
{
  HrCsvColumn *column = hr_csv_column_new_typed (name, source, self->forms, type);

  if (is_required)
    hr_csv_column_set_required (column);
  g_ptr_array_add (self->columns, column);
}

static void
note_row (HrCsvTable *self)
{
  guint64 row = hr_csv_reader_get_row (self->reader);

  if (self->stretches->len == 0 || hr_csv_table_get_row (self, self->n_rows) != row)
    g_array_append_vals (self->stretches, &(Stretch) { self->n_rows, row }, 1);
}

static void
say_widened (HrCsvTable *self, guint source, const char *value, GPtrArray *messages)
{
  g_ptr_array_add (
      messages,
      g_strdup_printf (_ ("%s: “%s” is read as text because of “%s” in row %lu."),
                       hr_csv_reader_get_name (self->reader),
                       hr_csv_reader_get_column (self->reader, source), value,
                       (gulong) hr_csv_reader_get_row (self->reader)));
}

static gboolean
add_row (HrCsvTable *self,
         GPtrArray *columns,
         const HrCsvField *fields,
         GPtrArray *messages,
         GError **error)
{
  for (guint i = 0; i < columns->len; i++)
    {
      HrCsvColumn *column = g_ptr_array_index (columns, i);
      guint source = hr_csv_column_get_source (column);
      g_autofree char *complaint = NULL;

      switch (hr_csv_column_add (column, &fields[source], &complaint))
        {
        case HR_CSV_ADDED:
          break;
        case HR_CSV_WIDENED:
          say_widened (self, source, complaint, messages);
          break;
        case HR_CSV_REFUSED:
        default:
          hr_csv_reader_refuse (self->reader, source, HR_ERROR_VALUE, error, "%s",
                                complaint);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
read_rows (HrCsvTable *self,
           GPtrArray *columns,
           GPtrArray *messages,
           GCancellable *cancellable,
           GError **error)
{
  const HrCsvField *fields;
  g_autoptr (GError) reason = NULL;

  self->n_rows = 0;
  g_array_set_size (self->stretches, 0);
  while ((fields = hr_csv_reader_next (self->reader, cancellable, &reason)) != NULL)
    {
      note_row (self);
      if (self->n_rows == HR_COLUMN_MAX_ROWS)
        hr_csv_reader_refuse (self->reader, HR_CSV_WHOLE_ROW, HR_ERROR_RANGE, &reason,
                              _ ("these are too many rows"));
      if (reason != NULL || !add_row (self, columns, fields, messages, &reason))
        break;
      self->n_rows++;
    }
  if (reason == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

/* Reads the file again for the columns whose type was found too late. */
static gboolean
read_again (HrCsvTable *self,
            GPtrArray *messages,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GPtrArray) unfinished = g_ptr_array_new ();
  gsize n_rows = self->n_rows;
  guint n_columns = hr_csv_reader_get_n_columns (self->reader);

  for (guint i = 0; i < self->columns->len; i++)
    if (hr_csv_column_is_unfinished (g_ptr_array_index (self->columns, i)))
      {
        g_ptr_array_add (unfinished, g_ptr_array_index (self->columns, i));
        hr_csv_column_restart (g_ptr_array_index (self->columns, i));
      }
  if (unfinished->len == 0)
    return TRUE;

  if (!hr_csv_reader_start (self->reader, cancellable, error))
    return FALSE;
  if (hr_csv_reader_get_n_columns (self->reader) == n_columns)
    {
      if (!read_rows (self, unfinished, messages, cancellable, error))
        return FALSE;
      if (self->n_rows == n_rows)
        return TRUE;
    }
  g_set_error (error, HR_ERROR, HR_ERROR_FILE, _ ("%s changed while it was read"),
               hr_csv_reader_get_name (self->reader));
  return FALSE;
}

/* ---- Which order the dates have ---- */

/* The order that the columns of this file prove, if they agree. */
static HrCsvDateForms
find_proven_order (const HrCsvTable *self, const char **proof)
{
  HrCsvDateForms proven = 0;

  for (guint i = 0; i < self->columns->len; i++)
    {
      HrCsvColumn *column = g_ptr_array_index (self->columns, i);
      HrCsvDateForms forms = hr_csv_column_get_forms (column);

      if (forms != HR_CSV_DATE_DAY_FIRST && forms != HR_CSV_DATE_MONTH_FIRST)
        continue;
      *proof = hr_csv_reader_get_column (self->reader, hr_csv_column_get_source (column));
      proven |= forms;
    }
  return proven == HR_CSV_DATE_ANY_ORDER ? 0 : proven;
}

static HrCsvDateForms
choose_form (const HrCsvTable *self, const HrCsvColumn *column, GPtrArray *messages)
{
  HrCsvDateForms forms = hr_csv_column_get_forms (column), proven;
  const char *file = hr_csv_reader_get_name (self->reader), *proof = NULL;
  const char *name =
      hr_csv_reader_get_column (self->reader, hr_csv_column_get_source (column));

  if (forms != HR_CSV_DATE_ANY_ORDER)
    return forms;

  proven = find_proven_order (self, &proof);
  if (proven != 0)
    g_ptr_array_add (
        messages, g_strdup_printf (proven == HR_CSV_DATE_DAY_FIRST
                                       ? _ ("%s: the dates of “%s” could have the day or "
                                            "the month first; they are read day first, "
                                            "as those of “%s” are.")
                                       : _ ("%s: the dates of “%s” could have the day or "
                                            "the month first; they are read month first, "
                                            "as those of “%s” are."),
                                   file, name, proof));
  else
    g_ptr_array_add (
        messages, g_strdup_printf (_ ("%s: the dates of “%s” could have the day or the "
                                      "month first; they are read day first."),
                                   file, name));
  return proven != 0 ? proven : HR_CSV_DATE_DAY_FIRST;
}

static void
say_trimmed (const HrCsvTable *self, GPtrArray *messages)
{
  gsize n = 0;

  for (guint i = 0; i < self->columns->len; i++)
    n += hr_csv_column_get_n_trimmed (g_ptr_array_index (self->columns, i));
  if (n > 0)
    g_ptr_array_add (
        messages,
        g_strdup_printf (ngettext ("%s: the blanks around %lu value are not kept.",
                                   "%s: the blanks around %lu values are not "
                                   "kept.",
                                   n),
                         hr_csv_reader_get_name (self->reader), (gulong) n));
}

/**
 * hr_csv_table_read:
 * @messages: (element-type utf8): takes what a person should know, a sentence each
 *
 * Reads the file.
 *
 * Returns: (transfer full) (element-type HrColumn): the columns, in the order in which
 *   they were asked for
 */
GPtrArray *
hr_csv_table_read (HrCsvTable *self,
                   GPtrArray *messages,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (GPtrArray) columns =
      g_ptr_array_new_with_free_func ((GDestroyNotify) hr_column_unref);

  if (!read_rows (self, self->columns, messages, cancellable, error) ||
      !read_again (self, messages, cancellable, error))
    return NULL;

  for (guint i = 0; i < self->columns->len; i++)
    {
      HrCsvColumn *made = g_ptr_array_index (self->columns, i);
      HrColumn *column =
          hr_csv_column_end (made, choose_form (self, made, messages), error);

      if (column == NULL)
        return NULL;
      g_ptr_array_add (columns, column);
    }
  say_trimmed (self, messages);
  return g_steal_pointer (&columns);
}

/* How many rows it has below the header. */
gsize
hr_csv_table_get_n_rows (const HrCsvTable *self)
{
  return self->n_rows;
}

/**
 * hr_csv_table_get_row:
 * @i: a row of the columns
 *
 * Gets which row of the file it was, as a spreadsheet counts.
 */
guint64
hr_csv_table_get_row (const HrCsvTable *self, gsize i)
{
  guint low = 0, high = self->stretches->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->stretches, Stretch, middle).i <= i)
        low = middle;
      else
        high = middle;
    }
  return g_array_index (self->stretches, Stretch, low).row +
         (i - g_array_index (self->stretches, Stretch, low).i);
}
