/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Each call to the system fails, one after the other, once or from then on: while a plan
 * is opened, edited and saved. The old file stays, or is the new one; what cannot be done
 * is said; and what was said to be done is done. */
#include <errno.h>

#include "faults.h"
#include "hr-error.h"
#include "hr-store.h"
#include "hr-test-plan.h"
#include "hr-test-seed.h"
#include "hr-test-state.h"
#include "hr-user-file.h"
#include "open-plan.h"

#define MOST_CALLS 5000

typedef struct
{
  FaultKind kind;
  int code;
} Fault;

static const Fault FAULTS[] = {
  { FAULT_ONCE, EIO },
  { FAULT_FOR_EVER, EIO },
  { FAULT_FOR_EVER, ENOSPC },
  { FAULT_LATE, ENOTCONN },
};

typedef struct
{
  char *folder;
  char *path;
  char *old; /* a copy of the file as it was */
  GFile *file;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (HrPlan) plan = hr_test_plan_new_worked_example ();
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("headroom-faults-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "plan.headroom", NULL);
  fixture->old = g_build_filename (fixture->folder, "old.headroom", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
  g_object_set (plan, "name", "Old", NULL);
  hr_store_save (plan, fixture->old, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer user_data)
{
  test_remove_tree (fixture->folder);
  g_object_unref (fixture->file);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->old);
}

static void
put_old_file (Fixture *fixture)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (fixture->old, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) length, NULL));
}

static void
rename_plan (HrWorkingCopy *copy, const char *name)
{
  HrHistory *history = hr_working_copy_get_history (copy);
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, name);
  g_assert_true (
      hr_history_set (history, hr_history_get_plan (history), "name", &value, NULL));
}

static void
set_portfolio (HrWorkingCopy *copy, HrPortfolio *portfolio)
{
  HrHistory *history = hr_working_copy_get_history (copy);
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, HR_TYPE_PORTFOLIO);
  g_value_set_object (&value, portfolio);
  g_assert_true (
      hr_history_set (history, hr_history_get_plan (history), "portfolio", &value, NULL));
}

static HrWorkingCopy *
open_copy (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  HrWorkingCopy *copy = hr_working_copy_open (fixture->file, NULL, &error);

  g_assert_no_error (error);
  return copy;
}

static void
drop (HrWorkingCopy *copy)
{
  gpointer alive = copy;

  hr_working_copy_close (copy);
  g_object_add_weak_pointer (alive, &alive);
  g_object_unref (copy);
  while (g_atomic_pointer_get (&alive) != NULL)
    g_thread_yield ();
}

