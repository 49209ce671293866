/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-item.h"

G_BEGIN_DECLS

/**
 * HrTransition:
 *
 * The hand-over from one stage to the next, and what it takes to be ready for it.
 */
#define HR_TYPE_TRANSITION (hr_transition_get_type ())
G_DECLARE_FINAL_TYPE (HrTransition, hr_transition, HR, TRANSITION, HrItem)

struct _HrTransition
{
  HrItem parent_instance;

  char *const from_stage;
  char *const to_stage;
  char *const owner_before;
  char *const owner_after;
  char *const readiness;
  char *const barriers;
  char *const incentive;
  char *const playbook;
};

G_END_DECLS
