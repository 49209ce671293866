/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-explanation.h"
#include "hr-segment-capacity.h"

G_BEGIN_DECLS

/* Inside this room: an explanation in the making. */

/**
 * HrExplainer:
 * @capacity: the answer that is explained
 * @segment: (nullable): the segment that the caller named
 * @need: (nullable): what that segment needs of the role, if both were named
 * @role: (nullable): the role that the caller named
 * @touchpoint: (nullable): the touchpoint that the caller named
 * @inputs: (element-type HrInput): so far
 * @formula: as concluded
 * @result: as concluded
 * @reason: as concluded
 */
typedef struct
{
  const HrCapacity *capacity;
  const HrSegmentCapacity *segment;
  const HrRoleNeed *need;
  const HrRoleCapacity *role;
  const HrTouchpoint *touchpoint;
  GArray *inputs;
  const char *formula;
  double result;
  HrReason reason;
} HrExplainer;

/* What a figure can be of. */
typedef enum
{
  HR_SCOPE_PLAN = 1 << 0,
  HR_SCOPE_ROLE = 1 << 1,
  HR_SCOPE_SEGMENT = 1 << 2,
  HR_SCOPE_SEGMENT_AND_ROLE = 1 << 3,
  HR_SCOPE_TOUCHPOINT = 1 << 4,
} HrScope;

typedef struct
{
  const char *label;
  HrUnit unit;
  HrScope scopes;
  void (*explain) (HrExplainer *self);
} HrFigureInfo;

const HrFigureInfo *hr_figure_get_info (HrFigure figure);

HrInput *hr_explainer_add_input (
    HrExplainer *self, const char *label, double value, HrUnit unit, gconstpointer item);
void hr_explainer_link_input (HrInput *input, const HrField *field);
void hr_explainer_add_field (HrExplainer *self, gconstpointer item, const char *property);
void hr_explainer_add_customers (HrExplainer *self);
void hr_explainer_add_arr (HrExplainer *self);
void
hr_explainer_add_result (HrExplainer *self, const char *label, double value, HrUnit unit);
void
hr_explainer_add_named (HrExplainer *self, gconstpointer item, double value, HrUnit unit);
void hr_explainer_conclude (HrExplainer *self,
                            const char *formula,
                            double result,
                            HrReason reason);

G_END_DECLS
