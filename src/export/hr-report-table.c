/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-report-table.h"

#include <math.h>
#include <stdlib.h>

#define MOST_COLUMNS 9
#define MOST_LINES 12 /* of a cell: more is no name */
#define COLUMN_GAP 12
#define BAR_WIDTH 80
#define BAR_HEIGHT 0.5 /* of a line */
#define ABOVE_ROW 1.2
#define BELOW_ROW 1.2
#define ABOVE_GROUP 6
#define LEAST_SHARE                                                                      \
  0.25 /* of the width: all that the widest asks for before the others */

/**
 * Row:
 * @kind: what it is
 * @cells: (owned): their words, measured
 * @n_cells: how many there are yet
 * @group: (nullable) (owned): the words of its first cell
 * @bar: the length of its bar, or NAN
 */
typedef struct
{
  HrReportRow kind;
  HrChartText cells[MOST_COLUMNS];
  guint n_cells;
  char *group;
  double bar;
} Row;

struct _HrReportTable
{
  const HrReport *report;
  HrReportColumn columns[MOST_COLUMNS];
  guint n_columns;
  guint widest;
  GArray *rows; /* (owned) (element-type Row) */
  double x[MOST_COLUMNS];
  double widths[MOST_COLUMNS];
  double longest_bar;
};

static void
clear_row (gpointer data)
{
  Row *row = data;

  for (guint i = 0; i < MOST_COLUMNS; i++)
    hr_chart_text_clear (&row->cells[i]);
  g_free (row->group);
}

/**
 * hr_report_table_new:
 * @report: what it is for
 * @columns: (array length=n_columns): what stands in them
 * @n_columns: how many
 * @widest: the column that takes what the others leave
 *
 * Makes a table that is filled row by row.
 */
HrReportTable *
hr_report_table_new (const HrReport *report,
                     const HrReportColumn *columns,
                     guint n_columns,
                     guint widest)
{
  HrReportTable *self = g_new0 (HrReportTable, 1);

  self->rows = g_array_new (FALSE, TRUE, sizeof (Row));
  g_array_set_clear_func (self->rows, clear_row);
  g_return_val_if_fail (n_columns <= MOST_COLUMNS && widest < n_columns, self);

  self->report = report;
  self->n_columns = n_columns;
  self->widest = widest;
  for (guint i = 0; i < n_columns; i++)
    self->columns[i] = columns[i];
  return self;
}

void
hr_report_table_free (HrReportTable *self)
{
  g_array_unref (self->rows);
  g_free (self);
}

static Row *
get_row (const HrReportTable *self, guint i)
{
  return &g_array_index (self->rows, Row, i);
}

static Row *
get_last_row (const HrReportTable *self)
{
  return get_row (self, self->rows->len - 1);
}

void
hr_report_table_begin (HrReportTable *self, HrReportRow row)
{
  Row begun = { .kind = row, .bar = NAN };

  g_array_append_val (self->rows, begun);
}

static HrReportStyle
get_style (const HrReportTable *self, HrReportRow row, guint column)
{
  if (row == HR_REPORT_ROW_HEADER)
    return HR_REPORT_SMALL;
  if (row != HR_REPORT_ROW_PLAIN || self->columns[column] == HR_REPORT_COLUMN_GROUP)
    return HR_REPORT_STRONG;
  return self->columns[column] == HR_REPORT_COLUMN_WORDS ? HR_REPORT_DIM : HR_REPORT_TEXT;
}

/* @cell: (transfer full) (nullable): the next one of the row */
void
hr_report_table_take (HrReportTable *self, char *cell)
{
  Row *row = get_last_row (self);
  guint column = row->n_cells++;
  g_autofree char *words = cell;

  g_return_if_fail (column < self->n_columns);

  row->cells[column] =
      hr_report_write (self->report, get_style (self, row->kind, column), words);
  if (column == 0)
    row->group = g_steal_pointer (&words);
}

/* @length: in any unit; the longest bar fills its column */
void
hr_report_table_set_bar (HrReportTable *self, double length)
{
  get_last_row (self)->bar = length;
}

