/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "hr-cli.h"
#include "hr-error.h"
#include "hr-sample.h"
#include "hr-store.h"
#include "hr-template.h"

/* What a plan is called that nobody has named. */
static char *
name_after (const char *path)
{
  g_autofree char *base = g_filename_display_basename (path);
  char *dot = strrchr (base, '.');

  if (g_str_equal (path, "-"))
    return g_strdup (_ ("Plan"));
  if (dot != NULL && dot != base)
    *dot = '\0';
  return g_steal_pointer (&base);
}

static HrPlan *
make_plan (const char *path, gboolean sample, const char *template, GError **error)
{
  g_autofree char *name = name_after (path);
  HrTemplate only = HR_N_TEMPLATES;

  if (template != NULL)
    {
      hr_template_find (template, &only);
      return hr_template_plan_new (name, only, error);
    }
  return sample ? hr_sample_plan_new (error) : hr_plan_new_with_defaults (name);
}

/* Nobody loses a plan by a slip of the hand. */
static gboolean
may_write (const char *path, gboolean force, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  if (force || g_str_equal (path, "-") || !g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;

  g_set_error (error, HR_ERROR, HR_ERROR_FILE,
               _ ("“%s” exists already; --force replaces it"), name);
  return FALSE;
}

HrCliStatus
hr_cli_new (const HrCliCommand *command, char **arguments)
{
  gboolean sample = FALSE, force = FALSE;
  g_autofree char *template = NULL;
  const GOptionEntry entries[] = {
    { "sample", 0, 0, G_OPTION_ARG_NONE, &sample,
      N_ ("Fill it with the sample plan of an invented company"), NULL },
    { "template", 0, 0, G_OPTION_ARG_STRING, &template,
      N_ ("Start with high-touch, mid-touch, digital or all"), N_ ("NAME") },
    { "force", 0, 0, G_OPTION_ARG_NONE, &force, N_ ("Replace a file that exists"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (HrPlan) plan = NULL;
  HrCliStatus status = HR_CLI_USAGE;
  const char *path;

  if (!hr_cli_parse (command, entries, &arguments, &status))
    return status;

  path = arguments[1];
  if (!g_str_equal (path, "-") && !hr_cli_has_ending (path, ".json") &&
      !hr_cli_has_ending (path, HR_STORE_SUFFIX))
    return hr_cli_usage (command, _ ("“%s” must end with .headroom or .json"), path);

  if (sample && template != NULL)
    return hr_cli_usage (command, _ ("--sample and --template do not go together"));
  if (template != NULL && !g_str_equal (template, "all") &&
      !hr_template_find (template, &(HrTemplate) { 0 }))
    return hr_cli_usage (command,
                         _ ("--template takes high-touch, mid-touch, digital or all, "
                            "not “%s”"),
                         template);

  if (may_write (path, force, &error))
    plan = make_plan (path, sample, template, &error);
  if (plan != NULL)
    hr_cli_save_plan (plan, path, NULL, &error);
  return hr_cli_end (error);
}
