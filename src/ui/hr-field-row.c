/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-field-row.h"

#include <glib/gi18n-lib.h>

#include "hr-format.h"
#include "hr-parse.h"
#include "hr-references.h"

/* What a row knows; it lives as long as the row. */
typedef struct
{
  HrDocument *document;
  HrItem *item;
  const HrField *field;
  GtkWidget *row;      /* unowned: it owns this */
  GListModel *choices; /* (nullable): of a reference or an enumeration */
  gboolean updating;   /* the row is being set to the model's value */
} Binding;

static void
binding_free (gpointer data)
{
  Binding *binding = data;

  g_signal_handlers_disconnect_by_data (binding->item, binding);
  g_clear_object (&binding->document);
  g_clear_object (&binding->item);
  g_clear_object (&binding->choices);
  g_free (binding);
}

static Binding *
get_binding (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "hr-binding");
}

const char *
hr_field_row_get_property_name (GtkWidget *row)
{
  return get_binding (row)->field->name;
}

/**
 * hr_field_get_title:
 * @field: a field
 *
 * Makes the title of a row out of a field's label.
 *
 * Returns: (transfer full): the label with a capital letter at its start
 */
char *
hr_field_get_title (const HrField *field)
{
  const char *label = _ (field->label);
  g_autofree char *first = g_utf8_substring (label, 0, 1);
  g_autofree char *capital = g_utf8_strup (first, -1);

  return g_strconcat (capital, g_utf8_next_char (label), NULL);
}

static char *
get_text (Binding *binding)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, hr_field_get_value_type (binding->field));
  g_object_get_property (G_OBJECT (binding->item), binding->field->name, &value);
  return hr_parse_to_text (binding->field, &value);
}

static void
show_tag (Binding *binding)
{
  g_auto (GValue) value = G_VALUE_INIT;
  const HrTag *tag = hr_tags_get (hr_item_get_tags (binding->item), binding->field->name);
  g_autofree char *text = NULL;
  GtkWidget *label = g_object_get_data (G_OBJECT (binding->row), "hr-tag");

  if (label == NULL)
    return;
  g_value_init (&value, hr_field_get_value_type (binding->field));
  g_object_get_property (G_OBJECT (binding->item), binding->field->name, &value);
  text = hr_format_tag (tag, tag == NULL && hr_field_is_default (binding->field, &value));
  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, text);
}

/* The model has changed, or an edit was refused: the row shows what the model has. */
static void
show_value (Binding *binding)
{
  g_autofree char *text = get_text (binding);

  binding->updating = TRUE;
  if (ADW_IS_ENTRY_ROW (binding->row))
    {
      if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (binding->row)), text))
        gtk_editable_set_text (GTK_EDITABLE (binding->row), text);
    }
  else if (ADW_IS_SWITCH_ROW (binding->row))
    adw_switch_row_set_active (ADW_SWITCH_ROW (binding->row), g_str_equal (text, "true"));
  else if (ADW_IS_COMBO_ROW (binding->row))
    adw_combo_row_set_selected (ADW_COMBO_ROW (binding->row),
                                hr_references_find (binding->choices, text));
  show_tag (binding);
  binding->updating = FALSE;
}

static void
ask (Binding *binding, const char *text)
{
  g_autoptr (GError) error = NULL;

  if (binding->updating)
    return;
  if (!hr_document_edit (binding->document, binding->item, binding->field->name, text,
                         &error))
    gtk_widget_activate_action (binding->row, "win.toast", "s", error->message);
  show_value (binding);
}

static void
apply_cb (AdwEntryRow *row, Binding *binding)
{
  g_autofree char *before = get_text (binding);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (row));

  if (!g_str_equal (before, text))
    ask (binding, text);
}

/* Leaving the entry is as good as pressing Return: nothing typed is lost. */
static void
focus_left_cb (GtkEventControllerFocus *controller, Binding *binding)
{
  apply_cb (ADW_ENTRY_ROW (binding->row), binding);
}

static void
switched_cb (Binding *binding)
{
  ask (binding,
       adw_switch_row_get_active (ADW_SWITCH_ROW (binding->row)) ? "true" : "false");
}

static void
chosen_cb (Binding *binding)
{
  g_autofree char *before = get_text (binding);
  const char *id = hr_references_get_id (
      binding->choices, adw_combo_row_get_selected (ADW_COMBO_ROW (binding->row)));

  if (!binding->updating && g_strcmp0 (before, id) != 0)
    ask (binding, id);
}

static GtkWidget *
make_entry_row (Binding *binding)
{
  GtkWidget *row = adw_entry_row_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkWidget *tag;

  g_signal_connect (row, "apply", G_CALLBACK (apply_cb), binding);
  g_signal_connect (row, "entry-activated", G_CALLBACK (apply_cb), binding);
  g_signal_connect (focus, "leave", G_CALLBACK (focus_left_cb), binding);
  gtk_widget_add_controller (row, focus);

  if ((binding->field->flags & HR_FIELD_FIGURE) != 0)
    {
      tag = gtk_label_new (NULL);
      gtk_widget_add_css_class (tag, "dim-label");
      gtk_widget_add_css_class (tag, "caption");
      gtk_label_set_ellipsize (GTK_LABEL (tag), PANGO_ELLIPSIZE_END);
      gtk_label_set_max_width_chars (GTK_LABEL (tag), 18);
      adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), tag);
      g_object_set_data (G_OBJECT (row), "hr-tag", tag);
    }
  return row;
}

static GtkWidget *
make_switch_row (Binding *binding)
{
  GtkWidget *row = adw_switch_row_new ();

  g_signal_connect_swapped (row, "notify::active", G_CALLBACK (switched_cb), binding);
  return row;
}

static GtkWidget *
make_combo_row (Binding *binding)
{
  GtkWidget *row = adw_combo_row_new ();

  binding->choices =
      hr_references_new (hr_document_get_plan (binding->document), binding->field);
  adw_combo_row_set_expression (ADW_COMBO_ROW (row), hr_references_get_expression ());
  adw_combo_row_set_model (ADW_COMBO_ROW (row), binding->choices);
  g_signal_connect_swapped (row, "notify::selected", G_CALLBACK (chosen_cb), binding);
  return row;
}

/**
 * hr_field_row_new:
 * @document: a document
 * @item: an item of its plan
 * @field: the field to edit; not a list, a rule or the accounts
 *
 * Makes the row that edits a field through the history and follows the model.
 */
GtkWidget *
hr_field_row_new (HrDocument *document, gpointer item, const HrField *field)
{
  Binding *binding = g_new0 (Binding, 1);
  g_autofree char *title = hr_field_get_title (field);
  g_autofree char *signal = g_strconcat ("notify::", field->name, NULL);

  binding->document = g_object_ref (document);
  binding->item = g_object_ref (item);
  binding->field = field;
  binding->updating = TRUE;
  if (field->kind == HR_FIELD_FLAG)
    binding->row = make_switch_row (binding);
  else if (field->kind == HR_FIELD_ENUM || field->kind == HR_FIELD_REF)
    binding->row = make_combo_row (binding);
  else
    binding->row = make_entry_row (binding);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (binding->row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (binding->row), title);
  g_object_set_data_full (G_OBJECT (binding->row), "hr-binding", binding, binding_free);
  g_signal_connect_data (item, signal, G_CALLBACK (show_value), binding, NULL,
                         G_CONNECT_SWAPPED);
  g_signal_connect_data (item, "notify::tags", G_CALLBACK (show_value), binding, NULL,
                         G_CONNECT_SWAPPED);
  show_value (binding);
  return binding->row;
}
