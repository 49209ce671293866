/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-rule-list.h"

#include <glib/gi18n-lib.h>

#include "hr-format.h"
#include "hr-rule-row.h"

/**
 * HrRuleList:
 *
 * The rows of a rule: what must hold, the conditions and groups, and what adds more.
 *
 * It owns the rule while it is built, as a tree. Whatever a person does to a row is done
 * to the tree, the rows follow it, and `changed` says so once the rule is whole again.
 */
struct _HrRuleList
{
  AdwBin parent_instance;

  HrPlan *plan;    /* (owned) (nullable) */
  GNode *root;     /* (owned) (nullable) */
  GPtrArray *rows; /* (element-type HrRuleRow): one for each node below the root */
  gboolean updating;

  GtkListBox *list;
  AdwComboRow *kind;
  GtkWidget *add;

  HrRuleRow *dragged; /* (nullable) */
  GNode *drop_group;  /* (nullable): where it would go */
  GNode *drop_before; /* (nullable) */
  graphene_rect_t drop_line;
};

G_DEFINE_FINAL_TYPE (HrRuleList, hr_rule_list, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_TRIED,
  SIGNAL_LEFT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static HrRuleRow *
get_row (HrRuleList *self, guint i)
{
  return g_ptr_array_index (self->rows, i);
}

static HrRuleRow *
find_row (HrRuleList *self, const GNode *node)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (hr_rule_row_get_node (get_row (self, i)) == node)
      return get_row (self, i);
  return NULL;
}

static char *
describe_place (HrRuleList *self, GNode *node)
{
  return hr_format_rule_place (node, self->plan->portfolio, self->plan->currency);
}

static void
show_titles (HrRuleList *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GNode *node = hr_rule_row_get_node (get_row (self, i));
      g_autofree char *title = describe_place (self, node);

      hr_rule_row_set_title (get_row (self, i), title);
    }
}

/* ---- The rows follow the tree ---- */

static gboolean
collect_cb (GNode *node, gpointer nodes)
{
  if (node->parent != NULL)
    g_ptr_array_add (nodes, node);
  return FALSE;
}

static void changed (HrRuleList *self, gpointer typing);

static void
condition_changed_cb (HrConditionEditor *editor, gboolean typing, HrRuleList *self)
{
  HrRuleRow *row =
      HR_RULE_ROW (gtk_widget_get_ancestor (GTK_WIDGET (editor), HR_TYPE_RULE_ROW));
  HrRuleNode *data = hr_rule_tree_get (hr_rule_row_get_node (row));

  hr_rule_unref (data->condition);
  data->condition = hr_rule_ref (hr_condition_editor_get_rule (editor));
  changed (self, typing ? editor : NULL);
}

/* The condition in its place among the others, though only for now. */
static void
condition_tried_cb (HrConditionEditor *editor, const HrRule *condition, HrRuleList *self)
{
  HrRuleRow *row =
      HR_RULE_ROW (gtk_widget_get_ancestor (GTK_WIDGET (editor), HR_TYPE_RULE_ROW));
  HrRuleNode *data = hr_rule_tree_get (hr_rule_row_get_node (row));
  HrRule *own = data->condition;
  g_autoptr (HrRule) rule = NULL;

  if (condition != NULL)
    {
      data->condition = (HrRule *) condition;
      rule = hr_rule_tree_to_rule (self->root);
      data->condition = own;
    }
  g_signal_emit (self, signals[SIGNAL_TRIED], 0, rule, condition);
}

static void
condition_left_cb (HrRuleList *self)
{
  g_signal_emit (self, signals[SIGNAL_LEFT], 0);
}

static void stepped_cb (HrRuleRow *row, guint step, HrRuleList *self);
static void wrapped_cb (HrRuleRow *row, HrRuleList *self);
static void removed_cb (HrRuleRow *row, HrRuleList *self);
static void added_cb (HrRuleRow *row, HrRuleList *self);
static void kind_chosen_cb (HrRuleRow *row, guint kind, HrRuleList *self);
static void dragged_cb (HrRuleRow *row, gboolean begins, HrRuleList *self);

