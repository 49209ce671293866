/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "hr-import-dialog.h"
#include "hr-import-join.h"
#include "hr-journeys-page.h"
#include "hr-lever-card.h"
#include "hr-recovery-group.h"
#include "hr-test-file.h"
#include "hr-working-copy.h"

/* The width of a phone is enough for every page, pane and dialog, with text of the usual
 * size and of twice the size, whichever way one reads. */

#define WIDTH 360

static const HrTestSetting SETTINGS[] = {
  { HR_TEST_SAMPLE, WIDTH, 760, FALSE },
  { HR_TEST_SAMPLE, WIDTH, 760, FALSE, .mirrored = TRUE },
  { HR_TEST_SAMPLE, WIDTH, 760, FALSE, .large = TRUE },
  { HR_TEST_SAMPLE, WIDTH, 760, FALSE, .large = TRUE, .mirrored = TRUE },
  { HR_TEST_NEW, WIDTH, 760, FALSE, .large = TRUE },
  { HR_TEST_WELCOME, WIDTH, 760, FALSE, .large = TRUE },
};

static void
check (HrTestUi *ui, const char *name, GString *complaints)
{
  g_autofree char *widths = NULL, *layout = NULL;
  g_auto (GStrv) lines = NULL;

  hr_test_settle (ui->window);
  if (g_getenv ("HEADROOM_PICTURES") != NULL)
    {
      g_autofree char *file =
          g_strconcat (g_test_get_path () + 1, "-", name, ".png", NULL);
      g_autofree char *path = g_build_filename (g_getenv ("HEADROOM_PICTURES"),
                                                g_strdelimit (file, "/, ", '-'), NULL);

      hr_test_picture (ui->window, path);
    }
  widths = hr_test_check_width (ui->window, WIDTH);
  if (*widths != '\0')
    g_string_append_printf (complaints, "%s:\n%s", name, widths);
  layout = hr_test_check_layout (ui->window);
  lines = g_strsplit (layout, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++) /* texts may well be shorter here */
    if (g_str_has_prefix (lines[i], "lies "))
      g_string_append_printf (complaints, "%s: %s\n", name, lines[i]);
}

/* ---- Pages and their panes ---- */

static void
choose_view (HrTestUi *ui, const char *choice, const char *view)
{
  adw_toggle_group_set_active_name (
      hr_test_find (ui->window, ADW_TYPE_TOGGLE_GROUP, choice), view);
  hr_test_settle (ui->window);
}

static void
show_journey_map (HrTestUi *ui)
{
  hr_test_show_page (ui, "journeys");
  choose_view (ui, "View of the Journey", "map");
}

static void
show_touchpoint (HrTestUi *ui)
{
  show_journey_map (ui);
  hr_test_keys (ui, "ctrl+plus");
}

static void
show_redesign (HrTestUi *ui)
{
  hr_test_show_page (ui, "journeys");
  choose_view (ui, "View of the Journey", "table");
  hr_journeys_page_compare (
      HR_JOURNEYS_PAGE (hr_window_get_page (ui->window, "journeys")),
      hr_list_get (hr_test_get_plan (ui)->segments, 1));
}

static void
show_comparison (HrTestUi *ui)
{
  show_redesign (ui);
  gtk_widget_activate_action (GTK_WIDGET (hr_window_get_page (ui->window, "journeys")),
                              "journey.compare", NULL);
}

static void
show_matrix (HrTestUi *ui)
{
  hr_test_show_page (ui, "personas");
  choose_view (ui, "View of the Personas", "matrix");
}

/* What the editor of a page shows of an item. */
static void
show_item (HrTestUi *ui, gpointer item)
{
  hr_window_go_to (ui->window, item, NULL);
}

static void
show_segment (HrTestUi *ui)
{
  show_item (ui, hr_list_get (hr_test_get_plan (ui)->segments, 0));
}

static void
show_persona (HrTestUi *ui)
{
  show_item (ui, hr_list_get (hr_test_get_plan (ui)->personas, 0));
}

static void
show_transition (HrTestUi *ui)
{
  show_item (ui, hr_list_get (hr_test_get_plan (ui)->transitions, 0));
}

static void
show_scorecard (HrTestUi *ui)
{
  show_item (ui, hr_list_get (hr_test_get_plan (ui)->scorecards, 0));
}

static void
show_playbook (HrTestUi *ui)
{
  show_item (ui, hr_list_get (hr_test_get_plan (ui)->playbooks, 0));
}

