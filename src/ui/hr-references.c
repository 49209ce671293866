/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-references.h"

#include <glib/gi18n-lib.h>

#include "hr-format.h"

struct _HrReference
{
  GObject parent_instance;

  char *id;
  char *name;   /* of an enumeration, or of none */
  HrItem *item; /* (owned) (nullable): whose name it is, followed */
};

G_DEFINE_FINAL_TYPE (HrReference, hr_reference, G_TYPE_OBJECT)

typedef enum
{
  PROP_NAME = 1,
} HrReferenceProperty;

static GParamSpec *props[PROP_NAME + 1];

static void
hr_reference_finalize (GObject *object)
{
  HrReference *self = HR_REFERENCE (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (hr_reference_parent_class)->finalize (object);
}

static void
hr_reference_get_property (GObject *object,
                           guint prop_id,
                           GValue *value,
                           GParamSpec *pspec)
{
  HrReference *self = HR_REFERENCE (object);

  switch ((HrReferenceProperty) prop_id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->item != NULL ? hr_item_get_name (self->item)
                                                    : self->name);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hr_reference_class_init (HrReferenceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = hr_reference_finalize;
  object_class->get_property = hr_reference_get_property;

  props[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL,
                                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
hr_reference_init (HrReference *self)
{
}

static HrReference *
reference_new (const char *id, const char *name)
{
  HrReference *self = g_object_new (HR_TYPE_REFERENCE, NULL);

  self->id = g_strdup (id);
  self->name = g_strdup (name);
  return self;
}

static void
renamed_cb (HrReference *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NAME]);
}

static HrReference *
item_to_reference (HrItem *item)
{
  HrReference *self = reference_new (hr_item_get_id (item), NULL);

  self->item = g_object_ref (item);
  if (hr_item_find_field (item, "name") != NULL)
    g_signal_connect_object (item, "notify::name", G_CALLBACK (renamed_cb), self,
                             G_CONNECT_SWAPPED);
  return self;
}

static GListModel *
enum_choices (GType type)
{
  GListStore *store = g_list_store_new (HR_TYPE_REFERENCE);
  g_autoptr (GTypeClass) klass = g_type_class_ref (type);
  GEnumClass *values = (GEnumClass *) klass;

  for (guint i = 0; i < values->n_values; i++)
    {
      g_autofree char *name = hr_format_enum (type, values->values[i].value);
      g_autoptr (HrReference) choice = reference_new (values->values[i].value_nick, name);

      g_list_store_append (store, choice);
    }
  return G_LIST_MODEL (store);
}

/* Who only moves stays chosen, so it stays the same. */
static HrReference *
find_reference (GListModel *choices, guint first, guint n, HrItem *item)
{
  for (guint i = first; i < first + n; i++)
    {
      g_autoptr (HrReference) choice = g_list_model_get_item (choices, i);

      if (choice->item == item)
        return g_steal_pointer (&choice);
    }
  return item_to_reference (item);
}

/* A GtkMapListModel would do this, but after one was inserted it shows the one behind it
 * twice, as of GTK 4.18. */
static void
items_changed_cb (
    GListModel *items, guint position, guint removed, guint added, GListStore *choices)
{
  g_autoptr (GPtrArray) now = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (choices));
  guint first = n + added - removed - g_list_model_get_n_items (items) + position;

  for (guint i = 0; i < added; i++)
    {
      g_autoptr (HrItem) item = g_list_model_get_item (items, position + i);

      g_ptr_array_add (now,
                       find_reference (G_LIST_MODEL (choices), first, removed, item));
    }
  g_list_store_splice (choices, first, removed, now->pdata, added);
}

/* What comes before the items is none of them. */
static GListModel *
item_choices (HrList *list, gboolean may_be_none)
{
  GListStore *choices = g_list_store_new (HR_TYPE_REFERENCE);
  GListModel *items = G_LIST_MODEL (list);

  if (may_be_none)
    {
      g_autoptr (HrReference) nobody = reference_new ("", _ ("None"));

      g_list_store_append (choices, nobody);
    }
  items_changed_cb (items, 0, 0, g_list_model_get_n_items (items), choices);
  g_signal_connect_object (list, "items-changed", G_CALLBACK (items_changed_cb), choices,
                           G_CONNECT_DEFAULT);
  return G_LIST_MODEL (choices);
}

/**
 * hr_references_new:
 * @plan: a plan
 * @field: a reference or an enumeration
 *
 * Makes the list of what a field can be; it follows the plan.
 *
 * Returns: (transfer full): a list of [class@Reference]
 */
GListModel *
hr_references_new (HrPlan *plan, const HrField *field)
{
  if (field->kind == HR_FIELD_ENUM)
    return enum_choices (field->type ());
  return item_choices (hr_plan_get_list (plan, field->type ()),
                       field->kind == HR_FIELD_REF &&
                           (field->flags & HR_FIELD_REQUIRED) == 0);
}

/* Returns: (transfer full): a list of texts, each with itself as its id */
GListModel *
hr_references_new_for_texts (GPtrArray *texts)
{
  GListStore *store = g_list_store_new (HR_TYPE_REFERENCE);

  for (guint i = 0; i < texts->len; i++)
    {
      g_autoptr (HrReference) choice = reference_new (texts->pdata[i], texts->pdata[i]);

      g_list_store_append (store, choice);
    }
  return G_LIST_MODEL (store);
}

GtkExpression *
hr_references_get_expression (void)
{
  return gtk_property_expression_new (HR_TYPE_REFERENCE, NULL, "name");
}

/**
 * hr_references_find:
 * @choices: from hr_references_new()
 * @id: an id, or "" for none
 *
 * Finds a choice.
 *
 * Returns: its place, or %GTK_INVALID_LIST_POSITION
 */
guint
hr_references_find (GListModel *choices, const char *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (choices); i++)
    {
      g_autoptr (HrReference) choice = g_list_model_get_item (choices, i);

      if (g_str_equal (choice->id, id))
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

const char *
hr_references_get_id (GListModel *choices, guint position)
{
  g_autoptr (HrReference) choice = g_list_model_get_item (choices, position);

  if (choice == NULL)
    return "";
  return choice->id; /* the list keeps it */
}

const char *
hr_references_get_name (HrPlan *plan, GType type, const char *id)
{
  gpointer item = hr_plan_find (plan, type, id);

  return item != NULL ? hr_item_get_name (item) : "";
}
