/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-grid-private.h"

static void hr_grid_init_scrollable (GtkScrollableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HrGrid,
                               hr_grid,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE,
                                                      hr_grid_init_scrollable))

typedef enum
{
  PROP_MODEL = 1,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
} HrGridProperty;

static GParamSpec *props[PROP_MODEL + 1];

/* ---- The model ---- */

/* The places of a list that has become another mean nothing any more. */
static void
leave_cell (HrGrid *self)
{
  g_clear_pointer (&self->copying, hr_grid_copy_free);
  if (self->pasting != NULL)
    g_cancellable_cancel (self->pasting);
  g_clear_object (&self->pasting);
  hr_grid_stop_editing (self, FALSE);
  if (self->choice != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->choice));
}

static void
sections_changed_cb (HrGrid *self)
{
  hr_grid_sections_find (self->sections, self->model);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
rows_changed_cb (HrGrid *self, guint position, guint n_removed, guint n_added)
{
  GtkAdjustment *down = self->adjustments[GTK_ORIENTATION_VERTICAL];

  leave_cell (self);
  hr_grid_sections_find (self->sections, self->model);
  hr_grid_body_forget (self->body);
  if (position == 0 && n_added == hr_grid_get_n_rows (self) && n_added != n_removed &&
      down != NULL)
    gtk_adjustment_set_value (down, 0);
  if (self->has_cursor)
    hr_grid_select (self, self->cursor, self->cursor);
  if (n_added != n_removed)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  else
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
column_changed_cb (HrGrid *self)
{
  hr_grid_body_forget (self->body);
  g_signal_emit_by_name (self, "columns-changed");
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
columns_changed_cb (HrGrid *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->columns));

  leave_cell (self);
  g_array_set_size (self->slots, 0);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HrGridColumn) column =
          g_list_model_get_item (G_LIST_MODEL (self->columns), i);
      HrGridSlot slot = { .column = column };

      if (hr_grid_column_get_visible (column))
        g_array_append_val (self->slots, slot);
      g_signal_handlers_disconnect_by_func (column, column_changed_cb, self);
      g_signal_handlers_disconnect_by_func (column, columns_changed_cb, self);
      g_signal_connect_object (column, "notify::visible", G_CALLBACK (columns_changed_cb),
                               self, G_CONNECT_SWAPPED);
      g_signal_connect_object (column, "notify::width", G_CALLBACK (column_changed_cb),
                               self, G_CONNECT_SWAPPED);
    }
  if (self->sort_column != NULL &&
      !g_list_store_find (self->columns, self->sort_column, NULL))
    g_clear_object (&self->sort_column);
  hr_grid_header_set_titles (self->header);
  if (self->has_cursor)
    hr_grid_select (self, self->cursor, self->cursor);
  hr_grid_body_forget (self->body);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_signal_emit_by_name (self, "columns-changed");
}

GListModel *
hr_grid_get_model (HrGrid *self)
{
  return self->model;
}

/**
 * hr_grid_set_model:
 * @self: a grid
 * @model: (nullable): its rows
 *
 * Shows the rows of a list. The grid never asks it for an item.
 */
void
hr_grid_set_model (HrGrid *self, GListModel *model)
{
  guint before = hr_grid_get_n_rows (self);

  g_return_if_fail (HR_IS_GRID (self));

  if (self->model == model)
    return;
  if (self->model != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->model, rows_changed_cb, self);
      g_signal_handlers_disconnect_by_func (self->model, sections_changed_cb, self);
    }
  g_set_object (&self->model, model);
  if (model != NULL)
    g_signal_connect_swapped (model, "items-changed", G_CALLBACK (rows_changed_cb), self);
  if (GTK_IS_SECTION_MODEL (model))
    g_signal_connect_swapped (model, "sections-changed", G_CALLBACK (sections_changed_cb),
                              self);
  rows_changed_cb (self, 0, before, hr_grid_get_n_rows (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MODEL]);
}

/**
 * hr_grid_get_columns:
 * @self: a grid
 *
 * Gets the columns, in their order on screen; they are added, removed and moved in this
 * list.
 *
 * Returns: (transfer none): a list of #HrGridColumn
 */
GListStore *
hr_grid_get_columns (HrGrid *self)
{
  return self->columns;
}

/**
 * hr_grid_set_columns:
 * @self: a grid
 * @columns: (element-type HrGridColumn): all columns at once
 *
 * Takes other columns, and sorts by none of them.
 */
