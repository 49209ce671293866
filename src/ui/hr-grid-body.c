/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "hr-grid-accessible.h"
#include "hr-grid-painter.h"

struct _HrGridBody
{
  GtkWidget parent_instance;

  HrGrid *grid;       /* its parent */
  GtkWidget *plain;   /* what a row looks like */
  GtkWidget *hover;   /* and under the pointer */
  GtkWidget *text;    /* the text in a cell of it */
  GtkWidget *range;   /* whose colour shows what is selected */
  GtkWidget *cursor;  /* whose colour the cursor has */
  GtkWidget *section; /* what the header of a section looks like */
  GtkWidget *handle;  /* what a row is taken by */
  HrGridPainter *painter;
  HrGridAccessible *accessible;
  int row_height;    /* 0 when unknown */
  double pointer[2]; /* where the pointer is */
  gboolean has_pointer;
};

static void hr_grid_body_init_accessible (GtkAccessibleInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HrGridBody,
                               hr_grid_body,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_ACCESSIBLE,
                                                      hr_grid_body_init_accessible))

/* ---- For a screen reader ---- */

static GtkAccessible *
hr_grid_body_get_first_accessible_child (GtkAccessible *accessible)
{
  return hr_grid_accessible_get_first_row (HR_GRID_BODY (accessible)->accessible);
}

static void
hr_grid_body_init_accessible (GtkAccessibleInterface *iface)
{
  const GtkAccessibleInterface *parent = g_type_interface_peek_parent (iface);

  iface->get_at_context = parent->get_at_context;
  iface->get_platform_state = parent->get_platform_state;
  iface->get_accessible_parent = parent->get_accessible_parent;
  iface->get_next_accessible_sibling = parent->get_next_accessible_sibling;
  iface->get_bounds = parent->get_bounds;
  iface->get_first_accessible_child = hr_grid_body_get_first_accessible_child;
}

/* ---- Drawing ---- */

static gboolean
find_hovered (HrGridBody *self, guint *row)
{
  return self->has_pointer && hr_grid_find_row_at (self->grid, self->pointer[1], row);
}

static void
draw_rows (HrGridBody *self, GtkSnapshot *snapshot, const HrGridRange *in_view)
{
  guint hovered = 0;
  gboolean is_hovered = find_hovered (self, &hovered);

  for (guint row = in_view->row; row < in_view->row + in_view->n_rows; row++)
    {
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (
          snapshot,
          &GRAPHENE_POINT_INIT (0, (float) hr_grid_get_row_y (self->grid, row)));
      gtk_widget_snapshot_child (GTK_WIDGET (self),
                                 is_hovered && row == hovered ? self->hover : self->plain,
                                 snapshot);
      gtk_snapshot_restore (snapshot);
    }
}

/* The part of a range in view, for some columns of it. */
static gboolean
place_range (HrGridBody *self,
             const HrGridRange *range,
             const HrGridRange *in_view,
             guint first,
             guint end,
             graphene_rect_t *place)
{
  guint left = MAX (first, range->column);
  guint right = MIN (end, range->column + range->n_columns);
  guint top = MAX (in_view->row, range->row);
  guint bottom = MIN (in_view->row + in_view->n_rows, range->row + range->n_rows);
  graphene_rect_t last;

  if (left >= right || top >= bottom)
    return FALSE;
  *place = GRAPHENE_RECT_INIT ((float) hr_grid_get_column_x (self->grid, left),
                               (float) hr_grid_get_row_y (self->grid, top),
                               (float) hr_grid_get_slot (self->grid, left)->width,
                               (float) (hr_grid_get_row_y (self->grid, bottom - 1) -
                                        hr_grid_get_row_y (self->grid, top) +
                                        self->row_height));
  last = *place;
  last.origin.x = (float) hr_grid_get_column_x (self->grid, right - 1);
  last.size.width = (float) hr_grid_get_slot (self->grid, right - 1)->width;
  graphene_rect_union (place, &last, place);
  return TRUE;
}

static void
draw_selection (HrGridBody *self,
                GtkSnapshot *snapshot,
                const HrGridRange *in_view,
                guint first,
                guint end)
{
  HrGridRange range;
  graphene_rect_t place;
  GdkRGBA colour;

  if (!hr_grid_get_selection (self->grid, &range) ||
      hr_grid_range_get_n_cells (&range) < 2 ||
      !place_range (self, &range, in_view, first, end, &place))
    return;
  gtk_widget_get_color (self->range, &colour);
  gtk_snapshot_append_color (snapshot, &colour, &place);
}

