/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-grid-title.h"

struct _HrGridTitle
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *label;
  GtkWidget *arrow;
};

G_DEFINE_FINAL_TYPE (HrGridTitle, hr_grid_title, GTK_TYPE_WIDGET)

static void
hr_grid_title_dispose (GObject *object)
{
  g_clear_pointer (&HR_GRID_TITLE (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (hr_grid_title_parent_class)->dispose (object);
}

static void
hr_grid_title_class_init (HrGridTitleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hr_grid_title_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "button");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_COLUMN_HEADER);
}

static void
hr_grid_title_init (HrGridTitle *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  self->label = gtk_label_new (NULL);
  self->arrow = gtk_image_new ();
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_visible (self->arrow, FALSE);
  gtk_widget_add_css_class (self->arrow, "arrow");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->arrow), GTK_ACCESSIBLE_STATE_HIDDEN,
                               TRUE, -1);
  gtk_box_append (GTK_BOX (self->box), self->label);
  gtk_box_append (GTK_BOX (self->box), self->arrow);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  /* the header knows what lies above what */
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/* The title of numbers stands where they stand, and the arrow before it. */
GtkWidget *
hr_grid_title_new (HrGridColumn *column)
{
  HrGridTitle *self = g_object_new (HR_TYPE_GRID_TITLE, NULL);
  const char *title = hr_grid_column_get_title (column);

  gtk_label_set_text (GTK_LABEL (self->label), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  if (hr_grid_column_get_numeric (column))
    {
      gtk_widget_set_halign (self->box, GTK_ALIGN_END);
      gtk_box_reorder_child_after (GTK_BOX (self->box), self->arrow, NULL);
    }
  return GTK_WIDGET (self);
}

/**
 * hr_grid_title_show_order:
 * @self: a title
 * @sorted: whether the rows are sorted by its column
 * @descending: whether the largest comes first
 *
 * Shows the arrow and tells it.
 */
void
hr_grid_title_show_order (HrGridTitle *self, gboolean sorted, gboolean descending)
{
  gtk_image_set_from_icon_name (GTK_IMAGE (self->arrow),
                                descending ? "pan-down-symbolic" : "pan-up-symbolic");
  gtk_widget_set_visible (self->arrow, sorted);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_SORT,
                                  !sorted      ? GTK_ACCESSIBLE_SORT_NONE
                                  : descending ? GTK_ACCESSIBLE_SORT_DESCENDING
                                               : GTK_ACCESSIBLE_SORT_ASCENDING,
                                  -1);
}

/* The width at which nothing is cut off, whether there is an arrow or not: a column does
 * not grow when it is sorted. */
int
hr_grid_title_measure (HrGridTitle *self)
{
  const int arrow = 16, spacing = 6;
  int natural;

  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural,
                      NULL, NULL);
  return gtk_widget_get_visible (self->arrow) ? natural : natural + arrow + spacing;
}
