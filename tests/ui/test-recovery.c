/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "hr-recovery-group.h"
#include "hr-sample.h"
#include "hr-test-file.h"
#include "hr-test-state.h"

/* Plans that were open when the program came to a sudden end. */

static const HrTestSetting WELCOME = { HR_TEST_WELCOME, 1280, 800, FALSE };
static const HrTestSetting NARROW = { HR_TEST_WELCOME, 360, 720, TRUE };

static gboolean
shows (HrTestFile *test, const char *text)
{
  return hr_test_shows (test->ui.window, text);
}

static void
rename_plan (HrHistory *history, const char *name)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, name);
  g_assert_true (
      hr_history_set (history, hr_history_get_plan (history), "name", &value, NULL));
}

/* Leaves a plan as a crash does: nobody closes it. */
static void
leave (HrWorkingCopy *copy, guint n_edits)
{
  for (guint i = 1; i <= n_edits; i++)
    {
      g_autofree char *name = g_strdup_printf ("Draft %u", i);

      rename_plan (hr_working_copy_get_history (copy), name);
    }
  g_assert_no_error (hr_working_copy_get_error (copy));
  g_object_unref (copy);
}

static void
leave_file (HrTestFile *test, guint n_edits)
{
  g_autoptr (GError) error = NULL;
  HrWorkingCopy *copy = hr_working_copy_open (test->file, NULL, &error);

  g_assert_no_error (error);
  leave (copy, n_edits);
}

static void
leave_untitled (guint n_edits)
{
  g_autoptr (HrPlan) plan = hr_plan_new_with_defaults ("Untitled");

  leave (hr_working_copy_new (plan), n_edits);
}

static guint
count_leftovers (void)
{
  g_autoptr (GPtrArray) found = hr_leftovers_list ();

  return found->len;
}

/* What was left before a window came up shows on its welcome page. */
static void
come_up (HrTestFile *test, gconstpointer setting)
{
  gtk_window_destroy (GTK_WINDOW (test->ui.window));
  hr_test_wait (test->ui.window == NULL);
  hr_test_ui_set_up (&test->ui, setting);
  hr_test_wait (shows (test, "Unsaved Work"));
  hr_test_settle (test->ui.window);
}

static void
test_recover (HrTestFile *test, gconstpointer setting)
{
  HrDocument *document;

  leave_file (test, 2);
  come_up (test, setting);
  g_assert_true (shows (test, "Draft 2"));
  g_assert_true (shows (test, "2 unsaved changes, today"));
  g_assert_true (shows (test, test->path));
  hr_test_look (&test->ui, "recover-one");

  hr_test_tab_to (&test->ui, GTK_TYPE_BUTTON, "Recover “Draft 2”");
  hr_test_keys (&test->ui, "Return");
  hr_test_wait (hr_window_get_document (test->ui.window) != NULL);
  hr_test_settle (test->ui.window);
  hr_test_keys (&test->ui, "Tab"); /* what had the focus is gone, and keys still work */
  g_assert_nonnull (hr_test_get_focus (&test->ui));
  document = hr_window_get_document (test->ui.window);
  g_assert_cmpstr (hr_document_get_plan (document)->name, ==, "Draft 2");
  g_assert_true (shows (test, "Recovered Copy"));
  hr_test_look (&test->ui, "recovered");

  /* with all of its history, and as any other once it is saved */
  hr_test_keys (&test->ui, "ctrl+z");
  g_assert_cmpstr (hr_document_get_plan (document)->name, ==, "Draft 1");
  hr_test_keys (&test->ui, "ctrl+s");
  hr_test_wait (!hr_document_get_modified (document));
  hr_test_settle (test->ui.window);
  g_assert_true (shows (test, "Saved"));
  hr_test_rename (&test->ui, "Later");
  hr_test_settle (test->ui.window);
  g_assert_true (shows (test, "Edited"));
  g_assert_false (shows (test, "Recovered Copy"));
}

/* Closing is no crash: whatever the answer, nothing is left to recover. */
static void
test_closing (HrTestFile *test, gconstpointer setting)
{
  hr_test_file_open (test);
  hr_test_rename (&test->ui, "Mine");
  g_assert_cmpuint (count_leftovers (), ==, 0); /* it is open, not left */
  hr_test_keys (&test->ui, "ctrl+w");
  hr_test_answer (&test->ui, "Discard");
  hr_test_wait (test->ui.window == NULL);
  g_assert_cmpuint (count_leftovers (), ==, 0);
}

