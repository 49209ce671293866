/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-test-file.h"

#include "hr-sample.h"
#include "hr-store.h"
#include "hr-test-state.h"

/**
 * hr_test_file_write:
 * @self: the fixture
 * @name: what the plan shall be called
 *
 * Writes the sample plan to the file, as somebody else would.
 */
void
hr_test_file_write (HrTestFile *self, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HrPlan) plan = hr_sample_plan_new (&error);

  g_assert_no_error (error);
  g_object_set (plan, "name", name, NULL);
  hr_store_save (plan, self->path, NULL, &error);
  g_assert_no_error (error);
}

/* The name of the plan that a file holds. */
char *
hr_test_file_read (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HrPlan) plan = hr_store_load (path, NULL, &error);

  g_assert_no_error (error);
  return g_strdup (plan->name);
}

void
hr_test_file_open (HrTestFile *self)
{
  hr_window_open_file (self->ui.window, self->file);
  hr_test_wait (hr_window_get_document (self->ui.window) != NULL);
  g_set_weak_pointer (&self->ui.document, hr_window_get_document (self->ui.window));
  hr_test_settle (self->ui.window);
}

void
hr_test_file_set_up (HrTestFile *self, gconstpointer setting)
{
  HrTestSetting wanted = { HR_TEST_SAMPLE, 1280, 800, FALSE };
  HrTestContent content;
  g_autoptr (GError) error = NULL;

  if (setting != NULL)
    wanted = *(const HrTestSetting *) setting;
  content = wanted.content;
  wanted.content = HR_TEST_WELCOME;
  self->folder = g_dir_make_tmp ("headroom-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "budget.headroom", NULL);
  self->file = g_file_new_for_path (self->path);
  hr_test_file_write (self, "Budget");
  hr_test_ui_set_up (&self->ui, &wanted);
  if (content != HR_TEST_WELCOME)
    hr_test_file_open (self);
}

void
hr_test_file_tear_down (HrTestFile *self, gconstpointer setting)
{
  hr_test_ui_tear_down (&self->ui, setting);
  test_remove_tree (self->folder);
  g_clear_object (&self->file);
  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->path, g_free);
}

/* An edit that one can see in the sidebar and in a file. */
void
hr_test_rename (HrTestUi *ui, const char *name)
{
  HrDocument *document = hr_window_get_document (ui->window);
  g_autoptr (GError) error = NULL;

  hr_document_edit (document, hr_document_get_plan (document), "name", name, &error);
  g_assert_no_error (error);
}

/* To another window, and back. */
void
hr_test_look_away (HrTestUi *ui)
{
  GtkWidget *other = gtk_window_new ();

  gtk_window_set_title (GTK_WINDOW (other), "Elsewhere");
  gtk_window_present (GTK_WINDOW (other));
  hr_test_focus_window (ui, "Elsewhere");
  hr_test_wait (!gtk_window_is_active (GTK_WINDOW (ui->window)));
  hr_test_focus_window (ui, "Headroom");
  gtk_window_destroy (GTK_WINDOW (other));
  hr_test_settle (ui->window);
}

/**
 * hr_test_answer:
 * @ui: the fixture, with an alert dialog
 * @response: of its buttons, without the underscore: "Overwrite"
 *
 * Presses a button of the dialog.
 */
void
hr_test_answer (HrTestUi *ui, const char *response)
{
  GtkWidget *dialog;

  hr_test_wait (hr_test_count (ui->window, ADW_TYPE_ALERT_DIALOG) > 0);
  hr_test_settle (ui->window); /* it lays its buttons out when it knows its width */
  dialog = hr_test_find (ui->window, ADW_TYPE_ALERT_DIALOG, NULL);
  hr_test_press (ui, hr_test_find (dialog, GTK_TYPE_BUTTON, response));
}
