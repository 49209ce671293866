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
#include <unistd.h>

/* These take the place of the C library's in the whole program, in GLib and SQLite too.
 */

static int armed;     /* atomic */
static int countdown; /* atomic: what is left until the first fault */
static int struck;    /* atomic */
static FaultKind kind;
static int code;

void
faults_arm (guint n, FaultKind new_kind, int new_code)
{
  kind = new_kind;
  code = new_code;
  g_atomic_int_set (&struck, 0);
  g_atomic_int_set (&countdown, (int) n);
  g_atomic_int_set (&armed, 1);
}

/* Returns: whether any call failed since. */
gboolean
faults_disarm (void)
{
  g_atomic_int_set (&armed, 0);
  return g_atomic_int_get (&struck);
}

static gboolean
strikes (void)
{
  int left;

  if (!g_atomic_int_get (&armed))
    return FALSE;
  left = g_atomic_int_add (&countdown, -1) - 1;
  if (left > 0 || (left < 0 && kind == FAULT_ONCE))
    return FALSE;
  g_atomic_int_set (&struck, 1);
  errno = code;
  return TRUE;
}

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

#undef open
#undef open64
FAULTY_OPEN (open, 0)
FAULTY_OPEN (open64, O_LARGEFILE)
FAULTY (int, fsync, (int fd), fd)
FAULTY (int, fdatasync, (int fd), fd)
FAULTY (
    ssize_t, pwrite64, (int fd, const void *data, size_t n, off64_t at), fd, data, n, at)
FAULTY (int, ftruncate64, (int fd, off64_t length), fd, length)
FAULTY (int, unlink, (const char *path), path)

int
rename (const char *from, const char *to)
{
  gboolean fails = strikes ();
  int why = errno;

  if (fails && (kind != FAULT_LATE || g_atomic_int_get (&countdown) < 0))
    return -1;
  if (REAL (rename) (from, to) != 0)
    return -1;
  errno = why;
  return fails ? -1 : 0;
}

/* A few bytes are what threads wake each other with. */
ssize_t
write (int fd, const void *data, size_t n)
{
  return n > 8 && strikes () ? -1 : REAL (write) (fd, data, n);
}
