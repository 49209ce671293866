/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-focus.h"

#include "hr-popovers.h"

/* Where the focus was when the content was hidden. */
typedef struct
{
  GtkWidget *focus; /* (weak) (nullable) */
} Kept;

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  g_clear_weak_pointer (&kept->focus);
  g_free (kept);
}

/* A page that is left is hidden together with what is around it: nothing to do then. */
static void
keep_focus (GtkWidget *content, Kept *kept)
{
  GtkRoot *root = gtk_widget_get_root (content);
  GtkWidget *parent = gtk_widget_get_parent (content);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, content) || parent == NULL ||
      !gtk_widget_get_mapped (parent))
    return;
  g_set_weak_pointer (&kept->focus, focus);
  gtk_root_set_focus (root, focus); /* it is not to be moved */
  gtk_root_set_focus (root, NULL);
}

static void
hidden_cb (GtkWidget *content, Kept *kept)
{
  hr_popovers_close (content); /* first, as what closes moves the focus */
  keep_focus (content, kept);
}

static void
shown_cb (GtkWidget *content, Kept *kept)
{
  GtkWidget *focus = kept->focus;
  GtkRoot *root = gtk_widget_get_root (content);

  g_clear_weak_pointer (&kept->focus);
  if (focus == NULL || gtk_root_get_focus (root) != NULL)
    return;
  if (gtk_widget_get_mapped (focus))
    gtk_root_set_focus (root, focus);
  else
    gtk_widget_child_focus (content, GTK_DIR_TAB_FORWARD);
}

/**
 * hr_focus_keep:
 * @content: the child of a window or bin with breakpoints
 *
 * Keeps the focus where it is while a breakpoint is applied, and closes what popped up.
 *
 * The content is hidden for a moment then. GTK means to move the focus away, and keeps a
 * reference to the content until it has; but if a part of it with the focus is hidden too
 * before that, as a split view does, GTK < 4.22 forgets the reference
 * (_gtk_window_unset_focus_and_default() overwrites move_focus_widget): the content stays
 * for ever, and the plan with it. Where no focus is, none is moved.
 */
void
hr_focus_keep (GtkWidget *content)
{
  Kept *kept = g_new0 (Kept, 1);

  g_return_if_fail (GTK_IS_WIDGET (content));

  g_object_set_data_full (G_OBJECT (content), "hr-focus-kept", kept, kept_free);
  g_signal_connect (content, "unmap", G_CALLBACK (hidden_cb), kept);
  g_signal_connect (content, "map", G_CALLBACK (shown_cb), kept);
}
