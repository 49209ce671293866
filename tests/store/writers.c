/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "writers.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "hr-backups.h"
#include "hr-error.h"
#include "hr-store.h"
#include "hr-test-plan.h"
#include "hr-test-state.h"
#include "hr-user-file.h"

/* ---- Files ---------------------------------------------------------------------------
 */

static GBytes *
contents (const char *path)
{
  char *bytes;
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  return g_bytes_new_take (bytes, length);
}

static gboolean
holds (const char *path, GBytes *expected)
{
  g_autoptr (GBytes) found = contents (path);

  return g_bytes_equal (found, expected);
}

static HrPlan *
make_plan (const char *name)
{
  HrPlan *plan = hr_test_plan_new_worked_example ();

  g_object_set (plan, "name", name, NULL);
  return plan;
}

static void
write_plan (const char *path, const char *name)
{
  g_autoptr (HrPlan) plan = make_plan (name);
  g_autoptr (GError) error = NULL;

  hr_store_save (plan, path, NULL, &error);
  g_assert_no_error (error);
}

/* In one moment, as who writes with care does. */
static void
put (Writers *self, GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  g_assert_true (g_file_set_contents (self->other, data, (gssize) length, NULL));
  self->theirs = g_bytes_ref (bytes);
  g_assert_cmpint (g_rename (self->other, self->path), ==, 0);
}

/* ---- What they do --------------------------------------------------------------------
 */

static void
change (Writers *self)
{
  write_plan (self->other, "Theirs");
  self->theirs = contents (self->other);
  g_assert_cmpint (g_rename (self->other, self->path), ==, 0);
}

/* Times are no finer than the system's clock ticks: two changes within one tick, of the
 * same size and with the time put back, cannot be told apart. */
static void
let_clock_tick (Writers *self, const struct stat *last)
{
  struct stat now;

  do
    {
      g_assert_true (g_file_set_contents (self->other, "", 0, NULL));
      g_assert_cmpint (stat (self->other, &now), ==, 0);
    }
  while (now.st_ctim.tv_sec == last->st_ctim.tv_sec &&
         now.st_ctim.tv_nsec == last->st_ctim.tv_nsec);
}

/* One byte, with the size and the time put back. */
static void
change_in_disguise (Writers *self)
{
  struct stat found;
  struct timespec times[2];
  g_autoptr (GBytes) bytes = contents (self->path);
  gsize length;
  g_autofree char *data = g_bytes_unref_to_data (g_bytes_ref (bytes), &length);

  g_assert_cmpint (stat (self->path, &found), ==, 0);
  let_clock_tick (self, &found);
  data[length / 2] ^= 1;
  self->theirs = g_bytes_new (data, length);
  times[0] = found.st_atim;
  times[1] = found.st_mtim;
  g_assert_true (g_file_set_contents (self->other, data, (gssize) length, NULL));
  g_assert_cmpint (utimensat (AT_FDCWD, self->other, times, 0), ==, 0);
  g_assert_cmpint (g_rename (self->other, self->path), ==, 0);
}

/* As a program does that keeps folders alike and thinks that the old one is newer. */
static void
put_old_back (Writers *self)
{
  put (self, self->before);
}

/* Another Headroom, which is careful too: one of the two is refused. */
static void
save_elsewhere (Writers *self)
{
  g_autoptr (HrPlan) plan = make_plan ("Theirs");
  g_autofree char *stamp = hr_user_file_get_stamp (self->file, NULL, NULL);
  g_autoptr (GError) error = NULL;

  if (hr_store_replace (plan, self->path, &stamp, NULL, &error))
    self->theirs = contents (self->path);
  else
    g_assert_error (error, HR_ERROR, HR_ERROR_CHANGED);
}

static void
link_to_another (Writers *self)
{
  g_autofree char *made = g_strconcat (self->other, ".link", NULL);

  write_plan (self->other, "Theirs");
  self->theirs = contents (self->other);
  g_assert_cmpint (symlink (self->other, made), ==, 0);
  g_assert_cmpint (g_rename (made, self->path), ==, 0);
}

static void
touch (Writers *self)
{
  g_assert_cmpint (utimensat (AT_FDCWD, self->path, NULL, 0), ==, 0);
}

static void
change_permissions (Writers *self)
{
  g_assert_cmpint (g_chmod (self->path, 0640), ==, 0);
}

/* The same bytes in another inode; or those of a save ago, if one came between. */
static void
write_the_same (Writers *self)
{
  g_autoptr (GBytes) bytes = contents (self->path);

  put (self, bytes);
}

static void delete (Writers *self) { g_assert_cmpint (g_unlink (self->path), ==, 0); }

static void
move_away (Writers *self)
{
  g_assert_cmpint (g_rename (self->path, self->other), ==, 0);
}

static void
put_folder (Writers *self)
{
  g_assert_cmpint (g_unlink (self->path), ==, 0);
  g_assert_cmpint (g_mkdir (self->path, 0700), ==, 0);
}

static void
move_folder (Writers *self)
{
  g_assert_cmpint (g_rename (self->folder, self->aside), ==, 0);
}

/* ---- What must be so afterwards ------------------------------------------------------
 */

gboolean
writers_save (Writers *self, HrSaveMode mode, GError **error)
{
  static guint n;
  g_autofree char *name = g_strdup_printf ("Mine %u", ++n);

  set_text (self->copy, "name", name);
  if (!save_and_wait (self->copy, self->file, mode, error))
    return FALSE;
  g_set_str (&self->last, name);
  return TRUE;
}

