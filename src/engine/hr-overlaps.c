/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-overlaps.h"

#include <math.h>

/* Rows that are looked at together. */
#define CHUNK 1024

typedef struct
{
  HrOverlaps *overlaps;
  const HrSegmentation *segmentation;
  const gint64 *arr;  /* (nullable) */
  guint8 *matches;    /* CHUNK for each segment */
  GHashTable *places; /* of pairs in the array, one more each */
} Work;

static double
get_rank (gint64 arr)
{
  return arr != HR_MONEY_NONE ? (double) arr : -INFINITY;
}

static void
add_pair (Work *work, guint taker, guint other, gsize row, gint64 arr)
{
  gpointer key = GUINT_TO_POINTER (taker << 16 | other);
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (work->places, key));
  HrOverlap *pair;

  if (place == 0)
    {
      HrOverlap fresh = { .taker = (guint16) taker, .other = (guint16) other };

      g_array_append_val (work->overlaps->pairs, fresh);
      place = work->overlaps->pairs->len;
      g_hash_table_insert (work->places, key, GUINT_TO_POINTER (place));
    }
  pair = &g_array_index (work->overlaps->pairs, HrOverlap, place - 1);
  hr_segment_count_add (&pair->count, arr);
  hr_examples_add (&pair->examples, row, get_rank (arr));
}

static void
look_at_row (Work *work, gsize row, gsize at)
{
  HrOverlaps *self = work->overlaps;
  guint n = hr_segmentation_get_n_segments (work->segmentation);
  gint64 arr = work->arr != NULL ? work->arr[row] : HR_MONEY_NONE;
  guint taker = n, n_matches = 0;

  for (guint s = 0; s < n; s++)
    {
      if (!work->matches[s * CHUNK + at])
        continue;
      if (n_matches++ == 0)
        taker = s;
      else
        add_pair (work, taker, s, row, arr);
    }
  hr_segment_count_add (n_matches == 0   ? &self->none
                        : n_matches == 1 ? &self->once
                                         : &self->several,
                        arr);
  if (n_matches == 0)
    hr_examples_add (&self->gap, row, get_rank (arr));
}

static void
look_at_chunk (Work *work, gsize first, gsize n)
{
  for (guint s = 0; s < hr_segmentation_get_n_segments (work->segmentation); s++)
    hr_matcher_run (hr_segmentation_get_matcher (work->segmentation, s), first, n,
                    work->matches + s * CHUNK);
  for (gsize i = 0; i < n; i++)
    look_at_row (work, first + i, i);
}

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const HrOverlap *pair = a, *other = b;

  return pair->taker != other->taker ? pair->taker - other->taker
                                     : pair->other - other->other;
}

/**
 * hr_overlaps_new:
 * @segmentation: who belongs where
 *
 * Looks for accounts that several rules match, and for those that none does.
 *
 * Returns: (transfer full): what it found
 */
HrOverlaps *
hr_overlaps_new (const HrSegmentation *segmentation)
{
  HrOverlaps *self = g_new0 (HrOverlaps, 1);
  HrPortfolio *portfolio = hr_segmentation_get_portfolio (segmentation);
  HrColumn *arr =
      portfolio != NULL ? hr_portfolio_find_column (portfolio, HR_COLUMN_ARR) : NULL;
  gsize n = hr_segmentation_get_n_accounts (segmentation);
  Work work = { .overlaps = self,
                .segmentation = segmentation,
                .arr = arr != NULL ? hr_column_get_money (arr) : NULL };

  self->pairs = g_array_new (FALSE, FALSE, sizeof (HrOverlap));
  work.matches = g_malloc0 (CHUNK * (hr_segmentation_get_n_segments (segmentation) + 1));
  work.places = g_hash_table_new (NULL, NULL);
  for (gsize first = 0; first < n; first += CHUNK)
    look_at_chunk (&work, first, MIN (CHUNK, n - first));
  g_hash_table_unref (work.places);
  g_free (work.matches);
  g_array_sort (self->pairs, compare_pairs);
  return self;
}

void
hr_overlaps_free (HrOverlaps *self)
{
  g_array_unref (self->pairs);
  g_free (self);
}
