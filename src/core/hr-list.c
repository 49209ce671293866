/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-list.h"

#include "hr-item.h"

struct _HrList
{
  GObject parent_instance;

  GType item_type;
  GPtrArray *items; /* (owned) (element-type HrItem) */
  gpointer owner;   /* (nullable) (unowned): the item, which lets go when it goes */
  const HrField *field;
  GHashTable *ids; /* (owned) (element-type utf8 HrItem): the items by their ids */
};

static GType
hr_list_model_get_item_type (GListModel *model)
{
  return HR_LIST (model)->item_type;
}

static guint
hr_list_model_get_n_items (GListModel *model)
{
  return HR_LIST (model)->items->len;
}

static gpointer
hr_list_model_get_item (GListModel *model, guint position)
{
  HrList *self = HR_LIST (model);

  if (position >= self->items->len)
    return NULL;
  return g_object_ref (g_ptr_array_index (self->items, position));
}

static void
hr_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = hr_list_model_get_item_type;
  iface->get_n_items = hr_list_model_get_n_items;
  iface->get_item = hr_list_model_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (HrList,
                               hr_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      hr_list_model_init))

static void
hr_list_finalize (GObject *object)
{
  HrList *self = HR_LIST (object);

  g_clear_pointer (&self->ids, g_hash_table_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);

  G_OBJECT_CLASS (hr_list_parent_class)->finalize (object);
}

static void
hr_list_class_init (HrListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hr_list_finalize;
}

static void
hr_list_init (HrList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->ids = g_hash_table_new (g_str_hash, g_str_equal);
}

HrList *
hr_list_new (GType item_type)
{
  HrList *self = g_object_new (HR_TYPE_LIST, NULL);

  self->item_type = item_type;
  return self;
}

GType
hr_list_get_item_type (HrList *self)
{
  g_return_val_if_fail (HR_IS_LIST (self), G_TYPE_INVALID);

  return self->item_type;
}

/**
 * hr_list_get_owner:
 * @self: a list
 * @field: (out): which field of the owner it is
 *
 * Says whose list this is.
 *
 * Returns: (transfer none) (nullable): the item
 */
gpointer
hr_list_get_owner (const HrList *self, const HrField **field)
{
  *field = self->field;
  return self->owner;
}

void
hr_list_set_owner (HrList *self, gpointer item, const HrField *field)
{
  self->owner = item;
  self->field = field;
}

guint
hr_list_get_n (const HrList *self)
{
  return self->items->len;
}

/**
 * hr_list_get:
 * @self: a list
 * @position: a place below hr_list_get_n()
 *
 * Gets an item without a new reference, for loops over the model.
 *
 * Returns: (transfer none): the item
 */
gpointer
hr_list_get (const HrList *self, guint position)
{
  g_return_val_if_fail (position < self->items->len, NULL);

  return g_ptr_array_index (self->items, position);
}

/**
 * hr_list_peek:
 * @self: a list
 * @n: (out): how many items
 *
 * Gets the items as they lie in memory, for arithmetic that runs over all of them.
 *
 * Returns: (transfer none) (array length=n): valid until the list changes
 */
gpointer const *
hr_list_peek (const HrList *self, guint *n)
{
  *n = self->items->len;
  return self->items->pdata;
}

/**
 * hr_list_find:
 * @self: a list
 * @id: (nullable): an id
 *
 * Finds the item with an id.
 *
 * Returns: (transfer none) (nullable): the item
 */
gpointer
hr_list_find (const HrList *self, const char *id)
{
  return id != NULL ? g_hash_table_lookup (self->ids, id) : NULL;
}

gboolean
hr_list_get_position (const HrList *self, gconstpointer item, guint *position)
{
  return g_ptr_array_find (self->items, item, position);
}

/**
 * hr_list_insert:
 * @self: a list
 * @position: where to, at most the length
 * @item: (transfer none): an item of the list's type
 *
 * Puts an item into the list.
 */
void
hr_list_insert (HrList *self, guint position, gpointer item)
{
  g_return_if_fail (HR_IS_LIST (self));
  g_return_if_fail (position <= self->items->len);
  g_return_if_fail (g_type_is_a (G_OBJECT_TYPE (item), self->item_type));

  g_ptr_array_insert (self->items, (int) position, g_object_ref (item));
  g_hash_table_insert (self->ids, (char *) hr_item_get_id (item), item);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, 1);
}

void
hr_list_append (HrList *self, gpointer item)
{
  hr_list_insert (self, hr_list_get_n (self), item);
}

/**
 * hr_list_steal:
 * @self: a list
 * @position: a place below its length
 *
 * Takes an item out of the list.
 *
 * Returns: (transfer full): the item
 */
gpointer
hr_list_steal (HrList *self, guint position)
{
  gpointer item;

  g_return_val_if_fail (HR_IS_LIST (self), NULL);
  g_return_val_if_fail (position < self->items->len, NULL);

  item = g_ptr_array_steal_index (self->items, position);
  g_hash_table_remove (self->ids, hr_item_get_id (item));
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
  return item;
}

/**
 * hr_list_move:
 * @self: a list
 * @from: where the item stands
 * @to: where it stands afterwards
 *
 * Moves an item, and says that just the places between have changed.
 */
void
hr_list_move (HrList *self, guint from, guint to)
{
  guint first = MIN (from, to), n = MAX (from, to) - first + 1;

  g_return_if_fail (HR_IS_LIST (self));
  g_return_if_fail (first + n <= self->items->len);

  if (from == to)
    return;

  g_ptr_array_insert (self->items, (int) to, g_ptr_array_steal_index (self->items, from));
  g_list_model_items_changed (G_LIST_MODEL (self), first, n, n);
}
