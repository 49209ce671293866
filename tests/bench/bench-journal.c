/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* From an edit to the disk; what that costs beside the edit itself; saving and opening a
 * plan of 100,000 accounts, and for how long saving keeps the main loop busy. The files
 * lie in the current folder, so that they reach a disk. */
#include <glib/gstdio.h>
#include <stdlib.h>

#include "hr-store.h"
#include "hr-test-plan.h"
#include "hr-test-state.h"
#include "hr-working-copy.h"

#define N_EDITS 2000
#define N_ACCOUNTS 100000
#define N_ROUNDS 7
#define STATE "bench-journal.state"
#define PLAN "bench-journal.headroom"

static int
compare (gconstpointer a, gconstpointer b)
{
  const double *left = a, *right = b;

  return (*left > *right) - (*left < *right);
}

static double
since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1e3;
}

static void
tell (const char *what, double *times, guint n)
{
  qsort (times, n, sizeof *times, compare);
  g_print ("%s: median %.3f ms, p99 %.3f ms, most %.3f ms\n", what, times[n / 2],
           times[n * 99 / 100], times[n - 1]);
}

static void
edit (HrHistory *history, guint i)
{
  HrPlan *plan = hr_history_get_plan (history);
  HrJourney *journey = hr_list_get (plan->journeys, 0);
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_DOUBLE);
  g_value_set_double (&value, i % 500);
  hr_history_set (history, hr_list_get (journey->touchpoints, 0), "prep-minutes", &value,
                  NULL);
}

static void
time_edits (void)
{
  g_autoptr (HrPlan) plan = hr_test_plan_new_worked_example ();
  g_autoptr (HrPlan) other = hr_test_plan_new_worked_example ();
  g_autoptr (HrWorkingCopy) copy = hr_working_copy_new (plan);
  g_autoptr (HrHistory) bare = hr_history_new (other);
  double times[N_EDITS];

  for (guint i = 0; i < N_EDITS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      edit (bare, i + 1);
      times[i] = since (start);
    }
  tell ("an edit in memory", times, N_EDITS);
  for (guint i = 0; i < N_EDITS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      edit (hr_working_copy_get_history (copy), i + 1);
      times[i] = since (start);
    }
  g_assert_no_error (hr_working_copy_get_error (copy));
  tell ("an edit to the disk", times, N_EDITS);
  hr_working_copy_close (copy);
}

typedef struct
{
  gboolean done;
  gint64 last; /* when it turned */
  double longest;
} Loop;

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  hr_working_copy_save_finish (HR_WORKING_COPY (source), result, &error);
  g_assert_no_error (error);
  ((Loop *) data)->done = TRUE;
}

static gboolean
tick_cb (gpointer data)
{
  Loop *loop = data;

  loop->longest = MAX (loop->longest, since (loop->last));
  loop->last = g_get_monotonic_time ();
  return G_SOURCE_CONTINUE;
}

/* The loop turns every ms; the longest turn is how long a person waits for a key. */
static double
time_save (HrWorkingCopy *copy, GFile *file, double *stall)
{
  gint64 start = g_get_monotonic_time ();
  Loop loop = { FALSE, start, 0 };
  guint tick = g_timeout_add (1, tick_cb, &loop);

  hr_working_copy_save_async (copy, file, HR_SAVE_OVERWRITE, NULL, saved_cb, &loop);
  while (!loop.done)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (tick);
  *stall = loop.longest;
  return since (start);
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  hr_working_copy_keep_accounts_finish (HR_WORKING_COPY (source), result, &error);
  g_assert_no_error (error);
  ((Loop *) data)->done = TRUE;
}

/* As the window does it: the accounts are on the disk before the step is made. */
static void
time_large_import (GRand *rand)
{
  g_autoptr (HrPlan) plan = hr_test_plan_new_worked_example ();
  g_autoptr (HrWorkingCopy) copy = hr_working_copy_new (plan);
  g_autoptr (HrPortfolio) portfolio = hr_test_random_portfolio (rand, 10 * N_ACCOUNTS);
  g_auto (GValue) value = G_VALUE_INIT;
  gint64 start = g_get_monotonic_time ();
  Loop loop = { FALSE, start, 0 };
  guint tick = g_timeout_add (1, tick_cb, &loop);

  hr_working_copy_keep_accounts_async (copy, portfolio, NULL, kept_cb, &loop);
  while (!loop.done)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (tick);
  g_print ("1,000,000 accounts to the disk: %.0f ms, the main loop meanwhile %.3f ms\n",
           since (start), loop.longest);
  g_value_init (&value, HR_TYPE_PORTFOLIO);
  g_value_set_object (&value, portfolio);
  start = g_get_monotonic_time ();
  hr_history_set (hr_working_copy_get_history (copy), plan, "portfolio", &value, NULL);
  g_print ("the step that takes them in: %.3f ms\n", since (start));
  hr_working_copy_close (copy);
}

/* What an import adds to an edit that was not prepared. */
static void
time_import (HrWorkingCopy *copy, GRand *rand)
{
  HrHistory *history = hr_working_copy_get_history (copy);
  double times[3];

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;
      gint64 start;

      g_value_init (&value, HR_TYPE_PORTFOLIO);
      g_value_take_object (&value, hr_test_random_portfolio (rand, N_ACCOUNTS));
      start = g_get_monotonic_time ();
      hr_history_set (history, hr_history_get_plan (history), "portfolio", &value, NULL);
      times[i] = since (start);
    }
  tell ("an import of 100,000 accounts to the disk", times, G_N_ELEMENTS (times));
}

static void
time_files (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (HrPortfolio) portfolio = hr_test_random_portfolio (rand, N_ACCOUNTS);
  g_autoptr (HrPlan) plan = hr_test_plan_new_full ();
  g_autoptr (GFile) file = g_file_new_for_path (PLAN);
  g_autoptr (HrWorkingCopy) copy = NULL;
  double saves[N_ROUNDS], stalls[N_ROUNDS], opens[N_ROUNDS];

  g_object_set (plan, "portfolio", portfolio, NULL);
  copy = hr_working_copy_new (plan);
  for (guint i = 0; i < N_ROUNDS; i++)
    saves[i] = time_save (copy, file, &stalls[i]);
  time_import (copy, rand);
  time_large_import (rand);
  hr_working_copy_close (copy);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (HrWorkingCopy) opened = hr_working_copy_open (file, NULL, NULL);

      opens[i] = since (start);
      hr_working_copy_close (opened);
    }
  tell ("saving 100,000 accounts", saves, N_ROUNDS);
  tell ("the main loop meanwhile", stalls, N_ROUNDS);
  tell ("opening 100,000 accounts", opens, N_ROUNDS);
}

int
main (int argc, char **argv)
{
  g_autofree char *state = g_canonicalize_filename (STATE, NULL);

  g_setenv ("XDG_STATE_HOME", state, TRUE);
  time_edits ();
  time_files ();
  g_unlink (PLAN);
  test_remove_tree (state);
  return 0;
}
