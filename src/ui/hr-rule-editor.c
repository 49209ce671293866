/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-rule-editor.h"

#include <glib/gi18n-lib.h>

#include "hr-condition-row.h"
#include "hr-format.h"
#include "hr-window.h"

/**
 * HrRuleEditor:
 *
 * Builds the rule of a segment: all or any of some conditions, a row each. A rule that
 * nests deeper is shown in words and edited as text.
 *
 * While a value is typed each keystroke changes the plan, so that the counts follow; but
 * the keystrokes of one condition are one step of the history.
 */
struct _HrRuleEditor
{
  AdwBin parent_instance;

  HrDocument *document;
  HrSegment *segment;  /* (owned) (nullable) */
  const HrRule *shown; /* what the rows show; the segment owns it */
  guint64 revision;    /* of the step that the person is still typing */
  gboolean asking;     /* the change comes from here: the rows are right already */

  AdwPreferencesGroup *group;
  AdwComboRow *kind;
  GPtrArray *rows; /* (element-type GtkWidget): of the conditions, and the last */
};

G_DEFINE_FINAL_TYPE (HrRuleEditor, hr_rule_editor, ADW_TYPE_BIN)

static void rebuild (HrRuleEditor *self);

static gboolean
is_flat (const HrRule *rule)
{
  HrRuleKind kind = hr_rule_get_kind (rule);

  if (kind != HR_RULE_ALL && kind != HR_RULE_ANY)
    return FALSE;
  for (guint i = 0; i < hr_rule_get_n_children (rule); i++)
    if (hr_rule_get_kind (hr_rule_get_child (rule, i)) != HR_RULE_CONDITION)
      return FALSE;
  return TRUE;
}

/* What is still being typed is taken back first, so that it stays one step. */
static void
ask (HrRuleEditor *self, HrRule *rule, gboolean typing)
{
  HrHistory *history = hr_document_get_history (self->document);
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  self->asking = TRUE;
  if (typing && self->revision != 0 &&
      hr_history_get_revision (history) == self->revision)
    hr_history_undo (history);

  g_value_init (&value, HR_TYPE_RULE);
  g_value_set_boxed (&value, rule);
  if (!hr_history_set (history, self->segment, "rule", &value, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
  self->revision = typing ? hr_history_get_revision (history) : 0;
  self->shown = self->segment->rule;
  self->asking = FALSE;
}

static HrRule *
make_rule (HrRuleEditor *self, HrRule *more)
{
  g_autoptr (GPtrArray) children =
      g_ptr_array_new_with_free_func ((GDestroyNotify) hr_rule_unref);
  HrRuleKind kind =
      adw_combo_row_get_selected (self->kind) == 1 ? HR_RULE_ANY : HR_RULE_ALL;

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      if (HR_IS_CONDITION_ROW (row))
        g_ptr_array_add (children, hr_condition_row_get_rule (HR_CONDITION_ROW (row)));
    }
  if (more != NULL)
    g_ptr_array_add (children, hr_rule_ref (more));
  return hr_rule_new_group (kind, (HrRule *const *) children->pdata, children->len);
}

static void
condition_changed_cb (HrRuleEditor *self)
{
  g_autoptr (HrRule) rule = make_rule (self, NULL);

  ask (self, rule, TRUE);
}

static void
condition_removed_cb (HrConditionRow *row, HrRuleEditor *self)
{
  g_autoptr (HrRule) rule = NULL;

  g_ptr_array_remove (self->rows, row);
  adw_preferences_group_remove (self->group, GTK_WIDGET (row));
  rule = make_rule (self, NULL);
  ask (self, rule, FALSE);
}

static void
kind_changed_cb (HrRuleEditor *self)
{
  g_autoptr (HrRule) rule = NULL;

  if (self->segment == NULL || !is_flat (self->segment->rule) || self->asking)
    return;
  rule = make_rule (self, NULL);
  ask (self, rule, FALSE);
}

static void
add_cb (HrRuleEditor *self)
{
  const HrRuleValue value = { .kind = HR_RULE_NUMBER, .number = 100000 };
  g_autoptr (HrRule) condition =
      hr_rule_new_condition (HR_COLUMN_ARR, HR_RULE_AT_LEAST, &value, 1);
  g_autoptr (HrRule) rule = make_rule (self, condition);

  ask (self, rule, FALSE);
  rebuild (self);
}

static void
text_applied_cb (AdwEntryRow *row, HrRuleEditor *self)
{
  g_autoptr (GError) error = NULL;

  if (!hr_document_edit (self->document, self->segment, "rule",
                         gtk_editable_get_text (GTK_EDITABLE (row)), &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

static void
add_row (HrRuleEditor *self, GtkWidget *row)
{
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

static void
add_condition_rows (HrRuleEditor *self)
{
  const HrRule *rule = self->segment->rule;
  GtkWidget *add = adw_button_row_new ();

  for (guint i = 0; i < hr_rule_get_n_children (rule); i++)
    {
      GtkWidget *row = hr_condition_row_new (hr_document_get_plan (self->document),
                                             hr_rule_get_child (rule, i));

      g_signal_connect_object (row, "changed", G_CALLBACK (condition_changed_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "removed", G_CALLBACK (condition_removed_cb), self,
                               0);
      add_row (self, row);
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (add), _ ("Add _Condition"));
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (add), TRUE);
  adw_button_row_set_start_icon_name (ADW_BUTTON_ROW (add), "list-add-symbolic");
  g_signal_connect_object (add, "activated", G_CALLBACK (add_cb), self,
                           G_CONNECT_SWAPPED);
  add_row (self, add);
}

static void
add_text_row (HrRuleEditor *self)
{
  GtkWidget *row = adw_entry_row_new ();
  g_autofree char *text = hr_rule_to_text (self->segment->rule);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Rule"));
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  g_signal_connect_object (row, "apply", G_CALLBACK (text_applied_cb), self, 0);
  add_row (self, row);
}

static void
rebuild (HrRuleEditor *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  self->shown = NULL;
  if (self->segment == NULL)
    return;

  self->asking = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self->kind), is_flat (self->segment->rule));
  if (is_flat (self->segment->rule))
    {
      adw_combo_row_set_selected (
          self->kind, hr_rule_get_kind (self->segment->rule) == HR_RULE_ANY ? 1 : 0);
      add_condition_rows (self);
    }
  else
    add_text_row (self);
  self->shown = self->segment->rule;
  self->asking = FALSE;
}

static void
rule_changed_cb (HrRuleEditor *self)
{
  if (!self->asking && self->shown != self->segment->rule)
    rebuild (self);
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
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->kind = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_group_set_title (self->group, _ ("Rule"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->kind),
                                 _ ("Accounts for which"));
  adw_combo_row_set_model (self->kind, G_LIST_MODEL (kinds));
  g_signal_connect_swapped (self->kind, "notify::selected", G_CALLBACK (kind_changed_cb),
                            self);
  adw_preferences_group_add (self->group, GTK_WIDGET (self->kind));
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
  self->revision = 0;
  if (segment != NULL)
    {
      self->document = g_object_ref (document);
      self->segment = g_object_ref (segment);
      g_signal_connect_object (segment, "notify::rule", G_CALLBACK (rule_changed_cb),
                               self, G_CONNECT_SWAPPED);
    }
  rebuild (self);
}
