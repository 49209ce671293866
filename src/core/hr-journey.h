/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-item.h"

G_BEGIN_DECLS

/**
 * HrJourney:
 *
 * What the customers of one segment get, today or after a redesign.
 */
#define HR_TYPE_JOURNEY (hr_journey_get_type ())
G_DECLARE_FINAL_TYPE (HrJourney, hr_journey, HR, JOURNEY, HrItem)

struct _HrJourney
{
  HrItem parent_instance;

  char *const segment;
  const HrJourneyVersion version;
  char *const reviewed; /* the date when somebody last went through it, or "" */
  HrList *const touchpoints;
};

G_END_DECLS
