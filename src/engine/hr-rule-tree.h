/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-rule.h"

G_BEGIN_DECLS

/* A rule while it is built: a tree of groups and conditions that can be moved about. A
 * GNode each, so GLib knows who stands where; its data is a HrRuleNode.
 *
 * The root is always a group. A group that loses its last member goes with it, because
 * all of nothing is every account and any of nothing is none: nobody means that. */

/**
 * HrRuleNodeKind:
 * @HR_RULE_NODE_NONE: "not any", which a rule writes as two groups
 *
 * What people call the groups.
 */
typedef enum
{
  HR_RULE_NODE_ALL,
  HR_RULE_NODE_ANY,
  HR_RULE_NODE_NONE,
  HR_RULE_NODE_CONDITION,
} HrRuleNodeKind;

typedef struct
{
  HrRuleNodeKind kind;
  HrRule *condition; /* (owned) (nullable): %NULL for a group */
} HrRuleNode;

/**
 * HrRuleStep:
 * @HR_RULE_STEP_UP: before the one above; the first of a group goes out of it
 * @HR_RULE_STEP_DOWN: behind the one below; the last of a group goes out of it
 * @HR_RULE_STEP_IN: into the group above, or else into that below
 * @HR_RULE_STEP_OUT: out of its group, behind it
 *
 * What a key moves.
 */
typedef enum
{
  HR_RULE_STEP_UP,
  HR_RULE_STEP_DOWN,
  HR_RULE_STEP_IN,
  HR_RULE_STEP_OUT,
} HrRuleStep;

GNode *hr_rule_tree_new (const HrRule *rule) G_GNUC_WARN_UNUSED_RESULT;
void hr_rule_tree_free (GNode *root);
HrRule *hr_rule_tree_to_rule (GNode *root) G_GNUC_WARN_UNUSED_RESULT;

GNode *hr_rule_tree_add (GNode *group, GNode *before, const HrRule *rule);
gboolean hr_rule_tree_move (GNode *node, GNode *group, GNode *before);
gboolean hr_rule_tree_step (GNode *node, HrRuleStep step);
gboolean hr_rule_tree_can_step (GNode *node, HrRuleStep step);
gboolean hr_rule_tree_wrap (GNode *node);
gboolean hr_rule_tree_set_kind (GNode *group, HrRuleNodeKind kind);
void hr_rule_tree_remove (GNode *node);

static inline HrRuleNode *
hr_rule_tree_get (const GNode *node)
{
  return node->data;
}

G_END_DECLS
