/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-item.h"

G_BEGIN_DECLS

/**
 * HrMetric:
 *
 * One measured field of an account as part of its health: worst scores 0, best 100,
 * linear between.
 */
#define HR_TYPE_METRIC (hr_metric_get_type ())
G_DECLARE_FINAL_TYPE (HrMetric, hr_metric, HR, METRIC, HrItem)

struct _HrMetric
{
  HrItem parent_instance;

  char *const name;
  char *const field;
  const double weight;
  const double worst;
  const double best;
  const double stale_after_days;
  char *const playbook;
  char *const owner;
};

G_END_DECLS
