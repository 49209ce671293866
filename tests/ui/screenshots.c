/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-journeys-page.h"
#include "hr-test-ui.h"
#include "hr-trial.h"

/* Pictures of every page to look at: with the sample plan, with a plan that is still
 * empty, light and dark, wide and narrow, from right to left, with text of twice the
 * size; and those for the README and the software centre, which have a folder of their
 * own. PROGRAM FOLDER */

static const char *const PAGES[] = {
  "overview", "accounts", "segments", "journeys", "personas", "health", "capacity",
};

static void
take (HrTestUi *ui, const HrTestSetting *setting, const char *folder, const char *name)
{
  g_autofree char *path = g_strdup_printf (
      "%s/%s-%s-%s%s%s.png", folder, name, setting->dark ? "dark" : "light",
      setting->width < 500 ? "narrow" : "wide", setting->mirrored ? "-rtl" : "",
      setting->large ? "-large" : "");

  hr_test_settle (ui->window);
  hr_test_picture (ui->window, path);
}

static void
take_plan (HrTestUi *ui, const HrTestSetting *setting, const char *folder)
{
  const char *suffix = setting->content == HR_TEST_NEW ? "-empty" : "";
  g_autofree char *sidebar = g_strconcat ("sidebar", suffix, NULL);

  if (setting->width < 500)
    take (ui, setting, folder, sidebar);
  for (guint i = 0; i < G_N_ELEMENTS (PAGES); i++)
    {
      g_autofree char *name = g_strconcat (PAGES[i], suffix, NULL);

      hr_test_show_page (ui, PAGES[i]);
      take (ui, setting, folder, name);
    }
}

static void
take_map (HrTestUi *ui, const HrTestSetting *setting, const char *folder)
{
  AdwToggleGroup *choice;

  hr_test_show_page (ui, "overview");
  choice = hr_test_find (ui->window, ADW_TYPE_TOGGLE_GROUP, "Picture");
  adw_toggle_group_set_active (choice, 1);
  take (ui, setting, folder, "overview-map");
}

static void
close_dialog (HrTestUi *ui)
{
  adw_dialog_force_close (
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (ui->window)));
  hr_test_settle (ui->window);
}

/* The rule of a segment, and what can be asked of all of them. */
static void
take_segments (HrTestUi *ui, const HrTestSetting *setting, const char *folder)
{
  static const struct
  {
    const char *row;
    const char *name;
  } STUDIES[] = { { "Overlaps and Gaps", "segments-overlaps" },
                  { "Split by ARR", "segments-split" } };

  hr_test_show_page (ui, "segments");
  for (guint i = 0; i < G_N_ELEMENTS (STUDIES); i++)
    {
      hr_test_press (ui, hr_test_find (ui->window, ADW_TYPE_ACTION_ROW, STUDIES[i].row));
      for (guint frame = 0; frame < 40; frame++) /* it comes in over some of them */
        hr_test_settle (ui->window);
      take (ui, setting, folder, STUDIES[i].name);
      close_dialog (ui);
    }
  hr_test_press (ui, hr_test_find (ui->window, GTK_TYPE_LIST_BOX_ROW, "Enterprise"));
  hr_test_focus (ui, hr_test_find (ui->window, ADW_TYPE_BUTTON_ROW, "Add Group of"));
  take (ui, setting, folder, "segments-rule");
}

static void
press_action (HrTestUi *ui, const char *page, const char *action)
{
  hr_test_show_page (ui, page);
  gtk_widget_activate_action (GTK_WIDGET (hr_window_get_page (ui->window, page)), action,
                              NULL);
}

/* The second segment of the sample is redesigned. */
static void
take_redesign (HrTestUi *ui, const HrTestSetting *setting, const char *folder)
{
  HrList *segments = hr_document_get_plan (ui->document)->segments;

  hr_test_show_page (ui, "journeys");
  hr_journeys_page_compare (
      HR_JOURNEYS_PAGE (hr_window_get_page (ui->window, "journeys")),
      hr_list_get (segments, 1));
  take (ui, setting, folder, "redesign");
  if (setting->width < 500)
    {
      press_action (ui, "journeys", "journey.compare");
      take (ui, setting, folder, "redesign-comparison");
    }
}

