/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-plan.h"
#include "hr-sql.h"

G_BEGIN_DECLS

/* Items as rows, by their field tables. Private to the store and its tests. */

char *hr_item_rows_get_table (GType type) G_GNUC_WARN_UNUSED_RESULT;
char *hr_item_rows_get_column (const HrField *field) G_GNUC_WARN_UNUSED_RESULT;
char *hr_item_rows_get_link_table (GType type,
                                   const HrField *field) G_GNUC_WARN_UNUSED_RESULT;
char *hr_item_rows_list_columns (GType type) G_GNUC_WARN_UNUSED_RESULT;
int hr_item_rows_get_class (const HrField *field);
gboolean hr_item_rows_is_column (const HrField *field);
gboolean hr_item_rows_may_be_null (const HrField *field);

gboolean
hr_item_rows_save (sqlite3 *db, HrPlan *plan, GCancellable *cancellable, GError **error);
HrPlan *hr_item_rows_load (HrSqlReader *reader, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
