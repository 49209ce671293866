/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-text-row.h"

/* Three lines; what is longer scrolls, so that nothing jumps while it is typed. */
#define TEXT_HEIGHT 60

/**
 * HrTextRow:
 *
 * A row for a text of several lines, under its title. Return starts a new line, Tab goes
 * on to the next row.
 */
struct _HrTextRow
{
  AdwPreferencesRow parent_instance;

  GtkLabel *title;
  GtkTextView *view;
};

G_DEFINE_FINAL_TYPE (HrTextRow, hr_text_row, ADW_TYPE_PREFERENCES_ROW)

static gboolean
hr_text_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (HR_TEXT_ROW (widget)->view));
}

static void
hr_text_row_class_init (HrTextRowClass *klass)
{
  GTK_WIDGET_CLASS (klass)->grab_focus = hr_text_row_grab_focus;
}

static void
title_changed_cb (HrTextRow *self)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_label_set_text (self->title, title);
}

static void
hr_text_row_init (HrTextRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->title = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->title, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "dim-label");
  self->view = GTK_TEXT_VIEW (gtk_text_view_new ());
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "inline");
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->view), "text");

  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->title));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller),
                                              TEXT_HEIGHT);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller),
                                              TEXT_HEIGHT);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_widget_set_margin_top (box, 8);
  gtk_widget_set_margin_bottom (box, 8);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  g_signal_connect (self, "notify::title", G_CALLBACK (title_changed_cb), NULL);
}

GtkWidget *
hr_text_row_new (void)
{
  return g_object_new (HR_TYPE_TEXT_ROW, NULL);
}

/**
 * hr_text_row_get_text:
 * @self: a row
 *
 * Gets what it shows.
 *
 * Returns: (transfer full): the text
 */
char *
hr_text_row_get_text (HrTextRow *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  g_return_val_if_fail (HR_IS_TEXT_ROW (self), NULL);

  buffer = gtk_text_view_get_buffer (self->view);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

void
hr_text_row_set_text (HrTextRow *self, const char *text)
{
  g_return_if_fail (HR_IS_TEXT_ROW (self));

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), text, -1);
}