static void
test_pages (HrTestFile *test, gconstpointer setting)
{
  static const char *const pages[] = {
    "overview", "accounts", "segments", "journeys", "personas", "health", "capacity",
  };
  static const struct
  {
    const char *name;
    void (*show) (HrTestUi *ui);
  } panes[] = {
    { "journeys, map", show_journey_map },
    { "journeys, touchpoint", show_touchpoint },
    { "journeys, redesign", show_redesign },
    { "journeys, comparison", show_comparison },
    { "personas, matrix", show_matrix },
    { "segment", show_segment },
    { "persona", show_persona },
    { "transition", show_transition },
    { "scorecard", show_scorecard },
    { "playbook", show_playbook },
  };
  HrTestUi *ui = &test->ui;
  g_autoptr (GString) complaints = g_string_new (NULL);

  check (ui, "sidebar", complaints);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_test_message ("%s", pages[i]); /* GTK may complain before */
      hr_test_show_page (ui, pages[i]);
      check (ui, pages[i], complaints);
    }
  for (guint i = 0; i < G_N_ELEMENTS (panes); i++)
    {
      g_test_message ("%s", panes[i].name);
      panes[i].show (ui);
      check (ui, panes[i].name, complaints);
    }
  hr_test_refute (complaints->str);
}

/* ---- Dialogs ---- */

static AdwDialog *
get_dialog (HrTestUi *ui)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (ui->window));
}

static void
act (HrTestUi *ui, const char *page, const char *action)
{
  GtkWidget *widget = GTK_WIDGET (ui->window);

  if (page != NULL)
    {
      hr_test_show_page (ui, page);
      widget = GTK_WIDGET (hr_window_get_page (ui->window, page));
    }
  if (!gtk_widget_activate_action (widget, action, NULL))
    g_error ("There is no action %s", action);
}

static void
show_levers (HrTestFile *test)
{
  act (&test->ui, "overview", "overview.levers");
}

static void
show_split (HrTestFile *test)
{
  act (&test->ui, "segments", "segment.split");
}

static void
show_overlaps (HrTestFile *test)
{
  act (&test->ui, "segments", "segment.overlaps");
}

/* With a second file, whose rows are added up. */
static void
show_import (HrTestFile *test)
{
  g_autofree char *path = g_build_filename (test->folder, "accounts.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  HrImportJoin *join;

  g_assert_true (g_file_set_contents (path,
                                      "account_id,account_name,arr_amount,renewal_date\n"
                                      "A-1,A company of a rather long name,120000,"
                                      "03-04-2027\n",
                                      -1, NULL));
  hr_import_dialog_show (hr_window_get_document (test->ui.window), file,
                         GTK_WIDGET (test->ui.window));
  hr_test_wait (get_dialog (&test->ui) != NULL);
  hr_test_settle (test->ui.window);
  join = hr_test_find (get_dialog (&test->ui), HR_TYPE_IMPORT_JOIN, NULL);
  hr_import_join_open (join, file);
  hr_test_wait (hr_import_join_get_file (join) != NULL);
}

static void
show_preferences (HrTestFile *test)
{
  act (&test->ui, NULL, "app.preferences");
}

static void
show_shortcuts (HrTestFile *test)
{
  act (&test->ui, NULL, "app.shortcuts");
}

static void
show_about (HrTestFile *test)
{
  act (&test->ui, NULL, "app.about");
}

static void
show_history (HrTestFile *test)
{
  hr_test_rename (&test->ui, "A plan that is called something else now");
  act (&test->ui, NULL, "win.history");
}

static void
show_backups (HrTestFile *test)
{
  hr_test_keys (&test->ui, "ctrl+s");
  hr_test_wait (!hr_document_get_modified (hr_window_get_document (test->ui.window)));
  act (&test->ui, NULL, "win.restore");
}

static void
show_closing (HrTestFile *test)
{
  hr_test_rename (&test->ui, "A plan that is called something else again");
  hr_test_keys (&test->ui, "ctrl+w");
}

static void
show_conflict (HrTestFile *test)
{
  hr_test_file_write (test, "Theirs");
  hr_test_keys (&test->ui, "ctrl+s");
}

static void
show_refused (HrTestFile *test)
{
  g_unlink (test->path);
  g_chmod (test->folder, 0500);
  hr_test_keys (&test->ui, "ctrl+s");
}

static void
show_recovery (HrTestFile *test)
{
  g_autoptr (HrPlan) plan = hr_plan_new_with_defaults ("Untitled");
  HrWorkingCopy *copy = hr_working_copy_new (plan);
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, "A draft of the next budget");
  g_assert_true (
      hr_history_set (hr_working_copy_get_history (copy), plan, "name", &value, NULL));
  g_object_unref (copy); /* as a crash leaves it */
  adw_dialog_present (hr_recovery_dialog_new (), GTK_WIDGET (test->ui.window));
}

