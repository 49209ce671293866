/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-matcher.h"
#include "hr-rule-tree.h"
#include "hr-test-plan.h"

/* Rules that are taken apart, moved about and put together. */

static HrRule *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  HrRule *rule = hr_rule_parse (text, &error);

  g_assert_no_error (error);
  return rule;
}

static GNode *
new_tree (const char *text)
{
  g_autoptr (HrRule) rule = parse (text);

  return hr_rule_tree_new (rule);
}

#define assert_tree(root, expected)                                                      \
  G_STMT_START                                                                           \
  {                                                                                      \
    g_autoptr (HrRule) rule_ = hr_rule_tree_to_rule (root);                              \
    g_autofree char *text_ = hr_rule_to_text (rule_);                                    \
    g_autoptr (HrRule) wanted_ = parse (expected);                                       \
    g_autofree char *other_ = hr_rule_to_text (wanted_);                                 \
    g_assert_cmpstr (text_, ==, other_);                                                 \
  }                                                                                      \
  G_STMT_END

/* The condition on a field. */
static GNode *
find (GNode *root, const char *field)
{
  const HrRuleNode *data = hr_rule_tree_get (root);

  if (data->kind == HR_RULE_NODE_CONDITION)
    return g_str_equal (hr_rule_get_field (data->condition), field) ? root : NULL;
  for (GNode *child = root->children; child != NULL; child = child->next)
    {
      GNode *found = find (child, field);

      if (found != NULL)
        return found;
    }
  return NULL;
}

#define RULE "a = 1 and (b = 2 or c = 3) and d = 4"

/* What each key does, from each place where it can be pressed. */
static const struct
{
  const char *name;
  const char *rule;
  const char *field;
  HrRuleStep step;
  const char *expected; /* NULL where there is nowhere to go */
} STEPS[] = {
  { "up", RULE, "d", HR_RULE_STEP_UP, "a = 1 and d = 4 and (b = 2 or c = 3)" },
  { "down", RULE, "a", HR_RULE_STEP_DOWN, "(b = 2 or c = 3) and a = 1 and d = 4" },
  { "up within", RULE, "c", HR_RULE_STEP_UP, "a = 1 and (c = 3 or b = 2) and d = 4" },
  { "up and out", RULE, "b", HR_RULE_STEP_UP,
    "a = 1 and b = 2 and any(c = 3) and d = 4" },
  { "down and out", RULE, "c", HR_RULE_STEP_DOWN,
    "a = 1 and any(b = 2) and c = 3 and d = 4" },
  { "top", RULE, "a", HR_RULE_STEP_UP, NULL },
  { "bottom", RULE, "d", HR_RULE_STEP_DOWN, NULL },
  { "into the one below", RULE, "a", HR_RULE_STEP_IN,
    "(a = 1 or b = 2 or c = 3) and d = 4" },
  { "into the one above", RULE, "d", HR_RULE_STEP_IN,
    "a = 1 and (b = 2 or c = 3 or d = 4)" },
  { "into none", RULE, "b", HR_RULE_STEP_IN, NULL },
  { "out", RULE, "b", HR_RULE_STEP_OUT, "a = 1 and any(c = 3) and b = 2 and d = 4" },
  { "out of the root", RULE, "a", HR_RULE_STEP_OUT, NULL },
  { "the last one out", "a = 1 and any(b = 2)", "b", HR_RULE_STEP_OUT,
    "a = 1 and b = 2" },
  { "out of not", "a = 1 and not b = 2", "b", HR_RULE_STEP_OUT, "a = 1 and b = 2" },
  { "into not", "a = 1 and not b = 2", "a", HR_RULE_STEP_IN,
    "all(not (a = 1 or b = 2))" },
};

static void
test_step (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  GNode *root;
  gboolean moved;

  root = new_tree (STEPS[i].rule);
  g_assert_cmpint (hr_rule_tree_can_step (find (root, STEPS[i].field), STEPS[i].step), ==,
                   STEPS[i].expected != NULL);
  moved = hr_rule_tree_step (find (root, STEPS[i].field), STEPS[i].step);
  g_assert_cmpint (moved, ==, STEPS[i].expected != NULL);
  assert_tree (root, STEPS[i].expected != NULL ? STEPS[i].expected : STEPS[i].rule);
  hr_rule_tree_free (root);
}

