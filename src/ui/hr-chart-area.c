/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-chart-area.h"

#include <adwaita.h>
#include <math.h>

#include "hr-widget-theme.h"

#define LEAST_WIDTH 280
#define LEAST_HEIGHT 200
#define NATURAL_WIDTH 640

/**
 * HrChartArea:
 *
 * Shows a picture on screen: the same drawing as on paper, in the window's colours, with
 * a word about what is pointed at.
 */
struct _HrChartArea
{
  GtkWidget parent_instance;

  HrDocument *document;           /* (nullable) */
  const HrChart *chart;           /* (nullable) */
  HrChartSubjectFunc get_subject; /* (nullable): then it is the capacity */
  gpointer user_data;
  GArray *marks; /* (owned) (nullable): NULL until somebody asks */
};

G_DEFINE_FINAL_TYPE (HrChartArea, hr_chart_area, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_DOCUMENT = 1,
} HrChartAreaProperty;

static GParamSpec *props[PROP_DOCUMENT + 1];

/* Returns: (nullable): what the chart shows now */
static gconstpointer
ask_subject (HrChartArea *self)
{
  if (self->chart == NULL || self->document == NULL)
    return NULL;
  return self->get_subject != NULL ? self->get_subject (self, self->user_data)
                                   : hr_document_get_capacity (self->document);
}

/* Returns: (transfer none) (element-type HrChartMark): laid out once for each size */
static GArray *
get_marks (HrChartArea *self)
{
  HrChartTheme theme = hr_widget_get_chart_theme (GTK_WIDGET (self));
  gconstpointer subject = ask_subject (self);

  if (self->marks == NULL)
    self->marks = subject != NULL
                      ? hr_chart_list_marks (self->chart, subject, &theme,
                                             gtk_widget_get_width (GTK_WIDGET (self)),
                                             gtk_widget_get_height (GTK_WIDGET (self)))
                      : g_array_new (FALSE, FALSE, sizeof (HrChartMark));
  return self->marks;
}

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
hr_chart_area_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HrChartArea *self = HR_CHART_AREA (widget);
  HrChartTheme theme = hr_widget_get_chart_theme (GTK_WIDGET (self));
  gconstpointer subject = ask_subject (self);
  float width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr;

  if (subject == NULL || width < 1 || height < 1)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  self->chart->draw (subject, &theme, cr, width, height);
  cairo_destroy (cr);
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
  g_clear_pointer (&HR_CHART_AREA (widget)->marks, g_array_unref);
}

static gboolean
query_tooltip_cb (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  GArray *marks = get_marks (HR_CHART_AREA (widget));
  int i = keyboard ? -1 : hr_chart_find_mark (marks, x, y);
  const HrChartMark *mark = i >= 0 ? &g_array_index (marks, HrChartMark, i) : NULL;

  if (mark == NULL || mark->text == NULL)
    return FALSE;

  gtk_tooltip_set_text (tooltip, mark->text);
  gtk_tooltip_set_tip_area (
      tooltip, &(GdkRectangle) { (int) mark->place.x, (int) mark->place.y,
                                 (int) mark->place.width, (int) mark->place.height });
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
hr_chart_area_dispose (GObject *object)
{
  HrChartArea *self = HR_CHART_AREA (object);

  self->get_subject = NULL;
  g_clear_pointer (&self->marks, g_array_unref);
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

  props[PROP_DOCUMENT] =
      g_param_spec_object ("document", NULL, NULL, HR_TYPE_DOCUMENT, wo);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "chart");
}

static void
hr_chart_area_init (HrChartArea *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  g_signal_connect_object (style, "notify", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
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
  g_clear_pointer (&self->marks, g_array_unref);
  describe (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
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
