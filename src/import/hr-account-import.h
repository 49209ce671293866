/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "hr-plan.h"

G_BEGIN_DECLS

/**
 * HrAccountJoin:
 *
 * A second file whose rows belong to accounts: their sum becomes a field.
 */
typedef struct
{
  char *path;
  char *key;     /* its column that names the account, by id */
  char *sum;     /* its column to add up */
  char *field;   /* the account's field that the sum becomes; "arr" if NULL */
  HrRule *where; /* (nullable): which of its rows count */
} HrAccountJoin;

/**
 * HrAccountImport:
 *
 * How to read accounts: what the file is and which column is which field.
 */
typedef struct _HrAccountImport HrAccountImport;

/**
 * HrImportReport:
 * @n_rows: accounts read
 * @n_columns: columns read
 * @n_joined: rows of the join that were added up
 * @n_unmatched: rows of the join whose key names no account
 * @messages: what a person should know, a sentence each
 */
typedef struct
{
  gsize n_rows;
  guint n_columns;
  gsize n_joined;
  gsize n_unmatched;
  GPtrArray *messages;
} HrImportReport;

HrAccountImport *hr_account_import_new (const char *path) G_GNUC_WARN_UNUSED_RESULT;
void hr_account_import_free (HrAccountImport *self);
/* Says that a column of the file is a field: "arr" = "ARR (USD)". */
void hr_account_import_map (HrAccountImport *self, const char *field, const char *column);
void hr_account_import_set_join (HrAccountImport *self, const HrAccountJoin *join);

HrPortfolio *hr_account_import_run (HrAccountImport *self,
                                    HrImportReport **report,
                                    GCancellable *cancellable,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
void hr_import_report_free (HrImportReport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HrAccountImport, hr_account_import_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HrImportReport, hr_import_report_free)

G_END_DECLS
