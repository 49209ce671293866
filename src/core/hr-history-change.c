/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "hr-history-private.h"

/* What may be done to an open plan. */

/* A benchmark's or an import's name must not stay on a number that a person typed
 * over it; what is typed is assumed. */
static void
record_typed (HrHistory *self, gpointer item, const HrField *field)
{
  const HrTag assumed = { HR_TAG_ASSUMED, NULL, 0 };
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, HR_TYPE_TAGS);
  g_value_take_boxed (&value,
                      hr_tags_with (hr_item_get_tags (item), field->name, &assumed));
  if (!hr_tags_equal (hr_item_get_tags (item), g_value_get_boxed (&value)))
    hr_history_record (self,
                       hr_edit_new_set (item, hr_item_find_field (item, "tags"), &value));
}

/**
 * hr_history_set:
 * @self: a history
 * @item: an item of the plan, or the plan itself
 * @property: the property to change
 * @value: its new value, of the property's type
 * @error: return location for a [error@Error]
 *
 * Changes a property. A figure that changes is tagged as assumed; whoever knows
 * better calls [method@History.set_tag] in the same group.
 *
 * Returns: %FALSE if the value is refused; then nothing has changed
 */
gboolean
hr_history_set (HrHistory *self,
                gpointer item,
                const char *property,
                const GValue *value,
                GError **error)
{
  const HrField *field;
  g_autofree char *label = NULL;

  g_return_val_if_fail (HR_IS_HISTORY (self), FALSE);
  g_return_val_if_fail (HR_IS_ITEM (item), FALSE);

  field = hr_item_find_field (item, property);
  g_return_val_if_fail (field != NULL && field->kind != HR_FIELD_LIST, FALSE);

  if (!hr_plan_check_value (hr_history_get_plan (self), item, field, value, error))
    return FALSE;
  if (hr_item_has_value (item, field, value))
    return TRUE;

  label =
      g_strdup_printf (_ ("Edit %s of %s"), _ (field->label), hr_item_get_name (item));
  hr_history_begin (self, label);
  hr_history_record (self, hr_edit_new_set (item, field, value));
  if ((field->flags & HR_FIELD_FIGURE) != 0)
    record_typed (self, item, field);
  hr_history_end (self);
  return TRUE;
}

/**
 * hr_history_set_tag:
 * @self: a history
 * @item: an item of the plan
 * @property: one of its figures
 * @tag: (nullable): where it came from, or %NULL to forget that
 * @error: return location for a [error@Error]
 *
 * Says where a figure came from.
 */
gboolean
hr_history_set_tag (HrHistory *self,
                    gpointer item,
                    const char *property,
                    const HrTag *tag,
                    GError **error)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_return_val_if_fail (HR_IS_HISTORY (self), FALSE);
  g_return_val_if_fail (HR_IS_ITEM (item), FALSE);
  g_return_val_if_fail (hr_item_find_field (item, property) != NULL, FALSE);

  g_value_init (&value, HR_TYPE_TAGS);
  g_value_take_boxed (&value, hr_tags_with (hr_item_get_tags (item), property, tag));
  return hr_history_set (self, item, "tags", &value, error);
}

/**
 * hr_history_insert:
 * @self: a history
 * @list: a list of the plan
 * @position: where to, at most its length
 * @item: (transfer none): a new item with all it owns
 * @error: return location for a [error@Error]
 *
 * Puts a new item into a list.
 *
 * Returns: %FALSE if an id is taken, a reference leads nowhere or a value is refused;
 * then nothing has changed
 */
gboolean
hr_history_insert (
    HrHistory *self, HrList *list, guint position, gpointer item, GError **error)
{
  g_autofree char *label = NULL;

  g_return_val_if_fail (HR_IS_HISTORY (self), FALSE);
  g_return_val_if_fail (HR_IS_LIST (list) && HR_IS_ITEM (item), FALSE);
  g_return_val_if_fail (G_OBJECT_TYPE (item) == hr_list_get_item_type (list), FALSE);
  g_return_val_if_fail (position <= hr_list_get_n (list), FALSE);

  if (!hr_plan_check_newcomer (hr_history_get_plan (self), item, error))
    return FALSE;

  label = g_strdup_printf (_ ("Add %s"), hr_item_get_name (item));
  hr_history_begin (self, label);
  hr_history_record (self, hr_edit_new_insert (list, position, item));
  hr_history_end (self);
  return TRUE;
}

