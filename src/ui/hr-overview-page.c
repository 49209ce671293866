/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-overview-page.h"

#include <glib/gi18n-lib.h>

#include "hr-resource.h"

/**
 * HrOverviewPage:
 *
 * The answer on one screen: the headline figures, the picture, what is worth a look.
 */
struct _HrOverviewPage
{
  HrPage parent_instance;
};

G_DEFINE_FINAL_TYPE (HrOverviewPage, hr_overview_page, HR_TYPE_PAGE)

static void
hr_overview_page_class_init (HrOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               HR_RESOURCE ("hr-overview-page.ui"));
}

static void
hr_overview_page_init (HrOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
