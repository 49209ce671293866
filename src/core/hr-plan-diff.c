/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-plan-diff.h"

/* An item, and where it stands. */
typedef struct
{
  HrItem *item;
  const char *owner; /* (nullable): its owner's id */
  guint position;
} Place;

static char *
key_of (gpointer item)
{
  return g_strconcat (G_OBJECT_TYPE_NAME (item), " ", hr_item_get_id (item), NULL);
}

static void
add_places (GHashTable *places, HrItem *item)
{
  guint n_fields;
  const HrField *fields = hr_item_type_get_fields (G_OBJECT_TYPE (item), &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      HrList *list;

      if (fields[i].kind != HR_FIELD_LIST)
        continue;
      list = hr_item_get_list (item, &fields[i]);
      for (guint j = 0; j < hr_list_get_n (list); j++)
        {
          Place *place = g_new (Place, 1);

          *place = (Place) { hr_list_get (list, j), hr_item_get_id (item), j };
          g_hash_table_insert (places, key_of (place->item), place);
          add_places (places, place->item);
        }
    }
}

static GHashTable *
list_places (HrPlan *plan)
{
  GHashTable *places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  add_places (places, HR_ITEM (plan));
  return places;
}

/* Compares what an item holds itself, not what it owns. */
static gboolean
equal_fields (gpointer a, gpointer b)
{
  guint n_fields;
  const HrField *fields = hr_item_type_get_fields (G_OBJECT_TYPE (a), &n_fields);

  if (!hr_tags_equal (hr_item_get_tags (a), hr_item_get_tags (b)))
    return FALSE;
  for (guint i = 0; i < n_fields; i++)
    if (fields[i].kind != HR_FIELD_LIST && fields[i].kind != HR_FIELD_PORTFOLIO &&
        !hr_item_same_value (a, b, &fields[i]))
      return FALSE;
  return TRUE;
}

static void
compare_places (const Place *mine, const Place *other, HrPlanDiff *diff)
{
  if (other == NULL)
    diff->n_removed++;
  else if (mine->position != other->position ||
           g_strcmp0 (mine->owner, other->owner) != 0 ||
           !equal_fields (mine->item, other->item))
    diff->n_changed++;
}

static gsize
count_accounts (HrPlan *plan)
{
  return plan->portfolio != NULL ? hr_portfolio_get_n_accounts (plan->portfolio) : 0;
}

/**
 * hr_plan_compare:
 * @self: a plan
 * @other: another, as a rule an earlier or later state of the same
 * @diff: (out): how far @other is apart from @self
 *
 * Counts what differs. Items are the same if their ids are.
 */
void
hr_plan_compare (HrPlan *self, HrPlan *other, HrPlanDiff *diff)
{
  g_autoptr (GHashTable) mine = list_places (self);
  g_autoptr (GHashTable) theirs = list_places (other);
  GHashTableIter iter;
  gpointer key, place;
  guint n_common;

  *diff = (HrPlanDiff) {
    .n_changed = !equal_fields (self, other),
    .accounts_differ = !hr_portfolio_equal (self->portfolio, other->portfolio),
    .n_accounts = count_accounts (self),
    .n_other_accounts = count_accounts (other),
  };
  g_hash_table_iter_init (&iter, mine);
  while (g_hash_table_iter_next (&iter, &key, &place))
    compare_places (place, g_hash_table_lookup (theirs, key), diff);
  n_common = g_hash_table_size (mine) - diff->n_removed;
  diff->n_added = g_hash_table_size (theirs) - n_common;
}

gboolean
hr_plan_diff_is_empty (const HrPlanDiff *self)
{
  return self->n_added == 0 && self->n_removed == 0 && self->n_changed == 0 &&
         !self->accounts_differ;
}
