/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-item.h"

G_BEGIN_DECLS

/**
 * HrScorecard:
 *
 * Weighted dimensions that give an account's health, 0 to 100.
 */
#define HR_TYPE_SCORECARD (hr_scorecard_get_type ())
G_DECLARE_FINAL_TYPE (HrScorecard, hr_scorecard, HR, SCORECARD, HrItem)

struct _HrScorecard
{
  HrItem parent_instance;

  char *const name;
  char *const *const segments;
  const double minimum_coverage;
  const struct
  {
    double green;
    double yellow;
  } bands; /* the least score of each */
  HrList *const dimensions;
};

G_END_DECLS
