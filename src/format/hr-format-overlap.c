/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "hr-format-private.h"

/**
 * hr_format_count:
 * @count: some accounts
 * @currency: (nullable): the code of the currency
 *
 * Says how many they are and what they bring: "48 accounts · $32.0M ARR".
 */
char *
hr_format_count (const HrSegmentCount *count, const char *currency)
{
  g_autofree char *n = hr_format_number ((double) count->n_accounts, 0);
  gboolean is_known =
      count->arr != HR_MONEY_NONE && count->n_without_arr < count->n_accounts;
  g_autofree char *arr =
      is_known ? hr_format_money_compact ((double) count->arr / 100, currency) : NULL;

  if (arr == NULL)
    return g_strdup_printf (
        ngettext ("%s account", "%s accounts", (gulong) count->n_accounts), n);
  return g_strdup_printf (ngettext ("%s account · %s ARR", "%s accounts · %s ARR",
                                    (gulong) count->n_accounts),
                          n, arr);
}

/**
 * hr_format_overlaps:
 * @overlaps: what was found
 *
 * Says in a sentence how well the rules part the accounts.
 */
char *
hr_format_overlaps (const HrOverlaps *overlaps)
{
  g_autofree char *once = hr_format_number ((double) overlaps->once.n_accounts, 0);
  g_autofree char *several = hr_format_number ((double) overlaps->several.n_accounts, 0);
  g_autofree char *none = hr_format_number ((double) overlaps->none.n_accounts, 0);

  /* Translators: numbers of accounts */
  return g_strdup_printf (_ ("One rule matches: %s · more than one: %s · none: %s"), once,
                          several, none);
}
