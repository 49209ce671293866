/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "hr-list.h"
#include "hr-role.h"
#include "hr-segment.h"

/* A list of roles whose ids are single letters, and what it said last. */
typedef struct
{
  HrList *list;
  guint n_signals;
  guint position;
  guint n_removed;
  guint n_added;
} Fixture;

static void
items_changed_cb (
    GListModel *model, guint position, guint n_removed, guint n_added, Fixture *fixture)
{
  fixture->n_signals++;
  fixture->position = position;
  fixture->n_removed = n_removed;
  fixture->n_added = n_added;
}

static gpointer
make_role (char letter)
{
  return hr_item_new (HR_TYPE_ROLE, (const char[]) { letter, '\0' });
}

static void
set_up (Fixture *fixture, gconstpointer letters)
{
  fixture->list = hr_list_new (HR_TYPE_ROLE);
  for (const char *letter = letters; *letter != '\0'; letter++)
    {
      g_autoptr (HrItem) role = make_role (*letter);

      hr_list_append (fixture->list, role);
    }
  g_signal_connect (fixture->list, "items-changed", G_CALLBACK (items_changed_cb),
                    fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer letters)
{
  g_assert_finalize_object (fixture->list);
}

static void
assert_order (Fixture *fixture, const char *letters)
{
  g_assert_cmpuint (hr_list_get_n (fixture->list), ==, strlen (letters));
  for (guint i = 0; i < hr_list_get_n (fixture->list); i++)
    g_assert_cmpint (*hr_item_get_id (hr_list_get (fixture->list, i)), ==, letters[i]);
}

static void
assert_said (Fixture *fixture, guint position, guint n_removed, guint n_added)
{
  g_assert_cmpuint (fixture->n_signals, ==, 1);
  g_assert_cmpuint (fixture->position, ==, position);
  g_assert_cmpuint (fixture->n_removed, ==, n_removed);
  g_assert_cmpuint (fixture->n_added, ==, n_added);
  fixture->n_signals = 0;
}

static void
test_model (Fixture *fixture, gconstpointer data)
{
  GListModel *model = G_LIST_MODEL (fixture->list);
  g_autoptr (HrItem) second = g_list_model_get_item (model, 1);

  g_assert_true (g_list_model_get_item_type (model) == HR_TYPE_ROLE);
  g_assert_true (hr_list_get_item_type (fixture->list) == HR_TYPE_ROLE);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 3);
  g_assert_true (second == hr_list_get (fixture->list, 1));
  g_assert_null (g_list_model_get_item (model, 3));
  g_assert_null (g_list_model_get_item (model, G_MAXUINT));
}

static void
test_peek (Fixture *fixture, gconstpointer data)
{
  guint n;
  gpointer const *items = hr_list_peek (fixture->list, &n);

  g_assert_cmpuint (n, ==, 3);
  for (guint i = 0; i < n; i++)
    g_assert_true (items[i] == hr_list_get (fixture->list, i));
}

static void
test_insert (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HrItem) x = make_role ('x'), y = make_role ('y'), z = make_role ('z');

  hr_list_insert (fixture->list, 0, x);
  assert_said (fixture, 0, 0, 1);
  hr_list_insert (fixture->list, 2, y);
  assert_said (fixture, 2, 0, 1);
  hr_list_append (fixture->list, z);
  assert_said (fixture, 5, 0, 1);
  assert_order (fixture, "xaybcz");
}

static void
test_steal (Fixture *fixture, gconstpointer data)
{
  HrItem *b = hr_list_steal (fixture->list, 1);

  assert_said (fixture, 1, 1, 0);
  assert_order (fixture, "ac");
  g_assert_cmpstr (hr_item_get_id (b), ==, "b");
  g_assert_finalize_object (b); /* it was ours alone */
}

static void
test_move (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    guint from;
    guint to;
    const char *order;
    guint first;
    guint n;
  } cases[] = {
    { 0, 4, "bcdea", 0, 5 }, { 4, 0, "abcde", 0, 5 }, { 1, 2, "acbde", 1, 2 },
    { 2, 1, "abcde", 1, 2 }, { 1, 3, "acdbe", 1, 3 }, { 3, 1, "abcde", 1, 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      hr_list_move (fixture->list, cases[i].from, cases[i].to);
      assert_order (fixture, cases[i].order);
      assert_said (fixture, cases[i].first, cases[i].n, cases[i].n);
    }

  hr_list_move (fixture->list, 2, 2);
  g_assert_cmpuint (fixture->n_signals, ==, 0);
  assert_order (fixture, "abcde");
}

static void
test_find (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HrItem) stranger = make_role ('a');
  guint position = 7;

  g_assert_true (hr_list_find (fixture->list, "b") == hr_list_get (fixture->list, 1));
  g_assert_null (hr_list_find (fixture->list, "x"));
  g_assert_null (hr_list_find (fixture->list, NULL));
  g_assert_true (
      hr_list_get_position (fixture->list, hr_list_get (fixture->list, 2), &position));
  g_assert_cmpuint (position, ==, 2);
  g_assert_false (hr_list_get_position (fixture->list, stranger, &position));
}

static void
test_ownership (void)
{
  HrList *list = hr_list_new (HR_TYPE_SEGMENT);
  HrItem *segment = hr_item_new (HR_TYPE_SEGMENT, NULL);

  hr_list_append (list, segment);
  g_assert_finalize_object (list);
  g_assert_finalize_object (segment);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/core/list/model", Fixture, "abc", set_up, test_model, tear_down);
  g_test_add ("/core/list/peek", Fixture, "abc", set_up, test_peek, tear_down);
  g_test_add ("/core/list/insert", Fixture, "abc", set_up, test_insert, tear_down);
  g_test_add ("/core/list/steal", Fixture, "abc", set_up, test_steal, tear_down);
  g_test_add ("/core/list/move", Fixture, "abcde", set_up, test_move, tear_down);
  g_test_add ("/core/list/find", Fixture, "abc", set_up, test_find, tear_down);
  g_test_add_func ("/core/list/ownership", test_ownership);

  return g_test_run ();
}
