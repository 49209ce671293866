/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hr-capacity-page.h"

#include <glib/gi18n-lib.h>

#include "hr-chart-area.h"
#include "hr-format.h"
#include "hr-hours-chart.h"
#include "hr-item-table.h"
#include "hr-resource.h"

/**
 * HrCapacityPage:
 *
 * The roles: their hours, costs, and how many of them it takes.
 */
struct _HrCapacityPage
{
  HrPage parent_instance;

  HrGrid *grid;
  HrItemTable *table;
  HrChartArea *chart;
  HrRole *role; /* (owned) (nullable): whose hours the chart shows */
};

G_DEFINE_FINAL_TYPE (HrCapacityPage, hr_capacity_page, HR_TYPE_PAGE)

static const HrRoleCapacity *
find_answer (HrDocument *document, gpointer role)
{
  return hr_capacity_find_role (hr_document_get_capacity (document), role);
}

static void
get_available_cb (HrItemTable *table, gpointer item, HrGridCell *cell, gpointer user_data)
{
  cell->number = hr_role_get_available_hours (item);
  cell->text = hr_format_hours (cell->number);
}

/* Takes the text. */
static void
say (HrGridCell *cell, double number, char *text)
{
  cell->number = number;
  cell->text = text;
}

static void
say_nothing (HrGridCell *cell)
{
  cell->is_missing = TRUE;
  cell->text = g_strdup (HR_NO_ANSWER);
}

static void
get_needed_cb (HrItemTable *table, gpointer item, HrGridCell *cell, gpointer user_data)
{
  const HrRoleCapacity *answer = find_answer (hr_item_table_get_document (table), item);

  if (answer != NULL)
    say (cell, answer->fte, hr_format_people (answer->fte));
  else
    say_nothing (cell);
}

static void
get_heads_cb (HrItemTable *table, gpointer item, HrGridCell *cell, gpointer user_data)
{
  const HrRoleCapacity *answer = find_answer (hr_item_table_get_document (table), item);

  if (answer != NULL)
    say (cell, answer->heads, hr_format_heads (answer->heads));
  else
    say_nothing (cell);
}

static void
get_gap_cb (HrItemTable *table, gpointer item, HrGridCell *cell, gpointer user_data)
{
  const HrRoleCapacity *answer = find_answer (hr_item_table_get_document (table), item);

  if (answer != NULL)
    say (cell, answer->gap, hr_format_gap (answer->gap));
  else
    say_nothing (cell);
}

static void
get_cost_cb (HrItemTable *table, gpointer item, HrGridCell *cell, gpointer user_data)
{
  HrDocument *document = hr_item_table_get_document (table);
  const HrRoleCapacity *answer = find_answer (document, item);
  const char *currency = hr_document_get_plan (document)->currency;

  if (answer != NULL)
    say (cell, answer->cost, hr_format_money_compact (answer->cost, currency));
  else
    say_nothing (cell);
}

