/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-account-mapping.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hr-portfolio.h"

/* What exports call the fields, in lower case and without blanks and signs; what is said
 * more clearly comes first. */
static const struct
{
  const char *field;
  const char *names[10];
} KNOWN[] = {
  { HR_COLUMN_ID,
    { "id", "accountid", "customerid", "clientid", "companyid", "accountnumber",
      "customernumber" } },
  { HR_COLUMN_NAME,
    { "name", "accountname", "customername", "clientname", "companyname", "account",
      "customer", "company" } },
  { HR_COLUMN_ARR, { "arr", "arramount", "annualrecurringrevenue", "arrusd", "arreur" } },
  { HR_COLUMN_CURRENCY, { "currency", "currencycode", "currencyisocode" } },
  { HR_COLUMN_RENEWAL_DATE,
    { "renewaldate", "nextrenewaldate", "contractrenewaldate", "renewal",
      "nextrenewal" } },
  { HR_COLUMN_CSM,
    { "csm", "csmname", "customersuccessmanager", "accountmanager", "accountowner",
      "owner", "ownername" } },
  { HR_COLUMN_PARENT_ID, { "parentid", "parentaccountid", "parentcustomerid" } },
  { HR_COLUMN_REFERENCE_VALUE, { "referencevalue" } },
};

typedef struct
{
  const HrCsvReader *reader;
  GPtrArray *joined; /* (element-type utf8): fields that another file gives */
  GPtrArray *messages;
  GArray *fields;    /* (owned) (element-type HrAccountField) */
  GHashTable *taken; /* (owned) (element-type utf8): the fields that need no column */
  gboolean *is_used; /* (owned): per column */
} Mapping;

static void
clear_field (gpointer data)
{
  g_free (((HrAccountField *) data)->field);
}

static GArray *
fields_new (void)
{
  GArray *fields = g_array_new (FALSE, FALSE, sizeof (HrAccountField));

  g_array_set_clear_func (fields, clear_field);
  return fields;
}

static void
add_field (Mapping *self, const char *field, guint column)
{
  const HrAccountField added = { g_strdup (field), column };

  g_array_append_val (self->fields, added);
  g_hash_table_add (self->taken, g_strdup (field));
  self->is_used[column] = TRUE;
}

static gboolean
is_joined (const Mapping *self, const char *field)
{
  return g_ptr_array_find_with_equal_func (self->joined, field, g_str_equal, NULL);
}

static void
say_renamed (Mapping *self, const char *name, const char *other)
{
  g_ptr_array_add (self->messages,
                   g_strdup_printf (_ ("%s: “%s” is called %s here."),
                                    hr_csv_reader_get_name (self->reader), name, other));
}

static gboolean
grant_wish (Mapping *self, const HrAccountWish *wish, GError **error)
{
  HrColumnType type;
  guint column;

  if (g_hash_table_contains (self->taken, wish->field) || is_joined (self, wish->field))
    {
      g_set_error (error, HR_ERROR, HR_ERROR_DUPLICATE,
                   _ ("The field “%s” is asked for twice"), wish->field);
      return FALSE;
    }
  if (*wish->column == '\0')
    {
      g_hash_table_add (self->taken, g_strdup (wish->field));
      return TRUE;
    }
  if (!hr_csv_reader_find_column (self->reader, wish->column, &column, error))
    return FALSE;

  add_field (self, wish->field, column);
  if (!hr_portfolio_get_standard_type (wish->field, &type))
    say_renamed (self, wish->column, wish->field); /* it may be mistyped */
  return TRUE;
}

static gboolean
grant_wishes (Mapping *self, const HrAccountWish *wishes, guint n_wishes, GError **error)
{
  for (guint i = 0; i < n_wishes; i++)
    if (!grant_wish (self, &wishes[i], error))
      return FALSE;
  return TRUE;
}

/* ---- What is left is guessed ---- */

static char *
simplify (const char *name)
{
  GString *simple = g_string_new (NULL);

  for (; *name != '\0'; name++)
    if (g_ascii_isalnum (*name) || (*name & 0x80) != 0)
      g_string_append_c (simple, g_ascii_tolower (*name));
  return g_string_free_and_steal (simple);
}

static gboolean
find_known (const Mapping *self, const char *known, guint *column)
{
  for (guint i = 0; i < hr_csv_reader_get_n_columns (self->reader); i++)
    {
      g_autofree char *simple = simplify (hr_csv_reader_get_column (self->reader, i));

      if (!self->is_used[i] && g_str_equal (simple, known))
        {
          *column = i;
          return TRUE;
        }
    }
  return FALSE;
}

static void
guess_field (Mapping *self, const char *field, const char *const *names)
{
  guint column;

  for (guint i = 0; names[i] != NULL; i++)
    if (find_known (self, names[i], &column))
      {
        const char *name = hr_csv_reader_get_column (self->reader, column);

        add_field (self, field, column);
        if (!g_str_equal (name, field))
          g_ptr_array_add (self->messages,
                           g_strdup_printf (_ ("%s: “%s” is taken for %s."),
                                            hr_csv_reader_get_name (self->reader), name,
                                            field));
        return;
      }
}

