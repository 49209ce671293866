/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-item.h"

#include <string.h>

#include "hr-item-member.h"

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
  hr_item_read_member (object, field_of (HR_ITEM (object), prop_id, pspec), value);
}

static void
set_field_property (GObject *object,
                    guint prop_id,
                    const GValue *value,
                    GParamSpec *pspec)
{
  HrItem *self = HR_ITEM (object);
  const HrField *field = field_of (self, prop_id, pspec);
  g_autoptr (GError) error = NULL;

  if (!hr_field_check (field, value, &error))
    {
      g_critical ("%s.%s: %s", G_OBJECT_TYPE_NAME (object), field->name, error->message);
      return;
    }

  if (hr_item_has_value (self, field, value))
    return;

  hr_item_write_member (self, field, value);
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
    hr_item_init_member (self, &klass->fields[i]);

  G_OBJECT_CLASS (hr_item_parent_class)->constructed (object);
}

static void
hr_item_finalize (GObject *object)
{
  HrItem *self = HR_ITEM (object);
  HrItemPrivate *priv = hr_item_get_instance_private (self);
  HrItemClass *klass = HR_ITEM_GET_CLASS (self);

  for (guint i = 0; i < klass->n_fields; i++)
    hr_item_clear_member (self, &klass->fields[i]);
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

/**
 * hr_item_get_references:
 * @item: an item
 * @field: one of its fields, of any kind
 * @n_ids: (out): how many
 *
 * Gets the ids that a field refers to.
 *
 * Returns: (transfer none) (array length=n_ids): interned ids; none for a field that
 *   refers to nothing
 */
char *const *
hr_item_get_references (gconstpointer item, const HrField *field, guint *n_ids)
{
  char *const *ids = NULL;

  *n_ids = 0;
  if (field->kind == HR_FIELD_REF)
    {
      ids = hr_item_member (item, field);
      *n_ids = *ids != NULL ? 1 : 0;
    }
  else if (field->kind == HR_FIELD_REFS)
    {
      ids = *(char *const *const *) hr_item_member (item, field);
      *n_ids = g_strv_length ((char **) ids);
    }
  return ids;
}

/**
 * hr_item_has_value:
 * @item: an item
 * @field: one of its fields, or the tags
 * @value: a value for it
 *
 * Says whether an item has a value already, so that to set it would change nothing.
 *
 * An import that brought the same accounts again is another portfolio: it is newer.
 */
gboolean
hr_item_has_value (gconstpointer item, const HrField *field, const GValue *value)
{
  g_auto (GValue) own = G_VALUE_INIT;

  g_object_get_property ((GObject *) item, field->name, &own);
  if (field->kind == HR_FIELD_PORTFOLIO)
    return g_value_get_object (&own) == g_value_get_object (value);
  return hr_field_equal (field, &own, value);
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
