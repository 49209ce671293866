/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-enums.h"
#include "hr-item-rows.h"
#include "hr-portfolio-rows.h"

/* The plan's portfolio, of which there is one today. */
#define GENERATION 1

typedef struct
{
  sqlite3 *db;
  GCancellable *cancellable;
  sqlite3_stmt *tag; /* inserts one */
} Writer;

static sqlite3_stmt *
prepare_insert (sqlite3 *db, GType type, GError **error)
{
  g_autofree char *table = hr_item_rows_get_table (type);
  g_autofree char *columns = hr_item_rows_list_columns (type);
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_printf (sql, "INSERT INTO \"%s\" (%s) VALUES (?", table, columns);
  for (const char *c = columns; *c != '\0'; c++)
    if (*c == ',')
      g_string_append (sql, ", ?");
  g_string_append_c (sql, ')');
  return hr_sql_prepare (db, sql->str, error);
}

/* What cannot be bound, being too long, is left NULL, which no column for texts takes. */
static void
bind_member (sqlite3_stmt *insert, int parameter, HrItem *item, const HrField *field)
{
  gconstpointer member = hr_item_member (item, field);

  sqlite3_bind_null (insert, parameter);
  switch (field->kind)
    {
    case HR_FIELD_TEXT:
    case HR_FIELD_REF:
      hr_sql_bind_text (insert, parameter, *(char *const *) member);
      break;
    case HR_FIELD_ENUM:
      hr_sql_bind_text (insert, parameter,
                        hr_enum_to_nick (field->type (), *(const int *) member));
      break;
    case HR_FIELD_FLAG:
      sqlite3_bind_int (insert, parameter, *(const gboolean *) member != FALSE);
      break;
    case HR_FIELD_INTEGER:
      sqlite3_bind_int (insert, parameter, *(const int *) member);
      break;
    case HR_FIELD_NUMBER: /* NAN becomes NULL */
      sqlite3_bind_double (insert, parameter, *(const double *) member);
      break;
    case HR_FIELD_MONEY:
      if (*(const gint64 *) member != HR_MONEY_NONE)
        sqlite3_bind_int64 (insert, parameter, *(const gint64 *) member);
      break;
    case HR_FIELD_RULE:
      sqlite3_bind_text (insert, parameter,
                         hr_rule_to_text (*(const HrRule *const *) member), -1, g_free);
      break;
    case HR_FIELD_PORTFOLIO:
      if (*(const gpointer *) member != NULL)
        sqlite3_bind_int64 (insert, parameter, GENERATION);
      break;
    case HR_FIELD_REFS:
    case HR_FIELD_TAGS:
    case HR_FIELD_LIST:
    default:
      g_return_if_reached ();
    }
}

static gboolean
save_row (
    sqlite3_stmt *insert, HrItem *item, HrItem *owner, guint position, GError **error)
{
  guint n_fields;
  const HrField *fields = hr_item_type_get_fields (G_OBJECT_TYPE (item), &n_fields);
  int parameter = 1;

  hr_sql_bind_text (insert, parameter, hr_item_get_id (item));
  for (guint i = 0; i < n_fields; i++)
    if (hr_item_rows_is_column (&fields[i]))
      bind_member (insert, ++parameter, item, &fields[i]);
  if (owner != NULL)
    {
      hr_sql_bind_text (insert, ++parameter, hr_item_get_id (owner));
      sqlite3_bind_int64 (insert, ++parameter, position);
    }
  return hr_sql_insert (insert, error);
}

