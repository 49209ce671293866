/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-segments-page.h"

#include <glib/gi18n-lib.h>

#include "hr-focus.h"
#include "hr-format.h"
#include "hr-item-editor.h"
#include "hr-overlaps-dialog.h"
#include "hr-resource.h"
#include "hr-rule-editor.h"
#include "hr-segment-row.h"
#include "hr-split-dialog.h"
#include "hr-window.h"

/**
 * HrSegmentsPage:
 *
 * The segments in order, and the editor of the chosen one.
 */
struct _HrSegmentsPage
{
  HrPage parent_instance;

  HrSegment *segment; /* (owned) (nullable): the chosen one */
  HrSegment *removed; /* (owned) (nullable): chosen again if it comes back */
  guint position;     /* of the chosen one, for when it is gone */

  GtkStack *states;
  AdwOverlaySplitView *split;
  GtkListBox *list;
  GtkWidget *rest;
  GtkWidget *studies;
  GtkWidget *begin_split;
  AdwActionRow *unassigned;
  AdwWindowTitle *headline;
  HrItemEditor *identity_editor;
  HrItemEditor *customers_editor;
  HrRuleEditor *rule_editor;
  HrItemEditor *team_editor;
  HrItemEditor *limits_editor;
};

G_DEFINE_FINAL_TYPE (HrSegmentsPage, hr_segments_page, HR_TYPE_PAGE)

static HrList *
get_segments (HrSegmentsPage *self)
{
  return hr_document_get_plan (hr_page_get_document (HR_PAGE (self)))->segments;
}

static HrHistory *
get_history (HrSegmentsPage *self)
{
  return hr_document_get_history (hr_page_get_document (HR_PAGE (self)));
}

/* What is entered hides where the accounts are counted, and the other way round. */
static void
show_source (HrSegmentsPage *self)
{
  gboolean entered = self->segment->source == HR_SEGMENT_ENTERED;

  hr_item_editor_show_field (self->customers_editor, "customers", entered);
  hr_item_editor_show_field (self->customers_editor, "arr", entered);
  gtk_widget_set_visible (GTK_WIDGET (self->rule_editor), !entered);
}

static void
show_headline (HrSegmentsPage *self)
{
  HrDocument *document = hr_page_get_document (HR_PAGE (self));
  const HrSegmentCapacity *answer =
      self->segment == NULL
          ? NULL
          : hr_capacity_find_segment (hr_document_get_capacity (document), self->segment);
  g_autofree char *customers = NULL, *arr = NULL, *text = NULL;

  if (answer == NULL)
    return;
  customers = hr_format_number (answer->customers, 0);
  arr = hr_format_money_compact (answer->arr, hr_document_get_plan (document)->currency);
  text = g_strdup_printf (_ ("%s customers · %s ARR"), customers, arr);
  adw_window_title_set_title (self->headline, self->segment->name);
  adw_window_title_set_subtitle (self->headline, text);
}

static void
select_row (HrSegmentsPage *self)
{
  if (hr_list_get_position (get_segments (self), self->segment, &self->position))
    gtk_list_box_select_row (
        self->list, gtk_list_box_get_row_at_index (self->list, (int) self->position));
}

static void
choose (HrSegmentsPage *self, HrSegment *segment)
{
  HrDocument *document = hr_page_get_document (HR_PAGE (self));

  g_set_object (&self->segment, segment);
  hr_item_editor_set_item (self->identity_editor, document, segment);
  hr_item_editor_set_item (self->customers_editor, document, segment);
  hr_rule_editor_set_segment (self->rule_editor, document, segment);
  hr_item_editor_set_item (self->team_editor, document, segment);
  hr_item_editor_set_item (self->limits_editor, document, segment);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "segment.remove", segment != NULL);
  if (segment == NULL)
    return;

  select_row (self);
  show_source (self);
  show_headline (self);
}