/* The old file to the last byte, or the new plan. */
static void
assert_old_or_new (Fixture *fixture, gboolean saved)
{
  g_autoptr (HrPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  if (!saved && hr_user_file_equal (fixture->path, fixture->old))
    return;
  plan = hr_store_load (fixture->path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (plan->name, ==, "New");
}

static gboolean
save_with_fault (Fixture *fixture, const Fault *fault, guint n)
{
  HrWorkingCopy *copy;
  g_autoptr (GError) error = NULL;
  gboolean saved, struck;

  put_old_file (fixture);
  copy = open_copy (fixture);
  rename_plan (copy, "New");
  faults_arm (n, fault->kind, fault->code);
  saved = save_and_wait (copy, fixture->file, HR_SAVE_CAREFUL, &error);
  struck = faults_disarm ();
  g_assert_true (saved || struck);
  if (!saved)
    g_assert_true (error != NULL && error->domain == HR_ERROR);
  g_assert_cmpint (hr_working_copy_is_modified (copy), ==, !saved);
  assert_old_or_new (fixture, saved);

  /* The trouble is over: it can be saved, and edits are safe again. */
  g_clear_error (&error);
  saved = save_and_wait (copy, fixture->file, HR_SAVE_CAREFUL, &error);
  g_assert_no_error (error);
  assert_old_or_new (fixture, TRUE);
  rename_plan (copy, "Newer");
  g_assert_no_error (hr_working_copy_get_error (copy));
  drop (copy);
  return struck;
}

/* What could not be removed in trouble is offered once more than it need be. */
static void
discard_leftovers (void)
{
  g_autoptr (GPtrArray) left = hr_leftovers_list ();

  for (guint i = 0; i < left->len; i++)
    g_assert_true (hr_leftovers_discard (((HrLeftover *) left->pdata[i])->id, NULL));
}

static gboolean
open_with_fault (Fixture *fixture, const Fault *fault, guint n)
{
  HrWorkingCopy *copy;
  g_autoptr (GError) error = NULL;
  gboolean struck;

  put_old_file (fixture);
  faults_arm (n, fault->kind, fault->code);
  copy = hr_working_copy_open (fixture->file, NULL, &error);
  struck = faults_disarm ();
  g_assert_true (hr_user_file_equal (fixture->path, fixture->old));
  if (copy == NULL)
    {
      g_assert_true (struck && error->domain == HR_ERROR);
      discard_leftovers ();
      return TRUE;
    }
  g_assert_cmpstr (hr_history_get_plan (hr_working_copy_get_history (copy))->name, ==,
                   "Old");
  drop (copy);
  return struck;
}

static HrWorkingCopy *
recover (void)
{
  g_autoptr (GPtrArray) left = hr_leftovers_list ();
  g_autoptr (GError) error = NULL;
  HrWorkingCopy *copy;
  guint64 n_lost;

  g_assert_cmpuint (left->len, ==, 1);
  copy = hr_working_copy_recover (((HrLeftover *) left->pdata[0])->id, &n_lost, NULL,
                                  &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_lost, ==, 0);
  return copy;
}

/* An edit that is not warned of survives; one that is may. */
static gboolean
edit_with_fault (Fixture *fixture, const Fault *fault, guint n)
{
  HrWorkingCopy *copy;
  gboolean struck, safe;
  const char *name;

  put_old_file (fixture);
  copy = open_copy (fixture);
  rename_plan (copy, "Before");
  faults_arm (n, fault->kind, fault->code);
  rename_plan (copy, "After");
  struck = faults_disarm ();
  safe = hr_working_copy_get_error (copy) == NULL;
  g_assert_true (safe || struck);
  g_object_unref (copy);

  copy = recover ();
  name = hr_history_get_plan (hr_working_copy_get_history (copy))->name;
  if (safe || !g_str_equal (name, "Before"))
    g_assert_cmpstr (name, ==, "After");
  drop (copy);
  return struck;
}

/* What cannot be recovered in trouble can be later: looking at it never costs it. */
static gboolean
recover_with_fault (Fixture *fixture, const Fault *fault, guint n)
{
  HrWorkingCopy *copy;
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GError) error = NULL;
  guint64 n_lost;
  gboolean struck;

  put_old_file (fixture);
  copy = open_copy (fixture);
  rename_plan (copy, "Before");
  rename_plan (copy, "After");
  g_object_unref (copy);

  faults_arm (n, fault->kind, fault->code);
  left = hr_leftovers_list ();
  copy = left->len == 0 ? NULL
                        : hr_working_copy_recover (((HrLeftover *) left->pdata[0])->id,
                                                   &n_lost, NULL, &error);
  struck = faults_disarm ();
  g_assert_true (copy != NULL || struck);
  g_assert_true (copy != NULL || left->len == 0 || error->domain == HR_ERROR);
  if (copy == NULL)
    copy = recover ();
  g_assert_cmpstr (hr_history_get_plan (hr_working_copy_get_history (copy))->name, ==,
                   "After");
  g_assert_cmpuint (hr_history_get_n_steps (hr_working_copy_get_history (copy)), ==, 2);
  drop (copy);
  return struck;
}

/* Accounts lie in a file of their own: the step is safe only with it. */
static gboolean
import_with_fault (Fixture *fixture, const Fault *fault, guint n)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (n);
  g_autoptr (HrPortfolio) portfolio = hr_test_random_portfolio (rand, 50);
  HrWorkingCopy *copy;
  HrPlan *plan;
  gboolean struck, safe;

  put_old_file (fixture);
  copy = open_copy (fixture);
  faults_arm (n, fault->kind, fault->code);
  set_portfolio (copy, portfolio);
  struck = faults_disarm ();
  safe = hr_working_copy_get_error (copy) == NULL;
  g_assert_true (safe || struck);
  g_object_unref (copy);

  copy = recover ();
  plan = hr_history_get_plan (hr_working_copy_get_history (copy));
  if (safe || plan->portfolio != NULL)
    g_assert_true (hr_portfolio_equal (plan->portfolio, portfolio));
  drop (copy);
  return struck;
}

