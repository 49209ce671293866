/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* XXH64, by its specification: to notice that bytes have changed, at the speed of memory.
 * It does not withstand somebody who wants two contents to have the same hash. */
guint64 hr_hash (gconstpointer data, gsize length, guint64 seed) G_GNUC_PURE;

G_END_DECLS
