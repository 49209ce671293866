/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "hr-store.h"
#include "hr-test-ui.h"

static void
edit (HrTestUi *ui)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (hr_document_edit (hr_window_get_document (ui->window),
                                   hr_list_get (hr_test_get_plan (ui)->segments, 0),
                                   "complexity", "3", &error));
  g_assert_no_error (error);
}

static gboolean
is_asked (HrTestUi *ui)
{
  return hr_test_count (ui->window, ADW_TYPE_ALERT_DIALOG) > 0;
}

static void
ask (HrTestUi *ui)
{
  edit (ui);
  hr_test_keys (ui, "ctrl+w");
  hr_test_wait (is_asked (ui));
  g_assert_true (hr_test_shows (ui->window, hr_test_get_plan (ui)->name));
}

/* A plan as it was opened may go without a word. */
static void
test_unchanged (HrTestUi *ui, gconstpointer setting)
{
  hr_test_keys (ui, "ctrl+w");
  hr_test_wait (ui->window == NULL);
}

/* What was done and undone is no change. */
static void
test_undone (HrTestUi *ui, gconstpointer setting)
{
  edit (ui);
  hr_test_keys (ui, "ctrl+z ctrl+w");
  hr_test_wait (ui->window == NULL);
}

static void
test_cancel (HrTestUi *ui, gconstpointer setting)
{
  ask (ui);
  hr_test_keys (ui, "Escape");
  hr_test_wait (!is_asked (ui));
  g_assert_true (hr_document_get_modified (hr_window_get_document (ui->window)));

  /* and it asks again */
  hr_test_keys (ui, "ctrl+w");
  hr_test_wait (is_asked (ui));
}

static void
test_discard (HrTestUi *ui, gconstpointer setting)
{
  ask (ui);
  hr_test_keys (ui, "alt+d");
  hr_test_wait (ui->window == NULL);
}

static void
test_save (HrTestUi *ui, gconstpointer setting)
{
  g_autofree char *folder = g_dir_make_tmp ("headroom-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "kept.headroom", NULL);
  g_autoptr (HrPlan) saved = NULL;
  g_autoptr (GError) error = NULL;
  double complexity;

  ask (ui);
  hr_test_keys (ui, "Return"); /* saving is the default */
  hr_test_choose_file (ui, "Save Plan", path);
  hr_test_wait (ui->window == NULL);

  saved = hr_store_load (path, NULL, &error);
  g_assert_no_error (error);
  g_object_get (hr_list_get (saved->segments, 0), "complexity", &complexity, NULL);
  g_assert_cmpfloat (complexity, ==, 3);
  g_unlink (path);
  g_rmdir (folder);
}

/* The ending comes by itself, and then the name may be that of another file. There are
 * two with the same beginning: were there one, the file dialog would write it out in full
 * if it has found it before the Return key, and ask by itself. */
static void
test_bare_name (HrTestUi *ui, gconstpointer setting)
{
  g_autofree char *folder = g_dir_make_tmp ("headroom-XXXXXX", NULL);
  g_autofree char *bare = g_build_filename (folder, "kept", NULL);
  g_autofree char *path = g_strconcat (bare, HR_STORE_SUFFIX, NULL);
  g_autofree char *like_it = g_strconcat (bare, " too", HR_STORE_SUFFIX, NULL);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, "theirs", -1, &error);
  g_assert_no_error (error);
  g_file_set_contents (like_it, "theirs too", -1, &error);
  g_assert_no_error (error);
  ask (ui);
  hr_test_keys (ui, "Return");
  hr_test_choose_file (ui, "Save Plan", bare);
  hr_test_wait (hr_test_shows (ui->window, "Replace File?"));
  g_signal_emit_by_name (hr_test_find (ui->window, GTK_TYPE_BUTTON, "Cancel"), "clicked");
  hr_test_wait (!hr_test_shows (ui->window, "Replace File?"));

  g_file_get_contents (path, &after, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (after, ==, "theirs");
  g_assert_true (hr_document_get_modified (hr_window_get_document (ui->window)));
  g_unlink (like_it);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  hr_test_ui_init (&argc, &argv);
  hr_test_ui_add ("/ui/closing/unchanged", NULL, test_unchanged);
  hr_test_ui_add ("/ui/closing/undone", NULL, test_undone);
  hr_test_ui_add ("/ui/closing/cancel", NULL, test_cancel);
  hr_test_ui_add ("/ui/closing/discard", NULL, test_discard);
  hr_test_ui_add ("/ui/closing/save", NULL, test_save);
  hr_test_ui_add ("/ui/closing/bare-name", NULL, test_bare_name);
  return g_test_run ();
}
