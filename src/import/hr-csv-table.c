/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-csv-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hr-csv-crew.h"

/* Smaller files are read before a helper is awake. */
#define WORTH_HELP (4 * 1024 * 1024)
#define MOST_HELPERS 3

/* From here on the rows of the file follow each other without a blank one. */
typedef struct
{
  gsize i;
  guint64 row;
} Stretch;

/* A column and what came of it. Several are worked on at once, so each keeps to itself
 * what there is to tell. */
typedef struct
{
  HrCsvColumn *made; /* (owned) */
  gboolean is_id;    /* no value may come twice */
  HrCsvMisfit misfit;
  gsize i;            /* where in the batch */
  char *what;         /* (owned) (nullable): the value, or what is wrong with it */
  guint64 widened_in; /* the row of the value that made it text; 0 if none did */

  HrCsvDateForms form;
  HrColumn *column; /* (owned) (nullable): when it is made */
  GError *error;    /* (owned) (nullable) */
  gboolean is_repeated;
  gsize again; /* the row that has the id of the one before */
  gsize before;
} Entry;

struct _HrCsvTable
{
  HrCsvReader *reader; /* (unowned) */
  HrCsvCrew *crew;     /* (owned) */
  HrCsvDateForms forms;
  GArray *entries;   /* (owned) (element-type Entry) */
  GArray *stretches; /* (owned) (element-type Stretch) */
  gsize n_rows;
  HrCsvBatch *batch; /* (owned): the rows that go into the columns */
  HrCsvBatch *ahead; /* (owned): those that come then */
};

#define ENTRY(self, i) (&g_array_index ((self)->entries, Entry, i))

static void
clear_entry (gpointer data)
{
  Entry *entry = data;

  hr_csv_column_free (entry->made);
  g_free (entry->what);
  g_clear_pointer (&entry->column, hr_column_unref);
  g_clear_error (&entry->error);
}

static guint
count_helpers (const HrCsvReader *reader)
{
  return hr_csv_reader_get_size (reader) < WORTH_HELP
             ? 0
             : MIN (g_get_num_processors () - 1, MOST_HELPERS);
}

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
  self->crew = hr_csv_crew_new (count_helpers (reader));
  self->entries = g_array_new (FALSE, TRUE, sizeof (Entry));
  g_array_set_clear_func (self->entries, clear_entry);
  self->stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));
  self->batch = hr_csv_batch_new ();
  self->ahead = hr_csv_batch_new ();
  return self;
}

void
hr_csv_table_free (HrCsvTable *self)
{
  hr_csv_crew_free (self->crew);
  g_array_unref (self->entries);
  g_array_unref (self->stretches);
  hr_csv_batch_free (self->batch);
  hr_csv_batch_free (self->ahead);
  g_free (self);
}

static void
add_column (HrCsvTable *self, HrCsvColumn *column, gboolean is_id)
{
  const Entry entry = { .made = column, .is_id = is_id };

  g_array_append_val (self->entries, entry);
}

/* Asks for a column whose type is found. */
void
hr_csv_table_add (HrCsvTable *self, const char *name, guint source)
{
  add_column (self, hr_csv_column_new (name, source, self->forms), FALSE);
}

/* Asks for a column of a type. */
void
hr_csv_table_add_typed (HrCsvTable *self,
                        const char *name,
                        guint source,
                        HrColumnType type)
{
  add_column (self, hr_csv_column_new_typed (name, source, self->forms, type), FALSE);
}

/* Asks for a column of texts that has a value in every row, and in each another. */
void
hr_csv_table_add_id (HrCsvTable *self, const char *name, guint source)
{
  HrCsvColumn *column =
      hr_csv_column_new_typed (name, source, self->forms, HR_COLUMN_TEXT);

  hr_csv_column_set_required (column);
  add_column (self, column, TRUE);
}

/* ---- Filling ---- */

static void
fill_column (gpointer data, guint i)
{
  HrCsvTable *self = data;
  Entry *entry = ENTRY (self, i);

  entry->misfit = hr_csv_column_add (entry->made, self->batch, &entry->i, &entry->what);
}

/* Of values that are refused the first one is told. */
static gboolean
check_misfits (HrCsvTable *self, GError **error)
{
  const Entry *refused = NULL;

  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = ENTRY (self, i);

      if (entry->misfit == HR_CSV_WIDENS)
        entry->widened_in = self->batch->row + entry->i;
      if (entry->misfit == HR_CSV_REFUSED && (refused == NULL || entry->i < refused->i))
        refused = entry;
    }
  if (refused == NULL)
    return TRUE;
  hr_csv_reader_refuse (self->reader, self->batch, refused->i,
                        hr_csv_column_get_source (refused->made), HR_ERROR_VALUE, error,
                        "%s", refused->what);
  return FALSE;
}

/* Which row of the file a row of the columns was. */
static guint64
find_row (const HrCsvTable *self, gsize i)
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

static gboolean
note_rows (HrCsvTable *self, GError **error)
{
  const Stretch stretch = { self->n_rows, self->batch->row };

  if (self->batch->n_rows > HR_COLUMN_MAX_ROWS - self->n_rows)
    {
      hr_csv_reader_refuse (self->reader, self->batch, 0, HR_CSV_WHOLE_ROW,
                            HR_ERROR_RANGE, error, _ ("these are too many rows"));
      return FALSE;
    }
  if (self->stretches->len == 0 || find_row (self, self->n_rows) != stretch.row)
    g_array_append_val (self->stretches, stretch);
  self->n_rows += self->batch->n_rows;
  return TRUE;
}

