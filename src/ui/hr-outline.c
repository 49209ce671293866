/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-outline.h"

#include <glib/gi18n-lib.h>

#include "hr-dimension.h"
#include "hr-focus.h"
#include "hr-item-editor.h"
#include "hr-metric.h"
#include "hr-need.h"
#include "hr-outline-row.h"
#include "hr-persona.h"
#include "hr-playbook-step.h"
#include "hr-playbook.h"
#include "hr-resource.h"
#include "hr-scorecard.h"
#include "hr-stage.h"
#include "hr-transition.h"
#include "hr-window.h"

/**
 * HrOutline:
 *
 * Shows lists of items with all that the items own, as a tree, and edits every property
 * of the chosen one. It is made from the field tables, so it serves any type.
 */
struct _HrOutline
{
  AdwBin parent_instance;

  HrDocument *document; /* (nullable) */
  GtkSingleSelection *selection;
  HrItem *item;    /* (owned) (nullable): the chosen one */
  HrItem *removed; /* (owned) (nullable): chosen again if it comes back */

  AdwOverlaySplitView *split;
  GtkListView *view;
  GtkWidget *add_child_button;
  AdwButtonContent *add_child_content;
  GtkStack *states;
  HrItemEditor *editor;
};

G_DEFINE_FINAL_TYPE (HrOutline, hr_outline, ADW_TYPE_BIN)

/* Whole phrases, because in many languages the kind of thing changes the other words. */
static const struct
{
  GType (*type) (void);
  const char *add;  /* a button */
  const char *name; /* of a new one */
} WORDS[] = {
  { hr_persona_get_type, N_ ("Add Persona"), N_ ("New Persona") },
  { hr_need_get_type, N_ ("Add Need"), NULL },
  { hr_stage_get_type, N_ ("Add Stage"), N_ ("New Stage") },
  { hr_transition_get_type, N_ ("Add Transition"), NULL },
  { hr_scorecard_get_type, N_ ("Add Scorecard"), N_ ("New Scorecard") },
  { hr_dimension_get_type, N_ ("Add Dimension"), NULL },
  { hr_metric_get_type, N_ ("Add Metric"), N_ ("New Metric") },
  { hr_playbook_get_type, N_ ("Add Playbook"), N_ ("New Playbook") },
  { hr_playbook_step_get_type, N_ ("Add Step"), N_ ("New Step") },
};

static guint
find_words (GType type)
{
  for (guint i = 0; i < G_N_ELEMENTS (WORDS); i++)
    if (WORDS[i].type () == type)
      return i;
  g_return_val_if_reached (0);
}

static const HrField *
find_list_field (gpointer item)
{
  guint n_fields;
  const HrField *fields = hr_item_type_get_fields (G_OBJECT_TYPE (item), &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (fields[i].kind == HR_FIELD_LIST)
      return &fields[i];
  return NULL;
}

/* A node of the tree is a list, with its items below, or an item with what it owns.
 * Returns: (nullable): the list of what is below it */
static HrList *
get_child_list (gpointer node)
{
  const HrField *field;

  if (node == NULL || HR_IS_LIST (node))
    return node;
  field = find_list_field (node);
  return field != NULL ? hr_item_get_list (node, field) : NULL;
}

static GListModel *
list_children (gpointer node, gpointer user_data)
{
  HrList *list = get_child_list (node);

  return list != NULL ? g_object_ref (G_LIST_MODEL (list)) : NULL;
}

static gpointer
get_selected_node (HrOutline *self)
{
  GtkTreeListRow *row = self->selection != NULL
                            ? gtk_single_selection_get_selected_item (self->selection)
                            : NULL;

  return row != NULL ? gtk_tree_list_row_get_item (row) : NULL;
}

static void
describe_add (HrOutline *self, HrList *list)
{
  const char *label;

  gtk_widget_set_visible (self->add_child_button, list != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "outline.add-child", list != NULL);
  if (list == NULL)
    return;
  label = _ (WORDS[find_words (hr_list_get_item_type (list))].add);
  adw_button_content_set_label (self->add_child_content, label);
  gtk_widget_set_tooltip_text (self->add_child_button, label);
}

static void
selected_cb (HrOutline *self)
{
  g_autoptr (GObject) node = get_selected_node (self);
  gboolean is_item = node != NULL && HR_IS_ITEM (node);
  HrItem *item = is_item ? HR_ITEM (node) : NULL;

  g_set_object (&self->item, item);
  hr_item_editor_set_item (self->editor, self->document, self->item);
  gtk_stack_set_visible_child_name (self->states, is_item ? "item" : "none");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "outline.remove", is_item);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "outline.move", is_item);
  describe_add (self, get_child_list (node));
}

static void
activated_cb (HrOutline *self, guint position)
{
  adw_overlay_split_view_set_show_sidebar (self->split, TRUE);
}

