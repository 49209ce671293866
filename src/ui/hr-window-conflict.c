/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "hr-alert.h"
#include "hr-error.h"
#include "hr-format.h"
#include "hr-window-private.h"

/* When somebody else has changed, moved or replaced the file of an open plan: what the
 * banner says, and the choice that the person has. */

static char *
get_display_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return g_filename_display_name (name);
}

/**
 * hr_window_describe_conflict:
 * @self: a window with a plan that has a file
 * @conflict: (nullable): of the document
 *
 * Writes the sentence of the banner.
 */
char *
hr_window_describe_conflict (HrWindow *self, const GError *conflict)
{
  GFile *file = hr_document_get_file (hr_window_get_document (self));
  g_autofree char *name = file != NULL ? get_display_name (file) : NULL;

  if (conflict == NULL || name == NULL)
    return g_strdup ("");
  if (g_error_matches (conflict, HR_ERROR, HR_ERROR_CHANGED))
    return g_strdup_printf (_ ("“%s” was changed by somebody else"), name);
  if (g_error_matches (conflict, HR_ERROR, HR_ERROR_GONE))
    return g_strdup_printf (_ ("“%s” was deleted, renamed or moved"), name);
  return g_strdup_printf (_ ("“%s” can no longer be used as the plan’s file"), name);
}

/* ---- Changed -------------------------------------------------------------------------
 */

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkLabel) label = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *counts = NULL;
  g_autofree char *text = NULL;
  HrPlanDiff diff;

  if (!hr_document_compare_finish (HR_DOCUMENT (source), result, &diff, &error))
    {
      gtk_label_set_text (label, error->message);
      return;
    }
  counts = hr_format_diff (&diff);
  text = g_strdup_printf (_ ("Theirs has: %s"), counts);
  gtk_label_set_text (label, text);
}

/* Counts how far what is there now differs, while the person reads. */
static GtkWidget *
make_difference_label (HrWindow *self, GCancellable *cancellable)
{
  HrDocument *document = hr_window_get_document (self);
  GtkWidget *label = gtk_label_new (_ ("Counting the differences…"));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "numeric");
  hr_document_compare_async (document, hr_document_get_file (document), cancellable,
                             counted_cb, g_object_ref_sink (label));
  return label;
}

static char *
describe_changed (HrWindow *self)
{
  HrDocument *document = hr_window_get_document (self);
  g_autofree char *name = get_display_name (hr_document_get_file (document));

  if (hr_document_get_modified (document))
    return g_strdup_printf (
        _ ("“%s” is not what it was when you opened or saved it here, and you have "
           "changes that are not saved.\n\nReload to see it as it is now, without your "
           "changes. Overwrite to keep your plan; theirs goes to the backups."),
        name);
  return g_strdup_printf (
      _ ("“%s” is not what it was when you opened or saved it here.\n\nReload to see it "
         "as it is now. Overwrite to keep your plan; theirs goes to the backups."),
      name);
}

static AdwDialog *
ask_changed (HrWindow *self)
{
  g_autofree char *body = describe_changed (self);
  AdwDialog *dialog = adw_alert_dialog_new (_ ("File Has Changed"), body);
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (dialog);
  g_autoptr (GCancellable) counting = g_cancellable_new ();

  adw_alert_dialog_set_extra_child (alert, make_difference_label (self, counting));
  g_signal_connect_object (dialog, "closed", G_CALLBACK (g_cancellable_cancel), counting,
                           G_CONNECT_SWAPPED);
  adw_alert_dialog_add_responses (alert, "cancel", _ ("_Cancel"), "overwrite",
                                  _ ("_Overwrite"), "save-as", _ ("Save a _Copy…"),
                                  "reload", _ ("_Reload"), NULL);
  adw_alert_dialog_set_response_appearance (alert, "overwrite", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_response_appearance (
      alert, "reload",
      hr_document_get_modified (hr_window_get_document (self)) ? ADW_RESPONSE_DESTRUCTIVE
                                                               : ADW_RESPONSE_SUGGESTED);
  return dialog;
}

/* ---- Gone ----------------------------------------------------------------------------
 */

static AdwDialog *
ask_gone (HrWindow *self)
{
  g_autofree char *name =
      get_display_name (hr_document_get_file (hr_window_get_document (self)));
  AdwDialog *dialog = adw_alert_dialog_new (_ ("File Is Gone"), NULL);
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (dialog);

  adw_alert_dialog_format_body (
      alert,
      _ ("“%s” was deleted, renamed or moved. The plan is still open here; save it "
         "again to have it back in its place."),
      name);
  adw_alert_dialog_add_responses (alert, "cancel", _ ("_Cancel"), "save-as",
                                  _ ("Save _As…"), "overwrite", _ ("_Save Again"), NULL);
  adw_alert_dialog_set_response_appearance (alert, "overwrite", ADW_RESPONSE_SUGGESTED);
  return dialog;
}

static AdwDialog *
ask_unusable (HrWindow *self, const GError *conflict)
{
  HrDocument *document = hr_window_get_document (self);
  g_autofree char *name = get_display_name (hr_document_get_file (document));
  AdwDialog *dialog = adw_alert_dialog_new (_ ("File Cannot Be Used"), NULL);
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (dialog);

  adw_alert_dialog_format_body (
      alert,
      /* Translators: the second is why, as in “it is a folder” */
      _ ("“%s” can no longer be used as the plan’s file: %s. The plan is still open here; "
         "save it elsewhere."),
      name, conflict->message);
  adw_alert_dialog_add_responses (alert, "cancel", _ ("_Cancel"), "save-as",
                                  _ ("Save _As…"), NULL);
  adw_alert_dialog_set_response_appearance (alert, "save-as", ADW_RESPONSE_SUGGESTED);
  return dialog;
}

/* ---- The choice ----------------------------------------------------------------------
 */

static void
chosen_cb (AdwAlertDialog *dialog, const char *response, HrWindow *self)
{
  HrDocument *document = hr_window_get_document (self);

  if (g_str_equal (response, "overwrite"))
    hr_window_save (self, HR_WINDOW_SAVE_OVER, NULL);
  else if (g_str_equal (response, "save-as"))
    hr_window_save (self, HR_WINDOW_SAVE_AS, NULL);
  else if (g_str_equal (response, "reload"))
    hr_window_open_file (self, hr_document_get_file (document));
}

static void
resolve_conflict_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  HrWindow *self = HR_WINDOW (widget);
  HrDocument *document = hr_window_get_document (self);
  const GError *conflict = document != NULL ? hr_document_get_conflict (document) : NULL;
  AdwDialog *dialog;

  if (conflict == NULL)
    return;
  if (g_error_matches (conflict, HR_ERROR, HR_ERROR_CHANGED))
    dialog = ask_changed (self);
  else if (g_error_matches (conflict, HR_ERROR, HR_ERROR_GONE))
    dialog = ask_gone (self);
  else
    dialog = ask_unusable (self, conflict);

  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (chosen_cb), self, 0);
  hr_alert_present (dialog, GTK_WIDGET (self));
}

void
hr_window_install_conflict_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.resolve-conflict", NULL,
                                   resolve_conflict_action);
}