static void
take_levers (HrTestUi *ui, const HrTestSetting *setting, const char *folder)
{
  AdwComboRow *row;

  press_action (ui, "overview", "overview.levers");
  hr_test_settle (ui->window); /* its size first, then what lies in it */
  take (ui, setting, folder, "levers");
  hr_test_press (ui, hr_test_find (ui->window, GTK_TYPE_BUTTON, "Try It Below"));
  hr_test_wait (hr_test_count (ui->window, ADW_TYPE_COMBO_ROW) > 0);
  row = hr_test_find (ui->window, ADW_TYPE_COMBO_ROW, NULL);
  adw_combo_row_set_selected (row, HR_PARE_LESS_OFTEN);
  gtk_widget_grab_focus (GTK_WIDGET (row));
  take (ui, setting, folder, "levers-trial");
  close_dialog (ui);
}

static void
take_views (HrTestUi *ui, const HrTestSetting *setting, const char *folder)
{
  static const struct
  {
    const char *page;
    const char *choice;
    const char *view;
    const char *name;
  } VIEWS[] = {
    { "journeys", "View of the Journey", "map", "journeys-map" },
    { "personas", "View of the Personas", "matrix", "personas-matrix" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (VIEWS); i++)
    {
      AdwToggleGroup *choice;

      hr_test_show_page (ui, VIEWS[i].page);
      choice = hr_test_find (ui->window, ADW_TYPE_TOGGLE_GROUP, VIEWS[i].choice);
      adw_toggle_group_set_active_name (choice, VIEWS[i].view);
      take (ui, setting, folder, VIEWS[i].name);
      adw_toggle_group_set_active (choice, 0);
    }
}

static void
take_all (const HrTestSetting *setting, const char *folder)
{
  HrTestUi ui = { 0 };

  hr_test_ui_set_up (&ui, setting);
  if (setting->content == HR_TEST_WELCOME)
    take (&ui, setting, folder, "welcome");
  else
    take_plan (&ui, setting, folder);
  if (setting->content == HR_TEST_SAMPLE)
    {
      take_map (&ui, setting, folder);
      take_views (&ui, setting, folder);
      take_redesign (&ui, setting, folder);
      take_levers (&ui, setting, folder);
      take_segments (&ui, setting, folder);
    }
  hr_test_ui_tear_down (&ui, setting);
}

/* A window with its shadow, 1280×800 in all. */
static void
take_front (gboolean dark, const char *const *pages, const char *folder)
{
  const float margin = 40;
  HrTestSetting setting = { HR_TEST_SAMPLE, 1280 - 2 * (int) margin,
                            800 - 2 * (int) margin, dark };
  HrTestUi ui = { 0 };
  g_autofree char *front = g_build_filename (folder, "front", NULL);

  g_mkdir_with_parents (front, 0755);
  hr_test_ui_set_up (&ui, &setting);
  for (guint i = 0; pages[i] != NULL; i++)
    {
      g_autofree char *path =
          g_strdup_printf ("%s/%s%s.png", front, pages[i], dark ? "-dark" : "");

      hr_test_show_page (&ui, pages[i]);
      hr_test_picture_with_shadow (ui.window, margin, path);
    }
  hr_test_ui_tear_down (&ui, &setting);
}

int
main (int argc, char **argv)
{
  static const int sizes[][2] = { { 1280, 800 }, { 360, 720 } };
  static const HrTestSetting large = { HR_TEST_SAMPLE, 1280, 800, .large = TRUE };
  static const HrTestSetting tight = { HR_TEST_SAMPLE, 360, 720, .large = TRUE };

  hr_test_ui_init (&argc, &argv);
  if (argc != 2)
    g_error ("To which folder?");
  take_front (FALSE,
              (const char *[]) { "overview", "accounts", "segments", "journeys", NULL },
              argv[1]);
  take_front (TRUE, (const char *[]) { "overview", NULL }, argv[1]);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint dark = 0; dark < 2; dark++)
      for (guint content = HR_TEST_WELCOME; content <= HR_TEST_NEW; content++)
        {
          HrTestSetting setting = { (HrTestContent) content, sizes[i][0], sizes[i][1],
                                    dark == 1 };

          take_all (&setting, argv[1]);
        }
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      HrTestSetting mirrored = { HR_TEST_SAMPLE, sizes[i][0], sizes[i][1],
                                 .mirrored = TRUE };

      take_all (&mirrored, argv[1]);
    }
  take_all (&large, argv[1]);
  take_all (&tight, argv[1]);
  return 0;
}
