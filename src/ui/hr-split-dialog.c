/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-split-dialog.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "hr-format.h"
#include "hr-histogram-area.h"
#include "hr-split-row.h"
#include "hr-title.h"
#include "hr-window.h"

/**
 * HrSplitDialog:
 *
 * What if the accounts were split here: a histogram of their ARR with thresholds to move,
 * and what follows for each band. Nothing is changed before it is applied.
 */
struct _HrSplitDialog
{
  AdwDialog parent_instance;

  HrDocument *document; /* (owned) */
  GPtrArray *segments;  /* (owned) (element-type HrSegment): that can be split */
  HrSplit *split;       /* (owned) (nullable) */
  HrHistogram *axis;    /* (owned) (nullable): of what is split */
  guint tick;

  AdwComboRow *whom;
  HrHistogramArea *area;
  GtkWidget *add;
  GtkListBox *bands;
  GtkLabel *people;
  GtkLabel *effect;
  GtkWidget *apply;
};

G_DEFINE_FINAL_TYPE (HrSplitDialog, hr_split_dialog, ADW_TYPE_DIALOG)

#define N_BINS 72

static const char *
get_currency (HrSplitDialog *self)
{
  return hr_document_get_plan (self->document)->currency;
}

/* ---- What is shown ---- */

static HrColor
get_color (HrSplitDialog *self, const HrSegment *segment)
{
  GdkRGBA rgba;

  if (!gdk_rgba_parse (&rgba, segment->colour))
    gtk_widget_get_color (GTK_WIDGET (self), &rgba);
  return (HrColor) { rgba.red, rgba.green, rgba.blue, rgba.alpha };
}

static void
show_bands (HrSplitDialog *self)
{
  g_autoptr (GArray) colors = g_array_new (FALSE, FALSE, sizeof (HrColor));
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  guint n;
  const double *thresholds = hr_split_get_thresholds (self->split, &n);

  hr_histogram_area_set_thresholds (self->area, thresholds, n);
  for (guint i = 0; i <= n; i++)
    {
      HrSplitBand band = hr_split_get_band (self->split, i);
      HrColor color = get_color (self, band.segment);

      g_array_append_val (colors, color);
      g_ptr_array_add (names, band.segment->name);
      if (i > 0)
        {
          g_autofree char *name = g_strdup_printf (
              _ ("Threshold between “%s” and “%s”"),
              hr_split_get_band (self->split, i - 1).segment->name, band.segment->name);

          hr_histogram_area_set_handle_name (self->area, i - 1, name);
        }
    }
  g_ptr_array_add (names, NULL);
  hr_histogram_area_set_bands (self->area, (const HrColor *) (void *) colors->data,
                               (const char *const *) names->pdata);
}

static void
show_people (HrSplitDialog *self)
{
  const HrTotals *now =
      hr_capacity_get_totals (hr_document_get_capacity (self->document));
  const HrTotals *then = hr_capacity_get_totals (hr_split_get_capacity (self->split));
  g_autofree char *before = hr_format_people (now->fte);
  g_autofree char *after = hr_format_people (then->fte);
  g_autofree char *text =
      g_strdup_printf (_ ("%s people needed in all, %s as it is"), after, before);

  gtk_label_set_text (self->people, text);
}

static void
show_values (HrSplitDialog *self)
{
  g_autofree char *effect = hr_format_split_effect (self->split);

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->bands));
       row != NULL; row = gtk_widget_get_next_sibling (row))
    hr_split_row_show (HR_SPLIT_ROW (row), self->split, get_currency (self));
  show_people (self);
  gtk_label_set_text (self->effect, effect);
}

static gboolean
frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  HrSplitDialog *self = HR_SPLIT_DIALOG (widget);

  self->tick = 0;
  show_values (self);
  return G_SOURCE_REMOVE;
}

/* The picture at once, the words once per frame. */
static void
show_moved (HrSplitDialog *self)
{
  show_bands (self);
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), frame_cb, NULL, NULL);
}

