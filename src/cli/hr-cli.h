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
 * @arguments: what must follow it, for --help
 * @summary: one line, to be translated
 * @description: (nullable): more, to be translated
 * @run: does it; gets the name and the words after it
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

gboolean hr_cli_parse (const HrCliCommand *command,
                       const GOptionEntry *entries,
                       char ***arguments,
                       HrCliStatus *status);
gboolean hr_cli_parse_journey (const HrCliCommand *command,
                               const char *word,
                               HrJourneyVersion *version);
HrCliStatus hr_cli_usage (const HrCliCommand *command, const char *format, ...)
    G_GNUC_PRINTF (2, 3);
HrCliStatus hr_cli_end (const GError *error);

gboolean hr_cli_print (const char *text, GError **error);
gboolean hr_cli_write (const char *bytes, GError **error);

gboolean hr_cli_has_ending (const char *path, const char *ending);
HrPlan *hr_cli_open_plan (const char *argument, GError **error) G_GNUC_WARN_UNUSED_RESULT;
HrPlan *hr_cli_open_plan_to_change (const char *argument,
                                    char **stamp,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean
hr_cli_save_plan (HrPlan *plan, const char *argument, const char *stamp, GError **error);

/**
 * HrCliAnswer:
 * @plan: a plan
 * @segmentation: which account belongs where
 * @capacity: what is computed from them
 *
 * A plan with what follows from it.
 */
typedef struct
{
  HrPlan *plan;
  HrSegmentation *segmentation;
  HrCapacity *capacity;
} HrCliAnswer;

gboolean hr_cli_answer_init (HrCliAnswer *self,
                             const char *argument,
                             HrJourneyVersion version,
                             GError **error);
void hr_cli_answer_clear (HrCliAnswer *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HrCliAnswer, hr_cli_answer_clear)

G_END_DECLS
