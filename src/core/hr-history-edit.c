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

/* Of accounts it is the old ones that only this holds; a cell has at most 16 bytes, as a
 * rule. */
static gsize
size_of_accounts (const GValue *before)
{
  const HrPortfolio *portfolio = g_value_get_object (before);

  return portfolio == NULL ? 0
                           : 16 * hr_portfolio_get_n_accounts (portfolio) *
                                 hr_portfolio_get_n_columns (portfolio);
}

static gsize
take_size (GVariant *variant)
{
  g_autoptr (GVariant) owned = g_variant_ref_sink (variant);

  return g_variant_get_size (owned);
}

/* About how many bytes it keeps from being freed. */
gsize
hr_edit_get_size (const HrEdit *self)
{
  switch (self->kind)
    {
    case HR_EDIT_SET:
      if (self->field->kind == HR_FIELD_PORTFOLIO)
        return sizeof *self + size_of_accounts (&self->before);
      return sizeof *self + take_size (hr_field_to_variant (self->field, &self->before)) +
             take_size (hr_field_to_variant (self->field, &self->after));
    case HR_EDIT_INSERT:
      return sizeof *self + g_variant_get_size (self->content);
    case HR_EDIT_REMOVE:
      return sizeof *self + take_size (hr_item_to_variant (self->item));
    case HR_EDIT_MOVE:
    default:
      return sizeof *self;
    }
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
