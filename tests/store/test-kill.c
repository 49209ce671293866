/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* The program is killed at any moment, again and again: nothing that it said was done may
 * be missing, no group be torn, and the person's file be anything but the old or the new
 * plan. See kill-child.c for what it says. */
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "hr-store.h"
#include "hr-test-edits.h"
#include "hr-test-plan.h"
#include "hr-test-seed.h"
#include "hr-test-state.h"
#include "hr-working-copy.h"
#include "open-plan.h"

/* How long a life lasts at most, in µs. */
#define LIFE 120000
#define LIVES 5

typedef struct
{
  char *folder;
  GFile *file;
  guint n_kills;
  guint n_saves;
  guint n_acts;
  guint n_ahead; /* a step was safe before it could be said */
} Fixture;

/* What the killed one had said. */
typedef struct
{
  gboolean opened;
  guint64 revision;
  guint64 print;
  GHashTable *files; /* (element-type guint64): prints that the file may have */
} Testimony;

static void
hear (Testimony *self, const char *line, Fixture *fixture)
{
  char word[8];
  guint64 revision, print;

  if (sscanf (line, "%7s %" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT, word, &revision,
              &print) != 3)
    g_error ("it said: %s", line);
  self->opened = TRUE;
  if (g_str_equal (word, "saved"))
    {
      g_hash_table_remove_all (self->files);
      fixture->n_saves++;
    }
  if (g_str_has_prefix (word, "sav"))
    g_hash_table_add (self->files, g_memdup2 (&print, sizeof print));
  self->revision = revision;
  self->print = print;
  fixture->n_acts++;
}

static void
hear_all (Testimony *self, const char *said, Fixture *fixture)
{
  g_auto (GStrv) lines = g_strsplit (said, "\n", -1);

  for (guint i = 0; lines[i + 1] != NULL; i++) /* what follows the last \n was cut off */
    hear (self, lines[i], fixture);
}

static char *
read_all (int fd)
{
  g_autoptr (GString) text = g_string_new (NULL);
  char buffer[4096];
  gssize n;

  while ((n = read (fd, buffer, sizeof buffer)) > 0)
    g_string_append_len (text, buffer, n);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* One life, to its sudden end. Gets what it said. */
static char *
live (Fixture *fixture, GRand *rand)
{
  g_autofree char *seed = g_strdup_printf ("%u", g_rand_int (rand));
  g_autofree char *life = g_strdup_printf ("%d", g_rand_int_range (rand, 0, LIFE));
  const char *argv[] = { g_getenv ("HEADROOM_KILL_CHILD"),
                         g_file_peek_path (fixture->file), seed, life, NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;
  int out, status;
  GPid pid;

  g_spawn_async_with_pipes (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL,
                            NULL, &pid, NULL, &out, NULL, &error);
  g_assert_no_error (error);
  said = read_all (out); /* to the end, which comes by itself */
  close (out);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
  fixture->n_kills++;
  return g_steal_pointer (&said);
}

static void
check_file (Fixture *fixture, const Testimony *said)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HrPlan) plan =
      hr_store_load (g_file_peek_path (fixture->file), NULL, &error);
  guint64 print;

  g_assert_no_error (error);
  print = hr_test_print (plan);
  if (!g_hash_table_contains (said->files, &print))
    g_error ("the file is neither the old plan nor the new");
}

/* What was said is there; a step more may be, whole. */
static void
check_plan (Fixture *fixture, HrHistory *history, const Testimony *said)
{
  HrPlan *plan = hr_history_get_plan (history);
  g_autoptr (GError) error = NULL;

  g_assert_true (hr_plan_check (plan, &error));
  g_assert_no_error (error);
  if (hr_history_get_revision (history) == said->revision)
    {
      g_assert_cmpuint (hr_test_print (plan), ==, said->print);
      return;
    }
  fixture->n_ahead++;
  for (guint i = hr_history_get_n_steps (history) + 1; i > 0; i--)
    {
      guint64 revision = i > 1 ? hr_history_get_step (history, i - 2, NULL)
                               : hr_history_get_first_revision (history);

      if (revision != said->revision)
        continue;
      hr_history_go_to (history, i - 1);
      g_assert_cmpuint (hr_test_print (plan), ==, said->print);
      return;
    }
  g_error ("what was done is not there");
}