/* A group moves with all it holds, but not into itself. */
static void
test_groups (void)
{
  GNode *root = new_tree ("a = 1 and (b = 2 or (c = 3 and d = 4)) and e = 5");
  GNode *any = find (root, "b")->parent, *all = find (root, "c")->parent;

  g_assert_false (hr_rule_tree_move (any, all, NULL));
  g_assert_false (hr_rule_tree_move (any, any, NULL));
  g_assert_false (hr_rule_tree_move (any, root, any));
  g_assert_false (hr_rule_tree_move (any, root, any->next));
  g_assert_true (hr_rule_tree_move (all, root, root->children));
  assert_tree (root, "(c = 3 and d = 4) and a = 1 and any(b = 2) and e = 5");
  g_assert_true (hr_rule_tree_move (any, all, all->children->next));
  assert_tree (root, "(c = 3 and any(b = 2) and d = 4) and a = 1 and e = 5");
  hr_rule_tree_remove (find (root, "b")); /* and the group that held nothing else */
  assert_tree (root, "(c = 3 and d = 4) and a = 1 and e = 5");
  hr_rule_tree_free (root);
}

static void
test_wrap_and_kinds (void)
{
  GNode *root = new_tree ("a = 1 and b = 2");
  GNode *group;

  g_assert_true (hr_rule_tree_wrap (find (root, "a")));
  assert_tree (root, "any(a = 1) and b = 2");
  group = find (root, "a")->parent;
  g_assert_true (hr_rule_tree_wrap (find (root, "a")));
  assert_tree (root, "any(all(a = 1)) and b = 2");
  g_assert_false (hr_rule_tree_set_kind (group, HR_RULE_NODE_ANY));
  g_assert_true (hr_rule_tree_set_kind (group, HR_RULE_NODE_NONE));
  assert_tree (root, "not all(a = 1) and b = 2");
  g_assert_true (hr_rule_tree_set_kind (root, HR_RULE_NODE_NONE));
  assert_tree (root, "not (not all(a = 1) or b = 2)");
  hr_rule_tree_free (root);
}

/* Nothing that a person does makes a rule that nests deeper than rules may. */
static void
test_depth (void)
{
  GNode *root = new_tree ("a = 1 and b = 2");
  g_autoptr (HrRule) condition = parse ("c = 3"), rule = NULL;
  GNode *deepest;
  guint n = 0;

  while (hr_rule_tree_wrap (find (root, "a")))
    n++;
  g_assert_cmpuint (n, ==, HR_RULE_MAX_DEPTH - 2);
  deepest = find (root, "a")->parent;
  g_assert_true (hr_rule_tree_move (find (root, "b"), deepest, NULL));
  g_assert_nonnull (hr_rule_tree_add (deepest, NULL, condition));
  g_assert_false (hr_rule_tree_set_kind (deepest, HR_RULE_NODE_NONE));
  g_assert_false (hr_rule_tree_wrap (find (root, "b")));
  rule = hr_rule_tree_to_rule (root);
  g_assert_cmpuint (hr_rule_get_depth (rule), ==, HR_RULE_MAX_DEPTH);
  hr_rule_tree_free (root);
}

/* ---- Chance ---- */

static gboolean
collect_cb (GNode *node, gpointer data)
{
  g_ptr_array_add (data, node);
  return FALSE;
}

/* The conditions, sorted: moving keeps them all. */
static char *
list_conditions (GNode *root)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  g_node_traverse (root, G_PRE_ORDER, G_TRAVERSE_LEAVES, -1, collect_cb, all);
  for (guint i = 0; i < all->len; i++)
    {
      const HrRuleNode *data = hr_rule_tree_get (g_ptr_array_index (all, i));

      if (data->kind == HR_RULE_NODE_CONDITION)
        g_ptr_array_add (texts, hr_rule_to_text (data->condition));
    }
  g_ptr_array_sort_values (texts, (GCompareFunc) g_strcmp0);
  g_ptr_array_add (texts, NULL);
  return g_strjoinv ("\n", (char **) texts->pdata);
}

