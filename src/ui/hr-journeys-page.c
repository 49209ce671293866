/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-journeys-page.h"

#include <glib/gi18n-lib.h>

#include "hr-resource.h"

/**
 * HrJourneysPage:
 *
 * The touchpoints of a segment as a table that drives the figures under it.
 */
struct _HrJourneysPage
{
  HrPage parent_instance;
};

G_DEFINE_FINAL_TYPE (HrJourneysPage, hr_journeys_page, HR_TYPE_PAGE)

static void
hr_journeys_page_class_init (HrJourneysPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               HR_RESOURCE ("hr-journeys-page.ui"));
}

static void
hr_journeys_page_init (HrJourneysPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
