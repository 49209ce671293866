/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-segment-row.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "hr-format.h"

/* Of the bar that shows the share of ARR. */
#define BAR_HEIGHT 6
#define DOT_SIZE 14

/**
 * HrSegmentRow:
 *
 * A segment in the list: its colour and name, its rule in words, and how it stands. It
 * can be dragged; where it would go while it is dragged over others, a line shows.
 */
struct _HrSegmentRow
{
  GtkListBoxRow parent_instance;

  HrDocument *document;
  HrSegment *segment;
  double share; /* of all ARR; NAN if not known */

  GtkWidget *colour;
  GtkLabel *name;
  GtkLabel *gap;
  GtkLabel *rule;
  GtkWidget *bar;
  GtkLabel *figures;
  GtkLabel *people;
};

G_DEFINE_FINAL_TYPE (HrSegmentRow, hr_segment_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  SIGNAL_DROPPED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
get_colour (HrSegmentRow *self, GtkWidget *widget, GdkRGBA *colour)
{
  if (*self->segment->colour == '\0' || !gdk_rgba_parse (colour, self->segment->colour))
    gtk_widget_get_color (widget, colour);
}

static void
draw_dot (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  GdkRGBA colour;

  get_colour (user_data, GTK_WIDGET (area), &colour);
  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_arc (cr, width / 2.0, height / 2.0, MIN (width, height) / 2.0, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
add_bar (cairo_t *cr, double x, double width, double height)
{
  double r = MIN (height, width) / 2;

  cairo_new_sub_path (cr);
  cairo_arc (cr, x + r, height / 2, r, G_PI / 2, 3 * G_PI / 2);
  cairo_arc (cr, x + width - r, height / 2, r, -G_PI / 2, G_PI / 2);
  cairo_close_path (cr);
}

static void
draw_bar (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  HrSegmentRow *self = user_data;
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (area)) == GTK_TEXT_DIR_RTL;
  GdkRGBA colour;
  double filled = isnan (self->share) ? 0 : CLAMP (self->share, 0, 1) * width;

  gtk_widget_get_color (GTK_WIDGET (area), &colour);
  colour.alpha *= 0.15f;
  gdk_cairo_set_source_rgba (cr, &colour);
  add_bar (cr, 0, width, height);
  cairo_fill (cr);
  if (filled <= 0)
    return;

  get_colour (self, GTK_WIDGET (area), &colour);
  gdk_cairo_set_source_rgba (cr, &colour);
  add_bar (cr, rtl ? width - filled : 0, filled, height);
  cairo_fill (cr);
}

static char *
describe_rule (HrSegmentRow *self)
{
  HrPlan *plan = hr_document_get_plan (self->document);
  g_autofree char *rule = NULL;

  if (self->segment->source == HR_SEGMENT_ENTERED)
    return g_strdup (_ ("Customers and ARR are entered"));
  rule = hr_format_rule (self->segment->rule, plan->portfolio, plan->currency);
  return hr_format_capitalised (rule);
}

static char *
describe_figures (HrSegmentRow *self, const HrSegmentCapacity *answer)
{
  const char *currency = hr_document_get_plan (self->document)->currency;
  g_autofree char *customers = hr_format_number (answer->customers, 0);
  g_autofree char *arr = hr_format_money_compact (answer->arr, currency);
  g_autofree char *share = hr_format_share (self->share);

  if (isnan (self->share))
    return g_strdup_printf (_ ("%s customers · %s ARR"), customers, arr);
  return g_strdup_printf (_ ("%s customers · %s ARR, %s of all"), customers, arr, share);
}

static char *
describe_people (const HrSegmentCapacity *answer)
{
  g_autofree char *needed = hr_format_people (answer->book.fte);
  g_autofree char *today = hr_format_people (answer->book.headcount);

  if (answer->book.reason != HR_REASON_NONE)
    return g_strdup (hr_reason_to_text (answer->book.reason));
  return g_strdup_printf (_ ("%s people needed · %s today"), needed, today);
}

static void
show_gap (HrSegmentRow *self, double gap)
{
  g_autofree char *text = isnan (gap) ? g_strdup ("") : hr_format_gap (gap);

  gtk_label_set_text (self->gap, text);
  if (gap <= -HR_LEAST_GAP)
    gtk_widget_add_css_class (GTK_WIDGET (self->gap), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->gap), "error");
}

/* What the row is called, and what there is to be said of it. */
static void
show_to_listeners (HrSegmentRow *self)
{
  g_autofree char *words = g_strjoin (
      ". ", gtk_label_get_text (self->rule), gtk_label_get_text (self->figures),
      gtk_label_get_text (self->people), gtk_label_get_text (self->gap), NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->segment->name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

static void
show_values (HrSegmentRow *self)
{
  HrCapacity *capacity = hr_document_get_capacity (self->document);
  const HrSegmentCapacity *answer = hr_capacity_find_segment (capacity, self->segment);
  g_autofree char *rule = describe_rule (self);
  g_autofree char *figures = NULL, *people = NULL;

  if (answer == NULL) /* it is being taken out of the plan */
    return;

  self->share = hr_capacity_get_share_of_arr (capacity, self->segment);
  figures = describe_figures (self, answer);
  people = describe_people (answer);
  gtk_label_set_text (self->name, self->segment->name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), self->segment->name);
  gtk_label_set_text (self->rule, rule);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->rule), rule);
  gtk_label_set_text (self->figures, figures);
  gtk_label_set_text (self->people, people);
  show_gap (self, answer->book.gap);
  show_to_listeners (self);
  gtk_widget_queue_draw (self->colour);
  gtk_widget_queue_draw (self->bar);
}

