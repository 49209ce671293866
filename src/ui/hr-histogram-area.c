/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-histogram-area.h"

#include <math.h>

#include "hr-threshold-handle.h"
#include "hr-widget-theme.h"

/**
 * HrHistogramArea:
 *
 * A histogram whose thresholds can be moved: by pointer, and by key on the handle of
 * each, which is a slider for the screen reader.
 *
 * It shows what it is told; whoever hears `moved` computes and tells it the thresholds.
 */
struct _HrHistogramArea
{
  GtkWidget parent_instance;

  HrHistogram *histogram; /* (owned) (nullable) */
  char *currency;
  GArray *thresholds; /* (element-type double) */
  GArray *colors;     /* (element-type HrColor) */
  GStrv names;        /* (nullable) */
  GPtrArray *handles; /* (element-type HrThresholdHandle): one for each threshold */
  GtkGesture *drag;   /* unowned */
  double before;      /* of the threshold that is dragged */
  int dragged;        /* or -1 */
  int matching;       /* the band in the colour of the accent, or -1 */
  gboolean is_strip;
};

G_DEFINE_FINAL_TYPE (HrHistogramArea, hr_histogram_area, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_MOVED,
  SIGNAL_DROPPED,
  SIGNAL_CANCELLED,
  SIGNAL_REMOVED,
  SIGNAL_LEFT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static double
get_threshold (HrHistogramArea *self, guint i)
{
  return g_array_index (self->thresholds, double, i);
}

static int
find_focused (HrHistogramArea *self)
{
  for (guint i = 0; i < self->handles->len; i++)
    if (gtk_widget_is_focus (g_ptr_array_index (self->handles, i)))
      return (int) i;
  return -1;
}

static HrHistogramPicture
get_picture (HrHistogramArea *self)
{
  return (HrHistogramPicture) {
    .histogram = self->histogram,
    .currency = self->currency,
    .thresholds = (const double *) (void *) self->thresholds->data,
    .n_thresholds = self->thresholds->len,
    .colors = (const HrColor *) (void *) self->colors->data,
    .names = (const char *const *) self->names,
    .active = self->dragged >= 0 ? self->dragged : find_focused (self),
    .is_strip = self->is_strip,
  };
}

static gboolean
has_picture (HrHistogramArea *self)
{
  return self->histogram != NULL && self->colors->len == self->thresholds->len + 1;
}

/* ---- Moving ---- */

/* Thresholds do not pass each other. */
static double
keep_between (HrHistogramArea *self, guint i, double value)
{
  const HrValueAxis *axis = &self->histogram->axis;
  double low = i > 0 ? get_threshold (self, i - 1) : axis->lowest;
  double high =
      i + 1 < self->thresholds->len ? get_threshold (self, i + 1) : axis->highest;

  return fmin (fmax (value, low), high);
}

static void
stepped_cb (GtkWidget *handle, int steps, HrHistogramArea *self)
{
  const HrValueAxis *axis = &self->histogram->axis;
  guint i;
  double value;

  if (self->dragged >= 0 || !g_ptr_array_find (self->handles, handle, &i))
    return;
  value = steps <= -1000  ? axis->lowest
          : steps >= 1000 ? axis->highest
                          : hr_value_axis_step (axis, get_threshold (self, i), steps);
  value = keep_between (self, i, value);
  if (value != get_threshold (self, i))
    g_signal_emit (self, signals[SIGNAL_MOVED], 0, i, value, FALSE);
}

static gboolean
removed_cb (GtkWidget *handle, HrHistogramArea *self)
{
  gboolean handled = FALSE;
  guint i;

  if (self->dragged < 0 && g_ptr_array_find (self->handles, handle, &i))
    g_signal_emit (self, signals[SIGNAL_REMOVED], 0, i, &handled);
  return handled;
}

static void
cancel (HrHistogramArea *self)
{
  int dragged = self->dragged;

  if (dragged < 0)
    return;
  self->dragged = -1;
  g_signal_emit (self, signals[SIGNAL_CANCELLED], 0, (guint) dragged, self->before);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
escaped_cb (GtkWidget *handle, HrHistogramArea *self)
{
  gboolean dragging = self->dragged >= 0;

  cancel (self);
  if (dragging)
    gtk_event_controller_reset (GTK_EVENT_CONTROLLER (self->drag));
  return dragging;
}

static void
left_cb (HrHistogramArea *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_LEFT], 0);
}

