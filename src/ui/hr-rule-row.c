/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-rule-row.h"

#include <glib/gi18n-lib.h>

#include "hr-drop-down.h"
#include "hr-format.h"

/* A level further in; more levels than this are not told apart by their place. */
#define INDENT 16
#define MOST_INDENTS 6
#define MARGIN 6

/**
 * HrRuleRow:
 *
 * A part of a rule: a condition, or a group whose parts are in the rows below, further
 * in. Its handle is dragged, and opens a menu of the ways to move it; Alt and an arrow
 * key do the same.
 */
struct _HrRuleRow
{
  GtkListBoxRow parent_instance;

  GNode *node; /* unowned: the editor's */
  gboolean updating;

  GtkWidget *box;
  GtkWidget *handle;
  GtkWidget *content;
  GtkDropDown *kind; /* (nullable): of a group */
};

G_DEFINE_FINAL_TYPE (HrRuleRow, hr_rule_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  SIGNAL_STEPPED,
  SIGNAL_WRAPPED,
  SIGNAL_REMOVED,
  SIGNAL_ADDED,
  SIGNAL_KIND_CHOSEN,
  SIGNAL_DRAGGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *const STEPS[] = {
  [HR_RULE_STEP_UP] = "rule.up",
  [HR_RULE_STEP_DOWN] = "rule.down",
  [HR_RULE_STEP_IN] = "rule.in",
  [HR_RULE_STEP_OUT] = "rule.out",
};

/* Where the content of a row at some depth begins. */
int
hr_rule_row_get_indent (guint depth)
{
  return MARGIN + INDENT * (int) MIN (depth, MOST_INDENTS);
}

guint
hr_rule_row_get_depth (HrRuleRow *self)
{
  return g_node_depth (self->node) - 2; /* what lies in the root has depth 2 */
}

static void
step_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  for (guint i = 0; i < G_N_ELEMENTS (STEPS); i++)
    if (g_str_equal (STEPS[i], action_name))
      g_signal_emit (widget, signals[SIGNAL_STEPPED], 0, i);
}

/* Not by the actions: one that is not enabled would leave the key to the page. */
static gboolean
step_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  guint step = g_variant_get_uint32 (arguments);

  if (rtl && step == HR_RULE_STEP_IN)
    step = HR_RULE_STEP_OUT;
  else if (rtl && step == HR_RULE_STEP_OUT)
    step = HR_RULE_STEP_IN;
  g_signal_emit (widget, signals[SIGNAL_STEPPED], 0, step);
  return TRUE;
}

static void
wrap_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_WRAPPED], 0);
}

static void
hr_rule_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HrRuleRow *self = HR_RULE_ROW (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  guint depth = MIN (hr_rule_row_get_depth (self), MOST_INDENTS);
  GdkRGBA colour;

  gtk_widget_get_color (widget, &colour);
  colour.alpha *= 0.2f;
  for (guint i = 0; i < depth; i++)
    {
      int x = hr_rule_row_get_indent (i) + INDENT / 2;

      gtk_snapshot_append_color (
          snapshot, &colour,
          &GRAPHENE_RECT_INIT ((float) (rtl ? width - x - 2 : x), 0, 2, (float) height));
    }
  GTK_WIDGET_CLASS (hr_rule_row_parent_class)->snapshot (widget, snapshot);
}

static void
install_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    HrRuleStep step;
  } KEYS[] = {
    { GDK_KEY_Up, HR_RULE_STEP_UP },       { GDK_KEY_Down, HR_RULE_STEP_DOWN },
    { GDK_KEY_Right, HR_RULE_STEP_IN },    { GDK_KEY_Left, HR_RULE_STEP_OUT },
    { GDK_KEY_KP_Up, HR_RULE_STEP_UP },    { GDK_KEY_KP_Down, HR_RULE_STEP_DOWN },
    { GDK_KEY_KP_Right, HR_RULE_STEP_IN }, { GDK_KEY_KP_Left, HR_RULE_STEP_OUT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (STEPS); i++)
    gtk_widget_class_install_action (widget_class, STEPS[i], NULL, step_action);
  gtk_widget_class_install_action (widget_class, "rule.wrap", NULL, wrap_action);
  for (guint i = 0; i < G_N_ELEMENTS (KEYS); i++)
    gtk_widget_class_add_binding (widget_class, KEYS[i].key, GDK_ALT_MASK, step_key_cb,
                                  "u", (guint) KEYS[i].step);
}

static guint
add_signal (const char *name, guint n_params, GType type)
{
  return g_signal_new (name, HR_TYPE_RULE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, n_params, type);
}