/* A frame around the cell that the keyboard is in, while it is. */
static void
draw_cursor (HrGridBody *self,
             GtkSnapshot *snapshot,
             const HrGridRange *in_view,
             guint first,
             guint end)
{
  HrGridPlace cursor;
  HrGridRange range = { .n_rows = 1, .n_columns = 1 };
  graphene_rect_t place;
  GskRoundedRect outline;
  GdkRGBA colour;

  if (!hr_grid_get_cursor (self->grid, &cursor) ||
      !(gtk_widget_has_focus (GTK_WIDGET (self->grid)) ||
        hr_grid_is_editing (self->grid)))
    return;
  range.row = cursor.row;
  range.column = cursor.column;
  if (!place_range (self, &range, in_view, first, end, &place))
    return;
  gtk_widget_get_color (self->cursor, &colour);
  gsk_rounded_rect_init_from_rect (&outline, &place, 3);
  gtk_snapshot_append_border (snapshot, &outline, (float[]) { 2, 2, 2, 2 },
                              (GdkRGBA[]) { colour, colour, colour, colour });
}

static void
draw_cells (HrGridBody *self,
            GtkSnapshot *snapshot,
            const HrGridRange *in_view,
            guint first,
            guint end)
{
  draw_selection (self, snapshot, in_view, first, end);
  for (guint row = in_view->row; row < in_view->row + in_view->n_rows; row++)
    for (guint column = first; column < end; column++)
      {
        gtk_snapshot_save (snapshot);
        gtk_snapshot_translate (
            snapshot,
            &GRAPHENE_POINT_INIT ((float) hr_grid_get_column_x (self->grid, column),
                                  (float) hr_grid_get_row_y (self->grid, row)));
        gtk_snapshot_append_node (snapshot,
                                  hr_grid_painter_get_cell (self->painter, row, column));
        gtk_snapshot_restore (snapshot);
      }
  draw_cursor (self, snapshot, in_view, first, end);
}

/* What passes under the first column is seen to. */
static void
draw_edge (HrGridBody *self, GtkSnapshot *snapshot)
{
  int edge = hr_grid_get_pinned (self->grid);
  GdkRGBA colour;

  if (hr_grid_is_mirrored (self->grid))
    edge = gtk_widget_get_width (GTK_WIDGET (self)) - edge - 1;
  gtk_widget_get_color (self->text, &colour);
  colour.alpha *= 0.15f;
  gtk_snapshot_append_color (
      snapshot, &colour,
      &GRAPHENE_RECT_INIT ((float) edge, 0, 1,
                           (float) gtk_widget_get_height (GTK_WIDGET (self))));
}

/* What a row is taken by, at its start, while the pointer is over it. */
static void
draw_handle (HrGridBody *self, GtkSnapshot *snapshot)
{
  int width = hr_grid_get_handle (self->grid), x = 0;
  guint row;

  if (width == 0 || self->grid->drag.is_dragging || !find_hovered (self, &row))
    return;
  if (hr_grid_is_mirrored (self->grid))
    x = gtk_widget_get_width (GTK_WIDGET (self)) - width;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot,
      &GRAPHENE_POINT_INIT ((float) x, (float) hr_grid_get_row_y (self->grid, row)));
  gtk_widget_snapshot_child (GTK_WIDGET (self), self->handle, snapshot);
  gtk_snapshot_restore (snapshot);
}

/* A line where the rows that are dragged would come to lie. */
static void
draw_target (HrGridBody *self, GtkSnapshot *snapshot)
{
  const HrGridDrag *drag = &self->grid->drag;
  GdkRGBA colour;
  double y;

  if (!drag->is_dragging || !drag->has_target)
    return;
  y = hr_grid_get_row_y (self->grid, drag->target) + (drag->after ? self->row_height : 0);
  gtk_widget_get_color (self->cursor, &colour);
  gtk_snapshot_append_color (
      snapshot, &colour,
      &GRAPHENE_RECT_INIT (0, (float) y - 1.5f,
                           (float) gtk_widget_get_width (GTK_WIDGET (self)), 3));
}

static void
hr_grid_body_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HrGridBody *self = HR_GRID_BODY (widget);
  int height = gtk_widget_get_height (widget);
  HrGridRange in_view;

  hr_grid_get_visible (self->grid, &in_view);
  gtk_snapshot_push_clip (
      snapshot,
      &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget), (float) height));
  draw_rows (self, snapshot, &in_view);
  hr_grid_push_clip (self->grid, snapshot, FALSE, height);
  draw_cells (self, snapshot, &in_view, in_view.column,
              in_view.column + in_view.n_columns);
  gtk_snapshot_pop (snapshot);
  if (hr_grid_get_pinned (self->grid) > 0)
    {
      hr_grid_push_clip (self->grid, snapshot, TRUE, height);
      draw_cells (self, snapshot, &in_view, 0, 1);
      gtk_snapshot_pop (snapshot);
      if (hr_grid_get_offset (self->grid) > 0)
        draw_edge (self, snapshot);
    }
  hr_grid_sections_draw (self->grid->sections, widget, snapshot);
  draw_handle (self, snapshot);
  draw_target (self, snapshot);
  if (self->grid->is_editing)
    gtk_widget_snapshot_child (widget, self->grid->editor, snapshot);
  gtk_snapshot_pop (snapshot);
  hr_grid_painter_keep (self->painter, in_view.row, in_view.n_rows);
}

