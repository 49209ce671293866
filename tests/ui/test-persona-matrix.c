/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-chart-view.h"
#include "hr-need.h"
#include "hr-persona.h"
#include "hr-stage.h"
#include "hr-test-editor.h"
#include "hr-text-row.h"

/* Whom does a persona go to at a stage? The matrix, its cells and what they are taken out
 * as. */

static HrChartArea *
find_area (HrTestUi *ui)
{
  return hr_test_find (ui->window, HR_TYPE_CHART_AREA, NULL);
}

static void
open_matrix (HrTestUi *ui)
{
  hr_test_show_page (ui, "personas");
  hr_test_click (ui, hr_test_find (ui->window, GTK_TYPE_TOGGLE_BUTTON, "Matrix"));
  hr_test_wait (hr_test_count (ui->window, HR_TYPE_CHART_AREA) == 1);
  hr_test_settle (ui->window);
}

/* Returns: (transfer none): the first cell with or without a need */
static const HrChartMark *
find_cell (HrTestUi *ui, gboolean has_need)
{
  GArray *marks = hr_chart_area_get_marks (find_area (ui));

  for (guint i = 0; i < marks->len; i++)
    if ((g_array_index (marks, HrChartMark, i).item != NULL) == has_need)
      return &g_array_index (marks, HrChartMark, i);
  g_error ("There is no such cell");
}

static void
wait_for_pane (HrTestUi *ui)
{
  hr_test_wait (hr_test_count (ui->window, HR_TYPE_TEXT_ROW) > 0);
  hr_test_settle (ui->window);
}

static void
test_pointer (HrTestUi *ui, gconstpointer setting)
{
  GtkWidget *area;
  HrNeed *need;
  cairo_rectangle_t place;
  g_autofree char *before = NULL;

  open_matrix (ui);
  area = GTK_WIDGET (find_area (ui));
  need = HR_NEED (find_cell (ui, TRUE)->item);
  before = g_strdup (need->need);
  place = find_cell (ui, TRUE)->place;
  hr_test_point (ui, area, (place.x + 9) / gtk_widget_get_width (area),
                 (place.y + 9) / gtk_widget_get_height (area));
  hr_test_mouse (ui, TRUE);
  hr_test_mouse (ui, FALSE);
  wait_for_pane (ui);
  hr_test_focus (ui, hr_test_find_titled (ui->window, "Need"));
  hr_test_keys (ui, "ctrl+a");
  hr_test_type (ui, "To be asked");
  hr_test_keys (ui, "Tab");
  hr_test_settle (ui->window);
  g_assert_cmpstr (need->need, ==, "To be asked");
  g_assert_nonnull (strstr (find_cell (ui, TRUE)->text, "To be asked"));
  hr_test_assert_undo (ui, need, "need", before, "To be asked");
}

/* An empty cell offers a need, and takes it in one step that one undo takes back. */
static void
test_keyboard (HrTestUi *ui, gconstpointer setting)
{
  HrHistory *history = hr_document_get_history (hr_window_get_document (ui->window));
  guint n_stages = hr_list_get_n (hr_test_get_plan (ui)->stages), cell;
  HrPersona *persona;
  HrNeed *need;
  guint n;

  open_matrix (ui);
  cell = find_cell (ui, FALSE)->index;
  persona = hr_list_get (hr_test_get_plan (ui)->personas, cell / n_stages);
  n = hr_list_get_n (persona->needs);
  hr_test_focus (ui, find_area (ui));
  hr_test_keys (ui, "Home");
  for (guint i = 0; i < cell; i++)
    hr_test_keys (ui, "Right");
  hr_test_keys (ui, "Return");
  hr_test_wait (hr_test_shows (ui->window, "Nothing is written down yet that "));
  g_assert_cmpuint (hr_list_get_n (persona->needs), ==, n);
  hr_test_settle (ui->window);
  hr_test_keys (ui, "Return"); /* the offer has the focus */
  hr_test_wait (hr_list_get_n (persona->needs) == n + 1);
  wait_for_pane (ui);
  need = hr_list_get (persona->needs, n);
  g_assert_cmpstr (
      need->stage, ==,
      hr_item_get_id (hr_list_get (hr_test_get_plan (ui)->stages, cell % n_stages)));
  hr_test_keys (ui, "ctrl+a");
  hr_test_type (ui, "A plan");
  hr_test_keys (ui, "Tab");
  g_assert_cmpstr (need->need, ==, "A plan");

  hr_history_undo (history);
  hr_history_undo (history);
  g_assert_false (hr_history_can_undo (history));
  g_assert_cmpuint (hr_list_get_n (persona->needs), ==, n);
  hr_test_settle (ui->window);
  g_assert_cmpuint (hr_test_count (ui->window, HR_TYPE_TEXT_ROW), ==, 0);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(char **) user_data =
      gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

/* The table has a line for each persona, and says what the matrix says. */
static void
test_table (HrTestUi *ui, gconstpointer setting)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (ui->window));
  g_autofree char *text = NULL, *needed = NULL;
  HrNeed *need;

  open_matrix (ui);
  need = HR_NEED (find_cell (ui, TRUE)->item);
  hr_test_press (ui, hr_test_find (ui->window, GTK_TYPE_MENU_BUTTON, "Picture"));
  hr_test_wait (hr_test_shows (ui->window, "Copy as Table"));
  hr_test_settle (ui->window);
  hr_test_keys (ui, "t");
  hr_test_wait (hr_test_shows (ui->window, "Table copied"));
  g_assert_true (gdk_content_formats_contain_mime_type (
      gdk_clipboard_get_formats (clipboard), "text/html"));
  gdk_clipboard_read_text_async (clipboard, NULL, read_cb, &text);
  hr_test_wait (text != NULL);
  g_assert_true (g_str_has_prefix (text, "\"Persona\"\t\""));
  needed = g_strconcat ("\"", need->need, "\n", NULL);
  g_assert_nonnull (strstr (text, needed));
}