static HrRuleRow *
new_row (HrRuleList *self, GNode *node)
{
  GtkWidget *row = hr_rule_row_new (self->plan, node);
  HrConditionEditor *condition = hr_rule_row_get_condition (HR_RULE_ROW (row));

  g_signal_connect_object (row, "stepped", G_CALLBACK (stepped_cb), self, 0);
  g_signal_connect_object (row, "wrapped", G_CALLBACK (wrapped_cb), self, 0);
  g_signal_connect_object (row, "removed", G_CALLBACK (removed_cb), self, 0);
  g_signal_connect_object (row, "added", G_CALLBACK (added_cb), self, 0);
  g_signal_connect_object (row, "kind-chosen", G_CALLBACK (kind_chosen_cb), self, 0);
  g_signal_connect_object (row, "dragged", G_CALLBACK (dragged_cb), self, 0);
  if (condition != NULL)
    {
      g_signal_connect_object (condition, "changed", G_CALLBACK (condition_changed_cb),
                               self, 0);
      g_signal_connect_object (condition, "tried", G_CALLBACK (condition_tried_cb), self,
                               0);
      g_signal_connect_object (condition, "left", G_CALLBACK (condition_left_cb), self,
                               G_CONNECT_SWAPPED);
    }
  return HR_RULE_ROW (row);
}

/* Whether a row shows already what another tree has. */
static gboolean
shows (HrRuleRow *row, const GNode *node)
{
  HrConditionEditor *condition = hr_rule_row_get_condition (row);

  return condition == NULL || hr_rule_equal (hr_condition_editor_get_rule (condition),
                                             hr_rule_tree_get (node)->condition);
}

/* Takes the row that is the best for a node: its own, one that shows the same already, or
 * any that can. */
static HrRuleRow *
take_row (GPtrArray *rows, const GNode *node, gboolean is_other_tree, gboolean any)
{
  for (guint i = 0; i < rows->len; i++)
    {
      HrRuleRow *row = g_ptr_array_index (rows, i);

      if (any || is_other_tree
              ? hr_rule_row_fits (row, node) && (any || shows (row, node))
              : hr_rule_row_get_node (row) == node)
        {
          g_ptr_array_remove_index (rows, i);
          return row;
        }
    }
  return NULL;
}

static void
match_rows (HrRuleList *self, GPtrArray *nodes, gboolean is_other_tree)
{
  g_autoptr (GPtrArray) old = g_steal_pointer (&self->rows);

  self->rows = g_ptr_array_new ();
  for (guint i = 0; i < nodes->len; i++)
    g_ptr_array_add (self->rows,
                     take_row (old, g_ptr_array_index (nodes, i), is_other_tree, FALSE));
  for (guint i = 0; i < nodes->len; i++)
    {
      GNode *node = g_ptr_array_index (nodes, i);

      if (self->rows->pdata[i] == NULL && is_other_tree)
        self->rows->pdata[i] = take_row (old, node, TRUE, TRUE);
      if (self->rows->pdata[i] == NULL)
        self->rows->pdata[i] = new_row (self, node);
      hr_rule_row_set_node (get_row (self, i), node);
    }
  for (guint i = 0; i < old->len; i++)
    {
      if (self->dragged == g_ptr_array_index (old, i))
        self->dragged = NULL;
      gtk_list_box_remove (self->list, g_ptr_array_index (old, i));
    }
}

/* Rows stay who they are wherever they go, and what has the focus keeps it. */
static void
show_tree (HrRuleList *self, gboolean is_other_tree)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = NULL, *now = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean moved = FALSE;

  if (self->root != NULL)
    g_node_traverse (self->root, G_PRE_ORDER, G_TRAVERSE_ALL, -1, collect_cb, nodes);
  if (now != NULL && gtk_widget_is_ancestor (now, GTK_WIDGET (self)))
    g_set_weak_pointer (&focus, now);
  self->updating = TRUE;
  if (self->root != NULL)
    adw_combo_row_set_selected (self->kind, hr_rule_tree_get (self->root)->kind);
  match_rows (self, nodes, is_other_tree);
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = GTK_WIDGET (get_row (self, i));

      if (gtk_list_box_get_row_at_index (self->list, (int) i + 1) ==
          GTK_LIST_BOX_ROW (row))
        continue;
      moved = TRUE;
      g_object_ref (row);
      if (gtk_widget_get_parent (row) != NULL)
        gtk_list_box_remove (self->list, row);
      gtk_list_box_insert (self->list, row, (int) i + 1);
      g_object_unref (row);
    }
  show_titles (self);
  self->updating = FALSE;
  if (moved && focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    gtk_widget_grab_focus (focus);
  g_clear_weak_pointer (&focus);
}

