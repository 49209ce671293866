/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-test-ui.h"

#include <string.h>

#include "hr-grid.h"

/**
 * hr_test_walk:
 * @root: a widget
 * @func: called for each widget that is on screen, parents first
 *
 * Walks over what a person can see of a widget.
 */
void
hr_test_walk (gpointer root, HrTestWidgetFunc func, gpointer user_data)
{
  GtkWidget *next;

  if (!gtk_widget_get_mapped (root))
    return;

  func (root, user_data);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = next)
    {
      next = gtk_widget_get_next_sibling (child);
      hr_test_walk (child, func, user_data);
    }
}

static char *
get_lines (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
add_line (GString *text, const char *line)
{
  if (line == NULL || *line == '\0')
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
}

/* The cells are no widgets. */
static void
add_cells (HrGrid *grid, GString *text)
{
  HrGridRange in_view;

  hr_grid_get_visible (grid, &in_view);
  for (guint row = in_view.row; row < in_view.row + in_view.n_rows; row++)
    for (guint i = 0; i < in_view.column + in_view.n_columns; i++)
      if (i == 0 || i >= in_view.column)
        {
          g_autofree char *cell = hr_grid_get_text (grid, (HrGridPlace) { row, i });

          add_line (text, cell);
        }
}

static void
add_text_cb (GtkWidget *widget, gpointer user_data)
{
  GString *text = user_data;
  g_autofree char *lines = NULL;
  const char *own = NULL;

  if (GTK_IS_LABEL (widget))
    own = gtk_label_get_text (GTK_LABEL (widget));
  else if (GTK_IS_INSCRIPTION (widget))
    own = gtk_inscription_get_text (GTK_INSCRIPTION (widget));
  else if (GTK_IS_TEXT (widget))
    own = gtk_editable_get_text (GTK_EDITABLE (widget));
  else if (GTK_IS_TEXT_VIEW (widget))
    own = lines = get_lines (GTK_TEXT_VIEW (widget));
  add_line (text, own);
  if (HR_IS_GRID (widget))
    add_cells (HR_GRID (widget), text);
}

/**
 * hr_test_get_text:
 * @root: a widget
 *
 * Reads what a widget shows, a label a line.
 */
char *
hr_test_get_text (gpointer root)
{
  GString *text = g_string_new (NULL);

  hr_test_walk (root, add_text_cb, text);
  return g_string_free_and_steal (text);
}

gboolean
hr_test_shows (gpointer root, const char *text)
{
  g_autofree char *all = hr_test_get_text (root);

  return strstr (all, text) != NULL;
}

/* GTK tells what a property is only when asked whether it is something else. */
static char *
get_property_text (gpointer widget, GtkAccessibleProperty property)
{
  g_autofree char *text = NULL;

  if (!gtk_test_accessible_has_property (widget, property))
    return NULL;
  text = gtk_test_accessible_check_property (widget, property, "\001");
  return text != NULL && *text != '\0' ? g_steal_pointer (&text) : NULL;
}

/* Whether a widget is named by what it contains, and not by what a person types in, nor
 * by all that is listed in it. */
static gboolean
is_named_by_content (gpointer widget)
{
  static const GtkAccessibleRole not[] = {
    GTK_ACCESSIBLE_ROLE_TEXT_BOX,    GTK_ACCESSIBLE_ROLE_SEARCH_BOX,
    GTK_ACCESSIBLE_ROLE_SPIN_BUTTON, GTK_ACCESSIBLE_ROLE_LIST,
    GTK_ACCESSIBLE_ROLE_LIST_BOX,    GTK_ACCESSIBLE_ROLE_GRID,
    GTK_ACCESSIBLE_ROLE_TABLE,       GTK_ACCESSIBLE_ROLE_TREE_GRID,
  };
  GtkAccessibleRole role = gtk_accessible_get_accessible_role (widget);

  for (guint i = 0; i < G_N_ELEMENTS (not); i++)
    if (role == not[i])
      return FALSE;
  return TRUE;
}

/**
 * hr_test_get_name:
 * @widget: a widget
 *
 * Computes what a screen reader calls a widget, as the ARIA rules say: its label, what
 * labels it, what it contains, its tooltip.
 *
 * Returns: the name, or an empty string if it has none
 */
char *
hr_test_get_name (gpointer widget)
{
  char *name = get_property_text (widget, GTK_ACCESSIBLE_PROPERTY_LABEL);

  if (name == NULL && is_named_by_content (widget))
    {
      name = hr_test_get_text (widget);
      if (*name == '\0')
        g_clear_pointer (&name, g_free);
    }
  if (name == NULL &&
      gtk_test_accessible_has_relation (widget, GTK_ACCESSIBLE_RELATION_LABELLED_BY))
    name = g_strdup ("(what labels it)"); /* GTK does not tell tests which widget */
  if (name == NULL)
    name = g_strdup (gtk_widget_get_tooltip_text (widget));
  return name != NULL ? name : g_strdup ("");
}

typedef struct
{
  GType type;
  const char *name; /* (nullable): any */
  guint nth;
  guint n;
  GtkWidget *found;
} Search;

static void
search_cb (GtkWidget *widget, gpointer user_data)
{
  Search *search = user_data;

  if (!G_TYPE_CHECK_INSTANCE_TYPE (widget, search->type))
    return;
  if (search->name != NULL)
    {
      g_autofree char *name = hr_test_get_name (widget);

      if (strstr (name, search->name) == NULL)
        return;
    }
  if (search->n++ == search->nth)
    search->found = widget;
}

/**
 * hr_test_find_nth:
 * @root: where to look
 * @type: what kind of widget
 * @name: (nullable): something in its accessible name
 * @nth: 0 for the first
 *
 * Finds a widget that is on screen; the test fails if there is none.
 *
 * Returns: (transfer none): the widget
 */
gpointer
hr_test_find_nth (gpointer root, GType type, const char *name, guint nth)
{
  Search search = { type, name, nth, 0, NULL };

  hr_test_walk (root, search_cb, &search);
  if (search.found == NULL)
    g_error ("There are only %u %s “%s” on screen", search.n, g_type_name (type),
             name != NULL ? name : "");
  return search.found;
}

gpointer
hr_test_find (gpointer root, GType type, const char *name)
{
  return hr_test_find_nth (root, type, name, 0);
}

guint
hr_test_count (gpointer root, GType type)
{
  Search search = { type, NULL, G_MAXUINT, 0, NULL };

  hr_test_walk (root, search_cb, &search);
  return search.n;
}

static void
search_row_cb (GtkWidget *widget, gpointer user_data)
{
  Search *search = user_data;

  if (search->found == NULL &&
      gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) ==
          GTK_ACCESSIBLE_ROLE_ROW &&
      hr_test_shows (widget, search->name))
    search->found = widget;
}

