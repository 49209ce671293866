/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-personas-page.h"

#include <glib/gi18n-lib.h>

#include "hr-resource.h"

/**
 * HrPersonasPage:
 *
 * Who at the customer is served, and what they need at each stage.
 */
struct _HrPersonasPage
{
  HrPage parent_instance;
};

G_DEFINE_FINAL_TYPE (HrPersonasPage, hr_personas_page, HR_TYPE_PAGE)

static void
hr_personas_page_class_init (HrPersonasPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               HR_RESOURCE ("hr-personas-page.ui"));
}

static void
hr_personas_page_init (HrPersonasPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
