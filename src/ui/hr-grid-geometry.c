/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-grid-private.h"

#include <math.h>

/* ---- Scrolled by ---- */

double
hr_grid_get_scrolled (HrGrid *self, GtkOrientation orientation)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  return adjustment != NULL ? round (gtk_adjustment_get_value (adjustment)) : 0;
}

/* How far the columns are scrolled; as all of GTK, from where reading starts. */
int
hr_grid_get_offset (HrGrid *self)
{
  return (int) hr_grid_get_scrolled (self, GTK_ORIENTATION_HORIZONTAL);
}

/* ---- Columns and their places ---- */

guint
hr_grid_get_n_rows (HrGrid *self)
{
  return self->model != NULL ? g_list_model_get_n_items (self->model) : 0;
}

guint
hr_grid_get_n_columns (HrGrid *self)
{
  return self->slots->len;
}

const HrGridSlot *
hr_grid_get_slot (HrGrid *self, guint column)
{
  return &g_array_index (self->slots, HrGridSlot, column);
}

gboolean
hr_grid_is_mirrored (HrGrid *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

/* As wide as was chosen, or as suits the letters, but then its title is never cut. */
static int
measure_column (HrGrid *self, guint i)
{
  HrGridColumn *column = hr_grid_get_slot (self, i)->column;
  int width = hr_grid_column_get_width (column);

  return width >= 0 ? MAX (width, HR_GRID_MIN_WIDTH)
                    : MAX (hr_grid_body_measure_chars (self->body,
                                                       hr_grid_column_get_chars (column)),
                           hr_grid_header_measure_title (self->header, i));
}

/* The width at which no column needs to scroll. */
int
hr_grid_measure_columns (HrGrid *self)
{
  int width = 0;

  for (guint i = 0; i < self->slots->len; i++)
    width += measure_column (self, i);
  return width;
}

int
hr_grid_get_total_width (HrGrid *self)
{
  const HrGridSlot *last;

  if (self->slots->len == 0)
    return 0;
  last = hr_grid_get_slot (self, self->slots->len - 1);
  return last->x + last->width;
}

/* The first column says what a row is about, so it stays when the others scroll, if it
 * leaves them so much room. */
static int
get_widest_pinned (int width)
{
  return width * 2 / 5;
}

/* What is left over goes to the first column that takes it. Where there is too little,
 * the first gives way, unless somebody has chosen how wide it is. */
void
hr_grid_place_columns (HrGrid *self, int width)
{
  HrGridSlot *slots = (HrGridSlot *) self->slots->data;
  guint n = self->slots->len;
  int left = width;

  for (guint i = 0; i < n; i++)
    {
      slots[i].width = measure_column (self, i);
      left -= slots[i].width;
    }
  if (left < 0 && n > 1 && hr_grid_column_get_width (slots[0].column) < 0)
    slots[0].width =
        MIN (slots[0].width, MAX (get_widest_pinned (width),
                                  hr_grid_header_measure_title (self->header, 0)));
  for (guint i = 0; i < n && left > 0; i++)
    if (hr_grid_column_get_expand (slots[i].column) &&
        hr_grid_column_get_width (slots[i].column) < 0)
      {
        slots[i].width += left;
        left = 0;
      }
  for (guint i = 0; i < n; i++)
    slots[i].x = i > 0 ? slots[i - 1].x + slots[i - 1].width : 0;
}

/* How much of the width the first column keeps when the others scroll. */
int
hr_grid_get_pinned (HrGrid *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int first = self->slots->len > 1 ? hr_grid_get_slot (self, 0)->width : 0;

  return first <= get_widest_pinned (width) ? first : 0;
}

int
hr_grid_get_column_x (HrGrid *self, guint column)
{
  const HrGridSlot *slot = hr_grid_get_slot (self, column);
  gboolean is_pinned = column == 0 && hr_grid_get_pinned (self) > 0;
  int x = slot->x - (is_pinned ? 0 : hr_grid_get_offset (self));

  return hr_grid_is_mirrored (self)
             ? gtk_widget_get_width (GTK_WIDGET (self)) - x - slot->width
             : x;
}

gboolean
hr_grid_find_column_at (HrGrid *self, double x, guint *column)
{
  int pinned = hr_grid_get_pinned (self);

  if (hr_grid_is_mirrored (self))
    x = gtk_widget_get_width (GTK_WIDGET (self)) - 1 - x;
  if (x >= pinned)
    x += hr_grid_get_offset (self);
  for (*column = 0; *column < self->slots->len; (*column)++)
    {
      const HrGridSlot *slot = hr_grid_get_slot (self, *column);

      if (x >= slot->x && x < slot->x + slot->width)
        return TRUE;
    }
  return FALSE;
}

/* The columns in view that scroll, [first, end). */
void
hr_grid_get_in_view (HrGrid *self, guint *first, guint *end)
{
  int pinned = hr_grid_get_pinned (self);
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  *first = pinned > 0 ? 1 : 0;
  while (*first < self->slots->len)
    {
      const HrGridSlot *slot = hr_grid_get_slot (self, *first);

      if (slot->x + slot->width - hr_grid_get_offset (self) > pinned)
        break;
      (*first)++;
    }
  *end = *first;
  while (*end < self->slots->len &&
         hr_grid_get_slot (self, *end)->x - hr_grid_get_offset (self) < width)
    (*end)++;
}

/* Draws on only where the pinned column is, or only where the others are. */
void
hr_grid_push_clip (HrGrid *self, GtkSnapshot *snapshot, gboolean pinned, int height)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int edge = hr_grid_get_pinned (self);
  int x = pinned ? 0 : edge;
  int across = pinned ? edge : width - edge;

  if (hr_grid_is_mirrored (self))
    x = width - x - across;
  gtk_snapshot_push_clip (
      snapshot,
      &GRAPHENE_RECT_INIT ((float) x, 0, (float) MAX (across, 0), (float) height));
}

