/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-choice-cell.h"

#include <glib/gi18n-lib.h>

#include "hr-field-row.h"
#include "hr-format.h"
#include "hr-page.h"
#include "hr-parse.h"
#include "hr-references.h"

/**
 * HrChoiceCell:
 *
 * A cell of a table whose value is chosen from a list: an enumeration, what a reference
 * names, or several of these.
 *
 * The list is made when it is opened: hundreds of cells cost no more than their labels.
 */
struct _HrChoiceCell
{
  AdwBin parent_instance;

  HrDocument *document;
  const HrField *field; /* (nullable): of the item's type */
  char *property;
  HrItem *item; /* (owned) (nullable): while its row is shown */

  GtkMenuButton *button;
  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (HrChoiceCell, hr_choice_cell, ADW_TYPE_BIN)

static char *
get_ids (HrChoiceCell *self)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, hr_field_get_value_type (self->field));
  g_object_get_property (G_OBJECT (self->item), self->property, &value);
  return hr_parse_to_text (self->field, &value);
}

static char *
id_to_name (HrChoiceCell *self, const char *id)
{
  int value;

  if (self->field->kind != HR_FIELD_ENUM)
    return g_strdup (hr_references_get_name (hr_document_get_plan (self->document),
                                             self->field->type (), id));
  if (!hr_enum_from_nick (self->field->type (), id, &value))
    return g_strdup ("");
  return hr_format_enum (self->field->type (), value);
}

static char *
ids_to_names (HrChoiceCell *self, const char *ids)
{
  g_auto (GStrv) parts = g_strsplit (ids, ",", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *name = id_to_name (self, parts[i]);

      g_free (parts[i]);
      parts[i] = name;
    }
  return g_strjoinv (", ", parts);
}

static void
show_value (HrChoiceCell *self)
{
  g_autofree char *ids = NULL, *names = NULL, *title = NULL, *spoken = NULL;

  if (self->item == NULL)
    return;

  ids = get_ids (self);
  names = ids_to_names (self, ids);
  if (g_str_equal (gtk_label_get_text (self->label), names))
    return;

  title = hr_field_get_title (self->field);
  spoken = g_strdup_printf ("%s: %s", title, *names != '\0' ? names : _ ("none"));
  gtk_label_set_text (self->label, names);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), *names != '\0' ? names : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
ask (HrChoiceCell *self, const char *ids)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), HR_TYPE_PAGE);
  g_autoptr (GError) error = NULL;

  if (!hr_document_edit (self->document, self->item, self->property, ids, &error) &&
      page != NULL)
    hr_page_refuse (HR_PAGE (page), error);
}

static void
chosen_cb (GtkListBox *list, GtkListBoxRow *row, HrChoiceCell *self)
{
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (row), "hr-id"));

  gtk_menu_button_popdown (self->button);
  ask (self, id);
}

static void
toggled_cb (GtkCheckButton *check, HrChoiceCell *self)
{
  const char *id = g_object_get_data (G_OBJECT (check), "hr-id");
  g_autofree char *before = get_ids (self);
  g_auto (GStrv) parts = g_strsplit (before, ",", -1);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; parts[i] != NULL; i++)
    if (!g_str_equal (parts[i], id))
      g_strv_builder_add (ids, parts[i]);
  if (gtk_check_button_get_active (check))
    g_strv_builder_add (ids, id);
  all = g_strv_builder_end (ids);
  text = g_strjoinv (",", all);
  ask (self, text);
}

static GtkWidget *
make_choice (HrChoiceCell *self, HrReference *choice, const char *id, const char *current)
{
  g_autofree char *name = NULL;
  GtkWidget *widget;

  g_object_get (choice, "name", &name, NULL);
  if (self->field->kind == HR_FIELD_REFS)
    {
      g_auto (GStrv) chosen = g_strsplit (current, ",", -1);

      widget = gtk_check_button_new_with_label (name);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (widget),
                                   g_strv_contains ((const char *const *) chosen, id));
      g_object_set_data_full (G_OBJECT (widget), "hr-id", g_strdup (id), g_free);
      g_signal_connect_object (widget, "toggled", G_CALLBACK (toggled_cb), self, 0);
      return widget;
    }

  widget = gtk_label_new (name);
  gtk_label_set_xalign (GTK_LABEL (widget), 0);
  return widget;
}