static void
fit_rows (HrSplitDialog *self)
{
  gboolean tight = adw_dialog_get_current_breakpoint (ADW_DIALOG (self)) != NULL;

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->bands));
       row != NULL; row = gtk_widget_get_next_sibling (row))
    hr_split_row_set_tight (HR_SPLIT_ROW (row), tight);
}

static void typed_cb (HrSplitDialog *self, guint threshold, double value);
static void removed_cb (HrSplitDialog *self, guint threshold);

/* Other bands have other rows, the highest first as segments stand. */
static void
rebuild (HrSplitDialog *self)
{
  guint n;

  /* what is typed in a row that goes is of another split */
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->bands));
       row != NULL; row = gtk_widget_get_next_sibling (row))
    g_signal_handlers_disconnect_by_data (row, self);
  gtk_list_box_remove_all (self->bands);
  hr_split_get_thresholds (self->split, &n);
  for (guint i = n + 1; i > 0; i--)
    {
      GtkWidget *row = hr_split_row_new (i - 1);

      g_signal_connect_object (row, "typed", G_CALLBACK (typed_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "removed", G_CALLBACK (removed_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_list_box_append (self->bands, row);
    }
  fit_rows (self);
  show_bands (self);
  show_values (self);
  gtk_widget_set_sensitive (self->add, n < HR_SPLIT_MAX_THRESHOLDS);
}

/* ---- What a person does ---- */

static void
typed_cb (HrSplitDialog *self, guint threshold, double value)
{
  hr_split_set (self->split, threshold, value);
  show_moved (self);
}

static void
moved_cb (HrSplitDialog *self, guint threshold, double value, gboolean dragged)
{
  hr_split_set (self->split, threshold, value);
  show_moved (self);
}

static void
cancelled_cb (HrSplitDialog *self, guint threshold, double before)
{
  hr_split_set (self->split, threshold, before);
  show_moved (self);
}

static void
removed_cb (HrSplitDialog *self, guint threshold)
{
  hr_split_remove (self->split, threshold);
  rebuild (self);
  gtk_widget_grab_focus (self->add);
}

static gboolean
handle_removed_cb (HrSplitDialog *self, guint threshold)
{
  removed_cb (self, threshold);
  return TRUE;
}

static gboolean
is_taken (HrSplitDialog *self, const char *name)
{
  HrPlan *plan = hr_capacity_get_plan (hr_split_get_capacity (self->split));

  for (guint i = 0; i < hr_list_get_n (plan->segments); i++)
    if (g_str_equal (hr_item_get_name (hr_list_get (plan->segments, i)), name))
      return TRUE;
  return FALSE;
}

/* "Scale Plus", "Scale Plus 2" */
static char *
make_name (HrSplitDialog *self, const HrSplitBand *band)
{
  const HrSegment *source = band->source != NULL ? band->source : band->segment;
  /* Translators: a segment that is cut from the upper end of another */
  char *name = g_strdup_printf (_ ("%s Plus"), source->name);

  for (guint i = 2; is_taken (self, name); i++)
    {
      g_free (name);
      name = g_strdup_printf (_ ("%s Plus %u"), source->name, i);
    }
  return name;
}

/* In the middle of the band that is the longest in the picture. */
static void
add_cb (HrSplitDialog *self)
{
  const HrValueAxis *axis = &self->axis->axis;
  double longest = -1, middle = 0;
  guint n, place;
  HrSplitBand band;
  g_autofree char *name = NULL;

  hr_split_get_thresholds (self->split, &n);
  for (guint i = 0; i <= n; i++)
    {
      double from, to;

      band = hr_split_get_band (self->split, i);
      from = isfinite (band.from) ? hr_value_axis_to_share (axis, band.from) : 0;
      to = isfinite (band.to) ? hr_value_axis_to_share (axis, band.to) : 1;
      if (to - from > longest)
        {
          longest = to - from;
          middle = (from + to) / 2;
        }
    }
  middle = hr_value_axis_round (axis, hr_value_axis_from_share (axis, middle));
  place = hr_split_find_band (self->split, middle);
  band = hr_split_get_band (self->split, place);
  name = make_name (self, &band);
  if (!hr_split_add (self->split, middle, name))
    return;
  rebuild (self);
  hr_histogram_area_focus (self->area, place);
}

/* Returns: (transfer none) (nullable): whose accounts are split, %NULL for all */
static HrSegment *
get_chosen (HrSplitDialog *self)
{
  guint i = adw_combo_row_get_selected (self->whom);

  return i > 0 && i <= self->segments->len ? g_ptr_array_index (self->segments, i - 1)
                                           : NULL;
}

static void
whom_cb (HrSplitDialog *self)
{
  HrSegment *segment = get_chosen (self);

  g_clear_pointer (&self->split, hr_split_free);
  g_clear_pointer (&self->axis, hr_histogram_free);
  self->split =
      hr_split_new (hr_document_get_plan (self->document), segment, _ ("All Customers"));
  self->axis = hr_split_make_histogram (self->split, N_BINS);
  hr_histogram_area_set_histogram (
      self->area, hr_split_make_histogram (self->split, N_BINS), get_currency (self));
  rebuild (self);
}

static void
list_segments (HrSplitDialog *self, HrSegment *chosen)
{
  HrList *segments = hr_document_get_plan (self->document)->segments;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  g_ptr_array_set_size (self->segments, 0);
  gtk_string_list_append (names, _ ("All Accounts"));
  for (guint i = 0; i < hr_list_get_n (segments); i++)
    {
      HrSegment *segment = hr_list_get (segments, i);

      if (segment->source != HR_SEGMENT_ACCOUNTS)
        continue;
      g_ptr_array_add (self->segments, g_object_ref (segment));
      gtk_string_list_append (names, segment->name);
      if (segment == chosen)
        selected = self->segments->len;
    }
  adw_combo_row_set_model (self->whom, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->whom, selected);
}

/* Undone or redone meanwhile: another plan is split now. */
static void
plan_changed_cb (HrSplitDialog *self)
{
  g_autoptr (HrSegment) chosen = NULL;

  g_set_object (&chosen, get_chosen (self));
  g_signal_handlers_block_by_func (self->whom, whom_cb, self);
  list_segments (self, chosen);
  g_signal_handlers_unblock_by_func (self->whom, whom_cb, self);
  whom_cb (self);
}

static void
apply_cb (HrSplitDialog *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (GError) error = NULL;
  gboolean applied;

  g_signal_handlers_block_by_func (self->document, plan_changed_cb, self);
  applied = hr_split_apply (self->split, hr_document_get_history (self->document),
                            _ ("Split by ARR"), &error);
  g_signal_handlers_unblock_by_func (self->document, plan_changed_cb, self);
  if (applied)
    adw_dialog_close (ADW_DIALOG (self));
  else
    hr_window_toast (HR_WINDOW (root), error->message);
}

static void
cancel_cb (HrSplitDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

/* ---- The dialog ---- */

static void
hr_split_dialog_finalize (GObject *object)
{
  HrSplitDialog *self = HR_SPLIT_DIALOG (object);

  g_clear_object (&self->document);
  g_clear_pointer (&self->segments, g_ptr_array_unref);
  g_clear_pointer (&self->split, hr_split_free);
  g_clear_pointer (&self->axis, hr_histogram_free);

  G_OBJECT_CLASS (hr_split_dialog_parent_class)->finalize (object);
}

static void
hr_split_dialog_class_init (HrSplitDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hr_split_dialog_finalize;
}

static GtkWidget *
new_header (HrSplitDialog *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  self->apply = gtk_button_new_with_mnemonic (_ ("_Apply"));
  gtk_widget_add_css_class (self->apply, "suggested-action");
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (cancel_cb), self);
  g_signal_connect_swapped (self->apply, "clicked", G_CALLBACK (apply_cb), self);
  adw_header_bar_set_title_widget (
      ADW_HEADER_BAR (header), hr_title_new (adw_dialog_get_title (ADW_DIALOG (self))));
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->apply);
  return header;
}

static GtkWidget *
new_picture (HrSplitDialog *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *area = hr_histogram_area_new (FALSE);

  self->area = HR_HISTOGRAM_AREA (area);
  self->add = gtk_button_new_from_icon_name ("list-add-symbolic");
  gtk_widget_set_tooltip_text (self->add, _ ("Add Threshold"));
  gtk_widget_add_css_class (self->add, "flat");
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (add_cb), self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (area), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Accounts by ARR"), -1);
  g_signal_connect_swapped (area, "moved", G_CALLBACK (moved_cb), self);
  g_signal_connect_swapped (area, "cancelled", G_CALLBACK (cancelled_cb), self);
  g_signal_connect_swapped (area, "removed", G_CALLBACK (handle_removed_cb), self);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Accounts by ARR"));
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (group),
      _ ("Drag the thresholds, or move them with the arrow keys"));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), self->add);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), area);
  return group;
}