/* ---- Rows and their places ---- */

/* Counted from the first row, whatever is in view; headers of sections lie between. */
double
hr_grid_get_row_top (HrGrid *self, guint row)
{
  return (double) row * hr_grid_body_get_row_height (self->body) +
         (double) hr_grid_sections_count_to (self->sections, row) *
             hr_grid_sections_get_height (self->sections);
}

/* In pixels of the body. */
double
hr_grid_get_row_y (HrGrid *self, guint row)
{
  return hr_grid_get_row_top (self, row) -
         hr_grid_get_scrolled (self, GTK_ORIENTATION_VERTICAL);
}

/* The row at a height of the body, or below the header that is there, or the nearest.
 * There is one at least. */
guint
hr_grid_get_row_near (HrGrid *self, double y)
{
  double height = hr_grid_body_get_row_height (self->body);
  guint n = hr_grid_get_n_rows (self), i = hr_grid_sections_get_n (self->sections);
  double at = y + hr_grid_get_scrolled (self, GTK_ORIENTATION_VERTICAL);
  guint first = 0, end = n;

  for (; i > 0; i--)
    {
      first = hr_grid_sections_get_row (self->sections, i - 1);
      if (i == 1 || hr_grid_get_row_top (self, first) -
                            hr_grid_sections_get_height (self->sections) <=
                        at)
        break;
      end = first;
    }
  at = first + floor ((at - hr_grid_get_row_top (self, first)) / height);
  return (guint) CLAMP (at, first, (double) end - 1);
}

gboolean
hr_grid_find_row_at (HrGrid *self, double y, guint *row)
{
  double top;

  if (hr_grid_get_n_rows (self) == 0 || hr_grid_sections_covers (self->sections, y))
    return FALSE;
  *row = hr_grid_get_row_near (self, y);
  top = hr_grid_get_row_y (self, *row);
  return y >= top && y < top + hr_grid_body_get_row_height (self->body);
}

/**
 * hr_grid_get_visible:
 * @self: a grid
 * @range: (out): the rows and the columns of which at least a part is in view
 *
 * Finds what a person sees. A pinned first column is seen too, though it may lie outside.
 */
void
hr_grid_get_visible (HrGrid *self, HrGridRange *range)
{
  double height = gtk_widget_get_height (GTK_WIDGET (self->body));
  guint end;

  *range = (HrGridRange) { 0 };
  hr_grid_get_in_view (self, &range->column, &end);
  range->n_columns = end - range->column;
  if (height <= 0 || hr_grid_get_n_rows (self) == 0)
    return;
  range->row = hr_grid_get_row_near (self, 0);
  range->n_rows = hr_grid_get_row_near (self, height - 1) - range->row + 1;
}

/**
 * hr_grid_get_area:
 * @self: a grid
 * @place: a cell
 * @area: (out): where it lies, in pixels of the grid
 *
 * Finds where a cell lies, whether it is in view or not.
 */
void
hr_grid_get_area (HrGrid *self, HrGridPlace place, GdkRectangle *area)
{
  int height = hr_grid_body_get_row_height (self->body);
  int below = gtk_widget_get_height (GTK_WIDGET (self->header));
  double y = hr_grid_get_row_y (self, place.row);

  *area = (GdkRectangle) {
    .x = hr_grid_get_column_x (self, place.column),
    .y = below + (int) CLAMP (y, G_MININT / 2, G_MAXINT / 2),
    .width = hr_grid_get_slot (self, place.column)->width,
    .height = height,
  };
}
