/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-plan-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "hr-content-hash.h"
#include "hr-error.h"
#include "hr-sql.h"
#include "hr-store.h"

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

/* No file may keep the program busy: so much work, in µs, and so many bytes in one more.
 */
#define MAX_WORK (4 * G_USEC_PER_SEC)
#define WORK_PER_BYTE 32
#define OPS_BETWEEN_LOOKS 10000

char *
hr_plan_file_get_uri (const char *path, const char *query)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *uri = g_filename_to_uri (absolute, NULL, NULL);

  return g_strconcat (uri, query, NULL);
}

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

/**
 * hr_plan_file_check_kind:
 * @found: what stat() says of a file
 * @error: return location for a [error@Error]
 *
 * Says whether it can be a plan at all, before anything of it is read.
 */
gboolean
hr_plan_file_check_kind (const struct stat *found, GError **error)
{
  if (S_ISDIR (found->st_mode))
    return refuse (error, HR_ERROR_FILE, _ ("it is a folder"));
  if (!S_ISREG (found->st_mode))
    return refuse (error, HR_ERROR_FILE, _ ("it is not a file"));
  if (found->st_size > HR_PLAN_FILE_MAX)
    return refuse (error, HR_ERROR_FILE, _ ("it is larger than any plan"));
  return TRUE;
}

