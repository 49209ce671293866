/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-condition-editor.h"

#include <glib/gi18n-lib.h>

#include "hr-condition-value.h"
#include "hr-drop-down.h"
#include "hr-format.h"
#include "hr-histogram-area.h"

/**
 * HrConditionEditor:
 *
 * One condition of a rule: "[ARR] [at least] [250,000]".
 *
 * What cannot be a value of the column is marked and says why; the condition stays what
 * it last was. The person's typing comes as `changed` with TRUE until `left`.
 *
 * A threshold can be dragged in a strip that shows how many accounts have which value:
 * `tried` comes for each place on its way, and one `changed` where it is let go.
 */
struct _HrConditionEditor
{
  AdwBin parent_instance;

  HrPlan *plan;
  HrRule *rule;      /* the last that was good */
  GStrv fields;      /* the columns that can be chosen */
  HrColumnType type; /* of the chosen one */
  GArray *ops;       /* (element-type HrRuleOp): as the drop-down has them */
  gboolean updating;

  GtkDropDown *field;
  GtkDropDown *op;
  GtkDropDown *flag; /* (nullable): until it is needed */
  GtkEntry *value;
  GtkMenuButton *choose;
  GtkWidget *box;
  HrHistogramArea *strip; /* (nullable): until it is needed */
  HrColumn *column;       /* (owned) (nullable): which it shows */
};

G_DEFINE_FINAL_TYPE (HrConditionEditor, hr_condition_editor, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_TRIED,
  SIGNAL_REMOVED,
  SIGNAL_LEFT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
hr_condition_editor_dispose (GObject *object)
{
  g_clear_object (&HR_CONDITION_EDITOR (object)->plan);

  G_OBJECT_CLASS (hr_condition_editor_parent_class)->dispose (object);
}

static void
hr_condition_editor_finalize (GObject *object)
{
  HrConditionEditor *self = HR_CONDITION_EDITOR (object);

  g_clear_pointer (&self->rule, hr_rule_unref);
  g_clear_pointer (&self->fields, g_strfreev);
  g_clear_pointer (&self->ops, g_array_unref);
  g_clear_pointer (&self->column, hr_column_unref);

  G_OBJECT_CLASS (hr_condition_editor_parent_class)->finalize (object);
}

static void
hr_condition_editor_class_init (HrConditionEditorClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hr_condition_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = hr_condition_editor_finalize;

  /**
   * HrConditionEditor::changed:
   * @typing: whether more of the same may come
   *
   * Emitted when the person changes the condition.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  /**
   * HrConditionEditor::tried:
   * @condition: (nullable): what it would be; %NULL for what it was
   *
   * Emitted while the person drags the threshold.
   */
  signals[SIGNAL_TRIED] = g_signal_new ("tried", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 1, HR_TYPE_RULE);
  /**
   * HrConditionEditor::removed:
   *
   * Emitted when the person wants the condition no more.
   */
  signals[SIGNAL_REMOVED] = g_signal_new ("removed", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
  /**
   * HrConditionEditor::left:
   *
   * Emitted when the person is done with typing.
   */
  signals[SIGNAL_LEFT] =
      g_signal_new ("left", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static const char *
get_field (HrConditionEditor *self)
{
  return self->fields[gtk_drop_down_get_selected (self->field)];
}

static HrRuleOp
get_op (HrConditionEditor *self)
{
  guint i = gtk_drop_down_get_selected (self->op);

  return g_array_index (self->ops, HrRuleOp, MIN (i, self->ops->len - 1));
}

static void
set_error (HrConditionEditor *self, const char *error)
{
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->value), error);
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (self->value), GTK_ACCESSIBLE_STATE_INVALID,
      error != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  if (error != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->value), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->value), "error");
}

/* ---- The strip ---- */

#define N_BINS 48

static const char *
get_currency (HrConditionEditor *self)
{
  return self->type == HR_COLUMN_MONEY ? self->plan->currency : NULL;
}

