/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "hr-chart-area-private.h"

/* ---- Pointing ---- */

static gboolean
query_tooltip_cb (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  HrChartArea *self = HR_CHART_AREA (widget);
  const HrChartMark *mark = hr_chart_area_get_mark (
      self, keyboard ? self->current
                     : hr_chart_find_mark (hr_chart_area_get_marks (self), x, y));

  if (mark == NULL || mark->text == NULL)
    return FALSE;

  gtk_tooltip_set_text (tooltip, mark->text);
  gtk_tooltip_set_tip_area (
      tooltip, &(GdkRectangle) { (int) mark->place.x, (int) mark->place.y,
                                 (int) mark->place.width, (int) mark->place.height });
  return TRUE;
}

static void
set_hovered (HrChartArea *self, int hovered)
{
  if (self->hovered == hovered)
    return;
  self->hovered = hovered;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
moved_cb (HrChartArea *self, double x, double y)
{
  set_hovered (self, hr_chart_find_mark (hr_chart_area_get_marks (self), x, y));
}

static void
left_cb (HrChartArea *self)
{
  set_hovered (self, -1);
}

static void
clicked_cb (HrChartArea *self, int n, double x, double y)
{
  int i = hr_chart_find_mark (hr_chart_area_get_marks (self), x, y);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (i < 0)
    return;
  hr_chart_area_set_current (self, i);
  hr_chart_area_activate (self);
}

/* ---- Menu ---- */

/* Returns: (transfer full): what can be done with the picture */
GMenuModel *
hr_chart_area_make_menu (HrChartArea *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) picture = g_menu_new ();

  g_menu_append (picture, _ ("_Copy Picture"), "chart.copy");
  g_menu_append (picture, _ ("_Save Picture…"), "chart.save");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (picture));
  if (self->extra_menu != NULL)
    g_menu_append_section (menu, NULL, self->extra_menu);
  return G_MENU_MODEL (menu);
}

static void
show_menu (HrChartArea *self, double x, double y)
{
  if (self->menu == NULL)
    {
      g_autoptr (GMenuModel) menu = hr_chart_area_make_menu (self);

      self->menu = gtk_popover_menu_new_from_model (menu);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                               &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
asked_cb (HrChartArea *self, int n, double x, double y, GtkGesture *gesture)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  show_menu (self, x, y);
}

static gboolean
menu_shortcut (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  HrChartArea *self = HR_CHART_AREA (widget);
  const HrChartMark *mark = hr_chart_area_get_mark (self, self->current);

  if (mark != NULL)
    show_menu (self, mark->place.x + mark->place.width / 2,
               mark->place.y + mark->place.height);
  else
    show_menu (self, gtk_widget_get_width (widget) / 2.0,
               gtk_widget_get_height (widget) / 2.0);
  return TRUE;
}

/* ---- Keyboard ---- */

static gboolean
step_shortcut (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  HrChartArea *self = HR_CHART_AREA (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  HrChartStep step = (HrChartStep) g_variant_get_int32 (arguments);
  int next;

  if (mirrored && step <= HR_CHART_PREVIOUS)
    step = step == HR_CHART_NEXT ? HR_CHART_PREVIOUS : HR_CHART_NEXT;
  next = hr_chart_step (hr_chart_area_get_marks (self), self->current, step, mirrored);
  if (next < 0)
    return FALSE;
  hr_chart_area_set_current (self, next);
  return TRUE;
}

static gboolean
end_shortcut (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  HrChartArea *self = HR_CHART_AREA (widget);
  int n = (int) hr_chart_area_get_marks (self)->len;

  if (n == 0)
    return FALSE;
  hr_chart_area_set_current (self, g_variant_get_int32 (arguments) > 0 ? n - 1 : 0);
  return TRUE;
}

static gboolean
activate_shortcut (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  return hr_chart_area_activate (HR_CHART_AREA (widget));
}

void
hr_chart_area_install_input (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    GtkShortcutFunc func;
    int argument;
  } KEYS[] = {
    { GDK_KEY_Right, step_shortcut, HR_CHART_NEXT },
    { GDK_KEY_Left, step_shortcut, HR_CHART_PREVIOUS },
    { GDK_KEY_Up, step_shortcut, HR_CHART_UP },
    { GDK_KEY_Down, step_shortcut, HR_CHART_DOWN },
    { GDK_KEY_Home, end_shortcut, 0 },
    { GDK_KEY_End, end_shortcut, 1 },
    { GDK_KEY_Return, activate_shortcut, 0 },
    { GDK_KEY_KP_Enter, activate_shortcut, 0 },
    { GDK_KEY_space, activate_shortcut, 0 },
    { GDK_KEY_Menu, menu_shortcut, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (KEYS); i++)
    gtk_widget_class_add_binding (widget_class, KEYS[i].key, GDK_NO_MODIFIER_MASK,
                                  KEYS[i].func, "i", KEYS[i].argument);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_shortcut,
                                NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK,
                                       "chart.copy", NULL);
}

void
hr_chart_area_init_input (HrChartArea *self)
{
  GtkGesture *click = gtk_gesture_click_new (), *ask = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_set_has_tooltip (widget, TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  g_signal_connect_swapped (click, "released", G_CALLBACK (clicked_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (ask), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (ask, "pressed", G_CALLBACK (asked_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (ask));
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (moved_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (widget, motion);
}
