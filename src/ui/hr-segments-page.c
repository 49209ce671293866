/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-segments-page.h"

#include <glib/gi18n-lib.h>

#include "hr-resource.h"

/**
 * HrSegmentsPage:
 *
 * The segments in order, and the editor of the chosen one.
 */
struct _HrSegmentsPage
{
  HrPage parent_instance;
};

G_DEFINE_FINAL_TYPE (HrSegmentsPage, hr_segments_page, HR_TYPE_PAGE)

static void
hr_segments_page_class_init (HrSegmentsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               HR_RESOURCE ("hr-segments-page.ui"));
}

static void
hr_segments_page_init (HrSegmentsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