static double
get_value_at (HrHistogramArea *self, double x)
{
  HrHistogramPicture picture = get_picture (self);
  HrChartTheme theme = hr_widget_get_chart_theme (GTK_WIDGET (self));

  return hr_histogram_chart_get_value (&picture, &theme,
                                       gtk_widget_get_width (GTK_WIDGET (self)),
                                       gtk_widget_get_height (GTK_WIDGET (self)), x);
}

/* The nearest one; of several in one place the one that can go that way. */
static int
find_threshold (HrHistogramArea *self, double x)
{
  HrHistogramPicture picture = get_picture (self);
  HrChartTheme theme = hr_widget_get_chart_theme (GTK_WIDGET (self));
  double nearest = INFINITY;
  int found = -1;

  for (guint i = 0; i < picture.n_thresholds; i++)
    {
      cairo_rectangle_t place;
      double distance;

      hr_histogram_chart_place_threshold (
          &picture, &theme, gtk_widget_get_width (GTK_WIDGET (self)),
          gtk_widget_get_height (GTK_WIDGET (self)), i, &place);
      distance = fabs (x - place.x - place.width / 2);
      if (distance < nearest && (self->is_strip || distance <= place.width))
        {
          nearest = distance;
          found = (int) i;
        }
    }
  return found;
}

static void
drag_to (HrHistogramArea *self, double x)
{
  guint i = (guint) self->dragged;
  double value = keep_between (self, i, get_value_at (self, x));

  if (value != get_threshold (self, i))
    g_signal_emit (self, signals[SIGNAL_MOVED], 0, i, value, TRUE);
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, HrHistogramArea *self)
{
  int found = has_picture (self) ? find_threshold (self, x) : -1;

  if (found < 0)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (g_ptr_array_index (self->handles, found));
  self->dragged = found;
  self->before = get_threshold (self, (guint) found);
  if (self->is_strip)
    drag_to (self, x);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, HrHistogramArea *self)
{
  double x, y;

  if (self->dragged >= 0 && gtk_gesture_drag_get_start_point (gesture, &x, &y))
    drag_to (self, x + dx);
}

static void
drag_end_cb (GtkGestureDrag *gesture, double dx, double dy, HrHistogramArea *self)
{
  int dragged = self->dragged;

  if (dragged < 0)
    return;
  self->dragged = -1;
  g_signal_emit (self, signals[SIGNAL_DROPPED], 0, (guint) dragged,
                 get_threshold (self, (guint) dragged));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* ---- The widget ---- */

static void
hr_histogram_area_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HrHistogramArea *self = HR_HISTOGRAM_AREA (widget);
  HrChartTheme theme = hr_widget_get_chart_theme (widget);
  HrHistogramPicture picture;
  float width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr;

  if (!has_picture (self) || width < 1 || height < 1)
    return;
  for (guint i = 0; self->matching >= 0 && i < self->colors->len; i++)
    g_array_index (self->colors, HrColor, i) =
        (int) i == self->matching ? theme.accent : theme.muted;
  picture = get_picture (self);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  hr_histogram_chart_draw (&picture, &theme, cr, width, height);
  cairo_destroy (cr);
  GTK_WIDGET_CLASS (hr_histogram_area_parent_class)->snapshot (widget, snapshot);
}

static void
hr_histogram_area_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HrHistogramArea *self = HR_HISTOGRAM_AREA (widget);
  HrHistogramPicture picture = get_picture (self);
  HrChartTheme theme = hr_widget_get_chart_theme (widget);

  for (guint i = 0; self->histogram != NULL && i < self->handles->len; i++)
    {
      cairo_rectangle_t place;

      hr_histogram_chart_place_threshold (&picture, &theme, width, height, i, &place);
      gtk_widget_size_allocate (g_ptr_array_index (self->handles, i),
                                &(GtkAllocation) { (int) place.x, (int) place.y,
                                                   (int) place.width,
                                                   (int) place.height },
                                -1);
    }
}