void
hr_grid_set_columns (HrGrid *self, GListStore *columns)
{
  g_return_if_fail (HR_IS_GRID (self));

  g_signal_handlers_disconnect_by_func (self->columns, columns_changed_cb, self);
  g_set_object (&self->columns, columns);
  g_signal_connect_swapped (columns, "items-changed", G_CALLBACK (columns_changed_cb),
                            self);
  hr_grid_sort_by (self, NULL, FALSE);
  columns_changed_cb (self);
}

/* Returns: (transfer none) (nullable): the column of this name */
HrGridColumn *
hr_grid_find_column (HrGrid *self, const char *id)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->columns));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HrGridColumn) column =
          g_list_model_get_item (G_LIST_MODEL (self->columns), i);

      if (g_str_equal (hr_grid_column_get_id (column), id))
        return column;
    }
  return NULL;
}

/* Returns: (transfer none): a column that is shown */
HrGridColumn *
hr_grid_get_column (HrGrid *self, guint place)
{
  g_return_val_if_fail (HR_IS_GRID (self) && place < self->slots->len, NULL);

  return hr_grid_get_slot (self, place)->column;
}

/* Finds where a column is shown. */
gboolean
hr_grid_get_column_place (HrGrid *self, const char *id, guint *place)
{
  for (*place = 0; *place < self->slots->len; (*place)++)
    if (g_str_equal (hr_grid_column_get_id (hr_grid_get_slot (self, *place)->column), id))
      return TRUE;
  return FALSE;
}

/**
 * hr_grid_set_section_func:
 * @self: a grid
 * @func: says what the header of a section shows
 * @user_data: for @func
 *
 * Shows headers above the sections of the model, if it has some.
 */
void
hr_grid_set_section_func (HrGrid *self, HrGridSectionFunc func, gpointer user_data)
{
  g_return_if_fail (HR_IS_GRID (self));

  hr_grid_sections_set_func (self->sections, func, user_data);
  sections_changed_cb (self);
}

/**
 * hr_grid_refresh:
 * @self: a grid
 *
 * Asks again what the cells show: the rows are the same, but not what they say.
 */
void
hr_grid_refresh (HrGrid *self)
{
  g_return_if_fail (HR_IS_GRID (self));

  hr_grid_body_refresh (self->body);
}

/* What a cell shows. */
char *
hr_grid_get_text (HrGrid *self, HrGridPlace place)
{
  HrGridCell cell;

  g_return_val_if_fail (place.column < self->slots->len, NULL);
  hr_grid_column_get_cell (hr_grid_get_slot (self, place.column)->column, place.row,
                           &cell);
  return cell.text;
}

int
hr_grid_get_column_width (HrGrid *self, guint column)
{
  g_return_val_if_fail (column < self->slots->len, 0);

  return hr_grid_get_slot (self, column)->width;
}

/**
 * hr_grid_fit_column:
 * @self: a grid
 * @column: a column
 *
 * Makes a column as wide as its title and its cells in view need.
 */
void
hr_grid_fit_column (HrGrid *self, guint column)
{
  g_return_if_fail (HR_IS_GRID (self) && column < self->slots->len);

  hr_grid_column_set_width (hr_grid_get_slot (self, column)->column,
                            MAX (hr_grid_header_measure_title (self->header, column),
                                 hr_grid_body_measure_column (self->body, column)));
}

/* ---- Sorting ---- */

/* Returns: (transfer none) (nullable): what the rows are sorted by */
HrGridColumn *
hr_grid_get_sort_column (HrGrid *self)
{
  return self->sort_column;
}

gboolean
hr_grid_get_descending (HrGrid *self)
{
  return self->descending;
}

/**
 * hr_grid_sort_by:
 * @self: a grid
 * @column: (nullable): a column of it, or %NULL for the order of the model itself
 * @descending: whether the largest comes first
 *
 * Shows an arrow in a header and asks for the order: the model is whose it is to sort.
 */
void
hr_grid_sort_by (HrGrid *self, HrGridColumn *column, gboolean descending)
{
  g_return_if_fail (HR_IS_GRID (self));

  if (self->sort_column == column && self->descending == descending)
    return;
  g_set_object (&self->sort_column, column);
  self->descending = descending;
  hr_grid_header_show_order (self->header);
  g_signal_emit_by_name (self, "sorted");
}

/* Up, down, and back to the order in which the rows were. */
void
hr_grid_toggle_sort (HrGrid *self, guint column)
{
  HrGridColumn *wanted = hr_grid_get_slot (self, column)->column;

  if (self->sort_column != wanted)
    hr_grid_sort_by (self, wanted, FALSE);
  else if (!self->descending)
    hr_grid_sort_by (self, wanted, TRUE);
  else
    hr_grid_sort_by (self, NULL, FALSE);
}

