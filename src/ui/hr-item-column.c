/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-item-column.h"

#include "hr-cell.h"
#include "hr-choice-cell.h"
#include "hr-computed-cell.h"

/* Around the title of a column, as the style has it. */
#define HEADER_PADDING 14

/* What the factory of a column knows. GTK 4.18 leaks a column when the one beside it is
 * removed and had the focus (gtk_column_view_remove_column), so it owns no document. */
typedef struct
{
  HrDocument *document; /* (weak): of the page with the table */
  char *property;       /* of an editable column */
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

/* The row with the focus is the one that is moved or removed. */
static void
focus_entered_cb (GtkEventControllerFocus *controller, GtkListItem *list_item)
{
  guint position = gtk_list_item_get_position (list_item);

  if (position != GTK_INVALID_LIST_POSITION && !gtk_list_item_get_selected (list_item))
    gtk_widget_activate_action (gtk_list_item_get_child (list_item), "list.select-item",
                                "(ubb)", position, FALSE, FALSE);
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *list_item, Column *column)
{
  GtkEventController *focus;
  GtkWidget *cell;

  if (column->func != NULL)
    cell = hr_computed_cell_new (column->document, column->func);
  else if (column->is_choice)
    cell = hr_choice_cell_new (column->document, column->property);
  else
    cell = hr_cell_new (column->document, column->property);
  gtk_list_item_set_child (list_item, cell);
  gtk_list_item_set_focusable (list_item, column->func != NULL); /* else its widget is */

  focus = gtk_event_controller_focus_new ();
  g_signal_connect_object (focus, "enter", G_CALLBACK (focus_entered_cb), list_item, 0);
  gtk_widget_add_controller (cell, focus);
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
  GtkColumnViewColumn *made;
  guint n_fields;
  const HrField *fields = hr_item_type_get_fields (item_type, &n_fields);

  g_set_weak_pointer (&column->document, document);
  column->property = g_strdup (property);
  for (guint i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].name, property))
      column->is_choice = fields[i].kind == HR_FIELD_ENUM ||
                          fields[i].kind == HR_FIELD_REF ||
                          fields[i].kind == HR_FIELD_REFS;
  made = make_column (column, title);
  gtk_column_view_column_set_id (made, property);
  return made;
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

static GtkWidget *
find_label (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *label = find_label (child);

      if (label != NULL)
        return label;
    }
  return NULL;
}

static gboolean
holds_figures (GtkColumnViewColumn *column, GType item_type)
{
  const char *id = gtk_column_view_column_get_id (column);
  guint n_fields;
  const HrField *fields = hr_item_type_get_fields (item_type, &n_fields);

  for (guint i = 0; i < n_fields && id != NULL; i++)
    if (g_str_equal (fields[i].name, id))
      return fields[i].kind == HR_FIELD_NUMBER || fields[i].kind == HR_FIELD_MONEY ||
             fields[i].kind == HR_FIELD_INTEGER;
  return id == NULL; /* computed */
}

static void
put_to_end (GtkWidget *label)
{
  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
}

static GtkWidget *
get_first_header (GtkColumnView *table)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (table));

  return row != NULL ? gtk_widget_get_first_child (row) : NULL;
}

/* In some languages a header takes more room than the figures under it. How much, it
 * knows when it is shown: before that it has not the font that it will have. */
static void
widen_cb (GtkColumnView *table)
{
  GListModel *columns = gtk_column_view_get_columns (table);
  GtkWidget *header = get_first_header (table);

  for (guint i = 0; i < g_list_model_get_n_items (columns) && header != NULL; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      GtkWidget *content = gtk_widget_get_first_child (header); /* not as wide as told */
      int width;

      gtk_widget_measure (content, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL,
                          NULL);
      width += HEADER_PADDING;
      if (gtk_column_view_column_get_fixed_width (column) < width)
        gtk_column_view_column_set_fixed_width (column, width);
      header = gtk_widget_get_next_sibling (header);
    }
}

/* By itself a row would be called by all that stands in it. */
static void
row_bound_cb (GtkListItemFactory *factory, GtkColumnViewRow *row, gpointer user_data)
{
  gtk_column_view_row_set_accessible_label (
      row, hr_item_get_name (gtk_column_view_row_get_item (row)));
}

/**
 * hr_item_table_finish:
 * @table: a table, with all its columns
 * @item_type: the type of its items
 *
 * Puts the headers of figures over the figures, to the end, makes room for headers that
 * are longer than their column is wide, and calls the rows by the names of their items.
 *
 * GTK has no way to say this of a column; the headers are the children of the table's
 * first child, in the order of the columns, and are left as they are if that changes.
 */
