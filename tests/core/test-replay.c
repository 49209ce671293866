/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Steps that nobody wrote down: they are refused whole, or are steps like any other. */
#include <string.h>

#include "hr-history-replay.h"
#include "hr-item-variant.h"
#include "hr-role.h"
#include "hr-test-edits.h"
#include "hr-test-plan.h"
#include "hr-test-seed.h"

static HrPortfolio *
get_nothing_cb (gpointer data, gint64 number, GError **error)
{
  g_set_error_literal (error, HR_ERROR, HR_ERROR_REFERENCE, "none");
  return NULL;
}

static gint64
put_nothing_cb (gpointer data, HrPortfolio *portfolio, GError **error)
{
  return 1;
}

static const HrPortfolioShelf SHELF = { put_nothing_cb, get_nothing_cb, NULL };

/* Does one step, and undoes it again. */
static gboolean
try_step (HrPlan *plan, const char *text, GError **error)
{
  g_autoptr (HrPlan) before = hr_item_copy (plan);
  g_autoptr (HrHistory) history = hr_history_new (plan);
  g_autoptr (HrReplay) replay = hr_replay_new (history, &SHELF);
  g_autoptr (GVariant) step = NULL;
  g_autoptr (GError) syntax = NULL;
  gboolean good;

  step = g_variant_parse (NULL, text, NULL, NULL, &syntax);
  g_assert_no_error (syntax);
  good = hr_replay_step (replay, "a step", 7, step, error);
  g_assert_cmpint (hr_history_can_undo (history), ==, good);
  if (good)
    {
      g_assert_cmpuint (hr_history_get_revision (history), ==, 7);
      hr_history_undo (history);
    }
  g_assert_true (hr_item_equal (plan, before));
  return good;
}

#define SET(type, id, more) "[(byte 0, '" type "', '" id "', <(" more ")>)]"

static const struct
{
  const char *step;
  HrError code;
} REFUSED[] = {
  { "'no step'", HR_ERROR_SYNTAX },
  { "@a(yss) []", HR_ERROR_SYNTAX },
  { "[(byte 9, 'HrRole', 'csm', <('name', <'x'>)>)]", HR_ERROR_SYNTAX },
  { SET ("HrRole", "nobody", "'name', <'x'>"), HR_ERROR_REFERENCE },
  { SET ("HrNothing", "csm", "'name', <'x'>"), HR_ERROR_REFERENCE },
  { SET ("HrRole", "csm", "'nothing', <'x'>"), HR_ERROR_REFERENCE },
  { SET ("HrRole", "csm", "'name', <1.5>"), HR_ERROR_SYNTAX },
  { SET ("HrRole", "csm", "'name', <''>"), HR_ERROR_VALUE },
  { SET ("HrRole", "csm", "'annual-hours', <-1.0>"), HR_ERROR_RANGE },
  { SET ("HrRole", "csm", "'annual-hours', <'many'>"), HR_ERROR_SYNTAX },
  { SET ("HrRole", "csm", "'tags', <[('name', 'guessed', 0, @ms nothing)]>"),
    HR_ERROR_VALUE },
  { SET ("HrSegment", "ent", "'engagement-model', <'loud'>"), HR_ERROR_VALUE },
  { SET ("HrSegment", "ent", "'rule', <'arr >'>"), HR_ERROR_SYNTAX },
  { SET ("HrJourney", "nobody", "'touchpoints', <@as []>"), HR_ERROR_REFERENCE },
  { "[(byte 0, 'HrRole', 'csm', <'name'>)]", HR_ERROR_SYNTAX },
  { "[(byte 2, 'HrRole', 'csm', <('name', uint32 0)>)]", HR_ERROR_REFERENCE },
  { "[(byte 0, 'HrRole', 'csm', <('name', <'Changed'>)>),"
    " (byte 0, 'HrRole', 'nobody', <('name', <'x'>)>)]",
    HR_ERROR_REFERENCE },
};

static void
test_refused (void)
{
  g_autoptr (HrPlan) plan = hr_test_plan_new_worked_example ();

  for (guint i = 0; i < G_N_ELEMENTS (REFUSED); i++)
    {
      g_autoptr (GError) error = NULL;

      if (try_step (plan, REFUSED[i].step, &error))
        g_error ("done: %s", REFUSED[i].step);
      if (!g_error_matches (error, HR_ERROR, (int) REFUSED[i].code))
        g_error ("%s: %s (%d)", REFUSED[i].step, error->message, error->code);
    }
}