static HrRule *
make_condition (HrConditionEditor *self, double threshold)
{
  const HrRuleValue value = { .kind = HR_RULE_NUMBER, .number = threshold };

  return hr_rule_new_condition (get_field (self), get_op (self), &value, 1);
}

static void
set_value_text (HrConditionEditor *self, const HrRule *condition)
{
  g_autofree char *text = hr_condition_to_text (condition);

  self->updating = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->value), text);
  set_error (self, NULL);
  self->updating = FALSE;
}

static void
moved_cb (HrConditionEditor *self, guint threshold, double value, gboolean dragged)
{
  g_autoptr (HrRule) condition = make_condition (self, value);
  g_autofree char *text = hr_condition_to_text (condition);

  if (!dragged)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->value), text);
      return;
    }
  set_value_text (self, condition);
  hr_histogram_area_set_thresholds (self->strip, &value, 1);
  g_signal_emit (self, signals[SIGNAL_TRIED], 0, condition);
}

static void
dropped_cb (HrConditionEditor *self, guint threshold, double value)
{
  hr_rule_unref (self->rule);
  self->rule = make_condition (self, value);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, FALSE);
}

static void
cancelled_cb (HrConditionEditor *self, guint threshold, double before)
{
  set_value_text (self, self->rule);
  hr_histogram_area_set_thresholds (self->strip, &before, 1);
  g_signal_emit (self, signals[SIGNAL_TRIED], 0, NULL);
}

static void
strip_left_cb (HrConditionEditor *self)
{
  g_signal_emit (self, signals[SIGNAL_LEFT], 0);
}

static void
create_strip (HrConditionEditor *self)
{
  GtkWidget *strip = hr_histogram_area_new (TRUE);

  self->strip = HR_HISTOGRAM_AREA (strip);
  g_signal_connect_swapped (strip, "moved", G_CALLBACK (moved_cb), self);
  g_signal_connect_swapped (strip, "dropped", G_CALLBACK (dropped_cb), self);
  g_signal_connect_swapped (strip, "cancelled", G_CALLBACK (cancelled_cb), self);
  g_signal_connect_swapped (strip, "left", G_CALLBACK (strip_left_cb), self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (strip), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Accounts by Value"), -1);
  gtk_box_append (GTK_BOX (self->box), strip);
}

static HrColumn *
find_ordered_column (HrConditionEditor *self)
{
  HrColumn *column =
      self->plan->portfolio != NULL
          ? hr_portfolio_find_column (self->plan->portfolio, get_field (self))
          : NULL;

  return column != NULL && (hr_column_get_column_type (column) == HR_COLUMN_NUMBER ||
                            hr_column_get_column_type (column) == HR_COLUMN_MONEY)
             ? column
             : NULL;
}

/* Only where the accounts have values that can be more or less than a number. */
static void
show_strip (HrConditionEditor *self)
{
  HrColumn *column = find_ordered_column (self);
  HrRuleOp op = hr_rule_get_op (self->rule);
  gboolean upward = op == HR_RULE_AT_LEAST || op == HR_RULE_GREATER;
  gboolean wanted = column != NULL && get_op (self) == op &&
                    (upward || op == HR_RULE_AT_MOST || op == HR_RULE_LESS) &&
                    hr_rule_get_value (self->rule, 0)->kind == HR_RULE_NUMBER;
  double threshold;

  if (self->strip != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->strip), wanted);
  if (!wanted)
    return;

  if (self->strip == NULL)
    create_strip (self);
  if (self->column != column)
    {
      g_clear_pointer (&self->column, hr_column_unref);
      self->column = hr_column_ref (column);
      hr_histogram_area_set_histogram (
          self->strip, hr_histogram_new (column, NULL, 0, N_BINS), get_currency (self));
    }
  threshold = hr_rule_get_value (self->rule, 0)->number;
  hr_histogram_area_set_thresholds (self->strip, &threshold, 1);
  hr_histogram_area_set_matching (self->strip, upward ? 1 : 0);
  hr_histogram_area_set_handle_name (self->strip, 0, _ ("Threshold"));
}

