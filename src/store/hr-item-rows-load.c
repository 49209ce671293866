/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "hr-enums.h"
#include "hr-error.h"
#include "hr-item-rows.h"
#include "hr-portfolio-rows.h"

/* More faults than these are not worth the time. */
#define MAX_MENDS 1000

typedef struct
{
  HrSqlReader *reader;
  GHashTable *tables; /* (element-type utf8 GHashTable): table → id → item */
  const char *column; /* which is being read, for messages */
  HrPlan *plan;
} Loader;

/* Puts the place before an error: the table, the row and the column. */
static gboolean
place_error (GError **error, const char *table, const char *id, const char *column)
{
  g_prefix_error (error, "%s “%s”, %s: ", table, id, column);
  return FALSE;
}

static gboolean
refuse_value (GError **error, const char *found)
{
  g_set_error (error, HR_ERROR, HR_ERROR_VALUE, _ ("it cannot be “%s”"), found);
  return FALSE;
}

static gboolean
refuse_reference (GError **error, const char *id)
{
  g_set_error (error, HR_ERROR, HR_ERROR_REFERENCE, _ ("there is no “%s”"), id);
  return FALSE;
}

/* A value in words, for a message. */
static const char *
text_at (sqlite3_stmt *row, int column)
{
  const char *text = (const char *) sqlite3_column_text (row, column);

  return text != NULL && g_utf8_validate (text, -1, NULL) ? text : "?";
}

static gboolean
read_enum (
    HrSqlReader *reader, sqlite3_stmt *row, int column, GValue *value, GError **error)
{
  const char *nick;
  int found;

  if (!hr_sql_read_text (reader, row, column, &nick, error))
    return FALSE;
  if (!hr_enum_from_nick (G_VALUE_TYPE (value), nick, &found))
    return refuse_value (error, nick);
  g_value_set_enum (value, found);
  return TRUE;
}

static gboolean
read_rule (
    HrSqlReader *reader, sqlite3_stmt *row, int column, GValue *value, GError **error)
{
  const char *text;
  HrRule *rule;

  if (!hr_sql_read_text (reader, row, column, &text, error))
    return FALSE;
  rule = hr_rule_parse (text, error);
  g_value_take_boxed (value, rule);
  return rule != NULL;
}

static gboolean
read_whole_number (sqlite3_stmt *row,
                   int column,
                   gint64 low,
                   gint64 high,
                   gint64 *number,
                   GError **error)
{
  if (!hr_sql_read_integer (row, column, number, error))
    return FALSE;
  return (*number >= low && *number <= high) ||
         refuse_value (error, text_at (row, column));
}

static gboolean
read_portfolio (
    HrSqlReader *reader, sqlite3_stmt *row, int column, GValue *value, GError **error)
{
  gint64 generation = 0;
  HrPortfolio *portfolio;

  if (sqlite3_column_type (row, column) != SQLITE_NULL &&
      !read_whole_number (row, column, 1, G_MAXINT64, &generation, error))
    return FALSE;
  if (!hr_portfolio_rows_load (reader, generation, &portfolio, error))
    return FALSE;
  g_value_take_object (value, portfolio);
  return TRUE;
}

/* Reads a value as it is stored; whether the field takes it is not asked here. */
static gboolean
read_cell (HrSqlReader *reader,
           sqlite3_stmt *row,
           int column,
           const HrField *field,
           GValue *value,
           GError **error)
{
  const char *text;
  gint64 number;

  switch (field->kind)
    {
    case HR_FIELD_TEXT:
    case HR_FIELD_REF:
      if (!hr_sql_read_text (reader, row, column, &text, error))
        return FALSE;
      g_value_set_string (value, text);
      return TRUE;
    case HR_FIELD_ENUM:
      return read_enum (reader, row, column, value, error);
    case HR_FIELD_RULE:
      return read_rule (reader, row, column, value, error);
    case HR_FIELD_FLAG:
      if (!read_whole_number (row, column, FALSE, TRUE, &number, error))
        return FALSE;
      g_value_set_boolean (value, (gboolean) number);
      return TRUE;
    case HR_FIELD_INTEGER:
      if (!read_whole_number (row, column, G_MININT, G_MAXINT, &number, error))
        return FALSE;
      g_value_set_int (value, (int) number);
      return TRUE;
    case HR_FIELD_MONEY:
      if (!read_whole_number (row, column, HR_MONEY_NONE + 1, G_MAXINT64, &number, error))
        return FALSE;
      g_value_set_int64 (value, number);
      return TRUE;
    case HR_FIELD_NUMBER:
      if (!hr_sql_check_class (row, column, SQLITE_FLOAT, error))
        return FALSE;
      g_value_set_double (value, sqlite3_column_double (row, column));
      return TRUE;
    case HR_FIELD_PORTFOLIO:
      return read_portfolio (reader, row, column, value, error);
    case HR_FIELD_REFS:
    case HR_FIELD_TAGS:
    case HR_FIELD_LIST:
    default:
      g_return_val_if_reached (FALSE);
    }
}

