/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-overlaps-dialog.h"

#include <glib/gi18n-lib.h>

#include "hr-accounts-page.h"
#include "hr-format.h"
#include "hr-overlaps.h"
#include "hr-window.h"

/**
 * HrOverlapsDialog:
 *
 * Which accounts more than one rule matches, who has them, and which none does; from
 * there one gets to the rule, and to each account.
 */
struct _HrOverlapsDialog
{
  AdwDialog parent_instance;

  HrDocument *document; /* (owned) */
  HrOverlaps *overlaps; /* (owned) */
};

G_DEFINE_FINAL_TYPE (HrOverlapsDialog, hr_overlaps_dialog, ADW_TYPE_DIALOG)

static HrPlan *
get_plan (HrOverlapsDialog *self)
{
  return hr_document_get_plan (self->document);
}

static HrWindow *
leave (HrOverlapsDialog *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  adw_dialog_close (ADW_DIALOG (self));
  return HR_WINDOW (root);
}

/* ---- Where one gets to ---- */

static const char *
get_name (HrOverlapsDialog *self, gsize row)
{
  HrPortfolio *portfolio = get_plan (self)->portfolio;
  HrColumn *column = hr_portfolio_find_column (portfolio, HR_COLUMN_NAME);

  if (column == NULL || hr_column_is_missing (column, row))
    column = hr_portfolio_find_column (portfolio, HR_COLUMN_ID);
  return hr_column_get_text_at (column, row);
}

static void
account_cb (GtkWidget *row, HrOverlapsDialog *self)
{
  g_autofree char *name = g_strdup (g_object_get_data (G_OBJECT (row), "hr-account"));
  HrWindow *window = leave (self);
  HrPage *page = hr_window_show_page (window, "accounts");

  hr_accounts_page_search (HR_ACCOUNTS_PAGE (page), name);
}

static void
segment_cb (GtkWidget *row, HrOverlapsDialog *self)
{
  HrSegment *segment = g_object_get_data (G_OBJECT (row), "hr-segment");

  hr_window_go_to (leave (self), segment, "rule");
}

/* ---- Rows ---- */

static GtkWidget *
new_link (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  return row;
}

static char *
write_arr (HrOverlapsDialog *self, gsize row)
{
  HrColumn *arr = hr_portfolio_find_column (get_plan (self)->portfolio, HR_COLUMN_ARR);

  return hr_format_minor (arr != NULL ? hr_column_get_money (arr)[row] : HR_MONEY_NONE,
                          get_plan (self)->currency);
}

static void
add_examples (HrOverlapsDialog *self, AdwExpanderRow *row, const HrExamples *examples)
{
  for (guint i = 0; i < examples->n; i++)
    {
      const char *name = get_name (self, examples->rows[i]);
      g_autofree char *arr = write_arr (self, examples->rows[i]);
      GtkWidget *link = new_link (name, arr);

      g_object_set_data_full (G_OBJECT (link), "hr-account", g_strdup (name), g_free);
      g_signal_connect_object (link, "activated", G_CALLBACK (account_cb), self, 0);
      adw_expander_row_add_row (row, link);
    }
}

static void
add_segment (HrOverlapsDialog *self, AdwExpanderRow *row, guint position)
{
  HrSegment *segment = hr_list_get (get_plan (self)->segments, position);
  g_autofree char *title = g_strdup_printf (_ ("Go to the Rule of “%s”"), segment->name);
  GtkWidget *link = new_link (title, "");

  g_object_set_data_full (G_OBJECT (link), "hr-segment", g_object_ref (segment),
                          g_object_unref);
  g_signal_connect_object (link, "activated", G_CALLBACK (segment_cb), self, 0);
  adw_expander_row_add_row (row, link);
}

/* What is in a row is made when somebody looks into it: there may be many. */
static void
expanded_cb (AdwExpanderRow *row, GParamSpec *pspec, HrOverlapsDialog *self)
{
  const HrOverlap *pair = g_object_get_data (G_OBJECT (row), "hr-overlap");

  g_signal_handlers_disconnect_by_func (row, expanded_cb, self);
  if (pair != NULL)
    {
      add_segment (self, row, pair->other);
      add_segment (self, row, pair->taker);
    }
  add_examples (self, row, pair != NULL ? &pair->examples : &self->overlaps->gap);
}

