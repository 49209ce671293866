/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-redesign-pane.h"

#include <glib/gi18n-lib.h>

#include "hr-effect-list.h"
#include "hr-format.h"
#include "hr-resource.h"

/**
 * HrRedesignPane:
 *
 * A redesign held against the current journey: what it does to the figures, and to each
 * touchpoint. A touchpoint that is pressed is told by `chosen`.
 */
struct _HrRedesignPane
{
  AdwBin parent_instance;

  AdwWindowTitle *headline;
  HrEffectList *effect;
  AdwPreferencesGroup *changes;
  GPtrArray *rows; /* (element-type GtkWidget): one for each change */
};

G_DEFINE_FINAL_TYPE (HrRedesignPane, hr_redesign_pane, ADW_TYPE_BIN)

typedef enum
{
  SIGNAL_CHOSEN,
} HrRedesignPaneSignal;

static guint signals[SIGNAL_CHOSEN + 1];

static const char *
icon_of (HrChange kind)
{
  if (kind == HR_CHANGE_ADDED)
    return "list-add-symbolic";
  return kind == HR_CHANGE_REMOVED ? "list-remove-symbolic" : "document-edit-symbolic";
}

static void
activated_cb (HrRedesignPane *self, AdwActionRow *row)
{
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0,
                 g_object_get_data (G_OBJECT (row), "hr-touchpoint"));
}

static GtkWidget *
add_row (HrRedesignPane *self)
{
  GtkWidget *row = adw_action_row_new (), *icon = gtk_image_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  g_object_set_data (G_OBJECT (row), "hr-icon", icon);
  g_signal_connect_object (row, "activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->changes, row);
  g_ptr_array_add (self->rows, row);
  return row;
}

/* The word first, then each property that is another. */
static char *
describe_change (HrPlan *plan, const HrTouchpointChange *change)
{
  GString *text = g_string_new (hr_change_to_text (change->kind));

  for (guint i = 0; i < change->fields->len; i++)
    {
      g_autofree char *line =
          hr_format_field_change (plan, change, g_ptr_array_index (change->fields, i));

      g_string_append_printf (text, "\n%s", line);
    }
  return g_string_free_and_steal (text);
}

static void
show_change (GtkWidget *row, HrPlan *plan, const HrTouchpointChange *change)
{
  HrTouchpoint *touchpoint = change->after != NULL ? change->after : change->before;
  g_autofree char *text = describe_change (plan, change);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), touchpoint->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  gtk_image_set_from_icon_name (g_object_get_data (G_OBJECT (row), "hr-icon"),
                                icon_of (change->kind));
  g_object_set_data_full (G_OBJECT (row), "hr-touchpoint", g_object_ref (touchpoint),
                          g_object_unref);
}

/* Rows are kept: an edit mostly changes what one of them says. */
static void
show_changes (HrRedesignPane *self, HrPlan *plan, const HrJourneyDiff *diff)
{
  guint n = 0;

  for (guint i = 0; i < diff->changes->len; i++)
    {
      const HrTouchpointChange *change = g_ptr_array_index (diff->changes, i);

      if (change->kind == HR_CHANGE_NONE)
        continue;
      show_change (n < self->rows->len ? g_ptr_array_index (self->rows, n)
                                       : add_row (self),
                   plan, change);
      n++;
    }
  for (guint i = self->rows->len; i > n; i--)
    adw_preferences_group_remove (self->changes,
                                  g_ptr_array_steal_index (self->rows, i - 1));
}

static void
hr_redesign_pane_finalize (GObject *object)
{
  g_clear_pointer (&HR_REDESIGN_PANE (object)->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (hr_redesign_pane_parent_class)->finalize (object);
}

static void
hr_redesign_pane_class_init (HrRedesignPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hr_redesign_pane_finalize;

  signals[SIGNAL_CHOSEN] =
      g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, HR_TYPE_TOUCHPOINT);

  g_type_ensure (HR_TYPE_EFFECT_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               HR_RESOURCE ("hr-redesign-pane.ui"));
  gtk_widget_class_bind_template_child (widget_class, HrRedesignPane, headline);
  gtk_widget_class_bind_template_child (widget_class, HrRedesignPane, effect);
  gtk_widget_class_bind_template_child (widget_class, HrRedesignPane, changes);
}

static void
hr_redesign_pane_init (HrRedesignPane *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hr_redesign_pane_show:
 * @self: the pane
 * @document: the plan
 * @segment: one of its segments
 * @diff: what its redesign does
 *
 * Shows a comparison as it is now.
 */
void
hr_redesign_pane_show (HrRedesignPane *self,
                       HrDocument *document,
                       HrSegment *segment,
                       const HrJourneyDiff *diff)
{
  HrPlan *plan = hr_document_get_plan (document);
  const HrSegmentCapacity *before = hr_capacity_find_segment (
      hr_document_get_version (document, HR_JOURNEY_CURRENT), segment);
  const HrSegmentCapacity *after = hr_capacity_find_segment (
      hr_document_get_version (document, HR_JOURNEY_REDESIGNED), segment);
  g_autofree char *counts = hr_format_journey_diff (diff);

  g_return_if_fail (HR_IS_REDESIGN_PANE (self));

  adw_window_title_set_subtitle (self->headline, counts);
  if (before != NULL && after != NULL)
    hr_effect_list_show (self->effect, before, after, plan->currency);
  gtk_widget_set_visible (GTK_WIDGET (self->changes),
                          diff->n_added + diff->n_removed + diff->n_changed > 0);
  show_changes (self, plan, diff);
}
