/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-store.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "hr-atomic-file.h"
#include "hr-item-rows.h"
#include "hr-portfolio-rows.h"
#include "hr-store-private.h"

/* The header of an SQLite file: where things lie in it, and what they must be. */
#define HEADER_SIZE 100
#define HEADER_MAGIC "SQLite format 3"
#define PAGE_SIZE 16
#define WRITE_VERSION 18 /* 1: a rollback journal */
#define READ_VERSION 19
#define PAGE_COUNT 28
#define ENCODING 56 /* 1: UTF-8 */
#define USER_VERSION 60
#define APPLICATION_ID 68

static char *
uri_of (const char *path, const char *query)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *uri = g_filename_to_uri (absolute, NULL, NULL);

  return g_strconcat (uri, query, NULL);
}

/* ---- Loading -------------------------------------------------------------------------
 */

static gboolean
refuse (GError **error, HrError code, const char *why)
{
  g_set_error_literal (error, HR_ERROR, code, why);
  return FALSE;
}

static guint32
number_at (const guint8 *header, gsize offset)
{
  guint32 big_endian;

  memcpy (&big_endian, header + offset, sizeof big_endian);
  return GUINT32_FROM_BE (big_endian);
}

/* SQLite takes what is missing of the last page for zeros. */
static gboolean
is_whole (const guint8 *header, gsize size)
{
  gsize page_size = (gsize) header[PAGE_SIZE] << 8 | header[PAGE_SIZE + 1];

  return number_at (header, PAGE_COUNT) * (page_size == 1 ? 65536 : page_size) == size;
}

static gboolean
read_header (const char *path, guint8 *header, gsize *size, GError **error)
{
  /* Not to wait for the other end of a pipe. */
  int fd = open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  struct stat found = { 0 };
  ssize_t n = 0;

  if (fd < 0)
    return refuse (error, HR_ERROR_FILE, g_strerror (errno));

  if (fstat (fd, &found) == 0)
    n = pread (fd, header, HEADER_SIZE, 0);
  *size = (gsize) found.st_size;
  close (fd);
  if (n != HEADER_SIZE || memcmp (header, HEADER_MAGIC, sizeof HEADER_MAGIC) != 0)
    return refuse (error, HR_ERROR_SYNTAX, _ ("it is not a plan of Headroom"));
  return TRUE;
}

/* Says what a file is before SQLite sees a byte of it. */
static gboolean
check_header (const char *path, const HrSchema *schema, guint *version, GError **error)
{
  guint8 header[HEADER_SIZE];
  gsize size;

  if (!read_header (path, header, &size, error))
    return FALSE;
  if (number_at (header, APPLICATION_ID) != HR_STORE_APPLICATION_ID)
    return refuse (error, HR_ERROR_SYNTAX, _ ("it is a database of another program"));

  *version = number_at (header, USER_VERSION);
  if (*version > schema->n_steps)
    {
      g_set_error (error, HR_ERROR, HR_ERROR_NEWER,
                   _ ("a newer version of Headroom made it: its format is %u, and this "
                      "version knows formats up to %u"),
                   *version, schema->n_steps);
      return FALSE;
    }
  if (*version == 0 || header[READ_VERSION] != 1 || header[WRITE_VERSION] != 1 ||
      number_at (header, ENCODING) != 1)
    return refuse (error, HR_ERROR_SYNTAX, _ ("another program has changed its format"));
  if (!is_whole (header, size))
    return refuse (error, HR_ERROR_SYNTAX, _ ("the file is damaged: it is not whole"));
  return TRUE;
}

/* Opens a file that is not trusted, to be read only.
 *
 * It is immutable because plans are replaced whole, never changed in place: no lock is
 * taken and no journal beside it is believed. */
static sqlite3 *
open_plan (const char *path, const HrSchema *schema, guint *version, GError **error)
{
  g_autofree char *uri = uri_of (path, "?immutable=1");
  g_autoptr (sqlite3) db = NULL;
  gint64 found;

  if (!check_header (path, schema, version, error) ||
      (db = hr_sql_open (uri, SQLITE_OPEN_READONLY, error)) == NULL ||
      !hr_sql_run (db,
                   "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;"
                   "PRAGMA temp_store = MEMORY; PRAGMA query_only = ON; BEGIN",
                   error) ||
      !hr_sql_query_integer (db, "PRAGMA user_version", &found, error))
    return NULL;
  if (found != *version)
    {
      refuse (error, HR_ERROR_FILE, _ ("it was replaced meanwhile"));
      return NULL;
    }
  return hr_schema_check (schema, db, *version, error) ? g_steal_pointer (&db) : NULL;
}

