/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* memmem() */
/* Saving a file that others change, delete, rename or replace meanwhile. */
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "hr-backups.h"
#include "hr-store.h"
#include "hr-test-plan.h"
#include "hr-test-state.h"
#include "hr-working-copy-private.h"
#include "open-plan.h"

typedef struct
{
  char *folder;
  char *path;
  char *other; /* a path where there is nothing yet */
  GFile *file;
  HrWorkingCopy *copy; /* of the file, with a change that is not saved */
} Fixture;

static HrWorkingCopy *
open_copy (GFile *file)
{
  g_autoptr (GError) error = NULL;
  HrWorkingCopy *copy = hr_working_copy_open (file, NULL, &error);

  g_assert_no_error (error);
  g_assert_no_error (hr_working_copy_get_error (copy));
  return copy;
}

static void
write_plan (const char *path, const char *name)
{
  g_autoptr (HrPlan) plan = hr_test_plan_new_worked_example ();
  g_autoptr (GError) error = NULL;

  g_object_set (plan, "name", name, NULL);
  hr_store_save (plan, path, NULL, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer user_data)
{
  fixture->folder = g_dir_make_tmp ("headroom-save-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "budget.headroom", NULL);
  fixture->other = g_build_filename (fixture->folder, "other.headroom", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
  write_plan (fixture->path, "Before");
  fixture->copy = open_copy (fixture->file);
  set_text (fixture->copy, "name", "Mine");
}

static void
drop (HrWorkingCopy **copy)
{
  if (*copy == NULL)
    return;
  hr_working_copy_close (*copy);
  g_clear_object (copy);
}

/* No save, good or bad, leaves anything beside the file. */
static void
tear_down (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  drop (&fixture->copy);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_assert_false (g_str_has_prefix (name, "."));
  test_remove_tree (fixture->folder);
  g_object_unref (fixture->file);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->other);
}

static char *
name_in (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HrPlan) plan = hr_store_load (path, NULL, &error);

  g_assert_no_error (error);
  return g_strdup (plan->name);
}

static void
assert_name (const char *path, const char *expected)
{
  g_autofree char *name = name_in (path);

  g_assert_cmpstr (name, ==, expected);
}

static void
assert_refused (Fixture *fixture, HrSaveMode mode, HrError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (save_and_wait (fixture->copy, fixture->file, mode, &error));
  g_assert_error (error, HR_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, fixture->path));
  g_assert_true (hr_working_copy_is_modified (fixture->copy));
}

static void
assert_saved (Fixture *fixture, HrSaveMode mode)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (save_and_wait (fixture->copy, fixture->file, mode, &error));
  g_assert_no_error (error);
  g_assert_false (hr_working_copy_is_modified (fixture->copy));
  assert_name (fixture->path, "Mine");
}

/* Who was refused can always save elsewhere, and that is then the file. */
static void
assert_saves_elsewhere (Fixture *fixture)
{
  g_autoptr (GFile) elsewhere = NULL;
  g_autofree char *folder = g_dir_make_tmp ("headroom-save-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "copy.headroom", NULL);
  g_autoptr (GError) error = NULL;

  elsewhere = g_file_new_for_path (path);
  g_assert_true (save_and_wait (fixture->copy, elsewhere, HR_SAVE_CAREFUL, &error));
  g_assert_no_error (error);
  assert_name (path, "Mine");
  g_assert_true (g_file_equal (hr_working_copy_get_file (fixture->copy), elsewhere));
  g_assert_false (hr_working_copy_is_modified (fixture->copy));
  test_remove_tree (folder);
}

static void
assert_conflict (Fixture *fixture, HrError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (hr_working_copy_check_file (fixture->copy, &error));
  g_assert_error (error, HR_ERROR, (int) code);
  assert_refused (fixture, HR_SAVE_CAREFUL, code);
}

static void
test_plain (Fixture *fixture, gconstpointer user_data)
{
  assert_saved (fixture, HR_SAVE_CAREFUL);
  set_text (fixture->copy, "company", "Again");
  assert_saved (fixture, HR_SAVE_CAREFUL);
}

static void
test_changed (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GPtrArray) backups = NULL;

  write_plan (fixture->path, "Theirs");
  assert_conflict (fixture, HR_ERROR_CHANGED);
  assert_name (fixture->path, "Theirs");
  assert_saved (fixture, HR_SAVE_OVERWRITE);

  backups = hr_backups_list (fixture->file);
  g_assert_cmpuint (backups->len, ==, 1); /* theirs is not lost */
  assert_name (((HrBackup *) g_ptr_array_index (backups, 0))->path, "Theirs");
}

