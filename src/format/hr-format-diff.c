/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "hr-format.h"

static void
add_part (GString *text, char *part)
{
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
  g_free (part);
}

static void
add_counts (GString *text, const HrPlanDiff *diff)
{
  if (diff->n_added > 0)
    add_part (text, g_strdup_printf (
                        ngettext ("%u thing more", "%u things more", diff->n_added),
                        diff->n_added));
  if (diff->n_removed > 0)
    add_part (text, g_strdup_printf (
                        ngettext ("%u thing less", "%u things less", diff->n_removed),
                        diff->n_removed));
  if (diff->n_changed > 0)
    add_part (text, g_strdup_printf (ngettext ("%u thing different",
                                               "%u things different", diff->n_changed),
                                     diff->n_changed));
}

static void
add_accounts (GString *text, const HrPlanDiff *diff)
{
  g_autofree char *here = NULL;
  g_autofree char *there = NULL;

  if (!diff->accounts_differ)
    return;
  if (diff->n_accounts == diff->n_other_accounts)
    {
      add_part (text, g_strdup (_ ("other values of accounts")));
      return;
    }
  here = hr_format_number ((double) diff->n_accounts, 0);
  there = hr_format_number ((double) diff->n_other_accounts, 0);
  /* Translators: both are numbers, with separators */
  add_part (text, g_strdup_printf (_ ("%s accounts, not %s"), there, here));
}

/**
 * hr_format_diff:
 * @diff: of the plan that a person sees with another
 *
 * Says in short how the other plan differs, "2 things more · 640 accounts, not 600".
 */
char *
hr_format_diff (const HrPlanDiff *diff)
{
  GString *text = g_string_new (NULL);

  add_counts (text, diff);
  add_accounts (text, diff);
  if (text->len == 0)
    g_string_append (text, _ ("no difference"));
  return g_string_free_and_steal (text);
}
