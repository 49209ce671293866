/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-history-replay.h"

#include <glib/gi18n-lib.h>

#include "hr-history-private.h"
#include "hr-item-variant.h"

/* What stands beside the kind, the type and the id: of the item that is set, or else of
 * the one that owns the list. What was before follows from the steps before. */
#define SET_TYPE "(sv)"
#define INSERT_TYPE "(su" HR_ITEM_VARIANT_TYPE ")"
#define REMOVE_TYPE "(su)"
#define MOVE_TYPE "(suu)"

struct _HrReplay
{
  HrHistory *history;
  HrPortfolioShelf shelf;
  GHashTable *items; /* (owned) (element-type utf8 HrItem): "HrRole csm" → item */
};

/* ---- Writing -------------------------------------------------------------------------
 */

static GVariant *
value_to_variant (const HrEdit *edit, const HrPortfolioShelf *shelf, GError **error)
{
  HrPortfolio *portfolio;
  gint64 number = 0;

  if (edit->field->kind != HR_FIELD_PORTFOLIO)
    return hr_field_to_variant (edit->field, &edit->after);

  portfolio = g_value_get_object (&edit->after);
  if (portfolio != NULL && (number = shelf->put (shelf->data, portfolio, error)) == 0)
    return NULL;
  return g_variant_new_int64 (number);
}

static GVariant *
edit_to_variant (const HrEdit *edit, const HrPortfolioShelf *shelf, GError **error)
{
  const HrField *field = edit->field;
  gpointer item = edit->item;
  GVariant *more = NULL;

  if (edit->kind != HR_EDIT_SET)
    item = hr_list_get_owner (edit->list, &field);
  switch (edit->kind)
    {
    case HR_EDIT_SET:
      more = value_to_variant (edit, shelf, error);
      if (more == NULL)
        return NULL;
      more = g_variant_new (SET_TYPE, field->name, more);
      break;
    case HR_EDIT_INSERT:
      more = g_variant_new ("(su@" HR_ITEM_VARIANT_TYPE ")", field->name, edit->to,
                            edit->content);
      break;
    case HR_EDIT_REMOVE:
      more = g_variant_new (REMOVE_TYPE, field->name, edit->from);
      break;
    case HR_EDIT_MOVE:
      more = g_variant_new (MOVE_TYPE, field->name, edit->from, edit->to);
      break;
    default:
      g_return_val_if_reached (NULL);
    }
  return g_variant_new ("(yssv)", (guchar) edit->kind, G_OBJECT_TYPE_NAME (item),
                        hr_item_get_id (item), more);
}

/**
 * hr_history_write_step:
 * @self: a history
 * @step: which of its steps
 * @shelf: where portfolios go
 * @error: return location for a [error@Error]
 *
 * Writes down what a step does, so that [method@Replay.step] can do it again.
 *
 * Returns: (transfer floating) (nullable): of the type %HR_STEP_VARIANT_TYPE; %NULL if
 *   @shelf failed
 */
GVariant *
hr_history_write_step (HrHistory *self,
                       guint step,
                       const HrPortfolioShelf *shelf,
                       GError **error)
{
  g_auto (GVariantBuilder) builder =
      G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE (HR_STEP_VARIANT_TYPE));
  GPtrArray *edits = hr_history_get_edits (self, step);

  for (guint i = 0; i < edits->len; i++)
    {
      GVariant *edit = edit_to_variant (g_ptr_array_index (edits, i), shelf, error);

      if (edit == NULL)
        return NULL;
      g_variant_builder_add_value (&builder, edit);
    }
  return g_variant_builder_end (&builder);
}

/* ---- Doing again ---------------------------------------------------------------------
 */

static gboolean
refuse (GError **error, HrError code, const char *why)
{
  g_set_error_literal (error, HR_ERROR, code, why);
  return FALSE;
}

static char *
key_of (const char *type, const char *id)
{
  return g_strconcat (type, " ", id, NULL);
}

