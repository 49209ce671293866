/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-capacity-page.h"

#include <glib/gi18n-lib.h>

#include "hr-chart-area.h"
#include "hr-format.h"
#include "hr-item-column.h"
#include "hr-resource.h"
#include "hr-window.h"

/**
 * HrCapacityPage:
 *
 * The roles: their hours, costs, and how many of them it takes.
 */
struct _HrCapacityPage
{
  HrPage parent_instance;

  GtkColumnView *table;
  GtkSingleSelection *selection;
  HrChartArea *chart;
  HrRole *removed;              /* (owned) (nullable): last removed here */
  const char *removed_property; /* the column that had the focus then */
};

G_DEFINE_FINAL_TYPE (HrCapacityPage, hr_capacity_page, HR_TYPE_PAGE)

static const HrRoleCapacity *
find_answer (HrDocument *document, gpointer role)
{
  return hr_capacity_find_role (hr_document_get_capacity (document), role);
}

static char *
available_to_text (HrDocument *document, gpointer item, double *share)
{
  return hr_format_hours (hr_role_get_available_hours (item));
}

static char *
needed_to_text (HrDocument *document, gpointer item, double *share)
{
  const HrRoleCapacity *answer = find_answer (document, item);

  return answer != NULL ? hr_format_people (answer->fte) : g_strdup (HR_NO_ANSWER);
}

static char *
heads_to_text (HrDocument *document, gpointer item, double *share)
{
  const HrRoleCapacity *answer = find_answer (document, item);

  return answer != NULL ? hr_format_heads (answer->heads) : g_strdup (HR_NO_ANSWER);
}

static char *
gap_to_text (HrDocument *document, gpointer item, double *share)
{
  const HrRoleCapacity *answer = find_answer (document, item);

  return answer != NULL ? hr_format_gap (answer->gap) : g_strdup (HR_NO_ANSWER);
}

static char *
cost_to_text (HrDocument *document, gpointer item, double *share)
{
  const HrRoleCapacity *answer = find_answer (document, item);

  return answer != NULL ? hr_format_money_compact (
                              answer->cost, hr_document_get_plan (document)->currency)
                        : g_strdup (HR_NO_ANSWER);
}

static void
add_columns (HrCapacityPage *self, HrDocument *document)
{
  static const struct
  {
    const char *property; /* of an editable column */
    HrItemTextFunc func;  /* of a computed one */
    const char *title;
    int width;
  } columns[] = {
    { "name", NULL, N_ ("Role"), 150 },
    { NULL, needed_to_text, N_ ("Needed"), 80 },
    { NULL, heads_to_text, N_ ("Heads"), 70 },
    { "headcount", NULL, N_ ("Today"), 80 },
    { NULL, gap_to_text, N_ ("Gap"), 100 },
    { NULL, cost_to_text, N_ ("Cost per Year"), 110 },
    { "annual-hours", NULL, N_ ("Paid Hours"), 100 },
    { "leave-hours", NULL, N_ ("Leave Hours"), 100 },
    { "internal-share", NULL, N_ ("Internal Share"), 110 },
    { "internal-hours", NULL, N_ ("Internal Hours"), 110 },
    { "realisation", NULL, N_ ("Realisation"), 100 },
    { NULL, available_to_text, N_ ("For Customers"), 120 },
    { "annual-cost", NULL, N_ ("Cost per Person"), 120 },
    { "tool-cost", NULL, N_ ("Tools per Person"), 120 },
    { "ramp-months", NULL, N_ ("Ramp (months)"), 110 },
    { "ramp-productivity", NULL, N_ ("Ramp Productivity"), 140 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column =
          columns[i].func != NULL
              ? hr_computed_column_new (document, columns[i].func, _ (columns[i].title))
              : hr_item_column_new (document, HR_TYPE_ROLE, columns[i].property,
                                    _ (columns[i].title));

      gtk_column_view_column_set_fixed_width (column, columns[i].width);
      gtk_column_view_append_column (self->table, column);
    }
  hr_item_table_finish (self->table, HR_TYPE_ROLE);
}

/* The picture is of the role that is chosen. */
static void
role_chosen_cb (HrCapacityPage *self)
{
  HrRole *role = gtk_single_selection_get_selected_item (self->selection);

  hr_chart_area_set_role (self->chart, role);
  gtk_widget_set_visible (GTK_WIDGET (self->chart), role != NULL);
}

static void
hr_capacity_page_open (HrPage *page, HrDocument *document)
{
  HrCapacityPage *self = HR_CAPACITY_PAGE (page);
  GListModel *columns = gtk_column_view_get_columns (self->table);

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->table, column);
    }
  add_columns (self, document);
  gtk_single_selection_set_model (self->selection,
                                  G_LIST_MODEL (hr_document_get_plan (document)->roles));
}