/* The controls that fit what is chosen. */
static void
show_controls (HrConditionEditor *self)
{
  gboolean wants_value = get_op (self) != HR_RULE_IS_EMPTY;
  gboolean is_flag = self->type == HR_COLUMN_FLAG;
  g_autoptr (GPtrArray) texts = hr_condition_list_texts (self->plan, get_field (self));

  if (self->flag != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->flag), wants_value && is_flag);
  gtk_widget_set_visible (GTK_WIDGET (self->value), wants_value && !is_flag);
  gtk_widget_set_visible (GTK_WIDGET (self->choose),
                          wants_value && (texts != NULL || self->type == HR_COLUMN_DATE));
  gtk_menu_button_set_icon_name (self->choose, self->type == HR_COLUMN_DATE
                                                   ? "x-office-calendar-symbolic"
                                                   : "pan-down-symbolic");
}

static void chosen_cb (HrConditionEditor *self);

static void
set_label (gpointer widget, const char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}

/* Few conditions ask for yes or no, and a drop-down takes long to make. */
static GtkDropDown *
get_flag (HrConditionEditor *self)
{
  const char *const flags[] = { C_ ("value", "yes"), C_ ("value", "no"), NULL };
  GtkWidget *value = GTK_WIDGET (self->value);

  if (self->flag != NULL)
    return self->flag;
  self->flag = GTK_DROP_DOWN (gtk_drop_down_new_from_strings (flags));
  hr_drop_down_set_up (self->flag);
  set_label (self->flag, _ ("Value"));
  gtk_widget_set_hexpand (GTK_WIDGET (self->flag), TRUE);
  g_signal_connect_swapped (self->flag, "notify::selected", G_CALLBACK (chosen_cb), self);
  gtk_box_insert_child_after (GTK_BOX (gtk_widget_get_parent (value)),
                              GTK_WIDGET (self->flag), value);
  return self->flag;
}

static void
changed (HrConditionEditor *self, gboolean typing)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->value));
  g_autoptr (GError) error = NULL;
  HrRule *rule;

  if (self->updating)
    return;
  if (self->type == HR_COLUMN_FLAG)
    text = gtk_drop_down_get_selected (get_flag (self)) == 0 ? "true" : "false";
  rule = hr_condition_parse (get_field (self), self->type, get_op (self), text, &error);
  set_error (self, error != NULL ? error->message : NULL);
  show_controls (self);
  if (rule == NULL)
    return;

  hr_rule_unref (self->rule);
  self->rule = rule;
  show_strip (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, typing);
}

static void
typed_cb (HrConditionEditor *self)
{
  changed (self, TRUE);
}

static void
chosen_cb (HrConditionEditor *self)
{
  changed (self, FALSE);
}

/* Only what can be asked of such a column, and what the rule asks already. */
static void
list_operators (HrConditionEditor *self, HrRuleOp own)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  const char *word;
  HrRuleOp op;
  gboolean known, listed = FALSE;
  guint selected = 0;

  g_array_set_size (self->ops, 0);
  for (guint i = 0;
       (word = hr_condition_get_operators (self->type, i, &op, &known)) != NULL; i++)
    {
      if (!known && (op != own || listed))
        continue;
      if (op == own && !listed)
        {
          selected = self->ops->len;
          listed = TRUE;
        }
      gtk_string_list_append (words, word);
      g_array_append_val (self->ops, op);
    }
  gtk_drop_down_set_model (self->op, G_LIST_MODEL (words));
  gtk_drop_down_set_selected (self->op, selected);
}

static char *
get_first_value (HrConditionEditor *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GPtrArray) texts = hr_condition_list_texts (self->plan, get_field (self));

  if (self->type == HR_COLUMN_DATE)
    return g_date_time_format (now, "%Y-%m-%d");
  if (self->type == HR_COLUMN_TEXT)
    return g_strdup (texts != NULL ? g_ptr_array_index (texts, 0) : "");
  return g_strdup ("0");
}

