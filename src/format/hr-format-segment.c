/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-format-private.h"

#include <glib/gi18n-lib.h>

static void
append_people (GString *text, const HrBook *book)
{
  g_autofree char *needed = hr_format_people (book->fte);
  g_autofree char *today = hr_format_people (book->headcount);
  g_autofree char *gap = hr_format_gap (book->gap);

  if (book->reason != HR_REASON_NONE)
    {
      g_string_append_printf (text, "\n%s %s", HR_NO_ANSWER,
                              hr_reason_to_text (book->reason));
      return;
    }
  g_string_append_c (text, '\n');
  /* Translators: "4.8 CSM needed, 4.0 today: 0.8 short" */
  g_string_append_printf (text, _ ("%s %s needed, %s today: %s"), needed,
                          book->role->name, today, gap);
}

static void
append_customers (GString *text, const HrSegmentCapacity *answer, const char *currency)
{
  g_autofree char *customers = hr_format_number (answer->customers, 0);
  g_autofree char *arr = hr_format_money_compact (answer->arr, currency);

  g_string_append_c (text, '\n');
  g_string_append_printf (text,
                          ngettext ("%s customer, %s ARR", "%s customers, %s ARR",
                                    hr_plural (answer->customers)),
                          customers, arr);
}

/**
 * hr_format_segment:
 * @capacity: an answer
 * @segment: the place of a segment
 *
 * Says in a few lines how a segment stands, for whoever points at its mark.
 *
 * Returns: (transfer full): its name and figures
 */
char *
hr_format_segment (const HrCapacity *capacity, guint segment)
{
  const HrSegmentCapacity *answer = hr_capacity_get_segment (capacity, segment);
  const char *currency = hr_capacity_get_plan (capacity)->currency;
  g_autofree char *top_down = hr_format_people (answer->book.top_down_fte);
  GString *text = g_string_new (answer->segment->name);

  append_customers (text, answer, currency);
  append_people (text, &answer->book);
  if (answer->book.top_down_reason == HR_REASON_NONE)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, _ ("The benchmark pays for %s"), top_down);
    }
  return g_string_free (text, FALSE);
}