static GtkWidget *
new_bands (HrSplitDialog *self)
{
  GtkWidget *group = adw_preferences_group_new (), *list = gtk_list_box_new ();

  self->bands = GTK_LIST_BOX (list);
  gtk_list_box_set_selection_mode (self->bands, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Bands"), -1);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), list);
  return group;
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

static GtkWidget *
new_content (HrSplitDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *group = adw_preferences_group_new (), *words;

  self->whom = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->whom), _ ("Split"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->whom));
  gtk_box_append (GTK_BOX (box), group);
  gtk_box_append (GTK_BOX (box), new_picture (self));
  words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->people = add_label (words, "heading");
  gtk_widget_add_css_class (GTK_WIDGET (self->people), "numeric");
  self->effect = add_label (words, "dim-label");
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), new_bands (self));
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 18);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  return box;
}

/* A breakpoint of a dialog asks for its least size. */
static void
watch_width (HrSplitDialog *self)
{
  gtk_widget_set_size_request (GTK_WIDGET (self), 320, 200);
  adw_dialog_add_breakpoint (
      ADW_DIALOG (self),
      adw_breakpoint_new (adw_breakpoint_condition_parse ("max-width: 400sp")));
  g_signal_connect (self, "notify::current-breakpoint", G_CALLBACK (fit_rows), NULL);
}

