/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-grid-private.h"

/* ---- The keyboard ---- */

/* Which key goes where; with Shift it takes the selection along. Left and right are those
 * of a text that runs from left to right. */
static const struct
{
  guint key;
  GdkModifierType state;
  HrGridMove move;
} MOVES[] = {
  { GDK_KEY_Left, 0, HR_GRID_MOVE_BEFORE },
  { GDK_KEY_Right, 0, HR_GRID_MOVE_AFTER },
  { GDK_KEY_Up, 0, HR_GRID_MOVE_UP },
  { GDK_KEY_Down, 0, HR_GRID_MOVE_DOWN },
  { GDK_KEY_Home, 0, HR_GRID_MOVE_ROW_START },
  { GDK_KEY_End, 0, HR_GRID_MOVE_ROW_END },
  { GDK_KEY_Page_Up, 0, HR_GRID_MOVE_PAGE_UP },
  { GDK_KEY_Page_Down, 0, HR_GRID_MOVE_PAGE_DOWN },
  { GDK_KEY_Left, GDK_CONTROL_MASK, HR_GRID_MOVE_ROW_START },
  { GDK_KEY_Right, GDK_CONTROL_MASK, HR_GRID_MOVE_ROW_END },
  { GDK_KEY_Up, GDK_CONTROL_MASK, HR_GRID_MOVE_TOP },
  { GDK_KEY_Down, GDK_CONTROL_MASK, HR_GRID_MOVE_BOTTOM },
  { GDK_KEY_Home, GDK_CONTROL_MASK, HR_GRID_MOVE_FIRST },
  { GDK_KEY_End, GDK_CONTROL_MASK, HR_GRID_MOVE_LAST },
};

static guint
mirror_key (guint key)
{
  return key == GDK_KEY_Left ? GDK_KEY_Right : key == GDK_KEY_Right ? GDK_KEY_Left : key;
}

/* The keys beside the numbers are meant where they are the same. */
static guint
get_plain_key (guint key)
{
  switch (key)
    {
    case GDK_KEY_KP_Left:
      return GDK_KEY_Left;
    case GDK_KEY_KP_Right:
      return GDK_KEY_Right;
    case GDK_KEY_KP_Up:
      return GDK_KEY_Up;
    case GDK_KEY_KP_Down:
      return GDK_KEY_Down;
    case GDK_KEY_KP_Home:
      return GDK_KEY_Home;
    case GDK_KEY_KP_End:
      return GDK_KEY_End;
    case GDK_KEY_KP_Page_Up:
      return GDK_KEY_Page_Up;
    case GDK_KEY_KP_Page_Down:
      return GDK_KEY_Page_Down;
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      return GDK_KEY_Return;
    default:
      return key;
    }
}

static HrGridSize
get_size (HrGrid *self)
{
  int row = hr_grid_body_get_row_height (self->body);
  int rows = gtk_widget_get_height (GTK_WIDGET (self->body)) / row;

  return (HrGridSize) { .n_rows = hr_grid_get_n_rows (self),
                        .n_columns = hr_grid_get_n_columns (self),
                        .page = (guint) MAX (rows - 1, 1) };
}

void
hr_grid_go_to (HrGrid *self, HrGridPlace place, gboolean extend)
{
  self->is_tabbing = FALSE;
  hr_grid_select (self, extend && self->has_cursor ? self->anchor : place, place);
  hr_grid_scroll_to (self, self->cursor);
}

static gboolean
move_cursor (HrGrid *self, guint key, GdkModifierType state)
{
  HrGridSize size = get_size (self);

  if (hr_grid_is_mirrored (self))
    key = mirror_key (key);
  for (guint i = 0; i < G_N_ELEMENTS (MOVES); i++)
    if (MOVES[i].key == key && MOVES[i].state == (state & GDK_CONTROL_MASK))
      {
        hr_grid_go_to (self, hr_grid_place_move (self->cursor, MOVES[i].move, &size),
                       (state & GDK_SHIFT_MASK) != 0);
        return TRUE;
      }
  return FALSE;
}

/* The Tab key walks along the row, and at its end goes on to what comes after the table.
 */
static gboolean
tab (HrGrid *self, gboolean back)
{
  HrGridPlace to = self->cursor;
  guint column;

  if (back ? to.column == 0 : to.column + 1 >= hr_grid_get_n_columns (self))
    return FALSE;
  column = self->is_tabbing ? self->tab_column : to.column;
  to.column += back ? -1 : 1;
  hr_grid_go_to (self, to, FALSE);
  self->is_tabbing = TRUE;
  self->tab_column = column;
  return TRUE;
}

