/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "hr-format.h"
#include "hr-grid.h"
#include "hr-store.h"
#include "hr-test-ui.h"

/* The main job with the keyboard alone: no widget is touched, the tests only look. */

static const HrTestSetting WELCOME = { HR_TEST_WELCOME, 1280, 800, FALSE };

static gboolean
is_focus_within (HrTestUi *ui, GType type, const char *text)
{
  for (GtkWidget *at = hr_test_get_focus (ui); at != NULL;
       at = gtk_widget_get_parent (at))
    if (G_TYPE_CHECK_INSTANCE_TYPE (at, type))
      return hr_test_shows (at, text);
  return FALSE;
}

/* From the sidebar's row that has the focus down to a page, and into it. */
static void
go_down_to (HrTestUi *ui, const char *page)
{
  hr_test_tab_to (ui, GTK_TYPE_LIST_BOX, "Pages");
  for (guint i = 0; i < 7 && !is_focus_within (ui, GTK_TYPE_LIST_BOX_ROW, page); i++)
    hr_test_keys (ui, "Down");
  g_assert_true (is_focus_within (ui, GTK_TYPE_LIST_BOX_ROW, page));
  hr_test_keys (ui, "Return");
}

static char *
compute_people (HrPlan *plan)
{
  g_autoptr (HrSegmentation) segmentation = hr_segmentation_new (plan);
  g_autoptr (HrCapacity) capacity =
      hr_capacity_new (plan, segmentation, HR_JOURNEY_CURRENT);

  return hr_format_people (hr_capacity_get_totals (capacity)->fte);
}

/* The dialog is the desktop's, or without one GTK's own: its name field has the focus. */
static void
save_as (HrTestUi *ui, const char *path)
{
  HrDocument *document = hr_window_get_document (ui->window);

  hr_test_keys (ui, "ctrl+s");
  hr_test_choose_file (ui, "Save Plan", path);
  hr_test_wait (!hr_document_get_modified (document));
}

/* The Tab key leads to the titles of the table first. */
static void
tab_to_table (HrTestUi *ui)
{
  hr_test_tab_to (ui, HR_TYPE_GRID, NULL);
  if (!HR_IS_GRID (hr_test_get_focus (ui)))
    hr_test_keys (ui, "Tab");
  g_assert_true (HR_IS_GRID (hr_test_get_focus (ui)));
}

static void
test_main_job (HrTestUi *ui, gconstpointer setting)
{
  g_autofree char *folder = g_dir_make_tmp ("headroom-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "budget.headroom", NULL);
  g_autoptr (HrPlan) saved = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL, *stored = NULL;

  hr_test_tab_to (ui, ADW_TYPE_BUTTON_ROW, "Sample Plan");
  hr_test_keys (ui, "Return");
  hr_test_wait (hr_window_get_document (ui->window) != NULL);
  before = compute_people (hr_test_get_plan (ui));
  g_assert_true (hr_test_shows (ui->window, before));

  go_down_to (ui, "Journeys");
  tab_to_table (ui);
  hr_test_keys (ui, "Home Right Right Right Right Right Right");
  hr_test_type (ui, "9000");
  hr_test_keys (ui, "Return");
  after = compute_people (hr_test_get_plan (ui));
  g_assert_cmpstr (after, !=, before);
  hr_test_keys (ui, "alt+1");
  g_assert_true (hr_test_shows (ui->window, after));

  save_as (ui, path);
  saved = hr_store_load (path, NULL, &error);
  g_assert_no_error (error);
  stored = compute_people (saved);
  g_assert_cmpstr (stored, ==, after);
  g_assert_true (hr_item_equal (saved, hr_test_get_plan (ui)));
  g_unlink (path);
  g_rmdir (folder);
}

/* Every page by its number, and each has somewhere for the focus to be. */
static void
test_pages (HrTestUi *ui, gconstpointer setting)
{
  static const char *const pages[] = { "overview", "accounts", "segments", "journeys",
                                       "personas", "health",   "capacity" };

  for (guint i = G_N_ELEMENTS (pages); i > 0; i--)
    {
      g_autofree char *keys = g_strdup_printf ("alt+%u", i);
      GtkWidget *page = GTK_WIDGET (hr_window_get_page (ui->window, pages[i - 1]));

      g_assert_false (gtk_widget_get_mapped (page) && i > 1);
      hr_test_keys (ui, keys);
      g_assert_true (gtk_widget_get_mapped (page));
      g_assert_true (gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD));
    }
}

int
main (int argc, char **argv)
{
  hr_test_ui_init (&argc, &argv);
  hr_test_ui_add ("/ui/keyboard/main-job", &WELCOME, test_main_job);
  hr_test_ui_add ("/ui/keyboard/pages", NULL, test_pages);
  return g_test_run ();
}
