/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "hr-cli.h"
#include "hr-error.h"
#include "hr-picture-export.h"

static gboolean
parse_picture (const char *word, HrPicture *picture)
{
  *picture = HR_PICTURE_CAPACITY;
  if (word == NULL || g_str_equal (word, "capacity"))
    return TRUE;

  *picture = HR_PICTURE_COVERAGE;
  return g_str_equal (word, "coverage");
}

static gboolean
export_to (const HrCliAnswer *answer, HrPicture picture, const char *path, GError **error)
{
  if (g_str_has_suffix (path, ".json"))
    return hr_cli_save_plan (answer->plan, path, error);
  if (g_str_has_suffix (path, ".pdf"))
    return hr_export_report (answer->capacity, answer->segmentation, path, error);
  if (g_str_has_suffix (path, ".svg") || g_str_has_suffix (path, ".png"))
    return hr_export_picture (answer->capacity, picture, path, error);

  g_set_error (error, HR_ERROR, HR_ERROR_FILE,
               _ ("%s: the ending must be .pdf, .svg, .png or .json"), path);
  return FALSE;
}

HrCliStatus
hr_cli_export (const HrCliCommand *command, char **arguments)
{
  g_autofree char *picture_word = NULL, *journey = NULL;
  const GOptionEntry entries[] = {
    { "picture", 0, 0, G_OPTION_ARG_STRING, &picture_word,
      N_ ("Which picture to draw as .svg or .png: capacity (the default) or coverage"),
         N_ ("PICTURE") },
      { "journey", 0, 0, G_OPTION_ARG_STRING, &journey,
        N_ ("Which journeys count: current (the default) or redesigned"), N_ ("VERSION") },
        G_OPTION_ENTRY_NULL,
      };
  g_auto (HrCliAnswer) answer = { NULL };
  g_autoptr (GError) error = NULL;
  HrCliStatus status = HR_CLI_GOOD;
  HrJourneyVersion version;
  HrPicture picture;

  if (!hr_cli_parse (command, entries, &arguments, 2, &status))
    return status;
  if (!parse_picture (picture_word, &picture))
    return hr_cli_usage (command, _ ("--picture takes capacity or coverage"));
  if (!hr_cli_parse_journey (journey, &version))
    return hr_cli_usage (command, _ ("--journey takes current or redesigned"));

  if (!hr_cli_answer (&answer, arguments[1], version, &error) ||
      !export_to (&answer, picture, arguments[2], &error))
    return hr_cli_refuse (error);
  return HR_CLI_GOOD;
}
