/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-item-variant.h"

#include <glib/gi18n-lib.h>

#include "hr-enums.h"
#include "hr-rule.h"

/* Of a tag: property, kind, year, source. */
#define TAGS_TYPE "a(ssims)"

/* ---- Writing -------------------------------------------------------------------------
 */

static GVariant *
tags_to_variant (const HrTags *tags)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE (TAGS_TYPE));

  for (guint i = 0; i < hr_tags_get_n (tags); i++)
    {
      const char *property;
      const HrTag *tag = hr_tags_get_nth (tags, i, &property);

      g_variant_builder_add (&builder, "(ssims)", property,
                             hr_enum_to_nick (HR_TYPE_TAG_KIND, (int) tag->kind),
                             tag->year, tag->source);
    }
  return g_variant_builder_end (&builder);
}

/**
 * hr_field_to_variant:
 * @field: a field, not a list and not the portfolio
 * @value: a value of its type
 *
 * Writes a value.
 *
 * Returns: (transfer floating): its form
 */
GVariant *
hr_field_to_variant (const HrField *field, const GValue *value)
{
  switch (field->kind)
    {
    case HR_FIELD_TEXT:
      return g_variant_new_string (g_value_get_string (value));
    case HR_FIELD_REF:
      return g_variant_new ("ms", g_value_get_string (value));
    case HR_FIELD_ENUM:
      return g_variant_new_string (
          hr_enum_to_nick (field->type (), g_value_get_enum (value)));
    case HR_FIELD_FLAG:
      return g_variant_new_boolean (g_value_get_boolean (value));
    case HR_FIELD_INTEGER:
      return g_variant_new_int32 (g_value_get_int (value));
    case HR_FIELD_NUMBER:
      return g_variant_new_double (g_value_get_double (value));
    case HR_FIELD_MONEY:
      return g_variant_new_int64 (g_value_get_int64 (value));
    case HR_FIELD_REFS:
      return g_variant_new_strv (g_value_get_boxed (value), -1);
    case HR_FIELD_RULE:
      return g_variant_new_take_string (hr_rule_to_text (g_value_get_boxed (value)));
    case HR_FIELD_TAGS:
      return tags_to_variant (g_value_get_boxed (value));
    case HR_FIELD_PORTFOLIO:
    case HR_FIELD_LIST:
    default:
      g_return_val_if_reached (NULL);
    }
}

static GVariant *
list_to_variant (HrList *list)
{
  GVariantBuilder builder =
      G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a" HR_ITEM_VARIANT_TYPE));

  for (guint i = 0; i < hr_list_get_n (list); i++)
    g_variant_builder_add_value (&builder, hr_item_to_variant (hr_list_get (list, i)));
  return g_variant_builder_end (&builder);
}

static void
add_field (GVariantBuilder *builder, gconstpointer item, const HrField *field)
{
  g_auto (GValue) value = G_VALUE_INIT;

  if (field->kind == HR_FIELD_LIST)
    {
      HrList *list = hr_item_get_list (item, field);

      if (hr_list_get_n (list) > 0)
        g_variant_builder_add (builder, "{sv}", field->name, list_to_variant (list));
      return;
    }
  g_object_get_property ((GObject *) item, field->name, &value);
  if (!hr_field_is_default (field, &value))
    g_variant_builder_add (builder, "{sv}", field->name,
                           hr_field_to_variant (field, &value));
}

/**
 * hr_item_to_variant:
 * @item: an item without a portfolio
 *
 * Writes an item with all it owns, ids too.
 *
 * Returns: (transfer floating): of the type %HR_ITEM_VARIANT_TYPE
 */
GVariant *
hr_item_to_variant (gconstpointer item)
{
  GVariantBuilder fields = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);
  HrItemClass *klass = HR_ITEM_GET_CLASS ((gpointer) item);

  for (guint i = 0; i < klass->n_fields; i++)
    add_field (&fields, item, &klass->fields[i]);
  add_field (&fields, item, hr_item_find_field (item, "tags"));
  return g_variant_new (HR_ITEM_VARIANT_TYPE, hr_item_get_id (item), &fields);
}

