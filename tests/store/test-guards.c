/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Each door that is closed before a plan file is read, one by one: behind the others it
 * would not be missed. And how the journal is kept. */
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "hr-error.h"
#include "hr-plan-file.h"
#include "hr-sql.h"
#include "hr-state-dir.h"
#include "hr-store.h"
#include "hr-test-plan.h"
#include "hr-test-state.h"
#include "hr-user-file.h"
#include "open-plan.h"
#include "saved-plan.h"

#define N_ACCOUNTS 200

typedef struct
{
  char *folder;
  char *path;
  HrPlan *plan;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer user_data)
{
  fixture->folder = g_dir_make_tmp ("headroom-guards-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "plan.headroom", NULL);
  fixture->plan = save_full_plan (fixture->path, N_ACCOUNTS);
}

static void
tear_down (Fixture *fixture, gconstpointer user_data)
{
  test_remove_tree (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_object_unref (fixture->plan);
}

static HrPlanFile *
open_file (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  HrPlanFile *file = hr_plan_file_open (fixture->path, &HR_SCHEMA, NULL, &error);

  g_assert_no_error (error);
  return file;
}

static gint64
ask (sqlite3 *db, const char *pragma)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA %s", pragma);
  g_autoptr (GError) error = NULL;
  gint64 value;

  hr_sql_query_integer (db, sql, &value, &error);
  g_assert_no_error (error);
  return value;
}

/* ---- A plan file ---------------------------------------------------------------------
 */

static void
test_switches (Fixture *fixture, gconstpointer user_data)
{
  static const struct
  {
    int option;
    int value;
  } switches[] = {
    { SQLITE_DBCONFIG_DEFENSIVE, 1 },
    { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
    { SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 },
    { SQLITE_DBCONFIG_ENABLE_VIEW, 0 },
    { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
    { SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0 },
  };
  g_autoptr (HrPlanFile) file = open_file (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (switches); i++)
    {
      int value = -1;

      g_assert_cmpint (sqlite3_db_config (file->db, switches[i].option, -1, &value), ==,
                       SQLITE_OK);
      g_assert_cmpint (value, ==, switches[i].value);
    }
  g_assert_true (sqlite3_db_readonly (file->db, "main"));
  g_assert_cmpint (ask (file->db, "cell_size_check"), ==, 1);
  g_assert_cmpint (ask (file->db, "query_only"), ==, 1);
}

/* Where SQLite was built without memory mapping it has no answer. */
static void
test_no_mapping (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (HrPlanFile) file = open_file (fixture);
  g_autofree char *name = g_path_get_basename (fixture->path);
  g_autofree char *maps = NULL;

  if (!sqlite3_compileoption_used ("MAX_MMAP_SIZE=0"))
    g_assert_cmpint (ask (file->db, "mmap_size"), ==, 0);
  g_assert_true (hr_plan_file_check (file, NULL));
  g_assert_true (g_file_get_contents ("/proc/self/maps", &maps, NULL, NULL));
  g_assert_null (strstr (maps, name));
}

static void
test_limits (Fixture *fixture, gconstpointer user_data)
{
  static const struct
  {
    int id;
    int most;
  } limits[] = {
    { SQLITE_LIMIT_LENGTH, 16 * 1024 * 1024 },
    { SQLITE_LIMIT_SQL_LENGTH, 1024 * 1024 },
    { SQLITE_LIMIT_COLUMN, 100 },
    { SQLITE_LIMIT_EXPR_DEPTH, 50 },
    { SQLITE_LIMIT_COMPOUND_SELECT, 2 },
    { SQLITE_LIMIT_FUNCTION_ARG, 8 },
    { SQLITE_LIMIT_ATTACHED, 0 },
    { SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100 },
    { SQLITE_LIMIT_TRIGGER_DEPTH, 1 },
    { SQLITE_LIMIT_WORKER_THREADS, 0 },
  };
  g_autoptr (HrPlanFile) file = open_file (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    g_assert_cmpint (sqlite3_limit (file->db, limits[i].id, -1), <=, limits[i].most);
}

/* What nobody asks of a plan cannot be asked, whoever asks. */
static void
test_authorizer (Fixture *fixture, gconstpointer user_data)
{
  static const char *const refused[] = {
    "INSERT INTO content VALUES (1, 2)",
    "UPDATE role SET name = 'x'",
    "DELETE FROM role",
    "CREATE TABLE z (x)",
    "CREATE TEMP TABLE z (x)",
    "CREATE TEMP VIEW z AS SELECT 1",
    "CREATE TEMP TRIGGER z AFTER INSERT ON role BEGIN SELECT 1; END",
    "CREATE VIRTUAL TABLE temp.z USING fts5 (x)",
    "DROP TABLE role",
    "ALTER TABLE role ADD COLUMN z",
    "ATTACH ':memory:' AS z",
    "REINDEX",
    "ANALYZE",
    "PRAGMA writable_schema = ON",
    "PRAGMA journal_mode = WAL",
    "PRAGMA trusted_schema = ON",
    "PRAGMA database_list",
    "SELECT load_extension ('z')",
    "SELECT randomblob (1000000)",
    "SELECT zeroblob (1000000)",
    "SELECT hex (id) FROM role",
    "SELECT name FROM role WHERE name LIKE '%x%'",
    "SAVEPOINT z",
    "WITH RECURSIVE c (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x FROM c",
  };
  g_autoptr (HrPlanFile) file = open_file (fixture);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      sqlite3_stmt *statement = NULL;
      int code = sqlite3_prepare_v2 (file->db, refused[i], -1, &statement, NULL);

      if (code == SQLITE_OK || strstr (sqlite3_errmsg (file->db), "authorized") == NULL)
        g_error ("%s: %s", refused[i], sqlite3_errmsg (file->db));
      g_assert_null (statement);
    }
  g_assert_true (hr_plan_file_check (file, &error));
  g_assert_no_error (error);
}

/* Some hundred thousand steps. */
#define LONG                                                                             \
  "SELECT count (*) FROM account_chunk a, account_chunk b, account_chunk c,"             \
  " account_chunk d"

/* Whatever makes reading long, it comes to an end, and that is said. */
static void
test_time (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (HrPlanFile) file = open_file (fixture);
  g_autoptr (GError) error = NULL;
  gint64 n;

  g_assert_cmpint (file->deadline, >, 0);
  g_assert_true (hr_sql_query_integer (file->db, LONG, &n, &error));
  file->deadline = 0;
  g_assert_false (hr_sql_query_integer (file->db, LONG, &n, &error));
  g_assert_error (error, HR_ERROR, HR_ERROR_SYNTAX);
  g_assert_nonnull (strstr (error->message, "take too long"));
}

static void
test_cancelled (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (HrPlanFile) file =
      hr_plan_file_open (fixture->path, &HR_SCHEMA, cancellable, &error);
  gint64 n;

  g_assert_no_error (error);
  g_cancellable_cancel (cancellable);
  g_assert_false (hr_sql_query_integer (file->db, LONG, &n, &error));
}

/* ---- Before SQLite -------------------------------------------------------------------
 */

static guint n_opened;

static int
count_cb (sqlite3 *db, const char **message, const void *api)
{
  n_opened++;
  return SQLITE_OK;
}

/* What is no plan, or one of another version, is refused before SQLite is asked. */
static void
test_header_first (Fixture *fixture, gconstpointer user_data)
{
  static const struct
  {
    off_t at;
    guint8 byte;
    HrError code;
  } headers[] = {
    { 0, 'X', HR_ERROR_SYNTAX },   /* SQLite format 3 */
    { 18, 2, HR_ERROR_SYNTAX },    /* a write-ahead log */
    { 19, 2, HR_ERROR_SYNTAX },    /* to be read with one */
    { 31, 0xff, HR_ERROR_SYNTAX }, /* how many pages */
    { 59, 2, HR_ERROR_SYNTAX },    /* UTF-16 */
    { 63, 0, HR_ERROR_SYNTAX },    /* user_version */
    { 63, 99, HR_ERROR_NEWER },    /* a later one */
    { 71, 0xff, HR_ERROR_SYNTAX }, /* application_id */
  };
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  sqlite3_auto_extension ((void (*) (void)) count_cb);
  for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
    {
      g_autofree char *changed = g_memdup2 (bytes, length);
      g_autoptr (GError) error = NULL;

      changed[headers[i].at] = (char) headers[i].byte;
      g_assert_true (g_file_set_contents (fixture->path, changed, (gssize) length, NULL));
      n_opened = 0;
      g_assert_null (hr_plan_file_open (fixture->path, &HR_SCHEMA, NULL, &error));
      g_assert_error (error, HR_ERROR, (int) headers[i].code);
      g_assert_cmpuint (n_opened, ==, 0);
    }
  sqlite3_cancel_auto_extension ((void (*) (void)) count_cb);
}

/* A list of free pages that is wrong is no content, and has no hash. */
static void
test_integrity (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  bytes[39]++; /* of the header: how many free pages there are */
  g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) length, NULL));
  g_assert_null (hr_store_load (fixture->path, NULL, &error));
  g_assert_error (error, HR_ERROR, HR_ERROR_SYNTAX);
  g_assert_nonnull (strstr (error->message, "damaged"));
}

