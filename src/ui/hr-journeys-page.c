/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-journeys-page.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "hr-format.h"
#include "hr-item-column.h"
#include "hr-journey-figures.h"
#include "hr-references.h"
#include "hr-resource.h"
#include "hr-stage-header.h"
#include "hr-window.h"

/**
 * HrJourneysPage:
 *
 * The touchpoints of a segment as a table that drives the figures under it.
 */
struct _HrJourneysPage
{
  HrPage parent_instance;

  HrSegment *segment; /* (owned) (nullable): whose journey is shown */
  HrJourney *journey; /* (owned) (nullable) */
  HrJourneyVersion version;
  HrTouchpoint *removed;        /* (owned) (nullable): last removed here */
  const char *removed_property; /* the column that had the focus then */

  GtkWidget *add_button;
  GtkDropDown *segment_choice;
  GtkStack *states;
  GtkColumnView *table;
  GtkSingleSelection *selection;
  GtkSortListModel *sorted;
  AdwToggleGroup *versions;
  HrJourneyFigures *figures;
  GtkWidget *menu;
};

G_DEFINE_FINAL_TYPE (HrJourneysPage, hr_journeys_page, HR_TYPE_PAGE)

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

static char *
hours_to_text (HrDocument *document, gpointer item, double *share)
{
  HrPlan *plan = hr_document_get_plan (document);
  HrJourney *journey = find_owner (plan, item);
  HrSegment *segment =
      journey != NULL ? hr_plan_find (plan, HR_TYPE_SEGMENT, journey->segment) : NULL;
  const HrSegmentCapacity *answer = NULL;
  HrReason reason;
  double hours;

  if (segment != NULL)
    answer = hr_capacity_find_segment (
        hr_document_get_version (document, journey->version), segment);
  if (answer == NULL)
    return g_strdup (HR_NO_ANSWER);

  hours = hr_touchpoint_get_hours (item, plan, segment, answer->customers, &reason);
  *share = hours / answer->workload_hours;
  return hr_format_hours (hours);
}

static void
add_columns (HrJourneysPage *self, HrDocument *document)
{
  static const struct
  {
    const char *property;
    const char *title;
    int width;
  } columns[] = {
    { "name", N_ ("Touchpoint"), 260 },
    { "kind", N_ ("Kind"), 104 },
    { "times", N_ ("Times"), 64 },
    { "per", N_ ("Per"), 96 },
    { "prep-minutes", N_ ("Prep (min)"), 92 },
    { "delivery-minutes", N_ ("Delivery (min)"), 112 },
    { "follow-up-minutes", N_ ("Follow-up (min)"), 124 },
    { "reach", N_ ("Reach"), 72 },
    { "staff", N_ ("Staff"), 60 },
    { "role", N_ ("Role"), 116 },
    { "stage", N_ ("Stage"), 140 },
    { "personas", N_ ("Personas"), 170 },
    { "channel", N_ ("Channel"), 110 },
    { "value", N_ ("Value"), 64 },
    { "sentiment", N_ ("Sentiment"), 88 },
    { "friction", N_ ("Friction"), 76 },
    { "notes", N_ ("Notes"), 200 },
  };
  g_autoptr (GtkColumnViewColumn) hours =
      hr_computed_column_new (document, hours_to_text, _ ("Hours per Customer and Year"));

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = hr_item_column_new (
          document, HR_TYPE_TOUCHPOINT, columns[i].property, _ (columns[i].title));

      gtk_column_view_column_set_fixed_width (column, columns[i].width);
      gtk_column_view_append_column (self->table, column);
      if (i == 0)
        {
          gtk_column_view_column_set_fixed_width (hours, 190);
          gtk_column_view_append_column (self->table, hours);
        }
    }
  hr_item_table_finish (self->table, HR_TYPE_TOUCHPOINT);
}

static void
remove_columns (HrJourneysPage *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->table);

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->table, column);
    }
}

static guint
get_stage_order (HrPlan *plan, const HrTouchpoint *touchpoint)
{
  HrStage *stage = hr_plan_find (plan, HR_TYPE_STAGE, touchpoint->stage);
  guint position = G_MAXUINT;

  if (stage != NULL)
    hr_list_get_position (plan->stages, stage, &position);
  return position;
}

