/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-state-dir.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

#include "hr-error.h"

#define LOCK "lock"

/**
 * hr_state_dir_get:
 * @name: "plans" or "backups"
 * @below: (nullable): a folder in that
 * @error: return location for a [error@Error]
 *
 * Gets a folder of the program's own, and makes it where it is missing.
 *
 * Returns: (transfer full) (nullable): its path
 */
char *
hr_state_dir_get (const char *name, const char *below, GError **error)
{
  g_autofree char *path =
      g_build_filename (g_get_user_state_dir (), "headroom", name, below, NULL);

  if (g_mkdir_with_parents (path, 0700) == 0)
    return g_steal_pointer (&path);
  g_set_error (error, HR_ERROR, HR_ERROR_FILE, _ ("“%s” cannot be made: %s"), path,
               g_strerror (errno));
  return NULL;
}

/* Removes a folder that has no folders in it. The lock goes last, so that whoever holds
 * it keeps others away meanwhile. */
void
hr_state_dir_remove (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  g_autofree char *lock = g_build_filename (path, LOCK, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      if (!g_str_equal (name, LOCK))
        g_unlink (file);
    }
  g_unlink (lock);
  g_rmdir (path);
}

/* Brings the names of a folder to the disk. */
void
hr_state_dir_sync (const char *path)
{
  int fd = g_open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;
  fsync (fd);
  close (fd);
}

/**
 * hr_state_dir_lock:
 * @path: a folder
 * @wait: whether to wait for who has it now
 * @error: return location for a [error@Error]
 *
 * Takes a folder for oneself. The kernel gives it free when the process ends, however
 * that comes about.
 *
 * Returns: to be closed in the end; -1 on failure, which is %HR_ERROR_BUSY if somebody
 *   has it
 */
int
hr_state_dir_lock (const char *path, gboolean wait, GError **error)
{
  g_autofree char *lock = g_build_filename (path, LOCK, NULL);
  int fd = g_open (lock, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  int code = fd < 0 ? errno : 0;

  while (code == 0 && flock (fd, LOCK_EX | (wait ? 0 : LOCK_NB)) != 0)
    if (errno != EINTR)
      code = errno;
  if (code == 0)
    return fd;

  if (fd >= 0)
    close (fd);
  if (code == EWOULDBLOCK)
    g_set_error_literal (error, HR_ERROR, HR_ERROR_BUSY,
                         _ ("the plan is open in another window"));
  else
    g_set_error_literal (error, HR_ERROR, HR_ERROR_FILE, g_strerror (code));
  return -1;
}
