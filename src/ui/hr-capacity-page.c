/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-capacity-page.h"

#include <glib/gi18n-lib.h>

#include "hr-resource.h"

/**
 * HrCapacityPage:
 *
 * The roles: their hours, costs, and how many of them it takes.
 */
struct _HrCapacityPage
{
  HrPage parent_instance;
};

G_DEFINE_FINAL_TYPE (HrCapacityPage, hr_capacity_page, HR_TYPE_PAGE)

static void
hr_capacity_page_class_init (HrCapacityPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               HR_RESOURCE ("hr-capacity-page.ui"));
}

static void
hr_capacity_page_init (HrCapacityPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