/* ---- The working copy ----------------------------------------------------------------
 */

static HrWorkingCopy *
open_copy (Fixture *fixture)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  g_autoptr (GError) error = NULL;
  HrWorkingCopy *copy = hr_working_copy_open (file, NULL, &error);

  g_assert_no_error (error);
  g_assert_no_error (hr_working_copy_get_error (copy));
  return copy;
}

static void
drop (HrWorkingCopy *copy)
{
  hr_working_copy_close (copy);
  let_go (copy);
}

static void
test_journal (Fixture *fixture, gconstpointer user_data)
{
  HrWorkingCopy *copy = open_copy (fixture);
  sqlite3 *db = hr_journal_get_db (copy->journal), *other;
  g_autofree char *path = hr_working_copy_get_path (copy, HR_COPY_JOURNAL);
  g_autoptr (sqlite3_stmt) mode = hr_sql_prepare (db, "PRAGMA journal_mode", NULL);

  g_assert_cmpint (sqlite3_step (mode), ==, SQLITE_ROW);
  g_assert_cmpstr ((const char *) sqlite3_column_text (mode, 0), ==, "persist");
  g_clear_pointer (&mode, sqlite3_finalize);
  g_assert_cmpint (ask (db, "synchronous"), ==, 2); /* FULL */

  set_text (copy, "name", "After");
  g_assert_cmpint (sqlite3_open (path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "SELECT * FROM step", NULL, NULL, NULL) & 0xff,
                   ==, SQLITE_BUSY); /* it is locked for as long as it is open */
  sqlite3_close (other);
  drop (copy);
}