static void
flip_letter (const char *path, const char *from, const char *to)
{
  g_autofree char *bytes = NULL;
  gsize length;
  char *at;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  at = memmem (bytes, length, from, strlen (from));
  g_assert_nonnull (at);
  memcpy (at, to, strlen (to));
  g_assert_true (g_file_set_contents_full (path, bytes, (gssize) length,
                                           G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

/* The same size, and the time put back, as some tools do. */
static void
test_changed_in_disguise (Fixture *fixture, gconstpointer user_data)
{
  struct stat before;
  struct timespec times[2];

  g_assert_cmpint (stat (fixture->path, &before), ==, 0);
  flip_letter (fixture->path, "Before", "Behind");
  times[0] = before.st_atim;
  times[1] = before.st_mtim;
  g_assert_cmpint (utimensat (AT_FDCWD, fixture->path, times, 0), ==, 0);
  assert_conflict (fixture, HR_ERROR_CHANGED);
}

/* Another time, other permissions, another inode: the same bytes are no change. */
static void
test_touched (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_cmpint (utimensat (AT_FDCWD, fixture->path, NULL, 0), ==, 0);
  g_assert_true (hr_working_copy_check_file (fixture->copy, NULL));
  g_assert_cmpint (g_chmod (fixture->path, 0640), ==, 0);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) length, NULL));
  assert_saved (fixture, HR_SAVE_CAREFUL);
}

static void
test_deleted (Fixture *fixture, gconstpointer user_data)
{
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  assert_conflict (fixture, HR_ERROR_GONE);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  assert_saved (fixture, HR_SAVE_OVERWRITE);
}

static void
test_renamed (Fixture *fixture, gconstpointer user_data)
{
  g_assert_cmpint (g_rename (fixture->path, fixture->other), ==, 0);
  assert_conflict (fixture, HR_ERROR_GONE);
  assert_saves_elsewhere (fixture);
  assert_name (fixture->other, "Before");
}

static void
test_folder_in_its_place (Fixture *fixture, gconstpointer user_data)
{
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
  assert_refused (fixture, HR_SAVE_CAREFUL, HR_ERROR_FILE);
  assert_refused (fixture, HR_SAVE_OVERWRITE, HR_ERROR_FILE);
  assert_saves_elsewhere (fixture);
}

static void
test_pipe_in_its_place (Fixture *fixture, gconstpointer user_data)
{
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
  assert_refused (fixture, HR_SAVE_CAREFUL, HR_ERROR_FILE);
  assert_refused (fixture, HR_SAVE_OVERWRITE, HR_ERROR_FILE);
  assert_saves_elsewhere (fixture);
}

/* Something that cannot be a plan has been copied over it. */
static void
test_giant_in_its_place (Fixture *fixture, gconstpointer user_data)
{
  g_assert_cmpint (truncate (fixture->path, G_GINT64_CONSTANT (1) << 32), ==, 0);
  assert_refused (fixture, HR_SAVE_CAREFUL, HR_ERROR_FILE);
  assert_saves_elsewhere (fixture);
}

static void
test_link_in_its_place (Fixture *fixture, gconstpointer user_data)
{
  write_plan (fixture->other, "Theirs");
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_cmpint (symlink (fixture->other, fixture->path), ==, 0);
  assert_conflict (fixture, HR_ERROR_CHANGED);
  assert_name (fixture->other, "Theirs");
}

static void
test_folder_gone (Fixture *fixture, gconstpointer user_data)
{
  test_remove_tree (fixture->folder);
  assert_refused (fixture, HR_SAVE_OVERWRITE, HR_ERROR_FILE);
  assert_saves_elsewhere (fixture);
}

