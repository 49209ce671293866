/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-account-import.h"

#include <glib/gi18n-lib.h>

#include "hr-account-mapping.h"
#include "hr-csv-table.h"
#include "hr-join.h"

struct _HrAccountImport
{
  char *path;
  GArray *wishes;   /* (owned) (element-type HrAccountWish) */
  GPtrArray *joins; /* (owned) (element-type HrAccountJoin) */
  HrDateOrder order;
  HrImportProgress progress;
  gpointer progress_data;
};

static void
clear_wish (gpointer data)
{
  HrAccountWish *wish = data;

  g_free (wish->field);
  g_free (wish->column);
}

static void
free_join (gpointer data)
{
  HrAccountJoin *join = data;

  g_free ((char *) join->path);
  g_free ((char *) join->key);
  g_free ((char *) join->sum);
  g_free ((char *) join->field);
  g_clear_pointer (&join->where, hr_rule_unref);
  g_free (join);
}

/**
 * hr_account_import_new:
 * @path: a CSV file whose first row names the columns
 *
 * Makes an import; nothing is read before hr_account_import_run().
 */
HrAccountImport *
hr_account_import_new (const char *path)
{
  HrAccountImport *self = g_new0 (HrAccountImport, 1);

  self->path = g_strdup (path);
  self->wishes = g_array_new (FALSE, FALSE, sizeof (HrAccountWish));
  g_array_set_clear_func (self->wishes, clear_wish);
  self->joins = g_ptr_array_new_with_free_func (free_join);
  return self;
}

void
hr_account_import_free (HrAccountImport *self)
{
  g_free (self->path);
  g_array_unref (self->wishes);
  g_ptr_array_unref (self->joins);
  g_free (self);
}

/**
 * hr_account_import_map:
 * @field: a field of accounts, "arr"; or a new name for the column
 * @column: a column as the file names it, "ARR (USD)"; "" if the file has no such field
 *
 * Says which column is a field. Fields of which nothing is said are found by the names
 * that exports use for them; the report tells which.
 */
void
hr_account_import_map (HrAccountImport *self, const char *field, const char *column)
{
  const HrAccountWish wish = { g_strdup (field), g_strdup (column) };

  g_array_append_val (self->wishes, wish);
}

/* Adds up a second file; each join gives another field. */
void
hr_account_import_add_join (HrAccountImport *self, const HrAccountJoin *join)
{
  HrAccountJoin *copy = g_new0 (HrAccountJoin, 1);

  copy->path = g_strdup (join->path);
  copy->key = g_strdup (join->key);
  copy->sum = g_strdup (join->sum);
  copy->field = g_strdup (join->field);
  copy->where = join->where != NULL ? hr_rule_ref (join->where) : NULL;
  g_ptr_array_add (self->joins, copy);
}

/* Says how the files write their dates, where that is known. */
void
hr_account_import_set_date_order (HrAccountImport *self, HrDateOrder order)
{
  self->order = order;
}

/**
 * hr_account_import_set_progress:
 * @progress: called with bytes, in the thread of the run
 *
 * Asks to be told how far the run is. The total grows where a file has to be read a
 * second time.
 */
void
hr_account_import_set_progress (HrAccountImport *self,
                                HrImportProgress progress,
                                gpointer user_data)
{
  self->progress = progress;
  self->progress_data = user_data;
}

