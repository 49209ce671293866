/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-history-list.h"
#include "hr-test-file.h"

/* The list of the steps: what it shows, and that one can go anywhere in it. */

static const HrTestSetting NARROW = { HR_TEST_SAMPLE, 360, 720, TRUE };

static HrHistory *
get_history (HrTestFile *test)
{
  return hr_document_get_history (hr_window_get_document (test->ui.window));
}

static const char *
get_name (HrTestFile *test)
{
  return hr_history_get_plan (get_history (test))->name;
}

/* Three steps with words of their own. */
static void
make_steps (HrTestFile *test)
{
  static const char *const names[] = { "First", "Second", "Third" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *label = g_strdup_printf ("Name it %s", names[i]);

      hr_history_begin (get_history (test), label);
      hr_test_rename (&test->ui, names[i]);
      hr_history_end (get_history (test));
    }
  hr_test_settle (test->ui.window);
}

static gboolean
is_up (HrTestFile *test)
{
  return hr_test_count (test->ui.window, HR_TYPE_HISTORY_LIST) > 0;
}

static gpointer
show_list (HrTestFile *test)
{
  gpointer popover;

  hr_test_keys (&test->ui, "ctrl+h");
  hr_test_wait (is_up (test));
  popover = hr_test_find (test->ui.window, HR_TYPE_HISTORY_LIST, NULL);
  hr_test_settle (test->ui.window);
  return popover;
}

/* What the rows show, the newest first; a word after it stands for their marks. */
static void
assert_rows (gpointer popover, const char *expected)
{
  g_autofree char *text = hr_test_get_text (popover);

  g_strdelimit (text, "\n", '|');
  g_assert_cmpstr (text, ==, expected);
}

static gpointer
find_row (gpointer popover, guint i)
{
  return gtk_widget_get_parent (hr_test_find_nth (popover, GTK_TYPE_BOX, NULL, i));
}

static void
assert_current (gpointer popover, guint current)
{
  for (guint i = 0; i < 4; i++)
    {
      gpointer row = find_row (popover, i);
      GtkWidget *mark = gtk_widget_get_first_child (gtk_widget_get_first_child (row));
      g_autofree char *name = hr_test_get_name (row);

      g_assert_cmpfloat (gtk_widget_get_opacity (mark), ==, i == current ? 1 : 0);
      g_assert_true ((strstr (name, "where the plan is now") != NULL) == (i == current));
    }
}

static void
test_jump (HrTestFile *test, gconstpointer setting)
{
  gpointer popover;

  make_steps (test);
  popover = show_list (test);
  assert_rows (popover, "Name it Third|Name it Second|Name it First|As Opened|Saved");
  assert_current (popover, 0);

  hr_test_keys (&test->ui, "Down Down Return");
  hr_test_wait (!is_up (test));
  g_assert_cmpstr (get_name (test), ==, "First");
  g_assert_cmpuint (hr_history_get_n_done (get_history (test)), ==, 1);

  popover = show_list (test);
  assert_rows (popover, "Name it Third|Name it Second|Name it First|As Opened|Saved");
  assert_current (popover, 2);
  hr_test_keys (&test->ui, "Up Return"); /* from where the plan is */
  hr_test_wait (!is_up (test));
  g_assert_cmpstr (get_name (test), ==, "Second");

  show_list (test);
  hr_test_keys (&test->ui, "End Return");
  hr_test_wait (!is_up (test));
  g_assert_cmpstr (get_name (test), ==, "Budget");
  g_assert_false (hr_document_get_modified (hr_window_get_document (test->ui.window)));
}

/* In a narrow window it is a dialog, in which the keys of undo and redo work, too. */
static void
test_keys (HrTestFile *test, gconstpointer setting)
{
  gpointer list;

  make_steps (test);
  list = show_list (test);
  hr_test_keys (&test->ui, "ctrl+z");
  g_assert_cmpstr (get_name (test), ==, "Second");
  assert_current (list, 1);
  hr_test_keys (&test->ui, "ctrl+shift+z");
  g_assert_cmpstr (get_name (test), ==, "Third");
  g_assert_true (is_up (test));
}

