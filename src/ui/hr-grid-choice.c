/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-grid-choice.h"

#include <glib/gi18n-lib.h>

#include "hr-references.h"

struct _HrGridChoiceList
{
  GtkPopover parent_instance;

  HrGridChoice kind;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (HrGridChoiceList, hr_grid_choice_list, GTK_TYPE_POPOVER)

static const char *
get_id (gpointer row)
{
  return g_object_get_data (row, "hr-id");
}

static GtkCheckButton *
get_check (GtkListBoxRow *row)
{
  return GTK_CHECK_BUTTON (gtk_list_box_row_get_child (row));
}

/* All that are checked, in the order of the list. */
static void
toggled_cb (HrGridChoiceList *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;
  g_autofree char *text = NULL;
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (gtk_check_button_get_active (get_check (row)))
      g_strv_builder_add (builder, get_id (row));
  ids = g_strv_builder_end (builder);
  text = g_strjoinv (",", ids);
  g_signal_emit_by_name (self, "chosen", text);
}

static void
activated_cb (HrGridChoiceList *self, GtkListBoxRow *row)
{
  g_autofree char *id = g_strdup (get_id (row));

  if (self->kind == HR_GRID_CHOICE_SEVERAL)
    {
      GtkCheckButton *check = get_check (row);

      gtk_check_button_set_active (check, !gtk_check_button_get_active (check));
      return;
    }
  gtk_popover_popdown (GTK_POPOVER (self));
  if (id != NULL)
    g_signal_emit_by_name (self, "chosen", id);
  else
    g_signal_emit_by_name (self, "other");
}

static char *
get_name (GtkListBoxRow *row)
{
  GtkWidget *child = gtk_list_box_row_get_child (row);

  return g_strdup (GTK_IS_LABEL (child)
                       ? gtk_label_get_text (GTK_LABEL (child))
                       : gtk_check_button_get_label (GTK_CHECK_BUTTON (child)));
}

/**
 * hr_grid_choice_find:
 * @self: a list
 * @letter: what was typed
 *
 * Goes to the next choice that begins with a letter.
 */
gboolean
hr_grid_choice_find (HrGridChoiceList *self, gunichar letter)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  int first = focus != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus)) : -1;
  int n = 0;

  if (letter == 0 || !g_unichar_isalnum (letter))
    return FALSE;
  while (gtk_list_box_get_row_at_index (self->list, n) != NULL)
    n++;
  for (int i = 1; i <= n; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (first + i) % n);
      g_autofree char *name = get_name (row);

      if (g_unichar_tolower (g_utf8_get_char (name)) == g_unichar_tolower (letter))
        return gtk_widget_grab_focus (GTK_WIDGET (row));
    }
  return FALSE;
}

static gboolean
key_pressed_cb (HrGridChoiceList *self, guint key, guint code, GdkModifierType state)
{
  return !(state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) &&
         hr_grid_choice_find (self, gdk_keyval_to_unicode (key));
}

static void
hr_grid_choice_list_class_init (HrGridChoiceListClass *klass)
{
  /**
   * HrGridChoiceList::chosen:
   * @self: a list
   * @ids: what is chosen, with commas between
   */
  g_signal_new ("chosen", HR_TYPE_GRID_CHOICE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  /**
   * HrGridChoiceList::other:
   * @self: a list
   *
   * None of them: it is to be typed.
   */
  g_signal_new ("other", HR_TYPE_GRID_CHOICE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
}

static void
hr_grid_choice_list_init (HrGridChoiceList *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (activated_cb), self);
  g_object_set (scrolled, "propagate-natural-height", TRUE, "max-content-height", 360,
                "hscrollbar-policy", GTK_POLICY_NEVER, "child", self->list, NULL);
  gtk_popover_set_child (GTK_POPOVER (self), scrolled);
  gtk_popover_set_position (GTK_POPOVER (self), GTK_POS_BOTTOM);
  gtk_widget_add_css_class (GTK_WIDGET (self), "menu");
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
}

static void
add_row (HrGridChoiceList *self, GtkWidget *child, const char *id, gboolean selected)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  g_object_set_data_full (G_OBJECT (row), "hr-id", g_strdup (id), g_free);
  gtk_list_box_append (self->list, row);
  if (selected)
    {
      gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
      gtk_widget_grab_focus (row);
    }
}

static GtkWidget *
make_label (const char *name)
{
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return label;
}

static void
add_choice (HrGridChoiceList *self, const char *id, const char *name, const char *chosen)
{
  g_auto (GStrv) ids = g_strsplit (chosen, ",", -1);
  GtkWidget *check;

  if (self->kind != HR_GRID_CHOICE_SEVERAL)
    {
      add_row (self, make_label (name), id, g_str_equal (id, chosen));
      return;
    }
  check = gtk_check_button_new_with_label (name);
  gtk_widget_set_focusable (check, FALSE); /* its row is */
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               g_strv_contains ((const char *const *) ids, id));
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (toggled_cb), self);
  add_row (self, check, id, FALSE);
}

/**
 * hr_grid_choice_new:
 * @choices: a list of #HrReference
 * @kind: how many of them can be chosen
 * @chosen: the ids that are, with commas between
 *
 * Makes a list of choices.
 */
GtkWidget *
hr_grid_choice_new (GListModel *choices, HrGridChoice kind, const char *chosen)
{
  HrGridChoiceList *self = g_object_new (HR_TYPE_GRID_CHOICE_LIST, NULL);

  self->kind = kind;
  for (guint i = 0; i < g_list_model_get_n_items (choices); i++)
    {
      g_autoptr (HrReference) choice = g_list_model_get_item (choices, i);
      const char *id = hr_references_get_id (choices, i);
      g_autofree char *name = NULL;

      g_object_get (choice, "name", &name, NULL);
      if (kind != HR_GRID_CHOICE_SEVERAL || *id != '\0')
        add_choice (self, id, name, chosen);
    }
  if (kind == HR_GRID_CHOICE_SEVERAL)
    gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  if (kind == HR_GRID_CHOICE_HINT)
    add_row (self, make_label (_ ("Other…")), NULL, FALSE);
  return GTK_WIDGET (self);
}
