/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-json-item.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "hr-enums.h"
#include "hr-json-rule.h"
#include "hr-persona.h"
#include "hr-plan.h"
#include "hr-playbook.h"
#include "hr-role.h"
#include "hr-stage.h"

static const char *const TAG_KEYS[] = { "kind", "source", "year", NULL };

/* The items that have been read are kept in a set by type and id: no two may be the
 * same, and references lead to them. */
static guint
hash_item (gconstpointer item)
{
  return g_direct_hash (hr_item_get_id (item)) ^
         g_direct_hash ((gpointer) G_OBJECT_TYPE (item));
}

static gboolean
same_identity (gconstpointer a, gconstpointer b)
{
  return hr_item_get_id (a) == hr_item_get_id (b) &&
         G_OBJECT_TYPE (a) == G_OBJECT_TYPE (b);
}

/* The keys of an object that is an item, or of one that is a group of its fields. */
static char **
list_keys (GType type, const char *group)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  const char *before = NULL;
  guint n_fields;
  const HrField *fields = hr_item_type_get_fields (type, &n_fields);

  if (group == NULL)
    g_strv_builder_add_many (keys, "id", "tags", NULL);
  if (group == NULL && type == HR_TYPE_PLAN)
    g_strv_builder_add_many (keys, "format", "version", "accounts", NULL);

  for (guint i = 0; i < n_fields; i++)
    {
      if (fields[i].group == group)
        g_strv_builder_add (keys, fields[i].key);
      else if (group == NULL && fields[i].group != before)
        g_strv_builder_add (keys, fields[i].group);
      before = fields[i].group;
    }
  return g_strv_builder_end (keys);
}

