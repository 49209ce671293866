/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* unshare() */
#include "hr-test-namespace.h"

#include <fcntl.h>
#include <sched.h>
#include <string.h>
#include <unistd.h>

static gboolean
write_line (const char *path, const char *line)
{
  int fd = open (path, O_WRONLY | O_CLOEXEC);
  gsize n = strlen (line);
  gboolean good = fd >= 0 && write (fd, line, n) == (gssize) n;

  if (fd >= 0)
    close (fd);
  return good;
}

/**
 * hr_test_enter_namespace:
 *
 * Takes this process to a namespace of its own. Whoever may make one is its master, and
 * may mount there. This must be before there is a second thread.
 *
 * Returns: whether there are namespaces here
 */
gboolean
hr_test_enter_namespace (void)
{
  g_autofree char *users = g_strdup_printf ("0 %u 1", getuid ());
  g_autofree char *groups = g_strdup_printf ("0 %u 1", getgid ());

  return unshare (CLONE_NEWUSER | CLONE_NEWNS) == 0 &&
         write_line ("/proc/self/setgroups", "deny") &&
         write_line ("/proc/self/uid_map", users) &&
         write_line ("/proc/self/gid_map", groups);
}
