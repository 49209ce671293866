/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "hr-capacity.h"
#include "hr-plan.h"

G_BEGIN_DECLS

/* What the commands of headroom-cli share. */

/**
 * HrCliStatus:
 * @HR_CLI_GOOD: done
 * @HR_CLI_REFUSED: the input is refused; one line on standard error says why
 * @HR_CLI_USAGE: the command line is not understood
 *
 * The exit status of the program.
 */
typedef enum
{
  HR_CLI_GOOD = 0,
  HR_CLI_REFUSED = 1,
  HR_CLI_USAGE = 2,
} HrCliStatus;

/**
 * HrCliCommand:
 * @name: the word on the command line
 * @arguments: what follows it, for --help
 * @summary: one line, to be translated
 * @description: more, to be translated; or %NULL
 * @run: does it; gets the words after the name
 *
 * One command.
 */
typedef struct _HrCliCommand HrCliCommand;
struct _HrCliCommand
{
  const char *name;
  const char *arguments;
  const char *summary;
  const char *description;
  HrCliStatus (*run) (const HrCliCommand *command, char **arguments);
};

HrCliStatus hr_cli_new (const HrCliCommand *command, char **arguments);
HrCliStatus hr_cli_import (const HrCliCommand *command, char **arguments);
HrCliStatus hr_cli_capacity (const HrCliCommand *command, char **arguments);
HrCliStatus hr_cli_export (const HrCliCommand *command, char **arguments);
HrCliStatus hr_cli_check (const HrCliCommand *command, char **arguments);

/* Takes the options out of the arguments and wants so many words to be left. */
gboolean hr_cli_parse (const HrCliCommand *command,
                       const GOptionEntry *entries,
                       char ***arguments,
                       guint n_words,
                       HrCliStatus *status);
HrCliStatus hr_cli_usage (const HrCliCommand *command, const char *why);
HrCliStatus hr_cli_refuse (const GError *error);

gboolean hr_cli_write (const char *text);

HrPlan *hr_cli_open_plan (const char *argument, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean hr_cli_save_plan (HrPlan *plan, const char *argument, GError **error);

/**
 * HrCliAnswer:
 *
 * A plan with what is computed from it.
 */
typedef struct
{
  HrPlan *plan;
  HrSegmentation *segmentation;
  HrCapacity *capacity;
} HrCliAnswer;

gboolean hr_cli_answer (HrCliAnswer *answer,
                        const char *argument,
                        HrJourneyVersion version,
                        GError **error);
void hr_cli_answer_clear (HrCliAnswer *answer);
gboolean hr_cli_parse_journey (const char *word, HrJourneyVersion *version);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HrCliAnswer, hr_cli_answer_clear)

G_END_DECLS