/* Another column is compared in its own way, and with its own values. */
static void
field_chosen_cb (HrConditionEditor *self)
{
  g_autofree char *value = NULL;
  HrColumnType before = self->type;

  if (self->updating)
    return;
  self->updating = TRUE;
  self->type = hr_condition_get_column_type (self->plan, get_field (self));
  if (self->type != before || self->type == HR_COLUMN_TEXT)
    {
      value = get_first_value (self);
      list_operators (self,
                      self->type == HR_COLUMN_NUMBER || self->type == HR_COLUMN_MONEY
                          ? HR_RULE_AT_LEAST
                          : HR_RULE_EQUAL);
      gtk_editable_set_text (GTK_EDITABLE (self->value), value);
    }
  self->updating = FALSE;
  changed (self, FALSE);
}

static void
remove_cb (HrConditionEditor *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVED], 0);
}

/* A value that was never good gives way to the last that was. */
static void
left_cb (HrConditionEditor *self)
{
  g_autofree char *text = hr_condition_to_text (self->rule);

  if (gtk_widget_has_css_class (GTK_WIDGET (self->value), "error"))
    {
      self->updating = TRUE;
      gtk_editable_set_text (GTK_EDITABLE (self->value), text);
      set_error (self, NULL);
      self->updating = FALSE;
    }
  g_signal_emit (self, signals[SIGNAL_LEFT], 0);
}

static void
day_cb (GtkCalendar *calendar, HrConditionEditor *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (calendar);
  g_autofree char *text = g_date_time_format (date, "%Y-%m-%d");

  gtk_editable_set_text (GTK_EDITABLE (self->value), text);
}

static void
text_cb (GtkListBox *list, GtkListBoxRow *row, HrConditionEditor *self)
{
  const char *text = gtk_label_get_text (GTK_LABEL (gtk_list_box_row_get_child (row)));
  g_autofree char *parts =
      hr_condition_toggle_text (gtk_editable_get_text (GTK_EDITABLE (self->value)), text);

  gtk_editable_set_text (GTK_EDITABLE (self->value),
                         get_op (self) == HR_RULE_IN ? parts : text);
  if (get_op (self) != HR_RULE_IN)
    gtk_menu_button_popdown (self->choose);
}

static GtkWidget *
new_calendar (HrConditionEditor *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->value));
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autofree char *moment = g_strconcat (text, "T00:00:00", NULL);
  g_autoptr (GDateTime) day = g_date_time_new_from_iso8601 (moment, zone);
  GtkWidget *calendar = gtk_calendar_new ();

  if (day != NULL)
    gtk_calendar_select_day (GTK_CALENDAR (calendar), day);
  g_signal_connect_object (calendar, "day-selected", G_CALLBACK (day_cb), self, 0);
  return calendar;
}

static GtkWidget *
new_text_list (HrConditionEditor *self)
{
  g_autoptr (GPtrArray) texts = hr_condition_list_texts (self->plan, get_field (self));
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "navigation-sidebar");
  for (guint i = 0; texts != NULL && i < texts->len; i++)
    {
      GtkWidget *label = gtk_label_new (g_ptr_array_index (texts, i));

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_list_box_append (GTK_LIST_BOX (list), label);
    }
  g_signal_connect_object (list, "row-activated", G_CALLBACK (text_cb), self, 0);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 300);
  return scroller;
}

static void
open_cb (GtkMenuButton *button, gpointer user_data)
{
  HrConditionEditor *self = user_data;
  GtkWidget *popover = gtk_popover_new ();

  gtk_popover_set_child (GTK_POPOVER (popover), self->type == HR_COLUMN_DATE
                                                    ? new_calendar (self)
                                                    : new_text_list (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Values"), -1);
  gtk_menu_button_set_popover (button, popover);
}

static void
create_controls (HrConditionEditor *self)
{
  self->field = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  self->op = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  hr_drop_down_set_up (self->field);
  hr_drop_down_set_up (self->op);
  self->value = GTK_ENTRY (gtk_entry_new ());
  gtk_editable_set_width_chars (GTK_EDITABLE (self->value), 6);
  self->choose = GTK_MENU_BUTTON (gtk_menu_button_new ());
  set_label (self->field, _ ("Field"));
  set_label (self->op, _ ("Comparison"));
  set_label (self->value, _ ("Value"));
  set_label (self->choose, _ ("Choose a Value"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->choose), _ ("Choose a Value"));
  gtk_widget_add_css_class (GTK_WIDGET (self->choose), "flat");
  gtk_widget_set_hexpand (GTK_WIDGET (self->field), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->value), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->value), "numeric");
  gtk_menu_button_set_create_popup_func (self->choose, open_cb, self, NULL);
}

