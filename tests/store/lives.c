/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "lives.h"

#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "hr-error.h"
#include "hr-store.h"
#include "hr-test-edits.h"
#include "open-plan.h"

/* How long a life lasts, in µs: each length as often as twice that. */
#define SHORTEST_LIFE 50
#define LONGEST_LIFE 120000

/* All that the file can be from now on. */
static void
set_file (Lives *self, guint64 print)
{
  g_hash_table_remove_all (self->files);
  g_hash_table_add (self->files, g_memdup2 (&print, sizeof print));
}

static void
hear (Lives *self, const char *line)
{
  char word[8];
  guint64 revision, print;

  if (sscanf (line, "%7s %" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT, word, &revision,
              &print) != 3)
    g_error ("it said: %s", line);
  if (g_str_equal (word, "doing"))
    {
      self->doing = (LifeMoment) revision;
      return;
    }
  self->n_acts++;
  self->saving =
      g_str_equal (word, "saving") ||
      (self->saving && !g_str_equal (word, "saved") && !g_str_equal (word, "refused"));
  if (g_str_equal (word, "saving"))
    g_hash_table_add (self->files, g_memdup2 (&print, sizeof print));
  else if (g_str_equal (word, "saved"))
    {
      set_file (self, print);
      self->n_saves++;
    }
  else if (g_str_equal (word, "refused"))
    self->n_refused++;
  else
    {
      self->opened = TRUE;
      self->revision = revision;
      self->print = print;
    }
}

static void
hear_all (Lives *self, const char *said)
{
  g_auto (GStrv) lines = g_strsplit (said, "\n", -1);

  for (guint i = 0; lines[i + 1] != NULL; i++) /* what follows the last \n was cut off */
    hear (self, lines[i]);
}

/* Of a save that goes on while something else is done, that it goes on. */
static LifeMoment
find_moment (const Lives *self)
{
  if (!self->opened)
    return LIFE_OPENING;
  if (self->saving)
    return self->doing == LIFE_SAVING ? LIFE_SAVING : LIFE_AUTOSAVING;
  return self->doing == LIFE_IMPORTING ? LIFE_IMPORTING : LIFE_EDITING;
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

static char *
choose_life (GRand *rand)
{
  double doublings =
      g_rand_double_range (rand, 0, log2 ((double) LONGEST_LIFE / SHORTEST_LIFE));

  return g_strdup_printf ("%.0f", SHORTEST_LIFE * exp2 (doublings));
}

/* One life, to its sudden end, which mostly is that moment. */
void
lives_live (Lives *self, LifeMoment moment, GRand *rand)
{
  g_autofree char *seed = g_strdup_printf ("%u", g_rand_int (rand));
  g_autofree char *life = choose_life (rand);
  g_autofree char *mostly = g_strdup_printf ("%d", moment);
  const char *argv[] = { g_getenv ("HEADROOM_KILL_CHILD"),
                         g_file_peek_path (self->file),
                         seed,
                         life,
                         mostly,
                         NULL };
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
  self->n_kills++;
  self->opened = self->saving = FALSE;
  self->doing = LIFE_OPENING;
  hear_all (self, said);
  self->n_kills_in[find_moment (self)]++;
}

/* The person's file is the old plan or the new one, and whole. */
void
lives_check_file (Lives *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HrPlan) plan = hr_store_load (self->path, NULL, &error);
  guint64 print;

  g_assert_no_error (error);
  print = hr_test_print (plan);
  if (!g_hash_table_contains (self->files, &print))
    g_error ("the file is neither the old plan nor the new");
}

/* What was said is there; a step more may be, whole. */
static void
check_plan (Lives *self, HrHistory *history)
{
  HrPlan *plan = hr_history_get_plan (history);
  g_autoptr (GError) error = NULL;

  g_assert_true (hr_plan_check (plan, &error));
  g_assert_no_error (error);
  if (hr_history_get_revision (history) == self->revision)
    {
      g_assert_cmpuint (hr_test_print (plan), ==, self->print);
      return;
    }
  self->n_ahead++;
  for (guint i = hr_history_get_n_steps (history) + 1; i > 0; i--)
    {
      guint64 revision = i > 1 ? hr_history_get_step (history, i - 2, NULL)
                               : hr_history_get_first_revision (history);

      if (revision != self->revision)
        continue;
      hr_history_go_to (history, i - 1);
      g_assert_cmpuint (hr_test_print (plan), ==, self->print);
      return;
    }
  g_error ("what was done is not there");
}

/* What says that it is saved must be. */
static void
assert_is_file (Lives *self, HrPlan *plan)
{
  g_autoptr (HrPlan) saved = hr_store_load (self->path, NULL, NULL);

  g_assert_true (hr_item_equal (saved, plan));
}

/* What was promised is recovered, and can be saved. */
void
lives_check_recovery (Lives *self)
{
  g_autoptr (GPtrArray) left = hr_leftovers_list ();
  HrWorkingCopy *copy;
  g_autoptr (GError) error = NULL;
  HrLeftover *leftover;
  guint64 n_lost;
  guint n_done;

  g_assert_cmpuint (left->len, <=, 1);
  g_assert_true (left->len == 1 || !self->opened);
  if (left->len == 0)
    return;
  leftover = g_ptr_array_index (left, 0);
  g_assert_no_error (leftover->error);
  copy = hr_working_copy_recover (leftover->id, &n_lost, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_lost, ==, 0);
  n_done = hr_history_get_n_done (hr_working_copy_get_history (copy));
  if (!hr_working_copy_is_modified (copy))
    assert_is_file (self, hr_history_get_plan (hr_working_copy_get_history (copy)));
  if (self->opened)
    check_plan (self, hr_working_copy_get_history (copy));
  hr_history_go_to (hr_working_copy_get_history (copy), n_done);

  /* Its own save is not taken for somebody else's. */
  save_and_wait (copy, self->file, HR_SAVE_CAREFUL, &error);
  g_assert_no_error (error);
  set_file (self,
            hr_test_print (hr_history_get_plan (hr_working_copy_get_history (copy))));
  let_go (copy);
}

/* A plan of the first version, which is migrated as it is opened. */
void
lives_begin (Lives *self, GRand *rand)
{
  static const char *const golden[] = { "1-empty", "1-typical", "1-maximal" };
  const char *name = golden[g_rand_int (rand) % G_N_ELEMENTS (golden)];
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "store", "golden", name, NULL);
  g_autofree char *from = g_strconcat (path, HR_STORE_SUFFIX, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (from);
  g_autoptr (HrPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) to = g_file_new_for_path (self->path);

  g_file_copy (file, to, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  plan = hr_store_load (from, NULL, &error);
  g_assert_no_error (error);
  self->files = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  set_file (self, hr_test_print (plan));
}

void
lives_end (Lives *self)
{
  g_autoptr (GPtrArray) left = hr_leftovers_list ();

  for (guint i = 0; i < left->len; i++)
    g_assert_true (hr_leftovers_discard (((HrLeftover *) left->pdata[i])->id, NULL));
  g_clear_pointer (&self->files, g_hash_table_unref);
}
