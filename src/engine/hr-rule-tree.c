/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-rule-tree.h"

static GNode *
new_node (HrRuleNodeKind kind, const HrRule *condition)
{
  HrRuleNode *data = g_new (HrRuleNode, 1);

  data->kind = kind;
  data->condition = condition != NULL ? hr_rule_ref (condition) : NULL;
  return g_node_new (data);
}

static gboolean
is_group (const GNode *node)
{
  return hr_rule_tree_get (node)->kind != HR_RULE_NODE_CONDITION;
}

static gboolean
free_data_cb (GNode *node, gpointer user_data)
{
  HrRuleNode *data = node->data;

  g_clear_pointer (&data->condition, hr_rule_unref);
  g_free (data);
  return FALSE;
}

/**
 * hr_rule_tree_free:
 * @root: (transfer full): a tree, or a part that was taken out of one
 *
 * Frees it with all it holds.
 */
void
hr_rule_tree_free (GNode *root)
{
  g_node_traverse (root, G_POST_ORDER, G_TRAVERSE_ALL, -1, free_data_cb, NULL);
  g_node_destroy (root);
}

static GNode *node_from_rule (const HrRule *rule);

static void
append_children (GNode *node, const HrRule *rule)
{
  for (guint i = 0; i < hr_rule_get_n_children (rule); i++)
    g_node_append (node, node_from_rule (hr_rule_get_child (rule, i)));
}

static GNode *
node_from_rule (const HrRule *rule)
{
  const HrRule *inner = rule;
  GNode *node;

  switch (hr_rule_get_kind (rule))
    {
    case HR_RULE_CONDITION:
      return new_node (HR_RULE_NODE_CONDITION, rule);
    case HR_RULE_NOT:
      inner = hr_rule_get_child (rule, 0);
      node = new_node (HR_RULE_NODE_NONE, NULL);
      if (hr_rule_get_kind (inner) == HR_RULE_ANY)
        append_children (node, inner);
      else
        g_node_append (node, node_from_rule (inner));
      return node;
    case HR_RULE_ALL:
    case HR_RULE_ANY:
    default:
      node = new_node (hr_rule_get_kind (rule) == HR_RULE_ALL ? HR_RULE_NODE_ALL
                                                              : HR_RULE_NODE_ANY,
                       NULL);
      append_children (node, rule);
      return node;
    }
}

/**
 * hr_rule_tree_new:
 * @rule: a rule
 *
 * Takes a rule apart. A condition alone becomes a group of one.
 *
 * Returns: (transfer full): the root, a group; see hr_rule_tree_free()
 */
GNode *
hr_rule_tree_new (const HrRule *rule)
{
  GNode *node = node_from_rule (rule), *root;

  if (is_group (node))
    return node;
  root = new_node (HR_RULE_NODE_ALL, NULL);
  g_node_append (root, node);
  return root;
}

/* "None of" one thing is "not" that thing. But not any of what is itself any of some
 * would be read as one group. */
static HrRule *
join (HrRuleNodeKind kind, HrRule *const *parts, guint n)
{
  g_autoptr (HrRule) any = NULL;

  if (kind != HR_RULE_NODE_NONE)
    return hr_rule_new_group (kind == HR_RULE_NODE_ALL ? HR_RULE_ALL : HR_RULE_ANY, parts,
                              n);
  if (n == 1 && hr_rule_get_kind (parts[0]) != HR_RULE_ANY)
    return hr_rule_new_group (HR_RULE_NOT, parts, 1);
  any = hr_rule_new_group (HR_RULE_ANY, parts, n);
  return hr_rule_new_group (HR_RULE_NOT, &any, 1);
}

/**
 * hr_rule_tree_to_rule:
 * @root: a tree, or a part of one
 *
 * Puts a rule together.
 *
 * Returns: (transfer full): the rule
 */
HrRule *
hr_rule_tree_to_rule (GNode *root)
{
  const HrRuleNode *data = hr_rule_tree_get (root);
  g_autoptr (GPtrArray) parts = NULL;

  if (data->kind == HR_RULE_NODE_CONDITION)
    return hr_rule_ref (data->condition);

  parts = g_ptr_array_new_with_free_func ((GDestroyNotify) hr_rule_unref);
  for (GNode *child = root->children; child != NULL; child = child->next)
    g_ptr_array_add (parts, hr_rule_tree_to_rule (child));
  return join (data->kind, (HrRule *const *) parts->pdata, parts->len);
}

/* Groups of "none" are two rules deep at most. */
static guint
get_depth (const GNode *node)
{
  guint deepest = 0;

  for (const GNode *child = node->children; child != NULL; child = child->next)
    deepest = MAX (deepest, get_depth (child));
  return deepest + (hr_rule_tree_get (node)->kind == HR_RULE_NODE_NONE ? 2 : 1);
}

static guint
get_depth_above (const GNode *node)
{
  guint depth = 0;

  for (; node != NULL; node = node->parent)
    depth += hr_rule_tree_get (node)->kind == HR_RULE_NODE_NONE ? 2 : 1;
  return depth;
}

/**
 * hr_rule_tree_add:
 * @group: a group
 * @before: (nullable): one of its members; %NULL for the end
 * @rule: a condition or a group
 *
 * Adds to a group.
 *
 * Returns: (transfer none) (nullable): what was added; %NULL if that would nest too deep
 */
GNode *
hr_rule_tree_add (GNode *group, GNode *before, const HrRule *rule)
{
  GNode *node;

  g_return_val_if_fail (is_group (group), NULL);

  node = node_from_rule (rule);
  if (get_depth_above (group) + get_depth (node) > HR_RULE_MAX_DEPTH)
    {
      hr_rule_tree_free (node);
      return NULL;
    }
  return g_node_insert_before (group, before, node);
}

