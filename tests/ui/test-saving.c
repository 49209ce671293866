/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "hr-chart-area.h"
#include "hr-csv-writer.h"
#include "hr-json-reader.h"
#include "hr-persona.h"
#include "hr-picture-export.h"
#include "hr-test-file.h"

/* What is taken out of a plan as a file: a picture, a table, a report, the data; through
 * the dialog in which a file is chosen. */

static HrCapacity *
get_capacity (HrTestFile *test)
{
  return hr_document_get_capacity (hr_window_get_document (test->ui.window));
}

static char *
get_path (HrTestFile *test, const char *name)
{
  return g_build_filename (test->folder, name, NULL);
}

static GBytes *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text;
  gsize size;

  g_file_get_contents (path, &text, &size, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (text, size);
}

static guint
count_files (HrTestFile *test)
{
  g_autoptr (GDir) folder = g_dir_open (test->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (folder) != NULL)
    n++;
  return n;
}

/* ---- What a person does ---- */

static void
show_view (HrTestFile *test, const char *page, const char *view)
{
  hr_test_show_page (&test->ui, page);
  hr_test_click (&test->ui, hr_test_find (test->ui.window, GTK_TYPE_TOGGLE_BUTTON, view));
  hr_test_wait (hr_test_count (test->ui.window, HR_TYPE_CHART_AREA) == 1);
  hr_test_settle (test->ui.window);
}

/* From the button above a picture, by its letters. */
static void
ask_by_key (HrTestFile *test, const char *letter)
{
  hr_test_focus_window (&test->ui, "Headroom");
  hr_test_tab_to (&test->ui, GTK_TYPE_MENU_BUTTON, "Picture");
  hr_test_keys (&test->ui, "space");
  hr_test_wait (hr_test_shows (test->ui.window, "Save Picture…"));
  hr_test_settle (test->ui.window);
  hr_test_keys (&test->ui, letter);
}

static void
ask_by_pointer (HrTestFile *test, const char *item)
{
  GtkWidget *button = hr_test_find (test->ui.window, GTK_TYPE_MENU_BUTTON, "Picture");

  hr_test_click (&test->ui, button);
  hr_test_click_menu (&test->ui, button, item);
}

static void
assert_says (HrTestFile *test, const char *text)
{
  hr_test_wait (hr_test_shows (test->ui.window, text));
}

/* ---- Pictures ---- */

/* The file is what the command line makes of the same plan. */
static void
assert_picture (HrTestFile *test, const char *path, HrPicture picture)
{
  g_autofree char *wanted_path = g_strconcat (path, path + strlen (path) - 4, NULL);
  g_autoptr (GBytes) saved = read_file (path), wanted = NULL;
  g_autoptr (GError) error = NULL;

  hr_export_picture (get_capacity (test), picture, wanted_path, &error);
  g_assert_no_error (error);
  wanted = read_file (wanted_path);
  g_assert_cmpuint (g_bytes_get_size (saved), >, 5000);
  g_assert_true (g_bytes_equal (saved, wanted));
}

static void
test_svg (HrTestFile *test, gconstpointer setting)
{
  g_autofree char *path = get_path (test, "map.svg");
  g_autofree char *text = NULL;

  show_view (test, "journeys", "Map");
  ask_by_key (test, "s");
  hr_test_choose_file (&test->ui, "Save Picture", path);
  assert_says (test, "Picture saved");
  assert_picture (test, path, HR_PICTURE_JOURNEY_MAP);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "<title>"));
  g_assert_nonnull (strstr (text, "Executive business review")); /* for who listens */
}

/* What is drawn is what is seen: the lanes that were chosen, and an ending in capitals.
 */
static void
test_png (HrTestFile *test, gconstpointer setting)
{
  g_autofree char *path = get_path (test, "map.PNG");
  GtkDropDown *lanes;

  show_view (test, "journeys", "Map");
  lanes = hr_test_find (test->ui.window, GTK_TYPE_DROP_DOWN, "Lanes of the Map");
  gtk_drop_down_set_selected (lanes, 1);
  ask_by_pointer (test, "Save Picture…");
  hr_test_choose_file (&test->ui, "Save Picture", path);
  assert_says (test, "Picture saved");
  assert_picture (test, path, HR_PICTURE_JOURNEY_PERSONAS);
}

static void
test_matrix (HrTestFile *test, gconstpointer setting)
{
  g_autofree char *path = get_path (test, "matrix.png");

  show_view (test, "personas", "Matrix");
  ask_by_key (test, "s");
  hr_test_choose_file (&test->ui, "Save Picture", path);
  assert_says (test, "Picture saved");
  assert_picture (test, path, HR_PICTURE_PERSONA_MATRIX);
}

/* ---- The table of the personas ---- */

static gboolean
has_table (HrTestFile *test, const char *path)
{
  g_autofree char *saved = NULL, *wanted = hr_csv_write_personas (get_capacity (test));

  return g_file_get_contents (path, &saved, NULL, NULL) && g_str_equal (saved, wanted);
}

