/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Plans that were open when the program came to an end: what was done is there again. */
#include <errno.h>
#include <string.h>
#include <utime.h>

#include "recovery-fixture.h"

/* ---- Accounts that come --------------------------------------------------------------
 */

typedef struct
{
  gboolean done;
  GError *error;
} Keeping;

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Keeping *keeping = data;

  keeping->done = TRUE;
  hr_working_copy_keep_accounts_finish (HR_WORKING_COPY (source), result,
                                        &keeping->error);
}

/* Which file holds them: 0 if there is none. */
static ino_t
look_at_accounts (Fixture *fixture, guint number)
{
  g_autofree char *path = hr_working_copy_get_accounts (fixture->copy, number);
  GStatBuf found;

  return g_stat (path, &found) == 0 ? found.st_ino : 0;
}

static gboolean
has_accounts (Fixture *fixture)
{
  return look_at_accounts (fixture, fixture->copy->keeping) != 0;
}

/* With an edit before it is done, as somebody else would make it. */
static void
keep (Fixture *fixture, HrPortfolio *portfolio, GCancellable *cancellable, GError **error)
{
  Keeping keeping = { FALSE, NULL };
  g_autofree char *name = g_uuid_string_random ();

  hr_working_copy_keep_accounts_async (fixture->copy, portfolio, cancellable, kept_cb,
                                       &keeping);
  while (!g_cancellable_is_cancelled (cancellable) && !has_accounts (fixture))
    g_thread_yield ();
  rename_plan (fixture, name); /* which forgets accounts that nobody has */
  while (!keeping.done)
    g_main_context_iteration (NULL, TRUE);
  if (keeping.error != NULL)
    g_propagate_error (error, keeping.error);
}

static void
set_portfolio (Fixture *fixture, HrPortfolio *portfolio)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, HR_TYPE_PORTFOLIO);
  g_value_set_object (&value, portfolio);
  g_assert_true (hr_history_set (hr_working_copy_get_history (fixture->copy),
                                 plan_of (fixture), "portfolio", &value, NULL));
  g_assert_no_error (hr_working_copy_get_error (fixture->copy));
}

