/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-segmentation.h"

#include <string.h>

#include "hr-matcher.h"

G_STATIC_ASSERT (HR_SEGMENT_UNASSIGNED == 0xffff); /* see the memset below */

/* Rows that are looked at together, so that a matcher's bytes stay in the nearest cache.
 */
#define CHUNK 4096

struct _HrSegmentation
{
  gatomicrefcount ref_count;

  HrPortfolio *portfolio; /* (owned) (nullable) */
  GPtrArray *matchers;    /* (owned) (element-type HrMatcher): of each segment */
  guint n_segments;
  gsize n_accounts;
  guint16 *assignment;    /* (owned) (array length=n_accounts) */
  HrSegmentCount *counts; /* (owned): of each segment, and of the unassigned */
};

G_DEFINE_BOXED_TYPE (HrSegmentation,
                     hr_segmentation,
                     hr_segmentation_ref,
                     hr_segmentation_unref)

/* Written without a choice, because gcc's -O2 makes a branch of one, and nobody can guess
 * which rows match. */
static void
assign_matches (guint16 *assignment, const guint8 *matches, gsize n, guint16 segment)
{
  for (gsize i = 0; i < n; i++)
    assignment[i] ^= (guint16) (-matches[i] & (assignment[i] ^ segment));
}

/* The last rule goes first, so that the first that matches has the last word. */
static void
assign_accounts (HrSegmentation *self)
{
  guint8 matches[CHUNK];

  for (gsize first = 0; first < self->n_accounts; first += CHUNK)
    {
      gsize n = MIN (CHUNK, self->n_accounts - first);

      memset (self->assignment + first, 0xff, n * sizeof *self->assignment);
      for (guint s = self->n_segments; s-- > 0;)
        {
          hr_matcher_run (g_ptr_array_index (self->matchers, s), first, n, matches);
          assign_matches (self->assignment + first, matches, n, (guint16) s);
        }
    }
}

/**
 * hr_segment_count_add:
 * @self: a count
 * @arr: of an account, or %HR_MONEY_NONE
 *
 * Counts one account more.
 */
void
hr_segment_count_add (HrSegmentCount *self, gint64 arr)
{
  self->n_accounts++;
  if (arr == HR_MONEY_NONE)
    self->n_without_arr++;
  else if (self->arr != HR_MONEY_NONE &&
           __builtin_add_overflow (self->arr, arr, &self->arr))
    self->arr = HR_MONEY_NONE;
}

static void
count_accounts (HrSegmentation *self)
{
  HrColumn *column = hr_portfolio_find_column (self->portfolio, HR_COLUMN_ARR);
  const gint64 *arr = column != NULL ? hr_column_get_money (column) : NULL;

  for (gsize i = 0; i < self->n_accounts; i++)
    {
      guint s = MIN (self->assignment[i], self->n_segments);

      hr_segment_count_add (&self->counts[s], arr != NULL ? arr[i] : HR_MONEY_NONE);
    }
}