/**
 * hr_test_find_row:
 * @root: where to look
 * @text: something that the row shows
 *
 * Finds the first row of a table that shows a text; the test fails if there is none.
 *
 * Returns: (transfer none): the row
 */
gpointer
hr_test_find_row (gpointer root, const char *text)
{
  Search search = { .name = text };

  hr_test_walk (root, search_row_cb, &search);
  if (search.found == NULL)
    g_error ("There is no row “%s” on screen", text);
  return search.found;
}

static void
search_titled_cb (GtkWidget *widget, gpointer user_data)
{
  Search *search = user_data;

  if (search->found == NULL && ADW_IS_PREFERENCES_ROW (widget) &&
      g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)),
                   search->name))
    search->found = widget;
}

/**
 * hr_test_find_titled:
 * @root: where to look
 * @title: of a row in a group, all of it
 *
 * Finds the row that edits something; the test fails if there is none.
 *
 * Returns: (transfer none): the row
 */
gpointer
hr_test_find_titled (gpointer root, const char *title)
{
  Search search = { .name = title };

  hr_test_walk (root, search_titled_cb, &search);
  if (search.found == NULL)
    g_error ("There is no row titled “%s” on screen", title);
  return search.found;
}

/**
 * hr_test_find_other_window:
 * @ui: the fixture
 *
 * Finds what GTK opens as a window of its own, like its dialogs for files and colours.
 *
 * Returns: (transfer none) (nullable): a window that shows and is not the program's
 */
GtkWindow *
hr_test_find_other_window (HrTestUi *ui)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (window != GTK_WINDOW (ui->window) &&
          gtk_widget_get_mapped (GTK_WIDGET (window)))
        return window;
    }
  return NULL;
}
