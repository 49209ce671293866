/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-chart-page.h"
#include "hr-journey-table.h"

G_BEGIN_DECLS

/* What the journey map says. All strings that are not const are (transfer full). */

HrChartWords hr_journey_words (const HrJourneyTable *table);
char *hr_journey_words_effort (const HrJourneyTable *table,
                               const HrTouchpoint *touchpoint);
char *hr_journey_words_stage_note (const HrJourneyStage *stage);
char *hr_journey_words_sentiment (double sentiment);
char *hr_journey_words_tick (double sentiment);
char *hr_journey_words_hours (double hours);
char *hr_journey_words_explain (const HrJourneyTable *table, gconstpointer item);
const char *hr_journey_words_stage (const HrStage *stage);
const char *hr_journey_words_lane (const HrJourneyTable *table, const HrItem *item);

G_END_DECLS
