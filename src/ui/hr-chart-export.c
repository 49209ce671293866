/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "hr-chart-area-private.h"
#include "hr-file-filter.h"

static void
say (HrChartArea *self, const char *text)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", text);
}

/* ---- To the clipboard ---- */

static void
copy_thread (GTask *task, gpointer source, gpointer drawing, GCancellable *cancellable)
{
  GError *error = NULL;
  GBytes *bytes = hr_drawing_to_bytes (drawing, &error);

  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HrChartArea *self = HR_CHART_AREA (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr (GdkContentProvider) content = NULL;

  if (bytes == NULL)
    {
      say (self, error->message);
      return;
    }
  content = gdk_content_provider_new_for_bytes ("image/png", bytes);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), content);
  say (self, _ ("Picture copied"));
}

static void
copy_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  HrDrawing *drawing =
      hr_chart_area_make_drawing (HR_CHART_AREA (widget), HR_DRAWING_PNG);
  g_autoptr (GTask) task = NULL;

  if (drawing == NULL)
    return;
  task = g_task_new (widget, NULL, copied_cb, NULL);
  g_task_set_task_data (task, drawing, (GDestroyNotify) hr_drawing_free);
  g_task_run_in_thread (task, copy_thread);
}

/* ---- To a file ---- */

typedef struct
{
  HrDrawing *drawing;
  char *path;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  hr_drawing_free (saving->drawing);
  g_free (saving->path);
  g_free (saving);
}

static void
save_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Saving *saving = data;
  GError *error = NULL;

  if (hr_drawing_save (saving->drawing, saving->path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HrChartArea *self = HR_CHART_AREA (source);
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    say (self, _ ("Picture saved"));
  else
    say (self, error->message);
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HrChartArea) self = user_data;
  g_autoptr (GFile) file =
      gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autoptr (GTask) task = NULL;
  g_autoptr (GError) error = NULL;
  HrDrawing *drawing;
  HrDrawingForm form;
  Saving *saving;

  if (path == NULL)
    return;
  if (!hr_drawing_get_form (path, &form, &error))
    {
      say (self, error->message);
      return;
    }
  drawing = hr_chart_area_make_drawing (self, form);
  if (drawing == NULL)
    return;
  saving = g_new0 (Saving, 1);
  saving->drawing = drawing;
  saving->path = g_steal_pointer (&path);
  task = g_task_new (self, NULL, saved_cb, NULL);
  g_task_set_task_data (task, saving, saving_free);
  g_task_run_in_thread (task, save_thread);
}

static void
save_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  HrDocument *document = hr_chart_area_get_document (HR_CHART_AREA (widget));
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autofree char *name = NULL;

  if (document == NULL)
    return;
  name = g_strconcat (hr_document_get_plan (document)->name, ".svg", NULL);
  hr_file_filter_add (filters, _ ("Picture (SVG, PNG)"),
                      (const char *[]) { "svg", "png", NULL });
  gtk_file_dialog_set_title (dialog, _ ("Save Picture"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_set_initial_name (dialog, g_strdelimit (name, "/", '-'));
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL,
                        file_chosen_cb, g_object_ref (widget));
}

void
hr_chart_area_install_export_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "chart.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "chart.save", NULL, save_action);
}
