/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-item-table-private.h"

#include "hr-format.h"
#include "hr-item-text.h"

typedef struct
{
  HrItemCellFunc func;
  gpointer user_data;
} Computed;

G_DEFINE_FINAL_TYPE_WITH_CODE (HrItemTable,
                               hr_item_table,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (HR_TYPE_GRID_STORE,
                                                      hr_item_table_init_store))

HrPlan *
hr_item_table_get_plan (HrItemTable *self)
{
  return hr_document_get_plan (self->document);
}

const HrField *
hr_item_table_find_field (HrItemTable *self, const char *property)
{
  guint n_fields;
  const HrField *fields = hr_item_type_get_fields (self->item_type, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].name, property))
      return &fields[i];
  return NULL;
}

/**
 * hr_item_table_get_item:
 * @self: a table
 * @row: a row
 *
 * Returns: (transfer none) (nullable): its item
 */
gpointer
hr_item_table_get_item (HrItemTable *self, guint row)
{
  g_autoptr (HrItem) item = g_list_model_get_item (G_LIST_MODEL (self->sorted), row);

  return item; /* the list has it too */
}

/* Returns: (transfer none) (nullable): the item of the cursor's row */
gpointer
hr_item_table_get_current (HrItemTable *self)
{
  HrGridPlace cursor;

  return hr_grid_get_cursor (self->grid, &cursor)
             ? hr_item_table_get_item (self, cursor.row)
             : NULL;
}

gboolean
hr_item_table_find_row (HrItemTable *self, gconstpointer item, guint *row)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->sorted));

  for (*row = 0; *row < n; (*row)++)
    if (hr_item_table_get_item (self, *row) == item)
      return TRUE;
  return FALSE;
}

/* ---- Cells ---- */

static void
get_field_cb (HrGridColumn *column, guint row, HrGridCell *cell, gpointer user_data)
{
  HrItemTable *self = user_data;
  gpointer item = hr_item_table_get_item (self, row);

  cell->text =
      hr_format_field (hr_item_table_get_plan (self), item,
                       hr_item_table_find_field (self, hr_grid_column_get_id (column)));
  if (self->mark != NULL && g_str_equal (hr_grid_column_get_id (column), "name"))
    self->mark (self, item, cell, self->mark_data);
}

static void
get_computed_cb (HrGridColumn *column, guint row, HrGridCell *cell, gpointer user_data)
{
  HrItemTable *self = user_data;
  Computed *computed = g_object_get_data (G_OBJECT (column), "hr-computed");

  computed->func (self, hr_item_table_get_item (self, row), cell, computed->user_data);
}

static HrGridColumn *
add_column (HrItemTable *self, const char *id, const char *title, int chars)
{
  const HrField *field = hr_item_table_find_field (self, id);
  GListStore *columns = hr_grid_get_columns (self->grid);
  g_autoptr (HrGridColumn) column = hr_grid_column_new (
      id, title, field != NULL ? get_field_cb : get_computed_cb, self);

  hr_grid_column_set_chars (column, chars);
  hr_grid_column_set_numeric (column, field == NULL || hr_item_text_is_number (field));
  hr_grid_column_set_expand (column,
                             g_list_model_get_n_items (G_LIST_MODEL (columns)) == 0);
  g_list_store_append (columns, column);
  return column;
}

/**
 * hr_item_table_add_field:
 * @self: a table
 * @property: of its items
 * @title: of the column, with the unit of its figures
 * @chars: how many letters there is room for
 *
 * Adds a column that is edited.
 */
void
hr_item_table_add_field (HrItemTable *self,
                         const char *property,
                         const char *title,
                         int chars)
{
  g_return_if_fail (HR_IS_ITEM_TABLE (self) &&
                    hr_item_table_find_field (self, property) != NULL);

  add_column (self, property, title, chars);
}

/**
 * hr_item_table_add_computed:
 * @self: a table
 * @id: a name for the program
 * @title: of the column
 * @chars: how many letters there is room for
 * @func: says what its cells show
 * @user_data: for @func
 *
 * Adds a column of what follows from the items.
 */
void
hr_item_table_add_computed (HrItemTable *self,
                            const char *id,
                            const char *title,
                            int chars,
                            HrItemCellFunc func,
                            gpointer user_data)
{
  Computed *computed = g_new (Computed, 1);

  g_return_if_fail (HR_IS_ITEM_TABLE (self) &&
                    hr_item_table_find_field (self, id) == NULL);

  *computed = (Computed) { func, user_data };
  g_object_set_data_full (G_OBJECT (add_column (self, id, title, chars)), "hr-computed",
                          computed, g_free);
}

/* ---- The order of the rows ---- */

