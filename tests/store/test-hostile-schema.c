/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Files whose schema wants something to be run. Every connection of this process has a
 * function canary(), which SQLite is told is harmless; should one word of a file be run,
 * it sings. */
#include <sqlite3.h>
#include <string.h>

#include "hr-store.h"
#include "hr-test-plan.h"
#include "hr-test-state.h"
#include "saved-plan.h"

static guint n_songs;

static void
canary_cb (sqlite3_context *context, int n, sqlite3_value **values)
{
  n_songs++;
  sqlite3_result_int (context, 1);
}

static int
add_canary (sqlite3 *db, const char **message, const void *api)
{
  return sqlite3_create_function (db, "canary", -1,
                                  SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS,
                                  NULL, canary_cb, NULL, NULL);
}

typedef struct
{
  char *folder;
  char *path;
  HrPlan *plan;
  char *bytes;
  gsize length;
  guint n_tried;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer user_data)
{
  fixture->folder = g_dir_make_tmp ("headroom-hostile-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "plan.headroom", NULL);
  fixture->plan = save_full_plan (fixture->path, 5);
  g_assert_true (
      g_file_get_contents (fixture->path, &fixture->bytes, &fixture->length, NULL));
}

static void
tear_down (Fixture *fixture, gconstpointer user_data)
{
  test_remove_tree (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->bytes);
  g_object_unref (fixture->plan);
}

/* Makes the good file a bad one. What SQLite itself refuses to make need not be feared.
 */
static gboolean
infect (Fixture *fixture, const char *sql)
{
  sqlite3 *db;
  int code;

  g_assert_true (g_file_set_contents (fixture->path, fixture->bytes,
                                      (gssize) fixture->length, NULL));
  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  code = sqlite3_exec (db, sql, NULL, NULL, NULL);
  if (code != SQLITE_OK)
    g_test_message ("%s: %s", sql, sqlite3_errmsg (db));
  sqlite3_close (db);
  return code == SQLITE_OK;
}

static void
assert_silent (Fixture *fixture, const char *sql, gboolean opens)
{
  g_autoptr (HrPlan) plan = NULL;
  g_autoptr (HrPlan) salvaged = NULL;
  g_autoptr (GPtrArray) losses = NULL;
  g_autoptr (GError) error = NULL;

  if (!infect (fixture, sql))
    {
      g_test_fail_printf ("it could not be made: %s", sql);
      return;
    }
  fixture->n_tried++;
  n_songs = 0;
  plan = hr_store_load (fixture->path, NULL, &error);
  if ((plan != NULL) != opens)
    g_error ("%s: %s", sql, opens ? error->message : "opened");
  if (opens)
    g_assert_true (hr_item_equal (plan, fixture->plan));
  else
    g_assert_true (error->domain == HR_ERROR);
  salvaged = hr_store_salvage (fixture->path, &losses, NULL, NULL);
  if (n_songs > 0)
    g_error ("the canary sang: %s", sql);
}

/* In each table: %s is its name, %c one of its columns. */
static const char *const EVERYWHERE[] = {
  "CREATE TRIGGER z AFTER INSERT ON %s BEGIN SELECT canary(); END",
  "CREATE TRIGGER z BEFORE UPDATE ON %s BEGIN SELECT canary(); END",
  "CREATE TRIGGER z AFTER DELETE ON %s BEGIN SELECT canary(); END",
  "ALTER TABLE %s ADD COLUMN z INT AS (canary()) VIRTUAL",
  "ALTER TABLE %s ADD COLUMN z INT CHECK (z > canary())",
  "CREATE INDEX z ON %s (canary())",
  "CREATE INDEX z ON %s (%c) WHERE canary()",
  "CREATE VIEW z AS SELECT canary(), * FROM %s",
  "ALTER TABLE %s RENAME TO z; CREATE VIEW %s AS SELECT *, canary() FROM z",
  "ALTER TABLE %s RENAME TO z; CREATE VIRTUAL TABLE %s USING fts5 (id, name)",
  "DROP TABLE %s",
};

static const struct
{
  const char *name;
  const char *column;
} TABLES[] = {
  { "plan", "name" },          { "role", "name" },    { "tag", "kind" },
  { "account_chunk", "part" }, { "content", "hash" },
};

static char *
put_in (const char *text, const char *word, const char *value)
{
  g_auto (GStrv) parts = g_strsplit (text, word, -1);

  return g_strjoinv (value, parts);
}

static void
test_everywhere (Fixture *fixture, gconstpointer user_data)
{
  for (guint i = 0; i < G_N_ELEMENTS (EVERYWHERE); i++)
    for (guint j = 0; j < G_N_ELEMENTS (TABLES); j++)
      {
        g_autofree char *part = put_in (EVERYWHERE[i], "%s", TABLES[j].name);
        g_autofree char *sql = put_in (part, "%c", TABLES[j].column);

        assert_silent (fixture, sql, FALSE);
      }
  g_assert_cmpuint (fixture->n_tried, >=, 55);
}

#define REWRITE(table, before, after)                                                    \
  "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace (sql, '" before   \
  "', '" after "') WHERE name = '" table "'"

static const char *const ONCE[] = {
  REWRITE ("role", "CHECK (name <> '''')", "CHECK (canary())"),
  REWRITE ("role", "headcount REAL NOT NULL", "headcount REAL DEFAULT (canary())"),
  REWRITE ("role", "TEXT NOT NULL", "TEXT COLLATE nocase NOT NULL"),
  REWRITE ("role", ") STRICT, WITHOUT ROWID", ")"),
  REWRITE ("tag", "TEXT", "TEXT AS (canary())"),
  REWRITE ("plan", "CREATE TABLE plan", "CREATE TABLE plan /* "),
  REWRITE ("plan", "CREATE", "CREATE  "),
  "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = NULL WHERE name = 'role'",
  "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = x'00ff' WHERE name = 'tag'",
  "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = 2"
  " WHERE name = 'role'",
  "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = 99999",
  "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET name = 'sqlite_' || name",
  "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET type = 'view' WHERE name = 'tag'",
  "PRAGMA writable_schema = ON; INSERT INTO sqlite_schema VALUES ('trigger', 'z', 'role',"
  " 0, 'CREATE TRIGGER z AFTER INSERT ON role BEGIN SELECT canary(); END')",
  "CREATE VIEW z AS WITH RECURSIVE c (x) AS (SELECT canary() UNION ALL SELECT x + 1"
  " FROM c) SELECT x FROM c",
  "CREATE VIRTUAL TABLE z USING rtree (id, a, b)",
  "CREATE TABLE z (id INTEGER PRIMARY KEY AUTOINCREMENT)",
  "CREATE TABLE z (x DEFAULT (canary()))",
  "PRAGMA application_id = 0",
  "PRAGMA application_id = -1",
  "PRAGMA user_version = 0",
  "PRAGMA user_version = 4",
  "PRAGMA user_version = 1",
  "PRAGMA user_version = 2147483647",
  "PRAGMA encoding = 'UTF-16'; PRAGMA journal_mode = WAL",
  "UPDATE content SET hash = hash + 1",
  "DELETE FROM content",
  "UPDATE role SET name = name || 'x'",
};

static void
test_once (Fixture *fixture, gconstpointer user_data)
{
  for (guint i = 0; i < G_N_ELEMENTS (ONCE); i++)
    assert_silent (fixture, ONCE[i], FALSE);
}

static void
test_many_columns (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GString) sql = g_string_new ("CREATE TABLE z (c0");

  for (guint i = 1; i < 2000; i++)
    g_string_append_printf (sql, ", c%u", i);
  g_string_append_c (sql, ')');
  assert_silent (fixture, sql->str, FALSE);
}

/* The same content in another layout is the same plan. */
static void
test_other_layouts (Fixture *fixture, gconstpointer user_data)
{
  static const char *const layouts[] = {
    "VACUUM",
    "PRAGMA page_size = 512; VACUUM",
    "PRAGMA page_size = 1024; VACUUM",
    "PRAGMA page_size = 65536; VACUUM",
    "PRAGMA auto_vacuum = FULL; VACUUM",
    "PRAGMA secure_delete = ON; CREATE TABLE z (x); DROP TABLE z",
    "REINDEX",
  };

  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    assert_silent (fixture, layouts[i], TRUE);
}

#define ADD(name, test)                                                                  \
  g_test_add ("/store/hostile-schema/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  sqlite3_auto_extension ((void (*) (void)) add_canary);

  ADD ("everywhere", test_everywhere);
  ADD ("once", test_once);
  ADD ("many-columns", test_many_columns);
  ADD ("other-layouts", test_other_layouts);

  return g_test_run ();
}