/* ---- The widget ---- */

static void
hr_grid_measure (GtkWidget *widget,
                 GtkOrientation orientation,
                 int for_size,
                 int *minimum,
                 int *natural,
                 int *minimum_baseline,
                 int *natural_baseline)
{
  HrGrid *self = HR_GRID (widget);
  int row = hr_grid_body_get_row_height (self->body);
  int header;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = HR_GRID_MIN_WIDTH;
      *natural = MAX (hr_grid_measure_columns (self), *minimum);
      return;
    }
  gtk_widget_measure (GTK_WIDGET (self->header), GTK_ORIENTATION_VERTICAL, -1, &header,
                      NULL, NULL, NULL);
  *minimum = header + row;
  *natural =
      header + (int) MIN (hr_grid_get_row_top (self, MAX (hr_grid_get_n_rows (self), 1)),
                          G_MAXINT / 2);
}

static void
hr_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HrGrid *self = HR_GRID (widget);
  GtkAllocation place = { .width = width };

  gtk_widget_measure (GTK_WIDGET (self->header), GTK_ORIENTATION_VERTICAL, -1,
                      &place.height, NULL, NULL, NULL);
  self->is_allocating = TRUE;
  hr_grid_place_columns (self, width);
  hr_grid_configure_adjustments (self, width, MAX (height - place.height, 0));
  self->is_allocating = FALSE;
  gtk_widget_size_allocate (GTK_WIDGET (self->header), &place, -1);
  place.y = place.height;
  place.height = MAX (height - place.height, 0);
  gtk_widget_size_allocate (GTK_WIDGET (self->body), &place, -1);
  hr_grid_body_scrolled (self->body);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
  if (self->choice != NULL)
    gtk_popover_present (GTK_POPOVER (self->choice));
  if (self->column_menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->column_menu));
}

/* The Tab key leads to the titles, to the cells, and on. */
static gboolean
hr_grid_focus (GtkWidget *widget, GtkDirectionType direction)
{
  HrGrid *self = HR_GRID (widget);
  GtkWidget *header = GTK_WIDGET (self->header);
  GtkWidget *inside = gtk_widget_get_focus_child (widget);
  gboolean in_header = inside == header;
  gboolean in_cells = gtk_widget_is_focus (widget);

  if (inside != NULL && GTK_IS_POPOVER (inside)) /* a menu: it stays in there */
    return gtk_widget_child_focus (inside, direction);
  if (in_header && gtk_widget_child_focus (header, direction))
    return TRUE;
  switch (direction)
    {
    case GTK_DIR_TAB_FORWARD:
      return in_cells    ? FALSE
             : in_header ? gtk_widget_grab_focus (widget)
                         : gtk_widget_child_focus (header, direction) ||
                               gtk_widget_grab_focus (widget);
    case GTK_DIR_DOWN:
      return !in_cells && gtk_widget_grab_focus (widget);
    case GTK_DIR_TAB_BACKWARD:
    case GTK_DIR_UP:
      return in_cells    ? gtk_widget_child_focus (header, direction)
             : in_header ? FALSE
                         : gtk_widget_grab_focus (widget);
    case GTK_DIR_LEFT:
    case GTK_DIR_RIGHT:
      return !in_cells && !in_header && gtk_widget_grab_focus (widget);
    default:
      return FALSE;
    }
}

static gboolean
hr_grid_grab_focus (GtkWidget *widget)
{
  HrGrid *self = HR_GRID (widget);

  if (!self->has_cursor)
    hr_grid_set_cursor (self, (HrGridPlace) { 0, 0 });
  return GTK_WIDGET_CLASS (hr_grid_parent_class)->grab_focus (widget);
}

static gboolean
hr_grid_get_border (GtkScrollable *scrollable, GtkBorder *border)
{
  HrGrid *self = HR_GRID (scrollable);
  int header;

  /* asked before there is a place for it, too */
  gtk_widget_measure (GTK_WIDGET (self->header), GTK_ORIENTATION_VERTICAL, -1, &header,
                      NULL, NULL, NULL);
  border->top = (gint16) header;
  return TRUE;
}

static void
hr_grid_init_scrollable (GtkScrollableInterface *iface)
{
  iface->get_border = hr_grid_get_border;
}

