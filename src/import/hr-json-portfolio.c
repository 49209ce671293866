/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-json-portfolio.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hr-date.h"
#include "hr-enums.h"

/* Each account may bring a column that all others then lack: a small file must not
 * become a table that fills the memory. A million accounts may have 250 columns. */
#define MAX_CELLS ((gsize) 250 * 1000 * 1000)
#define MAX_COLUMNS 10000

static const char *const ACCOUNT_KEYS[] = {
  HR_COLUMN_ID,
  HR_COLUMN_NAME,
  HR_COLUMN_ARR,
  HR_COLUMN_CURRENCY,
  HR_COLUMN_RENEWAL_DATE,
  HR_COLUMN_CSM,
  HR_COLUMN_PARENT_ID,
  HR_COLUMN_REFERENCE_VALUE,
  "fields",
  NULL,
};
static const char *const ABOUT_KEYS[] = { "source", "imported_at", "columns", NULL };
static const char *const COLUMN_KEYS[] = { "name", "type", NULL };

/**
 * Column:
 * @name: where the text has it
 * @place: its place among the columns
 * @rows: 1 + the last account that has its key
 * @is_standard: whether its key stands beside "fields", not in it
 * @builder: (owned) (nullable): %NULL until the type is known
 * @type: what its values are
 *
 * A column in the making. Accounts that lack its key are filled in late.
 */
typedef struct
{
  const char *name;
  guint place;
  gsize rows;
  gboolean is_standard;
  HrColumnBuilder *builder;
  HrColumnType type;
} Column;

typedef struct
{
  GPtrArray *columns;  /* (owned) (element-type Column) */
  GHashTable *by_name; /* (owned) (element-type utf8 Column) */
  gboolean declared;   /* no column may be added */
  guint next;          /* the column that comes next if all accounts are alike */
  gsize row;
} Table;

static void
column_free (Column *self)
{
  g_clear_pointer (&self->builder, hr_column_builder_free);
  g_free (self);
}

static void
table_clear (Table *self)
{
  g_clear_pointer (&self->by_name, g_hash_table_unref);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Table, table_clear)

static void
set_type (Column *column, HrColumnType type)
{
  column->type = type;
  column->builder = hr_column_builder_new (column->name, type);
}

static Column *
add_column (Table *self, const char *name)
{
  Column *column = g_new0 (Column, 1);
  HrColumnType type = HR_COLUMN_TEXT;

  column->name = name;
  column->place = self->columns->len;
  column->is_standard = hr_portfolio_get_standard_type (name, &type);
  if (column->is_standard)
    set_type (column, type);
  g_ptr_array_add (self->columns, column);
  g_hash_table_insert (self->by_name, (gpointer) name, column);
  return column;
}

/* Accounts mostly come with the same keys in the same order. */
static Column *
find_column (Table *self, const char *name)
{
  Column *column = NULL;

  if (self->next < self->columns->len)
    column = g_ptr_array_index (self->columns, self->next);
  if (column == NULL || strcmp (column->name, name) != 0)
    column = g_hash_table_lookup (self->by_name, name);
  if (column != NULL)
    self->next = column->place + 1;
  return column;
}

static gboolean
get_type_of_value (const HrJsonCursor *cell, HrColumnType *type, GError **error)
{
  switch (hr_json_cursor_get_kind (cell))
    {
    case HR_JSON_TEXT:
      *type = HR_COLUMN_TEXT;
      return TRUE;
    case HR_JSON_NUMBER:
      *type = HR_COLUMN_NUMBER;
      return TRUE;
    case HR_JSON_FLAG:
      *type = HR_COLUMN_FLAG;
      return TRUE;
    case HR_JSON_NULL:
    case HR_JSON_LIST:
    case HR_JSON_OBJECT:
    default:
      return hr_json_cursor_refuse (cell, error, HR_ERROR_VALUE,
                                    _ ("must be a text, a number, true, false or null"));
    }
}

static gboolean
get_days (const HrJsonCursor *cell, gint32 *days, GError **error)
{
  g_autofree char *shown = NULL;
  const char *text;

  if (!hr_json_cursor_get_text (cell, &text, error))
    return FALSE;
  if (hr_date_parse (text, days))
    return TRUE;

  shown = hr_json_excerpt (text);
  return hr_json_cursor_refuse (cell, error, HR_ERROR_VALUE,
                                _ ("must be a date like 2027-03-31, not “%s”"), shown);
}

