/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-health-page.h"

#include "hr-outline.h"
#include "hr-resource.h"

/**
 * HrHealthPage:
 *
 * How the health of customers is told, and what is done about it: scorecards and
 * playbooks as an outline.
 */
struct _HrHealthPage
{
  HrPage parent_instance;

  HrOutline *outline;
};

G_DEFINE_FINAL_TYPE (HrHealthPage, hr_health_page, HR_TYPE_PAGE)

static void
hr_health_page_open (HrPage *page, HrDocument *document)
{
  HrPlan *plan = hr_document_get_plan (document);

  hr_outline_set_title (HR_HEALTH_PAGE (page)->outline, hr_page_get_title (page));
  hr_outline_set (HR_HEALTH_PAGE (page)->outline, document,
                  (HrList *[]) { plan->scorecards, plan->playbooks }, 2);
}

static gboolean
hr_health_page_go_to (HrPage *page, gpointer item, const char *property)
{
  return hr_outline_go_to (HR_HEALTH_PAGE (page)->outline, item, property);
}

static void
hr_health_page_add (HrPage *page)
{
  hr_outline_add (HR_HEALTH_PAGE (page)->outline,
                  hr_document_get_plan (hr_page_get_document (page))->scorecards);
}

static void
hr_health_page_class_init (HrHealthPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  HR_PAGE_CLASS (klass)->open = hr_health_page_open;
  HR_PAGE_CLASS (klass)->add = hr_health_page_add;
  HR_PAGE_CLASS (klass)->go_to = hr_health_page_go_to;

  g_type_ensure (HR_TYPE_OUTLINE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               HR_RESOURCE ("hr-health-page.ui"));
  gtk_widget_class_bind_template_child (widget_class, HrHealthPage, outline);
}

static void
hr_health_page_init (HrHealthPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
