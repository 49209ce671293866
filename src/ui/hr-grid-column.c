/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-grid-column.h"

struct _HrGridColumn
{
  GObject parent_instance;

  char *id;
  char *title;
  int chars;
  int width;
  gboolean numeric;
  gboolean expand;
  gboolean visible;
  HrGridCellFunc func;
  gpointer user_data;
};

G_DEFINE_FINAL_TYPE (HrGridColumn, hr_grid_column, G_TYPE_OBJECT)

typedef enum
{
  PROP_WIDTH = 1,
  PROP_VISIBLE,
} HrGridColumnProperty;

static GParamSpec *props[PROP_VISIBLE + 1];

static void
hr_grid_column_get_property (GObject *object,
                             guint prop_id,
                             GValue *value,
                             GParamSpec *pspec)
{
  switch ((HrGridColumnProperty) prop_id)
    {
    case PROP_WIDTH:
      g_value_set_int (value, HR_GRID_COLUMN (object)->width);
      break;
    case PROP_VISIBLE:
      g_value_set_boolean (value, HR_GRID_COLUMN (object)->visible);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hr_grid_column_set_property (GObject *object,
                             guint prop_id,
                             const GValue *value,
                             GParamSpec *pspec)
{
  if (prop_id == PROP_VISIBLE)
    hr_grid_column_set_visible (HR_GRID_COLUMN (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
hr_grid_column_finalize (GObject *object)
{
  HrGridColumn *self = HR_GRID_COLUMN (object);

  g_free (self->id);
  g_free (self->title);

  G_OBJECT_CLASS (hr_grid_column_parent_class)->finalize (object);
}

static void
hr_grid_column_class_init (HrGridColumnClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = hr_grid_column_get_property;
  object_class->set_property = hr_grid_column_set_property;
  object_class->finalize = hr_grid_column_finalize;

  props[PROP_WIDTH] = g_param_spec_int ("width", NULL, NULL, -1, G_MAXINT, -1,
                                        G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY |
                                            G_PARAM_STATIC_STRINGS);
  props[PROP_VISIBLE] = g_param_spec_boolean (
      "visible", NULL, NULL, TRUE,
      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
hr_grid_column_init (HrGridColumn *self)
{
  self->chars = 16;
  self->width = -1;
  self->visible = TRUE;
}

/**
 * hr_grid_column_new:
 * @id: a name for the program
 * @title: a name for people
 * @func: says what its cells show
 * @user_data: for @func; it lives as long as the column is asked
 *
 * Makes a column.
 */
HrGridColumn *
hr_grid_column_new (const char *id,
                    const char *title,
                    HrGridCellFunc func,
                    gpointer user_data)
{
  HrGridColumn *self = g_object_new (HR_TYPE_GRID_COLUMN, NULL);

  self->id = g_strdup (id);
  self->title = g_strdup (title);
  self->func = func;
  self->user_data = user_data;
  return self;
}

const char *
hr_grid_column_get_id (HrGridColumn *self)
{
  return self->id;
}

const char *
hr_grid_column_get_title (HrGridColumn *self)
{
  return self->title;
}

void
hr_grid_cell_clear (HrGridCell *cell)
{
  g_clear_pointer (&cell->text, g_free);
}

gboolean
hr_grid_cell_equal (const HrGridCell *a, const HrGridCell *b)
{
  return g_strcmp0 (a->text, b->text) == 0 && a->is_missing == b->is_missing &&
         a->has_dot == b->has_dot && (!a->has_dot || gdk_rgba_equal (&a->dot, &b->dot)) &&
         g_strcmp0 (a->mark, b->mark) == 0 && a->bar == b->bar;
}

/**
 * hr_grid_column_get_cell:
 * @self: a column
 * @row: a row of the grid's model
 * @cell: (out caller-allocates): what it shows, to be cleared with hr_grid_cell_clear()
 *
 * Asks what a cell shows. Its text is never %NULL.
 */
void
hr_grid_column_get_cell (HrGridColumn *self, guint row, HrGridCell *cell)
{
  *cell = (HrGridCell) { 0 };
  self->func (self, row, cell, self->user_data);
  g_return_if_fail (cell->mark == NULL || *cell->mark != '\0');
  if (cell->text == NULL)
    cell->text = g_strdup ("");
}

/* For how many letters there is room until somebody sets a width. */
int
hr_grid_column_get_chars (HrGridColumn *self)
{
  return self->chars;
}

void
hr_grid_column_set_chars (HrGridColumn *self, int chars)
{
  self->chars = chars;
}

/* The width in pixels that somebody has chosen; -1 for what suits the letters. */
int
hr_grid_column_get_width (HrGridColumn *self)
{
  return self->width;
}

void
hr_grid_column_set_width (HrGridColumn *self, int width)
{
  g_return_if_fail (HR_IS_GRID_COLUMN (self));

  if (self->width == width)
    return;
  self->width = width;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_WIDTH]);
}

/* Numbers stand at the end of their cells. */
gboolean
hr_grid_column_get_numeric (HrGridColumn *self)
{
  return self->numeric;
}

void
hr_grid_column_set_numeric (HrGridColumn *self, gboolean numeric)
{
  self->numeric = numeric;
}

/* Whether a person wants to see it. */
gboolean
hr_grid_column_get_visible (HrGridColumn *self)
{
  return self->visible;
}

void
hr_grid_column_set_visible (HrGridColumn *self, gboolean visible)
{
  g_return_if_fail (HR_IS_GRID_COLUMN (self));

  if (self->visible == visible)
    return;
  self->visible = visible;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_VISIBLE]);
}

/* Whether it takes the room that no column needs, until somebody sets its width. */
gboolean
hr_grid_column_get_expand (HrGridColumn *self)
{
  return self->expand;
}

void
hr_grid_column_set_expand (HrGridColumn *self, gboolean expand)
{
  self->expand = expand;
}
