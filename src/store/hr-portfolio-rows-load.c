/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "hr-enums.h"
#include "hr-error.h"
#include "hr-narrow.h"
#include "hr-portfolio-rows.h"

/* The ids take one of them as long as all the rest takes the other. */
#define N_CHECKERS 2

typedef struct
{
  HrSqlReader *reader;
  gint64 generation;
  gint64 n_rows;
  sqlite3_stmt *find; /* finds a chunk */
  sqlite3_blob *blob; /* (owned) (nullable): the chunk that was read last */
  gint64 n_read;      /* rows of all tables */
} Loader;

/* A column on its way: a row of account_column, then the arrays, then what they make. */
typedef struct
{
  char *name;
  int type;
  gint64 position;
  gint64 n_rows;
  gint64 n_texts;
  gint64 n_bytes;
  gsize width; /* of a value in the file */
  gpointer values;
  char *bytes;
  HrColumn *column; /* (owned) (nullable) */
  GError *error;    /* (owned) (nullable) */
} Draft;

static void
draft_free (gpointer data)
{
  Draft *self = data;

  g_free (self->name);
  g_free (self->values);
  g_free (self->bytes);
  g_clear_pointer (&self->column, hr_column_unref);
  g_clear_error (&self->error);
  g_free (self);
}

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
open_chunk (Loader *self, gint64 id, GError **error)
{
  sqlite3 *db = self->reader->db;
  int code = self->blob != NULL ? sqlite3_blob_reopen (self->blob, id)
                                : sqlite3_blob_open (db, "main", "account_chunk", "data",
                                                     id, 0, &self->blob);

  return code == SQLITE_OK || hr_sql_fail (db, error);
}

static gboolean
read_chunk (Loader *self, gint64 id, guint8 *to, gsize n, GError **error)
{
  if (!open_chunk (self, id, error))
    return FALSE;
  if ((gsize) sqlite3_blob_bytes (self->blob) != n)
    {
      g_set_error (error, HR_ERROR, HR_ERROR_SYNTAX,
                   _ ("a chunk has %d bytes where %d must be"),
                   sqlite3_blob_bytes (self->blob), (int) n);
      return FALSE;
    }
  return sqlite3_blob_read (self->blob, to, (int) n, 0) == SQLITE_OK ||
         hr_sql_fail (self->reader->db, error);
}

static gpointer
alloc_array (gsize size, GError **error)
{
  gpointer array = hr_column_alloc (size);

  if (array == NULL)
    g_set_error_literal (error, HR_ERROR, HR_ERROR_FILE,
                         _ ("there is too little memory"));
  return array;
}

