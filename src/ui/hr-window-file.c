/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "hr-alert.h"
#include "hr-error.h"
#include "hr-export-task.h"
#include "hr-file-filter.h"
#include "hr-import-dialog.h"
#include "hr-store.h"
#include "hr-window-private.h"

/* What the window writes: save, export, and what is asked before. */

/* ---- Saving --------------------------------------------------------------------------
 */

static void
trouble_chosen_cb (AdwAlertDialog *dialog, const char *response, HrWindow *self)
{
  if (g_str_equal (response, "save-as"))
    hr_window_save (self, HR_WINDOW_SAVE_AS, NULL);
}

static void
say_trouble (HrWindow *self, const GError *error)
{
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Plan Cannot Be Saved"), NULL);
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (dialog);

  adw_alert_dialog_format_body (
      alert, "%s\n\n%s", error->message,
      _ ("The file is as it was. The plan is still open; you can save it elsewhere."));
  adw_alert_dialog_add_responses (alert, "close", _ ("_Close"), "save-as",
                                  _ ("Save _As…"), NULL);
  adw_alert_dialog_set_response_appearance (alert, "save-as", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (alert, "save-as");
  adw_alert_dialog_set_close_response (alert, "close");
  g_signal_connect_object (dialog, "response", G_CALLBACK (trouble_chosen_cb), self, 0);
  hr_alert_present (dialog, GTK_WIDGET (self));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  HrWindow *self = g_task_get_source_object (task);
  HrDocument *document = HR_DOCUMENT (source);
  g_autoptr (GError) error = NULL;
  gboolean good = hr_document_save_finish (document, result, &error);

  hr_window_end_task (self);
  if (good)
    hr_window_add_recent (document);
  else if (hr_document_get_conflict (document) != NULL &&
           (g_error_matches (error, HR_ERROR, HR_ERROR_CHANGED) ||
            g_error_matches (error, HR_ERROR, HR_ERROR_GONE)))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.resolve-conflict", NULL);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    say_trouble (self, error);
  g_task_return_boolean (task, good);
}

static void
save_to (GFile *file, HrSaveMode mode, GTask *task)
{
  HrWindow *self = g_task_get_source_object (task);
  GCancellable *cancellable = hr_window_begin_task (self, _ ("Saving…"));

  hr_document_save_async (hr_window_get_document (self), file, mode, cancellable,
                          saved_cb, task);
}

static GFile *
with_suffix (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *longer = NULL;

  if (path == NULL || g_str_has_suffix (path, HR_STORE_SUFFIX))
    return g_object_ref (file);
  longer = g_strconcat (path, HR_STORE_SUFFIX, NULL);
  return g_file_new_for_path (longer);
}

static void
replace_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GFile *file = g_task_get_task_data (task);
  const char *answer = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (g_str_equal (answer, "replace"))
    save_to (file, HR_SAVE_OVERWRITE, g_steal_pointer (&task));
  else
    g_task_return_boolean (task, FALSE);
}

/* The file dialog has asked about the name that was typed, and not about this one. */
static void
ask_to_replace (GFile *file, GTask *task)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  AdwAlertDialog *dialog =
      ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("Replace File?"), NULL));

  adw_alert_dialog_format_body (
      dialog, _ ("“%s” exists already. What is in it goes to the backups."), shown);
  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "replace",
                                  _ ("_Replace"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "replace", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_close_response (dialog, "cancel");
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  hr_alert_wrap (dialog);
  adw_alert_dialog_choose (dialog, g_task_get_source_object (task), NULL,
                           replace_answered_cb, task);
}

static void
save_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GFile) file =
      gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autoptr (GFile) named = NULL;

  if (file == NULL)
    {
      g_task_return_boolean (task, FALSE);
      return;
    }
  named = with_suffix (file);
  if (!g_file_equal (named, file) && g_file_query_exists (named, NULL))
    ask_to_replace (named, g_steal_pointer (&task));
  else
    save_to (named, HR_SAVE_OVERWRITE, g_steal_pointer (&task));
}

static void
choose_and_save (HrWindow *self, GTask *task)
{
  HrDocument *document = hr_window_get_document (self);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autofree char *name =
      g_strconcat (hr_document_get_plan (document)->name, HR_STORE_SUFFIX, NULL);

  hr_file_filter_add (filters, _ ("Headroom Plans"),
                      (const char *[]) { "headroom", NULL });
  gtk_file_dialog_set_title (dialog, _ ("Save Plan"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_set_initial_name (dialog, g_strdelimit (name, "/", '-'));
  gtk_file_dialog_save (dialog, GTK_WINDOW (self), NULL, save_chosen_cb, task);
}

/**
 * hr_window_save:
 * @self: a window with a plan
 * @how: where to
 * @callback: (nullable): called when it is saved or not, with a #GTask that says so
 *
 * Saves the plan; what is in the way is said in a dialog.
 */
void
hr_window_save (HrWindow *self, HrWindowSave how, GAsyncReadyCallback callback)
{
  GFile *file = hr_document_get_file (hr_window_get_document (self));
  GTask *task = g_task_new (self, NULL, callback, NULL);

  if (how == HR_WINDOW_SAVE_AS || file == NULL)
    choose_and_save (self, task);
  else
    save_to (file, how == HR_WINDOW_SAVE_OVER ? HR_SAVE_OVERWRITE : HR_SAVE_CAREFUL,
             task);
}

static void
save_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  hr_window_save (HR_WINDOW (widget), HR_WINDOW_SAVE, NULL);
}

static void
save_as_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  hr_window_save (HR_WINDOW (widget), HR_WINDOW_SAVE_AS, NULL);
}

