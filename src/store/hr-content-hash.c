/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-content-hash.h"

#include <string.h>

#include "hr-hash.h"
#include "hr-sql.h"

/* The type and the length of a value count too, so that no two rows are taken for each
 * other. */
static guint64
hash_value (sqlite3_stmt *row, int column, guint64 hash)
{
  int type = sqlite3_column_type (row, column);
  gconstpointer data = NULL;
  gint64 whole;
  double number;
  guint64 what[2] = { (guint64) type, 0 };

  switch (type)
    {
    case SQLITE_INTEGER:
      whole = sqlite3_column_int64 (row, column);
      data = &whole;
      what[1] = sizeof whole;
      break;
    case SQLITE_FLOAT:
      number = sqlite3_column_double (row, column);
      data = &number;
      what[1] = sizeof number;
      break;
    case SQLITE_TEXT:
    case SQLITE_BLOB:
      data = sqlite3_column_blob (row, column);
      what[1] = (guint64) sqlite3_column_bytes (row, column);
      break;
    default:
      break;
    }
  return hr_hash (data, what[1], hr_hash (what, sizeof what, hash));
}

/* Rows come in the order of the primary key, which is how they lie. */
static gboolean
hash_table (sqlite3 *db, const char *table, guint64 *hash, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\" NOT INDEXED", table);
  g_autoptr (sqlite3_stmt) row = hr_sql_prepare (db, sql, error);
  int code;

  if (row == NULL)
    return FALSE;
  *hash = hr_hash (table, strlen (table), *hash);
  while ((code = hr_sql_step (row, error)) == SQLITE_ROW)
    for (int i = 0; i < sqlite3_column_count (row); i++)
      *hash = hash_value (row, i, *hash);
  return code == SQLITE_DONE;
}

/**
 * hr_content_hash:
 * @db: a plan, whose schema has been checked
 * @hash: (out): of all rows of all tables, but the one that holds it
 * @error: return location for a [error@Error]
 *
 * Takes the hash of a plan's content, however it lies in the file.
 */
gboolean
hr_content_hash (sqlite3 *db, guint64 *hash, GError **error)
{
  g_autoptr (sqlite3_stmt) table =
      hr_sql_prepare (db,
                      "SELECT name FROM sqlite_schema"
                      " WHERE type = 'table' AND name <> 'content' ORDER BY name",
                      error);
  int code;

  *hash = 0;
  if (table == NULL)
    return FALSE;
  while ((code = hr_sql_step (table, error)) == SQLITE_ROW)
    if (!hash_table (db, (const char *) sqlite3_column_text (table, 0), hash, error))
      return FALSE;
  return code == SQLITE_DONE;
}

/* Writes the hash of a plan that is complete. */
gboolean
hr_content_hash_store (sqlite3 *db, guint64 hash, GError **error)
{
  g_autoptr (sqlite3_stmt) insert =
      hr_sql_prepare (db, "INSERT INTO content (id, hash) VALUES (1, ?)", error);

  if (insert == NULL)
    return FALSE;
  sqlite3_bind_int64 (insert, 1, (gint64) hash);
  return hr_sql_insert (insert, error);
}
