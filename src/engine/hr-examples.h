/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-segmentation.h"

G_BEGIN_DECLS

#define HR_N_EXAMPLES 10

/**
 * HrExamples:
 * @n: how many there are
 * @rows: (array length=n): of the portfolio, the best first
 * @ranks: (array length=n): how good each is; equals come as they stand
 *
 * The few accounts that stand for many.
 */
typedef struct
{
  guint n;
  gsize rows[HR_N_EXAMPLES];
  double ranks[HR_N_EXAMPLES];
} HrExamples;

void hr_examples_add (HrExamples *self, gsize row, double rank);
void hr_examples_find (HrExamples *self,
                       const HrSegmentation *segmentation,
                       guint16 segment,
                       const HrColumn *column,
                       double threshold);

G_END_DECLS