static void
test_accessible (HrTestUi *ui, gconstpointer setting)
{
  g_autoptr (GtkAccessible) child = NULL;
  const HrChartMark *first;

  open_matrix (ui);
  first = &g_array_index (hr_chart_area_get_marks (find_area (ui)), HrChartMark, 0);
  child = gtk_accessible_get_first_accessible_child (GTK_ACCESSIBLE (find_area (ui)));
  gtk_test_accessible_assert_property (child, GTK_ACCESSIBLE_PROPERTY_LABEL, first->name);
  g_assert_true (hr_test_shows (ui->window, "Matrix"));
}

/* Without a persona there is no matrix, and a way to one. */
static void
test_empty (HrTestUi *ui, gconstpointer setting)
{
  HrList *personas = hr_test_get_plan (ui)->personas;
  HrHistory *history = hr_document_get_history (hr_window_get_document (ui->window));
  guint n;

  while (hr_list_get_n (personas) > 0)
    hr_history_remove (history, personas, 0);
  hr_test_show_page (ui, "personas");
  hr_test_click (ui, hr_test_find (ui->window, GTK_TYPE_TOGGLE_BUTTON, "Matrix"));
  hr_test_wait (hr_test_shows (ui->window, "No Matrix Yet"));
  hr_test_look (ui, "matrix-empty");
  n = hr_list_get_n (personas);
  hr_test_press (ui, hr_test_find (ui->window, GTK_TYPE_BUTTON, "Add a Persona"));
  hr_test_wait (hr_list_get_n (personas) == n + 1);
}

static void
test_look (HrTestUi *ui, gconstpointer setting)
{
  const HrTestSetting *look = setting;
  g_autofree char *name = g_strdup_printf ("matrix-%d-%d", look->width, look->dark);
  g_autofree char *pane = g_strconcat (name, "-pane", NULL);
  guint cell;

  open_matrix (ui);
  hr_test_look (ui, name);
  cell = find_cell (ui, FALSE)->index;
  hr_test_focus (ui, find_area (ui));
  hr_test_keys (ui, "Home");
  for (guint i = 0; i < cell; i++)
    hr_test_keys (ui, "Right");
  hr_test_keys (ui, "Return");
  hr_test_settle (ui->window);
  hr_test_look (ui, pane);
}

int
main (int argc, char **argv)
{
  static const HrTestSetting wide = { HR_TEST_SAMPLE, 1280, 800, FALSE };
  static const HrTestSetting narrow = { HR_TEST_SAMPLE, 360, 720, TRUE };

  hr_test_ui_init (&argc, &argv);
  hr_test_ui_add ("/ui/persona-matrix/pointer", NULL, test_pointer);
  hr_test_ui_add ("/ui/persona-matrix/keyboard", NULL, test_keyboard);
  hr_test_ui_add ("/ui/persona-matrix/table", NULL, test_table);
  hr_test_ui_add ("/ui/persona-matrix/accessible", NULL, test_accessible);
  hr_test_ui_add ("/ui/persona-matrix/empty", NULL, test_empty);
  hr_test_ui_add ("/ui/persona-matrix/wide", &wide, test_look);
  hr_test_ui_add ("/ui/persona-matrix/narrow", &narrow, test_look);
  return g_test_run ();
}
