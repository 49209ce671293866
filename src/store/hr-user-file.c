/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-user-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "hr-atomic-file.h"
#include "hr-backups.h"
#include "hr-error.h"
#include "hr-plan-file.h"
#include "hr-state-dir.h"

/* How often a file is read again that somebody writes to meanwhile. */
#define MAX_TRIES 3

#define COMPARE_AT_ONCE (256 * 1024)

static gboolean
fail (GError **error, int code)
{
  g_set_error_literal (error, HR_ERROR, code == ENOENT ? HR_ERROR_GONE : HR_ERROR_FILE,
                       g_strerror (code));
  return FALSE;
}

static gboolean
refuse (GError **error, HrError code, const char *why)
{
  g_set_error_literal (error, HR_ERROR, code, why);
  return FALSE;
}

static void
close_fd (int *fd)
{
  if (*fd >= 0)
    close (*fd);
}

#define autofd __attribute__ ((cleanup (close_fd))) int

/* ---- Stamps --------------------------------------------------------------------------
 */

/* The time of the inode tells of a change that left size and time of the content alone.
 * Its number is left out: the document portal gives the same file another one. */
static char *
stamp_of (const struct stat *found)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT ".%09ld"
                          ":%" G_GINT64_FORMAT ".%09ld",
                          (gint64) found->st_size, (gint64) found->st_mtim.tv_sec,
                          found->st_mtim.tv_nsec, (gint64) found->st_ctim.tv_sec,
                          found->st_ctim.tv_nsec);
}

/* Opens a file, following links, without waiting for the other end of a pipe. */
static int
open_to_read (const char *path, struct stat *found, GError **error)
{
  int fd = g_open (path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC, 0);

  if (fd < 0 || fstat (fd, found) != 0)
    fail (error, errno);
  else if (hr_plan_file_check_kind (found, error))
    return fd;
  close_fd (&fd);
  return -1;
}

static char *
stamp_of_remote (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GError) why = NULL;

  info = g_file_query_info (
      file, G_FILE_ATTRIBUTE_ETAG_VALUE "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
      G_FILE_QUERY_INFO_NONE, cancellable, &why);
  if (info != NULL && g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR)
    return g_strdup (g_file_info_get_etag (info) != NULL ? g_file_info_get_etag (info)
                                                         : "");
  if (info != NULL)
    refuse (error, HR_ERROR_FILE, _ ("it is not a file"));
  else
    g_set_error_literal (error, HR_ERROR,
                         g_error_matches (why, G_IO_ERROR, G_IO_ERROR_NOT_FOUND)
                             ? HR_ERROR_GONE
                             : HR_ERROR_FILE,
                         why->message);
  return NULL;
}

/* ---- Reading -------------------------------------------------------------------------
 */

/* Returns: %FALSE with @stamp left %NULL and no error if the file changed meanwhile. */
static gboolean
fetch_once (const char *path, int to, char **stamp, GError **error)
{
  struct stat before = { 0 }, after = { 0 };
  autofd from = open_to_read (path, &before, error);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (from < 0 || (ftruncate (to, 0) != 0 && !fail (error, errno)) ||
      lseek (to, 0, SEEK_SET) != 0 ||
      !hr_file_copy_bytes (from, to, HR_PLAN_FILE_MAX, error) ||
      (fstat (from, &after) != 0 && !fail (error, errno)))
    return FALSE;

  first = stamp_of (&before);
  second = stamp_of (&after);
  if (!g_str_equal (first, second))
    return FALSE;
  *stamp = g_steal_pointer (&first);
  return TRUE;
}

static gboolean
fetch_local (const char *path, int to, char **stamp, GError **error)
{
  for (guint i = 0; i < MAX_TRIES; i++)
    {
      g_autoptr (GError) why = NULL;

      if (fetch_once (path, to, stamp, &why))
        return TRUE;
      if (why != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&why));
          return FALSE;
        }
    }
  return refuse (error, HR_ERROR_FILE,
                 _ ("somebody is writing to it; try again in a moment"));
}

static gboolean
fetch_remote (
    GFile *file, int to, char **stamp, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autofree char *buffer = g_malloc (COMPARE_AT_ONCE);
  gint64 size = 0;
  gssize n;

  *stamp = stamp_of_remote (file, cancellable, error);
  stream = *stamp != NULL ? g_file_read (file, cancellable, error) : NULL;
  if (stream == NULL)
    return FALSE;
  while ((n = g_input_stream_read (G_INPUT_STREAM (stream), buffer, COMPARE_AT_ONCE,
                                   cancellable, error)) > 0)
    {
      size += n;
      if (size > HR_PLAN_FILE_MAX)
        return refuse (error, HR_ERROR_FILE, _ ("it is larger than any plan"));
      if (write (to, buffer, (gsize) n) != n)
        return fail (error, errno);
    }
  return n == 0;
}

