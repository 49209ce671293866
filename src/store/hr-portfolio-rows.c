/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-portfolio-rows.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

#include "hr-enums.h"
#include "hr-error.h"

/* Arrays go to the file as they lie in memory. */
G_STATIC_ASSERT (G_BYTE_ORDER == G_LITTLE_ENDIAN);

/* The bytes of a dictionary are cut where its offsets would be. */
#define TEXTS_CHUNK (HR_PORTFOLIO_ROWS_CHUNK * sizeof (guint64))

static gsize
width_of (HrColumnType type)
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

/* ---- Saving --------------------------------------------------------------------------
 */

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
  gsize width = width_of (type), length;
  const char *bytes;

  if (!save_array (self, "values", values_of (column), hr_column_get_n (column) * width,
                   HR_PORTFOLIO_ROWS_CHUNK * width, error))
    return FALSE;
  if (type != HR_COLUMN_TEXT)
    return TRUE;

  bytes = hr_column_get_bytes (column, &length);
  return save_array (self, "texts", bytes, length, TEXTS_CHUNK, error) &&
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

/* ---- Loading -------------------------------------------------------------------------
 */

typedef struct
{
  HrSqlReader *reader;
  gint64 generation;
  gint64 n_rows;
  sqlite3_stmt *find; /* finds a chunk */
  sqlite3_blob *blob; /* (owned) (nullable): the chunk that was read last */
  gint64 n_read;      /* rows of all tables */
} Loader;

/* A row of account_column. */
typedef struct
{
  gint64 position;
  const char *name;
  int type;
  gint64 n_texts;
  gint64 n_bytes;
} ColumnRow;

typedef struct
{
  gpointer values;
  char *bytes;
  guint64 *offsets;
} Arrays;

static gboolean
find_chunk (Loader *self, const char *part, gint64 number, gint64 *id, GError **error)
{
  g_autofree char *place = NULL;
  int code;

  hr_sql_bind_text (self->find, 3, part);
  sqlite3_bind_int64 (self->find, 4, number);
  code = hr_sql_step (self->find, error);
  if (code == SQLITE_ROW)
    *id = sqlite3_column_int64 (self->find, 0);
  sqlite3_reset (self->find);
  if (code != SQLITE_DONE)
    return code == SQLITE_ROW;

  place = g_strdup_printf ("%s[%" G_GINT64_FORMAT "]", part, number);
  g_set_error (error, HR_ERROR, HR_ERROR_SYNTAX, _ ("the chunk %s is missing"), place);
  return FALSE;
}

static gboolean
read_chunk (Loader *self, gint64 id, guint8 *to, gsize n, GError **error)
{
  sqlite3 *db = self->reader->db;
  int code = self->blob != NULL ? sqlite3_blob_reopen (self->blob, id)
                                : sqlite3_blob_open (db, "main", "account_chunk", "data",
                                                     id, 0, &self->blob);

  if (code != SQLITE_OK)
    return hr_sql_fail (db, error);
  if ((gsize) sqlite3_blob_bytes (self->blob) != n)
    {
      g_set_error (error, HR_ERROR, HR_ERROR_SYNTAX,
                   _ ("a chunk has %d bytes where %d must be"),
                   sqlite3_blob_bytes (self->blob), (int) n);
      return FALSE;
    }
  return sqlite3_blob_read (self->blob, to, (int) n, 0) == SQLITE_OK ||
         hr_sql_fail (db, error);
}

/* The file's size has bounded @size before anything is allocated. */
static gpointer
read_array (
    Loader *self, const char *part, gint64 size, gint64 chunk_size, GError **error)
{
  g_autofree guint8 *array = NULL;

  if (!hr_sql_take_bytes (self->reader, size, error))
    return NULL;
  array = g_try_malloc (MAX ((gsize) size, 1));
  if (array == NULL)
    {
      g_set_error_literal (error, HR_ERROR, HR_ERROR_FILE, g_strerror (ENOMEM));
      return NULL;
    }

  for (gint64 at = 0; at < size; at += chunk_size)
    {
      gint64 id;

      if (g_cancellable_set_error_if_cancelled (self->reader->cancellable, error) ||
          !find_chunk (self, part, at / chunk_size, &id, error) ||
          !read_chunk (self, id, array + at, (gsize) MIN (chunk_size, size - at), error))
        return NULL;
      self->n_read++;
    }
  return g_steal_pointer (&array);
}

