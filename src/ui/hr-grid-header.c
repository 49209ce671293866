/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-grid-private.h"
#include "hr-grid-title.h"

typedef enum
{
  DRAG_NOTHING,
  DRAG_PRESS, /* not moved yet: it sorts when let go */
  DRAG_MOVE,
  DRAG_WIDTH,
} Drag;

struct _HrGridHeader
{
  GtkWidget parent_instance;

  HrGrid *grid;       /* its parent */
  GPtrArray *titles;  /* (owned) (element-type HrGridTitle): children, as the columns */
  GtkWidget *pointed; /* (nullable) (unowned): the title under the pointer */
  Drag drag;
  guint column; /* the one that is dragged */
  int width;    /* its width before */
};

G_DEFINE_FINAL_TYPE (HrGridHeader, hr_grid_header, GTK_TYPE_WIDGET)

/* By so much a key makes a column wider. */
#define STEP 8

/* So near to the end of a column its width is meant. */
#define EDGE 5

static int
get_natural_height (GtkWidget *title)
{
  int height;

  gtk_widget_measure (title, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  return height;
}

static void
hr_grid_header_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  HrGridHeader *self = HR_GRID_HEADER (widget);

  *minimum = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    for (guint i = 0; i < self->titles->len; i++)
      *minimum = MAX (*minimum, get_natural_height (self->titles->pdata[i]));
  *natural = *minimum;
}

static void
hr_grid_header_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HrGridHeader *self = HR_GRID_HEADER (widget);

  for (guint i = 0; i < self->titles->len; i++)
    gtk_widget_size_allocate (
        self->titles->pdata[i],
        &(GtkAllocation) { .x = hr_grid_get_column_x (self->grid, i),
                           .width = hr_grid_get_slot (self->grid, i)->width,
                           .height = height },
        -1);
}

static void
hr_grid_header_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HrGridHeader *self = HR_GRID_HEADER (widget);
  int height = gtk_widget_get_height (widget);
  guint first, end;

  hr_grid_get_in_view (self->grid, &first, &end);
  hr_grid_push_clip (self->grid, snapshot, FALSE, height);
  for (guint i = first; i < end; i++)
    gtk_widget_snapshot_child (widget, self->titles->pdata[i], snapshot);
  gtk_snapshot_pop (snapshot);
  if (hr_grid_get_pinned (self->grid) > 0)
    {
      hr_grid_push_clip (self->grid, snapshot, TRUE, height);
      gtk_widget_snapshot_child (widget, self->titles->pdata[0], snapshot);
      gtk_snapshot_pop (snapshot);
    }
}

/* Takes a column to another place, in one step: it is never gone. */
static void
take_column (HrGridHeader *self, guint from, guint to)
{
  GListStore *columns = hr_grid_get_columns (self->grid);
  guint first, n;
  g_autoptr (GPtrArray) moved = g_ptr_array_new_with_free_func (g_object_unref);

  g_list_store_find (columns, hr_grid_get_slot (self->grid, from)->column, &from);
  g_list_store_find (columns, hr_grid_get_slot (self->grid, to)->column, &to);
  first = MIN (from, to);
  n = MAX (from, to) - first + 1;
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (moved, g_list_model_get_item (G_LIST_MODEL (columns), first + i));
  g_ptr_array_insert (moved, (int) (to - first),
                      g_ptr_array_steal_index (moved, from - first));
  g_list_store_splice (columns, first, n, moved->pdata, n);
}

/* ---- The keyboard ---- */

/* The arrow keys go from title to title; the Tab key leaves them. */
static gboolean
hr_grid_header_focus (GtkWidget *widget, GtkDirectionType direction)
{
  HrGridHeader *self = HR_GRID_HEADER (widget);
  GtkWidget *inside = gtk_widget_get_focus_child (widget);
  gboolean forward = (direction == GTK_DIR_RIGHT) != hr_grid_is_mirrored (self->grid);
  guint at = 0;

  if (self->titles->len == 0)
    return FALSE;
  if (inside == NULL)
    at = MIN (self->grid->cursor.column, self->titles->len - 1);
  else if ((direction != GTK_DIR_LEFT && direction != GTK_DIR_RIGHT) ||
           !g_ptr_array_find (self->titles, inside, &at) ||
           (forward ? at + 1 == self->titles->len : at == 0))
    return FALSE;
  else
    at += forward ? 1 : -1;
  hr_grid_scroll_to (
      self->grid,
      (HrGridPlace) { self->grid->has_cursor ? self->grid->cursor.row : 0, at });
  return gtk_widget_grab_focus (self->titles->pdata[at]);
}

/* By key what dragging does: Control makes a column wider or narrower, and with Shift
 * takes it along. */