/* The file's size has bounded @size before anything is allocated. */
static gpointer
read_array (
    Loader *self, const char *part, gint64 size, gint64 chunk_size, GError **error)
{
  g_autofree guint8 *array = NULL;

  if (!hr_sql_take_bytes (self->reader, size, error))
    return NULL;
  array = alloc_array ((gsize) size, error);
  if (array == NULL)
    return NULL;

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

/* The first chunk says how wide values are; all others must be the same. */
static gboolean
find_width (Loader *self, Draft *draft, GError **error)
{
  gsize n = (gsize) MIN (draft->n_rows, HR_PORTFOLIO_ROWS_CHUNK), size;
  gint64 id;

  draft->width = hr_column_type_get_size ((HrColumnType) draft->type);
  if (n == 0)
    return TRUE;
  if (!find_chunk (self, "values", 0, &id, error) || !open_chunk (self, id, error))
    return FALSE;
  size = (gsize) sqlite3_blob_bytes (self->blob);
  if (size % n == 0 && hr_narrow_has_width ((HrColumnType) draft->type, size / n))
    draft->width = size / n;
  return TRUE;
}

static gboolean
read_arrays (Loader *self, Draft *draft, GError **error)
{
  gint64 width;

  sqlite3_bind_int64 (self->find, 2, draft->position);
  if (!find_width (self, draft, error))
    return FALSE;
  width = (gint64) draft->width;
  draft->values = read_array (self, "values", draft->n_rows * width,
                              HR_PORTFOLIO_ROWS_CHUNK * width, error);
  if (draft->values == NULL || draft->type != HR_COLUMN_TEXT)
    return draft->values != NULL;

  draft->bytes =
      read_array (self, "texts", draft->n_bytes, HR_PORTFOLIO_ROWS_TEXTS_CHUNK, error);
  return draft->bytes != NULL;
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
read_row (HrSqlReader *reader, sqlite3_stmt *row, Draft *draft, GError **error)
{
  const char *name, *type;

  if (!read_count (row, 0, G_MAXINT, &draft->position, error) ||
      !hr_sql_read_text (reader, row, 1, &name, error))
    return FALSE;
  draft->name = g_strdup (name);
  if (!hr_sql_read_text (reader, row, 2, &type, error))
    return FALSE;
  if (!hr_enum_from_nick (HR_TYPE_COLUMN_TYPE, type, &draft->type))
    {
      g_set_error (error, HR_ERROR, HR_ERROR_VALUE, _ ("%s cannot be %s"), "type", type);
      return FALSE;
    }
  return draft->type != HR_COLUMN_TEXT ||
         (read_count (row, 3, G_MAXUINT32, &draft->n_texts, error) &&
          read_count (row, 4, G_MAXINT64, &draft->n_bytes, error));
}

static gboolean
widen (Draft *draft)
{
  HrColumnType type = (HrColumnType) draft->type;
  gsize full = hr_column_type_get_size (type), n = (gsize) draft->n_rows;
  g_autofree gpointer packed = NULL;

  if (draft->width == full)
    return TRUE;
  packed = g_steal_pointer (&draft->values);
  draft->values = alloc_array (n * full, &draft->error);
  if (draft->values != NULL)
    hr_narrow_unpack (type, draft->width, packed, n, draft->values);
  return draft->values != NULL;
}

/* Other threads look at every value of a column while the next ones are being read. */
static void
check_arrays_cb (gpointer data, gpointer unused)
{
  Draft *draft = data;
  gsize row, before;

  if (widen (draft))
    draft->column = hr_column_new_take (
        draft->name, (HrColumnType) draft->type, (gsize) draft->n_rows,
        g_steal_pointer (&draft->values), g_steal_pointer (&draft->bytes),
        (gsize) draft->n_bytes, (gsize) draft->n_texts, &draft->error);
  /* the portfolio will ask, and finds the answer ready */
  if (draft->column != NULL && draft->type == HR_COLUMN_TEXT &&
      g_str_equal (draft->name, HR_COLUMN_ID))
    hr_column_find_repeat (draft->column, &row, &before);
}

static gboolean
read_drafts (Loader *self, GPtrArray *drafts, GThreadPool *checking, GError **error)
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
      Draft *draft = g_new0 (Draft, 1);

      g_ptr_array_add (drafts, draft);
      draft->n_rows = self->n_rows;
      if (!read_row (self->reader, row, draft, &draft->error) ||
          !read_arrays (self, draft, &draft->error))
        {
          if (self->reader->losses == NULL)
            return TRUE;
          continue;
        }
      g_thread_pool_push (checking, draft, NULL);
      self->n_read++;
    }
  return code == SQLITE_DONE || hr_sql_forgive (self->reader, error);
}

static gboolean
read_columns (Loader *self, GPtrArray *columns, GError **error)
{
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func (draft_free);
  GThreadPool *checking =
      g_thread_pool_new (check_arrays_cb, NULL, N_CHECKERS, FALSE, NULL);
  gboolean good = read_drafts (self, drafts, checking, error);

  g_thread_pool_free (checking, FALSE, TRUE); /* waits for all */
  for (guint i = 0; good && i < drafts->len; i++)
    {
      Draft *draft = g_ptr_array_index (drafts, i);

      good = draft->column != NULL;
      if (good)
        g_ptr_array_add (columns, g_steal_pointer (&draft->column));
      else
        g_propagate_prefixed_error (
            error, g_steal_pointer (&draft->error),
            "account_column “%s”: ", draft->name != NULL ? draft->name : "?");
      good = good || hr_sql_forgive (self->reader, error);
    }
  return good;
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
  g_autoptr (sqlite3_stmt) find =
      hr_sql_prepare (db,
                      "SELECT id FROM account_chunk"
                      " WHERE generation = ? AND position = ? AND part = ? AND number = ?"
                      " AND typeof (data) = 'blob'",
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
  if (reader->losses == NULL && !check_nothing_is_left (&loader, error))
    return FALSE;
  *portfolio = g_steal_pointer (&found);
  return TRUE;
}
