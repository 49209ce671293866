/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hr-journeys-page-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "hr-date.h"
#include "hr-drop-down.h"
#include "hr-focus.h"
#include "hr-format.h"
#include "hr-references.h"
#include "hr-resource.h"
#include "hr-stage-hours.h"
#include "hr-template.h"

/**
 * HrJourneysPage:
 *
 * The touchpoints of a segment as a table that drives the figures under it.
 */
G_DEFINE_FINAL_TYPE (HrJourneysPage, hr_journeys_page, HR_TYPE_PAGE)

typedef enum
{
  PROP_COMPARING = 1,
} HrJourneysPageProperty;

static GParamSpec *props[PROP_COMPARING + 1];

static HrPlan *
get_plan (HrJourneysPage *self)
{
  return hr_document_get_plan (hr_page_get_document (HR_PAGE (self)));
}

/* Whom a touchpoint serves, and in which version: rows do not know, the journey does. */
static HrJourney *
find_owner (HrPlan *plan, gpointer touchpoint)
{
  for (guint i = 0; i < hr_list_get_n (plan->journeys); i++)
    {
      HrJourney *journey = hr_list_get (plan->journeys, i);
      guint position;

      if (hr_list_get_position (journey->touchpoints, touchpoint, &position))
        return journey;
    }
  return NULL;
}

static const HrSegmentCapacity *
find_answer (HrJourneysPage *self)
{
  return hr_capacity_find_segment (
      hr_document_get_version (hr_page_get_document (HR_PAGE (self)), self->version),
      self->segment);
}

static void
get_hours_cb (HrItemTable *table, gpointer item, HrGridCell *cell, gpointer user_data)
{
  HrJourneysPage *self = user_data;
  const HrSegmentCapacity *answer = self->segment != NULL ? find_answer (self) : NULL;
  HrReason reason;

  cell->is_missing = answer == NULL;
  if (answer == NULL)
    {
      cell->text = g_strdup (HR_NO_ANSWER);
      return;
    }
  cell->number = hr_touchpoint_get_hours (item, get_plan (self), self->segment,
                                          answer->customers, &reason);
  cell->text = hr_format_hours (cell->number);
  cell->is_missing = isnan (cell->number);
  cell->bar = cell->number / answer->workload_hours;
  if (isnan (cell->bar))
    cell->bar = 0;
}

static void
add_columns (HrJourneysPage *self)
{
  static const struct
  {
    const char *property;
    const char *title;
    int chars;
  } columns[] = {
    { "name", N_ ("Touchpoint"), 36 },
    { "kind", N_ ("Kind"), 11 },
    { "times", N_ ("Times"), 6 },
    { "per", N_ ("Per"), 9 },
    { "prep-minutes", N_ ("Prep (min)"), 8 },
    { "delivery-minutes", N_ ("Delivery (min)"), 8 },
    { "follow-up-minutes", N_ ("Follow-up (min)"), 8 },
    { "reach", N_ ("Reach"), 7 },
    { "staff", N_ ("Staff"), 6 },
    { "role", N_ ("Role"), 14 },
    { "stage", N_ ("Stage"), 16 },
    { "personas", N_ ("Personas"), 22 },
    { "channel", N_ ("Channel"), 12 },
    { "value", N_ ("Value"), 6 },
    { "sentiment", N_ ("Sentiment"), 6 },
    { "friction", N_ ("Friction"), 6 },
    { "notes", N_ ("Notes"), 28 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      hr_item_table_add_field (self->table, columns[i].property, _ (columns[i].title),
                               columns[i].chars);
      if (i == 0)
        hr_item_table_add_computed (self->table, "hours",
                                    _ ("Hours per Customer and Year"), 8, get_hours_cb,
                                    self);
    }
}

/* A stage: who owns it, its hours, and its share of the journey's. */
static void
get_section_cb (HrGrid *grid, guint row, HrGridSection *section, gpointer user_data)
{
  HrJourneysPage *self = user_data;
  HrTouchpoint *first = hr_item_table_get_item (self->table, row);
  HrPlan *plan = get_plan (self);
  HrStage *stage = hr_plan_find (plan, HR_TYPE_STAGE, first->stage);
  double hours = hr_stage_get_hours (
      hr_document_get_version (hr_page_get_document (HR_PAGE (self)), self->version),
      self->segment, stage, &section->share);
  g_autofree char *figure = hr_format_hours (hours);

  section->title = g_strdup (stage != NULL ? stage->name : _ ("Without a Stage"));
  section->detail = g_strdup (
      stage != NULL ? hr_references_get_name (plan, HR_TYPE_ROLE, stage->owner_role)
                    : "");
  section->figure = g_strdup_printf (_ ("%s h"), figure);
  if (isnan (section->share))
    section->share = 0;
}

static gpointer
make_cb (HrItemTable *table, gpointer neighbour, gpointer user_data)
{
  HrJourneysPage *self = user_data;
  const HrTouchpoint *above = neighbour;
  HrTouchpoint *touchpoint = hr_item_new (HR_TYPE_TOUCHPOINT, NULL);

  g_object_set (touchpoint, "name", _ ("New Touchpoint"), "role",
                self->segment->book_role, "stage", above != NULL ? above->stage : NULL,
                NULL);
  return touchpoint;
}

static HrJourney *
find_journey (HrJourneysPage *self)
{
  if (self->segment == NULL)
    return NULL;
  return hr_plan_find_journey (get_plan (self), self->segment, self->version);
}

/* ---- The map ---- */

static gboolean
is_map (HrJourneysPage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->view_stack), "map") == 0;
}

