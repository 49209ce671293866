/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "hr-format.h"
#include "hr-item-table-private.h"
#include "hr-item-text.h"
#include "hr-references.h"
#include "hr-window.h"

static HrHistory *
get_history (HrItemTable *self)
{
  return hr_document_get_history (self->document);
}

/* Returns: (nullable): the field of a column, %NULL if it is computed */
static const HrField *
get_field (HrItemTable *self, guint column)
{
  return hr_item_table_find_field (
      self, hr_grid_column_get_id (hr_grid_get_column (self->grid, column)));
}

/* Several changes of the rows follow each other. */
static void
begin_changes (HrItemTable *self)
{
  self->is_changing = TRUE;
}

static void
end_changes (HrItemTable *self)
{
  hr_item_table_sort (self);
  self->is_changing = FALSE;
  hr_item_table_follow (self);
}

static gpointer
make_item (HrItemTable *self, gpointer neighbour)
{
  return self->make != NULL ? self->make (self, neighbour, self->make_data)
                            : hr_item_new (self->item_type, NULL);
}

static char *
hr_item_table_get_entry (HrGridStore *store, HrGridPlace place)
{
  HrItemTable *self = HR_ITEM_TABLE (store);
  const HrField *field = get_field (self, place.column);
  gpointer item = hr_item_table_get_item (self, place.row);

  return field != NULL && item != NULL ? hr_item_text_to_entry (item, field) : NULL;
}

static char *
hr_item_table_get_plain (HrGridStore *store, HrGridPlace place)
{
  HrItemTable *self = HR_ITEM_TABLE (store);
  const HrField *field = get_field (self, place.column);

  return field != NULL
             ? hr_item_text_to_plain (hr_item_table_get_plan (self),
                                      hr_item_table_get_item (self, place.row), field)
             : NULL;
}

typedef struct
{
  HrItemTable *table;
  GHashTable *texts;
} Hints;

static gboolean
add_hint_cb (gpointer item, gpointer user_data)
{
  Hints *hints = user_data;

  if (G_OBJECT_TYPE (item) == hints->table->item_type)
    {
      char *text = hr_item_text_to_entry (item, hints->table->hint);

      if (*text != '\0')
        g_hash_table_add (hints->texts, text);
      else
        g_free (text);
    }
  return TRUE;
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

/* What the field is elsewhere in the plan. */
static GListModel *
get_hints (HrItemTable *self)
{
  Hints hints = { self, g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };
  g_autoptr (GPtrArray) texts = NULL;
  GListModel *choices;

  hr_item_walk (hr_item_table_get_plan (self), add_hint_cb, &hints);
  texts = g_hash_table_get_keys_as_ptr_array (hints.texts);
  g_ptr_array_sort (texts, compare_texts);
  choices = hr_references_new_for_texts (texts);
  g_hash_table_unref (hints.texts);
  return choices;
}

static GListModel *
hr_item_table_get_choices (HrGridStore *store, HrGridPlace place, HrGridChoice *kind)
{
  HrItemTable *self = HR_ITEM_TABLE (store);
  const HrField *field = get_field (self, place.column);

  if (field == NULL)
    return NULL;
  *kind = field == self->hint            ? HR_GRID_CHOICE_HINT
          : field->kind == HR_FIELD_REFS ? HR_GRID_CHOICE_SEVERAL
                                         : HR_GRID_CHOICE_ONE;
  if (field == self->hint)
    return get_hints (self);
  return field->kind == HR_FIELD_ENUM || field->kind == HR_FIELD_REF ||
                 field->kind == HR_FIELD_REFS
             ? hr_references_new (hr_item_table_get_plan (self), field)
             : NULL;
}

static gboolean
set_text (HrItemTable *self,
          gpointer item,
          const HrField *field,
          const char *text,
          GError **error)
{
  g_auto (GValue) value = G_VALUE_INIT;

  return hr_item_text_parse (hr_item_table_get_plan (self), field, text, &value, error) &&
         hr_history_set (get_history (self), item, field->name, &value, error);
}

/* The message begins with the field's label: of one cell it is a sentence, of many it has
 * to say which row. */
static void
pass_on (GError **error, GError *refusal, gboolean is_one, guint row)
{
  g_autofree char *sentence =
      is_one ? hr_format_capitalised (refusal->message)
             /* Translators: the number of a row, then what is wrong in it */
             : g_strdup_printf (_ ("Row %u, %s"), row + 1, refusal->message);

  g_set_error_literal (error, refusal->domain, refusal->code, sentence);
  g_error_free (refusal);
}

static gpointer
append_item (HrItemTable *self, GError **error)
{
  guint n = hr_list_get_n (self->list);
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->sorted));
  g_autoptr (HrItem) item =
      make_item (self, n_rows > 0 ? hr_item_table_get_item (self, n_rows - 1) : NULL);

  return hr_history_insert (get_history (self), self->list, n, item, error) ? item : NULL;
}

