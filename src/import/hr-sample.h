/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-plan.h"

G_BEGIN_DECLS

HrPlan *hr_sample_plan_new (GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
