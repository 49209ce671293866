/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "hr-backups.h"
#include "hr-test-file.h"
#include "hr-test-state.h"

/* The file of an open plan is changed, deleted or replaced by somebody else. */

static const HrTestSetting NARROW = { HR_TEST_SAMPLE, 360, 720, TRUE };

static HrDocument *
get_document (HrTestFile *test)
{
  return hr_window_get_document (test->ui.window);
}

static void
assert_file (const char *path, const char *name)
{
  g_autofree char *found = hr_test_file_read (path);

  g_assert_cmpstr (found, ==, name);
}

static gboolean
shows (HrTestFile *test, const char *text)
{
  return hr_test_shows (test->ui.window, text);
}

static gboolean
is_asked (HrTestFile *test)
{
  return hr_test_count (test->ui.window, ADW_TYPE_ALERT_DIALOG) > 0;
}

static void
show_content (HrTestFile *test)
{
  adw_navigation_split_view_set_show_content (
      hr_test_find (test->ui.window, ADW_TYPE_NAVIGATION_SPLIT_VIEW, NULL), TRUE);
}

static void
decide (HrTestFile *test)
{
  hr_test_press (&test->ui, hr_test_find (test->ui.window, GTK_TYPE_BUTTON, "Decide"));
  hr_test_wait (is_asked (test));
  hr_test_settle (test->ui.window);
}

static void
test_reload (HrTestFile *test, gconstpointer setting)
{
  show_content (test);
  hr_window_show_page (test->ui.window, "capacity");
  hr_test_rename (&test->ui, "Mine");
  hr_test_look_away (&test->ui);
  g_assert_false (shows (test, "changed by somebody else"));

  hr_test_file_write (test, "Theirs");
  hr_test_look_away (&test->ui);
  g_assert_true (shows (test, "“budget.headroom” was changed by somebody else"));
  hr_test_look (&test->ui,
                setting != NULL ? "conflict-banner-narrow" : "conflict-banner");

  decide (test);
  hr_test_wait (shows (test, "Theirs has: 1 thing different"));
  hr_test_look (&test->ui, setting != NULL ? "conflict-narrow" : "conflict");
  hr_test_answer (&test->ui, "Reload");
  hr_test_wait (g_str_equal (hr_document_get_plan (get_document (test))->name, "Theirs"));
  g_assert_false (hr_document_get_modified (get_document (test)));
  g_assert_null (hr_document_get_conflict (get_document (test)));
  g_assert_false (shows (test, "changed by somebody else"));
  g_assert_cmpstr (hr_window_get_page_name (test->ui.window), ==, "capacity");
}

static void
test_overwrite (HrTestFile *test, gconstpointer setting)
{
  g_autoptr (GPtrArray) backups = NULL;
  const HrBackup *backup;

  hr_test_rename (&test->ui, "Mine");
  hr_test_file_write (test, "Theirs");
  hr_test_keys (&test->ui, "ctrl+s");
  hr_test_answer (&test->ui, "Cancel");
  hr_test_wait (!is_asked (test));
  assert_file (test->path, "Theirs");
  g_assert_true (hr_document_get_modified (get_document (test)));

  hr_test_keys (&test->ui, "ctrl+s");
  hr_test_answer (&test->ui, "Overwrite");
  hr_test_wait (!hr_document_get_modified (get_document (test)));
  assert_file (test->path, "Mine");
  g_assert_false (shows (test, "changed by somebody else"));

  backups = hr_backups_list (test->file);
  g_assert_cmpuint (backups->len, ==, 1);
  backup = g_ptr_array_index (backups, 0);
  assert_file (backup->path, "Theirs");
}

static void
save_as (HrTestFile *test, const char *path)
{
  hr_test_choose_file (&test->ui, "Save Plan", path);
  hr_test_wait (!hr_document_get_modified (get_document (test)));
}

static void
test_save_copy (HrTestFile *test, gconstpointer setting)
{
  g_autofree char *copy = g_build_filename (test->folder, "copy.headroom", NULL);

  hr_test_rename (&test->ui, "Mine");
  hr_test_file_write (test, "Theirs");
  hr_test_keys (&test->ui, "ctrl+s");
  hr_test_answer (&test->ui, "Save a Copy");
  save_as (test, copy);
  assert_file (copy, "Mine");
  assert_file (test->path, "Theirs");
  g_assert_false (shows (test, "changed by somebody else"));
}

static void
test_gone (HrTestFile *test, gconstpointer setting)
{
  show_content (test);
  g_unlink (test->path);
  hr_test_look_away (&test->ui);
  g_assert_true (shows (test, "“budget.headroom” was deleted, renamed or moved"));

  decide (test);
  hr_test_look (&test->ui, "gone");
  hr_test_answer (&test->ui, "Save Again");
  hr_test_wait (hr_document_get_conflict (get_document (test)) == NULL);
  assert_file (test->path, "Budget");
  hr_test_settle (test->ui.window);
  g_assert_false (shows (test, "was deleted"));
}

/* Who puts it back has solved it. */
static void
test_back_again (HrTestFile *test, gconstpointer setting)
{
  g_autofree char *elsewhere = g_build_filename (test->folder, "x", NULL);

  g_rename (test->path, elsewhere);
  hr_test_look_away (&test->ui);
  g_assert_true (shows (test, "was deleted, renamed or moved"));
  g_rename (elsewhere, test->path);
  hr_test_look_away (&test->ui);
  g_assert_false (shows (test, "was deleted, renamed or moved"));
}

