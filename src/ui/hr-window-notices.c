/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "hr-format.h"
#include "hr-outline-row.h"
#include "hr-recovery-group.h"
#include "hr-window-private.h"

/* What the window tells without being asked: toasts, how a long task goes, and banners.
 */

/* ---- Toasts --------------------------------------------------------------------------
 */

static gboolean
add_toast_cb (gpointer user_data)
{
  HrWindow *self = g_object_get_data (user_data, "hr-window");

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    adw_toast_overlay_add_toast (self->toasts, g_object_ref (user_data));
  g_object_set_data (user_data, "hr-window", NULL);
  return G_SOURCE_REMOVE;
}

/**
 * hr_window_add_toast:
 * @self: a window
 * @toast: (transfer full): what to say
 *
 * Shows a toast before the next frame, not at once: an entry that is refused when it is
 * left speaks while the focus moves, and may move to the toast that this one replaces.
 */
void
hr_window_add_toast (HrWindow *self, AdwToast *toast)
{
  g_autofree char *line = hr_format_one_line (adw_toast_get_title (toast));

  adw_toast_set_title (toast, line); /* it quotes what was typed, or pasted */
  g_object_set_data_full (G_OBJECT (toast), "hr-window", g_object_ref (self),
                          g_object_unref);
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, add_toast_cb, toast, g_object_unref);
}

void
hr_window_toast (HrWindow *self, const char *text)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH); /* it answers what was done */
  hr_window_add_toast (self, toast);
}

/**
 * hr_window_toast_removed:
 * @self: a window
 * @name: what was removed
 *
 * Says that something is gone, with a way to have it back.
 */
void
hr_window_toast_removed (HrWindow *self, const char *name)
{
  AdwToast *toast = adw_toast_new ("");
  g_autofree char *text = g_strdup_printf (_ ("Removed “%s”"), name);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_title (toast, text);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  hr_window_add_toast (self, toast);
}

/**
 * hr_window_remove:
 * @self: a window
 * @item: an item of its plan
 *
 * Removes an item from the list that it is in, and says so.
 *
 * Returns: whether it was in one
 */
gboolean
hr_window_remove (HrWindow *self, gpointer item)
{
  HrDocument *document = hr_window_get_document (self);
  HrPlan *plan = hr_document_get_plan (document);
  HrList *list = hr_plan_find_owner (plan, item);
  g_autofree char *name = NULL;
  guint position;

  if (list == NULL || !hr_list_get_position (list, item, &position))
    return FALSE;
  name = hr_outline_row_name_item (plan, item);
  hr_window_toast_removed (self, name);
  hr_history_remove (hr_document_get_history (document), list, position);
  return TRUE;
}

static void
toast_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  hr_window_toast (HR_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

/* ---- A long task ---------------------------------------------------------------------
 */

/**
 * hr_window_begin_task:
 * @self: a window in which no long task runs
 * @label: what is being done, "Importing accounts…"
 *
 * Shows that something goes on, with a way to stop it.
 *
 * Returns: (transfer none): cancelled when the person wants no more of it
 */
GCancellable *
hr_window_begin_task (HrWindow *self, const char *label)
{
  g_return_val_if_fail (HR_IS_WINDOW (self), NULL);

  g_clear_object (&self->task);
  self->task = g_cancellable_new ();
  gtk_label_set_text (self->busy_label, label);
  gtk_progress_bar_set_fraction (self->busy_bar, 0);
  gtk_revealer_set_reveal_child (self->busy, TRUE);
  return self->task;
}

void
hr_window_set_progress (HrWindow *self, double fraction)
{
  gtk_progress_bar_set_fraction (self->busy_bar, CLAMP (fraction, 0, 1));
}

/* Whether a long task runs. */
gboolean
hr_window_is_busy (HrWindow *self)
{
  return gtk_revealer_get_reveal_child (self->busy);
}

void
hr_window_end_task (HrWindow *self)
{
  if (self->busy != NULL) /* else the window was closed meanwhile */
    gtk_revealer_set_reveal_child (self->busy, FALSE);
}

static void
cancel_task_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_cancellable_cancel (HR_WINDOW (widget)->task);
}

/* ---- Banners -------------------------------------------------------------------------
 */

/* A banner takes no NULL. */
static char *
or_empty (HrWindow *self, const char *text)
{
  return g_strdup (text != NULL ? text : "");
}

static gboolean
is_set (HrWindow *self, const char *text)
{
  return text != NULL && *text != '\0';
}

static void
show_leftovers_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  adw_banner_set_revealed (HR_WINDOW (widget)->leftovers, FALSE);
  adw_dialog_present (hr_recovery_dialog_new (), widget);
}

static void
leftovers_counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HrWindow) self = user_data;
  guint n = hr_recovery_count_finish (result);
  g_autofree char *title = g_strdup_printf (
      ngettext ("%u plan was open when Headroom came to a sudden end",
                "%u plans were open when Headroom came to a sudden end", n),
      n);

  if (n == 0 || self->leftovers == NULL)
    return;
  adw_banner_set_title (self->leftovers, title);
  adw_banner_set_revealed (self->leftovers, TRUE);
}

/**
 * hr_window_look_for_leftovers:
 * @self: a window that shows a plan, or is about to
 *
 * Offers what can be recovered in a banner, as the welcome page is not seen.
 */
void
hr_window_look_for_leftovers (HrWindow *self)
{
  hr_recovery_count_async (leftovers_counted_cb, g_object_ref (self));
}

void
hr_window_install_notice_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.toast", "s", toast_action);
  gtk_widget_class_install_action (widget_class, "win.cancel-task", NULL,
                                   cancel_task_action);
  gtk_widget_class_install_action (widget_class, "win.show-leftovers", NULL,
                                   show_leftovers_action);
}

/* What the banners of the template ask for. */
void
hr_window_bind_notices (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, hr_window_describe_conflict);
  gtk_widget_class_bind_template_callback (widget_class, is_set);
  gtk_widget_class_bind_template_callback (widget_class, or_empty);
}
