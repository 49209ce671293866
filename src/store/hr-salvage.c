/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "hr-error.h"
#include "hr-item-rows.h"
#include "hr-plan-file.h"
#include "hr-sql.h"
#include "hr-store-private.h"
#include "hr-user-file.h"

/* What can be read of a damaged plan.
 *
 * All files of a version are made by the same steps, so in all of them the tables begin
 * on the same pages. So a private copy gets the pages that say what tables there are
 * from a new file: then those pages may be damaged too, and no word of SQL of the file
 * is ever read. */

/* Of the header of an SQLite file. */
#define PAGE_SIZE_AT 16
#define PAGE_COUNT_AT 28
#define VERSION_AT 60
#define HEADER_SIZE 100

static const gsize PAGE_SIZES[] = { 4096, 65536 };

typedef struct
{
  int fd;
  char *path;
  gsize size;
  gsize page_size;
  guint version;
} Patient;

static void
patient_clear (Patient *self)
{
  if (self->fd >= 0)
    close (self->fd);
  if (self->path != NULL)
    g_unlink (self->path);
  g_free (self->path);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Patient, patient_clear)

static gboolean
fail (GError **error, int code)
{
  g_set_error_literal (error, HR_ERROR, HR_ERROR_FILE, g_strerror (code));
  return FALSE;
}

static gboolean
copy_file (Patient *self, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *stamp = NULL;
  off_t size;
  int fd;

  fd = g_file_open_tmp ("headroom-XXXXXX", &self->path, error);
  if (fd < 0)
    return FALSE;
  close (fd);
  if (!hr_user_file_fetch (file, self->path, &stamp, cancellable, error))
    return FALSE;
  self->fd = g_open (self->path, O_RDWR | O_CLOEXEC, 0);
  size = self->fd >= 0 ? lseek (self->fd, 0, SEEK_END) : -1;
  if (size < 0)
    return fail (error, errno);
  self->size = (gsize) size;
  return TRUE;
}

/* What the header says of itself may be damaged too: the most likely is taken. */
static void
guess_format (Patient *self)
{
  guint8 header[HEADER_SIZE] = { 0 };
  gsize page_size;

  if (pread (self->fd, header, sizeof header, 0) < 0)
    memset (header, 0, sizeof header);
  page_size = (gsize) header[PAGE_SIZE_AT] << 8 | header[PAGE_SIZE_AT + 1];
  self->page_size = PAGE_SIZES[page_size == 1];
  self->version = header[VERSION_AT + 3];
  if (self->version == 0 || self->version > HR_SCHEMA.n_steps)
    self->version = HR_SCHEMA.n_steps;
}

/* A new plan file of the same format, with nothing in it. */
static sqlite3 *
make_healthy (const Patient *self, GError **error)
{
  const HrSchema schema = { HR_SCHEMA.steps, self->version };
  g_autofree char *setup =
      g_strdup_printf ("PRAGMA page_size = %u; PRAGMA application_id = %d",
                       (guint) self->page_size, HR_STORE_APPLICATION_ID);
  g_autoptr (sqlite3) db = hr_sql_open (":memory:", SQLITE_OPEN_READWRITE, error);

  return db != NULL && hr_sql_run (db, setup, error) &&
                 hr_schema_migrate (&schema, db, 0, error)
             ? g_steal_pointer (&db)
             : NULL;
}

static void
set_number (guint8 *header, gsize offset, guint32 value)
{
  guint32 big_endian = GUINT32_TO_BE (value);

  memcpy (header + offset, &big_endian, sizeof big_endian);
}

static gboolean
write_page (const Patient *self, gsize number, const guint8 *page, GError **error)
{
  gssize n =
      pwrite (self->fd, page, self->page_size, (off_t) ((number - 1) * self->page_size));

  return n == (gssize) self->page_size || fail (error, n < 0 ? errno : ENOSPC);
}

