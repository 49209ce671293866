/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "hr-sample.h"
#include "hr-store.h"
#include "hr-test-ui.h"

/* Settings of this test's process only; the next test finds them as they are at first. */
static void
reset_settings (void)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  g_autoptr (GSettingsSchema) schema = NULL;
  g_auto (GStrv) keys = NULL;

  g_object_get (settings, "settings-schema", &schema, NULL);
  keys = g_settings_schema_list_keys (schema);
  for (guint i = 0; keys[i] != NULL; i++)
    g_settings_reset (settings, keys[i]);
}

static void
choose_appearance (HrTestUi *ui, guint position, AdwColorScheme expected)
{
  AdwComboRow *row = hr_test_find (ui->window, ADW_TYPE_COMBO_ROW, "Appearance");

  adw_combo_row_set_selected (row, position);
  hr_test_settle (ui->window);
  g_assert_cmpint (adw_style_manager_get_color_scheme (adw_style_manager_get_default ()),
                   ==, expected);
}

static void
test_appearance (HrTestUi *ui, gconstpointer setting)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  g_autofree char *chosen = NULL;

  gtk_widget_activate_action (GTK_WIDGET (ui->window), "app.preferences", NULL);
  hr_test_settle (ui->window);
  choose_appearance (ui, 2, ADW_COLOR_SCHEME_FORCE_DARK);
  g_assert_true (adw_style_manager_get_dark (adw_style_manager_get_default ()));
  chosen = g_settings_get_string (settings, "color-scheme");
  g_assert_cmpstr (chosen, ==, "dark");

  choose_appearance (ui, 1, ADW_COLOR_SCHEME_FORCE_LIGHT);
  choose_appearance (ui, 0, ADW_COLOR_SCHEME_DEFAULT);
  reset_settings ();
}

/* The switch reaches the plans that are open. */
static void
test_autosave (HrTestUi *ui, gconstpointer setting)
{
  HrDocument *document = hr_window_get_document (ui->window);
  gboolean autosave;

  gtk_widget_activate_action (GTK_WIDGET (ui->window), "app.preferences", NULL);
  hr_test_settle (ui->window);
  adw_switch_row_set_active (
      hr_test_find (ui->window, ADW_TYPE_SWITCH_ROW, "Save Automatically"), TRUE);
  g_object_get (document, "autosave", &autosave, NULL);
  g_assert_true (autosave);
  hr_test_look (ui, "preferences");
  reset_settings ();
  g_object_get (document, "autosave", &autosave, NULL);
  g_assert_false (autosave);
}

static void
close_window (HrTestUi *ui)
{
  gtk_window_close (GTK_WINDOW (ui->window));
  hr_test_wait (ui->window == NULL);
}

static void
test_size (HrTestUi *ui, gconstpointer setting)
{
  HrWindow *next;
  int width, height;

  close_window (ui);
  next = hr_window_new (hr_test_ui_get_application ());
  gtk_window_get_default_size (GTK_WINDOW (next), &width, &height);
  g_assert_cmpint (width, ==, 900);
  g_assert_cmpint (height, ==, 640);

  gtk_window_destroy (GTK_WINDOW (next));
  reset_settings ();
}

/* What is opened is taken up again where it was left; what is new starts at its
 * beginning. */
static void
test_last_page (HrTestUi *ui, gconstpointer setting)
{
  g_autofree char *dir = g_dir_make_tmp ("headroom-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (dir, "sample.headroom", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (HrPlan) plan = hr_sample_plan_new (NULL);
  g_autoptr (HrWindow) next = NULL;

  g_assert_true (hr_store_save (plan, path, NULL, NULL));
  g_assert_true (gtk_widget_get_child_visible (
      GTK_WIDGET (hr_window_get_page (ui->window, "overview"))));
  hr_test_show_page (ui, "capacity");
  close_window (ui);

  next = g_object_ref (hr_window_new (hr_test_ui_get_application ()));
  hr_window_open_file (next, file);
  hr_test_wait (hr_window_get_document (next) != NULL);
  g_assert_true (
      gtk_widget_get_child_visible (GTK_WIDGET (hr_window_get_page (next, "capacity"))));

  gtk_window_destroy (GTK_WINDOW (next));
  g_assert_true (g_file_delete (file, NULL, NULL));
  g_assert_cmpint (g_rmdir (dir), ==, 0);
  reset_settings ();
}

int
main (int argc, char **argv)
{
  static const HrTestSetting small = { HR_TEST_SAMPLE, 900, 640, FALSE };

  hr_test_ui_init (&argc, &argv);
  hr_test_ui_add ("/ui/settings/appearance", NULL, test_appearance);
  hr_test_ui_add ("/ui/settings/autosave", NULL, test_autosave);
  hr_test_ui_add ("/ui/settings/size", &small, test_size);
  hr_test_ui_add ("/ui/settings/last-page", NULL, test_last_page);
  return g_test_run ();
}