static void
hr_histogram_area_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  HrHistogramArea *self = HR_HISTOGRAM_AREA (widget);
  HrHistogramPicture picture = get_picture (self);
  HrChartTheme theme = hr_widget_get_chart_theme (widget);

  /* a child that is never measured may not be allocated */
  for (guint i = 0; i < self->handles->len; i++)
    gtk_widget_measure (g_ptr_array_index (self->handles, i), orientation, -1, NULL, NULL,
                        NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 120;
      *natural = self->is_strip ? 120 : 600;
    }
  else
    {
      *minimum = *natural =
          (int) hr_histogram_chart_get_height (&picture, &theme, for_size);
    }
}

static void
hr_histogram_area_dispose (GObject *object)
{
  HrHistogramArea *self = HR_HISTOGRAM_AREA (object);

  for (guint i = 0; self->handles != NULL && i < self->handles->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->handles, i));
  g_clear_pointer (&self->handles, g_ptr_array_unref);

  G_OBJECT_CLASS (hr_histogram_area_parent_class)->dispose (object);
}

static void
hr_histogram_area_finalize (GObject *object)
{
  HrHistogramArea *self = HR_HISTOGRAM_AREA (object);

  g_clear_pointer (&self->histogram, hr_histogram_free);
  g_clear_pointer (&self->thresholds, g_array_unref);
  g_clear_pointer (&self->colors, g_array_unref);
  g_clear_pointer (&self->names, g_strfreev);
  g_clear_pointer (&self->currency, g_free);

  G_OBJECT_CLASS (hr_histogram_area_parent_class)->finalize (object);
}

