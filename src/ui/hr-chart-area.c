/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-chart-area.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "hr-capacity-chart.h"
#include "hr-coverage-map.h"
#include "hr-format.h"
#include "hr-hours-chart.h"

/**
 * HrChartArea:
 *
 * Shows a picture of the capacity on screen: the same drawing as on paper, in the
 * window's colours, with a word about what is pointed at.
 */
struct _HrChartArea
{
  GtkWidget parent_instance;

  HrDocument *document; /* (nullable) */
  HrRole *role;         /* (owned) (nullable): whose hours */
  HrChart chart;
};

G_DEFINE_FINAL_TYPE (HrChartArea, hr_chart_area, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_DOCUMENT = 1,
  PROP_CHART,
} HrChartAreaProperty;

static GParamSpec *props[PROP_CHART + 1];

static HrChartTheme
get_theme (HrChartArea *self)
{
  AdwStyleManager *style =
      adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  HrChartTheme theme = adw_style_manager_get_high_contrast (style)
                           ? hr_chart_theme_high_contrast
                       : adw_style_manager_get_dark (style) ? hr_chart_theme_dark
                                                            : hr_chart_theme_light;
  double resolution = pango_cairo_context_get_resolution (context);

  theme.font = pango_font_description_get_family (font);
  theme.size = pango_font_description_get_size (font) / (double) PANGO_SCALE;
  if (!pango_font_description_get_size_is_absolute (font))
    theme.size *= resolution / 72.0;
  theme.paper.alpha = 0;
  theme.direction = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL
                        ? PANGO_DIRECTION_RTL
                        : PANGO_DIRECTION_LTR;
  return theme;
}

static HrCapacity *
get_capacity (HrChartArea *self)
{
  return self->document != NULL ? hr_document_get_capacity (self->document) : NULL;
}

static gboolean
has_picture (HrChartArea *self)
{
  return self->chart == HR_CHART_HOURS ? self->role != NULL : get_capacity (self) != NULL;
}

static int
get_height (HrChartArea *self, int width)
{
  HrChartTheme theme = get_theme (self);

  if (!has_picture (self))
    return 200;
  switch (self->chart)
    {
    case HR_CHART_CAPACITY:
      return (int) hr_capacity_chart_get_height (get_capacity (self), &theme, width);
    case HR_CHART_COVERAGE:
      return CLAMP (width * 5 / 8, 320, 560);
    case HR_CHART_HOURS:
      return (int) hr_hours_chart_get_height (self->role, &theme, width);
    default:
      g_return_val_if_reached (200);
    }
}

static void
hr_chart_area_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HrChartArea *self = HR_CHART_AREA (widget);
  HrChartTheme theme = get_theme (self);
  float width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr;

  if (!has_picture (self) || width < 1 || height < 1)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  if (self->chart == HR_CHART_CAPACITY)
    hr_capacity_chart_draw (get_capacity (self), &theme, cr, width, height);
  else if (self->chart == HR_CHART_COVERAGE)
    hr_coverage_map_draw (get_capacity (self), &theme, cr, width, height);
  else
    hr_hours_chart_draw (self->role, &theme, cr, width, height);
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
      *minimum = 280;
      *natural = 640;
    }
  else
    {
      *minimum = *natural = get_height (self, for_size > 0 ? for_size : 640);
    }
}

static GtkSizeRequestMode
hr_chart_area_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static gboolean
is_at (const cairo_rectangle_t *place, int x, int y)
{
  return x >= place->x && x < place->x + place->width && y >= place->y &&
         y < place->y + place->height;
}

static gboolean
find_segment (HrChartArea *self, int x, int y, guint *segment, cairo_rectangle_t *place)
{
  HrCapacity *capacity = get_capacity (self);
  HrChartTheme theme = get_theme (self);
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));

  /* Small marks are drawn last, so the last one found lies on top. */
  for (guint i = hr_capacity_get_n_segments (capacity); i > 0; i--)
    {
      *segment = i - 1;
      if (self->chart == HR_CHART_CAPACITY
              ? hr_capacity_chart_place (capacity, &theme, width, height, *segment,
                                         HR_CAPACITY_MARK_ROW, place)
              : hr_coverage_map_place (capacity, &theme, width, height, *segment,
                                       HR_COVERAGE_MARK_DISC, place))
        if (is_at (place, x, y))
          return TRUE;
    }
  return FALSE;
}