static void
set_open (const HrField *field, GValue *value)
{
  if (field->kind == HR_FIELD_NUMBER)
    g_value_set_double (value, NAN);
  else if (field->kind == HR_FIELD_MONEY)
    g_value_set_int64 (value, HR_MONEY_NONE);
}

static gboolean
load_field (HrSqlReader *reader,
            sqlite3_stmt *row,
            int column,
            HrItem *item,
            const HrField *field,
            GError **error)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, hr_field_get_value_type (field));
  if (sqlite3_column_type (row, column) == SQLITE_NULL &&
      hr_item_rows_may_be_null (field) && field->kind != HR_FIELD_PORTFOLIO)
    set_open (field, &value);
  else if (!read_cell (reader, row, column, field, &value, error))
    return FALSE;

  if (!hr_field_check (field, &value, error))
    return FALSE;
  g_object_set_property (G_OBJECT (item), field->name, &value);
  return TRUE;
}

/* What cannot be read of an item that is salvaged keeps its default. */
static gboolean
lose_field (Loader *self, HrItem *item, GError **error)
{
  g_autofree char *table = hr_item_rows_get_table (G_OBJECT_TYPE (item));

  if (self->reader->losses == NULL)
    return FALSE;
  place_error (error, table, hr_item_get_id (item), self->column);
  return hr_sql_forgive (self->reader, error);
}

/* Reads the columns of a row that are its own, not where it stands. */
static HrItem *
load_item (Loader *self, sqlite3_stmt *row, GType type, GError **error)
{
  g_autoptr (HrItem) item = NULL;
  const char *id;
  guint n_fields;
  const HrField *fields = hr_item_type_get_fields (type, &n_fields);
  int column = 0;

  self->column = sqlite3_column_name (row, column);
  if (!hr_sql_read_text (self->reader, row, column, &id, error) ||
      (*id == '\0' && !refuse_value (error, id)))
    return NULL;

  item = hr_item_new (type, id);
  for (guint i = 0; i < n_fields; i++)
    if (hr_item_rows_is_column (&fields[i]))
      {
        self->column = sqlite3_column_name (row, ++column);
        if (!load_field (self->reader, row, column, item, &fields[i], error) &&
            !lose_field (self, item, error))
          return NULL;
      }
  return g_steal_pointer (&item);
}

/* Puts an item where its row says: its owner must be there, and the place be the next. */
static gboolean
append_item (Loader *self,
             sqlite3_stmt *row,
             HrItem *item,
             GHashTable *owners,
             const HrField *field,
             GError **error)
{
  int column = sqlite3_column_count (row) - 2;
  const char *id;
  gint64 position;
  HrItem *owner;
  HrList *list;

  self->column = "parent";
  if (!hr_sql_read_text (self->reader, row, column, &id, error))
    return FALSE;
  owner = g_hash_table_lookup (owners, id);
  if (owner == NULL && self->reader->losses != NULL &&
      owners == g_hash_table_lookup (self->tables, "plan"))
    owner = HR_ITEM (self->plan); /* of which there is one, whatever its id was */
  if (owner == NULL)
    return refuse_reference (error, id);

  self->column = "position";
  list = hr_item_get_list (owner, field);
  if (!hr_sql_read_integer (row, column + 1, &position, error))
    return FALSE;
  if (position != hr_list_get_n (list) && self->reader->losses == NULL)
    return refuse_value (error, text_at (row, column + 1));
  hr_list_append (list, item);
  return TRUE;
}

