/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-portfolio-rows.h"

#include "hr-enums.h"

/* Arrays go to the file as they lie in memory. */
G_STATIC_ASSERT (G_BYTE_ORDER == G_LITTLE_ENDIAN);

/* The size of one value of a column in bytes. */
gsize
hr_portfolio_rows_get_width (HrColumnType type)
{
  switch (type)
    {
    case HR_COLUMN_TEXT:
      return sizeof (guint32);
    case HR_COLUMN_NUMBER:
      return sizeof (double);
    case HR_COLUMN_MONEY:
      return sizeof (gint64);
    case HR_COLUMN_DATE:
      return sizeof (gint32);
    case HR_COLUMN_FLAG:
      return sizeof (guint8);
    default:
      g_return_val_if_reached (0);
    }
}

static gconstpointer
values_of (const HrColumn *column)
{
  switch (hr_column_get_column_type (column))
    {
    case HR_COLUMN_TEXT:
      return hr_column_get_codes (column);
    case HR_COLUMN_NUMBER:
      return hr_column_get_numbers (column);
    case HR_COLUMN_MONEY:
      return hr_column_get_money (column);
    case HR_COLUMN_DATE:
      return hr_column_get_days (column);
    case HR_COLUMN_FLAG:
      return hr_column_get_flags (column);
    default:
      g_return_val_if_reached (NULL);
    }
}

typedef struct
{
  sqlite3 *db;
  GCancellable *cancellable;
  sqlite3_stmt *chunk; /* inserts one */
} Writer;

static gboolean
save_array (Writer *self,
            const char *part,
            gconstpointer array,
            gsize size,
            gsize chunk_size,
            GError **error)
{
  hr_sql_bind_text (self->chunk, 3, part);
  for (gsize at = 0, number = 0; at < size; at += chunk_size, number++)
    {
      gsize n = MIN (chunk_size, size - at);

      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      sqlite3_bind_int64 (self->chunk, 4, (gint64) number);
      sqlite3_bind_blob64 (self->chunk, 5, (const guint8 *) array + at, n, SQLITE_STATIC);
      if (!hr_sql_insert (self->chunk, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
save_arrays (Writer *self, const HrColumn *column, GError **error)
{
  HrColumnType type = hr_column_get_column_type (column);
  gsize width = hr_portfolio_rows_get_width (type), length;
  const char *bytes;

  if (!save_array (self, "values", values_of (column), hr_column_get_n (column) * width,
                   HR_PORTFOLIO_ROWS_CHUNK * width, error))
    return FALSE;
  if (type != HR_COLUMN_TEXT)
    return TRUE;

  bytes = hr_column_get_bytes (column, &length);
  return save_array (self, "texts", bytes, length, HR_PORTFOLIO_ROWS_TEXTS_CHUNK,
                     error) &&
         save_array (self, "offsets", hr_column_get_offsets (column),
                     ((gsize) hr_column_get_n_texts (column) + 1) * sizeof (guint64),
                     HR_PORTFOLIO_ROWS_CHUNK * sizeof (guint64), error);
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
      if (!save_column (insert, column, error) || !save_arrays (self, column, error))
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
