/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* for dladdr() */
#include "hr-test-complaints.h"

#include <adwaita.h>
#include <dlfcn.h>
#include <execinfo.h>
#include <stdio.h>
#include <string.h>

#define DEPTH 32

static GLogFunc say; /* as GLib does */

static gboolean
comes_from (const char *function)
{
  void *frames[DEPTH];
  int n = backtrace (frames, DEPTH);

  for (int i = 0; i < n; i++)
    {
      Dl_info found;

      if (dladdr (frames[i], &found) != 0 && g_strcmp0 (found.dli_sname, function) == 0)
        return TRUE;
    }
  return FALSE;
}

static GtkWidget *
find_below (GtkWidget *root, gconstpointer widget)
{
  GtkWidget *found = root == widget ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root);
       child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_below (child, widget);
  return found;
}

/* Returns: (nullable): the widget that a message is about, which it names by its address
 */
static GtkWidget *
find_widget (const char *message)
{
  const char *at = strstr (message, " 0x");
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWidget *found = NULL;
  gpointer widget;

  if (at == NULL || sscanf (at, " %p", &widget) != 1)
    return NULL;
  for (guint i = 0; i < g_list_model_get_n_items (windows) && found == NULL; i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      found = find_below (window, widget);
    }
  return found;
}

static void
print_place (GtkWidget *widget)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    g_printerr ("# in %s %d×%d\n", G_OBJECT_TYPE_NAME (widget),
                gtk_widget_get_width (widget), gtk_widget_get_height (widget));
}

/* libadwaita 1.7, adw-overlay-split-view.c: allocate_uncollapsed() gives a pane that is
 * not shown what is left beside the content, even if it needs more; and it gives nothing
 * to the shadow, which is drawn when the view was collapsed before. Both last for a
 * frame, while a window becomes narrow or wide. */
static gboolean
is_of_split_view (const char *message, GtkWidget *widget)
{
  GtkWidget *view = gtk_widget_get_ancestor (widget, ADW_TYPE_OVERLAY_SPLIT_VIEW);
  GtkWidget *pane;

  if (view == NULL)
    return FALSE;
  if (gtk_widget_get_parent (widget) == view)
    return g_str_has_prefix (message, "Trying to snapshot AdwGizmo");
  if (adw_overlay_split_view_get_collapsed (ADW_OVERLAY_SPLIT_VIEW (view)))
    return FALSE;
  pane = adw_overlay_split_view_get_sidebar (ADW_OVERLAY_SPLIT_VIEW (view));
  return (g_str_has_prefix (message, "Trying to measure") ||
          strstr (message, "size_allocate(): attempt to allocate") != NULL) &&
         !adw_overlay_split_view_get_show_sidebar (ADW_OVERLAY_SPLIT_VIEW (view)) &&
         gtk_widget_is_ancestor (widget, pane);
}

/* GTK 4.18 loads icons in a thread, and may drop the last reference to one there while
 * gtk_icon_theme_lookup_icon() finds it in its cache. It complains, and loads it again.
 */
static gboolean
is_of_icons (const char *message)
{
  return strstr (message, "'!object_already_finalized'") != NULL &&
         comes_from ("gtk_icon_theme_lookup_icon");
}

/* GTK 4.18, gtkpopover.c: gtk_popover_focus() and gtk_popover_activate_default() (which a
 * key binding emits) ask for the parents of what has the focus, also when nothing has it,
 * as when it was removed a moment ago. */
static gboolean
is_of_popover (const char *message)
{
  GListModel *windows = gtk_window_get_toplevels ();

  if (!g_str_has_prefix (message, "gtk_widget_get_parent: assertion 'GTK_IS_WIDGET") &&
      !g_str_has_prefix (message, "gtk_widget_is_ancestor: assertion 'GTK_IS_WIDGET"))
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_is_active (window) && gtk_window_get_focus (window) != NULL)
        return FALSE;
    }
  return comes_from ("gtk_widget_show") || comes_from ("g_signal_emitv");
}

static gboolean
is_fatal_cb (const char *domain,
             GLogLevelFlags level,
             const char *message,
             gpointer user_data)
{
  if (g_strcmp0 (domain, "GLib-GObject") == 0)
    return !is_of_icons (message);
  return g_strcmp0 (domain, "Gtk") != 0 || !is_of_popover (message);
}

/* What is said before a failure; else the test's own report would have one. */
static void
say_cb (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
  if (is_fatal_cb (domain, level, message, data))
    say (domain, level, message, data);
}

/* adw-toast-overlay.c: allocate_toast() gives a toast no more height than there is, even
 * less than its margins take. */
static gboolean
is_of_toast (const char *message, GtkWidget *widget)
{
  GType type = g_type_from_name ("AdwToastWidget");

  return type != 0 && gtk_widget_get_ancestor (widget, type) != NULL &&
         (g_str_has_prefix (message, "Trying to measure") ||
          strstr (message, "size_allocate(): attempt to allocate") != NULL);
}

/* What scrolls may change how long it is while it is given its size; then the handle of
 * its scrollbar, which has its place already, wants another, and gets it a frame later.
 */
static gboolean
is_of_scrollbar (const char *message, GtkWidget *widget)
{
  return g_str_has_prefix (message, "Trying to snapshot GtkGizmo") &&
         gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLBAR) != NULL;
}

static const char *
find_message (const GLogField *fields, gsize n_fields)
{
  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, "MESSAGE"))
      return fields[i].value;
  return "";
}

/* What GTK logs with fields does not come to the handler above. */
static GLogWriterOutput
write_cb (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
  const char *message = find_message (fields, n_fields);
  GtkWidget *widget = level <= G_LOG_LEVEL_WARNING ? find_widget (message) : NULL;

  if (widget != NULL &&
      (is_of_split_view (message, widget) || is_of_toast (message, widget) ||
       is_of_scrollbar (message, widget)))
    return G_LOG_WRITER_HANDLED;
  if (g_str_has_prefix (message, "Broken accounting of active state for widget"))
    return G_LOG_WRITER_HANDLED; /* GTK counts the buttons of a mouse that opens a menu */
  if (widget != NULL)
    print_place (widget);
  return g_log_writer_default (level, fields, n_fields, data);
}

/**
 * hr_test_judge_complaints:
 *
 * Lets a few complaints pass that are GTK's and libadwaita's own; all others still end
 * the test, and say where the widget stands that they are about. To be called in each
 * test, as GLib forgets before each who judges.
 */
void
hr_test_judge_complaints (void)
{
  if (say == NULL)
    {
      g_log_set_writer_func (write_cb, NULL, NULL);
      say = g_log_set_default_handler (say_cb, NULL);
    }
  g_test_log_set_fatal_handler (is_fatal_cb, NULL);
}