static void
close_cb (HrOutline *self)
{
  adw_overlay_split_view_set_show_sidebar (self->split, FALSE);
}

/* A click is enough. The list's own way to say so also chooses what the pointer passes
 * over, and that would take the editor away from whoever types in it. */
static void
clicked_cb (GtkGestureClick *gesture, int n, double x, double y, GtkListItem *list_item)
{
  gtk_widget_activate_action (gtk_list_item_get_child (list_item), "list.activate-item",
                              "u", gtk_list_item_get_position (list_item));
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *list_item, HrOutline *self)
{
  GtkWidget *expander = gtk_tree_expander_new (), *row = hr_outline_row_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_object (click, "released", G_CALLBACK (clicked_cb), list_item, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), row);
  gtk_list_item_set_child (list_item, expander);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *list_item, HrOutline *self)
{
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (list_item));
  GtkTreeListRow *row = gtk_list_item_get_item (list_item);
  g_autoptr (GObject) node = gtk_tree_list_row_get_item (row);

  gtk_tree_expander_set_list_row (expander, row);
  hr_outline_row_set (HR_OUTLINE_ROW (gtk_tree_expander_get_child (expander)),
                      hr_document_get_plan (self->document), node);
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *list_item, HrOutline *self)
{
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (list_item));

  gtk_tree_expander_set_list_row (expander, NULL);
  hr_outline_row_set (HR_OUTLINE_ROW (gtk_tree_expander_get_child (expander)), NULL,
                      NULL);
}

/* A reference that must not be empty gets the first thing there is. */
static void
fill_required (HrPlan *plan, gpointer item)
{
  guint n_fields;
  const HrField *fields = hr_item_type_get_fields (G_OBJECT_TYPE (item), &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      HrList *list;

      if ((fields[i].flags & HR_FIELD_REQUIRED) == 0)
        continue;
      if (fields[i].kind == HR_FIELD_REF)
        {
          list = hr_plan_get_list (plan, fields[i].type ());
          if (list != NULL && hr_list_get_n (list) > 0)
            g_object_set (item, fields[i].name, hr_item_get_id (hr_list_get (list, 0)),
                          NULL);
        }
      else
        g_object_set (item, fields[i].name,
                      _ (WORDS[find_words (G_OBJECT_TYPE (item))].name), NULL);
    }
}

/**
 * hr_outline_add:
 * @self: an outline
 * @list: one of the lists it shows
 *
 * Adds a new item to a list and opens it.
 */
void
hr_outline_add (HrOutline *self, HrList *list)
{
  HrHistory *history = hr_document_get_history (self->document);
  g_autoptr (HrItem) item = hr_item_new (hr_list_get_item_type (list), NULL);
  g_autoptr (GError) error = NULL;

  fill_required (hr_document_get_plan (self->document), item);
  if (hr_history_insert (history, list, hr_list_get_n (list), item, &error))
    hr_outline_go_to (self, item, "name");
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

static void
add_child_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  HrOutline *self = HR_OUTLINE (widget);
  g_autoptr (GObject) node = get_selected_node (self);

  hr_outline_add (self, get_child_list (node));
}

static void
remove_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  HrOutline *self = HR_OUTLINE (widget);
  g_autoptr (HrItem) item = self->item != NULL ? g_object_ref (self->item) : NULL;

  if (item != NULL && hr_window_remove (HR_WINDOW (gtk_widget_get_root (widget)), item))
    g_set_object (&self->removed, item);
}

static void
move_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  HrOutline *self = HR_OUTLINE (widget);
  g_autoptr (HrItem) item = self->item != NULL ? g_object_ref (self->item) : NULL;
  HrList *list = item != NULL
                     ? hr_plan_find_owner (hr_document_get_plan (self->document), item)
                     : NULL;
  int step = g_variant_get_int32 (parameter);
  guint from;

  if (list == NULL || !hr_list_get_position (list, item, &from) ||
      (int) from + step < 0 || from + (guint) step >= hr_list_get_n (list))
    return;
  hr_history_move (hr_document_get_history (self->document), list, from,
                   from + (guint) step);
  hr_outline_go_to (self, item, NULL);
}

/* Whoever takes a removal back goes on with what was removed. */
static void
changed_cb (HrOutline *self)
{
  g_autoptr (HrItem) item = NULL;

  if (self->removed == NULL || !hr_document_holds (self->document, self->removed))
    return;
  item = g_steal_pointer (&self->removed);
  hr_outline_go_to (self, item, NULL);
}

static void
hr_outline_dispose (GObject *object)
{
  HrOutline *self = HR_OUTLINE (object);

  g_clear_object (&self->removed);
  g_clear_object (&self->item);
  g_clear_object (&self->selection);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (hr_outline_parent_class)->dispose (object);
}

