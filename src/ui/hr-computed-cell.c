/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-computed-cell.h"

#include <math.h>

/**
 * HrComputedCell:
 *
 * A cell that shows a figure which follows from its row, with a thin bar behind it for
 * its share of the column. It follows the document, not the item alone.
 */
struct _HrComputedCell
{
  GtkWidget parent_instance;

  HrDocument *document;
  HrItemTextFunc func;
  HrItem *item; /* (owned) (nullable) */
  double share; /* NAN for no bar */

  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (HrComputedCell, hr_computed_cell, GTK_TYPE_WIDGET)

/* In whole pixels: an edit changes each share of the column a little, and none of the
 * bars that one can see. */
static float
get_bar_length (HrComputedCell *self, double share)
{
  if (isnan (share) || share <= 0)
    return 0;
  return (float) round (gtk_widget_get_width (GTK_WIDGET (self)) * MIN (share, 1));
}

static void
show_value (HrComputedCell *self)
{
  g_autofree char *text = NULL;
  double share = NAN;

  if (self->item == NULL)
    return;

  text = self->func (self->document, self->item, &share);
  gtk_inscription_set_text (GTK_INSCRIPTION (self->label), text);
  if (get_bar_length (self, share) != get_bar_length (self, self->share))
    gtk_widget_queue_draw (GTK_WIDGET (self));
  self->share = share;
}

static void
hr_computed_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HrComputedCell *self = HR_COMPUTED_CELL (widget);
  float width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  float length = get_bar_length (self, self->share);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GdkRGBA color;

  if (length > 0)
    {
      gtk_widget_get_color (widget, &color);
      color.alpha *= 0.18f;
      gtk_snapshot_append_color (
          snapshot, &color,
          &GRAPHENE_RECT_INIT (rtl ? 0 : width - length, height - 3, length, 3));
    }
  gtk_widget_snapshot_child (widget, self->label, snapshot);
}

static void
hr_computed_cell_dispose (GObject *object)
{
  HrComputedCell *self = HR_COMPUTED_CELL (object);

  g_clear_object (&self->item);
  g_clear_object (&self->document);
  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (hr_computed_cell_parent_class)->dispose (object);
}

static void
hr_computed_cell_class_init (HrComputedCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hr_computed_cell_dispose;
  widget_class->snapshot = hr_computed_cell_snapshot;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
hr_computed_cell_init (HrComputedCell *self)
{
  self->share = NAN;
  self->label = gtk_inscription_new (NULL);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (self->label), 1);
  gtk_widget_add_css_class (self->label, "numeric");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

GtkWidget *
hr_computed_cell_new (HrDocument *document, HrItemTextFunc func)
{
  HrComputedCell *self = g_object_new (HR_TYPE_COMPUTED_CELL, NULL);

  self->document = g_object_ref (document);
  self->func = func;
  g_signal_connect_object (document, "notify::capacity", G_CALLBACK (show_value), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
hr_computed_cell_set_item (HrComputedCell *self, gpointer item)
{
  g_return_if_fail (HR_IS_COMPUTED_CELL (self));

  g_set_object (&self->item, item);
  show_value (self);
}
