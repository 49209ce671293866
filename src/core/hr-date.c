/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-date.h"

/* GDate counts from 0001-01-01, which is its day 1. */
#define JULIAN_OF_1970 719163

static gboolean
read_digits (const char *text, guint n, guint *number)
{
  *number = 0;
  for (guint i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      *number = *number * 10 + (guint) (text[i] - '0');
    }
  return TRUE;
}

/**
 * hr_date_parse:
 * @text: a text
 * @days: (out): days since 1970-01-01, from %HR_DATE_MIN to %HR_DATE_MAX
 *
 * Reads a date of the form 2027-03-31 and no other.
 *
 * Returns: whether it is one
 */
gboolean
hr_date_parse (const char *text, gint32 *days)
{
  guint year, month, day;
  GDate date;

  if (!read_digits (text, 4, &year) || text[4] != '-' ||
      !read_digits (text + 5, 2, &month) || text[7] != '-' ||
      !read_digits (text + 8, 2, &day) || text[10] != '\0')
    return FALSE;
  if (!g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  *days = (gint32) g_date_get_julian (&date) - JULIAN_OF_1970;
  return TRUE;
}

/**
 * hr_date_to_text:
 * @days: days since 1970-01-01, from %HR_DATE_MIN to %HR_DATE_MAX
 *
 * Writes a date as 2027-03-31.
 *
 * Returns: (transfer full): the text
 */
char *
hr_date_to_text (gint32 days)
{
  GDate date;

  g_return_val_if_fail (days >= HR_DATE_MIN && days <= HR_DATE_MAX, NULL);

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) (days + JULIAN_OF_1970));
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&date),
                          g_date_get_month (&date), g_date_get_day (&date));
}

/**
 * hr_date_today:
 *
 * Says which day it is where the person is. Figures take their date from whoever asks,
 * never from here.
 */
gint32
hr_date_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  int year, month, day;
  GDate date;

  g_date_time_get_ymd (now, &year, &month, &day);
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return (gint32) g_date_get_julian (&date) - JULIAN_OF_1970;
}