/* Not in the plan but in its answer: that does not know yet what has just come. */
static gboolean
find_place (const HrCapacity *capacity, const HrSegment *segment, guint *place)
{
  for (*place = 0; *place < hr_capacity_get_n_segments (capacity); (*place)++)
    if (hr_capacity_get_segment (capacity, *place)->segment == segment)
      return TRUE;
  return FALSE;
}

static gconstpointer
get_map_cb (HrChartArea *area, gpointer user_data)
{
  HrJourneysPage *self = user_data;
  HrCapacity *capacity =
      hr_document_get_version (hr_page_get_document (HR_PAGE (self)), self->version);
  guint segment;

  if (self->segment == NULL || !find_place (capacity, self->segment, &segment))
    return NULL;
  self->shown = (HrJourneyMap) {
    capacity,
    segment,
    gtk_drop_down_get_selected (self->lanes) == 1 ? HR_JOURNEY_LANES_PERSONAS
                                                  : HR_JOURNEY_LANES_ROLES,
  };
  return &self->shown;
}

static void
wide_cb (HrJourneysPage *self)
{
  hr_journey_figures_set_room (self->figures, 4, FALSE);
}

static void
narrow_cb (HrJourneysPage *self)
{
  hr_journey_figures_set_room (self->figures, 2, FALSE);
}

static void
tight_cb (HrJourneysPage *self)
{
  hr_journey_figures_set_room (self->figures, 2, TRUE);
}

static void
lanes_chosen_cb (HrJourneysPage *self)
{
  hr_chart_area_refresh (hr_chart_view_get_area (self->map));
}

/* Looking for a text is for the table. */
static void
view_chosen_cb (HrJourneysPage *self)
{
  const char *view = adw_toggle_group_get_active_name (self->views);

  if (view == NULL)
    return;
  gtk_stack_set_visible_child_name (self->view_stack, view);
  gtk_widget_set_visible (GTK_WIDGET (self->find_bar), !is_map (self));
}

static void
show_journey (HrJourneysPage *self)
{
  g_set_object (&self->journey, find_journey (self));
  hr_chart_view_close (self->map);
  hr_chart_area_refresh (hr_chart_view_get_area (self->map));
  hr_item_table_set_list (self->table,
                          self->journey != NULL ? self->journey->touchpoints : NULL);
  hr_journey_figures_open (self->figures, hr_page_get_document (HR_PAGE (self)),
                           self->segment, self->version);
}

gboolean
hr_journeys_page_has_redesign (HrJourneysPage *self)
{
  return self->segment != NULL && hr_plan_find_journey (get_plan (self), self->segment,
                                                        HR_JOURNEY_REDESIGNED) != NULL;
}

