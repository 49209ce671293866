/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-outline-row.h"

#include <glib/gi18n-lib.h>

#include "hr-references.h"

/**
 * HrOutlineRow:
 *
 * The name of a list or of an item in an outline, and for an item a few words about it.
 */
struct _HrOutlineRow
{
  AdwBin parent_instance;

  HrPlan *plan;
  GObject *node; /* (owned) (nullable): a list or an item */

  GtkLabel *name;
  GtkLabel *note;
};

G_DEFINE_FINAL_TYPE (HrOutlineRow, hr_outline_row, ADW_TYPE_BIN)

static char *
name_list (HrPlan *plan, HrList *list)
{
  guint n_fields;
  const HrField *fields = hr_item_type_get_fields (HR_TYPE_PLAN, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (fields[i].kind == HR_FIELD_LIST && hr_item_get_list (plan, &fields[i]) == list)
      {
        const char *label = _ (fields[i].label);
        g_autofree char *first = g_utf8_substring (label, 0, 1);
        g_autofree char *capital = g_utf8_strup (first, -1);

        return g_strconcat (capital, g_utf8_next_char (label), NULL);
      }
  return g_strdup ("");
}

/* What an item without a name refers to says what it is: a need its stage, a hand-over
 * its two stages, a dimension its persona. */
static char *
name_item (HrPlan *plan, gpointer item)
{
  guint n_fields;
  const HrField *fields = hr_item_type_get_fields (G_OBJECT_TYPE (item), &n_fields);
  const HrField *name = hr_item_find_field (item, "name");
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  if (name != NULL && **(char *const *) hr_item_member (item, name) != '\0')
    return g_strdup (hr_item_get_name (item));
  for (guint i = 0; i < n_fields && i < 2; i++)
    if (fields[i].kind == HR_FIELD_REF)
      g_strv_builder_add (names, hr_references_get_name (
                                     plan, fields[i].type (),
                                     *(char *const *) hr_item_member (item, &fields[i])));
  all = g_strv_builder_end (names);
  if (all[0] == NULL)
    return g_strdup (_ (hr_item_type_get_label (G_OBJECT_TYPE (item))));
  return g_strjoinv (" → ", all);
}

static void
show_values (HrOutlineRow *self)
{
  g_autofree char *name = NULL, *note = NULL;

  if (self->node == NULL)
    return;
  if (HR_IS_LIST (self->node))
    {
      name = name_list (self->plan, HR_LIST (self->node));
      note = g_strdup_printf ("%u", hr_list_get_n (HR_LIST (self->node)));
      gtk_widget_add_css_class (GTK_WIDGET (self->name), "heading");
    }
  else
    {
      name = name_item (self->plan, self->node);
      gtk_widget_remove_css_class (GTK_WIDGET (self->name), "heading");
    }
  gtk_label_set_text (self->name, name);
  gtk_label_set_text (self->note, note != NULL ? note : "");
}

static void
let_go (HrOutlineRow *self)
{
  if (self->node != NULL)
    g_signal_handlers_disconnect_by_func (self->node, show_values, self);
  g_clear_object (&self->node);
  g_clear_object (&self->plan);
}

static void
hr_outline_row_dispose (GObject *object)
{
  let_go (HR_OUTLINE_ROW (object));

  G_OBJECT_CLASS (hr_outline_row_parent_class)->dispose (object);
}

static void
hr_outline_row_class_init (HrOutlineRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hr_outline_row_dispose;
}

static void
hr_outline_row_init (HrOutlineRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->name = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->name, 0);
  gtk_label_set_ellipsize (self->name, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (self->name), TRUE);
  self->note = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->note), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->note), "numeric");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->name));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->note));
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
hr_outline_row_new (void)
{
  return g_object_new (HR_TYPE_OUTLINE_ROW, NULL);
}

/**
 * hr_outline_row_set:
 * @self: a row
 * @plan: (nullable): the plan
 * @node: (nullable): a list or an item of it, %NULL when the row is taken away
 *
 * Shows a node and follows it.
 */
void
hr_outline_row_set (HrOutlineRow *self, HrPlan *plan, gpointer node)
{
  g_return_if_fail (HR_IS_OUTLINE_ROW (self));

  let_go (self);
  if (node == NULL)
    return;

  self->plan = g_object_ref (plan);
  self->node = g_object_ref (node);
  g_signal_connect_object (node, HR_IS_LIST (node) ? "items-changed" : "notify",
                           G_CALLBACK (show_values), self, G_CONNECT_SWAPPED);
  show_values (self);
}