/* How wide the widest cell of each column is. What stands in a heading may reach over
 * empty cells. */
static void
measure_columns (HrReportTable *self)
{
  for (guint column = 0; column < self->n_columns; column++)
    {
      double *width = &self->widths[column];

      *width = self->columns[column] == HR_REPORT_COLUMN_BAR ? BAR_WIDTH : 0;
      for (guint i = 0; i < self->rows->len; i++)
        if (get_row (self, i)->kind != HR_REPORT_ROW_GROUP)
          *width = fmax (*width, get_row (self, i)->cells[column].place.width);
    }
  self->longest_bar = 0;
  for (guint i = 0; i < self->rows->len; i++)
    self->longest_bar = fmax (self->longest_bar, get_row (self, i)->bar);
}

static int
compare_widths (gconstpointer a, gconstpointer b)
{
  const double *left = a, *right = b;

  return (*left > *right) - (*left < *right);
}

/* The width that no column may exceed so that all fit into the room: the narrow ones keep
 * theirs. */
static double
find_limit (const double *widths, guint n, double room)
{
  double sorted[MOST_COLUMNS] = { 0 };

  for (guint i = 0; i < n; i++)
    sorted[i] = widths[i];
  qsort (sorted, n, sizeof *sorted, compare_widths);
  for (guint i = 0; i < n; i++)
    {
      if (sorted[i] * (n - i) > room)
        return room / (n - i);
      room -= sorted[i];
    }
  return INFINITY;
}

/* What is too wide is broken into lines. */
static void
place_columns (HrReportTable *self, double width)
{
  double gaps = (self->n_columns - 1) * COLUMN_GAP;
  double *widest = &self->widths[self->widest];
  double sum = 0, limit, x = 0;

  measure_columns (self);
  *widest = fmin (*widest, width * LEAST_SHARE);
  limit = find_limit (self->widths, self->n_columns, width - gaps);
  for (guint i = 0; i < self->n_columns; i++)
    {
      self->widths[i] = fmin (self->widths[i], limit);
      sum += self->widths[i];
    }
  *widest += width - gaps - sum;
  for (guint i = 0; i < self->n_columns; i++)
    {
      self->x[i] = x;
      x += self->widths[i] + COLUMN_GAP;
    }
}

static void
wrap_row (const HrReportTable *self, Row *row)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      double width = self->widths[i];

      for (guint next = i + 1;
           next < self->n_columns && row->cells[i].layout != NULL &&
           row->cells[next].layout == NULL && self->columns[next] != HR_REPORT_COLUMN_BAR;
           next++)
        width = self->x[next] + self->widths[next] - self->x[i];
      hr_chart_text_wrap (&row->cells[i], width, MOST_LINES);
    }
}

/* Of the cells from @first on. */
static double
get_height (const HrReportTable *self, const Row *row, guint first)
{
  double height = self->report->pens[HR_REPORT_TEXT].line;

  for (guint i = first; i < self->n_columns; i++)
    height = fmax (height, row->cells[i].place.height);
  return height;
}

static void
put_bar (const HrReportTable *self, HrReportFlow *flow, const Row *row, guint column)
{
  double line = self->report->pens[HR_REPORT_TEXT].line;
  double height = line * BAR_HEIGHT;
  cairo_rectangle_t place = { flow->x + self->x[column], flow->y + (line - height) / 2,
                              self->widths[column] * row->bar / self->longest_bar,
                              height };

  if (row->bar > 0 && self->longest_bar > 0)
    hr_report_put_bar (flow->report, flow->page, place, &self->report->theme.muted);
}

static void
put_rule (HrReportFlow *flow, double x, const HrColor *color)
{
  hr_report_put_bar (flow->report, flow->page,
                     (cairo_rectangle_t) { flow->x + x, flow->y, flow->width - x,
                                           flow->report->theme.line },
                     color);
}

