/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-grid-painter.h"

#include <math.h>

struct _HrGridPainter
{
  HrGrid *grid;
  GtkWidget *pattern;  /* a label that looks as the text of cells does */
  PangoLayout *layout; /* (owned) (nullable) */
  int baseline;
  int height; /* of a line of text */
  int dot;    /* a dot is as large as a small letter */
  GdkRGBA ink;
  int inset;        /* between the edges of a cell and its text */
  int middle;       /* of the text in its row */
  int y;            /* of its upper edge */
  GHashTable *rows; /* (owned): row → an array of n_columns cells, %NULL where unknown */
  guint n_columns;
  guint age; /* how often what the cells say may have changed */
};

/* A cell that has been drawn. */
typedef struct
{
  HrGridCell cell;
  GskRenderNode *node;
  guint age; /* when it was asked */
} Drawn;

/* A chip: the room before the dot, between the dot and the text, and after. */
#define CHIP_START 6
#define DOT_GAP 6
#define CHIP_END 8

static void
free_row (gpointer data)
{
  g_ptr_array_unref (data);
}

static void
clear_drawn (gpointer data)
{
  Drawn *drawn = data;

  if (drawn == NULL)
    return;
  hr_grid_cell_clear (&drawn->cell);
  gsk_render_node_unref (drawn->node);
  g_free (drawn);
}

/**
 * hr_grid_painter_new:
 * @grid: whose cells
 * @pattern: (transfer none): a label that looks as their text does, and lives as long
 *
 * Makes a painter.
 */
HrGridPainter *
hr_grid_painter_new (HrGrid *grid, GtkWidget *pattern)
{
  HrGridPainter *self = g_new0 (HrGridPainter, 1);

  self->grid = grid;
  self->pattern = pattern;
  self->rows = g_hash_table_new_full (NULL, NULL, NULL, free_row);
  return self;
}

void
hr_grid_painter_free (HrGridPainter *self)
{
  g_clear_object (&self->layout);
  g_hash_table_unref (self->rows);
  g_free (self);
}

/* The style, the columns or what they say has changed. */
void
hr_grid_painter_forget (HrGridPainter *self)
{
  g_hash_table_remove_all (self->rows);
  g_clear_object (&self->layout);
}

/* What the cells say may have changed: those that say the same stay as they are drawn. */
void
hr_grid_painter_refresh (HrGridPainter *self)
{
  self->age++;
}

/* Keeps what is near to what is in view: a page on both sides. */
void
hr_grid_painter_keep (HrGridPainter *self, guint first, guint n_rows)
{
  guint from = first > n_rows ? first - n_rows : 0;
  GHashTableIter iter;
  gpointer key;

  if (g_hash_table_size (self->rows) <= 4 * n_rows)
    return;
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (GPOINTER_TO_UINT (key) - from >= 3 * n_rows)
      g_hash_table_iter_remove (&iter);
}

/* Between the edges of a cell and its text. */
void
hr_grid_painter_set_inset (HrGridPainter *self, int inset)
{
  self->inset = inset;
}

/* Where the middle of a text lies in its row. */
void
hr_grid_painter_set_middle (HrGridPainter *self, int middle)
{
  if (self->middle == middle)
    return;
  self->middle = middle;
  hr_grid_painter_forget (self);
}

/* One layout serves all cells: what it lays out is kept as nodes. */
static PangoLayout *
get_layout (HrGridPainter *self)
{
  g_autoptr (PangoAttrList) attributes = NULL;

  if (self->layout != NULL)
    return self->layout;

  attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  self->layout = gtk_widget_create_pango_layout (self->pattern, NULL);
  pango_layout_set_attributes (self->layout, attributes);
  pango_layout_set_single_paragraph_mode (self->layout, TRUE);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
  self->baseline = pango_layout_get_baseline (self->layout);
  pango_layout_get_pixel_size (self->layout, NULL, &self->height);
  self->dot = self->height * 5 / 9;
  self->y = self->middle - self->height / 2;
  gtk_widget_get_color (self->pattern, &self->ink);
  return self->layout;
}

