/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-split-row.h"

#include <glib/gi18n-lib.h>

#include "hr-format.h"
#include "hr-parse.h"

/**
 * HrSplitRow:
 *
 * A band of a split: its segment, its ARR and what follows. All but the lowest have a
 * threshold below them, which can be typed and removed.
 */
struct _HrSplitRow
{
  GtkListBoxRow parent_instance;

  guint band;
  char *good; /* what the entry last showed */
  GdkRGBA colour;

  GtkWidget *content;
  GtkWidget *dot;
  GtkLabel *name;
  GtkLabel *state;
  GtkLabel *range;
  GtkLabel *figures;
  GtkEntry *entry; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (HrSplitRow, hr_split_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  SIGNAL_TYPED,
  SIGNAL_REMOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

#define DOT_SIZE 14

static void
draw_dot (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  HrSplitRow *self = user_data;

  gdk_cairo_set_source_rgba (cr, &self->colour);
  cairo_arc (cr, width / 2.0, height / 2.0, MIN (width, height) / 2.0, 0, 2 * G_PI);
  cairo_fill (cr);
}

/* What cannot be read gives way to what was there. */
static void
typed_cb (HrSplitRow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  double value;

  if (g_strcmp0 (text, self->good) == 0)
    return;
  if (hr_parse_number (text, &value))
    g_signal_emit (self, signals[SIGNAL_TYPED], 0, self->band - 1, value);
  else
    gtk_editable_set_text (GTK_EDITABLE (self->entry), self->good);
}

static void
removed_cb (HrSplitRow *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVED], 0, self->band - 1);
}

static void
hr_split_row_finalize (GObject *object)
{
  g_free (HR_SPLIT_ROW (object)->good);

  G_OBJECT_CLASS (hr_split_row_parent_class)->finalize (object);
}

static void
hr_split_row_class_init (HrSplitRowClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hr_split_row_finalize;
  /**
   * HrSplitRow::typed:
   * @threshold: which
   * @value: where to
   *
   * Emitted when the person has typed where a threshold goes.
   */
  signals[SIGNAL_TYPED] = g_signal_new ("typed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_DOUBLE);
  /**
   * HrSplitRow::removed:
   * @threshold: which
   *
   * Emitted when the person wants a threshold no more.
   */
  signals[SIGNAL_REMOVED] = g_signal_new ("removed", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static GtkLabel *
add_label (GtkWidget *box, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
hr_split_row_init (HrSplitRow *self)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

static GtkWidget *
new_threshold (HrSplitRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *remove = gtk_button_new_from_icon_name ("list-remove-symbolic");
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->entry = GTK_ENTRY (gtk_entry_new ());
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 7);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), 7);
  gtk_entry_set_alignment (self->entry, 1);
  gtk_widget_add_css_class (GTK_WIDGET (self->entry), "numeric");
  gtk_widget_set_valign (GTK_WIDGET (self->entry), GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->entry), _ ("From This ARR On"));
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (typed_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (typed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), focus);
  gtk_widget_set_tooltip_text (remove, _ ("Remove Threshold"));
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (remove, "flat");
  g_signal_connect_swapped (remove, "clicked", G_CALLBACK (removed_cb), self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (box), remove);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}

static GtkWidget *
new_words (HrSplitRow *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  gtk_box_append (GTK_BOX (words), head);
  self->name = add_label (head, "heading");
  gtk_label_set_wrap (self->name, FALSE);
  gtk_label_set_ellipsize (self->name, PANGO_ELLIPSIZE_END);
  self->state = add_label (head, "accent");
  self->range = add_label (words, "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->range), "numeric");
  self->figures = add_label (words, "numeric");
  gtk_widget_set_hexpand (words, TRUE);
  return words;
}

/**
 * hr_split_row_new:
 * @band: which, from the lowest on
 *
 * Makes the row of a band.
 */
GtkWidget *
hr_split_row_new (guint band)
{
  HrSplitRow *self = g_object_new (HR_TYPE_SPLIT_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->band = band;
  self->dot = gtk_drawing_area_new ();
  gtk_widget_set_size_request (self->dot, DOT_SIZE, DOT_SIZE);
  gtk_widget_set_valign (self->dot, GTK_ALIGN_START);
  gtk_widget_set_margin_top (self->dot, 4);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->dot), draw_dot, self, NULL);
  gtk_box_append (GTK_BOX (box), self->dot);
  self->content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_set_hexpand (self->content, TRUE);
  gtk_box_append (GTK_BOX (self->content), new_words (self));
  if (band > 0)
    gtk_box_append (GTK_BOX (self->content), new_threshold (self));
  gtk_box_append (GTK_BOX (box), self->content);
  gtk_widget_set_margin_top (box, 9);
  gtk_widget_set_margin_bottom (box, 9);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 6);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  return GTK_WIDGET (self);
}

/* Where there is little room across, the threshold stands below the words. */
void
hr_split_row_set_tight (HrSplitRow *self, gboolean tight)
{
  g_return_if_fail (HR_IS_SPLIT_ROW (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->content),
                                  tight ? GTK_ORIENTATION_VERTICAL
                                        : GTK_ORIENTATION_HORIZONTAL);
}

guint
hr_split_row_get_band (HrSplitRow *self)
{
  return self->band;
}

static void
show_entry (HrSplitRow *self, const HrSplitBand *band)
{
  g_autofree char *label =
      g_strdup_printf (_ ("“%s” from this ARR on"), band->segment->name);

  g_free (self->good);
  self->good = hr_parse_number_to_grouped_text (band->from);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), self->good);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * hr_split_row_show:
 * @self: a row
 * @split: a split
 * @currency: (nullable): the code of the currency
 *
 * Shows the band as it is now.
 */
void
hr_split_row_show (HrSplitRow *self, HrSplit *split, const char *currency)
{
  HrSplitBand band = hr_split_get_band (split, self->band);
  g_autofree char *range = hr_format_split_range (&band, currency);
  g_autofree char *figures = hr_format_split_figures (&band, currency);
  g_autofree char *words = g_strjoin (". ", range, figures, NULL);

  if (!gdk_rgba_parse (&self->colour, band.segment->colour))
    gtk_widget_get_color (GTK_WIDGET (self), &self->colour);
  gtk_label_set_text (self->name, band.segment->name);
  gtk_label_set_text (self->state, band.is_new ? _ ("New") : "");
  gtk_label_set_text (self->range, range);
  gtk_label_set_text (self->figures, figures);
  if (self->entry != NULL)
    show_entry (self, &band);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  band.segment->name, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words, -1);
  gtk_widget_queue_draw (self->dot);
}
