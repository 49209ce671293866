/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* copy_file_range() */
#include "hr-atomic-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <linux/magic.h>
#include <stdio.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "hr-error.h"

/* As many links as Linux follows. */
#define MAX_LINKS 40

#define COPY_BUFFER (256 * 1024)
#define COPY_AT_ONCE (64 * 1024 * 1024)

struct _HrAtomicFile
{
  char *target;
  char *path; /* (nullable): NULL once it has become the target */
  int fd;
  gboolean replaces;
  mode_t mode; /* of what is replaced */
};

static gboolean
fail (GError **error, int code)
{
  g_set_error_literal (error, HR_ERROR, HR_ERROR_FILE, g_strerror (code));
  return FALSE;
}

/* What a path leads to, also where nothing is there yet: a link stays a link. */
static char *
follow_links (const char *path, GError **error)
{
  g_autofree char *target = g_strdup (path);

  for (guint i = 0; i < MAX_LINKS; i++)
    {
      g_autofree char *link = g_file_read_link (target, NULL);
      g_autofree char *folder = g_path_get_dirname (target);

      if (link == NULL)
        return g_steal_pointer (&target);
      g_free (target);
      target = g_path_is_absolute (link) ? g_steal_pointer (&link)
                                         : g_build_filename (folder, link, NULL);
    }
  fail (error, ELOOP);
  return NULL;
}

static gboolean
look_at_target (HrAtomicFile *self, GError **error)
{
  GStatBuf found;

  if (g_stat (self->target, &found) != 0)
    return errno == ENOENT || fail (error, errno);
  if (!S_ISREG (found.st_mode))
    {
      g_set_error_literal (error, HR_ERROR, HR_ERROR_FILE, _ ("it is not a file"));
      return FALSE;
    }
  if (g_access (self->target, W_OK) != 0)
    return fail (error, errno);

  self->replaces = TRUE;
  self->mode = found.st_mode & 07777;
  return TRUE;
}

/**
 * hr_atomic_file_new:
 * @target: a path; a symbolic link is followed
 * @error: return location for a [error@Error]
 *
 * Makes an empty file beside the target, to be filled by its path.
 *
 * While it is being filled nobody else can read it if it is to replace something, whose
 * permissions it then takes; else it has those of any new file.
 *
 * Returns: (transfer full) (nullable): the file; freeing it before it is committed
 *   removes it
 */
HrAtomicFile *
hr_atomic_file_new (const char *target, GError **error)
{
  g_autoptr (HrAtomicFile) self = g_new0 (HrAtomicFile, 1);
  g_autofree char *folder = NULL;
  g_autofree char *name = NULL;
  g_autofree char *hidden = NULL;

  self->fd = -1;
  self->target = follow_links (target, error);
  if (self->target == NULL || !look_at_target (self, error))
    return NULL;

  folder = g_path_get_dirname (self->target);
  name = g_path_get_basename (self->target);
  hidden = g_strdup_printf (".%.200s.XXXXXX", name);
  self->path = g_build_filename (folder, hidden, NULL);
  self->fd =
      g_mkstemp_full (self->path, O_RDWR | O_CLOEXEC, self->replaces ? 0600 : 0666);
  if (self->fd >= 0)
    return g_steal_pointer (&self);

  fail (error, errno);
  g_clear_pointer (&self->path, g_free);
  return NULL;
}

void
hr_atomic_file_free (HrAtomicFile *self)
{
  if (self->path != NULL)
    g_unlink (self->path);
  if (self->fd >= 0)
    close (self->fd);
  g_free (self->path);
  g_free (self->target);
  g_free (self);
}

const char *
hr_atomic_file_get_path (const HrAtomicFile *self)
{
  return self->path;
}

/* Not every file system can do this, and the new file is whole either way. */
static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;
  fsync (fd);
  close (fd);
}

