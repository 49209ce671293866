/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-portfolio.h"
#include "hr-sql.h"

G_BEGIN_DECLS

/* The accounts as columns in chunks of bytes. Private to the store and its tests. */

/* A column is cut after this many values, the bytes of a dictionary after so many. */
#define HR_PORTFOLIO_ROWS_CHUNK 65536
#define HR_PORTFOLIO_ROWS_TEXTS_CHUNK 524288

gboolean hr_portfolio_rows_save (sqlite3 *db,
                                 HrPortfolio *portfolio,
                                 gint64 generation,
                                 GCancellable *cancellable,
                                 GError **error);
gboolean hr_portfolio_rows_load (HrSqlReader *reader,
                                 gint64 generation,
                                 HrPortfolio **portfolio,
                                 GError **error);

G_END_DECLS