static void
changed (HrRuleList *self, gpointer typing)
{
  show_titles (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, typing);
}

/* ---- What a person does ---- */

static void
announce (HrRuleList *self, const char *text)
{
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
announce_place (HrRuleList *self, GNode *node)
{
  g_autofree char *text = describe_place (self, node);

  announce (self, text);
}

static void
finish (HrRuleList *self, GNode *node)
{
  show_tree (self, FALSE);
  changed (self, NULL);
  announce_place (self, node);
}

static void
stepped_cb (HrRuleRow *row, guint step, HrRuleList *self)
{
  GNode *node = hr_rule_row_get_node (row);

  if (hr_rule_tree_step (node, (HrRuleStep) step))
    finish (self, node);
  else
    announce (self, _ ("It cannot go further this way"));
}

static void
wrapped_cb (HrRuleRow *row, HrRuleList *self)
{
  GNode *node = hr_rule_row_get_node (row);

  if (hr_rule_tree_wrap (node))
    finish (self, node);
  else
    announce (self, _ ("Rules cannot nest deeper"));
}

static void
removed_cb (HrRuleRow *row, HrRuleList *self)
{
  hr_rule_tree_remove (hr_rule_row_get_node (row));
  show_tree (self, FALSE);
  changed (self, NULL);
  gtk_widget_grab_focus (self->add);
}

static void
kind_chosen_cb (HrRuleRow *row, guint kind, HrRuleList *self)
{
  GNode *node = hr_rule_row_get_node (row);

  if (hr_rule_tree_set_kind (node, (HrRuleNodeKind) kind))
    changed (self, NULL);
  else
    show_tree (self, FALSE);
}

static void
root_kind_chosen_cb (HrRuleList *self)
{
  guint kind = adw_combo_row_get_selected (self->kind);

  if (self->updating || self->root == NULL)
    return;
  if (hr_rule_tree_set_kind (self->root, (HrRuleNodeKind) kind))
    changed (self, NULL);
  else
    show_tree (self, FALSE);
}

/* A condition that every account matches is a place to begin. */
static HrRule *
new_condition (void)
{
  const HrRuleValue value = { .kind = HR_RULE_NUMBER, .number = 0 };

  return hr_rule_new_condition (HR_COLUMN_ARR, HR_RULE_AT_LEAST, &value, 1);
}

static void
add (HrRuleList *self, GNode *group, gboolean in_group)
{
  g_autoptr (HrRule) condition = new_condition ();
  GNode *node = hr_rule_tree_add (group, NULL, condition);

  if (node == NULL || (in_group && !hr_rule_tree_wrap (node)))
    {
      announce (self, _ ("Rules cannot nest deeper"));
      return;
    }
  show_tree (self, FALSE);
  changed (self, NULL);
  gtk_widget_child_focus (GTK_WIDGET (hr_rule_row_get_condition (find_row (self, node))),
                          GTK_DIR_TAB_FORWARD);
}

static void
added_cb (HrRuleRow *row, HrRuleList *self)
{
  add (self, hr_rule_row_get_node (row), FALSE);
}

static void
add_condition_cb (HrRuleList *self)
{
  add (self, self->root, FALSE);
}

static void
add_group_cb (HrRuleList *self)
{
  add (self, self->root, TRUE);
}

/* ---- Dragging ---- */

static void
forget_drop (HrRuleList *self)
{
  self->drop_group = self->drop_before = NULL;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
dragged_cb (HrRuleRow *row, gboolean begins, HrRuleList *self)
{
  self->dragged = begins ? row : NULL;
  forget_drop (self);
}

/* Behind the last of a group, how far out the pointer is says out of how many. */
static void
aim_behind (HrRuleList *self, GNode *node, double x)
{
  while (node->next == NULL && node->parent != self->root &&
         x < hr_rule_row_get_indent (g_node_depth (node) - 2))
    node = node->parent;
  self->drop_group = node->parent;
  self->drop_before = node->next;
}

static void
aim (HrRuleList *self, HrRuleRow *row, double x, gboolean is_upper_half)
{
  GNode *node = hr_rule_row_get_node (row);

  if (is_upper_half)
    {
      self->drop_group = node->parent;
      self->drop_before = node;
    }
  else if (hr_rule_tree_get (node)->kind != HR_RULE_NODE_CONDITION)
    {
      self->drop_group = node;
      self->drop_before = node->children;
    }
  else
    {
      aim_behind (self, node, x);
    }
}

/* Where the line is that shows where it would go. */
static void
place_line (HrRuleList *self, GtkWidget *row, gboolean is_upper_half)
{
  gboolean rtl = gtk_widget_get_direction (row) == GTK_TEXT_DIR_RTL;
  float indent = (float) hr_rule_row_get_indent (g_node_depth (self->drop_group) - 1);
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self)) - indent;
  graphene_point_t at =
      GRAPHENE_POINT_INIT (0, is_upper_half ? 0 : (float) gtk_widget_get_height (row));

  if (gtk_widget_compute_point (row, GTK_WIDGET (self), &at, &at))
    graphene_rect_init (&self->drop_line, rtl ? 0 : indent, at.y - 1.5f, width, 3);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static HrRuleRow *
get_row_at (HrRuleList *self, double y)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->list, (int) y);

  if (row == NULL || self->rows->len == 0)
    return NULL;
  if (HR_IS_RULE_ROW (row))
    return HR_RULE_ROW (row);
  return gtk_list_box_row_get_index (row) == 0 ? get_row (self, 0)
                                               : get_row (self, self->rows->len - 1);
}

