/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gstdio.h>

/* A folder for the files of one test. */

typedef struct
{
  char *path;
} Folder;

static inline void
folder_set_up (Folder *self, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;

  self->path = g_dir_make_tmp ("headroom-test-XXXXXX", &error);
  g_assert_no_error (error);
}

static inline void
folder_tear_down (Folder *self, gconstpointer user_data)
{
  g_autoptr (GDir) dir = g_dir_open (self->path, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->path, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (self->path), ==, 0);
  g_free (self->path);
}

/* Writes a file and gets its path. */
static inline char *
folder_write (const Folder *self, const char *name, const char *text, gssize length)
{
  char *path = g_build_filename (self->path, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, length, &error);
  g_assert_no_error (error);
  return path;
}

/* Public data that stands beside the checkout, or NULL where it does not. */
static inline char *
find_shared_file (const char *name)
{
  const char *shared = g_getenv ("HEADROOM_SHARED");
  g_autofree char *beside =
      g_test_build_filename (G_TEST_DIST, "..", "..", "shared", NULL);
  char *path = g_build_filename (shared != NULL && *shared != '\0' ? shared : beside,
                                 "data", name, NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return path;
  g_test_message ("%s is not there: only generated data is tested", path);
  g_free (path);
  return NULL;
}