static void
connect_controls (HrConditionEditor *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (self->field, "notify::selected", G_CALLBACK (field_chosen_cb),
                            self);
  g_signal_connect_swapped (self->op, "notify::selected", G_CALLBACK (chosen_cb), self);
  g_signal_connect_swapped (self->value, "changed", G_CALLBACK (typed_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->value), focus);
}

static void
hr_condition_editor_init (HrConditionEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *what = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *value = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *remove = gtk_button_new_from_icon_name ("list-remove-symbolic");

  self->ops = g_array_new (FALSE, FALSE, sizeof (HrRuleOp));
  create_controls (self);
  gtk_widget_set_tooltip_text (remove, _ ("Remove Condition"));
  gtk_widget_add_css_class (remove, "flat");
  gtk_box_append (GTK_BOX (what), GTK_WIDGET (self->field));
  gtk_box_append (GTK_BOX (what), remove);
  gtk_box_append (GTK_BOX (value), GTK_WIDGET (self->op));
  gtk_box_append (GTK_BOX (value), GTK_WIDGET (self->value));
  gtk_box_append (GTK_BOX (value), GTK_WIDGET (self->choose));
  gtk_box_append (GTK_BOX (box), what);
  gtk_box_append (GTK_BOX (box), value);
  self->box = box;
  adw_bin_set_child (ADW_BIN (self), box);
  connect_controls (self);
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

GtkWidget *
hr_condition_editor_new (HrPlan *plan, const HrRule *condition)
{
  HrConditionEditor *self = g_object_new (HR_TYPE_CONDITION_EDITOR, NULL);

  self->plan = g_object_ref (plan);
  hr_condition_editor_set_rule (self, condition);
  return GTK_WIDGET (self);
}

/**
 * hr_condition_editor_set_rule:
 * @self: an editor
 * @condition: a condition
 *
 * Shows another condition.
 */
void
hr_condition_editor_set_rule (HrConditionEditor *self, const HrRule *condition)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *text = hr_condition_to_text (condition);
  const char *field = hr_rule_get_field (condition);
  guint selected = 0;

  g_return_if_fail (HR_IS_CONDITION_EDITOR (self));

  self->updating = TRUE;
  g_clear_pointer (&self->rule, hr_rule_unref);
  self->rule = hr_rule_ref (condition);
  g_strfreev (self->fields);
  self->fields = list_fields (self->plan, field);
  for (guint i = 0; self->fields[i] != NULL; i++)
    {
      gtk_string_list_append (names, hr_format_field_name (self->fields[i]));
      if (g_str_equal (self->fields[i], field))
        selected = i;
    }
  gtk_drop_down_set_model (self->field, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->field, selected);
  self->type = hr_condition_guess_type (self->plan, condition);
  list_operators (self, hr_rule_get_op (condition));
  if (self->type == HR_COLUMN_FLAG)
    gtk_drop_down_set_selected (get_flag (self), g_str_equal (text, "false") ? 1 : 0);
  gtk_editable_set_text (GTK_EDITABLE (self->value), text);
  set_error (self, NULL);
  show_controls (self);
  show_strip (self);
  self->updating = FALSE;
}

/**
 * hr_condition_editor_get_rule:
 * @self: an editor
 *
 * Gets the condition that it shows, or the last that was good.
 *
 * Returns: (transfer none): a condition
 */
const HrRule *
hr_condition_editor_get_rule (HrConditionEditor *self)
{
  g_return_val_if_fail (HR_IS_CONDITION_EDITOR (self), NULL);

  return self->rule;
}
