/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* for dladdr() */
#include <dlfcn.h>
#include <execinfo.h>
#include <string.h>

#include "hr-test-complaints.h"

#define DEPTH 32

static gboolean
comes_from (const char *function)
{
  void *frames[DEPTH];
  int n = backtrace (frames, DEPTH);

  for (int i = 0; i < n; i++)
    {
      Dl_info found;

      if (dladdr (frames[i], &found) != 0 && g_strcmp0 (found.dli_sname, function) == 0)
        return TRUE;
    }
  return FALSE;
}

/* GTK 4.18 loads icons in a thread, and may drop the last reference to one there while
 * gtk_icon_theme_lookup_icon() finds it in its cache. It complains, and loads it again.
 */
static gboolean
is_fatal_cb (const char *domain,
             GLogLevelFlags level,
             const char *message,
             gpointer user_data)
{
  return g_strcmp0 (domain, "GLib-GObject") != 0 ||
         strstr (message, "'!object_already_finalized'") == NULL ||
         !comes_from ("gtk_icon_theme_lookup_icon");
}

/**
 * hr_test_forgive_icons:
 *
 * Lets one complaint pass that is GTK's own; all others still end the test.
 */
void
hr_test_forgive_icons (void)
{
  g_test_log_set_fatal_handler (is_fatal_cb, NULL);
}
