/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-grid-accessible.h"

#include <glib/gi18n-lib.h>

#include "hr-grid-private.h"

struct _HrGridAccessible
{
  HrGrid *grid;
  GHashTable *rows; /* (owned): row → #HrGridItem */
  HrGridPlace cursor;
};

/* A row, or a cell in it. */
#define HR_TYPE_GRID_ITEM (hr_grid_item_get_type ())
G_DECLARE_FINAL_TYPE (HrGridItem, hr_grid_item, HR, GRID_ITEM, GObject)

struct _HrGridItem
{
  GObject parent_instance;

  HrGridAccessible *owner; /* (nullable): NULL once it is forgotten */
  guint row;
  guint column;
  GPtrArray *cells;  /* (owned) (nullable): of a row; made on demand, all of them */
  HrGridItem *above; /* (unowned) (nullable): the row of a cell */
  GtkATContext *context;
};

static void hr_grid_item_init_accessible (GtkAccessibleInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HrGridItem,
                               hr_grid_item,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_ACCESSIBLE,
                                                      hr_grid_item_init_accessible))

enum
{
  PROP_ACCESSIBLE_ROLE = 1,
};

static GtkAccessibleRole
get_role (HrGridItem *self)
{
  return self->above != NULL ? GTK_ACCESSIBLE_ROLE_GRID_CELL : GTK_ACCESSIBLE_ROLE_ROW;
}

static void
hr_grid_item_get_property (GObject *object,
                           guint prop_id,
                           GValue *value,
                           GParamSpec *pspec)
{
  if (prop_id == PROP_ACCESSIBLE_ROLE)
    g_value_set_enum (value, get_role (HR_GRID_ITEM (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

/* The role follows from what it is; GTK's interface has it writable. */
static void
hr_grid_item_set_property (GObject *object,
                           guint prop_id,
                           const GValue *value,
                           GParamSpec *pspec)
{
}

/* Whoever still holds it finds nothing in it. */
static void
forget_cell (gpointer data)
{
  HrGridItem *self = data;

  if (self == NULL)
    return;
  self->owner = NULL;
  self->above = NULL;
  g_object_unref (self);
}

static void
forget_row (gpointer data)
{
  HrGridItem *self = data;

  self->owner = NULL;
  g_clear_pointer (&self->cells, g_ptr_array_unref);
  g_object_unref (self);
}

static void
hr_grid_item_dispose (GObject *object)
{
  HrGridItem *self = HR_GRID_ITEM (object);

  self->owner = NULL;
  g_clear_pointer (&self->cells, g_ptr_array_unref);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hr_grid_item_parent_class)->dispose (object);
}

static void
hr_grid_item_class_init (HrGridItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = hr_grid_item_get_property;
  object_class->set_property = hr_grid_item_set_property;
  object_class->dispose = hr_grid_item_dispose;
  g_object_class_override_property (object_class, PROP_ACCESSIBLE_ROLE,
                                    "accessible-role");
}

static void
hr_grid_item_init (HrGridItem *self)
{
}

static gboolean
is_cursor (HrGridItem *self)
{
  HrGridPlace cursor;

  return self->owner != NULL && self->above != NULL &&
         hr_grid_get_cursor (self->owner->grid, &cursor) && cursor.row == self->row &&
         cursor.column == self->column;
}

/* ---- Making them ---- */

/* What is heard: the value, then the title of its column and the number of its row. */
static void
describe_cell (HrGridItem *self)
{
  HrGrid *grid = self->owner->grid;
  HrGridColumn *column = hr_grid_get_slot (grid, self->column)->column;
  g_auto (HrGridCell) cell = { 0 };
  /* Translators: the title of a column, and the number of a row in a table */
  g_autofree char *where = g_strdup_printf (
      _ ("%s, row %u"), hr_grid_column_get_title (column), self->row + 1);
  g_autofree char *section = hr_grid_sections_get_title (grid->sections, self->row);
  g_autofree char *all =
      section != NULL ? g_strdup_printf ("%s, %s", where, section) : g_strdup (where);
  g_autofree char *marked = NULL;
  const char *text;

  hr_grid_column_get_cell (column, self->row, &cell);
  text = *cell.text != '\0' ? cell.text : _ ("empty");
  if (cell.mark != NULL)
    text = marked = g_strdup_printf ("%s, %s", text, cell.mark);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, all, -1);
  gtk_accessible_update_relation (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ROW_INDEX, (int) self->row + 1,
      GTK_ACCESSIBLE_RELATION_COL_INDEX, (int) self->column + 1, -1);
}

static void
update_selected (HrGridItem *self)
{
  HrGridRange range;
  gboolean selected = hr_grid_get_selection (self->owner->grid, &range) &&
                      hr_grid_range_contains (&range, self->row, self->column);

  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED,
                               selected, -1);
}

static HrGridItem *
get_row (HrGridAccessible *self, guint row)
{
  HrGridItem *item = g_hash_table_lookup (self->rows, GUINT_TO_POINTER (row));

  if (item != NULL)
    return item;
  item = g_object_new (HR_TYPE_GRID_ITEM, NULL);
  item->owner = self;
  item->row = row;
  g_hash_table_insert (self->rows, GUINT_TO_POINTER (row), item);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (item),
                                  GTK_ACCESSIBLE_RELATION_ROW_INDEX, (int) row + 1, -1);
  return item;
}

