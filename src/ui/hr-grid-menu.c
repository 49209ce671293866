/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "hr-grid-private.h"

static void
make_menu (HrGrid *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _ ("_Copy"), "clipboard.copy");
  g_menu_append (menu, _ ("Select _All"), "selection.select-all");
  self->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
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
