/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-grid-private.h"

/* Rows taken by the handle at their start to where they shall be. */

#define HANDLE 24

/* How wide the handle of a row is; 0 where rows stay where they are. */
int
hr_grid_get_handle (HrGrid *self)
{
  return self->store != NULL ? HANDLE : 0;
}

static gboolean
is_on_handle (HrGrid *self, double x)
{
  if (hr_grid_is_mirrored (self))
    x = gtk_widget_get_width (GTK_WIDGET (self)) - 1 - x;
  return x < hr_grid_get_handle (self);
}

static void
drag_begin_cb (HrGrid *self, double x, double y, GtkGesture *gesture)
{
  HrGridRange range;
  guint row;

  if (!is_on_handle (self, x) || !hr_grid_find_row_at (self, y, &row))
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  hr_grid_stop_editing (self, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  if (!hr_grid_get_selection (self, &range) ||
      range.n_columns < hr_grid_get_n_columns (self) || row < range.row ||
      row >= range.row + range.n_rows)
    hr_grid_select (self, (HrGridPlace) { row, G_MAXUINT }, (HrGridPlace) { row, 0 });
  self->drag = (HrGridDrag) { .is_dragging = TRUE };
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->body), "grabbing");
}

/* Near the edges what lies beyond comes into view. */
static void
scroll_on (HrGrid *self, double y)
{
  GtkAdjustment *down = self->adjustments[GTK_ORIENTATION_VERTICAL];
  int height = gtk_widget_get_height (GTK_WIDGET (self->body));
  int row = hr_grid_body_get_row_height (self->body);

  if (down == NULL)
    return;
  if (y < row)
    gtk_adjustment_set_value (down, gtk_adjustment_get_value (down) - row / 2.0);
  else if (y > height - row)
    gtk_adjustment_set_value (down, gtk_adjustment_get_value (down) + row / 2.0);
}

static void
drag_update_cb (HrGrid *self, double dx, double dy, GtkGesture *gesture)
{
  HrGridRange range;
  double x, y;

  if (!self->drag.is_dragging || !hr_grid_get_selection (self, &range))
    return;
  gtk_gesture_drag_get_start_point (GTK_GESTURE_DRAG (gesture), &x, &y);
  y += dy;
  scroll_on (self, y);
  self->drag.target = hr_grid_get_row_near (self, y);
  self->drag.after = y > hr_grid_get_row_y (self, self->drag.target) +
                             hr_grid_body_get_row_height (self->body) / 2.0;
  self->drag.has_target =
      ABS (dy) > 4 && !hr_grid_range_contains (&range, self->drag.target, range.column);
  gtk_widget_queue_draw (GTK_WIDGET (self->body));
}

static void
drag_end_cb (HrGrid *self)
{
  HrGridDrag drag = self->drag;
  g_autoptr (GError) error = NULL;
  HrGridRange range;

  self->drag = (HrGridDrag) { 0 };
  gtk_widget_set_cursor (GTK_WIDGET (self->body), NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self->body));
  if (drag.is_dragging && drag.has_target && drag.target < hr_grid_get_n_rows (self) &&
      hr_grid_get_selection (self, &range) &&
      !hr_grid_store_move (self->store, range.row, range.n_rows, drag.target, drag.after,
                           &error))
    hr_grid_refuse (self, error);
}

static void
cancel_cb (HrGrid *self)
{
  self->drag.has_target = FALSE;
}

static void
motion_cb (HrGrid *self, double x, double y)
{
  guint row;

  if (!self->drag.is_dragging && hr_grid_get_handle (self) > 0)
    gtk_widget_set_cursor_from_name (
        GTK_WIDGET (self->body),
        is_on_handle (self, x) && hr_grid_find_row_at (self, y, &row) ? "grab" : NULL);
}

void
hr_grid_init_drag (HrGrid *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag),
                                              GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (cancel_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->body), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self->body), motion);
}