static gboolean
add_value (Column *column, const HrJsonCursor *cell, GError **error)
{
  const char *text;
  double number;
  gint64 minor;
  gint32 days;
  gboolean flag;

  switch (column->type)
    {
    case HR_COLUMN_TEXT:
      if (!hr_json_cursor_get_text (cell, &text, error))
        return FALSE;
      hr_column_builder_add_text (column->builder, text, strlen (text));
      return TRUE;
    case HR_COLUMN_NUMBER:
      if (!hr_json_cursor_get_number (cell, &number, error))
        return FALSE;
      hr_column_builder_add_number (column->builder, number);
      return TRUE;
    case HR_COLUMN_MONEY:
      if (!hr_json_cursor_get_money (cell, &minor, error))
        return FALSE;
      hr_column_builder_add_money (column->builder, minor);
      return TRUE;
    case HR_COLUMN_DATE:
      if (!get_days (cell, &days, error))
        return FALSE;
      hr_column_builder_add_days (column->builder, days);
      return TRUE;
    case HR_COLUMN_FLAG:
      if (!hr_json_cursor_get_flag (cell, &flag, error))
        return FALSE;
      hr_column_builder_add_flag (column->builder, flag);
      return TRUE;
    default:
      g_return_val_if_reached (FALSE);
    }
}

static void
fill_up (Column *column, gsize n)
{
  while (hr_column_builder_get_n (column->builder) < n)
    hr_column_builder_add_missing (column->builder);
}

/* @cursor: where the name is met first */
static Column *
meet_column (Table *self, const HrJsonCursor *cursor, const char *name, GError **error)
{
  if (self->declared)
    hr_json_cursor_refuse (cursor, error, HR_ERROR_SYNTAX,
                           _ ("“portfolio.columns” has no such column"));
  else if (self->columns->len == MAX_COLUMNS)
    hr_json_cursor_refuse (cursor, error, HR_ERROR_RANGE,
                           _ ("there are more than %d different fields"), MAX_COLUMNS);
  else
    return add_column (self, name);
  return NULL;
}

static gboolean
read_cell (Table *self, HrJsonCursor *cell, Column *column, GError **error)
{
  HrColumnType type = HR_COLUMN_TEXT;

  if (column == NULL)
    column = meet_column (self, cell, cell->key, error);
  if (column == NULL)
    return FALSE;
  if (column->rows > self->row)
    return hr_json_cursor_refuse (cell, error, HR_ERROR_DUPLICATE, _ ("comes twice"));

  column->rows = self->row + 1;
  if (hr_json_cursor_get_kind (cell) == HR_JSON_NULL)
    return TRUE;

  if (column->builder == NULL)
    {
      if (!get_type_of_value (cell, &type, error))
        return FALSE;
      set_type (column, type);
    }
  fill_up (column, self->row);
  return add_value (column, cell, error);
}

/* Says where the key of a column belongs. */
static gboolean
is_standard (const Column *column, const char *key)
{
  HrColumnType type;

  return column != NULL ? column->is_standard
                        : hr_portfolio_get_standard_type (key, &type);
}

