/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-rule-editor.h"

#include <glib/gi18n-lib.h>

#include "hr-condition-row.h"

/**
 * HrRuleEditor:
 *
 * Builds the rule of a segment: all or any of some conditions, a row each. A group within
 * the rule is a row of text.
 *
 * While a value is typed each keystroke changes the plan, so that the counts follow; but
 * what is typed into one condition, up to leaving it, is one step of the history.
 */
struct _HrRuleEditor
{
  AdwBin parent_instance;

  HrDocument *document;
  HrSegment *segment; /* (owned) (nullable) */
  GtkWidget *typing;  /* unowned, only compared: the row that is being typed into */
  guint64 revision;   /* of the step that it has made */
  gboolean asking;    /* the change comes from here: the rows are right already */

  AdwPreferencesGroup *group;
  AdwComboRow *kind;
  GtkWidget *add;  /* (owned): it is put behind what is added */
  GPtrArray *rows; /* (element-type GtkWidget): one for each child of the rule */
};

G_DEFINE_FINAL_TYPE (HrRuleEditor, hr_rule_editor, ADW_TYPE_BIN)

static gboolean
is_group (const HrRule *rule)
{
  return hr_rule_get_kind (rule) == HR_RULE_ALL || hr_rule_get_kind (rule) == HR_RULE_ANY;
}

/* A rule that is no group is shown as a group of one. */
static guint
get_n_parts (const HrRule *rule)
{
  return is_group (rule) ? hr_rule_get_n_children (rule) : 1;
}

static const HrRule *
get_part (const HrRule *rule, guint i)
{
  return is_group (rule) ? hr_rule_get_child (rule, i) : rule;
}

static gboolean
is_condition (const HrRule *rule)
{
  return hr_rule_get_kind (rule) == HR_RULE_CONDITION;
}

static const HrRule *
get_row_rule (GtkWidget *row)
{
  return HR_IS_CONDITION_ROW (row) ? hr_condition_row_get_rule (HR_CONDITION_ROW (row))
                                   : g_object_get_data (G_OBJECT (row), "hr-rule");
}

/* What is still being typed is taken back first, so that it stays one step. */
static void
ask (HrRuleEditor *self, GtkWidget *typing)
{
  HrHistory *history = hr_document_get_history (self->document);
  g_autoptr (GPtrArray) children =
      g_ptr_array_new_with_free_func ((GDestroyNotify) hr_rule_unref);
  HrRuleKind kind =
      adw_combo_row_get_selected (self->kind) == 1 ? HR_RULE_ANY : HR_RULE_ALL;
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    g_ptr_array_add (children,
                     hr_rule_ref (get_row_rule (g_ptr_array_index (self->rows, i))));
  g_value_init (&value, HR_TYPE_RULE);
  g_value_take_boxed (
      &value, hr_rule_new_group (kind, (HrRule *const *) children->pdata, children->len));

  self->asking = TRUE;
  if (typing != NULL && typing == self->typing &&
      hr_history_get_revision (history) == self->revision)
    hr_history_undo (history);
  if (!hr_history_set (history, self->segment, "rule", &value, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
  self->typing = typing;
  self->revision = hr_history_get_revision (history);
  self->asking = FALSE;
}

static void
condition_changed_cb (GtkWidget *row, gboolean typing, HrRuleEditor *self)
{
  ask (self, typing ? row : NULL);
}

static void
condition_left_cb (GtkWidget *row, HrRuleEditor *self)
{
  if (self->typing == row)
    self->typing = NULL;
}

static void
take_row (HrRuleEditor *self, GtkWidget *row)
{
  g_ptr_array_remove (self->rows, row);
  adw_preferences_group_remove (self->group, row);
}

static void
removed_cb (GtkWidget *row, HrRuleEditor *self)
{
  take_row (self, row);
  ask (self, NULL);
  gtk_widget_grab_focus (self->add);
}

static void
remove_clicked_cb (GtkWidget *button, HrRuleEditor *self)
{
  removed_cb (gtk_widget_get_ancestor (button, ADW_TYPE_ENTRY_ROW), self);
}

static void
kind_changed_cb (HrRuleEditor *self)
{
  if (self->segment != NULL && !self->asking)
    ask (self, NULL);
}

/* A group is as good as what it was until its text can be read. */
static void
text_applied_cb (GtkWidget *row, HrRuleEditor *self)
{
  g_autoptr (GError) error = NULL;
  HrRule *rule = hr_rule_parse (gtk_editable_get_text (GTK_EDITABLE (row)), &error);

  if (rule == NULL)
    {
      gtk_widget_add_css_class (row, "error");
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
      return;
    }
  gtk_widget_remove_css_class (row, "error");
  g_object_set_data_full (G_OBJECT (row), "hr-rule", rule,
                          (GDestroyNotify) hr_rule_unref);
  ask (self, NULL);
}

static void
set_text_rule (GtkWidget *row, const HrRule *rule)
{
  g_autofree char *text = hr_rule_to_text (rule);

  g_object_set_data_full (G_OBJECT (row), "hr-rule", hr_rule_ref (rule),
                          (GDestroyNotify) hr_rule_unref);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static GtkWidget *
new_text_row (HrRuleEditor *self)
{
  GtkWidget *row = adw_entry_row_new ();
  GtkWidget *remove = gtk_button_new_from_icon_name ("list-remove-symbolic");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Group of Conditions"));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  gtk_widget_set_tooltip_text (remove, _ ("Remove Group"));
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), remove);
  g_signal_connect_object (row, "apply", G_CALLBACK (text_applied_cb), self, 0);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_clicked_cb), self, 0);
  return row;
}

