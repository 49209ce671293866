/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-segment-row.h"

#include <glib/gi18n-lib.h>

#include "hr-format.h"

/**
 * HrSegmentRow:
 *
 * A segment in the list: its colour and name, its rule in words, and how it stands.
 */
struct _HrSegmentRow
{
  GtkListBoxRow parent_instance;

  HrDocument *document;
  HrSegment *segment;

  GtkWidget *colour;
  GtkLabel *name;
  GtkLabel *rule;
  GtkLabel *figures;
  GtkLabel *gap;
};

G_DEFINE_FINAL_TYPE (HrSegmentRow, hr_segment_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  SIGNAL_DROPPED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
draw_colour (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  HrSegmentRow *self = user_data;
  GdkRGBA color;

  if (!gdk_rgba_parse (&color, self->segment->colour))
    gtk_widget_get_color (GTK_WIDGET (area), &color);
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_arc (cr, width / 2.0, height / 2.0, MIN (width, height) / 2.0, 0, 2 * G_PI);
  cairo_fill (cr);
}

static char *
describe_rule (HrSegmentRow *self)
{
  HrPlan *plan = hr_document_get_plan (self->document);

  if (self->segment->source == HR_SEGMENT_ENTERED)
    return g_strdup (_ ("Customers and ARR are typed"));
  return hr_format_rule (self->segment->rule, plan->portfolio, plan->currency);
}

static void
show_values (HrSegmentRow *self)
{
  const HrSegmentCapacity *answer =
      hr_capacity_find_segment (hr_document_get_capacity (self->document), self->segment);
  const char *currency = hr_document_get_plan (self->document)->currency;
  g_autofree char *rule = describe_rule (self);
  g_autofree char *customers = NULL, *arr = NULL, *figures = NULL, *people = NULL;
  g_autofree char *gap = NULL;

  if (answer == NULL) /* it is being taken out of the plan */
    return;

  customers = hr_format_number (answer->customers, 0);
  arr = hr_format_money_compact (answer->arr, currency);
  people = hr_format_people (answer->book.fte);
  gap = hr_format_gap (answer->book.gap);
  figures =
      g_strdup_printf (_ ("%s customers · %s ARR · %s needed"), customers, arr, people);
  gtk_label_set_text (self->name, self->segment->name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), self->segment->name);
  gtk_label_set_text (self->rule, rule);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->rule), rule);
  gtk_label_set_text (self->figures, figures);
  gtk_label_set_text (self->gap, gap);
  gtk_widget_queue_draw (self->colour);
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, HrSegmentRow *self)
{
  return gdk_content_provider_new_typed (HR_TYPE_SEGMENT_ROW, self);
}

static gboolean
drop_cb (
    GtkDropTarget *target, const GValue *value, double x, double y, HrSegmentRow *self)
{
  g_signal_emit (self, signals[SIGNAL_DROPPED], 0, g_value_get_object (value));
  return TRUE;
}

static void
hr_segment_row_dispose (GObject *object)
{
  HrSegmentRow *self = HR_SEGMENT_ROW (object);

  g_clear_object (&self->document);
  g_clear_object (&self->segment);

  G_OBJECT_CLASS (hr_segment_row_parent_class)->dispose (object);
}

static void
hr_segment_row_class_init (HrSegmentRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hr_segment_row_dispose;

  /**
   * HrSegmentRow::dropped:
   * @row: the row that was dragged here
   *
   * Emitted when another segment shall stand in this one's place.
   */
  signals[SIGNAL_DROPPED] =
      g_signal_new ("dropped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 1, HR_TYPE_SEGMENT_ROW);
}

static GtkLabel *
add_label (GtkWidget *box, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
hr_segment_row_init (HrSegmentRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (HR_TYPE_SEGMENT_ROW, GDK_ACTION_MOVE);

  self->colour = gtk_drawing_area_new ();
  gtk_widget_set_size_request (self->colour, 14, 14);
  gtk_widget_set_valign (self->colour, GTK_ALIGN_CENTER);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->colour), draw_colour, self,
                                  NULL);
  gtk_box_append (GTK_BOX (box), self->colour);
  self->name = add_label (words, "heading");
  self->rule = add_label (words, "dim-label");
  gtk_label_set_wrap (self->rule, TRUE);
  gtk_label_set_lines (self->rule, 2);
  self->figures = add_label (words, "numeric");
  gtk_label_set_ellipsize (self->figures, PANGO_ELLIPSIZE_NONE);
  gtk_label_set_wrap (self->figures, TRUE);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (box), words);
  self->gap = add_label (box, "heading");
  gtk_label_set_ellipsize (self->gap, PANGO_ELLIPSIZE_NONE);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

GtkWidget *
hr_segment_row_new (HrDocument *document, HrSegment *segment)
{
  HrSegmentRow *self = g_object_new (HR_TYPE_SEGMENT_ROW, NULL);

  self->document = g_object_ref (document);
  self->segment = g_object_ref (segment);
  g_signal_connect_object (document, "notify::capacity", G_CALLBACK (show_values), self,
                           G_CONNECT_SWAPPED);
  show_values (self);
  return GTK_WIDGET (self);
}

HrSegment *
hr_segment_row_get_segment (HrSegmentRow *self)
{
  g_return_val_if_fail (HR_IS_SEGMENT_ROW (self), NULL);

  return self->segment;
}
