/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-history-replay.h"
#include "hr-test-edits.h"
#include "hr-test-plan.h"
#include "hr-test-seed.h"

/* Random edits over everything that the field tables name, back to the start, forward
 * again, and once more in another plan from what was written down. */

#define N_STEPS 4000
#define COPY_EVERY 20
#define WRITE_EVERY 8

/* The plan after a number of steps. */
typedef struct
{
  guint64 print;
  guint64 revision;
  HrPlan *copy; /* (owned) (nullable): kept now and then */
} State;

typedef struct
{
  HrTestEditor editor;
  HrPlan *plan;
  HrHistory *history;
  GArray *states;  /* (element-type State): after 0, 1, 2… steps */
  guint n_changed; /* signals */
} Walk;

static void
clear_state (gpointer data)
{
  g_clear_object (&((State *) data)->copy);
}

/* ---- The walk ---- */

static State *
state_at (Walk *walk, guint i)
{
  return &g_array_index (walk->states, State, i);
}

/* The place in the states; it is the test that counts, not the history. */
static void
check_state (Walk *walk, guint i)
{
  g_autoptr (GError) error = NULL;
  const State *state = state_at (walk, i);

  g_assert_cmpuint (hr_test_print (walk->plan), ==, state->print);
  g_assert_cmpuint (hr_history_get_revision (walk->history), ==, state->revision);
  g_assert_cmpint (hr_history_can_undo (walk->history), ==, i > 0);
  g_assert_cmpint (hr_history_can_redo (walk->history), ==, i + 1 < walk->states->len);
  if (state->copy == NULL)
    return;
  g_assert_true (hr_item_equal (walk->plan, state->copy));
  g_assert_true (hr_plan_check (walk->plan, &error));
  g_assert_no_error (error);
}

static void
keep_state (Walk *walk)
{
  gboolean copies = walk->states->len % COPY_EVERY == 0;
  State state = { hr_test_print (walk->plan), hr_history_get_revision (walk->history),
                  copies ? hr_item_copy (walk->plan) : NULL };

  g_array_append_val (walk->states, state);
}

static guint
go_to (Walk *walk, guint from, guint to)
{
  for (; from > to; from--)
    {
      hr_history_undo (walk->history);
      check_state (walk, from - 1);
    }
  for (; from < to; from++)
    {
      hr_history_redo (walk->history);
      check_state (walk, from + 1);
    }
  return to;
}

static guint
make_step (Walk *walk, guint at)
{
  guint64 revision = hr_history_get_revision (walk->history);
  guint64 print = state_at (walk, at)->print;
  guint n_changed = walk->n_changed, n_cancelled = walk->editor.n_cancelled;

  hr_test_edit (&walk->editor);

  if (hr_history_get_revision (walk->history) == revision)
    {
      g_assert_cmpuint (hr_test_print (walk->plan), ==, print);
      g_assert_cmpuint (walk->n_changed, <=,
                        n_changed + walk->editor.n_cancelled - n_cancelled);
      return at;
    }
  g_assert_cmpuint (walk->n_changed, ==, n_changed + 1);
  g_assert_false (hr_history_can_redo (walk->history));
  g_array_set_size (walk->states, at + 1); /* what could be redone is forgotten */
  keep_state (walk);
  return at + 1;
}

static void
walk_forward (Walk *walk)
{
  guint at = 0;

  while (at < N_STEPS)
    {
      at = make_step (walk, at);
      if (at > 0 && g_rand_int (walk->editor.rand) % 40 == 0)
        {
          guint back = at - g_rand_int (walk->editor.rand) % MIN (at, 30);

          go_to (walk, at, back);
          at =
              go_to (walk, back, back + g_rand_int (walk->editor.rand) % (at - back + 1));
        }
    }
}

static void
assert_done (Walk *walk, const char *name)
{
  if (!g_hash_table_contains (walk->editor.done, name))
    g_test_fail_printf ("the walk never did this: %s", name);
}