/* In the plan's list of roles, which has one. */
static void
test_lists (void)
{
  static const struct
  {
    const char *step;
    gboolean good;
  } steps[] = {
    { "(byte 1, '%s', <('roles', uint32 1, ('x', {'name': <'X'>}))>)", TRUE },
    { "(byte 1, '%s', <('roles', uint32 9, ('x', {'name': <'X'>}))>)", FALSE },
    { "(byte 1, '%s', <('roles', uint32 0, ('csm', {'name': <'X'>}))>)", FALSE },
    { "(byte 1, '%s', <('roles', uint32 0, ('', {'name': <'X'>}))>)", FALSE },
    { "(byte 1, '%s', <('roles', uint32 0, ('x', {'nothing': <'X'>}))>)", FALSE },
    { "(byte 1, '%s', <('roles', uint32 0, ('x', {'headcount': <-2.0>}))>)", FALSE },
    { "(byte 1, '%s', <('name', uint32 0, ('x', {'name': <'X'>}))>)", FALSE },
    { "(byte 2, '%s', <('roles', uint32 0)>)", TRUE },
    { "(byte 2, '%s', <('roles', uint32 1)>)", FALSE },
    { "(byte 3, '%s', <('roles', uint32 0, uint32 0)>)", TRUE },
    { "(byte 3, '%s', <('roles', uint32 0, uint32 1)>)", FALSE },
    { "(byte 3, '%s', <('roles', uint32 4000000000, uint32 0)>)", FALSE },
    { "(byte 0, '%s', <('portfolio', <int64 0>)>)", TRUE },
    { "(byte 0, '%s', <('portfolio', <int64 5>)>)", FALSE },
    { "(byte 0, '%s', <('portfolio', <'x'>)>)", FALSE },
  };
  g_autoptr (HrPlan) plan = hr_test_plan_new_worked_example ();

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_auto (GStrv) parts = g_strsplit (steps[i].step, "'%s'", 2);
      g_autofree char *text = g_strdup_printf ("@a(yssv) [%s'HrPlan', '%s'%s]", parts[0],
                                               hr_item_get_id (plan), parts[1]);
      g_autoptr (GError) error = NULL;

      if (try_step (plan, text, &error) != steps[i].good)
        g_error ("%s: %s", text, error != NULL ? error->message : "done");
    }
}

static void
flip (GRand *rand, guint8 *bytes, gsize length)
{
  for (guint n = 1 + g_rand_int (rand) % 4; n > 0; n--)
    bytes[g_rand_int (rand) % length] = (guint8) g_rand_int (rand);
}

/* Random steps with random bytes changed. */
static void
garble (guint seed, gpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (HrPlan) plan = hr_item_copy (data);
  g_autoptr (HrPlan) other = hr_item_copy (data);
  g_autoptr (HrHistory) history = hr_history_new (plan);
  g_autoptr (HrHistory) again = hr_history_new (other);
  g_autoptr (HrReplay) replay = hr_replay_new (again, &SHELF);
  HrTestEditor editor = { .rand = rand, .history = history };

  for (guint i = 0; i < 10; i++)
    hr_test_edit (&editor);
  for (guint i = 0; i < hr_history_get_n_steps (history); i++)
    {
      g_autoptr (GVariant) written =
          g_variant_ref_sink (hr_history_write_step (history, i, &SHELF, NULL));
      gsize length = g_variant_get_size (written);
      g_autofree guint8 *bytes = g_memdup2 (g_variant_get_data (written), length);
      g_autoptr (GBytes) garbled = NULL;
      g_autoptr (GVariant) step = NULL;
      g_autoptr (GError) error = NULL;
      guint64 print = hr_test_print (other);

      flip (rand, bytes, length);
      garbled = g_bytes_new (bytes, length);
      step = g_variant_ref_sink (g_variant_new_from_bytes (
          G_VARIANT_TYPE (HR_STEP_VARIANT_TYPE), garbled, FALSE));
      if (hr_replay_step (replay, "x", i + 1, step, &error))
        continue;
      g_assert_true (error->domain == HR_ERROR);
      g_assert_cmpuint (hr_test_print (other), ==, print);
    }
  hr_history_go_to (again, 0);
  g_assert_true (hr_item_equal (other, data));
}

static void
test_garbled (void)
{
  g_autoptr (HrPlan) start = hr_test_plan_new_full ();

  hr_test_rounds (500, 50000, garble, start);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/replay/refused", test_refused);
  g_test_add_func ("/core/replay/lists", test_lists);
  g_test_add_func ("/core/replay/garbled", test_garbled);

  return g_test_run ();
}