static void
test_table (HrTestFile *test, gconstpointer setting)
{
  g_autofree char *path = get_path (test, "personas.csv");
  g_autofree char *other = get_path (test, "again.csv");
  HrPersona *persona = hr_list_get (hr_test_get_plan (&test->ui)->personas, 0);
  g_autofree char *saved = NULL;

  show_view (test, "personas", "Matrix");
  ask_by_key (test, "b");
  hr_test_choose_file (&test->ui, "Save Table", path);
  assert_says (test, "Table saved");
  g_assert_true (has_table (test, path));
  g_assert_true (g_file_get_contents (path, &saved, NULL, NULL));
  g_assert_nonnull (strstr (saved, hr_item_get_name (persona)));

  ask_by_pointer (test, "Save as Table…");
  hr_test_choose_file (&test->ui, "Save Table", other);
  hr_test_wait (has_table (test, other));
}

/* ---- All of it ---- */

static void export (HrTestFile *test, const char *path)
{
  hr_test_focus_window (&test->ui, "Headroom");
  hr_test_keys (&test->ui, "ctrl+e");
  hr_test_choose_file (&test->ui, "Export", path);
  hr_test_wait (!hr_window_is_busy (test->ui.window));
}

static void
test_export (HrTestFile *test, gconstpointer setting)
{
  g_autofree char *report = get_path (test, "report.pdf");
  g_autofree char *data = get_path (test, "plan.json");
  g_autofree char *picture = get_path (test, "chart.svg");
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (HrPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  export (test, report);
  assert_says (test, "Exported");
  pdf = read_file (report);
  g_assert_cmpuint (g_bytes_get_size (pdf), >, 20000);
  g_assert_true (g_str_has_prefix (g_bytes_get_data (pdf, NULL), "%PDF-"));

  export (test, data);
  hr_test_wait (g_file_test (data, G_FILE_TEST_EXISTS));
  plan = hr_json_read_plan_file (data, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (hr_item_equal (plan, hr_test_get_plan (&test->ui)));

  export (test, picture);
  hr_test_wait (g_file_test (picture, G_FILE_TEST_EXISTS));
  assert_picture (test, picture, HR_PICTURE_CAPACITY);
}

/* ---- What does not come about ---- */

static void
test_cancel (HrTestFile *test, gconstpointer setting)
{
  static const struct
  {
    const char *letter; /* NULL exports */
    const char *title;
  } dialogs[] = { { "s", "Save Picture" }, { "b", "Save Table" }, { NULL, "Export" } };
  guint n = count_files (test);

  show_view (test, "personas", "Matrix");
  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      if (dialogs[i].letter != NULL)
        ask_by_key (test, dialogs[i].letter);
      else
        hr_test_keys (&test->ui, "ctrl+e");
      hr_test_focus_window (&test->ui, dialogs[i].title);
      hr_test_keys (&test->ui, "Escape");
      hr_test_focus_window (&test->ui, "Headroom");
      hr_test_settle (test->ui.window);
      g_assert_false (hr_test_shows (test->ui.window, "saved") ||
                      hr_test_shows (test->ui.window, "xported"));
    }
  g_assert_cmpuint (count_files (test), ==, n);
  g_assert_false (hr_document_get_modified (hr_window_get_document (test->ui.window)));
}

/* A folder in which nobody may write. */
static void
test_refused (HrTestFile *test, gconstpointer setting)
{
  g_autofree char *picture = get_path (test, "matrix.svg");
  g_autofree char *table = get_path (test, "table.csv");
  g_autofree char *report = get_path (test, "report.pdf");
  guint n = count_files (test);

  show_view (test, "personas", "Matrix");
  g_chmod (test->folder, 0500);
  ask_by_key (test, "s");
  hr_test_choose_file (&test->ui, "Save Picture", picture);
  assert_says (test, "matrix.svg");
  assert_says (test, "Permission denied");
  ask_by_key (test, "b");
  hr_test_choose_file (&test->ui, "Save Table", table);
  assert_says (test, "table.csv");
  export (test, report);
  assert_says (test, "report.pdf");
  g_chmod (test->folder, 0700);
  g_assert_cmpuint (count_files (test), ==, n);
}

/* An ending that says nothing of a picture. */
static void
test_ending (HrTestFile *test, gconstpointer setting)
{
  g_autofree char *picture = get_path (test, "matrix.gif");
  g_autofree char *report = get_path (test, "report.doc");
  guint n = count_files (test);

  show_view (test, "personas", "Matrix");
  ask_by_key (test, "s");
  hr_test_choose_file (&test->ui, "Save Picture", picture);
  assert_says (test, "matrix.gif” cannot be saved: the ending must be .svg or .png");
  export (test, report);
  assert_says (test, "report.doc: the ending must be .pdf, .svg, .png or .json");
  g_assert_cmpuint (count_files (test), ==, n);
}

int
main (int argc, char **argv)
{
  hr_test_ui_init (&argc, &argv);
  hr_test_file_add ("/ui/saving/svg", NULL, test_svg);
  hr_test_file_add ("/ui/saving/png", NULL, test_png);
  hr_test_file_add ("/ui/saving/matrix", NULL, test_matrix);
  hr_test_file_add ("/ui/saving/table", NULL, test_table);
  hr_test_file_add ("/ui/saving/export", NULL, test_export);
  hr_test_file_add ("/ui/saving/cancel", NULL, test_cancel);
  hr_test_file_add ("/ui/saving/refused", NULL, test_refused);
  hr_test_file_add ("/ui/saving/ending", NULL, test_ending);
  return g_test_run ();
}
