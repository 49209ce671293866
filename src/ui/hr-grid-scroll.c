/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-grid-private.h"

static void
scrolled_cb (HrGrid *self, GtkAdjustment *adjustment)
{
  if (self->is_allocating)
    return;
  if (adjustment == self->adjustments[GTK_ORIENTATION_HORIZONTAL])
    gtk_widget_queue_allocate (GTK_WIDGET (self->header));
  hr_grid_body_scrolled (self->body);
}

void
hr_grid_configure_adjustments (HrGrid *self, int width, int height)
{
  GtkAdjustment *across = self->adjustments[GTK_ORIENTATION_HORIZONTAL];
  GtkAdjustment *down = self->adjustments[GTK_ORIENTATION_VERTICAL];
  int row = hr_grid_body_get_row_height (self->body);
  double total = hr_grid_get_total_width (self);
  double rows = hr_grid_get_row_top (self, hr_grid_get_n_rows (self));

  if (across != NULL)
    gtk_adjustment_configure (across, gtk_adjustment_get_value (across), 0,
                              MAX (total, width), width * 0.1, width * 0.9, width);
  if (down != NULL)
    gtk_adjustment_configure (down, gtk_adjustment_get_value (down), 0,
                              MAX (rows, height), row, MAX (height - row, row), height);
}

void
hr_grid_set_adjustment (HrGrid *self,
                        GtkOrientation orientation,
                        GtkAdjustment *adjustment)
{
  GtkAdjustment **own = &self->adjustments[orientation];

  if (*own != NULL)
    g_signal_handlers_disconnect_by_func (*own, scrolled_cb, self);
  g_clear_object (own);
  *own = g_object_ref_sink (adjustment != NULL ? adjustment
                                               : gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_signal_connect_swapped (*own, "value-changed", G_CALLBACK (scrolled_cb), self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* The smallest move that brings [start, end) into the page that begins at value. */
static double
reach (double value, double page, double start, double end)
{
  if (start < value || end - start > page)
    return start;
  return end > value + page ? end - page : value;
}

/**
 * hr_grid_scroll_to:
 * @self: a grid
 * @place: a cell
 *
 * Scrolls no more than it takes to bring a cell into view.
 */
void
hr_grid_scroll_to (HrGrid *self, HrGridPlace place)
{
  GtkAdjustment *across = self->adjustments[GTK_ORIENTATION_HORIZONTAL];
  GtkAdjustment *down = self->adjustments[GTK_ORIENTATION_VERTICAL];
  int height = hr_grid_body_get_row_height (self->body);
  double top = hr_grid_get_row_top (self, place.row);
  int covered = hr_grid_sections_get_height (self->sections);
  int pinned = hr_grid_get_pinned (self);
  const HrGridSlot *slot;

  g_return_if_fail (HR_IS_GRID (self));
  if (place.row >= hr_grid_get_n_rows (self) || place.column >= self->slots->len)
    return;

  slot = hr_grid_get_slot (self, place.column);
  if (down != NULL)
    gtk_adjustment_set_value (down, reach (gtk_adjustment_get_value (down),
                                           gtk_adjustment_get_page_size (down),
                                           top - covered, top + height));
  if (across != NULL && !(pinned > 0 && place.column == 0))
    {
      double page = gtk_adjustment_get_page_size (across);
      double value = hr_grid_get_offset (self) + pinned;

      gtk_adjustment_set_value (
          across, reach (value, page - pinned, slot->x, slot->x + slot->width) - pinned);
    }
}

void
hr_grid_clear_adjustments (HrGrid *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->adjustments); i++)
    {
      if (self->adjustments[i] != NULL)
        g_signal_handlers_disconnect_by_func (self->adjustments[i], scrolled_cb, self);
      g_clear_object (&self->adjustments[i]);
    }
}
