/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-test-grid.h"

#define ROOM_FOR 12 /* letters in a column */

static void
get_cell_cb (HrGridColumn *column, guint row, HrGridCell *cell, gpointer user_data)
{
  HrTestGrid *self = user_data;
  const char *id = hr_grid_column_get_id (column);

  self->asked++;
  cell->is_missing = row % 7 == 6;
  cell->text = cell->is_missing ? g_strdup ("–") : g_strdup_printf ("%s%u", id, row);
}

static void
sorted_cb (HrTestGrid *self)
{
  self->sorted++;
}

static void
add_columns (HrTestGrid *self)
{
  g_autoptr (GListStore) columns = g_list_store_new (HR_TYPE_GRID_COLUMN);

  for (guint i = 0; i < HR_TEST_GRID_COLUMNS; i++)
    {
      g_autofree char *id = g_strdup_printf ("%c", 'a' + i);
      g_autofree char *title = g_strdup_printf ("Column %c", 'A' + i);
      g_autoptr (HrGridColumn) column = hr_grid_column_new (id, title, get_cell_cb, self);

      hr_grid_column_set_chars (column, ROOM_FOR);
      hr_grid_column_set_numeric (column, i == 2);
      g_list_store_append (columns, column);
    }
  hr_grid_set_columns (self->grid, columns);
}

void
hr_test_grid_set_up (HrTestGrid *self, gconstpointer user_data)
{
  g_autofree const char **texts = g_new0 (const char *, HR_TEST_GRID_ROWS + 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  for (guint i = 0; i < HR_TEST_GRID_ROWS; i++)
    texts[i] = "";
  self->rows = gtk_string_list_new (texts);
  self->grid = HR_GRID (hr_grid_new ());
  self->before = gtk_button_new_with_label ("Before");
  self->after = gtk_button_new_with_label ("After");
  gtk_widget_add_css_class (GTK_WIDGET (self->grid), "data-table");
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->grid));
  gtk_box_append (GTK_BOX (box), self->before);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (GTK_BOX (box), self->after);
  add_columns (self);
  hr_grid_set_model (self->grid, G_LIST_MODEL (self->rows));
  g_signal_connect_swapped (self->grid, "sorted", G_CALLBACK (sorted_cb), self);

  self->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_title (self->window, "Grid");
  gtk_window_set_decorated (self->window, FALSE);
  gtk_window_set_default_size (self->window, 480, 400);
  gtk_window_set_child (self->window, box);
  if (user_data != NULL)
    gtk_widget_set_direction (GTK_WIDGET (self->grid), GTK_TEXT_DIR_RTL);
  gtk_window_present (self->window);
  hr_test_focus_window (&self->ui, "Grid");
  hr_test_settle (self->window);
}

void
hr_test_grid_tear_down (HrTestGrid *self, gconstpointer user_data)
{
  g_object_add_weak_pointer (G_OBJECT (self->grid), (gpointer *) &self->grid);
  gtk_window_destroy (self->window);
  hr_test_wait (self->grid == NULL);
  g_assert_finalize_object (self->rows);
}

void
hr_test_grid_keys (HrTestGrid *self, const char *keys)
{
  hr_test_keys (&self->ui, keys);
  hr_test_settle (self->window);
}

void
hr_test_grid_focus (HrTestGrid *self)
{
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (self->grid)));
  hr_test_settle (self->window);
}

void
hr_test_grid_assert_cursor (HrTestGrid *self, guint row, guint column)
{
  HrGridPlace cursor;
  GdkRectangle area;

  g_assert_true (hr_grid_get_cursor (self->grid, &cursor));
  g_assert_cmpuint (cursor.row, ==, row);
  g_assert_cmpuint (cursor.column, ==, column);
  hr_grid_get_area (self->grid, cursor, &area); /* wherever it goes, it is seen */
  g_assert_cmpint (area.x, >=, 0);
  g_assert_cmpint (area.x + area.width, <=,
                   gtk_widget_get_width (GTK_WIDGET (self->grid)));
  g_assert_cmpint (area.y, >, 0);
  g_assert_cmpint (area.y + area.height, <=,
                   gtk_widget_get_height (GTK_WIDGET (self->grid)));
}

void
hr_test_grid_assert_selection (
    HrTestGrid *self, guint row, guint column, guint n_rows, guint n_columns)
{
  HrGridRange range;

  g_assert_true (hr_grid_get_selection (self->grid, &range));
  g_assert_cmpuint (range.row, ==, row);
  g_assert_cmpuint (range.column, ==, column);
  g_assert_cmpuint (range.n_rows, ==, n_rows);
  g_assert_cmpuint (range.n_columns, ==, n_columns);
}

GdkRectangle
hr_test_grid_get_area (HrTestGrid *self, guint row, guint column)
{
  GdkRectangle area;

  hr_grid_get_area (self->grid, (HrGridPlace) { row, column }, &area);
  return area;
}

HrGridTitle *
hr_test_grid_find_title (HrTestGrid *self, guint i)
{
  return hr_test_find_nth (self->grid, HR_TYPE_GRID_TITLE, NULL, i);
}
