/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-overview-page.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "hr-capacity-chart.h"
#include "hr-chart-area.h"
#include "hr-check.h"
#include "hr-coverage-map.h"
#include "hr-figure.h"
#include "hr-format.h"
#include "hr-levers-dialog.h"
#include "hr-resource.h"
#include "hr-shortcuts.h"
#include "hr-window.h"

/* More than these few nobody reads before a meeting; the rest folds. */
#define MAX_CHECKS 5

/**
 * HrOverviewPage:
 *
 * The answer on one screen: the headline figures, the picture, what is worth a look.
 */
struct _HrOverviewPage
{
  HrPage parent_instance;

  GtkStack *states;
  HrFigureButton *needed;
  HrFigureButton *today;
  HrFigureButton *gap;
  HrFigureButton *cost;
  AdwToggleGroup *picture;
  HrChartArea *chart;
  AdwPreferencesGroup *checks_group;
  GPtrArray *rows; /* (element-type GtkWidget): of the checks */
  GtkWidget *more; /* (nullable): the row that folds all but the first of them */
};

G_DEFINE_FINAL_TYPE (HrOverviewPage, hr_overview_page, HR_TYPE_PAGE)

static void
show_needed (HrOverviewPage *self, const HrTotals *totals)
{
  g_autofree char *value = hr_format_people (totals->fte);
  g_autofree char *heads = hr_format_heads (totals->heads);
  g_autofree char *note = NULL;

  note = isnan (totals->heads)
             ? g_strdup (hr_reason_to_text (totals->reason))
             : g_strdup_printf (ngettext ("%s head", "%s heads", (gulong) totals->heads),
                                heads);
  hr_figure_set_text (self->needed, value, note);
}

static guint
count_short (const HrCapacity *capacity)
{
  guint n = 0;

  for (guint i = 0; i < hr_capacity_get_n_segments (capacity); i++)
    {
      const HrSegmentCapacity *segment = hr_capacity_get_segment (capacity, i);

      n += segment->book.gap <= -0.05; /* what shows as 0.1 short, and not as even */
    }
  return n;
}

static void
show_today_and_gap (HrOverviewPage *self, const HrCapacity *capacity)
{
  const HrTotals *totals = hr_capacity_get_totals (capacity);
  guint n = count_short (capacity);
  g_autofree char *today = hr_format_people (totals->headcount);
  g_autofree char *gap = hr_format_gap (totals->gap);
  g_autofree char *note =
      g_strdup_printf (ngettext ("%u segment short", "%u segments short", n), n);

  hr_figure_set_text (self->today, today, _ ("all roles"));
  hr_figure_set_text (self->gap, gap, note);
}

static void
show_cost (HrOverviewPage *self, const HrCapacity *capacity)
{
  const char *currency = hr_capacity_get_plan (capacity)->currency;
  const HrTotals *totals = hr_capacity_get_totals (capacity);
  g_autofree char *share = hr_format_share (totals->cost_share_of_arr);
  g_autofree char *cost = hr_format_money_compact (totals->cost, currency);
  g_autofree char *arr = hr_format_money_compact (totals->arr, currency);
  g_autofree char *note = g_strdup_printf (_ ("%s of %s ARR"), cost, arr);

  hr_figure_set_text (self->cost, share, note);
}

static void
go_to_cb (AdwActionRow *row, HrOverviewPage *self)
{
  HrWindow *window = HR_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  gpointer item = g_object_get_data (G_OBJECT (row), "hr-item");

  if (item != NULL)
    hr_window_go_to (window, item, g_object_get_data (G_OBJECT (row), "hr-property"));
  else
    hr_window_show_page (window, g_object_get_data (G_OBJECT (row), "hr-page"));
}

static const char *
icon_of (HrSeverity severity)
{
  switch (severity)
    {
    case HR_SEVERITY_ERROR:
      return "dialog-error-symbolic";
    case HR_SEVERITY_WARNING:
      return "dialog-warning-symbolic";
    case HR_SEVERITY_NOTE:
      return "dialog-information-symbolic";
    default:
      g_return_val_if_reached (NULL);
    }
}

static GtkWidget *
make_check_row (HrOverviewPage *self)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new (), *arrow = gtk_image_new ();

  gtk_image_set_from_icon_name (GTK_IMAGE (arrow), "go-next-symbolic");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  g_object_set_data (G_OBJECT (row), "hr-icon", icon);
  g_object_bind_property (row, "activatable", arrow, "visible", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (row, "activated", G_CALLBACK (go_to_cb), self, 0);
  return row;
}

/* Where to mend what is about no single item. */
static const char *
page_of (HrCheckKind kind)
{
  if (kind == HR_CHECK_NO_SEGMENTS || kind == HR_CHECK_UNASSIGNED)
    return "segments";
  if (kind == HR_CHECK_OTHER_CURRENCY)
    return "accounts";
  if (kind == HR_CHECK_MANY_JOURNEYS)
    return "journeys";
  return kind == HR_CHECK_DEFAULTS ? "capacity" : NULL;
}

static void
show_check (GtkWidget *row, const HrCheck *check, HrPlan *plan)
{
  GtkImage *icon = g_object_get_data (G_OBJECT (row), "hr-icon");
  g_autofree char *text = hr_format_check (check, plan);
  const char *page = page_of (check->kind);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  if (g_strcmp0 (gtk_image_get_icon_name (icon), icon_of (check->severity)) != 0)
    gtk_image_set_from_icon_name (icon, icon_of (check->severity));
  g_object_set_data_full (G_OBJECT (row), "hr-item",
                          check->item != NULL ? g_object_ref (check->item) : NULL,
                          g_object_unref);
  g_object_set_data (G_OBJECT (row), "hr-property", (gpointer) check->property);
  g_object_set_data (G_OBJECT (row), "hr-page", (gpointer) page);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row),
                                    check->item != NULL || page != NULL);
}