/* ---- Reading -------------------------------------------------------------------------
 */

static gboolean
refuse (GError **error, HrError code, const HrField *field, const char *why)
{
  g_set_error (error, HR_ERROR, code, "%s %s", _ (field->label), why);
  return FALSE;
}

static const char *
type_of (const HrField *field)
{
  switch (field->kind)
    {
    case HR_FIELD_TEXT:
    case HR_FIELD_ENUM:
    case HR_FIELD_RULE:
      return "s";
    case HR_FIELD_REF:
      return "ms";
    case HR_FIELD_FLAG:
      return "b";
    case HR_FIELD_INTEGER:
      return "i";
    case HR_FIELD_NUMBER:
      return "d";
    case HR_FIELD_MONEY:
      return "x";
    case HR_FIELD_REFS:
      return "as";
    case HR_FIELD_TAGS:
      return TAGS_TYPE;
    case HR_FIELD_LIST:
      return "a" HR_ITEM_VARIANT_TYPE;
    case HR_FIELD_PORTFOLIO:
    default:
      return NULL;
    }
}

static gboolean
check_type (const HrField *field, GVariant *variant, GError **error)
{
  const char *type = type_of (field);

  return (type != NULL && g_variant_is_of_type (variant, G_VARIANT_TYPE (type))) ||
         refuse (error, HR_ERROR_SYNTAX, field, _ ("is not written as such"));
}

static gboolean
read_enum (const HrField *field, GVariant *variant, GValue *value, GError **error)
{
  int found;

  if (!hr_enum_from_nick (field->type (), g_variant_get_string (variant, NULL), &found))
    return refuse (error, HR_ERROR_VALUE, field, _ ("must be one of its values"));
  g_value_set_enum (value, found);
  return TRUE;
}

static gboolean
read_rule (GVariant *variant, GValue *value, GError **error)
{
  HrRule *rule = hr_rule_parse (g_variant_get_string (variant, NULL), error);

  g_value_take_boxed (value, rule);
  return rule != NULL;
}

static gboolean
read_tags (const HrField *field, GVariant *variant, GValue *value, GError **error)
{
  g_autoptr (HrTags) tags = NULL;
  GVariantIter iter;
  const char *property, *nick, *source;
  int year;

  g_variant_iter_init (&iter, variant);
  while (g_variant_iter_next (&iter, "(&s&sim&s)", &property, &nick, &year, &source))
    {
      HrTags *before = tags;
      int kind;
      HrTag tag;

      if (!hr_enum_from_nick (HR_TYPE_TAG_KIND, nick, &kind))
        return refuse (error, HR_ERROR_VALUE, field, _ ("must be one of its values"));
      tag = (HrTag) { (HrTagKind) kind, source, year };
      tags = hr_tags_with (before, property, &tag);
      hr_tags_unref (before);
    }
  g_value_set_boxed (value, tags);
  return TRUE;
}