static gboolean
read_fields (Table *self, HrJsonCursor *fields, GError **error)
{
  HrJsonCursor cell;

  if (!hr_json_cursor_expect (fields, HR_JSON_OBJECT, error))
    return FALSE;

  cell = hr_json_cursor_open (fields);
  while (hr_json_cursor_next (&cell))
    {
      Column *column = find_column (self, cell.key);

      if (is_standard (column, cell.key))
        return hr_json_cursor_refuse (&cell, error, HR_ERROR_SYNTAX,
                                      _ ("belongs beside “fields”, not in it"));
      if (!read_cell (self, &cell, column, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_account_id (Table *self, HrJsonCursor *account, GError **error)
{
  Column *id = g_hash_table_lookup (self->by_name, HR_COLUMN_ID);
  HrJsonCursor cursor;

  if (id != NULL && id->builder != NULL &&
      hr_column_builder_get_n (id->builder) > self->row)
    return TRUE;

  hr_json_cursor_find (account, HR_COLUMN_ID, &cursor);
  return hr_json_cursor_refuse (&cursor, error, HR_ERROR_VALUE, _ ("must be given"));
}

static gboolean
read_account (Table *self, HrJsonCursor *account, GError **error)
{
  HrJsonCursor cell;
  gboolean has_fields = FALSE;

  if (!hr_json_cursor_expect (account, HR_JSON_OBJECT, error))
    return FALSE;

  self->next = 0;
  cell = hr_json_cursor_open (account);
  while (hr_json_cursor_next (&cell))
    {
      gboolean is_fields = g_str_equal (cell.key, "fields");
      Column *column = is_fields ? NULL : find_column (self, cell.key);

      if (is_fields && has_fields)
        return hr_json_cursor_refuse (&cell, error, HR_ERROR_DUPLICATE,
                                      _ ("comes twice"));
      if (!is_fields && !is_standard (column, cell.key))
        return hr_json_cursor_refuse_key (&cell, ACCOUNT_KEYS, error);
      if (!(is_fields ? read_fields (self, &cell, error)
                      : read_cell (self, &cell, column, error)))
        return FALSE;
      has_fields |= is_fields;
    }
  return check_account_id (self, account, error);
}

static gboolean
read_accounts (Table *self, HrJsonCursor *accounts, GError **error)
{
  HrJsonCursor account;

  if (!hr_json_cursor_expect (accounts, HR_JSON_LIST, error))
    return FALSE;

  account = hr_json_cursor_open (accounts);
  for (; hr_json_cursor_next (&account); self->row++)
    {
      if (!read_account (self, &account, error))
        return FALSE;
      if (self->columns->len > MAX_CELLS / (self->row + 1))
        return hr_json_cursor_refuse (&account, error, HR_ERROR_RANGE,
                                      _ ("there are too many accounts with too many "
                                         "different fields"));
    }
  return TRUE;
}

static gboolean
read_column_type (HrJsonCursor *cursor, Column *column, GError **error)
{
  const char *nick;
  int type;

  if (!hr_json_cursor_get_text (cursor, &nick, error))
    return FALSE;
  if (!hr_enum_from_nick (HR_TYPE_COLUMN_TYPE, nick, &type))
    return hr_json_cursor_refuse_word (cursor, HR_TYPE_COLUMN_TYPE, error);
  if (column->is_standard && (int) column->type != type)
    return hr_json_cursor_refuse (
        cursor, error, HR_ERROR_VALUE, _ ("must be “%s” for the column “%s”"),
        hr_enum_to_nick (HR_TYPE_COLUMN_TYPE, (int) column->type), column->name);

  if (!column->is_standard)
    set_type (column, (HrColumnType) type);
  return TRUE;
}

static gboolean
declare_column (Table *self, HrJsonCursor *about, GError **error)
{
  HrJsonCursor name, type;
  const char *text;
  Column *column;

  if (!hr_json_cursor_expect (about, HR_JSON_OBJECT, error) ||
      !hr_json_cursor_check_keys (about, COLUMN_KEYS, error))
    return FALSE;
  if (!hr_json_cursor_find (about, "name", &name))
    return hr_json_cursor_refuse (&name, error, HR_ERROR_VALUE, _ ("must be given"));
  if (!hr_json_cursor_find (about, "type", &type))
    return hr_json_cursor_refuse (&type, error, HR_ERROR_VALUE, _ ("must be given"));
  if (!hr_json_cursor_get_text (&name, &text, error))
    return FALSE;
  if (find_column (self, text) != NULL)
    return hr_json_cursor_refuse (&name, error, HR_ERROR_DUPLICATE,
                                  _ ("there is already a column of this name"));

  column = meet_column (self, &name, text, error);
  return column != NULL && read_column_type (&type, column, error);
}

static gboolean
read_columns (Table *self, HrJsonCursor *columns, GError **error)
{
  HrJsonCursor column;

  if (!hr_json_cursor_expect (columns, HR_JSON_LIST, error))
    return FALSE;

  column = hr_json_cursor_open (columns);
  while (hr_json_cursor_next (&column))
    if (!declare_column (self, &column, error))
      return FALSE;
  self->declared = TRUE;
  return TRUE;
}

static gboolean
read_source (HrJsonCursor *about, const char *key, const char **text, GError **error)
{
  HrJsonCursor cursor;

  return !hr_json_cursor_find (about, key, &cursor) ||
         hr_json_cursor_get_kind (&cursor) == HR_JSON_NULL ||
         hr_json_cursor_get_text (&cursor, text, error);
}

static gboolean
read_about (Table *self,
            HrJsonCursor *about,
            const char **source,
            const char **imported_at,
            GError **error)
{
  HrJsonCursor cursor;

  if (!hr_json_cursor_expect (about, HR_JSON_OBJECT, error) ||
      !hr_json_cursor_check_keys (about, ABOUT_KEYS, error))
    return FALSE;
  if (!read_source (about, "source", source, error) ||
      !read_source (about, "imported_at", imported_at, error))
    return FALSE;
  return !hr_json_cursor_find (about, "columns", &cursor) ||
         read_columns (self, &cursor, error);
}

/* The portfolio knows only that an id comes twice; the person wants to know where. */
static gboolean
refuse_accounts (HrJsonCursor *accounts, GError *why, GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) taken = why;
  HrJsonCursor account = hr_json_cursor_open (accounts);

  while (hr_json_cursor_next (&account))
    {
      g_autofree char *shown = NULL;
      HrJsonCursor id;
      const char *text;

      if (!hr_json_cursor_find (&account, HR_COLUMN_ID, &id) ||
          !hr_json_cursor_get_text (&id, &text, error))
        return FALSE;
      if (*text == '\0')
        return hr_json_cursor_refuse (&id, error, HR_ERROR_VALUE,
                                      _ ("must not be empty"));
      if (!g_hash_table_add (ids, (gpointer) text))
        {
          shown = hr_json_excerpt (text);
          return hr_json_cursor_refuse (&id, error, HR_ERROR_DUPLICATE,
                                        _ ("there is already an account “%s”"), shown);
        }
    }
  return hr_json_cursor_refuse (accounts, error, (HrError) why->code, "%s", why->message);
}

static HrPortfolio *
make_portfolio (Table *self, const char *source, const char *imported_at, GError **error)
{
  g_autoptr (GPtrArray) columns =
      g_ptr_array_new_with_free_func ((GDestroyNotify) hr_column_unref);

  for (guint i = 0; i < self->columns->len; i++)
    {
      Column *column = g_ptr_array_index (self->columns, i);
      HrColumn *made;

      if (column->builder == NULL) /* only ever null */
        set_type (column, HR_COLUMN_TEXT);
      fill_up (column, self->row);
      made = hr_column_builder_end (g_steal_pointer (&column->builder), error);
      if (made == NULL)
        return NULL;
      g_ptr_array_add (columns, made);
    }
  return hr_portfolio_new ((HrColumn *const *) columns->pdata, columns->len, source,
                           imported_at, error);
}

/**
 * hr_json_read_portfolio:
 * @about: (nullable): a cursor at what is said of the accounts as a whole
 * @accounts: a cursor at the accounts
 * @portfolio: (out) (transfer full) (nullable): the portfolio; %NULL if there is none
 * @error: return location for a [error@Error]
 *
 * Reads the accounts. Where @about does not say which columns there are, the
 * values do: numbers, flags and text, in the order of their first coming.
 */
gboolean
hr_json_read_portfolio (HrJsonCursor *about,
                        HrJsonCursor *accounts,
                        HrPortfolio **portfolio,
                        GError **error)
{
  g_auto (Table) table = {
    .columns = g_ptr_array_new_with_free_func ((GDestroyNotify) column_free),
    .by_name = g_hash_table_new (g_str_hash, g_str_equal),
  };
  const char *source = NULL, *imported_at = NULL;
  g_autoptr (GError) why = NULL;

  *portfolio = NULL;
  if (about != NULL && !read_about (&table, about, &source, &imported_at, error))
    return FALSE;
  if (!read_accounts (&table, accounts, error))
    return FALSE;
  if (about == NULL && table.row == 0)
    return TRUE;

  *portfolio = make_portfolio (&table, source, imported_at, &why);
  return *portfolio != NULL || refuse_accounts (accounts, g_steal_pointer (&why), error);
}