static GtkWidget *
new_row (HrOverlapsDialog *self, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_expander_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (expanded_cb), self, 0);
  return row;
}

static GtkWidget *
new_pair_row (HrOverlapsDialog *self, HrOverlap *pair)
{
  const HrSegment *taker = hr_list_get (get_plan (self)->segments, pair->taker);
  const HrSegment *other = hr_list_get (get_plan (self)->segments, pair->other);
  g_autofree char *title =
      g_strdup_printf (_ ("“%s” and “%s”"), taker->name, other->name);
  g_autofree char *count = hr_format_count (&pair->count, get_plan (self)->currency);
  /* Translators: "48 accounts · $32.0M ARR: they go to “Enterprise”" */
  g_autofree char *text = g_strdup_printf (_ ("%s: they go to “%s”"), count, taker->name);
  GtkWidget *row = new_row (self, title, text);

  g_object_set_data (G_OBJECT (row), "hr-overlap", pair);
  return row;
}

static GtkWidget *
new_gap_row (HrOverlapsDialog *self)
{
  g_autofree char *count =
      hr_format_count (&self->overlaps->none, get_plan (self)->currency);

  return new_row (self, count, _ ("They are not planned for"));
}

static GtkWidget *
new_nothing_row (const char *title)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("object-select-symbolic"));
  return row;
}

static void
fill (HrOverlapsDialog *self, AdwPreferencesPage *page)
{
  GtkWidget *gaps = adw_preferences_group_new (), *pairs = adw_preferences_group_new ();
  g_autofree char *summary = hr_format_overlaps (self->overlaps);

  adw_preferences_page_set_description (page, summary);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (gaps),
                                   _ ("Accounts That No Rule Matches"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (gaps),
                             self->overlaps->none.n_accounts > 0
                                 ? new_gap_row (self)
                                 : new_nothing_row (_ ("Each account has a segment")));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (pairs),
                                   _ ("Accounts That Two Rules Match"));
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (pairs),
      _ ("They go to the segment that stands first. Where that is meant, all is well."));
  for (guint i = 0; i < self->overlaps->pairs->len; i++)
    adw_preferences_group_add (
        ADW_PREFERENCES_GROUP (pairs),
        new_pair_row (self, &g_array_index (self->overlaps->pairs, HrOverlap, i)));
  if (self->overlaps->pairs->len == 0)
    adw_preferences_group_add (
        ADW_PREFERENCES_GROUP (pairs),
        new_nothing_row (_ ("No two rules match the same account")));
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (gaps));
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (pairs));
}

static void
hr_overlaps_dialog_finalize (GObject *object)
{
  HrOverlapsDialog *self = HR_OVERLAPS_DIALOG (object);

  g_clear_object (&self->document);
  g_clear_pointer (&self->overlaps, hr_overlaps_free);

  G_OBJECT_CLASS (hr_overlaps_dialog_parent_class)->finalize (object);
}

static void
hr_overlaps_dialog_class_init (HrOverlapsDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hr_overlaps_dialog_finalize;
}

static void
hr_overlaps_dialog_init (HrOverlapsDialog *self)
{
  adw_dialog_set_title (ADW_DIALOG (self), _ ("Overlaps and Gaps"));
  adw_dialog_set_content_width (ADW_DIALOG (self), 560);
  adw_dialog_set_content_height (ADW_DIALOG (self), 640);
}

/**
 * hr_overlaps_dialog_new:
 * @document: a plan with accounts
 *
 * Makes the report on a plan as it is now.
 */
AdwDialog *
hr_overlaps_dialog_new (HrDocument *document)
{
  HrOverlapsDialog *self = g_object_new (HR_TYPE_OVERLAPS_DIALOG, NULL);
  GtkWidget *view = adw_toolbar_view_new (), *page = adw_preferences_page_new ();

  self->document = g_object_ref (document);
  self->overlaps = hr_overlaps_new (hr_document_get_segmentation (document));
  fill (self, ADW_PREFERENCES_PAGE (page));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_dialog_set_child (ADW_DIALOG (self), view);
  return ADW_DIALOG (self);
}
