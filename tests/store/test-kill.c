/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* The program is killed at any moment, again and again, while it edits, saves, imports,
 * migrates and autosaves: nothing that it said was done may be missing, no group be torn,
 * and the person's file be anything but the old or the new plan. */
#include "hr-test-seed.h"
#include "hr-test-state.h"
#include "lives.h"

static const char *const MOMENTS[] = { "opening and migrating", "editing", "importing",
                                       "saving", "autosaving" };

G_STATIC_ASSERT (G_N_ELEMENTS (MOMENTS) == N_LIFE_MOMENTS);

static void
lives (guint seed, gpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  lives_begin (data, rand);
  for (LifeMoment moment = 0; moment < N_LIFE_MOMENTS; moment++)
    {
      lives_live (data, moment, rand);
      lives_check_file (data);
      lives_check_recovery (data);
    }
  lives_end (data);
}

static void
test_kill (void)
{
  g_autofree char *folder = g_dir_make_tmp ("headroom-kill-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "plan.headroom", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  Lives all = { .file = file, .path = path };

  /* few enough, and still certain to hit each moment */
  hr_test_rounds (HR_TEST_SANITIZED ? 20 : 40, 2000, lives, &all);
  g_test_message ("%u kills, %u things done, %u saves, %u a step ahead", all.n_kills,
                  all.n_acts, all.n_saves, all.n_ahead);
  for (guint i = 0; i < N_LIFE_MOMENTS; i++)
    {
      g_test_message ("%u kills while %s", all.n_kills_in[i], MOMENTS[i]);
      g_assert_true (all.n_kills_in[i] > 0 || g_getenv ("HEADROOM_SEED") != NULL);
    }
  g_assert_cmpuint (all.n_acts, >, all.n_kills);
  g_assert_cmpuint (all.n_refused, ==, 0);
  test_remove_tree (folder);
}

int
main (int argc, char **argv)
{
  g_autofree char *state = test_state_set_up ();
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/kill", test_kill);
  status = g_test_run ();
  test_remove_tree (state);
  return status;
}
