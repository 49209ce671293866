/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-column.h"

G_BEGIN_DECLS

/* The values of a column in as few bytes as they need. Most columns hold small whole
 * numbers, and what is not written need not be hashed, sent or read.
 *
 * A value takes 1, 2, 4 or 8 bytes, the same for all of a column, never more than in
 * memory. Whole numbers have a sign, and the least one stands for a missing value; codes
 * of texts have none. With the width of memory they are what lies there. Private to the
 * store and its tests. */

gsize hr_narrow_find_width (const HrColumn *column);
gboolean hr_narrow_has_width (HrColumnType type, gsize width);
gconstpointer hr_narrow_values (const HrColumn *column);
void hr_narrow_pack (
    HrColumnType type, gsize width, gconstpointer values, gsize n, gpointer to);
void hr_narrow_unpack (
    HrColumnType type, gsize width, gconstpointer packed, gsize n, gpointer to);

G_END_DECLS