int
hr_grid_painter_measure_chars (HrGridPainter *self, int chars)
{
  PangoContext *context = pango_layout_get_context (get_layout (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = pango_font_metrics_get_approximate_char_width (metrics);

  pango_font_metrics_unref (metrics);
  return PANGO_PIXELS_CEIL (chars * width) + 2 * self->inset;
}

/* Lays a text out without a limit. A number is read from left to right, with its sign
 * before it, whatever is around it. Returns: its width */
static int
lay_out (HrGridPainter *self, const HrGridSlot *slot, const char *text)
{
  PangoLayout *layout = get_layout (self);
  gboolean is_number =
      hr_grid_column_get_numeric (slot->column) && hr_grid_is_mirrored (self->grid);
  g_autofree char *number = is_number ? g_strconcat ("\u200e", text, NULL) : NULL;
  int width;

  pango_layout_set_width (layout, -1);
  pango_layout_set_text (layout, number != NULL ? number : text, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/* A chip around a text of a width. */
static int
get_chip_width (HrGridPainter *self, int text_width)
{
  return CHIP_START + self->dot + DOT_GAP + text_width + CHIP_END;
}

/* The width at which a cell is not cut off. */
int
hr_grid_painter_measure_cell (HrGridPainter *self, guint row, guint column)
{
  const HrGridSlot *slot = hr_grid_get_slot (self->grid, column);
  g_auto (HrGridCell) cell = { 0 };
  int mark;

  hr_grid_column_get_cell (slot->column, row, &cell);
  mark = cell.mark != NULL
             ? get_chip_width (self, lay_out (self, slot, cell.mark)) + self->inset
             : 0;
  return lay_out (self, slot, cell.text) + 2 * self->inset + mark +
         (cell.has_dot ? get_chip_width (self, 0) : 0);
}

static void
draw_disc (GtkSnapshot *snapshot, const graphene_rect_t *place, const GdkRGBA *colour)
{
  GskRoundedRect shape;

  gsk_rounded_rect_init_from_rect (&shape, place, place->size.height / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_snapshot_append_color (snapshot, colour, place);
  gtk_snapshot_pop (snapshot);
}

/* The chip begins at x in a cell that is drawn from left to right. */
static void
draw_chip (HrGridPainter *self,
           GtkSnapshot *snapshot,
           const GdkRGBA *colour,
           int x,
           int text_width,
           int cell_width)
{
  int width = get_chip_width (self, text_width);
  gboolean mirrored = hr_grid_is_mirrored (self->grid);
  int dot = mirrored ? cell_width - x - CHIP_START - self->dot : x + CHIP_START;
  GdkRGBA shade = self->ink;

  shade.alpha *= 0.08f;
  draw_disc (snapshot,
             &GRAPHENE_RECT_INIT ((float) (mirrored ? cell_width - x - width : x),
                                  (float) self->y, (float) width, (float) self->height),
             &shade);
  draw_disc (snapshot,
             &GRAPHENE_RECT_INIT (
                 (float) dot, (float) self->y + (float) (self->height - self->dot) / 2,
                 (float) self->dot, (float) self->dot),
             colour);
}

/* What is laid out, at x in a cell that is drawn from left to right. */
static void
draw_text (HrGridPainter *self,
           GtkSnapshot *snapshot,
           const HrGridSlot *slot,
           int x,
           int width,
           const GdkRGBA *ink)
{
  PangoLayout *layout = get_layout (self);
  int baseline = PANGO_PIXELS (self->baseline - pango_layout_get_baseline (layout));

  if (hr_grid_is_mirrored (self->grid))
    x = slot->width - x - width;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((float) x, (float) (self->y + baseline)));
  gtk_snapshot_append_layout (snapshot, layout, ink);
  gtk_snapshot_restore (snapshot);
}

/* Draws the mark at the end, shortened where it would take the place of the text.
 * Returns: the width that it takes */
static int
draw_mark (HrGridPainter *self,
           GtkSnapshot *snapshot,
           const HrGridSlot *slot,
           const HrGridCell *cell)
{
  int text = lay_out (self, slot, cell->mark), width = get_chip_width (self, text), x;

  if (width > slot->width / 2)
    {
      text = lay_out (self, slot, cell->mark_sign);
      width = get_chip_width (self, text);
    }
  x = slot->width - self->inset - width;
  draw_chip (self, snapshot, &cell->mark_colour, x, text, slot->width);
  draw_text (self, snapshot, slot, x + width - CHIP_END - text, text, &self->ink);
  return width + self->inset;
}

static void
draw_cell (HrGridPainter *self,
           GtkSnapshot *snapshot,
           const HrGridSlot *slot,
           const HrGridCell *cell)
{
  PangoLayout *layout = get_layout (self);
  int lead = cell->has_dot ? CHIP_START + self->dot + DOT_GAP : 0;
  int mark = cell->mark != NULL ? draw_mark (self, snapshot, slot, cell) : 0;
  int room = MAX (
      slot->width - 2 * self->inset - lead - mark - (cell->has_dot ? CHIP_END : 0), 0);
  int width = lay_out (self, slot, cell->text);
  int x = self->inset + lead;
  GdkRGBA ink = self->ink;

  if (width > room)
    {
      pango_layout_set_width (layout, room * PANGO_SCALE);
      width = room;
    }
  if (hr_grid_column_get_numeric (slot->column))
    x = slot->width - self->inset - width;
  if (cell->has_dot)
    draw_chip (self, snapshot, &cell->dot, self->inset, width, slot->width);
  if (cell->is_missing)
    ink.alpha *= 0.5f;
  draw_text (self, snapshot, slot, x, width, &ink);
}

/* Its length is that of the column it stands in, so it is drawn at the edge of the text.
 */
static void
draw_bar (HrGridPainter *self, GtkSnapshot *snapshot, const HrGridSlot *slot, double bar)
{
  float room = (float) MAX (slot->width - 2 * self->inset, 0);
  float length = (float) round (CLAMP (bar, 0, 1) * room);
  float x = (float) (slot->width - self->inset) - length;
  GdkRGBA colour = self->ink;

  if (hr_grid_is_mirrored (self->grid))
    x = (float) self->inset;
  colour.alpha *= 0.25f;
  gtk_snapshot_append_color (
      snapshot, &colour,
      &GRAPHENE_RECT_INIT (x, (float) (self->y + self->height), length, 3));
}

static GskRenderNode *
make_node (HrGridPainter *self, const HrGridSlot *slot, const HrGridCell *cell)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;

  get_layout (self); /* and with it where lines are */
  if (cell->bar > 0)
    draw_bar (self, snapshot, slot, cell->bar);
  if (*cell->text != '\0')
    draw_cell (self, snapshot, slot, cell);
  node = gtk_snapshot_free_to_node (snapshot);
  return node != NULL ? node : gsk_container_node_new (NULL, 0);
}

static Drawn *
make_drawn (HrGridPainter *self, guint row, guint column, Drawn *before)
{
  const HrGridSlot *slot = hr_grid_get_slot (self->grid, column);
  Drawn *drawn = g_new0 (Drawn, 1);

  hr_grid_column_get_cell (slot->column, row, &drawn->cell);
  drawn->age = self->age;
  drawn->node = before != NULL && hr_grid_cell_equal (&before->cell, &drawn->cell)
                    ? gsk_render_node_ref (before->node)
                    : make_node (self, slot, &drawn->cell);
  clear_drawn (before);
  return drawn;
}

/**
 * hr_grid_painter_get_cell:
 * @self: a painter
 * @row: a row
 * @column: a column
 *
 * Gets a cell as it is drawn, its upper left corner at 0, 0.
 *
 * Returns: (transfer none): the node; it stays until the cell is forgotten
 */
GskRenderNode *
hr_grid_painter_get_cell (HrGridPainter *self, guint row, guint column)
{
  guint n_columns = hr_grid_get_n_columns (self->grid);
  GPtrArray *cells;
  Drawn *drawn;

  if (self->n_columns != n_columns)
    hr_grid_painter_forget (self);
  self->n_columns = n_columns;
  cells = g_hash_table_lookup (self->rows, GUINT_TO_POINTER (row));
  if (cells == NULL)
    {
      cells = g_ptr_array_new_full (n_columns, clear_drawn);
      g_ptr_array_set_size (cells, (int) n_columns);
      g_hash_table_insert (self->rows, GUINT_TO_POINTER (row), cells);
    }
  drawn = cells->pdata[column];
  if (drawn == NULL || drawn->age != self->age)
    drawn = cells->pdata[column] = make_drawn (self, row, column, drawn);
  return drawn->node;
}
