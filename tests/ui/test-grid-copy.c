/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-test-grid.h"

#include <string.h>

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  char **text = user_data;
  g_autoptr (GError) error = NULL;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);
  g_assert_no_error (error);
}

static char *
read_clipboard (HrTestGrid *self)
{
  char *text = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self->grid)), NULL,
                                 read_cb, &text);
  hr_test_wait (text != NULL);
  return text;
}

static void
test_copy (HrTestGrid *self, gconstpointer user_data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self->grid));
  g_autofree char *text = NULL, *one = NULL;

  hr_test_grid_focus (self);
  hr_grid_select (self->grid, (HrGridPlace) { 7, 3 }, (HrGridPlace) { 5, 1 });
  hr_test_grid_keys (self, "ctrl+c");
  text = read_clipboard (self);
  g_assert_cmpstr (text, ==, "b5\tc5\td5\n\t\t\nb7\tc7\td7");
  g_assert_true (gdk_content_formats_contain_mime_type (
      gdk_clipboard_get_formats (clipboard), "text/html"));

  hr_test_grid_keys (self, "Home ctrl+Insert");
  one = read_clipboard (self);
  g_assert_cmpstr (one, ==, "a5");
}

static void
collect_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  gdk_content_provider_write_mime_type_finish (GDK_CONTENT_PROVIDER (source), result,
                                               &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static void
get_odd_cell_cb (HrGridColumn *column, guint row, HrGridCell *cell, gpointer user_data)
{
  cell->text = g_strdup (row == 0 ? "a <b> \"c\"" : "two\nlines");
}

/* Texts that hold what parts cells and rows come back as they were. */
static void
test_copy_odd (HrTestGrid *self, gconstpointer user_data)
{
  g_autoptr (HrGridColumn) odd = hr_grid_column_new ("odd", "Odd", get_odd_cell_cb, NULL);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autofree char *text = NULL, *html = NULL;
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self->grid));
  gboolean done = FALSE;

  g_list_store_append (hr_grid_get_columns (self->grid), odd);
  hr_test_grid_focus (self);
  hr_grid_select (self->grid, (HrGridPlace) { 0, HR_TEST_GRID_COLUMNS },
                  (HrGridPlace) { 1, HR_TEST_GRID_COLUMNS });
  hr_test_grid_keys (self, "ctrl+c");
  text = read_clipboard (self);
  g_assert_cmpstr (text, ==, "\"a <b> \"\"c\"\"\"\n\"two\nlines\"");

  gdk_content_provider_write_mime_type_async (gdk_clipboard_get_content (clipboard),
                                              "text/html", stream, 0, NULL, collect_cb,
                                              &done);
  hr_test_wait (done);
  html =
      g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                 g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)));
  g_assert_nonnull (strstr (html, "<tr><td>a &lt;b&gt; &quot;c&quot;</td></tr>"));
  g_assert_nonnull (strstr (html, "<tr><td>two\nlines</td></tr></table>"));
}

static void
refused_cb (HrGrid *grid, const GError *error, char **message)
{
  g_set_str (message, error->message);
}

/* As many rows as nobody can paste. */
static void
test_copy_too_much (HrTestGrid *self, gconstpointer user_data)
{
  g_autoptr (GListStore) lists = g_list_store_new (G_TYPE_LIST_MODEL);
  g_autoptr (GListModel) many =
      G_LIST_MODEL (gtk_flatten_list_model_new (g_object_ref (G_LIST_MODEL (lists))));
  g_autofree char *message = NULL;

  for (guint i = 0; i < 400; i++)
    g_list_store_append (lists, self->rows);
  hr_grid_set_model (self->grid, many);
  g_signal_connect (self->grid, "refused", G_CALLBACK (refused_cb), &message);
  hr_test_grid_focus (self);
  hr_test_grid_keys (self, "ctrl+a ctrl+c");
  g_assert_cmpstr (message, ==, "No more than 2,000,000 cells can be copied at once");
  hr_grid_set_model (self->grid, G_LIST_MODEL (self->rows));
}

int
main (int argc, char **argv)
{
  hr_test_ui_init (&argc, &argv);
  hr_test_grid_add ("/ui/grid-copy/text", NULL, test_copy);
  hr_test_grid_add ("/ui/grid-copy/odd", NULL, test_copy_odd);
  hr_test_grid_add ("/ui/grid-copy/too-much", NULL, test_copy_too_much);
  return g_test_run ();
}