/* The journal begins anew with every second step. */
static gboolean
rebase_with_fault (Fixture *fixture, const Fault *fault, guint n)
{
  static const char *const names[] = { "One", "Two", "Three", "Four", NULL };
  HrWorkingCopy *copy;
  gboolean struck, safe;
  const char *name;

  put_old_file (fixture);
  copy = open_copy (fixture);
  copy->max_undo = 0;
  faults_arm (n, fault->kind, fault->code);
  for (guint i = 0; names[i] != NULL; i++)
    {
      rename_plan (copy, names[i]);
      while (copy->rebasing)
        g_main_context_iteration (NULL, TRUE);
    }
  struck = faults_disarm ();
  safe = hr_working_copy_get_error (copy) == NULL;
  g_assert_true (safe || struck);
  g_assert_true (copy->base.revision > 0 || struck);
  let_go (copy);

  copy = recover ();
  name = hr_history_get_plan (hr_working_copy_get_history (copy))->name;
  g_assert_true (g_str_equal (name, "Four") || (!safe && g_strv_contains (names, name)) ||
                 (!safe && g_str_equal (name, "Old")));
  drop (copy);
  return struck;
}

typedef gboolean (*Scenario) (Fixture *fixture, const Fault *fault, guint n);

/* Until it goes through without meeting the fault. */
static void
run_scenario (Fixture *fixture, Scenario scenario)
{
  for (guint i = 0; i < G_N_ELEMENTS (FAULTS); i++)
    {
      guint n = 1;

      while (scenario (fixture, &FAULTS[i], n) && n < MOST_CALLS)
        n++;
      g_test_message ("%u calls", n - 1);
      g_assert_cmpuint (n, >, 3);
      g_assert_cmpuint (n, <, MOST_CALLS);
    }
}

static void
test_save (Fixture *fixture, gconstpointer user_data)
{
  run_scenario (fixture, save_with_fault);
}

static void
test_open (Fixture *fixture, gconstpointer user_data)
{
  run_scenario (fixture, open_with_fault);
}

static void
test_edit (Fixture *fixture, gconstpointer user_data)
{
  run_scenario (fixture, edit_with_fault);
}

static void
test_recover (Fixture *fixture, gconstpointer user_data)
{
  run_scenario (fixture, recover_with_fault);
}

static void
test_import (Fixture *fixture, gconstpointer user_data)
{
  run_scenario (fixture, import_with_fault);
}

static void
test_rebase (Fixture *fixture, gconstpointer user_data)
{
  run_scenario (fixture, rebase_with_fault);
}

/* ---- Silent faults -------------------------------------------------------------------
 */

/* What is written is read again before it replaces anything: a bit that was written
 * wrongly is found, be it one that SQLite does not miss. */