static GdkDragAction
motion_cb (GtkDropTarget *target, double x, double y, HrRuleList *self)
{
  HrRuleRow *row = get_row_at (self, y);
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  GNode *node = self->dragged != NULL ? hr_rule_row_get_node (self->dragged) : NULL;
  gboolean is_upper_half;
  graphene_rect_t bounds;

  forget_drop (self);
  if (row == NULL || node == NULL ||
      !gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &bounds))
    return 0;
  is_upper_half = y < bounds.origin.y + bounds.size.height / 2;
  if (y > bounds.origin.y + bounds.size.height) /* over what adds more: the very end */
    x = 0;
  else if (rtl)
    x = gtk_widget_get_width (GTK_WIDGET (self->list)) - x;
  aim (self, row, x, is_upper_half);
  if (self->drop_group == node || g_node_is_ancestor (node, self->drop_group))
    {
      forget_drop (self);
      return 0;
    }
  place_line (self, GTK_WIDGET (row), is_upper_half);
  return GDK_ACTION_MOVE;
}

static void
leave_cb (HrRuleList *self)
{
  forget_drop (self);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, HrRuleList *self)
{
  GNode *node = self->dragged != NULL ? hr_rule_row_get_node (self->dragged) : NULL;
  GNode *group, *before;

  motion_cb (target, x, y, self);
  group = self->drop_group;
  before = self->drop_before;
  forget_drop (self);
  if (node == NULL || group == NULL || !hr_rule_tree_move (node, group, before))
    return FALSE;
  finish (self, node);
  return TRUE;
}

static void
hr_rule_list_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HrRuleList *self = HR_RULE_LIST (widget);
  HrRuleRow *dragged = self->dragged;
  g_autoptr (GdkRGBA) colour = NULL;

  GTK_WIDGET_CLASS (hr_rule_list_parent_class)->snapshot (widget, snapshot);
  if (dragged == NULL || self->drop_group == NULL)
    return;
  colour = adw_style_manager_get_accent_color_rgba (
      adw_style_manager_get_for_display (gtk_widget_get_display (widget)));
  gtk_snapshot_append_color (snapshot, colour, &self->drop_line);
}

