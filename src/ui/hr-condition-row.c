/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-condition-row.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "hr-format.h"
#include "hr-parse.h"

/**
 * HrConditionRow:
 *
 * One condition of a rule: "[ARR] [at least] [250,000]".
 */
struct _HrConditionRow
{
  AdwPreferencesRow parent_instance;

  GStrv fields; /* the columns that can be chosen */
  gboolean updating;

  GtkDropDown *field;
  GtkDropDown *op;
  GtkEntry *value;
};

G_DEFINE_FINAL_TYPE (HrConditionRow, hr_condition_row, ADW_TYPE_PREFERENCES_ROW)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_REMOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const struct
{
  HrRuleOp op;
  const char *label;
} OPS[] = {
  { HR_RULE_AT_LEAST, N_ ("at least") },
  { HR_RULE_GREATER, N_ ("more than") },
  { HR_RULE_AT_MOST, N_ ("at most") },
  { HR_RULE_LESS, N_ ("less than") },
  { HR_RULE_EQUAL, N_ ("is") },
  { HR_RULE_NOT_EQUAL, N_ ("is not") },
  { HR_RULE_IN, N_ ("is one of") },
  { HR_RULE_CONTAINS, N_ ("contains") },
  { HR_RULE_STARTS_WITH, N_ ("starts with") },
  { HR_RULE_IS_EMPTY, N_ ("is empty") },
};

static void
hr_condition_row_finalize (GObject *object)
{
  g_clear_pointer (&HR_CONDITION_ROW (object)->fields, g_strfreev);

  G_OBJECT_CLASS (hr_condition_row_parent_class)->finalize (object);
}

static void
hr_condition_row_class_init (HrConditionRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hr_condition_row_finalize;

  /**
   * HrConditionRow::changed:
   *
   * Emitted when the person changes the condition.
   */
  signals[SIGNAL_CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 0);
  /**
   * HrConditionRow::removed:
   *
   * Emitted when the person wants the condition no more.
   */
  signals[SIGNAL_REMOVED] =
      g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 0);
}

static HrRuleOp
get_op (HrConditionRow *self)
{
  return OPS[MIN (gtk_drop_down_get_selected (self->op), G_N_ELEMENTS (OPS) - 1)].op;
}

static void
changed_cb (HrConditionRow *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->value), get_op (self) != HR_RULE_IS_EMPTY);
  if (!self->updating)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
remove_cb (HrConditionRow *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVED], 0);
}

static void
set_label (gpointer widget, const char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}

static void
hr_condition_row_init (HrConditionRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *remove = gtk_button_new_from_icon_name ("list-remove-symbolic");

  self->field = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  self->op = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  self->value = GTK_ENTRY (gtk_entry_new ());
  set_label (self->field, _ ("Field"));
  set_label (self->op, _ ("Comparison"));
  set_label (self->value, _ ("Value"));
  gtk_widget_set_hexpand (GTK_WIDGET (self->value), TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->value), 6);
  gtk_widget_set_tooltip_text (remove, _ ("Remove Condition"));
  gtk_widget_add_css_class (remove, "flat");

  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->field));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->op));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->value));
  gtk_box_append (GTK_BOX (box), remove);
  gtk_widget_set_margin_top (box, 8);
  gtk_widget_set_margin_bottom (box, 8);
  gtk_widget_set_margin_start (box, 8);
  gtk_widget_set_margin_end (box, 8);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);

  g_signal_connect_swapped (self->field, "notify::selected", G_CALLBACK (changed_cb),
                            self);
  g_signal_connect_swapped (self->op, "notify::selected", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->value, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (remove, "clicked", G_CALLBACK (remove_cb), self);
}

/* The columns of the portfolio, and the rule's own field if the portfolio lacks it. */
static GStrv
list_fields (HrPlan *plan, const char *own)
{
  g_autoptr (GStrvBuilder) fields = g_strv_builder_new ();
  HrPortfolio *portfolio = plan->portfolio;
  gboolean found = FALSE;

  for (guint i = 0; portfolio != NULL && i < hr_portfolio_get_n_columns (portfolio); i++)
    {
      const char *name = hr_column_get_name (hr_portfolio_get_column (portfolio, i));

      found |= g_str_equal (name, own);
      g_strv_builder_add (fields, name);
    }
  if (!found)
    g_strv_builder_add (fields, own);
  return g_strv_builder_end (fields);
}

