/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The nicks of these enumerations are the words of the plan file and of the JSON form. */

/**
 * HrEngagementModel:
 *
 * How the customers of a segment are served, from most to least personal.
 */
typedef enum
{
  HR_ENGAGEMENT_HIGH_TOUCH,
  HR_ENGAGEMENT_MID_TOUCH,
  HR_ENGAGEMENT_LOW_TOUCH,
  HR_ENGAGEMENT_POOLED,
  HR_ENGAGEMENT_DIGITAL,
} HrEngagementModel;

/**
 * HrSegmentSource:
 *
 * Whether a segment's customers and ARR are typed or counted from the portfolio.
 */
typedef enum
{
  HR_SEGMENT_ENTERED,
  HR_SEGMENT_ACCOUNTS,
} HrSegmentSource;

/**
 * HrOneTimeSpread:
 *
 * How one-time work becomes work per year: for the customers that are new in a
 * year, or spread over the years that a customer stays.
 */
typedef enum
{
  HR_ONE_TIME_NEW_CUSTOMERS,
  HR_ONE_TIME_LIFETIME,
} HrOneTimeSpread;

typedef enum
{
  HR_JOURNEY_CURRENT,
  HR_JOURNEY_REDESIGNED,
} HrJourneyVersion;

typedef enum
{
  HR_TOUCHPOINT_RECURRING,
  HR_TOUCHPOINT_ONE_TIME,
  HR_TOUCHPOINT_INBOUND,
} HrTouchpointKind;

typedef enum
{
  HR_PERIOD_WEEK,
  HR_PERIOD_MONTH,
  HR_PERIOD_QUARTER,
  HR_PERIOD_YEAR,
} HrPeriod;

typedef enum
{
  HR_PERSONA_DECISION_MAKER,
  HR_PERSONA_INFLUENCING_USER,
  HR_PERSONA_DAY_TO_DAY_USER,
  HR_PERSONA_ACCOUNT,
  HR_PERSONA_CUSTOM,
} HrPersonaKind;

typedef enum
{
  HR_PLAYBOOK_TRANSITION,
  HR_PLAYBOOK_SCARCE_DATA,
  HR_PLAYBOOK_RISK,
} HrPlaybookKind;

/**
 * HrTagKind:
 * @HR_TAG_ASSUMED: typed by a person, or a default
 * @HR_TAG_MEASURED: imported
 * @HR_TAG_BENCHMARK: taken from a named source of a year
 *
 * Where a figure came from.
 */
typedef enum
{
  HR_TAG_ASSUMED,
  HR_TAG_MEASURED,
  HR_TAG_BENCHMARK,
} HrTagKind;

/**
 * HR_MONEY_NONE:
 *
 * Money that is not known. All other values are hundredths of the currency.
 */
#define HR_MONEY_NONE G_MININT64

/**
 * HR_MONEY_MAX:
 *
 * The largest amount that a field takes, a million billions: sums of millions
 * of them cannot overflow unnoticed because sums are checked.
 */
#define HR_MONEY_MAX G_GINT64_CONSTANT (100000000000000000)

/* Numbers that are not known are NAN; test with isnan(). */

double hr_period_per_year (HrPeriod period) G_GNUC_CONST;
const char *hr_enum_to_nick (GType type, int value);
gboolean hr_enum_from_nick (GType type, const char *nick, int *value);

G_END_DECLS
