/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>
#include <sys/stat.h>

#include "hr-schema.h"

G_BEGIN_DECLS

/* No plan is larger. */
#define HR_PLAN_FILE_MAX (G_GINT64_CONSTANT (4) * 1024 * 1024 * 1024 - 1)

/**
 * HrPlanFile:
 * @db: to be read
 * @version: of its schema
 * @cancellable: (nullable): may end the reading
 * @deadline: when it has taken too long
 *
 * A plan file that may come from anybody. Private to the store and its tests.
 */
typedef struct
{
  sqlite3 *db;
  guint version;
  GCancellable *cancellable;
  gint64 deadline;
} HrPlanFile;

gboolean hr_plan_file_check_kind (const struct stat *found, GError **error);
HrPlanFile *hr_plan_file_open (const char *path,
                               const HrSchema *schema,
                               GCancellable *cancellable,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
void hr_plan_file_free (HrPlanFile *self);
gboolean hr_plan_file_check (HrPlanFile *self, GError **error);

char *hr_plan_file_get_uri (const char *path,
                            const char *query) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HrPlanFile, hr_plan_file_free)

G_END_DECLS
