/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-import-dialog.h"

#include <glib/gi18n-lib.h>

#include "hr-alert.h"
#include "hr-error.h"
#include "hr-format.h"
#include "hr-import-file.h"
#include "hr-import-join.h"
#include "hr-import-mapping.h"
#include "hr-import-preview.h"
#include "hr-resource.h"
#include "hr-window.h"

/**
 * HrImportDialog:
 *
 * Shows what is in a file, asks what is what, and imports it into the plan.
 *
 * It stays open while the files are read, so that whatever is wrong in them is said
 * where it can be mended. The plan changes once all is read, in one step, or not at all.
 */
struct _HrImportDialog
{
  AdwDialog parent_instance;

  HrDocument *document;   /* (owned) (nullable): none once the dialog is gone */
  HrCsvPreview *file;     /* (owned) */
  GTask *task;            /* (owned) (nullable): of the import that runs */
  guint tick;             /* shows its progress */
  HrPortfolio *portfolio; /* (owned) (nullable): what was read */
  HrImportReport *report; /* (owned) (nullable) */

  GtkLabel *file_name;
  GtkWidget *import;
  GtkRevealer *problem;
  GtkLabel *problem_text;
  GtkRevealer *busy;
  GtkProgressBar *busy_bar;
  GtkWidget *content;
  HrImportPreview *preview;
  HrImportMapping *mapping;
  HrImportJoin *join;
  GtkWidget *dates;
  AdwComboRow *date_order;
};

G_DEFINE_FINAL_TYPE (HrImportDialog, hr_import_dialog, ADW_TYPE_DIALOG)

/* ---- What is asked ---- */

static void
update_import_button (HrImportDialog *self)
{
  gboolean has_id = hr_import_mapping_get_column (self->mapping, HR_COLUMN_ID) != NULL;

  gtk_widget_set_sensitive (self->import, has_id && self->task == NULL &&
                                              hr_import_join_is_complete (self->join));
}

static void
choices_changed_cb (HrImportDialog *self)
{
  const HrCsvPreview *second = hr_import_join_get_file (self->join);

  hr_import_join_set_id (self->join,
                         hr_import_mapping_get_column (self->mapping, HR_COLUMN_ID));
  hr_import_mapping_set_joined (self->mapping, hr_import_join_get_field (self->join),
                                second != NULL);
  gtk_widget_set_visible (
      self->dates, hr_csv_preview_needs_date_order (self->file) ||
                       (second != NULL && hr_csv_preview_needs_date_order (second)));
  update_import_button (self);
}

static HrAccountImport *
make_import (HrImportDialog *self)
{
  HrAccountImport *import = hr_account_import_new (hr_csv_preview_get_path (self->file));

  hr_import_mapping_apply (self->mapping, import);
  hr_import_join_apply (self->join, import);
  /* the choices stand in the order of the enumeration */
  if (gtk_widget_get_visible (self->dates))
    hr_account_import_set_date_order (
        import, (HrDateOrder) adw_combo_row_get_selected (self->date_order));
  return import;
}

/* ---- What comes of it ---- */

static void
show_details (HrImportReport *report, GtkWidget *parent)
{
  g_autofree char *n = hr_format_number ((double) report->n_rows, 0);
  g_autofree char *heading = g_strdup_printf (
      ngettext ("Imported %s Account", "Imported %s Accounts", (gulong) report->n_rows),
      n);
  AdwDialog *dialog = adw_alert_dialog_new (heading, NULL);
  GtkWidget *label = gtk_label_new (NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < report->messages->len; i++)
    g_string_append_printf (text, i == 0 ? "%s" : "\n\n%s",
                            (char *) g_ptr_array_index (report->messages, i));
  gtk_label_set_text (GTK_LABEL (label), text->str);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), label);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "close");
  hr_alert_present (dialog, parent);
}

static void
details_cb (AdwToast *toast, HrWindow *window)
{
  show_details (g_object_get_data (G_OBJECT (toast), "hr-report"), GTK_WIDGET (window));
}

/* Says what was imported, and with a button what a person should know of it. */
static void
say_imported (HrWindow *window, HrImportReport *report)
{
  AdwToast *toast = adw_toast_new ("");
  g_autofree char *n = hr_format_number ((double) report->n_rows, 0);
  g_autofree char *text = g_strdup_printf (
      ngettext ("Imported %s account", "Imported %s accounts", (gulong) report->n_rows),
      n);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_title (toast, text);
  if (report->messages->len > 0)
    {
      adw_toast_set_button_label (toast, _ ("_Details"));
      g_signal_connect_object (toast, "button-clicked", G_CALLBACK (details_cb), window,
                               0);
    }
  g_object_set_data_full (G_OBJECT (toast), "hr-report", report,
                          (GDestroyNotify) hr_import_report_free);
  hr_window_add_toast (window, toast);
}

