/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-cli.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "hr-enums.h"
#include "hr-json-reader.h"
#include "hr-json-writer.h"
#include "hr-store.h"

/* No plan that people make comes near; a pipe that never ends must not eat the memory. */
#define MAX_INPUT (512 * 1024 * 1024)

/**
 * hr_cli_usage:
 * @command: the command
 * @why: what is wrong with the command line
 *
 * Says how the command is used, after what was wrong.
 */
HrCliStatus
hr_cli_usage (const HrCliCommand *command, const char *why)
{
  g_printerr ("headroom-cli %s: %s\n", command->name, why);
  g_printerr (_ ("Usage: headroom-cli %s %s\n"), command->name, command->arguments);
  return HR_CLI_USAGE;
}

/**
 * hr_cli_refuse:
 * @error: what went wrong
 *
 * Says in one line why the input is refused.
 */
HrCliStatus
hr_cli_refuse (const GError *error)
{
  g_autofree char *line = g_strdup (error->message);

  g_printerr ("headroom-cli: %s\n", g_strdelimit (line, "\n\r", ' '));
  return HR_CLI_REFUSED;
}

/**
 * hr_cli_parse:
 * @command: the command
 * @entries: its options
 * @arguments: (inout): the words after the command; the options are taken out
 * @n_words: how many must be left
 * @status: (out): what to exit with when there is nothing more to do
 *
 * Reads the options of a command; answers --help itself.
 *
 * Returns: whether to go on
 */
gboolean
hr_cli_parse (const HrCliCommand *command,
              const GOptionEntry *entries,
              char ***arguments,
              guint n_words,
              HrCliStatus *status)
{
  g_autoptr (GOptionContext) context = g_option_context_new (command->arguments);
  g_autoptr (GError) error = NULL;
  gboolean help = FALSE;
  const GOptionEntry own[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help,
      N_ ("Say how this command is used"), NULL },
      G_OPTION_ENTRY_NULL,
  };

  /* GLib's own help would exit from within, and take the first word for the program. */
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, own, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, _ (command->summary));
  if (command->description != NULL)
    g_option_context_set_description (context, _ (command->description));

  if (!g_option_context_parse_strv (context, arguments, &error))
    {
      *status = hr_cli_usage (command, error->message);
      return FALSE;
    }
  if (help)
    {
      g_autofree char *text = g_option_context_get_help (context, TRUE, NULL);

      g_print ("%s", text);
      *status = HR_CLI_GOOD;
      return FALSE;
    }
  if (g_strv_length (*arguments) != n_words + 1)
    {
      *status = hr_cli_usage (command, g_strv_length (*arguments) > n_words + 1
                              ? _ ("too many arguments")
                              : _ ("an argument is missing"));
      return FALSE;
    }
  return TRUE;
}

static char *
read_standard_input (gsize *length, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8 block[65536];
  gsize n;

  while ((n = fread (block, 1, sizeof block, stdin)) > 0)
    {
      if (bytes->len + n > MAX_INPUT)
        {
          g_set_error (error, HR_ERROR, HR_ERROR_FILE,
                       _ ("Standard input is larger than a plan may be"));
          return NULL;
        }
      g_byte_array_append (bytes, block, (guint) n);
    }
  *length = bytes->len;
  g_byte_array_append (bytes, (const guint8 *) "", 1);
  return (char *) g_byte_array_free (g_steal_pointer (&bytes), FALSE);
}

/**
 * hr_cli_write:
 * @text: UTF-8
 *
 * Writes data for a machine to standard output: as it is, whatever the locale.
 *
 * Returns: whether it could be written
 */
gboolean
hr_cli_write (const char *text)
{
  return fputs (text, stdout) >= 0 && fflush (stdout) == 0;
}

static gboolean
is_json (const char *argument)
{
  return g_str_equal (argument, "-") || g_str_has_suffix (argument, ".json");
}

/**
 * hr_cli_open_plan:
 * @argument: a plan file, a JSON file, or "-" for JSON on standard input
 * @error: return location for a [error@Error]
 *
 * Reads the plan that a command works on.
 *
 * Returns: (transfer full): the plan
 */
HrPlan *
hr_cli_open_plan (const char *argument, GError **error)
{
  g_autofree char *text = NULL;
  gsize length = 0;
  HrPlan *plan;

  if (!is_json (argument))
    return hr_store_load (argument, NULL, error);
  if (!g_str_equal (argument, "-"))
    return hr_json_read_plan_file (argument, NULL, error);

  text = read_standard_input (&length, error);
  if (text == NULL)
    return NULL;
  plan = hr_json_read_plan (text, (gssize) length, error);
  if (plan == NULL)
    g_prefix_error (error, "%s: ", _ ("standard input"));
  return plan;
}

/**
 * hr_cli_save_plan:
 * @plan: a plan
 * @argument: where it came from: a plan file, a JSON file, or "-" for standard output
 * @error: return location for a [error@Error]
 *
 * Writes a plan back in the form in which it was read.
 */
gboolean
hr_cli_save_plan (HrPlan *plan, const char *argument, GError **error)
{
  g_autofree char *text = NULL;

  if (!is_json (argument))
    return hr_store_save (plan, argument, NULL, error);

  text = hr_json_write_plan (plan);
  if (g_str_equal (argument, "-"))
    return hr_cli_write (text);
  return g_file_set_contents_full (
      argument, text, -1, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
      0666, error);
}

/**
 * hr_cli_answer:
 * @answer: (out caller-allocates): what is filled
 * @argument: the plan, see hr_cli_open_plan()
 * @version: which journeys count
 * @error: return location for a [error@Error]
 *
 * Reads a plan and computes all that follows from it.
 */
gboolean
hr_cli_answer (HrCliAnswer *answer,
               const char *argument,
               HrJourneyVersion version,
               GError **error)
{
  answer->plan = hr_cli_open_plan (argument, error);
  if (answer->plan == NULL)
    return FALSE;

  answer->segmentation = hr_segmentation_new (answer->plan);
  answer->capacity = hr_capacity_new (answer->plan, answer->segmentation, version);
  return TRUE;
}

void
hr_cli_answer_clear (HrCliAnswer *answer)
{
  g_clear_pointer (&answer->capacity, hr_capacity_unref);
  g_clear_pointer (&answer->segmentation, hr_segmentation_unref);
  g_clear_object (&answer->plan);
}

/**
 * hr_cli_parse_journey:
 * @word: (nullable): what stood after --journey
 * @version: (out): which journeys that means
 *
 * Reads the option that chooses between the current and the redesigned journeys.
 */
gboolean
hr_cli_parse_journey (const char *word, HrJourneyVersion *version)
{
  int value = HR_JOURNEY_CURRENT;

  if (word != NULL && !hr_enum_from_nick (HR_TYPE_JOURNEY_VERSION, word, &value))
    return FALSE;
  *version = (HrJourneyVersion) value;
  return TRUE;
}
