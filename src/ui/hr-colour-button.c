/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-colour-button.h"

#include <glib/gi18n-lib.h>

/* GTK's own (4.18) dies when it goes before its dialog has an answer, and when it is
 * clicked twice: by a key, which clicks a moment later, and by the pointer meanwhile.
 * This one stays for as long as it waits, and asks once. */

struct _HrColourButton
{
  GtkButton parent_instance;
  GtkWidget *swatch; /* unowned: its child */
  GdkRGBA rgba;
  GCancellable *asking; /* (nullable): the dialog is open */
};

G_DEFINE_FINAL_TYPE (HrColourButton, hr_colour_button, GTK_TYPE_BUTTON)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

#define SWATCH_WIDTH 36
#define SWATCH_HEIGHT 22

static void
draw_swatch_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  HrColourButton *self = data;

  gdk_cairo_set_source_rgba (cr, &self->rgba);
  cairo_paint (cr);
}

static void
answered_cb (GObject *dialog, GAsyncResult *result, gpointer data)
{
  g_autoptr (HrColourButton) self = data;
  GdkRGBA *rgba =
      gtk_color_dialog_choose_rgba_finish (GTK_COLOR_DIALOG (dialog), result, NULL);

  g_clear_object (&self->asking);
  if (rgba == NULL) /* nobody chose */
    return;
  hr_colour_button_set_rgba (self, rgba);
  gdk_rgba_free (rgba);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
hr_colour_button_clicked (GtkButton *button)
{
  HrColourButton *self = HR_COLOUR_BUTTON (button);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (GtkColorDialog) dialog = NULL;

  if (self->asking != NULL || root == NULL)
    return;
  dialog = gtk_color_dialog_new ();
  gtk_color_dialog_set_with_alpha (dialog, FALSE);
  self->asking = g_cancellable_new ();
  gtk_color_dialog_choose_rgba (dialog, GTK_WINDOW (root), &self->rgba, self->asking,
                                answered_cb, g_object_ref (self));
}

/* What is asked for a row that is gone is of no use. */
static void
hr_colour_button_unroot (GtkWidget *widget)
{
  HrColourButton *self = HR_COLOUR_BUTTON (widget);

  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  GTK_WIDGET_CLASS (hr_colour_button_parent_class)->unroot (widget);
}

static void
hr_colour_button_class_init (HrColourButtonClass *klass)
{
  GTK_BUTTON_CLASS (klass)->clicked = hr_colour_button_clicked;
  GTK_WIDGET_CLASS (klass)->unroot = hr_colour_button_unroot;

  signals[CHOSEN] = g_signal_new ("chosen", HR_TYPE_COLOUR_BUTTON, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
hr_colour_button_init (HrColourButton *self)
{
  self->swatch = gtk_drawing_area_new ();
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (self->swatch), SWATCH_WIDTH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self->swatch), SWATCH_HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->swatch), draw_swatch_cb, self,
                                  NULL);
  gtk_widget_add_css_class (self->swatch, "swatch");
  gtk_widget_set_overflow (self->swatch, GTK_OVERFLOW_HIDDEN);
  gtk_button_set_child (GTK_BUTTON (self), self->swatch);
  gtk_widget_add_css_class (GTK_WIDGET (self), "color");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), _ ("Choose a Colour"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Choose a Colour"), -1);
}

/**
 * hr_colour_button_new:
 *
 * Makes a button that shows a colour, none at first, and asks for another one.
 */
GtkWidget *
hr_colour_button_new (void)
{
  return g_object_new (HR_TYPE_COLOUR_BUTTON, NULL);
}

/**
 * hr_colour_button_get_rgba:
 * @self: a button
 *
 * Gets the colour that it shows, and that was chosen when it says so.
 *
 * Returns: (transfer none): the colour; of no opacity where there is none
 */
const GdkRGBA *
hr_colour_button_get_rgba (HrColourButton *self)
{
  g_return_val_if_fail (HR_IS_COLOUR_BUTTON (self), NULL);
  return &self->rgba;
}

/**
 * hr_colour_button_set_rgba:
 * @self: a button
 * @rgba: the colour to show
 *
 * Shows a colour; nobody has chosen it.
 */
void
hr_colour_button_set_rgba (HrColourButton *self, const GdkRGBA *rgba)
{
  g_return_if_fail (HR_IS_COLOUR_BUTTON (self));
  self->rgba = *rgba;
  gtk_widget_queue_draw (self->swatch);
}
