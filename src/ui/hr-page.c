/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-page.h"

typedef struct
{
  HrDocument *document; /* (nullable) */
  char *title;
  GtkWidget *tools;        /* (owned) (nullable) */
  GtkWidget *title_widget; /* (owned) (nullable) */
  guint tick;              /* an update waits for the next frame */
  gboolean stale;          /* something changed while the page was not shown */
} HrPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (HrPage, hr_page, ADW_TYPE_BIN)

typedef enum
{
  PROP_DOCUMENT = 1,
  PROP_TITLE,
  PROP_TOOLS,
  PROP_TITLE_WIDGET,
} HrPageProperty;

static GParamSpec *props[PROP_TITLE_WIDGET + 1];

static void
update (HrPage *self)
{
  HrPagePrivate *priv = hr_page_get_instance_private (self);
  HrPageClass *klass = HR_PAGE_GET_CLASS (self);

  priv->stale = FALSE;
  if (priv->document != NULL && klass->update != NULL)
    klass->update (self, priv->document);
}

static gboolean
frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  HrPage *self = HR_PAGE (widget);
  HrPagePrivate *priv = hr_page_get_instance_private (self);

  priv->tick = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

/* A burst of changes is one update, in the frame that shows it. */
static void
capacity_changed_cb (HrPage *self)
{
  HrPagePrivate *priv = hr_page_get_instance_private (self);

  priv->stale = TRUE;
  if (priv->tick == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    priv->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), frame_cb, NULL, NULL);
}

static void
stop_waiting (HrPage *self)
{
  HrPagePrivate *priv = hr_page_get_instance_private (self);

  if (priv->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), priv->tick);
  priv->tick = 0;
}

static void
hr_page_map (GtkWidget *widget)
{
  HrPage *self = HR_PAGE (widget);
  HrPagePrivate *priv = hr_page_get_instance_private (self);

  GTK_WIDGET_CLASS (hr_page_parent_class)->map (widget);
  if (priv->stale)
    update (self);
}

static void
hr_page_unmap (GtkWidget *widget)
{
  stop_waiting (HR_PAGE (widget));
  GTK_WIDGET_CLASS (hr_page_parent_class)->unmap (widget);
}

static void
hr_page_dispose (GObject *object)
{
  HrPage *self = HR_PAGE (object);
  HrPagePrivate *priv = hr_page_get_instance_private (self);

  stop_waiting (self);
  g_clear_object (&priv->tools);
  g_clear_object (&priv->title_widget);
  g_clear_object (&priv->document);

  G_OBJECT_CLASS (hr_page_parent_class)->dispose (object);
}

static void
hr_page_finalize (GObject *object)
{
  HrPagePrivate *priv = hr_page_get_instance_private (HR_PAGE (object));

  g_clear_pointer (&priv->title, g_free);

  G_OBJECT_CLASS (hr_page_parent_class)->finalize (object);
}

static void
hr_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  HrPagePrivate *priv = hr_page_get_instance_private (HR_PAGE (object));

  switch ((HrPageProperty) prop_id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, priv->document);
      break;
    case PROP_TITLE:
      g_value_set_string (value, priv->title);
      break;
    case PROP_TOOLS:
      g_value_set_object (value, priv->tools);
      break;
    case PROP_TITLE_WIDGET:
      g_value_set_object (value, priv->title_widget);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hr_page_set_property (GObject *object,
                      guint prop_id,
                      const GValue *value,
                      GParamSpec *pspec)
{
  HrPage *self = HR_PAGE (object);
  HrPagePrivate *priv = hr_page_get_instance_private (self);

  switch ((HrPageProperty) prop_id)
    {
    case PROP_DOCUMENT:
      hr_page_set_document (self, g_value_get_object (value));
      break;
    case PROP_TITLE:
      if (g_set_str (&priv->title, g_value_get_string (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_TOOLS:
      g_clear_object (&priv->tools);
      priv->tools = g_object_ref_sink (g_value_get_object (value));
      break;
    case PROP_TITLE_WIDGET:
      g_clear_object (&priv->title_widget);
      priv->title_widget = g_object_ref_sink (g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hr_page_class_init (HrPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags rw =
      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = hr_page_dispose;
  object_class->finalize = hr_page_finalize;
  object_class->get_property = hr_page_get_property;
  object_class->set_property = hr_page_set_property;
  widget_class->map = hr_page_map;
  widget_class->unmap = hr_page_unmap;

  props[PROP_DOCUMENT] =
      g_param_spec_object ("document", NULL, NULL, HR_TYPE_DOCUMENT, rw);
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, rw);
  props[PROP_TOOLS] = g_param_spec_object ("tools", NULL, NULL, GTK_TYPE_WIDGET, rw);
  props[PROP_TITLE_WIDGET] =
      g_param_spec_object ("title-widget", NULL, NULL, GTK_TYPE_WIDGET, rw);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
hr_page_init (HrPage *self)
{
}

HrDocument *
hr_page_get_document (HrPage *self)
{
  HrPagePrivate *priv = hr_page_get_instance_private (self);

  g_return_val_if_fail (HR_IS_PAGE (self), NULL);

  return priv->document;
}

/**
 * hr_page_set_document:
 * @self: a page
 * @document: (nullable): what to show
 *
 * Gives a page its document, and lets go of the one before.
 */
void
hr_page_set_document (HrPage *self, HrDocument *document)
{
  HrPagePrivate *priv = hr_page_get_instance_private (self);
  HrPageClass *klass = HR_PAGE_GET_CLASS (self);

  g_return_if_fail (HR_IS_PAGE (self));

  if (priv->document == document)
    return;

  stop_waiting (self);
  if (priv->document != NULL)
    g_signal_handlers_disconnect_by_func (priv->document, capacity_changed_cb, self);
  g_set_object (&priv->document, document);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DOCUMENT]);
  if (document == NULL)
    return;

  g_signal_connect_object (document, "notify::capacity", G_CALLBACK (capacity_changed_cb),
                           self, G_CONNECT_SWAPPED);
  if (klass->open != NULL)
    klass->open (self, document);
  priv->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
}

const char *
hr_page_get_title (HrPage *self)
{
  HrPagePrivate *priv = hr_page_get_instance_private (self);

  return priv->title;
}

/**
 * hr_page_go_to:
 * @self: a page
 * @item: an item of the plan
 * @property: (nullable): which of its properties
 *
 * Shows an item, where a check or an explanation leads to.
 *
 * Returns: whether the page shows such items
 */
gboolean
hr_page_go_to (HrPage *self, gpointer item, const char *property)
{
  HrPageClass *klass = HR_PAGE_GET_CLASS (self);

  return klass->go_to != NULL && klass->go_to (self, item, property);
}

/**
 * hr_page_add:
 * @self: a page
 *
 * Adds one of what the page lists: a segment, a touchpoint. The button for it stands in
 * the header of the window, so the window asks.
 */
void
hr_page_add (HrPage *self)
{
  HrPageClass *klass = HR_PAGE_GET_CLASS (self);

  if (klass->add != NULL)
    klass->add (self);
}

/**
 * hr_page_refuse:
 * @self: a page in a window
 * @error: why
 *
 * Says why an edit was refused. The view shows the model's value again by itself.
 */
void
hr_page_refuse (HrPage *self, const GError *error)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}
