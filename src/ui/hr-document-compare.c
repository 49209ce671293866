/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "hr-document-private.h"
#include "hr-error.h"
#include "hr-store.h"

/* How far a document and a plan file are apart. */

typedef struct
{
  HrPlan *plan; /* (owned): a copy, which nobody else touches */
  GFile *file;
  HrPlanDiff diff;
} Comparison;

static void
comparison_free (gpointer data)
{
  Comparison *self = data;

  g_clear_object (&self->plan);
  g_clear_object (&self->file);
  g_free (self);
}

static void
compare_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Comparison *self = data;
  const char *path = g_file_peek_path (self->file);
  GError *error = NULL;
  g_autoptr (HrPlan) other = NULL;

  if (path != NULL)
    other = hr_store_load (path, cancellable, &error);
  else
    g_set_error_literal (&error, HR_ERROR, HR_ERROR_FILE,
                         _ ("What is there cannot be compared."));
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
 * @file: a plan file, as what is in its own file now, or a backup
 * @cancellable: (nullable): to stop it
 * @callback: called when it is counted
 * @user_data: for @callback
 *
 * Counts how far a plan file differs from the plan as it is now, without blocking.
 */
void
hr_document_compare_async (HrDocument *self,
                           GFile *file,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Comparison *comparison = g_new0 (Comparison, 1);

  g_task_set_source_tag (task, hr_document_compare_async);
  comparison->plan = hr_item_copy (hr_document_get_plan (self));
  comparison->file = g_object_ref (file);
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