static void
create_popover_cb (GtkMenuButton *button, gpointer user_data)
{
  HrChoiceCell *self = HR_CHOICE_CELL (user_data);
  g_autoptr (GListModel) choices = NULL;
  g_autofree char *current = NULL;
  GtkWidget *popover, *list, *scrolled;

  if (self->item == NULL)
    return;

  popover = gtk_popover_new ();
  list = gtk_list_box_new ();
  scrolled = gtk_scrolled_window_new ();
  choices = hr_references_new (hr_document_get_plan (self->document), self->field);
  current = get_ids (self);
  for (guint i = 0; i < g_list_model_get_n_items (choices); i++)
    {
      g_autoptr (HrReference) choice = g_list_model_get_item (choices, i);
      const char *id = hr_references_get_id (choices, i);
      GtkWidget *row = gtk_list_box_row_new ();

      if (self->field->kind == HR_FIELD_REFS && *id == '\0')
        continue;
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row),
                                  make_choice (self, choice, id, current));
      g_object_set_data_full (G_OBJECT (row), "hr-id", g_strdup (id), g_free);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
      if (g_str_equal (id, current))
        gtk_list_box_select_row (GTK_LIST_BOX (list), GTK_LIST_BOX_ROW (row));
    }
  if (self->field->kind == HR_FIELD_REFS)
    gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  else
    g_signal_connect_object (list, "row-activated", G_CALLBACK (chosen_cb), self, 0);

  gtk_widget_add_css_class (list, "navigation-sidebar");
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 360);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  gtk_popover_set_child (GTK_POPOVER (popover), scrolled);
  gtk_widget_add_css_class (popover, "menu");
  gtk_menu_button_set_popover (button, popover);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                HrChoiceCell *self)
{
  if (keyval != GDK_KEY_F2 || gtk_menu_button_get_active (self->button))
    return GDK_EVENT_PROPAGATE;
  gtk_menu_button_popup (self->button);
  return GDK_EVENT_STOP;
}

static void
hr_choice_cell_dispose (GObject *object)
{
  HrChoiceCell *self = HR_CHOICE_CELL (object);

  g_clear_object (&self->item);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (hr_choice_cell_parent_class)->dispose (object);
}

static void
hr_choice_cell_finalize (GObject *object)
{
  g_clear_pointer (&HR_CHOICE_CELL (object)->property, g_free);

  G_OBJECT_CLASS (hr_choice_cell_parent_class)->finalize (object);
}

static gboolean
hr_choice_cell_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (HR_CHOICE_CELL (widget)->button));
}

static void
hr_choice_cell_class_init (HrChoiceCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = hr_choice_cell_dispose;
  object_class->finalize = hr_choice_cell_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = hr_choice_cell_grab_focus;
}

static void
hr_choice_cell_init (HrChoiceCell *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_menu_button_set_child (self->button, GTK_WIDGET (self->label));
  gtk_menu_button_set_create_popup_func (self->button, create_popover_cb, self, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "choice-cell");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * hr_choice_cell_new:
 * @document: the document whose items the table shows
 * @property: the property of the cell's column: a reference, references, or a choice
 *
 * Makes a cell for the factory of a column.
 */
GtkWidget *
hr_choice_cell_new (HrDocument *document, const char *property)
{
  HrChoiceCell *self = g_object_new (HR_TYPE_CHOICE_CELL, NULL);

  self->document = g_object_ref (document);
  self->property = g_strdup (property);
  /* Not only the item: what a reference names may get another name. */
  g_signal_connect_object (document, "notify::capacity", G_CALLBACK (show_value), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * hr_choice_cell_set_item:
 * @self: a cell
 * @item: (nullable): the item of its row, %NULL when the row is taken away
 *
 * Shows a field of an item and follows it.
 */
void
hr_choice_cell_set_item (HrChoiceCell *self, gpointer item)
{
  g_return_if_fail (HR_IS_CHOICE_CELL (self));

  gtk_menu_button_popdown (self->button);
  gtk_label_set_text (self->label, "\n"); /* no name, so that the first one is news */
  g_set_object (&self->item, item);
  if (item == NULL)
    return;

  self->field = hr_item_find_field (item, self->property);
  show_value (self);
}

/* Returns: (transfer none) (nullable): while its row is shown */
HrItem *
hr_choice_cell_get_item (HrChoiceCell *self)
{
  g_return_val_if_fail (HR_IS_CHOICE_CELL (self), NULL);

  return self->item;
}

const char *
hr_choice_cell_get_property_name (HrChoiceCell *self)
{
  g_return_val_if_fail (HR_IS_CHOICE_CELL (self), NULL);

  return self->property;
}
