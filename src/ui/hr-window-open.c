/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "hr-alert.h"
#include "hr-backups.h"
#include "hr-error.h"
#include "hr-restore-dialog.h"
#include "hr-store.h"
#include "hr-window-private.h"

/* How a plan comes into a window: from a file, a backup, or what was left by a crash;
 * and what is said if it does not. */

#define OPENING "hr-opening"

/**
 * hr_window_get_file:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the file that it shows, or is about to show
 */
GFile *
hr_window_get_file (HrWindow *self)
{
  HrDocument *document = hr_window_get_document (self);

  return document != NULL ? hr_document_get_file (document)
                          : g_object_get_data (G_OBJECT (self), OPENING);
}

void
hr_window_add_recent (HrDocument *document)
{
  g_autofree char *uri = NULL;

  if (hr_document_get_file (document) == NULL)
    return;
  uri = g_file_get_uri (hr_document_get_file (document));
  gtk_recent_manager_add_item (gtk_recent_manager_get_default (), uri);
}

/* What is opened is taken up where it was left. */
static void
show_document (HrWindow *self, HrDocument *document)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  g_autofree char *page = hr_window_get_document (self) != NULL
                              ? g_strdup (hr_window_get_page_name (self))
                              : g_settings_get_string (settings, "last-page");

  hr_window_set_document (self, document);
  hr_window_show_page (self, page);
  hr_window_add_recent (document);
}

/* ---- What must not be missed ---------------------------------------------------------
 */

/* What is missing may be a long list. */
static GtkWidget *
make_list (const char *lines)
{
  GtkWidget *label = gtk_label_new (lines);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "losses");
  gtk_widget_add_css_class (scroller, "card");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 240);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), label);
  return scroller;
}

static void
say_losses (HrWindow *self, const char *losses)
{
  AdwDialog *dialog = adw_alert_dialog_new (
      _ ("Not All Could Be Read"),
      _ ("This plan is a copy of what could be read. Look it over before you rely on it, "
         "and save it where you like."));

  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), make_list (losses));
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "close");
  hr_alert_present (dialog, GTK_WIDGET (self));
}

/* ---- What cannot be opened -----------------------------------------------------------
 */

/* Another try at what could not be opened as it is. */
typedef struct
{
  GFile *file;
  gboolean has_backups;
  gboolean is_damaged;
} Trouble;

static void
trouble_free (gpointer data)
{
  Trouble *self = data;

  g_object_unref (self->file);
  g_free (self);
}

static gboolean
is_damage (GFile *file, const GError *error)
{
  const char *path = g_file_peek_path (file);

  return path != NULL && g_str_has_suffix (path, HR_STORE_SUFFIX) &&
         (g_error_matches (error, HR_ERROR, HR_ERROR_SYNTAX) ||
          g_error_matches (error, HR_ERROR, HR_ERROR_VALUE) ||
          g_error_matches (error, HR_ERROR, HR_ERROR_RANGE) ||
          g_error_matches (error, HR_ERROR, HR_ERROR_REFERENCE) ||
          g_error_matches (error, HR_ERROR, HR_ERROR_DUPLICATE));
}

static Trouble *
look_at_trouble (GFile *file, const GError *error)
{
  Trouble *trouble = g_new (Trouble, 1);
  g_autoptr (GPtrArray) backups = hr_backups_list (file);

  *trouble = (Trouble) {
    .file = g_object_ref (file),
    .has_backups = backups->len > 0 && !g_error_matches (error, HR_ERROR, HR_ERROR_NEWER),
    .is_damaged = is_damage (file, error),
  };
  return trouble;
}

static const char *
get_advice (const Trouble *trouble, const GError *error)
{
  if (g_error_matches (error, HR_ERROR, HR_ERROR_NEWER))
    return _ ("Update Headroom to open it. The file was not touched.");
  if (trouble->has_backups)
    return _ ("There are backups of it, from before it was last saved. The file was not "
              "touched.");
  if (trouble->is_damaged)
    return _ (
        "What can still be read may be opened as a copy. The file was not touched.");
  return _ ("The file was not touched.");
}

static void salvage_file (HrWindow *self, GFile *file);

