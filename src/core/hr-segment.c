/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-segment.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "hr-enums.h"
#include "hr-role.h"

/* clang-format off */
static HrField FIELDS[] = {
  FIELD_TEXT (HrSegment, name, N_ ("name"), .flags = HR_FIELD_REQUIRED),
  FIELD_TEXT (HrSegment, colour, N_ ("colour")),
  FIELD_ENUM (HrSegment, engagement_model, N_ ("engagement model"),
              hr_engagement_model_get_type, HR_ENGAGEMENT_MID_TOUCH),
  FIELD_TEXT (HrSegment, description, N_ ("description")),
  FIELD_ENUM (HrSegment, source, N_ ("source"), hr_segment_source_get_type,
              HR_SEGMENT_ENTERED),
  FIELD_NUMBER (HrSegment, customers, N_ ("customers"), HR_UNIT_CUSTOMERS, 0, 1e9, NAN,
                .flags = HR_FIELD_OPTIONAL | HR_FIELD_FIGURE),
  FIELD_MONEY (HrSegment, arr, N_ ("ARR"), NAN,
               .flags = HR_FIELD_OPTIONAL | HR_FIELD_FIGURE),
  FIELD_NUMBER (HrSegment, new_customers_per_year, N_ ("new customers per year"),
                HR_UNIT_CUSTOMERS, 0, 1e9, 0, .flags = HR_FIELD_FIGURE),
  FIELD_NUMBER (HrSegment, lifetime_years, N_ ("lifetime"), HR_UNIT_YEARS, 0, 1000, NAN,
                .flags = HR_FIELD_OPTIONAL | HR_FIELD_POSITIVE | HR_FIELD_FIGURE),
  FIELD_NUMBER (HrSegment, complexity, N_ ("complexity"), HR_UNIT_FACTOR, 0, 100, 1,
                .flags = HR_FIELD_FIGURE),
  FIELD_REF (HrSegment, book_role, N_ ("book role"), hr_role_get_type),
  FIELD_NUMBER (HrSegment, headcount, N_ ("headcount"), HR_UNIT_PEOPLE, 0, 1e6, 0,
                .flags = HR_FIELD_FIGURE),
  FIELD_FLAG (HrSegment, dedicated, N_ ("dedicated"), TRUE),
  FIELD_MONEY (HrSegment, limits.arr_per_fte, N_ ("ARR per FTE"), NAN,
               .flags = HR_FIELD_OPTIONAL | HR_FIELD_POSITIVE | HR_FIELD_FIGURE),
  FIELD_NUMBER (HrSegment, limits.customers_per_fte, N_ ("customers per FTE"),
                HR_UNIT_CUSTOMERS, 0, 1e9, NAN,
                .flags = HR_FIELD_OPTIONAL | HR_FIELD_POSITIVE | HR_FIELD_FIGURE),
  FIELD_NUMBER (HrSegment, limits.new_customers_per_month_per_fte,
                N_ ("new customers per month per FTE"), HR_UNIT_CUSTOMERS, 0, 1e9, NAN,
                .flags = HR_FIELD_OPTIONAL | HR_FIELD_POSITIVE | HR_FIELD_FIGURE),
  { .key = "rule", .label = N_ ("rule"), .kind = HR_FIELD_RULE,
    .offset = G_STRUCT_OFFSET (HrSegment, rule) },
};
/* clang-format on */

HR_DEFINE_ITEM (HrSegment, hr_segment, N_ ("segment"))
