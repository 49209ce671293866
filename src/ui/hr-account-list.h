/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "hr-account-order.h"

G_BEGIN_DECLS

/**
 * HrAccountRow:
 *
 * One account in a table, made on demand.
 */
#define HR_TYPE_ACCOUNT_ROW (hr_account_row_get_type ())
G_DECLARE_FINAL_TYPE (HrAccountRow, hr_account_row, HR, ACCOUNT_ROW, GObject)

gsize hr_account_row_get_row (HrAccountRow *self);

#define HR_TYPE_ACCOUNT_LIST (hr_account_list_get_type ())
G_DECLARE_FINAL_TYPE (HrAccountList, hr_account_list, HR, ACCOUNT_LIST, GObject)

HrAccountList *hr_account_list_new (void) G_GNUC_WARN_UNUSED_RESULT;

void hr_account_list_set_accounts (HrAccountList *self,
                                   HrPortfolio *portfolio,
                                   HrSegmentation *segmentation);
void hr_account_list_set_search (HrAccountList *self, const char *text);
void
hr_account_list_set_sort (HrAccountList *self, const char *column, gboolean descending);
gsize hr_account_list_get_account (HrAccountList *self, guint position);
gint64 hr_account_list_get_arr (HrAccountList *self);

G_END_DECLS
