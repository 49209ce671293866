/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <gdk/x11/gdkx.h>

#include "hr-test-hand.h"
#include "hr-test-leaks.h"

static void
settle (HrTestUi *ui)
{
  if (ui->window != NULL)
    hr_test_settle (ui->window);
}

/**
 * hr_test_keys:
 * @ui: the fixture
 * @keys: names of keys with a space between, "Tab Tab ctrl+z"
 *
 * Presses and releases keys, one after the other has had its effect.
 */
void
hr_test_keys (HrTestUi *ui, const char *keys)
{
  g_auto (GStrv) all = g_strsplit (keys, " ", -1);

  for (guint i = 0; all[i] != NULL; i++)
    {
      hr_test_hand_do (hr_test_get_hand (), "key --delay 0 %s", all[i]);
      settle (ui);
    }
}

/* Holds a key like "shift" while something else is done, or lets it go. */
void
hr_test_hold (HrTestUi *ui, const char *key, gboolean hold)
{
  hr_test_hand_do (hr_test_get_hand (), "%s %s", hold ? "keydown" : "keyup", key);
  settle (ui);
}

/**
 * hr_test_type:
 * @ui: the fixture
 * @text: what to type
 *
 * Types a text in one go, as a quick hand does.
 */
void
hr_test_type (HrTestUi *ui, const char *text)
{
  g_autoptr (GString) keys = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    g_string_append_printf (
        keys, " %s", gdk_keyval_name (gdk_unicode_to_keyval (g_utf8_get_char (at))));
  hr_test_hand_do (hr_test_get_hand (), "key --delay 0%s", keys->str);
  settle (ui);
}

/**
 * hr_test_give_keyboard:
 * @window: a window that is shown on an X server
 *
 * Does what a desktop does for a new window: a bare X server has no window manager. To
 * ask for the window by its name or process may find what was dragged before instead.
 */
void
hr_test_give_keyboard (GtkWindow *window)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));

  G_GNUC_BEGIN_IGNORE_DEPRECATIONS /* there is no other way to name it to the server */
      hr_test_hand_do (hr_test_get_hand (), "windowfocus %lu",
                       gdk_x11_surface_get_xid (surface));
  G_GNUC_END_IGNORE_DEPRECATIONS
}

/* A dialog that is going takes the keys until it is gone. */
static gboolean
is_behind (GtkWindow *window)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) other = g_list_model_get_item (windows, i);

      if (other != window && gtk_widget_get_mapped (GTK_WIDGET (other)) &&
          gtk_window_get_modal (other))
        return TRUE;
    }
  return FALSE;
}

/**
 * hr_test_focus_window:
 * @ui: the fixture
 * @title: of a window
 *
 * Waits for another window of the program, and gives it the keyboard, as a desktop does.
 */
void
hr_test_focus_window (HrTestUi *ui, const char *title)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWindow *found = NULL;
  gint64 deadline = g_get_monotonic_time () + HR_TEST_LIMIT;

  do
    for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
      {
        g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

        if (gtk_widget_get_mapped (GTK_WIDGET (window)) &&
            g_strcmp0 (gtk_window_get_title (window), title) == 0)
          found = window;
      }
  while (found == NULL && hr_test_iterate (deadline));
  if (found == NULL)
    g_error ("No window “%s” has come", title);
  hr_test_wait (!is_behind (found));
  hr_test_give_keyboard (found);
  hr_test_wait (gtk_window_is_active (found));
}

/**
 * hr_test_choose_file:
 * @ui: the fixture
 * @title: of the dialog in which a file is chosen
 * @path: the file
 *
 * Types a path into the dialog, which is the desktop's, or without one GTK's own: its
 * name field has the focus.
 */
void
hr_test_choose_file (HrTestUi *ui, const char *title, const char *path)
{
  hr_test_focus_window (ui, title);
  hr_test_keys (ui, "ctrl+a");
  hr_test_type (ui, path);
  hr_test_keys (ui, "Return");
}

GtkWidget *
hr_test_get_focus (HrTestUi *ui)
{
  return gtk_window_get_focus (GTK_WINDOW (ui->window));
}

/**
 * hr_test_focus:
 * @ui: the fixture
 * @widget: a widget that takes the focus, or has a child that does
 *
 * Gives a widget the focus, as a click would.
 */
void
hr_test_focus (HrTestUi *ui, gpointer widget)
{
  if (!gtk_widget_grab_focus (widget))
    g_error ("A %s takes no focus", G_OBJECT_TYPE_NAME (widget));
  hr_test_settle (ui->window);
}

