/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "hr-cli.h"
#include "hr-date.h"
#include "hr-format.h"

static const char *
severity_to_text (HrSeverity severity)
{
  switch (severity)
    {
    case HR_SEVERITY_ERROR:
      return _ ("error");
    case HR_SEVERITY_WARNING:
      return _ ("warning");
    case HR_SEVERITY_NOTE:
      return _ ("note");
    default:
      g_return_val_if_reached ("");
    }
}

static char *
checks_to_text (const HrCliAnswer *answer, gint32 as_of)
{
  g_autoptr (GPtrArray) checks =
      hr_checks_new (answer->capacity, answer->segmentation, as_of);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < checks->len; i++)
    {
      const HrCheck *check = g_ptr_array_index (checks, i);
      g_autofree char *sentence = hr_format_check (check, answer->plan);

      g_string_append_printf (text, "%s: %s\n", severity_to_text (check->severity),
                              g_strdelimit (sentence, "\n\r", ' '));
    }
  return g_string_free_and_steal (text);
}

HrCliStatus
hr_cli_check (const HrCliCommand *command, char **arguments)
{
  g_autofree char *journey = NULL, *date = NULL, *text = NULL;
  const GOptionEntry entries[] = {
    { "journey", 0, 0, G_OPTION_ARG_STRING, &journey,
      N_ ("Which journeys: current (the default) or redesigned"), N_ ("VERSION") },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &date,
      N_ ("On which day, as 2027-03-31; today is the default"), N_ ("DATE") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (HrCliAnswer) answer = { NULL };
  g_autoptr (GError) error = NULL;
  HrCliStatus status = HR_CLI_USAGE;
  HrJourneyVersion version;
  gint32 as_of = hr_date_today ();

  if (!hr_cli_parse (command, entries, &arguments, &status) ||
      !hr_cli_parse_journey (command, journey, &version))
    return status;
  if (date != NULL && !hr_date_parse (date, &as_of))
    return hr_cli_usage (command, _ ("--as-of takes a date like 2027-03-31, not “%s”"),
                         date);
  if (!hr_cli_answer_init (&answer, arguments[1], version, &error))
    return hr_cli_end (error);

  text = checks_to_text (&answer, as_of);
  hr_cli_print (text, &error);
  return hr_cli_end (error);
}