static void
guess_fields (Mapping *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (KNOWN); i++)
    if (!g_hash_table_contains (self->taken, KNOWN[i].field) &&
        !is_joined (self, KNOWN[i].field))
      guess_field (self, KNOWN[i].field, KNOWN[i].names);
}

/**
 * hr_account_mapping_guess:
 * @reader: a file, its header read
 *
 * Guesses which column is which field by the names of the columns alone.
 *
 * Returns: (transfer full) (element-type HrAccountField): the fields that were found; the
 *   id may well not be one of them
 */
GArray *
hr_account_mapping_guess (const HrCsvReader *reader)
{
  g_autofree gboolean *is_used = g_new0 (gboolean, hr_csv_reader_get_n_columns (reader));
  g_autoptr (GHashTable) taken =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) joined = g_ptr_array_new ();
  g_autoptr (GPtrArray) messages = g_ptr_array_new_with_free_func (g_free);
  GArray *fields = fields_new ();
  Mapping self = { reader, joined, messages, fields, taken, is_used };

  guess_fields (&self);
  return fields;
}

/* ---- All others keep their names ---- */

static gboolean
is_free (const Mapping *self, const char *name)
{
  return !g_hash_table_contains (self->taken, name) && !is_joined (self, name);
}

static char *
rename_column (Mapping *self, const char *name)
{
  guint column;

  for (guint i = 2;; i++)
    {
      char *other = g_strdup_printf ("%s_%u", name, i);

      if (is_free (self, other) &&
          !hr_csv_reader_find_column (self->reader, other, &column, NULL))
        {
          say_renamed (self, name, other);
          return other;
        }
      g_free (other);
    }
}

static void
keep_others (Mapping *self)
{
  for (guint i = 0; i < hr_csv_reader_get_n_columns (self->reader); i++)
    {
      const char *name = hr_csv_reader_get_column (self->reader, i);
      g_autofree char *other = NULL;

      if (self->is_used[i])
        continue;
      if (!is_free (self, name))
        name = other = rename_column (self, name);
      add_field (self, name, i);
    }
}

static int
compare_columns (gconstpointer a, gconstpointer b)
{
  guint one = ((const HrAccountField *) a)->column;
  guint other = ((const HrAccountField *) b)->column;

  return (one > other) - (one < other);
}

static gboolean
check_has_id (const Mapping *self, GError **error)
{
  g_autofree char *columns = NULL;

  for (guint i = 0; i < self->fields->len; i++)
    if (g_str_equal (g_array_index (self->fields, HrAccountField, i).field, HR_COLUMN_ID))
      return TRUE;
  columns = hr_csv_reader_list_columns (self->reader);
  g_set_error (error, HR_ERROR, HR_ERROR_REFERENCE,
               _ ("%s: which column is the id of the account? It has %s"),
               hr_csv_reader_get_name (self->reader), columns);
  return FALSE;
}

/**
 * hr_account_mapping_find:
 * @reader: a file, its header read
 * @wishes: (array length=n_wishes): what a person asks for
 * @joined: (element-type utf8): fields that come from other files
 * @messages: (element-type utf8): takes what was guessed, a sentence each
 *
 * Finds which column is which field: what a person says, then what the names of the
 * columns say. All others keep their names.
 *
 * Returns: (transfer full) (element-type HrAccountField): in the order of the file; one
 *   of them is the id
 */
GArray *
hr_account_mapping_find (const HrCsvReader *reader,
                         const HrAccountWish *wishes,
                         guint n_wishes,
                         GPtrArray *joined,
                         GPtrArray *messages,
                         GError **error)
{
  g_autofree gboolean *is_used = g_new0 (gboolean, hr_csv_reader_get_n_columns (reader));
  g_autoptr (GHashTable) taken =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) fields = fields_new ();
  Mapping self = { reader, joined, messages, fields, taken, is_used };

  if (!grant_wishes (&self, wishes, n_wishes, error))
    return NULL;
  guess_fields (&self);
  if (!check_has_id (&self, error))
    return NULL;
  keep_others (&self);
  g_array_sort (fields, compare_columns);
  return g_steal_pointer (&fields);
}

/**
 * hr_account_mapping_ask:
 * @fields: (element-type HrAccountField): from hr_account_mapping_find()
 * @table: what will read them
 *
 * Asks a table for the fields, each of the type that it has in a portfolio.
 */
void
hr_account_mapping_ask (GArray *fields, HrCsvTable *table)
{
  for (guint i = 0; i < fields->len; i++)
    {
      const HrAccountField *field = &g_array_index (fields, HrAccountField, i);
      HrColumnType type;

      if (g_str_equal (field->field, HR_COLUMN_ID))
        hr_csv_table_add_id (table, field->field, field->column);
      else if (hr_portfolio_get_standard_type (field->field, &type))
        hr_csv_table_add_typed (table, field->field, field->column, type);
      else
        hr_csv_table_add (table, field->field, field->column);
    }
}