static gboolean load_lists (Loader *self, GType type, GError **error);
static gboolean
load_links (Loader *self, GType type, const HrField *field, GError **error);

static gboolean
end_table (Loader *self, const char *table, int code, GError **error)
{
  if (code == SQLITE_DONE)
    return TRUE;
  if (self->reader->losses != NULL)
    g_prefix_error (error, _ ("the rest of the table “%s”: "), table);
  return hr_sql_forgive (self->reader, error);
}

/* All items of a type at once: those of one owner come in their order. */
static gboolean
load_list (Loader *self, GHashTable *owners, const HrField *field, GError **error)
{
  GType type = field->type ();
  char *table = hr_item_rows_get_table (type);
  g_autofree char *columns = hr_item_rows_list_columns (type);
  g_autofree char *sql = g_strdup_printf (
      "SELECT %s FROM \"%s\" ORDER BY \"parent\", \"position\"", columns, table);
  g_autoptr (sqlite3_stmt) row = hr_sql_prepare (self->reader->db, sql, error);
  GHashTable *items = g_hash_table_new (g_str_hash, g_str_equal);
  int code;

  g_hash_table_insert (self->tables, table, items);
  if (row == NULL)
    return hr_sql_forgive (self->reader, error);
  if (g_cancellable_set_error_if_cancelled (self->reader->cancellable, error))
    return FALSE;

  while ((code = hr_sql_step (row, error)) == SQLITE_ROW)
    {
      g_autoptr (HrItem) item = load_item (self, row, type, error);

      if (item != NULL && append_item (self, row, item, owners, field, error))
        {
          g_hash_table_insert (items, (char *) hr_item_get_id (item), item);
          continue;
        }
      place_error (error, table, text_at (row, 0), self->column);
      if (!hr_sql_forgive (self->reader, error))
        return FALSE;
    }
  return end_table (self, table, code, error) && load_lists (self, type, error);
}