/* As spreadsheets do: Shift takes the row, Control the column. */
static gboolean
select_line (HrGrid *self, GdkModifierType state)
{
  HrGridPlace cursor = self->cursor;

  if (state & GDK_SHIFT_MASK)
    hr_grid_select (self, (HrGridPlace) { cursor.row, G_MAXUINT },
                    (HrGridPlace) { cursor.row, 0 });
  else if (state & GDK_CONTROL_MASK)
    hr_grid_select (self, (HrGridPlace) { G_MAXUINT, cursor.column },
                    (HrGridPlace) { 0, cursor.column });
  else
    return FALSE;
  return TRUE;
}

/* Escape leaves the selection before it leaves anything else. */
static gboolean
unselect (HrGrid *self)
{
  HrGridRange range;

  if (!hr_grid_get_selection (self, &range) || hr_grid_range_get_n_cells (&range) < 2)
    return FALSE;
  hr_grid_set_cursor (self, self->cursor);
  return TRUE;
}

/* Who cannot edit a cell may do something else with it. */
static gboolean
open_cell (HrGrid *self)
{
  if (!hr_grid_open_cell (self))
    g_signal_emit_by_name (self, "activate");
  return TRUE;
}

static gboolean
start_editing (HrGrid *self)
{
  if (self->store == NULL)
    return open_cell (self);
  hr_grid_start_editing (self);
  return TRUE;
}

static gboolean
key_pressed_cb (HrGrid *self,
                guint key,
                guint code,
                GdkModifierType state,
                GtkEventController *controller)
{
  key = get_plain_key (key);
  state &= GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK;
  if (!self->has_cursor || !gtk_widget_is_focus (GTK_WIDGET (self)) ||
      (state & (GDK_ALT_MASK | GDK_SUPER_MASK)))
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Tab:
    case GDK_KEY_ISO_Left_Tab:
      return !(state & GDK_CONTROL_MASK) &&
             tab (self, key == GDK_KEY_ISO_Left_Tab || (state & GDK_SHIFT_MASK));
    case GDK_KEY_Return:
      return state == 0 && open_cell (self);
    case GDK_KEY_F2:
      return state == 0 && start_editing (self);
    case GDK_KEY_space:
      return select_line (self, state) || hr_grid_type (self, key, state, controller);
    case GDK_KEY_Escape:
      return unselect (self);
    default:
      return move_cursor (self, key, state) ||
             hr_grid_type (self, key, state, controller);
    }
}

/* ---- The pointer ---- */

/* The cell at a point of the body, or the nearest to it. */
gboolean
hr_grid_find_place (HrGrid *self, double x, double y, HrGridPlace *place)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  guint n_columns = hr_grid_get_n_columns (self);

  if (hr_grid_get_n_rows (self) == 0 || n_columns == 0)
    return FALSE;
  place->row = hr_grid_get_row_near (self, y);
  if (!hr_grid_find_column_at (self, CLAMP (x, 0, width - 1), &place->column))
    place->column = n_columns - 1;
  return TRUE;
}

/* A finger scrolls; only where it is lifted it points. */
static gboolean
is_touch (GtkGesture *gesture)
{
  GdkDevice *device =
      gtk_event_controller_get_current_event_device (GTK_EVENT_CONTROLLER (gesture));

  return device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
}

static void
point (HrGrid *self, GtkGesture *gesture, int n, double x, double y)
{
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  HrGridPlace place;
  guint row;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (!hr_grid_find_row_at (self, y, &row) || !hr_grid_find_place (self, x, y, &place))
    return;
  hr_grid_go_to (self, place, (state & GDK_SHIFT_MASK) != 0);
  if (n == 2)
    open_cell (self);
}

static void
pressed_cb (HrGrid *self, int n, double x, double y, GtkGesture *gesture)
{
  if (!is_touch (gesture))
    point (self, gesture, n, x, y);
}

static void
released_cb (HrGrid *self, int n, double x, double y, GtkGesture *gesture)
{
  if (is_touch (gesture))
    point (self, gesture, n, x, y);
}

static void
drag_update_cb (HrGrid *self, double dx, double dy, GtkGesture *gesture)
{
  HrGridPlace place;
  double x, y;

  if (is_touch (gesture) || !self->has_cursor || self->drag.is_dragging)
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_drag_get_start_point (GTK_GESTURE_DRAG (gesture), &x, &y);
  if (!gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) dx, (int) dy) ||
      !hr_grid_find_place (self, x + dx, y + dy, &place))
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  if (place.row != self->cursor.row || place.column != self->cursor.column)
    hr_grid_go_to (self, place, TRUE);
}

/* The cursor is drawn, and told, only where the keyboard is. */
static void
focus_changed_cb (HrGrid *self)
{
  hr_grid_body_cursor_moved (self->body);
}

void
hr_grid_init_input (HrGrid *self)
{
  GtkWidget *body = GTK_WIDGET (self->body);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect_swapped (focus, "notify::is-focus", G_CALLBACK (focus_changed_cb),
                            self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_widget_add_controller (body, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (body, GTK_EVENT_CONTROLLER (drag));
  gtk_gesture_group (drag, click);
}
