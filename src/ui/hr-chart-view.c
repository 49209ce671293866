/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-chart-view.h"

#include "hr-focus.h"
#include "hr-item-editor.h"
#include "hr-outline-row.h"
#include "hr-resource.h"
#include "hr-window.h"

/**
 * HrChartView:
 *
 * A chart to work with: it scrolls, what is chosen in it is edited in a pane beside it,
 * and the picture can be taken out of it.
 */
struct _HrChartView
{
  AdwBin parent_instance;

  HrDocument *document; /* (owned) (nullable) */
  HrItem *item;         /* (owned) (nullable): what the pane edits */

  AdwOverlaySplitView *split;
  AdwBin *tools;
  GtkMenuButton *menu_button;
  HrChartArea *area;
  GtkWidget *pane;
  GtkLabel *title;
  GtkStack *states;
  HrItemEditor *editor;
  AdwStatusPage *offer;
  GtkButton *offer_button;
};

G_DEFINE_FINAL_TYPE (HrChartView, hr_chart_view, ADW_TYPE_BIN)

typedef enum
{
  PROP_TOOLS = 1,
  PROP_EXTRA_MENU,
} HrChartViewProperty;

static GParamSpec *props[PROP_EXTRA_MENU + 1];

enum
{
  SIGNAL_ACTIVATED,
  SIGNAL_ADD,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* It is called what its mark is; what has no mark, what the outline calls it. */
static char *
name_item (HrChartView *self)
{
  GArray *marks = hr_chart_area_get_marks (self->area);

  for (guint i = 0; i < marks->len; i++)
    if (g_array_index (marks, HrChartMark, i).item == self->item)
      return g_strdup (g_array_index (marks, HrChartMark, i).name);
  return hr_outline_row_name_item (hr_document_get_plan (self->document), self->item);
}

static void
show_title (HrChartView *self)
{
  g_autofree char *name = name_item (self);

  gtk_label_set_text (self->title, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), name);
}

static void
show_pane (HrChartView *self, gboolean has_item)
{
  gtk_stack_set_visible_child_name (self->states, has_item ? "item" : "offer");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pane.remove", has_item);
  adw_overlay_split_view_set_show_sidebar (self->split, TRUE);
}

/* What is not in the plan any more is not edited any more. */
static void
changed_cb (HrChartView *self)
{
  if (self->item == NULL)
    return;
  if (!hr_document_holds (self->document, self->item))
    hr_chart_view_close (self);
  else
    show_title (self);
}

/* Whoever closes the pane, by its button, by Escape or beside it, goes on in the chart.
 */
static void
pane_shown_cb (HrChartView *self)
{
  if (self->editor == NULL || adw_overlay_split_view_get_show_sidebar (self->split))
    return;
  g_clear_object (&self->item);
  hr_item_editor_set_item (self->editor, self->document, NULL);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self->area));
}

static void
activated_cb (HrChartView *self, const HrChartMark *mark)
{
  g_autoptr (HrItem) item = mark->item != NULL ? g_object_ref (mark->item) : NULL;

  if (item != NULL)
    hr_chart_view_edit (self, item, NULL);
  else
    g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, mark);
}

static void
close_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  hr_chart_view_close (HR_CHART_VIEW (widget));
}

static void
add_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_ADD], 0);
}

static void
remove_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  HrChartView *self = HR_CHART_VIEW (widget);

  if (self->item != NULL)
    hr_window_remove (HR_WINDOW (gtk_widget_get_root (widget)), self->item);
}

static void
forward_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (HR_CHART_VIEW (widget)->area), action_name,
                              NULL);
}

static void
hr_chart_view_dispose (GObject *object)
{
  HrChartView *self = HR_CHART_VIEW (object);

  g_clear_object (&self->item);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (hr_chart_view_parent_class)->dispose (object);
}

static void
set_extra_menu (HrChartView *self, GMenuModel *extra)
{
  g_autoptr (GMenuModel) menu = NULL;

  g_object_set (self->area, "extra-menu", extra, NULL);
  menu = hr_chart_area_make_menu (self->area);
  gtk_menu_button_set_menu_model (self->menu_button, menu);
}

