/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-test-ui.h"

static void
xdotool (HrTestUi *ui, const char *const *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process =
      g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_NONE, &error);

  if (process == NULL || !g_subprocess_wait_check (process, NULL, &error))
    g_error ("%s: %s", arguments[0], error->message);
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
    xdotool (ui, (const char *[]) { "xdotool", "key", all[i], NULL });
}

void
hr_test_type (HrTestUi *ui, const char *text)
{
  xdotool (ui, (const char *[]) { "xdotool", "type", "--delay", "1", "--", text, NULL });
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

  while (found == NULL && hr_test_iterate (deadline))
    for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
      {
        g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

        if (gtk_widget_get_mapped (GTK_WIDGET (window)) &&
            g_strcmp0 (gtk_window_get_title (window), title) == 0)
          found = window;
      }
  if (found == NULL)
    g_error ("No window “%s” has come", title);
  xdotool (ui, (const char *[]) { "xdotool", "search", "--onlyvisible", "--name", title,
                                  "windowfocus", NULL });
  hr_test_wait (gtk_window_is_active (found));
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
  gtk_widget_activate (button);
  if (ui->window != NULL)
    hr_test_settle (ui->window);
}
