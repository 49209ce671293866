/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-journeys-page.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "hr-explanation.h"
#include "hr-format.h"
#include "hr-item-column.h"
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
  double first_fte;   /* people needed when the journey was opened */

  GtkWidget *add_button;
  GtkDropDown *segment_choice;
  GtkStack *states;
  GtkColumnView *table;
  GtkSingleSelection *selection;
  GtkSortListModel *sorted;
  GtkLabel *hours_label;
  GtkLabel *customers_label;
  GtkLabel *people_label;
  GtkLabel *arr_label;
};

G_DEFINE_FINAL_TYPE (HrJourneysPage, hr_journeys_page, HR_TYPE_PAGE)

static HrPlan *
get_plan (HrJourneysPage *self)
{
  return hr_document_get_plan (hr_page_get_document (HR_PAGE (self)));
}

static const HrSegmentCapacity *
find_capacity (HrDocument *document, const HrSegment *segment)
{
  return hr_capacity_find_segment (hr_document_get_capacity (document), segment);
}

/* Which segment a touchpoint serves: rows do not know, the journey does. */
static const HrSegment *
find_segment (HrPlan *plan, gpointer touchpoint)
{
  for (guint i = 0; i < hr_list_get_n (plan->journeys); i++)
    {
      HrJourney *journey = hr_list_get (plan->journeys, i);
      guint position;

      if (hr_list_get_position (journey->touchpoints, touchpoint, &position))
        return hr_plan_find (plan, HR_TYPE_SEGMENT, journey->segment);
    }
  return NULL;
}

static char *
hours_to_text (HrDocument *document, gpointer item, double *share)
{
  const HrSegment *segment = find_segment (hr_document_get_plan (document), item);
  const HrSegmentCapacity *answer = find_capacity (document, segment);
  HrReason reason;
  double hours;

  if (answer == NULL)
    return g_strdup (HR_NO_ANSWER);

  hours = hr_touchpoint_get_hours (item, hr_document_get_plan (document), segment,
                                   answer->customers, &reason);
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
    { "name", N_ ("Touchpoint"), 220 },
    { "stage", N_ ("Stage"), 130 },
    { "kind", N_ ("Kind"), 110 },
    { "times", N_ ("Times"), 70 },
    { "per", N_ ("Per"), 90 },
    { "prep-minutes", N_ ("Prep (min)"), 90 },
    { "delivery-minutes", N_ ("Delivery (min)"), 110 },
    { "follow-up-minutes", N_ ("Follow-up (min)"), 120 },
    { "reach", N_ ("Reach"), 80 },
    { "staff", N_ ("Staff"), 70 },
    { "role", N_ ("Role"), 120 },
    { "personas", N_ ("Personas"), 150 },
    { "channel", N_ ("Channel"), 100 },
    { "value", N_ ("Value"), 70 },
    { "sentiment", N_ ("Sentiment"), 90 },
    { "friction", N_ ("Friction"), 80 },
    { "notes", N_ ("Notes"), 160 },
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
        gtk_column_view_append_column (self->table, hours);
    }
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
  return hr_plan_find_journey (get_plan (self), self->segment, HR_JOURNEY_CURRENT);
}

static void
show_journey (HrJourneysPage *self)
{
  HrDocument *document = hr_page_get_document (HR_PAGE (self));
  const HrSegmentCapacity *answer = find_capacity (document, self->segment);

  g_set_object (&self->journey, find_journey (self));
  gtk_sort_list_model_set_model (
      self->sorted,
      self->journey != NULL ? G_LIST_MODEL (self->journey->touchpoints) : NULL);
  self->first_fte = answer != NULL ? answer->book.fte : NAN;
}

static void
segment_chosen_cb (HrJourneysPage *self)
{
  HrSegment *segment = gtk_drop_down_get_selected_item (self->segment_choice);

  if (!g_set_object (&self->segment, segment))
    return;
  show_journey (self);
  HR_PAGE_GET_CLASS (self)->update (HR_PAGE (self),
                                    hr_page_get_document (HR_PAGE (self)));
}

