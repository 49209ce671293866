/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-capacity-chart.h"
#include "hr-chart-page.h"

G_BEGIN_DECLS

/* What the pictures say. All strings that are not const are (transfer full). */

/* Of both pictures. */
char *hr_chart_words_assumptions (const HrCapacity *capacity);
char *hr_chart_words_unit (const HrCapacity *capacity);
char *hr_chart_words_arr (const HrCapacity *capacity, guint segment);
char *hr_chart_words_no_answer (HrReason reason);
gboolean hr_chart_words_has_benchmark (const HrCapacity *capacity);

/* What one can point at, in pictures of segments. */
void hr_chart_words_add_segment (GArray *marks,
                                 const HrCapacity *capacity,
                                 guint segment,
                                 const cairo_rectangle_t *place);

/* Of the capacity chart. Bare values stand in a column whose head names them. */
HrChartWords hr_chart_words_of_capacity (const HrCapacity *capacity);
char *hr_chart_words_needed (double fte, gboolean bare);
char *hr_chart_words_today (double headcount, gboolean bare);
char *hr_chart_words_benchmark (double fte, gboolean bare);
const char *hr_chart_words_column (HrCapacityMark mark);

/* Of the coverage map. */
HrChartWords hr_chart_words_of_coverage (const HrCapacity *capacity,
                                         gboolean explain_region);
const char *hr_chart_words_region (void);
int hr_chart_words_find_dearest (const HrCapacity *capacity);
double hr_chart_words_get_common_benchmark (const HrCapacity *capacity);
HrReason hr_chart_words_why_absent (const HrSegmentCapacity *segment);
char *hr_chart_words_absent (const HrCapacity *capacity);
char *hr_chart_words_people_and_arr (const HrCapacity *capacity, guint segment);
char *hr_chart_words_customers (const HrCapacity *capacity, guint segment);
char *hr_chart_words_arr_tick (double arr, const char *currency, gboolean is_last);
char *hr_chart_words_line (const HrCapacity *capacity);

G_END_DECLS
