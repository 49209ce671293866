/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-restore-dialog.h"

#include <glib/gi18n-lib.h>

#include "hr-backups.h"
#include "hr-format.h"
#include "hr-resource.h"
#include "hr-window.h"

/**
 * HrRestoreDialog:
 *
 * The backups of a file, the newest first: when each was made, how large it is, and how
 * far it differs from the plan that is open. A backup opens as a plan of its own, or in
 * place of a file that cannot be opened.
 *
 * They are compared one after the other, as a plan may be large.
 */
struct _HrRestoreDialog
{
  AdwDialog parent_instance;

  GFile *file;
  HrDocument *document;      /* (nullable): what they are compared with */
  GCancellable *cancellable; /* of the comparing */
  GPtrArray *found;          /* (owned) (element-type HrBackup) */
  GPtrArray *rows;           /* (owned) (element-type AdwActionRow): of the same */

  GtkStack *stack;
  AdwPreferencesGroup *backups;
};

G_DEFINE_FINAL_TYPE (HrRestoreDialog, hr_restore_dialog, ADW_TYPE_DIALOG)

static void
say (HrRestoreDialog *self, guint i, const char *difference)
{
  const HrBackup *backup = g_ptr_array_index (self->found, i);
  g_autofree char *size = g_format_size ((guint64) backup->size);
  g_autofree char *text = difference != NULL
                              ? g_strdup_printf ("%s · %s", size, difference)
                              : g_strdup (size);

  adw_action_row_set_subtitle (g_ptr_array_index (self->rows, i), text);
}

static void
add_row (HrRestoreDialog *self, guint i)
{
  const HrBackup *backup = g_ptr_array_index (self->found, i);
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *moment = hr_format_moment (backup->made_at);
  g_autofree char *title = hr_format_capitalised (moment);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_widget_add_css_class (row, "numeric");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "restore.open");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", backup->path);
  adw_preferences_group_add (self->backups, row);
  g_ptr_array_add (self->rows, row);
  say (self, i, self->document != NULL ? _ ("comparing…") : NULL);
}

/* ---- Comparing -----------------------------------------------------------------------
 */

typedef struct
{
  HrRestoreDialog *dialog; /* (owned) */
  guint i;
} Comparing;

static void compare (HrRestoreDialog *self, guint i);

static void
compared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Comparing *comparing = user_data;
  g_autoptr (HrRestoreDialog) self = comparing->dialog;
  g_autoptr (GError) error = NULL;
  g_autofree char *difference = NULL;
  HrPlanDiff diff;

  if (hr_document_compare_finish (HR_DOCUMENT (source), result, &diff, &error))
    difference = hr_format_diff (&diff);
  else if (g_cancellable_is_cancelled (self->cancellable))
    return;
  say (self, comparing->i, difference != NULL ? difference : _ ("cannot be read"));
  compare (self, comparing->i + 1);
}

static void
compare (HrRestoreDialog *self, guint i)
{
  g_autoptr (GFile) file = NULL;
  Comparing *comparing;

  if (self->document == NULL || i == self->found->len)
    return;
  comparing = g_new (Comparing, 1);
  *comparing = (Comparing) { g_object_ref (self), i };
  file = g_file_new_for_path (((HrBackup *) g_ptr_array_index (self->found, i))->path);
  hr_document_compare_async (self->document, file, self->cancellable, compared_cb,
                             comparing);
}

/* ---- The widget ----------------------------------------------------------------------
 */

static void
open_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  HrRestoreDialog *self = HR_RESTORE_DIALOG (widget);
  GtkRoot *window = gtk_widget_get_root (widget);

  if (self->document != NULL)
    gtk_widget_activate_action_variant (widget, "app.open-backup", parameter);
  else
    hr_window_restore (HR_WINDOW (window), g_variant_get_string (parameter, NULL),
                       self->file);
  adw_dialog_close (ADW_DIALOG (widget));
}

static void
hr_restore_dialog_closed (AdwDialog *dialog)
{
  g_cancellable_cancel (HR_RESTORE_DIALOG (dialog)->cancellable);
}

static void
hr_restore_dialog_dispose (GObject *object)
{
  HrRestoreDialog *self = HR_RESTORE_DIALOG (object);

  g_clear_object (&self->file);
  g_clear_object (&self->document);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (hr_restore_dialog_parent_class)->dispose (object);
}

static void
hr_restore_dialog_class_init (HrRestoreDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hr_restore_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = hr_restore_dialog_closed;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               HR_RESOURCE ("hr-restore-dialog.ui"));
  gtk_widget_class_bind_template_child (widget_class, HrRestoreDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, HrRestoreDialog, backups);
  gtk_widget_class_install_action (widget_class, "restore.open", "s", open_action);
}

static void
hr_restore_dialog_init (HrRestoreDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  self->rows = g_ptr_array_new ();
}

/**
 * hr_restore_dialog_new:
 * @file: whose backups; it need not be there any more
 * @document: (nullable): the plan that is open of it; %NULL if it cannot be opened
 *
 * Makes the dialog, for a [class@Window].
 */
AdwDialog *
hr_restore_dialog_new (GFile *file, HrDocument *document)
{
  HrRestoreDialog *self = g_object_new (HR_TYPE_RESTORE_DIALOG, NULL);

  adw_preferences_group_set_description (
      self->backups,
      document != NULL
          ? _ ("What was in the file before it was saved. A backup opens as a plan of its "
               "own; the file and the plan that is open stay as they are.")
          : _ ("What was in the file before it was saved. A backup takes the file’s place "
               "once you save it."));
  g_set_object (&self->file, file);
  g_set_object (&self->document, document);
  self->found = hr_backups_list (file);
  for (guint i = 0; i < self->found->len; i++)
    add_row (self, i);
  gtk_stack_set_visible_child_name (self->stack,
                                    self->found->len > 0 ? "backups" : "empty");
  compare (self, 0);
  return ADW_DIALOG (self);
}
