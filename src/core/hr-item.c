/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-item.h"

#include <string.h>

#include "hr-portfolio.h"
#include "hr-rule.h"

typedef struct
{
  char *id;     /* (owned) interned */
  HrTags *tags; /* (owned) (nullable) */
} HrItemPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (HrItem, hr_item, G_TYPE_OBJECT)

typedef enum
{
  PROP_ID = 1,
  PROP_TAGS,
} HrItemProperty;

static GParamSpec *props[PROP_TAGS + 1];

/* What every item has beside the fields of its type, for the history. */
static const HrField TAGS_FIELD = {
  .name = "tags", .key = "tags", .label = "tags", .kind = HR_FIELD_TAGS
};

/* The members are constant to everyone else. */
static gpointer
writable_member (HrItem *self, const HrField *field)
{
  return G_STRUCT_MEMBER_P (self, field->offset);
}

#define MEMBER(type, self, field) (*(type *) writable_member (self, field))

/**
 * hr_id:
 * @text: (nullable): an id
 *
 * Interns an id: two that are equal have the same pointer.
 *
 * Returns: (transfer full) (nullable): free with g_ref_string_release()
 */
char *
hr_id (const char *text)
{
  return text != NULL ? g_ref_string_new_intern (text) : NULL;
}

/**
 * hr_id_new:
 *
 * Makes an id that no item has.
 *
 * Returns: (transfer full): free with g_ref_string_release()
 */
char *
hr_id_new (void)
{
  g_autofree char *uuid = g_uuid_string_random ();

  return hr_id (uuid);
}

static void
set_id (char **member, const char *text)
{
  char *before = *member;

  *member = hr_id (text);
  g_clear_pointer (&before, g_ref_string_release);
}

static void
free_ids (char **ids)
{
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    g_ref_string_release (ids[i]);
  g_free (ids);
}

static char **
copy_ids (const char *const *ids)
{
  guint n = ids != NULL ? g_strv_length ((char **) ids) : 0;
  char **copy = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    copy[i] = hr_id (ids[i]);
  return copy;
}

static void
clear_member (HrItem *self, const HrField *field)
{
  switch (field->kind)
    {
    case HR_FIELD_TEXT:
      g_clear_pointer (&MEMBER (char *, self, field), g_free);
      break;
    case HR_FIELD_REF:
      set_id (&MEMBER (char *, self, field), NULL);
      break;
    case HR_FIELD_REFS:
      g_clear_pointer (&MEMBER (char **, self, field), free_ids);
      break;
    case HR_FIELD_RULE:
      g_clear_pointer (&MEMBER (HrRule *, self, field), hr_rule_unref);
      break;
    case HR_FIELD_PORTFOLIO:
    case HR_FIELD_LIST:
      g_clear_object (&MEMBER (GObject *, self, field));
      break;
    case HR_FIELD_ENUM:
    case HR_FIELD_FLAG:
    case HR_FIELD_INTEGER:
    case HR_FIELD_NUMBER:
    case HR_FIELD_MONEY:
    case HR_FIELD_TAGS:
    default:
      break;
    }
}

static void
set_member_to_default (HrItem *self, const HrField *field)
{
  switch (field->kind)
    {
    case HR_FIELD_TEXT:
      MEMBER (char *, self, field) = g_strdup (field->text != NULL ? field->text : "");
      break;
    case HR_FIELD_ENUM:
    case HR_FIELD_FLAG:
    case HR_FIELD_INTEGER:
      MEMBER (int, self, field) = (int) field->fallback;
      break;
    case HR_FIELD_NUMBER:
      MEMBER (double, self, field) = field->fallback;
      break;
    case HR_FIELD_MONEY:
      MEMBER (gint64, self, field) = hr_field_get_money_fallback (field);
      break;
    case HR_FIELD_REFS:
      MEMBER (char **, self, field) = copy_ids (NULL);
      break;
    case HR_FIELD_RULE:
      MEMBER (HrRule *, self, field) = hr_rule_new_group (HR_RULE_ANY, NULL, 0);
      break;
    case HR_FIELD_LIST:
      MEMBER (HrList *, self, field) = hr_list_new (field->type ());
      break;
    case HR_FIELD_REF:
    case HR_FIELD_PORTFOLIO:
    case HR_FIELD_TAGS:
    default:
      break; /* NULL already */
    }
}

