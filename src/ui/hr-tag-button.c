/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-tag-button.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "hr-enums.h"
#include "hr-format.h"
#include "hr-parse.h"

#define FIRST_YEAR 1900
#define LAST_YEAR 2200

/**
 * HrTagButton:
 *
 * Where a figure came from, in a word; all of it as a tooltip. Its popover changes it:
 * the kind, and for what was measured or taken over the source and the year.
 */
struct _HrTagButton
{
  AdwBin parent_instance;

  HrDocument *document;
  HrItem *item;
  const HrField *field;

  GtkMenuButton *button;
  GtkLabel *label;
  GtkPopover *popover;
  GtkCheckButton *kinds[HR_TAG_BENCHMARK + 1];
  GtkEntry *source;
  GtkEntry *year;
};

G_DEFINE_FINAL_TYPE (HrTagButton, hr_tag_button, ADW_TYPE_BIN)

static const HrTag *
get_tag (HrTagButton *self)
{
  return hr_tags_get (hr_item_get_tags (self->item), self->field->name);
}

static void
show_tag (HrTagButton *self)
{
  const HrTag *tag = get_tag (self);
  gboolean untouched = tag == NULL && hr_item_is_default (self->item, self->field->name);
  g_autofree char *text = hr_format_tag (tag, untouched);
  g_autofree char *kind =
      hr_format_enum (HR_TYPE_TAG_KIND, (int) (tag != NULL ? tag->kind : HR_TAG_ASSUMED));
  g_autofree char *name =
      g_strdup_printf (_ ("Where %s comes from: %s"), _ (self->field->label), text);

  gtk_label_set_text (self->label, kind);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static HrTagKind
get_kind (HrTagButton *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->kinds); i++)
    if (gtk_check_button_get_active (self->kinds[i]))
      return (HrTagKind) i;
  return HR_TAG_ASSUMED;
}

static void
kind_changed_cb (HrTagButton *self)
{
  gboolean sourced = get_kind (self) != HR_TAG_ASSUMED;

  if (self->year == NULL) /* still being made */
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->source), sourced);
  gtk_widget_set_visible (GTK_WIDGET (self->year), sourced);
}

static gboolean
read_year (HrTagButton *self, int *year)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->year));
  double number = 0;

  *year = 0;
  if (*text == '\0' || get_kind (self) == HR_TAG_ASSUMED)
    return TRUE;
  if (!hr_parse_number (text, &number) || number != floor (number) ||
      number < FIRST_YEAR || number > LAST_YEAR)
    return FALSE;
  *year = (int) number;
  return TRUE;
}

static void
year_changed_cb (HrTagButton *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->year), "error");
}

/* With a new tag the whole editor may be made anew, and this button with it. */
static void
apply_cb (HrTagButton *self)
{
  g_autoptr (HrTagButton) kept = g_object_ref (self);
  g_autoptr (GtkPopover) popover = g_object_ref (self->popover);
  HrTag tag = { .kind = get_kind (self) };
  g_autoptr (GError) error = NULL;

  if (!read_year (self, &tag.year))
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->year), "error");
      gtk_widget_grab_focus (GTK_WIDGET (self->year));
      return;
    }
  if (tag.kind != HR_TAG_ASSUMED)
    tag.source = gtk_editable_get_text (GTK_EDITABLE (self->source));
  if (tag.source != NULL && *tag.source == '\0')
    tag.source = NULL;
  if (hr_document_holds (self->document, self->item) &&
      !hr_history_set_tag (hr_document_get_history (self->document), self->item,
                           self->field->name, &tag, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
  gtk_popover_popdown (popover);
}

static void
shown_cb (HrTagButton *self)
{
  const HrTag *tag = get_tag (self);
  g_autofree char *year = NULL;

  if (tag != NULL && tag->year != 0)
    year = g_strdup_printf ("%d", tag->year);
  gtk_check_button_set_active (self->kinds[tag != NULL ? tag->kind : HR_TAG_ASSUMED],
                               TRUE);
  gtk_editable_set_text (GTK_EDITABLE (self->source),
                         tag != NULL && tag->source != NULL ? tag->source : "");
  gtk_editable_set_text (GTK_EDITABLE (self->year), year != NULL ? year : "");
  kind_changed_cb (self);
}

static GtkEntry *
add_entry (GtkWidget *box, const char *label)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), label);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  gtk_box_append (GTK_BOX (box), entry);
  return GTK_ENTRY (entry);
}

