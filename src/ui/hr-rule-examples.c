/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-rule-examples.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "hr-example-table.h"
#include "hr-format.h"

/**
 * HrRuleExamples:
 *
 * Whom the rule of a segment takes in: how many accounts, their ARR, the people they
 * need, and ten of them. While a threshold is dragged these are the ten next to it, who
 * come and go with it; otherwise the ten with the most ARR.
 */
struct _HrRuleExamples
{
  AdwBin parent_instance;

  HrDocument *document; /* (owned) (nullable) */
  HrSegment *segment;   /* (owned) (nullable) */
  HrRule *condition;    /* (owned) (nullable): which is dragged */
  guint tick;           /* shown with the next frame */

  GtkLabel *figures;
  GtkLabel *people;
  GtkLabel *which;
  HrExampleTable *table;
};

G_DEFINE_FINAL_TYPE (HrRuleExamples, hr_rule_examples, ADW_TYPE_BIN)

static void
show_figures (HrRuleExamples *self, const HrSegmentCapacity *answer)
{
  const char *currency = hr_document_get_plan (self->document)->currency;
  g_autofree char *customers = hr_format_number (answer->customers, 0);
  g_autofree char *arr = hr_format_money_compact (answer->arr, currency);
  g_autofree char *people = hr_format_people (answer->fte);
  g_autofree char *text = g_strdup_printf (_ ("%s customers · %s ARR"), customers, arr);
  g_autofree char *needed = g_strdup_printf (_ ("%s people needed"), people);

  gtk_label_set_text (self->figures, text);
  gtk_label_set_text (self->people, needed);
}

static void
find_examples (HrRuleExamples *self, guint position, HrExamples *examples)
{
  HrSegmentation *segmentation = hr_document_get_segmentation (self->document);
  HrPortfolio *portfolio = hr_segmentation_get_portfolio (segmentation);
  const char *field =
      self->condition != NULL ? hr_rule_get_field (self->condition) : HR_COLUMN_ARR;
  double threshold =
      self->condition != NULL ? hr_rule_get_value (self->condition, 0)->number : NAN;

  examples->n = 0;
  if (portfolio != NULL && position < hr_segmentation_get_n_segments (segmentation))
    hr_examples_find (examples, segmentation, (guint16) position,
                      hr_portfolio_find_column (portfolio, field), threshold);
}

static void
show_values (HrRuleExamples *self)
{
  HrPlan *plan = self->segment != NULL ? hr_document_get_plan (self->document) : NULL;
  const HrSegmentCapacity *answer =
      self->segment != NULL
          ? hr_capacity_find_segment (hr_document_get_capacity (self->document),
                                      self->segment)
          : NULL;
  HrExamples examples;
  guint position;

  if (answer == NULL || !hr_list_get_position (plan->segments, self->segment, &position))
    return;
  find_examples (self, position, &examples);
  show_figures (self, answer);
  gtk_label_set_text (self->which,
                      examples.n == 0
                          ? (plan->portfolio == NULL ? _ ("No accounts are imported yet")
                                                     : _ ("It takes in no account"))
                      : self->condition != NULL ? _ ("Those next to the threshold")
                                                : _ ("Those with the most ARR"));
  hr_example_table_show (self->table, plan, &examples,
                         self->condition != NULL ? hr_rule_get_field (self->condition)
                                                 : HR_COLUMN_ARR);
}

static gboolean
frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  HrRuleExamples *self = HR_RULE_EXAMPLES (widget);

  self->tick = 0;
  show_values (self);
  return G_SOURCE_REMOVE;
}

/* Once per frame, and not for those who do not look. */
static void
capacity_changed_cb (HrRuleExamples *self)
{
  if (self->tick == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), frame_cb, NULL, NULL);
}

static void
hr_rule_examples_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (hr_rule_examples_parent_class)->map (widget);
  show_values (HR_RULE_EXAMPLES (widget));
}

static void
hr_rule_examples_unmap (GtkWidget *widget)
{
  HrRuleExamples *self = HR_RULE_EXAMPLES (widget);

  if (self->tick != 0)
    gtk_widget_remove_tick_callback (widget, self->tick);
  self->tick = 0;
  GTK_WIDGET_CLASS (hr_rule_examples_parent_class)->unmap (widget);
}

static void
let_go (HrRuleExamples *self)
{
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_func (self->document, capacity_changed_cb, self);
  g_clear_object (&self->document);
  g_clear_object (&self->segment);
  g_clear_pointer (&self->condition, hr_rule_unref);
}

static void
hr_rule_examples_dispose (GObject *object)
{
  let_go (HR_RULE_EXAMPLES (object));

  G_OBJECT_CLASS (hr_rule_examples_parent_class)->dispose (object);
}

static void
hr_rule_examples_class_init (HrRuleExamplesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hr_rule_examples_dispose;
  widget_class->map = hr_rule_examples_map;
  widget_class->unmap = hr_rule_examples_unmap;
}

/* One line each, so that nothing jumps while the figures change. */
static GtkLabel *
add_label (GtkWidget *box, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 20);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
hr_rule_examples_init (HrRuleExamples *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Whom It Takes In"));
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "examples");
  self->figures = add_label (box, "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->figures), "heading");
  self->people = add_label (box, "numeric");
  self->which = add_label (box, "dim-label");
  self->table = g_object_new (HR_TYPE_EXAMPLE_TABLE, NULL);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->table));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), box);
  adw_bin_set_child (ADW_BIN (self), group);
}

/**
 * hr_rule_examples_set_segment:
 * @self: the examples
 * @document: (nullable): the plan of @segment
 * @segment: (nullable): whose accounts to show
 *
 * Shows whom a segment takes in, and follows it.
 */
void
hr_rule_examples_set_segment (HrRuleExamples *self,
                              HrDocument *document,
                              HrSegment *segment)
{
  g_return_if_fail (HR_IS_RULE_EXAMPLES (self));

  let_go (self);
  if (segment == NULL)
    return;
  self->document = g_object_ref (document);
  self->segment = g_object_ref (segment);
  g_signal_connect_object (document, "notify::capacity", G_CALLBACK (capacity_changed_cb),
                           self, G_CONNECT_SWAPPED);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_values (self);
}

/**
 * hr_rule_examples_set_condition:
 * @self: the examples
 * @condition: (nullable): a condition with a threshold that is dragged
 *
 * Shows those next to a threshold from the next change of the answer on.
 */
void
hr_rule_examples_set_condition (HrRuleExamples *self, const HrRule *condition)
{
  g_return_if_fail (HR_IS_RULE_EXAMPLES (self));

  g_clear_pointer (&self->condition, hr_rule_unref);
  if (condition != NULL)
    self->condition = hr_rule_ref (condition);
}
