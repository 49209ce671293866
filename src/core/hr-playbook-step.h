/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-item.h"

G_BEGIN_DECLS

/**
 * HrPlaybookStep:
 *
 * One step of a playbook.
 */
#define HR_TYPE_PLAYBOOK_STEP (hr_playbook_step_get_type ())
G_DECLARE_FINAL_TYPE (HrPlaybookStep, hr_playbook_step, HR, PLAYBOOK_STEP, HrItem)

struct _HrPlaybookStep
{
  HrItem parent_instance;

  char *const name;
  char *const owner;
  const int days;
};

G_END_DECLS
