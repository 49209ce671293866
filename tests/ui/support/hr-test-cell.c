/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-test-cell.h"

/* The table of the page that is shown. */
HrGrid *
hr_test_cell_get_grid (HrTestUi *ui)
{
  return hr_test_find (ui->window, HR_TYPE_GRID, NULL);
}

/**
 * hr_test_cell_find:
 * @ui: the fixture
 * @item: whose row
 * @property: which column
 *
 * Finds a cell of the table that is shown; the test fails if there is none.
 */
HrGridPlace
hr_test_cell_find (HrTestUi *ui, gconstpointer item, const char *property)
{
  HrGrid *grid = hr_test_cell_get_grid (ui);
  GListModel *rows = hr_grid_get_model (grid);
  HrGridPlace place;

  if (!hr_grid_get_column_place (grid, property, &place.column))
    g_error ("There is no column “%s”", property);
  for (place.row = 0; place.row < g_list_model_get_n_items (rows); place.row++)
    {
      g_autoptr (GObject) row = g_list_model_get_item (rows, place.row);

      if (row == item)
        return place;
    }
  g_error ("There is no row of “%s”", hr_item_get_name (item));
}

/* Goes to a cell, as a click on it does. */
void
hr_test_cell_focus (HrTestUi *ui, gconstpointer item, const char *property)
{
  HrGrid *grid = hr_test_cell_get_grid (ui);
  HrGridPlace place = hr_test_cell_find (ui, item, property);

  hr_test_focus (ui, grid);
  hr_grid_set_cursor (grid, place);
  hr_grid_scroll_to (grid, place);
  hr_test_settle (ui->window);
}

/* Points at a cell, which is in view then. */
void
hr_test_cell_point (HrTestUi *ui, gconstpointer item, const char *property)
{
  HrGrid *grid = hr_test_cell_get_grid (ui);
  HrGridPlace place = hr_test_cell_find (ui, item, property);
  GdkRectangle area;

  hr_grid_scroll_to (grid, place);
  hr_test_settle (ui->window);
  hr_grid_get_area (grid, place, &area);
  hr_test_point (
      ui, grid, (area.x + area.width / 2.0) / gtk_widget_get_width (GTK_WIDGET (grid)),
      (area.y + area.height / 2.0) / gtk_widget_get_height (GTK_WIDGET (grid)));
}

/* Selects cells of some rows; the cursor is at the first. */
void
hr_test_cell_select (
    HrTestUi *ui, gconstpointer item, const char *property, guint n_rows, guint n_columns)
{
  HrGrid *grid = hr_test_cell_get_grid (ui);
  HrGridPlace place = hr_test_cell_find (ui, item, property);

  hr_test_focus (ui, grid);
  hr_grid_select (grid,
                  (HrGridPlace) { place.row + n_rows - 1, place.column + n_columns - 1 },
                  place);
  hr_test_settle (ui->window);
}

gboolean
hr_test_cell_has_focus (HrTestUi *ui, gconstpointer item, const char *property)
{
  HrGrid *grid = hr_test_cell_get_grid (ui);
  HrGridPlace place = hr_test_cell_find (ui, item, property), cursor;

  return hr_test_get_focus (ui) == GTK_WIDGET (grid) &&
         hr_grid_get_cursor (grid, &cursor) && cursor.row == place.row &&
         cursor.column == place.column;
}

char *
hr_test_cell_get_text (HrTestUi *ui, gconstpointer item, const char *property)
{
  return hr_grid_get_text (hr_test_cell_get_grid (ui),
                           hr_test_cell_find (ui, item, property));
}

void
hr_test_cell_assert_shows (HrTestUi *ui,
                           gconstpointer item,
                           const char *property,
                           const char *text)
{
  g_autofree char *shown = hr_test_cell_get_text (ui, item, property);

  g_assert_cmpstr (shown, ==, text);
}

/* Edits a cell as a person does: F2, the text, Enter. */
void
hr_test_cell_type (HrTestUi *ui,
                   gconstpointer item,
                   const char *property,
                   const char *text)
{
  hr_test_cell_focus (ui, item, property);
  hr_test_keys (ui, "F2");
  g_assert_true (GTK_IS_TEXT (hr_test_get_focus (ui)));
  hr_test_type (ui, text);
  hr_test_keys (ui, "Return");
}

/* Turns to the journey of the first segment. */
HrList *
hr_test_show_touchpoints (HrTestUi *ui)
{
  HrPlan *plan = hr_test_get_plan (ui);

  hr_test_show_page (ui, "journeys");
  return hr_plan_find_journey (plan, hr_list_get (plan->segments, 0), HR_JOURNEY_CURRENT)
      ->touchpoints;
}

/* The item of a row as it is shown. */
HrTouchpoint *
hr_test_cell_get_touchpoint (HrTestUi *ui, guint row)
{
  g_autoptr (HrTouchpoint) item =
      g_list_model_get_item (hr_grid_get_model (hr_test_cell_get_grid (ui)), row);

  return item;
}

guint
hr_test_count_personas (HrTouchpoint *touchpoint)
{
  guint n;

  hr_item_get_references (touchpoint, hr_item_find_field (touchpoint, "personas"), &n);
  return n;
}