static void
hr_rule_row_class_init (HrRuleRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = hr_rule_row_snapshot;
  /* The person wants to move it by a HrRuleStep, put it into a group, remove it, add a
   * condition to it, choose a HrRuleNodeKind, and begins (TRUE) or ends dragging it. */
  signals[SIGNAL_STEPPED] = add_signal ("stepped", 1, G_TYPE_UINT);
  signals[SIGNAL_WRAPPED] = add_signal ("wrapped", 0, G_TYPE_NONE);
  signals[SIGNAL_REMOVED] = add_signal ("removed", 0, G_TYPE_NONE);
  signals[SIGNAL_ADDED] = add_signal ("added", 0, G_TYPE_NONE);
  signals[SIGNAL_KIND_CHOSEN] = add_signal ("kind-chosen", 1, G_TYPE_UINT);
  signals[SIGNAL_DRAGGED] = add_signal ("dragged", 1, G_TYPE_BOOLEAN);
  install_keys (widget_class);
}

/* ---- Dragging ---- */

/* Not the row: GDK keeps what was dragged last, even when its window is gone. */
static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, HrRuleRow *self)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));
  g_autoptr (HrRule) rule = hr_rule_tree_to_rule (self->node);
  graphene_point_t hot = GRAPHENE_POINT_INIT ((float) x, (float) y);

  if (!gtk_widget_compute_point (self->handle, GTK_WIDGET (self), &hot, &hot))
    return NULL;
  gtk_drag_source_set_icon (source, picture, (int) hot.x, (int) hot.y);
  return gdk_content_provider_new_typed (HR_TYPE_RULE, rule);
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, HrRuleRow *self)
{
  g_signal_emit (self, signals[SIGNAL_DRAGGED], 0, TRUE);
}

static void
drag_end_cb (GtkDragSource *source, GdkDrag *drag, gboolean delete_data, HrRuleRow *self)
{
  g_signal_emit (self, signals[SIGNAL_DRAGGED], 0, FALSE);
}

/* Made when it is opened: a menu takes longer to make than the rest of the row. */
static void
open_menu_cb (GtkMenuButton *button, gpointer user_data)
{
  g_autoptr (GMenu) menu = g_menu_new (), steps = g_menu_new (), more = g_menu_new ();

  g_menu_append (steps, _ ("Move _Up"), STEPS[HR_RULE_STEP_UP]);
  g_menu_append (steps, _ ("Move _Down"), STEPS[HR_RULE_STEP_DOWN]);
  g_menu_append (steps, _ ("Move _Into the Group"), STEPS[HR_RULE_STEP_IN]);
  g_menu_append (steps, _ ("Move _Out of the Group"), STEPS[HR_RULE_STEP_OUT]);
  g_menu_append (more, _ ("Put into a _New Group"), "rule.wrap");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (steps));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));
  gtk_menu_button_set_popover (button,
                               gtk_popover_menu_new_from_model (G_MENU_MODEL (menu)));
}

static GtkWidget *
new_handle (HrRuleRow *self)
{
  GtkWidget *handle = gtk_menu_button_new ();
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (handle), "list-drag-handle-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (handle), open_menu_cb, NULL,
                                         NULL);
  gtk_widget_set_tooltip_text (handle, _ ("Drag to Move (Alt+Arrow Keys)"));
  gtk_widget_set_valign (handle, GTK_ALIGN_START);
  gtk_widget_add_css_class (handle, "flat");
  gtk_widget_add_css_class (handle, "drag-handle");
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (source),
                                              GTK_PHASE_CAPTURE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), self);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (source, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (handle, GTK_EVENT_CONTROLLER (source));
  return handle;
}

/* ---- A group ---- */

static void
kind_chosen_cb (HrRuleRow *self)
{
  if (!self->updating)
    g_signal_emit (self, signals[SIGNAL_KIND_CHOSEN], 0,
                   gtk_drop_down_get_selected (self->kind));
}

static void
added_cb (HrRuleRow *self)
{
  g_signal_emit (self, signals[SIGNAL_ADDED], 0);
}

static void
removed_cb (HrRuleRow *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVED], 0);
}

static GtkWidget *
new_button (HrRuleRow *self, const char *icon, const char *tooltip, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_swapped (button, "clicked", clicked, self);
  return button;
}