static void
test_several (HrTestFile *test, gconstpointer setting)
{
  leave_untitled (0);
  leave_untitled (1);
  leave_file (test, 12);
  come_up (test, setting);
  g_assert_true (shows (test, "12 unsaved changes"));
  g_assert_true (shows (test, "1 unsaved change, today"));
  g_assert_true (shows (test, "No unsaved changes"));
  g_assert_true (shows (test, "In no file yet"));
  hr_test_look (&test->ui, setting == &NARROW ? "recover-narrow" : "recover");

  for (guint n = 3; n > 0; n--)
    {
      g_assert_cmpuint (count_leftovers (), ==, n);
      hr_test_press (&test->ui,
                     hr_test_find (test->ui.window, GTK_TYPE_BUTTON, "Discard"));
      hr_test_answer (&test->ui, "Cancel");
      hr_test_wait (hr_test_count (test->ui.window, ADW_TYPE_ALERT_DIALOG) == 0);
      g_assert_cmpuint (count_leftovers (), ==, n);

      hr_test_press (&test->ui,
                     hr_test_find (test->ui.window, GTK_TYPE_BUTTON, "Discard"));
      hr_test_settle (test->ui.window);
      if (n == 3)
        hr_test_look (&test->ui, "discard");
      hr_test_answer (&test->ui, "Discard");
      hr_test_wait (hr_test_count (test->ui.window, ADW_TYPE_ALERT_DIALOG) == 0);
    }
  g_assert_cmpuint (count_leftovers (), ==, 0);
  g_assert_false (shows (test, "Unsaved Work"));
}

/* One that cannot be read says so, and can only be discarded. */
static void
test_unreadable (HrTestFile *test, gconstpointer setting)
{
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *path = NULL;

  leave_untitled (1);
  found = hr_leftovers_list ();
  path = g_build_filename (g_get_user_state_dir (), "headroom", "plans",
                           ((HrLeftover *) g_ptr_array_index (found, 0))->id, "journal",
                           NULL);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_set_contents (path, "nonsense", -1, NULL));
  come_up (test, setting);
  g_assert_true (shows (test, "Cannot be recovered: "));
  g_assert_false (shows (test, "Recover\n"));
  hr_test_look (&test->ui, "recover-unreadable");
  hr_test_press (&test->ui, hr_test_find (test->ui.window, GTK_TYPE_BUTTON, "Discard"));
  hr_test_answer (&test->ui, "Discard");
  hr_test_wait (count_leftovers () == 0);
}

/* Who comes by a file does not see the welcome page. */
static void
test_banner (HrTestFile *test, gconstpointer setting)
{
  GApplication *application = G_APPLICATION (hr_test_ui_get_application ());
  gpointer dialog;
  HrWindow *window;

  leave_untitled (1);
  gtk_window_destroy (GTK_WINDOW (test->ui.window));
  hr_test_wait (test->ui.window == NULL);
  g_application_open (application, &test->file, 1, "");
  window = HR_WINDOW (gtk_application_get_windows (GTK_APPLICATION (application))->data);
  g_set_weak_pointer (&test->ui.window, window);
  hr_test_wait (shows (test, "1 plan was open when Headroom came to a sudden end"));
  hr_test_look (&test->ui, "recover-banner");

  hr_test_press (&test->ui, hr_test_find (window, GTK_TYPE_BUTTON, "Recover"));
  hr_test_wait (shows (test, "Draft 1"));
  hr_test_look (&test->ui, "recover-dialog");
  dialog = hr_test_find (window, HR_TYPE_RECOVERY_GROUP, NULL);
  hr_test_press (&test->ui, hr_test_find (dialog, GTK_TYPE_BUTTON, "Discard"));
  hr_test_answer (&test->ui, "Discard");
  hr_test_wait (!shows (test, "Unsaved Work")); /* nothing left, and it closes */
  hr_test_wait (hr_test_count (window, ADW_TYPE_DIALOG) == 0);
  g_assert_false (shows (test, "1 plan was open"));
  g_assert_cmpuint (count_leftovers (), ==, 0);
}

int
main (int argc, char **argv)
{
  hr_test_ui_init (&argc, &argv);
  hr_test_file_add ("/ui/recovery/recover", &WELCOME, test_recover);
  hr_test_file_add ("/ui/recovery/closing", &WELCOME, test_closing);
  hr_test_file_add ("/ui/recovery/several", &WELCOME, test_several);
  hr_test_file_add ("/ui/recovery/several-narrow", &NARROW, test_several);
  hr_test_file_add ("/ui/recovery/unreadable", &WELCOME, test_unreadable);
  hr_test_file_add ("/ui/recovery/banner", &WELCOME, test_banner);
  return g_test_run ();
}
