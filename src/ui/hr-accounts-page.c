/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-accounts-page.h"

#include <glib/gi18n-lib.h>

#include "hr-resource.h"

/**
 * HrAccountsPage:
 *
 * All accounts as a table, made on demand from the columns.
 */
struct _HrAccountsPage
{
  HrPage parent_instance;
};

G_DEFINE_FINAL_TYPE (HrAccountsPage, hr_accounts_page, HR_TYPE_PAGE)

static void
hr_accounts_page_class_init (HrAccountsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               HR_RESOURCE ("hr-accounts-page.ui"));
}

static void
hr_accounts_page_init (HrAccountsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
