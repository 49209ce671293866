/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-journal.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hr-error.h"
#include "hr-hash.h"
#include "hr-history-replay.h"
#include "hr-sql.h"

/* "HrJ1" as the application_id of SQLite's header. */
#define APPLICATION_ID 0x48724a31
#define VERSION 2

/* One step may insert whatever a plan may hold. */
#define MAX_LENGTH 1000000000

struct _HrJournal
{
  sqlite3 *db;
  sqlite3_stmt *set_state;
  sqlite3_stmt *add_step;
  sqlite3_stmt *forget_steps;
};

/* Nothing reads a journal but the program that wrote it: one of another version is left
 * alone by it. */
static const char SCHEMA[] =
    "CREATE TABLE state (\n"
    "  id INTEGER PRIMARY KEY CHECK (id = 1),\n"
    "  name TEXT NOT NULL,\n"
    "  uri TEXT,\n"
    "  stamp TEXT,\n"
    "  revision INTEGER NOT NULL,\n"
    "  saved INTEGER NOT NULL,\n"
    "  saving TEXT,\n"
    "  saving_revision INTEGER NOT NULL,\n"
    "  opened_at INTEGER NOT NULL,\n"
    "  changed_at INTEGER NOT NULL\n"
    ") STRICT;\n"
    "CREATE TABLE step (\n"
    "  revision INTEGER PRIMARY KEY,\n"
    "  label TEXT NOT NULL,\n"
    "  edits BLOB NOT NULL,\n"
    "  hash INTEGER NOT NULL\n"
    ") STRICT;\n"
    "CREATE TABLE base (\n"
    "  revision INTEGER PRIMARY KEY,\n"
    "  accounts INTEGER NOT NULL,\n"
    "  hash INTEGER NOT NULL\n" /* of the last step before it */
    ") STRICT;\n"
    "INSERT INTO base (revision, accounts, hash) VALUES (0, 1, 0);\n"
    "PRAGMA application_id = " G_STRINGIFY (
        APPLICATION_ID) ";"
                        "PRAGMA user_version = " G_STRINGIFY (VERSION);

void
hr_journal_state_clear (HrJournalState *self)
{
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->uri, g_free);
  g_clear_pointer (&self->stamp, g_free);
  g_clear_pointer (&self->saving, g_free);
}

void
hr_journal_step_free (HrJournalStep *self)
{
  g_free (self->label);
  g_clear_pointer (&self->step, g_variant_unref);
  g_free (self);
}

void
hr_journal_free (HrJournal *self)
{
  sqlite3_finalize (self->set_state);
  sqlite3_finalize (self->add_step);
  sqlite3_finalize (self->forget_steps);
  sqlite3_close (self->db);
  g_free (self);
}

/* For tests, which fill the disk. */
sqlite3 *
hr_journal_get_db (HrJournal *self)
{
  return self->db;
}

/* The file is local and private, so that a rollback journal is as safe as SQLite can be;
 * that the journal beside it stays spares two of five syncs. */
static HrJournal *
open_journal (const char *path, int flags, GError **error)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, error);
  g_autoptr (HrJournal) self = g_new0 (HrJournal, 1);

  if (uri == NULL || (self->db = hr_sql_open (uri, flags, error)) == NULL)
    return NULL;
  sqlite3_limit (self->db, SQLITE_LIMIT_LENGTH, MAX_LENGTH);
  sqlite3_extended_result_codes (self->db, 1);
  return hr_sql_run (self->db,
                     "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = PERSIST;"
                     "PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY;"
                     "PRAGMA mmap_size = 0; PRAGMA cell_size_check = ON",
                     error)
             ? g_steal_pointer (&self)
             : NULL;
}