static void
test_read_only (Fixture *fixture, gconstpointer user_data)
{
  g_assert_cmpint (g_chmod (fixture->path, 0400), ==, 0);
  assert_refused (fixture, HR_SAVE_CAREFUL, HR_ERROR_FILE);
  g_assert_cmpint (g_chmod (fixture->path, 0600), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0500), ==, 0);
  assert_refused (fixture, HR_SAVE_CAREFUL, HR_ERROR_FILE);
  assert_name (fixture->path, "Before");
  assert_saves_elsewhere (fixture);
  g_assert_cmpint (g_chmod (fixture->folder, 0700), ==, 0);
}

static void
test_through_link (Fixture *fixture, gconstpointer user_data)
{
  drop (&fixture->copy);
  g_assert_cmpint (g_rename (fixture->path, fixture->other), ==, 0);
  g_assert_cmpint (symlink (fixture->other, fixture->path), ==, 0);
  fixture->copy = open_copy (fixture->file);
  set_text (fixture->copy, "name", "Mine");
  assert_saved (fixture, HR_SAVE_CAREFUL);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_SYMLINK));
  assert_name (fixture->other, "Mine");
}

static void
test_too_large (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;

  drop (&fixture->copy);
  g_assert_cmpint (truncate (fixture->path, G_GINT64_CONSTANT (1) << 32), ==, 0);
  g_assert_null (hr_working_copy_open (fixture->file, NULL, &error));
  g_assert_error (error, HR_ERROR, HR_ERROR_FILE);
  g_assert_nonnull (strstr (error->message, fixture->path));
}

static void
test_not_opened (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (GFile) pipe = g_file_new_for_path (fixture->other);

  g_assert_cmpint (mkfifo (fixture->other, 0600), ==, 0);
  g_assert_null (hr_working_copy_open (folder, NULL, &error));
  g_assert_error (error, HR_ERROR, HR_ERROR_FILE);
  g_clear_error (&error);
  g_assert_null (hr_working_copy_open (pipe, NULL, &error));
  g_assert_error (error, HR_ERROR, HR_ERROR_FILE);
  g_clear_error (&error);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_null (hr_working_copy_open (fixture->file, NULL, &error));
  g_assert_error (error, HR_ERROR, HR_ERROR_GONE);
}

static void
test_two_windows (Fixture *fixture, gconstpointer user_data)
{
  HrWorkingCopy *second = open_copy (fixture->file);
  g_autoptr (GError) error = NULL;

  set_text (second, "name", "Second");
  assert_saved (fixture, HR_SAVE_CAREFUL);
  g_assert_false (save_and_wait (second, fixture->file, HR_SAVE_CAREFUL, &error));
  g_assert_error (error, HR_ERROR, HR_ERROR_CHANGED);
  assert_name (fixture->path, "Mine");
  drop (&second);
}

static void
count_saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (hr_working_copy_save_finish (HR_WORKING_COPY (source), result, &error));
  ++*(guint *) data;
}

/* Each of several saves waits for the one before; an edit meanwhile is not saved by
 * those that had begun, and is not lost. */
