/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "hr-plan.h"

G_BEGIN_DECLS

HrPlan *hr_json_read_plan (const char *text,
                           gssize length,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
HrPlan *hr_json_read_plan_file (const char *path,
                                GCancellable *cancellable,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