static void
install_signals (GType type)
{
  /**
   * HrHistogramArea::moved:
   * @threshold: which
   * @value: where to
   * @dragged: whether it is still held; what a key moves is there at once
   *
   * Emitted when the person moves a threshold. It is shown there only once
   * hr_histogram_area_set_thresholds() says so.
   */
  signals[SIGNAL_MOVED] =
      g_signal_new ("moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                    G_TYPE_UINT, G_TYPE_DOUBLE, G_TYPE_BOOLEAN);
  /**
   * HrHistogramArea::dropped:
   * @threshold: which
   * @value: where it stands
   *
   * Emitted when a threshold that was dragged is let go.
   */
  signals[SIGNAL_DROPPED] =
      g_signal_new ("dropped", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                    2, G_TYPE_UINT, G_TYPE_DOUBLE);
  /**
   * HrHistogramArea::cancelled:
   * @threshold: which
   * @value: where it stood before
   *
   * Emitted when the person does not want what they are dragging.
   */
  signals[SIGNAL_CANCELLED] =
      g_signal_new ("cancelled", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_DOUBLE);
  /**
   * HrHistogramArea::removed:
   * @threshold: which
   *
   * Emitted when the person wants a threshold no more. Returns: whether that can be.
   */
  signals[SIGNAL_REMOVED] = g_signal_new ("removed", type, G_SIGNAL_RUN_LAST, 0,
                                          g_signal_accumulator_true_handled, NULL, NULL,
                                          G_TYPE_BOOLEAN, 1, G_TYPE_UINT);
  /**
   * HrHistogramArea::left:
   *
   * Emitted when the focus leaves a threshold.
   */
  signals[SIGNAL_LEFT] =
      g_signal_new ("left", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
hr_histogram_area_class_init (HrHistogramAreaClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hr_histogram_area_dispose;
  G_OBJECT_CLASS (klass)->finalize = hr_histogram_area_finalize;
  widget_class->snapshot = hr_histogram_area_snapshot;
  widget_class->measure = hr_histogram_area_measure;
  widget_class->size_allocate = hr_histogram_area_size_allocate;
  install_signals (G_TYPE_FROM_CLASS (klass));
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "histogram");
}

static void
hr_histogram_area_init (HrHistogramArea *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->dragged = self->matching = -1;
  self->thresholds = g_array_new (FALSE, FALSE, sizeof (double));
  self->colors = g_array_new (FALSE, FALSE, sizeof (HrColor));
  self->handles = g_ptr_array_new ();
  self->drag = gtk_gesture_drag_new ();
  g_signal_connect (self->drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (self->drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (self->drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (self->drag, "cancel", G_CALLBACK (cancel), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (self->drag));
  g_signal_connect_object (style, "notify", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
hr_histogram_area_new (gboolean is_strip)
{
  HrHistogramArea *self = g_object_new (HR_TYPE_HISTOGRAM_AREA, NULL);

  self->is_strip = is_strip;
  return GTK_WIDGET (self);
}

/**
 * hr_histogram_area_set_histogram:
 * @self: an area
 * @histogram: (transfer full) (nullable): what to show
 * @currency: (nullable): of its values; %NULL for numbers
 *
 * Shows a histogram.
 */
void
hr_histogram_area_set_histogram (HrHistogramArea *self,
                                 HrHistogram *histogram,
                                 const char *currency)
{
  g_return_if_fail (HR_IS_HISTOGRAM_AREA (self));

  g_clear_pointer (&self->histogram, hr_histogram_free);
  self->histogram = histogram;
  g_set_str (&self->currency, currency);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
add_handle (HrHistogramArea *self)
{
  GtkWidget *handle = hr_threshold_handle_new ();

  g_signal_connect_object (handle, "stepped", G_CALLBACK (stepped_cb), self, 0);
  g_signal_connect_object (handle, "removed", G_CALLBACK (removed_cb), self, 0);
  g_signal_connect_object (handle, "escaped", G_CALLBACK (escaped_cb), self, 0);
  g_signal_connect_object (handle, "left", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (handle, GTK_WIDGET (self));
  g_ptr_array_add (self->handles, handle);
}

/**
 * hr_histogram_area_set_thresholds:
 * @self: an area that shows a histogram
 * @thresholds: (array length=n_thresholds): rising
 * @n_thresholds: how many
 *
 * Says where the thresholds stand.
 */
void
hr_histogram_area_set_thresholds (HrHistogramArea *self,
                                  const double *thresholds,
                                  guint n_thresholds)
{
  HrHistogramPicture picture;

  g_return_if_fail (HR_IS_HISTOGRAM_AREA (self) && self->histogram != NULL);

  g_array_set_size (self->thresholds, 0);
  g_array_append_vals (self->thresholds, thresholds, n_thresholds);
  if (self->dragged >= (int) n_thresholds)
    self->dragged = -1;
  while (self->handles->len < n_thresholds)
    add_handle (self);
  while (self->handles->len > n_thresholds)
    gtk_widget_unparent (g_ptr_array_steal_index (self->handles, self->handles->len - 1));
  picture = get_picture (self);
  for (guint i = 0; i < n_thresholds; i++)
    {
      g_autofree char *words = hr_histogram_chart_write_value (&picture, thresholds[i]);

      hr_threshold_handle_set_value (g_ptr_array_index (self->handles, i),
                                     &self->histogram->axis, thresholds[i], words);
    }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * hr_histogram_area_set_bands:
 * @self: an area
 * @colors: of the bands, from the lowest on, one more than there are thresholds
 * @names: (nullable): the same of their names
 *
 * Says what the bands between the thresholds are.
 */
void
hr_histogram_area_set_bands (HrHistogramArea *self,
                             const HrColor *colors,
                             const char *const *names)
{
  g_return_if_fail (HR_IS_HISTOGRAM_AREA (self));

  g_array_set_size (self->colors, 0);
  g_array_append_vals (self->colors, colors, self->thresholds->len + 1);
  g_strfreev (self->names);
  self->names = g_strdupv ((char **) names);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * hr_histogram_area_set_matching:
 * @self: an area
 * @band: the one that is meant, from the lowest on
 *
 * Shows one band as that which the thresholds are for, and the others as the rest.
 */
void
hr_histogram_area_set_matching (HrHistogramArea *self, guint band)
{
  g_return_if_fail (HR_IS_HISTOGRAM_AREA (self));

  self->matching = (int) band;
  g_array_set_size (self->colors, self->thresholds->len + 1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
hr_histogram_area_set_handle_name (HrHistogramArea *self,
                                   guint threshold,
                                   const char *name)
{
  g_return_if_fail (HR_IS_HISTOGRAM_AREA (self) && threshold < self->handles->len);

  hr_threshold_handle_set_name (g_ptr_array_index (self->handles, threshold), name);
}

void
hr_histogram_area_focus (HrHistogramArea *self, guint threshold)
{
  g_return_if_fail (HR_IS_HISTOGRAM_AREA (self) && threshold < self->handles->len);

  gtk_widget_grab_focus (g_ptr_array_index (self->handles, threshold));
}