typedef struct
{
  HrHistory *history;
  HrItemSet *leaving;
} Departure;

static void
drop_references (Departure *departure, gpointer item, const HrField *field)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, hr_field_get_value_type (field));
  if (field->kind == HR_FIELD_REFS)
    {
      g_autoptr (GStrvBuilder) left = g_strv_builder_new ();
      guint n_ids;
      char *const *ids = hr_item_get_references (item, field, &n_ids);

      for (guint i = 0; i < n_ids; i++)
        if (!hr_item_set_contains (departure->leaving, field->type (), ids[i]))
          g_strv_builder_add (left, ids[i]);
      g_value_take_boxed (&value, g_strv_builder_end (left));
    }
  hr_history_record (departure->history, hr_edit_new_set (item, field, &value));
}

static gboolean
item_stays_cb (gpointer item, gpointer data)
{
  Departure *departure = data;
  HrItemClass *klass = HR_ITEM_GET_CLASS (item);

  if (hr_item_set_contains (departure->leaving, G_OBJECT_TYPE (item),
                            hr_item_get_id (item)))
    return TRUE;

  for (guint i = 0; i < klass->n_fields; i++)
    if (hr_item_set_is_referred_to (departure->leaving, item, &klass->fields[i]))
      drop_references (departure, item, &klass->fields[i]);
  return TRUE;
}

/* References first, then what cannot be without the item, then the item: so at no time
 * does a reference lead nowhere. */
static void
remove_with_dependents (HrHistory *self, HrList *list, gpointer item)
{
  g_autoptr (HrItemSet) leaving = hr_item_set_new ();
  g_autoptr (GPtrArray) dependents =
      hr_plan_find_dependents (hr_history_get_plan (self), item, leaving);
  guint position;

  hr_item_walk (hr_history_get_plan (self), item_stays_cb,
                &(Departure) { self, leaving });
  for (guint i = dependents->len; i > 0; i--)
    {
      gpointer dependent = g_ptr_array_index (dependents, i - 1);
      HrList *owner = hr_plan_find_owner (hr_history_get_plan (self), dependent);

      if (owner != NULL && hr_list_get_position (owner, dependent, &position))
        hr_history_record (self, hr_edit_new_remove (owner, position));
    }
  if (hr_list_get_position (list, item, &position))
    hr_history_record (self, hr_edit_new_remove (list, position));
}

/**
 * hr_history_remove:
 * @self: a history
 * @list: a list of the plan
 * @position: a place below its length
 *
 * Takes an item out of the plan, with all that refers to it.
 *
 * References to it are cleared; what makes no sense without it, like the journeys of
 * a segment, leaves with it. All of this is one step.
 */
void
hr_history_remove (HrHistory *self, HrList *list, guint position)
{
  g_autofree char *label = NULL;
  gpointer item;

  g_return_if_fail (HR_IS_HISTORY (self));
  g_return_if_fail (HR_IS_LIST (list) && position < hr_list_get_n (list));

  item = hr_list_get (list, position);
  label = g_strdup_printf (_ ("Remove %s"), hr_item_get_name (item));
  hr_history_begin (self, label);
  remove_with_dependents (self, list, item);
  hr_history_end (self);
}

/**
 * hr_history_move:
 * @self: a history
 * @list: a list of the plan
 * @from: where the item stands
 * @to: where it stands afterwards
 *
 * Changes the order of a list.
 */
void
hr_history_move (HrHistory *self, HrList *list, guint from, guint to)
{
  g_autofree char *label = NULL;

  g_return_if_fail (HR_IS_HISTORY (self));
  g_return_if_fail (HR_IS_LIST (list));
  g_return_if_fail (from < hr_list_get_n (list) && to < hr_list_get_n (list));

  if (from == to)
    return;

  label = g_strdup_printf (_ ("Move %s"), hr_item_get_name (hr_list_get (list, from)));
  hr_history_begin (self, label);
  hr_history_record (self, hr_edit_new_move (list, from, to));
  hr_history_end (self);
}
