/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "hr-atomic-file.h"
#include "hr-content-hash.h"
#include "hr-item-rows.h"
#include "hr-plan-file.h"
#include "hr-portfolio-rows.h"
#include "hr-state-dir.h"
#include "hr-store-private.h"
#include "hr-user-file.h"

/* ---- Loading -------------------------------------------------------------------------
 */

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

/* Puts the file before an error. Whoever cancels is not told of what then broke off. */
static void
fail_to_open (GError **error, GCancellable *cancellable, const char *name)
{
  if (g_cancellable_is_cancelled (cancellable))
    {
      g_clear_error (error);
      g_cancellable_set_error_if_cancelled (cancellable, error);
    }
  g_prefix_error (error, _ ("“%s” cannot be opened: "), name);
}

/* What cannot be read is told first: that names the place where it is wrong. */
static HrPlan *
load_file (HrPlanFile *file,
           const HrSchema *schema,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (sqlite3) copy = NULL;
  g_autoptr (HrPlan) plan = NULL;

  if (file->version < schema->n_steps)
    {
      copy = migrate_copy (file->db, schema, file->version, error);
      if (copy == NULL)
        return NULL;
    }
  plan = read_plan (copy != NULL ? copy : file->db, cancellable, error);
  return plan != NULL && hr_plan_file_check (file, error) ? g_steal_pointer (&plan)
                                                          : NULL;
}

HrPlan *
hr_store_load_copy (const char *path,
                    const char *name,
                    const HrSchema *schema,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (HrPlanFile) file = hr_plan_file_open (path, schema, cancellable, error);
  HrPlan *plan = file != NULL ? load_file (file, schema, cancellable, error) : NULL;

  if (plan == NULL)
    fail_to_open (error, cancellable, name);
  return plan;
}

HrPlan *
hr_store_load_schema (const char *path,
                      const HrSchema *schema,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  return hr_store_load_copy (path, name, schema, cancellable, error);
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
static sqlite3 *
open_to_write (const char *path, GError **error)
{
  g_autofree char *uri = hr_plan_file_get_uri (path, NULL);
  g_autoptr (sqlite3) db =
      hr_sql_open (uri, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);

  return db != NULL && hr_sql_run (db,
                                   "PRAGMA journal_mode = MEMORY;"
                                   "PRAGMA synchronous = OFF;"
                                   "PRAGMA locking_mode = EXCLUSIVE",
                                   error)
             ? g_steal_pointer (&db)
             : NULL;
}

/* The hash is of what is in the tables, before they are read again. */
static gboolean
seal (sqlite3 *db, GError **error)
{
  guint64 hash;

  return hr_content_hash (db, &hash, error) && hr_content_hash_store (db, hash, error);
}

static gboolean
write_plan (const char *path, HrPlan *plan, GCancellable *cancellable, GError **error)
{
  g_autofree char *setup =
      g_strdup_printf ("PRAGMA page_size = %d; PRAGMA application_id = %d",
                       page_size_for (plan), HR_STORE_APPLICATION_ID);
  g_autoptr (sqlite3) db = open_to_write (path, error);

  return db != NULL && hr_sql_run (db, setup, error) &&
         hr_schema_migrate (&HR_SCHEMA, db, 0, error) &&
         hr_sql_run (db, "BEGIN", error) &&
         hr_item_rows_save (db, plan, cancellable, error) && seal (db, error) &&
         hr_sql_run (db, "COMMIT", error);
}

/* Reads what was written anew, as if it came from anybody: only what is whole, and is the
 * plan, may replace anything. */
static gboolean
check_written (const char *path, HrPlan *plan, GCancellable *cancellable, GError **error)
{
  g_autoptr (HrPlanFile) file = hr_plan_file_open (path, &HR_SCHEMA, cancellable, error);
  g_autoptr (HrPlan) found =
      file != NULL ? load_file (file, &HR_SCHEMA, cancellable, error) : NULL;

  if (found == NULL || hr_item_equal (found, plan))
    return found != NULL;
  g_set_error_literal (error, HR_ERROR, HR_ERROR_FILE,
                       _ ("what was written reads as something else"));
  return FALSE;
}

/**
 * hr_store_write:
 * @plan: a plan that was checked
 * @path: where to; what is there goes
 * @cancellable: (nullable): may end the writing
 * @error: return location for a [error@Error]
 *
 * Writes a plan whole, finds it whole, and brings it safely to the disk.
 */
gboolean
hr_store_write (HrPlan *plan, const char *path, GCancellable *cancellable, GError **error)
{
  int fd;
  gboolean good;

  g_unlink (path);
  if (!write_plan (path, plan, cancellable, error) ||
      !check_written (path, plan, cancellable, error))
    return FALSE;
  fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  good = fd >= 0 && fsync (fd) == 0;
  if (!good)
    g_set_error_literal (error, HR_ERROR, HR_ERROR_FILE, g_strerror (errno));
  if (fd >= 0)
    close (fd);
  return good;
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
      write_plan (hr_atomic_file_get_path (file), plan, cancellable, error))
    {
      hr_atomic_file_begin_sync (file);
      if (check_written (hr_atomic_file_get_path (file), plan, cancellable, error) &&
          hr_atomic_file_commit (file, error))
        return TRUE;
    }

  g_prefix_error (error, _ ("“%s” cannot be saved: "), name);
  return FALSE;
}

/**
 * hr_store_replace:
 * @plan: a plan
 * @path: where to; a symbolic link is followed
 * @stamp: (inout) (nullable): what the file was when the plan was read from it, see
 *   [func@user_file_get_stamp]; %NULL to replace whatever is there
 * @cancellable: (nullable): may end the writing
 * @error: return location for a [error@Error]: %HR_ERROR_CHANGED or %HR_ERROR_GONE if
 *   the file is not what it was
 *
 * Writes a plan into the file of a person, who may have a window open on it: what stood
 * there goes to the backups. Whatever fails, the old file stays as it was.
 */
gboolean
hr_store_replace (HrPlan *plan,
                  const char *path,
                  char **stamp,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *folder = g_dir_make_tmp ("headroom-XXXXXX", error);
  g_autofree char *built =
      folder != NULL ? g_build_filename (folder, "built" HR_STORE_SUFFIX, NULL) : NULL;
  gboolean good = built != NULL && hr_plan_check (plan, error) &&
                  hr_store_write (plan, built, cancellable, error) &&
                  hr_user_file_put (file, built, NULL, stamp, cancellable, error);

  if (folder != NULL)
    hr_state_dir_remove (folder);
  if (!good)
    g_prefix_error (error, _ ("“%s” cannot be saved: "), name);
  return good;
}