/* ---- The pattern of a row ---- */

static GtkWidget *
make_row (GtkWidget *text)
{
  GtkWidget *cell = g_object_new (ADW_TYPE_BIN, "css-name", "cell", "child", text, NULL);

  return g_object_new (ADW_TYPE_BIN, "css-name", "row", "child", cell, NULL);
}

/* The style sheet says how high a row is, and how far its text stays from the edges. */
static void
measure_pattern (HrGridBody *self)
{
  int row, text;

  if (self->row_height > 0)
    return;
  gtk_widget_measure (self->plain, GTK_ORIENTATION_VERTICAL, -1, NULL, &self->row_height,
                      NULL, NULL);
  gtk_widget_measure (self->plain, GTK_ORIENTATION_HORIZONTAL, -1, &row, NULL, NULL,
                      NULL);
  gtk_widget_measure (self->text, GTK_ORIENTATION_HORIZONTAL, -1, &text, NULL, NULL,
                      NULL);
  hr_grid_painter_set_inset (self->painter, (row - text) / 2);
}

int
hr_grid_body_get_row_height (HrGridBody *self)
{
  measure_pattern (self);
  return MAX (self->row_height, 1);
}

static void
hr_grid_body_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HrGridBody *self = HR_GRID_BODY (widget);
  GtkAllocation place = { .width = width, .height = hr_grid_body_get_row_height (self) };
  GtkWidget *patterns[] = { self->plain, self->hover, self->range, self->cursor };
  graphene_rect_t text;

  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      int minimum;

      gtk_widget_measure (patterns[i], GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL,
                          NULL, NULL);
      place.width = MAX (width, minimum);
      gtk_widget_size_allocate (patterns[i], &place, -1);
    }
  gtk_widget_size_allocate (self->handle,
                            &(GtkAllocation) { .width = hr_grid_get_handle (self->grid),
                                               .height = place.height },
                            -1);
  hr_grid_sections_allocate (self->grid->sections, width);
  hr_grid_allocate_editor (self->grid);
  if (gtk_widget_compute_bounds (self->text, self->plain, &text))
    hr_grid_painter_set_middle (self->painter,
                                (int) (text.origin.y + text.size.height / 2));
}

/* The cells say the same, but look otherwise. */
static void
restyled (HrGridBody *self)
{
  self->row_height = 0;
  if (self->painter == NULL)
    return; /* not made yet, or no more */
  hr_grid_painter_forget (self->painter);
  hr_grid_sections_forget (self->grid->sections);
  gtk_widget_queue_resize (GTK_WIDGET (self->grid));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
hr_grid_body_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (hr_grid_body_parent_class)->css_changed (widget, change);
  restyled (HR_GRID_BODY (widget));
}

static void
hr_grid_body_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  GTK_WIDGET_CLASS (hr_grid_body_parent_class)->direction_changed (widget, previous);
  restyled (HR_GRID_BODY (widget));
}

static void
hr_grid_body_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (hr_grid_body_parent_class)->system_setting_changed (widget, setting);
  restyled (HR_GRID_BODY (widget));
}

/* ---- The pointer ---- */

