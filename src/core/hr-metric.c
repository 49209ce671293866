/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-metric.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "hr-playbook.h"
#include "hr-role.h"

/* clang-format off */
static HrField FIELDS[] = {
  FIELD_TEXT (HrMetric, name, N_ ("name"), .flags = HR_FIELD_REQUIRED),
  FIELD_TEXT (HrMetric, field, N_ ("field"), .flags = HR_FIELD_REQUIRED),
  FIELD_NUMBER (HrMetric, weight, N_ ("weight"), HR_UNIT_FACTOR, 0, 1e6, 1,
                .flags = HR_FIELD_FIGURE),
  FIELD_NUMBER (HrMetric, worst, N_ ("worst value"), HR_UNIT_NONE, -1000000000000000.0,
                1000000000000000.0, 0, .flags = HR_FIELD_FIGURE),
  FIELD_NUMBER (HrMetric, best, N_ ("best value"), HR_UNIT_NONE, -1000000000000000.0,
                1000000000000000.0, 100, .flags = HR_FIELD_FIGURE),
  FIELD_NUMBER (HrMetric, stale_after_days, N_ ("stale after"), HR_UNIT_DAYS, 0, 36500,
                NAN, .flags = HR_FIELD_OPTIONAL | HR_FIELD_FIGURE),
  FIELD_REF (HrMetric, playbook, N_ ("scarcity playbook"), hr_playbook_get_type),
  FIELD_REF (HrMetric, owner, N_ ("owner"), hr_role_get_type),
};
/* clang-format on */

HR_DEFINE_ITEM (HrMetric, hr_metric, N_ ("metric"))
