/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-item.h"

G_BEGIN_DECLS

/**
 * HrTouchpoint:
 *
 * One interaction of a journey.
 */
#define HR_TYPE_TOUCHPOINT (hr_touchpoint_get_type ())
G_DECLARE_FINAL_TYPE (HrTouchpoint, hr_touchpoint, HR, TOUCHPOINT, HrItem)

struct _HrTouchpoint
{
  HrItem parent_instance;

  char *const name;
  char *const stage;
  const HrTouchpointKind kind;
  const double times;
  const HrPeriod per;
  const double prep_minutes;
  const double delivery_minutes;
  const double follow_up_minutes;
  const double reach; /* share of the customers who get it */
  const double staff; /* people of the role in it */
  char *const role;
  char *const *const personas;
  char *const channel;
  const int value;
  const int sentiment;
  const int friction;
  char *const notes;
  char *const origin; /* in a redesign: the current touchpoint that it was copied from */
};

G_END_DECLS