static GtkWidget *
new_condition_row (HrRuleEditor *self, const HrRule *rule)
{
  GtkWidget *row = hr_condition_row_new (hr_document_get_plan (self->document), rule);

  g_signal_connect_object (row, "changed", G_CALLBACK (condition_changed_cb), self, 0);
  g_signal_connect_object (row, "left", G_CALLBACK (condition_left_cb), self, 0);
  g_signal_connect_object (row, "removed", G_CALLBACK (removed_cb), self, 0);
  return row;
}

static void
add_row (HrRuleEditor *self, const HrRule *rule)
{
  GtkWidget *row =
      is_condition (rule) ? new_condition_row (self, rule) : new_text_row (self);

  if (!is_condition (rule))
    set_text_rule (row, rule);
  g_ptr_array_add (self->rows, row);
  adw_preferences_group_remove (self->group, self->add); /* it stays the last */
  adw_preferences_group_add (self->group, row);
  adw_preferences_group_add (self->group, self->add);
}

static void
add_cb (HrRuleEditor *self)
{
  const HrRuleValue value = { .kind = HR_RULE_NUMBER, .number = 0 };
  g_autoptr (HrRule) condition =
      hr_rule_new_condition (HR_COLUMN_ARR, HR_RULE_AT_LEAST, &value, 1);

  add_row (self, condition);
  ask (self, NULL);
  gtk_widget_child_focus (g_ptr_array_index (self->rows, self->rows->len - 1),
                          GTK_DIR_TAB_FORWARD);
}

/* The rows follow the rule: where they can they stay, with the focus. */
static void
show_rule (HrRuleEditor *self)
{
  const HrRule *rule = self->segment != NULL ? self->segment->rule : NULL;
  guint n = rule != NULL ? get_n_parts (rule) : 0;
  gboolean any = rule != NULL && hr_rule_get_kind (rule) == HR_RULE_ANY;

  self->asking = TRUE;
  self->typing = NULL;
  adw_combo_row_set_selected (self->kind, any ? 1 : 0);
  while (self->rows->len > n)
    take_row (self, g_ptr_array_index (self->rows, self->rows->len - 1));
  for (guint i = 0; i < n; i++)
    {
      const HrRule *part = get_part (rule, i);
      GtkWidget *row = i < self->rows->len ? g_ptr_array_index (self->rows, i) : NULL;

      if (row != NULL && is_condition (part) != (gboolean) HR_IS_CONDITION_ROW (row))
        {
          while (self->rows->len > i)
            take_row (self, g_ptr_array_index (self->rows, self->rows->len - 1));
          row = NULL;
        }
      if (row == NULL)
        add_row (self, part);
      else if (hr_rule_equal (get_row_rule (row), part))
        continue;
      else if (is_condition (part))
        hr_condition_row_set_rule (HR_CONDITION_ROW (row), part);
      else
        set_text_rule (row, part);
    }
  self->asking = FALSE;
}

static void
rule_changed_cb (HrRuleEditor *self)
{
  if (!self->asking)
    show_rule (self);
}

static void
let_go (HrRuleEditor *self)
{
  if (self->segment != NULL)
    g_signal_handlers_disconnect_by_func (self->segment, rule_changed_cb, self);
  g_clear_object (&self->segment);
  g_clear_object (&self->document);
}

static void
hr_rule_editor_dispose (GObject *object)
{
  let_go (HR_RULE_EDITOR (object));
  g_clear_object (&HR_RULE_EDITOR (object)->add);

  G_OBJECT_CLASS (hr_rule_editor_parent_class)->dispose (object);
}

static void
hr_rule_editor_finalize (GObject *object)
{
  g_clear_pointer (&HR_RULE_EDITOR (object)->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (hr_rule_editor_parent_class)->finalize (object);
}

static void
hr_rule_editor_class_init (HrRuleEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = hr_rule_editor_dispose;
  object_class->finalize = hr_rule_editor_finalize;
}

static void
hr_rule_editor_init (HrRuleEditor *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (
      (const char *[]) { _ ("All conditions hold"), _ ("Any condition holds"), NULL });

  self->rows = g_ptr_array_new ();
  self->add = g_object_ref_sink (adw_button_row_new ());
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->kind = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_group_set_title (self->group, _ ("Rule"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->kind),
                                 _ ("Accounts for which"));
  adw_combo_row_set_model (self->kind, G_LIST_MODEL (kinds));
  g_signal_connect_swapped (self->kind, "notify::selected", G_CALLBACK (kind_changed_cb),
                            self);
  adw_preferences_group_set_description (
      self->group, _ ("An account goes to the first segment whose rule it matches"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->add), _ ("Add _Condition"));
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (self->add), TRUE);
  adw_button_row_set_start_icon_name (ADW_BUTTON_ROW (self->add), "list-add-symbolic");
  g_signal_connect_swapped (self->add, "activated", G_CALLBACK (add_cb), self);
  adw_preferences_group_add (self->group, GTK_WIDGET (self->kind));
  adw_preferences_group_add (self->group, self->add);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}

/**
 * hr_rule_editor_set_segment:
 * @self: an editor
 * @document: (nullable): the plan of @segment
 * @segment: (nullable): whose rule to build
 *
 * Shows the rule of a segment and follows it.
 */
void
hr_rule_editor_set_segment (HrRuleEditor *self, HrDocument *document, HrSegment *segment)
{
  g_return_if_fail (HR_IS_RULE_EDITOR (self));

  if (self->segment == segment)
    return;

  let_go (self);
  if (segment != NULL)
    {
      self->document = g_object_ref (document);
      self->segment = g_object_ref (segment);
      g_signal_connect_object (segment, "notify::rule", G_CALLBACK (rule_changed_cb),
                               self, G_CONNECT_SWAPPED);
    }
  show_rule (self);
}
