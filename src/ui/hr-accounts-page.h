/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-page.h"

G_BEGIN_DECLS

#define HR_TYPE_ACCOUNTS_PAGE (hr_accounts_page_get_type ())
G_DECLARE_FINAL_TYPE (HrAccountsPage, hr_accounts_page, HR, ACCOUNTS_PAGE, HrPage)

void hr_accounts_page_search (HrAccountsPage *self, const char *text);

G_END_DECLS