/* The items of the rows, and new ones for those past the end. */
static GPtrArray *
get_items (HrItemTable *self, guint first, guint n, GError **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->sorted));

  for (guint i = 0; i < n; i++)
    {
      gpointer item = first + i < n_rows ? hr_item_table_get_item (self, first + i)
                                         : append_item (self, error);

      if (item == NULL)
        return NULL;
      g_ptr_array_add (items, item);
    }
  return g_steal_pointer (&items);
}

static gboolean
write_cells (HrItemTable *self,
             GPtrArray *items,
             HrGridPlace from,
             const HrGridTable *texts,
             GError **error)
{
  for (guint row = 0; row < texts->n_rows; row++)
    for (guint i = 0; i < texts->n_columns; i++)
      {
        const HrField *field = get_field (self, from.column + i);
        GError *refusal = NULL;

        if (field == NULL || set_text (self, items->pdata[row], field,
                                       hr_grid_table_get (texts, row, i), &refusal))
          continue;
        pass_on (error, refusal, items->len == 1 && texts->n_columns == 1,
                 from.row + row);
        return FALSE;
      }
  return TRUE;
}

static gboolean
hr_item_table_write (HrGridStore *store,
                     HrGridPlace from,
                     const HrGridTable *texts,
                     GError **error)
{
  HrItemTable *self = HR_ITEM_TABLE (store);
  gboolean is_one = texts->n_rows == 1 && texts->n_columns == 1;
  HrHistory *history = get_history (self);
  g_autoptr (GPtrArray) items = NULL;
  gboolean good;

  begin_changes (self);
  if (!is_one)
    hr_history_begin (history, _ ("Change cells"));
  items = get_items (self, from.row, texts->n_rows, error);
  good = items != NULL && write_cells (self, items, from, texts, error);
  if (!is_one && good)
    hr_history_end (history);
  else if (!is_one)
    hr_history_cancel (history);
  end_changes (self);
  return good;
}

/* A cell is emptied to what it is in a new row. */
static gboolean
hr_item_table_clear (HrGridStore *store, const HrGridRange *range, GError **error)
{
  HrItemTable *self = HR_ITEM_TABLE (store);
  g_autoptr (HrGridTable) texts = hr_grid_table_new (range->n_rows, range->n_columns);
  g_autoptr (HrItem) blank = hr_item_new (self->item_type, NULL);

  for (guint row = 0; row < range->n_rows; row++)
    for (guint i = 0; i < range->n_columns; i++)
      {
        const HrField *field = get_field (self, range->column + i);

        if (field != NULL)
          hr_grid_table_take (texts, row, i, hr_item_text_to_entry (blank, field));
      }
  return hr_item_table_write (store, (HrGridPlace) { range->row, range->column }, texts,
                              error);
}

static char *
describe_rows (HrItemTable *self, guint row, guint n_rows)
{
  gpointer item = hr_item_table_get_item (self, row);

  if (n_rows == 1)
    return g_strdup (hr_item_get_name (item));
  return g_strdup_printf (ngettext ("%u row", "%u rows", n_rows), n_rows);
}

static void
hr_item_table_remove (HrGridStore *store, guint row, guint n_rows)
{
  HrItemTable *self = HR_ITEM_TABLE (store);
  HrHistory *history = get_history (self);
  g_autofree char *name = describe_rows (self, row, n_rows);
  g_autofree char *label = g_strdup_printf (_ ("Remove %s"), name);
  g_autoptr (GPtrArray) items = get_items (self, row, n_rows, NULL);
  HrGridPlace cursor = { row, 0 };
  guint position;

  hr_grid_get_cursor (self->grid, &cursor);
  g_set_object (&self->removed, items->pdata[0]);
  g_set_str (&self->removed_from,
             hr_grid_column_get_id (hr_grid_get_column (self->grid, cursor.column)));
  hr_window_toast_removed (HR_WINDOW (gtk_widget_get_root (GTK_WIDGET (self->grid))),
                           name);
  begin_changes (self);
  hr_history_begin (history, label);
  for (guint i = 0; i < items->len; i++)
    if (hr_list_get_position (self->list, items->pdata[i], &position))
      hr_history_remove (history, self->list, position);
  hr_history_end (history);
  end_changes (self);
  hr_grid_set_cursor (self->grid, (HrGridPlace) { row, cursor.column });
}

