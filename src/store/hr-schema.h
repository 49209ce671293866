/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/**
 * HrSchema:
 * @steps: SQL; step i takes a file from version i to i + 1
 * @n_steps: how many, which is the newest version
 *
 * All versions that the plan file ever had. Private to the store and its tests.
 */
typedef struct
{
  const char *const *steps;
  guint n_steps;
} HrSchema;

/* The real one. */
extern const HrSchema HR_SCHEMA;

gboolean
hr_schema_migrate (const HrSchema *self, sqlite3 *db, guint version, GError **error);
gboolean
hr_schema_check (const HrSchema *self, sqlite3 *db, guint version, GError **error);

G_END_DECLS
