/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-title.h"

/**
 * hr_title_new:
 * @title: what a page or a dialog is called
 *
 * Makes a title for a header bar that is narrow: AdwHeaderBar's own leaves too little
 * room for buttons with large text, and does not tell what it cuts off.
 *
 * Returns: (transfer floating): a label
 */
GtkWidget *
hr_title_new (const char *title)
{
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, title);
  gtk_widget_add_css_class (label, "title");
  return label;
}
