/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "hr-application.h"
#include "hr-backups.h"
#include "hr-restore-dialog.h"
#include "hr-test-file.h"
#include "hr-test-state.h"

/* Backups, and files that cannot be opened. */

static const HrTestSetting WELCOME = { HR_TEST_WELCOME, 1280, 800, FALSE };
static const HrTestSetting NARROW = { HR_TEST_SAMPLE, 360, 720, TRUE };

static HrDocument *
get_document (HrTestFile *test)
{
  return hr_window_get_document (test->ui.window);
}

static gboolean
shows (HrTestFile *test, const char *text)
{
  return hr_test_shows (test->ui.window, text);
}

static void
save (HrTestFile *test, const char *name)
{
  hr_test_rename (&test->ui, name);
  hr_test_keys (&test->ui, "ctrl+s");
  hr_test_wait (!hr_document_get_modified (get_document (test)));
}

static gpointer
show_backups (HrTestFile *test)
{
  gtk_widget_activate_action (GTK_WIDGET (test->ui.window), "win.restore", NULL);
  hr_test_wait (hr_test_count (test->ui.window, HR_TYPE_RESTORE_DIALOG) > 0);
  hr_test_settle (test->ui.window);
  return hr_test_find (test->ui.window, HR_TYPE_RESTORE_DIALOG, NULL);
}

/* The window that has come beside the test's own. */
static HrWindow *
find_other (HrTestFile *test)
{
  GList *all =
      gtk_application_get_windows (GTK_APPLICATION (hr_test_ui_get_application ()));

  for (GList *at = all; at != NULL; at = at->next)
    if (at->data != test->ui.window && HR_IS_WINDOW (at->data))
      return at->data;
  return NULL;
}

static void
test_none_yet (HrTestFile *test, gconstpointer setting)
{
  show_backups (test);
  g_assert_true (shows (test, "No Backups Yet"));
  hr_test_look (&test->ui, "backups-none");
}

static void
test_open_copy (HrTestFile *test, gconstpointer setting)
{
  gpointer dialog;
  HrWindow *other;
  HrDocument *copy;
  g_autoptr (GPtrArray) backups = NULL;
  g_autofree char *file = NULL;

  save (test, "Second");
  save (test, "Third");
  hr_test_rename (&test->ui, "Fourth");
  dialog = show_backups (test);
  hr_test_wait (!hr_test_shows (dialog, "comparing"));
  hr_test_look (&test->ui, setting != NULL ? "backups-narrow" : "backups");
  g_assert_cmpuint (hr_test_count (dialog, ADW_TYPE_ACTION_ROW), ==, 2);
  g_assert_true (hr_test_shows (dialog, "Today"));
  g_assert_true (hr_test_shows (dialog, "1 thing different"));
  backups = hr_backups_list (test->file);
  for (guint i = 0; i < backups->len; i++)
    {
      const HrBackup *backup = g_ptr_array_index (backups, i);
      g_autofree char *size = g_format_size ((guint64) backup->size);

      g_assert_true (
          hr_test_shows (hr_test_find_nth (dialog, ADW_TYPE_ACTION_ROW, NULL, i), size));
    }

  /* the older of the two */
  hr_test_press (&test->ui, hr_test_find_nth (dialog, ADW_TYPE_ACTION_ROW, NULL, 1));
  hr_test_wait ((other = find_other (test)) != NULL &&
                (copy = hr_window_get_document (other)) != NULL);
  g_assert_cmpstr (hr_document_get_plan (copy)->name, ==, "Budget");
  g_assert_null (hr_document_get_file (copy));
  g_assert_true (hr_test_shows (other, "Restored Backup"));

  g_assert_cmpstr (hr_document_get_plan (get_document (test))->name, ==, "Fourth");
  file = hr_test_file_read (test->path);
  g_assert_cmpstr (file, ==, "Third");
  gtk_window_destroy (GTK_WINDOW (other));
}

/* ---- Files that cannot be opened -----------------------------------------------------
 */

static void
open_in_vain (HrTestFile *test, const char *why)
{
  hr_window_open_file (test->ui.window, test->file);
  hr_test_wait (shows (test, "Plan Cannot Be Opened"));
  hr_test_settle (test->ui.window);
  if (!shows (test, why))
    {
      g_autofree char *text = hr_test_get_text (test->ui.window);

      g_error ("It does not say “%s”, but %s", why, text);
    }
}

static void
damage (HrTestFile *test)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (test->path, &bytes, &length, NULL));
  memset (bytes + length / 2, 0xa5, 20000);
  g_assert_true (g_file_set_contents (test->path, bytes, (gssize) length, NULL));
}