void
hr_item_table_finish (GtkColumnView *table, GType item_type)
{
  GListModel *columns = gtk_column_view_get_columns (table);
  GtkWidget *header = get_first_header (table);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  for (guint i = 0; i < g_list_model_get_n_items (columns) && header != NULL; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      GtkWidget *label = find_label (header);

      if (label != NULL && holds_figures (column, item_type))
        put_to_end (label);
      header = gtk_widget_get_next_sibling (header);
    }

  g_signal_handlers_disconnect_by_func (table, widen_cb, NULL);
  g_signal_connect (table, "map", G_CALLBACK (widen_cb), NULL);
  if (gtk_widget_get_mapped (GTK_WIDGET (table)))
    widen_cb (table);

  g_signal_connect (factory, "bind", G_CALLBACK (row_bound_cb), NULL);
  gtk_column_view_set_row_factory (table, factory);
}

/* A cell that is waited for: its row may come with the next frame only. */
typedef struct
{
  HrItem *item;
  const char *property; /* (nullable): any */
  gboolean edit;
  guint frames;
} Goal;

static void
goal_free (gpointer data)
{
  Goal *goal = data;

  g_clear_object (&goal->item);
  g_free (goal);
}

static gboolean
is_goal (GtkWidget *widget, const Goal *goal)
{
  if (HR_IS_CELL (widget))
    return hr_cell_get_item (HR_CELL (widget)) == goal->item &&
           (goal->property == NULL ||
            g_str_equal (hr_cell_get_property_name (HR_CELL (widget)), goal->property));
  return HR_IS_CHOICE_CELL (widget) &&
         hr_choice_cell_get_item (HR_CHOICE_CELL (widget)) == goal->item &&
         goal->property != NULL &&
         g_str_equal (hr_choice_cell_get_property_name (HR_CHOICE_CELL (widget)),
                      goal->property);
}

static GtkWidget *
find_cell (GtkWidget *widget, const Goal *goal)
{
  if (is_goal (widget, goal))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *cell = find_cell (child, goal);

      if (cell != NULL)
        return cell;
    }
  return NULL;
}

static gboolean
reach_goal (GtkWidget *table, Goal *goal)
{
  GtkWidget *cell = find_cell (table, goal);

  if (cell == NULL)
    return FALSE;
  if (goal->edit && HR_IS_CELL (cell))
    hr_cell_start_editing (HR_CELL (cell));
  else if (!gtk_widget_grab_focus (cell))
    return FALSE;
  return TRUE;
}

static gboolean
frame_cb (GtkWidget *table, GdkFrameClock *clock, gpointer data)
{
  Goal *goal = data;

  return reach_goal (table, goal) || ++goal->frames > 5 ? G_SOURCE_REMOVE
                                                        : G_SOURCE_CONTINUE;
}

/**
 * hr_item_table_go_to:
 * @table: a table
 * @position: of the row
 * @property: (nullable): of the column
 * @edit: whether the cell is to be edited at once
 *
 * Moves the focus to a cell.
 */
void
hr_item_table_go_to (GtkColumnView *table,
                     guint position,
                     const char *property,
                     gboolean edit)
{
  GListModel *rows = G_LIST_MODEL (gtk_column_view_get_model (table));
  GListModel *columns = gtk_column_view_get_columns (table);
  GtkColumnViewColumn *found = NULL;
  Goal *goal = g_new0 (Goal, 1);

  for (guint i = 0; property != NULL && i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (g_strcmp0 (gtk_column_view_column_get_id (column), property) == 0)
        found = column;
    }
  gtk_column_view_scroll_to (table, position, found, GTK_LIST_SCROLL_SELECT, NULL);

  goal->item = g_list_model_get_item (rows, position);
  goal->property = g_intern_string (property);
  goal->edit = edit;
  if (reach_goal (GTK_WIDGET (table), goal))
    goal_free (goal);
  else
    gtk_widget_add_tick_callback (GTK_WIDGET (table), frame_cb, goal, goal_free);
}

/**
 * hr_item_table_find_focus:
 * @table: a table
 * @property: (out) (nullable): of the column that has the focus
 *
 * Finds the cell that has the focus.
 *
 * Returns: %FALSE if what is typed belongs to an entry or a list of choices
 */
gboolean
hr_item_table_find_focus (GtkColumnView *table, const char **property)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (table));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *cell;

  *property = NULL;
  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (table)))
    return TRUE;
  if (GTK_IS_TEXT (focus) || gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL)
    return FALSE;

  if ((cell = gtk_widget_get_ancestor (focus, HR_TYPE_CELL)) != NULL)
    *property = g_intern_string (hr_cell_get_property_name (HR_CELL (cell)));
  else if ((cell = gtk_widget_get_ancestor (focus, HR_TYPE_CHOICE_CELL)) != NULL)
    *property =
        g_intern_string (hr_choice_cell_get_property_name (HR_CHOICE_CELL (cell)));
  return TRUE;
}
