/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-cell.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "hr-choice-cell.h"
#include "hr-field-row.h"
#include "hr-format.h"
#include "hr-page.h"
#include "hr-parse.h"

/**
 * HrCell:
 *
 * An editable cell of a table: one field of the item that its row shows.
 *
 * It shows the figure as a person reads it, and while it is edited, as a person types
 * it. It never sets the model: it asks the document, and shows what the model has.
 *
 * What it is typed into is made when it is first edited: a table has hundreds of cells,
 * and a GtkEditableLabel for each would be more work than all the rest of the page.
 */
struct _HrCell
{
  GtkWidget parent_instance;

  HrDocument *document;
  const HrField *field; /* (nullable): of the item's type */
  char *property;
  HrItem *item; /* (owned) (nullable): while its row is shown */
  gulong handler;

  GtkWidget *label;
  GtkWidget *text; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (HrCell, hr_cell, GTK_TYPE_WIDGET)

static gboolean
is_editing (HrCell *self)
{
  return self->text != NULL && gtk_widget_get_visible (self->text);
}

static void
get_value (HrCell *self, GValue *value)
{
  g_value_init (value, hr_field_get_value_type (self->field));
  g_object_get_property (G_OBJECT (self->item), self->property, value);
}

static gboolean
is_number (const HrField *field)
{
  return field->kind == HR_FIELD_NUMBER || field->kind == HR_FIELD_MONEY ||
         field->kind == HR_FIELD_INTEGER;
}

/* As many decimals as were typed, but not the sixteen of a third. */
static char *
number_to_text (double number)
{
  guint decimals = 0;

  if (isnan (number))
    return g_strdup ("");
  while (decimals < 3 &&
         fabs (number * pow (10, decimals) - round (number * pow (10, decimals))) > 1e-9)
    decimals++;
  return hr_format_number (number, decimals);
}

/* Units stand in the header, not in the cell; a share says that it is one. */
static char *
value_to_text (HrCell *self)
{
  g_auto (GValue) value = G_VALUE_INIT;

  get_value (self, &value);
  if (self->field->kind == HR_FIELD_NUMBER && self->field->unit == HR_UNIT_SHARE)
    return hr_format_share (g_value_get_double (&value));
  if (self->field->kind == HR_FIELD_MONEY)
    return hr_format_minor (g_value_get_int64 (&value),
                            hr_document_get_plan (self->document)->currency);
  if (self->field->kind == HR_FIELD_INTEGER)
    return hr_format_number (g_value_get_int (&value), 0);
  if (self->field->kind == HR_FIELD_NUMBER)
    return number_to_text (g_value_get_double (&value));
  return hr_parse_to_text (self->field, &value);
}

static void
show_value (HrCell *self)
{
  g_autofree char *text = NULL, *title = NULL, *spoken = NULL;

  if (self->item == NULL || is_editing (self))
    return;

  text = value_to_text (self);
  title = hr_field_get_title (self->field);
  spoken = g_strdup_printf ("%s: %s", title, *text != '\0' ? text : _ ("none"));
  gtk_inscription_set_text (GTK_INSCRIPTION (self->label), text);
  gtk_widget_set_tooltip_text (
      GTK_WIDGET (self),
      self->field->kind == HR_FIELD_TEXT && *text != '\0' ? text : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
}

static void
ask (HrCell *self, const char *typed)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_autofree char *before = NULL, *shown = value_to_text (self);
  g_autoptr (GError) error = NULL;
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), HR_TYPE_PAGE);

  get_value (self, &value);
  before = hr_parse_to_text (self->field, &value);
  if (g_str_equal (typed, before) || g_str_equal (typed, shown))
    return;
  if (!hr_document_edit (self->document, self->item, self->property, typed, &error) &&
      page != NULL)
    hr_page_refuse (HR_PAGE (page), error);
}

static void
stop_editing (HrCell *self, gboolean take)
{
  g_autofree char *typed = NULL;
  gboolean focused;

  if (!is_editing (self))
    return;

  focused = gtk_widget_has_focus (self->text);
  typed = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->text)));
  gtk_widget_set_visible (self->label, TRUE);
  gtk_widget_set_visible (self->text, FALSE);
  if (focused)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  if (take)
    ask (self, typed);
  show_value (self);
}

static void
activate_cb (HrCell *self)
{
  stop_editing (self, TRUE);
}

static void
make_text (HrCell *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->text = gtk_text_new ();
  gtk_widget_set_visible (self->text, FALSE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->text), 1); /* the column is wider */
  g_signal_connect_swapped (self->text, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (activate_cb), self);
  gtk_widget_add_controller (self->text, focus);
  gtk_widget_set_parent (self->text, GTK_WIDGET (self));
}

/* The cell next to this one in its row which can be edited. The widgets of a row are
 * siblings, in the order of the columns, with one child each. */
static GtkWidget *
find_neighbour (HrCell *self, gboolean forward)
{
  GtkWidget *at = gtk_widget_get_parent (GTK_WIDGET (self));

  while ((at = forward ? gtk_widget_get_next_sibling (at)
                       : gtk_widget_get_prev_sibling (at)) != NULL)
    {
      GtkWidget *cell = gtk_widget_get_first_child (at);

      if (HR_IS_CELL (cell) || HR_IS_CHOICE_CELL (cell))
        return cell;
    }
  return NULL;
}

