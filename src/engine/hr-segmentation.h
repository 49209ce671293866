/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-matcher.h"
#include "hr-plan.h"

G_BEGIN_DECLS

/**
 * HrSegmentation:
 *
 * Which account belongs to which segment, and what that adds up to. Immutable and
 * counted.
 *
 * It depends on the portfolio and the rules only, so it is made again only when
 * these change, not with every minute that somebody types.
 */
typedef struct _HrSegmentation HrSegmentation;

/* Of an account that no rule matches. */
#define HR_SEGMENT_UNASSIGNED G_MAXUINT16

/**
 * HrSegmentCount:
 * @n_accounts: accounts of the segment
 * @arr: their ARR in minor units, without those that have none; %HR_MONEY_NONE if the
 *   sum is beyond what money can hold
 * @n_without_arr: accounts whose ARR is missing
 */
typedef struct
{
  gsize n_accounts;
  gint64 arr;
  gsize n_without_arr;
} HrSegmentCount;

void hr_segment_count_add (HrSegmentCount *self, gint64 arr);

#define HR_TYPE_SEGMENTATION (hr_segmentation_get_type ())
GType hr_segmentation_get_type (void);

HrSegmentation *hr_segmentation_new (HrPlan *plan) G_GNUC_WARN_UNUSED_RESULT;
HrSegmentation *hr_segmentation_new_with (const HrSegmentation *base,
                                          guint segment,
                                          const HrRule *rule) G_GNUC_WARN_UNUSED_RESULT;
HrSegmentation *hr_segmentation_ref (HrSegmentation *self);
void hr_segmentation_unref (HrSegmentation *self);

HrPortfolio *hr_segmentation_get_portfolio (const HrSegmentation *self);
const HrMatcher *hr_segmentation_get_matcher (const HrSegmentation *self, guint segment);
guint hr_segmentation_get_n_segments (const HrSegmentation *self);
gsize hr_segmentation_get_n_accounts (const HrSegmentation *self);
const guint16 *hr_segmentation_get_assignment (const HrSegmentation *self);
const HrSegmentCount *hr_segmentation_get_count (const HrSegmentation *self,
                                                 guint segment);
const HrSegmentCount *hr_segmentation_get_unassigned (const HrSegmentation *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HrSegmentation, hr_segmentation_unref)

G_END_DECLS
