/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-account-import.h"
#include "hr-csv-column.h"

G_BEGIN_DECLS

/**
 * HrCsvTable:
 *
 * Some columns of a CSV file on their way into memory.
 *
 * The file is read once, and a second time only for the columns whose type was found
 * too late.
 */
typedef struct _HrCsvTable HrCsvTable;

HrCsvTable *hr_csv_table_new (HrCsvReader *reader,
                              HrDateOrder order) G_GNUC_WARN_UNUSED_RESULT;
void hr_csv_table_free (HrCsvTable *self);

void hr_csv_table_add (HrCsvTable *self, const char *name, guint source);
void hr_csv_table_add_typed (HrCsvTable *self,
                             const char *name,
                             guint source,
                             HrColumnType type);
void hr_csv_table_add_id (HrCsvTable *self, const char *name, guint source);

GPtrArray *hr_csv_table_read (HrCsvTable *self,
                              GPtrArray *messages,
                              GCancellable *cancellable,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
gsize hr_csv_table_get_n_rows (const HrCsvTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HrCsvTable, hr_csv_table_free)

G_END_DECLS
