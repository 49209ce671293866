/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "hr-document-private.h"
#include "hr-json-reader.h"
#include "hr-store.h"

/* A document and its file. */

/* Edits that follow each other are saved together. */
#define AUTOSAVE_SECONDS 3

/* ---- Opening -------------------------------------------------------------------------
 */

static HrWorkingCopy *
open_json (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (HrPlan) plan = hr_json_read_plan_file (path, cancellable, error);

  return plan != NULL ? hr_working_copy_new (plan) : NULL;
}

static void
return_copy (GTask *task, HrWorkingCopy *copy, GError *error)
{
  if (copy != NULL)
    g_task_return_pointer (task, copy, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
load_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const char *path = g_file_peek_path (data);
  GError *error = NULL;
  HrWorkingCopy *copy = path != NULL && g_str_has_suffix (path, ".json")
                            ? open_json (path, cancellable, &error)
                            : hr_working_copy_open (data, cancellable, &error);

  return_copy (task, copy, error);
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
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, hr_document_load_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, load_thread);
}

HrDocument *
hr_document_load_finish (GAsyncResult *result, GError **error)
{
  HrWorkingCopy *copy = g_task_propagate_pointer (G_TASK (result), error);

  return copy != NULL ? hr_document_open (copy) : NULL;
}

typedef struct
{
  char *id;
  guint64 n_lost;
} Recovery;

static void
recovery_free (gpointer data)
{
  g_free (((Recovery *) data)->id);
  g_free (data);
}

static void
recover_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Recovery *recovery = data;
  GError *error = NULL;

  return_copy (
      task,
      hr_working_copy_recover (recovery->id, &recovery->n_lost, cancellable, &error),
      error);
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
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Recovery *recovery = g_new0 (Recovery, 1);

  g_task_set_source_tag (task, hr_document_recover_async);
  recovery->id = g_strdup (id);
  g_task_set_task_data (task, recovery, recovery_free);
  g_task_run_in_thread (task, recover_thread);
}

/* n_lost: how many steps could not be read; if there are any, the person is told. */
HrDocument *
hr_document_recover_finish (GAsyncResult *result, guint64 *n_lost, GError **error)
{
  Recovery *recovery = g_task_get_task_data (G_TASK (result));
  HrWorkingCopy *copy = g_task_propagate_pointer (G_TASK (result), error);

  *n_lost = recovery->n_lost;
  return copy != NULL ? hr_document_open (copy) : NULL;
}

/**
 * hr_document_close:
 * @self: a document
 *
 * Forgets what is not saved: after the person was asked, before the last reference goes.
 * Without this the plan is offered at the next start, as after a crash.
 */
void
hr_document_close (HrDocument *self)
{
  g_clear_handle_id (&self->autosaving, g_source_remove);
  hr_working_copy_close (self->copy);
}

/* ---- Saving --------------------------------------------------------------------------
 */

static gboolean
is_conflict (const GError *error)
{
  return g_error_matches (error, HR_ERROR, HR_ERROR_CHANGED) ||
         g_error_matches (error, HR_ERROR, HR_ERROR_GONE);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  HrDocument *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (hr_working_copy_save_finish (HR_WORKING_COPY (source), result, &error))
    {
      hr_document_take_conflict (self, NULL);
      hr_document_notify_file (self);
      g_task_return_boolean (task, TRUE);
      return;
    }
  if (is_conflict (error))
    hr_document_take_conflict (self, g_error_copy (error));
  g_task_return_error (task, error);
}

/**
 * hr_document_save_async:
 * @self: a document
 * @file: where to
 * @mode: %HR_SAVE_CAREFUL, or %HR_SAVE_OVERWRITE after the person was asked
 * @cancellable: (nullable): to stop it
 * @callback: called when it is saved
 * @user_data: for @callback
 *
 * Saves the plan as it is now without blocking; it may be edited meanwhile.
 *
 * Fails with %HR_ERROR_CHANGED or %HR_ERROR_GONE if somebody else changed, deleted,
 * renamed or moved the file: then the person chooses to overwrite it, to save elsewhere,
 * or to open what is there, of which [method@Document.compare_async] counts how far it
 * differs.
 */
void
hr_document_save_async (HrDocument *self,
                        GFile *file,
                        HrSaveMode mode,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, hr_document_save_async);
  hr_working_copy_save_async (self->copy, file, mode, cancellable, saved_cb, task);
}