/* ---- Closing -------------------------------------------------------------------------
 */

static void
close_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  if (g_task_propagate_boolean (G_TASK (result), NULL))
    gtk_window_destroy (GTK_WINDOW (source));
}

static void
closing_chosen_cb (AdwAlertDialog *dialog, const char *response, HrWindow *self)
{
  if (g_str_equal (response, "save"))
    hr_window_save (self, HR_WINDOW_SAVE, close_saved_cb);
  else if (g_str_equal (response, "discard"))
    gtk_window_destroy (GTK_WINDOW (self));
}

/**
 * hr_window_ask_before_closing:
 * @self: a window whose plan has unsaved changes
 *
 * Asks whether to save, and closes the window accordingly. A plan that saves itself is
 * saved without asking.
 *
 * Returns: %TRUE: the window stays until there is an answer
 */
gboolean
hr_window_ask_before_closing (HrWindow *self)
{
  HrPlan *plan = hr_document_get_plan (hr_window_get_document (self));
  AdwDialog *dialog;

  if (hr_document_get_autosave (hr_window_get_document (self)))
    {
      hr_window_save (self, HR_WINDOW_SAVE, close_saved_cb);
      return TRUE;
    }

  dialog = adw_alert_dialog_new (_ ("Save Changes?"), NULL);

  adw_alert_dialog_format_body (
      ADW_ALERT_DIALOG (dialog),
      _ ("“%s” has changes that are not saved. What is not saved "
         "will be lost."),
      plan->name);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"),
                                  "discard", _ ("_Discard"), "save", _ ("_Save"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "discard",
                                            ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "save",
                                            ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "save");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (closing_chosen_cb), self, 0);
  hr_alert_present (dialog, GTK_WIDGET (self));
  return TRUE;
}

/* ---- Exporting -----------------------------------------------------------------------
 */

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HrWindow *self = HR_WINDOW (source);
  g_autoptr (GError) error = NULL;

  hr_window_end_task (self);
  if (hr_export_finish (result, &error))
    hr_window_toast (self, _ ("Exported"));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    hr_window_toast (self, error->message);
}

static void
export_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HrWindow) self = user_data;
  g_autoptr (GFile) file =
      gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file == NULL)
    return;
  hr_export_async (hr_document_get_plan (hr_window_get_document (self)), file,
                   G_OBJECT (self), hr_window_begin_task (self, _ ("Exporting…")),
                   exported_cb);
}

static void
export_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  HrWindow *self = HR_WINDOW (widget);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autofree char *name = g_strconcat (
      hr_document_get_plan (hr_window_get_document (self))->name, ".pdf", NULL);

  hr_file_filter_add (filters, _ ("Report (PDF)"), (const char *[]) { "pdf", NULL });
  hr_file_filter_add (filters, _ ("Picture (SVG, PNG)"),
                      (const char *[]) { "svg", "png", NULL });
  hr_file_filter_add (filters, _ ("Data (JSON)"), (const char *[]) { "json", NULL });
  gtk_file_dialog_set_title (dialog, _ ("Export"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_set_initial_name (dialog, g_strdelimit (name, "/", '-'));
  gtk_file_dialog_save (dialog, GTK_WINDOW (self), NULL, export_chosen_cb,
                        g_object_ref (self));
}

void
hr_window_install_file_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "win.save-as", NULL, save_as_action);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export_action);
}

static gboolean
is_plan (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *lower = name != NULL ? g_ascii_strdown (name, -1) : NULL;

  return lower != NULL &&
         (g_str_has_suffix (lower, HR_STORE_SUFFIX) || g_str_has_suffix (lower, ".json"));
}

/* A plan never takes the place of another one: that one may have changes which are not
 * saved. Whoever is open already is found by the application. */
static void
open_dropped_plan (HrWindow *self, GFile *file)
{
  GApplication *application =
      G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
  g_autofree char *uri = g_file_get_uri (file);

  if (hr_window_get_document (self) == NULL && !hr_window_is_busy (self))
    hr_window_open_file (self, file);
  else
    g_action_group_activate_action (G_ACTION_GROUP (application), "open-uri",
                                    g_variant_new_string (uri));
}

static void
import_dropped_accounts (HrWindow *self, GFile *file)
{
  if (hr_window_get_document (self) == NULL)
    {
      g_autoptr (HrPlan) plan = hr_plan_new_with_defaults (_ ("New Plan"));
      g_autoptr (HrDocument) document = hr_document_new (plan);

      hr_window_set_document (self, document);
    }
  hr_import_dialog_show (hr_window_get_document (self), file, GTK_WIDGET (self));
}

/* Several plans open one window each; of tables the first counts, for the dialog asks for
 * the one that belongs to it. */
static gboolean
dropped_cb (HrWindow *self, const GValue *value)
{
  gboolean imports = FALSE;

  for (GSList *at = g_value_get_boxed (value); at != NULL; at = at->next)
    if (is_plan (at->data))
      open_dropped_plan (self, at->data);
    else if (!imports)
      {
        imports = TRUE;
        import_dropped_accounts (self, at->data);
      }
  return g_value_get_boxed (value) != NULL;
}

/**
 * hr_window_take_drops:
 * @self: a window
 *
 * Lets files be dropped anywhere on the window: plans are opened, tables of accounts
 * imported.
 */
void
hr_window_take_drops (HrWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