/**
 * hr_user_file_fetch:
 * @file: the person's file; a link is followed
 * @copy: where its bytes go; replaced
 * @stamp: (out) (transfer full): what the file was then
 * @cancellable: (nullable): may end the reading
 * @error: return location for a [error@Error]: %HR_ERROR_GONE if there is none
 *
 * Copies a file to a private place, as it was at one moment, and brings the copy to the
 * disk. What is not a regular file, or larger than 4 GiB, is refused.
 */
gboolean
hr_user_file_fetch (GFile *file,
                    const char *copy,
                    char **stamp,
                    GCancellable *cancellable,
                    GError **error)
{
  const char *path = g_file_peek_path (file);
  autofd to = g_open (copy, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  gboolean good;

  *stamp = NULL;
  if (to < 0)
    return fail (error, errno);
  good = path != NULL ? fetch_local (path, to, stamp, error)
                      : fetch_remote (file, to, stamp, cancellable, error);
  return good && (fsync (to) == 0 || fail (error, errno));
}

/* ---- Comparing -----------------------------------------------------------------------
 */

static gssize
read_full (int fd, char *buffer)
{
  gsize n = 0;

  while (n < COMPARE_AT_ONCE)
    {
      gssize got = read (fd, buffer + n, COMPARE_AT_ONCE - n);

      if (got < 0 && errno == EINTR)
        continue;
      if (got < 0)
        return -1;
      if (got == 0)
        break;
      n += (gsize) got;
    }
  return (gssize) n;
}

/**
 * hr_user_file_equal:
 * @a: a path
 * @b: another
 *
 * Says whether two files are there and hold the same bytes.
 */
gboolean
hr_user_file_equal (const char *a, const char *b)
{
  struct stat left = { 0 }, right = { 0 };
  autofd first = open_to_read (a, &left, NULL);
  autofd second = open_to_read (b, &right, NULL);
  g_autofree char *mine = NULL;
  g_autofree char *theirs = NULL;
  gssize n;

  if (first < 0 || second < 0 || left.st_size != right.st_size)
    return FALSE;

  mine = g_malloc (COMPARE_AT_ONCE);
  theirs = g_malloc (COMPARE_AT_ONCE);
  do
    {
      n = read_full (first, mine);
      if (n < 0 || read_full (second, theirs) != n ||
          memcmp (mine, theirs, (gsize) n) != 0)
        return FALSE;
    }
  while (n > 0);
  return TRUE;
}

/* Returns: in @found what was there before anything of it was read. */
static gboolean
check_same_local (
    const char *path, const char *copy, char **stamp, struct stat *found, GError **error)
{
  g_autofree char *now = NULL;

  if (stat (path, found) != 0)
    {
      if (errno == ENOENT || errno == ENOTDIR)
        return refuse (error, HR_ERROR_GONE, _ ("it was deleted, renamed or moved"));
      return fail (error, errno);
    }
  if (!hr_plan_file_check_kind (found, error))
    return FALSE;

  now = stamp_of (found);
  if (g_strcmp0 (now, *stamp) == 0)
    return TRUE;
  /* A sync client or a backup program may have touched it and changed nothing. */
  if (copy == NULL || !hr_user_file_equal (path, copy))
    return refuse (error, HR_ERROR_CHANGED, _ ("it was changed by somebody else"));
  g_free (*stamp);
  *stamp = g_steal_pointer (&now);
  return TRUE;
}

/**
 * hr_user_file_get_stamp:
 * @file: the person's file
 * @cancellable: (nullable): may end the looking
 * @error: return location for a [error@Error]
 *
 * Gets what the file is now.
 *
 * Returns: (transfer full) (nullable): its stamp
 */
char *
hr_user_file_get_stamp (GFile *file, GCancellable *cancellable, GError **error)
{
  const char *path = g_file_peek_path (file);
  struct stat found = { 0 };

  if (path == NULL)
    return stamp_of_remote (file, cancellable, error);
  if (stat (path, &found) == 0)
    return stamp_of (&found);
  fail (error, errno);
  return NULL;
}

/**
 * hr_user_file_check_same:
 * @file: the person's file
 * @copy: (nullable): the bytes that it had when it was last read or written
 * @stamp: (inout): its stamp then; brought up to date if only that has changed
 * @cancellable: (nullable): may end the looking
 * @error: return location for a [error@Error]: %HR_ERROR_CHANGED, %HR_ERROR_GONE, or
 *   %HR_ERROR_FILE where something else has taken its place
 *
 * Says whether the file is still what it was.
 */
gboolean
hr_user_file_check_same (GFile *file,
                         const char *copy,
                         char **stamp,
                         GCancellable *cancellable,
                         GError **error)
{
  const char *path = g_file_peek_path (file);
  struct stat found;
  g_autofree char *now = NULL;

  if (path != NULL)
    return check_same_local (path, copy, stamp, &found, error);
  now = stamp_of_remote (file, cancellable, error);
  if (now == NULL)
    return FALSE;
  return g_strcmp0 (now, *stamp) == 0 ||
         refuse (error, HR_ERROR_CHANGED, _ ("it was changed by somebody else"));
}

/* ---- Replacing -----------------------------------------------------------------------
 */

/* Putting away what is replaced takes its time, so that it is looked at once more. */
static gboolean
replace (HrAtomicFile *made,
         GFile *file,
         const char *path,
         const char *copy,
         char **stamp,
         GError **error)
{
  struct stat found;

  if (*stamp == NULL)
    {
      hr_backups_add (file, path);
      return hr_atomic_file_commit (made, error);
    }
  if (!check_same_local (path, copy, stamp, &found, error))
    return FALSE;
  hr_backups_add (file, path);
  return check_same_local (path, copy, stamp, &found, error) &&
         hr_atomic_file_commit_over (made, &found, error);
}

/* The old file is looked at as late as can be: after the new one is on the disk, and
 * while no other Headroom replaces it. */
static gboolean
put_local (GFile *file, int from, const char *copy, char **stamp, GError **error)
{
  const char *path = g_file_peek_path (file);
  g_autoptr (HrAtomicFile) made = hr_atomic_file_new (path, error);
  g_autofree char *backups = hr_backups_get_folder (file, NULL);
  autofd lock = backups != NULL ? hr_state_dir_lock (backups, TRUE, NULL) : -1;
  struct stat found;

  if (made == NULL || !hr_atomic_file_fill (made, from, error) ||
      !replace (made, file, path, copy, stamp, error) ||
      !hr_atomic_file_look (made, &found, error))
    return FALSE;
  g_free (*stamp);
  /* One that has been replaced already has the times of its end. */
  *stamp = found.st_nlink > 0 ? stamp_of (&found) : g_strdup ("");
  return TRUE;
}

static gboolean
put_remote (
    GFile *file, int from, char **stamp, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileOutputStream) to = NULL;
  g_autofree char *buffer = g_malloc (COMPARE_AT_ONCE);
  g_autoptr (GError) why = NULL;
  gboolean good;
  gssize n = 0;

  to = g_file_replace (file, *stamp, FALSE, G_FILE_CREATE_NONE, cancellable, &why);
  good = to != NULL;
  while (good && (n = read (from, buffer, COMPARE_AT_ONCE)) > 0)
    good = g_output_stream_write_all (G_OUTPUT_STREAM (to), buffer, (gsize) n, NULL,
                                      cancellable, &why);
  if (good && n == 0 && g_output_stream_close (G_OUTPUT_STREAM (to), cancellable, &why))
    {
      g_free (*stamp);
      *stamp = g_file_output_stream_get_etag (to);
      return TRUE;
    }
  if (g_error_matches (why, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG))
    return refuse (error, HR_ERROR_CHANGED, _ ("it was changed by somebody else"));
  return refuse (error, HR_ERROR_FILE, why != NULL ? why->message : g_strerror (EIO));
}

/**
 * hr_user_file_put:
 * @file: the person's file; a link stays a link
 * @built: a file of the program's own that is to take its place
 * @copy: (nullable): the bytes that it had when it was last read or written
 * @stamp: (inout) (nullable): its stamp then, or %NULL to replace whatever is there;
 *   takes the new one
 * @cancellable: (nullable): may end the writing
 * @error: return location for a [error@Error], as of [func@user_file_check_same]
 *
 * Replaces the person's file whole, or not at all. What stood there before goes to the
 * backups.
 */
gboolean
hr_user_file_put (GFile *file,
                  const char *built,
                  const char *copy,
                  char **stamp,
                  GCancellable *cancellable,
                  GError **error)
{
  struct stat found;
  autofd from = open_to_read (built, &found, error);

  if (from < 0)
    return FALSE;
  return g_file_peek_path (file) != NULL
             ? put_local (file, from, copy, stamp, error)
             : put_remote (file, from, stamp, cancellable, error);
}
