/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-capacity-chart.h"
#include "hr-chart-page.h"

G_BEGIN_DECLS

/* What the pictures say. All strings are (transfer full). */

HrChartWords hr_chart_words_of_capacity (const HrCapacity *capacity);
HrChartWords hr_chart_words_of_coverage (const HrCapacity *capacity);
char *hr_chart_words_assumptions (const HrCapacity *capacity);

char *hr_chart_words_arr (const HrCapacity *capacity, guint segment);
char *hr_chart_words_no_answer (HrReason reason);
char *hr_chart_words_needed (double fte, gboolean bare);
char *hr_chart_words_today (double headcount, gboolean bare);
char *hr_chart_words_benchmark (double fte, gboolean bare);
const char *hr_chart_words_column (HrCapacityMark mark);

gboolean hr_chart_words_has_benchmark (const HrCapacity *capacity);
int hr_chart_words_find_shortest (const HrCapacity *capacity);

G_END_DECLS