static gboolean
save_garbled (Fixture *fixture, HrPortfolio *portfolio, guint n, guint *n_refused)
{
  HrWorkingCopy *copy;
  HrPlan *plan;
  g_autoptr (HrPlan) found = NULL;
  g_autoptr (GError) error = NULL;
  gboolean saved, struck;

  put_old_file (fixture);
  copy = open_copy (fixture);
  rename_plan (copy, "New");
  set_portfolio (copy, portfolio);
  plan = hr_history_get_plan (hr_working_copy_get_history (copy));
  faults_arm (n, FAULT_GARBLE, EIO);
  saved = save_and_wait (copy, fixture->file, HR_SAVE_CAREFUL, &error);
  struck = faults_disarm ();
  g_assert_true (saved || struck);
  if (saved)
    {
      g_clear_error (&error);
      found = hr_store_load (fixture->path, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (hr_item_equal (found, plan));
    }
  else
    {
      g_assert_true (error->domain == HR_ERROR);
      g_assert_true (hr_user_file_equal (fixture->path, fixture->old));
      ++*n_refused;
    }
  drop (copy);
  return struck;
}

static void
test_garbled (Fixture *fixture, gconstpointer user_data)
{
  guint n = 1, n_refused = 0;

  while (save_garbled (fixture, NULL, n, &n_refused) && n < MOST_CALLS)
    n++;
  g_test_message ("%u writes, %u saves refused", n - 1, n_refused);
  g_assert_cmpuint (n, <, MOST_CALLS);
  g_assert_cmpuint (n_refused, >, n / 2);
}

#define N_ACCOUNTS 60000
#define STRIDE 151

/* More than SQLite keeps in memory while it writes. */
static void
test_garbled_accounts (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (HrPortfolio) portfolio = hr_test_random_portfolio (rand, N_ACCOUNTS);
  guint n = 1, n_refused = 0;

  while (save_garbled (fixture, portfolio, n, &n_refused) && n < MOST_CALLS)
    n += STRIDE;
  g_test_message ("%u saves, %u refused", n / STRIDE, n_refused);
  g_assert_cmpuint (n_refused, >, n / STRIDE / 2);
}

/* ---- The order of things -------------------------------------------------------------
 */

#define NONE G_MAXUINT

/* The last such call before another one; a path may end in a star. */
static guint
find_last (GPtrArray *calls, guint before, const char *call, const char *path)
{
  g_autofree char *wanted = g_strdup_printf ("%s %s", call, path);

  for (guint i = MIN (before, calls->len); i > 0; i--)
    if (g_pattern_match_simple (wanted, g_ptr_array_index (calls, i - 1)))
      return i - 1;
  return NONE;
}

/* The new file is on the disk before it replaces the old one, and its folder after. */
static void
test_save_order (Fixture *fixture, gconstpointer user_data)
{
  HrWorkingCopy *copy;
  g_autoptr (GPtrArray) calls = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *made = g_strdup_printf ("%s/.plan.headroom.*", fixture->folder);
  guint written, synced, renamed, folder_synced;

  put_old_file (fixture);
  copy = open_copy (fixture);
  rename_plan (copy, "New");
  faults_begin_log ();
  save_and_wait (copy, fixture->file, HR_SAVE_CAREFUL, &error);
  calls = faults_end_log ();
  g_assert_no_error (error);

  renamed = find_last (calls, NONE, "rename", fixture->path);
  g_assert_cmpuint (renamed, !=, NONE);
  written = find_last (calls, NONE, "write", made);
  synced = find_last (calls, renamed, "sync", made);
  folder_synced = find_last (calls, NONE, "sync", fixture->folder);
  g_assert_cmpuint (written, <, synced);
  g_assert_cmpuint (synced, <, renamed);
  g_assert_cmpuint (renamed, <, folder_synced);
  g_assert_cmpuint (folder_synced, !=, NONE);
  drop (copy);
}

typedef struct
{
  HrWorkingCopy *copy;
  guint n_shown;
} Shown;

/* Whoever is told of a step may show it: by then the journal has it, on the disk. */
static void
shown_cb (HrHistory *history, Shown *shown)
{
  g_autoptr (GPtrArray) calls = faults_end_log ();
  g_autofree char *journal = hr_working_copy_get_path (shown->copy, HR_COPY_JOURNAL);
  guint written = find_last (calls, NONE, "write", journal);
  guint synced = find_last (calls, NONE, "sync", journal);

  g_assert_cmpuint (written, <, synced);
  g_assert_cmpuint (synced, !=, NONE);
  g_assert_no_error (hr_working_copy_get_error (shown->copy));
  g_assert_cmpuint (shown->copy->stored->len, ==, hr_history_get_n_steps (history));
  shown->n_shown++;
  faults_begin_log ();
}

static void
test_edit_order (Fixture *fixture, gconstpointer user_data)
{
  HrWorkingCopy *copy;
  HrHistory *history;
  Shown shown = { NULL, 0 };

  put_old_file (fixture);
  shown.copy = copy = open_copy (fixture);
  history = hr_working_copy_get_history (copy);
  g_signal_connect (history, "changed", G_CALLBACK (shown_cb), &shown);
  faults_begin_log ();
  rename_plan (copy, "One");
  hr_history_begin (history, "A group");
  rename_plan (copy, "Two");
  rename_plan (copy, "Three");
  hr_history_end (history);
  hr_history_undo (history);
  hr_history_redo (history);
  g_ptr_array_unref (faults_end_log ());
  g_assert_cmpuint (shown.n_shown, ==, 4);
  drop (copy);
}

#define ADD(name, test)                                                                  \
  g_test_add ("/store/faults/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_autofree char *state = test_state_set_up ();
  int status;

  g_test_init (&argc, &argv, NULL);

  ADD ("save", test_save);
  ADD ("open", test_open);
  ADD ("edit", test_edit);
  ADD ("garbled", test_garbled);
  ADD ("garbled-accounts", test_garbled_accounts);
  ADD ("save-order", test_save_order);
  ADD ("edit-order", test_edit_order);
  if (hr_test_is_soak ())
    {
      ADD ("recover", test_recover);
      ADD ("import", test_import);
      ADD ("rebase", test_rebase);
    }

  status = g_test_run ();
  test_remove_tree (state);
  return status;
}
