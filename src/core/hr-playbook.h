/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-item.h"

G_BEGIN_DECLS

/**
 * HrPlaybook:
 *
 * Steps that an event starts: a transition, scarce data, a risk.
 */
#define HR_TYPE_PLAYBOOK (hr_playbook_get_type ())
G_DECLARE_FINAL_TYPE (HrPlaybook, hr_playbook, HR, PLAYBOOK, HrItem)

struct _HrPlaybook
{
  HrItem parent_instance;

  char *const name;
  const HrPlaybookKind kind;
  char *const trigger;
  char *const owner;
  HrList *const steps;
};

G_END_DECLS
