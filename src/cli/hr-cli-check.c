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

HrCliStatus
hr_cli_check (const HrCliCommand *command, char **arguments)
{
  const GOptionEntry entries[] = { G_OPTION_ENTRY_NULL };
  g_auto (HrCliAnswer) answer = { NULL };
  g_autoptr (GPtrArray) checks = NULL;
  g_autoptr (GError) error = NULL;
  HrCliStatus status = HR_CLI_GOOD;

  if (!hr_cli_parse (command, entries, &arguments, 1, &status))
    return status;
  if (!hr_cli_answer (&answer, arguments[1], HR_JOURNEY_CURRENT, &error))
    return hr_cli_refuse (error);

  checks = hr_checks_new (answer.capacity, answer.segmentation);
  for (guint i = 0; i < checks->len; i++)
    {
      const HrCheck *check = g_ptr_array_index (checks, i);
      g_autofree char *text = hr_format_check (check, answer.plan);

      g_print ("%s: %s\n", severity_to_text (check->severity), text);
    }
  return HR_CLI_GOOD;
}