static int
compare_stages (gconstpointer a, gconstpointer b, gpointer user_data)
{
  guint left = get_stage_order (user_data, a), right = get_stage_order (user_data, b);

  return left < right ? -1 : left > right;
}

static HrJourney *
find_journey (HrJourneysPage *self)
{
  if (self->segment == NULL)
    return NULL;
  return hr_plan_find_journey (get_plan (self), self->segment, self->version);
}

/* A table scrolls to its first row, and hides the header above it. */
static gboolean
scroll_up_cb (GtkWidget *table, GdkFrameClock *clock, gpointer user_data)
{
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (table)), 0);
  return G_SOURCE_REMOVE;
}

static void
show_journey (HrJourneysPage *self)
{
  g_set_object (&self->journey, find_journey (self));
  gtk_sort_list_model_set_model (
      self->sorted,
      self->journey != NULL ? G_LIST_MODEL (self->journey->touchpoints) : NULL);
  gtk_widget_add_tick_callback (GTK_WIDGET (self->table), scroll_up_cb, NULL, NULL);
  hr_journey_figures_open (self->figures, hr_page_get_document (HR_PAGE (self)),
                           self->segment, self->version);
}

static gboolean
has_redesign (HrJourneysPage *self)
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

static void
update (HrJourneysPage *self)
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
  update (self);
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
  update (self);
}

static void
show_touchpoint (HrJourneysPage *self,
                 HrTouchpoint *touchpoint,
                 const char *property,
                 gboolean edit)
{
  GListModel *rows = G_LIST_MODEL (self->selection);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (HrTouchpoint) row = g_list_model_get_item (rows, i);

      if (row == touchpoint)
        {
          hr_item_table_go_to (self->table, i, property, edit);
          return;
        }
    }
}

static void
hr_journeys_page_add (HrPage *page)
{
  HrJourneysPage *self = HR_JOURNEYS_PAGE (page);
  HrHistory *history = hr_document_get_history (hr_page_get_document (HR_PAGE (self)));
  HrTouchpoint *selected = gtk_single_selection_get_selected_item (self->selection);
  HrPlan *plan = get_plan (self);
  g_autoptr (HrTouchpoint) touchpoint = hr_item_new (HR_TYPE_TOUCHPOINT, NULL);
  g_autoptr (GError) error = NULL;
  guint position;

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

  position = hr_list_get_n (self->journey->touchpoints);
  g_object_set (touchpoint, "name", _ ("New Touchpoint"), "role",
                self->segment->book_role, "stage",
                selected != NULL ? selected->stage : NULL, NULL);
  if (selected != NULL &&
      hr_list_get_position (self->journey->touchpoints, selected, &position))
    position++;
  if (!hr_history_insert (history, self->journey->touchpoints, position, touchpoint,
                          &error))
    hr_page_refuse (HR_PAGE (self), error);
  hr_history_end (history);
  update (self); /* now, and not with the next frame: the row has to be there */
  show_touchpoint (self, touchpoint, "name", TRUE);
}

static void
remove_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  HrJourneysPage *self = HR_JOURNEYS_PAGE (widget);
  HrHistory *history = hr_document_get_history (hr_page_get_document (HR_PAGE (self)));
  HrTouchpoint *selected = gtk_single_selection_get_selected_item (self->selection);
  guint row = gtk_single_selection_get_selected (self->selection), position, n;
  const char *property;

  /* Where a cell is edited, Delete is its own. */
  if (!hr_item_table_find_focus (self->table, &property) || selected == NULL ||
      !hr_list_get_position (self->journey->touchpoints, selected, &position))
    return;

  hr_window_toast_removed (HR_WINDOW (gtk_widget_get_root (widget)), selected->name);
  g_set_object (&self->removed, selected);
  self->removed_property = property;
  hr_history_remove (history, self->journey->touchpoints, position);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  if (n > 0)
    hr_item_table_go_to (self->table, MIN (row, n - 1), property, FALSE);
}

/* What was removed is back: so is the focus. */
static void
show_removed (HrJourneysPage *self)
{
  guint position;

  if (self->removed == NULL || self->journey == NULL ||
      !hr_list_get_position (self->journey->touchpoints, self->removed, &position))
    return;
  show_touchpoint (self, self->removed, self->removed_property, FALSE);
  g_clear_object (&self->removed);
}