/* Replaces each page that no table begins on. */
static gboolean
graft_pages (Patient *self, sqlite3 *healthy, guint8 *bytes, gsize length, GError **error)
{
  gsize n_pages = length / self->page_size;
  g_autofree gboolean *begins = g_new0 (gboolean, n_pages + 1);
  g_autoptr (sqlite3_stmt) root =
      hr_sql_prepare (healthy, "SELECT rootpage FROM sqlite_schema", error);
  int code;

  if (root == NULL)
    return FALSE;
  while ((code = hr_sql_step (root, error)) == SQLITE_ROW)
    begins[sqlite3_column_int64 (root, 0)] = TRUE;
  if (code != SQLITE_DONE)
    return FALSE;

  set_number (bytes, PAGE_COUNT_AT,
              (guint32) (MAX (self->size, length) / self->page_size));
  for (gsize number = 1; number <= n_pages; number++)
    if (!begins[number] &&
        !write_page (self, number, bytes + (number - 1) * self->page_size, error))
      return FALSE;
  return TRUE;
}

static gboolean
graft (Patient *self, GError **error)
{
  g_autoptr (sqlite3) healthy = make_healthy (self, error);
  guint8 *bytes;
  sqlite3_int64 length;
  gsize whole;
  gboolean good;

  if (healthy == NULL)
    return FALSE;
  bytes = sqlite3_serialize (healthy, "main", &length, 0);
  if (bytes == NULL)
    return fail (error, ENOMEM);

  good = graft_pages (self, healthy, bytes, (gsize) length, error);
  sqlite3_free (bytes);
  /* A page that was cut off is worth nothing, and what is missing reads as damaged. */
  whole = MAX (self->size, (gsize) length) / self->page_size * self->page_size;
  return good && (ftruncate (self->fd, (off_t) whole) == 0 || fail (error, errno));
}

static HrPlan *
read_what_is_left (const Patient *self,
                   GPtrArray *losses,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (HrPlanFile) file =
      hr_plan_file_open (self->path, &HR_SCHEMA, cancellable, error);
  HrSqlReader reader = { NULL, cancellable, (gint64) self->size, losses };
  HrPlan *plan;

  if (file == NULL)
    return NULL;
  reader.db = file->db;
  plan = hr_item_rows_load (&reader, error);
  if (plan != NULL && losses->len == 0 && !hr_plan_file_check (file, error))
    hr_sql_forgive (&reader, error);
  return plan;
}

/**
 * hr_store_salvage:
 * @path: a plan file that cannot be opened
 * @losses: (out) (transfer full) (element-type utf8): sentences that say what is missing
 *   or doubtful; at least one
 * @cancellable: (nullable): may end the reading
 * @error: return location for a [error@Error]
 *
 * Gets what can still be read of a damaged plan, as a plan that is in no file and is
 * named as recovered. The file is not touched. Backups are better where there are any.
 *
 * Returns: (transfer full) (nullable): a valid plan
 */
HrPlan *
hr_store_salvage (const char *path,
                  GPtrArray **losses,
                  GCancellable *cancellable,
                  GError **error)
{
  g_auto (Patient) patient = { .fd = -1 };
  g_autoptr (GPtrArray) lost = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *name = NULL;
  g_autoptr (GError) why = NULL;
  g_autoptr (HrPlan) plan = NULL;

  if (copy_file (&patient, path, cancellable, &why))
    {
      guess_format (&patient);
      if (graft (&patient, &why))
        plan = read_what_is_left (&patient, lost, cancellable, &why);
    }
  if (plan == NULL)
    {
      g_propagate_prefixed_error (error, g_steal_pointer (&why),
                                  _ ("Nothing can be read of “%s”: "), shown);
      return NULL;
    }
  if (lost->len == 0)
    g_ptr_array_add (lost, g_strdup (_ ("all seems to be there, but the file was not as "
                                        "it was saved")));
  name = g_strdup_printf (_ ("%s (recovered)"), plan->name);
  g_object_set (plan, "name", name, NULL);
  *losses = g_steal_pointer (&lost);
  return g_steal_pointer (&plan);
}
