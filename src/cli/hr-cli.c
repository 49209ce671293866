/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-cli.h"

#include <errno.h>
#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "hr-atomic-file.h"
#include "hr-enums.h"
#include "hr-json-reader.h"
#include "hr-json-writer.h"
#include "hr-store.h"
#include "hr-user-file.h"

#define STANDARD_STREAM "-"

/* What a terminal may be shown of a text that anybody may have written: a name could hold
 * commands to the terminal. */
static char *
without_controls (const char *text, gunichar kept)
{
  GString *clean = g_string_sized_new (strlen (text));
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      g_string_append_unichar (clean, g_unichar_iscntrl (c) && c != kept ? ' ' : c);
    }
  return g_string_free_and_steal (clean);
}

/* One line, whatever a file name or a message of a library holds. */
static void
complain (const char *before, const char *message)
{
  g_autofree char *line = without_controls (message, 0);

  g_printerr ("%s: %s\n", before, line);
}

/**
 * hr_cli_usage:
 * @command: the command
 * @format: what is wrong with the command line
 *
 * Says what is wrong, and where to read how the command is used.
 */
HrCliStatus
hr_cli_usage (const HrCliCommand *command, const char *format, ...)
{
  g_autofree char *before = g_strdup_printf ("headroom-cli %s", command->name);
  g_autofree char *why = NULL;
  va_list arguments;

  va_start (arguments, format);
  why = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  complain (before, why);
  g_printerr (_ ("Usage: headroom-cli %s %s [OPTION…]; --help says more\n"),
              command->name, command->arguments);
  return HR_CLI_USAGE;
}

/**
 * hr_cli_end:
 * @error: (nullable): what went wrong
 *
 * Says in one line why the input is refused, if it is.
 */
HrCliStatus
hr_cli_end (const GError *error)
{
  if (error == NULL)
    return HR_CLI_GOOD;

  complain ("headroom-cli", error->message);
  return HR_CLI_REFUSED;
}

static guint
count_words (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  return g_strv_length (words);
}

static HrCliStatus
print_help (const HrCliCommand *command, GOptionContext *context)
{
  g_autofree char *program = g_strdup_printf ("headroom-cli %s", command->name);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_set_prgname (program); /* GLib writes it into the first line */
  text = g_option_context_get_help (context, TRUE, NULL);
  hr_cli_print (text, &error);
  return hr_cli_end (error);
}

/**
 * hr_cli_parse:
 * @command: the command
 * @entries: its options
 * @arguments: (inout): its name and the words after it; the options are taken out
 * @status: (out): what to exit with when there is nothing more to do
 *
 * Reads the options of a command, answers --help itself, and wants as many other words as
 * the command takes.
 *
 * Returns: whether to go on
 */
gboolean
hr_cli_parse (const HrCliCommand *command,
              const GOptionEntry *entries,
              char ***arguments,
              HrCliStatus *status)
{
  g_autoptr (GOptionContext) context = g_option_context_new (command->arguments);
  g_autoptr (GError) error = NULL;
  guint n_words = count_words (command->arguments);
  gboolean help = FALSE;
  const GOptionEntry own[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, N_ ("Say how this command is used"),
      NULL },
    G_OPTION_ENTRY_NULL,
  };

  /* GLib's own would exit from within. */
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, own, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, _ (command->summary));
  if (command->description != NULL)
    g_option_context_set_description (context, _ (command->description));

  if (!g_option_context_parse_strv (context, arguments, &error))
    *status = hr_cli_usage (command, "%s", error->message);
  else if (help)
    *status = print_help (command, context);
  else if (g_strv_length (*arguments) < n_words + 1)
    *status = hr_cli_usage (command, _ ("an argument is missing"));
  else if (g_strv_length (*arguments) > n_words + 1)
    *status = hr_cli_usage (command, _ ("there is no room for the argument “%s”"),
                            (*arguments)[n_words + 1]);
  else
    return TRUE;
  return FALSE;
}

/**
 * hr_cli_parse_journey:
 * @command: the command
 * @word: (nullable): what stood after --journey
 * @version: (out): which journeys that means
 *
 * Reads the option that chooses between the current and the redesigned journeys, or says
 * what it takes.
 */
gboolean
hr_cli_parse_journey (const HrCliCommand *command,
                      const char *word,
                      HrJourneyVersion *version)
{
  int value = HR_JOURNEY_CURRENT;

  if (word != NULL && !hr_enum_from_nick (HR_TYPE_JOURNEY_VERSION, word, &value))
    {
      hr_cli_usage (command, _ ("--journey takes current or redesigned, not “%s”"), word);
      return FALSE;
    }
  *version = (HrJourneyVersion) value;
  return TRUE;
}