static void
swap_batches (HrCsvTable *self)
{
  HrCsvBatch *batch = self->batch;

  self->batch = self->ahead;
  self->ahead = batch;
}

/* Reads all rows, always a batch ahead of the columns. What is wrong is told in the
 * order of the file. */
static gboolean
read_rows (HrCsvTable *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) reason = NULL;

  self->n_rows = 0;
  g_array_set_size (self->stretches, 0);
  if (!hr_csv_reader_read (self->reader, self->batch, cancellable, error))
    return FALSE;
  while (self->batch->n_rows > 0)
    {
      gboolean is_read;

      if (!note_rows (self, error))
        return FALSE;
      hr_csv_crew_begin (self->crew, self->entries->len, fill_column, self);
      is_read = hr_csv_reader_read (self->reader, self->ahead, cancellable, &reason);
      hr_csv_crew_end (self->crew);
      if (!check_misfits (self, error))
        return FALSE;
      if (!is_read)
        {
          g_propagate_error (error, g_steal_pointer (&reason));
          return FALSE;
        }
      swap_batches (self);
    }
  return TRUE;
}

/* Reads the file again for the columns whose type was found too late. */
static gboolean
read_again (HrCsvTable *self, GCancellable *cancellable, GError **error)
{
  gsize n_rows = self->n_rows;
  guint n_columns = hr_csv_reader_get_n_columns (self->reader), n_unfinished = 0;

  for (guint i = 0; i < self->entries->len; i++)
    n_unfinished += hr_csv_column_restart (ENTRY (self, i)->made);
  if (n_unfinished == 0)
    return TRUE;

  if (!hr_csv_reader_start (self->reader, cancellable, error))
    return FALSE;
  if (hr_csv_reader_get_n_columns (self->reader) == n_columns)
    {
      if (!read_rows (self, cancellable, error))
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

  for (guint i = 0; i < self->entries->len; i++)
    {
      const HrCsvColumn *column = ENTRY (self, i)->made;
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
say_widened (HrCsvTable *self, GPtrArray *messages)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = ENTRY (self, i);
      guint source = hr_csv_column_get_source (entry->made);

      if (entry->widened_in > 0)
        g_ptr_array_add (
            messages,
            g_strdup_printf (_ ("%s: “%s” is read as text because of “%s” in row %lu."),
                             hr_csv_reader_get_name (self->reader),
                             hr_csv_reader_get_column (self->reader, source), entry->what,
                             (gulong) entry->widened_in));
    }
}

static void
say_trimmed (const HrCsvTable *self, GPtrArray *messages)
{
  gsize n = 0;

  for (guint i = 0; i < self->entries->len; i++)
    n += hr_csv_column_get_n_trimmed (ENTRY (self, i)->made);
  if (n > 0)
    g_ptr_array_add (
        messages,
        g_strdup_printf (ngettext ("%s: the blanks around %lu value are not kept.",
                                   "%s: the blanks around %lu values are not "
                                   "kept.",
                                   n),
                         hr_csv_reader_get_name (self->reader), (gulong) n));
}

/* ---- Ending ---- */

static void
end_column (gpointer data, guint i)
{
  Entry *entry = ENTRY ((HrCsvTable *) data, i);

  entry->column = hr_csv_column_end (entry->made, entry->form, &entry->error);
  if (entry->column != NULL && entry->is_id)
    entry->is_repeated =
        hr_column_find_repeat (entry->column, &entry->again, &entry->before);
}

static void
refuse_repeat (const HrCsvTable *self, const Entry *entry, GError **error)
{
  const char *id = hr_column_get_text_at (entry->column, entry->again);
  g_autofree char *shown = hr_csv_show (id, strlen (id));

  g_set_error (
      error, HR_ERROR, HR_ERROR_DUPLICATE,
      _ ("%s, row %lu, column “%s”: row %lu has the id “%s” already"),
      hr_csv_reader_get_name (self->reader), (gulong) find_row (self, entry->again),
      hr_csv_reader_get_column (self->reader, hr_csv_column_get_source (entry->made)),
      (gulong) find_row (self, entry->before), shown);
}

static GPtrArray *
end_columns (HrCsvTable *self, GPtrArray *messages, GError **error)
{
  g_autoptr (GPtrArray) columns =
      g_ptr_array_new_with_free_func ((GDestroyNotify) hr_column_unref);

  for (guint i = 0; i < self->entries->len; i++)
    ENTRY (self, i)->form = choose_form (self, ENTRY (self, i)->made, messages);
  hr_csv_crew_begin (self->crew, self->entries->len, end_column, self);
  hr_csv_crew_end (self->crew);

  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = ENTRY (self, i);

      if (entry->column == NULL)
        {
          g_propagate_error (error, g_steal_pointer (&entry->error));
          return NULL;
        }
      if (entry->is_repeated)
        {
          refuse_repeat (self, entry, error);
          return NULL;
        }
      g_ptr_array_add (columns, g_steal_pointer (&entry->column));
    }
  return g_steal_pointer (&columns);
}

/**
 * hr_csv_table_read:
 * @messages: (element-type utf8): takes what a person should know, a sentence each
 *
 * Reads the file, once; the table is of no more use then.
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
  if (!read_rows (self, cancellable, error) || !read_again (self, cancellable, error))
    return NULL;
  say_widened (self, messages);
  say_trimmed (self, messages);
  return end_columns (self, messages, error);
}

/* How many rows it has below the header. */
gsize
hr_csv_table_get_n_rows (const HrCsvTable *self)
{
  return self->n_rows;
}
