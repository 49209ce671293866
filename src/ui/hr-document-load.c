/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "hr-document-private.h"
#include "hr-format.h"
#include "hr-json-reader.h"
#include "hr-store.h"

/* The ways in which a document is opened: each is a thread that makes a working copy. */

typedef HrWorkingCopy *(*MakeCopy) (gpointer loading,
                                    GCancellable *cancellable,
                                    GError **error);

typedef struct
{
  MakeCopy make;
  HrDocumentOrigin origin;
  GFile *file;  /* (owned) (nullable): the person's */
  char *source; /* (owned) (nullable): a backup's path, or a leftover's id */
  char *losses; /* (owned) (nullable): what is missing, a sentence a line */
} Loading;

static void
loading_free (gpointer data)
{
  Loading *self = data;

  g_clear_object (&self->file);
  g_free (self->source);
  g_free (self->losses);
  g_free (self);
}

/* A copy that nobody gets, as when it was cancelled too late. */
static void
drop_copy (gpointer copy)
{
  hr_working_copy_close (copy);
  g_object_unref (copy);
}

static void
load_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Loading *loading = data;
  GError *error = NULL;
  HrWorkingCopy *copy = loading->make (loading, cancellable, &error);

  if (copy != NULL)
    g_task_return_pointer (task, copy,
                           loading->origin == HR_DOCUMENT_RECOVERED
                               ? g_object_unref /* it can still be recovered */
                               : drop_copy);
  else
    g_task_return_error (task, error);
}

static void
load (const Loading *wanted,
      GCancellable *cancellable,
      GAsyncReadyCallback callback,
      gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Loading *loading = g_new (Loading, 1);

  *loading = *wanted;
  if (loading->file != NULL)
    g_object_ref (loading->file);
  loading->source = g_strdup (loading->source);
  g_task_set_source_tag (task, load);
  g_task_set_task_data (task, loading, loading_free);
  g_task_run_in_thread (task, load_thread);
}

/**
 * hr_document_load_finish:
 * @result: of any of the ways to open a document
 * @losses: (out) (optional) (nullable) (transfer full): what is missing of it, a
 *   sentence a line; the person is to be told
 * @error: return location for a [error@Error]
 *
 * Returns: (transfer full) (nullable): the document
 */
HrDocument *
hr_document_load_finish (GAsyncResult *result, char **losses, GError **error)
{
  Loading *loading = g_task_get_task_data (G_TASK (result));
  HrWorkingCopy *copy = g_task_propagate_pointer (G_TASK (result), error);
  HrDocument *self = copy != NULL ? hr_document_open (copy) : NULL;

  if (self != NULL)
    self->origin = loading->origin;
  if (losses != NULL)
    *losses = g_steal_pointer (&loading->losses);
  return self;
}

/* ---- A file --------------------------------------------------------------------------
 */

static HrWorkingCopy *
open_json (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (HrPlan) plan = hr_json_read_plan_file (path, cancellable, error);

  return plan != NULL ? hr_working_copy_new (plan) : NULL;
}

static HrWorkingCopy *
open_file (gpointer data, GCancellable *cancellable, GError **error)
{
  Loading *loading = data;
  const char *path = g_file_peek_path (loading->file);

  return path != NULL && g_str_has_suffix (path, ".json")
             ? open_json (path, cancellable, error)
             : hr_working_copy_open (loading->file, cancellable, error);
}

/**
 * hr_document_load_async:
 * @file: a plan file or its JSON form
 * @cancellable: (nullable): to stop it
 * @callback: called when it is loaded
 * @user_data: for @callback
 *
 * Opens a file without blocking.
 *
 * Saving writes plan files only, so a plan that came from JSON is still to be named.
 */
void
hr_document_load_async (GFile *file,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  const Loading loading = { open_file, HR_DOCUMENT_OPENED, .file = file };

  load (&loading, cancellable, callback, user_data);
}

/* ---- What was left by a crash --------------------------------------------------------
 */

static HrWorkingCopy *
recover (gpointer data, GCancellable *cancellable, GError **error)
{
  Loading *loading = data;
  guint64 n_lost;
  HrWorkingCopy *copy =
      hr_working_copy_recover (loading->source, &n_lost, cancellable, error);
  guint n = (guint) MIN (n_lost, G_MAXUINT);

  if (n > 0)
    loading->losses = g_strdup_printf (
        ngettext ("The last change cannot be read. The plan is as it was before.",
                  "The last %u changes cannot be read. The plan is as it was before.", n),
        n);
  return copy;
}

/**
 * hr_document_recover_async:
 * @id: of a [struct@Leftover]
 * @cancellable: (nullable): to stop it
 * @callback: called when it is open
 * @user_data: for @callback
 *
 * Opens a plan that was open when the program came to a sudden end.
 */
void
hr_document_recover_async (const char *id,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  const Loading loading = { recover, HR_DOCUMENT_RECOVERED, .source = (char *) id };

  load (&loading, cancellable, callback, user_data);
}

/* ---- Backups -------------------------------------------------------------------------
 */

static HrWorkingCopy *
restore (gpointer data, GCancellable *cancellable, GError **error)
{
  Loading *loading = data;
  g_autoptr (HrPlan) plan = NULL;

  if (loading->file != NULL)
    return hr_working_copy_restore (loading->source, loading->file, cancellable, error);
  plan = hr_store_load (loading->source, cancellable, error);
  return plan != NULL ? hr_working_copy_new (plan) : NULL;
}

/**
 * hr_document_restore_async:
 * @path: of a [struct@Backup]
 * @file: (nullable): what it is a backup of, or %NULL to open it as a plan that has no
 *   file yet
 * @cancellable: (nullable): to stop it
 * @callback: called when it is open
 * @user_data: for @callback
 *
 * Opens a backup. The file stays as it is until the person saves.
 */
void
hr_document_restore_async (const char *path,
                           GFile *file,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  const Loading loading = { restore, HR_DOCUMENT_BACKUP, .file = file,
                            .source = (char *) path };

  load (&loading, cancellable, callback, user_data);
}

/* ---- Damaged files -------------------------------------------------------------------
 */

static char *
make_list (GPtrArray *sentences)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < sentences->len; i++)
    {
      g_autofree char *sentence = hr_format_capitalised (sentences->pdata[i]);

      g_string_append_printf (list, "%s• %s", i > 0 ? "\n" : "", sentence);
    }
  return g_string_free_and_steal (list);
}

static HrWorkingCopy *
salvage (gpointer data, GCancellable *cancellable, GError **error)
{
  Loading *loading = data;
  g_autoptr (GPtrArray) losses = NULL;
  g_autoptr (HrPlan) plan =
      hr_store_salvage (g_file_peek_path (loading->file), &losses, cancellable, error);

  if (plan == NULL)
    return NULL;
  loading->losses = make_list (losses);
  return hr_working_copy_new (plan);
}

/**
 * hr_document_salvage_async:
 * @file: a plan file on this computer that cannot be opened
 * @cancellable: (nullable): to stop it
 * @callback: called when it is open
 * @user_data: for @callback
 *
 * Opens what can be read of a damaged file, as a plan that has no file yet.
 */
void
hr_document_salvage_async (GFile *file,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  const Loading loading = { salvage, HR_DOCUMENT_SALVAGED, .file = file };

  g_return_if_fail (g_file_peek_path (file) != NULL);

  load (&loading, cancellable, callback, user_data);
}