static gboolean
read_value (const HrField *field, GVariant *variant, GValue *value, GError **error)
{
  const char *id;

  switch (field->kind)
    {
    case HR_FIELD_TEXT:
      g_value_set_string (value, g_variant_get_string (variant, NULL));
      return TRUE;
    case HR_FIELD_REF:
      g_variant_get (variant, "m&s", &id);
      g_value_set_string (value, id);
      return TRUE;
    case HR_FIELD_ENUM:
      return read_enum (field, variant, value, error);
    case HR_FIELD_FLAG:
      g_value_set_boolean (value, g_variant_get_boolean (variant));
      return TRUE;
    case HR_FIELD_INTEGER:
      g_value_set_int (value, g_variant_get_int32 (variant));
      return TRUE;
    case HR_FIELD_NUMBER:
      g_value_set_double (value, g_variant_get_double (variant));
      return TRUE;
    case HR_FIELD_MONEY:
      g_value_set_int64 (value, g_variant_get_int64 (variant));
      return TRUE;
    case HR_FIELD_REFS:
      g_value_take_boxed (value, g_variant_dup_strv (variant, NULL));
      return TRUE;
    case HR_FIELD_RULE:
      return read_rule (variant, value, error);
    case HR_FIELD_TAGS:
      return read_tags (field, variant, value, error);
    case HR_FIELD_PORTFOLIO:
    case HR_FIELD_LIST:
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * hr_field_from_variant:
 * @field: a field, not a list and not the portfolio
 * @variant: what may be the form of a value
 * @value: (out): uninitialised; takes the value
 * @error: return location for a [error@Error]
 *
 * Reads a value that the field takes; whether a reference leads somewhere is not asked.
 */
gboolean
hr_field_from_variant (const HrField *field,
                       GVariant *variant,
                       GValue *value,
                       GError **error)
{
  g_return_val_if_fail (field->kind != HR_FIELD_LIST, FALSE);

  g_value_init (value, hr_field_get_value_type (field));
  return check_type (field, variant, error) &&
         read_value (field, variant, value, error) &&
         hr_field_check (field, value, error);
}

static gboolean
read_list (HrList *list, GVariant *variant, GError **error)
{
  for (gsize i = 0; i < g_variant_n_children (variant); i++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (variant, i);
      g_autoptr (HrItem) item =
          hr_item_from_variant (hr_list_get_item_type (list), child, error);

      if (item == NULL)
        return FALSE;
      hr_list_append (list, item);
    }
  return TRUE;
}

static gboolean
check_tags (HrItem *item, GError **error)
{
  HrTags *tags = hr_item_get_tags (item);

  for (guint i = 0; i < hr_tags_get_n (tags); i++)
    {
      const char *property;

      hr_tags_get_nth (tags, i, &property);
      if (hr_item_find_field (item, property) == NULL)
        {
          g_set_error (error, HR_ERROR, HR_ERROR_REFERENCE, _ ("there is no “%s”"),
                       property);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
read_field (HrItem *item, const char *name, GVariant *variant, GError **error)
{
  const HrField *field = hr_item_find_field (item, name);
  g_auto (GValue) value = G_VALUE_INIT;

  if (field == NULL)
    {
      g_set_error (error, HR_ERROR, HR_ERROR_REFERENCE, _ ("there is no “%s”"), name);
      return FALSE;
    }
  if (field->kind == HR_FIELD_LIST)
    return check_type (field, variant, error) &&
           read_list (hr_item_get_list (item, field), variant, error);
  if (!hr_field_from_variant (field, variant, &value, error))
    return FALSE;
  g_object_set_property (G_OBJECT (item), field->name, &value);
  return TRUE;
}

/**
 * hr_item_from_variant:
 * @type: the type that the item must have
 * @variant: what may be the form of an item
 * @error: return location for a [error@Error]
 *
 * Reads an item with all it owns. References and ids are not held against a plan here.
 *
 * Returns: (transfer full) (nullable): the item
 */
gpointer
hr_item_from_variant (GType type, GVariant *variant, GError **error)
{
  g_autoptr (HrItem) item = NULL;
  g_autoptr (GVariantIter) fields = NULL;
  const char *id, *name;
  GVariant *value;
  gboolean good = TRUE;

  if (!g_variant_is_of_type (variant, G_VARIANT_TYPE (HR_ITEM_VARIANT_TYPE)))
    {
      g_set_error_literal (error, HR_ERROR, HR_ERROR_SYNTAX, _ ("this is not an item"));
      return NULL;
    }
  g_variant_get (variant, "(&sa{sv})", &id, &fields);
  if (*id == '\0')
    {
      g_set_error_literal (error, HR_ERROR, HR_ERROR_VALUE, _ ("an item has no id"));
      return NULL;
    }

  item = hr_item_new (type, id);
  while (good && g_variant_iter_next (fields, "{&sv}", &name, &value))
    {
      good = read_field (item, name, value, error);
      g_variant_unref (value);
    }
  return good && check_tags (item, error) ? g_steal_pointer (&item) : NULL;
}