/* Moves among the touchpoints of the same stage: others stand elsewhere in the table. */
static void
move_selected (HrJourneysPage *self, int step)
{
  HrHistory *history = hr_document_get_history (hr_page_get_document (HR_PAGE (self)));
  guint row = gtk_single_selection_get_selected (self->selection), from, to;
  const char *property;
  HrTouchpoint *selected = gtk_single_selection_get_selected_item (self->selection);
  g_autoptr (HrTouchpoint) other = NULL;

  if (selected == NULL || (step < 0 && row == 0))
    return;
  other = g_list_model_get_item (G_LIST_MODEL (self->selection), row + (guint) step);
  if (other == NULL || other->stage != selected->stage)
    return;

  hr_item_table_find_focus (self->table, &property);
  hr_list_get_position (self->journey->touchpoints, selected, &from);
  hr_list_get_position (self->journey->touchpoints, other, &to);
  hr_history_move (history, self->journey->touchpoints, from, to);
  show_touchpoint (self, selected, property, FALSE);
}

static void
move_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  move_selected (HR_JOURNEYS_PAGE (widget), g_variant_get_int32 (parameter));
}

static void
open_menu (HrJourneysPage *self, GtkWidget *from, double x, double y)
{
  graphene_point_t point;

  if (!gtk_widget_compute_point (from, GTK_WIDGET (self),
                                 &GRAPHENE_POINT_INIT ((float) x, (float) y), &point))
    return;
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                               &(GdkRectangle) { (int) point.x, (int) point.y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* The menu is about the row under the pointer, so that one takes the focus. */
static void
menu_pressed_cb (HrJourneysPage *self, int n_press, double x, double y)
{
  GtkWidget *at = gtk_widget_pick (GTK_WIDGET (self->table), x, y, GTK_PICK_DEFAULT);
  const char *property;

  if (at == NULL || !gtk_widget_grab_focus (at) ||
      !hr_item_table_find_focus (self->table, &property))
    return;
  open_menu (self, GTK_WIDGET (self->table), x, y);
}

static void
menu_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  HrJourneysPage *self = HR_JOURNEYS_PAGE (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  const char *property;

  if (hr_item_table_find_focus (self->table, &property))
    open_menu (self, focus, gtk_widget_get_width (focus) / 2.0,
               gtk_widget_get_height (focus));
}

static void
header_setup_cb (HrJourneysPage *self, GtkListHeader *header)
{
  gtk_list_header_set_child (header, hr_stage_header_new ());
}

static void
header_bind_cb (HrJourneysPage *self, GtkListHeader *header)
{
  HrTouchpoint *first = gtk_list_header_get_item (header);
  HrPlan *plan = get_plan (self);

  hr_stage_header_set (HR_STAGE_HEADER (gtk_list_header_get_child (header)),
                       hr_page_get_document (HR_PAGE (self)), self->segment,
                       self->version, hr_plan_find (plan, HR_TYPE_STAGE, first->stage));
}

static void
header_unbind_cb (HrJourneysPage *self, GtkListHeader *header)
{
  hr_stage_header_set (HR_STAGE_HEADER (gtk_list_header_get_child (header)), NULL, NULL,
                       HR_JOURNEY_CURRENT, NULL);
}

static void
hr_journeys_page_open (HrPage *page, HrDocument *document)
{
  HrJourneysPage *self = HR_JOURNEYS_PAGE (page);
  HrPlan *plan = hr_document_get_plan (document);
  GtkSorter *sorter = GTK_SORTER (
      gtk_custom_sorter_new (compare_stages, g_object_ref (plan), g_object_unref));
  g_autoptr (GtkExpression) name =
      gtk_property_expression_new (HR_TYPE_SEGMENT, NULL, "name");

  remove_columns (self);
  add_columns (self, document);
  gtk_sort_list_model_set_section_sorter (self->sorted, sorter);
  g_object_unref (sorter);
  gtk_drop_down_set_expression (self->segment_choice, name);
  gtk_drop_down_set_model (self->segment_choice, G_LIST_MODEL (plan->segments));
  segment_chosen_cb (self);
}

static void
hr_journeys_page_update (HrPage *page, HrDocument *document)
{
  HrJourneysPage *self = HR_JOURNEYS_PAGE (page);
  GtkSorter *sorter = gtk_sort_list_model_get_section_sorter (self->sorted);
  HrJourney *journey;

  if (!has_redesign (self))
    set_version (self, HR_JOURNEY_CURRENT);
  gtk_widget_set_visible (GTK_WIDGET (self->versions), has_redesign (self));
  journey = find_journey (self);
  if (journey != self->journey) /* undone, redone, or made elsewhere */
    show_journey (self);
  gtk_widget_set_sensitive (self->add_button, self->segment != NULL);
  gtk_stack_set_visible_child_name (
      self->states, self->segment == NULL ? "no-segments"
                    : self->journey == NULL || hr_list_get_n (journey->touchpoints) == 0
                        ? "no-journey"
                        : "journey");
  if (journey == NULL)
    return;

  gtk_sorter_changed (sorter, GTK_SORTER_CHANGE_DIFFERENT);
  hr_journey_figures_update (self->figures);
  show_removed (self);
}

static gboolean
hr_journeys_page_go_to (HrPage *page, gpointer item, const char *property)
{
  HrJourneysPage *self = HR_JOURNEYS_PAGE (page);
  HrPlan *plan = get_plan (self);
  HrJourney *journey;
  gpointer segment;
  guint n;

  if (!HR_IS_TOUCHPOINT (item))
    return FALSE;

  journey = find_owner (plan, item);
  segment =
      journey != NULL ? hr_plan_find (plan, HR_TYPE_SEGMENT, journey->segment) : NULL;
  if (segment == NULL || !hr_list_get_position (plan->segments, segment, &n))
    return FALSE;
  gtk_drop_down_set_selected (self->segment_choice, n);
  adw_toggle_group_set_active (self->versions, journey->version == HR_JOURNEY_REDESIGNED);
  update (self);
  show_touchpoint (self, item, property, FALSE);
  return TRUE;
}

static void
hr_journeys_page_dispose (GObject *object)
{
  HrJourneysPage *self = HR_JOURNEYS_PAGE (object);

  g_clear_object (&self->segment);
  g_clear_object (&self->journey);
  g_clear_object (&self->removed);
  g_clear_pointer (&self->menu, gtk_widget_unparent);

  G_OBJECT_CLASS (hr_journeys_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "journey.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "journey.move", "i", move_action);
  gtk_widget_class_install_action (widget_class, "journey.menu", NULL, menu_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "journey.menu",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK,
                                       "journey.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK,
                                       "journey.move", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK,
                                       "journey.move", "i", 1);
}

static void
hr_journeys_page_class_init (HrJourneysPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hr_journeys_page_dispose;
  HR_PAGE_CLASS (klass)->open = hr_journeys_page_open;
  HR_PAGE_CLASS (klass)->update = hr_journeys_page_update;
  HR_PAGE_CLASS (klass)->add = hr_journeys_page_add;
  HR_PAGE_CLASS (klass)->go_to = hr_journeys_page_go_to;

  g_type_ensure (HR_TYPE_JOURNEY_FIGURES);
  install_actions (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               HR_RESOURCE ("hr-journeys-page.ui"));
  gtk_widget_class_bind_template_child (widget_class, HrJourneysPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, HrJourneysPage, segment_choice);
  gtk_widget_class_bind_template_child (widget_class, HrJourneysPage, states);
  gtk_widget_class_bind_template_child (widget_class, HrJourneysPage, table);
  gtk_widget_class_bind_template_child (widget_class, HrJourneysPage, selection);
  gtk_widget_class_bind_template_child (widget_class, HrJourneysPage, sorted);
  gtk_widget_class_bind_template_child (widget_class, HrJourneysPage, versions);
  gtk_widget_class_bind_template_child (widget_class, HrJourneysPage, figures);
  gtk_widget_class_bind_template_child (widget_class, HrJourneysPage, menu);
  gtk_widget_class_bind_template_callback (widget_class, version_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, menu_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, segment_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, header_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, header_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, header_unbind_cb);
}

static void
hr_journeys_page_init (HrJourneysPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
}