/* The row for a place that the chosen segment has left. */
static HrSegment *
get_neighbour (HrSegmentsPage *self)
{
  guint n = hr_list_get_n (get_segments (self));

  return n > 0 ? hr_list_get (get_segments (self), MIN (self->position, n - 1)) : NULL;
}

/* The keyboard moves the selection: the editor goes with it. */
static void
row_selected_cb (HrSegmentsPage *self, GtkListBoxRow *row)
{
  if (row != NULL && hr_segment_row_get_segment (HR_SEGMENT_ROW (row)) != self->segment)
    choose (self, hr_segment_row_get_segment (HR_SEGMENT_ROW (row)));
}

static void
row_activated_cb (HrSegmentsPage *self, GtkListBoxRow *row)
{
  choose (self, hr_segment_row_get_segment (HR_SEGMENT_ROW (row)));
  adw_overlay_split_view_set_show_sidebar (self->split, TRUE);
}

static void
close_cb (HrSegmentsPage *self)
{
  adw_overlay_split_view_set_show_sidebar (self->split, FALSE);
}

static void
announce_place (HrSegmentsPage *self, guint position)
{
  const HrSegment *segment = hr_list_get (get_segments (self), position);
  g_autofree char *text =
      g_strdup_printf (_ ("%s is now %u of %u"), segment->name, position + 1,
                       hr_list_get_n (get_segments (self)));

  gtk_accessible_announce (GTK_ACCESSIBLE (self), text,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
move (HrSegmentsPage *self, guint from, guint to)
{
  if (from == to || to >= hr_list_get_n (get_segments (self)))
    return;
  hr_history_move (get_history (self), get_segments (self), from, to);
  select_row (self);
  announce_place (self, to);
}

static void
dropped_cb (HrSegmentRow *row, HrSegment *dragged, gboolean after, HrSegmentsPage *self)
{
  guint from, to;

  if (!hr_list_get_position (get_segments (self), dragged, &from) ||
      !hr_list_get_position (get_segments (self), hr_segment_row_get_segment (row), &to))
    return; /* from another window, or gone while it was dragged */
  if (from < to && !after)
    to--;
  else if (from > to && after)
    to++;
  move (self, from, to);
}

static GtkWidget *
make_row (gpointer item, gpointer user_data)
{
  HrSegmentsPage *self = user_data;
  GtkWidget *row = hr_segment_row_new (hr_page_get_document (HR_PAGE (self)), item);

  g_signal_connect_object (row, "dropped", G_CALLBACK (dropped_cb), self, 0);
  return row;
}

static void
hr_segments_page_add (HrPage *page)
{
  HrSegmentsPage *self = HR_SEGMENTS_PAGE (page);
  HrPlan *plan = hr_document_get_plan (hr_page_get_document (HR_PAGE (self)));
  g_autoptr (HrSegment) segment = hr_item_new (HR_TYPE_SEGMENT, NULL);
  g_autoptr (GError) error = NULL;
  const char *role = hr_list_get_n (plan->roles) > 0
                         ? hr_item_get_id (hr_list_get (plan->roles, 0))
                         : NULL;

  g_object_set (segment, "name", _ ("New Segment"), "book-role", role, "source",
                plan->portfolio != NULL ? HR_SEGMENT_ACCOUNTS : HR_SEGMENT_ENTERED, NULL);
  if (hr_history_insert (get_history (self), plan->segments,
                         hr_list_get_n (plan->segments), segment, &error))
    hr_page_go_to (HR_PAGE (self), segment, "name");
  else
    hr_page_refuse (HR_PAGE (self), error);
}

static void
remove_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  HrSegmentsPage *self = HR_SEGMENTS_PAGE (widget);
  guint position;

  if (self->segment == NULL ||
      !hr_list_get_position (get_segments (self), self->segment, &position))
    return;

  g_set_object (&self->removed, self->segment);
  hr_history_remove (get_history (self), get_segments (self), position);
  hr_window_toast_removed (HR_WINDOW (gtk_widget_get_root (widget)), self->removed->name);
  choose (self, get_neighbour (self));
}

static void
move_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  HrSegmentsPage *self = HR_SEGMENTS_PAGE (widget);
  int step = g_variant_get_int32 (parameter);
  GtkListBoxRow *row;
  gboolean focused;
  guint from;

  if (self->segment == NULL ||
      !hr_list_get_position (get_segments (self), self->segment, &from) ||
      (step < 0 && from == 0))
    return;

  row = gtk_list_box_get_row_at_index (self->list, (int) from);
  focused = gtk_widget_is_focus (GTK_WIDGET (row));
  move (self, from, from + (guint) step);
  row = gtk_list_box_get_selected_row (self->list);
  if (focused && row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
overlaps_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  adw_dialog_present (hr_overlaps_dialog_new (hr_page_get_document (HR_PAGE (widget))),
                      widget);
}

static void
split_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  adw_dialog_present (hr_split_dialog_new (hr_page_get_document (HR_PAGE (widget)), NULL),
                      widget);
}

