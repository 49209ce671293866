/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-health-page.h"

#include <glib/gi18n-lib.h>

#include "hr-resource.h"

/**
 * HrHealthPage:
 *
 * The scorecards: dimensions, metrics, bands and playbooks.
 */
struct _HrHealthPage
{
  HrPage parent_instance;
};

G_DEFINE_FINAL_TYPE (HrHealthPage, hr_health_page, HR_TYPE_PAGE)

static void
hr_health_page_class_init (HrHealthPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               HR_RESOURCE ("hr-health-page.ui"));
}

static void
hr_health_page_init (HrHealthPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