/* What the items of a type own: links and lists. */
static gboolean
load_lists (Loader *self, GType type, GError **error)
{
  g_autofree char *table = hr_item_rows_get_table (type);
  GHashTable *owners = g_hash_table_lookup (self->tables, table);
  guint n_fields;
  const HrField *fields = hr_item_type_get_fields (type, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if ((fields[i].kind == HR_FIELD_REFS &&
         !load_links (self, type, &fields[i], error)) ||
        (fields[i].kind == HR_FIELD_LIST && !load_list (self, owners, &fields[i], error)))
      return FALSE;
  return TRUE;
}

static void
set_ids (HrItem *item, const HrField *field, GPtrArray *ids)
{
  if (item == NULL)
    return;
  g_ptr_array_add (ids, NULL);
  g_object_set (item, field->name, ids->pdata, NULL);
  g_ptr_array_set_size (ids, 0);
}

/* Adds a link to @ids, which hold those of @item so far; another item begins anew. */
static gboolean
load_link (Loader *self,
           sqlite3_stmt *row,
           const HrField *field,
           GHashTable *items,
           HrItem **item,
           GPtrArray *ids,
           GError **error)
{
  const char *id, *target;
  gint64 position;
  HrItem *next;

  self->column = "item";
  if (!hr_sql_read_text (self->reader, row, 0, &id, error))
    return FALSE;
  next = g_hash_table_lookup (items, id);
  if (next == NULL)
    return refuse_reference (error, id);
  if (next != *item)
    set_ids (*item, field, ids);
  *item = next;

  self->column = "position";
  if (!hr_sql_read_integer (row, 1, &position, error))
    return FALSE;
  if (position != ids->len && self->reader->losses == NULL)
    return refuse_value (error, text_at (row, 1));

  self->column = "target";
  if (!hr_sql_read_text (self->reader, row, 2, &target, error))
    return FALSE;
  g_ptr_array_add (ids, g_strdup (target));
  return TRUE;
}

/* The links of one item come together and in their order. */
static gboolean
load_links (Loader *self, GType type, const HrField *field, GError **error)
{
  g_autofree char *table = hr_item_rows_get_table (type);
  g_autofree char *links = hr_item_rows_get_link_table (type, field);
  g_autofree char *sql = g_strdup_printf (
      "SELECT item, position, target FROM \"%s\" ORDER BY item, position", links);
  g_autoptr (sqlite3_stmt) row = hr_sql_prepare (self->reader->db, sql, error);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  GHashTable *items = g_hash_table_lookup (self->tables, table);
  HrItem *item = NULL;
  int code;

  if (row == NULL)
    return hr_sql_forgive (self->reader, error);

  while ((code = hr_sql_step (row, error)) == SQLITE_ROW)
    if (!load_link (self, row, field, items, &item, ids, error))
      {
        place_error (error, links, text_at (row, 0), self->column);
        if (!hr_sql_forgive (self->reader, error))
          return FALSE;
      }
  set_ids (item, field, ids);
  return end_table (self, links, code, error);
}

static gboolean
read_tag (Loader *self, sqlite3_stmt *row, HrTag *tag, GError **error)
{
  const char *nick;
  gint64 year;
  int kind;

  if (!hr_sql_read_text (self->reader, row, 3, &nick, error) ||
      !read_whole_number (row, 4, G_MININT, G_MAXINT, &year, error) ||
      (sqlite3_column_type (row, 5) != SQLITE_NULL &&
       !hr_sql_read_text (self->reader, row, 5, &tag->source, error)))
    return FALSE;
  if (!hr_enum_from_nick (HR_TYPE_TAG_KIND, nick, &kind))
    return refuse_value (error, nick);
  tag->kind = (HrTagKind) kind;
  tag->year = (int) year;
  return TRUE;
}

static gboolean
load_tag (Loader *self, sqlite3_stmt *row, GError **error)
{
  HrTag tag = { 0 };
  const char *table, *id, *property;
  GHashTable *items;
  HrItem *item;
  g_autoptr (HrTags) tags = NULL;

  if (!hr_sql_read_text (self->reader, row, 0, &table, error) ||
      !hr_sql_read_text (self->reader, row, 1, &id, error) ||
      !hr_sql_read_text (self->reader, row, 2, &property, error) ||
      !read_tag (self, row, &tag, error))
    return FALSE;

  items = g_hash_table_lookup (self->tables, table);
  item = items != NULL ? g_hash_table_lookup (items, id) : NULL;
  if (item == NULL)
    return refuse_reference (error, id);
  if (hr_item_find_field (item, property) == NULL)
    return refuse_reference (error, property);
  tags = hr_tags_with (hr_item_get_tags (item), property, &tag);
  g_object_set (item, "tags", tags, NULL);
  return TRUE;
}

static gboolean
load_tags (Loader *self, GError **error)
{
  g_autoptr (sqlite3_stmt) row = hr_sql_prepare (
      self->reader->db,
      "SELECT item_type, item_id, property, kind, year, source FROM tag", error);
  int code;

  if (row == NULL)
    return hr_sql_forgive (self->reader, error);

  while ((code = hr_sql_step (row, error)) == SQLITE_ROW)
    if (!load_tag (self, row, error))
      {
        place_error (error, "tag", text_at (row, 1), text_at (row, 2));
        if (!hr_sql_forgive (self->reader, error))
          return FALSE;
      }
  return end_table (self, "tag", code, error);
}

static gboolean
load_plan (Loader *self, HrPlan **plan, GError **error)
{
  g_autofree char *columns = hr_item_rows_list_columns (HR_TYPE_PLAN);
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM plan", columns);
  g_autoptr (sqlite3_stmt) row = hr_sql_prepare (self->reader->db, sql, error);
  GHashTable *items = g_hash_table_new (g_str_hash, g_str_equal);
  int code;

  g_hash_table_insert (self->tables, hr_item_rows_get_table (HR_TYPE_PLAN), items);
  if (row == NULL)
    return FALSE;

  code = hr_sql_step (row, error);
  if (code == SQLITE_ROW)
    {
      *plan = (HrPlan *) load_item (self, row, HR_TYPE_PLAN, error);
      if (*plan == NULL)
        return place_error (error, "plan", text_at (row, 0), self->column);
      g_hash_table_insert (items, (char *) hr_item_get_id (*plan), *plan);
      code = hr_sql_step (row, error);
      if (code == SQLITE_DONE)
        return TRUE;
    }
  if (code == SQLITE_ROW || code == SQLITE_DONE)
    g_set_error_literal (error, HR_ERROR, HR_ERROR_SYNTAX,
                         _ ("the table “plan” does not have one row"));
  return FALSE;
}

static gboolean
check_plan (HrPlan *plan, GError **error)
{
  gpointer item;
  const HrField *field;
  g_autofree char *table = NULL;
  g_autofree char *column = NULL;

  if (hr_plan_check_where (plan, &item, &field, error))
    return TRUE;
  if (field == NULL)
    return FALSE;

  table = hr_item_rows_get_table (G_OBJECT_TYPE (item));
  column = hr_item_rows_get_column (field);
  return place_error (error, table, hr_item_get_id (item), column);
}

static gboolean
lose_plan (Loader *self, HrPlan **plan, GError **error)
{
  if (!hr_sql_forgive (self->reader, error))
    return FALSE;
  if (*plan == NULL)
    *plan = hr_plan_new (_ ("Recovered Plan"));
  return TRUE;
}

/* Lets go of what is at fault: a reference that leads nowhere, or else the whole item. */
static gboolean
mend_item (HrPlan *plan, HrItem *item, const HrField *field)
{
  g_auto (GValue) nothing = G_VALUE_INIT;
  HrList *owner;
  guint position;

  if (field != NULL && (field->flags & HR_FIELD_REQUIRED) == 0 &&
      (field->kind == HR_FIELD_REF || field->kind == HR_FIELD_REFS))
    {
      g_value_init (&nothing, hr_field_get_value_type (field));
      if (field->kind == HR_FIELD_REFS)
        g_value_take_boxed (&nothing, g_new0 (char *, 1));
      g_object_set_property (G_OBJECT (item), field->name, &nothing);
      return TRUE;
    }
  owner = hr_plan_find_owner (plan, item);
  if (owner == NULL || !hr_list_get_position (owner, item, &position))
    return FALSE;
  g_object_unref (hr_list_steal (owner, position));
  return TRUE;
}

static gboolean
mend_plan (HrSqlReader *reader, HrPlan *plan, GError **error)
{
  for (guint i = 0; i < MAX_MENDS; i++)
    {
      gpointer item;
      const HrField *field;

      if (hr_plan_check_where (plan, &item, &field, error))
        return TRUE;
      if (item == NULL)
        return FALSE;
      g_prefix_error (error, "%s: ", hr_item_get_name (item));
      if (!hr_sql_forgive (reader, error) || !mend_item (plan, item, field))
        break;
    }
  g_clear_error (error);
  g_set_error_literal (error, HR_ERROR, HR_ERROR_SYNTAX, _ ("too much is damaged"));
  return FALSE;
}

/**
 * hr_item_rows_load:
 * @reader: where the plan is read from
 * @error: return location for a [error@Error]; not %NULL where losses are forgiven
 *
 * Reads a plan whole and checks all that a plan must hold.
 *
 * Returns: (transfer full) (nullable): the plan; on failure @error names the table, the
 *   row's id and the column
 */
HrPlan *
hr_item_rows_load (HrSqlReader *reader, GError **error)
{
  g_autoptr (GHashTable) tables = g_hash_table_new_full (
      g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);
  g_autoptr (HrPlan) plan = NULL;
  Loader loader = { reader, tables };

  if (!load_plan (&loader, &plan, error) && !lose_plan (&loader, &plan, error))
    return NULL;
  loader.plan = plan;
  if (!load_lists (&loader, HR_TYPE_PLAN, error) || !load_tags (&loader, error) ||
      !(reader->losses == NULL ? check_plan (plan, error)
                               : mend_plan (reader, plan, error)))
    return NULL;
  return g_steal_pointer (&plan);
}
