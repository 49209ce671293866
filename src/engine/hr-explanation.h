/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-capacity.h"

G_BEGIN_DECLS

/**
 * HrFigure:
 *
 * The figures that can say how they came about.
 */
typedef enum
{
  HR_FIGURE_AVAILABLE_HOURS,   /* of a role */
  HR_FIGURE_TOUCHPOINT_HOURS,  /* of a segment and a touchpoint */
  HR_FIGURE_WORKLOAD_HOURS,    /* of a segment and a role, or a segment */
  HR_FIGURE_CUSTOMERS_PER_FTE, /* of a segment and a role */
  HR_FIGURE_FTE,          /* of a segment and a role, a segment, a role, or the plan */
  HR_FIGURE_TOP_DOWN_FTE, /* of a segment */
  HR_FIGURE_ARR_PER_FTE,  /* of a segment */
  HR_FIGURE_HEADCOUNT,    /* of a segment, a role, or the plan */
  HR_FIGURE_GAP,          /* of a segment, a role, or the plan */
  HR_FIGURE_HEADS,        /* of a role, or the plan */
  HR_FIGURE_COST,         /* of a segment, a role, or the plan */
  HR_FIGURE_COST_PER_CUSTOMER, /* of a segment */
  HR_FIGURE_COST_SHARE_OF_ARR, /* of a segment, or the plan */
} HrFigure;

/**
 * HrInput:
 * @label: what it is, to be translated; or the name of @item if @is_name
 * @is_name: whether @label is a name that a person gave
 * @value: its value, money in major units; NAN if it has none
 * @unit: what it counts
 * @item: (nullable): the item whose figure it is
 * @property: (nullable): which figure of it; with @item it can be gone to and edited
 * @tag: where it came from; a computed input has none; counted customers and ARR are
 *   measured, and the portfolio's source is theirs
 * @is_computed: whether it is a result itself
 * @is_default: whether nobody has touched it
 */
typedef struct
{
  char *label;
  gboolean is_name;
  double value;
  HrUnit unit;
  HrItem *item;
  const char *property;
  HrTag tag;
  gboolean is_computed;
  gboolean is_default;
} HrInput;

/**
 * HrExplanation:
 * @figure: which figure
 * @label: what it is called, to be translated
 * @formula: in words, to be translated: "customers × hours per customer ÷ hours for
 *   customers". The words are the labels of the inputs; "the sum of …" is that of the
 *   inputs that are names
 * @inputs: (array length=n_inputs): what went in
 * @n_inputs: how many
 * @result: unrounded; NAN for no answer
 * @unit: what it counts
 * @reason: why there is no answer
 * @source: (nullable): whose formula it is; %NULL for plain arithmetic, as all is so far
 *
 * How one figure came about: inputs, formula, result.
 *
 * It reads the plan as it is now, so it must be made before the plan changes under the
 * @capacity, and can be kept after that.
 */
typedef struct
{
  HrFigure figure;
  const char *label;
  const char *formula;
  HrInput *inputs;
  guint n_inputs;
  double result;
  HrUnit unit;
  HrReason reason;
  const char *source;
} HrExplanation;

HrExplanation *hr_explanation_new (const HrCapacity *capacity,
                                   HrFigure figure,
                                   const HrSegment *segment,
                                   const HrRole *role) G_GNUC_WARN_UNUSED_RESULT;
HrExplanation *hr_explanation_new_for_touchpoint (const HrCapacity *capacity,
                                                  const HrSegment *segment,
                                                  const HrTouchpoint *touchpoint)
    G_GNUC_WARN_UNUSED_RESULT;
void hr_explanation_free (HrExplanation *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HrExplanation, hr_explanation_free)

G_END_DECLS
