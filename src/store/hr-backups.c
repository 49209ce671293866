/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-backups.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "hr-atomic-file.h"
#include "hr-plan-file.h"
#include "hr-state-dir.h"
#include "hr-store.h"
#include "hr-user-file.h"

#define N_LAST 10
#define N_DAYS 14
#define MAX_SIZE (G_GINT64_CONSTANT (1024) * 1024 * 1024)
#define DAY (G_TIME_SPAN_DAY)

void
hr_backup_free (HrBackup *self)
{
  g_free (self->path);
  g_free (self);
}

/* The folder of a file's backups; made where it is missing. */
char *
hr_backups_get_folder (GFile *file, GError **error)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, uri, -1);

  return hr_state_dir_get ("backups", hash, error);
}

/* A name is the time when it was made. */
static HrBackup *
look_at (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  HrBackup *backup;
  GStatBuf found;
  char *end;
  gint64 made_at = g_ascii_strtoll (name, &end, 10);

  if (made_at <= 0 || !g_str_equal (end, HR_STORE_SUFFIX) || g_stat (path, &found) != 0)
    return NULL;
  backup = g_new (HrBackup, 1);
  *backup = (HrBackup) { g_steal_pointer (&path), made_at, found.st_size };
  return backup;
}

static int
compare_backups (gconstpointer a, gconstpointer b)
{
  const HrBackup *const *left = a, *const *right = b;

  return ((*left)->made_at < (*right)->made_at) - ((*left)->made_at > (*right)->made_at);
}

/**
 * hr_backups_list:
 * @file: a person's file; it need not be there any more
 *
 * Lists what stood in a file before.
 *
 * Returns: (transfer full) (element-type HrBackup): the newest first
 */
GPtrArray *
hr_backups_list (GFile *file)
{
  g_autofree char *folder = hr_backups_get_folder (file, NULL);
  g_autoptr (GDir) dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  GPtrArray *backups = g_ptr_array_new_with_free_func ((GDestroyNotify) hr_backup_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      HrBackup *backup = look_at (folder, name);

      if (backup != NULL)
        g_ptr_array_add (backups, backup);
    }
  g_ptr_array_sort (backups, compare_backups);
  return backups;
}

static gint64
day_of (gint64 time)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_local (time / G_USEC_PER_SEC);

  return g_date_time_get_year (at) * 366 + g_date_time_get_day_of_year (at);
}

/**
 * hr_backups_prune:
 * @backups: (element-type HrBackup): all of a file, the newest first; those that are too
 *   old or too many leave it
 * @now: the time in µs since 1970
 *
 * Removes what need not be kept.
 */
void
hr_backups_prune (GPtrArray *backups, gint64 now)
{
  goffset size = 0;
  gint64 day = G_MAXINT64;
  guint n_kept = 0;

  for (guint i = 0; i < backups->len;)
    {
      const HrBackup *backup = g_ptr_array_index (backups, i);
      gboolean first_of_day = day_of (backup->made_at) != day;
      gboolean keeps =
          n_kept < N_LAST || (first_of_day && now - backup->made_at < N_DAYS * DAY);

      if (i == 0 || (keeps && size + backup->size <= MAX_SIZE))
        {
          day = day_of (backup->made_at);
          size += backup->size;
          n_kept++;
          i++;
          continue;
        }
      g_unlink (backup->path);
      g_ptr_array_remove_index (backups, i);
    }
}

static gboolean
copy_file (const char *from, const char *to)
{
  int source = g_open (from, O_RDONLY | O_CLOEXEC, 0);
  int target =
      source >= 0 ? g_open (to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600) : -1;
  gboolean good = target >= 0 &&
                  hr_file_copy_bytes (source, target, HR_PLAN_FILE_MAX, NULL) &&
                  fsync (target) == 0;

  if (source >= 0)
    close (source);
  if (target >= 0)
    close (target);
  if (target >= 0 && !good)
    g_unlink (to);
  return good;
}

/**
 * hr_backups_add:
 * @file: a person's file, whose backups are locked
 * @path: what stands there now and is to be replaced; there may be nothing
 *
 * Puts away what is about to be replaced, if it is not what was put away last.
 *
 * Returns: whether it is safe; that it is not must not keep anybody from saving
 */
gboolean
hr_backups_add (GFile *file, const char *path)
{
  g_autoptr (GPtrArray) backups = hr_backups_list (file);
  const HrBackup *last = backups->len > 0 ? g_ptr_array_index (backups, 0) : NULL;
  gint64 now = MAX (g_get_real_time (), last != NULL ? last->made_at + 1 : 1);
  g_autofree char *folder = hr_backups_get_folder (file, NULL);
  g_autofree char *name = g_strdup_printf ("%" G_GINT64_FORMAT HR_STORE_SUFFIX, now);
  g_autofree char *to = folder != NULL ? g_build_filename (folder, name, NULL) : NULL;

  if (to == NULL || !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return to != NULL;
  if (last != NULL && hr_user_file_equal (last->path, path))
    return TRUE;
  if (!copy_file (path, to))
    return FALSE;
  g_ptr_array_insert (backups, 0, look_at (folder, name));
  hr_backups_prune (backups, now);
  return TRUE;
}
