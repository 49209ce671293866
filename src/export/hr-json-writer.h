/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-capacity.h"

G_BEGIN_DECLS

/* Both forms of design.md §6: the whole plan, and the answer. */
char *hr_json_write_plan (HrPlan *plan) G_GNUC_WARN_UNUSED_RESULT;
char *hr_json_write_capacity (const HrCapacity *capacity) G_GNUC_WARN_UNUSED_RESULT;

const char *hr_json_name_limit (HrLimit limit);

G_END_DECLS