static void
assert_refused (Writers *self, HrError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (writers_save (self, HR_SAVE_CAREFUL, &error));
  g_assert_error (error, HR_ERROR, (int) code);
  g_assert_true (hr_working_copy_is_modified (self->copy));
}

static void
assert_saved (Writers *self, HrSaveMode mode)
{
  g_autoptr (GError) error = NULL;

  writers_save (self, mode, &error);
  g_assert_no_error (error);
}

static void
assert_name (const char *path, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HrPlan) plan = hr_store_load (path, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (plan->name, ==, name);
}

static gboolean
is_in_backups (Writers *self, GBytes *bytes)
{
  g_autoptr (GPtrArray) backups = hr_backups_list (self->file);

  for (guint i = 0; i < backups->len; i++)
    if (holds (((HrBackup *) g_ptr_array_index (backups, i))->path, bytes))
      return TRUE;
  return FALSE;
}

static void
expect_mine (Writers *self)
{
  assert_name (self->path, self->last);
  assert_saved (self, HR_SAVE_CAREFUL);
  assert_name (self->path, self->last);
}

/* Theirs stays till the person has seen it, and then is not lost. */
static void
expect_theirs (Writers *self)
{
  if (self->theirs == NULL) /* they were refused */
    {
      expect_mine (self);
      return;
    }
  g_assert_true (holds (self->path, self->theirs));
  assert_refused (self, HR_ERROR_CHANGED);
  g_assert_true (holds (self->path, self->theirs));
  assert_saved (self, HR_SAVE_OVERWRITE);
  assert_name (self->path, self->last);
  g_assert_true (is_in_backups (self, self->theirs));
}

static void
expect_either (Writers *self)
{
  g_autoptr (HrPlan) plan = hr_store_load (self->path, NULL, NULL);

  if (g_str_equal (plan->name, self->last))
    expect_mine (self);
  else
    expect_theirs (self);
}

static void
expect_nothing (Writers *self)
{
  g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
  if (g_file_test (self->other, G_FILE_TEST_EXISTS))
    assert_name (self->other, self->last);
  assert_refused (self, HR_ERROR_GONE);
  assert_saved (self, HR_SAVE_OVERWRITE);
  assert_name (self->path, self->last);
}

static void
expect_folder (Writers *self)
{
  assert_refused (self, HR_ERROR_FILE);
  g_assert_cmpint (g_rmdir (self->path), ==, 0); /* which must be empty */
  assert_saved (self, HR_SAVE_OVERWRITE);
}

static void
expect_no_folder (Writers *self)
{
  g_autofree char *moved = g_build_filename (self->aside, "budget.headroom", NULL);

  g_assert_false (writers_save (self, HR_SAVE_CAREFUL, NULL));
  assert_name (moved, self->last);
  g_assert_cmpint (g_rename (self->aside, self->folder), ==, 0);
  expect_mine (self);
}

const WritersCase WRITERS_CASES[N_WRITERS_CASES] = {
  { change, expect_theirs, FALSE },
  { change_in_disguise, expect_theirs, FALSE },
  { put_old_back, expect_theirs, FALSE },
  { save_elsewhere, expect_theirs, TRUE },
  { link_to_another, expect_theirs, FALSE },
  { touch, expect_mine, FALSE },
  { change_permissions, expect_mine, FALSE },
  { write_the_same, expect_either, FALSE },
  { delete, expect_nothing, FALSE },
  { move_away, expect_nothing, FALSE },
  { put_folder, expect_folder, FALSE },
  { move_folder, expect_no_folder, FALSE },
};

/* ---- From beginning to end -----------------------------------------------------------
 */

void
writers_set_up (Writers *self)
{
  self->around = g_dir_make_tmp ("headroom-writers-XXXXXX", NULL);
  self->folder = g_build_filename (self->around, "here", NULL);
  self->aside = g_build_filename (self->around, "there", NULL);
  self->path = g_build_filename (self->folder, "budget.headroom", NULL);
  self->other = g_build_filename (self->folder, "other.headroom", NULL);
  self->file = g_file_new_for_path (self->path);
}

void
writers_tear_down (Writers *self)
{
  test_remove_tree (self->around);
  g_clear_object (&self->file);
  g_free (self->around);
  g_free (self->folder);
  g_free (self->aside);
  g_free (self->path);
  g_free (self->other);
}

/* A file, open and saved once: what it held at first is old. */
void
writers_begin (Writers *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (self->folder, 0700), ==, 0);
  write_plan (self->path, "Before");
  self->before = contents (self->path);
  self->copy = hr_working_copy_open (self->file, NULL, &error);
  g_assert_no_error (error);
  assert_saved (self, HR_SAVE_CAREFUL);
}

/* No save, good or bad, leaves anything beside the file; but what was begun in a folder
 * that is moved cannot be found again. */
static void
assert_no_traces (Writers *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_false (g_str_has_prefix (name, "."));
}

void
writers_end (Writers *self, const WritersCase *what)
{
  hr_working_copy_close (self->copy);
  let_go (g_steal_pointer (&self->copy));
  if (what->act != move_folder)
    assert_no_traces (self);
  test_remove_tree (self->folder);
  g_clear_pointer (&self->before, g_bytes_unref);
  g_clear_pointer (&self->theirs, g_bytes_unref);
  g_clear_pointer (&self->last, g_free);
}
