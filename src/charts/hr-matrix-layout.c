/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-matrix-layout.h"

#include <math.h>

#include "hr-enums.h"
#include "hr-format.h"

/* Lengths are counted in the size of the text. */
#define COLUMN_GAP 0.6
#define ROW_GAP 0.5
#define PAD 0.6
#define TEXT_GAP 0.25
#define BELOW_HEAD 0.5
#define MOST_LABELS 10
#define LABEL_SHARE 0.2 /* of the width */
#define BEST_COLUMN 11.5
#define LEAST_COLUMN 5

/* How many lines of each text, with less and less room. */
static const int LINES[][HR_MATRIX_N_TEXTS] = {
  { 4, 3, 2, 1 },
  { 3, 2, 1, 1 },
  { 2, 0, 1, 1 },
  { 1, 0, 1, 0 },
};

static void
clear_texts (HrMatrixLayout *self)
{
  for (guint i = 0; i < self->n_stages; i++)
    hr_chart_text_clear (&self->heads[i]);
  for (guint i = 0; i < self->n_personas; i++)
    {
      hr_chart_text_clear (&self->rows[i].name);
      hr_chart_text_clear (&self->rows[i].kind);
    }
  for (guint i = 0; i < self->n_personas * self->n_stages; i++)
    for (guint text = 0; text < HR_MATRIX_N_TEXTS; text++)
      hr_chart_text_clear (&self->cells[i].texts[text]);
  hr_chart_page_clear (&self->page);
}

static gboolean
is_empty (const HrMatrixLayout *self)
{
  return self->n_personas == 0 || self->n_stages == 0;
}

static double
get_heads_height (const HrMatrixLayout *self)
{
  double height = 0;

  for (guint i = 0; i < self->n_stages; i++)
    height = fmax (height, self->heads[i].place.height);
  return height + BELOW_HEAD * self->page.pen.size;
}

static void
write_labels (HrMatrixLayout *self)
{
  const HrChartPen *pen = &self->page.pen;
  HrPlan *plan = hr_capacity_get_plan (self->capacity);
  double widest = LEAST_COLUMN * pen->size;

  for (guint i = 0; i < self->n_personas; i++)
    {
      const HrPersona *persona = hr_list_get (plan->personas, i);
      g_autofree char *kind = hr_format_enum (HR_TYPE_PERSONA_KIND, (int) persona->kind);
      HrMatrixRow *row = &self->rows[i];

      row->name =
          hr_chart_text_new (pen, HR_CHART_FONT_STRONG, &pen->theme->ink, persona->name);
      row->kind = hr_chart_text_new (pen, HR_CHART_FONT_BODY, &pen->theme->dim, kind);
      widest = fmax (widest, fmax (row->name.place.width, row->kind.place.width));
    }
  self->labels = fmin (widest, MOST_LABELS * pen->size);
  self->labels = fmin (self->labels, LABEL_SHARE * self->page.body.width);
  for (guint i = 0; i < self->n_personas; i++)
    {
      hr_chart_text_wrap (&self->rows[i].name, self->labels, self->detail < 3 ? 3 : 1);
      hr_chart_text_wrap (&self->rows[i].kind, self->labels, 2);
      if (self->detail > 1)
        hr_chart_text_clear (&self->rows[i].kind);
    }
}

static double
get_column_x (const HrMatrixLayout *self, guint stage)
{
  double gap = COLUMN_GAP * self->page.pen.size;

  return self->page.body.x + self->labels + gap + stage * (self->column + gap);
}

static void
write_heads (HrMatrixLayout *self)
{
  const HrChartPen *pen = &self->page.pen;
  HrPlan *plan = hr_capacity_get_plan (self->capacity);

  self->column =
      (self->page.body.width - self->labels) / self->n_stages - COLUMN_GAP * pen->size;
  for (guint i = 0; i < self->n_stages; i++)
    {
      self->heads[i] = hr_chart_text_new_within (
          pen, HR_CHART_FONT_STRONG, &pen->theme->ink,
          hr_item_get_name (hr_list_get (plan->stages, i)), self->column, 2);
    }
}

