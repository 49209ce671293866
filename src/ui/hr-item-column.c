/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-item-column.h"

#include "hr-cell.h"
#include "hr-choice-cell.h"
#include "hr-computed-cell.h"

/* What the factory of a column knows. GTK 4.18 leaks a column when the one beside it is
 * removed and had the focus (gtk_column_view_remove_column), so it owns no document. */
typedef struct
{
  HrDocument *document; /* (weak): of the page with the table */
  char *property; /* of an editable column */
  gboolean is_choice;
  HrItemTextFunc func; /* of a computed one */
} Column;

static void
column_free (gpointer data, GClosure *closure)
{
  Column *column = data;

  g_clear_weak_pointer (&column->document);
  g_free (column->property);
  g_free (column);
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *list_item, Column *column)
{
  GtkWidget *cell;

  if (column->func != NULL)
    cell = hr_computed_cell_new (column->document, column->func);
  else if (column->is_choice)
    cell = hr_choice_cell_new (column->document, column->property);
  else
    cell = hr_cell_new (column->document, column->property);
  gtk_list_item_set_child (list_item, cell);
  gtk_list_item_set_focusable (list_item, FALSE); /* the cell's own widget is */
}

static void
set_item (GtkWidget *cell, gpointer item)
{
  if (HR_IS_CELL (cell))
    hr_cell_set_item (HR_CELL (cell), item);
  else if (HR_IS_CHOICE_CELL (cell))
    hr_choice_cell_set_item (HR_CHOICE_CELL (cell), item);
  else
    hr_computed_cell_set_item (HR_COMPUTED_CELL (cell), item);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *list_item, Column *column)
{
  set_item (gtk_list_item_get_child (list_item), gtk_list_item_get_item (list_item));
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *list_item, Column *column)
{
  set_item (gtk_list_item_get_child (list_item), NULL);
}

static GtkColumnViewColumn *
make_column (Column *column, const char *title)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *made;

  g_signal_connect_data (factory, "setup", G_CALLBACK (setup_cb), column, column_free, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), column);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), column);
  made = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_resizable (made, TRUE);
  return made;
}

/**
 * hr_item_column_new:
 * @document: the document whose items the table shows
 * @item_type: the type of the items
 * @property: which property the column shows
 * @title: the header, with the unit of the figures
 *
 * Makes a column that edits a property of each row's item.
 *
 * Returns: (transfer full): the column
 */
GtkColumnViewColumn *
hr_item_column_new (HrDocument *document,
                    GType item_type,
                    const char *property,
                    const char *title)
{
  Column *column = g_new0 (Column, 1);
  guint n_fields;
  const HrField *fields = hr_item_type_get_fields (item_type, &n_fields);

  g_set_weak_pointer (&column->document, document);
  column->property = g_strdup (property);
  for (guint i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].name, property))
      column->is_choice = fields[i].kind == HR_FIELD_ENUM ||
                          fields[i].kind == HR_FIELD_REF ||
                          fields[i].kind == HR_FIELD_REFS;
  return make_column (column, title);
}

/**
 * hr_computed_column_new:
 * @document: the document whose items the table shows
 * @func: says what a cell shows
 * @title: the header
 *
 * Makes a column that shows what follows from each row's item.
 *
 * Returns: (transfer full): the column
 */
GtkColumnViewColumn *
hr_computed_column_new (HrDocument *document, HrItemTextFunc func, const char *title)
{
  Column *column = g_new0 (Column, 1);

  g_set_weak_pointer (&column->document, document);
  column->func = func;
  return make_column (column, title);
}