static gboolean
add_item_cb (gpointer item, gpointer data)
{
  g_hash_table_insert (data, key_of (G_OBJECT_TYPE_NAME (item), hr_item_get_id (item)),
                       item);
  return TRUE;
}

static gboolean
forget_item_cb (gpointer item, gpointer data)
{
  g_autofree char *key = key_of (G_OBJECT_TYPE_NAME (item), hr_item_get_id (item));

  g_hash_table_remove (data, key);
  return TRUE;
}

static gboolean
item_is_new_cb (gpointer item, gpointer data)
{
  g_autofree char *key = key_of (G_OBJECT_TYPE_NAME (item), hr_item_get_id (item));

  return !g_hash_table_contains (data, key);
}

static void
index_items (HrReplay *self)
{
  g_hash_table_remove_all (self->items);
  hr_item_walk (hr_history_get_plan (self->history), add_item_cb, self->items);
}

/**
 * hr_replay_new:
 * @history: (transfer none): what the steps are done to; nobody else does anything to it
 *   meanwhile
 * @shelf: where portfolios are
 *
 * Makes ready to do steps again.
 */
HrReplay *
hr_replay_new (HrHistory *history, const HrPortfolioShelf *shelf)
{
  HrReplay *self = g_new0 (HrReplay, 1);

  self->history = g_object_ref (history);
  self->shelf = *shelf;
  self->items = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  index_items (self);
  return self;
}

void
hr_replay_free (HrReplay *self)
{
  g_hash_table_unref (self->items);
  g_object_unref (self->history);
  g_free (self);
}

static gboolean
read_portfolio (HrReplay *self, GVariant *variant, GValue *value, GError **error)
{
  HrPortfolio *portfolio;
  gint64 number;

  g_value_init (value, HR_TYPE_PORTFOLIO);
  if (!g_variant_is_of_type (variant, G_VARIANT_TYPE_INT64))
    return refuse (error, HR_ERROR_SYNTAX, _ ("this is not a change of a plan"));
  number = g_variant_get_int64 (variant);
  if (number == 0)
    return TRUE;
  portfolio = self->shelf.get (self->shelf.data, number, error);
  g_value_take_object (value, portfolio);
  return portfolio != NULL;
}

static gboolean
do_set (HrReplay *self, gpointer item, GVariant *more, GError **error)
{
  const char *property;
  g_autoptr (GVariant) variant = NULL;
  g_auto (GValue) value = G_VALUE_INIT;
  const HrField *field;

  g_variant_get (more, "(&sv)", &property, &variant);
  field = hr_item_find_field (item, property);
  if (field == NULL || field->kind == HR_FIELD_LIST)
    return refuse (error, HR_ERROR_REFERENCE, _ ("what is set does not exist"));
  if (!(field->kind == HR_FIELD_PORTFOLIO
            ? read_portfolio (self, variant, &value, error)
            : hr_field_from_variant (field, variant, &value, error)))
    return FALSE;
  hr_history_record (self->history, hr_edit_new_set (item, field, &value));
  return TRUE;
}

static gboolean
do_insert (HrReplay *self, HrList *list, guint to, GVariant *content, GError **error)
{
  g_autoptr (HrItem) item = NULL;

  if (to > hr_list_get_n (list))
    return refuse (error, HR_ERROR_RANGE, _ ("the place does not exist"));
  item = hr_item_from_variant (hr_list_get_item_type (list), content, error);
  if (item == NULL)
    return FALSE;
  if (!hr_item_walk (item, item_is_new_cb, self->items))
    return refuse (error, HR_ERROR_DUPLICATE, _ ("what is added is there already"));

  hr_history_record (self->history, hr_edit_new_insert (list, to, item));
  hr_item_walk (item, add_item_cb, self->items);
  return TRUE;
}