static gboolean
prepare (HrJournal *self, GError **error)
{
  self->set_state = hr_sql_prepare (
      self->db,
      "INSERT OR REPLACE INTO state (id, name, uri, stamp, revision, saved, saving,"
      " saving_revision, opened_at, changed_at) VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      error);
  self->add_step = self->set_state == NULL
                       ? NULL
                       : hr_sql_prepare (self->db,
                                         "INSERT INTO step (revision, label, edits, hash)"
                                         " VALUES (?, ?, ?, ?)",
                                         error);
  self->forget_steps =
      self->add_step == NULL
          ? NULL
          : hr_sql_prepare (self->db, "DELETE FROM step WHERE revision > ?", error);
  return self->forget_steps != NULL;
}

static gboolean
write_state (HrJournal *self, const HrJournalState *state, GError **error)
{
  sqlite3_stmt *set = self->set_state;

  hr_sql_bind_text (set, 1, state->name);
  hr_sql_bind_text (set, 2, state->uri);
  hr_sql_bind_text (set, 3, state->stamp);
  sqlite3_bind_int64 (set, 4, (gint64) state->revision);
  sqlite3_bind_int64 (set, 5, (gint64) state->saved);
  hr_sql_bind_text (set, 6, state->saving);
  sqlite3_bind_int64 (set, 7, (gint64) state->saving_revision);
  sqlite3_bind_int64 (set, 8, state->opened_at);
  sqlite3_bind_int64 (set, 9, state->changed_at);
  return hr_sql_insert (set, error);
}

/* The hash of a step goes on from that of the step before: one that was changed, or is
 * missing, is noticed. */
static guint64
hash_step (
    guint64 before, guint64 revision, const char *label, gconstpointer data, gsize length)
{
  guint64 hash = hr_hash (&revision, sizeof revision, before);

  return hr_hash (data, length, hr_hash (label, strlen (label), hash));
}

static gboolean
get_last_hash (HrJournal *self, guint64 *hash, GError **error)
{
  gint64 found;

  if (!hr_sql_query_integer (self->db,
                             "SELECT coalesce ((SELECT hash FROM step"
                             " ORDER BY revision DESC LIMIT 1),"
                             " (SELECT hash FROM base))",
                             &found, error))
    return FALSE;
  *hash = (guint64) found;
  return TRUE;
}

static gboolean
write_step (HrJournal *self, const HrJournalStep *step, guint64 *hash, GError **error)
{
  gconstpointer data = g_variant_get_data (step->step);
  gsize length = g_variant_get_size (step->step);

  *hash = hash_step (*hash, step->revision, step->label, data, length);
  sqlite3_bind_int64 (self->add_step, 1, (gint64) step->revision);
  hr_sql_bind_text (self->add_step, 2, step->label);
  sqlite3_bind_blob64 (self->add_step, 3, data != NULL ? data : "", length,
                       SQLITE_STATIC);
  sqlite3_bind_int64 (self->add_step, 4, (gint64) *hash);
  return hr_sql_insert (self->add_step, error);
}

static gboolean
write_all (HrJournal *self,
           const HrJournalState *state,
           guint64 keep,
           GPtrArray *steps,
           GError **error)
{
  guint64 hash;

  sqlite3_bind_int64 (self->forget_steps, 1, (gint64) keep);
  if (!hr_sql_insert (self->forget_steps, error) || !get_last_hash (self, &hash, error))
    return FALSE;
  for (guint i = 0; steps != NULL && i < steps->len; i++)
    if (!write_step (self, g_ptr_array_index (steps, i), &hash, error))
      return FALSE;
  return write_state (self, state, error);
}

/**
 * hr_journal_write:
 * @self: a journal
 * @state: what the plan is now
 * @keep: the revision of the newest step that stays; those after it are forgotten
 * @steps: (nullable) (element-type HrJournalStep): what follows it, oldest first
 * @error: return location for a [error@Error]
 *
 * Writes down what happened, wholly or not at all.
 */
gboolean
hr_journal_write (HrJournal *self,
                  const HrJournalState *state,
                  guint64 keep,
                  GPtrArray *steps,
                  GError **error)
{
  if (!hr_sql_run (self->db, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (write_all (self, state, keep, steps, error) &&
      hr_sql_run (self->db, "COMMIT", error))
    return TRUE;
  if (!sqlite3_get_autocommit (self->db))
    hr_sql_run (self->db, "ROLLBACK", NULL);
  return FALSE;
}

/**
 * hr_journal_rebase:
 * @self: a journal
 * @base: a plan that has reached the disk, of the revision of a step
 * @error: return location for a [error@Error]
 *
 * Lets the steps begin at a later plan, and forgets those that led there: all of this, or
 * nothing.
 */
gboolean
hr_journal_rebase (HrJournal *self, const HrJournalBase *base, GError **error)
{
  g_autofree char *sql = g_strdup_printf (
      "BEGIN IMMEDIATE;"
      "UPDATE base SET revision = %" G_GUINT64_FORMAT ", accounts = %u,"
      " hash = (SELECT hash FROM step WHERE revision = %" G_GUINT64_FORMAT ");"
      "DELETE FROM step WHERE revision <= %" G_GUINT64_FORMAT ";"
      "COMMIT",
      base->revision, base->accounts, base->revision, base->revision);

  if (hr_sql_run (self->db, sql, error))
    return TRUE;
  if (!sqlite3_get_autocommit (self->db))
    hr_sql_run (self->db, "ROLLBACK", NULL);
  return FALSE;
}

/**
 * hr_journal_read_base:
 * @self: a journal
 * @base: (out caller-allocates): where the steps begin
 * @error: return location for a [error@Error]
 */
gboolean
hr_journal_read_base (HrJournal *self, HrJournalBase *base, GError **error)
{
  gint64 revision, accounts;

  if (!hr_sql_query_integer (self->db, "SELECT revision FROM base", &revision, error) ||
      !hr_sql_query_integer (self->db, "SELECT accounts FROM base", &accounts, error))
    return FALSE;
  *base =
      (HrJournalBase) { (guint64) revision, (guint) CLAMP (accounts, 0, G_MAXUINT16) };
  return TRUE;
}

/**
 * hr_journal_create:
 * @path: where there is none
 * @state: what the plan is now
 * @error: return location for a [error@Error]
 *
 * Begins a journal without steps.
 */
HrJournal *
hr_journal_create (const char *path, const HrJournalState *state, GError **error)
{
  g_autoptr (HrJournal) self =
      open_journal (path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);

  if (self != NULL && hr_sql_run (self->db, "BEGIN IMMEDIATE", error) &&
      hr_sql_run (self->db, SCHEMA, error) && prepare (self, error) &&
      write_state (self, state, error) && hr_sql_run (self->db, "COMMIT", error))
    return g_steal_pointer (&self);
  return NULL;
}

/**
 * hr_journal_open:
 * @path: a journal that nobody has open
 * @error: return location for a [error@Error]: %HR_ERROR_GONE if it was only being made
 *
 * Opens the journal of a plan that was lost.
 */
HrJournal *
hr_journal_open (const char *path, GError **error)
{
  g_autoptr (HrJournal) self = open_journal (path, SQLITE_OPEN_READWRITE, error);
  gint64 id, version;

  if (self == NULL ||
      !hr_sql_query_integer (self->db, "PRAGMA application_id", &id, error) ||
      !hr_sql_query_integer (self->db, "PRAGMA user_version", &version, error))
    return NULL;
  if (id == 0 && version == 0)
    {
      g_set_error_literal (error, HR_ERROR, HR_ERROR_GONE,
                           _ ("the plan was not open yet"));
      return NULL;
    }
  if (id == APPLICATION_ID && version > VERSION)
    {
      g_set_error_literal (error, HR_ERROR, HR_ERROR_NEWER,
                           _ ("a newer version of Headroom had this plan open"));
      return NULL;
    }
  if (id != APPLICATION_ID || version != VERSION)
    {
      g_set_error_literal (error, HR_ERROR, HR_ERROR_SYNTAX,
                           _ ("this is not what Headroom keeps of an open plan"));
      return NULL;
    }
  return prepare (self, error) ? g_steal_pointer (&self) : NULL;
}

static char *
dup_text (sqlite3_stmt *row, int column)
{
  return g_strdup ((const char *) sqlite3_column_text (row, column));
}

/**
 * hr_journal_read_state:
 * @self: a journal
 * @state: (out caller-allocates): empty; takes what the plan was last
 * @error: return location for a [error@Error]
 */
gboolean
hr_journal_read_state (HrJournal *self, HrJournalState *state, GError **error)
{
  g_autoptr (sqlite3_stmt) row =
      hr_sql_prepare (self->db,
                      "SELECT name, uri, stamp, revision, saved, saving, saving_revision,"
                      " opened_at, changed_at FROM state",
                      error);
  int code;

  if (row == NULL)
    return FALSE;
  code = hr_sql_step (row, error);
  if (code == SQLITE_DONE)
    g_set_error_literal (error, HR_ERROR, HR_ERROR_SYNTAX,
                         _ ("this is not what Headroom keeps of an open plan"));
  if (code != SQLITE_ROW)
    return FALSE;

  state->name = dup_text (row, 0);
  state->uri = dup_text (row, 1);
  state->stamp = dup_text (row, 2);
  state->revision = (guint64) sqlite3_column_int64 (row, 3);
  state->saved = (guint64) sqlite3_column_int64 (row, 4);
  state->saving = dup_text (row, 5);
  state->saving_revision = (guint64) sqlite3_column_int64 (row, 6);
  state->opened_at = sqlite3_column_int64 (row, 7);
  state->changed_at = sqlite3_column_int64 (row, 8);
  return TRUE;
}

static HrJournalStep *
read_step (sqlite3_stmt *row, guint64 *hash)
{
  g_autoptr (HrJournalStep) step = g_new0 (HrJournalStep, 1);
  gconstpointer data = sqlite3_column_blob (row, 2);
  gsize length = (gsize) sqlite3_column_bytes (row, 2);
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);

  step->revision = (guint64) sqlite3_column_int64 (row, 0);
  step->label = dup_text (row, 1);
  if (step->label == NULL || !g_utf8_validate (step->label, -1, NULL))
    return NULL;
  *hash = hash_step (*hash, step->revision, step->label, data, length);
  if ((guint64) sqlite3_column_int64 (row, 3) != *hash)
    return NULL;
  step->step = g_variant_ref_sink (
      g_variant_new_from_bytes (G_VARIANT_TYPE (HR_STEP_VARIANT_TYPE), bytes, FALSE));
  return g_steal_pointer (&step);
}

/**
 * hr_journal_read_steps:
 * @self: a journal
 * @n_lost: (out): how many steps at the end cannot be read
 * @error: return location for a [error@Error]
 *
 * Gets the steps that can be read, up to the first that cannot: what was done after
 * that was done to something else.
 *
 * Returns: (transfer full) (nullable) (element-type HrJournalStep): oldest first
 */
GPtrArray *
hr_journal_read_steps (HrJournal *self, guint64 *n_lost, GError **error)
{
  g_autoptr (sqlite3_stmt) row = hr_sql_prepare (
      self->db, "SELECT revision, label, edits, hash FROM step ORDER BY revision", error);
  g_autoptr (GPtrArray) steps =
      g_ptr_array_new_with_free_func ((GDestroyNotify) hr_journal_step_free);
  gint64 first;
  guint64 hash;
  int code;

  *n_lost = 0;
  if (row == NULL ||
      !hr_sql_query_integer (self->db, "SELECT hash FROM base", &first, error))
    return NULL;
  hash = (guint64) first;
  while ((code = sqlite3_step (row)) == SQLITE_ROW)
    {
      g_autoptr (HrJournalStep) step = *n_lost == 0 ? read_step (row, &hash) : NULL;

      if (step != NULL)
        g_ptr_array_add (steps, g_steal_pointer (&step));
      else
        ++*n_lost;
    }
  if (code != SQLITE_DONE)
    ++*n_lost;
  return g_steal_pointer (&steps);
}

/**
 * hr_journal_count_unsaved:
 * @self: a journal
 * @n_unsaved: (out): by how many steps the plan differs from its file, at least
 * @error: return location for a [error@Error]
 */
gboolean
hr_journal_count_unsaved (HrJournal *self, gint64 *n_unsaved, GError **error)
{
  return hr_sql_query_integer (
      self->db,
      "SELECT (SELECT count (*) FROM step WHERE"
      "  revision > min (known, state.revision) AND"
      "  revision <= max (known, state.revision)) + (saved <> known)"
      " FROM (SELECT *, iif (saved = 0 OR saved = revision OR"
      "  EXISTS (SELECT 1 FROM step WHERE revision = state.saved), saved, 0) AS known"
      "  FROM state) AS state",
      n_unsaved, error);
}