static const HrField *
field_of (HrItem *self, guint prop_id, GParamSpec *pspec)
{
  HrItemClass *klass = g_type_class_peek (pspec->owner_type);

  g_return_val_if_fail (prop_id >= 1 && prop_id <= klass->n_fields, NULL);

  return &klass->fields[prop_id - 1];
}

static void
get_field_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  HrItem *self = HR_ITEM (object);
  const HrField *field = field_of (self, prop_id, pspec);

  switch (field->kind)
    {
    case HR_FIELD_TEXT:
    case HR_FIELD_REF:
      g_value_set_string (value, MEMBER (char *, self, field));
      break;
    case HR_FIELD_ENUM:
      g_value_set_enum (value, MEMBER (int, self, field));
      break;
    case HR_FIELD_FLAG:
      g_value_set_boolean (value, MEMBER (gboolean, self, field));
      break;
    case HR_FIELD_INTEGER:
      g_value_set_int (value, MEMBER (int, self, field));
      break;
    case HR_FIELD_NUMBER:
      g_value_set_double (value, MEMBER (double, self, field));
      break;
    case HR_FIELD_MONEY:
      g_value_set_int64 (value, MEMBER (gint64, self, field));
      break;
    case HR_FIELD_REFS:
    case HR_FIELD_RULE:
      g_value_set_boxed (value, MEMBER (gpointer, self, field));
      break;
    case HR_FIELD_PORTFOLIO:
    case HR_FIELD_LIST:
      g_value_set_object (value, MEMBER (gpointer, self, field));
      break;
    case HR_FIELD_TAGS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
write_member (HrItem *self, const HrField *field, const GValue *value)
{
  switch (field->kind)
    {
    case HR_FIELD_TEXT:
      g_set_str (&MEMBER (char *, self, field), g_value_get_string (value));
      break;
    case HR_FIELD_REF:
      set_id (&MEMBER (char *, self, field), g_value_get_string (value));
      break;
    case HR_FIELD_ENUM:
      MEMBER (int, self, field) = g_value_get_enum (value);
      break;
    case HR_FIELD_FLAG:
      MEMBER (gboolean, self, field) = g_value_get_boolean (value);
      break;
    case HR_FIELD_INTEGER:
      MEMBER (int, self, field) = g_value_get_int (value);
      break;
    case HR_FIELD_NUMBER:
      MEMBER (double, self, field) = g_value_get_double (value);
      break;
    case HR_FIELD_MONEY:
      MEMBER (gint64, self, field) = g_value_get_int64 (value);
      break;
    case HR_FIELD_REFS:
      free_ids (MEMBER (char **, self, field));
      MEMBER (char **, self, field) = copy_ids (g_value_get_boxed (value));
      break;
    case HR_FIELD_RULE:
      hr_rule_unref (MEMBER (HrRule *, self, field));
      MEMBER (HrRule *, self, field) = hr_rule_ref (g_value_get_boxed (value));
      break;
    case HR_FIELD_PORTFOLIO:
      g_set_object (&MEMBER (HrPortfolio *, self, field), g_value_get_object (value));
      break;
    case HR_FIELD_TAGS:
    case HR_FIELD_LIST:
    default:
      g_assert_not_reached ();
    }
}

static void
set_field_property (GObject *object,
                    guint prop_id,
                    const GValue *value,
                    GParamSpec *pspec)
{
  HrItem *self = HR_ITEM (object);
  const HrField *field = field_of (self, prop_id, pspec);
  g_auto (GValue) before = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  if (!hr_field_check (field, value, &error))
    {
      g_critical ("%s.%s: %s", G_OBJECT_TYPE_NAME (object), field->name, error->message);
      return;
    }

  g_value_init (&before, hr_field_get_value_type (field));
  get_field_property (object, prop_id, &before, pspec);
  if (hr_field_equal (field, &before, value))
    return;

  write_member (self, field, value);
  g_object_notify_by_pspec (object, pspec);
}

static void
hr_item_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  HrItemPrivate *priv = hr_item_get_instance_private (HR_ITEM (object));

  switch ((HrItemProperty) prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, priv->id);
      break;
    case PROP_TAGS:
      g_value_set_boxed (value, priv->tags);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hr_item_set_property (GObject *object,
                      guint prop_id,
                      const GValue *value,
                      GParamSpec *pspec)
{
  HrItemPrivate *priv = hr_item_get_instance_private (HR_ITEM (object));

  switch ((HrItemProperty) prop_id)
    {
    case PROP_ID:
      priv->id = hr_id (g_value_get_string (value));
      if (priv->id == NULL || *priv->id == '\0')
        {
          g_clear_pointer (&priv->id, g_ref_string_release);
          priv->id = hr_id_new ();
        }
      break;
    case PROP_TAGS:
      if (hr_tags_equal (priv->tags, g_value_get_boxed (value)))
        break;
      hr_tags_unref (priv->tags);
      priv->tags = hr_tags_ref (g_value_get_boxed (value));
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* Not in init, where the class is not yet that of the type which has the fields. */
static void
hr_item_constructed (GObject *object)
{
  HrItem *self = HR_ITEM (object);
  HrItemClass *klass = HR_ITEM_GET_CLASS (self);

  for (guint i = 0; i < klass->n_fields; i++)
    set_member_to_default (self, &klass->fields[i]);

  G_OBJECT_CLASS (hr_item_parent_class)->constructed (object);
}

static void
hr_item_finalize (GObject *object)
{
  HrItem *self = HR_ITEM (object);
  HrItemPrivate *priv = hr_item_get_instance_private (self);
  HrItemClass *klass = HR_ITEM_GET_CLASS (self);

  for (guint i = 0; i < klass->n_fields; i++)
    clear_member (self, &klass->fields[i]);
  g_clear_pointer (&priv->id, g_ref_string_release);
  g_clear_pointer (&priv->tags, hr_tags_unref);

  G_OBJECT_CLASS (hr_item_parent_class)->finalize (object);
}

static void
hr_item_class_init (HrItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = hr_item_constructed;
  object_class->finalize = hr_item_finalize;
  object_class->get_property = hr_item_get_property;
  object_class->set_property = hr_item_set_property;

  props[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL,
                                        G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                                            G_PARAM_STATIC_STRINGS);
  props[PROP_TAGS] = g_param_spec_boxed ("tags", NULL, NULL, HR_TYPE_TAGS,
                                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                             G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
hr_item_init (HrItem *self)
{
}

static const char *
name_of_property (const HrField *field)
{
  g_autofree char *name = field->group != NULL
                              ? g_strdup_printf ("%s-%s", field->group, field->key)
                              : g_strdup (field->key);

  g_strdelimit (name, "_", '-');
  return g_intern_string (name);
}

/**
 * hr_item_class_install_fields:
 * @klass: a class
 * @fields: (array length=n_fields): its fields; static, named here
 * @n_fields: how many
 * @label: what a person calls an item of this type
 *
 * Makes a property of every field.
 */
void
hr_item_class_install_fields (HrItemClass *klass,
                              HrField *fields,
                              guint n_fields,
                              const char *label)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = get_field_property;
  object_class->set_property = set_field_property;

  for (guint i = 0; i < n_fields; i++)
    {
      /* A member of the structure "limits" is written limits.arr_per_fte. */
      const char *dot = strchr (fields[i].key, '.');

      if (dot != NULL)
        {
          g_autofree char *group = g_strndup (fields[i].key, dot - fields[i].key);

          fields[i].group = g_intern_string (group);
          fields[i].key = dot + 1;
        }
      fields[i].name = name_of_property (&fields[i]);
      g_object_class_install_property (object_class, i + 1,
                                       hr_field_to_pspec (&fields[i]));
    }

  klass->fields = fields;
  klass->n_fields = n_fields;
  klass->label = label;
}

/**
 * hr_item_new:
 * @type: a type of item
 * @id: (nullable): its id, or %NULL for a new one
 *
 * Makes an item with the defaults of its type.
 *
 * Returns: (transfer full): the item
 */
gpointer
hr_item_new (GType type, const char *id)
{
  return g_object_new (type, "id", id, NULL);
}

const char *
hr_item_get_id (gconstpointer item)
{
  HrItemPrivate *priv = hr_item_get_instance_private ((HrItem *) item);

  return priv->id;
}

/**
 * hr_item_get_name:
 * @item: an item
 *
 * Gets the name of an item, for a label.
 *
 * Returns: its name, or its id where it has none
 */
const char *
hr_item_get_name (gconstpointer item)
{
  const HrField *field = hr_item_find_field (item, "name");
  const char *name = field != NULL ? *(char *const *) hr_item_member (item, field) : "";

  return *name != '\0' ? name : hr_item_get_id (item);
}

HrTags *
hr_item_get_tags (gconstpointer item)
{
  HrItemPrivate *priv = hr_item_get_instance_private ((HrItem *) item);

  return priv->tags;
}

const char *
hr_item_type_get_label (GType type)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (type);

  return ((HrItemClass *) klass)->label;
}

/**
 * hr_item_type_get_fields:
 * @type: a type of item
 * @n_fields: (out): how many
 *
 * Gets the table that describes a type.
 *
 * Returns: (transfer none) (array length=n_fields): the fields
 */
const HrField *
hr_item_type_get_fields (GType type, guint *n_fields)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (type);

  *n_fields = ((HrItemClass *) klass)->n_fields;
  return ((HrItemClass *) klass)->fields;
}

/**
 * hr_item_find_field:
 * @item: an item
 * @property: the name of a property
 *
 * Finds the field behind a property; "tags" is one too.
 *
 * Returns: (nullable): the field
 */
const HrField *
hr_item_find_field (gconstpointer item, const char *property)
{
  HrItemClass *klass = HR_ITEM_GET_CLASS ((gpointer) item);

  for (guint i = 0; i < klass->n_fields; i++)
    if (g_str_equal (klass->fields[i].name, property))
      return &klass->fields[i];
  return g_str_equal (property, "tags") ? &TAGS_FIELD : NULL;
}

/**
 * hr_item_member:
 * @item: an item
 * @field: one of its fields, not the tags
 *
 * Gets where the value of a field lies.
 *
 * Returns: a pointer to the C type that [enum@FieldKind] names
 */
gconstpointer
hr_item_member (gconstpointer item, const HrField *field)
{
  return G_STRUCT_MEMBER_P (item, field->offset);
}

HrList *
hr_item_get_list (gconstpointer item, const HrField *field)
{
  g_return_val_if_fail (field->kind == HR_FIELD_LIST, NULL);

  return *(HrList *const *) hr_item_member (item, field);
}

static void
copy_list (HrList *to, HrList *from)
{
  for (guint i = 0; i < hr_list_get_n (from); i++)
    {
      g_autoptr (HrItem) copy = hr_item_copy (hr_list_get (from, i));

      hr_list_append (to, copy);
    }
}

/**
 * hr_item_is_default:
 * @item: an item
 * @property: a figure, flag or enumeration of it
 *
 * Says whether nobody has chosen the value of a field: it is the default, and no tag says
 * that it is meant.
 */
gboolean
hr_item_is_default (gconstpointer item, const char *property)
{
  const HrField *field = hr_item_find_field (item, property);
  g_auto (GValue) value = G_VALUE_INIT;

  g_return_val_if_fail (field != NULL, FALSE);

  if (hr_tags_get (hr_item_get_tags (item), property) != NULL)
    return FALSE;
  g_object_get_property ((GObject *) item, property, &value);
  return hr_field_is_default (field, &value);
}

/**
 * hr_item_copy:
 * @item: an item
 *
 * Copies an item with all it owns, ids too.
 *
 * Returns: (transfer full): the copy
 */
gpointer
hr_item_copy (gconstpointer item)
{
  HrItemClass *klass = HR_ITEM_GET_CLASS ((gpointer) item);
  HrItem *copy = hr_item_new (G_OBJECT_TYPE (item), hr_item_get_id (item));

  g_object_set (copy, "tags", hr_item_get_tags (item), NULL);
  for (guint i = 0; i < klass->n_fields; i++)
    {
      const HrField *field = &klass->fields[i];
      g_auto (GValue) value = G_VALUE_INIT;

      if (field->kind == HR_FIELD_LIST)
        {
          copy_list (hr_item_get_list (copy, field), hr_item_get_list (item, field));
          continue;
        }
      g_object_get_property ((GObject *) item, field->name, &value);
      write_member (copy, field, &value);
    }
  return copy;
}

static gboolean
lists_equal (HrList *a, HrList *b)
{
  if (hr_list_get_n (a) != hr_list_get_n (b))
    return FALSE;
  for (guint i = 0; i < hr_list_get_n (a); i++)
    if (!hr_item_equal (hr_list_get (a, i), hr_list_get (b, i)))
      return FALSE;
  return TRUE;
}

/**
 * hr_item_equal:
 * @a: an item
 * @b: another
 *
 * Compares two items whole: type, id, every field, tags and all they own.
 */
gboolean
hr_item_equal (gconstpointer a, gconstpointer b)
{
  HrItemClass *klass = HR_ITEM_GET_CLASS ((gpointer) a);

  if (G_OBJECT_TYPE (a) != G_OBJECT_TYPE (b) ||
      !g_str_equal (hr_item_get_id (a), hr_item_get_id (b)) ||
      !hr_tags_equal (hr_item_get_tags (a), hr_item_get_tags (b)))
    return FALSE;

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const HrField *field = &klass->fields[i];
      g_auto (GValue) left = G_VALUE_INIT, right = G_VALUE_INIT;

      if (field->kind == HR_FIELD_LIST)
        {
          if (!lists_equal (hr_item_get_list (a, field), hr_item_get_list (b, field)))
            return FALSE;
          continue;
        }
      g_object_get_property ((GObject *) a, field->name, &left);
      g_object_get_property ((GObject *) b, field->name, &right);
      if (!hr_field_equal (field, &left, &right))
        return FALSE;
    }
  return TRUE;
}

/**
 * hr_item_walk:
 * @root: an item
 * @func: called for @root and every item below it, parents first
 * @data: for @func
 *
 * Visits an item and all it owns, in order.
 *
 * Returns: %FALSE if @func stopped the walk
 */
gboolean
hr_item_walk (gpointer root, HrItemFunc func, gpointer data)
{
  HrItemClass *klass = HR_ITEM_GET_CLASS (root);

  if (!func (root, data))
    return FALSE;

  for (guint i = 0; i < klass->n_fields; i++)
    {
      HrList *list;

      if (klass->fields[i].kind != HR_FIELD_LIST)
        continue;
      list = hr_item_get_list (root, &klass->fields[i]);
      for (guint j = 0; j < hr_list_get_n (list); j++)
        if (!hr_item_walk (hr_list_get (list, j), func, data))
          return FALSE;
    }
  return TRUE;
}
