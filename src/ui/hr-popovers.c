/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-popovers.h"

/**
 * hr_popovers_close:
 * @widget: what is being hidden
 *
 * Closes what popped up out of a widget or anything in it.
 *
 * GTK (4.18) leaves that open when the widget is hidden, and complains when the widget
 * gets its place again.
 */
void
hr_popovers_close (GtkWidget *widget)
{
  GtkWidget *next;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = next)
    {
      next = gtk_widget_get_next_sibling (child);
      if (!GTK_IS_POPOVER (child))
        hr_popovers_close (child);
      else if (gtk_widget_get_visible (child))
        {
          g_autoptr (GtkPopover) popover = g_object_ref (GTK_POPOVER (child));

          gtk_popover_popdown (popover); /* and it may be gone */
        }
    }
}
