/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-field-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hr-checks-row.h"
#include "hr-colour-button.h"
#include "hr-combo-factory.h"
#include "hr-field-help.h"
#include "hr-format.h"
#include "hr-parse.h"
#include "hr-references.h"
#include "hr-tag-button.h"
#include "hr-text-row.h"

/* What a row knows; it lives as long as the row. */
typedef struct
{
  HrDocument *document;
  HrItem *item;
  const HrField *field;
  GtkWidget *row;         /* unowned: it owns this */
  GListModel *choices;    /* (nullable): of a reference or an enumeration */
  HrColourButton *colour; /* (nullable): of a colour; it may outlive the row */
  gboolean updating;      /* the row is being set to the model's value */
} Binding;

static void
binding_free (gpointer data)
{
  Binding *binding = data;

  g_signal_handlers_disconnect_by_data (binding->item, binding);
  if (binding->colour != NULL)
    g_signal_handlers_disconnect_by_data (binding->colour, binding);
  g_clear_object (&binding->colour);
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
  return hr_format_capitalised (_ (field->label));
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
set_error (Binding *binding, gboolean error)
{
  if (error)
    gtk_widget_add_css_class (binding->row, "error");
  else
    gtk_widget_remove_css_class (binding->row, "error");
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (binding->row), GTK_ACCESSIBLE_STATE_INVALID,
      error ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static char *
get_row_text (Binding *binding)
{
  if (HR_IS_TEXT_ROW (binding->row))
    return hr_text_row_get_text (HR_TEXT_ROW (binding->row));
  return g_strdup (gtk_editable_get_text (GTK_EDITABLE (binding->row)));
}

static void
set_row_text (Binding *binding, const char *text)
{
  g_autofree char *shown = get_row_text (binding);

  if (g_str_equal (shown, text))
    return;
  if (HR_IS_TEXT_ROW (binding->row))
    hr_text_row_set_text (HR_TEXT_ROW (binding->row), text);
  else
    gtk_editable_set_text (GTK_EDITABLE (binding->row), text);
}

static void
show_colour (Binding *binding, const char *text)
{
  GdkRGBA colour = { 0, 0, 0, 0 };

  if (*text == '\0' || !gdk_rgba_parse (&colour, text))
    colour = (GdkRGBA) { 0, 0, 0, 0 };
  hr_colour_button_set_rgba (binding->colour, &colour);
}

/* The model has changed, or an edit was refused: the row shows what the model has. */
static void
show_value (Binding *binding)
{
  g_autofree char *text = get_text (binding);

  binding->updating = TRUE;
  set_error (binding, FALSE);
  if (binding->colour != NULL)
    show_colour (binding, text);
  else if (HR_IS_CHECKS_ROW (binding->row))
    hr_checks_row_set_ids (HR_CHECKS_ROW (binding->row), text);
  else if (ADW_IS_SWITCH_ROW (binding->row))
    adw_switch_row_set_active (ADW_SWITCH_ROW (binding->row), g_str_equal (text, "true"));
  else if (ADW_IS_COMBO_ROW (binding->row))
    adw_combo_row_set_selected (ADW_COMBO_ROW (binding->row),
                                hr_references_find (binding->choices, text));
  else
    set_row_text (binding, text);
  binding->updating = FALSE;
}

static gboolean
ask (Binding *binding, const char *text)
{
  g_autoptr (GError) error = NULL;

  if (binding->updating || !hr_document_holds (binding->document, binding->item))
    return TRUE;
  if (hr_document_edit (binding->document, binding->item, binding->field->name, text,
                        &error))
    {
      show_value (binding);
      return TRUE;
    }
  gtk_widget_activate_action (binding->row, "win.toast", "s", error->message);
  return FALSE;
}

/* What was pasted into an entry becomes one line; what nobody touched stays as it is. */
static gboolean
commit (Binding *binding)
{
  g_autofree char *before = get_text (binding);
  g_autofree char *text = get_row_text (binding);
  g_autofree char *line = hr_format_one_line (text);

  return g_str_equal (before, text) ||
         ask (binding, HR_IS_TEXT_ROW (binding->row) ? text : line);
}

/* A refused text stays, marked, until it is mended or left. */
static void
apply_cb (AdwEntryRow *row, Binding *binding)
{
  set_error (binding, !commit (binding));
}

/* Leaving the entry is as good as pressing Return: nothing typed is lost. */
static void
focus_left_cb (GtkEventControllerFocus *controller, Binding *binding)
{
  if (!commit (binding))
    show_value (binding);
}

static void
typed_cb (Binding *binding)
{
  if (!binding->updating)
    set_error (binding, FALSE);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint key,
        guint code,
        GdkModifierType state,
        Binding *binding)
{
  g_autofree char *before = get_text (binding);
  g_autofree char *text = get_row_text (binding);

  if (key != GDK_KEY_Escape || g_str_equal (before, text))
    return GDK_EVENT_PROPAGATE;
  show_value (binding);
  return GDK_EVENT_STOP;
}

static void
switched_cb (Binding *binding)
{
  if (!ask (binding,
            adw_switch_row_get_active (ADW_SWITCH_ROW (binding->row)) ? "true" : "false"))
    show_value (binding);
}

static void
chosen_cb (Binding *binding)
{
  g_autofree char *before = get_text (binding);
  const char *id = hr_references_get_id (
      binding->choices, adw_combo_row_get_selected (ADW_COMBO_ROW (binding->row)));

  if (!binding->updating && g_strcmp0 (before, id) != 0 && !ask (binding, id))
    show_value (binding);
}

static void
checked_cb (Binding *binding)
{
  g_autofree char *ids = hr_checks_row_get_ids (HR_CHECKS_ROW (binding->row));

  if (!ask (binding, ids))
    show_value (binding);
}

static void
coloured_cb (Binding *binding)
{
  const GdkRGBA *colour = hr_colour_button_get_rgba (binding->colour);
  g_autofree char *text = NULL;

  text = g_strdup_printf ("#%02x%02x%02x", (guint) (colour->red * 255 + 0.5f),
                          (guint) (colour->green * 255 + 0.5f),
                          (guint) (colour->blue * 255 + 0.5f));
  if (!ask (binding, text))
    show_value (binding);
}

/* The entry is left for the tag beside it, too. */
static void
follow_typing (Binding *binding, GtkWidget *row, GtkWidget *entry)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *key = gtk_event_controller_key_new ();

  g_signal_connect (focus, "leave", G_CALLBACK (focus_left_cb), binding);
  gtk_widget_add_controller (entry, focus);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_cb), binding);
  gtk_widget_add_controller (row, key);
}

