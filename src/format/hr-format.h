/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-check.h"
#include "hr-explanation.h"
#include "hr-journey-diff.h"
#include "hr-overlaps.h"
#include "hr-plan-diff.h"
#include "hr-rule-tree.h"
#include "hr-split.h"
#include "hr-trial.h"

G_BEGIN_DECLS

/* Figures and findings as a person reads them, in the person's language: numbers by ICU,
 * a real minus sign, "–" for no answer. All return (transfer full). */

#define HR_NO_ANSWER "–"

/* What a gap of people must at least be to show in its one decimal. */
#define HR_LEAST_GAP 0.05

void hr_format_set_locale (const char *locale);
gboolean hr_format_is_right_to_left (void);

char *hr_format_number (double value, guint decimals);
char *hr_format_people (double fte);              /* 4.8 */
char *hr_format_heads (double heads);             /* 5 */
char *hr_format_gap (double gap);                 /* 4.0 short, 0.9 spare, even */
char *hr_format_hours (double hours);             /* 81.7 */
char *hr_format_share (double share);             /* 6.1 % as the language writes it */
char *hr_format_customers_per_fte (double value); /* floored */
char *hr_format_money_compact (double major, const char *currency); /* $32.0M, $870K */
char *hr_format_money_short (double major, const char *currency);   /* $2M, $2.5M */
char *hr_format_money (double major, const char *currency); /* $870,824.84, $32,000,000 */
char *hr_format_minor (gint64 minor, const char *currency);
char *hr_format_date (gint32 days);
char *hr_format_moment (gint64 time); /* yesterday at 2:03 PM */
char *
hr_format_unit (double value, HrUnit unit, const char *currency); /* with its unit */
char *hr_format_exact (double value, HrUnit unit, const char *currency); /* unrounded */

char *hr_format_rule (const HrRule *rule, HrPortfolio *portfolio, const char *currency);
const char *hr_format_rule_node_kind (HrRuleNodeKind kind);
char *hr_format_rule_place (GNode *node, HrPortfolio *portfolio, const char *currency);
const char *hr_format_field_name (const char *field);
char *hr_format_capitalised (const char *text);
char *hr_format_one_line (const char *text);
char *hr_format_enum (GType type, int value);
const char *hr_reason_to_text (HrReason reason);
const char *hr_limit_to_text (HrLimit limit);
char *hr_format_tag (const HrTag *tag, gboolean is_default); /* benchmark: TSIA 2025 */
char *hr_format_diff (const HrPlanDiff *diff); /* 2 things more · 1 thing different */
char *hr_format_field (HrPlan *plan, gpointer item, const HrField *field);
const char *hr_change_to_text (HrChange change);
const char *hr_pare_to_text (HrPare pare);
char *hr_format_journey_diff (const HrJourneyDiff *diff); /* 2 added · 1 changed */
char *hr_format_field_change (HrPlan *plan,
                              const HrTouchpointChange *change,
                              const HrField *field);
char *
hr_format_difference (double before, double after, HrUnit unit, const char *currency);
char *hr_format_check (const HrCheck *check, const HrPlan *plan);
char *hr_format_formula (const HrExplanation *explanation, const char *currency);

char *hr_format_times (const HrTouchpoint *touchpoint, const HrPlan *plan);
char *hr_format_segment (const HrCapacity *capacity, guint segment);

typedef enum
{
  HR_LEVER_PARE,
  HR_LEVER_LOWER,
  HR_LEVER_HIRE,
} HrLeverKind;

char *hr_format_arr_title (const HrSegmentCapacity *answer, const char *currency);
char *hr_format_lever (const HrSegmentCapacity *answer,
                       const HrLevers *levers,
                       HrLeverKind kind,
                       const char *currency);
char *hr_format_lever_people (const HrSegmentCapacity *answer,
                              const HrLevers *levers,
                              HrLeverKind kind); /* −2.1 CSM, fewer */
char *hr_format_lever_money (const HrLevers *levers,
                             HrLeverKind kind,
                             const char *currency); /* saves $382K */
char *
hr_format_lever_arr (const HrLevers *levers, HrLeverKind kind, const char *currency);

char *hr_format_count (const HrSegmentCount *count, const char *currency);
char *hr_format_overlaps (const HrOverlaps *overlaps);
char *hr_format_split_range (const HrSplitBand *band, const char *currency);
char *hr_format_split_figures (const HrSplitBand *band, const char *currency);
char *hr_format_split_effect (HrSplit *split);

/* The finding of a plan in words: "Mid-market needs 4.0 more people than it has". */
char *hr_format_finding (const HrCapacity *capacity);
int hr_finding_get_segment (const HrCapacity *capacity);

G_END_DECLS
