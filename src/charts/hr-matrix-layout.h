/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-chart-page.h"
#include "hr-meeting.h"
#include "hr-persona-matrix.h"

G_BEGIN_DECLS

/* Where everything of the persona matrix lies, for one size of the surface. All places
 * count from the start side on. */

/**
 * HrMatrixText:
 * @HR_MATRIX_NEED: what the persona needs
 * @HR_MATRIX_ENGAGEMENT: how it is engaged
 * @HR_MATRIX_ROLE: whom it goes to
 * @HR_MATRIX_COUNT: how many touchpoints meet it, or that none does
 *
 * What stands in a cell, from top to bottom.
 */
typedef enum
{
  HR_MATRIX_NEED,
  HR_MATRIX_ENGAGEMENT,
  HR_MATRIX_ROLE,
  HR_MATRIX_COUNT,
  HR_MATRIX_N_TEXTS,
} HrMatrixText;

/**
 * HrMatrixEntry:
 * @need: (nullable): the first one there
 * @n_met: touchpoints that meet the persona there, over all journeys
 * @is_unmet: whether somebody should meet it there and none does
 *
 * What is in a cell.
 */
typedef struct
{
  const HrNeed *need;
  guint n_met;
  gboolean is_unmet;
} HrMatrixEntry;

/**
 * HrMatrixCell:
 * @place: where it lies
 * @texts: what it says; none where there is too little room
 */
typedef struct
{
  cairo_rectangle_t place;
  HrChartText texts[HR_MATRIX_N_TEXTS];
} HrMatrixCell;

/**
 * HrMatrixRow:
 * @name: of the persona
 * @kind: of it
 * @y: where it begins
 * @height: of it
 */
typedef struct
{
  HrChartText name;
  HrChartText kind;
  double y;
  double height;
} HrMatrixRow;

/**
 * HrMatrixLayout:
 * @page: what is around it
 * @capacity: what is shown
 * @n_personas: rows
 * @n_stages: columns
 * @detail: 0 for all, more for less
 * @labels: width of the names
 * @column: width of a column
 * @heads: (array length=n_stages): names of the stages
 * @rows: (array length=n_personas)
 * @cells: (array): row by row
 */
typedef struct
{
  HrChartPage page;
  const HrCapacity *capacity;
  guint n_personas;
  guint n_stages;
  guint detail;
  double labels;
  double column;
  HrChartText *heads;
  HrMatrixRow *rows;
  HrMatrixCell *cells;
} HrMatrixLayout;

void hr_matrix_layout_init (HrMatrixLayout *self,
                            const HrCapacity *capacity,
                            const HrChartTheme *theme,
                            double width,
                            double height);
void hr_matrix_layout_clear (HrMatrixLayout *self);
double hr_matrix_layout_get_bottom (const HrMatrixLayout *self);
double hr_matrix_layout_get_natural_width (const HrCapacity *capacity,
                                           const HrChartTheme *theme);

HrMatrixEntry hr_matrix_entry (const HrCapacity *capacity, guint persona, guint stage);
HrChartWords hr_matrix_words (const HrCapacity *capacity);
char *hr_matrix_words_count (const HrMatrixEntry *entry);
const char *hr_matrix_words_role (const HrCapacity *capacity, const HrMatrixEntry *entry);

G_END_DECLS