static GtkWidget *
new_group (HrRuleRow *self)
{
  const char *const kinds[] = { hr_format_rule_node_kind (HR_RULE_NODE_ALL),
                                hr_format_rule_node_kind (HR_RULE_NODE_ANY),
                                hr_format_rule_node_kind (HR_RULE_NODE_NONE), NULL };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->kind = GTK_DROP_DOWN (gtk_drop_down_new_from_strings (kinds));
  hr_drop_down_set_up (self->kind);
  gtk_widget_set_hexpand (GTK_WIDGET (self->kind), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->kind),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Group of Conditions"), -1);
  g_signal_connect_swapped (self->kind, "notify::selected", G_CALLBACK (kind_chosen_cb),
                            self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->kind));
  gtk_box_append (GTK_BOX (box),
                  new_button (self, "list-add-symbolic", _ ("Add Condition to the Group"),
                              G_CALLBACK (added_cb)));
  gtk_box_append (GTK_BOX (box),
                  new_button (self, "list-remove-symbolic", _ ("Remove Group"),
                              G_CALLBACK (removed_cb)));
  return box;
}

/* ---- The row ---- */

static void
hr_rule_row_init (HrRuleRow *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  self->handle = new_handle (self);
  gtk_box_append (GTK_BOX (self->box), self->handle);
  gtk_widget_set_margin_top (self->box, 8);
  gtk_widget_set_margin_bottom (self->box, 8);
  gtk_widget_set_margin_end (self->box, 8);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), self->box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

/**
 * hr_rule_row_new:
 * @plan: a plan
 * @node: a part of a rule of it
 *
 * Makes a row for a condition or a group; it stays what it is.
 */
GtkWidget *
hr_rule_row_new (HrPlan *plan, GNode *node)
{
  HrRuleRow *self = g_object_new (HR_TYPE_RULE_ROW, NULL);
  const HrRuleNode *data = hr_rule_tree_get (node);

  if (data->kind == HR_RULE_NODE_CONDITION)
    {
      self->content = hr_condition_editor_new (plan, data->condition);
      g_signal_connect_object (self->content, "removed", G_CALLBACK (removed_cb), self,
                               G_CONNECT_SWAPPED);
    }
  else
    {
      self->content = new_group (self);
    }
  gtk_widget_set_hexpand (self->content, TRUE);
  gtk_box_append (GTK_BOX (self->box), self->content);
  hr_rule_row_set_node (self, node);
  return GTK_WIDGET (self);
}

/**
 * hr_rule_row_fits:
 * @self: a row
 * @node: a part of a rule
 *
 * Says whether it can show it: conditions and groups have rows of their own.
 */
gboolean
hr_rule_row_fits (HrRuleRow *self, const GNode *node)
{
  return (self->kind == NULL) ==
         (hr_rule_tree_get (node)->kind == HR_RULE_NODE_CONDITION);
}

/**
 * hr_rule_row_set_node:
 * @self: a row
 * @node: what it shows, see hr_rule_row_fits()
 *
 * Shows a part of a rule as it is now, where it stands now.
 */
void
hr_rule_row_set_node (HrRuleRow *self, GNode *node)
{
  const HrRuleNode *data = hr_rule_tree_get (node);
  guint depth;

  g_return_if_fail (HR_IS_RULE_ROW (self) && hr_rule_row_fits (self, node));

  self->node = node;
  self->updating = TRUE;
  if (self->kind != NULL)
    gtk_drop_down_set_selected (self->kind, data->kind);
  else if (!hr_rule_equal (
               hr_condition_editor_get_rule (HR_CONDITION_EDITOR (self->content)),
               data->condition))
    hr_condition_editor_set_rule (HR_CONDITION_EDITOR (self->content), data->condition);
  self->updating = FALSE;

  depth = hr_rule_row_get_depth (self);
  gtk_widget_set_margin_start (self->box, hr_rule_row_get_indent (depth));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LEVEL,
                                  (int) depth + 1, -1);
  for (guint i = 0; i < G_N_ELEMENTS (STEPS); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), STEPS[i],
                                   hr_rule_tree_can_step (node, (HrRuleStep) i));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

GNode *
hr_rule_row_get_node (HrRuleRow *self)
{
  return self->node;
}

HrConditionEditor *
hr_rule_row_get_condition (HrRuleRow *self)
{
  return self->kind == NULL ? HR_CONDITION_EDITOR (self->content) : NULL;
}

/**
 * hr_rule_row_set_title:
 * @self: a row
 * @title: what it shows and where, in words
 *
 * Says what the row is to those who do not see it.
 */
void
hr_rule_row_set_title (HrRuleRow *self, const char *title)
{
  g_autofree char *move = g_strdup_printf (_ ("Move: %s"), title);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->handle),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, move, -1);
}