/* Only accounts can overlap, and only their ARR can be split. */
static void
show_studies (HrSegmentsPage *self, HrDocument *document)
{
  HrPortfolio *portfolio = hr_document_get_plan (document)->portfolio;
  gboolean has_arr =
      portfolio != NULL && hr_portfolio_find_column (portfolio, HR_COLUMN_ARR) != NULL;

  gtk_widget_set_visible (self->studies, portfolio != NULL);
  gtk_widget_set_visible (self->begin_split, has_arr);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "segment.overlaps",
                                 portfolio != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "segment.split", has_arr);
}

static void
hr_segments_page_open (HrPage *page, HrDocument *document)
{
  HrSegmentsPage *self = HR_SEGMENTS_PAGE (page);
  HrList *segments = get_segments (self);

  g_clear_object (&self->removed);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (segments), make_row, self, NULL);
  choose (self, hr_list_get_n (segments) > 0 ? hr_list_get (segments, 0) : NULL);
}

static void
show_unassigned (HrSegmentsPage *self, HrDocument *document)
{
  const HrSegmentCount *rest =
      hr_segmentation_get_unassigned (hr_document_get_segmentation (document));
  g_autofree char *n = hr_format_number ((double) rest->n_accounts, 0);
  g_autofree char *arr =
      hr_format_minor (rest->arr, hr_document_get_plan (document)->currency);
  g_autofree char *text = g_strdup_printf (
      ngettext ("%s account with %s ARR: no rule matches it",
                "%s accounts with %s ARR: no rule matches them", rest->n_accounts),
      n, arr);

  adw_action_row_set_subtitle (self->unassigned, text);
  gtk_widget_set_visible (self->rest, rest->n_accounts > 0);
}

static void
hr_segments_page_update (HrPage *page, HrDocument *document)
{
  HrSegmentsPage *self = HR_SEGMENTS_PAGE (page);
  HrList *segments = get_segments (self);
  guint position;

  if (self->removed != NULL && hr_list_get_position (segments, self->removed, &position))
    {
      choose (self, self->removed);
      g_clear_object (&self->removed);
    }
  else if (self->segment == NULL ||
           !hr_list_get_position (segments, self->segment, &position))
    choose (self, get_neighbour (self));
  else
    select_row (self);
  gtk_stack_set_visible_child_name (self->states,
                                    hr_list_get_n (segments) > 0 ? "segments" : "empty");
  if (self->segment != NULL)
    show_source (self);
  show_headline (self);
  show_unassigned (self, document);
  show_studies (self, document);
}

static gboolean
hr_segments_page_go_to (HrPage *page, gpointer item, const char *property)
{
  HrSegmentsPage *self = HR_SEGMENTS_PAGE (page);
  guint position;

  if (!HR_IS_SEGMENT (item) ||
      !hr_list_get_position (get_segments (self), item, &position))
    return FALSE;

  gtk_stack_set_visible_child_name (self->states, "segments");
  choose (self, item);
  adw_overlay_split_view_set_show_sidebar (self->split, TRUE);
  if (g_strcmp0 (property, "rule") == 0)
    gtk_widget_child_focus (GTK_WIDGET (self->rule_editor), GTK_DIR_TAB_FORWARD);
  else if (!hr_item_editor_focus (self->identity_editor, property) &&
           !hr_item_editor_focus (self->customers_editor, property) &&
           !hr_item_editor_focus (self->team_editor, property))
    hr_item_editor_focus (self->limits_editor, property);
  return TRUE;
}

