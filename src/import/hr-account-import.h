/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "hr-portfolio.h"
#include "hr-rule.h"

G_BEGIN_DECLS

/**
 * HrDateOrder:
 * @HR_DATE_ORDER_UNKNOWN: the dates of each column have to prove it
 * @HR_DATE_ORDER_DAY_FIRST: 31-03-2027
 * @HR_DATE_ORDER_MONTH_FIRST: 03-31-2027
 *
 * How the files write dates that are not of the form 2027-03-31.
 */
typedef enum
{
  HR_DATE_ORDER_UNKNOWN,
  HR_DATE_ORDER_DAY_FIRST,
  HR_DATE_ORDER_MONTH_FIRST,
} HrDateOrder;

/**
 * HrAccountJoin:
 * @path: a CSV file
 * @key: its column that names the account, by id
 * @sum: its column to add up
 * @field: (nullable): the account's field that the sum becomes; "arr" if %NULL
 * @where: (nullable): which of its rows count, in words of its own columns; all if %NULL
 *
 * A second file whose rows belong to accounts, as subscriptions do.
 *
 * An account whose rows all do not count has the sum 0. One without any row has none:
 * the file does not know it. One of whose rows counts but has nothing to add has none
 * either, for its sum is not known. The report tells how many there are of each.
 */
typedef struct
{
  const char *path;
  const char *key;
  const char *sum;
  const char *field;
  HrRule *where;
} HrAccountJoin;

/**
 * HrImportReport:
 * @n_rows: accounts read
 * @n_columns: columns of the portfolio
 * @n_joined: rows of joined files that were added up
 * @n_unmatched: rows of joined files whose key names no account
 * @messages: (element-type utf8): what a person should know, a sentence each
 *
 * What an import did, beside the portfolio.
 */
typedef struct
{
  gsize n_rows;
  guint n_columns;
  gsize n_joined;
  gsize n_unmatched;
  GPtrArray *messages;
} HrImportReport;

void hr_import_report_free (HrImportReport *self);

/**
 * HrAccountImport:
 *
 * How to read accounts out of CSV files.
 *
 * It touches no plan: a portfolio comes of it whole, or an error that says where.
 * So it may run in any thread.
 */
typedef struct _HrAccountImport HrAccountImport;

typedef void (*HrImportProgress) (guint64 n_done, guint64 n_total, gpointer user_data);

HrAccountImport *hr_account_import_new (const char *path) G_GNUC_WARN_UNUSED_RESULT;
void hr_account_import_free (HrAccountImport *self);
void hr_account_import_map (HrAccountImport *self, const char *field, const char *column);
void hr_account_import_add_join (HrAccountImport *self, const HrAccountJoin *join);
void hr_account_import_set_date_order (HrAccountImport *self, HrDateOrder order);
void hr_account_import_set_progress (HrAccountImport *self,
                                     HrImportProgress progress,
                                     gpointer user_data);

HrPortfolio *hr_account_import_run (HrAccountImport *self,
                                    HrImportReport **report,
                                    GCancellable *cancellable,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HrAccountImport, hr_account_import_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HrImportReport, hr_import_report_free)

G_END_DECLS
