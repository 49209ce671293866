/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-item.h"

G_BEGIN_DECLS

/**
 * HrNeed:
 *
 * What a persona needs at one stage, how it is engaged there, and whom it goes to.
 */
#define HR_TYPE_NEED (hr_need_get_type ())
G_DECLARE_FINAL_TYPE (HrNeed, hr_need, HR, NEED, HrItem)

struct _HrNeed
{
  HrItem parent_instance;

  char *const stage;
  char *const need;
  char *const engagement;
  char *const role;
};

G_END_DECLS
