/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-import-file.h"

#include <glib/gi18n-lib.h>

#include "hr-error.h"
#include "hr-file-filter.h"

/* As many rows as a person takes in at a glance. */
#define PREVIEW_ROWS 8

/* ---- Looking into a file ---- */

static void
open_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const char *path = g_file_peek_path (data);
  HrCsvPreview *preview;
  GError *error = NULL;

  if (path == NULL)
    {
      g_autofree char *name = g_file_get_parse_name (data);

      g_task_return_new_error (task, HR_ERROR, HR_ERROR_FILE,
                               _ ("%s is not a file on this computer"), name);
      return;
    }
  preview = hr_csv_preview_new (path, PREVIEW_ROWS, cancellable, &error);
  if (preview != NULL)
    g_task_return_pointer (task, preview, (GDestroyNotify) hr_csv_preview_free);
  else
    g_task_return_error (task, error);
}

static void
open_in_thread (GTask *task, GFile *file)
{
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, open_thread);
}

/**
 * hr_import_file_open:
 * @file: a file
 * @cancellable: (nullable): to stop it
 * @callback: called when its beginning is read
 * @user_data: for @callback
 *
 * Looks into a file.
 */
void
hr_import_file_open (GFile *file,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, hr_import_file_open);
  open_in_thread (task, file);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (GFile) file =
      gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file != NULL)
    open_in_thread (task, file);
  else
    g_task_return_error (task, error);
}

/**
 * hr_import_file_choose:
 * @parent: a widget in a window
 * @cancellable: (nullable): to stop it
 * @callback: called when a file is chosen and its beginning read, or none is
 * @user_data: for @callback
 *
 * Lets a person choose a file, and looks into it. Choosing none ends with an error of
 * %GTK_DIALOG_ERROR.
 */
void
hr_import_file_choose (GtkWidget *parent,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, hr_import_file_choose);
  hr_file_filter_add (filters, _ ("Tables (CSV, TSV, Text)"),
                      (const char *[]) { "csv", "tsv", "tab", "txt", NULL });
  hr_file_filter_add (filters, _ ("CSV Files"), (const char *[]) { "csv", NULL });
  hr_file_filter_add (filters, _ ("TSV Files"), (const char *[]) { "tsv", "tab", NULL });
  hr_file_filter_add (filters, _ ("Text Files"), (const char *[]) { "txt", NULL });
  gtk_file_dialog_set_title (dialog, _ ("Choose a File"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (parent)), cancellable,
                        chosen_cb, task);
}

HrCsvPreview *
hr_import_file_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- Reading it whole ---- */

typedef struct
{
  HrAccountImport *import;
  HrPortfolio *portfolio; /* (nullable): once it is read */
  HrImportReport *report; /* (nullable) */
  int permille;           /* atomic: how far the thread is */
} Run;

static void
run_free (gpointer data)
{
  Run *run = data;

  g_clear_pointer (&run->import, hr_account_import_free);
  g_clear_object (&run->portfolio);
  g_clear_pointer (&run->report, hr_import_report_free);
  g_free (run);
}

static void
progress_cb (guint64 n_done, guint64 n_total, gpointer user_data)
{
  Run *run = user_data;

  g_atomic_int_set (&run->permille,
                    n_total > 0 ? (int) (1000.0 * (double) n_done / (double) n_total)
                                : 0);
}

static void
run_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Run *run = data;
  GError *error = NULL;

  run->portfolio = hr_account_import_run (run->import, &run->report, cancellable, &error);
  if (run->portfolio != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * hr_import_run_async:
 * @import: (transfer full): how to read the files
 * @source: the object that the callback gets
 * @cancellable: to stop it
 * @callback: called when all is read, or something is wrong
 *
 * Reads files in a thread.
 *
 * Returns: (transfer full): the task, to ask how far it is
 */
GTask *
hr_import_run_async (HrAccountImport *import,
                     GObject *source,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback)
{
  GTask *task = g_task_new (source, cancellable, callback, NULL);
  Run *run = g_new0 (Run, 1);

  run->import = import;
  hr_account_import_set_progress (import, progress_cb, run);
  g_task_set_source_tag (task, hr_import_run_async);
  g_task_set_task_data (task, run, run_free);
  g_task_run_in_thread (task, run_thread);
  return task;
}

/* From 0 to 1; to be asked from the main loop, as often as it draws. */
double
hr_import_run_get_progress (GTask *task)
{
  Run *run = g_task_get_task_data (task);

  return g_atomic_int_get (&run->permille) / 1000.0;
}

/**
 * hr_import_run_finish:
 * @result: what the callback got
 * @report: (out): what was done
 * @error: return location for a [error@Error]
 *
 * Gets the accounts.
 */
HrPortfolio *
hr_import_run_finish (GAsyncResult *result, HrImportReport **report, GError **error)
{
  Run *run = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  *report = g_steal_pointer (&run->report);
  return g_steal_pointer (&run->portfolio);
}