static void
put_cells (HrReportTable *self, HrReportFlow *flow, Row *row, guint first)
{
  double height = get_height (self, row, first);

  for (guint i = first; i < self->n_columns; i++)
    {
      HrChartText *cell = &row->cells[i];
      double x = self->x[i];

      if (self->columns[i] == HR_REPORT_COLUMN_BAR)
        put_bar (self, flow, row, i);
      if (cell->layout == NULL)
        continue;
      if (self->columns[i] == HR_REPORT_COLUMN_NUMBER)
        x += self->widths[i] - cell->place.width;
      hr_report_put_text (flow->report, flow->page, *cell, flow->x + x, flow->y);
      cell->layout = NULL; /* it is the page's now */
    }
  flow->y += height;
}

/* The header is written anew for each page. */
static void
put_header (HrReportTable *self, HrReportFlow *flow)
{
  Row *first = get_row (self, 0);
  Row copy = { .kind = HR_REPORT_ROW_HEADER, .bar = NAN };

  if (first->kind != HR_REPORT_ROW_HEADER)
    return;
  for (guint i = 0; i < self->n_columns; i++)
    if (first->cells[i].layout != NULL)
      copy.cells[i] = hr_report_write (self->report, HR_REPORT_SMALL,
                                       pango_layout_get_text (first->cells[i].layout));
  wrap_row (self, &copy);
  put_cells (self, flow, &copy, 0);
  flow->y += BELOW_ROW;
  clear_row (&copy);
}

/* Brings the flow to where there is room for a row, with the header if that is a new
 * page. */
static void
make_room (HrReportTable *self, HrReportFlow *flow, double height)
{
  guint page = flow->page;

  hr_report_flow_need (flow, height);
  if (flow->page != page)
    put_header (self, flow);
}

static gboolean
has_groups (const HrReportTable *self)
{
  return self->columns[0] == HR_REPORT_COLUMN_GROUP;
}

static gboolean
is_named_above (const HrReportTable *self, guint i)
{
  const Row *row = get_row (self, i);
  const Row *above = i > 0 ? get_row (self, i - 1) : NULL;

  return has_groups (self) && above != NULL && row->kind == HR_REPORT_ROW_PLAIN &&
         above->kind == HR_REPORT_ROW_PLAIN && g_strcmp0 (row->group, above->group) == 0;
}

static void
put_row (HrReportTable *self, HrReportFlow *flow, guint i)
{
  const HrChartTheme *theme = &self->report->theme;
  Row *row = get_row (self, i);
  double line = self->report->pens[HR_REPORT_TEXT].line;
  double above = row->kind == HR_REPORT_ROW_GROUP ? ABOVE_GROUP : 0;
  guint first = is_named_above (self, i) ? 1 : 0;
  guint page = flow->page;

  /* A heading does not stand without a row. */
  wrap_row (self, row);
  make_room (self, flow,
             above + ABOVE_ROW + get_height (self, row, first) + BELOW_ROW +
                 (above > 0 ? line : 0));
  if (flow->page != page)
    first = 0; /* a group is named again on every page */
  else if (i > 0)
    flow->y += above;

  put_rule (flow, self->x[first],
            row->kind == HR_REPORT_ROW_PLAIN && (first > 0 || !has_groups (self))
                ? &theme->grid
                : &theme->ink);
  flow->y += ABOVE_ROW;
  put_cells (self, flow, row, first);
  flow->y += BELOW_ROW;
}

/**
 * hr_report_table_put:
 * @self: a table whose rows are complete; it is empty then
 * @flow: where to
 *
 * Lays the rows out and puts them.
 */
void
hr_report_table_put (HrReportTable *self, HrReportFlow *flow)
{
  guint first = 0;

  if (self->rows->len == 0)
    return;
  place_columns (self, flow->width);
  if (get_row (self, 0)->kind == HR_REPORT_ROW_HEADER)
    {
      hr_report_flow_need (flow, 4 * self->report->pens[HR_REPORT_TEXT].line);
      put_header (self, flow);
      first = 1;
    }
  for (guint i = first; i < self->rows->len; i++)
    put_row (self, flow, i);
  g_array_set_size (self->rows, 0);
}