gboolean
hr_document_save_finish (HrDocument *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * hr_document_check_file:
 * @self: a document
 *
 * Looks if somebody else has changed the file, as when the window gets the focus; then
 * [property@Document:conflict] says so.
 */
void
hr_document_check_file (HrDocument *self)
{
  GError *error = NULL;

  if (hr_working_copy_check_file (self->copy, &error))
    hr_document_take_conflict (self, NULL);
  else if (is_conflict (error))
    hr_document_take_conflict (self, g_steal_pointer (&error));
  g_clear_error (&error);
}

/* ---- Saving by itself ----------------------------------------------------------------
 */

static gboolean
autosave_cb (gpointer data)
{
  HrDocument *self = data;

  self->autosaving = 0;
  if (hr_document_get_modified (self) && self->conflict == NULL)
    hr_document_save_async (self, hr_document_get_file (self), HR_SAVE_CAREFUL, NULL,
                            NULL, NULL);
  return G_SOURCE_REMOVE;
}

/* Never over what somebody else has written: that is for the person to decide. */
void
hr_document_autosave_later (HrDocument *self)
{
  if (self->autosave && self->autosaving == 0 && self->conflict == NULL &&
      hr_document_get_file (self) != NULL && hr_document_get_modified (self))
    self->autosaving = g_timeout_add_seconds (AUTOSAVE_SECONDS, autosave_cb, self);
}

void
hr_document_set_autosave (HrDocument *self, gboolean autosave)
{
  if (self->autosave == autosave)
    return;
  self->autosave = autosave;
  if (!autosave)
    g_clear_handle_id (&self->autosaving, g_source_remove);
  hr_document_autosave_later (self);
  g_object_notify (G_OBJECT (self), "autosave");
}

/* ---- What was, and what others have --------------------------------------------------
 */

typedef struct
{
  HrPlan *plan;
  GFile *other;
  HrPlanDiff diff;
} Comparison;

static void
comparison_free (gpointer data)
{
  Comparison *self = data;

  g_object_unref (self->plan);
  g_object_unref (self->other);
  g_free (self);
}

static void
compare_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Comparison *self = data;
  GError *error = NULL;
  const char *path = g_file_peek_path (self->other);
  g_autoptr (HrPlan) other = NULL;

  if (path == NULL)
    {
      g_task_return_new_error (task, HR_ERROR, HR_ERROR_FILE,
                               _ ("It is not a file on this computer"));
      return;
    }
  other = hr_store_load (path, cancellable, &error);
  if (other == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  hr_plan_compare (self->plan, other, &self->diff);
  g_task_return_boolean (task, TRUE);
}

/**
 * hr_document_compare_async:
 * @self: a document
 * @other: a plan file: that of the plan, which somebody has changed, or a backup
 * @cancellable: (nullable): to stop it
 * @callback: called when the differences are counted
 * @user_data: for @callback
 *
 * Counts how far a file differs from the plan as it is now. The file is only read.
 */
void
hr_document_compare_async (HrDocument *self,
                           GFile *other,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Comparison *comparison = g_new0 (Comparison, 1);

  g_task_set_source_tag (task, hr_document_compare_async);
  comparison->plan = hr_item_copy (hr_document_get_plan (self));
  comparison->other = g_object_ref (other);
  g_task_set_task_data (task, comparison, comparison_free);
  g_task_run_in_thread (task, compare_thread);
}

gboolean
hr_document_compare_finish (HrDocument *self,
                            GAsyncResult *result,
                            HrPlanDiff *diff,
                            GError **error)
{
  const Comparison *comparison = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  *diff = comparison->diff;
  return TRUE;
}

typedef struct
{
  char *backup;
  GFile *file;
} Restoring;

static void
restoring_free (gpointer data)
{
  Restoring *self = data;

  g_free (self->backup);
  g_object_unref (self->file);
  g_free (self);
}

static void
restore_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Restoring *self = data;
  GError *error = NULL;

  return_copy (task,
               hr_working_copy_restore (self->backup, self->file, cancellable, &error),
               error);
}

/**
 * hr_document_restore_async:
 * @backup: the path of a [struct@Backup]
 * @file: whose backup it is
 * @cancellable: (nullable): to stop it
 * @callback: called when it is open; ends with hr_document_load_finish()
 * @user_data: for @callback
 *
 * Opens a backup as a plan of the file that is not saved yet: the file stays as it is
 * until the person saves.
 */
void
hr_document_restore_async (const char *backup,
                           GFile *file,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Restoring *restoring = g_new0 (Restoring, 1);

  g_task_set_source_tag (task, hr_document_restore_async);
  restoring->backup = g_strdup (backup);
  restoring->file = g_object_ref (file);
  g_task_set_task_data (task, restoring, restoring_free);
  g_task_run_in_thread (task, restore_thread);
}

typedef struct
{
  GFile *file;
  GPtrArray *losses;
} Salvage;

static void
salvage_free (gpointer data)
{
  Salvage *self = data;

  g_object_unref (self->file);
  g_clear_pointer (&self->losses, g_ptr_array_unref);
  g_free (self);
}

static void
salvage_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Salvage *self = data;
  GError *error = NULL;
  const char *path = g_file_peek_path (self->file);
  g_autoptr (HrPlan) plan =
      path != NULL ? hr_store_salvage (path, &self->losses, cancellable, &error) : NULL;

  if (path == NULL)
    g_set_error (&error, HR_ERROR, HR_ERROR_FILE,
                 _ ("It is not a file on this computer"));
  return_copy (task, plan != NULL ? hr_working_copy_new (plan) : NULL, error);
}

/**
 * hr_document_salvage_async:
 * @file: a plan file that cannot be opened and has no backup that will do
 * @cancellable: (nullable): to stop it
 * @callback: called when it is open
 * @user_data: for @callback
 *
 * Opens what can still be read of a damaged file, as a plan that is in no file yet.
 */
void
hr_document_salvage_async (GFile *file,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Salvage *salvage = g_new0 (Salvage, 1);

  g_task_set_source_tag (task, hr_document_salvage_async);
  salvage->file = g_object_ref (file);
  g_task_set_task_data (task, salvage, salvage_free);
  g_task_run_in_thread (task, salvage_thread);
}

/* losses: (out) (transfer full) (element-type utf8): what is missing, in words. */
HrDocument *
hr_document_salvage_finish (GAsyncResult *result, GPtrArray **losses, GError **error)
{
  Salvage *salvage = g_task_get_task_data (G_TASK (result));
  HrWorkingCopy *copy = g_task_propagate_pointer (G_TASK (result), error);

  *losses = g_steal_pointer (&salvage->losses);
  return copy != NULL ? hr_document_open (copy) : NULL;
}
