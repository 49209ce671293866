/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-recovery-group.h"

#include <glib/gi18n-lib.h>

#include "hr-alert.h"
#include "hr-format.h"
#include "hr-working-copy.h"

/**
 * HrRecoveryGroup:
 *
 * The plans that were open when the program came to a sudden end, each to be recovered
 * or discarded. It hides where there are none, and looks anew whenever it comes up.
 */
struct _HrRecoveryGroup
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *rows; /* (owned) (element-type GtkWidget): those that it has now */
};

G_DEFINE_FINAL_TYPE (HrRecoveryGroup, hr_recovery_group, ADW_TYPE_PREFERENCES_GROUP)

/* ---- What was left -------------------------------------------------------------------
 */

static void
list_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, hr_leftovers_list (), (GDestroyNotify) g_ptr_array_unref);
}

static void
list_async (gpointer source, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (source, NULL, callback, user_data);

  g_task_set_source_tag (task, list_async);
  g_task_run_in_thread (task, list_thread);
}

/**
 * hr_recovery_count_async:
 * @callback: called when they are counted
 * @user_data: for @callback
 *
 * Counts the plans that could be recovered, without blocking.
 */
void
hr_recovery_count_async (GAsyncReadyCallback callback, gpointer user_data)
{
  list_async (NULL, callback, user_data);
}

guint
hr_recovery_count_finish (GAsyncResult *result)
{
  g_autoptr (GPtrArray) found = g_task_propagate_pointer (G_TASK (result), NULL);

  return found->len;
}

/* ---- Rows ----------------------------------------------------------------------------
 */

static char *
describe_changes (const HrLeftover *leftover)
{
  g_autofree char *moment = NULL;

  if (leftover->n_unsaved == 0 || leftover->changed_at == 0)
    return g_strdup (_ ("no unsaved changes"));
  moment = hr_format_moment (leftover->changed_at);
  /* Translators: the second is when it was, as in “yesterday, 2:03 PM” */
  return g_strdup_printf (
      ngettext ("%u unsaved change, %s", "%u unsaved changes, %s", leftover->n_unsaved),
      leftover->n_unsaved, moment);
}

static char *
describe (const HrLeftover *leftover)
{
  g_autofree char *file =
      leftover->file != NULL ? g_file_get_parse_name (leftover->file) : NULL;
  g_autofree char *changes = describe_changes (leftover);
  g_autofree char *capitalised = hr_format_capitalised (changes);

  if (leftover->error != NULL)
    return g_strdup_printf (_ ("Cannot be recovered: %s"), leftover->error->message);
  return g_strdup_printf ("%s\n%s", capitalised,
                          file != NULL ? file : _ ("In no file yet"));
}

static void
take_out (HrRecoveryGroup *self, GtkWidget *row)
{
  if (!g_ptr_array_remove (self->rows, row))
    return;
  /* a button in it may have the focus, which GTK would look for in vain */
  if (gtk_widget_get_focus_child (row) != NULL)
    gtk_root_set_focus (gtk_widget_get_root (row), NULL);
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), row);
}

static void
remove_row (HrRecoveryGroup *self, GtkWidget *row)
{
  take_out (self, row);
  gtk_widget_set_visible (GTK_WIDGET (self), self->rows->len > 0);
}

static const char *
get_id (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "hr-id");
}

static void
recover_cb (GtkButton *button, GtkWidget *row)
{
  HrRecoveryGroup *self =
      HR_RECOVERY_GROUP (gtk_widget_get_ancestor (row, HR_TYPE_RECOVERY_GROUP));
  g_autofree char *id = g_strdup (get_id (row));

  gtk_widget_activate_action (GTK_WIDGET (self), "app.recover", "s", id);
  remove_row (self, row);
}

static void
discard_chosen_cb (AdwAlertDialog *dialog, const char *response, GtkWidget *row)
{
  HrRecoveryGroup *self =
      HR_RECOVERY_GROUP (gtk_widget_get_ancestor (row, HR_TYPE_RECOVERY_GROUP));
  g_autoptr (GError) error = NULL;

  if (self == NULL || !g_str_equal (response, "discard"))
    return;
  if (hr_leftovers_discard (get_id (row), &error))
    remove_row (self, row);
  else
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), error->message);
}

