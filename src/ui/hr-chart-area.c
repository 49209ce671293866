/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-chart-area-private.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "hr-chart-child.h"
#include "hr-widget-theme.h"

#define LEAST_WIDTH 280
#define LEAST_HEIGHT 200
#define NATURAL_WIDTH 640
#define FRAME_RADIUS 6
#define HOVER_ALPHA 0.08f
#define SCROLL_MARGIN 12

/**
 * HrChartArea:
 *
 * Shows a picture on screen: the same drawing as on paper, in the window's colours, with
 * a word about what is pointed at.
 */
static void hr_chart_area_init_accessible (GtkAccessibleInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HrChartArea,
                               hr_chart_area,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_ACCESSIBLE,
                                                      hr_chart_area_init_accessible))

typedef enum
{
  PROP_DOCUMENT = 1,
  PROP_EXTRA_MENU,
} HrChartAreaProperty;

static GParamSpec *props[PROP_EXTRA_MENU + 1];

enum
{
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Returns: (nullable): what the chart shows now */
static gconstpointer
ask_subject (HrChartArea *self)
{
  if (self->chart == NULL || self->document == NULL)
    return NULL;
  return self->get_subject != NULL ? self->get_subject (self, self->user_data)
                                   : hr_document_get_capacity (self->document);
}

static void
forget_child (gpointer child)
{
  if (child == NULL)
    return;
  hr_chart_child_forget (child);
  g_object_unref (child);
}

static void
forget_marks (HrChartArea *self)
{
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self),
                                 GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT);
  g_clear_pointer (&self->children, g_ptr_array_unref);
  g_clear_pointer (&self->marks, g_array_unref);
  self->hovered = -1;
}

/* The keyboard stays at what it was at, wherever that lies now. */
static void
find_current (HrChartArea *self)
{
  int before = self->current;

  if (before < 0)
    return;
  self->current = -1;
  for (guint i = 0; i < self->marks->len; i++)
    if (self->item != NULL
            ? g_array_index (self->marks, HrChartMark, i).item == self->item
            : (int) i == before)
      {
        self->current = (int) i;
        return;
      }
}

/* Returns: (transfer none) (element-type HrChartMark): laid out once for each size */
GArray *
hr_chart_area_get_marks (HrChartArea *self)
{
  HrChartTheme theme = hr_widget_get_chart_theme (GTK_WIDGET (self));
  gconstpointer subject = ask_subject (self);

  if (self->marks != NULL)
    return self->marks;
  self->marks_width = gtk_widget_get_width (GTK_WIDGET (self));
  self->marks_height = gtk_widget_get_height (GTK_WIDGET (self));
  self->marks = subject != NULL
                    ? hr_chart_list_marks (self->chart, subject, &theme,
                                           self->marks_width, self->marks_height)
                    : g_array_new (FALSE, FALSE, sizeof (HrChartMark));
  self->children = g_ptr_array_new_full (self->marks->len, forget_child);
  g_ptr_array_set_size (self->children, (int) self->marks->len);
  find_current (self);
  return self->marks;
}

const HrChartMark *
hr_chart_area_get_mark (HrChartArea *self, int i)
{
  GArray *marks = hr_chart_area_get_marks (self);

  return i >= 0 && i < (int) marks->len ? &g_array_index (marks, HrChartMark, i) : NULL;
}

/* ---- For a screen reader ---- */

/**
 * hr_chart_area_get_child:
 * @self: a chart area
 * @position: which mark of its chart
 *
 * Gets what a screen reader finds there.
 *
 * Returns: (transfer full) (nullable): it, or %NULL after the last one
 */
GtkAccessible *
hr_chart_area_get_child (HrChartArea *self, guint position)
{
  const HrChartMark *mark = hr_chart_area_get_mark (self, (int) position);

  if (mark == NULL)
    return NULL;
  if (self->children->pdata[position] == NULL)
    self->children->pdata[position] = hr_chart_child_new (self, position, mark);
  return g_object_ref (self->children->pdata[position]);
}

gboolean
hr_chart_area_is_current (HrChartArea *self, guint position)
{
  return self->current == (int) position;
}

static GtkAccessible *
hr_chart_area_get_first_accessible_child (GtkAccessible *accessible)
{
  return hr_chart_area_get_child (HR_CHART_AREA (accessible), 0);
}

