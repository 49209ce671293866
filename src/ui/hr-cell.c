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
 */
struct _HrCell
{
  AdwBin parent_instance;

  HrDocument *document;
  const HrField *field; /* (nullable): of the item's type */
  char *property;
  HrItem *item; /* (owned) (nullable): while its row is shown */
  gulong handler;

  GtkEditableLabel *label;
};

G_DEFINE_FINAL_TYPE (HrCell, hr_cell, ADW_TYPE_BIN)

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
  g_autofree char *text = NULL, *title = NULL;

  if (self->item == NULL || gtk_editable_label_get_editing (self->label))
    return;

  text = value_to_text (self);
  gtk_editable_set_text (GTK_EDITABLE (self->label), text);
  gtk_widget_set_tooltip_text (
      GTK_WIDGET (self),
      self->field->kind == HR_FIELD_TEXT && *text != '\0' ? text : NULL);
  title = hr_field_get_title (self->field);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->label),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
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

/* The label has selected its text and lost that selection to another text. What X11 has
 * to say to that must have come, or it takes the new selection away too. */
static gboolean
select_cb (GtkWidget *label, GdkFrameClock *clock, gpointer user_data)
{
  if (gtk_editable_label_get_editing (GTK_EDITABLE_LABEL (label)))
    gtk_editable_select_region (GTK_EDITABLE (label), 0, -1);
  return G_SOURCE_REMOVE;
}

static void
editing_changed_cb (HrCell *self)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_autofree char *text = NULL;

  if (self->item == NULL)
    return;

  if (gtk_editable_label_get_editing (self->label))
    {
      get_value (self, &value);
      text = hr_parse_to_text (self->field, &value);
      if (g_str_equal (text, gtk_editable_get_text (GTK_EDITABLE (self->label))))
        return;
      gtk_editable_set_text (GTK_EDITABLE (self->label), text);
      gtk_widget_add_tick_callback (GTK_WIDGET (self->label), select_cb, NULL, NULL);
      return;
    }

  text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->label)));
  ask (self, text);
  show_value (self);
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

  gtk_editable_label_stop_editing (self->label, TRUE);
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
  gboolean editing = gtk_editable_label_get_editing (self->label);
  GdkModifierType held = state & gtk_accelerator_get_default_mod_mask ();

  if (editing && (keyval == GDK_KEY_Tab || keyval == GDK_KEY_ISO_Left_Tab ||
                  keyval == GDK_KEY_KP_Tab))
    return go_on (self, (held & GDK_SHIFT_MASK) == 0);
  if (!editing && keyval == GDK_KEY_F2 && held == 0)
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
  return gtk_widget_grab_focus (GTK_WIDGET (HR_CELL (widget)->label));
}

static void
hr_cell_class_init (HrCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = hr_cell_dispose;
  object_class->finalize = hr_cell_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = hr_cell_grab_focus;
}

/* The label inside would be cut off; nothing else makes it say that it goes on. */
static void
ellipsize (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    gtk_label_set_ellipsize (GTK_LABEL (widget), PANGO_ELLIPSIZE_END);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    ellipsize (child);
}

static void
hr_cell_init (HrCell *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  /* Its own role is generic, which would hide its name from the screen reader. */
  self->label = g_object_new (GTK_TYPE_EDITABLE_LABEL, "accessible-role",
                              GTK_ACCESSIBLE_ROLE_TEXT_BOX, NULL);
  ellipsize (GTK_WIDGET (self->label));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->label));
  g_signal_connect_swapped (self->label, "notify::editing",
                            G_CALLBACK (editing_changed_cb), self);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
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

  if (gtk_editable_label_get_editing (self->label))
    gtk_editable_label_stop_editing (self->label, FALSE);
  let_go (self);
  if (item == NULL)
    return;

  self->item = g_object_ref (item);
  self->field = hr_item_find_field (item, self->property);
  signal = g_strconcat ("notify::", self->property, NULL);
  self->handler = g_signal_connect_swapped (item, signal, G_CALLBACK (show_value), self);
  gtk_editable_set_alignment (GTK_EDITABLE (self->label),
                              is_number (self->field) ? 1 : 0);
  if (is_number (self->field))
    gtk_widget_add_css_class (GTK_WIDGET (self->label), "numeric");
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

void
hr_cell_start_editing (HrCell *self)
{
  g_return_if_fail (HR_IS_CELL (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->label));
  gtk_editable_label_start_editing (self->label);
}