static void
trouble_chosen_cb (AdwAlertDialog *dialog, const char *response, HrWindow *self)
{
  const Trouble *trouble = g_object_get_data (G_OBJECT (dialog), "hr-trouble");

  if (g_str_equal (response, "restore"))
    adw_dialog_present (hr_restore_dialog_new (trouble->file, NULL), GTK_WIDGET (self));
  else if (g_str_equal (response, "salvage"))
    salvage_file (self, trouble->file);
}

static void
say_trouble (HrWindow *self, GFile *file, const GError *error)
{
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Plan Cannot Be Opened"), NULL);
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (dialog);
  Trouble *trouble = look_at_trouble (file, error);
  const char *best = trouble->has_backups  ? "restore"
                     : trouble->is_damaged ? "salvage"
                                           : "close";

  adw_alert_dialog_format_body (alert, "%s\n\n%s", error->message,
                                get_advice (trouble, error));
  adw_alert_dialog_add_response (alert, "close", _ ("_Close"));
  if (trouble->is_damaged)
    adw_alert_dialog_add_response (alert, "salvage", _ ("Open What Can Be _Read"));
  if (trouble->has_backups)
    adw_alert_dialog_add_response (alert, "restore", _ ("_Restore Backup…"));
  if (!g_str_equal (best, "close"))
    adw_alert_dialog_set_response_appearance (alert, best, ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (alert, best);
  adw_alert_dialog_set_close_response (alert, "close");
  g_object_set_data_full (G_OBJECT (dialog), "hr-trouble", trouble, trouble_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (trouble_chosen_cb), self, 0);
  hr_alert_present (dialog, GTK_WIDGET (self));
}

/* ---- Opening -------------------------------------------------------------------------
 */

static gboolean
finish (HrWindow *self, GAsyncResult *result, GError **error)
{
  g_autofree char *losses = NULL;
  g_autoptr (HrDocument) document = hr_document_load_finish (result, &losses, error);

  hr_window_end_task (self);
  if (document == NULL)
    return FALSE;
  show_document (self, document);
  if (losses != NULL)
    say_losses (self, losses);
  return TRUE;
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HrWindow) self = user_data;
  g_autoptr (GFile) file = g_object_steal_data (G_OBJECT (self), OPENING);
  g_autoptr (GError) error = NULL;

  if (!finish (self, result, &error) &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    say_trouble (self, file, error);
}

/**
 * hr_window_open_file:
 * @self: a window without a plan, or whose plan may go
 * @file: a plan file or its JSON form
 *
 * Opens a file in this window. What cannot be opened is said in a dialog, which offers
 * its backups and what can be read of it.
 */
void
hr_window_open_file (HrWindow *self, GFile *file)
{
  GCancellable *cancellable = hr_window_begin_task (self, _ ("Opening…"));

  g_object_set_data_full (G_OBJECT (self), OPENING, g_object_ref (file), g_object_unref);
  hr_document_load_async (file, cancellable, loaded_cb, g_object_ref (self));
}

/* There is no other way for these. */
static void
last_resort_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HrWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  AdwDialog *dialog;

  if (finish (self, result, &error) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  dialog = adw_alert_dialog_new (_ ("Plan Cannot Be Opened"), error->message);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  hr_alert_present (dialog, GTK_WIDGET (self));
}

static void
salvage_file (HrWindow *self, GFile *file)
{
  hr_document_salvage_async (file, hr_window_begin_task (self, _ ("Opening…")),
                             last_resort_cb, g_object_ref (self));
}

/**
 * hr_window_restore:
 * @self: a window without a plan
 * @path: of a backup
 * @file: (nullable): the file that it shall take the place of once it is saved
 *
 * Opens a backup in this window.
 */
void
hr_window_restore (HrWindow *self, const char *path, GFile *file)
{
  hr_document_restore_async (path, file, hr_window_begin_task (self, _ ("Opening…")),
                             last_resort_cb, g_object_ref (self));
}

/**
 * hr_window_recover:
 * @self: a window without a plan
 * @id: of a leftover
 *
 * Opens a plan that was open when the program came to a sudden end.
 */
void
hr_window_recover (HrWindow *self, const char *id)
{
  hr_document_recover_async (id, hr_window_begin_task (self, _ ("Recovering…")),
                             last_resort_cb, g_object_ref (self));
}

static void
restore_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  HrDocument *document = hr_window_get_document (HR_WINDOW (widget));

  adw_dialog_present (hr_restore_dialog_new (hr_document_get_file (document), document),
                      widget);
}

void
hr_window_install_open_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.restore", NULL, restore_action);
}
