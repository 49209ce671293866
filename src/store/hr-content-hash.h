/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* A hash of all that a plan file says, which the file carries with it: a bit that fell
 * over in a number is noticed, where SQLite sees another number. */

gboolean hr_content_hash (sqlite3 *db, guint64 *hash, GError **error);
gboolean hr_content_hash_store (sqlite3 *db, guint64 hash, GError **error);

G_END_DECLS