static const HrField *
find_field (GType type, const char *group, const char *key)
{
  guint n_fields;
  const HrField *fields = hr_item_type_get_fields (type, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (fields[i].group == group && g_str_equal (fields[i].key, key))
      return &fields[i];
  return NULL;
}

/* (transfer none) (nullable): as the fields have it */
static const char *
find_group (GType type, const char *key)
{
  guint n_fields;
  const HrField *fields = hr_item_type_get_fields (type, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (g_strcmp0 (fields[i].group, key) == 0)
      return fields[i].group;
  return NULL;
}

static gboolean
read_number (HrJsonCursor *cursor, const HrField *field, GValue *value, GError **error)
{
  double number = NAN;
  gint64 minor = HR_MONEY_NONE;
  gboolean open = (field->flags & HR_FIELD_OPTIONAL) != 0 &&
                  hr_json_cursor_get_kind (cursor) == HR_JSON_NULL;

  if (field->kind == HR_FIELD_MONEY)
    {
      if (!open && !hr_json_cursor_get_money (cursor, &minor, error))
        return FALSE;
      g_value_set_int64 (value, minor);
      return TRUE;
    }
  if (!open && !hr_json_cursor_get_number (cursor, &number, error))
    return FALSE;
  g_value_set_double (value, number);
  return TRUE;
}

static gboolean
read_word (HrJsonCursor *cursor, GType type, int *value, GError **error)
{
  const char *nick;

  return hr_json_cursor_get_text (cursor, &nick, error) &&
         (hr_enum_from_nick (type, nick, value) ||
          hr_json_cursor_refuse_word (cursor, type, error));
}

static gboolean
read_ref (HrJsonCursor *cursor, const HrField *field, GValue *value, GError **error)
{
  const char *id;

  if (hr_json_cursor_get_kind (cursor) == HR_JSON_NULL &&
      (field->flags & HR_FIELD_REQUIRED) == 0)
    return TRUE;
  if (!hr_json_cursor_get_text (cursor, &id, error))
    return FALSE;
  g_value_set_string (value, id);
  return TRUE;
}

static gboolean
read_refs (HrJsonCursor *cursor, GValue *value, GError **error)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  HrJsonCursor member;
  const char *id;

  if (!hr_json_cursor_expect (cursor, HR_JSON_LIST, error))
    return FALSE;

  member = hr_json_cursor_open (cursor);
  while (hr_json_cursor_next (&member))
    {
      if (!hr_json_cursor_get_text (&member, &id, error))
        return FALSE;
      g_strv_builder_add (ids, id);
    }
  g_value_take_boxed (value, g_strv_builder_end (ids));
  return TRUE;
}

static gboolean
read_value (HrJsonCursor *cursor, const HrField *field, GValue *value, GError **error)
{
  const char *text;
  gboolean flag;
  int integer;

  switch (field->kind)
    {
    case HR_FIELD_TEXT:
      if (!hr_json_cursor_get_text (cursor, &text, error))
        return FALSE;
      g_value_set_string (value, text);
      return TRUE;
    case HR_FIELD_ENUM:
      if (!read_word (cursor, field->type (), &integer, error))
        return FALSE;
      g_value_set_enum (value, integer);
      return TRUE;
    case HR_FIELD_FLAG:
      if (!hr_json_cursor_get_flag (cursor, &flag, error))
        return FALSE;
      g_value_set_boolean (value, flag);
      return TRUE;
    case HR_FIELD_INTEGER:
      if (!hr_json_cursor_get_integer (cursor, &integer, error))
        return FALSE;
      g_value_set_int (value, integer);
      return TRUE;
    case HR_FIELD_NUMBER:
    case HR_FIELD_MONEY:
      return read_number (cursor, field, value, error);
    case HR_FIELD_REF:
      return read_ref (cursor, field, value, error);
    case HR_FIELD_REFS:
      return read_refs (cursor, value, error);
    case HR_FIELD_RULE:
      g_value_take_boxed (value, hr_json_read_rule (cursor, error));
      return g_value_get_boxed (value) != NULL;
    case HR_FIELD_PORTFOLIO:
    case HR_FIELD_TAGS:
    case HR_FIELD_LIST:
    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
read_field (HrJsonCursor *cursor, gpointer item, const HrField *field, GError **error)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) why = NULL;

  g_value_init (&value, hr_field_get_value_type (field));
  if (!read_value (cursor, field, &value, error))
    return FALSE;
  if (!hr_field_check (field, &value, &why))
    return hr_json_cursor_refuse (cursor, error, (HrError) why->code, "%s", why->message);

  g_object_set_property (item, field->name, &value);
  return TRUE;
}

/* In tags, a field of a group is called "limits.arr_per_fte". */
static const HrField *
find_tagged_field (GType type, const char *key)
{
  const char *dot = strchr (key, '.');
  g_autofree char *group = dot != NULL ? g_strndup (key, (gsize) (dot - key)) : NULL;

  if (group == NULL)
    return find_field (type, NULL, key);
  return find_group (type, group) != NULL
             ? find_field (type, find_group (type, group), dot + 1)
             : NULL;
}

static gboolean
read_tag (HrJsonCursor *cursor, HrTag *tag, GError **error)
{
  HrJsonCursor member;
  int kind;

  if (!hr_json_cursor_expect (cursor, HR_JSON_OBJECT, error) ||
      !hr_json_cursor_check_keys (cursor, TAG_KEYS, error))
    return FALSE;
  if (!hr_json_cursor_find (cursor, "kind", &member))
    return hr_json_cursor_refuse (&member, error, HR_ERROR_VALUE, _ ("must be given"));
  if (!read_word (&member, HR_TYPE_TAG_KIND, &kind, error))
    return FALSE;
  tag->kind = (HrTagKind) kind;

  return (!hr_json_cursor_find (cursor, "source", &member) ||
          hr_json_cursor_get_text (&member, &tag->source, error)) &&
         (!hr_json_cursor_find (cursor, "year", &member) ||
          hr_json_cursor_get_integer (&member, &tag->year, error));
}

static gboolean
read_tags (HrJsonCursor *cursor, gpointer item, GError **error)
{
  g_autoptr (HrTags) tags = NULL;
  HrJsonCursor member;

  if (!hr_json_cursor_expect (cursor, HR_JSON_OBJECT, error))
    return FALSE;

  member = hr_json_cursor_open (cursor);
  while (hr_json_cursor_next (&member))
    {
      const HrField *field = find_tagged_field (G_OBJECT_TYPE (item), member.key);
      g_autoptr (HrTags) before = g_steal_pointer (&tags);
      HrTag tag = { 0 };

      if (field == NULL || field->kind == HR_FIELD_LIST)
        return hr_json_cursor_refuse (&member, error, HR_ERROR_SYNTAX, _ ("unknown key"));
      if (hr_tags_get (before, field->name) != NULL)
        return hr_json_cursor_refuse (&member, error, HR_ERROR_DUPLICATE,
                                      _ ("comes twice"));
      if (!read_tag (&member, &tag, error))
        return FALSE;
      tags = hr_tags_with (before, field->name, &tag);
    }
  g_object_set (item, "tags", tags, NULL);
  return TRUE;
}

static gpointer
read_item (HrJsonCursor *cursor, GType type, GHashTable *items, GError **error);

static gboolean
read_list (HrJsonCursor *cursor, HrList *list, GHashTable *items, GError **error)
{
  HrJsonCursor member;

  if (!hr_json_cursor_expect (cursor, HR_JSON_LIST, error))
    return FALSE;

  member = hr_json_cursor_open (cursor);
  while (hr_json_cursor_next (&member))
    {
      g_autoptr (HrItem) item =
          read_item (&member, hr_list_get_item_type (list), items, error);

      if (item == NULL)
        return FALSE;
      hr_list_append (list, item);
    }
  return TRUE;
}

/* @group: (nullable): the group of fields that the object is, if it is not the item */
static gboolean
read_object (HrJsonCursor *object,
             gpointer item,
             const char *group,
             GHashTable *items,
             GError **error)
{
  GType type = G_OBJECT_TYPE (item);
  g_auto (GStrv) keys = list_keys (type, group);
  HrJsonCursor cursor;
  gboolean good = hr_json_cursor_expect (object, HR_JSON_OBJECT, error) &&
                  hr_json_cursor_check_keys (object, (const char *const *) keys, error);

  cursor = hr_json_cursor_open (object);
  while (good && hr_json_cursor_next (&cursor))
    {
      const HrField *field = find_field (type, group, cursor.key);

      if (field != NULL && field->kind == HR_FIELD_LIST)
        good = read_list (&cursor, hr_item_get_list (item, field), items, error);
      else if (field != NULL && field->kind != HR_FIELD_PORTFOLIO)
        good = read_field (&cursor, item, field, error);
      else if (group == NULL && g_str_equal (cursor.key, "tags"))
        good = read_tags (&cursor, item, error);
      else if (group == NULL && find_group (type, cursor.key) != NULL)
        good = read_object (&cursor, item, find_group (type, cursor.key), items, error);
    }
  return good;
}

/* Text and references that must not be empty have no default. */
static gboolean
check_required (HrJsonCursor *object, gpointer item, GError **error)
{
  guint n_fields;
  const HrField *fields = hr_item_type_get_fields (G_OBJECT_TYPE (item), &n_fields);
  HrJsonCursor cursor;

  for (guint i = 0; i < n_fields; i++)
    if ((fields[i].flags & HR_FIELD_REQUIRED) != 0 && fields[i].text == NULL &&
        !hr_json_cursor_find (object, fields[i].key, &cursor))
      return hr_json_cursor_refuse (&cursor, error, HR_ERROR_VALUE, _ ("must be given"));
  return TRUE;
}

/* An id is made for what nothing can refer to. */
static gboolean
read_id (HrJsonCursor *object, GType type, const char **id, GError **error)
{
  const GType named[] = { HR_TYPE_ROLE, HR_TYPE_STAGE, HR_TYPE_PERSONA, HR_TYPE_SEGMENT,
                          HR_TYPE_PLAYBOOK };
  HrJsonCursor cursor;

  *id = NULL;
  if (hr_json_cursor_find (object, "id", &cursor))
    {
      if (!hr_json_cursor_get_text (&cursor, id, error))
        return FALSE;
      return **id != '\0' || hr_json_cursor_refuse (&cursor, error, HR_ERROR_VALUE,
                                                    _ ("must not be empty"));
    }

  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    if (type == named[i])
      return hr_json_cursor_refuse (&cursor, error, HR_ERROR_VALUE, _ ("must be given"));
  return TRUE;
}

static gpointer
read_item (HrJsonCursor *cursor, GType type, GHashTable *items, GError **error)
{
  g_autoptr (HrItem) item = NULL;
  HrJsonCursor id_cursor;
  const char *id;

  if (!hr_json_cursor_expect (cursor, HR_JSON_OBJECT, error) ||
      !read_id (cursor, type, &id, error))
    return NULL;

  item = hr_item_new (type, id);
  if (g_hash_table_contains (items, item))
    {
      g_autofree char *shown = hr_json_excerpt (id);

      hr_json_cursor_find (cursor, "id", &id_cursor);
      hr_json_cursor_refuse (&id_cursor, error, HR_ERROR_DUPLICATE,
                             _ ("there is already a %s “%s”"),
                             _ (hr_item_type_get_label (type)), shown);
      return NULL;
    }
  g_hash_table_add (items, item);
  if (!read_object (cursor, item, NULL, items, error) ||
      !check_required (cursor, item, error))
    return NULL;
  return g_steal_pointer (&item);
}

static gboolean
check_target (HrJsonCursor *cursor, GType type, GHashTable *items, GError **error)
{
  g_autoptr (HrItem) like = hr_item_new (type, cursor->value + 1);
  g_autofree char *shown = NULL;

  if (g_hash_table_contains (items, like))
    return TRUE;

  shown = hr_json_excerpt (cursor->value + 1);
  return hr_json_cursor_refuse (cursor, error, HR_ERROR_REFERENCE,
                                _ ("there is no %s “%s”"),
                                _ (hr_item_type_get_label (type)), shown);
}

static gboolean
check_references (HrJsonCursor *object, GType type, GHashTable *items, GError **error);

/* A list of items, or of references to some. */
static gboolean
check_members (HrJsonCursor *list,
               const HrField *field,
               GHashTable *items,
               GError **error)
{
  HrJsonCursor member = hr_json_cursor_open (list);

  while (hr_json_cursor_next (&member))
    if (field->kind == HR_FIELD_LIST
            ? !check_references (&member, field->type (), items, error)
            : !check_target (&member, field->type (), items, error))
      return FALSE;
  return TRUE;
}

/* A reference may come before what it names, so all are looked at once more, and from
 * the text, which knows where they stand. */
static gboolean
check_references (HrJsonCursor *object, GType type, GHashTable *items, GError **error)
{
  HrJsonCursor cursor = hr_json_cursor_open (object);
  gboolean good = TRUE;

  while (good && hr_json_cursor_next (&cursor))
    {
      const HrField *field = find_field (type, NULL, cursor.key);

      if (field == NULL)
        continue;
      if (field->kind == HR_FIELD_LIST || field->kind == HR_FIELD_REFS)
        good = check_members (&cursor, field, items, error);
      else if (field->kind == HR_FIELD_REF &&
               hr_json_cursor_get_kind (&cursor) == HR_JSON_TEXT)
        good = check_target (&cursor, field->type (), items, error);
    }
  return good;
}

/**
 * hr_json_read_item:
 * @cursor: a cursor at an object
 * @type: a type of item
 * @error: return location for a [error@Error]
 *
 * Reads an item with all it owns, from the tables of fields; the portfolio is left out.
 * What its references name must be in it.
 *
 * Returns: (transfer full) (nullable): the item
 */
gpointer
hr_json_read_item (HrJsonCursor *cursor, GType type, GError **error)
{
  g_autoptr (GHashTable) items = g_hash_table_new (hash_item, same_identity);
  g_autoptr (HrItem) item = read_item (cursor, type, items, error);

  if (item == NULL || !check_references (cursor, type, items, error))
    return NULL;
  return g_steal_pointer (&item);
}
