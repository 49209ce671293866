/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "hr-atomic-file.h"
#include "hr-cli.h"
#include "hr-csv-writer.h"
#include "hr-error.h"
#include "hr-picture-export.h"
#include "hr-report.h"

/* What stood on the command line. */
typedef struct
{
  HrPicture picture;
  const char *segment; /* (nullable): whose journey is drawn */
  gboolean has_personas;
  HrJourneyVersion version;
  const char *path;
} Wish;

static gboolean
export_report (const HrCliAnswer *answer, const Wish *wish, GError **error)
{
  return hr_export_report (answer->capacity, wish->path, error);
}

static gboolean
is_journey (HrPicture picture)
{
  return picture == HR_PICTURE_JOURNEY_MAP || picture == HR_PICTURE_JOURNEY_PERSONAS;
}

/* The segment with the name, or the first one where none is named. */
static HrCapacity *
find_part (const HrCapacity *capacity, const char *name, GError **error)
{
  guint n = hr_capacity_get_n_segments (capacity);

  for (guint i = 0; i < n; i++)
    if (name == NULL ||
        g_str_equal (hr_capacity_get_segment (capacity, i)->segment->name, name))
      return hr_capacity_new_part (capacity, i);
  if (name != NULL)
    g_set_error (error, HR_ERROR, HR_ERROR_REFERENCE, _ ("There is no segment “%s”"),
                 name);
  else
    g_set_error_literal (error, HR_ERROR, HR_ERROR_REFERENCE,
                         _ ("There is no segment yet whose journey could be drawn"));
  return NULL;
}

static gboolean
export_picture (const HrCliAnswer *answer, const Wish *wish, GError **error)
{
  g_autoptr (HrCapacity) part = NULL;

  if (!is_journey (wish->picture))
    return hr_export_picture (answer->capacity, wish->picture, wish->path, error);

  part = find_part (answer->capacity, wish->segment, error);
  return part != NULL && hr_export_picture (part, wish->picture, wish->path, error);
}

static gboolean
export_figures (const HrCliAnswer *answer, const Wish *wish, GError **error)
{
  g_autofree char *text = wish->has_personas ? hr_csv_write_personas (answer->capacity)
                                             : hr_csv_write_capacity (answer->capacity);

  return hr_atomic_file_write (wish->path, text, strlen (text), error);
}

static gboolean
export_plan (const HrCliAnswer *answer, const Wish *wish, GError **error)
{
  return hr_cli_save_plan (answer->plan, wish->path, NULL, error);
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
  static const char *const words[HR_N_PICTURES] = {
    [HR_PICTURE_CAPACITY] = "capacity",
    [HR_PICTURE_COVERAGE] = "coverage",
    [HR_PICTURE_JOURNEY_MAP] = "journey-map",
    [HR_PICTURE_JOURNEY_PERSONAS] = "journey-personas",
    [HR_PICTURE_PERSONA_MATRIX] = "persona-matrix",
  };

  for (*picture = 0; *picture < HR_N_PICTURES; (*picture)++)
    if (g_str_equal (word != NULL ? word : words[0], words[*picture]))
      return TRUE;
  return FALSE;
}

/* Returns: (nullable): what is said about words that do not go together */
static const char *
find_contradiction (guint form,
                    const Wish *wish,
                    const char *picture,
                    const char *journey,
                    const char *table)
{
  if (picture != NULL && !FORMS[form].has_picture)
    return _ ("--picture is for .svg and .png");
  if (wish->segment != NULL && !(FORMS[form].has_picture && is_journey (wish->picture)))
    return _ ("--segment is for pictures of a journey");
  if (table != NULL && FORMS[form].export != export_figures)
    return _ ("--table is for .csv");
  if (journey != NULL && !FORMS[form].has_figures)
    return _ ("--journey is not for a whole plan");
  return NULL;
}

HrCliStatus
hr_cli_export (const HrCliCommand *command, char **arguments)
{
  g_autofree char *picture = NULL, *journey = NULL, *segment = NULL, *table = NULL;
  const GOptionEntry entries[] = {
    { "picture", 0, 0, G_OPTION_ARG_STRING, &picture,
      N_ ("Which picture; the first is the default"), N_ ("PICTURE") },
    { "segment", 0, 0, G_OPTION_ARG_STRING, &segment,
      N_ ("Whose journey to draw; the first is the default"), N_ ("NAME") },
    { "table", 0, 0, G_OPTION_ARG_STRING, &table,
      N_ ("Which table; the first is the default"), N_ ("TABLE") },
    { "journey", 0, 0, G_OPTION_ARG_STRING, &journey,
      N_ ("Which journeys: current (the default) or redesigned"), N_ ("VERSION") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (HrCliAnswer) answer = { NULL };
  g_autoptr (GError) error = NULL;
  HrCliStatus status = HR_CLI_USAGE;
  Wish wish = { 0 };
  const char *contradiction;
  guint form;

  if (!hr_cli_parse (command, entries, &arguments, &status) ||
      !hr_cli_parse_journey (command, journey, &wish.version))
    return status;
  wish.path = arguments[2];
  wish.segment = segment;
  wish.has_personas = g_strcmp0 (table, "personas") == 0;
  if (!parse_picture (picture, &wish.picture))
    return hr_cli_usage (command,
                         _ ("--picture takes capacity, coverage, journey-map, "
                            "journey-personas or persona-matrix, not “%s”"),
                         picture);
  if (table != NULL && !wish.has_personas && !g_str_equal (table, "capacity"))
    return hr_cli_usage (command, _ ("--table takes capacity or personas, not “%s”"),
                         table);
  if (!find_form (wish.path, &form))
    return hr_cli_usage (command,
                         _ ("“%s” must end with .pdf, .svg, .png, .csv, .json or "
                            ".headroom"),
                         wish.path);
  contradiction = find_contradiction (form, &wish, picture, journey, table);
  if (contradiction != NULL)
    return hr_cli_usage (command, "%s", contradiction);

  if (hr_cli_answer_init (&answer, arguments[1], wish.version, &error))
    FORMS[form].export (&answer, &wish, &error);
  return hr_cli_end (error);
}
