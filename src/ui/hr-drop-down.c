/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-drop-down.h"

#include "hr-popovers.h"

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  g_object_bind_property (label, "label", label, "tooltip-text", G_BINDING_DEFAULT);
  gtk_list_item_set_child (list_item, label);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *list_item, GtkDropDown *drop_down)
{
  GObject *item = gtk_list_item_get_item (list_item);
  GtkExpression *name = gtk_drop_down_get_expression (drop_down);
  GtkExpressionWatch *watch;

  name = name != NULL
             ? gtk_expression_ref (name)
             : gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  watch = gtk_expression_bind (name, gtk_list_item_get_child (list_item), "label", item);
  g_object_set_data (G_OBJECT (list_item), "hr-watch", watch);
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *list_item)
{
  gtk_expression_watch_unwatch (g_object_get_data (G_OBJECT (list_item), "hr-watch"));
}

/**
 * hr_drop_down_set_up:
 * @drop_down: a drop-down of strings, or with an expression that says the names
 *
 * Lets a drop-down be narrower than what is chosen; the list that opens is as it was, and
 * closes when the drop-down is hidden. An expression that is set later makes it as
 * wide as it was.
 */
void
hr_drop_down_set_up (GtkDropDown *drop_down)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_return_if_fail (GTK_IS_DROP_DOWN (drop_down));

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), drop_down);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  gtk_drop_down_set_list_factory (drop_down, gtk_drop_down_get_factory (drop_down));
  gtk_drop_down_set_factory (drop_down, factory);
  g_signal_connect (drop_down, "unmap", G_CALLBACK (hr_popovers_close), NULL);
}
