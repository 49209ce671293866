/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#undef _FILE_OFFSET_BITS /* both open() and open64() are taken */
#define _GNU_SOURCE      /* RTLD_NEXT */
#include "faults.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* These take the place of the C library's in the whole program, in GLib and SQLite too.
 */

static int first;
static int armed;     /* atomic */
static int countdown; /* atomic: what is left until the first fault */
static int struck;    /* atomic */
static FaultKind kind;
static int code;
static void (*visit) (gpointer data);
static gpointer visit_data;

void
faults_arm (guint n, FaultKind new_kind, int new_code)
{
  kind = new_kind;
  code = new_code;
  g_atomic_int_set (&struck, 0);
  first = (int) n;
  g_atomic_int_set (&countdown, first);
  g_atomic_int_set (&armed, 1);
}

void
faults_visit (guint n, void (*func) (gpointer data), gpointer data)
{
  visit = func;
  visit_data = data;
  faults_arm (n, FAULT_VISIT, 0);
}

/* Returns: whether any call failed since, or was visited. */
gboolean
faults_disarm (void)
{
  g_atomic_int_set (&armed, 0);
  return g_atomic_int_get (&struck);
}

guint
faults_count (void)
{
  return (guint) (first - g_atomic_int_get (&countdown));
}

static gboolean
count_down (void)
{
  int left;

  if (!g_atomic_int_get (&armed))
    return FALSE;
  left = g_atomic_int_add (&countdown, -1) - 1;
  if (left > 0 || (left < 0 && (kind == FAULT_ONCE || kind == FAULT_GARBLE)))
    return FALSE;
  g_atomic_int_set (&struck, 1);
  errno = code;
  return TRUE;
}

static gboolean
strikes (void)
{
  if (kind == FAULT_GARBLE || !count_down ())
    return FALSE;
  if (kind != FAULT_VISIT)
    return TRUE;
  g_atomic_int_set (&armed, FALSE); /* what is done now is no call of the save's */
  visit (visit_data);
  return FALSE;
}

/* ---- The log -------------------------------------------------------------------------
 */

static GMutex mutex;
static GPtrArray *calls; /* (nullable) (element-type utf8): with the mutex */

static char *
path_of (int fd)
{
  g_autofree char *link = g_strdup_printf ("/proc/self/fd/%d", fd);
  char path[4096];
  gssize n = readlink (link, path, sizeof path);

  return g_strndup (path, n > 0 ? (gsize) n : 0);
}

static void
note (const char *call, const char *path)
{
  g_mutex_lock (&mutex);
  if (calls != NULL)
    g_ptr_array_add (calls, g_strdup_printf ("%s %s", call, path));
  g_mutex_unlock (&mutex);
}

static void
note_fd (const char *call, int fd)
{
  g_autofree char *path = path_of (fd);

  note (call, path);
}

void
faults_begin_log (void)
{
  g_mutex_lock (&mutex);
  calls = g_ptr_array_new_with_free_func (g_free);
  g_mutex_unlock (&mutex);
}

GPtrArray *
faults_end_log (void)
{
  GPtrArray *all;

  g_mutex_lock (&mutex);
  all = g_steal_pointer (&calls);
  g_mutex_unlock (&mutex);
  return all;
}

/* ---- The calls -----------------------------------------------------------------------
 */

#define REAL(name) ((__typeof__ (&name)) dlsym (RTLD_NEXT, #name))

#define FAULTY_OPEN(name, flag)                                                          \
  int name (const char *path, int flags, ...)                                            \
  {                                                                                      \
    va_list arguments;                                                                   \
    mode_t mode = 0;                                                                     \
    if ((flags & (O_CREAT | O_TMPFILE)) != 0)                                            \
      {                                                                                  \
        va_start (arguments, flags);                                                     \
        mode = (mode_t) va_arg (arguments, int);                                         \
        va_end (arguments);                                                              \
      }                                                                                  \
    return strikes () ? -1 : REAL (name) (path, flags | (flag), mode);                   \
  }

#define FAULTY(type, name, parameters, ...)                                              \
  type name parameters { return strikes () ? -1 : REAL (name) (__VA_ARGS__); }

#define FAULTY_SYNC(name)                                                                \
  int name (int fd)                                                                      \
  {                                                                                      \
    int result = strikes () ? -1 : REAL (name) (fd);                                     \
    if (result == 0)                                                                     \
      note_fd ("sync", fd);                                                              \
    return result;                                                                       \
  }

#undef open
#undef open64
FAULTY_OPEN (open, 0)
FAULTY_OPEN (open64, O_LARGEFILE)
FAULTY_SYNC (fsync)
FAULTY_SYNC (fdatasync)
FAULTY (int, ftruncate64, (int fd, off64_t length), fd, length)
FAULTY (int, unlink, (const char *path), path)

/* Whether one bit of this is to be another, and nobody to be told. */
static gboolean
garbles (int fd)
{
  g_autofree char *path = NULL;

  if (kind != FAULT_GARBLE || !g_atomic_int_get (&armed))
    return FALSE;
  path = path_of (fd);
  return g_str_has_suffix (path, ".headroom") && count_down ();
}

ssize_t
pwrite64 (int fd, const void *data, size_t n, off64_t at)
{
  g_autofree guint8 *bytes = NULL;
  size_t at_byte;
  ssize_t result;

  if (garbles (fd))
    {
      bytes = g_memdup2 (data, n);
      for (at_byte = n - 1; at_byte > 0 && bytes[at_byte] == 0; at_byte--)
        ;
      bytes[at_byte] ^= 1; /* where something is */
      data = bytes;
    }
  else if (strikes ())
    return -1;
  result = REAL (pwrite64) (fd, data, n, at);
  if (result > 0)
    note_fd ("write", fd);
  return result;
}

static int
rename_late (int (*really) (const char *, const char *), const char *from, const char *to)
{
  gboolean fails = strikes ();
  int why = errno;

  if (fails && (kind != FAULT_LATE || g_atomic_int_get (&countdown) < 0))
    return -1;
  if (really (from, to) != 0)
    return -1;
  note ("rename", to);
  errno = why;
  return fails ? -1 : 0;
}

int
rename (const char *from, const char *to)
{
  return rename_late (REAL (rename), from, to);
}

static int
exchange (const char *from, const char *to)
{
  return REAL (renameat2) (AT_FDCWD, from, AT_FDCWD, to, RENAME_EXCHANGE);
}

/* Nobody here renames but by whole paths, and to exchange. */
int
renameat2 (int from_folder, const char *from, int to_folder, const char *to, guint flags)
{
  return rename_late (exchange, from, to);
}

/* A few bytes are what threads wake each other with. */
ssize_t
write (int fd, const void *data, size_t n)
{
  ssize_t result = n > 8 && strikes () ? -1 : REAL (write) (fd, data, n);

  if (n > 8 && result > 0)
    note_fd ("write", fd);
  return result;
}

/* This may fail anyway, and then the bytes are written. */
ssize_t
copy_file_range (
    int from, off64_t *from_at, int to, off64_t *to_at, size_t n, guint flags)
{
  ssize_t result =
      strikes () ? -1 : REAL (copy_file_range) (from, from_at, to, to_at, n, flags);

  if (result > 0)
    note_fd ("write", to);
  return result;
}
