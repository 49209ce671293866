/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-export-task.h"

#include <glib/gi18n-lib.h>

#include "hr-json-writer.h"
#include "hr-picture-export.h"
#include "hr-report.h"

typedef struct
{
  HrPlan *copy; /* the thread's own: the person goes on editing the other */
  GFile *file;
} Export;

static void
export_free (gpointer data)
{
  Export *export = data;

  g_clear_object (&export->copy);
  g_clear_object (&export->file);
  g_free (export);
}

static gboolean
write_file (HrPlan *plan, const char *path, GError **error)
{
  g_autoptr (HrSegmentation) segmentation = hr_segmentation_new (plan);
  g_autoptr (HrCapacity) capacity =
      hr_capacity_new (plan, segmentation, HR_JOURNEY_CURRENT);

  if (g_str_has_suffix (path, ".json"))
    {
      g_autofree char *text = hr_json_write_plan (plan);

      return g_file_set_contents (path, text, -1, error);
    }
  if (g_str_has_suffix (path, ".svg") || g_str_has_suffix (path, ".png"))
    return hr_export_picture (capacity, HR_PICTURE_CAPACITY, path, error);
  if (g_str_has_suffix (path, ".pdf"))
    return hr_export_report (capacity, path, error);

  g_set_error (error, HR_ERROR, HR_ERROR_FILE,
               _ ("%s: the ending must be .pdf, .svg, .png or .json"), path);
  return FALSE;
}

static void
export_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Export *export = data;
  GError *error = NULL;

  if (write_file (export->copy, g_file_peek_path (export->file), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * hr_export_async:
 * @plan: what to export, as it is now
 * @file: where to; its ending says what
 * @source: the object that the callback gets
 * @cancellable: (nullable): to stop it
 * @callback: called when it is written
 *
 * Writes a report, a picture or data without blocking.
 */
void
hr_export_async (HrPlan *plan,
                 GFile *file,
                 GObject *source,
                 GCancellable *cancellable,
                 GAsyncReadyCallback callback)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, NULL);
  Export *export = g_new0 (Export, 1);

  g_task_set_source_tag (task, hr_export_async);
  export->copy = hr_item_copy (plan);
  export->file = g_object_ref (file);
  g_task_set_task_data (task, export, export_free);
  g_task_run_in_thread (task, export_thread);
}

gboolean
hr_export_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
