/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-schema.h"

#include <glib/gi18n-lib.h>

#include "hr-error.h"
#include "hr-sql.h"

/**
 * hr_schema_migrate:
 * @self: the steps
 * @db: a database of this program's own, with no transaction open
 * @version: the version that it has, 0 for an empty one
 * @error: return location for a [error@Error]
 *
 * Takes a database from its version to the newest, wholly or not at all.
 */
gboolean
hr_schema_migrate (const HrSchema *self, sqlite3 *db, guint version, GError **error)
{
  g_autofree char *stamp = g_strdup_printf ("PRAGMA user_version = %u", self->n_steps);

  if (!hr_sql_run (db, "BEGIN", error))
    return FALSE;
  for (guint i = version; i < self->n_steps; i++)
    if (!hr_sql_run (db, self->steps[i], error))
      {
        hr_sql_run (db, "ROLLBACK", NULL);
        return FALSE;
      }
  return hr_sql_run (db, stamp, error) && hr_sql_run (db, "COMMIT", error);
}

/* What a database of a version has: one made by the very same steps. */
static sqlite3 *
build_example (const HrSchema *self, guint version, GError **error)
{
  const HrSchema past = { self->steps, version };
  sqlite3 *db = hr_sql_open (":memory:", SQLITE_OPEN_READWRITE, error);

  if (db != NULL && !hr_schema_migrate (&past, db, 0, error))
    g_clear_pointer (&db, sqlite3_close);
  return db;
}

static const char *
text_at (sqlite3_stmt *row, int column)
{
  return (const char *) sqlite3_column_text (row, column);
}

/* Compares two rows of sqlite_schema, either of which may be the end. */
static gboolean
check_entry (sqlite3_stmt *has,
             gboolean has_row,
             sqlite3_stmt *want,
             gboolean want_row,
             GError **error)
{
  int order = !has_row    ? 1
              : !want_row ? -1
                          : g_strcmp0 (text_at (has, 1), text_at (want, 1));

  if (order == 0)
    {
      for (int i = 0; i < sqlite3_column_count (want) && order == 0; i++)
        order = g_strcmp0 (text_at (has, i), text_at (want, i));
      if (order == 0)
        return TRUE;
      g_set_error (error, HR_ERROR, HR_ERROR_SYNTAX,
                   _ ("the table “%s” is not made as in a plan"), text_at (want, 1));
    }
  else if (order < 0)
    g_set_error (error, HR_ERROR, HR_ERROR_SYNTAX,
                 _ ("the %s “%s” does not belong into a plan"), text_at (has, 0),
                 text_at (has, 1));
  else
    g_set_error (error, HR_ERROR, HR_ERROR_SYNTAX, _ ("the table “%s” is missing"),
                 text_at (want, 1));
  return FALSE;
}

/**
 * hr_schema_check:
 * @self: the steps
 * @db: a database
 * @version: the version that it says it has
 * @error: return location for a [error@Error]
 *
 * Says whether a database has exactly the tables that its version has, word for word,
 * and nothing besides: no trigger, no view, no index.
 */
gboolean
hr_schema_check (const HrSchema *self, sqlite3 *db, guint version, GError **error)
{
  static const char QUERY[] =
      "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name";
  g_autoptr (sqlite3) example = build_example (self, version, error);
  g_autoptr (sqlite3_stmt) has = NULL;
  g_autoptr (sqlite3_stmt) want = NULL;
  int has_row = SQLITE_ROW, want_row = SQLITE_ROW;

  if (example == NULL || (has = hr_sql_prepare (db, QUERY, error)) == NULL ||
      (want = hr_sql_prepare (example, QUERY, error)) == NULL)
    return FALSE;

  while (TRUE)
    {
      has_row = hr_sql_step (has, error);
      if (has_row != SQLITE_ROW && has_row != SQLITE_DONE)
        return FALSE;
      want_row = sqlite3_step (want);
      if (has_row == SQLITE_DONE && want_row == SQLITE_DONE)
        return TRUE;
      if (!check_entry (has, has_row == SQLITE_ROW, want, want_row == SQLITE_ROW, error))
        return FALSE;
    }
}