static void
assert_all_was_done (Walk *walk)
{
  static const char *const actions[] = { "insert", "remove", "move" };
  guint n_types;
  const GType *types = hr_test_item_types (&n_types);

  g_assert_cmpuint (n_types, >=, 14);
  for (guint i = 0; i < n_types; i++)
    {
      guint n_fields;
      const HrField *fields = hr_item_type_get_fields (types[i], &n_fields);

      for (guint action = 0; types[i] != HR_TYPE_PLAN && action < G_N_ELEMENTS (actions);
           action++)
        {
          g_autofree char *name =
              g_strdup_printf ("%s %s", actions[action], g_type_name (types[i]));

          assert_done (walk, name);
        }
      for (guint f = 0; f < n_fields; f++)
        {
          g_autofree char *name =
              g_strdup_printf ("set %s.%s", g_type_name (types[i]), fields[f].name);

          if (fields[f].kind == HR_FIELD_LIST)
            continue;
          assert_done (walk, name);
        }
    }
}

static void
count_changed_cb (HrHistory *history, Walk *walk)
{
  walk->n_changed++;
}

/* ---- Written down and done again ---- */

static gint64
put_cb (gpointer data, HrPortfolio *portfolio, GError **error)
{
  g_ptr_array_add (data, g_object_ref (portfolio));
  return ((GPtrArray *) data)->len;
}

static HrPortfolio *
get_cb (gpointer data, gint64 number, GError **error)
{
  g_assert_cmpint (number, <=, ((GPtrArray *) data)->len);
  return g_object_ref (g_ptr_array_index ((GPtrArray *) data, number - 1));
}

/* As it comes from a file: bytes, of which the type is believed only after a look. */
static GVariant *
through_bytes (GVariant *step)
{
  g_autoptr (GVariant) owned = g_variant_ref_sink (step);
  g_autoptr (GBytes) bytes = g_variant_get_data_as_bytes (owned);

  return g_variant_ref_sink (
      g_variant_new_from_bytes (G_VARIANT_TYPE (HR_STEP_VARIANT_TYPE), bytes, FALSE));
}

/* Takes what @history was made from; gets a history that went through the same. */
static HrHistory *
do_again (HrHistory *history, HrPlan *start)
{
  g_autoptr (GPtrArray) portfolios = g_ptr_array_new_with_free_func (g_object_unref);
  const HrPortfolioShelf shelf = { put_cb, get_cb, portfolios };
  HrHistory *again = hr_history_new (start);
  g_autoptr (HrReplay) replay = hr_replay_new (again, &shelf);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < hr_history_get_n_steps (history); i++)
    {
      const char *label;
      guint64 revision = hr_history_get_step (history, i, &label);
      g_autoptr (GVariant) step =
          through_bytes (hr_history_write_step (history, i, &shelf, &error));

      hr_replay_step (replay, label, revision, step, &error);
      g_assert_no_error (error);
    }
  return again;
}

static void
assert_same_steps (HrHistory *a, HrHistory *b)
{
  g_assert_cmpuint (hr_history_get_n_steps (a), ==, hr_history_get_n_steps (b));
  for (guint i = 0; i < hr_history_get_n_steps (a); i++)
    {
      const char *left, *right;

      g_assert_cmpuint (hr_history_get_step (a, i, &left), ==,
                        hr_history_get_step (b, i, &right));
      g_assert_cmpstr (left, ==, right);
    }
}

static void
check_written (Walk *walk)
{
  g_autoptr (HrPlan) start = hr_item_copy (state_at (walk, 0)->copy);
  Walk again = { .plan = start, .states = walk->states };

  again.history = do_again (walk->history, start);
  assert_same_steps (walk->history, again.history);
  check_state (&again, N_STEPS);
  go_to (&again, N_STEPS, 0);
  g_assert_finalize_object (again.history);
}

static void
test_walk (gconstpointer data)
{
  guint seed = GPOINTER_TO_UINT (data);
  Walk walk = { .plan = hr_test_plan_new_full () };

  g_test_message ("seed %u", seed);
  walk.history = hr_history_new (walk.plan);
  walk.states = g_array_new (FALSE, FALSE, sizeof (State));
  g_array_set_clear_func (walk.states, clear_state);
  walk.editor.rand = g_rand_new_with_seed (seed);
  walk.editor.history = walk.history;
  walk.editor.careful = TRUE;
  walk.editor.done = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_signal_connect (walk.history, "changed", G_CALLBACK (count_changed_cb), &walk);

  keep_state (&walk);
  walk_forward (&walk);
  go_to (&walk, N_STEPS, 0);
  go_to (&walk, 0, N_STEPS);
  check_written (&walk);
  go_to (&walk, N_STEPS, 0);
  assert_all_was_done (&walk);
  g_assert_cmpuint (walk.editor.n_refused, >, 0);
  g_assert_cmpuint (walk.editor.n_cancelled, >, 0);

  g_array_unref (walk.states);
  g_hash_table_unref (walk.editor.done);
  g_assert_finalize_object (walk.history);
  g_assert_finalize_object (walk.plan);
  g_rand_free (walk.editor.rand);
}

