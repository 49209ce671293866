/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-sql.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "hr-error.h"

/* What a file may make SQLite do, far below what SQLite would. */
static const struct
{
  int id;
  int value;
} LIMITS[] = {
  { SQLITE_LIMIT_LENGTH, HR_SQL_MAX_LENGTH },
  { SQLITE_LIMIT_SQL_LENGTH, 1024 * 1024 },
  { SQLITE_LIMIT_COLUMN, 100 },
  { SQLITE_LIMIT_EXPR_DEPTH, 50 },
  { SQLITE_LIMIT_COMPOUND_SELECT, 2 },
  { SQLITE_LIMIT_FUNCTION_ARG, 8 },
  { SQLITE_LIMIT_ATTACHED, 0 },
  { SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100 },
  { SQLITE_LIMIT_VARIABLE_NUMBER, 100 },
  { SQLITE_LIMIT_TRIGGER_DEPTH, 1 },
  { SQLITE_LIMIT_WORKER_THREADS, 0 },
};

static const struct
{
  int option;
  int value;
} SWITCHES[] = {
  { SQLITE_DBCONFIG_DEFENSIVE, 1 },
  { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
  { SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 },
  { SQLITE_DBCONFIG_ENABLE_VIEW, 0 },
  { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
  { SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0 },
  { SQLITE_DBCONFIG_DQS_DDL, 0 },
  { SQLITE_DBCONFIG_DQS_DML, 0 },
};

/**
 * hr_sql_open:
 * @uri: a name or URI of a database
 * @flags: how to open it, SQLITE_OPEN_READONLY
 * @error: return location for a [error@Error]
 *
 * Opens a database and closes the doors that a plan does not need.
 *
 * Returns: (transfer full) (nullable): close with sqlite3_close()
 */
sqlite3 *
hr_sql_open (const char *uri, int flags, GError **error)
{
  g_autoptr (sqlite3) db = NULL;

  g_return_val_if_fail (uri != NULL, NULL); /* SQLite would make a temporary database */

  flags |= SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  if (sqlite3_open_v2 (uri, &db, flags, NULL) != SQLITE_OK)
    {
      hr_sql_fail (db, error);
      return NULL;
    }

  for (guint i = 0; i < G_N_ELEMENTS (SWITCHES); i++)
    sqlite3_db_config (db, SWITCHES[i].option, SWITCHES[i].value, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (LIMITS); i++)
    sqlite3_limit (db, LIMITS[i].id, LIMITS[i].value);
  return g_steal_pointer (&db);
}

/**
 * hr_sql_fail:
 * @db: (nullable): a database that has just failed
 * @error: return location for a [error@Error]
 *
 * Says in an error why.
 *
 * Returns: %FALSE, to be returned
 */
gboolean
hr_sql_fail (sqlite3 *db, GError **error)
{
  int code = sqlite3_errcode (db) & 0xff, system = sqlite3_system_errno (db);

  if (code == SQLITE_CORRUPT || code == SQLITE_NOTADB)
    g_set_error (error, HR_ERROR, HR_ERROR_SYNTAX, _ ("the file is damaged (%s)"),
                 sqlite3_errmsg (db));
  else if (code == SQLITE_INTERRUPT)
    g_set_error_literal (error, HR_ERROR, HR_ERROR_SYNTAX,
                         _ ("the file is damaged: reading it would take too long"));
  else if (code == SQLITE_FULL)
    g_set_error_literal (error, HR_ERROR, HR_ERROR_FILE, g_strerror (ENOSPC));
  else if ((code == SQLITE_IOERR || code == SQLITE_CANTOPEN) && system != 0)
    g_set_error_literal (error, HR_ERROR, HR_ERROR_FILE, g_strerror (system));
  else if (code == SQLITE_CONSTRAINT || code == SQLITE_TOOBIG)
    g_set_error_literal (error, HR_ERROR, HR_ERROR_VALUE, sqlite3_errmsg (db));
  else
    g_set_error_literal (error, HR_ERROR, HR_ERROR_FILE, sqlite3_errmsg (db));
  return FALSE;
}

gboolean
hr_sql_run (sqlite3 *db, const char *sql, GError **error)
{
  return sqlite3_exec (db, sql, NULL, NULL, NULL) == SQLITE_OK || hr_sql_fail (db, error);
}

sqlite3_stmt *
hr_sql_prepare (sqlite3 *db, const char *sql, GError **error)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    hr_sql_fail (db, error);
  return statement;
}

/**
 * hr_sql_step:
 * @statement: a statement
 * @error: return location for a [error@Error]
 *
 * Goes on to the next row.
 *
 * Returns: SQLITE_ROW, or SQLITE_DONE, or something else with @error set
 */
int
hr_sql_step (sqlite3_stmt *statement, GError **error)
{
  int code = sqlite3_step (statement);

  if (code != SQLITE_ROW && code != SQLITE_DONE)
    hr_sql_fail (sqlite3_db_handle (statement), error);
  return code;
}

/* Runs a statement that gives no rows and readies it for the next values. */
gboolean
hr_sql_insert (sqlite3_stmt *statement, GError **error)
{
  int code = hr_sql_step (statement, error);

  sqlite3_reset (statement);
  return code == SQLITE_DONE;
}

/* The text must stay as it is until the statement has run. Returns: FALSE if it is too
 * long, and then NULL is bound. */
gboolean
hr_sql_bind_text (sqlite3_stmt *statement, int parameter, const char *text)
{
  return sqlite3_bind_text64 (statement, parameter, text,
                              text != NULL ? strlen (text) : 0, SQLITE_STATIC,
                              SQLITE_UTF8) == SQLITE_OK;
}

gboolean
hr_sql_query_integer (sqlite3 *db, const char *sql, gint64 *value, GError **error)
{
  g_autoptr (sqlite3_stmt) query = hr_sql_prepare (db, sql, error);

  int code = query != NULL ? hr_sql_step (query, error) : SQLITE_ERROR;

  if (code == SQLITE_ROW)
    *value = sqlite3_column_int64 (query, 0);
  else if (code == SQLITE_DONE)
    g_set_error_literal (error, HR_ERROR, HR_ERROR_SYNTAX,
                         _ ("the file is damaged: a row is missing"));
  return code == SQLITE_ROW;
}

/**
 * hr_sql_forgive:
 * @self: where a plan is read from
 * @error: what went wrong; cleared if that is forgiven
 *
 * Says whether reading goes on without what could not be read, and notes that.
 */
gboolean
hr_sql_forgive (HrSqlReader *self, GError **error)
{
  if (self->losses == NULL || g_cancellable_is_cancelled (self->cancellable))
    return FALSE;
  g_ptr_array_add (self->losses, g_strdup ((*error)->message));
  g_clear_error (error);
  return TRUE;
}

/**
 * hr_sql_take_bytes:
 * @self: where a plan is read from
 * @n: how many bytes of values are about to be read, not negative
 * @error: return location for a [error@Error]
 *
 * Counts what is read, and refuses more than the file can hold.
 */
gboolean
hr_sql_take_bytes (HrSqlReader *self, gint64 n, GError **error)
{
  g_autofree char *claimed = NULL;

  if (n <= self->n_bytes_left)
    {
      self->n_bytes_left -= n;
      return TRUE;
    }

  claimed = g_strdup_printf ("%" G_GINT64_FORMAT, n);
  g_set_error (error, HR_ERROR, HR_ERROR_SYNTAX,
               _ ("it claims %s bytes, more than the file holds"), claimed);
  return FALSE;
}

static const char *
name_of_class (int storage_class)
{
  switch (storage_class)
    {
    case SQLITE_INTEGER:
      return _ ("a whole number");
    case SQLITE_FLOAT:
      return _ ("a number");
    case SQLITE_TEXT:
      return _ ("a text");
    case SQLITE_BLOB:
      return _ ("bytes");
    default:
      return _ ("empty");
    }
}

/**
 * hr_sql_check_class:
 * @row: a row
 * @column: one of its columns
 * @storage_class: what it must hold, SQLITE_TEXT
 * @error: return location for a [error@Error]
 *
 * Says whether a value is stored as it should be. A STRICT table sees to that, but who
 * made the file may have gone around SQLite.
 */
gboolean
hr_sql_check_class (sqlite3_stmt *row, int column, int storage_class, GError **error)
{
  int found = sqlite3_column_type (row, column);

  if (found == storage_class)
    return TRUE;
  g_set_error (error, HR_ERROR, HR_ERROR_VALUE, _ ("it is %s where %s must be"),
               name_of_class (found), name_of_class (storage_class));
  return FALSE;
}

gboolean
hr_sql_read_integer (sqlite3_stmt *row, int column, gint64 *value, GError **error)
{
  if (!hr_sql_check_class (row, column, SQLITE_INTEGER, error))
    return FALSE;
  *value = sqlite3_column_int64 (row, column);
  return TRUE;
}

/**
 * hr_sql_read_text:
 * @self: where a plan is read from
 * @row: a row
 * @column: one of its columns
 * @text: (out) (transfer none): the text; until the next step
 * @error: return location for a [error@Error]
 *
 * Reads a text that is valid UTF-8 and holds no NUL.
 */
gboolean
hr_sql_read_text (
    HrSqlReader *self, sqlite3_stmt *row, int column, const char **text, GError **error)
{
  const char *found;
  int length;

  if (!hr_sql_check_class (row, column, SQLITE_TEXT, error))
    return FALSE;

  found = (const char *) sqlite3_column_text (row, column);
  length = sqlite3_column_bytes (row, column);
  if (found == NULL)
    return hr_sql_fail (sqlite3_db_handle (row), error);
  if (!g_utf8_validate_len (found, (gsize) length, NULL))
    {
      g_set_error_literal (error, HR_ERROR, HR_ERROR_VALUE, _ ("it is not valid UTF-8"));
      return FALSE;
    }
  *text = found;
  return hr_sql_take_bytes (self, length, error);
}
