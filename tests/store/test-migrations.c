/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Pasts are invented here, which had all columns of today and only these not: a role once
 * had no tool cost, and a stage was called something else. */
#include <glib/gstdio.h>
#include <string.h>

#include "hr-role.h"
#include "hr-sql.h"
#include "hr-store-private.h"
#include "hr-test-plan.h"

#define ADD_TOOL_COST "ALTER TABLE role ADD COLUMN tool_cost INTEGER NOT NULL DEFAULT 700"

/* As a table is changed in ways that ALTER TABLE does not know. */
#define RENAME_STAGE                                                                     \
  "CREATE TABLE new_stage (id TEXT PRIMARY KEY, name TEXT NOT NULL, owner_role TEXT,"    \
  " goal TEXT NOT NULL, metric TEXT NOT NULL, target TEXT NOT NULL,"                     \
  " entry_criteria TEXT NOT NULL, parent TEXT NOT NULL, position INTEGER NOT NULL)"      \
  " STRICT, WITHOUT ROWID;"                                                              \
  "INSERT INTO new_stage SELECT id, title, owner_role, goal, metric, target,"            \
  " entry_criteria, parent, position FROM stage;"                                        \
  "DROP TABLE stage;"                                                                    \
  "ALTER TABLE new_stage RENAME TO stage"

typedef struct
{
  char *folder;
  char *path;
  HrPlan *plan;
  char *first; /* the invented step 1 */
} Fixture;

static char *
replace (const char *text, const char *before, const char *after)
{
  g_auto (GStrv) parts = g_strsplit (text, before, -1);

  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  return g_strjoinv (after, parts);
}

/* Fills the old tables with what the new file @with has in columns of the same name. */
static void
fill (sqlite3 *db, const char *with)
{
  g_autofree char *attach = g_strdup_printf ("ATTACH '%s' AS new", with);
  g_autoptr (sqlite3_stmt) row = NULL;
  g_autoptr (GError) error = NULL;

  sqlite3_limit (db, SQLITE_LIMIT_ATTACHED, 1);
  hr_sql_run (db, attach, &error);
  g_assert_no_error (error);
  row = hr_sql_prepare (
      db,
      "SELECT format('INSERT INTO main.\"%w\" (%s) SELECT %s FROM new.\"%w\"', o.name,"
      " group_concat('\"' || a.name || '\"'),"
      " group_concat(iif (a.name = 'title', 'name', '\"' || a.name || '\"')), o.name)"
      " FROM main.sqlite_schema AS o, pragma_table_info (o.name, 'main') AS a"
      " WHERE o.type = 'table' GROUP BY o.name",
      &error);
  g_assert_no_error (error);
  while (sqlite3_step (row) == SQLITE_ROW)
    {
      hr_sql_run (db, (const char *) sqlite3_column_text (row, 0), &error);
      g_assert_no_error (error);
    }
}

