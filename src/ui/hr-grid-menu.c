/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "hr-grid-private.h"

static void
add_section (GMenu *menu, GMenu *section)
{
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static GMenu *
make_clipboard_section (HrGrid *self)
{
  GMenu *section = g_menu_new ();

  if (self->store != NULL)
    g_menu_append (section, _ ("Cu_t"), "clipboard.cut");
  g_menu_append (section, _ ("_Copy"), "clipboard.copy");
  if (self->store != NULL)
    g_menu_append (section, _ ("_Paste"), "clipboard.paste");
  g_menu_append (section, _ ("Select _All"), "selection.select-all");
  return section;
}

static GMenu *
make_cells_section (void)
{
  GMenu *section = g_menu_new ();

  g_menu_append (section, _ ("_Fill Down"), "grid.fill-down");
  g_menu_append (section, _ ("Cl_ear"), "selection.delete");
  return section;
}

static GMenu *
make_rows_section (void)
{
  GMenu *section = g_menu_new ();

  g_menu_append (section, _ ("Dup_licate"), "grid.duplicate");
  g_menu_append (section, _ ("Move _Up"), "grid.move(-1)");
  g_menu_append (section, _ ("Move _Down"), "grid.move(1)");
  g_menu_append (section, _ ("_Remove"), "grid.remove");
  return section;
}

static GtkWidget *
make_popover (HrGrid *self, GMenu *menu)
{
  GtkWidget *popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));

  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  return popover;
}

static void
make_menu (HrGrid *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) clipboard = make_clipboard_section (self);
  g_autoptr (GMenu) cells = make_cells_section ();
  g_autoptr (GMenu) rows = make_rows_section ();

  add_section (menu, clipboard);
  if (self->store != NULL)
    {
      add_section (menu, cells);
      if (self->row_menu != NULL)
        g_menu_append_section (menu, NULL, self->row_menu);
      add_section (menu, rows);
    }
  self->menu = make_popover (self, menu);
}

/**
 * hr_grid_set_row_menu:
 * @self: a grid
 * @menu: (nullable): what else can be done with rows
 *
 * Adds to the menu of the cells.
 */
void
hr_grid_set_row_menu (HrGrid *self, GMenuModel *menu)
{
  g_return_if_fail (HR_IS_GRID (self));

  g_set_object (&self->row_menu, menu);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
}

/* Which columns are shown: the first stays, for it says what a row is about. */
void
hr_grid_show_column_menu (HrGrid *self, int x, int y)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  GListModel *columns = G_LIST_MODEL (self->columns);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (HrGridColumn) column = g_list_model_get_item (columns, i);
      const char *id = hr_grid_column_get_id (column);
      g_autoptr (GPropertyAction) action = g_property_action_new (id, column, "visible");
      g_autofree char *name = g_strconcat ("columns.", id, NULL);

      if (i == 0)
        continue;
      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
      g_menu_append (menu, hr_grid_column_get_title (column), name);
    }
  gtk_widget_insert_action_group (GTK_WIDGET (self), "columns", G_ACTION_GROUP (group));
  g_clear_pointer (&self->column_menu, gtk_widget_unparent);
  self->column_menu = make_popover (self, menu);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->column_menu),
                               &(GdkRectangle) { x, y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->column_menu));
}

/* Shows the menu at a point of the grid. */
static void
show_menu (HrGrid *self, int x, int y)
{
  if (self->menu == NULL)
    make_menu (self);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { x, y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/**
 * hr_grid_show_menu:
 * @self: a grid
 *
 * Shows what can be done with the selection, below the cursor.
 */
void
hr_grid_show_menu (HrGrid *self)
{
  GdkRectangle area;

  if (!self->has_cursor)
    return;
  hr_grid_scroll_to (self, self->cursor);
  hr_grid_get_area (self, self->cursor, &area);
  show_menu (self, area.x + area.width / 2, area.y + area.height);
}

/* What is pointed at is meant, unless it is part of what is selected. */
static void
pressed_cb (HrGrid *self, int n, double x, double y, GtkGesture *gesture)
{
  HrGridPlace place;
  HrGridRange range;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (!hr_grid_find_row_at (self, y, &place.row) ||
      !hr_grid_find_column_at (self, x, &place.column))
    return;
  if (!hr_grid_get_selection (self, &range) ||
      !hr_grid_range_contains (&range, place.row, place.column))
    hr_grid_set_cursor (self, place);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  show_menu (self, (int) x, (int) y + gtk_widget_get_height (GTK_WIDGET (self->header)));
}

void
hr_grid_init_menu (HrGrid *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->body), GTK_EVENT_CONTROLLER (click));
}
