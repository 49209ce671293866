/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-dimension.h"

#include <glib/gi18n-lib.h>

#include "hr-metric.h"
#include "hr-persona.h"

/* clang-format off */
static HrField FIELDS[] = {
  FIELD_REF (HrDimension, persona, N_ ("persona"), hr_persona_get_type),
  FIELD_NUMBER (HrDimension, weight, N_ ("weight"), HR_UNIT_FACTOR, 0, 1e6, 1,
                .flags = HR_FIELD_FIGURE),
  FIELD_LIST (HrDimension, metrics, N_ ("metrics"), hr_metric_get_type),
};
/* clang-format on */

HR_DEFINE_ITEM (HrDimension, hr_dimension, N_ ("dimension"))
