/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-portfolio-rows.h"

#include "hr-enums.h"
#include "hr-narrow.h"

typedef struct
{
  sqlite3 *db;
  GCancellable *cancellable;
  sqlite3_stmt *chunk; /* inserts one */
} Writer;

/* Writes a part of the array that the statement is bound to. */
static gboolean
save_chunk (Writer *self, gsize number, gconstpointer data, gsize size, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  sqlite3_bind_int64 (self->chunk, 4, (gint64) number);
  sqlite3_bind_blob64 (self->chunk, 5, data, size, SQLITE_STATIC);
  return hr_sql_insert (self->chunk, error);
}

static gboolean
save_texts (Writer *self, const HrColumn *column, GError **error)
{
  gsize length;
  const char *bytes = hr_column_get_bytes (column, &length);

  hr_sql_bind_text (self->chunk, 3, "texts");
  for (gsize at = 0; at < length; at += HR_PORTFOLIO_ROWS_TEXTS_CHUNK)
    if (!save_chunk (self, at / HR_PORTFOLIO_ROWS_TEXTS_CHUNK, bytes + at,
                     MIN (HR_PORTFOLIO_ROWS_TEXTS_CHUNK, length - at), error))
      return FALSE;
  return TRUE;
}

static gboolean
save_values (Writer *self, const HrColumn *column, GError **error)
{
  HrColumnType type = hr_column_get_column_type (column);
  gsize full = hr_column_type_get_size (type), width = hr_narrow_find_width (column);
  gsize n_rows = hr_column_get_n (column);
  const guint8 *values = hr_narrow_values (column);
  g_autofree guint8 *packed =
      width < full ? g_malloc (HR_PORTFOLIO_ROWS_CHUNK * width) : NULL;

  hr_sql_bind_text (self->chunk, 3, "values");
  for (gsize at = 0; at < n_rows; at += HR_PORTFOLIO_ROWS_CHUNK)
    {
      gsize n = MIN (HR_PORTFOLIO_ROWS_CHUNK, n_rows - at);
      gconstpointer part = values + at * full;

      if (packed != NULL)
        hr_narrow_pack (type, width, part, n, packed);
      if (!save_chunk (self, at / HR_PORTFOLIO_ROWS_CHUNK, packed != NULL ? packed : part,
                       n * width, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
save_column (sqlite3_stmt *insert, const HrColumn *column, GError **error)
{
  HrColumnType type = hr_column_get_column_type (column);
  gsize length;

  hr_sql_bind_text (insert, 3, hr_column_get_name (column));
  hr_sql_bind_text (insert, 4, hr_enum_to_nick (HR_TYPE_COLUMN_TYPE, (int) type));
  sqlite3_bind_null (insert, 5);
  sqlite3_bind_null (insert, 6);
  if (type == HR_COLUMN_TEXT)
    {
      hr_column_get_bytes (column, &length);
      sqlite3_bind_int64 (insert, 5, hr_column_get_n_texts (column));
      sqlite3_bind_int64 (insert, 6, (gint64) length);
    }
  return hr_sql_insert (insert, error);
}

static gboolean
save_columns (Writer *self, HrPortfolio *portfolio, gint64 generation, GError **error)
{
  g_autoptr (sqlite3_stmt) insert = hr_sql_prepare (
      self->db,
      "INSERT INTO account_column (generation, position, name, type, n_texts, n_bytes)"
      " VALUES (?, ?, ?, ?, ?, ?)",
      error);

  if (insert == NULL)
    return FALSE;

  for (guint i = 0; i < hr_portfolio_get_n_columns (portfolio); i++)
    {
      const HrColumn *column = hr_portfolio_get_column (portfolio, i);

      sqlite3_bind_int64 (insert, 1, generation);
      sqlite3_bind_int64 (insert, 2, i);
      sqlite3_bind_int64 (self->chunk, 1, generation);
      sqlite3_bind_int64 (self->chunk, 2, i);
      if (!save_column (insert, column, error) || !save_values (self, column, error) ||
          (hr_column_get_column_type (column) == HR_COLUMN_TEXT &&
           !save_texts (self, column, error)))
        return FALSE;
    }
  return TRUE;
}

/**
 * hr_portfolio_rows_save:
 * @db: a database with the tables of a plan, in a transaction
 * @portfolio: the accounts
 * @generation: their number among the imports
 * @cancellable: (nullable): may end the writing
 * @error: return location for a [error@Error]
 *
 * Writes the accounts.
 */
gboolean
hr_portfolio_rows_save (sqlite3 *db,
                        HrPortfolio *portfolio,
                        gint64 generation,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (sqlite3_stmt) insert = NULL;
  g_autoptr (sqlite3_stmt) chunk = NULL;
  Writer writer = { db, cancellable, NULL };

  insert = hr_sql_prepare (db,
                           "INSERT INTO generation"
                           " (generation, n_rows, source, imported_at)"
                           " VALUES (?, ?, ?, ?)",
                           error);
  chunk = hr_sql_prepare (db,
                          "INSERT INTO account_chunk"
                          " (generation, position, part, number, data)"
                          " VALUES (?, ?, ?, ?, ?)",
                          error);
  if (insert == NULL || chunk == NULL)
    return FALSE;

  sqlite3_bind_int64 (insert, 1, generation);
  sqlite3_bind_int64 (insert, 2, (gint64) hr_portfolio_get_n_accounts (portfolio));
  hr_sql_bind_text (insert, 3, hr_portfolio_get_source (portfolio));
  hr_sql_bind_text (insert, 4, hr_portfolio_get_imported_at (portfolio));
  writer.chunk = chunk;
  return hr_sql_insert (insert, error) &&
         save_columns (&writer, portfolio, generation, error);
}
