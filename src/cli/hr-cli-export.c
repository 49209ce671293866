/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "hr-atomic-file.h"
#include "hr-cli.h"
#include "hr-csv-writer.h"
#include "hr-picture-export.h"
#include "hr-report.h"

/* What stood on the command line. */
typedef struct
{
  HrPicture picture;
  HrJourneyVersion version;
  const char *path;
} Wish;

static gboolean
export_report (const HrCliAnswer *answer, const Wish *wish, GError **error)
{
  return hr_export_report (answer->capacity, wish->path, error);
}

static gboolean
export_picture (const HrCliAnswer *answer, const Wish *wish, GError **error)
{
  return hr_export_picture (answer->capacity, wish->picture, wish->path, error);
}

static gboolean
export_figures (const HrCliAnswer *answer, const Wish *wish, GError **error)
{
  g_autofree char *text = hr_csv_write_capacity (answer->capacity);

  return hr_atomic_file_write (wish->path, text, strlen (text), error);
}

static gboolean
export_plan (const HrCliAnswer *answer, const Wish *wish, GError **error)
{
  return hr_cli_save_plan (answer->plan, wish->path, error);
}

static const struct
{
  const char *ending;
  gboolean (*export) (const HrCliAnswer *answer, const Wish *wish, GError **error);
  gboolean has_picture; /* whether there is one to choose */
  gboolean has_figures; /* whether it matters which journeys count */
} FORMS[] = {
  { ".pdf", export_report, FALSE, TRUE }, { ".svg", export_picture, TRUE, TRUE },
  { ".png", export_picture, TRUE, TRUE }, { ".csv", export_figures, FALSE, TRUE },
  { ".json", export_plan, FALSE, FALSE }, { ".headroom", export_plan, FALSE, FALSE },
};

static gboolean
find_form (const char *path, guint *form)
{
  for (*form = 0; *form < G_N_ELEMENTS (FORMS); (*form)++)
    if (hr_cli_has_ending (path, FORMS[*form].ending))
      return TRUE;
  return FALSE;
}

static gboolean
parse_picture (const char *word, HrPicture *picture)
{
  *picture = HR_PICTURE_CAPACITY;
  if (word == NULL || g_str_equal (word, "capacity"))
    return TRUE;

  *picture = HR_PICTURE_COVERAGE;
  return g_str_equal (word, "coverage");
}

HrCliStatus
hr_cli_export (const HrCliCommand *command, char **arguments)
{
  g_autofree char *picture = NULL, *journey = NULL;
  const GOptionEntry entries[] = {
    { "picture", 0, 0, G_OPTION_ARG_STRING, &picture,
      N_ ("Which picture: capacity (the default) or coverage"), N_ ("PICTURE") },
    { "journey", 0, 0, G_OPTION_ARG_STRING, &journey,
      N_ ("Which journeys: current (the default) or redesigned"), N_ ("VERSION") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (HrCliAnswer) answer = { NULL };
  g_autoptr (GError) error = NULL;
  HrCliStatus status = HR_CLI_USAGE;
  Wish wish;
  guint form;

  if (!hr_cli_parse (command, entries, &arguments, &status) ||
      !hr_cli_parse_journey (command, journey, &wish.version))
    return status;
  wish.path = arguments[2];
  if (!parse_picture (picture, &wish.picture))
    return hr_cli_usage (command, _ ("--picture takes capacity or coverage, not “%s”"),
                         picture);
  if (!find_form (wish.path, &form))
    return hr_cli_usage (command,
                         _ ("“%s” must end with .pdf, .svg, .png, .csv, .json or "
                            ".headroom"),
                         wish.path);
  if (picture != NULL && !FORMS[form].has_picture)
    return hr_cli_usage (command, _ ("--picture is for .svg and .png"));
  if (journey != NULL && !FORMS[form].has_figures)
    return hr_cli_usage (command, _ ("--journey is not for a whole plan"));

  if (hr_cli_answer_init (&answer, arguments[1], wish.version, &error))
    FORMS[form].export (&answer, &wish, &error);
  return hr_cli_end (error);
}