static void
test_click (HrTestFile *test, gconstpointer setting)
{
  gpointer popover;

  make_steps (test);
  popover = show_list (test);
  g_signal_emit_by_name (hr_test_find (popover, GTK_TYPE_LIST_VIEW, NULL), "activate", 1);
  hr_test_wait (!is_up (test));
  g_assert_cmpstr (get_name (test), ==, "Second");
}

static void
test_saved (HrTestFile *test, gconstpointer setting)
{
  HrDocument *document = hr_window_get_document (test->ui.window);
  gpointer popover;

  make_steps (test);
  hr_test_keys (&test->ui, "ctrl+z ctrl+s");
  hr_test_wait (!hr_document_get_modified (document));
  popover = show_list (test);
  assert_rows (popover, "Name it Third|Name it Second|Saved|Name it First|As Opened");
  assert_current (popover, 1);
}

/* What is done by key while it is up shows in it. */
static void
test_follows (HrTestFile *test, gconstpointer setting)
{
  gpointer popover;

  make_steps (test);
  popover = show_list (test);
  hr_history_undo (get_history (test));
  hr_test_settle (test->ui.window);
  assert_current (popover, 1);
  hr_test_keys (&test->ui, "Return"); /* the focus has moved too */
  hr_test_wait (!is_up (test));
  g_assert_cmpstr (get_name (test), ==, "Second");
}

/* A plan in which nothing was done has no list. */
static void
test_empty (HrTestFile *test, gconstpointer setting)
{
  gpointer button = hr_test_find (test->ui.window, GTK_TYPE_MENU_BUTTON, "History");

  g_assert_false (gtk_widget_is_sensitive (button));
  hr_test_keys (&test->ui, "ctrl+h");
  g_assert_false (is_up (test));
  make_steps (test);
  g_assert_true (gtk_widget_is_sensitive (button));
}

static void
test_look (HrTestFile *test, gconstpointer setting)
{
  const char *folder = g_getenv ("HEADROOM_PICTURES");
  g_autofree char *path =
      g_strdup_printf ("%s/history%s.png", folder, setting != NULL ? "-narrow" : "");
  g_autofree char *long_name = g_strnfill (80, 'n');
  gpointer popover;

  adw_navigation_split_view_set_show_content (
      hr_test_find (test->ui.window, ADW_TYPE_NAVIGATION_SPLIT_VIEW, NULL), TRUE);
  hr_history_begin (get_history (test), long_name);
  hr_test_rename (&test->ui, "Long");
  hr_history_end (get_history (test));
  make_steps (test);
  hr_history_go_to (get_history (test), 2);
  popover = show_list (test);
  if (folder != NULL)
    hr_test_picture (popover, path);
  hr_test_look (&test->ui, setting != NULL ? "with-history-narrow" : "with-history");
}

int
main (int argc, char **argv)
{
  hr_test_ui_init (&argc, &argv);
  hr_test_file_add ("/ui/history-list/jump", NULL, test_jump);
  hr_test_file_add ("/ui/history-list/jump-narrow", &NARROW, test_jump);
  hr_test_file_add ("/ui/history-list/keys", NULL, test_keys);
  hr_test_file_add ("/ui/history-list/keys-narrow", &NARROW, test_keys);
  hr_test_file_add ("/ui/history-list/click", NULL, test_click);
  hr_test_file_add ("/ui/history-list/saved", NULL, test_saved);
  hr_test_file_add ("/ui/history-list/follows", NULL, test_follows);
  hr_test_file_add ("/ui/history-list/empty", NULL, test_empty);
  hr_test_file_add ("/ui/history-list/look", NULL, test_look);
  hr_test_file_add ("/ui/history-list/look-narrow", &NARROW, test_look);
  return g_test_run ();
}