static void
test_folder (HrTestFile *test, gconstpointer setting)
{
  g_unlink (test->path);
  g_mkdir (test->path, 0700);
  hr_test_look_away (&test->ui);
  g_assert_true (shows (test, "can no longer be used as the plan’s file"));
  decide (test);
  g_assert_true (shows (test, "it is a folder"));
  g_assert_false (shows (test, "Overwrite"));
  g_assert_true (shows (test, "Save As…"));
  hr_test_answer (&test->ui, "Cancel");
}

/* What cannot be written, and is nobody's doing. */
static void
test_refused (HrTestFile *test, gconstpointer setting)
{
  g_autofree char *folder = g_dir_make_tmp ("headroom-XXXXXX", NULL);
  g_autofree char *copy = g_build_filename (folder, "copy.headroom", NULL);

  hr_test_rename (&test->ui, "Mine");
  g_chmod (test->folder, 0500);
  hr_test_keys (&test->ui, "ctrl+s");
  hr_test_wait (shows (test, "Plan Cannot Be Saved"));
  g_assert_true (shows (test, "Permission denied"));
  hr_test_look (&test->ui, "save-refused");
  hr_test_answer (&test->ui, "Close");
  hr_test_wait (!is_asked (test));
  g_assert_true (hr_document_get_modified (get_document (test)));
  assert_file (test->path, "Budget");

  hr_test_keys (&test->ui, "ctrl+s");
  hr_test_answer (&test->ui, "Save As…");
  save_as (test, copy);
  assert_file (copy, "Mine");
  assert_file (test->path, "Budget");
  g_chmod (test->folder, 0700);
  test_remove_tree (folder);
}

/* A plan that saves itself is saved when its window is closed, but never over what
 * somebody else has written. */
static void
test_autosave (HrTestFile *test, gconstpointer setting)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);

  g_settings_set_boolean (settings, "autosave", TRUE);
  hr_test_rename (&test->ui, "Mine");
  hr_test_file_write (test, "Theirs");
  hr_test_keys (&test->ui, "ctrl+w");
  hr_test_wait (shows (test, "File Has Changed"));
  assert_file (test->path, "Theirs");
  hr_test_answer (&test->ui, "Cancel");

  /* it is known now, and the usual question comes */
  hr_test_keys (&test->ui, "ctrl+w");
  hr_test_wait (shows (test, "Save Changes?"));
  hr_test_answer (&test->ui, "Discard");
  hr_test_wait (test->ui.window == NULL);
  assert_file (test->path, "Theirs");
  g_settings_reset (settings, "autosave");
}

static void
test_autosave_on_closing (HrTestFile *test, gconstpointer setting)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);

  g_settings_set_boolean (settings, "autosave", TRUE);
  hr_test_rename (&test->ui, "Mine");
  hr_test_keys (&test->ui, "ctrl+w");
  hr_test_wait (test->ui.window == NULL);
  assert_file (test->path, "Mine");
  g_settings_reset (settings, "autosave");
}

/* Where the program keeps what is its own, there is no room. */
static void
test_warning (HrTestFile *test, gconstpointer setting)
{
  g_autofree char *plans =
      g_build_filename (g_get_user_state_dir (), "headroom", "plans", NULL);
  g_autofree char *aside = g_strconcat (plans, ".aside", NULL);

  g_assert_cmpint (g_rename (plans, aside), ==, 0);
  g_assert_true (g_file_set_contents (plans, "", 0, NULL));
  hr_test_file_open (test);
  show_content (test);
  hr_test_settle (test->ui.window);
  g_assert_true (shows (test, "What you change is not safe from a crash"));
  hr_test_look (&test->ui, "warning");
  hr_test_find (test->ui.window, GTK_TYPE_BUTTON, "Save As");
  g_unlink (plans);
  g_assert_cmpint (g_rename (aside, plans), ==, 0);
}

int
main (int argc, char **argv)
{
  static const HrTestSetting welcome = { HR_TEST_WELCOME, 360, 720, FALSE };

  hr_test_ui_init (&argc, &argv);
  hr_test_file_add ("/ui/conflict/reload", NULL, test_reload);
  hr_test_file_add ("/ui/conflict/reload-narrow", &NARROW, test_reload);
  hr_test_file_add ("/ui/conflict/overwrite", NULL, test_overwrite);
  hr_test_file_add ("/ui/conflict/save-copy", NULL, test_save_copy);
  hr_test_file_add ("/ui/conflict/gone", &NARROW, test_gone);
  hr_test_file_add ("/ui/conflict/back-again", NULL, test_back_again);
  hr_test_file_add ("/ui/conflict/folder", NULL, test_folder);
  hr_test_file_add ("/ui/conflict/refused", NULL, test_refused);
  hr_test_file_add ("/ui/conflict/autosave", NULL, test_autosave);
  hr_test_file_add ("/ui/conflict/autosave-on-closing", NULL, test_autosave_on_closing);
  hr_test_file_add ("/ui/conflict/warning", &welcome, test_warning);
  return g_test_run ();
}