static void
add_columns (HrCapacityPage *self)
{
  static const struct
  {
    const char *id;
    HrItemCellFunc func; /* of a computed one */
    const char *title;
    int chars;
  } columns[] = {
    { "name", NULL, N_ ("Role"), 18 },
    { "needed", get_needed_cb, N_ ("Needed"), 7 },
    { "heads", get_heads_cb, N_ ("Heads"), 6 },
    { "headcount", NULL, N_ ("Today"), 7 },
    { "gap", get_gap_cb, N_ ("Gap"), 10 },
    { "cost", get_cost_cb, N_ ("Cost per Year"), 9 },
    { "annual-hours", NULL, N_ ("Paid Hours"), 8 },
    { "leave-hours", NULL, N_ ("Leave Hours"), 8 },
    { "internal-share", NULL, N_ ("Internal Share"), 8 },
    { "internal-hours", NULL, N_ ("Internal Hours"), 8 },
    { "realisation", NULL, N_ ("Realisation"), 8 },
    { "available", get_available_cb, N_ ("For Customers"), 9 },
    { "annual-cost", NULL, N_ ("Cost per Person"), 12 },
    { "tool-cost", NULL, N_ ("Tools per Person"), 12 },
    { "ramp-months", NULL, N_ ("Ramp (months)"), 8 },
    { "ramp-productivity", NULL, N_ ("Ramp Productivity"), 8 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (columns[i].func != NULL)
      hr_item_table_add_computed (self->table, columns[i].id, _ (columns[i].title),
                                  columns[i].chars, columns[i].func, self);
    else
      hr_item_table_add_field (self->table, columns[i].id, _ (columns[i].title),
                               columns[i].chars);
}

/* The picture is of the role that the cursor is at, or of the first. */
static void
show_role (HrCapacityPage *self)
{
  gpointer role;

  if (self->table == NULL)
    return; /* not made yet, or no more */
  role = hr_item_table_get_current (self->table);
  if (role == NULL)
    role = hr_item_table_get_item (self->table, 0);
  if (g_set_object (&self->role, role))
    hr_chart_area_refresh (self->chart);
  gtk_widget_set_visible (GTK_WIDGET (self->chart), role != NULL);
}

static gconstpointer
get_role_cb (HrChartArea *area, gpointer user_data)
{
  return ((HrCapacityPage *) user_data)->role;
}

static void
refused_cb (HrCapacityPage *self, const GError *error)
{
  hr_page_refuse (HR_PAGE (self), error);
}

static gpointer
make_cb (HrItemTable *table, gpointer neighbour, gpointer user_data)
{
  HrRole *role = hr_item_new (HR_TYPE_ROLE, NULL);

  g_object_set (role, "name", _ ("New Role"), NULL);
  return role;
}

static void
hr_capacity_page_open (HrPage *page, HrDocument *document)
{
  HrCapacityPage *self = HR_CAPACITY_PAGE (page);

  hr_item_table_set_document (self->table, document);
  hr_item_table_set_list (self->table, hr_document_get_plan (document)->roles);
}

static void
hr_capacity_page_update (HrPage *page, HrDocument *document)
{
  HrCapacityPage *self = HR_CAPACITY_PAGE (page);

  hr_item_table_update (self->table);
  show_role (self);
}

static gboolean
hr_capacity_page_go_to (HrPage *page, gpointer item, const char *property)
{
  return HR_IS_ROLE (item) &&
         hr_item_table_go_to (HR_CAPACITY_PAGE (page)->table, item, property);
}

static void
hr_capacity_page_add (HrPage *page)
{
  HrCapacityPage *self = HR_CAPACITY_PAGE (page);
  g_autoptr (GError) error = NULL;
  gpointer role = hr_item_table_add (self->table, &error);

  if (role != NULL)
    hr_item_table_edit_new (self->table, role);
  else
    hr_page_refuse (page, error);
}

static void
hr_capacity_page_dispose (GObject *object)
{
  HrCapacityPage *self = HR_CAPACITY_PAGE (object);

  g_clear_object (&self->role);
  g_clear_object (&self->table);

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

  g_type_ensure (HR_TYPE_GRID);
  g_type_ensure (HR_TYPE_CHART_AREA);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               HR_RESOURCE ("hr-capacity-page.ui"));
  gtk_widget_class_bind_template_child (widget_class, HrCapacityPage, grid);
  gtk_widget_class_bind_template_child (widget_class, HrCapacityPage, chart);
  gtk_widget_class_bind_template_callback (widget_class, show_role);
  gtk_widget_class_bind_template_callback (widget_class, refused_cb);
}

static void
hr_capacity_page_init (HrCapacityPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->table = hr_item_table_new (self->grid, HR_TYPE_ROLE);
  hr_item_table_set_make_func (self->table, make_cb, self);
  add_columns (self);
  hr_chart_area_set_chart (self->chart, &hr_hours_chart, get_role_cb, self);
  hr_grid_remember (self->grid, g_settings_new (APP_ID), "capacity-columns");
}
