/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that this program would not write: each is refused in words, or is a plan. */
#include <glib/gstdio.h>
#include <string.h>

#include "hr-sql.h"
#include "hr-store.h"
#include "hr-test-plan.h"

#define N_FLIPS 500

typedef struct
{
  char *folder;
  char *path;
  GBytes *good; /* a whole plan, as a file */
} Fixture;

/* Five accounts, so that the arrays can be written out in full. */
static void
set_up (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autoptr (HrPortfolio) portfolio = hr_test_random_portfolio (rand, 5);
  g_autoptr (HrPlan) plan = hr_test_plan_new_full ();
  g_autoptr (GError) error = NULL;
  char *data;
  gsize length;

  fixture->folder = g_dir_make_tmp ("headroom-hostile-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "plan.headroom", NULL);
  g_object_set (plan, "portfolio", portfolio, NULL);
  hr_store_save (plan, fixture->path, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (fixture->path, &data, &length, NULL));
  fixture->good = g_bytes_new_take (data, length);
}

static void
tear_down (Fixture *fixture, gconstpointer user_data)
{
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_bytes_unref (fixture->good);
}

static void
write_file (Fixture *fixture, gconstpointer data, gsize length)
{
  g_assert_true (g_file_set_contents_full (fixture->path, data, (gssize) length,
                                           G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

static void
write_good_file (Fixture *fixture)
{
  gsize length;
  gconstpointer data = g_bytes_get_data (fixture->good, &length);

  write_file (fixture, data, length);
}

static void
run (const char *path, const char *sql)
{
  sqlite3 *db;
  char *message = NULL;

  sqlite3_open (path, &db);
  if (sqlite3_exec (db, sql, NULL, NULL, &message) != SQLITE_OK)
    g_error ("%s: %s", sql, message);
  sqlite3_close (db);
}

/* Changes the file behind SQLite's back: no table is strict and no constraint holds while
 * the change is made, and afterwards the schema is, word for word, what it was. */
static void
change (const char *path, const char *sql)
{
  g_autofree char *unchecked =
      g_strconcat ("PRAGMA ignore_check_constraints = ON;", sql, NULL);

  run (path,
       "PRAGMA writable_schema = ON;"
       "CREATE TABLE old AS SELECT name, sql FROM sqlite_schema;"
       "UPDATE sqlite_schema SET sql = replace (replace (replace (replace (replace ("
       "  replace (sql, ') STRICT, WITHOUT', ') WITHOUT'), ') STRICT', ')'),"
       "  'TEXT NOT NULL', 'TEXT'), 'INTEGER NOT NULL', 'INTEGER'),"
       "  'REAL NOT NULL', 'REAL'), 'BLOB NOT NULL', 'BLOB') WHERE name <> 'old'");
  run (path, unchecked);
  run (path, "PRAGMA writable_schema = ON;"
             "UPDATE sqlite_schema SET sql = old.sql FROM old"
             " WHERE sqlite_schema.name = old.name;"
             "DROP TABLE old");
}

/* The plan that a file holds, which is then as good as any. */
static HrPlan *
load (Fixture *fixture, GError **error)
{
  HrPlan *plan = hr_store_load (fixture->path, NULL, error);

  if (plan != NULL)
    {
      g_autoptr (HrPlan) back = NULL;

      g_assert_true (hr_store_save (plan, fixture->path, NULL, NULL));
      back = hr_store_load (fixture->path, NULL, NULL);
      g_assert_true (hr_item_equal (plan, back));
    }
  return plan;
}

static void
assert_refused (Fixture *fixture, const char *what, HrError code, const char *why)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HrPlan) plan = load (fixture, &error);

  if (plan != NULL)
    g_error ("opened: %s", what);
  if (!g_error_matches (error, HR_ERROR, (int) code) ||
      strstr (error->message, fixture->path) == NULL ||
      strstr (error->message, why) == NULL)
    g_error ("%s: %s (%d)", what, error->message, error->code);
}

typedef struct
{
  const char *sql;
  HrError code;
  const char *why;
} Change;

/* ---- Schemas -------------------------------------------------------------------------
 */

static const Change SCHEMAS[] = {
  { "CREATE TABLE extra (x)", HR_ERROR_SYNTAX, "table “extra”" },
  { "CREATE INDEX zebra ON role (name)", HR_ERROR_SYNTAX, "index “zebra”" },
  { "CREATE VIEW zebra AS SELECT 1", HR_ERROR_SYNTAX, "view “zebra”" },
  { "CREATE TRIGGER zebra AFTER INSERT ON role BEGIN SELECT 1; END", HR_ERROR_SYNTAX,
    "trigger “zebra”" },
  { "CREATE VIRTUAL TABLE zebra USING fts5 (x)", HR_ERROR_SYNTAX, "table “zebra" },
  { "ANALYZE", HR_ERROR_SYNTAX, "sqlite_stat1" },
  { "DROP TABLE tag", HR_ERROR_SYNTAX, "“tag” is missing" },
  { "DROP TABLE tag; CREATE VIEW tag AS SELECT 1", HR_ERROR_SYNTAX, "“tag”" },
  { "ALTER TABLE role ADD COLUMN x TEXT", HR_ERROR_SYNTAX, "“role”" },
  { "ALTER TABLE role RENAME COLUMN headcount TO heads", HR_ERROR_SYNTAX, "“role”" },
  { "PRAGMA application_id = 7", HR_ERROR_SYNTAX, "another program" },
  { "PRAGMA user_version = 0", HR_ERROR_SYNTAX, "changed its format" },
  { "PRAGMA user_version = 77", HR_ERROR_NEWER, "77" },
  { "PRAGMA user_version = -1", HR_ERROR_NEWER, "4294967295" },
  { "PRAGMA journal_mode = WAL", HR_ERROR_SYNTAX, "changed its format" },
};

static void
test_schemas (Fixture *fixture, gconstpointer user_data)
{
  for (guint i = 0; i < G_N_ELEMENTS (SCHEMAS); i++)
    {
      write_good_file (fixture);
      run (fixture->path, SCHEMAS[i].sql);
      assert_refused (fixture, SCHEMAS[i].sql, SCHEMAS[i].code, SCHEMAS[i].why);
    }
}

/* ---- Items ---------------------------------------------------------------------------
 */

#define ROLE "role “full-roles-1”, "
#define TOUCHPOINT "touchpoint “full-journeys-1-touchpoints-1”, "

static const Change VALUES[] = {
  { "DELETE FROM plan", HR_ERROR_SYNTAX, "“plan”" },
  { "INSERT INTO plan SELECT 'b', name, company, currency, fiscal_year_start_month,"
    " mission, \"values\", one_time_spread, portfolio FROM plan",
    HR_ERROR_SYNTAX, "“plan”" },
  { "UPDATE plan SET name = ''", HR_ERROR_VALUE, "plan “full”, name: " },
  { "UPDATE plan SET fiscal_year_start_month = 13", HR_ERROR_RANGE, "13" },
  { "UPDATE role SET name = '' WHERE position = 0", HR_ERROR_VALUE, ROLE "name: " },
  { "UPDATE role SET name = NULL WHERE position = 0", HR_ERROR_VALUE, ROLE "name: " },
  { "UPDATE role SET name = x'41' WHERE position = 0", HR_ERROR_VALUE, ROLE "name: " },
  { "UPDATE role SET name = CAST (x'41ff' AS TEXT) WHERE position = 0", HR_ERROR_VALUE,
    ROLE "name: it is not valid UTF-8" },
  { "UPDATE role SET name = 'a' || char (0) || 'b' WHERE position = 0", HR_ERROR_VALUE,
    ROLE "name: " },
  { "UPDATE role SET id = '' WHERE position = 0", HR_ERROR_VALUE, ", id: " },
  { "UPDATE role SET annual_hours = -5 WHERE position = 0", HR_ERROR_RANGE,
    ROLE "annual_hours: paid hours per year must be between 0 and 8784, not -5" },
  { "UPDATE role SET annual_hours = 9e999 WHERE position = 0", HR_ERROR_VALUE,
    ROLE "annual_hours: " },
  { "UPDATE role SET annual_hours = NULL WHERE position = 0", HR_ERROR_VALUE,
    ROLE "annual_hours: it is empty" },
  { "UPDATE role SET annual_hours = 'many' WHERE position = 0", HR_ERROR_VALUE,
    ROLE "annual_hours: it is a text" },
  { "UPDATE role SET annual_cost = -1 WHERE position = 0", HR_ERROR_RANGE, "-0.01" },
  { "UPDATE role SET annual_cost = 1.5 WHERE position = 0", HR_ERROR_VALUE,
    ROLE "annual_cost: " },
  { "UPDATE role SET annual_cost = 9223372036854775807 WHERE position = 0",
    HR_ERROR_RANGE, ROLE "annual_cost: " },
  { "UPDATE segment SET arr = -9223372036854775807 - 1 WHERE position = 0",
    HR_ERROR_VALUE, "-9223372036854775808" },
  { "UPDATE segment SET lifetime_years = 0 WHERE position = 0", HR_ERROR_RANGE,
    "lifetime_years: " },
  { "UPDATE segment SET dedicated = 2 WHERE position = 0", HR_ERROR_VALUE, "“2”" },
  { "UPDATE segment SET rule = 'arr >' WHERE position = 0", HR_ERROR_SYNTAX, "rule: " },
  { "UPDATE segment SET rule = NULL WHERE position = 0", HR_ERROR_VALUE, "rule: " },
  { "UPDATE touchpoint SET kind = 'sometimes' WHERE position = 0", HR_ERROR_VALUE,
    TOUCHPOINT "kind: it cannot be “sometimes”" },
  { "UPDATE touchpoint SET value = 6 WHERE position = 0", HR_ERROR_RANGE,
    TOUCHPOINT "value: " },
  { "UPDATE touchpoint SET value = 4294967297 WHERE position = 0", HR_ERROR_VALUE,
    TOUCHPOINT "value: it cannot be “4294967297”" },
  { "UPDATE touchpoint SET position = 7 WHERE position = 1", HR_ERROR_VALUE, "“7”" },
  { "UPDATE touchpoint SET position = 0 WHERE position = 1", HR_ERROR_VALUE,
    "position: it cannot be “0”" },
  { "UPDATE touchpoint SET position = NULL WHERE position = 1", HR_ERROR_VALUE,
    "position: " },
  { "UPDATE touchpoint SET parent = 'nobody' WHERE position = 1", HR_ERROR_REFERENCE,
    "parent: there is no “nobody”" },
  { "UPDATE stage SET parent = NULL WHERE position = 0", HR_ERROR_VALUE, "parent: " },
  { "UPDATE stage SET owner_role = 'nobody' WHERE position = 0", HR_ERROR_REFERENCE,
    "stage “full-stages-1”, owner_role: owner role: there is no role “nobody”" },
  { "UPDATE transition SET to_stage = NULL WHERE position = 0", HR_ERROR_VALUE,
    "to_stage: " },
  { "UPDATE journey SET segment = 'full-segments-1', version = 'current'",
    HR_ERROR_DUPLICATE, "two journeys" },
  { "INSERT INTO scorecard_segments VALUES ('nobody', 0, 'full-segments-1')",
    HR_ERROR_REFERENCE, "scorecard_segments “nobody”, item: " },
  { "INSERT INTO scorecard_segments VALUES ('full-scorecards-1', 9, 'full-segments-1')",
    HR_ERROR_VALUE, "scorecard_segments “full-scorecards-1”, position: " },
  { "DELETE FROM scorecard_segments; INSERT INTO scorecard_segments VALUES"
    " ('full-scorecards-1', 0, 'nothing')",
    HR_ERROR_REFERENCE, "scorecard “full-scorecards-1”, segments: " },
  { "DELETE FROM scorecard_segments; INSERT INTO scorecard_segments VALUES"
    " ('full-scorecards-1', 0, NULL)",
    HR_ERROR_VALUE, "scorecard_segments “full-scorecards-1”, target: " },
  { "UPDATE tag SET item_type = 'nothing'", HR_ERROR_REFERENCE, "tag “" },
  { "UPDATE tag SET item_id = 'nobody' || property || item_id", HR_ERROR_REFERENCE,
    "there is no “nobody" },
  { "DELETE FROM tag; INSERT INTO tag VALUES"
    " ('role', 'full-roles-1', 'nothing', 'assumed', NULL, 0)",
    HR_ERROR_REFERENCE, "tag “full-roles-1”, nothing: there is no “nothing”" },
  { "UPDATE tag SET kind = 'guess'", HR_ERROR_VALUE, "it cannot be “guess”" },
  { "UPDATE tag SET year = 'x'", HR_ERROR_VALUE, "it is a text" },
  { "UPDATE tag SET source = x'00'", HR_ERROR_VALUE, "it is bytes" },
};

static void
test_values (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (HrPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  change (fixture->path, "SELECT 1"); /* the changing itself is not what is refused */
  plan = load (fixture, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < G_N_ELEMENTS (VALUES); i++)
    {
      write_good_file (fixture);
      change (fixture->path, VALUES[i].sql);
      assert_refused (fixture, VALUES[i].sql, VALUES[i].code, VALUES[i].why);
    }
}

/* ---- Accounts ------------------------------------------------------------------------
 */

/* The chunk of a part of a column. */
#define OF(name, part)                                                                   \
  " WHERE part = '" part "' AND position = "                                             \
  "(SELECT position FROM account_column WHERE name = '" name "')"
#define CHUNK(name, part, data) "UPDATE account_chunk SET data = " data OF (name, part)
#define COLUMN "account_column “"

#define INFINITE "000000000000f07f"

static const Change ACCOUNTS[] = {
  { "UPDATE plan SET portfolio = 2", HR_ERROR_REFERENCE, "plan “full”, portfolio: " },
  { "UPDATE plan SET portfolio = 0", HR_ERROR_VALUE, "plan “full”, portfolio: " },
  { "UPDATE plan SET portfolio = NULL", HR_ERROR_SYNTAX, "do not belong" },
  { "UPDATE generation SET n_rows = -1", HR_ERROR_RANGE, "n_rows cannot be -1" },
  { "UPDATE generation SET n_rows = 'x'", HR_ERROR_VALUE, "generation 1: " },
  { "UPDATE generation SET n_rows = 1000000000000", HR_ERROR_RANGE, "1000000000000" },
  { "UPDATE generation SET n_rows = 4000000000", HR_ERROR_SYNTAX,
    "16000000000 bytes, more than the file holds" },
  { "UPDATE generation SET n_rows = 6", HR_ERROR_SYNTAX, "5 bytes where 24 must be" },
  { "UPDATE generation SET n_rows = 4", HR_ERROR_SYNTAX, "5 bytes where 16 must be" },
  { "UPDATE generation SET n_rows = 0", HR_ERROR_SYNTAX, "do not belong" },
  { "UPDATE generation SET source = x'00'", HR_ERROR_VALUE, "generation 1: " },
  { "UPDATE generation SET imported_at = x'00'", HR_ERROR_VALUE, "generation 1: " },
  { "INSERT INTO generation VALUES (2, 0, NULL, NULL)", HR_ERROR_SYNTAX,
    "do not belong" },
  { "UPDATE account_column SET name = '' WHERE name = 'arr'", HR_ERROR_VALUE, "" },
  { "UPDATE account_column SET name = x'00' WHERE name = 'arr'", HR_ERROR_VALUE,
    COLUMN "?”" },
  { "UPDATE account_column SET name = 'x' WHERE name = 'id'", HR_ERROR_VALUE, "“id”" },
  { "UPDATE account_column SET name = 'csm' WHERE name = 'industry'", HR_ERROR_DUPLICATE,
    "csm" },
  { "UPDATE account_column SET type = 'bytes' WHERE name = 'arr'", HR_ERROR_VALUE,
    COLUMN "arr”: type cannot be bytes" },
  { "UPDATE account_column SET type = 'number' WHERE name = 'arr'", HR_ERROR_VALUE,
    "arr" },
  { "UPDATE account_column SET type = 'date' WHERE name = 'arr'", HR_ERROR_RANGE,
    COLUMN "arr”: The value of account 2" },
  { "UPDATE account_column SET type = 'flag' WHERE name = 'arr'", HR_ERROR_SYNTAX,
    COLUMN "arr”: a chunk has 20 bytes where 5 must be" },
  { "UPDATE account_column SET position = -1 WHERE name = 'arr'", HR_ERROR_RANGE,
    COLUMN },
  { "UPDATE account_column SET n_texts = NULL WHERE name = 'csm'", HR_ERROR_VALUE,
    COLUMN "csm”: " },
  { "UPDATE account_column SET n_texts = -1 WHERE name = 'csm'", HR_ERROR_RANGE,
    COLUMN "csm”: n_texts cannot be -1" },
  { "UPDATE account_column SET n_texts = n_texts + 1 WHERE name = 'csm'", HR_ERROR_SYNTAX,
    "its texts are not valid" },
  { "UPDATE account_column SET n_texts = 4294967295 WHERE name = 'csm'", HR_ERROR_SYNTAX,
    COLUMN "csm”: " },
  { "UPDATE account_column SET n_bytes = n_bytes - 1 WHERE name = 'csm'", HR_ERROR_SYNTAX,
    COLUMN "csm”: a chunk has" },
  { "UPDATE account_column SET n_bytes = 9223372036854775807 WHERE name = 'csm'",
    HR_ERROR_SYNTAX, COLUMN "csm”: it claims" },
  { "DELETE FROM account_chunk" OF ("arr", "values"), HR_ERROR_SYNTAX,
    COLUMN "arr”: the chunk values[0] is missing" },
  { "DELETE FROM account_chunk" OF ("csm", "texts"), HR_ERROR_SYNTAX, "texts[0]" },
  { "UPDATE account_chunk SET part = 'offsets'" OF ("csm", "texts"), HR_ERROR_SYNTAX,
    "texts[0]" },
  { "INSERT INTO account_chunk SELECT 999, generation, position, 'offsets', 0, data"
    " FROM account_chunk" OF ("csm", "texts"),
    HR_ERROR_SYNTAX, "do not belong" },
  { "UPDATE account_chunk SET number = 1" OF ("arr", "values"), HR_ERROR_SYNTAX,
    "values[0]" },
  { "INSERT INTO account_chunk SELECT 999, generation, position, part, 1, data"
    " FROM account_chunk" OF ("arr", "values"),
    HR_ERROR_SYNTAX, "do not belong" },
  { CHUNK ("arr", "values", "substr (data, 2)"), HR_ERROR_SYNTAX, "19 bytes where 40" },
  { CHUNK ("arr", "values", "CAST (data || x'00' AS BLOB)"), HR_ERROR_SYNTAX,
    "21 bytes where 40" },
  { CHUNK ("arr", "values", "x''"), HR_ERROR_SYNTAX, " 0 bytes" },
  { CHUNK ("arr", "values", "NULL"), HR_ERROR_SYNTAX, COLUMN "arr”: " },
  { CHUNK ("arr", "values", "5"), HR_ERROR_SYNTAX, COLUMN "arr”: " },
  { CHUNK ("arr", "values", "CAST (zeroblob (40) || 'x' AS TEXT)"), HR_ERROR_SYNTAX,
    COLUMN "arr”: " },
  { CHUNK ("arr", "values", "x'" INFINITE INFINITE INFINITE INFINITE INFINITE "'"),
    HR_ERROR_RANGE, COLUMN "arr”: " },
  { CHUNK ("employees", "values", "x'" INFINITE INFINITE INFINITE INFINITE INFINITE "'"),
    HR_ERROR_RANGE, COLUMN "employees”: " },
  { CHUNK ("is_partner", "values", "x'0001020003'"), HR_ERROR_RANGE,
    COLUMN "is_partner”: " },
  { CHUNK ("signed_on", "values", "x'ffffff7f00000000000000000000000000000000'"),
    HR_ERROR_RANGE, COLUMN "signed_on”: " },
  { CHUNK ("csm", "values", "x'00000000000000000000000000000000000000ff'"),
    HR_ERROR_RANGE, COLUMN "csm”: " },
  { CHUNK ("csm", "texts", "CAST (replace (CAST (data AS TEXT), ' ', x'ff') AS BLOB)"),
    HR_ERROR_SYNTAX, COLUMN "csm”: " },
  { CHUNK ("csm", "texts", "zeroblob (length (data))"), HR_ERROR_SYNTAX,
    COLUMN "csm”: " },
  { CHUNK ("csm", "values", "x'00000000ff'"), HR_ERROR_RANGE, COLUMN "csm”: " },
  { CHUNK ("csm", "values", "zeroblob (40)"), HR_ERROR_SYNTAX,
    "40 bytes where 20 must be" },
  { CHUNK ("employees", "values", "zeroblob (15)"), HR_ERROR_SYNTAX,
    "15 bytes where 40 must be" },
  { CHUNK ("employees", "values", "zeroblob (80)"), HR_ERROR_SYNTAX,
    "80 bytes where 40 must be" },
  { CHUNK ("is_partner", "values", "zeroblob (10)"), HR_ERROR_SYNTAX,
    "10 bytes where 5 must be" },
  { CHUNK ("id", "values", "x'0100000001000000010000000100000001000000'"),
    HR_ERROR_DUPLICATE, "“A1”" },
  { CHUNK ("id", "values", "zeroblob (20)"), HR_ERROR_VALUE, "has no id" },
};

static void
test_accounts (Fixture *fixture, gconstpointer user_data)
{
  for (guint i = 0; i < G_N_ELEMENTS (ACCOUNTS); i++)
    {
      write_good_file (fixture);
      change (fixture->path, ACCOUNTS[i].sql);
      assert_refused (fixture, ACCOUNTS[i].sql, ACCOUNTS[i].code, ACCOUNTS[i].why);
    }
}

/* ---- Bytes ---------------------------------------------------------------------------
 */

static void
test_not_a_database (Fixture *fixture, gconstpointer user_data)
{
  static const char *const texts[] = {
    "",
    "S",
    "{\"format\": \"headroom-plan\", \"version\": 1}",
    "PK\003\004",
    "SQLite format 3",
  };
  g_autofree char *zeros = g_malloc0 (100000);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      write_file (fixture, texts[i], strlen (texts[i]));
      assert_refused (fixture, texts[i], HR_ERROR_SYNTAX, "not a plan");
    }
  write_file (fixture, zeros, 100000);
  assert_refused (fixture, "zeros", HR_ERROR_SYNTAX, "not a plan");
}

static void
test_truncated (Fixture *fixture, gconstpointer user_data)
{
  gsize length;
  gconstpointer data = g_bytes_get_data (fixture->good, &length);
  g_autofree guint8 *longer = NULL;

  for (gsize cut = 1; cut < length; cut += cut < 4096 ? 1023 : 4096 * 3)
    {
      write_file (fixture, data, length - cut);
      assert_refused (fixture, "cut", HR_ERROR_SYNTAX, "");
    }
  for (gsize left = 0; left < 200; left++)
    {
      write_file (fixture, data, left);
      assert_refused (fixture, "cut", HR_ERROR_SYNTAX, "");
    }

  longer = g_malloc0 (length + 4096);
  memcpy (longer, data, length);
  write_file (fixture, longer, length + 1);
  assert_refused (fixture, "one more", HR_ERROR_SYNTAX, "not whole");
  write_file (fixture, longer, length + 4096);
  assert_refused (fixture, "one more page", HR_ERROR_SYNTAX, "not whole");
}

/* Two rows of one table with the same id, which no SQL can make. */
static void
test_same_id_twice (Fixture *fixture, gconstpointer user_data)
{
  gsize length;
  gconstpointer data = g_bytes_get_data (fixture->good, &length);
  g_autofree char *changed = g_memdup2 (data, length);

  for (char *at = changed; at < changed + length - 12; at++)
    if (memcmp (at, "full-roles-2", 12) == 0)
      at[11] = '1';
  write_file (fixture, changed, length);
  assert_refused (fixture, "same id", HR_ERROR_DUPLICATE, "“full-roles-1”");
}

/* One bit, anywhere but mostly where something is. */
static void
test_flipped_bits (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (10);
  gsize length;
  const guint8 *data = g_bytes_get_data (fixture->good, &length);
  guint n_opened = 0;

  for (guint i = 0; i < N_FLIPS; i++)
    {
      g_autofree guint8 *changed = g_memdup2 (data, length);
      g_autoptr (HrPlan) plan = NULL;
      g_autoptr (GError) error = NULL;
      gsize at;

      do
        at = g_rand_int (rand) % length;
      while (data[at] == 0 && g_rand_int (rand) % 50 > 0);
      changed[at] ^= (guint8) (1 << g_rand_int (rand) % 8);
      write_file (fixture, changed, length);

      plan = load (fixture, &error);
      g_assert_true ((plan == NULL) == (error != NULL));
      g_assert_true (plan != NULL || error->domain == HR_ERROR);
      n_opened += plan != NULL;
    }
  g_test_message ("%u of %u opened", n_opened, N_FLIPS);
  g_assert_cmpuint (n_opened, <, N_FLIPS); /* that some do is right: a letter of a text */
}

#define ADD(name, test)                                                                  \
  g_test_add ("/store/hostile/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("schemas", test_schemas);
  ADD ("values", test_values);
  ADD ("accounts", test_accounts);
  ADD ("not-a-database", test_not_a_database);
  ADD ("truncated", test_truncated);
  ADD ("same-id-twice", test_same_id_twice);
  ADD ("flipped-bits", test_flipped_bits);

  return g_test_run ();
}