static HrGridItem *
get_cell (HrGridItem *row, guint column)
{
  guint n_columns = hr_grid_get_n_columns (row->owner->grid);
  HrGridItem *item;

  if (column >= n_columns)
    return NULL;
  if (row->cells == NULL)
    {
      row->cells = g_ptr_array_new_full (n_columns, forget_cell);
      g_ptr_array_set_size (row->cells, (int) n_columns);
    }
  if (row->cells->pdata[column] != NULL)
    return row->cells->pdata[column];

  item = g_object_new (HR_TYPE_GRID_ITEM, NULL);
  row->cells->pdata[column] = item;
  item->owner = row->owner;
  item->above = row;
  item->row = row->row;
  item->column = column;
  describe_cell (item);
  update_selected (item);
  return item;
}

static GtkAccessible *
ref_or_null (gpointer item)
{
  return item != NULL ? g_object_ref (item) : NULL;
}

/* ---- The interface of GTK ---- */

static GtkATContext *
hr_grid_item_get_at_context (GtkAccessible *accessible)
{
  HrGridItem *self = HR_GRID_ITEM (accessible);

  if (self->owner == NULL)
    return NULL;
  if (self->context == NULL)
    self->context =
        gtk_at_context_create (get_role (self), accessible,
                               gtk_widget_get_display (GTK_WIDGET (self->owner->grid)));
  return self->context != NULL ? g_object_ref (self->context) : NULL;
}

static gboolean
hr_grid_item_get_platform_state (GtkAccessible *accessible,
                                 GtkAccessiblePlatformState state)
{
  HrGridItem *self = HR_GRID_ITEM (accessible);

  switch (state)
    {
    case GTK_ACCESSIBLE_PLATFORM_STATE_FOCUSABLE:
      return self->above != NULL;
    case GTK_ACCESSIBLE_PLATFORM_STATE_FOCUSED:
      return is_cursor (self) && gtk_widget_has_focus (GTK_WIDGET (self->owner->grid));
    case GTK_ACCESSIBLE_PLATFORM_STATE_ACTIVE:
    default:
      return FALSE;
    }
}

static GtkAccessible *
hr_grid_item_get_accessible_parent (GtkAccessible *accessible)
{
  HrGridItem *self = HR_GRID_ITEM (accessible);

  if (self->owner == NULL)
    return NULL;
  return ref_or_null (self->above != NULL ? (gpointer) self->above
                                          : (gpointer) self->owner->grid->body);
}

static GtkAccessible *
hr_grid_item_get_first_accessible_child (GtkAccessible *accessible)
{
  HrGridItem *self = HR_GRID_ITEM (accessible);

  return self->owner != NULL && self->above == NULL ? ref_or_null (get_cell (self, 0))
                                                    : NULL;
}

static GtkAccessible *
hr_grid_item_get_next_accessible_sibling (GtkAccessible *accessible)
{
  HrGridItem *self = HR_GRID_ITEM (accessible);
  HrGridRange in_view;

  if (self->owner == NULL)
    return NULL;
  if (self->above != NULL)
    return ref_or_null (get_cell (self->above, self->column + 1));
  hr_grid_get_visible (self->owner->grid, &in_view);
  return self->row + 1 < in_view.row + in_view.n_rows
             ? ref_or_null (get_row (self->owner, self->row + 1))
             : NULL;
}

static gboolean
hr_grid_item_get_bounds (
    GtkAccessible *accessible, int *x, int *y, int *width, int *height)
{
  HrGridItem *self = HR_GRID_ITEM (accessible);
  GdkRectangle area;

  if (self->owner == NULL || self->column >= hr_grid_get_n_columns (self->owner->grid))
    return FALSE;
  hr_grid_get_area (self->owner->grid, (HrGridPlace) { self->row, self->column }, &area);
  *height = area.height;
  if (self->above != NULL)
    {
      *x = area.x;
      *y = 0;
      *width = area.width;
    }
  else
    {
      *x = 0;
      *y = area.y - gtk_widget_get_height (GTK_WIDGET (self->owner->grid->header));
      *width = gtk_widget_get_width (GTK_WIDGET (self->owner->grid));
    }
  return TRUE;
}

