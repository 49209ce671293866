/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "hr-cli.h"
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
checks_to_text (const HrCliAnswer *answer)
{
  g_autoptr (GPtrArray) checks = hr_checks_new (answer->capacity, answer->segmentation);
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
  g_autofree char *journey = NULL, *text = NULL;
  const GOptionEntry entries[] = {
    { "journey", 0, 0, G_OPTION_ARG_STRING, &journey,
      N_ ("Which journeys: current (the default) or redesigned"), N_ ("VERSION") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (HrCliAnswer) answer = { NULL };
  g_autoptr (GError) error = NULL;
  HrCliStatus status = HR_CLI_USAGE;
  HrJourneyVersion version;

  if (!hr_cli_parse (command, entries, &arguments, &status) ||
      !hr_cli_parse_journey (command, journey, &version))
    return status;
  if (!hr_cli_answer_init (&answer, arguments[1], version, &error))
    return hr_cli_end (error);

  text = checks_to_text (&answer);
  hr_cli_print (text, &error);
  return hr_cli_end (error);
}
