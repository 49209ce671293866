/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-grid-find-bar.h"

#include <glib/gi18n-lib.h>

#include "hr-shortcuts.h"

struct _HrGridFindBar
{
  AdwBin parent_instance;

  HrGrid *grid; /* (weak) (nullable) */
  GtkSearchBar *bar;
  GtkEditable *entry;
};

G_DEFINE_FINAL_TYPE (HrGridFindBar, hr_grid_find_bar, ADW_TYPE_BIN)

static void
find (HrGridFindBar *self, gboolean forward, gboolean stay)
{
  const char *text = gtk_editable_get_text (self->entry);

  if (self->grid == NULL)
    return;
  if (*text == '\0' || hr_grid_find (self->grid, text, forward, stay))
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
}

static void
changed_cb (HrGridFindBar *self)
{
  find (self, TRUE, TRUE);
}

static void
next_cb (HrGridFindBar *self)
{
  find (self, TRUE, FALSE);
}

static void
previous_cb (HrGridFindBar *self)
{
  find (self, FALSE, FALSE);
}

static gboolean
key_pressed_cb (HrGridFindBar *self, guint key, guint code, GdkModifierType state)
{
  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter) || !(state & GDK_SHIFT_MASK))
    return FALSE;
  previous_cb (self);
  return TRUE;
}

/* It is closed: on with what was found. */
static void
mode_changed_cb (HrGridFindBar *self)
{
  if (!gtk_search_bar_get_search_mode (self->bar) && self->grid != NULL &&
      gtk_widget_get_mapped (GTK_WIDGET (self->grid)))
    gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

static gboolean
show_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  HrGridFindBar *self = HR_GRID_FIND_BAR (widget);

  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  gtk_search_bar_set_search_mode (self->bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  return TRUE;
}

static void
hr_grid_find_bar_dispose (GObject *object)
{
  g_clear_weak_pointer (&HR_GRID_FIND_BAR (object)->grid);

  G_OBJECT_CLASS (hr_grid_find_bar_parent_class)->dispose (object);
}

static void
hr_grid_find_bar_class_init (HrGridFindBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hr_grid_find_bar_dispose;
}

static GtkWidget *
make_button (HrGridFindBar *self, const char *icon, const char *name, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  g_signal_connect_swapped (button, "clicked", callback, self);
  return button;
}

static void
hr_grid_find_bar_init (HrGridFindBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *clamp = adw_clamp_new (), *bar = gtk_search_bar_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *entry = gtk_search_entry_new ();

  self->bar = GTK_SEARCH_BAR (bar);
  self->entry = GTK_EDITABLE (entry);
  gtk_search_entry_set_search_delay (GTK_SEARCH_ENTRY (entry), 0);
  gtk_search_entry_set_placeholder_text (GTK_SEARCH_ENTRY (entry),
                                         _ ("Find in the table"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Find in the table"), -1);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), make_button (self, "go-up-symbolic", _ ("Previous"),
                                              G_CALLBACK (previous_cb)));
  gtk_box_append (GTK_BOX (box), make_button (self, "go-down-symbolic", _ ("Next"),
                                              G_CALLBACK (next_cb)));
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 400);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_search_bar_set_child (self->bar, clamp);
  gtk_search_bar_connect_entry (self->bar, self->entry);
  adw_bin_set_child (ADW_BIN (self), bar);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (entry, keys);
  g_signal_connect_swapped (entry, "search-changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (next_cb), self);
  g_signal_connect_swapped (bar, "notify::search-mode-enabled",
                            G_CALLBACK (mode_changed_cb), self);
  hr_shortcuts_add_find (GTK_WIDGET (self), show_cb);
}

/* Where to look. */
void
hr_grid_find_bar_set_grid (HrGridFindBar *self, HrGrid *grid)
{
  g_return_if_fail (HR_IS_GRID_FIND_BAR (self));

  g_set_weak_pointer (&self->grid, grid);
}