/* Removes, or moves, what is @from. */
static gboolean
do_take (HrReplay *self, HrList *list, guint from, const guint *to, GError **error)
{
  if (from >= hr_list_get_n (list) || (to != NULL && *to >= hr_list_get_n (list)))
    return refuse (error, HR_ERROR_RANGE, _ ("the place does not exist"));

  if (to != NULL)
    {
      hr_history_record (self->history, hr_edit_new_move (list, from, *to));
      return TRUE;
    }
  hr_item_walk (hr_list_get (list, from), forget_item_cb, self->items);
  hr_history_record (self->history, hr_edit_new_remove (list, from));
  return TRUE;
}

static gboolean
change_list (
    HrReplay *self, HrEditKind kind, gpointer owner, GVariant *more, GError **error)
{
  g_autoptr (GVariant) name = g_variant_get_child_value (more, 0);
  g_autoptr (GVariant) from = g_variant_get_child_value (more, 1);
  const HrField *field = hr_item_find_field (owner, g_variant_get_string (name, NULL));
  guint place = g_variant_get_uint32 (from), to;
  g_autoptr (GVariant) content = NULL;
  HrList *list;

  if (field == NULL || field->kind != HR_FIELD_LIST)
    return refuse (error, HR_ERROR_REFERENCE, _ ("the list does not exist"));

  list = hr_item_get_list (owner, field);
  switch (kind)
    {
    case HR_EDIT_INSERT:
      content = g_variant_get_child_value (more, 2);
      return do_insert (self, list, place, content, error);
    case HR_EDIT_REMOVE:
      return do_take (self, list, place, NULL, error);
    case HR_EDIT_MOVE:
      g_variant_get_child (more, 2, "u", &to);
      return do_take (self, list, place, &to, error);
    case HR_EDIT_SET:
    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
do_edit (HrReplay *self, GVariant *edit, GError **error)
{
  static const char *const TYPES[] = { SET_TYPE, INSERT_TYPE, REMOVE_TYPE, MOVE_TYPE };
  g_autoptr (GVariant) more = NULL;
  g_autofree char *key = NULL;
  const char *type, *id;
  gpointer item;
  guchar kind;

  g_variant_get (edit, "(y&s&sv)", &kind, &type, &id, &more);
  if (kind >= G_N_ELEMENTS (TYPES) ||
      !g_variant_is_of_type (more, G_VARIANT_TYPE (TYPES[kind])))
    return refuse (error, HR_ERROR_SYNTAX, _ ("this is not a change of a plan"));

  key = key_of (type, id);
  item = g_hash_table_lookup (self->items, key);
  if (item == NULL)
    return refuse (error, HR_ERROR_REFERENCE, _ ("what is changed does not exist"));
  return kind == HR_EDIT_SET ? do_set (self, item, more, error)
                             : change_list (self, (HrEditKind) kind, item, more, error);
}

/**
 * hr_replay_step:
 * @self: a replay
 * @label: what the step was called
 * @revision: what it made of the plan: more than the step before
 * @step: what may have been written by [method@History.write_step]
 * @error: return location for a [error@Error]
 *
 * Does a step again. Values, places and ids are checked; that all references lead
 * somewhere is to be asked of the plan afterwards.
 *
 * Returns: %FALSE if it is not a step of this plan; then nothing has changed
 */
gboolean
hr_replay_step (
    HrReplay *self, const char *label, guint64 revision, GVariant *step, GError **error)
{
  gsize n;

  if (!g_variant_is_of_type (step, G_VARIANT_TYPE (HR_STEP_VARIANT_TYPE)) ||
      !g_variant_is_normal_form (step) ||
      revision <= hr_history_get_revision (self->history))
    return refuse (error, HR_ERROR_SYNTAX, _ ("this is not a step of a plan"));

  n = g_variant_n_children (step);
  hr_history_begin (self->history, label);
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GVariant) edit = g_variant_get_child_value (step, i);

      if (do_edit (self, edit, error))
        continue;
      hr_history_cancel (self->history);
      index_items (self);
      return FALSE;
    }
  hr_history_end_as (self->history, revision);
  return TRUE;
}
