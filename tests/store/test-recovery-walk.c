/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Ends of the program at any moment, again and again, with as much undo as one likes and
 * with little. */
#include "hr-test-edits.h"
#include "hr-test-seed.h"
#include "recovery-fixture.h"

/* ---- Chance --------------------------------------------------------------------------
 */

/* All that a person sees of an open plan. */
typedef struct
{
  HrPlan *plan;
  GPtrArray *labels; /* (element-type utf8) */
  guint n_done;
  gboolean modified;
} Look;

static void
look_clear (Look *self)
{
  g_object_unref (self->plan);
  g_ptr_array_unref (self->labels);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Look, look_clear)

static Look
take_look (Fixture *fixture)
{
  HrHistory *history = hr_working_copy_get_history (fixture->copy);
  Look look = { hr_item_copy (plan_of (fixture)), g_ptr_array_new_with_free_func (g_free),
                hr_history_get_n_done (history),
                hr_working_copy_is_modified (fixture->copy) };

  for (guint i = 0; i < hr_history_get_n_steps (history); i++)
    {
      const char *label;

      hr_history_get_step (history, i, &label);
      g_ptr_array_add (look.labels, g_strdup (label));
    }
  return look;
}

static void
assert_looks_same (Fixture *fixture, const Look *before)
{
  g_auto (Look) now = take_look (fixture);

  g_assert_true (hr_item_equal (now.plan, before->plan));
  g_assert_cmpuint (now.n_done, ==, before->n_done);
  g_assert_cmpint (now.modified, ==, before->modified);
  g_assert_cmpuint (now.labels->len, ==, before->labels->len);
  for (guint i = 0; i < now.labels->len; i++)
    g_assert_cmpstr (g_ptr_array_index (now.labels, i), ==,
                     g_ptr_array_index (before->labels, i));
}

static void
do_something (Fixture *fixture, HrTestEditor *editor)
{
  HrHistory *history = hr_working_copy_get_history (fixture->copy);
  g_autoptr (GError) error = NULL;

  switch (g_rand_int (editor->rand) % 16)
    {
    case 0:
      hr_history_go_to (history, g_rand_int (editor->rand) %
                                     (hr_history_get_n_steps (history) + 1));
      break;
    case 1:
      save_and_wait (fixture->copy, fixture->file, HR_SAVE_CAREFUL, &error);
      g_assert_no_error (error);
      break;
    default:
      hr_test_edit (editor);
    }
  g_assert_no_error (hr_working_copy_get_error (fixture->copy));
}

/* Several ends, one after the other, each at any moment between two steps. */
static void
walk (guint seed, gpointer data)
{
  Fixture *fixture = data;
  HrTestEditor editor = { .rand = g_rand_new_with_seed (seed) };
  g_autoptr (HrPlan) start = hr_test_plan_new_full ();
  g_autoptr (HrPlan) base = hr_item_copy (start);
  g_autoptr (HrPlan) back = NULL;

  g_file_delete (fixture->file, NULL, NULL);
  if (g_rand_boolean (editor.rand))
    {
      write_plan (fixture, start);
      open_file (fixture);
    }
  else
    fixture->copy = hr_working_copy_new (start);

  for (guint crashes = 0; crashes < 3; crashes++)
    {
      g_auto (Look) look = { NULL };

      editor.history = hr_working_copy_get_history (fixture->copy);
      for (guint n = g_rand_int (editor.rand) % 40; n > 0; n--)
        do_something (fixture, &editor);
      look = take_look (fixture);
      crash (fixture);
      recover (fixture);
      assert_looks_same (fixture, &look);
    }
  hr_history_go_to (hr_working_copy_get_history (fixture->copy), 0);
  back = hr_item_copy (plan_of (fixture));
  g_assert_true (hr_item_equal (back, base));
  hr_working_copy_close (fixture->copy);
  crash (fixture);
  g_rand_free (editor.rand);
}

static void
test_walk (Fixture *fixture, gconstpointer user_data)
{
  hr_test_rounds (HR_TEST_FEWER (25), 2500, walk, fixture);
}

