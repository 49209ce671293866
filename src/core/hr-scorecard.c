/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-scorecard.h"

#include <glib/gi18n-lib.h>

#include "hr-dimension.h"
#include "hr-segment.h"

/* clang-format off */
static HrField FIELDS[] = {
  FIELD_TEXT (HrScorecard, name, N_ ("name")),
  FIELD_REFS (HrScorecard, segments, N_ ("segments"), hr_segment_get_type),
  FIELD_NUMBER (HrScorecard, minimum_coverage, N_ ("minimum coverage"), HR_UNIT_SHARE, 0,
                1, 0.7, .flags = HR_FIELD_FIGURE),
  FIELD_NUMBER (HrScorecard, bands.green, N_ ("green from"), HR_UNIT_SCORE, 0, 100, 75,
                .flags = HR_FIELD_FIGURE),
  FIELD_NUMBER (HrScorecard, bands.yellow, N_ ("yellow from"), HR_UNIT_SCORE, 0, 100, 50,
                .flags = HR_FIELD_FIGURE),
  FIELD_LIST (HrScorecard, dimensions, N_ ("dimensions"), hr_dimension_get_type),
};
/* clang-format on */

HR_DEFINE_ITEM (HrScorecard, hr_scorecard, N_ ("scorecard"))