static gboolean
read_arrays (Loader *self, const ColumnRow *row, Arrays *arrays, GError **error)
{
  gint64 width = (gint64) width_of ((HrColumnType) row->type);

  sqlite3_bind_int64 (self->find, 2, row->position);
  arrays->values = read_array (self, "values", self->n_rows * width,
                               HR_PORTFOLIO_ROWS_CHUNK * width, error);
  if (arrays->values == NULL || row->type != HR_COLUMN_TEXT)
    return arrays->values != NULL;

  arrays->bytes = read_array (self, "texts", row->n_bytes, TEXTS_CHUNK, error);
  if (arrays->bytes == NULL)
    return FALSE;
  arrays->offsets =
      read_array (self, "offsets", (row->n_texts + 1) * (gint64) sizeof (guint64),
                  HR_PORTFOLIO_ROWS_CHUNK * sizeof (guint64), error);
  return arrays->offsets != NULL;
}

static HrColumn *
read_column (Loader *self, const ColumnRow *row, GError **error)
{
  Arrays arrays = { NULL };

  if (!read_arrays (self, row, &arrays, error))
    {
      g_free (arrays.values);
      g_free (arrays.bytes);
      return NULL;
    }
  return hr_column_new_take (
      row->name, (HrColumnType) row->type, (gsize) self->n_rows, arrays.values,
      arrays.bytes, (gsize) row->n_bytes, arrays.offsets,
      arrays.offsets != NULL ? (gsize) row->n_texts + 1 : 0, error);
}

/* Counts are checked against what a guint32 can number: no product of them overflows. */
static gboolean
read_count (sqlite3_stmt *row, int column, gint64 most, gint64 *count, GError **error)
{
  g_autofree char *found = NULL;

  if (!hr_sql_read_integer (row, column, count, error))
    return FALSE;
  if (*count >= 0 && *count <= most)
    return TRUE;

  found = g_strdup_printf ("%" G_GINT64_FORMAT, *count);
  g_set_error (error, HR_ERROR, HR_ERROR_RANGE, _ ("%s cannot be %s"),
               sqlite3_column_name (row, column), found);
  return FALSE;
}

static gboolean
read_column_row (HrSqlReader *reader,
                 sqlite3_stmt *row,
                 ColumnRow *column,
                 GError **error)
{
  const char *type;

  *column = (ColumnRow) { 0 };
  if (!read_count (row, 0, G_MAXINT, &column->position, error) ||
      !hr_sql_read_text (reader, row, 1, &column->name, error) ||
      !hr_sql_read_text (reader, row, 2, &type, error))
    return FALSE;
  if (!hr_enum_from_nick (HR_TYPE_COLUMN_TYPE, type, &column->type))
    {
      g_set_error (error, HR_ERROR, HR_ERROR_VALUE, _ ("%s cannot be %s"), "type", type);
      return FALSE;
    }
  return column->type != HR_COLUMN_TEXT ||
         (read_count (row, 3, G_MAXUINT32, &column->n_texts, error) &&
          read_count (row, 4, G_MAXINT64, &column->n_bytes, error));
}

static gboolean
read_columns (Loader *self, GPtrArray *columns, GError **error)
{
  g_autoptr (sqlite3_stmt) row =
      hr_sql_prepare (self->reader->db,
                      "SELECT position, name, type, n_texts, n_bytes FROM account_column"
                      " WHERE generation = ? ORDER BY position",
                      error);
  int code;

  if (row == NULL)
    return FALSE;

  sqlite3_bind_int64 (row, 1, self->generation);
  while ((code = hr_sql_step (row, error)) == SQLITE_ROW)
    {
      ColumnRow column;
      HrColumn *made = NULL;

      if (read_column_row (self->reader, row, &column, error))
        made = read_column (self, &column, error);
      if (made == NULL)
        {
          g_prefix_error (
              error, "account_column “%s”: ", column.name != NULL ? column.name : "?");
          return FALSE;
        }
      g_ptr_array_add (columns, made);
      self->n_read++;
    }
  return code == SQLITE_DONE;
}