static int
committed_cb (gpointer n)
{
  ++*(guint *) n;
  return 0;
}

/* However many edits a step has, it is one transaction; and so is going anywhere. */
static void
test_transactions (Fixture *fixture, gconstpointer user_data)
{
  HrWorkingCopy *copy = open_copy (fixture);
  HrHistory *history = hr_working_copy_get_history (copy);
  guint n = 0;

  sqlite3_commit_hook (hr_journal_get_db (copy->journal), committed_cb, &n);
  set_text (copy, "name", "One");
  g_assert_cmpuint (n, ==, 1);
  hr_history_begin (history, "A group");
  set_text (copy, "name", "Two");
  set_text (copy, "company", "Three");
  hr_history_remove (history, hr_history_get_plan (history)->segments, 0);
  g_assert_cmpuint (n, ==, 1); /* a group that is not at its end is nothing yet */
  hr_history_end (history);
  g_assert_cmpuint (n, ==, 2);
  set_text (copy, "name", "Four");
  hr_history_go_to (history, 0);
  g_assert_cmpuint (n, ==, 4);
  drop (copy);
}

/* What is open lies where only its owner can look, and the person's file stays as it is,
 * be it edited as much as one likes. */
static void
test_private (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  g_autofree char *before = hr_user_file_get_stamp (file, NULL, NULL);
  g_autofree char *after = NULL;
  g_autofree char *name = g_path_get_basename (fixture->path);
  g_autoptr (GDir) dir = NULL;
  HrWorkingCopy *copy = open_copy (fixture);
  GStatBuf found;

  g_assert_true (g_str_has_prefix (copy->folder, g_get_user_state_dir ()));
  for (guint i = 0; i < 5; i++)
    set_text (copy, "name", i % 2 == 0 ? "Even" : "Odd");
  hr_history_undo (hr_working_copy_get_history (copy));
  g_assert_cmpint (g_stat (copy->folder, &found), ==, 0);
  g_assert_cmpuint (found.st_mode & 0777, ==, 0700);
  after = hr_user_file_get_stamp (file, NULL, NULL);
  g_assert_cmpstr (after, ==, before);
  drop (copy);

  dir = g_dir_open (fixture->folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (dir), ==, name);
  g_assert_null (g_dir_read_name (dir)); /* nothing beside it */
}

#define ADD(name, test)                                                                  \
  g_test_add ("/store/guards/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_autofree char *state = test_state_set_up ();
  int status;

  g_test_init (&argc, &argv, NULL);

  ADD ("switches", test_switches);
  ADD ("no-mapping", test_no_mapping);
  ADD ("limits", test_limits);
  ADD ("authorizer", test_authorizer);
  ADD ("time", test_time);
  ADD ("cancelled", test_cancelled);
  ADD ("header-first", test_header_first);
  ADD ("integrity", test_integrity);
  ADD ("journal", test_journal);
  ADD ("transactions", test_transactions);
  ADD ("private", test_private);

  status = g_test_run ();
  test_remove_tree (state);
  return status;
}
