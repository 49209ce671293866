/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "hr-cli.h"
#include "hr-error.h"
#include "hr-sample.h"

static char *
name_after (const char *path)
{
  g_autofree char *base = g_path_get_basename (path);
  char *dot = strrchr (base, '.');

  if (dot != NULL && dot != base)
    *dot = '\0';
  return g_utf8_make_valid (base, -1);
}

HrCliStatus
hr_cli_new (const HrCliCommand *command, char **arguments)
{
  gboolean sample = FALSE, force = FALSE;
  const GOptionEntry entries[] = {
    { "sample", 0, 0, G_OPTION_ARG_NONE, &sample,
      N_ ("Fill it with the sample plan of an invented company"), NULL },
      { "force", 0, 0, G_OPTION_ARG_NONE, &force,
        N_ ("Replace a file that exists"), NULL },
        G_OPTION_ENTRY_NULL,
    };
  g_autoptr (GError) error = NULL;
  g_autoptr (HrPlan) plan = NULL;
  g_autofree char *name = NULL;
  HrCliStatus status = HR_CLI_GOOD;
  const char *path;

  if (!hr_cli_parse (command, entries, &arguments, 1, &status))
    return status;

  path = arguments[1];
  if (!force && !g_str_equal (path, "-") && g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (&error, HR_ERROR, HR_ERROR_FILE,
                   _ ("%s: the file exists; --force replaces it"), path);
      return hr_cli_refuse (error);
    }

  name = name_after (path);
  plan = sample ? hr_sample_plan_new (&error) : hr_plan_new_with_defaults (name);
  if (plan == NULL || !hr_cli_save_plan (plan, path, &error))
    return hr_cli_refuse (error);
  return HR_CLI_GOOD;
}
