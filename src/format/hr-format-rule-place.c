/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "hr-format-private.h"

/**
 * hr_format_rule_node_kind:
 * @kind: of a group
 *
 * Says what a group of conditions asks for.
 *
 * Returns: (transfer none): "Any of these holds"
 */
const char *
hr_format_rule_node_kind (HrRuleNodeKind kind)
{
  switch (kind)
    {
    case HR_RULE_NODE_ANY:
      return _ ("Any of these holds");
    case HR_RULE_NODE_NONE:
      return _ ("None of these holds");
    case HR_RULE_NODE_ALL:
    case HR_RULE_NODE_CONDITION:
    default:
      return _ ("All of these hold");
    }
}

/**
 * hr_format_rule_place:
 * @node: a part of a rule, not the root
 * @portfolio: (nullable): the accounts that it is for
 * @currency: (nullable): the code of the currency
 *
 * Says what a part of a rule is and where it stands, for those who do not see it.
 */
char *
hr_format_rule_place (GNode *node, HrPortfolio *portfolio, const char *currency)
{
  const HrRuleNode *data = hr_rule_tree_get (node);
  g_autofree char *words = data->kind == HR_RULE_NODE_CONDITION
                               ? hr_format_rule (data->condition, portfolio, currency)
                               : g_strdup (hr_format_rule_node_kind (data->kind));
  guint at = (guint) g_node_child_position (node->parent, node) + 1;
  guint n = g_node_n_children (node->parent);

  /* Translators: a condition, its place, and the group it is in: "ARR at least $75,000,
   * 2 of 3 in “Any of these holds”" */
  return g_strdup_printf (
      _ ("%s, %u of %u in “%s”"), words, at, n,
      hr_format_rule_node_kind (hr_rule_tree_get (node->parent)->kind));
}