static void
write_cell (HrMatrixLayout *self, guint persona, guint stage)
{
  const HrChartPen *pen = &self->page.pen;
  const HrChartTheme *theme = pen->theme;
  HrMatrixEntry entry = hr_matrix_entry (self->capacity, persona, stage);
  g_autofree char *count = hr_matrix_words_count (&entry);
  const struct
  {
    HrChartFont font;
    const HrColor *color;
    const char *words;
  } texts[HR_MATRIX_N_TEXTS] = {
    { HR_CHART_FONT_BODY, &theme->ink, entry.need != NULL ? entry.need->need : NULL },
    { HR_CHART_FONT_BODY, &theme->dim,
      entry.need != NULL ? entry.need->engagement : NULL },
    { HR_CHART_FONT_STRONG, &theme->ink, hr_matrix_words_role (self->capacity, &entry) },
    { HR_CHART_FONT_BODY, entry.is_unmet ? &theme->accent : &theme->dim, count },
  };
  HrMatrixCell *cell = &self->cells[persona * self->n_stages + stage];

  for (guint i = 0; i < HR_MATRIX_N_TEXTS; i++)
    {
      if (texts[i].words == NULL || *texts[i].words == '\0' ||
          LINES[self->detail][i] == 0)
        continue;
      cell->texts[i] = hr_chart_text_new_within (
          pen, texts[i].font, texts[i].color, texts[i].words,
          self->column - 2 * PAD * pen->size, LINES[self->detail][i]);
    }
}

static double
get_cell_height (const HrMatrixLayout *self, const HrMatrixCell *cell)
{
  double height = 2 * PAD * self->page.pen.size;
  guint n = 0;

  for (guint i = 0; i < HR_MATRIX_N_TEXTS; i++)
    if (cell->texts[i].layout != NULL)
      height +=
          cell->texts[i].place.height + (n++ > 0 ? TEXT_GAP * self->page.pen.size : 0);
  return height;
}

static void
find_row_heights (HrMatrixLayout *self)
{
  double y = self->page.body.y + get_heads_height (self);
  double pad = PAD * self->page.pen.size;

  for (guint i = 0; i < self->n_personas; i++)
    {
      HrMatrixRow *row = &self->rows[i];

      row->y = y;
      row->height = row->name.place.height + row->kind.place.height + 2 * pad;
      for (guint stage = 0; stage < self->n_stages; stage++)
        row->height =
            fmax (row->height,
                  get_cell_height (self, &self->cells[i * self->n_stages + stage]));
      y += row->height + ROW_GAP * self->page.pen.size;
    }
}

/* Returns: what share of it fits; at least 1 if all does */
static double
try_size (HrMatrixLayout *self,
          const HrChartTheme *theme,
          double size,
          cairo_rectangle_t surface,
          const HrChartWords *words)
{
  double have, need;

  clear_texts (self);
  hr_chart_page_init (&self->page, theme, size, surface.width, surface.height, words);
  if (is_empty (self))
    return self->page.body.height >= 0 ? 1 : 0.5;
  write_labels (self);
  write_heads (self);
  if (self->column < LEAST_COLUMN * size)
    return fmax (self->column / (LEAST_COLUMN * size), 0.1);
  for (guint i = 0; i < self->n_personas; i++)
    for (guint stage = 0; stage < self->n_stages; stage++)
      write_cell (self, i, stage);
  find_row_heights (self);
  have = self->page.body.y + self->page.body.height;
  need = hr_matrix_layout_get_bottom (self);
  return need <= have ? 1 : fmax (have / need, 0.1);
}

