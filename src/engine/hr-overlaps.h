/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-examples.h"

G_BEGIN_DECLS

/**
 * HrOverlap:
 * @taker: the place of the segment that has the accounts, because it comes first
 * @other: the place of a later one whose rule matches them too
 * @count: how many, and their ARR
 * @examples: those with the most ARR
 *
 * Accounts that two rules match.
 */
typedef struct
{
  guint16 taker;
  guint16 other;
  HrSegmentCount count;
  HrExamples examples;
} HrOverlap;

/**
 * HrOverlaps:
 * @none: accounts that no rule matches
 * @once: accounts that one rule matches
 * @several: accounts that two rules match, or more; they are in a pair each for every
 *   rule beyond the first
 * @gap: examples of @none
 * @pairs: (element-type HrOverlap): in the order of the segments
 *
 * Where rules overlap and where they leave a gap.
 */
typedef struct
{
  HrSegmentCount none;
  HrSegmentCount once;
  HrSegmentCount several;
  HrExamples gap;
  GArray *pairs;
} HrOverlaps;

HrOverlaps *
hr_overlaps_new (const HrSegmentation *segmentation) G_GNUC_WARN_UNUSED_RESULT;
void hr_overlaps_free (HrOverlaps *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HrOverlaps, hr_overlaps_free)

G_END_DECLS