static void
test_damaged_with_backup (HrTestFile *test, gconstpointer setting)
{
  g_autofree char *file = NULL;
  gpointer dialog;

  hr_test_file_open (test);
  save (test, "Second");
  hr_window_set_document (test->ui.window, NULL);
  damage (test);
  open_in_vain (test, "There are backups of it");
  hr_test_look (&test->ui, "damaged-with-backup");
  hr_test_answer (&test->ui, "Restore Backup");
  hr_test_wait (hr_test_count (test->ui.window, HR_TYPE_RESTORE_DIALOG) > 0);
  hr_test_settle (test->ui.window);
  dialog = hr_test_find (test->ui.window, HR_TYPE_RESTORE_DIALOG, NULL);
  hr_test_press (&test->ui, hr_test_find (dialog, ADW_TYPE_ACTION_ROW, NULL));
  hr_test_wait (get_document (test) != NULL);
  hr_test_settle (test->ui.window);

  g_assert_cmpstr (hr_document_get_plan (get_document (test))->name, ==, "Budget");
  g_assert_true (g_file_equal (hr_document_get_file (get_document (test)), test->file));
  g_assert_true (shows (test, "Restored Backup"));
  hr_test_keys (&test->ui, "ctrl+s");
  hr_test_wait (!hr_document_get_modified (get_document (test)));
  file = hr_test_file_read (test->path);
  g_assert_cmpstr (file, ==, "Budget");
}

static void
test_salvage (HrTestFile *test, gconstpointer setting)
{
  damage (test);
  open_in_vain (test, "damaged");
  g_assert_false (shows (test, "Restore Backup"));
  hr_test_look (&test->ui, "damaged");
  hr_test_answer (&test->ui, "Open What Can Be Read");
  hr_test_wait (shows (test, "Not All Could Be Read"));
  hr_test_look (&test->ui, "salvaged");
  g_assert_nonnull (get_document (test));
  g_assert_null (hr_document_get_file (get_document (test)));
  g_assert_true (shows (test, "Salvaged Copy"));
}

static void
test_newer (HrTestFile *test, gconstpointer setting)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (test->path, &bytes, &length, NULL));
  bytes[63] = 99; /* SQLite's user_version */
  g_assert_true (g_file_set_contents (test->path, bytes, (gssize) length, NULL));
  open_in_vain (test, "its format is 99");
  g_assert_true (shows (test, "Update Headroom"));
  g_assert_false (shows (test, "What Can Be Read"));
  hr_test_answer (&test->ui, "Close");
}

static void
test_no_plan (HrTestFile *test, gconstpointer kind)
{
  g_unlink (test->path);
  open_in_vain (test, "No such file");
  hr_test_answer (&test->ui, "Close");
  hr_test_wait (!shows (test, "Plan Cannot Be Opened"));

  g_mkdir (test->path, 0700);
  open_in_vain (test, "it is a folder");
  hr_test_answer (&test->ui, "Close");
  hr_test_wait (!shows (test, "Plan Cannot Be Opened"));

  g_rmdir (test->path);
  g_assert_cmpint (mkfifo (test->path, 0600), ==, 0);
  open_in_vain (test, "it is not a file");
  hr_test_answer (&test->ui, "Close");
  hr_test_wait (!shows (test, "Plan Cannot Be Opened"));
  g_assert_false (shows (test, "What Can Be Read"));
}

static void
test_permission (HrTestFile *test, gconstpointer setting)
{
  g_chmod (test->path, 0);
  open_in_vain (test, "Permission denied");
  hr_test_look (&test->ui, "no-permission");
  hr_test_answer (&test->ui, "Close");
}

/* ---- Windows -------------------------------------------------------------------------
 */

/* What is opened twice, even by another name, is shown once. */
static void
test_already_open (HrTestFile *test, gconstpointer setting)
{
  g_autofree char *link_path = g_build_filename (test->folder, "link.headroom", NULL);
  g_autoptr (GFile) link = g_file_new_for_path (link_path);
  GApplication *application = G_APPLICATION (hr_test_ui_get_application ());
  HrDocument *document = get_document (test);
  GFile *both[] = { test->file, link };

  g_assert_true (g_file_make_symbolic_link (link, test->path, NULL, NULL));
  g_application_open (application, both, 2, "");
  hr_test_settle (test->ui.window);
  g_assert_null (find_other (test));
  g_assert_true (get_document (test) == document);
}