/* The fixture's plan, in a file as the program of the past would have made it. */
static void
set_up (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *new_path = NULL;
  g_autofree char *without = NULL;
  g_autofree char *renamed = NULL;
  g_autofree char *stamp =
      g_strdup_printf ("PRAGMA journal_mode = MEMORY; PRAGMA application_id = %d",
                       HR_STORE_APPLICATION_ID);
  g_autoptr (sqlite3) db = NULL;
  g_autoptr (GError) error = NULL;
  HrSchema past = { (const char *const *) &fixture->first, 1 };

  fixture->folder = g_dir_make_tmp ("headroom-migrations-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "old.headroom", NULL);
  new_path = g_build_filename (fixture->folder, "new.headroom", NULL);
  fixture->plan = hr_test_plan_new_full ();
  hr_store_save (fixture->plan, new_path, NULL, &error);
  g_assert_no_error (error);

  without = replace (HR_SCHEMA.steps[0],
                     "  tool_cost INTEGER NOT NULL\n"
                     "    CHECK (tool_cost BETWEEN 0 AND 100000000000000000),\n",
                     "");
  renamed = replace (without,
                     "CREATE TABLE stage (\n"
                     "  id TEXT PRIMARY KEY CHECK (id <> ''),\n"
                     "  name TEXT NOT NULL CHECK (name <> ''),\n",
                     "CREATE TABLE stage (\n"
                     "  id TEXT PRIMARY KEY CHECK (id <> ''),\n"
                     "  title TEXT NOT NULL CHECK (title <> ''),\n");
  fixture->first = g_strconcat (renamed, HR_SCHEMA.steps[2], NULL);

  db = hr_sql_open (fixture->path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, &error);
  g_assert_no_error (error);
  hr_sql_run (db, stamp, &error);
  hr_schema_migrate (&past, db, 0, &error);
  g_assert_no_error (error);
  fill (db, new_path);
  g_assert_cmpint (g_unlink (new_path), ==, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer user_data)
{
  g_assert_finalize_object (g_steal_pointer (&fixture->plan));
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->first);
}

static GBytes *
contents (const char *path)
{
  char *data;
  gsize length;

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  return g_bytes_new_take (data, length);
}

/* Opens the file as a program with these steps; whatever comes, the file stays. */
static HrPlan *
load (Fixture *fixture, const char *const *steps, guint n_steps, GError **error)
{
  const HrSchema schema = { steps, n_steps };
  g_autoptr (GBytes) before = contents (fixture->path);
  g_autoptr (GBytes) after = NULL;
  HrPlan *plan = hr_store_load_schema (fixture->path, &schema, NULL, error);

  after = contents (fixture->path);
  g_assert_true (g_bytes_equal (before, after));
  return plan;
}

static void
test_two_steps (Fixture *fixture, gconstpointer user_data)
{
  const char *const steps[] = { fixture->first, ADD_TOOL_COST, RENAME_STAGE };
  g_autoptr (HrPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  plan = load (fixture, steps, G_N_ELEMENTS (steps), &error);
  g_assert_no_error (error);
  g_assert_false (hr_item_equal (fixture->plan, plan));
  for (guint i = 0; i < hr_list_get_n (fixture->plan->roles); i++)
    {
      HrRole *role = hr_list_get (plan->roles, i);

      g_assert_cmpint (role->tool_cost, ==, 700);
      g_object_set (hr_list_get (fixture->plan->roles, i), "tool-cost",
                    G_GINT64_CONSTANT (700), NULL);
    }
  g_assert_true (hr_item_equal (fixture->plan, plan));
}

static void
test_newer (Fixture *fixture, gconstpointer user_data)
{
  const char *const steps[] = { fixture->first, ADD_TOOL_COST, RENAME_STAGE,
                                "ALTER TABLE role ADD COLUMN motto TEXT" };
  const HrSchema future = { steps, G_N_ELEMENTS (steps) };
  g_autoptr (sqlite3) db = NULL;
  g_autoptr (GError) error = NULL;

  db = hr_sql_open (fixture->path, SQLITE_OPEN_READWRITE, &error);
  g_assert_no_error (error);
  hr_schema_migrate (&future, db, 1, &error);
  g_assert_no_error (error);

  g_assert_null (load (fixture, steps, 2, &error));
  g_assert_error (error, HR_ERROR, HR_ERROR_NEWER);
  g_assert_nonnull (strstr (error->message, fixture->path));
  g_assert_nonnull (strstr (error->message, "4"));
  g_assert_nonnull (strstr (error->message, "2"));
  g_clear_error (&error);

  g_assert_null (hr_store_load (fixture->path, NULL, &error));
  g_assert_error (error, HR_ERROR, HR_ERROR_NEWER);
}

/* A step that fails half-way refuses the file; it does not open half of it. */
static void
test_failing_step (Fixture *fixture, gconstpointer user_data)
{
  const char *const bad[] = { fixture->first, ADD_TOOL_COST,
                              "DELETE FROM role; INSERT INTO role (id) VALUES (NULL)" };
  g_autoptr (GError) error = NULL;

  g_assert_null (load (fixture, bad, G_N_ELEMENTS (bad), &error));
  g_assert_error (error, HR_ERROR, HR_ERROR_VALUE);
  g_assert_nonnull (strstr (error->message, fixture->path));
}

/* Wholly or not at all, also in a database that stays open. */
static void
test_no_half_way (Fixture *fixture, gconstpointer user_data)
{
  const char *const bad[] = { fixture->first, ADD_TOOL_COST, "CREATE TABLE role (x)" };
  const HrSchema schema = { bad, G_N_ELEMENTS (bad) };
  g_autoptr (sqlite3) db = NULL;
  g_autoptr (GError) error = NULL;
  gint64 version;

  db = hr_sql_open (fixture->path, SQLITE_OPEN_READWRITE, &error);
  g_assert_no_error (error);
  g_assert_false (hr_schema_migrate (&schema, db, 1, &error));
  g_assert_error (error, HR_ERROR, HR_ERROR_FILE);
  g_clear_error (&error);

  g_assert_true (hr_sql_query_integer (db, "PRAGMA user_version", &version, &error));
  g_assert_cmpint (version, ==, 1);
  g_assert_true (hr_schema_check (&(HrSchema) { bad, 1 }, db, 1, &error));
}

/* An old file must be as its own version says, not as the newest does. */
static void
test_old_file_of_another_make (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *whole = g_strconcat (HR_SCHEMA.steps[0], HR_SCHEMA.steps[2], NULL);
  const char *const other[] = { whole, ADD_TOOL_COST };
  g_autoptr (GError) error = NULL;

  g_assert_null (load (fixture, other, G_N_ELEMENTS (other), &error));
  g_assert_error (error, HR_ERROR, HR_ERROR_SYNTAX);
  g_assert_nonnull (strstr (error->message, "“role”"));
}

#define ADD(name, test)                                                                  \
  g_test_add ("/store/migrations/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("two-steps", test_two_steps);
  ADD ("newer", test_newer);
  ADD ("failing-step", test_failing_step);
  ADD ("no-half-way", test_no_half_way);
  ADD ("old-file-of-another-make", test_old_file_of_another_make);

  return g_test_run ();
}