static gboolean
find_part (HrChartArea *self, int x, int y, HrHoursPart *part, cairo_rectangle_t *place)
{
  HrChartTheme theme = get_theme (self);
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));

  for (*part = 0; *part < HR_HOURS_N_PARTS; (*part)++)
    if (hr_hours_chart_place (self->role, &theme, width, height, *part, place) &&
        is_at (place, x, y))
      return TRUE;
  return FALSE;
}

/* Returns: (transfer full) (nullable): what is to be said of what lies at a point */
static char *
explain_point (HrChartArea *self, int x, int y, cairo_rectangle_t *place)
{
  HrHoursPart part;
  guint segment;

  if (self->chart == HR_CHART_HOURS)
    return find_part (self, x, y, &part, place)
               ? hr_hours_chart_explain (self->role, part)
               : NULL;
  return find_segment (self, x, y, &segment, place)
             ? hr_format_segment (get_capacity (self), segment)
             : NULL;
}

static gboolean
query_tooltip_cb (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  HrChartArea *self = HR_CHART_AREA (widget);
  cairo_rectangle_t place;
  g_autofree char *text = NULL;

  if (keyboard || !has_picture (self) ||
      (text = explain_point (self, x, y, &place)) == NULL)
    return FALSE;

  gtk_tooltip_set_text (tooltip, text);
  gtk_tooltip_set_tip_area (tooltip,
                            &(GdkRectangle) { (int) place.x, (int) place.y,
                                              (int) place.width, (int) place.height });
  return TRUE;
}

static void
describe (HrChartArea *self)
{
  HrCapacity *capacity = get_capacity (self);
  g_autofree char *title = NULL, *text = NULL;

  if (!has_picture (self))
    return;

  title = self->chart == HR_CHART_CAPACITY   ? hr_capacity_chart_get_title (capacity)
          : self->chart == HR_CHART_COVERAGE ? hr_coverage_map_get_title (capacity)
                                             : hr_hours_chart_get_title (self->role);
  text = self->chart == HR_CHART_CAPACITY   ? hr_capacity_chart_describe (capacity)
         : self->chart == HR_CHART_COVERAGE ? hr_coverage_map_describe (capacity)
                                            : hr_hours_chart_describe (self->role);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void
capacity_changed_cb (HrChartArea *self)
{
  describe (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
hr_chart_area_dispose (GObject *object)
{
  g_clear_object (&HR_CHART_AREA (object)->document);
  g_clear_object (&HR_CHART_AREA (object)->role);

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
    case PROP_CHART:
      hr_chart_area_set_chart (self, (HrChart) g_value_get_uint (value));
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
  widget_class->measure = hr_chart_area_measure;
  widget_class->get_request_mode = hr_chart_area_get_request_mode;

  props[PROP_DOCUMENT] =
      g_param_spec_object ("document", NULL, NULL, HR_TYPE_DOCUMENT, wo);
  props[PROP_CHART] = g_param_spec_uint ("chart", NULL, NULL, HR_CHART_CAPACITY,
                                         HR_CHART_HOURS, HR_CHART_CAPACITY, wo);

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
    g_signal_handlers_disconnect_by_func (self->document, capacity_changed_cb, self);
  if (!g_set_object (&self->document, document))
    return;

  if (document != NULL)
    g_signal_connect_object (document, "notify::capacity",
                             G_CALLBACK (capacity_changed_cb), self, G_CONNECT_SWAPPED);
  capacity_changed_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DOCUMENT]);
}

/**
 * hr_chart_area_set_role:
 * @self: a chart area that shows hours
 * @role: (nullable): whose
 *
 * Shows the year of a role's people.
 */
void
hr_chart_area_set_role (HrChartArea *self, HrRole *role)
{
  g_return_if_fail (HR_IS_CHART_AREA (self));

  if (g_set_object (&self->role, role))
    capacity_changed_cb (self);
}

void
hr_chart_area_set_chart (HrChartArea *self, HrChart chart)
{
  g_return_if_fail (HR_IS_CHART_AREA (self));

  if (self->chart == chart)
    return;

  self->chart = chart;
  capacity_changed_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CHART]);
}