static void
hr_split_dialog_init (HrSplitDialog *self)
{
  GtkWidget *view = adw_toolbar_view_new (), *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  self->segments = g_ptr_array_new_with_free_func (g_object_unref);
  adw_dialog_set_title (ADW_DIALOG (self), _ ("Split by ARR"));
  adw_dialog_set_content_width (ADW_DIALOG (self), 720);
  adw_dialog_set_content_height (ADW_DIALOG (self), 760);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 720);
  adw_clamp_set_child (ADW_CLAMP (clamp), new_content (self));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), new_header (self));
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), scroller);
  adw_dialog_set_child (ADW_DIALOG (self), view);
  watch_width (self);
}

/**
 * hr_split_dialog_new:
 * @document: a plan with accounts that have a column of ARR
 * @segment: (nullable): whose accounts to split; %NULL splits all
 *
 * Makes a dialog that splits accounts by their ARR.
 */
AdwDialog *
hr_split_dialog_new (HrDocument *document, HrSegment *segment)
{
  HrSplitDialog *self = g_object_new (HR_TYPE_SPLIT_DIALOG, NULL);

  self->document = g_object_ref (document);
  list_segments (self, segment);
  g_signal_connect_swapped (self->whom, "notify::selected", G_CALLBACK (whom_cb), self);
  g_signal_connect_object (document, "notify::capacity", G_CALLBACK (plan_changed_cb),
                           self, G_CONNECT_SWAPPED);
  whom_cb (self);
  return ADW_DIALOG (self);
}