static void
hr_chart_view_set_property (GObject *object,
                            guint prop_id,
                            const GValue *value,
                            GParamSpec *pspec)
{
  HrChartView *self = HR_CHART_VIEW (object);

  switch ((HrChartViewProperty) prop_id)
    {
    case PROP_TOOLS:
      adw_bin_set_child (self->tools, g_value_get_object (value));
      break;
    case PROP_EXTRA_MENU:
      set_extra_menu (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_signals (HrChartViewClass *klass)
{
  /**
   * HrChartView::activated:
   * @mark: a #HrChartMark
   *
   * Emitted when the person chooses a mark that stands for no item.
   */
  signals[SIGNAL_ACTIVATED] =
      g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  /**
   * HrChartView::add:
   *
   * Emitted when the person takes what hr_chart_view_offer() has offered.
   */
  signals[SIGNAL_ADD] = g_signal_new ("add", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                      0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (HR_TYPE_CHART_AREA);
  g_type_ensure (HR_TYPE_ITEM_EDITOR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               HR_RESOURCE ("hr-chart-view.ui"));
  gtk_widget_class_bind_template_child (widget_class, HrChartView, split);
  gtk_widget_class_bind_template_child (widget_class, HrChartView, tools);
  gtk_widget_class_bind_template_child (widget_class, HrChartView, menu_button);
  gtk_widget_class_bind_template_child (widget_class, HrChartView, area);
  gtk_widget_class_bind_template_child (widget_class, HrChartView, pane);
  gtk_widget_class_bind_template_child (widget_class, HrChartView, title);
  gtk_widget_class_bind_template_child (widget_class, HrChartView, states);
  gtk_widget_class_bind_template_child (widget_class, HrChartView, editor);
  gtk_widget_class_bind_template_child (widget_class, HrChartView, offer);
  gtk_widget_class_bind_template_child (widget_class, HrChartView, offer_button);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, pane_shown_cb);
}

static void
hr_chart_view_class_init (HrChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags wo =
      G_PARAM_WRITABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = hr_chart_view_dispose;
  object_class->set_property = hr_chart_view_set_property;

  props[PROP_TOOLS] = g_param_spec_object ("tools", NULL, NULL, GTK_TYPE_WIDGET, wo);
  props[PROP_EXTRA_MENU] =
      g_param_spec_object ("extra-menu", NULL, NULL, G_TYPE_MENU_MODEL, wo);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  install_signals (klass);
  gtk_widget_class_install_action (widget_class, "pane.close", NULL, close_action);
  gtk_widget_class_install_action (widget_class, "pane.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "pane.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "chart.copy", NULL, forward_action);
  gtk_widget_class_install_action (widget_class, "chart.save", NULL, forward_action);
  bind_template (widget_class);
}

static void
hr_chart_view_init (HrChartView *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  hr_focus_keep (GTK_WIDGET (self->split));
  set_extra_menu (self, NULL);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, GDK_NO_MODIFIER_MASK),
                        gtk_named_action_new ("pane.close")));
  gtk_widget_add_controller (self->pane, keys);
}

HrChartArea *
hr_chart_view_get_area (HrChartView *self)
{
  return self->area;
}

void
hr_chart_view_set_document (HrChartView *self, HrDocument *document)
{
  g_return_if_fail (HR_IS_CHART_VIEW (self));

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_func (self->document, changed_cb, self);
  hr_chart_view_close (self);
  g_set_object (&self->document, document);
  if (document != NULL)
    g_signal_connect_object (document, "notify::capacity", G_CALLBACK (changed_cb), self,
                             G_CONNECT_SWAPPED);
  hr_chart_area_set_document (self->area, document);
}

/**
 * hr_chart_view_edit:
 * @self: a view
 * @item: an item of the plan
 * @property: (nullable): which of its properties to begin with
 *
 * Opens the pane with an item, at its mark if it has one.
 */
void
hr_chart_view_edit (HrChartView *self, gpointer item, const char *property)
{
  g_return_if_fail (HR_IS_CHART_VIEW (self) && HR_IS_ITEM (item));

  g_set_object (&self->item, item);
  hr_item_editor_set_item (self->editor, self->document, item);
  show_title (self);
  show_pane (self, TRUE);
  hr_chart_area_show_item (self->area, item);
  if (property == NULL || !hr_item_editor_focus (self->editor, property))
    gtk_widget_child_focus (GTK_WIDGET (self->editor), GTK_DIR_TAB_FORWARD);
}

/**
 * hr_chart_view_offer:
 * @self: a view
 * @title: what was chosen
 * @description: why there is nothing to edit
 * @button: what can be added there
 *
 * Opens the pane with an offer, see #HrChartView::add.
 */
void
hr_chart_view_offer (HrChartView *self,
                     const char *title,
                     const char *description,
                     const char *button)
{
  g_autofree char *escaped = g_markup_escape_text (description, -1);

  g_return_if_fail (HR_IS_CHART_VIEW (self));

  g_clear_object (&self->item);
  hr_item_editor_set_item (self->editor, self->document, NULL);
  gtk_label_set_text (self->title, title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), title);
  adw_status_page_set_description (self->offer, escaped);
  gtk_button_set_label (self->offer_button, button);
  show_pane (self, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->offer_button));
}

void
hr_chart_view_close (HrChartView *self)
{
  g_return_if_fail (HR_IS_CHART_VIEW (self));

  adw_overlay_split_view_set_show_sidebar (self->split, FALSE);
}