static gboolean
write_all (int fd, const char *data, gsize length, GError **error)
{
  while (length > 0)
    {
      gssize n = write (fd, data, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return fail (error, errno);
      data += n;
      length -= (gsize) n;
    }
  return TRUE;
}

static gboolean
copy_through_memory (int from, int to, gint64 most, GError **error)
{
  g_autofree char *buffer = g_malloc (COPY_BUFFER);
  gssize n;

  while ((n = read (from, buffer, COPY_BUFFER)) != 0)
    {
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return fail (error, errno);
      if (n > most)
        return fail (error, EFBIG);
      if (!write_all (to, buffer, (gsize) n, error))
        return FALSE;
      most -= n;
    }
  return TRUE;
}

/**
 * hr_file_copy_bytes:
 * @from: a file to read from, up to its end
 * @to: a file to write to
 * @most: how many bytes at most
 * @error: return location for a [error@Error]
 *
 * Copies bytes, where the file system can without moving them.
 *
 * Returns: %FALSE on failure, also if there are more
 */
gboolean
hr_file_copy_bytes (int from, int to, gint64 most, GError **error)
{
  gssize n;

  while ((n = copy_file_range (from, NULL, to, NULL, COPY_AT_ONCE, 0)) > 0)
    {
      if (n > most)
        return fail (error, EFBIG);
      most -= n;
    }
  /* Where it cannot, and where a file claims to be empty, what is left is read. */
  return copy_through_memory (from, to, most, error);
}

/**
 * hr_atomic_file_fill:
 * @self: a file that is empty
 * @from: a file to read from, up to its end
 * @error: return location for a [error@Error]
 *
 * Fills the file with what stands in another, and brings it safely to the disk.
 */
gboolean
hr_atomic_file_fill (HrAtomicFile *self, int from, GError **error)
{
  return hr_file_copy_bytes (from, self->fd, G_MAXINT64, error) &&
         (fsync (self->fd) == 0 || fail (error, errno));
}

/**
 * hr_atomic_file_begin_sync:
 * @self: a file that is filled
 *
 * Lets the disk begin with the file while it is still looked at; what that takes is not
 * waited for in hr_atomic_file_commit() any more.
 */
void
hr_atomic_file_begin_sync (HrAtomicFile *self)
{
  sync_file_range (self->fd, 0, 0, SYNC_FILE_RANGE_WRITE);
}

static gboolean
finish (HrAtomicFile *self, GError **error)
{
  return ((!self->replaces || fchmod (self->fd, self->mode) == 0) &&
          fsync (self->fd) == 0) ||
         fail (error, errno);
}

static gboolean
take_place (HrAtomicFile *self, GError **error)
{
  if (g_rename (self->path, self->target) != 0)
    return fail (error, errno);
  g_clear_pointer (&self->path, g_free);
  sync_folder (self->target);
  return TRUE;
}

/**
 * hr_atomic_file_commit:
 * @self: a file that is filled, and closed by whoever filled it
 * @error: return location for a [error@Error]
 *
 * Brings the file safely to the disk and puts it in the place of its target.
 */
gboolean
hr_atomic_file_commit (HrAtomicFile *self, GError **error)
{
  g_return_val_if_fail (self->path != NULL, FALSE);

  return finish (self, error) && take_place (self, error);
}

/* Who renames changes the time of the inode. */
static gboolean
is_same (const struct stat *a, const struct stat *b)
{
  return a->st_dev == b->st_dev && a->st_ino == b->st_ino && a->st_size == b->st_size &&
         a->st_mtim.tv_sec == b->st_mtim.tv_sec &&
         a->st_mtim.tv_nsec == b->st_mtim.tv_nsec;
}

static int
exchange (const HrAtomicFile *self)
{
  return renameat2 (AT_FDCWD, self->path, AT_FDCWD, self->target, RENAME_EXCHANGE);
}

/* A file system that is a program may exchange names and not what they stand for, as the
 * document portal's does. */
static gboolean
can_exchange (const HrAtomicFile *self)
{
  struct statfs found;

  return fstatfs (self->fd, &found) == 0 && found.f_type != FUSE_SUPER_MAGIC;
}

/* Gives back what should not have been taken. Where even that fails, it is not removed:
 * it is somebody's work. */
static gboolean
take_back (HrAtomicFile *self, GError **error)
{
  if (exchange (self) != 0)
    g_clear_pointer (&self->path, g_free);
  g_set_error_literal (error, HR_ERROR, HR_ERROR_CHANGED,
                       _ ("it was changed by somebody else"));
  return FALSE;
}

/**
 * hr_atomic_file_commit_over:
 * @self: a file that is filled, and closed by whoever filled it
 * @expected: what stat() has just said of the target
 * @error: return location for a [error@Error]: %HR_ERROR_CHANGED or %HR_ERROR_GONE if
 *   somebody else was faster
 *
 * As hr_atomic_file_commit(), but replaces nothing else than what was looked at: the two
 * files change places, and what has come out is looked at again. Where the file system
 * cannot do that, whoever replaces the target in the last moment is not noticed.
 */
gboolean
hr_atomic_file_commit_over (HrAtomicFile *self,
                            const struct stat *expected,
                            GError **error)
{
  struct stat found;

  g_return_val_if_fail (self->path != NULL, FALSE);

  if (!finish (self, error))
    return FALSE;
  if (!can_exchange (self))
    return take_place (self, error);
  if (exchange (self) != 0)
    {
      if (errno == EINVAL || errno == ENOSYS || errno == ENOTSUP)
        return take_place (self, error);
      if (errno != ENOENT)
        return fail (error, errno);
      g_set_error_literal (error, HR_ERROR, HR_ERROR_GONE,
                           _ ("it was deleted, renamed or moved"));
      return FALSE;
    }
  if (lstat (self->path, &found) != 0 || !is_same (&found, expected))
    return take_back (self, error);
  g_unlink (self->path);
  g_clear_pointer (&self->path, g_free);
  sync_folder (self->target);
  return TRUE;
}

/**
 * hr_atomic_file_look:
 * @self: a file, committed or not
 * @found: (out): what it is now
 * @error: return location for a [error@Error]
 *
 * Looks at the file itself: in its place there may be another one by now.
 */
gboolean
hr_atomic_file_look (const HrAtomicFile *self, struct stat *found, GError **error)
{
  return fstat (self->fd, found) == 0 || fail (error, errno);
}

/**
 * hr_atomic_file_write:
 * @target: a path; a symbolic link is followed
 * @data: what shall stand in the file
 * @length: its length
 * @error: return location for a [error@Error], whose message names the file
 *
 * Replaces a file by data that is in memory; if that fails, the old one is still there.
 */
gboolean
hr_atomic_file_write (const char *target,
                      gconstpointer data,
                      gsize length,
                      GError **error)
{
  g_autoptr (HrAtomicFile) self = hr_atomic_file_new (target, error);
  g_autofree char *name = NULL;

  if (self != NULL && write_all (self->fd, data, length, error) &&
      hr_atomic_file_commit (self, error))
    return TRUE;
  name = g_filename_display_name (target);
  g_prefix_error (error, _ ("“%s” cannot be saved: "), name);
  return FALSE;
}