static gboolean
hr_capacity_page_go_to (HrPage *page, gpointer item, const char *property)
{
  HrCapacityPage *self = HR_CAPACITY_PAGE (page);
  HrList *roles = hr_document_get_plan (hr_page_get_document (page))->roles;
  guint position;

  if (!hr_list_get_position (roles, item, &position))
    return FALSE;
  hr_item_table_go_to (self->table, position, property, FALSE);
  return TRUE;
}

static void
hr_capacity_page_add (HrPage *page)
{
  HrDocument *document = hr_page_get_document (page);
  HrList *roles = hr_document_get_plan (document)->roles;
  g_autoptr (HrRole) role = hr_item_new (HR_TYPE_ROLE, NULL);
  g_autoptr (GError) error = NULL;

  g_object_set (role, "name", _ ("New Role"), NULL);
  if (hr_history_insert (hr_document_get_history (document), roles, hr_list_get_n (roles),
                         role, &error))
    hr_item_table_go_to (HR_CAPACITY_PAGE (page)->table, hr_list_get_n (roles) - 1,
                         "name", TRUE);
  else
    hr_page_refuse (page, error);
}

static void
remove_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  HrCapacityPage *self = HR_CAPACITY_PAGE (widget);
  HrDocument *document = hr_page_get_document (HR_PAGE (self));
  HrRole *role = gtk_single_selection_get_selected_item (self->selection);
  guint row = gtk_single_selection_get_selected (self->selection);
  HrList *roles = hr_document_get_plan (document)->roles;
  const char *property;

  if (role == NULL || !hr_item_table_find_focus (self->table, &property))
    return;
  g_set_object (&self->removed, role);
  self->removed_property = property;
  hr_window_toast_removed (HR_WINDOW (gtk_widget_get_root (widget)), role->name);
  hr_history_remove (hr_document_get_history (document), roles, row);
  if (hr_list_get_n (roles) > 0)
    hr_item_table_go_to (self->table, MIN (row, hr_list_get_n (roles) - 1), property,
                         FALSE);
}

/* What was removed is back: so is the focus. */
static void
hr_capacity_page_update (HrPage *page, HrDocument *document)
{
  HrCapacityPage *self = HR_CAPACITY_PAGE (page);

  if (self->removed != NULL &&
      hr_capacity_page_go_to (page, self->removed, self->removed_property))
    g_clear_object (&self->removed);
}

static void
hr_capacity_page_dispose (GObject *object)
{
  g_clear_object (&HR_CAPACITY_PAGE (object)->removed);

  G_OBJECT_CLASS (hr_capacity_page_parent_class)->dispose (object);
}

static void
hr_capacity_page_class_init (HrCapacityPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hr_capacity_page_dispose;
  HR_PAGE_CLASS (klass)->open = hr_capacity_page_open;
  HR_PAGE_CLASS (klass)->update = hr_capacity_page_update;
  HR_PAGE_CLASS (klass)->add = hr_capacity_page_add;
  HR_PAGE_CLASS (klass)->go_to = hr_capacity_page_go_to;

  gtk_widget_class_install_action (widget_class, "role.remove", NULL, remove_action);
  g_type_ensure (HR_TYPE_CHART_AREA);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               HR_RESOURCE ("hr-capacity-page.ui"));
  gtk_widget_class_bind_template_child (widget_class, HrCapacityPage, table);
  gtk_widget_class_bind_template_child (widget_class, HrCapacityPage, selection);
  gtk_widget_class_bind_template_child (widget_class, HrCapacityPage, chart);
  gtk_widget_class_bind_template_callback (widget_class, role_chosen_cb);
}

static void
hr_capacity_page_init (HrCapacityPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
