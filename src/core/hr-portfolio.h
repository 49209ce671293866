/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-column.h"

G_BEGIN_DECLS

/* The columns that the program itself knows, by these names; all others are as imported.
 */
#define HR_COLUMN_ID "id"                           /* text, required, unique */
#define HR_COLUMN_NAME "name"                       /* text */
#define HR_COLUMN_ARR "arr"                         /* money */
#define HR_COLUMN_CURRENCY "currency"               /* text */
#define HR_COLUMN_RENEWAL_DATE "renewal_date"       /* date */
#define HR_COLUMN_CSM "csm"                         /* text */
#define HR_COLUMN_PARENT_ID "parent_id"             /* text */
#define HR_COLUMN_REFERENCE_VALUE "reference_value" /* money */

/**
 * HrPortfolio:
 *
 * All accounts of a plan as one import brought them: columns of equal length.
 *
 * Immutable: another import makes another portfolio, and undo puts back the old one.
 * Portfolios may share columns.
 */
#define HR_TYPE_PORTFOLIO (hr_portfolio_get_type ())
G_DECLARE_FINAL_TYPE (HrPortfolio, hr_portfolio, HR, PORTFOLIO, GObject)

HrPortfolio *hr_portfolio_new (HrColumn *const *columns,
                               guint n_columns,
                               const char *source,
                               const char *imported_at,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

gsize hr_portfolio_get_n_accounts (const HrPortfolio *self);
guint hr_portfolio_get_n_columns (const HrPortfolio *self);
HrColumn *hr_portfolio_get_column (const HrPortfolio *self, guint i);
HrColumn *hr_portfolio_find_column (const HrPortfolio *self, const char *name);
const char *hr_portfolio_get_source (const HrPortfolio *self);
const char *hr_portfolio_get_imported_at (const HrPortfolio *self);
gboolean hr_portfolio_find_account (const HrPortfolio *self, const char *id, gsize *row);
gboolean hr_portfolio_equal (const HrPortfolio *a, const HrPortfolio *b);

gboolean hr_portfolio_get_standard_type (const char *name, HrColumnType *type);

G_END_DECLS