static gboolean
insert_copies (HrItemTable *self, GPtrArray *items, GError **error)
{
  guint position;

  if (!hr_list_get_position (self->list, items->pdata[items->len - 1], &position))
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    {
      g_autoptr (HrItem) copy = hr_item_copy_anew (items->pdata[i]);

      if (!hr_history_insert (get_history (self), self->list, ++position, copy, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
hr_item_table_duplicate (HrGridStore *store, guint row, guint n_rows, GError **error)
{
  HrItemTable *self = HR_ITEM_TABLE (store);
  g_autofree char *name = describe_rows (self, row, n_rows);
  g_autofree char *label = g_strdup_printf (_ ("Duplicate %s"), name);
  g_autoptr (GPtrArray) items = get_items (self, row, n_rows, NULL);
  HrGridPlace cursor;
  gboolean good;

  hr_grid_get_cursor (self->grid, &cursor);
  begin_changes (self);
  hr_history_begin (get_history (self), label);
  good = insert_copies (self, items, error);
  if (good)
    hr_history_end (get_history (self));
  else
    hr_history_cancel (get_history (self));
  end_changes (self);
  if (good)
    hr_grid_select (self->grid, (HrGridPlace) { row + 2 * n_rows - 1, cursor.column },
                    (HrGridPlace) { row + n_rows, cursor.column });
  return good;
}

/* One item after the other, each behind the one before. */
static gboolean
move_items (
    HrItemTable *self, GPtrArray *items, gpointer target, gboolean after, GError **error)
{
  for (guint i = 0; i < items->len; i++)
    {
      guint from, to;

      if (self->section != NULL)
        {
          g_autofree char *section = hr_item_text_to_entry (target, self->section);

          if (!set_text (self, items->pdata[i], self->section, section, error))
            return FALSE;
        }
      hr_list_get_position (self->list, items->pdata[i], &from);
      hr_list_get_position (self->list, target, &to);
      if (after && from > to)
        to++;
      else if (!after && from < to)
        to--;
      if (from != to)
        hr_history_move (get_history (self), self->list, from, to);
      target = items->pdata[i];
      after = TRUE;
    }
  return TRUE;
}

static gboolean
hr_item_table_move (HrGridStore *store,
                    guint row,
                    guint n_rows,
                    guint target,
                    gboolean after,
                    GError **error)
{
  HrItemTable *self = HR_ITEM_TABLE (store);
  g_autoptr (GPtrArray) items = get_items (self, row, n_rows, NULL);
  gpointer other = hr_item_table_get_item (self, target);
  HrGridRange range;
  HrGridPlace cursor;
  gboolean good;

  if (hr_grid_get_sort_column (self->grid) != NULL)
    {
      g_set_error (error, HR_ERROR, HR_ERROR_RANGE,
                   _ ("Rows are moved in their own order; now they are sorted by “%s”"),
                   hr_grid_column_get_title (hr_grid_get_sort_column (self->grid)));
      return FALSE;
    }
  hr_grid_get_selection (self->grid, &range);
  hr_grid_get_cursor (self->grid, &cursor);
  begin_changes (self);
  hr_history_begin (get_history (self), _ ("Move rows"));
  good = move_items (self, items, other, after, error);
  if (good)
    hr_history_end (get_history (self));
  else
    hr_history_cancel (get_history (self));
  end_changes (self);
  if (hr_item_table_find_row (self, items->pdata[0], &row))
    {
      HrGridPlace to = { row, cursor.column };

      hr_grid_select (
          self->grid,
          (HrGridPlace) { row + n_rows - 1, cursor.column == range.column
                                                ? range.column + range.n_columns - 1
                                                : range.column },
          to);
      hr_grid_scroll_to (self->grid, to);
    }
  return good;
}

/**
 * hr_item_table_add:
 * @self: a table
 * @error: return location for a [error@Error]
 *
 * Adds an item below the cursor's.
 *
 * Returns: (transfer none) (nullable): the item
 */
gpointer
hr_item_table_add (HrItemTable *self, GError **error)
{
  gpointer current = hr_item_table_get_current (self);
  guint position = hr_list_get_n (self->list);
  g_autoptr (HrItem) item = make_item (self, current);

  if (current != NULL && hr_list_get_position (self->list, current, &position))
    position++;
  return hr_history_insert (get_history (self), self->list, position, item, error) ? item
                                                                                   : NULL;
}

/* ---- As a store ---- */

void
hr_item_table_init_store (HrGridStoreInterface *iface)
{
  iface->get_entry = hr_item_table_get_entry;
  iface->get_plain = hr_item_table_get_plain;
  iface->get_choices = hr_item_table_get_choices;
  iface->write = hr_item_table_write;
  iface->clear = hr_item_table_clear;
  iface->remove = hr_item_table_remove;
  iface->duplicate = hr_item_table_duplicate;
  iface->move = hr_item_table_move;
}