static gboolean
change_column (HrGridHeader *self, guint at, guint key, GdkModifierType state)
{
  gboolean forward = (key == GDK_KEY_Right) != hr_grid_is_mirrored (self->grid);
  const HrGridSlot *slot = hr_grid_get_slot (self->grid, at);
  guint to = forward ? at + 1 : at - 1;

  if (!(state & GDK_CONTROL_MASK))
    return FALSE;
  if (!(state & GDK_SHIFT_MASK))
    hr_grid_column_set_width (
        slot->column, MAX (slot->width + (forward ? STEP : -STEP), HR_GRID_MIN_WIDTH));
  else if (to < self->titles->len)
    {
      take_column (self, at, to);
      gtk_widget_grab_focus (self->titles->pdata[to]);
    }
  return TRUE;
}

static gboolean
key_pressed_cb (HrGridHeader *self, guint key, guint code, GdkModifierType state)
{
  GtkWidget *inside = gtk_widget_get_focus_child (GTK_WIDGET (self));
  guint at;

  if (inside == NULL || !g_ptr_array_find (self->titles, inside, &at))
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      hr_grid_toggle_sort (self->grid, at);
      return TRUE;
    case GDK_KEY_F10:
      if (!(state & GDK_SHIFT_MASK))
        return FALSE;
      G_GNUC_FALLTHROUGH;
    case GDK_KEY_Menu:
      hr_grid_show_column_menu (self->grid, hr_grid_get_column_x (self->grid, at),
                                gtk_widget_get_height (GTK_WIDGET (self)));
      return TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_Right:
      return change_column (self, at, key, state);
    default:
      return FALSE;
    }
}

/* ---- The pointer ---- */

/* Finds the column whose end is at a point. */
static gboolean
find_edge (HrGridHeader *self, double x, guint *column)
{
  gboolean mirrored = hr_grid_is_mirrored (self->grid);

  for (int d = -EDGE; d <= EDGE; d++)
    if (hr_grid_find_column_at (self->grid, x + d, column))
      {
        int start = hr_grid_get_column_x (self->grid, *column);
        int end = start + (mirrored ? 0 : hr_grid_get_slot (self->grid, *column)->width);

        if (ABS (x - end) <= EDGE)
          return TRUE;
      }
  return FALSE;
}

static void
point_at (HrGridHeader *self, GtkWidget *title)
{
  if (self->pointed == title)
    return;
  if (self->pointed != NULL)
    gtk_widget_unset_state_flags (self->pointed, GTK_STATE_FLAG_PRELIGHT);
  self->pointed = title;
  if (title != NULL)
    gtk_widget_set_state_flags (title, GTK_STATE_FLAG_PRELIGHT, FALSE);
}

static void
motion_cb (HrGridHeader *self, double x, double y)
{
  gboolean at_edge;
  guint column;

  if (self->drag != DRAG_NOTHING)
    return;
  at_edge = find_edge (self, x, &column);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), at_edge ? "col-resize" : NULL);
  point_at (self, !at_edge && hr_grid_find_column_at (self->grid, x, &column)
                      ? self->titles->pdata[column]
                      : NULL);
}

static void
leave_cb (HrGridHeader *self)
{
  point_at (self, NULL);
}

static void
drag_begin_cb (HrGridHeader *self, double x, double y, GtkGesture *gesture)
{
  if (find_edge (self, x, &self->column))
    {
      self->drag = DRAG_WIDTH;
      self->width = hr_grid_get_slot (self->grid, self->column)->width;
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
    }
  else if (hr_grid_find_column_at (self->grid, x, &self->column))
    {
      self->drag = DRAG_PRESS;
      gtk_widget_set_state_flags (self->titles->pdata[self->column],
                                  GTK_STATE_FLAG_ACTIVE, FALSE);
    }
}

/* Takes the dragged column to where the pointer is. */
static void
move_column (HrGridHeader *self, double x)
{
  const HrGridSlot *slot;
  guint to;
  int start;

  if (!hr_grid_find_column_at (self->grid, x, &to) || to == self->column)
    return;
  /* not before it would lie under the pointer there too, or it would jump to and fro */
  slot = hr_grid_get_slot (self->grid, to);
  start = hr_grid_get_column_x (self->grid, to);
  if (((to > self->column) != hr_grid_is_mirrored (self->grid))
          ? x < start + slot->width - hr_grid_get_slot (self->grid, self->column)->width
          : x > start + hr_grid_get_slot (self->grid, self->column)->width)
    return;
  take_column (self, self->column, to);
  self->column = to;
}

