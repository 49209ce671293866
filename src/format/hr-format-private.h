/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-format.h"

G_BEGIN_DECLS

char *hr_format_number_at_most (double value, guint decimals);
char *hr_format_share_at_most (double share, guint decimals);
char *hr_format_with_unit (const char *number, HrUnit unit, gulong n);
void hr_format_get_separators (gunichar *decimal, gunichar *grouping);
char *hr_format_exact_number (double value, HrUnit unit, const char *currency);

/* The number that chooses the plural form. Languages that have one for fractions use
 * that of small numbers, which is also the common one elsewhere. */
static inline gulong
hr_plural (double value)
{
  return value >= 0 && value < 1e9 && value == (gulong) value ? (gulong) value : 3;
}

G_END_DECLS