static void
hr_chart_area_init_accessible (GtkAccessibleInterface *iface)
{
  const GtkAccessibleInterface *parent = g_type_interface_peek_parent (iface);

  iface->get_at_context = parent->get_at_context;
  iface->get_platform_state = parent->get_platform_state;
  iface->get_accessible_parent = parent->get_accessible_parent;
  iface->get_next_accessible_sibling = parent->get_next_accessible_sibling;
  iface->get_bounds = parent->get_bounds;
  iface->get_first_accessible_child = hr_chart_area_get_first_accessible_child;
}

static void
tell_current (HrChartArea *self)
{
  g_autoptr (GtkAccessible) child =
      self->current >= 0 ? hr_chart_area_get_child (self, (guint) self->current) : NULL;

  if (child == NULL)
    {
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (self),
                                     GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT);
      return;
    }
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT, child, -1);
  gtk_accessible_update_platform_state (child, GTK_ACCESSIBLE_PLATFORM_STATE_FOCUSED);
}

/* ---- Drawing ---- */

static int
get_width (HrChartArea *self)
{
  HrChartTheme theme = hr_widget_get_chart_theme (GTK_WIDGET (self));
  gconstpointer subject = ask_subject (self);

  return subject != NULL && self->chart->get_width != NULL
             ? (int) ceil (self->chart->get_width (subject, &theme))
             : LEAST_WIDTH;
}

static int
get_height (HrChartArea *self, int width)
{
  HrChartTheme theme = hr_widget_get_chart_theme (GTK_WIDGET (self));
  gconstpointer subject = ask_subject (self);

  if (subject == NULL)
    return LEAST_HEIGHT;
  return self->chart->get_height != NULL
             ? (int) self->chart->get_height (subject, &theme, width)
             : CLAMP (width * 5 / 8, 320, 560);
}

static void
forget_picture (HrChartArea *self)
{
  g_clear_pointer (&self->picture, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
is_active (HrChartArea *self)
{
  return g_signal_has_handler_pending (self, signals[SIGNAL_ACTIVATED], 0, FALSE);
}

static void
snapshot_mark (HrChartArea *self, GtkSnapshot *snapshot, int i, gboolean is_current)
{
  const HrChartMark *mark = hr_chart_area_get_mark (self, i);
  AdwStyleManager *style = adw_style_manager_get_default ();
  GskRoundedRect frame;
  GdkRGBA color;

  if (mark == NULL)
    return;
  gsk_rounded_rect_init_from_rect (
      &frame,
      &GRAPHENE_RECT_INIT ((float) mark->place.x - 2, (float) mark->place.y - 2,
                           (float) mark->place.width + 4, (float) mark->place.height + 4),
      FRAME_RADIUS);
  if (is_current)
    {
      adw_accent_color_to_standalone_rgba (adw_style_manager_get_accent_color (style),
                                           adw_style_manager_get_dark (style), &color);
      gtk_snapshot_append_border (snapshot, &frame, (float[4]) { 2, 2, 2, 2 },
                                  (GdkRGBA[4]) { color, color, color, color });
      return;
    }
  gtk_widget_get_color (GTK_WIDGET (self), &color);
  color.alpha *= HOVER_ALPHA;
  gtk_snapshot_push_rounded_clip (snapshot, &frame);
  gtk_snapshot_append_color (snapshot, &color, &frame.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
hr_chart_area_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HrChartArea *self = HR_CHART_AREA (widget);
  HrChartTheme theme = hr_widget_get_chart_theme (GTK_WIDGET (self));
  gconstpointer subject = ask_subject (self);
  float width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);

  if (subject == NULL || width < 1 || height < 1)
    return;

  if (self->picture == NULL)
    {
      GtkSnapshot *inner = gtk_snapshot_new ();
      cairo_t *cr =
          gtk_snapshot_append_cairo (inner, &GRAPHENE_RECT_INIT (0, 0, width, height));

      self->chart->draw (subject, &theme, cr, width, height);
      cairo_destroy (cr);
      self->picture = gtk_snapshot_free_to_node (inner);
    }
  gtk_snapshot_append_node (snapshot, self->picture);
  if (is_active (self) && self->hovered >= 0)
    snapshot_mark (self, snapshot, self->hovered, FALSE);
  if (gtk_widget_has_visible_focus (widget) && self->current >= 0)
    snapshot_mark (self, snapshot, self->current, TRUE);
}

static void
hr_chart_area_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  HrChartArea *self = HR_CHART_AREA (widget);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = get_width (self);
      *natural = MAX (*minimum, NATURAL_WIDTH);
    }
  else
    {
      *minimum = *natural = get_height (self, for_size > 0 ? for_size : NATURAL_WIDTH);
    }
}