static HrSegmentation *
segmentation_alloc (HrPortfolio *portfolio, guint n_segments)
{
  HrSegmentation *self = g_new0 (HrSegmentation, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->n_segments = n_segments;
  self->counts = g_new0 (HrSegmentCount, n_segments + 1);
  self->matchers = g_ptr_array_new_with_free_func ((GDestroyNotify) hr_matcher_unref);
  if (portfolio != NULL)
    {
      self->portfolio = g_object_ref (portfolio);
      self->n_accounts = hr_portfolio_get_n_accounts (portfolio);
      self->assignment = g_new (guint16, self->n_accounts);
    }
  return self;
}

/**
 * hr_segmentation_new:
 * @plan: a plan
 *
 * Gives each account to the first segment whose rule matches it, whatever the segment's
 * source, and adds up what each has.
 *
 * Without a portfolio there is nothing to count. Rules beyond the first 65,535 are not
 * looked at, see [method@Segmentation.get_count].
 *
 * Returns: (transfer full): the segmentation
 */
HrSegmentation *
hr_segmentation_new (HrPlan *plan)
{
  HrSegmentation *self;

  g_return_val_if_fail (HR_IS_PLAN (plan), NULL);

  self = segmentation_alloc (plan->portfolio,
                             MIN (hr_list_get_n (plan->segments), HR_SEGMENT_UNASSIGNED));
  if (plan->portfolio == NULL)
    return self;

  for (guint s = 0; s < self->n_segments; s++)
    {
      const HrSegment *segment = hr_list_get (plan->segments, s);

      g_ptr_array_add (self->matchers, hr_matcher_new (segment->rule, plan->portfolio));
    }
  assign_accounts (self);
  count_accounts (self);
  return self;
}

/**
 * hr_segmentation_new_with:
 * @base: a segmentation
 * @segment: the place of one of its segments
 * @rule: another rule for that segment
 *
 * Says how it would be with another rule, without changing the plan: for each frame while
 * a threshold is dragged. What the other rules need is not made ready again.
 *
 * Returns: (transfer full): the segmentation
 */
HrSegmentation *
hr_segmentation_new_with (const HrSegmentation *base, guint segment, const HrRule *rule)
{
  HrSegmentation *self;

  g_return_val_if_fail (segment < base->n_segments, NULL);

  self = segmentation_alloc (base->portfolio, base->n_segments);
  if (base->portfolio == NULL)
    return self;

  for (guint s = 0; s < self->n_segments; s++)
    g_ptr_array_add (self->matchers,
                     s == segment
                         ? hr_matcher_new (rule, base->portfolio)
                         : hr_matcher_ref (g_ptr_array_index (base->matchers, s)));
  assign_accounts (self);
  count_accounts (self);
  return self;
}

HrSegmentation *
hr_segmentation_ref (HrSegmentation *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
hr_segmentation_unref (HrSegmentation *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_object (&self->portfolio);
  g_ptr_array_unref (self->matchers);
  g_free (self->assignment);
  g_free (self->counts);
  g_free (self);
}

/**
 * hr_segmentation_get_portfolio:
 * @self: a segmentation
 *
 * Gets the accounts that were counted.
 *
 * Returns: (transfer none) (nullable): %NULL if the plan had none
 */
HrPortfolio *
hr_segmentation_get_portfolio (const HrSegmentation *self)
{
  return self->portfolio;
}

/**
 * hr_segmentation_get_matcher:
 * @self: a segmentation
 * @segment: the place of a segment
 *
 * Gets what its rule was made ready as.
 *
 * Returns: (transfer none) (nullable): %NULL without accounts
 */
const HrMatcher *
hr_segmentation_get_matcher (const HrSegmentation *self, guint segment)
{
  return segment < self->matchers->len ? g_ptr_array_index (self->matchers, segment)
                                       : NULL;
}

guint
hr_segmentation_get_n_segments (const HrSegmentation *self)
{
  return self->n_segments;
}

gsize
hr_segmentation_get_n_accounts (const HrSegmentation *self)
{
  return self->n_accounts;
}

/**
 * hr_segmentation_get_assignment:
 * @self: a segmentation
 *
 * Gets the place of each account's segment in the plan's list.
 *
 * Returns: (transfer none) (nullable): by row of the portfolio;
 *   %HR_SEGMENT_UNASSIGNED where no rule matches
 */
const guint16 *
hr_segmentation_get_assignment (const HrSegmentation *self)
{
  return self->assignment;
}

/**
 * hr_segmentation_get_count:
 * @self: a segmentation
 * @segment: the place of a segment in the plan's list
 *
 * Gets what the accounts of a segment add up to.
 *
 * Returns: (transfer none) (nullable): %NULL for a segment that was not looked at
 */
const HrSegmentCount *
hr_segmentation_get_count (const HrSegmentation *self, guint segment)
{
  return segment < self->n_segments ? &self->counts[segment] : NULL;
}

const HrSegmentCount *
hr_segmentation_get_unassigned (const HrSegmentation *self)
{
  return &self->counts[self->n_segments];
}