static void
set_version (HrJourneysPage *self, HrJourneyVersion version)
{
  self->version = version;
  adw_toggle_group_set_active (self->versions, version == HR_JOURNEY_REDESIGNED);
}

void
hr_journeys_page_refresh (HrJourneysPage *self)
{
  HR_PAGE_GET_CLASS (self)->update (HR_PAGE (self),
                                    hr_page_get_document (HR_PAGE (self)));
}

static void
segment_chosen_cb (HrJourneysPage *self)
{
  HrSegment *segment = gtk_drop_down_get_selected_item (self->segment_choice);

  if (!g_set_object (&self->segment, segment))
    return;
  set_version (self, HR_JOURNEY_CURRENT);
  show_journey (self);
  hr_journeys_page_refresh (self);
}

static void
version_chosen_cb (HrJourneysPage *self)
{
  HrJourneyVersion version = adw_toggle_group_get_active (self->versions) == 1
                                 ? HR_JOURNEY_REDESIGNED
                                 : HR_JOURNEY_CURRENT;

  if (version == self->version || self->segment == NULL)
    return;
  self->version = version;
  show_journey (self);
  hr_journeys_page_refresh (self);
}

gboolean
hr_journeys_page_choose (HrJourneysPage *self, gpointer segment)
{
  guint n;

  if (segment == NULL || !hr_list_get_position (get_plan (self)->segments, segment, &n))
    return FALSE;
  gtk_drop_down_set_selected (self->segment_choice, n);
  return TRUE;
}

static HrHistory *
get_history (HrJourneysPage *self)
{
  return hr_document_get_history (hr_page_get_document (HR_PAGE (self)));
}

static void
hr_journeys_page_add (HrPage *page)
{
  HrJourneysPage *self = HR_JOURNEYS_PAGE (page);
  HrHistory *history = get_history (self);
  HrPlan *plan = get_plan (self);
  HrTouchpoint *touchpoint;
  g_autoptr (GError) error = NULL;

  if (self->segment == NULL)
    return;

  hr_history_begin (history, _ ("Add touchpoint"));
  if (self->journey == NULL)
    {
      g_autoptr (HrJourney) journey = hr_item_new (HR_TYPE_JOURNEY, NULL);

      g_object_set (journey, "segment", hr_item_get_id (self->segment), "version",
                    self->version, NULL);
      if (!hr_history_insert (history, plan->journeys, hr_list_get_n (plan->journeys),
                              journey, &error))
        g_critical ("%s", error->message);
      show_journey (self);
    }

  touchpoint = hr_item_table_add (self->table, &error);
  hr_history_end (history);
  hr_journeys_page_refresh (
      self); /* now, and not with the next frame: the row has to be there */
  if (touchpoint != NULL && is_map (self))
    hr_chart_view_edit (self->map, touchpoint, "name");
  else if (touchpoint != NULL)
    hr_item_table_edit_new (self->table, touchpoint);
  else
    hr_page_refuse (HR_PAGE (self), error);
}

static void
refused_cb (HrJourneysPage *self, const GError *error)
{
  hr_page_refuse (HR_PAGE (self), error);
}

static void
hr_journeys_page_open (HrPage *page, HrDocument *document)
{
  HrJourneysPage *self = HR_JOURNEYS_PAGE (page);
  HrPlan *plan = hr_document_get_plan (document);
  g_autoptr (GtkExpression) name =
      gtk_property_expression_new (HR_TYPE_SEGMENT, NULL, "name");

  hr_item_table_set_document (self->table, document);
  hr_chart_view_set_document (self->map, document);
  gtk_drop_down_set_expression (self->segment_choice, name);
  hr_drop_down_set_up (self->segment_choice);
  gtk_drop_down_set_model (self->segment_choice, G_LIST_MODEL (plan->segments));
  segment_chosen_cb (self);
}

