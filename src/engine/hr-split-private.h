/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <math.h>

#include "hr-split.h"

G_BEGIN_DECLS

/* Inside this room: what a split is made of, and how a plan is made so. */

typedef struct
{
  char *id;             /* (owned): of its segment */
  char *source;         /* (owned) (nullable): of a new one: whose copy */
  HrSegment *prototype; /* (owned) (nullable): what a new one begins as */
  HrSegment *segment;   /* unowned: of the trial */
} HrBand;

typedef struct
{
  char *id;   /* (owned): of a segment that has no band any more */
  char *heir; /* (owned): of the one whose band took its accounts */
} HrLeftOver;

struct _HrSplit
{
  HrPlan *plan;         /* (owned): as it is */
  char *base;           /* (nullable): the id of the segment that is split */
  HrRule *base_rule;    /* (owned) (nullable): as it was, while others are written */
  HrColumn *arr;        /* (owned) */
  GArray *thresholds;   /* (element-type double), rising */
  GPtrArray *bands;     /* (owned) (element-type HrBand), one more */
  GPtrArray *left_over; /* (owned) (element-type HrLeftOver) */

  HrHistory *trial; /* (owned): of a copy of the plan, which it owns */
  HrCapacity *capacity;
};

static inline HrBand *
hr_split_peek_band (HrSplit *self, guint i)
{
  return g_ptr_array_index (self->bands, i);
}

static inline double
hr_split_peek_threshold (HrSplit *self, guint i)
{
  return g_array_index (self->thresholds, double, i);
}

static inline double
hr_split_peek_from (HrSplit *self, guint band)
{
  return band > 0 ? hr_split_peek_threshold (self, band - 1) : -INFINITY;
}

static inline double
hr_split_peek_to (HrSplit *self, guint band)
{
  return band < self->thresholds->len ? hr_split_peek_threshold (self, band) : INFINITY;
}

static inline const HrLeftOver *
hr_split_peek_left_over (HrSplit *self, guint i)
{
  return g_ptr_array_index (self->left_over, i);
}

HrRule *hr_split_make_band_rule (HrSplit *self, guint band) G_GNUC_WARN_UNUSED_RESULT;
gboolean hr_split_write (HrSplit *self, HrHistory *history, GError **error);

G_END_DECLS
