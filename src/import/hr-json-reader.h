/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "hr-plan.h"

G_BEGIN_DECLS

/* Larger files are refused. A million accounts with 12 columns take half of it. */
#define HR_JSON_MAX_SIZE ((gsize) 512 * 1024 * 1024)

HrPlan *hr_json_read_plan (const char *text,
                           gssize length,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
HrPlan *hr_json_read_plan_stream (GInputStream *stream,
                                  GCancellable *cancellable,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
HrPlan *hr_json_read_plan_file (const char *path,
                                GCancellable *cancellable,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
