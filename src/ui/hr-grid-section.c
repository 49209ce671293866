/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <math.h>

#include "hr-grid-private.h"

/* The sections of a grid's model, and the headers above their rows. The header of the
 * section in view stays when its first row has gone. */
struct _HrGridSections
{
  HrGrid *grid;
  HrGridSectionFunc func;
  gpointer user_data;
  GArray *rows; /* (element-type guint): the first of each */

  GtkWidget *pattern; /* what a header looks like, and texts in it */
  GtkWidget *text;
  GtkWidget *dim;
  int height; /* 0 when unknown */
};

#define GAP 12
#define BAR_WIDTH 120
#define BAR_HEIGHT 6

/* In letters: of fixed widths, so that figures and bars of all stand in columns. */
#define TITLE_CHARS 18
#define DETAIL_CHARS 14
#define FIGURE_CHARS 8

HrGridSections *
hr_grid_sections_new (HrGrid *grid)
{
  HrGridSections *self = g_new0 (HrGridSections, 1);

  self->grid = grid;
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

void
hr_grid_sections_free (HrGridSections *self)
{
  g_array_unref (self->rows);
  g_free (self);
}

/**
 * hr_grid_sections_set_pattern:
 * @self: sections
 * @pattern: looks as a header does
 * @text: a label in it, as its title
 * @dim: a label in it, as its detail
 *
 * Sets what the headers are drawn like.
 */
void
hr_grid_sections_set_pattern (HrGridSections *self,
                              GtkWidget *pattern,
                              GtkWidget *text,
                              GtkWidget *dim)
{
  self->pattern = pattern;
  self->text = text;
  self->dim = dim;
}

void
hr_grid_sections_set_func (HrGridSections *self,
                           HrGridSectionFunc func,
                           gpointer user_data)
{
  self->func = func;
  self->user_data = user_data;
}

/* The rows have changed. */
void
hr_grid_sections_find (HrGridSections *self, GListModel *model)
{
  guint n = model != NULL ? g_list_model_get_n_items (model) : 0, end;

  g_array_set_size (self->rows, 0);
  if (self->func == NULL || !GTK_IS_SECTION_MODEL (model))
    return;
  for (guint row = 0; row < n; row = end)
    {
      guint start;

      gtk_section_model_get_section (GTK_SECTION_MODEL (model), row, &start, &end);
      g_array_append_val (self->rows, row);
    }
}

/* The style has changed. */
void
hr_grid_sections_forget (HrGridSections *self)
{
  self->height = 0;
}

guint
hr_grid_sections_get_n (HrGridSections *self)
{
  return self->rows->len;
}

guint
hr_grid_sections_get_row (HrGridSections *self, guint section)
{
  return g_array_index (self->rows, guint, section);
}

/* How high a header is; 0 where there are none. */
int
hr_grid_sections_get_height (HrGridSections *self)
{
  if (self->rows->len == 0)
    return 0;
  if (self->height == 0)
    gtk_widget_measure (self->pattern, GTK_ORIENTATION_VERTICAL, -1, NULL, &self->height,
                        NULL, NULL);
  return self->height;
}

/* How many headers stand above a row. */
guint
hr_grid_sections_count_to (HrGridSections *self, guint row)
{
  guint low = 0, high = self->rows->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (hr_grid_sections_get_row (self, middle) <= row)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Returns: (transfer full) (nullable): what a row is in */
char *
hr_grid_sections_get_title (HrGridSections *self, guint row)
{
  guint n = hr_grid_sections_count_to (self, row);
  g_auto (HrGridSection) section = { 0 };

  if (n == 0)
    return NULL;
  self->func (self->grid, hr_grid_sections_get_row (self, n - 1), &section,
              self->user_data);
  return g_steal_pointer (&section.title);
}

void
hr_grid_section_clear (HrGridSection *section)
{
  g_clear_pointer (&section->title, g_free);
  g_clear_pointer (&section->detail, g_free);
  g_clear_pointer (&section->figure, g_free);
}

/* Where a header is drawn: above its rows, or at the top, pushed out by the next. */
static double
get_y (HrGridSections *self, guint i)
{
  int height = hr_grid_sections_get_height (self);
  double y = hr_grid_get_row_y (self->grid, hr_grid_sections_get_row (self, i)) - height;
  double next;

  if (y >= 0)
    return y;
  if (i + 1 == self->rows->len)
    return 0;
  next = hr_grid_get_row_y (self->grid, hr_grid_sections_get_row (self, i + 1)) - height;
  return MIN (0, next - height);
}

/* Whether a header is seen at a height of the body. */
gboolean
hr_grid_sections_covers (HrGridSections *self, double y)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      double top = get_y (self, i);

      if (y >= top && y < top + hr_grid_sections_get_height (self))
        return TRUE;
    }
  return FALSE;
}