/* What is forgotten cannot be undone; all else can, as before. */
static void
forgetful_walk (guint seed, gpointer data)
{
  g_autoptr (HrPlan) plan = hr_item_copy (data);
  g_autoptr (HrHistory) history = hr_history_new (plan);
  g_autoptr (HrPlan) end = NULL;
  HrTestEditor editor = { .rand = g_rand_new_with_seed (seed), .history = history };
  guint64 first_print = hr_test_print (plan), first = 0, last;
  guint n;

  for (gint32 i = g_rand_int_range (editor.rand, 1, 101); i > 0; i--)
    hr_test_edit (&editor);
  last = hr_history_get_revision (history);
  end = hr_item_copy (plan);
  for (n = hr_history_get_n_steps (history); n > 0; n--)
    {
      if (g_rand_int (editor.rand) % 8 == 0)
        break;
      hr_history_go_to (history, 1);
      first_print = hr_test_print (plan);
      first = hr_history_get_revision (history);
      hr_history_go_to (history, n);
      hr_history_forget_first (history);
      g_assert_cmpuint (hr_history_get_n_steps (history), ==, n - 1);
      g_assert_cmpuint (hr_history_get_revision (history), ==, last);
    }
  g_assert_cmpint (hr_history_get_size (history) > 0, ==, n > 0);
  hr_history_go_to (history, 0);
  g_assert_cmpuint (hr_test_print (plan), ==, first_print);
  g_assert_cmpuint (hr_history_get_revision (history), ==, first);
  g_assert_cmpuint (hr_history_get_first_revision (history), ==, first);
  hr_history_go_to (history, n);
  g_assert_true (hr_item_equal (plan, end));
  g_assert_cmpuint (hr_history_get_revision (history), ==, last);
  hr_test_edit_something (&editor);
  g_assert_cmpuint (hr_history_get_revision (history), >=, last);
  g_rand_free (editor.rand);
}

/* Undo all is the start, redo all the end, a leap anywhere is what was there. */
static void
short_walk (guint seed, gpointer data)
{
  g_autoptr (HrPlan) plan = hr_item_copy (data);
  g_autoptr (HrHistory) history = hr_history_new (plan);
  g_autoptr (HrHistory) again = NULL;
  g_autoptr (HrPlan) other = hr_item_copy (data);
  g_autoptr (HrPlan) end = NULL;
  HrTestEditor editor = { .rand = g_rand_new_with_seed (seed), .history = history };
  guint n, at;

  for (gint32 i = g_rand_int_range (editor.rand, 1, 201); i > 0; i--)
    hr_test_edit (&editor);
  end = hr_item_copy (plan);
  n = hr_history_get_n_steps (history);
  g_assert_cmpuint (hr_history_get_n_done (history), ==, n);

  at = g_rand_int (editor.rand) % (n + 1);
  hr_history_go_to (history, at);
  if (seed % WRITE_EVERY == 0)
    {
      again = do_again (history, other);
      g_assert_true (hr_item_equal (other, end));
      hr_history_go_to (again, 0);
      g_assert_true (hr_item_equal (other, data));
      hr_history_go_to (again, at);
      g_assert_true (hr_item_equal (plan, other));
    }
  hr_history_go_to (history, 0);
  g_assert_true (hr_item_equal (plan, data));
  hr_history_go_to (history, n);
  g_assert_true (hr_item_equal (plan, end));
  g_rand_free (editor.rand);
}

static void
test_short_walks (void)
{
  g_autoptr (HrPlan) start = hr_test_plan_new_full ();

  hr_test_rounds (HR_TEST_FEWER (2000), 200000, short_walk, start);
}

static void
test_forgetful_walks (void)
{
  g_autoptr (HrPlan) start = hr_test_plan_new_full ();

  hr_test_rounds (HR_TEST_FEWER (500), 50000, forgetful_walk, start);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/core/history-walk/1", GUINT_TO_POINTER (1), test_walk);
  g_test_add_func ("/core/history-walk/short", test_short_walks);
  g_test_add_func ("/core/history-walk/forgetful", test_forgetful_walks);

  return g_test_run ();
}