static void
hr_journeys_page_update (HrPage *page, HrDocument *document)
{
  HrJourneysPage *self = HR_JOURNEYS_PAGE (page);
  HrJourney *journey;

  if (!hr_journeys_page_has_redesign (self))
    set_version (self, HR_JOURNEY_CURRENT);
  hr_journeys_page_show_comparison (self);
  gtk_widget_set_visible (GTK_WIDGET (self->versions),
                          hr_journeys_page_has_redesign (self));
  journey = find_journey (self);
  if (journey != self->journey) /* undone, redone, or made elsewhere */
    show_journey (self);
  gtk_widget_set_sensitive (self->add_button, self->segment != NULL);
  gtk_stack_set_visible_child_name (self->titles,
                                    self->segment == NULL ? "title" : "choice");
  gtk_stack_set_visible_child_name (
      self->states,
      self->segment == NULL ? "no-segments"
      : !hr_journeys_page_has_redesign (self) &&
              (self->journey == NULL || hr_list_get_n (journey->touchpoints) == 0)
          ? "no-journey"
          : "journey");
  if (journey == NULL)
    return;

  hr_item_table_update (self->table);
  hr_journey_figures_update (self->figures);
}

static gboolean
hr_journeys_page_go_to (HrPage *page, gpointer item, const char *property)
{
  HrJourneysPage *self = HR_JOURNEYS_PAGE (page);
  HrPlan *plan = get_plan (self);
  HrJourney *journey;

  if (!HR_IS_TOUCHPOINT (item) && !HR_IS_JOURNEY (item))
    return FALSE;

  journey = HR_IS_JOURNEY (item) ? item : find_owner (plan, item);
  if (journey == NULL ||
      !hr_journeys_page_choose (self,
                                hr_plan_find (plan, HR_TYPE_SEGMENT, journey->segment)))
    return FALSE;
  adw_toggle_group_set_active (self->versions, journey->version == HR_JOURNEY_REDESIGNED);
  hr_journeys_page_refresh (self);
  if (item == journey)
    return TRUE;
  adw_toggle_group_set_active_name (self->views, "table");
  return hr_item_table_go_to (self->table, item, property);
}

/* Nothing has to be changed for somebody to have gone through it. */
static void
review_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  HrJourneysPage *self = HR_JOURNEYS_PAGE (widget);
  g_autofree char *today = hr_date_to_text (hr_date_today ());
  g_autoptr (GError) error = NULL;

  if (self->journey == NULL)
    return;
  if (hr_document_edit (hr_page_get_document (HR_PAGE (self)), self->journey, "reviewed",
                        today, &error))
    gtk_widget_activate_action (widget, "win.toast", "s", _ ("Reviewed today"));
  else
    hr_page_refuse (HR_PAGE (self), error);
}

static void
template_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  HrJourneysPage *self = HR_JOURNEYS_PAGE (widget);
  HrHistory *history = hr_document_get_history (hr_page_get_document (HR_PAGE (self)));
  g_autoptr (GError) error = NULL;
  HrTemplate template;

  if (self->segment == NULL ||
      !hr_template_find (g_variant_get_string (parameter, NULL), &template))
    return;
  if (!hr_template_apply (template, history, self->segment, _ ("Start from a template"),
                          &error))
    {
      hr_page_refuse (HR_PAGE (self), error);
      return;
    }
  hr_journeys_page_refresh (self);
  gtk_widget_activate_action (widget, "win.toast", "s",
                              _ ("Taken from the template; its figures are assumed"));
}

static void
hr_journeys_page_dispose (GObject *object)
{
  HrJourneysPage *self = HR_JOURNEYS_PAGE (object);

  g_clear_object (&self->segment);
  g_clear_object (&self->journey);
  g_clear_object (&self->table);
  g_clear_pointer (&self->diff, hr_journey_diff_free);

  G_OBJECT_CLASS (hr_journeys_page_parent_class)->dispose (object);
}

static void
hr_journeys_page_get_property (GObject *object,
                               guint prop_id,
                               GValue *value,
                               GParamSpec *pspec)
{
  HrJourneysPage *self = HR_JOURNEYS_PAGE (object);

  if (prop_id == PROP_COMPARING)
    g_value_set_boolean (value, adw_overlay_split_view_get_show_sidebar (self->split));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
hr_journeys_page_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  HrJourneysPage *self = HR_JOURNEYS_PAGE (object);

  if (prop_id == PROP_COMPARING)
    adw_overlay_split_view_set_show_sidebar (self->split, g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
comparing_cb (HrJourneysPage *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COMPARING]);
}