/* Without a window manager nobody gives the keyboard, but windows lie above each other.
 */
static gboolean
is_on_top (const char *title)
{
  g_autoptr (GSubprocess) process = g_subprocess_new (
      G_SUBPROCESS_FLAGS_STDOUT_PIPE, NULL, "xdotool", "search", "--onlyvisible",
      "--name", "^(Headroom|Second)$", "getwindowname", "%@", NULL);
  g_autofree char *names = NULL;

  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &names, NULL, NULL));
  return g_str_has_suffix (g_strchomp (names), title);
}

/* Two plans in two windows of one process: each has a history of its own, and what is
 * open comes to the front. */
static void
test_two_plans (HrTestFile *test, gconstpointer setting)
{
  GApplication *application = G_APPLICATION (hr_test_ui_get_application ());
  g_autofree char *path = g_build_filename (test->folder, "second.headroom", NULL);
  g_autoptr (GFile) second = g_file_new_for_path (path);
  HrDocument *first = get_document (test);
  HrWindow *other;
  HrDocument *document;

  g_assert_true (g_file_copy (test->file, second, 0, NULL, NULL, NULL, NULL));
  g_application_open (application, &second, 1, "");
  hr_test_wait ((other = find_other (test)) != NULL &&
                (document = hr_window_get_document (other)) != NULL &&
                gtk_window_is_active (GTK_WINDOW (other)));
  hr_test_rename (&test->ui, "First");
  hr_document_edit (document, hr_document_get_plan (document), "name", "Second", NULL);
  hr_history_undo (hr_document_get_history (first));
  g_assert_cmpstr (hr_document_get_plan (first)->name, ==, "Budget");
  g_assert_cmpstr (hr_document_get_plan (document)->name, ==, "Second");
  g_assert_false (hr_document_get_modified (first));
  g_assert_true (hr_document_get_modified (document));

  gtk_window_set_title (GTK_WINDOW (other), "Second");
  hr_test_settle (other);
  hr_test_wait (is_on_top ("Second"));
  g_application_open (application, &test->file, 1, "");
  hr_test_settle (test->ui.window);
  hr_test_wait (is_on_top ("Headroom"));
  g_assert_true (get_document (test) == first);
  gtk_window_destroy (GTK_WINDOW (other));
}

/* Not even while it is still being read. */
static void
test_opened_twice_at_once (HrTestFile *test, gconstpointer setting)
{
  GApplication *application = G_APPLICATION (hr_test_ui_get_application ());
  GFile *both[] = { test->file, test->file };

  g_application_open (application, both, 2, "");
  hr_test_wait (get_document (test) != NULL);
  g_assert_null (find_other (test));
}

/* What another start is given comes to this process. */
static void
test_second_start (HrTestFile *test, gconstpointer setting)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *second =
      g_test_build_filename (G_TEST_BUILT, "..", "src", "headroom", NULL);
  g_autoptr (GSubprocess) process =
      g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, second, test->path, NULL);

  g_assert_no_error (error);
  hr_test_wait (get_document (test) != NULL);
  g_assert_true (g_file_equal (hr_document_get_file (get_document (test)), test->file));
  hr_test_wait (g_subprocess_get_identifier (process) == NULL);
  g_assert_true (g_subprocess_wait_check (process, NULL, &error));
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  hr_test_ui_init (&argc, &argv);
  hr_test_file_add ("/ui/restore/none-yet", NULL, test_none_yet);
  hr_test_file_add ("/ui/restore/open-copy", NULL, test_open_copy);
  hr_test_file_add ("/ui/restore/open-copy-narrow", &NARROW, test_open_copy);
  hr_test_file_add ("/ui/restore/damaged-with-backup", &WELCOME,
                    test_damaged_with_backup);
  hr_test_file_add ("/ui/restore/salvage", &WELCOME, test_salvage);
  hr_test_file_add ("/ui/restore/newer", &WELCOME, test_newer);
  hr_test_file_add ("/ui/restore/no-plan", &WELCOME, test_no_plan);
  hr_test_file_add ("/ui/restore/permission", &WELCOME, test_permission);
  hr_test_file_add ("/ui/restore/already-open", NULL, test_already_open);
  hr_test_file_add ("/ui/restore/two-plans", NULL, test_two_plans);
  hr_test_file_add ("/ui/restore/opened-twice-at-once", &WELCOME,
                    test_opened_twice_at_once);
  hr_test_file_add ("/ui/restore/second-start", &WELCOME, test_second_start);
  return g_test_run ();
}
