/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "hr-item-member.h"

/* Items with all they own: copied, compared, visited. */

static void
copy_list (HrList *to, HrList *from)
{
  for (guint i = 0; i < hr_list_get_n (from); i++)
    {
      g_autoptr (HrItem) copy = hr_item_copy (hr_list_get (from, i));

      hr_list_append (to, copy);
    }
}

static gpointer
copy_item (gconstpointer item, const char *id, gboolean with_lists)
{
  HrItemClass *klass = HR_ITEM_GET_CLASS ((gpointer) item);
  HrItem *copy = hr_item_new (G_OBJECT_TYPE (item), id);

  g_object_set (copy, "tags", hr_item_get_tags (item), NULL);
  for (guint i = 0; i < klass->n_fields; i++)
    {
      const HrField *field = &klass->fields[i];
      g_auto (GValue) value = G_VALUE_INIT;

      if (field->kind == HR_FIELD_LIST)
        {
          if (with_lists)
            copy_list (hr_item_get_list (copy, field), hr_item_get_list (item, field));
          continue;
        }
      g_object_get_property ((GObject *) item, field->name, &value);
      hr_item_write_member (copy, field, &value);
    }
  return copy;
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
  return copy_item (item, hr_item_get_id (item), TRUE);
}

/**
 * hr_item_copy_anew:
 * @item: an item
 *
 * Copies an item under another id, so that it can stand beside it, and without what it
 * owns.
 *
 * Returns: (transfer full): the copy
 */
gpointer
hr_item_copy_anew (gconstpointer item)
{
  return copy_item (item, NULL, FALSE);
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

static gboolean
properties_equal (gconstpointer a, gconstpointer b, const HrField *field)
{
  g_auto (GValue) left = G_VALUE_INIT, right = G_VALUE_INIT;

  g_object_get_property ((GObject *) a, field->name, &left);
  g_object_get_property ((GObject *) b, field->name, &right);
  return hr_field_equal (field, &left, &right);
}

/**
 * hr_item_same_value:
 * @a: an item
 * @b: another of its type
 * @field: one of their fields, not a list
 *
 * Says whether both have the same in a field, as hr_field_equal() does, and at once for
 * what lies in the member itself.
 */
gboolean
hr_item_same_value (gconstpointer a, gconstpointer b, const HrField *field)
{
  gconstpointer left = hr_item_member (a, field), right = hr_item_member (b, field);
  double x, y;

  switch (field->kind)
    {
    case HR_FIELD_TEXT:
    case HR_FIELD_REF:
      return g_strcmp0 (*(char *const *) left, *(char *const *) right) == 0;
    case HR_FIELD_ENUM:
    case HR_FIELD_FLAG:
    case HR_FIELD_INTEGER:
      return *(const int *) left == *(const int *) right;
    case HR_FIELD_NUMBER:
      x = *(const double *) left;
      y = *(const double *) right;
      return x == y || (isnan (x) && isnan (y));
    case HR_FIELD_MONEY:
      return *(const gint64 *) left == *(const gint64 *) right;
    case HR_FIELD_REFS:
    case HR_FIELD_RULE:
    case HR_FIELD_PORTFOLIO:
    case HR_FIELD_TAGS:
    case HR_FIELD_LIST:
    default:
      return properties_equal (a, b, field);
    }
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

      if (field->kind == HR_FIELD_LIST
              ? !lists_equal (hr_item_get_list (a, field), hr_item_get_list (b, field))
              : !hr_item_same_value (a, b, field))
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
