/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-schema.h"
#include "hr-store.h"

G_BEGIN_DECLS

/* As in hr-store.h, for a program that knows other versions; for tests. */
HrPlan *hr_store_load_schema (const char *path,
                              const HrSchema *schema,
                              GCancellable *cancellable,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Reads a copy of a person's file, whose name is said in errors. */
HrPlan *hr_store_load_copy (const char *path,
                            const char *name,
                            const HrSchema *schema,
                            GCancellable *cancellable,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Writes a whole plan to a file of the program's own, and to the disk. */
gboolean hr_store_write (HrPlan *plan,
                         const char *path,
                         GCancellable *cancellable,
                         GError **error);

G_END_DECLS
