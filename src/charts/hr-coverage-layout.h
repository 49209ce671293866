/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-chart-page.h"
#include "hr-coverage-map.h"
#include "hr-scale.h"

G_BEGIN_DECLS

/* Where everything of the coverage map lies, for one size of the surface. All places
 * count from the start side on. */

#define HR_COVERAGE_N_LINES 3 /* of a label: name, people and ARR, customers */

typedef struct
{
  double x;
  double y;
} HrCoveragePoint;

typedef struct
{
  HrCoveragePoint from;
  HrCoveragePoint to;
} HrCoverageStroke;

/**
 * HrCoverageDisc:
 * @shown: whether the segment is on the map
 * @x: of the centre
 * @y: of the centre
 * @radius: of the disc
 * @lines: the label
 * @n_lines: how many of them are shown
 * @label: where the label lies
 * @has_leader: whether the label stands so far away that a line leads to it
 * @leader: that line
 * @benchmark: where the diamond lies; as wide as nothing if there is none
 */
typedef struct
{
  gboolean shown;
  double x;
  double y;
  double radius;
  HrChartText lines[HR_COVERAGE_N_LINES];
  guint n_lines;
  cairo_rectangle_t label;
  gboolean has_leader;
  HrCoverageStroke leader;
  cairo_rectangle_t benchmark;
} HrCoverageDisc;

/**
 * HrCoverageLayout:
 * @page: what is around the map
 * @absent: words for the segments that are not on the map
 * @frame: the map
 * @data: the part of it that the scales span; discs may stick out of it, not of @frame
 * @arr: the scale across
 * @people: the scale up
 * @arr_ticks: (array length=arr.n_ticks)
 * @people_ticks: (array length=people.n_ticks)
 * @people_caption: what goes up
 * @arr_per_fte: the benchmark that all share, or NAN
 * @line_end: where its line leaves @frame
 * @line_label: what the line is
 * @region_label: what lies above it
 * @discs: (array length=n_discs): the segments
 * @n_discs: how many
 * @is_empty: whether none of them is on the map
 * @spoken_of: the segment that the title is about, or -1
 */
typedef struct
{
  HrChartPage page;
  HrChartText absent;
  cairo_rectangle_t frame;
  cairo_rectangle_t data;
  HrScale arr;
  HrScale people;
  HrChartText *arr_ticks;
  HrChartText *people_ticks;
  HrChartText people_caption;
  double arr_per_fte;
  HrCoveragePoint line_end;
  HrChartText line_label;
  HrChartText region_label;
  HrCoverageDisc *discs;
  guint n_discs;
  gboolean is_empty;
  int spoken_of;
} HrCoverageLayout;

void hr_coverage_layout_init (HrCoverageLayout *self,
                              const HrCapacity *capacity,
                              const HrChartTheme *theme,
                              double width,
                              double height);
void hr_coverage_layout_clear (HrCoverageLayout *self);
gboolean hr_coverage_layout_place (const HrCoverageLayout *self,
                                   guint segment,
                                   HrCoverageMark mark,
                                   cairo_rectangle_t *place);

/* Finds room for all words inside the frame. Returns: whether there was room for every
 * label */
gboolean hr_coverage_labels_place (HrCoverageLayout *self);

G_END_DECLS
