/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* A disk that is full, and no make-believe: a small one of this process's own. On it lie
 * the person's file, its backups and the working copy, and there is room for some bytes
 * only, at each point another number of them. */
#define _GNU_SOURCE /* posix_fallocate() */
#include <fcntl.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "hr-error.h"
#include "hr-store.h"
#include "hr-test-namespace.h"
#include "hr-test-plan.h"
#include "hr-test-seed.h"
#include "hr-test-state.h"
#include "hr-user-file.h"
#include "open-plan.h"

#define DISK "size=16m"
#define N_POINTS 20 /* from no room on */
#define STRIDE (32 * 1024)
#define MISSION 30000 /* letters of an edit that needs room */

static gboolean has_disk;

typedef struct
{
  char *disk;
  char *filler;
  char *old; /* what the file holds at first */
  GFile *file;
  GFile *elsewhere; /* on another disk */
  guint n_unsafe;
  guint n_refused;
  guint n_saved;
} Fixture;

/* ---- The disk ------------------------------------------------------------------------
 */

/* Where there are no namespaces, no file may grow beyond that many bytes. */
static void
limit_files (rlim_t most)
{
  const struct rlimit limit = { most, RLIM_INFINITY };

  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static void
fill_disk (Fixture *self, gsize room)
{
  struct statvfs found;
  int fd;

  if (!has_disk)
    {
      limit_files (room);
      return;
    }
  g_assert_cmpint (statvfs (self->disk, &found), ==, 0);
  fd = open (self->filler, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (
      posix_fallocate (fd, 0, (off_t) (found.f_bavail * found.f_bsize - room)), ==, 0);
  close (fd);
}

static void
empty_disk (Fixture *self)
{
  if (has_disk)
    g_assert_cmpint (g_unlink (self->filler), ==, 0);
  else
    limit_files (RLIM_INFINITY);
}

/* ---- What is done on it --------------------------------------------------------------
 */

static HrPlan *
plan_of (HrWorkingCopy *copy)
{
  return hr_history_get_plan (hr_working_copy_get_history (copy));
}

static void
put_old_file (Fixture *self)
{
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (self->old, &bytes, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents (g_file_peek_path (self->file), bytes, (gssize) length, &error);
  g_assert_no_error (error);
}

static void
assert_old_or_new (Fixture *self, HrPlan *saved)
{
  g_autoptr (HrPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  if (saved == NULL)
    {
      g_assert_true (hr_user_file_equal (g_file_peek_path (self->file), self->old));
      return;
    }
  plan = hr_store_load (g_file_peek_path (self->file), NULL, &error);
  g_assert_no_error (error);
  g_assert_true (hr_item_equal (plan, saved));
}

/* What is not warned of survives; what is warned of may, and whole. */
static HrWorkingCopy *
crash_and_recover (HrWorkingCopy *copy, gboolean safe, const char *mission)
{
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GError) error = NULL;
  guint64 n_lost;

  let_go (copy);
  left = hr_leftovers_list ();
  g_assert_cmpuint (left->len, ==, 1);
  copy = hr_working_copy_recover (((HrLeftover *) left->pdata[0])->id, &n_lost, NULL,
                                  &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_lost, ==, 0);
  g_assert_cmpstr (plan_of (copy)->name, ==, "Before");
  if (safe)
    g_assert_cmpstr (plan_of (copy)->mission, ==, mission);
  return copy;
}

/* Whoever is refused can save on another disk, though this one stays full. */
static void
save_elsewhere (Fixture *self, HrWorkingCopy *copy)
{
  g_autoptr (HrPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  save_and_wait (copy, self->elsewhere, HR_SAVE_CAREFUL, &error);
  g_assert_no_error (error);
  g_assert_false (hr_working_copy_is_modified (copy));
  plan = hr_store_load (g_file_peek_path (self->elsewhere), NULL, &error);
  g_assert_no_error (error);
  g_assert_true (hr_item_equal (plan, plan_of (copy)));
}

static void
point (guint seed, gpointer data)
{
  Fixture *self = data;
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autofree char *mission = g_strnfill (MISSION, 'm');
  g_autoptr (GError) error = NULL;
  HrWorkingCopy *copy;
  gboolean safe, saved;

  put_old_file (self);
  copy = hr_working_copy_open (self->file, NULL, &error);
  g_assert_no_error (error);
  set_text (copy, "name", "Before");
  fill_disk (self, seed % N_POINTS * STRIDE + g_rand_int (rand) % STRIDE);
  set_text (copy, "mission", mission);
  safe = hr_working_copy_get_error (copy) == NULL;
  saved = save_and_wait (copy, self->file, HR_SAVE_CAREFUL, &error);
  g_assert_true (saved || (error->domain == HR_ERROR && error->message != NULL));
  g_assert_cmpint (hr_working_copy_is_modified (copy), ==, !saved);
  assert_old_or_new (self, saved ? plan_of (copy) : NULL);
  if (!saved && has_disk)
    save_elsewhere (self, copy);
  safe = safe && hr_working_copy_get_error (copy) == NULL;
  self->n_unsafe += !safe;
  self->n_saved += saved;
  self->n_refused += !saved;

  empty_disk (self);
  copy = crash_and_recover (copy, safe, mission);
  set_text (copy, "name", "After");
  g_assert_no_error (hr_working_copy_get_error (copy));
  g_clear_error (&error);
  save_and_wait (copy, self->file, HR_SAVE_CAREFUL, &error);
  g_assert_no_error (error);
  assert_old_or_new (self, plan_of (copy));
  hr_working_copy_close (copy);
  let_go (copy);
}

static void
test_points (gconstpointer data)
{
  const char *disk = data;
  g_autofree char *other_disk = g_dir_make_tmp ("headroom-elsewhere-XXXXXX", NULL);
  g_autofree char *elsewhere = g_build_filename (other_disk, "plan.headroom", NULL);
  g_autoptr (HrPlan) plan = hr_test_plan_new_full ();
  g_autofree char *path = g_build_filename (disk, "plan.headroom", NULL);
  g_autofree char *old = g_build_filename (disk, "old.headroom", NULL);
  g_autofree char *filler = g_build_filename (disk, "filler", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) other_file = g_file_new_for_path (elsewhere);
  g_autoptr (GError) error = NULL;
  Fixture fixture = { .disk = (char *) disk,
                      .filler = filler,
                      .old = old,
                      .file = file,
                      .elsewhere = other_file };

  hr_store_save (plan, old, NULL, &error);
  g_assert_no_error (error);
  hr_test_rounds (N_POINTS, 10 * N_POINTS, point, &fixture);
  g_test_message ("%s: %u edits not safe, %u saves refused, %u saved",
                  has_disk ? "a disk of its own" : "no namespaces, a limit on files",
                  fixture.n_unsafe, fixture.n_refused, fixture.n_saved);
  if (g_getenv ("HEADROOM_SEED") == NULL)
    g_assert_true (fixture.n_unsafe > 0 && fixture.n_refused > 0 && fixture.n_saved > 0);
  test_remove_tree (other_disk);
}

int
main (int argc, char **argv)
{
  g_autofree char *disk = g_dir_make_tmp ("headroom-disk-XXXXXX", NULL);
  int status;

  has_disk = disk != NULL && hr_test_enter_namespace () &&
             mount ("headroom", disk, "tmpfs", MS_NOSUID | MS_NODEV, DISK) == 0;
  signal (SIGXFSZ, SIG_IGN);
  g_setenv ("XDG_STATE_HOME", disk, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/store/full-disk", disk, test_points);
  status = g_test_run ();
  test_remove_tree (disk);
  if (has_disk)
    umount2 (disk, MNT_DETACH);
  g_rmdir (disk);
  return status;
}
