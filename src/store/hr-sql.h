/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* SQLite with GErrors. Private to the store and its tests. */

/* No row and no value is longer than this, in a file that is read or written. */
#define HR_SQL_MAX_LENGTH (16 * 1024 * 1024)

/**
 * HrSqlReader:
 * @db: a database that is not trusted
 * @cancellable: (nullable): may end the reading
 * @n_bytes_left: its size, less what was read from it
 * @losses: (nullable) (element-type utf8): takes what cannot be read, which then is left
 *   out; where there is %NULL, it is an error
 *
 * Where the parts of a plan are read from.
 *
 * Each byte of a value stands somewhere in the file, so the file's size bounds what may
 * be allocated for it, whatever lengths the file claims.
 */
typedef struct
{
  sqlite3 *db;
  GCancellable *cancellable;
  gint64 n_bytes_left;
  GPtrArray *losses;
} HrSqlReader;

sqlite3 *
hr_sql_open (const char *uri, int flags, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean hr_sql_fail (sqlite3 *db, GError **error);
gboolean hr_sql_run (sqlite3 *db, const char *sql, GError **error);

sqlite3_stmt *
hr_sql_prepare (sqlite3 *db, const char *sql, GError **error) G_GNUC_WARN_UNUSED_RESULT;
int hr_sql_step (sqlite3_stmt *statement, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean hr_sql_insert (sqlite3_stmt *statement, GError **error);
gboolean hr_sql_bind_text (sqlite3_stmt *statement, int parameter, const char *text);

gboolean
hr_sql_query_integer (sqlite3 *db, const char *sql, gint64 *value, GError **error);

gboolean hr_sql_forgive (HrSqlReader *self, GError **error);
gboolean hr_sql_take_bytes (HrSqlReader *self, gint64 n, GError **error);
gboolean
hr_sql_read_integer (sqlite3_stmt *row, int column, gint64 *value, GError **error);
gboolean hr_sql_read_text (
    HrSqlReader *self, sqlite3_stmt *row, int column, const char **text, GError **error);
gboolean
hr_sql_check_class (sqlite3_stmt *row, int column, int storage_class, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3, sqlite3_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_blob, sqlite3_blob_close)

G_END_DECLS