static void
remove_empty (GNode *group)
{
  while (group->parent != NULL && group->children == NULL)
    {
      GNode *parent = group->parent;

      g_node_unlink (group);
      hr_rule_tree_free (group);
      group = parent;
    }
}

/**
 * hr_rule_tree_move:
 * @node: a condition or a group, not the root
 * @group: where to
 * @before: (nullable): which of its members it goes before; %NULL for the end
 *
 * Moves something with all it holds. The group that it leaves goes if it was the last.
 *
 * Returns: whether that changed anything: nothing goes into itself, where it stands
 *   already, or too deep
 */
gboolean
hr_rule_tree_move (GNode *node, GNode *group, GNode *before)
{
  GNode *left = node->parent;

  g_return_val_if_fail (left != NULL && is_group (group), FALSE);
  g_return_val_if_fail (before == NULL || before->parent == group, FALSE);

  if (group == node || g_node_is_ancestor (node, group) || before == node ||
      (group == left && before == node->next) ||
      get_depth_above (group) + get_depth (node) > HR_RULE_MAX_DEPTH)
    return FALSE;

  g_node_unlink (node);
  g_node_insert_before (group, before, node);
  remove_empty (left);
  return TRUE;
}

static gboolean
step_out (GNode *node, gboolean behind)
{
  GNode *group = node->parent;

  if (group->parent == NULL)
    return FALSE;
  return hr_rule_tree_move (node, group->parent, behind ? group->next : group);
}

static gboolean
step_in (GNode *node)
{
  if (node->prev != NULL && is_group (node->prev))
    return hr_rule_tree_move (node, node->prev, NULL);
  if (node->next != NULL && is_group (node->next))
    return hr_rule_tree_move (node, node->next, node->next->children);
  return FALSE;
}

/**
 * hr_rule_tree_step:
 * @node: a condition or a group, not the root
 * @step: which way
 *
 * Moves something by one step.
 *
 * Returns: whether there was a place to go to
 */
gboolean
hr_rule_tree_step (GNode *node, HrRuleStep step)
{
  g_return_val_if_fail (node->parent != NULL, FALSE);

  switch (step)
    {
    case HR_RULE_STEP_UP:
      return node->prev != NULL ? hr_rule_tree_move (node, node->parent, node->prev)
                                : step_out (node, FALSE);
    case HR_RULE_STEP_DOWN:
      return node->next != NULL ? hr_rule_tree_move (node, node->parent, node->next->next)
                                : step_out (node, TRUE);
    case HR_RULE_STEP_IN:
      return step_in (node);
    case HR_RULE_STEP_OUT:
      return step_out (node, TRUE);
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * hr_rule_tree_can_step:
 * @node: a condition or a group, not the root
 * @step: which way
 *
 * Says whether there is a place to go to.
 */
gboolean
hr_rule_tree_can_step (GNode *node, HrRuleStep step)
{
  gboolean is_inside = node->parent->parent != NULL;

  switch (step)
    {
    case HR_RULE_STEP_UP:
      return node->prev != NULL || is_inside;
    case HR_RULE_STEP_DOWN:
      return node->next != NULL || is_inside;
    case HR_RULE_STEP_IN:
      return (node->prev != NULL && is_group (node->prev)) ||
             (node->next != NULL && is_group (node->next));
    case HR_RULE_STEP_OUT:
      return is_inside;
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * hr_rule_tree_wrap:
 * @node: a condition or a group, not the root
 *
 * Puts something into a group of its own, where it stands: of "any" within "all", and of
 * "all" elsewhere.
 *
 * Returns: whether there is room for another level
 */
gboolean
hr_rule_tree_wrap (GNode *node)
{
  GNode *parent = node->parent, *next = node->next, *group;

  g_return_val_if_fail (parent != NULL, FALSE);

  if (get_depth_above (node) + get_depth (node) > HR_RULE_MAX_DEPTH)
    return FALSE;
  group =
      new_node (hr_rule_tree_get (parent)->kind == HR_RULE_NODE_ALL ? HR_RULE_NODE_ANY
                                                                    : HR_RULE_NODE_ALL,
                NULL);
  g_node_unlink (node);
  g_node_append (group, node);
  g_node_insert_before (parent, next, group);
  return TRUE;
}

/**
 * hr_rule_tree_set_kind:
 * @group: a group
 * @kind: all, any or none
 *
 * Says which of its members must hold.
 *
 * Returns: whether that changed anything; "none" may nest too deep
 */
gboolean
hr_rule_tree_set_kind (GNode *group, HrRuleNodeKind kind)
{
  HrRuleNode *data = hr_rule_tree_get (group);
  guint above = group->parent != NULL ? get_depth_above (group->parent) : 0;
  HrRuleNodeKind before = data->kind;

  g_return_val_if_fail (is_group (group) && kind != HR_RULE_NODE_CONDITION, FALSE);

  data->kind = kind;
  if (kind == HR_RULE_NODE_NONE && above + get_depth (group) > HR_RULE_MAX_DEPTH)
    data->kind = before;
  return data->kind != before;
}

/**
 * hr_rule_tree_remove:
 * @node: (transfer full): a condition or a group, not the root
 *
 * Removes something with all it holds, and the groups that held nothing else.
 */
void
hr_rule_tree_remove (GNode *node)
{
  GNode *group = node->parent;

  g_return_if_fail (group != NULL);

  g_node_unlink (node);
  hr_rule_tree_free (node);
  remove_empty (group);
}