static gboolean
save_tags (Writer *self, HrItem *item, GError **error)
{
  HrTags *tags = hr_item_get_tags (item);
  g_autofree char *table = hr_item_rows_get_table (G_OBJECT_TYPE (item));

  for (guint i = 0; i < hr_tags_get_n (tags); i++)
    {
      const char *property;
      const HrTag *tag = hr_tags_get_nth (tags, i, &property);

      hr_sql_bind_text (self->tag, 1, table);
      hr_sql_bind_text (self->tag, 2, hr_item_get_id (item));
      hr_sql_bind_text (self->tag, 3, property);
      hr_sql_bind_text (self->tag, 4,
                        hr_enum_to_nick (HR_TYPE_TAG_KIND, (int) tag->kind));
      sqlite3_bind_int (self->tag, 5, tag->year);
      if (!hr_sql_bind_text (self->tag, 6, tag->source))
        return hr_sql_fail (self->db, error);
      if (!hr_sql_insert (self->tag, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
save_links (Writer *self, HrItem *item, const HrField *field, GError **error)
{
  char *const *ids = *(char *const *const *) hr_item_member (item, field);
  g_autofree char *table = hr_item_rows_get_link_table (G_OBJECT_TYPE (item), field);
  g_autofree char *sql = g_strdup_printf (
      "INSERT INTO \"%s\" (item, position, target) VALUES (?, ?, ?)", table);
  g_autoptr (sqlite3_stmt) insert = hr_sql_prepare (self->db, sql, error);

  if (insert == NULL)
    return FALSE;

  for (int i = 0; ids[i] != NULL; i++)
    {
      hr_sql_bind_text (insert, 1, hr_item_get_id (item));
      sqlite3_bind_int (insert, 2, i);
      hr_sql_bind_text (insert, 3, ids[i]);
      if (!hr_sql_insert (insert, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
save_list (Writer *self, HrItem *owner, const HrField *field, GError **error);

static gboolean
save_item (Writer *self,
           sqlite3_stmt *insert,
           HrItem *item,
           HrItem *owner,
           guint position,
           GError **error)
{
  guint n_fields;
  const HrField *fields = hr_item_type_get_fields (G_OBJECT_TYPE (item), &n_fields);

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error) ||
      !save_row (insert, item, owner, position, error) || !save_tags (self, item, error))
    return FALSE;

  for (guint i = 0; i < n_fields; i++)
    if ((fields[i].kind == HR_FIELD_REFS &&
         !save_links (self, item, &fields[i], error)) ||
        (fields[i].kind == HR_FIELD_LIST && !save_list (self, item, &fields[i], error)))
      return FALSE;
  return TRUE;
}

static gboolean
save_list (Writer *self, HrItem *owner, const HrField *field, GError **error)
{
  HrList *list = hr_item_get_list (owner, field);
  g_autoptr (sqlite3_stmt) insert = prepare_insert (self->db, field->type (), error);

  if (insert == NULL)
    return FALSE;

  for (guint i = 0; i < hr_list_get_n (list); i++)
    if (!save_item (self, insert, hr_list_get (list, i), owner, i, error))
      return FALSE;
  return TRUE;
}

/**
 * hr_item_rows_save:
 * @db: a database with the tables of a plan, in a transaction
 * @plan: a valid plan
 * @cancellable: (nullable): may end the writing
 * @error: return location for a [error@Error]
 *
 * Writes a plan whole.
 */
gboolean
hr_item_rows_save (sqlite3 *db, HrPlan *plan, GCancellable *cancellable, GError **error)
{
  g_autoptr (sqlite3_stmt) insert = prepare_insert (db, HR_TYPE_PLAN, error);
  g_autoptr (sqlite3_stmt) tag = NULL;
  Writer writer = { db, cancellable, NULL };

  if (insert == NULL)
    return FALSE;
  tag = hr_sql_prepare (db,
                        "INSERT INTO tag"
                        " (item_type, item_id, property, kind, year, source)"
                        " VALUES (?, ?, ?, ?, ?, ?)",
                        error);
  if (tag == NULL)
    return FALSE;

  writer.tag = tag;
  return save_item (&writer, insert, HR_ITEM (plan), NULL, 0, error) &&
         (plan->portfolio == NULL ||
          hr_portfolio_rows_save (db, plan->portfolio, GENERATION, cancellable, error));
}
