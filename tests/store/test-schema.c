/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* The schema is written by hand and the field tables are what the program goes by: here
 * they are held against each other, so that a new field without a migration fails. */
#include <glib/gstdio.h>
#include <math.h>

#include "hr-enums.h"
#include "hr-item-rows.h"
#include "hr-portfolio-rows.h"
#include "hr-schema.h"
#include "hr-store.h"
#include "hr-test-plan.h"

typedef struct
{
  sqlite3 *db;
  HrPlan *plan;
} Fixture;

/* A database of the newest version with a plan in it. */
static void
set_up (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;

  fixture->plan = hr_test_plan_new_full ();
  fixture->db = hr_sql_open (":memory:", SQLITE_OPEN_READWRITE, &error);
  g_assert_no_error (error);
  hr_schema_migrate (&HR_SCHEMA, fixture->db, 0, &error);
  g_assert_no_error (error);
  hr_item_rows_save (fixture->db, fixture->plan, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer user_data)
{
  g_assert_cmpint (sqlite3_close (fixture->db), ==, SQLITE_OK);
  g_assert_finalize_object (g_steal_pointer (&fixture->plan));
}

/* One line for each row, its values parted by bars. */
G_GNUC_PRINTF (2, 3)
static char *
ask (sqlite3 *db, const char *sql, ...)
{
  g_autoptr (GString) answer = g_string_new (NULL);
  g_autofree char *query = NULL;
  sqlite3_stmt *row;
  va_list args;

  va_start (args, sql);
  query = g_strdup_vprintf (sql, args);
  va_end (args);
  g_assert_cmpint (sqlite3_prepare_v2 (db, query, -1, &row, NULL), ==, SQLITE_OK);
  while (sqlite3_step (row) == SQLITE_ROW)
    {
      for (int i = 0; i < sqlite3_column_count (row); i++)
        g_string_append_printf (answer, "%s%s", i > 0 ? "|" : "",
                                (const char *) sqlite3_column_text (row, i));
      g_string_append_c (answer, '\n');
    }
  sqlite3_finalize (row);
  return g_string_free_and_steal (g_steal_pointer (&answer));
}

static const char *
name_of_class (int storage_class)
{
  return storage_class == SQLITE_TEXT      ? "TEXT"
         : storage_class == SQLITE_INTEGER ? "INTEGER"
                                           : "REAL";
}

/* name|type|not null, as pragma_table_info says them, in the order of their names: what
 * came with a later step stands behind what was there. */
static char *
describe_fields (GType type)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_fields;
  const HrField *fields = hr_item_type_get_fields (type, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      g_autofree char *column = hr_item_rows_get_column (&fields[i]);

      if (hr_item_rows_is_column (&fields[i]))
        g_ptr_array_add (
            lines, g_strdup_printf ("%s|%s|%d\n", column,
                                    name_of_class (hr_item_rows_get_class (&fields[i])),
                                    !hr_item_rows_may_be_null (&fields[i])));
    }
  g_ptr_array_add (lines, g_strdup ("id|TEXT|1\n"));
  if (type != HR_TYPE_PLAN)
    {
      g_ptr_array_add (lines, g_strdup ("parent|TEXT|1\n"));
      g_ptr_array_add (lines, g_strdup ("position|INTEGER|1\n"));
    }
  g_ptr_array_sort_values (lines, (GCompareFunc) g_strcmp0);
  for (guint i = 0; i < lines->len; i++)
    g_string_append (text, g_ptr_array_index (lines, i));
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
test_columns (Fixture *fixture, gconstpointer user_data)
{
  guint n_types;
  const GType *types = hr_test_item_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      g_autofree char *table = hr_item_rows_get_table (types[i]);
      g_autofree char *wanted = describe_fields (types[i]);
      g_autofree char *found =
          ask (fixture->db,
               "SELECT name, type, \"notnull\" FROM pragma_table_info('%s')"
               " ORDER BY name || '|'",
               table);

      g_test_message ("%s", table);
      g_assert_cmpstr (found, ==, wanted);
    }
}