static void
drag_update_cb (HrGridHeader *self, double dx, double dy, GtkGesture *gesture)
{
  double x, y;

  gtk_gesture_drag_get_start_point (GTK_GESTURE_DRAG (gesture), &x, &y);
  if (self->drag == DRAG_PRESS &&
      gtk_drag_check_threshold (GTK_WIDGET (self), (int) x, (int) y, (int) (x + dx),
                                (int) y))
    {
      self->drag = DRAG_MOVE;
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
    }
  if (self->drag == DRAG_MOVE)
    move_column (self, x + dx);
  else if (self->drag == DRAG_WIDTH && dx != 0)
    hr_grid_column_set_width (
        hr_grid_get_slot (self->grid, self->column)->column,
        MAX (self->width + (int) (hr_grid_is_mirrored (self->grid) ? -dx : dx),
             HR_GRID_MIN_WIDTH));
}

static void
drag_end_cb (HrGridHeader *self, double dx, double dy, GtkGesture *gesture)
{
  Drag drag = self->drag;

  self->drag = DRAG_NOTHING;
  if (self->column < self->titles->len)
    gtk_widget_unset_state_flags (self->titles->pdata[self->column],
                                  GTK_STATE_FLAG_ACTIVE);
  if (drag == DRAG_PRESS)
    hr_grid_toggle_sort (self->grid, self->column);
}

/* The gesture was taken away: nothing was pressed. */
static void
cancel_cb (HrGridHeader *self)
{
  if (self->drag == DRAG_PRESS)
    self->drag = DRAG_NOTHING;
}

static void
pressed_cb (HrGridHeader *self, int n, double x, double y)
{
  guint column;

  if (n == 2 && find_edge (self, x, &column))
    hr_grid_fit_column (self->grid, column);
}

/* Which columns there are is asked at a title. */
static void
menu_cb (HrGridHeader *self, int n, double x, double y, GtkGesture *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  hr_grid_show_column_menu (self->grid, (int) x, (int) y);
}

static gboolean
query_tooltip_cb (
    HrGridHeader *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  const HrGridSlot *slot;
  guint column;

  if (keyboard || !hr_grid_find_column_at (self->grid, x, &column))
    return FALSE;
  slot = hr_grid_get_slot (self->grid, column);
  if (slot->width >= hr_grid_header_measure_title (self, column))
    return FALSE;
  gtk_tooltip_set_text (tooltip, hr_grid_column_get_title (slot->column));
  return TRUE;
}

static void
hr_grid_header_dispose (GObject *object)
{
  g_ptr_array_set_size (HR_GRID_HEADER (object)->titles, 0);

  G_OBJECT_CLASS (hr_grid_header_parent_class)->dispose (object);
}

static void
hr_grid_header_finalize (GObject *object)
{
  g_ptr_array_unref (HR_GRID_HEADER (object)->titles);

  G_OBJECT_CLASS (hr_grid_header_parent_class)->finalize (object);
}

static void
hr_grid_header_class_init (HrGridHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hr_grid_header_dispose;
  G_OBJECT_CLASS (klass)->finalize = hr_grid_header_finalize;
  widget_class->measure = hr_grid_header_measure;
  widget_class->size_allocate = hr_grid_header_size_allocate;
  widget_class->snapshot = hr_grid_header_snapshot;
  widget_class->focus = hr_grid_header_focus;

  gtk_widget_class_set_css_name (widget_class, "header");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static void
hr_grid_header_init (HrGridHeader *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *menu = gtk_gesture_click_new ();

  self->titles = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (cancel_cb), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, keys);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_gesture_group (click, drag);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (menu, "pressed", G_CALLBACK (menu_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (menu));
  gtk_widget_set_has_tooltip (widget, TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}

GtkWidget *
hr_grid_header_new (HrGrid *grid)
{
  HrGridHeader *self = g_object_new (HR_TYPE_GRID_HEADER, NULL);

  self->grid = grid;
  return GTK_WIDGET (self);
}

/* Makes a title for each column of the grid. */
void
hr_grid_header_set_titles (HrGridHeader *self)
{
  self->pointed = NULL;
  g_ptr_array_set_size (self->titles, 0);
  for (guint i = 0; i < hr_grid_get_n_columns (self->grid); i++)
    {
      GtkWidget *title = hr_grid_title_new (hr_grid_get_slot (self->grid, i)->column);

      gtk_widget_set_parent (title, GTK_WIDGET (self));
      g_ptr_array_add (self->titles, title);
    }
  hr_grid_header_show_order (self);
}

/* Shows by which column the rows are sorted. */
void
hr_grid_header_show_order (HrGridHeader *self)
{
  for (guint i = 0; i < self->titles->len; i++)
    hr_grid_title_show_order (self->titles->pdata[i],
                              hr_grid_get_slot (self->grid, i)->column ==
                                  hr_grid_get_sort_column (self->grid),
                              hr_grid_get_descending (self->grid));
}

int
hr_grid_header_measure_title (HrGridHeader *self, guint column)
{
  return hr_grid_title_measure (self->titles->pdata[column]);
}
