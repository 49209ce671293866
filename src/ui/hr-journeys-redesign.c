/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "hr-format.h"
#include "hr-journeys-page-private.h"
#include "hr-levers-dialog.h"
#include "hr-redesign.h"
#include "hr-shortcuts.h"
#include "hr-window.h"

/* The journey that is made anew beside the current one, and what it changes. */

static HrPlan *
get_plan (HrJourneysPage *self)
{
  return hr_document_get_plan (hr_page_get_document (HR_PAGE (self)));
}

static void
get_mark_cb (HrItemTable *table, gpointer item, HrGridCell *cell, gpointer user_data)
{
  static const struct
  {
    const char *sign;
    GdkRGBA colour;
  } marks[] = {
    [HR_CHANGE_ADDED] = { "+", { 0.18f, 0.76f, 0.49f, 1 } },
    [HR_CHANGE_REMOVED] = { "−", { 0.88f, 0.11f, 0.14f, 1 } },
    [HR_CHANGE_CHANGED] = { "≠", { 0.21f, 0.52f, 0.89f, 1 } },
  };
  HrJourneysPage *self = user_data;
  const HrTouchpointChange *change =
      self->diff != NULL ? hr_journey_diff_find (self->diff, item) : NULL;

  if (change == NULL || change->kind == HR_CHANGE_NONE)
    return;
  cell->mark = hr_change_to_text (change->kind);
  cell->mark_sign = marks[change->kind].sign;
  cell->mark_colour = marks[change->kind].colour;
}

/* The comparison as it is now, if there is one, and what can be done. */
void
hr_journeys_page_show_comparison (HrJourneysPage *self)
{
  HrPlan *plan = get_plan (self);
  gboolean redesigned = hr_journeys_page_has_redesign (self);

  g_clear_pointer (&self->diff, hr_journey_diff_free);
  gtk_widget_set_visible (self->redesign_button, !redesigned);
  gtk_widget_set_visible (self->compare_button, redesigned);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "journey.redesign",
                                 !redesigned && self->segment != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "journey.compare", redesigned);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "journey.adopt", redesigned);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "journey.discard", redesigned);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "journey.levers",
                                 self->segment != NULL);
  if (!redesigned)
    {
      adw_overlay_split_view_set_show_sidebar (self->split, FALSE);
      return;
    }
  self->diff = hr_journey_diff_new (
      hr_plan_find_journey (plan, self->segment, HR_JOURNEY_CURRENT),
      hr_plan_find_journey (plan, self->segment, HR_JOURNEY_REDESIGNED));
  hr_redesign_pane_show (self->pane, hr_page_get_document (HR_PAGE (self)), self->segment,
                         self->diff);
}

/* Beside the table where there is room; else a person asks for it. */
static void
show_redesign (HrJourneysPage *self)
{
  hr_journeys_page_refresh (self);
  adw_toggle_group_set_active (self->versions, 1);
  if (!adw_overlay_split_view_get_collapsed (self->split))
    adw_overlay_split_view_set_show_sidebar (self->split, TRUE);
}

static void toast_done (HrJourneysPage *self, const char *format, ...)
    G_GNUC_PRINTF (2, 3);

static void
toast_done (HrJourneysPage *self, const char *format, ...)
{
  HrWindow *window = HR_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autofree char *text = NULL;
  AdwToast *toast;
  va_list names;

  va_start (names, format);
  text = g_strdup_vprintf (format, names);
  va_end (names);
  toast = adw_toast_new (text);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  hr_window_add_toast (window, toast);
}

static HrHistory *
get_history (HrJourneysPage *self)
{
  return hr_document_get_history (hr_page_get_document (HR_PAGE (self)));
}

static void
redesign_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  HrJourneysPage *self = HR_JOURNEYS_PAGE (widget);
  g_autoptr (GError) error = NULL;

  if (hr_redesign_begin (get_history (self), self->segment, &error))
    show_redesign (self);
  else
    hr_page_refuse (HR_PAGE (self), error);
}

static void
adopt_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  HrJourneysPage *self = HR_JOURNEYS_PAGE (widget);
  g_autoptr (GError) error = NULL;

  if (!hr_journeys_page_has_redesign (self)) /* undone in this very frame */
    return;
  if (hr_redesign_adopt (get_history (self), self->segment, &error))
    {
      hr_journeys_page_refresh (self);
      toast_done (self, _ ("The redesign of %s is its journey now"), self->segment->name);
    }
  else
    hr_page_refuse (HR_PAGE (self), error);
}

static void
discard_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  HrJourneysPage *self = HR_JOURNEYS_PAGE (widget);

  if (!hr_journeys_page_has_redesign (self))
    return;
  hr_redesign_discard (get_history (self), self->segment);
  hr_journeys_page_refresh (self);
  toast_done (self, _ ("Discarded the redesign of %s"), self->segment->name);
}

static void
levers_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  HrJourneysPage *self = HR_JOURNEYS_PAGE (widget);
  guint segment;

  if (hr_list_get_position (get_plan (self)->segments, self->segment, &segment))
    adw_dialog_present (
        hr_levers_dialog_new (hr_page_get_document (HR_PAGE (self)), segment), widget);
}

static void
touchpoint_chosen_cb (HrJourneysPage *self, HrTouchpoint *touchpoint)
{
  if (adw_overlay_split_view_get_collapsed (self->split))
    adw_overlay_split_view_set_show_sidebar (self->split, FALSE);
  hr_page_go_to (HR_PAGE (self), touchpoint, NULL);
}

/**
 * hr_journeys_page_compare:
 * @self: the page
 * @segment: a segment that is redesigned
 *
 * Shows the redesigned journey of a segment, and what it changes.
 */
void
hr_journeys_page_compare (HrJourneysPage *self, HrSegment *segment)
{
  g_return_if_fail (HR_IS_JOURNEYS_PAGE (self));

  if (hr_journeys_page_choose (self, segment))
    show_redesign (self);
}

void
hr_journeys_page_install_redesign (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "journey.redesign", NULL,
                                   redesign_action);
  gtk_widget_class_install_action (widget_class, "journey.adopt", NULL, adopt_action);
  gtk_widget_class_install_action (widget_class, "journey.discard", NULL, discard_action);
  gtk_widget_class_install_action (widget_class, "journey.levers", NULL, levers_action);
  gtk_widget_class_install_property_action (widget_class, "journey.compare", "comparing");
  gtk_widget_class_bind_template_callback (widget_class, touchpoint_chosen_cb);
}

void
hr_journeys_page_init_redesign (HrJourneysPage *self)
{
  hr_item_table_set_mark_func (self->table, get_mark_cb, self);
  hr_shortcuts_add_action (GTK_WIDGET (self), GDK_KEY_r,
                           GDK_CONTROL_MASK | GDK_SHIFT_MASK, "journey.redesign");
  hr_shortcuts_add_action (GTK_WIDGET (self), GDK_KEY_F9, 0, "journey.compare");
  hr_shortcuts_add_action (GTK_WIDGET (self), GDK_KEY_l, GDK_CONTROL_MASK,
                           "journey.levers");
}