/* What says that it is saved must be. */
static void
assert_is_file (Fixture *fixture, HrPlan *plan)
{
  g_autoptr (HrPlan) saved = hr_store_load (g_file_peek_path (fixture->file), NULL, NULL);

  g_assert_true (hr_item_equal (saved, plan));
}

static void
check_recovery (Fixture *fixture, Testimony *said)
{
  g_autoptr (GPtrArray) left = hr_leftovers_list ();
  HrWorkingCopy *copy;
  g_autoptr (GError) error = NULL;
  HrLeftover *leftover;
  guint64 n_lost, print;
  guint n_done;

  g_assert_cmpuint (left->len, <=, 1);
  g_assert_true (left->len == 1 || !said->opened);
  if (left->len == 0)
    return;
  leftover = g_ptr_array_index (left, 0);
  g_assert_no_error (leftover->error);
  copy = hr_working_copy_recover (leftover->id, &n_lost, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_lost, ==, 0);
  n_done = hr_history_get_n_done (hr_working_copy_get_history (copy));
  if (!hr_working_copy_is_modified (copy))
    assert_is_file (fixture, hr_history_get_plan (hr_working_copy_get_history (copy)));
  if (said->opened)
    check_plan (fixture, hr_working_copy_get_history (copy), said);
  hr_history_go_to (hr_working_copy_get_history (copy), n_done);

  /* Its own save is not taken for somebody else's. */
  save_and_wait (copy, fixture->file, HR_SAVE_CAREFUL, &error);
  g_assert_no_error (error);
  print = hr_test_print (hr_history_get_plan (hr_working_copy_get_history (copy)));
  g_hash_table_remove_all (said->files);
  g_hash_table_add (said->files, g_memdup2 (&print, sizeof print));
  let_go (copy);
}

static void
start_file (Fixture *fixture, GRand *rand, Testimony *said)
{
  static const char *const golden[] = { "1-empty", "1-typical", "1-maximal" };
  const char *name = golden[g_rand_int (rand) % G_N_ELEMENTS (golden)];
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "store", "golden", name, NULL);
  g_autofree char *from = g_strconcat (path, HR_STORE_SUFFIX, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (from);
  g_autoptr (HrPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  guint64 print;

  g_file_copy (file, fixture->file, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  plan = hr_store_load (from, NULL, &error);
  g_assert_no_error (error);
  print = hr_test_print (plan);
  g_hash_table_add (said->files, g_memdup2 (&print, sizeof print));
}

/* Some lives, each going on where the last one ended. */
static void
lives (guint seed, gpointer data)
{
  Fixture *fixture = data;
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  Testimony said = { .files = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                     NULL) };
  g_autoptr (GPtrArray) left = NULL;

  start_file (fixture, rand, &said);
  for (guint i = 0; i < LIVES; i++)
    {
      g_autofree char *words = live (fixture, rand);

      said.opened = FALSE;
      hear_all (&said, words, fixture);
      check_file (fixture, &said);
      check_recovery (fixture, &said);
    }
  g_hash_table_unref (said.files);
  left = hr_leftovers_list ();
  for (guint i = 0; i < left->len; i++)
    g_assert_true (hr_leftovers_discard (((HrLeftover *) left->pdata[i])->id, NULL));
}

static void
test_kill (void)
{
  Fixture fixture = { .folder = g_dir_make_tmp ("headroom-kill-XXXXXX", NULL) };
  g_autofree char *path = g_build_filename (fixture.folder, "plan.headroom", NULL);

  fixture.file = g_file_new_for_path (path);
  hr_test_rounds (40, 2000, lives, &fixture);
  g_test_message ("%u kills, %u things done, %u saves, %u a step ahead", fixture.n_kills,
                  fixture.n_acts, fixture.n_saves, fixture.n_ahead);
  g_assert_cmpuint (fixture.n_acts, >, fixture.n_kills);
  test_remove_tree (fixture.folder);
  g_free (fixture.folder);
  g_object_unref (fixture.file);
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