static void
hr_grid_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  HrGrid *self = HR_GRID (object);

  switch ((HrGridProperty) prop_id)
    {
    case PROP_MODEL:
      g_value_set_object (value, self->model);
      break;
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_VERTICAL]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hr_grid_set_property (GObject *object,
                      guint prop_id,
                      const GValue *value,
                      GParamSpec *pspec)
{
  HrGrid *self = HR_GRID (object);

  switch ((HrGridProperty) prop_id)
    {
    case PROP_MODEL:
      hr_grid_set_model (self, g_value_get_object (value));
      break;
    case PROP_HADJUSTMENT:
      hr_grid_set_adjustment (self, GTK_ORIENTATION_HORIZONTAL,
                              g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      hr_grid_set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_HORIZONTAL] =
          (GtkScrollablePolicy) g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_VERTICAL] =
          (GtkScrollablePolicy) g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hr_grid_dispose (GObject *object)
{
  HrGrid *self = HR_GRID (object);

  hr_grid_set_model (self, NULL);
  hr_grid_clear_adjustments (self);
  hr_grid_stop_editing (self, FALSE);
  g_clear_pointer (&self->editor, gtk_widget_unparent);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->column_menu, gtk_widget_unparent);
  g_clear_pointer (&self->choice, gtk_widget_unparent);
  g_clear_object (&self->row_menu);
  g_clear_object (&self->store);
  g_clear_object (&self->sort_column);
  g_signal_handlers_disconnect_by_func (self->columns, columns_changed_cb, self);

  G_OBJECT_CLASS (hr_grid_parent_class)->dispose (object);
}

static void
hr_grid_finalize (GObject *object)
{
  HrGrid *self = HR_GRID (object);

  gtk_widget_unparent (GTK_WIDGET (self->header));
  gtk_widget_unparent (GTK_WIDGET (self->body));
  g_clear_object (&self->columns);
  g_array_unref (self->slots);
  hr_grid_sections_free (self->sections);

  G_OBJECT_CLASS (hr_grid_parent_class)->finalize (object);
}

static void
install_signals (void)
{
  /**
   * HrGrid::sorted:
   * @self: a grid
   *
   * Another order is wanted, see hr_grid_get_sort_column().
   */
  g_signal_new ("sorted", HR_TYPE_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
  /**
   * HrGrid::moved:
   * @self: a grid
   *
   * The cursor or the selection has changed.
   */
  g_signal_new ("moved", HR_TYPE_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
  /**
   * HrGrid::columns-changed:
   * @self: a grid
   *
   * Columns have come, gone, moved, or become wider or narrower.
   */
  g_signal_new ("columns-changed", HR_TYPE_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
  /**
   * HrGrid::activate:
   * @self: a grid
   *
   * The cell of the cursor is to be opened, by the Enter key, F2 or a double click, and
   * cannot be edited.
   */
  g_signal_new ("activate", HR_TYPE_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
  /**
   * HrGrid::refused:
   * @self: a grid
   * @error: why, in words for the person
   *
   * Something that a person wanted cannot be done.
   */
  g_signal_new ("refused", HR_TYPE_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
hr_grid_class_init (HrGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = hr_grid_get_property;
  object_class->set_property = hr_grid_set_property;
  object_class->dispose = hr_grid_dispose;
  object_class->finalize = hr_grid_finalize;
  widget_class->measure = hr_grid_measure;
  widget_class->size_allocate = hr_grid_size_allocate;
  widget_class->focus = hr_grid_focus;
  widget_class->grab_focus = hr_grid_grab_focus;

  props[PROP_MODEL] = g_param_spec_object ("model", NULL, NULL, G_TYPE_LIST_MODEL,
                                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                               G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  install_signals ();

  hr_grid_install_actions (widget_class);
  /* so that it looks as all tables of the desktop do */
  gtk_widget_class_set_css_name (widget_class, "columnview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
hr_grid_init (HrGrid *self)
{
  self->columns = g_list_store_new (HR_TYPE_GRID_COLUMN);
  self->sections = hr_grid_sections_new (self);
  self->slots = g_array_new (FALSE, FALSE, sizeof (HrGridSlot));
  self->header = HR_GRID_HEADER (hr_grid_header_new (self));
  self->body = HR_GRID_BODY (hr_grid_body_new (self));
  gtk_widget_set_parent (GTK_WIDGET (self->header), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->body), GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (GTK_WIDGET (self), "view");
  gtk_widget_add_css_class (GTK_WIDGET (self), "grid");
  g_signal_connect_swapped (self->columns, "items-changed",
                            G_CALLBACK (columns_changed_cb), self);
  hr_grid_init_input (self);
  hr_grid_init_menu (self);
  hr_grid_init_drag (self);
  hr_grid_set_actions (self);
}

GtkWidget *
hr_grid_new (void)
{
  return g_object_new (HR_TYPE_GRID, NULL);
}
