/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-personas-page.h"

#include "hr-outline.h"
#include "hr-resource.h"

/**
 * HrPersonasPage:
 *
 * Who at the customer is served, and what they need at each stage.
 */
struct _HrPersonasPage
{
  HrPage parent_instance;

  HrOutline *outline;
};

G_DEFINE_FINAL_TYPE (HrPersonasPage, hr_personas_page, HR_TYPE_PAGE)

static void
hr_personas_page_open (HrPage *page, HrDocument *document)
{
  HrPlan *plan = hr_document_get_plan (document);
  HrList *lists[] = { plan->personas, plan->stages, plan->transitions };

  hr_outline_set (HR_PERSONAS_PAGE (page)->outline, document, lists,
                  G_N_ELEMENTS (lists));
}

static gboolean
hr_personas_page_go_to (HrPage *page, gpointer item, const char *property)
{
  return hr_outline_go_to (HR_PERSONAS_PAGE (page)->outline, item, property);
}

static void
hr_personas_page_add (HrPage *page)
{
  hr_outline_add (HR_PERSONAS_PAGE (page)->outline,
                  hr_document_get_plan (hr_page_get_document (page))->personas);
}

static void
hr_personas_page_class_init (HrPersonasPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  HR_PAGE_CLASS (klass)->open = hr_personas_page_open;
  HR_PAGE_CLASS (klass)->add = hr_personas_page_add;
  HR_PAGE_CLASS (klass)->go_to = hr_personas_page_go_to;

  g_type_ensure (HR_TYPE_OUTLINE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               HR_RESOURCE ("hr-personas-page.ui"));
  gtk_widget_class_bind_template_child (widget_class, HrPersonasPage, outline);
}

static void
hr_personas_page_init (HrPersonasPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
