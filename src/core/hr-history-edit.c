/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-history-edit.h"

#include "hr-item-variant.h"

static HrEdit *
edit_alloc (HrEditKind kind, gpointer item, HrList *list)
{
  HrEdit *self = g_new0 (HrEdit, 1);

  self->kind = kind;
  self->item = g_object_ref (item);
  self->list = list != NULL ? g_object_ref (list) : NULL;
  return self;
}

HrEdit *
hr_edit_new_set (gpointer item, const HrField *field, const GValue *value)
{
  HrEdit *self = edit_alloc (HR_EDIT_SET, item, NULL);

  self->field = field;
  g_object_get_property (item, field->name, &self->before);
  g_value_init (&self->after, G_VALUE_TYPE (value));
  g_value_copy (value, &self->after);
  return self;
}

HrEdit *
hr_edit_new_insert (HrList *list, guint position, gpointer item)
{
  HrEdit *self = edit_alloc (HR_EDIT_INSERT, item, list);

  self->to = position;
  self->content = g_variant_ref_sink (hr_item_to_variant (item));
  return self;
}

HrEdit *
hr_edit_new_remove (HrList *list, guint position)
{
  HrEdit *self = edit_alloc (HR_EDIT_REMOVE, hr_list_get (list, position), list);

  self->from = position;
  return self;
}

HrEdit *
hr_edit_new_move (HrList *list, guint from, guint to)
{
  HrEdit *self = edit_alloc (HR_EDIT_MOVE, hr_list_get (list, from), list);

  self->from = from;
  self->to = to;
  return self;
}

void
hr_edit_free (HrEdit *self)
{
  g_object_unref (self->item);
  g_clear_object (&self->list);
  g_clear_pointer (&self->content, g_variant_unref);
  if (self->kind == HR_EDIT_SET)
    {
      g_value_unset (&self->before);
      g_value_unset (&self->after);
    }
  g_free (self);
}

void
hr_edit_apply (const HrEdit *self)
{
  switch (self->kind)
    {
    case HR_EDIT_SET:
      g_object_set_property (self->item, self->field->name, &self->after);
      break;
    case HR_EDIT_INSERT:
      hr_list_insert (self->list, self->to, self->item);
      break;
    case HR_EDIT_REMOVE:
      g_object_unref (hr_list_steal (self->list, self->from));
      break;
    case HR_EDIT_MOVE:
      hr_list_move (self->list, self->from, self->to);
      break;
    default:
      g_assert_not_reached ();
    }
}

void
hr_edit_revert (const HrEdit *self)
{
  switch (self->kind)
    {
    case HR_EDIT_SET:
      g_object_set_property (self->item, self->field->name, &self->before);
      break;
    case HR_EDIT_INSERT:
      g_object_unref (hr_list_steal (self->list, self->to));
      break;
    case HR_EDIT_REMOVE:
      hr_list_insert (self->list, self->from, self->item);
      break;
    case HR_EDIT_MOVE:
      hr_list_move (self->list, self->to, self->from);
      break;
    default:
      g_assert_not_reached ();
    }
}
