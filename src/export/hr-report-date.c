/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-report-date.h"

#include "hr-date.h"
#include "hr-format.h"

/* SOURCE_DATE_EPOCH, seconds since 1970, makes files that can be made again:
 * https://reproducible-builds.org/specs/source-date-epoch/ */
static GDateTime *
get_now (void)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  gint64 seconds;
  GDateTime *given = NULL;

  if (epoch != NULL &&
      g_ascii_string_to_signed (epoch, 10, 0, G_MAXINT64, &seconds, NULL))
    given = g_date_time_new_from_unix_utc (seconds);
  return given != NULL ? given : g_date_time_new_now_local ();
}

/* As figures count. */
gint32
hr_report_date_to_days (void)
{
  g_autoptr (GDateTime) now = get_now ();
  g_autofree char *iso = g_date_time_format (now, "%Y-%m-%d");
  gint32 days = HR_DATE_NONE;

  hr_date_parse (iso, &days);
  return days;
}

/* As a person reads it. */
char *
hr_report_date_to_text (void)
{
  return hr_format_date (hr_report_date_to_days ());
}

/* As PDF keeps it. */
char *
hr_report_date_to_iso (void)
{
  g_autoptr (GDateTime) now = get_now ();

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%S%:z");
}