/* What a table refers to: its owner, and what its fields name. */
static char *
describe_references (GType type, GType owner)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_fields;
  const HrField *fields = hr_item_type_get_fields (type, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (fields[i].kind == HR_FIELD_REF || fields[i].kind == HR_FIELD_PORTFOLIO)
      {
        g_autofree char *column = hr_item_rows_get_column (&fields[i]);
        g_autofree char *target = fields[i].kind == HR_FIELD_REF
                                      ? hr_item_rows_get_table (fields[i].type ())
                                      : g_strdup ("generation");

        g_ptr_array_add (lines, g_strdup_printf ("%s|%s", column, target));
      }
  if (type != HR_TYPE_PLAN)
    {
      g_autofree char *table = hr_item_rows_get_table (owner);

      g_ptr_array_add (lines, g_strdup_printf ("parent|%s", table));
    }
  g_ptr_array_sort_values (lines, (GCompareFunc) g_strcmp0);
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "%s\n", (char *) g_ptr_array_index (lines, i));
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static GType
owner_of (GType type)
{
  GType owner = G_TYPE_INVALID;
  guint n_types, n_fields;
  const GType *types = hr_test_item_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      const HrField *fields = hr_item_type_get_fields (types[i], &n_fields);

      for (guint j = 0; j < n_fields; j++)
        if (fields[j].kind == HR_FIELD_LIST && fields[j].type () == type)
          {
            /* A table has one column for the parent, and says nothing of the list. */
            g_assert_cmpuint (owner, ==, G_TYPE_INVALID);
            owner = types[i];
          }
    }
  return owner;
}

static void
test_references (Fixture *fixture, gconstpointer user_data)
{
  guint n_types, n_fields;
  const GType *types = hr_test_item_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      g_autofree char *table = hr_item_rows_get_table (types[i]);
      g_autofree char *wanted = describe_references (types[i], owner_of (types[i]));
      g_autofree char *found = ask (
          fixture->db,
          "SELECT \"from\", \"table\" FROM pragma_foreign_key_list('%s') ORDER BY \"from\"",
          table);
      const HrField *fields = hr_item_type_get_fields (types[i], &n_fields);

      g_assert_cmpstr (found, ==, wanted);
      for (guint j = 0; j < n_fields; j++)
        if (fields[j].kind == HR_FIELD_REFS)
          {
            g_autofree char *links = hr_item_rows_get_link_table (types[i], &fields[j]);
            g_autofree char *target = hr_item_rows_get_table (fields[j].type ());
            g_autofree char *both =
                g_strdup_printf ("item|%s\ntarget|%s\n", table, target);
            g_autofree char *linked =
                ask (fixture->db,
                     "SELECT \"from\", \"table\" FROM pragma_foreign_key_list('%s')"
                     " ORDER BY \"from\"",
                     links);

            g_assert_cmpstr (linked, ==, both);
          }
    }
}

/* Nothing but tables that are strict, and none that nobody reads. */
static void
test_tables (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) wanted = g_string_new (NULL);
  g_autofree char *found =
      ask (fixture->db, "SELECT name, type, strict FROM pragma_table_list"
                        " WHERE schema = 'main' AND name <> 'sqlite_schema'"
                        " ORDER BY name");
  g_autofree char *others =
      ask (fixture->db, "SELECT name FROM sqlite_schema WHERE type <> 'table'"
                        " AND name NOT LIKE 'sqlite_autoindex_%%'");
  guint n_types, n_fields;
  const GType *types = hr_test_item_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      const HrField *fields = hr_item_type_get_fields (types[i], &n_fields);

      g_ptr_array_add (names, hr_item_rows_get_table (types[i]));
      for (guint j = 0; j < n_fields; j++)
        if (fields[j].kind == HR_FIELD_REFS)
          g_ptr_array_add (names, hr_item_rows_get_link_table (types[i], &fields[j]));
    }
  g_ptr_array_add (names, g_strdup ("tag"));
  g_ptr_array_add (names, g_strdup ("generation"));
  g_ptr_array_add (names, g_strdup ("account_column"));
  g_ptr_array_add (names, g_strdup ("account_chunk"));
  g_ptr_array_add (names, g_strdup ("content"));
  g_ptr_array_sort_values (names, (GCompareFunc) g_strcmp0);
  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (wanted, "%s|table|1\n",
                            (char *) g_ptr_array_index (names, i));

  g_assert_cmpstr (found, ==, wanted->str);
  g_assert_cmpstr (others, ==, "");
}

/* ---- Limits --------------------------------------------------------------------------
 */