static gboolean
put_into_plan (HrDocument *document, HrPortfolio *portfolio, GError **error)
{
  HrHistory *history = hr_document_get_history (document);
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, HR_TYPE_PORTFOLIO);
  g_value_set_object (&value, portfolio);
  hr_history_begin (history, _ ("Import Accounts"));
  if (!hr_history_set (history, hr_document_get_plan (document), "portfolio", &value,
                       error))
    {
      hr_history_cancel (history);
      return FALSE;
    }
  hr_history_end (history);
  return TRUE;
}

static gboolean
show_progress_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  HrImportDialog *self = HR_IMPORT_DIALOG (widget);

  gtk_progress_bar_set_fraction (self->busy_bar, hr_import_run_get_progress (self->task));
  return G_SOURCE_CONTINUE;
}

static void
set_task (HrImportDialog *self, GTask *task)
{
  gboolean runs = task != NULL;

  g_clear_object (&self->task);
  self->task = task;
  if (runs)
    self->tick =
        gtk_widget_add_tick_callback (GTK_WIDGET (self), show_progress_cb, NULL, NULL);
  else
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  gtk_progress_bar_set_fraction (self->busy_bar, 0);
  gtk_revealer_set_reveal_child (self->busy, runs);
  gtk_widget_set_sensitive (self->content, !runs);
  adw_dialog_set_can_close (ADW_DIALOG (self), !runs);
  update_import_button (self);
}

static void
refuse (HrImportDialog *self, const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  gtk_label_set_text (self->problem_text, error->message);
  gtk_revealer_set_reveal_child (self->problem, TRUE);
}

static void
take_in (HrImportDialog *self)
{
  g_autoptr (HrPortfolio) portfolio = g_steal_pointer (&self->portfolio);
  g_autoptr (HrImportReport) report = g_steal_pointer (&self->report);
  g_autoptr (GError) error = NULL;
  HrWindow *window;
  HrPlan *plan;

  if (!put_into_plan (self->document, portfolio, &error))
    {
      refuse (self, error);
      return;
    }

  window = HR_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  plan = hr_document_get_plan (self->document);
  hr_window_show_page (window,
                       hr_list_get_n (plan->segments) > 0 ? "accounts" : "segments");
  say_imported (window, g_steal_pointer (&report));
  adw_dialog_close (ADW_DIALOG (self));
}

/* Where they could not be kept, as on a full disk, the step says so. */
static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HrImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  hr_document_keep_accounts_finish (HR_DOCUMENT (source), result, &error);
  if (self->document == NULL)
    return; /* the window was closed meanwhile */
  set_task (self, NULL);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    take_in (self);
}

static void
finished_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HrImportDialog *self = HR_IMPORT_DIALOG (source);
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->portfolio);
  g_clear_pointer (&self->report, hr_import_report_free);
  self->portfolio = hr_import_run_finish (result, &self->report, &error);
  if (self->document == NULL)
    return; /* the window was closed meanwhile */
  if (self->portfolio != NULL)
    {
      hr_document_keep_accounts_async (self->document, self->portfolio,
                                       g_task_get_cancellable (self->task), kept_cb,
                                       g_object_ref (self));
      return;
    }
  set_task (self, NULL);
  refuse (self, error);
}

static void
import_cb (HrImportDialog *self)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  gtk_revealer_set_reveal_child (self->problem, FALSE);
  set_task (self, hr_import_run_async (make_import (self), G_OBJECT (self), cancellable,
                                       finished_cb));
}