static void
show_people (HrJourneysPage *self, const HrBook *book)
{
  g_autofree char *people = hr_format_people (book->fte);
  g_autofree char *change = hr_format_number (book->fte - self->first_fte, 1);
  g_autofree char *text = NULL;

  if (book->reason != HR_REASON_NONE)
    text = g_strdup_printf ("%s %s", HR_NO_ANSWER, hr_reason_to_text (book->reason));
  else if (fabs (book->fte - self->first_fte) >= 0.05)
    text = g_strdup_printf (_ ("%s people (%s%s since opened)"), people,
                            book->fte > self->first_fte ? "+" : "", change);
  else
    text = g_strdup_printf (_ ("%s people"), people);
  gtk_label_set_text (self->people_label, text);
}

static void
show_footer (HrJourneysPage *self, const HrSegmentCapacity *answer)
{
  const char *currency = get_plan (self)->currency;
  const HrBook *book = &answer->book;
  const HrRoleNeed *need = NULL;
  const char *role = book->role != NULL ? book->role->name : _ ("person");
  g_autofree char *hours = hr_format_hours (answer->workload_hours);
  g_autofree char *factor = hr_format_number (answer->segment->complexity, 2);
  g_autofree char *arr = hr_format_money_compact (book->arr_per_fte, currency);
  g_autofree char *benchmark =
      hr_format_money_compact (answer->segment->limits.arr_per_fte == HR_MONEY_NONE
                                   ? NAN
                                   : answer->segment->limits.arr_per_fte / 100.0,
                               currency);
  g_autofree char *customers = NULL, *text = NULL;

  for (guint i = 0; i < answer->n_needs; i++)
    if (answer->needs[i].role == book->role)
      need = &answer->needs[i];

  text = g_strdup_printf (_ ("%s h per customer and year, ×%s"), hours, factor);
  gtk_label_set_text (self->hours_label, text);
  g_clear_pointer (&text, g_free);
  customers = hr_format_customers_per_fte (need != NULL ? need->customers_per_fte : NAN);
  text = g_strdup_printf (_ ("%s customers per %s"), customers, role);
  gtk_label_set_text (self->customers_label, text);
  g_clear_pointer (&text, g_free);
  show_people (self, book);
  text = g_strdup_printf (_ ("%s ARR per %s · benchmark %s"), arr, role, benchmark);
  gtk_label_set_text (self->arr_label, text);
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

      g_object_set (journey, "segment", hr_item_get_id (self->segment), NULL);
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
  hr_page_go_to (HR_PAGE (self), touchpoint, "name");
}

static void
remove_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  HrJourneysPage *self = HR_JOURNEYS_PAGE (widget);
  HrHistory *history = hr_document_get_history (hr_page_get_document (HR_PAGE (self)));
  HrTouchpoint *selected = gtk_single_selection_get_selected_item (self->selection);
  guint position;

  if (selected == NULL ||
      !hr_list_get_position (self->journey->touchpoints, selected, &position))
    return;

  hr_window_toast_removed (HR_WINDOW (gtk_widget_get_root (widget)), selected->name);
  hr_history_remove (history, self->journey->touchpoints, position);
}

/* Moves among the touchpoints of the same stage: others stand elsewhere in the table. */
static void
move_selected (HrJourneysPage *self, int step)
{
  HrHistory *history = hr_document_get_history (hr_page_get_document (HR_PAGE (self)));
  guint row = gtk_single_selection_get_selected (self->selection), from, to;
  HrTouchpoint *selected = gtk_single_selection_get_selected_item (self->selection);
  g_autoptr (HrTouchpoint) other = NULL;

  if (selected == NULL || (step < 0 && row == 0))
    return;
  other = g_list_model_get_item (G_LIST_MODEL (self->selection), row + (guint) step);
  if (other == NULL || other->stage != selected->stage)
    return;

  hr_list_get_position (self->journey->touchpoints, selected, &from);
  hr_list_get_position (self->journey->touchpoints, other, &to);
  hr_history_move (history, self->journey->touchpoints, from, to);
  hr_page_go_to (HR_PAGE (self), selected, NULL);
}

static void
move_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  move_selected (HR_JOURNEYS_PAGE (widget), g_variant_get_int32 (parameter));
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
                       hr_plan_find (plan, HR_TYPE_STAGE, first->stage));
}

