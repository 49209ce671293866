/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-account-import.h"
#include "hr-csv-reader.h"

G_BEGIN_DECLS

const char *hr_account_join_get_field (const HrAccountJoin *self);
HrColumn *hr_account_join_run (const HrAccountJoin *self,
                               HrCsvReader *reader,
                               HrDateOrder order,
                               const HrPortfolio *accounts,
                               HrImportReport *report,
                               GCancellable *cancellable,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
