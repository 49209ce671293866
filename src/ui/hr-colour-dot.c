/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-colour-dot.h"

/**
 * HrColourDot:
 *
 * A dot in the colour of a segment, beside its name.
 */
struct _HrColourDot
{
  GtkWidget parent_instance;

  GdkRGBA colour;
};

G_DEFINE_FINAL_TYPE (HrColourDot, hr_colour_dot, GTK_TYPE_WIDGET)

#define SIZE 10

static void
hr_colour_dot_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  *minimum = *natural = SIZE;
}

static void
hr_colour_dot_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HrColourDot *self = HR_COLOUR_DOT (widget);
  float size =
      (float) MIN (gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  GskRoundedRect circle;

  gsk_rounded_rect_init_from_rect (&circle, &GRAPHENE_RECT_INIT (0, 0, size, size),
                                   size / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &circle);
  gtk_snapshot_append_color (snapshot, &self->colour, &circle.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
hr_colour_dot_class_init (HrColourDotClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = hr_colour_dot_measure;
  widget_class->snapshot = hr_colour_dot_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
hr_colour_dot_init (HrColourDot *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
hr_colour_dot_new (void)
{
  return g_object_new (HR_TYPE_COLOUR_DOT, NULL);
}

/* Takes "#rrggbb", as segments have it; NULL hides the dot. */
void
hr_colour_dot_set_colour (HrColourDot *self, const char *colour)
{
  g_return_if_fail (HR_IS_COLOUR_DOT (self));

  gtk_widget_set_visible (GTK_WIDGET (self),
                          colour != NULL && gdk_rgba_parse (&self->colour, colour));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