/* ---- Undo is bounded -----------------------------------------------------------------
 */

#define LITTLE 6000

typedef struct
{
  Fixture *fixture;
  guint n_rebased;
  guint n_bounded;
} Bounded;

static HrPlan *
copy_first (Fixture *fixture)
{
  HrHistory *history = hr_working_copy_get_history (fixture->copy);
  guint n_done = hr_history_get_n_done (history);
  HrPlan *first;

  hr_history_go_to (history, 0);
  first = hr_item_copy (plan_of (fixture));
  hr_history_go_to (history, n_done);
  return first;
}

/* All that could be undone and redone still can; what was forgotten may be there again.
 */
static void
assert_looks_alike (Fixture *fixture, const Look *before, HrPlan *first)
{
  HrHistory *history = hr_working_copy_get_history (fixture->copy);
  g_auto (Look) now = take_look (fixture);
  guint more = now.n_done - before->n_done;

  g_assert_true (hr_item_equal (now.plan, before->plan));
  g_assert_cmpint (now.modified, ==, before->modified);
  g_assert_cmpuint (now.n_done, >=, before->n_done);
  g_assert_cmpuint (now.labels->len, ==, before->labels->len + more);
  for (guint i = 0; i < before->labels->len; i++)
    g_assert_cmpstr (g_ptr_array_index (now.labels, i + more), ==,
                     g_ptr_array_index (before->labels, i));
  hr_history_go_to (history, more);
  g_assert_true (hr_item_equal (plan_of (fixture), first));
  hr_history_go_to (history, now.n_done);
}

static void
assert_is_bounded (Bounded *self)
{
  HrHistory *history = hr_working_copy_get_history (self->fixture->copy);

  g_assert_true (hr_history_get_size (history) <= LITTLE ||
                 hr_history_get_n_steps (history) == 1 ||
                 hr_history_get_n_done (history) <= 1);
  self->n_bounded += hr_history_get_first_revision (history) > 0;
}

static void
bounded_walk (guint seed, gpointer data)
{
  Bounded *self = data;
  Fixture *fixture = self->fixture;
  HrTestEditor editor = { .rand = g_rand_new_with_seed (seed) };
  g_autoptr (HrPlan) start = hr_test_plan_new_full ();

  g_file_delete (fixture->file, NULL, NULL);
  fixture->copy = hr_working_copy_new (start);
  for (guint crashes = 0; crashes < 4; crashes++)
    {
      g_auto (Look) look = { NULL };
      g_autoptr (HrPlan) first = NULL;

      fixture->copy->max_undo = LITTLE;
      editor.history = hr_working_copy_get_history (fixture->copy);
      for (guint n = 1 + g_rand_int (editor.rand) % 60; n > 0; n--)
        {
          do_something (fixture, &editor);
          g_main_context_iteration (NULL, FALSE);
        }
      /* What was recovered beyond the bound is forgotten with the next commit only. */
      hr_working_copy_commit (fixture->copy);
      first = copy_first (fixture);
      assert_is_bounded (self);
      look = take_look (fixture);
      crash (fixture);
      recover (fixture);
      assert_looks_alike (fixture, &look, first);
      self->n_rebased += fixture->copy->base.revision > 0;
    }
  hr_working_copy_close (fixture->copy);
  crash (fixture);
  g_rand_free (editor.rand);
}

static void
test_bounded (Fixture *fixture, gconstpointer user_data)
{
  Bounded bounded = { fixture, 0, 0 };

  hr_test_rounds (HR_TEST_FEWER (25), 2500, bounded_walk, &bounded);
  g_test_message ("%u times bounded, %u times with a new base", bounded.n_bounded,
                  bounded.n_rebased);
  g_assert_cmpuint (bounded.n_rebased, >, 0);
}

int
main (int argc, char **argv)
{
  g_autofree char *state = test_state_set_up ();
  int status;

  g_test_init (&argc, &argv, NULL);

  ADD ("walk", test_walk);
  ADD ("bounded", test_bounded);

  status = g_test_run ();
  test_remove_tree (state);
  return status;
}