static void
cancel_cb (HrImportDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

/* Closing is refused only while an import runs: then it stops that first. */
static void
hr_import_dialog_close_attempt (AdwDialog *dialog)
{
  HrImportDialog *self = HR_IMPORT_DIALOG (dialog);

  if (self->task != NULL)
    g_cancellable_cancel (g_task_get_cancellable (self->task));
}

static void
hr_import_dialog_dispose (GObject *object)
{
  HrImportDialog *self = HR_IMPORT_DIALOG (object);

  if (self->task != NULL)
    g_cancellable_cancel (g_task_get_cancellable (self->task));
  g_clear_object (&self->task);
  g_clear_object (&self->document);
  gtk_widget_dispose_template (GTK_WIDGET (self), HR_TYPE_IMPORT_DIALOG);

  G_OBJECT_CLASS (hr_import_dialog_parent_class)->dispose (object);
}

static void
hr_import_dialog_finalize (GObject *object)
{
  HrImportDialog *self = HR_IMPORT_DIALOG (object);

  g_clear_pointer (&self->file, hr_csv_preview_free);
  g_clear_object (&self->portfolio);
  g_clear_pointer (&self->report, hr_import_report_free);

  G_OBJECT_CLASS (hr_import_dialog_parent_class)->finalize (object);
}

static void
hr_import_dialog_class_init (HrImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hr_import_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = hr_import_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->close_attempt = hr_import_dialog_close_attempt;

  g_type_ensure (HR_TYPE_IMPORT_PREVIEW);
  g_type_ensure (HR_TYPE_IMPORT_MAPPING);
  g_type_ensure (HR_TYPE_IMPORT_JOIN);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               HR_RESOURCE ("hr-import-dialog.ui"));
  gtk_widget_class_bind_template_child (widget_class, HrImportDialog, file_name);
  gtk_widget_class_bind_template_child (widget_class, HrImportDialog, import);
  gtk_widget_class_bind_template_child (widget_class, HrImportDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, HrImportDialog, problem_text);
  gtk_widget_class_bind_template_child (widget_class, HrImportDialog, busy);
  gtk_widget_class_bind_template_child (widget_class, HrImportDialog, busy_bar);
  gtk_widget_class_bind_template_child (widget_class, HrImportDialog, content);
  gtk_widget_class_bind_template_child (widget_class, HrImportDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, HrImportDialog, mapping);
  gtk_widget_class_bind_template_child (widget_class, HrImportDialog, join);
  gtk_widget_class_bind_template_child (widget_class, HrImportDialog, dates);
  gtk_widget_class_bind_template_child (widget_class, HrImportDialog, date_order);
  gtk_widget_class_bind_template_callback (widget_class, import_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, choices_changed_cb);
}

static void
hr_import_dialog_init (HrImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* ---- Opening it ---- */

static void
present (HrDocument *document, HrCsvPreview *file, GtkWidget *parent)
{
  HrImportDialog *self = g_object_new (HR_TYPE_IMPORT_DIALOG, NULL);

  self->document = g_object_ref (document);
  self->file = file;
  gtk_label_set_text (self->file_name, hr_csv_preview_get_name (file));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->file_name),
                               hr_csv_preview_get_name (file));
  hr_import_preview_show (self->preview, file);
  hr_import_mapping_set_file (self->mapping, file);
  choices_changed_cb (self);
  adw_dialog_present (ADW_DIALOG (self), parent);
}

static void
say_unreadable (GtkWidget *parent, const GError *error)
{
  AdwDialog *dialog =
      adw_alert_dialog_new (_ ("The File Cannot Be Imported"), error->message);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "close");
  hr_alert_present (dialog, parent);
}

typedef struct
{
  HrDocument *document;
  GtkWidget *parent;
} Request;

static Request *
request_new (HrDocument *document, GtkWidget *parent)
{
  Request *request = g_new (Request, 1);

  request->document = g_object_ref (document);
  request->parent = g_object_ref (parent);
  return request;
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Request *request = user_data;
  g_autoptr (GError) error = NULL;
  HrCsvPreview *file = hr_import_file_finish (result, &error);

  if (!gtk_widget_get_mapped (request->parent)) /* the window was closed meanwhile */
    g_clear_pointer (&file, hr_csv_preview_free);
  else if (file != NULL)
    present (request->document, file, request->parent);
  else if (error->domain == HR_ERROR)
    say_unreadable (request->parent, error);
  g_object_unref (request->document);
  g_object_unref (request->parent);
  g_free (request);
}

/**
 * hr_import_dialog_choose:
 * @document: a document
 * @parent: a widget in its window
 *
 * Asks for a file, shows what is in it, and imports it into the plan.
 */
void
hr_import_dialog_choose (HrDocument *document, GtkWidget *parent)
{
  hr_import_file_choose (parent, NULL, opened_cb, request_new (document, parent));
}

/* The same for a file that was dropped or is known already. */
void
hr_import_dialog_show (HrDocument *document, GFile *file, GtkWidget *parent)
{
  hr_import_file_open (file, NULL, opened_cb, request_new (document, parent));
}
