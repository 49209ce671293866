/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-alert.h"

static void
wrap_labels (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget))
    return;
  if (GTK_IS_LABEL (widget))
    {
      gtk_label_set_wrap (GTK_LABEL (widget), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (widget), PANGO_WRAP_WORD_CHAR);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    wrap_labels (child);
}

/**
 * hr_alert_wrap:
 * @alert: an alert dialog
 *
 * Wraps its heading as well. Libadwaita 1.7 measures one that does not wrap, and GTK
 * complains where that is wider than the dialog, as it is with large text.
 */
void
hr_alert_wrap (AdwAlertDialog *alert)
{
  g_return_if_fail (ADW_IS_ALERT_DIALOG (alert));

  wrap_labels (adw_dialog_get_child (ADW_DIALOG (alert)));
}

/**
 * hr_alert_present:
 * @alert: an alert dialog
 * @parent: a widget in its window
 *
 * Presents an alert dialog, see hr_alert_wrap().
 */
void
hr_alert_present (AdwDialog *alert, GtkWidget *parent)
{
  hr_alert_wrap (ADW_ALERT_DIALOG (alert));
  adw_dialog_present (alert, parent);
}
