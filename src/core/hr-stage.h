/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-item.h"

G_BEGIN_DECLS

/**
 * HrStage:
 *
 * A step of the customer lifecycle. Its order is its place in the plan's list.
 */
#define HR_TYPE_STAGE (hr_stage_get_type ())
G_DECLARE_FINAL_TYPE (HrStage, hr_stage, HR, STAGE, HrItem)

struct _HrStage
{
  HrItem parent_instance;

  char *const name;
  char *const owner_role;
  char *const goal;
  char *const metric;
  char *const target;
  char *const entry_criteria;
};

G_END_DECLS
