/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <glib/gstdio.h>

/* A state folder of the test's own, so that nothing of the person's is seen or touched.
 * To be called before anything else asks GLib for it. */

static inline char *
test_state_set_up (void)
{
  g_autoptr (GError) error = NULL;
  char *path = g_dir_make_tmp ("headroom-state-XXXXXX", &error);

  g_assert_no_error (error);
  g_setenv ("XDG_STATE_HOME", path, TRUE);
  return path;
}

/* Removes a folder with all that is in it; links are not followed. */
static inline void
test_remove_tree (const char *path)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (!g_file_test (path, G_FILE_TEST_IS_SYMLINK) &&
      g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_chmod (path, 0700);
      dir = g_dir_open (path, 0, NULL);
    }
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *below = g_build_filename (path, name, NULL);

      test_remove_tree (below);
    }
  g_remove (path);
}