static void
assert_no_new_empty_group (GPtrArray *all)
{
  for (guint i = 0; i < all->len; i++)
    {
      GNode *node = g_ptr_array_index (all, i);

      if (node->parent != NULL && hr_rule_tree_get (node)->kind != HR_RULE_NODE_CONDITION)
        g_assert_nonnull (node->children);
    }
}

static gboolean
holds_empty_group (const HrRule *rule)
{
  if (hr_rule_get_kind (rule) == HR_RULE_CONDITION)
    return FALSE;
  for (guint i = 0; i < hr_rule_get_n_children (rule); i++)
    if (holds_empty_group (hr_rule_get_child (rule, i)))
      return TRUE;
  return hr_rule_get_n_children (rule) == 0;
}

static void
move_at_random (GRand *rand, GNode *root, GPtrArray *all)
{
  GNode *node = g_ptr_array_index (all, g_rand_int_range (rand, 0, (gint32) all->len));
  GNode *group = g_ptr_array_index (all, g_rand_int_range (rand, 0, (gint32) all->len));

  if (node->parent == NULL)
    return;
  if (g_rand_boolean (rand))
    hr_rule_tree_step (node, (HrRuleStep) g_rand_int_range (rand, 0, 4));
  else if (hr_rule_tree_get (group)->kind != HR_RULE_NODE_CONDITION)
    hr_rule_tree_move (node, group,
                       g_rand_boolean (rand) ? NULL : g_node_first_child (group));
}

#define N_ACCOUNTS 40

static void
assert_same_accounts (const HrRule *a, const HrRule *b, HrPortfolio *portfolio)
{
  g_autoptr (HrMatcher) matcher = hr_matcher_new (a, portfolio);
  g_autoptr (HrMatcher) other = hr_matcher_new (b, portfolio);
  guint8 matches[N_ACCOUNTS], others[N_ACCOUNTS];

  hr_matcher_run (matcher, 0, N_ACCOUNTS, matches);
  hr_matcher_run (other, 0, N_ACCOUNTS, others);
  g_assert_cmpmem (matches, N_ACCOUNTS, others, N_ACCOUNTS);
}

/* A rule taken apart and put together matches the same accounts; and moved about, it
 * keeps its conditions and gets no empty groups. */
static void
test_chance (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autoptr (HrPortfolio) portfolio = hr_test_random_portfolio (rand, N_ACCOUNTS);

  for (guint round = 0; round < 2000; round++)
    {
      g_autoptr (HrRule) rule = hr_test_random_rule (rand, 4);
      GNode *root = hr_rule_tree_new (rule), *again;
      g_autoptr (HrRule) first = hr_rule_tree_to_rule (root), second = NULL;
      g_autofree char *before = list_conditions (root);
      gboolean had_empty = holds_empty_group (rule);

      assert_same_accounts (rule, first, portfolio);
      again = hr_rule_tree_new (first);
      second = hr_rule_tree_to_rule (again);
      g_assert_true (hr_rule_equal (first, second));
      hr_rule_tree_free (again);
      for (guint move = 0; move < 10; move++)
        {
          g_autoptr (GPtrArray) all = g_ptr_array_new ();
          g_autofree char *after = NULL;

          g_node_traverse (root, G_PRE_ORDER, G_TRAVERSE_ALL, -1, collect_cb, all);
          if (!had_empty)
            assert_no_new_empty_group (all);
          move_at_random (rand, root, all);
          after = list_conditions (root);
          g_assert_cmpstr (after, ==, before);
        }
      hr_rule_tree_free (root);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (STEPS); i++)
    {
      g_autofree char *path = g_strdup_printf ("/rule-tree/step/%s", STEPS[i].name);

      g_test_add_data_func (g_strdelimit (path, " ", '-'), GUINT_TO_POINTER (i),
                            test_step);
    }
  g_test_add_func ("/rule-tree/groups", test_groups);
  g_test_add_func ("/rule-tree/wrap-and-kinds", test_wrap_and_kinds);
  g_test_add_func ("/rule-tree/depth", test_depth);
  g_test_add_func ("/rule-tree/chance", test_chance);
  return g_test_run ();
}
