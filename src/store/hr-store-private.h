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

G_END_DECLS