/* Tab takes what is typed and goes on typing in the next cell. */
static gboolean
go_on (HrCell *self, gboolean forward)
{
  GtkWidget *next = find_neighbour (self, forward);

  stop_editing (self, TRUE);
  if (next == NULL)
    return GDK_EVENT_STOP;
  if (HR_IS_CELL (next))
    hr_cell_start_editing (HR_CELL (next));
  else
    gtk_widget_grab_focus (next);
  return GDK_EVENT_STOP;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                HrCell *self)
{
  gboolean editing = is_editing (self);
  GdkModifierType held = state & gtk_accelerator_get_default_mod_mask ();

  if (editing && (keyval == GDK_KEY_Tab || keyval == GDK_KEY_ISO_Left_Tab ||
                  keyval == GDK_KEY_KP_Tab))
    return go_on (self, (held & GDK_SHIFT_MASK) == 0);
  if (held != 0)
    return GDK_EVENT_PROPAGATE;
  if (editing && keyval == GDK_KEY_Escape)
    {
      stop_editing (self, FALSE);
      return GDK_EVENT_STOP;
    }
  if (!editing && (keyval == GDK_KEY_F2 || keyval == GDK_KEY_Return ||
                   keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter))
    {
      hr_cell_start_editing (self);
      return GDK_EVENT_STOP;
    }
  return GDK_EVENT_PROPAGATE;
}

static void
let_go (HrCell *self)
{
  if (self->item != NULL)
    g_clear_signal_handler (&self->handler, self->item);
  g_clear_object (&self->item);
}

static void
hr_cell_dispose (GObject *object)
{
  HrCell *self = HR_CELL (object);

  let_go (self);
  g_clear_object (&self->document);
  g_clear_pointer (&self->text, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (hr_cell_parent_class)->dispose (object);
}

static void
hr_cell_finalize (GObject *object)
{
  g_clear_pointer (&HR_CELL (object)->property, g_free);

  G_OBJECT_CLASS (hr_cell_parent_class)->finalize (object);
}

static gboolean
hr_cell_grab_focus (GtkWidget *widget)
{
  HrCell *self = HR_CELL (widget);

  return is_editing (self) ? gtk_widget_grab_focus (self->text)
                           : GTK_WIDGET_CLASS (hr_cell_parent_class)->grab_focus (widget);
}

static void
hr_cell_class_init (HrCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hr_cell_dispose;
  object_class->finalize = hr_cell_finalize;
  widget_class->grab_focus = hr_cell_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TEXT_BOX);
}

static void
hr_cell_init (HrCell *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->label = gtk_inscription_new (NULL);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (self->label),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  /* By the top of the line: an ellipsis of another font makes it longer downwards. */
  gtk_inscription_set_yalign (GTK_INSCRIPTION (self->label), 0);
  gtk_widget_set_valign (self->label, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (click, "released", G_CALLBACK (hr_cell_start_editing), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * hr_cell_new:
 * @document: the document whose items the table shows
 * @property: the property of the cell's column
 *
 * Makes a cell for the factory of a column.
 */
GtkWidget *
hr_cell_new (HrDocument *document, const char *property)
{
  HrCell *self = g_object_new (HR_TYPE_CELL, NULL);

  self->document = g_object_ref (document);
  self->property = g_strdup (property);
  return GTK_WIDGET (self);
}

/**
 * hr_cell_set_item:
 * @self: a cell
 * @item: (nullable): the item of its row, %NULL when the row is taken away
 *
 * Shows a field of an item and follows it.
 */
void
hr_cell_set_item (HrCell *self, gpointer item)
{
  g_autofree char *signal = NULL;

  g_return_if_fail (HR_IS_CELL (self));

  stop_editing (self, FALSE);
  let_go (self);
  if (item == NULL)
    return;

  self->item = g_object_ref (item);
  self->field = hr_item_find_field (item, self->property);
  signal = g_strconcat ("notify::", self->property, NULL);
  self->handler = g_signal_connect_swapped (item, signal, G_CALLBACK (show_value), self);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (self->label),
                              is_number (self->field) ? 1 : 0);
  if (is_number (self->field))
    gtk_widget_add_css_class (GTK_WIDGET (self), "numeric");
  show_value (self);
}

/* Returns: (transfer none) (nullable): while its row is shown */
HrItem *
hr_cell_get_item (HrCell *self)
{
  g_return_val_if_fail (HR_IS_CELL (self), NULL);

  return self->item;
}

const char *
hr_cell_get_property_name (HrCell *self)
{
  g_return_val_if_fail (HR_IS_CELL (self), NULL);

  return self->property;
}

/**
 * hr_cell_start_editing:
 * @self: a cell
 *
 * Lets the person type, with all of the text selected.
 */
void
hr_cell_start_editing (HrCell *self)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_autofree char *text = NULL, *title = NULL;

  g_return_if_fail (HR_IS_CELL (self));

  if (self->item == NULL || is_editing (self))
    return;

  get_value (self, &value);
  text = hr_parse_to_text (self->field, &value);
  title = hr_field_get_title (self->field);
  if (self->text == NULL)
    make_text (self);
  gtk_editable_set_text (GTK_EDITABLE (self->text), text);
  gtk_editable_set_alignment (GTK_EDITABLE (self->text), is_number (self->field) ? 1 : 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_set_visible (self->text, TRUE);
  gtk_widget_set_visible (self->label, FALSE);
  gtk_widget_grab_focus (self->text);
}