static GtkSizeRequestMode
hr_chart_area_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
hr_chart_area_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HrChartArea *self = HR_CHART_AREA (widget);

  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
  if (width == self->marks_width && height == self->marks_height)
    return;
  forget_marks (self);
  forget_picture (self);
}

/* ---- The mark that the keyboard is at ---- */

/* Where there is no room for all of it, its beginning is shown. */
static void
scroll_to (GtkAdjustment *adjustment, double from, double length)
{
  gtk_adjustment_clamp_page (
      adjustment, from - SCROLL_MARGIN,
      MIN (from + length + SCROLL_MARGIN,
           from - SCROLL_MARGIN + gtk_adjustment_get_page_size (adjustment)));
}

static void
scroll_to_current (HrChartArea *self)
{
  const HrChartMark *mark = hr_chart_area_get_mark (self, self->current);
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_VIEWPORT);
  GtkWidget *content =
      viewport != NULL ? gtk_viewport_get_child (GTK_VIEWPORT (viewport)) : NULL;
  graphene_point_t at;

  if (mark == NULL || content == NULL ||
      !gtk_widget_compute_point (
          GTK_WIDGET (self), content,
          &GRAPHENE_POINT_INIT ((float) mark->place.x, (float) mark->place.y), &at))
    return;
  scroll_to (gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (viewport)), at.x,
             mark->place.width);
  scroll_to (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)), at.y,
             mark->place.height);
}

void
hr_chart_area_set_current (HrChartArea *self, int current)
{
  const HrChartMark *mark = hr_chart_area_get_mark (self, current);
  HrItem *item = mark != NULL ? mark->item : NULL;

  self->current = mark != NULL ? current : -1;
  g_set_object (&self->item, item);
  tell_current (self);
  scroll_to_current (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
hr_chart_area_activate (HrChartArea *self)
{
  const HrChartMark *mark = hr_chart_area_get_mark (self, self->current);

  if (mark == NULL || !is_active (self))
    return FALSE;
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, mark);
  return TRUE;
}

static void
describe (HrChartArea *self)
{
  gconstpointer subject = ask_subject (self);
  g_autofree char *title = NULL, *text = NULL;

  if (subject == NULL)
    return;

  title = self->chart->get_title (subject);
  text = self->chart->describe (subject);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void
hr_chart_area_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (hr_chart_area_parent_class)->css_changed (widget, change);
  forget_marks (HR_CHART_AREA (widget));
  forget_picture (HR_CHART_AREA (widget));
}

static void
hr_chart_area_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  GTK_WIDGET_CLASS (hr_chart_area_parent_class)->direction_changed (widget, previous);
  forget_marks (HR_CHART_AREA (widget));
  forget_picture (HR_CHART_AREA (widget));
}

static void
hr_chart_area_dispose (GObject *object)
{
  HrChartArea *self = HR_CHART_AREA (object);

  self->get_subject = NULL;
  forget_marks (self);
  g_clear_pointer (&self->picture, gsk_render_node_unref);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_object (&self->extra_menu);
  g_clear_object (&self->item);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (hr_chart_area_parent_class)->dispose (object);
}