/* Says whether the file takes a value, given as SQL, in a field of the first row. */
static gboolean
takes (Fixture *fixture, GType type, const HrField *field, const char *value)
{
  g_autofree char *table = hr_item_rows_get_table (type);
  g_autofree char *column = hr_item_rows_get_column (field);
  g_autofree char *sql = g_strdup_printf (
      "SAVEPOINT s; UPDATE \"%s\" SET \"%s\" = %s WHERE id = (SELECT min (id) FROM \"%s\");"
      "ROLLBACK TO s; RELEASE s",
      table, column, value, table);
  int code = sqlite3_exec (fixture->db, sql, NULL, NULL, NULL);

  if (code == SQLITE_OK)
    return TRUE;
  g_assert_cmpint (code & 0xff, ==, SQLITE_CONSTRAINT);
  sqlite3_exec (fixture->db, "ROLLBACK TO s; RELEASE s", NULL, NULL, NULL);
  return FALSE;
}

static void
assert_takes (Fixture *fixture,
              GType type,
              const HrField *field,
              const char *value,
              gboolean wanted)
{
  if (takes (fixture, type, field, value) != wanted)
    g_error ("%s.%s %s %s", g_type_name (type), field->name,
             wanted ? "does not take" : "takes", value);
}

static void
assert_limits (Fixture *fixture, GType type, const HrField *field)
{
  gboolean positive = (field->flags & HR_FIELD_POSITIVE) != 0;
  gboolean real = field->kind == HR_FIELD_NUMBER;
  double low = field->minimum, high = field->maximum;
  const struct
  {
    double value;
    gboolean wanted;
  } cases[] = {
    { low, !positive },
    { real ? nextafter (low, INFINITY) : low + 1, TRUE },
    { real ? nextafter (low, -INFINITY) : low - 1, FALSE },
    { high, TRUE },
    { real ? nextafter (high, INFINITY) : high + 16, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = real ? g_strdup_printf ("%.17g", cases[i].value)
                                   : g_strdup_printf ("%.0f", cases[i].value);

      assert_takes (fixture, type, field, text, cases[i].wanted);
    }
  if (real)
    assert_takes (fixture, type, field, "9e999", FALSE);
  assert_takes (fixture, type, field, "'x'", FALSE);
}

static void
assert_words (Fixture *fixture, GType type, const HrField *field)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (field->type ());
  GEnumClass *values = (GEnumClass *) klass;

  for (guint i = 0; i < values->n_values; i++)
    {
      g_autofree char *word = g_strdup_printf ("'%s'", values->values[i].value_nick);

      assert_takes (fixture, type, field, word, TRUE);
    }
  assert_takes (fixture, type, field, "'nonsense'", FALSE);
  assert_takes (fixture, type, field, "''", FALSE);
}

static void
assert_dates (Fixture *fixture, GType type, const HrField *field)
{
  static const struct
  {
    const char *value;
    gboolean wanted;
  } cases[] = {
    { "'2028-02-29'", TRUE },   { "'2027-02-29'", FALSE }, { "'2027-2-28'", FALSE },
    { "'0001-01-01'", TRUE },   { "'0000-12-31'", FALSE }, { "'9999-12-31'", TRUE },
    { "'10000-01-01'", FALSE }, { "'now'", FALSE },        { "'12:00'", FALSE },
    { "'2027-02-28 '", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;

      g_value_init (&value, G_TYPE_STRING);
      g_value_take_string (&value,
                           g_strndup (cases[i].value + 1, strlen (cases[i].value) - 2));
      g_assert_cmpint (hr_field_check (field, &value, NULL), ==, cases[i].wanted);
      assert_takes (fixture, type, field, cases[i].value, cases[i].wanted);
    }
}

static void
assert_field (Fixture *fixture, GType type, const HrField *field)
{
  assert_takes (fixture, type, field, "NULL", hr_item_rows_may_be_null (field));
  assert_takes (fixture, type, field, "x'00'", FALSE);

  switch (field->kind)
    {
    case HR_FIELD_TEXT:
      assert_takes (fixture, type, field, "''", (field->flags & HR_FIELD_REQUIRED) == 0);
      assert_takes (fixture, type, field, "'x'", (field->flags & HR_FIELD_DATE) == 0);
      if ((field->flags & HR_FIELD_DATE) != 0)
        assert_dates (fixture, type, field);
      break;
    case HR_FIELD_ENUM:
      assert_words (fixture, type, field);
      break;
    case HR_FIELD_FLAG:
    case HR_FIELD_INTEGER:
    case HR_FIELD_NUMBER:
    case HR_FIELD_MONEY:
      assert_limits (fixture, type, field);
      break;
    case HR_FIELD_RULE:
    case HR_FIELD_REF:
    case HR_FIELD_PORTFOLIO:
      break;
    case HR_FIELD_REFS:
    case HR_FIELD_LIST:
    case HR_FIELD_TAGS:
    default:
      g_assert_not_reached ();
    }
}

/* The CHECKs take exactly what hr_field_check() takes. */
static void
test_limits (Fixture *fixture, gconstpointer user_data)
{
  guint n_types, n_fields;
  const GType *types = hr_test_item_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      const HrField *fields = hr_item_type_get_fields (types[i], &n_fields);

      for (guint j = 0; j < n_fields; j++)
        if (hr_item_rows_is_column (&fields[j]))
          assert_field (fixture, types[i], &fields[j]);
    }
}

