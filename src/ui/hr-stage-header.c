/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-stage-header.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "hr-format.h"
#include "hr-references.h"
#include "hr-stage-hours.h"

#define BAR_WIDTH 120

/**
 * HrStageHeader:
 *
 * The row above the touchpoints of a stage: its name and owner, its hours, and its
 * share of the whole as a thin bar.
 */
struct _HrStageHeader
{
  AdwBin parent_instance;

  HrDocument *document; /* (nullable) */
  HrSegment *segment;
  HrJourneyVersion version;
  HrStage *stage; /* (nullable): touchpoints without a stage */

  GtkInscription *name;
  GtkInscription *owner;
  GtkInscription *hours;
  GtkLevelBar *bar;
};

G_DEFINE_FINAL_TYPE (HrStageHeader, hr_stage_header, ADW_TYPE_BIN)

static void
show_values (HrStageHeader *self)
{
  HrCapacity *capacity;
  double hours, share;
  g_autofree char *text = NULL, *figure = NULL;

  if (self->document == NULL)
    return;

  capacity = hr_document_get_version (self->document, self->version);
  hours = hr_stage_get_hours (capacity, self->segment, self->stage, &share);
  figure = hr_format_hours (hours);
  text = g_strdup_printf (_ ("%s h"), figure);
  gtk_inscription_set_text (self->hours, text);
  if (isnan (share))
    share = 0;
  /* in whole pixels, else most edits would draw it anew as it was */
  gtk_level_bar_set_value (self->bar,
                           round (CLAMP (share, 0, 1) * BAR_WIDTH) / BAR_WIDTH);
  gtk_inscription_set_text (self->name, self->stage != NULL ? self->stage->name
                                                            : _ ("Without a Stage"));
  gtk_inscription_set_text (
      self->owner, self->stage != NULL
                       ? hr_references_get_name (hr_document_get_plan (self->document),
                                                 HR_TYPE_ROLE, self->stage->owner_role)
                       : "");
}

static void
let_go (HrStageHeader *self)
{
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_func (self->document, show_values, self);
  g_clear_object (&self->document);
  g_clear_object (&self->segment);
  g_clear_object (&self->stage);
}

static void
hr_stage_header_dispose (GObject *object)
{
  let_go (HR_STAGE_HEADER (object));

  G_OBJECT_CLASS (hr_stage_header_parent_class)->dispose (object);
}

static void
hr_stage_header_class_init (HrStageHeaderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hr_stage_header_dispose;
}

static GtkInscription *
add_text (GtkBox *box, const char *style, float xalign, guint width)
{
  GtkWidget *widget = gtk_inscription_new (NULL);
  GtkInscription *text = GTK_INSCRIPTION (widget);

  gtk_widget_add_css_class (widget, style);
  gtk_inscription_set_xalign (text, xalign);
  gtk_inscription_set_text_overflow (text, GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_chars (text, width);
  gtk_inscription_set_nat_chars (text, width);
  gtk_box_append (box, widget);
  return text;
}

static void
hr_stage_header_init (HrStageHeader *self)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12));

  /* Of fixed widths, so that the figures and bars of all stages stand in columns. */
  self->name = add_text (box, "heading", 0, 18);
  self->owner = add_text (box, "dim-label", 0, 14);
  self->hours = add_text (box, "numeric", 1, 8);
  self->bar = GTK_LEVEL_BAR (gtk_level_bar_new ());
  gtk_widget_set_size_request (GTK_WIDGET (self->bar), BAR_WIDTH, -1);
  gtk_widget_set_valign (GTK_WIDGET (self->bar), GTK_ALIGN_CENTER);
  gtk_level_bar_remove_offset_value (self->bar, GTK_LEVEL_BAR_OFFSET_LOW);
  gtk_level_bar_remove_offset_value (self->bar, GTK_LEVEL_BAR_OFFSET_HIGH);
  gtk_level_bar_remove_offset_value (self->bar, GTK_LEVEL_BAR_OFFSET_FULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Share of the journey’s hours"), -1);
  gtk_box_append (box, GTK_WIDGET (self->bar));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (box));
}

GtkWidget *
hr_stage_header_new (void)
{
  return g_object_new (HR_TYPE_STAGE_HEADER, NULL);
}

/**
 * hr_stage_header_set:
 * @self: a header
 * @document: (nullable): the plan, or %NULL when the header is taken away
 * @segment: whose journey the table shows
 * @version: which one of it
 * @stage: (nullable): which stage, or %NULL for touchpoints without one
 *
 * Shows a stage and follows it.
 */
void
hr_stage_header_set (HrStageHeader *self,
                     HrDocument *document,
                     HrSegment *segment,
                     HrJourneyVersion version,
                     HrStage *stage)
{
  g_return_if_fail (HR_IS_STAGE_HEADER (self));

  let_go (self);
  if (document == NULL)
    return;

  self->document = g_object_ref (document);
  g_set_object (&self->segment, segment);
  g_set_object (&self->stage, stage);
  self->version = version;
  g_signal_connect_object (document, "notify::capacity", G_CALLBACK (show_values), self,
                           G_CONNECT_SWAPPED);
  show_values (self);
}