static void
add_kinds (HrTagButton *self, GtkWidget *box)
{
  const char *const labels[] = { _ ("_Assumed"), _ ("_Measured"), _ ("_Benchmark") };

  for (guint i = 0; i < G_N_ELEMENTS (self->kinds); i++)
    {
      GtkWidget *check = gtk_check_button_new_with_mnemonic (labels[i]);

      self->kinds[i] = GTK_CHECK_BUTTON (check);
      if (i > 0)
        gtk_check_button_set_group (self->kinds[i], self->kinds[0]);
      g_signal_connect_swapped (check, "toggled", G_CALLBACK (kind_changed_cb), self);
      gtk_box_append (GTK_BOX (box), check);
    }
}

/* Made when it is opened first: an editor has many figures. */
static void
create_popover_cb (GtkMenuButton *button, gpointer user_data)
{
  HrTagButton *self = user_data;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *apply = gtk_button_new_with_mnemonic (_ ("_Set"));

  self->popover = GTK_POPOVER (gtk_popover_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->popover),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Where the Figure Comes From"), -1);
  add_kinds (self, box);
  self->source = add_entry (box, _ ("Source"));
  self->year = add_entry (box, _ ("Year"));
  gtk_entry_set_input_purpose (self->year, GTK_INPUT_PURPOSE_DIGITS);
  g_signal_connect_swapped (self->year, "changed", G_CALLBACK (year_changed_cb), self);
  gtk_widget_add_css_class (apply, "suggested-action");
  g_signal_connect_swapped (apply, "clicked", G_CALLBACK (apply_cb), self);
  gtk_box_append (GTK_BOX (box), apply);
  gtk_popover_set_child (self->popover, box);
  gtk_popover_set_default_widget (self->popover, apply);
  g_signal_connect_swapped (self->popover, "show", G_CALLBACK (shown_cb), self);
  gtk_menu_button_set_popover (button, GTK_WIDGET (self->popover));
  gtk_menu_button_set_create_popup_func (button, NULL, NULL, NULL);
}

static void
hr_tag_button_dispose (GObject *object)
{
  HrTagButton *self = HR_TAG_BUTTON (object);

  if (self->item != NULL)
    g_signal_handlers_disconnect_by_data (self->item, self);
  g_clear_object (&self->item);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (hr_tag_button_parent_class)->dispose (object);
}

static void
hr_tag_button_class_init (HrTagButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hr_tag_button_dispose;
}

static void
hr_tag_button_init (HrTagButton *self)
{
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "dim-label");
  gtk_menu_button_set_child (self->button, GTK_WIDGET (self->label));
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  gtk_menu_button_set_create_popup_func (self->button, create_popover_cb, self, NULL);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
}

/**
 * hr_tag_button_new:
 * @document: a document
 * @item: an item of its plan
 * @field: one of its figures
 *
 * Makes a button that follows the tag of a figure.
 */
GtkWidget *
hr_tag_button_new (HrDocument *document, gpointer item, const HrField *field)
{
  HrTagButton *self = g_object_new (HR_TYPE_TAG_BUTTON, NULL);
  g_autofree char *signal = g_strconcat ("notify::", field->name, NULL);

  self->document = g_object_ref (document);
  self->item = g_object_ref (item);
  self->field = field;
  g_signal_connect_object (item, signal, G_CALLBACK (show_tag), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (item, "notify::tags", G_CALLBACK (show_tag), self,
                           G_CONNECT_SWAPPED);
  show_tag (self);
  return GTK_WIDGET (self);
}
