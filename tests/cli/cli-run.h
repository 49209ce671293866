/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "hr-json-writer.h"
#include "hr-test-folder.h"

/* headroom-cli as its users run it: a program with arguments, streams and a status. */

#define MOST_WORDS 20

typedef struct
{
  int status;
  char *out;
  char *err;
} Run;

static inline void
run_clear (Run *self)
{
  g_clear_pointer (&self->out, g_free);
  g_clear_pointer (&self->err, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

static inline const char *
get_program (void)
{
  const char *program = g_getenv ("HEADROOM_CLI");

  g_assert_nonnull (program);
  return program;
}

/* @input: (nullable): for standard input; @words: (array zero-terminated=1) */
static inline void
run_words (Run *self,
           GSubprocessLauncher *launcher,
           const char *input,
           const char *const *words)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (arguments, (gpointer) get_program ());
  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (arguments, (gpointer) words[i]);
  g_ptr_array_add (arguments, NULL);

  process = g_subprocess_launcher_spawnv (launcher,
                                          (const char *const *) arguments->pdata, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, input, NULL, &self->out, &self->err, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  self->status = g_subprocess_get_exit_status (process);
}

/* Runs it in the folder of the test, so that file names are as short as people type them.
 */
static inline Run
run_in (const Folder *folder, const char *input, const char *const *words)
{
  Run self = { 0 };
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE |
      G_SUBPROCESS_FLAGS_STDERR_PIPE);

  g_subprocess_launcher_set_cwd (launcher, folder->path);
  run_words (&self, launcher, input, words);
  return self;
}

#define RUN(folder, ...)                                                                 \
  run_in (folder, NULL, (const char *const[]) { __VA_ARGS__, NULL })

static inline void
assert_good (const Run *self)
{
  g_assert_cmpstr (self->err, ==, "");
  g_assert_cmpint (self->status, ==, 0);
}

/* A refusal is one line, begins with the program, and names what is meant. */
static inline void
assert_refused (const Run *self, const char *named)
{
  gsize length = strlen (self->err);

  g_assert_cmpstr (self->out, ==, "");
  g_assert_true (g_str_has_prefix (self->err, "headroom-cli: "));
  g_assert_cmpuint (length, >, 0);
  g_assert_true (strchr (self->err, '\n') == self->err + length - 1);
  if (strstr (self->err, named) == NULL)
    g_error ("“%s” is not in: %s", named, self->err);
  g_assert_cmpint (self->status, ==, 1);
}

static inline char *
read_file (const Folder *folder, const char *name, gsize *length)
{
  g_autofree char *path = g_build_filename (folder->path, name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, length, &error);
  g_assert_no_error (error);
  return text;
}

static inline guint
count_files (const Folder *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder->path, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static inline void
write_plan (const Folder *folder, const char *name, HrPlan *plan)
{
  g_autofree char *text = hr_json_write_plan (plan);
  g_autofree char *path = folder_write (folder, name, text, -1);
}

static inline JsonObject *
parse_json (JsonParser *parser, const char *text)
{
  g_autoptr (GError) error = NULL;

  json_parser_load_from_data (parser, text, -1, &error);
  g_assert_no_error (error);
  return json_node_get_object (json_parser_get_root (parser));
}

static inline JsonObject *
get_nth (JsonObject *object, const char *list, guint n)
{
  return json_array_get_object_element (json_object_get_array_member (object, list), n);
}
