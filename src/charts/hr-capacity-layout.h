/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-capacity-chart.h"
#include "hr-chart-page.h"
#include "hr-scale.h"

G_BEGIN_DECLS

/* Where everything of the capacity chart lies, for one size of the surface. All places
 * count from the start side on. */

/**
 * HrCapacityRow:
 * @shown: which marks there are
 * @places: of the marks
 * @texts: of those marks that are texts; their places lie with them
 */
typedef struct
{
  gboolean shown[HR_CAPACITY_N_MARKS];
  cairo_rectangle_t places[HR_CAPACITY_N_MARKS];
  HrChartText texts[HR_CAPACITY_N_MARKS];
} HrCapacityRow;

/**
 * HrCapacityColumn:
 * @x: where it begins
 * @width: how wide it is; 0 where there is none
 */
typedef struct
{
  double x;
  double width;
} HrCapacityColumn;

/**
 * HrCapacityLayout:
 * @page: what is around the rows
 * @is_stacked: whether the names stand above the bars, because it is narrow
 * @has_values: whether the values stand below their marks; else there is too little
 *   height, and they stand in columns if there is the width
 * @scale: of people
 * @plot: where the bars are; its height is that of all rows
 * @ticks: (array length=scale.n_ticks): at the top; none if stacked
 * @columns: of the texts that are aligned from row to row
 * @headers: of the columns of values
 * @rows: (array length=n_rows): the segments
 * @n_rows: how many
 * @n_reasons: how many of them have no answer
 * @spoken_of: the row that the title is about, or -1
 * @bar_lane: height of the line of a row that has the bar
 * @lane_gap: between two lines of a row
 * @row_height: of all of its lines but one for a reason
 * @gap: between two rows
 */
typedef struct
{
  HrChartPage page;
  gboolean is_stacked;
  gboolean has_values;
  HrScale scale;
  cairo_rectangle_t plot;
  HrChartText *ticks;
  HrCapacityColumn columns[HR_CAPACITY_N_MARKS];
  HrChartText headers[HR_CAPACITY_N_MARKS];
  HrCapacityRow *rows;
  guint n_rows;
  guint n_reasons;
  int spoken_of;
  double bar_lane;
  double lane_gap;
  double row_height;
  double gap;
} HrCapacityLayout;

void hr_capacity_layout_init (HrCapacityLayout *self,
                              const HrCapacity *capacity,
                              const HrChartTheme *theme,
                              double width,
                              double height);
void hr_capacity_layout_clear (HrCapacityLayout *self);
double hr_capacity_layout_get_natural_height (const HrCapacityLayout *self);
gboolean hr_capacity_layout_place (const HrCapacityLayout *self,
                                   guint segment,
                                   HrCapacityMark mark,
                                   cairo_rectangle_t *place);

/* One row, when the columns, the scale and the heights are known. */
void hr_capacity_row_write (HrCapacityRow *self,
                            const HrCapacityLayout *layout,
                            const HrCapacity *capacity,
                            guint segment);
void hr_capacity_row_place (HrCapacityRow *self,
                            const HrCapacityLayout *layout,
                            const HrBook *book,
                            double y);

G_END_DECLS