static HrImportReport *
report_new (void)
{
  HrImportReport *self = g_new0 (HrImportReport, 1);

  self->messages = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
hr_import_report_free (HrImportReport *self)
{
  g_ptr_array_unref (self->messages);
  g_free (self);
}

/* ---- A run ---- */

typedef struct
{
  HrAccountImport *import;
  GPtrArray
      *readers; /* (owned) (element-type HrCsvReader): the accounts, then the joins */
  HrImportReport *report; /* (owned) */
  GCancellable *cancellable;
  guint64 n_done;  /* bytes of the files that are read, */
  guint64 n_file;  /* of the one that is being read, */
  guint64 n_total; /* and of all */
} Run;

static void
run_clear (Run *self)
{
  g_clear_pointer (&self->readers, g_ptr_array_unref);
  g_clear_pointer (&self->report, hr_import_report_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

/* A reader that starts again begins to count anew. */
static void
progress_cb (guint64 n_bytes, gpointer user_data)
{
  Run *self = user_data;

  if (n_bytes < self->n_file)
    {
      self->n_done += self->n_file;
      self->n_total += self->n_file;
    }
  self->n_file = n_bytes;
  self->import->progress (self->n_done + n_bytes,
                          MAX (self->n_total, self->n_done + n_bytes),
                          self->import->progress_data);
}

/* Opens a file and reads its header, so that what is wrong there is told at once. */
static gboolean
open_file (Run *self, const char *path, GError **error)
{
  HrCsvReader *reader = hr_csv_reader_new_for_path (path, self->cancellable, error);

  if (reader == NULL)
    return FALSE;
  g_ptr_array_add (self->readers, reader);
  self->n_total += (guint64) hr_csv_reader_get_size (reader);
  return hr_csv_reader_start (reader, self->cancellable, error);
}

static gboolean
open_files (Run *self, GError **error)
{
  HrAccountImport *import = self->import;

  if (!open_file (self, import->path, error))
    return FALSE;
  for (guint i = 0; i < import->joins->len; i++)
    {
      const HrAccountJoin *join = g_ptr_array_index (import->joins, i);

      if (!open_file (self, join->path, error))
        return FALSE;
    }
  return TRUE;
}

static void
follow (Run *self, HrCsvReader *reader)
{
  self->n_done += self->n_file;
  self->n_file = 0;
  if (self->import->progress != NULL)
    hr_csv_reader_set_progress (reader, progress_cb, self);
}

static GArray *
find_mapping (Run *self, HrCsvReader *reader, GError **error)
{
  HrAccountImport *import = self->import;
  g_autoptr (GPtrArray) joined = g_ptr_array_new ();

  for (guint i = 0; i < import->joins->len; i++)
    {
      const char *field =
          hr_account_join_get_field (g_ptr_array_index (import->joins, i));

      if (g_ptr_array_find_with_equal_func (joined, field, g_str_equal, NULL))
        {
          g_set_error (error, HR_ERROR, HR_ERROR_DUPLICATE,
                       _ ("The field “%s” is asked for twice"), field);
          return NULL;
        }
      g_ptr_array_add (joined, (gpointer) field);
    }
  return hr_account_mapping_find (reader, (const HrAccountWish *) import->wishes->data,
                                  import->wishes->len, joined, self->report->messages,
                                  error);
}

/* The files, as a person names them. */
static char *
name_source (const Run *self)
{
  g_autoptr (GString) source = g_string_new (NULL);

  for (guint i = 0; i < self->readers->len; i++)
    g_string_append_printf (
        source, i == 0 ? "%s" : ", %s",
        hr_csv_reader_get_name (g_ptr_array_index (self->readers, i)));
  return g_string_free_and_steal (g_steal_pointer (&source));
}

static HrPortfolio *
make_portfolio (const Run *self, GPtrArray *columns, GError **error)
{
  g_autofree char *source = name_source (self);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *imported_at = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");

  return hr_portfolio_new ((HrColumn *const *) columns->pdata, columns->len, source,
                           imported_at, error);
}

/* ---- The accounts ---- */

/* Reads the accounts; the columns are those of the portfolio. */
static HrPortfolio *
read_accounts (Run *self, GPtrArray **columns, GError **error)
{
  HrCsvReader *reader = g_ptr_array_index (self->readers, 0);
  g_autoptr (HrCsvTable) table = hr_csv_table_new (reader, self->import->order);
  g_autoptr (GArray) fields = find_mapping (self, reader, error);

  if (fields == NULL)
    return NULL;
  hr_account_mapping_ask (fields, table);
  follow (self, reader);
  *columns = hr_csv_table_read (table, self->report->messages, self->cancellable, error);
  if (*columns == NULL)
    return NULL;
  if (hr_csv_table_get_n_rows (table) == 0)
    {
      g_set_error (error, HR_ERROR, HR_ERROR_SYNTAX, _ ("%s has no row below its header"),
                   hr_csv_reader_get_name (reader));
      return NULL;
    }

  return make_portfolio (self, *columns, error);
}

static HrPortfolio *
join_files (Run *self, HrPortfolio *accounts, GPtrArray *columns, GError **error)
{
  HrAccountImport *import = self->import;

  if (import->joins->len == 0)
    return g_object_ref (accounts);

  for (guint i = 0; i < import->joins->len; i++)
    {
      const HrAccountJoin *join = g_ptr_array_index (import->joins, i);
      HrCsvReader *reader = g_ptr_array_index (self->readers, i + 1);
      HrColumn *column;

      follow (self, reader);
      column = hr_account_join_run (join, reader, import->order, accounts, self->report,
                                    self->cancellable, error);
      if (column == NULL)
        return NULL;
      g_ptr_array_add (columns, column);
    }
  return make_portfolio (self, columns, error);
}

/**
 * hr_account_import_run:
 * @report: (out) (optional): takes what was done, unless there is an error
 *
 * Reads the files. Nothing depends on the main loop or the thread.
 *
 * Errors are of %HR_ERROR and say file, row, column and value, but that of the
 * cancellable.
 *
 * Returns: (transfer full): all accounts
 */
HrPortfolio *
hr_account_import_run (HrAccountImport *self,
                       HrImportReport **report,
                       GCancellable *cancellable,
                       GError **error)
{
  g_auto (Run) run = { .import = self,
                       .report = report_new (),
                       .cancellable = cancellable };
  g_autoptr (GPtrArray) columns = NULL;
  g_autoptr (HrPortfolio) accounts = NULL, joined = NULL;

  run.readers = g_ptr_array_new_with_free_func ((GDestroyNotify) hr_csv_reader_free);
  if (!open_files (&run, error))
    return NULL;
  accounts = read_accounts (&run, &columns, error);
  if (accounts != NULL)
    joined = join_files (&run, accounts, columns, error);
  if (joined == NULL)
    return NULL;

  run.report->n_rows = hr_portfolio_get_n_accounts (joined);
  run.report->n_columns = hr_portfolio_get_n_columns (joined);
  if (report != NULL)
    *report = g_steal_pointer (&run.report);
  return g_steal_pointer (&joined);
}