/* A private copy of an older plan, brought up to date; SQLite deletes it when closed. */
static sqlite3 *
migrate_copy (sqlite3 *old, const HrSchema *schema, guint version, GError **error)
{
  g_autoptr (sqlite3) copy =
      hr_sql_open ("", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);
  sqlite3_backup *backup;

  if (copy == NULL)
    return NULL;

  backup = sqlite3_backup_init (copy, "main", old, "main");
  sqlite3_backup_step (backup, -1);
  if (sqlite3_backup_finish (backup) != SQLITE_OK)
    {
      hr_sql_fail (copy, error);
      return NULL;
    }
  return hr_schema_migrate (schema, copy, version, error) ? g_steal_pointer (&copy)
                                                          : NULL;
}

static HrPlan *
read_plan (sqlite3 *db, GCancellable *cancellable, GError **error)
{
  HrSqlReader reader = { db, cancellable, 0 };

  if (!hr_sql_query_integer (db,
                             "SELECT page_count * page_size"
                             " FROM pragma_page_count, pragma_page_size",
                             &reader.n_bytes_left, error))
    return NULL;
  return hr_item_rows_load (&reader, error);
}

/* The later working copy takes the place of the file here. */
HrPlan *
hr_store_load_schema (const char *path,
                      const HrSchema *schema,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (sqlite3) db = NULL;
  g_autoptr (sqlite3) copy = NULL;
  HrPlan *plan = NULL;
  guint version;

  db = open_plan (path, schema, &version, error);
  if (db != NULL && version < schema->n_steps)
    copy = migrate_copy (db, schema, version, error);
  if (copy != NULL || (db != NULL && version == schema->n_steps))
    plan = read_plan (copy != NULL ? copy : db, cancellable, error);
  if (plan == NULL)
    g_prefix_error (error, _ ("“%s” cannot be opened: "), name);
  return plan;
}

/**
 * hr_store_load:
 * @path: a plan file
 * @cancellable: (nullable): may end the reading
 * @error: return location for a [error@Error]
 *
 * Reads a plan whole, without ever writing to its file, and checks everything that a
 * plan must hold: the file may come from anybody.
 *
 * An older format is brought up to date in a private copy; a newer one is refused as
 * %HR_ERROR_NEWER. An error names the file, and the table, the row and the column if it
 * lies in one.
 *
 * Returns: (transfer full) (nullable): the plan
 */
HrPlan *
hr_store_load (const char *path, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  return hr_store_load_schema (path, &HR_SCHEMA, cancellable, error);
}

/* ---- Saving --------------------------------------------------------------------------
 */

/* Chunks of accounts lie on the fewest pages when these are large; without such, a small
 * file is worth more. */
static int
page_size_for (HrPlan *plan)
{
  return plan->portfolio != NULL &&
                 hr_portfolio_get_n_accounts (plan->portfolio) >= HR_PORTFOLIO_ROWS_CHUNK
             ? 65536
             : 4096;
}

/* Nobody else sees the file and a crash leaves the old one, so SQLite need not sync. */
static gboolean
write_plan (const char *path, HrPlan *plan, GCancellable *cancellable, GError **error)
{
  g_autofree char *uri = uri_of (path, NULL);
  g_autofree char *setup = g_strdup_printf (
      "PRAGMA page_size = %d; PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF;"
      "PRAGMA locking_mode = EXCLUSIVE; PRAGMA application_id = %d",
      page_size_for (plan), HR_STORE_APPLICATION_ID);
  g_autoptr (sqlite3) db = hr_sql_open (uri, SQLITE_OPEN_READWRITE, error);

  return db != NULL && hr_sql_run (db, setup, error) &&
         hr_schema_migrate (&HR_SCHEMA, db, 0, error) &&
         hr_sql_run (db, "BEGIN", error) &&
         hr_item_rows_save (db, plan, cancellable, error) &&
         hr_sql_run (db, "COMMIT", error);
}

/**
 * hr_store_save:
 * @plan: a plan
 * @path: where to; a symbolic link is followed
 * @cancellable: (nullable): may end the writing
 * @error: return location for a [error@Error]
 *
 * Writes a plan whole to a new file beside the old one, brings it safely to the disk and
 * replaces the old one by it; that keeps its permissions.
 *
 * The same plan always gives the same bytes. Whatever fails, and if @cancellable is
 * cancelled, the old file stays as it was and nothing new is left behind.
 */
gboolean
hr_store_save (HrPlan *plan, const char *path, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = NULL;
  g_autoptr (HrAtomicFile) file = NULL;

  g_return_val_if_fail (HR_IS_PLAN (plan), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  name = g_filename_display_name (path);
  if (hr_plan_check (plan, error) && (file = hr_atomic_file_new (path, error)) != NULL &&
      write_plan (hr_atomic_file_get_path (file), plan, cancellable, error) &&
      hr_atomic_file_commit (file, error))
    return TRUE;

  g_prefix_error (error, _ ("“%s” cannot be saved: "), name);
  return FALSE;
}