static guint
get_rank (HrItemTable *self, gconstpointer item, const HrField *field)
{
  const char *id = *(char *const *) hr_item_member (item, field);
  HrList *list = hr_plan_get_list (hr_item_table_get_plan (self), field->type ());
  gpointer named = id != NULL ? hr_list_find (list, id) : NULL;
  guint position = G_MAXUINT;

  if (named != NULL)
    hr_list_get_position (list, named, &position);
  return position;
}

static int
compare_sections (gconstpointer a, gconstpointer b, gpointer user_data)
{
  HrItemTable *self = user_data;
  guint left, right;

  if (self->section == NULL || self->document == NULL)
    return 0;
  left = get_rank (self, a, self->section);
  right = get_rank (self, b, self->section);
  return left < right ? -1 : left > right;
}

static double
get_number (gconstpointer item, const HrField *field)
{
  gconstpointer member = hr_item_member (item, field);

  if (field->kind == HR_FIELD_INTEGER)
    return *(const int *) member;
  if (field->kind == HR_FIELD_MONEY)
    return (double) *(const gint64 *) member;
  return *(const double *) member;
}

static int
compare_numbers (double left, double right)
{
  return left < right ? -1 : left > right;
}

/* By what cells show. */
static int
compare_cells (gconstpointer a, gconstpointer b, gpointer user_data)
{
  HrItemTable *self = user_data;
  HrGridColumn *column = hr_grid_get_sort_column (self->grid);
  const HrField *field =
      column != NULL ? hr_item_table_find_field (self, hr_grid_column_get_id (column))
                     : NULL;
  int order = 0;

  if (column == NULL || self->document == NULL)
    return 0;
  if (field == NULL)
    {
      Computed *computed = g_object_get_data (G_OBJECT (column), "hr-computed");
      g_auto (HrGridCell) left = { 0 }, right = { 0 };

      computed->func (self, (gpointer) a, &left, computed->user_data);
      computed->func (self, (gpointer) b, &right, computed->user_data);
      order = compare_numbers (left.number, right.number);
    }
  else if (hr_item_text_is_number (field))
    order = compare_numbers (get_number (a, field), get_number (b, field));
  else
    {
      g_autofree char *left =
          hr_format_field (hr_item_table_get_plan (self), (gpointer) a, field);
      g_autofree char *right =
          hr_format_field (hr_item_table_get_plan (self), (gpointer) b, field);

      order = g_utf8_collate (left, right);
    }
  return hr_grid_get_descending (self->grid) ? -order : order;
}

void
hr_item_table_sort (HrItemTable *self)
{
  GtkSorter *sections = gtk_sort_list_model_get_section_sorter (self->sorted);
  GtkSorter *cells = gtk_sort_list_model_get_sorter (self->sorted);

  if (self->section != NULL)
    gtk_sorter_changed (sections, GTK_SORTER_CHANGE_DIFFERENT);
  if (cells != NULL)
    gtk_sorter_changed (cells, GTK_SORTER_CHANGE_DIFFERENT);
}

static void
sorted_cb (HrItemTable *self)
{
  g_autoptr (GtkSorter) sorter = NULL;

  if (hr_grid_get_sort_column (self->grid) != NULL)
    sorter = GTK_SORTER (gtk_custom_sorter_new (compare_cells, self, NULL));
  gtk_sort_list_model_set_sorter (self->sorted, sorter);
}

/* ---- The cursor ---- */

static void
moved_cb (HrItemTable *self)
{
  if (!self->is_changing)
    g_set_object (&self->current, hr_item_table_get_current (self));
}

/* What was removed is back: so is the cursor. Else it stays with its row. */
void
hr_item_table_follow (HrItemTable *self)
{
  HrGridPlace cursor;
  guint row;

  if (self->is_changing || self->grid == NULL)
    return;
  if (self->removed != NULL && hr_item_table_find_row (self, self->removed, &row))
    {
      hr_item_table_go_to (self, self->removed, self->removed_from);
      g_clear_object (&self->removed);
    }
  else if (self->current != NULL && hr_grid_get_cursor (self->grid, &cursor) &&
           hr_item_table_find_row (self, self->current, &row) && row != cursor.row)
    hr_grid_set_cursor (self->grid, (HrGridPlace) { row, cursor.column });
  moved_cb (self);
}

/**
 * hr_item_table_go_to:
 * @self: a table
 * @item: an item
 * @property: (nullable): of it
 *
 * Takes the cursor to a cell.
 *
 * Returns: whether there is such a row
 */
