/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "hr-error.h"
#include "hr-state-dir.h"
#include "hr-store-private.h"
#include "hr-user-file.h"
#include "hr-working-copy-private.h"

/* One save on its way: plain values for the thread, which touches nothing else. */
typedef struct
{
  HrSaveMode mode;
  GFile *file;
  char *folder; /* (nullable): a temporary one is made where there is none */
  char *mine;   /* (nullable) */
  HrPlan *copy;
  guint64 revision;
  char *stamp;     /* (nullable) */
  gboolean unsure; /* whether this save was done, and before it the last one */
} Saving;

static void
saving_free (gpointer data)
{
  Saving *self = data;

  g_clear_object (&self->file);
  g_clear_object (&self->copy);
  g_free (self->folder);
  g_free (self->mine);
  g_free (self->stamp);
  g_free (self);
}

/* A file system that goes away, as a network's or a portal's may, can replace the file
 * and not be able to say so. */
static gboolean
may_be_done (Saving *self, const char *before)
{
  g_autofree char *after = hr_user_file_get_stamp (self->file, NULL, NULL);

  return g_file_peek_path (self->file) != NULL && g_strcmp0 (before, after) != 0;
}

/* Where the program keeps what is its own there may be no room, or nothing may be
 * written, and yet where the file goes there is. */
static char *
build_beside (Saving *self, GCancellable *cancellable)
{
  const char *path = g_file_peek_path (self->file);
  g_autofree char *folder = path != NULL ? g_path_get_dirname (path) : NULL;
  g_autofree char *made =
      folder != NULL ? g_build_filename (folder, ".headroom-XXXXXX", NULL) : NULL;
  g_autofree char *built = NULL;

  if (made == NULL || g_mkdtemp (made) == NULL)
    return NULL;
  built = g_build_filename (made, HR_COPY_BUILT, NULL);
  if (hr_store_write (self->copy, built, cancellable, NULL))
    return g_steal_pointer (&built);
  hr_state_dir_remove (made);
  return NULL;
}

static gboolean
is_beside (Saving *self, const char *built)
{
  g_autofree char *folder = g_path_get_dirname (built);

  return !g_str_equal (folder, self->folder);
}

static void
remove_built (Saving *self, const char *built)
{
  g_autofree char *folder = g_path_get_dirname (built);

  if (is_beside (self, built))
    hr_state_dir_remove (folder);
  else
    g_unlink (built);
}

static char *
build (Saving *self, GCancellable *cancellable, GError **error)
{
  g_autofree char *built = g_build_filename (self->folder, HR_COPY_BUILT, NULL);
  g_autoptr (GError) why = NULL;
  char *beside = NULL;

  if (hr_store_write (self->copy, built, cancellable, &why))
    return g_steal_pointer (&built);
  g_unlink (built);
  if (g_error_matches (why, HR_ERROR, HR_ERROR_FILE))
    beside = build_beside (self, cancellable);
  if (beside == NULL)
    g_propagate_error (error, g_steal_pointer (&why));
  return beside;
}

static gboolean
build_and_put (Saving *self, GCancellable *cancellable, GError **error)
{
  g_autofree char *mine = hr_working_copy_get_saved (self->folder, self->revision);
  g_autofree char *built = NULL;
  g_autofree char *before =
      hr_user_file_get_stamp (self->file, NULL, self->unsure ? error : NULL);

  /* what was built for the last one is still needed to tell */
  if (self->unsure && before == NULL)
    return FALSE;
  self->unsure = FALSE;
  if (!hr_plan_check (self->copy, error) ||
      (built = build (self, cancellable, error)) == NULL)
    return FALSE;
  if (!hr_user_file_put (self->file, built, self->mine, &self->stamp, cancellable, error))
    {
      self->unsure = may_be_done (self, before);
      if (!self->unsure || is_beside (self, built))
        remove_built (self, built);
      return FALSE;
    }
  /* From now on this is what the file holds. */
  if (g_rename (built, mine) != 0)
    remove_built (self, built);
  hr_state_dir_sync (self->folder);
  return TRUE;
}

static void
save_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Saving *self = data;
  g_autofree char *name = g_file_get_parse_name (self->file);
  g_autofree char *temporary = NULL;
  GError *error = NULL;
  gboolean good;

  if (self->folder == NULL)
    self->folder = temporary = g_dir_make_tmp ("headroom-XXXXXX", &error);
  good = self->folder != NULL && build_and_put (self, cancellable, &error);
  if (temporary != NULL)
    {
      hr_state_dir_remove (temporary);
      self->folder = NULL;
    }
  if (good)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  g_prefix_error (&error, _ ("“%s” cannot be saved: "), name);
  g_task_return_error (task, error);
}

/* Should the program end while the file is being replaced, recovery must know whose
 * bytes it finds there. */
static void
note_saving (HrWorkingCopy *self, Saving *saving)
{
  g_clear_pointer (&self->saving, g_free);
  self->saving = saving != NULL ? g_file_get_uri (saving->file) : NULL;
  self->saving_revision = saving != NULL ? saving->revision : 0;
  hr_working_copy_commit (self);
}

/* Looks whether a save that could not tell was done after all: else the next one would
 * take it for somebody else's. */