static void
hr_grid_item_init_accessible (GtkAccessibleInterface *iface)
{
  iface->get_at_context = hr_grid_item_get_at_context;
  iface->get_platform_state = hr_grid_item_get_platform_state;
  iface->get_accessible_parent = hr_grid_item_get_accessible_parent;
  iface->get_first_accessible_child = hr_grid_item_get_first_accessible_child;
  iface->get_next_accessible_sibling = hr_grid_item_get_next_accessible_sibling;
  iface->get_bounds = hr_grid_item_get_bounds;
}

/* ---- For the grid ---- */

HrGridAccessible *
hr_grid_accessible_new (HrGrid *grid)
{
  HrGridAccessible *self = g_new0 (HrGridAccessible, 1);

  self->grid = grid;
  self->rows = g_hash_table_new_full (NULL, NULL, NULL, forget_row);
  return self;
}

void
hr_grid_accessible_free (HrGridAccessible *self)
{
  g_hash_table_unref (self->rows);
  g_free (self);
}

/**
 * hr_grid_accessible_get_first_row:
 * @self: what a screen reader finds
 *
 * Gets the first row in view; the others follow it.
 *
 * Returns: (transfer full) (nullable): the row
 */
GtkAccessible *
hr_grid_accessible_get_first_row (HrGridAccessible *self)
{
  HrGridRange in_view;

  hr_grid_get_visible (self->grid, &in_view);
  return in_view.n_rows > 0 ? ref_or_null (get_row (self, in_view.row)) : NULL;
}

static void
tell_focus (HrGridAccessible *self, HrGridPlace place)
{
  HrGridItem *row = g_hash_table_lookup (self->rows, GUINT_TO_POINTER (place.row));

  if (row != NULL && row->cells != NULL && place.column < row->cells->len &&
      row->cells->pdata[place.column] != NULL)
    gtk_accessible_update_platform_state (row->cells->pdata[place.column],
                                          GTK_ACCESSIBLE_PLATFORM_STATE_FOCUSED);
}

static void
for_each_cell (HrGridAccessible *self, void (*func) (HrGridItem *cell))
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    {
      GPtrArray *cells = HR_GRID_ITEM (item)->cells;

      for (guint i = 0; cells != NULL && i < cells->len; i++)
        if (cells->pdata[i] != NULL)
          func (cells->pdata[i]);
    }
}

/* The cursor, the selection or the focus has moved. */
void
hr_grid_accessible_follow (HrGridAccessible *self)
{
  HrGridPlace cursor, before = self->cursor;
  GtkAccessible *grid = GTK_ACCESSIBLE (self->grid);

  for_each_cell (self, update_selected);
  if (!hr_grid_get_cursor (self->grid, &cursor) ||
      cursor.row >= hr_grid_get_n_rows (self->grid) ||
      cursor.column >= hr_grid_get_n_columns (self->grid))
    {
      gtk_accessible_reset_relation (grid, GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT);
      return;
    }
  gtk_accessible_update_relation (
      grid, GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT,
      GTK_ACCESSIBLE (get_cell (get_row (self, cursor.row), cursor.column)), -1);
  self->cursor = cursor;
  tell_focus (self, before);
  tell_focus (self, cursor);
}

/* What the cells say, or how many there are, is not what it was. */
void
hr_grid_accessible_forget (HrGridAccessible *self)
{
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->grid),
                                 GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT);
  g_hash_table_remove_all (self->rows);
  gtk_accessible_update_relation (
      GTK_ACCESSIBLE (self->grid), GTK_ACCESSIBLE_RELATION_ROW_COUNT,
      (int) MIN (hr_grid_get_n_rows (self->grid), G_MAXINT),
      GTK_ACCESSIBLE_RELATION_COL_COUNT, (int) hr_grid_get_n_columns (self->grid), -1);
  hr_grid_accessible_follow (self);
}

/* The rows and columns are the same; the cells may say another thing. */
void
hr_grid_accessible_refresh (HrGridAccessible *self)
{
  for_each_cell (self, describe_cell);
}

/* Rows that have gone out of view are not kept, but for the cursor's. */
void
hr_grid_accessible_scrolled (HrGridAccessible *self)
{
  HrGridPlace cursor;
  gboolean has_cursor = hr_grid_get_cursor (self->grid, &cursor);
  HrGridRange in_view;
  GHashTableIter iter;
  gpointer key;

  if (g_hash_table_size (self->rows) == 0)
    return;
  hr_grid_get_visible (self->grid, &in_view);
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      guint row = GPOINTER_TO_UINT (key);

      if (row - in_view.row >= in_view.n_rows && !(has_cursor && row == cursor.row))
        g_hash_table_iter_remove (&iter);
    }
}