gboolean
hr_item_table_go_to (HrItemTable *self, gconstpointer item, const char *property)
{
  HrGridPlace place = { 0 };

  g_return_val_if_fail (HR_IS_ITEM_TABLE (self), FALSE);

  if (!hr_item_table_find_row (self, item, &place.row))
    return FALSE;
  if (property == NULL || !hr_grid_get_column_place (self->grid, property, &place.column))
    place.column = 0;
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
  hr_grid_set_cursor (self->grid, place);
  hr_grid_scroll_to (self->grid, place);
  return TRUE;
}

/* Lets a person name what was just added. */
void
hr_item_table_edit_new (HrItemTable *self, gconstpointer item)
{
  hr_item_table_sort (self);
  if (hr_item_table_go_to (self, item, "name"))
    hr_grid_start_editing (self->grid);
}

/* ---- The table ---- */

static void
hr_item_table_dispose (GObject *object)
{
  HrItemTable *self = HR_ITEM_TABLE (object);

  g_clear_weak_pointer (&self->grid);
  g_clear_object (&self->document);
  g_clear_object (&self->list);
  g_clear_object (&self->sorted);
  g_clear_object (&self->current);
  g_clear_object (&self->removed);
  g_clear_pointer (&self->removed_from, g_free);

  G_OBJECT_CLASS (hr_item_table_parent_class)->dispose (object);
}

static void
hr_item_table_class_init (HrItemTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hr_item_table_dispose;
}

static void
hr_item_table_init (HrItemTable *self)
{
  g_autoptr (GtkSorter) sections =
      GTK_SORTER (gtk_custom_sorter_new (compare_sections, self, NULL));

  self->sorted = gtk_sort_list_model_new (NULL, NULL);
  gtk_sort_list_model_set_section_sorter (self->sorted, sections);
}

/**
 * hr_item_table_new:
 * @grid: what shows the table, and takes it for its store
 * @item_type: the type of the items
 *
 * Makes a table without columns.
 *
 * Returns: (transfer full): the table
 */
HrItemTable *
hr_item_table_new (HrGrid *grid, GType item_type)
{
  HrItemTable *self = g_object_new (HR_TYPE_ITEM_TABLE, NULL);

  g_set_weak_pointer (&self->grid, grid);
  self->item_type = item_type;
  hr_grid_set_model (grid, G_LIST_MODEL (self->sorted));
  hr_grid_set_store (grid, HR_GRID_STORE (self));
  g_signal_connect_object (self->sorted, "items-changed",
                           G_CALLBACK (hr_item_table_follow), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (grid, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (grid, "sorted", G_CALLBACK (sorted_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/* What an item is like that is made in the table; else it is as all new ones are. */
void
hr_item_table_set_make_func (HrItemTable *self, HrItemMakeFunc func, gpointer user_data)
{
  g_return_if_fail (HR_IS_ITEM_TABLE (self));

  self->make = func;
  self->make_data = user_data;
}

/* What is said of a row, beside its name. */
void
hr_item_table_set_mark_func (HrItemTable *self, HrItemMarkFunc func, gpointer user_data)
{
  g_return_if_fail (HR_IS_ITEM_TABLE (self));

  self->mark = func;
  self->mark_data = user_data;
}

/* A reference: rows with the same one stand together, in the order of what it names. */
void
hr_item_table_set_section_field (HrItemTable *self, const char *property)
{
  g_return_if_fail (HR_IS_ITEM_TABLE (self));

  self->section = hr_item_table_find_field (self, property);
}

/* A text: what it is elsewhere in the plan is offered. */
void
hr_item_table_set_hint_field (HrItemTable *self, const char *property)
{
  g_return_if_fail (HR_IS_ITEM_TABLE (self));

  self->hint = hr_item_table_find_field (self, property);
}

HrDocument *
hr_item_table_get_document (HrItemTable *self)
{
  return self->document;
}

/* Whose items these are. */
void
hr_item_table_set_document (HrItemTable *self, HrDocument *document)
{
  g_return_if_fail (HR_IS_ITEM_TABLE (self));

  hr_item_table_set_list (self, NULL);
  g_set_object (&self->document, document);
}

/**
 * hr_item_table_set_list:
 * @self: a table
 * @list: (nullable): the items, of the document's plan
 *
 * Shows other items.
 */
void
hr_item_table_set_list (HrItemTable *self, HrList *list)
{
  g_return_if_fail (HR_IS_ITEM_TABLE (self));

  if (self->list == list)
    return;
  g_set_object (&self->list, list);
  g_clear_object (&self->current);
  g_clear_object (&self->removed);
  gtk_sort_list_model_set_model (self->sorted, G_LIST_MODEL (list));
}

/* Something in the plan has changed. */
void
hr_item_table_update (HrItemTable *self)
{
  g_return_if_fail (HR_IS_ITEM_TABLE (self));

  hr_item_table_sort (self);
  hr_grid_refresh (self->grid);
}