static void
settle_unsure (HrWorkingCopy *self)
{
  g_autofree char *built = NULL;
  g_autofree char *mine = NULL;
  g_autofree char *stamp = NULL;
  g_autoptr (GFile) file = NULL;

  if (!self->unsure)
    return;
  file = g_file_new_for_uri (self->saving);
  stamp = hr_user_file_get_stamp (file, NULL, NULL);
  if (stamp == NULL)
    return; /* it still cannot be told */

  built = hr_working_copy_get_path (self, HR_COPY_BUILT);
  mine = hr_working_copy_get_saved (self->folder, self->saving_revision);
  if (hr_user_file_equal (g_file_peek_path (file), built) && g_rename (built, mine) == 0)
    {
      self->saved = self->saving_revision;
      g_set_object (&self->file, file);
      g_set_str (&self->stamp, stamp);
    }
  g_unlink (built);
  self->unsure = FALSE;
  note_saving (self, NULL);
}

static gboolean
is_saving_to (HrWorkingCopy *self, GFile *file)
{
  g_autoptr (GFile) other = g_file_new_for_uri (self->saving);

  return g_file_equal (other, file);
}

static void start_next (HrWorkingCopy *self);

static void
save_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HrWorkingCopy *self = HR_WORKING_COPY (source);
  g_autoptr (GTask) task = g_queue_pop_head (&self->saves);
  Saving *saving = g_task_get_task_data (task);
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      if (saving->mine != NULL && self->saved != saving->revision &&
          !g_str_has_suffix (saving->mine, "/" HR_COPY_BASE))
        g_unlink (saving->mine); /* what was saved before */
      self->saved = saving->revision;
      g_set_object (&self->file, saving->file);
      g_free (self->stamp);
      self->stamp = g_steal_pointer (&saving->stamp);
    }
  self->unsure = saving->unsure && self->folder != NULL;
  if (!self->unsure)
    note_saving (self, NULL);
  if (error == NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
  start_next (self);
}

static void
start_next (HrWorkingCopy *self)
{
  GTask *task = g_queue_peek_head (&self->saves);
  g_autoptr (GTask) work = NULL;
  Saving *saving;

  if (task == NULL)
    return;

  settle_unsure (self);
  saving = g_task_get_task_data (task);
  saving->copy = hr_item_copy (hr_history_get_plan (self->history));
  saving->revision = hr_history_get_revision (self->history);
  saving->folder = g_strdup (self->folder);
  if (self->folder != NULL)
    saving->mine = hr_working_copy_get_mine (self);
  if (saving->mode == HR_SAVE_CAREFUL && self->file != NULL &&
      g_file_equal (self->file, saving->file))
    saving->stamp = g_strdup (self->stamp);
  saving->unsure = self->unsure && saving->mode == HR_SAVE_CAREFUL &&
                   is_saving_to (self, saving->file);
  if (!saving->unsure)
    note_saving (self, saving);
  work = g_task_new (self, g_task_get_cancellable (task), save_done_cb, NULL);
  g_task_set_task_data (work, saving, NULL);
  g_task_run_in_thread (work, save_thread);
}

/**
 * hr_working_copy_save_async:
 * @self: a working copy
 * @file: where to
 * @mode: whether to look if somebody else has changed the file
 * @cancellable: (nullable): may end the saving
 * @callback: called when it is saved
 * @user_data: for @callback
 *
 * Saves the plan as it is, without blocking; it may be edited meanwhile. A second save
 * waits for the first, and saves what the plan is then.
 */
void
hr_working_copy_save_async (HrWorkingCopy *self,
                            GFile *file,
                            HrSaveMode mode,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  GTask *task;
  Saving *saving = g_new0 (Saving, 1);

  g_return_if_fail (HR_IS_WORKING_COPY (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, hr_working_copy_save_async);
  saving->mode = mode;
  saving->file = g_object_ref (file);
  g_task_set_task_data (task, saving, saving_free);
  g_queue_push_tail (&self->saves, task);
  if (self->saves.length == 1)
    start_next (self);
}

/**
 * hr_working_copy_save_finish:
 * @self: a working copy
 * @result: from the callback
 * @error: return location for a [error@Error]: %HR_ERROR_CHANGED or %HR_ERROR_GONE if
 *   the file is not what it was and %HR_SAVE_CAREFUL was asked for; then the person
 *   chooses to overwrite it, to save elsewhere or to open what is there
 *
 * Returns: whether it is saved; if not, the file is as it was, and the plan too
 */
gboolean
hr_working_copy_save_finish (HrWorkingCopy *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * hr_working_copy_check_file:
 * @self: a working copy
 * @error: return location for a [error@Error], as of saving
 *
 * Says whether the person's file is still what it was, as when the window gets the
 * focus. This looks at the file, and reads it if it seems to have changed.
 */
gboolean
hr_working_copy_check_file (HrWorkingCopy *self, GError **error)
{
  g_autofree char *mine = NULL;

  if (self->file == NULL || self->stamp == NULL || self->folder == NULL ||
      self->saves.length > 0)
    return TRUE;
  settle_unsure (self);
  mine = hr_working_copy_get_mine (self);
  return hr_user_file_check_same (self->file, mine, &self->stamp, NULL, error);
}
