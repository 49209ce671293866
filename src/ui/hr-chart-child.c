/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-chart-child.h"

struct _HrChartChild
{
  GObject parent_instance;

  HrChartArea *area; /* (nullable): NULL once it is forgotten */
  guint position;
  cairo_rectangle_t place;
  GtkATContext *context; /* (owned) (nullable) */
};

static void hr_chart_child_init_accessible (GtkAccessibleInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HrChartChild,
                               hr_chart_child,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_ACCESSIBLE,
                                                      hr_chart_child_init_accessible))

enum
{
  PROP_ACCESSIBLE_ROLE = 1,
};

static void
hr_chart_child_get_property (GObject *object,
                             guint prop_id,
                             GValue *value,
                             GParamSpec *pspec)
{
  if (prop_id == PROP_ACCESSIBLE_ROLE)
    g_value_set_enum (value, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

/* The role is what it is; GTK's interface has it writable. */
static void
hr_chart_child_set_property (GObject *object,
                             guint prop_id,
                             const GValue *value,
                             GParamSpec *pspec)
{
}

static void
hr_chart_child_dispose (GObject *object)
{
  HrChartChild *self = HR_CHART_CHILD (object);

  self->area = NULL;
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hr_chart_child_parent_class)->dispose (object);
}

static void
hr_chart_child_class_init (HrChartChildClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = hr_chart_child_get_property;
  object_class->set_property = hr_chart_child_set_property;
  object_class->dispose = hr_chart_child_dispose;
  g_object_class_override_property (object_class, PROP_ACCESSIBLE_ROLE,
                                    "accessible-role");
}

static void
hr_chart_child_init (HrChartChild *self)
{
}

static GtkATContext *
hr_chart_child_get_at_context (GtkAccessible *accessible)
{
  HrChartChild *self = HR_CHART_CHILD (accessible);

  if (self->area == NULL)
    return NULL;
  if (self->context == NULL)
    self->context =
        gtk_at_context_create (GTK_ACCESSIBLE_ROLE_LIST_ITEM, accessible,
                               gtk_widget_get_display (GTK_WIDGET (self->area)));
  return self->context != NULL ? g_object_ref (self->context) : NULL;
}

static gboolean
hr_chart_child_get_platform_state (GtkAccessible *accessible,
                                   GtkAccessiblePlatformState state)
{
  HrChartChild *self = HR_CHART_CHILD (accessible);

  switch (state)
    {
    case GTK_ACCESSIBLE_PLATFORM_STATE_FOCUSABLE:
      return self->area != NULL;
    case GTK_ACCESSIBLE_PLATFORM_STATE_FOCUSED:
      return self->area != NULL &&
             hr_chart_area_is_current (self->area, self->position) &&
             gtk_widget_has_focus (GTK_WIDGET (self->area));
    case GTK_ACCESSIBLE_PLATFORM_STATE_ACTIVE:
    default:
      return FALSE;
    }
}

static GtkAccessible *
hr_chart_child_get_accessible_parent (GtkAccessible *accessible)
{
  HrChartChild *self = HR_CHART_CHILD (accessible);

  return self->area != NULL ? g_object_ref (GTK_ACCESSIBLE (self->area)) : NULL;
}

static GtkAccessible *
hr_chart_child_get_first_accessible_child (GtkAccessible *accessible)
{
  return NULL;
}

static GtkAccessible *
hr_chart_child_get_next_accessible_sibling (GtkAccessible *accessible)
{
  HrChartChild *self = HR_CHART_CHILD (accessible);

  return self->area != NULL ? hr_chart_area_get_child (self->area, self->position + 1)
                            : NULL;
}

static gboolean
hr_chart_child_get_bounds (
    GtkAccessible *accessible, int *x, int *y, int *width, int *height)
{
  HrChartChild *self = HR_CHART_CHILD (accessible);

  *x = (int) self->place.x;
  *y = (int) self->place.y;
  *width = (int) self->place.width;
  *height = (int) self->place.height;
  return self->area != NULL;
}

static void
hr_chart_child_init_accessible (GtkAccessibleInterface *iface)
{
  iface->get_at_context = hr_chart_child_get_at_context;
  iface->get_platform_state = hr_chart_child_get_platform_state;
  iface->get_accessible_parent = hr_chart_child_get_accessible_parent;
  iface->get_first_accessible_child = hr_chart_child_get_first_accessible_child;
  iface->get_next_accessible_sibling = hr_chart_child_get_next_accessible_sibling;
  iface->get_bounds = hr_chart_child_get_bounds;
}

HrChartChild *
hr_chart_child_new (HrChartArea *area, guint position, const HrChartMark *mark)
{
  HrChartChild *self = g_object_new (HR_TYPE_CHART_CHILD, NULL);

  self->area = area;
  self->position = position;
  self->place = mark->place;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  mark->name, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  mark->text != NULL ? mark->text : "", -1);
  return self;
}

/* Whoever still holds it finds nothing in it. */
void
hr_chart_child_forget (HrChartChild *self)
{
  self->area = NULL;
}
