/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "hr-plan.h"

G_BEGIN_DECLS

/* "HrP1" as the application_id of SQLite's header. */
#define HR_STORE_APPLICATION_ID 0x48725031
#define HR_STORE_SUFFIX ".headroom"

HrPlan *hr_store_load (const char *path,
                       GCancellable *cancellable,
                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
HrPlan *hr_store_salvage (const char *path,
                          GPtrArray **losses,
                          GCancellable *cancellable,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean hr_store_replace (HrPlan *plan,
                           const char *path,
                           char **stamp,
                           GCancellable *cancellable,
                           GError **error);
gboolean
hr_store_save (HrPlan *plan, const char *path, GCancellable *cancellable, GError **error);

G_END_DECLS