static void
test_dialogs (HrTestFile *test, gconstpointer setting)
{
  static const struct
  {
    const char *name;
    void (*show) (HrTestFile *test);
    const char *says;
  } dialogs[] = {
    { "levers", show_levers, "Pare the Journey" },
    { "split", show_split, "people needed in all" },
    { "overlaps", show_overlaps, "Accounts That Two Rules Match" },
    { "import", show_import, "Only Rows Where" },
    { "preferences", show_preferences, "Save Automatically" },
    { "shortcuts", show_shortcuts, "Fill Cells Down" },
    { "about", show_about, "Headroom" },
    { "history", show_history, "Edit name" },
    { "backups", show_backups, "thing different" },
    { "closing", show_closing, "Save Changes?" },
    { "conflict", show_conflict, "Theirs has" },
    { "refused", show_refused, "Cannot Be Saved" },
    { "recovery", show_recovery, "A draft of the next budget" },
  };
  HrTestUi *ui = &test->ui;
  g_autoptr (GString) complaints = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      g_test_message ("%s", dialogs[i].name);
      dialogs[i].show (test);
      hr_test_wait (get_dialog (ui) != NULL &&
                    hr_test_shows (get_dialog (ui), dialogs[i].says));
      check (ui, dialogs[i].name, complaints);
      adw_dialog_force_close (get_dialog (ui));
      hr_test_wait (get_dialog (ui) == NULL);
    }
  g_chmod (test->folder, 0700);
  hr_test_refute (complaints->str);
}

static void
assert_whole_cb (GtkWidget *widget, gpointer data)
{
  if (GTK_IS_LABEL (widget))
    g_assert_false (
        pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget))));
}

/* What a lever does in people and money is what one came for: none of it is cut. */
static void
test_levers (HrTestFile *test, gconstpointer setting)
{
  HrTestUi *ui = &test->ui;

  show_levers (test);
  hr_test_wait (hr_test_count (ui->window, HR_TYPE_LEVER_CARD) == 3);
  hr_test_settle (ui->window);
  for (guint i = 0; i < 3; i++)
    hr_test_walk (hr_test_find_nth (ui->window, HR_TYPE_LEVER_CARD, NULL, i),
                  assert_whole_cb, NULL);
}

static void
test_welcome (HrTestFile *test, gconstpointer setting)
{
  g_autoptr (GString) complaints = g_string_new (NULL);

  check (&test->ui, "welcome", complaints);
  hr_test_refute (complaints->str);
}

/* A plan in which there is nothing yet. */
static void
test_new (HrTestUi *ui, gconstpointer setting)
{
  static const char *const pages[] = {
    "overview", "accounts", "segments", "journeys", "personas", "health", "capacity",
  };
  g_autoptr (GString) complaints = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_test_message ("%s", pages[i]); /* GTK may complain before */
      hr_test_show_page (ui, pages[i]);
      check (ui, pages[i], complaints);
    }
  hr_test_show_page (ui, "segments");
  hr_test_keys (ui, "ctrl+plus"); /* now there are templates for its journey */
  hr_test_show_page (ui, "journeys");
  hr_test_wait (hr_test_shows (ui->window, "Or Start from a Template"));
  check (ui, "templates", complaints);
  hr_test_refute (complaints->str);
}

int
main (int argc, char **argv)
{
  hr_test_ui_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (SETTINGS); i++)
    {
      const HrTestSetting *setting = &SETTINGS[i];
      g_autofree char *place = g_strdup_printf (
          "%s%s", setting->large ? "large" : "usual", setting->mirrored ? "-rtl" : "");
      g_autofree char *pages = g_strdup_printf ("/ui/narrow/pages-%s", place);
      g_autofree char *dialogs = g_strdup_printf ("/ui/narrow/dialogs-%s", place);
      g_autofree char *levers = g_strdup_printf ("/ui/narrow/levers-%s", place);

      if (setting->content == HR_TEST_NEW)
        {
          hr_test_ui_add ("/ui/narrow/new-large", setting, test_new);
        }
      else if (setting->content == HR_TEST_WELCOME)
        {
          hr_test_file_add ("/ui/narrow/welcome-large", setting, test_welcome);
        }
      else
        {
          hr_test_file_add (pages, setting, test_pages);
          hr_test_file_add (dialogs, setting, test_dialogs);
          hr_test_file_add (levers, setting, test_levers);
        }
    }
  return g_test_run ();
}
