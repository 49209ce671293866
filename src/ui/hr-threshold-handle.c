/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-threshold-handle.h"

/**
 * HrThresholdHandle:
 *
 * What the keyboard and the screen reader take hold of to move a threshold: a slider
 * without a look of its own, because the picture below it is painted.
 */
struct _HrThresholdHandle
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (HrThresholdHandle, hr_threshold_handle, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_STEPPED,
  SIGNAL_REMOVED,
  SIGNAL_ESCAPED,
  SIGNAL_LEFT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

#define TO_END 100000

static int
get_steps (guint key, gboolean rtl)
{
  switch (key)
    {
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return rtl ? -1 : 1;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return rtl ? 1 : -1;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return 1;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return -1;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      return 10;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      return -10;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      return -TO_END;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      return TO_END;
    default:
      return 0;
    }
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint key,
        guint code,
        GdkModifierType state,
        HrThresholdHandle *self)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  gboolean handled = FALSE;
  int steps = get_steps (key, rtl);

  if ((state & (GDK_ALT_MASK | GDK_CONTROL_MASK)) != 0)
    return FALSE;
  if (steps != 0)
    {
      g_signal_emit (self, signals[SIGNAL_STEPPED], 0, steps);
      return TRUE;
    }
  if (key == GDK_KEY_Escape)
    g_signal_emit (self, signals[SIGNAL_ESCAPED], 0, &handled);
  else if (key == GDK_KEY_Delete || key == GDK_KEY_BackSpace)
    g_signal_emit (self, signals[SIGNAL_REMOVED], 0, &handled);
  return handled;
}

static void
left_cb (HrThresholdHandle *self)
{
  g_signal_emit (self, signals[SIGNAL_LEFT], 0);
}

static void
hr_threshold_handle_class_init (HrThresholdHandleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  /**
   * HrThresholdHandle::stepped:
   * @steps: how many, up or down
   *
   * Emitted when a key moves the threshold.
   */
  signals[SIGNAL_STEPPED] = g_signal_new ("stepped", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  /**
   * HrThresholdHandle::removed:
   *
   * Emitted when the person wants the threshold no more. Returns: whether that can be.
   */
  signals[SIGNAL_REMOVED] =
      g_signal_new ("removed", type, G_SIGNAL_RUN_LAST, 0,
                    g_signal_accumulator_true_handled, NULL, NULL, G_TYPE_BOOLEAN, 0);
  /**
   * HrThresholdHandle::escaped:
   *
   * Emitted for the Escape key. Returns: whether there was something to cancel.
   */
  signals[SIGNAL_ESCAPED] =
      g_signal_new ("escaped", type, G_SIGNAL_RUN_LAST, 0,
                    g_signal_accumulator_true_handled, NULL, NULL, G_TYPE_BOOLEAN, 0);
  /**
   * HrThresholdHandle::left:
   *
   * Emitted when the focus has gone elsewhere.
   */
  signals[SIGNAL_LEFT] =
      g_signal_new ("left", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);
  gtk_widget_class_set_css_name (widget_class, "threshold");
}

static void
hr_threshold_handle_init (HrThresholdHandle *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "ew-resize");
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

GtkWidget *
hr_threshold_handle_new (void)
{
  return g_object_new (HR_TYPE_THRESHOLD_HANDLE, NULL);
}

void
hr_threshold_handle_set_name (HrThresholdHandle *self, const char *name)
{
  g_return_if_fail (HR_IS_THRESHOLD_HANDLE (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

/**
 * hr_threshold_handle_set_value:
 * @self: a handle
 * @axis: what it moves along
 * @value: where it stands
 * @words: the same as a person says it
 *
 * Says where the threshold stands.
 */
void
hr_threshold_handle_set_value (HrThresholdHandle *self,
                               const HrValueAxis *axis,
                               double value,
                               const char *words)
{
  g_return_if_fail (HR_IS_THRESHOLD_HANDLE (self));

  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, axis->lowest,
      GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, axis->highest, GTK_ACCESSIBLE_PROPERTY_VALUE_NOW,
      value, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words, -1);
}