static void
header_unbind_cb (HrJourneysPage *self, GtkListHeader *header)
{
  hr_stage_header_set (HR_STAGE_HEADER (gtk_list_header_get_child (header)), NULL, NULL,
                       NULL);
}

static void
hr_journeys_page_open (HrPage *page, HrDocument *document)
{
  HrJourneysPage *self = HR_JOURNEYS_PAGE (page);
  HrPlan *plan = hr_document_get_plan (document);
  GtkSorter *sorter = GTK_SORTER (
      gtk_custom_sorter_new (compare_stages, g_object_ref (plan), g_object_unref));

  remove_columns (self);
  add_columns (self, document);
  gtk_sort_list_model_set_section_sorter (self->sorted, sorter);
  g_object_unref (sorter);
  gtk_drop_down_set_expression (
      self->segment_choice, gtk_property_expression_new (HR_TYPE_SEGMENT, NULL, "name"));
  gtk_drop_down_set_model (self->segment_choice, G_LIST_MODEL (plan->segments));
  segment_chosen_cb (self);
}

static void
hr_journeys_page_update (HrPage *page, HrDocument *document)
{
  HrJourneysPage *self = HR_JOURNEYS_PAGE (page);
  const HrSegmentCapacity *answer =
      self->segment != NULL ? find_capacity (document, self->segment) : NULL;
  GtkSorter *sorter = gtk_sort_list_model_get_section_sorter (self->sorted);
  HrJourney *journey = find_journey (self);

  if (journey != self->journey) /* undone, redone, or made elsewhere */
    show_journey (self);
  gtk_widget_set_sensitive (self->add_button, self->segment != NULL);
  gtk_stack_set_visible_child_name (
      self->states, self->segment == NULL ? "no-segments"
                    : self->journey == NULL || hr_list_get_n (journey->touchpoints) == 0
                        ? "no-journey"
                        : "journey");
  if (answer == NULL)
    return;

  gtk_sorter_changed (sorter, GTK_SORTER_CHANGE_DIFFERENT);
  show_footer (self, answer);
}

static gboolean
hr_journeys_page_go_to (HrPage *page, gpointer item, const char *property)
{
  HrJourneysPage *self = HR_JOURNEYS_PAGE (page);
  HrPlan *plan = get_plan (self);
  const HrSegment *segment;
  guint n;

  if (!HR_IS_TOUCHPOINT (item))
    return FALSE;

  segment = find_segment (plan, item);
  if (segment != NULL && segment != self->segment &&
      hr_list_get_position (plan->segments, segment, &n))
    gtk_drop_down_set_selected (self->segment_choice, n);

  n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HrTouchpoint) row =
          g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (row == item)
        gtk_column_view_scroll_to (self->table, i, NULL,
                                   GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);
    }
  return TRUE;
}

static void
hr_journeys_page_dispose (GObject *object)
{
  HrJourneysPage *self = HR_JOURNEYS_PAGE (object);

  g_clear_object (&self->segment);
  g_clear_object (&self->journey);

  G_OBJECT_CLASS (hr_journeys_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "journey.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "journey.move", "i", move_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "journey.remove",
                                       NULL);
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

  install_actions (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               HR_RESOURCE ("hr-journeys-page.ui"));
  gtk_widget_class_bind_template_child (widget_class, HrJourneysPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, HrJourneysPage, segment_choice);
  gtk_widget_class_bind_template_child (widget_class, HrJourneysPage, states);
  gtk_widget_class_bind_template_child (widget_class, HrJourneysPage, table);
  gtk_widget_class_bind_template_child (widget_class, HrJourneysPage, selection);
  gtk_widget_class_bind_template_child (widget_class, HrJourneysPage, sorted);
  gtk_widget_class_bind_template_child (widget_class, HrJourneysPage, hours_label);
  gtk_widget_class_bind_template_child (widget_class, HrJourneysPage, customers_label);
  gtk_widget_class_bind_template_child (widget_class, HrJourneysPage, people_label);
  gtk_widget_class_bind_template_child (widget_class, HrJourneysPage, arr_label);
  gtk_widget_class_bind_template_callback (widget_class, segment_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, header_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, header_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, header_unbind_cb);
}

static void
hr_journeys_page_init (HrJourneysPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