static void
test_at_once (Fixture *fixture, gconstpointer user_data)
{
  guint n_saved = 0;

  hr_working_copy_save_async (fixture->copy, fixture->file, HR_SAVE_CAREFUL, NULL,
                              count_saved_cb, &n_saved);
  set_text (fixture->copy, "company", "Meanwhile");
  while (n_saved < 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (hr_working_copy_is_modified (fixture->copy));
  for (guint i = 0; i < 3; i++)
    hr_working_copy_save_async (fixture->copy, fixture->file, HR_SAVE_CAREFUL, NULL,
                                count_saved_cb, &n_saved);
  while (n_saved < 4)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (hr_working_copy_is_modified (fixture->copy));
}

static void
test_cancelled (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  SaveWait wait = { FALSE };

  g_cancellable_cancel (cancellable);
  hr_working_copy_save_async (fixture->copy, fixture->file, HR_SAVE_CAREFUL, cancellable,
                              save_wait_cb, &wait);
  while (!wait.done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (wait.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&wait.error);
  assert_name (fixture->path, "Before");
  assert_saved (fixture, HR_SAVE_CAREFUL);
}

/* ---- Backups -------------------------------------------------------------------------
 */

static HrBackup *
make_backup (Fixture *fixture, gint64 made_at, goffset size)
{
  HrBackup *backup = g_new0 (HrBackup, 1);
  g_autofree char *name = g_strdup_printf ("%" G_GINT64_FORMAT, made_at);

  backup->path = g_build_filename (fixture->folder, name, NULL);
  backup->made_at = made_at;
  backup->size = size;
  return backup;
}

/* Every hour for 30 days. */
static void
test_prune (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GPtrArray) backups =
      g_ptr_array_new_with_free_func ((GDestroyNotify) hr_backup_free);
  gint64 now = G_GINT64_CONSTANT (1800000000) * G_USEC_PER_SEC;
  gint64 oldest;

  for (gint64 hour = 0; hour < 30 * 24; hour++)
    g_ptr_array_add (backups, make_backup (fixture, now - hour * G_TIME_SPAN_HOUR, 1000));
  hr_backups_prune (backups, now);
  g_assert_cmpuint (backups->len, >=, 10 + 12);
  g_assert_cmpuint (backups->len, <=, 10 + 14);
  for (guint i = 0; i < 10; i++)
    g_assert_cmpint (((HrBackup *) g_ptr_array_index (backups, i))->made_at, ==,
                     now - i * G_TIME_SPAN_HOUR);
  oldest = ((HrBackup *) g_ptr_array_index (backups, backups->len - 1))->made_at;
  g_assert_cmpint (now - oldest, <, 14 * G_TIME_SPAN_DAY);
  g_assert_cmpint (now - oldest, >, 12 * G_TIME_SPAN_DAY);
}

static void
test_prune_large (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GPtrArray) backups =
      g_ptr_array_new_with_free_func ((GDestroyNotify) hr_backup_free);
  const goffset large = G_GINT64_CONSTANT (400) << 20;

  for (gint64 i = 0; i < 5; i++)
    g_ptr_array_add (backups, make_backup (fixture, 1000 - i, large));
  hr_backups_prune (backups, 1000);
  g_assert_cmpuint (backups->len, ==, 2);
  g_ptr_array_set_size (backups, 0);
  g_ptr_array_add (backups, make_backup (fixture, 1000, 10 * large));
  hr_backups_prune (backups, 1000);
  g_assert_cmpuint (backups->len, ==, 1); /* the newest stays */
}

static void
test_backups (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GPtrArray) backups = NULL;

  for (guint i = 0; i < 13; i++)
    {
      g_autofree char *name = g_strdup_printf ("Number %02u", i);
      g_autoptr (GError) error = NULL;

      set_text (fixture->copy, "name", name);
      save_and_wait (fixture->copy, fixture->file, HR_SAVE_CAREFUL, &error);
      g_assert_no_error (error);
    }
  backups = hr_backups_list (fixture->file);
  g_assert_cmpuint (backups->len, ==, 10);
  for (guint i = 0; i < backups->len; i++)
    {
      const HrBackup *backup = g_ptr_array_index (backups, i);
      g_autofree char *name = g_strdup_printf ("Number %02u", 11 - i);

      assert_name (backup->path, name);
      g_assert_cmpint (backup->size, >, 0);
    }
}

#define ADD(name, test)                                                                  \
  g_test_add ("/store/save/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_autofree char *state = test_state_set_up ();
  int status;

  g_test_init (&argc, &argv, NULL);

  ADD ("plain", test_plain);
  ADD ("changed", test_changed);
  ADD ("changed-in-disguise", test_changed_in_disguise);
  ADD ("touched", test_touched);
  ADD ("deleted", test_deleted);
  ADD ("renamed", test_renamed);
  ADD ("folder-in-its-place", test_folder_in_its_place);
  ADD ("pipe-in-its-place", test_pipe_in_its_place);
  ADD ("giant-in-its-place", test_giant_in_its_place);
  ADD ("link-in-its-place", test_link_in_its_place);
  ADD ("folder-gone", test_folder_gone);
  ADD ("read-only", test_read_only);
  ADD ("through-link", test_through_link);
  ADD ("too-large", test_too_large);
  ADD ("not-opened", test_not_opened);
  ADD ("two-windows", test_two_windows);
  ADD ("at-once", test_at_once);
  ADD ("cancelled", test_cancelled);
  ADD ("prune", test_prune);
  ADD ("prune-large", test_prune_large);
  ADD ("backups", test_backups);

  status = g_test_run ();
  test_remove_tree (state);
  return status;
}