static GtkWidget *
make_entry_row (Binding *binding)
{
  GtkWidget *row = adw_entry_row_new ();

  g_signal_connect (row, "entry-activated", G_CALLBACK (apply_cb), binding);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (typed_cb), binding);
  follow_typing (binding, row,
                 GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (row))));
  if ((binding->field->flags & HR_FIELD_FIGURE) != 0)
    adw_entry_row_add_suffix (
        ADW_ENTRY_ROW (row),
        hr_tag_button_new (binding->document, binding->item, binding->field));
  return row;
}

static GtkWidget *
make_text_row (Binding *binding)
{
  GtkWidget *row = hr_text_row_new ();

  follow_typing (binding, row, row);
  return row;
}

static GtkWidget *
make_switch_row (Binding *binding)
{
  GtkWidget *row = adw_switch_row_new ();

  g_signal_connect_swapped (row, "notify::active", G_CALLBACK (switched_cb), binding);
  return row;
}

static char *
capitalise_cb (gpointer choice, const char *name)
{
  return hr_format_capitalised (name != NULL ? name : "");
}

/* The words of an enumeration are in lower case, for sentences; names are as they are. */
static GtkExpression *
make_name_expression (const HrField *field)
{
  GtkExpression *name = hr_references_get_expression ();

  if (field->kind != HR_FIELD_ENUM)
    return name;
  return gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 1, &name,
                                      G_CALLBACK (capitalise_cb), NULL, NULL);
}

static GtkWidget *
make_combo_row (Binding *binding)
{
  AdwComboRow *row = ADW_COMBO_ROW (adw_combo_row_new ());
  g_autoptr (GtkExpression) name = make_name_expression (binding->field);
  g_autoptr (GtkListItemFactory) factory = hr_combo_factory_new (row, name);

  binding->choices =
      hr_references_new (hr_document_get_plan (binding->document), binding->field);
  adw_combo_row_set_expression (row, name);
  adw_combo_row_set_factory (row, factory);
  adw_combo_row_set_model (row, binding->choices);
  g_signal_connect_swapped (row, "notify::selected", G_CALLBACK (chosen_cb), binding);
  return GTK_WIDGET (row);
}

static GtkWidget *
make_checks_row (Binding *binding)
{
  GtkWidget *row = hr_checks_row_new (
      hr_references_new (hr_document_get_plan (binding->document), binding->field));

  g_signal_connect_swapped (row, "changed", G_CALLBACK (checked_cb), binding);
  return row;
}

static GtkWidget *
make_colour_row (Binding *binding)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = hr_colour_button_new ();

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  binding->colour = g_object_ref_sink (HR_COLOUR_BUTTON (button));
  g_signal_connect_swapped (button, "chosen", G_CALLBACK (coloured_cb), binding);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  return row;
}

static GtkWidget *
make_row (Binding *binding)
{
  switch (binding->field->kind)
    {
    case HR_FIELD_FLAG:
      return make_switch_row (binding);
    case HR_FIELD_ENUM:
    case HR_FIELD_REF:
      return make_combo_row (binding);
    case HR_FIELD_REFS:
      return make_checks_row (binding);
    case HR_FIELD_TEXT:
      if (g_str_equal (binding->field->name, "colour"))
        return make_colour_row (binding);
      if (hr_field_is_long (binding->field))
        return make_text_row (binding);
      return make_entry_row (binding);
    case HR_FIELD_INTEGER:
    case HR_FIELD_NUMBER:
    case HR_FIELD_MONEY:
    case HR_FIELD_RULE:
      return make_entry_row (binding);
    case HR_FIELD_PORTFOLIO:
    case HR_FIELD_TAGS:
    case HR_FIELD_LIST:
    default:
      g_return_val_if_reached (NULL);
    }
}

/* What the row is for: under its title where there is room, always as its tooltip. */
static void
show_help (Binding *binding)
{
  const char *help = hr_field_get_help (G_OBJECT_TYPE (binding->item), binding->field);

  if (help == NULL)
    return;
  gtk_widget_set_tooltip_text (binding->row, help);
  gtk_accessible_update_property (GTK_ACCESSIBLE (binding->row),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, help, -1);
  if (ADW_IS_ACTION_ROW (binding->row) && !ADW_IS_COMBO_ROW (binding->row))
    adw_action_row_set_subtitle (ADW_ACTION_ROW (binding->row), help);
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
  binding->row = make_row (binding);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (binding->row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (binding->row), title);
  g_object_set_data_full (G_OBJECT (binding->row), "hr-binding", binding, binding_free);
  g_signal_connect_data (item, signal, G_CALLBACK (show_value), binding, NULL,
                         G_CONNECT_SWAPPED);
  show_help (binding);
  show_value (binding);
  return binding->row;
}