static void
discard_cb (GtkButton *button, GtkWidget *row)
{
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Discard Unsaved Work?"), NULL);
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (dialog);

  adw_alert_dialog_format_body (
      alert,
      _ ("What was not saved of “%s” will be gone for good. A file that it was saved in "
         "stays as it is."),
      adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
  adw_alert_dialog_add_responses (alert, "cancel", _ ("_Cancel"), "discard",
                                  _ ("_Discard"), NULL);
  adw_alert_dialog_set_response_appearance (alert, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (alert, "cancel");
  adw_alert_dialog_set_close_response (alert, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (discard_chosen_cb), row, 0);
  hr_alert_present (dialog, row);
}

static GtkWidget *
make_button (const HrLeftover *leftover, GCallback callback, GtkWidget *row)
{
  GtkWidget *button = gtk_button_new ();
  g_autofree char *name = NULL;

  if (callback == G_CALLBACK (recover_cb))
    {
      gtk_button_set_label (GTK_BUTTON (button), _ ("Recover"));
      name = g_strdup_printf (_ ("Recover “%s”"), leftover->name);
    }
  else
    {
      gtk_button_set_icon_name (GTK_BUTTON (button), "user-trash-symbolic");
      gtk_widget_set_tooltip_text (button, _ ("Discard"));
      gtk_widget_add_css_class (button, "flat");
      name = g_strdup_printf (_ ("Discard “%s”"), leftover->name);
    }
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  /* what the button shows is not all: and for GTK it would come first */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button),
                                 GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  g_signal_connect_object (button, "clicked", callback, row, 0);
  return button;
}

static void
add_row (HrRecoveryGroup *self, const HrLeftover *leftover)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *description = describe (leftover);

  g_object_set_data_full (G_OBJECT (row), "hr-id", g_strdup (leftover->id), g_free);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), leftover->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), description);
  if (leftover->error == NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                               make_button (leftover, G_CALLBACK (recover_cb), row));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             make_button (leftover, G_CALLBACK (discard_cb), row));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HrRecoveryGroup *self = HR_RECOVERY_GROUP (source);
  g_autoptr (GPtrArray) found = g_task_propagate_pointer (G_TASK (result), NULL);

  if (gtk_widget_in_destruction (GTK_WIDGET (self)) ||
      gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  /* visible all the while: a dialog closes when it is not, and one that becomes a sheet
   * comes here twice */
  while (self->rows->len > 0)
    take_out (self, g_ptr_array_index (self->rows, 0));
  for (guint i = 0; i < found->len; i++)
    add_row (self, g_ptr_array_index (found, i));
  gtk_widget_set_visible (GTK_WIDGET (self), found->len > 0);
}

/* ---- The widget ----------------------------------------------------------------------
 */

static void
hr_recovery_group_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (hr_recovery_group_parent_class)->root (widget);
  list_async (widget, listed_cb, NULL);
}

static void
hr_recovery_group_dispose (GObject *object)
{
  g_clear_pointer (&HR_RECOVERY_GROUP (object)->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (hr_recovery_group_parent_class)->dispose (object);
}

static void
hr_recovery_group_class_init (HrRecoveryGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hr_recovery_group_dispose;
  GTK_WIDGET_CLASS (klass)->root = hr_recovery_group_root;
}

static void
hr_recovery_group_init (HrRecoveryGroup *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Unsaved Work"));
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (self),
      _ ("These plans were open when Headroom came to a sudden end"));
}

/* ---- In a dialog ---------------------------------------------------------------------
 */

static void
visible_changed_cb (GtkWidget *group, GParamSpec *pspec, AdwDialog *dialog)
{
  if (!gtk_widget_get_visible (group))
    adw_dialog_close (dialog);
}

/**
 * hr_recovery_dialog_new:
 *
 * Makes a dialog with what can be recovered, for a window that shows a plan. It closes
 * when nothing is left.
 */
AdwDialog *
hr_recovery_dialog_new (void)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new (), *page = adw_preferences_page_new ();
  GtkWidget *group = g_object_new (HR_TYPE_RECOVERY_GROUP, NULL);

  g_signal_connect_object (group, "notify::visible", G_CALLBACK (visible_changed_cb),
                           dialog, 0);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_dialog_set_title (dialog, _ ("Recover"));
  adw_dialog_set_content_width (dialog, 480);
  adw_dialog_set_content_height (dialog, 400);
  adw_dialog_set_child (dialog, view);
  return dialog;
}
