/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-item-set.h"

/* Ids are interned, so that a type and two pointers say it all. */
typedef struct
{
  GType type;
  const char *id;
} Identity;

struct _HrItemSet
{
  GHashTable *identities; /* (owned) (element-type Identity) */
};

static guint
hash_identity (gconstpointer data)
{
  const Identity *identity = data;

  return g_direct_hash (identity->id) * 31 + (guint) (identity->type >> 4);
}

static gboolean
equal_identities (gconstpointer a, gconstpointer b)
{
  const Identity *left = a, *right = b;

  return left->id == right->id && left->type == right->type;
}

HrItemSet *
hr_item_set_new (void)
{
  HrItemSet *self = g_new0 (HrItemSet, 1);

  self->identities =
      g_hash_table_new_full (hash_identity, equal_identities, g_free, NULL);
  return self;
}

void
hr_item_set_free (HrItemSet *self)
{
  g_hash_table_unref (self->identities);
  g_free (self);
}

/**
 * hr_item_set_add:
 * @self: a set
 * @item: an item that stays alive as long as the set
 *
 * Adds one item, not what it owns.
 *
 * Returns: %FALSE if one of its type and id was there already
 */
gboolean
hr_item_set_add (HrItemSet *self, gconstpointer item)
{
  Identity *identity = g_new (Identity, 1);

  *identity = (Identity) { G_OBJECT_TYPE (item), hr_item_get_id (item) };
  return g_hash_table_add (self->identities, identity);
}

/**
 * hr_item_set_contains:
 * @self: a set
 * @type: a type of item
 * @id: an interned id
 *
 * Says whether an item is in the set.
 */
gboolean
hr_item_set_contains (HrItemSet *self, GType type, const char *id)
{
  return g_hash_table_contains (self->identities, &(Identity) { type, id });
}

/**
 * hr_item_set_is_referred_to:
 * @self: a set
 * @item: an item
 * @field: one of its fields
 *
 * Says whether the field names anything of the set.
 */
gboolean
hr_item_set_is_referred_to (HrItemSet *self, gconstpointer item, const HrField *field)
{
  guint n;
  char *const *ids = hr_item_get_references (item, field, &n);

  for (guint i = 0; i < n; i++)
    if (hr_item_set_contains (self, field->type (), ids[i]))
      return TRUE;
  return FALSE;
}