void
hr_grid_sections_allocate (HrGridSections *self, int width)
{
  int height, minimum;

  gtk_widget_measure (self->pattern, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL,
                      NULL);
  gtk_widget_measure (self->pattern, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                      NULL);
  gtk_widget_size_allocate (
      self->pattern, &(GtkAllocation) { .width = MAX (width, minimum), .height = height },
      -1);
}

/* ---- Drawing ---- */

/* Draws from where reading starts, and is asked how much room is left. */
typedef struct
{
  HrGridSections *sections;
  GtkSnapshot *snapshot;
  int x;
  int width;
} Pen;

static void
draw_text (Pen *pen, GtkWidget *pattern, const char *text, int chars, gboolean at_end)
{
  HrGridSections *self = pen->sections;
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (pattern, text);
  int room = hr_grid_body_measure_chars (self->grid->body, chars), width, height, x, y;
  GdkRGBA colour;

  room = MIN (room, pen->width - pen->x - GAP);
  if (room <= 0)
    return;
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_get_pixel_size (layout, &width, &height);
  if (width > room)
    {
      pango_layout_set_width (layout, room * PANGO_SCALE);
      width = room;
    }
  x = pen->x + (at_end ? room - width : 0);
  if (hr_grid_is_mirrored (self->grid))
    x = pen->width - x - width;
  gtk_widget_get_color (pattern, &colour);
  if (pattern == self->dim)
    colour.alpha *= 0.55f; /* the style sheet has an opacity for it, no colour */
  y = (hr_grid_sections_get_height (self) - height) / 2;
  gtk_snapshot_save (pen->snapshot);
  gtk_snapshot_translate (pen->snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_layout (pen->snapshot, layout, &colour);
  gtk_snapshot_restore (pen->snapshot);
  pen->x += room + GAP;
}

/* In whole pixels, else most edits would draw it anew as it was. */
static void
draw_bar (Pen *pen, double share)
{
  HrGridSections *self = pen->sections;
  float length = (float) round (CLAMP (share, 0, 1) * BAR_WIDTH);
  int above = (hr_grid_sections_get_height (self) - BAR_HEIGHT) / 2;
  float y = (float) above;
  gboolean mirrored = hr_grid_is_mirrored (self->grid);
  float x = (float) (mirrored ? pen->width - pen->x - BAR_WIDTH : pen->x);
  graphene_rect_t all = GRAPHENE_RECT_INIT (x, y, BAR_WIDTH, BAR_HEIGHT);
  graphene_rect_t part =
      GRAPHENE_RECT_INIT (mirrored ? x + BAR_WIDTH - length : x, y, length, BAR_HEIGHT);
  GskRoundedRect shape;
  GdkRGBA colour;

  if (pen->x + BAR_WIDTH + GAP > pen->width)
    return;
  gtk_widget_get_color (self->text, &colour);
  gsk_rounded_rect_init_from_rect (&shape, &all, BAR_HEIGHT / 2.0f);
  gtk_snapshot_push_rounded_clip (pen->snapshot, &shape);
  colour.alpha *= 0.15f;
  gtk_snapshot_append_color (pen->snapshot, &colour, &all);
  gtk_widget_get_color (self->pattern, &colour);
  gtk_snapshot_append_color (pen->snapshot, &colour, &part);
  gtk_snapshot_pop (pen->snapshot);
}

static void
draw_header (HrGridSections *self, GtkWidget *body, GtkSnapshot *snapshot, guint i)
{
  Pen pen = { self, snapshot, GAP, gtk_widget_get_width (body) };
  g_auto (HrGridSection) section = { 0 };

  self->func (self->grid, hr_grid_sections_get_row (self, i), &section, self->user_data);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, (float) get_y (self, i)));
  gtk_widget_snapshot_child (body, self->pattern, snapshot);
  draw_text (&pen, self->text, section.title, TITLE_CHARS, FALSE);
  draw_text (&pen, self->dim, section.detail != NULL ? section.detail : "", DETAIL_CHARS,
             FALSE);
  if (section.figure != NULL)
    {
      draw_text (&pen, self->text, section.figure, FIGURE_CHARS, TRUE);
      draw_bar (&pen, section.share);
    }
  gtk_snapshot_restore (snapshot);
}

/* Above the rows, and whatever of them has gone below. */
void
hr_grid_sections_draw (HrGridSections *self, GtkWidget *body, GtkSnapshot *snapshot)
{
  int height = gtk_widget_get_height (body);

  for (guint i = 0; i < self->rows->len; i++)
    {
      double y = get_y (self, i);

      if (y + hr_grid_sections_get_height (self) > 0 && y < height)
        draw_header (self, body, snapshot, i);
    }
}