static gboolean
is_wanted (GtkWidget *widget, GType type, const char *name)
{
  g_autofree char *own = NULL;

  if (widget == NULL || !G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return FALSE;
  own = hr_test_get_name (widget);
  return name == NULL || g_strstr_len (own, -1, name) != NULL;
}

/**
 * hr_test_tab_to:
 * @ui: the fixture
 * @type: what kind of widget
 * @name: (nullable): something in its accessible name
 *
 * Presses the Tab key until such a widget, or one around what has the focus, is reached.
 */
void
hr_test_tab_to (HrTestUi *ui, GType type, const char *name)
{
  for (guint i = 0; i < 200; i++)
    {
      for (GtkWidget *at = hr_test_get_focus (ui); at != NULL;
           at = gtk_widget_get_parent (at))
        if (is_wanted (at, type, name))
          return;
      hr_test_keys (ui, "Tab");
    }
  g_error ("The Tab key does not lead to a %s “%s”", g_type_name (type),
           name != NULL ? name : "");
}

/**
 * hr_test_press:
 * @ui: the fixture
 * @button: a button, or a row that acts like one
 *
 * Presses a button, as a click would.
 */
void
hr_test_press (HrTestUi *ui, gpointer button)
{
  if (!gtk_widget_is_sensitive (button))
    g_error ("The %s cannot be pressed now", G_OBJECT_TYPE_NAME (button));
  if (GTK_IS_BUTTON (button))
    g_signal_emit_by_name (button, "clicked"); /* to activate it takes a while */
  else
    gtk_widget_activate (button);
  if (ui->window != NULL)
    hr_test_settle (ui->window);
}

/* Where a point of a widget is on the screen. Without a window manager a window stands in
 * its corner, and a popover where it says from there. */
static graphene_point_t
find_on_screen (HrTestUi *ui, GtkWidget *widget, graphene_point_t place)
{
  GtkNative *native = gtk_widget_get_native (widget);
  GdkSurface *surface = gtk_native_get_surface (native);
  double left, top;

  if (!gtk_widget_compute_point (widget, GTK_WIDGET (native), &place, &place) ||
      gtk_widget_get_root (widget) != GTK_ROOT (ui->window))
    g_error ("The %s is not in the window", G_OBJECT_TYPE_NAME (widget));
  gtk_native_get_surface_transform (native, &left, &top);
  for (; GDK_IS_POPUP (surface); surface = gdk_popup_get_parent (GDK_POPUP (surface)))
    {
      left += gdk_popup_get_position_x (GDK_POPUP (surface));
      top += gdk_popup_get_position_y (GDK_POPUP (surface));
    }
  return GRAPHENE_POINT_INIT (place.x + (float) left, place.y + (float) top);
}

/**
 * hr_test_point:
 * @ui: the fixture
 * @widget: what to point at, in the window or a popover of it
 * @across: 0 for its left edge, 1 for its right one
 * @down: 0 for its top, 1 for its bottom
 *
 * Moves the pointer.
 */
void
hr_test_point (HrTestUi *ui, gpointer widget, double across, double down)
{
  graphene_point_t place = find_on_screen (
      ui, widget,
      GRAPHENE_POINT_INIT ((float) (across * gtk_widget_get_width (widget)),
                           (float) (down * gtk_widget_get_height (widget))));

  hr_test_hand_do (hr_test_get_hand (), "mousemove %.0f %.0f", place.x, place.y);
  settle (ui);
}

/* Presses the button of the mouse, or lets it go. */
void
hr_test_mouse (HrTestUi *ui, gboolean press)
{
  hr_test_hand_do (hr_test_get_hand (), "%s 1", press ? "mousedown" : "mouseup");
  settle (ui);
}

/**
 * hr_test_click_here:
 * @ui: the fixture
 * @button: 1 or, for a menu, 3
 * @n: how often, 2 for a double click
 *
 * Clicks where the pointer is.
 */
void
hr_test_click_here (HrTestUi *ui, guint button, guint n)
{
  for (guint i = 0; i < n; i++)
    hr_test_hand_do (hr_test_get_hand (), "click %u", button);
  settle (ui);
}

void
hr_test_click (HrTestUi *ui, gpointer widget)
{
  hr_test_point (ui, widget, 0.5, 0.5);
  hr_test_click_here (ui, 1, 1);
}

/**
 * hr_test_click_menu:
 * @ui: the fixture
 * @root: where the menu is
 * @item: something in the text of an item
 *
 * Waits for a menu, and clicks an item of it.
 */
void
hr_test_click_menu (HrTestUi *ui, gpointer root, const char *item)
{
  hr_test_wait (hr_test_shows (root, item));
  hr_test_settle (ui->window);
  hr_test_click (ui, hr_test_find (root, g_type_from_name ("GtkModelButton"), item));
}

/**
 * hr_test_drag:
 * @ui: the fixture
 * @source: what to drag, taken in its middle
 * @target: where to
 * @across: 0 for its left edge, 1 for its right one
 * @down: 0 for its top, 1 for its bottom
 *
 * Drags something with the pointer and drops it.
 */
void
hr_test_drag (HrTestUi *ui, gpointer source, gpointer target, double across, double down)
{
  hr_test_point (ui, source, 0.5, 0.5);
  hr_test_mouse (ui, TRUE);
  hr_test_ignore_leaks (TRUE); /* of GDK: what is dragged over a window of the program */
  for (guint i = 1; i <= 4; i++) /* a hand does not jump, and a drag begins after some */
    hr_test_point (ui, source, 0.5 + 10.0 * i / gtk_widget_get_width (source), 0.5);
  hr_test_point (ui, target, across, 0.5);
  hr_test_point (ui, target, across, down);
  hr_test_ignore_leaks (FALSE);
  hr_test_mouse (ui, FALSE);
}