static void
remove_check_rows (HrOverviewPage *self)
{
  guint n_shown = self->more != NULL ? MAX_CHECKS : self->rows->len;

  for (guint i = 0; i < n_shown; i++)
    adw_preferences_group_remove (self->checks_group, g_ptr_array_index (self->rows, i));
  if (self->more != NULL)
    adw_preferences_group_remove (self->checks_group, self->more);
  self->more = NULL;
  g_ptr_array_set_size (self->rows, 0);
}

static void
add_fold (HrOverviewPage *self, guint n)
{
  g_autofree char *title = g_strdup_printf (ngettext ("%u more", "%u more", n), n);

  self->more = adw_expander_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->more), title);
  adw_preferences_group_add (self->checks_group, self->more);
}

static void
add_check_rows (HrOverviewPage *self, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *row = make_check_row (self);

      if (i == MAX_CHECKS && n > MAX_CHECKS + 1)
        add_fold (self, n - MAX_CHECKS);
      if (self->more != NULL)
        adw_expander_row_add_row (ADW_EXPANDER_ROW (self->more), row);
      else
        adw_preferences_group_add (self->checks_group, row);
      g_ptr_array_add (self->rows, row);
    }
}

/* New rows only for another number of checks: making them takes longer than a frame, and
 * an edit mostly changes a figure in one. */
static void
show_checks (HrOverviewPage *self, HrDocument *document)
{
  GPtrArray *checks = hr_document_get_checks (document);

  if (checks->len != self->rows->len)
    {
      remove_check_rows (self);
      add_check_rows (self, checks->len);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->checks_group), checks->len > 0);
  for (guint i = 0; i < checks->len; i++)
    show_check (g_ptr_array_index (self->rows, i), g_ptr_array_index (checks, i),
                hr_document_get_plan (document));
}

/* Of the segment that the finding is about. */
static void
levers_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  HrDocument *document = hr_page_get_document (HR_PAGE (widget));
  int segment = hr_finding_get_segment (hr_document_get_capacity (document));

  adw_dialog_present (hr_levers_dialog_new (document, (guint) MAX (segment, 0)), widget);
}

static void
picture_chosen_cb (HrOverviewPage *self)
{
  hr_chart_area_set_chart (self->chart,
                           adw_toggle_group_get_active (self->picture) == 1
                               ? &hr_coverage_map
                               : &hr_capacity_chart,
                           NULL, NULL);
}

static void
hr_overview_page_open (HrPage *page, HrDocument *document)
{
  HrOverviewPage *self = HR_OVERVIEW_PAGE (page);

  hr_figure_set (self->needed, document, HR_FIGURE_FTE, NULL, NULL);
  hr_figure_set (self->today, document, HR_FIGURE_HEADCOUNT, NULL, NULL);
  hr_figure_set (self->gap, document, HR_FIGURE_GAP, NULL, NULL);
  hr_figure_set (self->cost, document, HR_FIGURE_COST_SHARE_OF_ARR, NULL, NULL);
}

static void
hr_overview_page_update (HrPage *page, HrDocument *document)
{
  HrOverviewPage *self = HR_OVERVIEW_PAGE (page);
  HrCapacity *capacity = hr_document_get_capacity (document);
  gboolean empty = hr_capacity_get_n_segments (capacity) == 0;

  gtk_stack_set_visible_child_name (self->states, empty ? "empty" : "answer");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "overview.levers", !empty);
  if (empty)
    return;

  show_needed (self, hr_capacity_get_totals (capacity));
  show_today_and_gap (self, capacity);
  show_cost (self, capacity);
  show_checks (self, document);
}

static void
hr_overview_page_finalize (GObject *object)
{
  g_clear_pointer (&HR_OVERVIEW_PAGE (object)->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (hr_overview_page_parent_class)->finalize (object);
}

static void
hr_overview_page_class_init (HrOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hr_overview_page_finalize;
  HR_PAGE_CLASS (klass)->open = hr_overview_page_open;
  HR_PAGE_CLASS (klass)->update = hr_overview_page_update;

  g_type_ensure (HR_TYPE_FIGURE);
  g_type_ensure (HR_TYPE_CHART_AREA);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               HR_RESOURCE ("hr-overview-page.ui"));
  gtk_widget_class_bind_template_child (widget_class, HrOverviewPage, states);
  gtk_widget_class_bind_template_child (widget_class, HrOverviewPage, needed);
  gtk_widget_class_bind_template_child (widget_class, HrOverviewPage, today);
  gtk_widget_class_bind_template_child (widget_class, HrOverviewPage, gap);
  gtk_widget_class_bind_template_child (widget_class, HrOverviewPage, cost);
  gtk_widget_class_bind_template_child (widget_class, HrOverviewPage, picture);
  gtk_widget_class_bind_template_child (widget_class, HrOverviewPage, chart);
  gtk_widget_class_bind_template_child (widget_class, HrOverviewPage, checks_group);
  gtk_widget_class_bind_template_callback (widget_class, picture_chosen_cb);
  gtk_widget_class_install_action (widget_class, "overview.levers", NULL, levers_action);
}

static void
hr_overview_page_init (HrOverviewPage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  hr_shortcuts_add_action (GTK_WIDGET (self), GDK_KEY_l, GDK_CONTROL_MASK,
                           "overview.levers");
  picture_chosen_cb (self);
}