static char *
values_to_text (const HrRule *condition)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < hr_rule_get_n_values (condition); i++)
    {
      const HrRuleValue *value = hr_rule_get_value (condition, i);

      if (i > 0)
        g_string_append (text, ", ");
      if (value->kind == HR_RULE_NUMBER)
        {
          g_autofree char *number = hr_parse_number_to_text (value->number);

          g_string_append (text, number);
        }
      else if (value->kind == HR_RULE_FLAG)
        g_string_append (text, value->flag ? "true" : "false");
      else
        g_string_append (text, value->text);
    }
  return g_string_free (text, FALSE);
}

static HrRuleValue
text_to_value (const char *text)
{
  HrRuleValue value = { .kind = HR_RULE_TEXT, .text = text };
  double number;

  if (hr_parse_number (text, &number))
    value = (HrRuleValue) { .kind = HR_RULE_NUMBER, .number = number };
  else if (g_str_equal (text, "true") || g_str_equal (text, "false"))
    value = (HrRuleValue) { .kind = HR_RULE_FLAG, .flag = g_str_equal (text, "true") };
  return value;
}

/**
 * hr_condition_row_new:
 * @plan: the plan with the columns
 * @condition: a condition
 *
 * Makes a row that shows a condition.
 */
GtkWidget *
hr_condition_row_new (HrPlan *plan, const HrRule *condition)
{
  HrConditionRow *self = g_object_new (HR_TYPE_CONDITION_ROW, NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) ops = gtk_string_list_new (NULL);
  g_autofree char *text = values_to_text (condition);

  self->updating = TRUE;
  self->fields = list_fields (plan, hr_rule_get_field (condition));
  for (guint i = 0; self->fields[i] != NULL; i++)
    gtk_string_list_append (names, hr_format_field_name (self->fields[i]));
  gtk_drop_down_set_model (self->field, G_LIST_MODEL (names));
  for (guint i = 0; self->fields[i] != NULL; i++)
    if (g_str_equal (self->fields[i], hr_rule_get_field (condition)))
      gtk_drop_down_set_selected (self->field, i);

  for (guint i = 0; i < G_N_ELEMENTS (OPS); i++)
    gtk_string_list_append (ops, _ (OPS[i].label));
  gtk_drop_down_set_model (self->op, G_LIST_MODEL (ops));
  for (guint i = 0; i < G_N_ELEMENTS (OPS); i++)
    if (OPS[i].op == hr_rule_get_op (condition))
      gtk_drop_down_set_selected (self->op, i);
  gtk_editable_set_text (GTK_EDITABLE (self->value), text);
  self->updating = FALSE;
  changed_cb (self);
  return GTK_WIDGET (self);
}

/**
 * hr_condition_row_get_rule:
 * @self: a row
 *
 * Makes the condition that the row shows.
 *
 * Returns: (transfer full): a condition
 */
HrRule *
hr_condition_row_get_rule (HrConditionRow *self)
{
  const char *field = self->fields[gtk_drop_down_get_selected (self->field)];
  HrRuleOp op = get_op (self);
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (HrRuleValue));
  g_auto (GStrv) parts = NULL;

  if (op == HR_RULE_IS_EMPTY)
    return hr_rule_new_condition (field, op, NULL, 0);

  parts = op == HR_RULE_IN
              ? g_strsplit (gtk_editable_get_text (GTK_EDITABLE (self->value)), ",", -1)
              : g_strdupv ((char *[]) {
                    (char *) gtk_editable_get_text (GTK_EDITABLE (self->value)), NULL });
  for (guint i = 0; parts[i] != NULL; i++)
    {
      HrRuleValue value = text_to_value (g_strstrip (parts[i]));

      g_array_append_val (values, value);
    }
  return hr_rule_new_condition (field, op, (HrRuleValue *) (void *) values->data,
                                values->len);
}