/* Not the row: GDK keeps what was dragged last, even when its window is gone. */
static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, HrSegmentRow *self)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, picture, (int) x, (int) y);
  return gdk_content_provider_new_typed (HR_TYPE_SEGMENT, self->segment);
}

static gboolean
is_after (HrSegmentRow *self, double y)
{
  return y > gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;
}

static void
show_drop_place (HrSegmentRow *self, const char *place)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self), "drop-before");
  gtk_widget_remove_css_class (GTK_WIDGET (self), "drop-after");
  if (place != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), place);
}

static GdkDragAction
motion_cb (GtkDropTarget *target, double x, double y, HrSegmentRow *self)
{
  show_drop_place (self, is_after (self, y) ? "drop-after" : "drop-before");
  return GDK_ACTION_MOVE;
}

static void
leave_cb (GtkDropTarget *target, HrSegmentRow *self)
{
  show_drop_place (self, NULL);
}

static gboolean
drop_cb (
    GtkDropTarget *target, const GValue *value, double x, double y, HrSegmentRow *self)
{
  show_drop_place (self, NULL);
  g_signal_emit (self, signals[SIGNAL_DROPPED], 0, g_value_get_object (value),
                 is_after (self, y));
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
   * @segment: the one that was dragged here
   * @after: whether it goes behind this one, not before it
   *
   * Emitted when another segment shall stand beside this one.
   */
  signals[SIGNAL_DROPPED] =
      g_signal_new ("dropped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 2, HR_TYPE_SEGMENT, G_TYPE_BOOLEAN);
}

static GtkLabel *
add_label (GtkWidget *box, const char *style, PangoEllipsizeMode ellipsize)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), ellipsize);
  gtk_label_set_wrap (GTK_LABEL (label), ellipsize == PANGO_ELLIPSIZE_NONE);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static GtkWidget *
new_drawing (int width, int height, GtkDrawingAreaDrawFunc draw, HrSegmentRow *self)
{
  GtkWidget *area = gtk_drawing_area_new ();

  gtk_widget_set_size_request (area, width, height);
  gtk_widget_set_valign (area, GTK_ALIGN_CENTER);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw, self, NULL);
  return area;
}

static GtkWidget *
new_words (HrSegmentRow *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_append (GTK_BOX (words), head);
  self->name = add_label (head, "heading", PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (self->name), TRUE);
  self->gap = add_label (head, "heading", PANGO_ELLIPSIZE_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->gap), "numeric");
  gtk_label_set_wrap (self->gap, FALSE);
  self->rule = add_label (words, "dim-label", PANGO_ELLIPSIZE_END);
  gtk_label_set_wrap (self->rule, TRUE);
  gtk_label_set_lines (self->rule, 2);
  self->bar = new_drawing (-1, BAR_HEIGHT, draw_bar, self);
  gtk_widget_set_margin_top (self->bar, 4);
  gtk_widget_set_margin_bottom (self->bar, 2);
  gtk_box_append (GTK_BOX (words), self->bar);
  self->figures = add_label (words, "numeric", PANGO_ELLIPSIZE_NONE);
  self->people = add_label (words, "numeric", PANGO_ELLIPSIZE_NONE);
  gtk_widget_set_hexpand (words, TRUE);
  return words;
}

static void
add_dragging (HrSegmentRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (HR_TYPE_SEGMENT, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
  g_signal_connect (target, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (target, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
hr_segment_row_init (HrSegmentRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *handle = gtk_image_new_from_icon_name ("list-drag-handle-symbolic");

  gtk_widget_add_css_class (handle, "dim-label");
  gtk_widget_set_tooltip_text (handle, _ ("Drag to Reorder (Alt+Up, Alt+Down)"));
  gtk_widget_set_valign (handle, GTK_ALIGN_CENTER);
  self->colour = new_drawing (DOT_SIZE, DOT_SIZE, draw_dot, self);
  gtk_widget_set_valign (self->colour, GTK_ALIGN_START);
  gtk_widget_set_margin_top (self->colour, 4);
  gtk_box_append (GTK_BOX (box), handle);
  gtk_box_append (GTK_BOX (box), self->colour);
  gtk_box_append (GTK_BOX (box), new_words (self));
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  add_dragging (self);
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