static void
place_cell (HrMatrixLayout *self, guint persona, guint stage)
{
  const HrMatrixRow *row = &self->rows[persona];
  HrMatrixCell *cell = &self->cells[persona * self->n_stages + stage];
  double size = self->page.pen.size;
  double y = row->y + PAD * size;

  cell->place = (cairo_rectangle_t) { get_column_x (self, stage), row->y, self->column,
                                      row->height };
  for (guint i = 0; i < HR_MATRIX_N_TEXTS; i++)
    {
      if (cell->texts[i].layout == NULL)
        continue;
      cell->texts[i].place.x = cell->place.x + PAD * size;
      cell->texts[i].place.y = y;
      y += cell->texts[i].place.height + TEXT_GAP * size;
    }
}

static void
place_all (HrMatrixLayout *self)
{
  double size = self->page.pen.size;
  double bottom = self->page.body.y + get_heads_height (self) - BELOW_HEAD * size;

  for (guint stage = 0; stage < self->n_stages; stage++)
    {
      HrChartText *head = &self->heads[stage];

      head->place.x = get_column_x (self, stage);
      head->place.y = bottom - head->place.height;
    }
  for (guint i = 0; i < self->n_personas; i++)
    {
      HrMatrixRow *row = &self->rows[i];

      row->name.place.x = row->kind.place.x = self->page.body.x;
      row->name.place.y = row->y + PAD * size;
      row->kind.place.y = row->name.place.y + row->name.place.height;
      for (guint stage = 0; stage < self->n_stages; stage++)
        place_cell (self, i, stage);
    }
}

double
hr_matrix_layout_get_bottom (const HrMatrixLayout *self)
{
  const HrMatrixRow *last;

  if (is_empty (self))
    return self->page.body.y;
  last = &self->rows[self->n_personas - 1];
  return last->y + last->height;
}

double
hr_matrix_layout_get_natural_width (const HrCapacity *capacity, const HrChartTheme *theme)
{
  guint n = hr_list_get_n (hr_capacity_get_plan (capacity)->stages);

  return ceil (theme->size *
               (2 * theme->margin + MOST_LABELS + n * (BEST_COLUMN + COLUMN_GAP)));
}

/**
 * hr_matrix_layout_init:
 * @self: a layout
 * @capacity: what is shown; must outlive it
 * @theme: how it looks
 * @width: of the surface
 * @height: of the surface
 *
 * Lays the matrix out. With little room letters become smaller as far as the theme
 * allows, cells say less, and at last all becomes smaller.
 */
void
hr_matrix_layout_init (HrMatrixLayout *self,
                       const HrCapacity *capacity,
                       const HrChartTheme *theme,
                       double width,
                       double height)
{
  HrPlan *plan = hr_capacity_get_plan (capacity);
  g_auto (HrChartWords) words = hr_matrix_words (capacity);
  cairo_rectangle_t surface = { 0, 0, width, height };
  double size = theme->size, fit;

  *self = (HrMatrixLayout) { .capacity = capacity,
                             .n_personas = hr_list_get_n (plan->personas),
                             .n_stages = hr_list_get_n (plan->stages) };
  self->heads = g_new0 (HrChartText, self->n_stages + 1);
  self->rows = g_new0 (HrMatrixRow, self->n_personas + 1);
  self->cells = g_new0 (HrMatrixCell, self->n_personas * self->n_stages + 1);

  while ((fit = try_size (self, theme, size, surface, &words)) < 1)
    {
      double next = hr_chart_page_get_next_size (&self->page, fit);

      if (!hr_chart_page_may_shrink (&self->page) &&
          self->detail + 1 < G_N_ELEMENTS (LINES))
        self->detail++;
      else if (next < size)
        size = next;
      else
        break;
    }
  if (!is_empty (self))
    place_all (self);
}

void
hr_matrix_layout_clear (HrMatrixLayout *self)
{
  clear_texts (self);
  g_clear_pointer (&self->heads, g_free);
  g_clear_pointer (&self->rows, g_free);
  g_clear_pointer (&self->cells, g_free);
}
