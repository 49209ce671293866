/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-outline-row.h"

#include <glib/gi18n-lib.h>

#include "hr-dimension.h"
#include "hr-field-row.h"
#include "hr-format.h"
#include "hr-metric.h"
#include "hr-need.h"
#include "hr-persona.h"
#include "hr-playbook-step.h"
#include "hr-playbook.h"
#include "hr-references.h"
#include "hr-scorecard.h"
#include "hr-stage.h"
#include "hr-transition.h"

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
  GtkLabel *words;
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
      return hr_field_get_title (&fields[i]);
  return g_strdup ("");
}

/**
 * hr_outline_row_name_item:
 * @plan: a plan
 * @item: an item of it
 *
 * Gets what to call an item. Where it has no name, what it refers to says what it is: a
 * need its stage, a hand-over its two stages, a dimension its persona.
 *
 * Returns: (transfer full): a name
 */
char *
hr_outline_row_name_item (HrPlan *plan, gpointer item)
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

static const char *
describe_list (HrList *list)
{
  static const struct
  {
    GType (*type) (void);
    const char *words;
  } LISTS[] = {
    { hr_persona_get_type, N_ ("Who at the customer is served, and what they need") },
    { hr_stage_get_type, N_ ("What a customer goes through") },
    { hr_transition_get_type, N_ ("From one stage to the next, and from hand to hand") },
    { hr_scorecard_get_type, N_ ("How the health of a customer is told") },
    { hr_playbook_get_type, N_ ("What to do when something happens") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (LISTS); i++)
    if (LISTS[i].type () == hr_list_get_item_type (list))
      return _ (LISTS[i].words);
  return "";
}

/* A list that an item owns: "8 needs" */
static void
add_count (GStrvBuilder *words, HrList *list)
{
  GType type = hr_list_get_item_type (list);
  guint n = hr_list_get_n (list);

  if (type == HR_TYPE_NEED)
    g_strv_builder_take (words, g_strdup_printf (ngettext ("%u need", "%u needs", n), n));
  else if (type == HR_TYPE_DIMENSION)
    g_strv_builder_take (
        words, g_strdup_printf (ngettext ("%u dimension", "%u dimensions", n), n));
  else if (type == HR_TYPE_METRIC)
    g_strv_builder_take (words,
                         g_strdup_printf (ngettext ("%u metric", "%u metrics", n), n));
  else if (type == HR_TYPE_PLAYBOOK_STEP)
    g_strv_builder_take (words, g_strdup_printf (ngettext ("%u step", "%u steps", n), n));
}

/* One field in a few words, if it tells enough. */
static void
add_words (GStrvBuilder *words, HrPlan *plan, gpointer item, const HrField *field)
{
  const char *text = NULL;
  g_auto (GValue) value = G_VALUE_INIT;

  if (field->kind == HR_FIELD_LIST)
    {
      add_count (words, hr_item_get_list (item, field));
      return;
    }
  g_value_init (&value, hr_field_get_value_type (field));
  g_object_get_property (item, field->name, &value);
  if (field->kind == HR_FIELD_ENUM)
    g_strv_builder_take (words,
                         hr_format_enum (field->type (), g_value_get_enum (&value)));
  else if (field->kind == HR_FIELD_REF && g_value_get_string (&value) != NULL &&
           (field->flags & HR_FIELD_REQUIRED) == 0)
    text = hr_references_get_name (plan, field->type (), g_value_get_string (&value));
  else if (field->kind == HR_FIELD_TEXT && !g_str_equal (field->name, "name"))
    text = g_value_get_string (&value);
  if (text != NULL && *text != '\0')
    g_strv_builder_add (words, text);
}

/* "Decision maker · 8 needs" */
static char *
describe_item (HrPlan *plan, gpointer item)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;
  g_autofree char *text = NULL;
  guint n_fields;
  const HrField *fields = hr_item_type_get_fields (G_OBJECT_TYPE (item), &n_fields);

  for (guint i = 0; i < n_fields; i++) /* what is short first */
    if (fields[i].kind != HR_FIELD_TEXT)
      add_words (words, plan, item, &fields[i]);
  for (guint i = 0; i < n_fields; i++)
    if (fields[i].kind == HR_FIELD_TEXT)
      add_words (words, plan, item, &fields[i]);
  all = g_strv_builder_end (words);
  text = g_strjoinv (C_ ("words", " · "), all);
  g_strdelimit (text, "\n", ' ');
  return hr_format_capitalised (text);
}

static void
show_values (HrOutlineRow *self)
{
  g_autofree char *name = NULL, *note = NULL, *words = NULL, *tooltip = NULL;

  if (self->node == NULL)
    return;
  if (HR_IS_LIST (self->node))
    {
      name = name_list (self->plan, HR_LIST (self->node));
      note = hr_format_number (hr_list_get_n (HR_LIST (self->node)), 0);
      words = g_strdup (describe_list (HR_LIST (self->node)));
      gtk_widget_add_css_class (GTK_WIDGET (self->name), "heading");
    }
  else
    {
      name = hr_outline_row_name_item (self->plan, self->node);
      words = describe_item (self->plan, self->node);
      gtk_widget_remove_css_class (GTK_WIDGET (self->name), "heading");
    }
  gtk_label_set_text (self->name, name);
  gtk_label_set_text (self->words, words);
  gtk_widget_set_visible (GTK_WIDGET (self->words), *words != '\0');
  tooltip = *words != '\0' ? g_strdup_printf ("%s\n%s", name, words) : g_strdup (name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), tooltip);
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
  GtkWidget *both = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->name = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->name, 0);
  gtk_label_set_ellipsize (self->name, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (self->name), TRUE);
  self->words = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->words, 0);
  gtk_label_set_ellipsize (self->words, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->words), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->words), "caption");
  gtk_box_append (GTK_BOX (both), GTK_WIDGET (self->name));
  gtk_box_append (GTK_BOX (both), GTK_WIDGET (self->words));
  gtk_widget_set_valign (both, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (both, 6);
  gtk_widget_set_margin_bottom (both, 6);
  self->note = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->note), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->note), "numeric");
  gtk_box_append (GTK_BOX (box), both);
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
