/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-segments-page.h"

#include <glib/gi18n-lib.h>

#include "hr-format.h"
#include "hr-item-editor.h"
#include "hr-resource.h"
#include "hr-rule-editor.h"
#include "hr-segment-row.h"
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

  GtkStack *states;
  AdwOverlaySplitView *split;
  GtkListBox *list;
  GtkLabel *unassigned;
  GtkLabel *counted;
  HrItemEditor *editor;
  HrRuleEditor *rule_editor;
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

static void
show_counted (HrSegmentsPage *self)
{
  HrDocument *document = hr_page_get_document (HR_PAGE (self));
  const HrSegmentCapacity *answer;
  g_autofree char *customers = NULL, *arr = NULL, *text = NULL;

  if (self->segment == NULL)
    return;
  answer = hr_capacity_find_segment (hr_document_get_capacity (document), self->segment);
  if (answer == NULL)
    return;

  customers = hr_format_number (answer->customers, 0);
  arr = hr_format_money_compact (answer->arr, hr_document_get_plan (document)->currency);
  text = g_strdup_printf (_ ("%s customers · %s ARR"), customers, arr);
  gtk_label_set_text (self->counted, text);
}

static void
choose (HrSegmentsPage *self, HrSegment *segment)
{
  HrDocument *document = hr_page_get_document (HR_PAGE (self));

  g_set_object (&self->segment, segment);
  hr_item_editor_set_item (self->editor, document, segment);
  hr_rule_editor_set_segment (self->rule_editor, document, segment);
  hr_item_editor_set_item (self->limits_editor, document, segment);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "segment.remove", segment != NULL);
  adw_overlay_split_view_set_show_sidebar (
      self->split,
      segment != NULL && !adw_overlay_split_view_get_collapsed (self->split));
  show_counted (self);
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
dropped_cb (HrSegmentRow *row, HrSegmentRow *dragged, HrSegmentsPage *self)
{
  guint from, to;

  if (hr_list_get_position (get_segments (self), hr_segment_row_get_segment (dragged),
                            &from) &&
      hr_list_get_position (get_segments (self), hr_segment_row_get_segment (row), &to))
    hr_history_move (get_history (self), get_segments (self), from, to);
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

  hr_window_toast_removed (HR_WINDOW (gtk_widget_get_root (widget)), self->segment->name);
  hr_history_remove (get_history (self), get_segments (self), position);
}

static void
move_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  HrSegmentsPage *self = HR_SEGMENTS_PAGE (widget);
  int step = g_variant_get_int32 (parameter);
  guint from;

  if (self->segment == NULL ||
      !hr_list_get_position (get_segments (self), self->segment, &from) ||
      (int) from + step < 0 || from + (guint) step >= hr_list_get_n (get_segments (self)))
    return;

  hr_history_move (get_history (self), get_segments (self), from, from + (guint) step);
  hr_page_go_to (HR_PAGE (self), self->segment, NULL);
}

static void
hr_segments_page_open (HrPage *page, HrDocument *document)
{
  HrSegmentsPage *self = HR_SEGMENTS_PAGE (page);
  HrList *segments = get_segments (self);

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
      ngettext ("%s account is in no segment: no rule matches it. It brings %s.",
                "%s accounts are in no segment: no rule matches them. They bring %s.",
                rest->n_accounts),
      n, arr);

  gtk_label_set_text (self->unassigned, text);
  gtk_widget_set_visible (GTK_WIDGET (self->unassigned), rest->n_accounts > 0);
}

static void
hr_segments_page_update (HrPage *page, HrDocument *document)
{
  HrSegmentsPage *self = HR_SEGMENTS_PAGE (page);
  HrList *segments = get_segments (self);
  guint position;

  if (self->segment != NULL && !hr_list_get_position (segments, self->segment, &position))
    choose (self, hr_list_get_n (segments) > 0 ? hr_list_get (segments, 0) : NULL);
  if (self->segment == NULL && hr_list_get_n (segments) > 0)
    choose (self, hr_list_get (segments, 0));
  gtk_stack_set_visible_child_name (self->states,
                                    hr_list_get_n (segments) > 0 ? "segments" : "empty");
  show_counted (self);
  show_unassigned (self, document);
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
  gtk_list_box_select_row (self->list,
                           gtk_list_box_get_row_at_index (self->list, (int) position));
  choose (self, item);
  adw_overlay_split_view_set_show_sidebar (self->split, TRUE);
  if (!hr_item_editor_focus (self->editor, property))
    hr_item_editor_focus (self->limits_editor, property);
  return TRUE;
}

static void
hr_segments_page_dispose (GObject *object)
{
  g_clear_object (&HR_SEGMENTS_PAGE (object)->segment);

  G_OBJECT_CLASS (hr_segments_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "segment.remove", NULL, remove_action);
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
  gtk_widget_class_bind_template_child (widget_class, HrSegmentsPage, counted);
  gtk_widget_class_bind_template_child (widget_class, HrSegmentsPage, editor);
  gtk_widget_class_bind_template_child (widget_class, HrSegmentsPage, rule_editor);
  gtk_widget_class_bind_template_child (widget_class, HrSegmentsPage, limits_editor);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
}

static void
hr_segments_page_init (HrSegmentsPage *self)
{
  static const char *const fields[] = {
    "name",      "colour",    "engagement-model",       "description", "source",
    "customers", "arr",       "new-customers-per-year", "complexity",  "book-role",
    "headcount", "dedicated", "lifetime-years",         NULL,
  };
  static const char *const limits[] = { "limits-arr-per-fte", "limits-customers-per-fte",
                                        "limits-new-customers-per-month-per-fte", NULL };

  gtk_widget_init_template (GTK_WIDGET (self));
  hr_item_editor_set_fields (self->editor, fields);
  hr_item_editor_set_fields (self->limits_editor, limits);
}
