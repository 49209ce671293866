/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-journey.h"

#include <glib/gi18n-lib.h>

#include "hr-enums.h"
#include "hr-segment.h"
#include "hr-touchpoint.h"

/* clang-format off */
static HrField FIELDS[] = {
  FIELD_REF (HrJourney, segment, N_ ("segment"), hr_segment_get_type,
             .flags = HR_FIELD_REQUIRED),
  FIELD_ENUM (HrJourney, version, N_ ("version"), hr_journey_version_get_type,
              HR_JOURNEY_CURRENT),
  FIELD_TEXT (HrJourney, reviewed, N_ ("last review"), .flags = HR_FIELD_DATE),
  FIELD_LIST (HrJourney, touchpoints, N_ ("touchpoints"), hr_touchpoint_get_type),
};
/* clang-format on */

HR_DEFINE_ITEM (HrJourney, hr_journey, N_ ("journey"))