static void
hr_journeys_page_class_init (HrJourneysPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hr_journeys_page_dispose;
  object_class->get_property = hr_journeys_page_get_property;
  object_class->set_property = hr_journeys_page_set_property;
  props[PROP_COMPARING] = g_param_spec_boolean (
      "comparing", NULL, NULL, FALSE,
      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  HR_PAGE_CLASS (klass)->open = hr_journeys_page_open;
  HR_PAGE_CLASS (klass)->update = hr_journeys_page_update;
  HR_PAGE_CLASS (klass)->add = hr_journeys_page_add;
  HR_PAGE_CLASS (klass)->go_to = hr_journeys_page_go_to;

  gtk_widget_class_install_action (widget_class, "journey.review", NULL, review_action);
  gtk_widget_class_install_action (widget_class, "journey.template", "s",
                                   template_action);
  g_type_ensure (HR_TYPE_CHART_VIEW);
  g_type_ensure (HR_TYPE_GRID);
  g_type_ensure (HR_TYPE_GRID_FIND_BAR);
  g_type_ensure (HR_TYPE_JOURNEY_FIGURES);
  g_type_ensure (HR_TYPE_REDESIGN_PANE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               HR_RESOURCE ("hr-journeys-page.ui"));
  hr_journeys_page_install_redesign (widget_class);
  gtk_widget_class_bind_template_child (widget_class, HrJourneysPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, HrJourneysPage, segment_choice);
  gtk_widget_class_bind_template_child (widget_class, HrJourneysPage, titles);
  gtk_widget_class_bind_template_child (widget_class, HrJourneysPage, states);
  gtk_widget_class_bind_template_child (widget_class, HrJourneysPage, grid);
  gtk_widget_class_bind_template_child (widget_class, HrJourneysPage, find_bar);
  gtk_widget_class_bind_template_child (widget_class, HrJourneysPage, versions);
  gtk_widget_class_bind_template_child (widget_class, HrJourneysPage, views);
  gtk_widget_class_bind_template_child (widget_class, HrJourneysPage, view_stack);
  gtk_widget_class_bind_template_child (widget_class, HrJourneysPage, map);
  gtk_widget_class_bind_template_child (widget_class, HrJourneysPage, lanes);
  gtk_widget_class_bind_template_child (widget_class, HrJourneysPage, figures);
  gtk_widget_class_bind_template_child (widget_class, HrJourneysPage, menu);
  gtk_widget_class_bind_template_child (widget_class, HrJourneysPage, split);
  gtk_widget_class_bind_template_child (widget_class, HrJourneysPage, pane);
  gtk_widget_class_bind_template_child (widget_class, HrJourneysPage, redesign_button);
  gtk_widget_class_bind_template_child (widget_class, HrJourneysPage, compare_button);
  gtk_widget_class_bind_template_callback (widget_class, version_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, lanes_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, wide_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, tight_cb);
  gtk_widget_class_bind_template_callback (widget_class, refused_cb);
  gtk_widget_class_bind_template_callback (widget_class, segment_chosen_cb);
}

static void
hr_journeys_page_init (HrJourneysPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hr_focus_keep (GTK_WIDGET (self->split));
  hr_drop_down_set_up (self->lanes);
  self->table = hr_item_table_new (self->grid, HR_TYPE_TOUCHPOINT);
  hr_item_table_set_make_func (self->table, make_cb, self);
  hr_item_table_set_section_field (self->table, "stage");
  hr_item_table_set_hint_field (self->table, "channel");
  hr_grid_set_section_func (self->grid, get_section_cb, self);
  hr_grid_set_row_menu (self->grid, self->menu);
  hr_grid_find_bar_set_grid (self->find_bar, self->grid);
  add_columns (self);
  hr_chart_area_set_chart (hr_chart_view_get_area (self->map), &hr_journey_map,
                           get_map_cb, self);
  g_signal_connect_object (self->split, "notify::show-sidebar", G_CALLBACK (comparing_cb),
                           self, G_CONNECT_SWAPPED);
  hr_journeys_page_init_redesign (self);
  hr_grid_remember (self->grid, g_settings_new (APP_ID), "journeys-columns");
}