static void
hr_segments_page_dispose (GObject *object)
{
  g_clear_object (&HR_SEGMENTS_PAGE (object)->segment);
  g_clear_object (&HR_SEGMENTS_PAGE (object)->removed);

  G_OBJECT_CLASS (hr_segments_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "segment.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "segment.overlaps", NULL,
                                   overlaps_action);
  gtk_widget_class_install_action (widget_class, "segment.split", NULL, split_action);
  gtk_widget_class_install_action (widget_class, "segment.move", "i", move_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK,
                                       "segment.move", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK,
                                       "segment.move", "i", 1);
}

static void
hr_segments_page_class_init (HrSegmentsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hr_segments_page_dispose;
  HR_PAGE_CLASS (klass)->open = hr_segments_page_open;
  HR_PAGE_CLASS (klass)->update = hr_segments_page_update;
  HR_PAGE_CLASS (klass)->add = hr_segments_page_add;
  HR_PAGE_CLASS (klass)->go_to = hr_segments_page_go_to;

  install_actions (widget_class);
  g_type_ensure (HR_TYPE_ITEM_EDITOR);
  g_type_ensure (HR_TYPE_RULE_EDITOR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               HR_RESOURCE ("hr-segments-page.ui"));
  gtk_widget_class_bind_template_child (widget_class, HrSegmentsPage, states);
  gtk_widget_class_bind_template_child (widget_class, HrSegmentsPage, split);
  gtk_widget_class_bind_template_child (widget_class, HrSegmentsPage, list);
  gtk_widget_class_bind_template_child (widget_class, HrSegmentsPage, unassigned);
  gtk_widget_class_bind_template_child (widget_class, HrSegmentsPage, rest);
  gtk_widget_class_bind_template_child (widget_class, HrSegmentsPage, studies);
  gtk_widget_class_bind_template_child (widget_class, HrSegmentsPage, begin_split);
  gtk_widget_class_bind_template_child (widget_class, HrSegmentsPage, headline);
  gtk_widget_class_bind_template_child (widget_class, HrSegmentsPage, identity_editor);
  gtk_widget_class_bind_template_child (widget_class, HrSegmentsPage, customers_editor);
  gtk_widget_class_bind_template_child (widget_class, HrSegmentsPage, team_editor);
  gtk_widget_class_bind_template_child (widget_class, HrSegmentsPage, rule_editor);
  gtk_widget_class_bind_template_child (widget_class, HrSegmentsPage, limits_editor);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
}

static void
hr_segments_page_init (HrSegmentsPage *self)
{
  static const char *const identity[] = { "name", "colour", "engagement-model",
                                          "description", NULL };
  static const char *const customers[] = {
    "source",         "customers",  "arr", "new-customers-per-year",
    "lifetime-years", "complexity", NULL
  };
  static const char *const team[] = { "book-role", "headcount", "dedicated", NULL };
  static const char *const limits[] = { "limits-arr-per-fte", "limits-customers-per-fte",
                                        "limits-new-customers-per-month-per-fte", NULL };

  gtk_widget_init_template (GTK_WIDGET (self));
  hr_focus_keep (GTK_WIDGET (self->split));
  hr_item_editor_set_fields (self->identity_editor, NULL, identity);
  hr_item_editor_set_fields (self->customers_editor, _ ("Customers"), customers);
  hr_item_editor_set_fields (self->team_editor, _ ("Team"), team);
  hr_item_editor_set_fields (self->limits_editor, _ ("Benchmarks"), limits);
}