/* The words of what is not a field. */
static void
test_other_words (Fixture *fixture, gconstpointer user_data)
{
  const struct
  {
    const char *column;
    GType type;
  } words[] = {
    { "UPDATE account_column SET n_texts = 1, n_bytes = 1, type", HR_TYPE_COLUMN_TYPE },
    { "UPDATE tag SET kind", HR_TYPE_TAG_KIND },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (GTypeClass) klass = g_type_class_ref (words[i].type);
      GEnumClass *values = (GEnumClass *) klass;

      for (guint j = 0; j <= values->n_values; j++)
        {
          const char *word =
              j < values->n_values ? values->values[j].value_nick : "nonsense";
          /* A dictionary goes with a text and with nothing else. */
          g_autofree char *sql =
              g_strdup_printf ("BEGIN; %s = '%s'; ROLLBACK", words[i].column, word);
          g_autofree char *without = g_strdup_printf (
              "BEGIN; UPDATE account_column SET n_texts = NULL, n_bytes = NULL,"
              " type = '%s'; ROLLBACK",
              word);
          gboolean text = i > 0 || j == HR_COLUMN_TEXT;
          gboolean known = j < values->n_values;

          g_assert_cmpint (sqlite3_exec (fixture->db, sql, NULL, NULL, NULL) == SQLITE_OK,
                           ==, known && text);
          sqlite3_exec (fixture->db, "ROLLBACK", NULL, NULL, NULL);
          if (i > 0)
            continue;
          g_assert_cmpint (sqlite3_exec (fixture->db, without, NULL, NULL, NULL) ==
                               SQLITE_OK,
                           ==, known && !text);
          sqlite3_exec (fixture->db, "ROLLBACK", NULL, NULL, NULL);
        }
    }
}

/* The file's own header, and what SQLite itself says of it. */
static void
test_file (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *folder = g_dir_make_tmp ("headroom-schema-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "plan.headroom", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (HrPortfolio) many = hr_test_random_portfolio (rand, HR_PORTFOLIO_ROWS_CHUNK);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (sqlite3) db = NULL;
      g_autofree char *answer = NULL;
      g_autofree char *wanted =
          g_strdup_printf ("%d|%u|delete|UTF-8|%d|ok\n", HR_STORE_APPLICATION_ID,
                           HR_SCHEMA.n_steps, i == 0 ? 4096 : 65536);
      g_autofree char *dangling = NULL;

      hr_store_save (fixture->plan, path, NULL, &error);
      g_assert_no_error (error);
      db = hr_sql_open (path, SQLITE_OPEN_READONLY, &error);
      g_assert_no_error (error);
      answer = ask (
          db, "SELECT application_id, user_version, journal_mode, encoding, page_size,"
              " integrity_check FROM pragma_application_id, pragma_user_version,"
              " pragma_journal_mode, pragma_encoding, pragma_page_size,"
              " pragma_integrity_check");
      g_assert_cmpstr (answer, ==, wanted);
      dangling = ask (db, "SELECT * FROM pragma_foreign_key_check");
      g_assert_cmpstr (dangling, ==, "");
      g_object_set (fixture->plan, "portfolio", many, NULL);
    }
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

#define ADD(name, test)                                                                  \
  g_test_add ("/store/schema/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("columns", test_columns);
  ADD ("references", test_references);
  ADD ("tables", test_tables);
  ADD ("limits", test_limits);
  ADD ("other-words", test_other_words);
  ADD ("file", test_file);

  return g_test_run ();
}