static void
motion_cb (HrGridBody *self, double x, double y)
{
  guint before = 0, after = 0;
  gboolean had = find_hovered (self, &before), has;

  self->pointer[0] = x;
  self->pointer[1] = y;
  self->has_pointer = TRUE;
  has = find_hovered (self, &after);
  if (had != has || before != after)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
leave_cb (HrGridBody *self)
{
  self->has_pointer = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* What is cut off is told where the pointer rests. */
static gboolean
query_tooltip_cb (HrGridBody *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  g_autofree char *text = NULL;
  HrGridPlace place;
  GdkRectangle area;

  if (keyboard || !hr_grid_find_row_at (self->grid, y, &place.row) ||
      !hr_grid_find_column_at (self->grid, x, &place.column))
    return FALSE;
  hr_grid_get_area (self->grid, place, &area);
  if (hr_grid_painter_measure_cell (self->painter, place.row, place.column) <= area.width)
    return FALSE;
  text = hr_grid_get_text (self->grid, place);
  area.y -= gtk_widget_get_height (GTK_WIDGET (self->grid->header));
  gtk_tooltip_set_text (tooltip, text);
  gtk_tooltip_set_tip_area (tooltip, &area);
  return TRUE;
}

/* ---- The widget ---- */

static void
hr_grid_body_dispose (GObject *object)
{
  HrGridBody *self = HR_GRID_BODY (object);

  g_clear_pointer (&self->painter, hr_grid_painter_free);
  g_clear_pointer (&self->accessible, hr_grid_accessible_free);
  g_clear_pointer (&self->plain, gtk_widget_unparent);
  g_clear_pointer (&self->hover, gtk_widget_unparent);
  g_clear_pointer (&self->range, gtk_widget_unparent);
  g_clear_pointer (&self->cursor, gtk_widget_unparent);
  g_clear_pointer (&self->section, gtk_widget_unparent);
  g_clear_pointer (&self->handle, gtk_widget_unparent);

  G_OBJECT_CLASS (hr_grid_body_parent_class)->dispose (object);
}

static void
hr_grid_body_class_init (HrGridBodyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hr_grid_body_dispose;
  widget_class->size_allocate = hr_grid_body_size_allocate;
  widget_class->snapshot = hr_grid_body_snapshot;
  widget_class->css_changed = hr_grid_body_css_changed;
  widget_class->direction_changed = hr_grid_body_direction_changed;
  widget_class->system_setting_changed = hr_grid_body_system_setting_changed;

  gtk_widget_class_set_css_name (widget_class, "listview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW_GROUP);
}

static GtkWidget *
make_section (void)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "css-name", "section", NULL);
  GtkWidget *title = gtk_label_new (NULL), *detail = gtk_label_new (NULL);

  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (title, "numeric");
  gtk_widget_add_css_class (detail, "dim-label");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), detail);
  return box;
}

static void
init_pointer (HrGridBody *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}

static void
hr_grid_body_init (HrGridBody *self)
{
  GtkWidget *patterns[6];

  gtk_widget_add_css_class (GTK_WIDGET (self), "view");
  gtk_widget_add_css_class (GTK_WIDGET (self), "separators");
  self->text = gtk_label_new (NULL);
  patterns[0] = self->plain = make_row (self->text);
  patterns[1] = self->hover = make_row (gtk_label_new (NULL));
  patterns[2] = self->range = g_object_new (ADW_TYPE_BIN, "css-name", "range", NULL);
  patterns[3] = self->cursor = g_object_new (ADW_TYPE_BIN, "css-name", "cursor", NULL);
  patterns[4] = self->section = make_section ();
  patterns[5] = self->handle = gtk_image_new_from_icon_name ("list-drag-handle-symbolic");
  gtk_widget_add_css_class (self->handle, "dim-label");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->handle), GTK_ACCESSIBLE_STATE_HIDDEN,
                               TRUE, -1);
  gtk_widget_add_css_class (self->hover, "activatable");
  gtk_widget_set_state_flags (self->hover, GTK_STATE_FLAG_PRELIGHT, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      gtk_widget_set_can_target (patterns[i], FALSE);
      gtk_widget_set_parent (patterns[i], GTK_WIDGET (self));
    }
  init_pointer (self);
}

GtkWidget *
hr_grid_body_new (HrGrid *grid)
{
  HrGridBody *self = g_object_new (HR_TYPE_GRID_BODY, NULL);

  self->grid = grid;
  self->painter = hr_grid_painter_new (grid, self->text);
  self->accessible = hr_grid_accessible_new (grid);
  hr_grid_sections_set_pattern (grid->sections, self->section,
                                gtk_widget_get_first_child (self->section),
                                gtk_widget_get_last_child (self->section));
  return GTK_WIDGET (self);
}

int
hr_grid_body_measure_chars (HrGridBody *self, int chars)
{
  measure_pattern (self);
  return hr_grid_painter_measure_chars (self->painter, chars);
}

/* The width at which no cell in view is cut off. */
int
hr_grid_body_measure_column (HrGridBody *self, guint column)
{
  HrGridRange in_view;
  int width = 0;

  hr_grid_get_visible (self->grid, &in_view);
  for (guint i = 0; i < in_view.n_rows; i++)
    width = MAX (width,
                 hr_grid_painter_measure_cell (self->painter, in_view.row + i, column));
  return width;
}

/* What the cells say, or where they are, is not what it was. */
void
hr_grid_body_forget (HrGridBody *self)
{
  if (self->painter == NULL)
    return; /* not made yet, or no more */
  hr_grid_painter_forget (self->painter);
  hr_grid_accessible_forget (self->accessible);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* What the cells say may be another thing. */
void
hr_grid_body_refresh (HrGridBody *self)
{
  hr_grid_painter_refresh (self->painter);
  hr_grid_accessible_refresh (self->accessible);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
hr_grid_body_scrolled (HrGridBody *self)
{
  if (self->grid->is_editing)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
  hr_grid_accessible_scrolled (self->accessible);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
hr_grid_body_cursor_moved (HrGridBody *self)
{
  if (self->accessible == NULL)
    return;
  hr_grid_accessible_follow (self->accessible);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