/**
 * hr_cli_write:
 * @bytes: what to write
 * @error: return location for a [error@Error]
 *
 * Writes data for a machine to standard output: as it is, whatever the locale.
 */
gboolean
hr_cli_write (const char *bytes, GError **error)
{
  if (fputs (bytes, stdout) >= 0 && fflush (stdout) == 0)
    return TRUE;

  g_set_error (error, HR_ERROR, HR_ERROR_FILE, _ ("Standard output: %s"),
               g_strerror (errno));
  return FALSE;
}

/**
 * hr_cli_print:
 * @text: UTF-8
 * @error: return location for a [error@Error]
 *
 * Writes text for a person to standard output, in the characters of the terminal.
 */
gboolean
hr_cli_print (const char *text, GError **error)
{
  g_autofree char *clean = without_controls (text, '\n');
  g_autofree char *local = NULL;
  const char *charset;

  if (!g_get_charset (&charset))
    local = g_convert_with_fallback (clean, -1, charset, "UTF-8", "?", NULL, NULL, NULL);
  return hr_cli_write (local != NULL ? local : clean, error);
}

static HrPlan *
read_plan (GError **error)
{
  g_autoptr (GInputStream) stream = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  HrPlan *plan = hr_json_read_plan_stream (stream, NULL, error);

  if (plan == NULL)
    g_prefix_error (error, "%s: ", _ ("Standard input"));
  return plan;
}

/* People of other systems write PLAN.JSON. */
gboolean
hr_cli_has_ending (const char *path, const char *ending)
{
  gsize length = strlen (path), n = strlen (ending);

  return length > n && g_ascii_strcasecmp (path + length - n, ending) == 0;
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
  if (g_str_equal (argument, STANDARD_STREAM))
    return read_plan (error);
  if (hr_cli_has_ending (argument, ".json"))
    return hr_json_read_plan_file (argument, NULL, error);
  return hr_store_load (argument, NULL, error);
}

/**
 * hr_cli_open_plan_to_change:
 * @argument: as of hr_cli_open_plan()
 * @stamp: (out) (transfer full) (nullable): what the file was before it was read
 * @error: return location for a [error@Error]
 *
 * Reads a plan that is to be written back with hr_cli_save_plan().
 *
 * Returns: (transfer full): the plan
 */
HrPlan *
hr_cli_open_plan_to_change (const char *argument, char **stamp, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (argument);

  *stamp = hr_user_file_get_stamp (file, NULL, NULL);
  return hr_cli_open_plan (argument, error);
}

/**
 * hr_cli_save_plan:
 * @plan: a plan
 * @argument: a plan file, a JSON file, or "-" for standard output
 * @stamp: (nullable): from hr_cli_open_plan_to_change(); %NULL to replace whatever is
 *   there
 * @error: return location for a [error@Error]: %HR_ERROR_CHANGED or %HR_ERROR_GONE if
 *   somebody has changed the plan file meanwhile
 *
 * Writes a plan. What stood in a plan file before goes to the backups.
 */
gboolean
hr_cli_save_plan (HrPlan *plan, const char *argument, const char *stamp, GError **error)
{
  gboolean is_stream = g_str_equal (argument, STANDARD_STREAM);
  g_autofree char *text = NULL;

  if (!is_stream && !hr_cli_has_ending (argument, ".json"))
    {
      g_autofree char *before = g_strdup (stamp);

      return hr_store_replace (plan, argument, &before, NULL, error);
    }

  text = hr_json_write_plan (plan);
  return is_stream ? hr_cli_write (text, error)
                   : hr_atomic_file_write (argument, text, strlen (text), error);
}

/**
 * hr_cli_answer_init:
 * @self: what is filled
 * @argument: the plan, see hr_cli_open_plan()
 * @version: which journeys count
 * @error: return location for a [error@Error]
 *
 * Reads a plan and computes all that follows from it.
 */
gboolean
hr_cli_answer_init (HrCliAnswer *self,
                    const char *argument,
                    HrJourneyVersion version,
                    GError **error)
{
  self->plan = hr_cli_open_plan (argument, error);
  if (self->plan == NULL)
    return FALSE;

  self->segmentation = hr_segmentation_new (self->plan);
  self->capacity = hr_capacity_new (self->plan, self->segmentation, version);
  return TRUE;
}

void
hr_cli_answer_clear (HrCliAnswer *self)
{
  g_clear_pointer (&self->capacity, hr_capacity_unref);
  g_clear_pointer (&self->segmentation, hr_segmentation_unref);
  g_clear_object (&self->plan);
}