static void
hr_chart_area_set_property (GObject *object,
                            guint prop_id,
                            const GValue *value,
                            GParamSpec *pspec)
{
  HrChartArea *self = HR_CHART_AREA (object);

  switch ((HrChartAreaProperty) prop_id)
    {
    case PROP_DOCUMENT:
      hr_chart_area_set_document (self, g_value_get_object (value));
      break;
    case PROP_EXTRA_MENU:
      g_set_object (&self->extra_menu, g_value_get_object (value));
      g_clear_pointer (&self->menu, gtk_widget_unparent);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hr_chart_area_class_init (HrChartAreaClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags wo =
      G_PARAM_WRITABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = hr_chart_area_dispose;
  object_class->set_property = hr_chart_area_set_property;
  widget_class->snapshot = hr_chart_area_snapshot;
  widget_class->size_allocate = hr_chart_area_size_allocate;
  widget_class->measure = hr_chart_area_measure;
  widget_class->get_request_mode = hr_chart_area_get_request_mode;
  widget_class->css_changed = hr_chart_area_css_changed;
  widget_class->direction_changed = hr_chart_area_direction_changed;

  props[PROP_DOCUMENT] =
      g_param_spec_object ("document", NULL, NULL, HR_TYPE_DOCUMENT, wo);
  props[PROP_EXTRA_MENU] =
      g_param_spec_object ("extra-menu", NULL, NULL, G_TYPE_MENU_MODEL, wo);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  /**
   * HrChartArea::activated:
   * @mark: a #HrChartMark
   *
   * Emitted when the person clicks a mark or presses Enter on it. Where nobody listens,
   * marks do not look as if one could.
   */
  signals[SIGNAL_ACTIVATED] =
      g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  hr_chart_area_install_input (widget_class);
  hr_chart_area_install_export_actions (widget_class);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
  gtk_widget_class_set_css_name (widget_class, "chart");
}

static void
hr_chart_area_init (HrChartArea *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->current = self->hovered = -1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect_object (style, "notify", G_CALLBACK (forget_picture), self,
                           G_CONNECT_SWAPPED);
  hr_chart_area_init_input (self);
}

/**
 * hr_chart_area_refresh:
 * @self: a chart area
 *
 * Shows the subject as it is now, where it is another one or has changed without the
 * document.
 */
void
hr_chart_area_refresh (HrChartArea *self)
{
  forget_marks (self);
  forget_picture (self);
  describe (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * hr_chart_area_set_document:
 * @self: a chart area
 * @document: (nullable): whose capacity it shows
 *
 * Shows a document, live.
 */
void
hr_chart_area_set_document (HrChartArea *self, HrDocument *document)
{
  g_return_if_fail (HR_IS_CHART_AREA (self));

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_func (self->document, hr_chart_area_refresh, self);
  if (!g_set_object (&self->document, document))
    return;

  if (document != NULL)
    g_signal_connect_object (document, "notify::capacity",
                             G_CALLBACK (hr_chart_area_refresh), self, G_CONNECT_SWAPPED);
  hr_chart_area_refresh (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DOCUMENT]);
}

/**
 * hr_chart_area_set_chart:
 * @self: a chart area
 * @chart: the picture
 * @get_subject: (nullable): says what it shows, or %NULL for the document's capacity
 * @user_data: for @get_subject; has to live as long as the area
 *
 * Chooses the picture. It follows the document by itself.
 */
void
hr_chart_area_set_chart (HrChartArea *self,
                         const HrChart *chart,
                         HrChartSubjectFunc get_subject,
                         gpointer user_data)
{
  g_return_if_fail (HR_IS_CHART_AREA (self));

  self->chart = chart;
  self->get_subject = get_subject;
  self->user_data = user_data;
  hr_chart_area_refresh (self);
}

/**
 * hr_chart_area_show_item:
 * @self: a chart area
 * @item: (nullable): what a mark stands for
 *
 * Puts the keyboard at a mark, and scrolls to it.
 *
 * Returns: whether there is one
 */
gboolean
hr_chart_area_show_item (HrChartArea *self, gpointer item)
{
  GArray *marks;

  g_return_val_if_fail (HR_IS_CHART_AREA (self), FALSE);

  marks = hr_chart_area_get_marks (self);
  for (guint i = 0; i < marks->len; i++)
    if (item != NULL && g_array_index (marks, HrChartMark, i).item == item)
      {
        hr_chart_area_set_current (self, (int) i);
        return TRUE;
      }
  return FALSE;
}

/* Returns: (transfer full) (nullable): the picture as it is now, for a slide */
HrDrawing *
hr_chart_area_make_drawing (HrChartArea *self, HrDrawingForm form)
{
  gconstpointer subject = ask_subject (self);

  return subject != NULL ? hr_drawing_new (self->chart, subject, form) : NULL;
}

HrDocument *
hr_chart_area_get_document (HrChartArea *self)
{
  return self->document;
}
