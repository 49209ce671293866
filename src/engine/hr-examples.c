/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-examples.h"

#include <math.h>

/**
 * hr_examples_add:
 * @self: examples
 * @row: an account
 * @rank: how good it is; minus infinity is the worst
 *
 * Takes an account among them if it is better than one of them, or there is room.
 */
void
hr_examples_add (HrExamples *self, gsize row, double rank)
{
  guint at = self->n;

  if (at == HR_N_EXAMPLES && !(rank > self->ranks[at - 1]))
    return;
  if (at == HR_N_EXAMPLES)
    at--;
  else
    self->n++;
  for (; at > 0 && rank > self->ranks[at - 1]; at--)
    {
      self->rows[at] = self->rows[at - 1];
      self->ranks[at] = self->ranks[at - 1];
    }
  self->rows[at] = row;
  self->ranks[at] = rank;
}

static double
get_rank (const HrColumn *column, gsize row, double threshold)
{
  double value;

  if (column == NULL || hr_column_is_missing (column, row))
    return -INFINITY;
  value = hr_column_get_column_type (column) == HR_COLUMN_MONEY
              ? (double) hr_column_get_money (column)[row] / 100
              : hr_column_get_numbers (column)[row];
  return isnan (threshold) ? value : -fabs (value - threshold);
}

/**
 * hr_examples_find:
 * @self: (out): the examples
 * @segmentation: who belongs where
 * @segment: of which segment, or %HR_SEGMENT_UNASSIGNED
 * @column: (nullable): of money or numbers
 * @threshold: in major units, or NAN
 *
 * Finds the accounts of a segment that stand nearest to a threshold, because they are
 * those that come and go with it; without one, those with the largest value.
 */
void
hr_examples_find (HrExamples *self,
                  const HrSegmentation *segmentation,
                  guint16 segment,
                  const HrColumn *column,
                  double threshold)
{
  const guint16 *assignment = hr_segmentation_get_assignment (segmentation);

  self->n = 0;
  for (gsize i = 0; i < hr_segmentation_get_n_accounts (segmentation); i++)
    if (assignment[i] == segment)
      hr_examples_add (self, i, get_rank (column, i, threshold));
}