static void
test_keep (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (HrPlan) plan = hr_test_plan_new_worked_example ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  HrPortfolio *portfolio = hr_test_random_portfolio (rand, 200);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (HrPlan) before = NULL;
  g_autoptr (GError) error = NULL;
  ino_t file;

  fixture->copy = hr_working_copy_new (plan);
  g_cancellable_cancel (cancellable);
  keep (fixture, portfolio, cancellable, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_cmpuint (look_at_accounts (fixture, 2), ==, 0);

  keep (fixture, portfolio, NULL, &error);
  g_assert_no_error (error);
  file = look_at_accounts (fixture, 3);
  g_assert_cmpuint (file, !=, 0);
  set_portfolio (fixture, portfolio);
  g_assert_cmpuint (look_at_accounts (fixture, 3), ==, file); /* not written anew */
  g_assert_cmpuint (look_at_accounts (fixture, 4), ==, 0);

  before = hr_item_copy (plan);
  crash (fixture);
  g_clear_object (&plan);
  g_object_unref (portfolio);
  recover (fixture);
  g_assert_true (hr_item_equal (plan_of (fixture), before));
}

/* Accounts that then do not come are not kept for ever. */
static void
test_kept_in_vain (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (HrPlan) plan = hr_test_plan_new_worked_example ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  HrPortfolio *portfolio = hr_test_random_portfolio (rand, 200);
  g_autoptr (GError) error = NULL;

  fixture->copy = hr_working_copy_new (plan);
  keep (fixture, portfolio, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (look_at_accounts (fixture, 2), !=, 0);
  g_object_unref (portfolio);
  rename_plan (fixture, "After");
  g_assert_cmpuint (look_at_accounts (fixture, 2), ==, 0);
}

/* ---- What is offered -----------------------------------------------------------------
 */

static void
test_listed (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (HrPlan) plan = hr_test_plan_new_worked_example ();
  g_autoptr (HrLeftover) leftover = NULL;
  g_autoptr (GPtrArray) left = NULL;
  gint64 before = g_get_real_time ();

  write_plan (fixture, plan);
  open_file (fixture);
  rename_plan (fixture, "One");
  rename_plan (fixture, "Two");
  rename_plan (fixture, "Three");
  hr_history_undo (hr_working_copy_get_history (fixture->copy));

  left = hr_leftovers_list (); /* it is open: nobody is offered it */
  g_assert_cmpuint (left->len, ==, 0);
  crash (fixture);
  leftover = get_only_leftover ();
  g_assert_cmpstr (leftover->name, ==, "Two");
  g_assert_true (g_file_equal (leftover->file, fixture->file));
  g_assert_cmpuint (leftover->n_unsaved, ==, 2);
  g_assert_cmpint (leftover->changed_at, >=, before);
  g_assert_cmpint (leftover->changed_at, <=, g_get_real_time ());
  recover (fixture);
}

static void
test_unsaved_count (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (HrPlan) plan = hr_test_plan_new_worked_example ();
  static const guint expected[] = { 1, 0, 1, 1, 2 };
  HrHistory *history;
  g_autoptr (GError) error = NULL;

  fixture->copy = hr_working_copy_new (plan);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (HrLeftover) leftover = NULL;

      history = hr_working_copy_get_history (fixture->copy);
      if (i == 0)
        rename_plan (fixture, "One");
      else if (i == 1)
        save_and_wait (fixture->copy, fixture->file, HR_SAVE_CAREFUL, &error);
      else if (i == 2)
        hr_history_undo (history); /* differs from what is saved */
      else
        rename_plan (fixture, i == 3 ? "Two" : "Three");
      g_assert_no_error (error);
      crash (fixture);
      leftover = get_only_leftover ();
      /* What was saved is among the forgotten: at least as many as counted */
      g_assert_cmpuint (leftover->n_unsaved, >=, expected[i]);
      if (i < 3)
        g_assert_cmpuint (leftover->n_unsaved, ==, expected[i]);
      recover (fixture);
      g_assert_cmpint (hr_working_copy_is_modified (fixture->copy), ==, expected[i] > 0);
    }
}

static void
test_busy (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (HrPlan) plan = hr_test_plan_new_worked_example ();
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;
  guint64 n_lost;

  fixture->copy = hr_working_copy_new (plan);
  id = g_path_get_basename (fixture->copy->folder);
  g_assert_null (hr_working_copy_recover (id, &n_lost, NULL, &error));
  g_assert_error (error, HR_ERROR, HR_ERROR_BUSY);
  g_clear_error (&error);
  g_assert_false (hr_leftovers_discard (id, &error));
  g_assert_error (error, HR_ERROR, HR_ERROR_BUSY);
  rename_plan (fixture, "Still safe");
  g_assert_no_error (hr_working_copy_get_error (fixture->copy));
}

static void
test_discard (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (HrPlan) plan = hr_test_plan_new_worked_example ();
  g_autoptr (HrLeftover) leftover = NULL;
  g_autoptr (GError) error = NULL;

  write_plan (fixture, plan);
  open_file (fixture);
  rename_plan (fixture, "Changed");
  crash (fixture);
  leftover = get_only_leftover ();
  g_assert_true (hr_leftovers_discard (leftover->id, &error));
  g_assert_no_error (error);
  open_file (fixture);
  g_assert_true (hr_item_equal (plan_of (fixture), plan));
}

/* ---- Damage --------------------------------------------------------------------------
 */

static void
run_in_journal (const HrLeftover *leftover, const char *sql)
{
  g_autofree char *path =
      g_build_filename (g_get_user_state_dir (), "headroom", HR_COPY_PLANS, leftover->id,
                        HR_COPY_JOURNAL, NULL);
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

/* Up to the damage all is there, and new steps can be made and survive. */
static void
test_damaged_step (Fixture *fixture, gconstpointer user_data)
{
  static const struct
  {
    const char *sql;
    guint64 n_lost;
    const char *name;
  } damages[] = {
    { "UPDATE step SET edits = substr (edits, 1, 20) WHERE revision = 3", 3, "2" },
    { "UPDATE step SET label = 'x' WHERE revision = 4", 2, "3" },
    { "UPDATE step SET edits = x'00' WHERE revision = 1", 5, "Worked example" },
    { "DELETE FROM step WHERE revision = 2", 3, "1" },
    { "UPDATE step SET hash = 0 WHERE revision = 5", 1, "4" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autoptr (HrPlan) plan = hr_test_plan_new_worked_example ();
      g_autoptr (HrLeftover) leftover = NULL;
      g_autoptr (GError) error = NULL;
      guint64 n_lost;

      g_object_set (plan, "name", "Worked example", NULL);
      fixture->copy = hr_working_copy_new (plan);
      for (guint n = 1; n <= 5; n++)
        rename_plan (fixture, (char[]) { (char) ('0' + n), '\0' });
      crash (fixture);
      leftover = get_only_leftover ();
      run_in_journal (leftover, damages[i].sql);
      fixture->copy = hr_working_copy_recover (leftover->id, &n_lost, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (n_lost, ==, damages[i].n_lost);
      g_assert_cmpstr (plan_of (fixture)->name, ==, damages[i].name);
      rename_plan (fixture, "After");
      crash (fixture);
      recover (fixture);
      g_assert_cmpstr (plan_of (fixture)->name, ==, "After");
      hr_working_copy_close (fixture->copy);
      crash (fixture);
    }
}

static void
test_other_journals (Fixture *fixture, gconstpointer user_data)
{
  static const struct
  {
    const char *sql;
    HrError code;
  } journals[] = {
    { "PRAGMA user_version = 9", HR_ERROR_NEWER },
    { "PRAGMA application_id = 9", HR_ERROR_SYNTAX },
    { "DELETE FROM state", HR_ERROR_SYNTAX },
    { "DROP TABLE step", HR_ERROR_FILE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (journals); i++)
    {
      g_autoptr (HrPlan) plan = hr_test_plan_new_worked_example ();
      g_autoptr (HrLeftover) leftover = NULL;
      g_autoptr (HrLeftover) again = NULL;
      g_autoptr (GError) error = NULL;
      guint64 n_lost;

      fixture->copy = hr_working_copy_new (plan);
      crash (fixture);
      leftover = get_only_leftover ();
      run_in_journal (leftover, journals[i].sql);
      g_assert_null (hr_working_copy_recover (leftover->id, &n_lost, NULL, &error));
      g_assert_error (error, HR_ERROR, (int) journals[i].code);
      again = get_only_leftover (); /* it stays, and says why */
      g_assert_error (again->error, HR_ERROR, (int) journals[i].code);
      g_assert_true (hr_leftovers_discard (again->id, NULL));
    }
}

/* The end came while it was being opened: there is nothing to be lost. */
static void
test_half_made (Fixture *fixture, gconstpointer user_data)
{
  static const char *const files[] = { NULL, HR_COPY_BASE, HR_COPY_JOURNAL };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "headroom",
                                                  HR_COPY_PLANS, "half", NULL);
      g_autofree char *path = g_build_filename (folder, files[i], NULL);
      const struct utimbuf long_ago = { 0 };
      g_autoptr (GPtrArray) left = NULL;

      g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
      if (files[i] != NULL)
        g_assert_true (g_file_set_contents (path, "", 0, NULL));
      if (i == 0) /* another thread may be about to fill it */
        {
          left = hr_leftovers_list ();
          g_assert_cmpuint (left->len, ==, 0);
          g_assert_true (g_file_test (folder, G_FILE_TEST_EXISTS));
          g_clear_pointer (&left, g_ptr_array_unref);
        }
      g_assert_cmpint (g_utime (folder, (struct utimbuf *) &long_ago), ==, 0);
      left = hr_leftovers_list ();
      g_assert_cmpuint (left->len, ==, 0);
      g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
    }
}

/* ---- Backups -------------------------------------------------------------------------
 */

/* A backup is opened in place of the file, which stays until that is saved. */
static void
test_restore (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (HrPlan) plan = hr_test_plan_new_worked_example ();
  g_autofree char *backup = g_build_filename (fixture->folder, "backup.headroom", NULL);
  g_autoptr (HrPlan) now = NULL;
  g_autoptr (HrLeftover) leftover = NULL;
  g_autoptr (GError) error = NULL;

  g_object_set (plan, "name", "Old", NULL);
  hr_store_save (plan, backup, NULL, &error);
  g_object_set (plan, "name", "New", NULL);
  write_plan (fixture, plan);
  fixture->copy = hr_working_copy_restore (backup, fixture->file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (plan_of (fixture)->name, ==, "Old");
  g_assert_true (hr_working_copy_is_modified (fixture->copy));
  crash (fixture);
  leftover = get_only_leftover ();
  g_assert_cmpuint (leftover->n_unsaved, ==, 1);
  recover (fixture);
  g_assert_true (hr_working_copy_is_modified (fixture->copy));
  rename_plan (fixture, "Old, edited");
  save_and_wait (fixture->copy, fixture->file, HR_SAVE_CAREFUL, &error);
  g_assert_no_error (error);
  now = hr_store_load (g_file_peek_path (fixture->file), NULL, NULL);
  g_assert_cmpstr (now->name, ==, "Old, edited");
}

/* ---- Where there is no room ----------------------------------------------------------
 */

/* Whoever cannot have a copy can still work and save, and is told. */
static void
test_no_folder (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (HrPlan) plan = hr_test_plan_new_worked_example ();
  g_autoptr (HrPlan) back = NULL;
  g_autofree char *plans =
      g_build_filename (g_get_user_state_dir (), "headroom", HR_COPY_PLANS, NULL);
  g_autoptr (GError) error = NULL;

  write_plan (fixture, plan);
  test_remove_tree (plans);
  g_assert_true (g_file_set_contents (plans, "", 0, NULL)); /* a file is in the way */
  fixture->copy = hr_working_copy_open (fixture->file, NULL, &error);
  g_assert_no_error (error);
  g_assert_error (hr_working_copy_get_error (fixture->copy), HR_ERROR, HR_ERROR_FILE);
  rename_plan (fixture, "Saved all the same");
  save_and_wait (fixture->copy, fixture->file, HR_SAVE_CAREFUL, &error);
  g_assert_no_error (error);
  g_assert_false (hr_working_copy_is_modified (fixture->copy));
  back = hr_store_load (g_file_peek_path (fixture->file), NULL, NULL);
  g_assert_cmpstr (back->name, ==, "Saved all the same");
  g_assert_cmpint (g_unlink (plans), ==, 0);
}

static void
count_cb (guint *n)
{
  ++*n;
}

static void
limit_journal (Fixture *fixture, const char *sql)
{
  sqlite3 *db = hr_journal_get_db (fixture->copy->journal);

  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
}

/* A step that cannot be written stays, with a warning; the next brings it along. */
static void
test_catching_up (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (HrPlan) plan = hr_test_plan_new_worked_example ();
  g_autofree char *much = g_strnfill (100000, 'x');
  guint n_notified = 0;

  fixture->copy = hr_working_copy_new (plan);
  g_signal_connect_swapped (fixture->copy, "notify::error", G_CALLBACK (count_cb),
                            &n_notified);
  rename_plan (fixture, "Safe");
  limit_journal (fixture, "PRAGMA max_page_count = 1");
  write_text (fixture, "mission", much);
  g_assert_error (hr_working_copy_get_error (fixture->copy), HR_ERROR, HR_ERROR_FILE);
  g_assert_nonnull (
      strstr (hr_working_copy_get_error (fixture->copy)->message, g_strerror (ENOSPC)));
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_cmpstr (plan_of (fixture)->mission, ==, much);

  limit_journal (fixture, "PRAGMA max_page_count = 100000");
  rename_plan (fixture, "Safe again");
  g_assert_no_error (hr_working_copy_get_error (fixture->copy));
  g_assert_cmpuint (n_notified, ==, 2);
  crash (fixture);
  recover (fixture);
  g_assert_cmpstr (plan_of (fixture)->name, ==, "Safe again");
  g_assert_cmpstr (plan_of (fixture)->mission, ==, much);
  hr_history_go_to (hr_working_copy_get_history (fixture->copy), 1);
  g_assert_cmpstr (plan_of (fixture)->mission, !=, much);
}

int
main (int argc, char **argv)
{
  g_autofree char *state = test_state_set_up ();
  int status;

  g_test_init (&argc, &argv, NULL);

  ADD ("keep", test_keep);
  ADD ("kept-in-vain", test_kept_in_vain);
  ADD ("listed", test_listed);
  ADD ("unsaved-count", test_unsaved_count);
  ADD ("busy", test_busy);
  ADD ("discard", test_discard);
  ADD ("damaged-step", test_damaged_step);
  ADD ("other-journals", test_other_journals);
  ADD ("half-made", test_half_made);
  ADD ("restore", test_restore);
  ADD ("no-folder", test_no_folder);
  ADD ("catching-up", test_catching_up);

  status = g_test_run ();
  test_remove_tree (state);
  return status;
}