static HrPortfolio *
read_portfolio (Loader *self, sqlite3_stmt *row, GError **error)
{
  g_autoptr (GPtrArray) columns =
      g_ptr_array_new_with_free_func ((GDestroyNotify) hr_column_unref);
  const char *source = NULL, *imported_at = NULL;

  if (!read_count (row, 0, HR_COLUMN_MAX_ROWS, &self->n_rows, error) ||
      (sqlite3_column_type (row, 1) != SQLITE_NULL &&
       !hr_sql_read_text (self->reader, row, 1, &source, error)) ||
      (sqlite3_column_type (row, 2) != SQLITE_NULL &&
       !hr_sql_read_text (self->reader, row, 2, &imported_at, error)))
    {
      g_prefix_error (error, "generation %d: ", (int) self->generation);
      return NULL;
    }

  self->n_read++;
  if (!read_columns (self, columns, error))
    return NULL;
  return hr_portfolio_new ((HrColumn **) columns->pdata, columns->len, source,
                           imported_at, error);
}

static HrPortfolio *
find_portfolio (Loader *self, GError **error)
{
  sqlite3 *db = self->reader->db;
  g_autoptr (sqlite3_stmt) row = hr_sql_prepare (
      db, "SELECT n_rows, source, imported_at FROM generation WHERE generation = ?",
      error);
  g_autoptr (sqlite3_stmt) find = hr_sql_prepare (
      db,
      "SELECT id FROM account_chunk"
      " WHERE generation = ? AND position = ? AND part = ? AND number = ?",
      error);
  HrPortfolio *portfolio = NULL;
  int code;

  if (row == NULL || find == NULL)
    return NULL;

  sqlite3_bind_int64 (row, 1, self->generation);
  sqlite3_bind_int64 (find, 1, self->generation);
  self->find = find;
  code = hr_sql_step (row, error);
  if (code == SQLITE_ROW)
    portfolio = read_portfolio (self, row, error);
  else if (code == SQLITE_DONE)
    g_set_error_literal (error, HR_ERROR, HR_ERROR_REFERENCE,
                         _ ("the accounts of the plan are missing"));
  g_clear_pointer (&self->blob, sqlite3_blob_close);
  return portfolio;
}

/* What is not read would be lost by the next save. */
static gboolean
check_nothing_is_left (const Loader *self, GError **error)
{
  gint64 n;

  if (!hr_sql_query_integer (self->reader->db,
                             "SELECT (SELECT count (*) FROM generation) +"
                             " (SELECT count (*) FROM account_column) +"
                             " (SELECT count (*) FROM account_chunk)",
                             &n, error))
    return FALSE;
  if (n == self->n_read)
    return TRUE;

  g_set_error_literal (error, HR_ERROR, HR_ERROR_SYNTAX,
                       _ ("it has accounts that do not belong to the plan"));
  return FALSE;
}

/**
 * hr_portfolio_rows_load:
 * @reader: where the plan is read from
 * @generation: which import the plan shows, or 0 for none
 * @portfolio: (out) (transfer full) (nullable): the accounts
 * @error: return location for a [error@Error]
 *
 * Reads the accounts, and makes sure that there is nothing besides.
 */
gboolean
hr_portfolio_rows_load (HrSqlReader *reader,
                        gint64 generation,
                        HrPortfolio **portfolio,
                        GError **error)
{
  Loader loader = { .reader = reader, .generation = generation };
  g_autoptr (HrPortfolio) found = NULL;

  if (generation != 0 && (found = find_portfolio (&loader, error)) == NULL)
    return FALSE;
  if (!check_nothing_is_left (&loader, error))
    return FALSE;
  *portfolio = g_steal_pointer (&found);
  return TRUE;
}
