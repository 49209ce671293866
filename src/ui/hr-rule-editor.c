/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-rule-editor.h"

#include <glib/gi18n-lib.h>

#include "hr-rule-examples.h"
#include "hr-rule-list.h"

/**
 * HrRuleEditor:
 *
 * Builds the rule of a segment and shows whom it takes in.
 *
 * While a value is typed each keystroke changes the plan, so that the counts follow; but
 * what is typed into one condition, up to leaving it, is one step of the history. While a
 * threshold is dragged the plan stays as it is and only the answer follows; where it is
 * let go is one step.
 */
struct _HrRuleEditor
{
  AdwBin parent_instance;

  HrDocument *document;
  HrSegment *segment; /* (owned) (nullable) */
  gpointer typing;    /* unowned, only compared: the condition that is being typed into */
  guint64 revision;   /* of the step that it has made */
  gboolean asking;    /* the change comes from here: the rows are right already */

  HrRuleList *list;
  HrRuleExamples *examples;
};

G_DEFINE_FINAL_TYPE (HrRuleEditor, hr_rule_editor, ADW_TYPE_BIN)

/* What is still being typed is taken back first, so that it stays one step. */
static void
changed_cb (HrRuleEditor *self, gpointer typing)
{
  HrHistory *history = hr_document_get_history (self->document);
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;
  guint64 before;

  g_value_init (&value, HR_TYPE_RULE);
  g_value_take_boxed (&value, hr_rule_list_get_rule (self->list));
  hr_rule_examples_set_condition (self->examples, NULL);
  self->asking = TRUE;
  if (typing != NULL && typing == self->typing &&
      hr_history_get_revision (history) == self->revision)
    hr_history_undo (history);
  before = hr_history_get_revision (history);
  if (!hr_history_set (history, self->segment, "rule", &value, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
  hr_document_try_rule (self->document, NULL, NULL); /* if it is back where it was */
  self->revision = hr_history_get_revision (history);
  self->typing = self->revision != before ? typing : NULL; /* else no step is its own */
  self->asking = FALSE;
}

static void
tried_cb (HrRuleEditor *self, const HrRule *rule, const HrRule *condition)
{
  hr_rule_examples_set_condition (self->examples, condition);
  hr_document_try_rule (self->document, self->segment, rule);
}

static void
left_cb (HrRuleEditor *self)
{
  self->typing = NULL;
}

static void
show_rule (HrRuleEditor *self)
{
  HrPlan *plan = self->segment != NULL ? hr_document_get_plan (self->document) : NULL;

  self->typing = NULL;
  hr_rule_list_set_rule (self->list, plan,
                         self->segment != NULL ? self->segment->rule : NULL);
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
    {
      g_signal_handlers_disconnect_by_func (self->segment, rule_changed_cb, self);
      hr_document_try_rule (self->document, NULL, NULL);
    }
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
hr_rule_editor_class_init (HrRuleEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hr_rule_editor_dispose;
}

static void
hr_rule_editor_init (HrRuleEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *group = adw_preferences_group_new ();

  self->list = g_object_new (HR_TYPE_RULE_LIST, NULL);
  self->examples = g_object_new (HR_TYPE_RULE_EXAMPLES, NULL);
  g_signal_connect_swapped (self->list, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->list, "tried", G_CALLBACK (tried_cb), self);
  g_signal_connect_swapped (self->list, "left", G_CALLBACK (left_cb), self);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Rule"));
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (group),
      _ ("An account goes to the first segment whose rule it matches"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), group);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->examples));
  adw_bin_set_child (ADW_BIN (self), box);
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
  hr_rule_examples_set_segment (self->examples, document, segment);
}
