/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-capacity.h"
#include "hr-histogram.h"
#include "hr-history.h"

G_BEGIN_DECLS

/**
 * HrSplit:
 *
 * What if accounts were split by their ARR: thresholds that can be moved, a segment for
 * each band between them, and the answer for them as if the plan were so.
 *
 * It works on a copy of the plan; hr_split_apply() does the same to the plan itself.
 * Bands are counted from the lowest on. Each has a segment: one that is there already, or
 * a new one, which is a copy of that whose accounts it takes.
 */
typedef struct _HrSplit HrSplit;

/**
 * HrSplitBand:
 * @segment: as it would be
 * @source: (nullable): of a new one, which it is a copy of; %NULL for one that is there
 * @is_new: whether it is not there yet
 * @from: the least ARR; minus infinity for the lowest band, which takes also those whose
 *   ARR is not known
 * @to: the ARR that is too much; infinity for the highest
 * @answer: what follows
 */
typedef struct
{
  const HrSegment *segment;
  const HrSegment *source;
  gboolean is_new;
  double from;
  double to;
  const HrSegmentCapacity *answer;
} HrSplitBand;

/* More thresholds than anybody can take hold of. */
#define HR_SPLIT_MAX_THRESHOLDS 12

HrSplit *hr_split_new (HrPlan *plan,
                       HrSegment *base,
                       const char *first_name) G_GNUC_WARN_UNUSED_RESULT;
void hr_split_free (HrSplit *self);

HrHistogram *hr_split_make_histogram (HrSplit *self,
                                      guint n_bins) G_GNUC_WARN_UNUSED_RESULT;
const double *hr_split_get_thresholds (HrSplit *self, guint *n_thresholds);
HrSplitBand hr_split_get_band (HrSplit *self, guint band);
guint hr_split_get_n_left_over (HrSplit *self);
const HrSegment *hr_split_get_left_over (HrSplit *self, guint i);
HrCapacity *hr_split_get_capacity (HrSplit *self);
guint hr_split_find_band (HrSplit *self, double value);

void hr_split_set (HrSplit *self, guint threshold, double value);
gboolean hr_split_add (HrSplit *self, double value, const char *name);
void hr_split_remove (HrSplit *self, guint threshold);

gboolean
hr_split_apply (HrSplit *self, HrHistory *history, const char *label, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HrSplit, hr_split_free)

G_END_DECLS
