/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-combo-factory.h"

/* What a row of the list knows besides its item. */
typedef struct
{
  AdwComboRow *row;    /* unowned: it owns the factory */
  GtkExpression *name; /* (owned) */
} Look;

static void
look_free (gpointer data, GClosure *closure)
{
  Look *look = data;

  gtk_expression_unref (look->name);
  g_free (look);
}

static GtkWidget *
get_check (GtkListItem *list_item)
{
  return gtk_widget_get_last_child (gtk_list_item_get_child (list_item));
}

/* The one that is chosen is marked in the list, not where it stands alone. */
static void
show_check (GtkListItem *list_item)
{
  GtkWidget *box = gtk_list_item_get_child (list_item);
  AdwComboRow *row = g_object_get_data (G_OBJECT (list_item), "hr-row");
  gboolean chosen =
      adw_combo_row_get_selected_item (row) == gtk_list_item_get_item (list_item);

  gtk_widget_set_opacity (get_check (list_item), chosen ? 1 : 0);
  gtk_widget_set_visible (get_check (list_item),
                          gtk_widget_get_ancestor (box, GTK_TYPE_POPOVER) != NULL);
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *list_item, Look *look)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 20);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box),
                  g_object_new (GTK_TYPE_IMAGE, "icon-name", "object-select-symbolic",
                                "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                NULL));
  gtk_list_item_set_child (list_item, box);
  g_object_set_data (G_OBJECT (list_item), "hr-row", look->row);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *list_item, Look *look)
{
  GtkWidget *label = gtk_widget_get_first_child (gtk_list_item_get_child (list_item));
  GtkExpressionWatch *watch =
      gtk_expression_bind (gtk_expression_ref (look->name), label, "label",
                           gtk_list_item_get_item (list_item));

  g_object_set_data (G_OBJECT (list_item), "hr-watch", watch);
  g_signal_connect_object (look->row, "notify::selected-item", G_CALLBACK (show_check),
                           list_item, G_CONNECT_SWAPPED);
  show_check (list_item);
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *list_item, Look *look)
{
  gtk_expression_watch_unwatch (g_object_get_data (G_OBJECT (list_item), "hr-watch"));
  g_signal_handlers_disconnect_by_func (look->row, show_check, list_item);
}

/**
 * hr_combo_factory_new:
 * @row: a combo row, which the factory is for
 * @name: (transfer none): the name of an item
 *
 * Makes the look that combo rows have by themselves. Theirs reads a name once; here the
 * name is followed, for people rename what they choose from.
 */
GtkListItemFactory *
hr_combo_factory_new (AdwComboRow *row, GtkExpression *name)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Look *look = g_new (Look, 1);

  *look = (Look) { row, gtk_expression_ref (name) };
  g_signal_connect_data (factory, "setup", G_CALLBACK (setup_cb), look, look_free, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), look);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), look);
  return factory;
}
