/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-document-private.h"

/* A document and its file, once it is open. */

/* Edits that follow each other are saved together. */
#define AUTOSAVE_SECONDS 3

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
      self->origin = HR_DOCUMENT_OPENED;
      hr_document_take_conflict (self, NULL);
      hr_document_take_refusal (self, NULL);
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

  hr_working_copy_check_file (self->copy, &error);
  hr_document_take_conflict (self, error);
}

/* ---- Accounts that come --------------------------------------------------------------
 */

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (hr_working_copy_keep_accounts_finish (HR_WORKING_COPY (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * hr_document_keep_accounts_async:
 * @self: a document
 * @portfolio: accounts that are about to come into the plan
 * @cancellable: (nullable): to stop it
 * @callback: called when they are on the disk
 * @user_data: for @callback
 *
 * Makes many accounts safe without blocking, before the step that puts them into the
 * plan: then that is quick.
 */
void
hr_document_keep_accounts_async (HrDocument *self,
                                 HrPortfolio *portfolio,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, hr_document_keep_accounts_async);
  hr_working_copy_keep_accounts_async (self->copy, portfolio, cancellable, kept_cb, task);
}

gboolean
hr_document_keep_accounts_finish (HrDocument *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* ---- Saving by itself ----------------------------------------------------------------
 */

/* Nobody waits for it, so that a refusal stands until a save succeeds. */
static void
autosaved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HrDocument *self = HR_DOCUMENT (source);
  g_autoptr (GError) error = NULL;

  if (!hr_document_save_finish (self, result, &error) && !is_conflict (error))
    hr_document_take_refusal (self, g_steal_pointer (&error));
}

static gboolean
autosave_cb (gpointer data)
{
  HrDocument *self = data;

  self->autosaving = 0;
  if (hr_document_get_modified (self) && hr_document_get_autosave (self))
    hr_document_save_async (self, hr_document_get_file (self), HR_SAVE_CAREFUL, NULL,
                            autosaved_cb, NULL);
  return G_SOURCE_REMOVE;
}

/* Never over what somebody else has written: that is for the person to decide. */
void
hr_document_autosave_later (HrDocument *self)
{
  if (hr_document_get_autosave (self) && self->autosaving == 0 &&
      hr_document_get_modified (self))
    self->autosaving = g_timeout_add_seconds (AUTOSAVE_SECONDS, autosave_cb, self);
}

void
hr_document_set_autosave (HrDocument *self, gboolean autosave)
{
  if (self->autosave == autosave)
    return;
  self->autosave = autosave;
  if (!autosave)
    {
      g_clear_handle_id (&self->autosaving, g_source_remove);
      hr_document_take_refusal (self, NULL);
    }
  hr_document_autosave_later (self);
  g_object_notify (G_OBJECT (self), "autosave");
}