static gboolean
read_header (const char *path, guint8 *header, gsize *size, GError **error)
{
  /* Not to wait for the other end of a pipe. */
  int fd = open (path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  struct stat found = { 0 };
  gboolean good;
  ssize_t n = 0;

  if (fd < 0)
    return refuse (error, HR_ERROR_FILE, g_strerror (errno));

  good = fstat (fd, &found) == 0 && hr_plan_file_check_kind (&found, error);
  if (good)
    n = pread (fd, header, HEADER_SIZE, 0);
  *size = (gsize) found.st_size;
  close (fd);
  if (good &&
      (n != HEADER_SIZE || memcmp (header, HEADER_MAGIC, sizeof HEADER_MAGIC) != 0))
    return refuse (error, HR_ERROR_SYNTAX, _ ("it is not a plan of Headroom"));
  return good;
}

/* Says what a file is before SQLite sees a byte of it. */
static gboolean
check_header (
    const char *path, const HrSchema *schema, guint *version, gsize *size, GError **error)
{
  guint8 header[HEADER_SIZE];

  if (!read_header (path, header, size, error))
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
  if (!is_whole (header, *size))
    return refuse (error, HR_ERROR_SYNTAX, _ ("the file is damaged: it is not whole"));
  return TRUE;
}

/* ---- Guards --------------------------------------------------------------------------
 */

/* What this program asks of a plan, and SQLite on its behalf; whatever else might be
 * brought to run comes from the file. */
static int
authorize_cb (gpointer data,
              int action,
              const char *first,
              const char *second,
              const char *database,
              const char *trigger)
{
  static const char *const pragmas[] = {
    "cell_size_check", "mmap_size", "temp_store",      "query_only", "user_version",
    "page_count",      "page_size", "integrity_check", NULL
  };
  static const char *const functions[] = { "count", "typeof", "date", NULL };

  switch (action)
    {
    case SQLITE_SELECT:
    case SQLITE_READ:
    case SQLITE_TRANSACTION:
      return trigger == NULL ? SQLITE_OK : SQLITE_DENY;
    case SQLITE_PRAGMA:
      return g_strv_contains (pragmas, first) ? SQLITE_OK : SQLITE_DENY;
    case SQLITE_FUNCTION:
      return g_strv_contains (functions, second) ? SQLITE_OK : SQLITE_DENY;
    default:
      return SQLITE_DENY;
    }
}

/* In µs of this thread's work: others may keep the processor busy. */
static gint64
get_work_time (void)
{
  struct timespec now = { 0 };

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static int
go_on_cb (gpointer data)
{
  const HrPlanFile *self = data;

  return g_cancellable_is_cancelled (self->cancellable) ||
         get_work_time () > self->deadline;
}

static void
set_guards (HrPlanFile *self, gsize size)
{
  self->deadline = get_work_time () + MAX_WORK + (gint64) size / WORK_PER_BYTE;
  sqlite3_progress_handler (self->db, OPS_BETWEEN_LOOKS, go_on_cb, self);
  sqlite3_set_authorizer (self->db, authorize_cb, self);
}

void
hr_plan_file_free (HrPlanFile *self)
{
  sqlite3_close (self->db);
  g_clear_object (&self->cancellable);
  g_free (self);
}

/* It is immutable because plans are replaced whole, never changed in place: no lock is
 * taken and no journal beside it is believed. */
static gboolean
open_database (HrPlanFile *self, const char *path, gsize size, GError **error)
{
  g_autofree char *uri = hr_plan_file_get_uri (path, "?immutable=1");
  gint64 found;

  self->db = hr_sql_open (uri, SQLITE_OPEN_READONLY, error);
  if (self->db == NULL)
    return FALSE;
  set_guards (self, size);
  if (!hr_sql_run (self->db,
                   "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;"
                   "PRAGMA temp_store = MEMORY; PRAGMA query_only = ON; BEGIN",
                   error) ||
      !hr_sql_query_integer (self->db, "PRAGMA user_version", &found, error))
    return FALSE;
  return found == self->version ||
         refuse (error, HR_ERROR_FILE, _ ("it was replaced meanwhile"));
}

/**
 * hr_plan_file_open:
 * @path: a file that is not trusted
 * @schema: the versions that are known
 * @cancellable: (nullable): may end the reading
 * @error: return location for a [error@Error]
 *
 * Opens a plan file to be read only, if it is what it says it is: a whole database of
 * this program with just the tables that its version has.
 *
 * Nothing in it is run, and reading it takes a bounded time. This writes nothing, not
 * even beside the file.
 */
HrPlanFile *
hr_plan_file_open (const char *path,
                   const HrSchema *schema,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (HrPlanFile) self = g_new0 (HrPlanFile, 1);
  gsize size;

  if (!check_header (path, schema, &self->version, &size, error))
    return NULL;
  self->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  return open_database (self, path, size, error) &&
                 hr_schema_check (schema, self->db, self->version, error)
             ? g_steal_pointer (&self)
             : NULL;
}

/* ---- Integrity -----------------------------------------------------------------------
 */

static gboolean
check_structure (sqlite3 *db, GError **error)
{
  g_autoptr (sqlite3_stmt) row = hr_sql_prepare (db, "PRAGMA integrity_check (1)", error);
  const char *text;

  if (row == NULL || hr_sql_step (row, error) != SQLITE_ROW)
    return FALSE;
  text = (const char *) sqlite3_column_text (row, 0);
  if (g_strcmp0 (text, "ok") == 0)
    return TRUE;
  g_set_error (error, HR_ERROR, HR_ERROR_SYNTAX, _ ("the file is damaged (%s)"),
               text != NULL ? text : "?");
  return FALSE;
}

static gboolean
has_content_hash (sqlite3 *db, gboolean *has, GError **error)
{
  gint64 n;

  if (!hr_sql_query_integer (
          db, "SELECT count (*) FROM sqlite_schema WHERE name = 'content'", &n, error))
    return FALSE;
  *has = n > 0;
  return TRUE;
}

/**
 * hr_plan_file_check:
 * @self: a plan file
 * @error: return location for a [error@Error]
 *
 * Says whether every byte that counts is what was saved: SQLite's own check, and the
 * hash of the content, which files have from version 2 on.
 */
gboolean
hr_plan_file_check (HrPlanFile *self, GError **error)
{
  gboolean has;
  gint64 stored;
  guint64 hash;

  if (!has_content_hash (self->db, &has, error))
    return FALSE;
  if (!has)
    return check_structure (self->db, error);
  if (!check_structure (self->db, error) || !hr_content_hash (self->db, &hash, error) ||
      !hr_sql_query_integer (self->db, "SELECT hash FROM content", &stored, error))
    return FALSE;
  return (guint64) stored == hash ||
         refuse (error, HR_ERROR_SYNTAX,
                 _ ("the file is damaged: it does not hold what was saved"));
}