/* ---- The widget ---- */

static void
hr_rule_list_dispose (GObject *object)
{
  HrRuleList *self = HR_RULE_LIST (object);

  g_clear_object (&self->plan);

  G_OBJECT_CLASS (hr_rule_list_parent_class)->dispose (object);
}

static void
hr_rule_list_finalize (GObject *object)
{
  HrRuleList *self = HR_RULE_LIST (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->root, hr_rule_tree_free);

  G_OBJECT_CLASS (hr_rule_list_parent_class)->finalize (object);
}

static void
hr_rule_list_class_init (HrRuleListClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hr_rule_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = hr_rule_list_finalize;
  GTK_WIDGET_CLASS (klass)->snapshot = hr_rule_list_snapshot;

  /**
   * HrRuleList::changed:
   * @typing: (nullable): where more of the same may come
   *
   * Emitted when the person has changed the rule.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 1, GTK_TYPE_WIDGET);
  /**
   * HrRuleList::tried:
   * @rule: (nullable): what it would be; %NULL for what it was
   * @condition: (nullable): the part that is tried
   *
   * Emitted while the person drags a threshold.
   */
  signals[SIGNAL_TRIED] = g_signal_new ("tried", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 2, HR_TYPE_RULE, HR_TYPE_RULE);
  /**
   * HrRuleList::left:
   *
   * Emitted when the person is done with typing.
   */
  signals[SIGNAL_LEFT] =
      g_signal_new ("left", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
new_add_row (HrRuleList *self, const char *title, GCallback activated)
{
  GtkWidget *row = adw_button_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  adw_button_row_set_start_icon_name (ADW_BUTTON_ROW (row), "list-add-symbolic");
  g_signal_connect_swapped (row, "activated", activated, self);
  gtk_list_box_append (self->list, row);
  return row;
}

static void
add_drop_target (HrRuleList *self)
{
  GtkDropTarget *target = gtk_drop_target_new (HR_TYPE_RULE, GDK_ACTION_MOVE);

  g_signal_connect (target, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (target));
}

static void
hr_rule_list_init (HrRuleList *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (
      (const char *[]) { _ ("All conditions hold"), _ ("Any condition holds"),
                         _ ("No condition holds"), NULL });

  self->rows = g_ptr_array_new ();
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Rule"), -1);
  self->kind = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->kind),
                                 _ ("Accounts for which"));
  adw_combo_row_set_model (self->kind, G_LIST_MODEL (kinds));
  g_signal_connect_swapped (self->kind, "notify::selected",
                            G_CALLBACK (root_kind_chosen_cb), self);
  gtk_list_box_append (self->list, GTK_WIDGET (self->kind));
  self->add = new_add_row (self, _ ("Add _Condition"), G_CALLBACK (add_condition_cb));
  new_add_row (self, _ ("Add _Group of Conditions"), G_CALLBACK (add_group_cb));
  add_drop_target (self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}

/**
 * hr_rule_list_set_rule:
 * @self: a list
 * @plan: (nullable): whose accounts it is about
 * @rule: (nullable): what to show
 *
 * Shows a rule. Where they can the rows stay, with the focus.
 */
void
hr_rule_list_set_rule (HrRuleList *self, HrPlan *plan, const HrRule *rule)
{
  GNode *before;

  g_return_if_fail (HR_IS_RULE_LIST (self));

  before = self->root;
  if (g_set_object (&self->plan, plan)) /* rows know their plan */
    {
      for (guint i = 0; i < self->rows->len; i++)
        gtk_list_box_remove (self->list, GTK_WIDGET (get_row (self, i)));
      g_ptr_array_set_size (self->rows, 0);
    }
  self->root = rule != NULL ? hr_rule_tree_new (rule) : NULL;
  show_tree (self, TRUE);
  g_clear_pointer (&before, hr_rule_tree_free);
}

HrRule *
hr_rule_list_get_rule (HrRuleList *self)
{
  g_return_val_if_fail (self->root != NULL, NULL);

  return hr_rule_tree_to_rule (self->root);
}