static void
hr_outline_class_init (HrOutlineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hr_outline_dispose;

  gtk_widget_class_install_action (widget_class, "outline.add-child", NULL,
                                   add_child_action);
  gtk_widget_class_install_action (widget_class, "outline.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "outline.move", "i", move_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK,
                                       "outline.move", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK,
                                       "outline.move", "i", 1);

  g_type_ensure (HR_TYPE_ITEM_EDITOR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               HR_RESOURCE ("hr-outline.ui"));
  gtk_widget_class_bind_template_child (widget_class, HrOutline, split);
  gtk_widget_class_bind_template_child (widget_class, HrOutline, view);
  gtk_widget_class_bind_template_child (widget_class, HrOutline, add_child_button);
  gtk_widget_class_bind_template_child (widget_class, HrOutline, add_child_content);
  gtk_widget_class_bind_template_child (widget_class, HrOutline, states);
  gtk_widget_class_bind_template_child (widget_class, HrOutline, editor);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
}

static void
hr_outline_init (HrOutline *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  hr_focus_keep (GTK_WIDGET (self->split));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), self);
  gtk_list_view_set_factory (self->view, factory);
  selected_cb (self);
}

/* What a screen reader calls the list. */
void
hr_outline_set_title (HrOutline *self, const char *title)
{
  g_return_if_fail (HR_IS_OUTLINE (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

/**
 * hr_outline_set:
 * @self: an outline
 * @document: the plan
 * @lists: (array length=n_lists): the lists to show
 * @n_lists: how many
 *
 * Shows lists of a plan.
 */
void
hr_outline_set (HrOutline *self,
                HrDocument *document,
                HrList *const *lists,
                guint n_lists)
{
  GListStore *roots = g_list_store_new (HR_TYPE_LIST);
  GtkTreeListModel *tree;

  g_return_if_fail (HR_IS_OUTLINE (self));

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_func (self->document, changed_cb, self);
  g_clear_object (&self->removed);
  g_set_object (&self->document, document);
  g_signal_connect_object (document, "notify::capacity", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  for (guint i = 0; i < n_lists; i++)
    g_list_store_append (roots, lists[i]);
  tree = gtk_tree_list_model_new (G_LIST_MODEL (roots), FALSE, FALSE, list_children, NULL,
                                  NULL);
  for (guint i = 0; i < n_lists; i++)
    {
      g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_child_row (tree, i);

      gtk_tree_list_row_set_expanded (row, TRUE);
    }
  g_clear_object (&self->selection);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (tree));
  g_signal_connect_object (self->selection, "notify::selected-item",
                           G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  if (n_lists > 0 && hr_list_get_n (lists[0]) > 0)
    gtk_single_selection_set_selected (self->selection, 1); /* the first of the first */
  selected_cb (self);
}

static gboolean
is_other (gpointer node, gpointer item)
{
  return node != item;
}

static gboolean
contains (gpointer node, gpointer item)
{
  if (HR_IS_ITEM (node))
    return !hr_item_walk (node, is_other, item);
  for (guint i = 0; i < hr_list_get_n (node); i++)
    if (!hr_item_walk (hr_list_get (node, i), is_other, item))
      return TRUE;
  return FALSE;
}

/* A list that was never shown does not know yet where its rows lie. */
static gboolean
scroll_cb (GtkWidget *view, GdkFrameClock *clock, gpointer user_data)
{
  HrOutline *self = user_data;
  guint position = gtk_single_selection_get_selected (self->selection);

  if (gtk_widget_get_height (view) == 0)
    return G_SOURCE_CONTINUE;
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_list_view_scroll_to (self->view, position, GTK_LIST_SCROLL_NONE, NULL);
  return G_SOURCE_REMOVE;
}

/**
 * hr_outline_go_to:
 * @self: an outline
 * @item: an item
 * @property: (nullable): which of its properties
 *
 * Opens an item, if it is in one of the lists.
 *
 * Returns: whether it is
 */
gboolean
hr_outline_go_to (HrOutline *self, gpointer item, const char *property)
{
  GListModel *rows = G_LIST_MODEL (self->selection);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (rows, i);
      g_autoptr (GObject) node = gtk_tree_list_row_get_item (row);

      if (node != item)
        {
          if (contains (node, item)) /* what is in it follows it */
            gtk_tree_list_row_set_expanded (row, TRUE);
          continue;
        }
      gtk_list_view_scroll_to (self->view, i, GTK_LIST_SCROLL_SELECT, NULL);
      gtk_widget_add_tick_callback (GTK_WIDGET (self->view), scroll_cb, self, NULL);
      adw_overlay_split_view_set_show_sidebar (self->split, TRUE);
      hr_item_editor_focus (self->editor, property);
      return TRUE;
    }
  return FALSE;
}
