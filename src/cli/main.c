/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <signal.h>

#include "hr-cli.h"

static const HrCliCommand COMMANDS[] = {
  { "new", "PLAN", N_ ("Make a plan"),
    N_ ("The ending of PLAN says its form: .headroom, or .json for text that another\n"
        "program can read and write."),
    hr_cli_new },
  { "import", "PLAN FILE", N_ ("Read accounts from a CSV file into a plan"),
    N_ ("A second file can bring what the first lacks. This sums the subscriptions\n"
        "that have no end date:\n"
        "\n"
        "  headroom-cli import plan.headroom accounts.csv --join subscriptions.csv \\\n"
        "    --key account_id --sum arr_amount --where 'end_date is-empty'"),
    hr_cli_import },
  { "capacity", "PLAN",
    N_ ("Say how many people each segment needs, and its ARR pays for"), NULL,
    hr_cli_capacity },
  { "export", "PLAN OUT", N_ ("Write a plan as a report, a picture or data"),
    N_ ("The ending of OUT says what it becomes:\n"
        "\n"
        "  .pdf        a report: a summary, then each segment\n"
        "  .svg .png   a picture for a slide: capacity, coverage, journey-map,\n"
        "              journey-personas or persona-matrix\n"
        "  .csv        a table: capacity, the figures of each segment, or personas\n"
        "  .json       the whole plan as text\n"
        "  .headroom   the whole plan as a plan file"),
    hr_cli_export },
  { "check", "PLAN", N_ ("List what is inconsistent or assumed, one line each"), NULL,
    hr_cli_check },
};

static HrCliStatus
print_help (void)
{
  g_autoptr (GString) text = g_string_new (
      _ ("Usage: headroom-cli COMMAND [ARGUMENT…]\n"
         "\n"
         "Says how many people it takes to serve customers, and what they cost.\n"
         "\n"));
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (COMMANDS); i++)
    g_string_append_printf (text, "  %-10s %s\n", COMMANDS[i].name,
                            _ (COMMANDS[i].summary));
  g_string_append (text,
                   _ ("\n"
                      "PLAN is a .headroom file, its JSON form (.json), or - for JSON "
                      "on\n"
                      "standard input. “headroom-cli COMMAND --help” says more about a "
                      "command.\n"));
  hr_cli_print (text->str, &error);
  return hr_cli_end (error);
}

static HrCliStatus
print_version (void)
{
  g_autoptr (GError) error = NULL;

  hr_cli_print ("headroom-cli " PACKAGE_VERSION "\n", &error);
  return hr_cli_end (error);
}

static HrCliStatus
run (char **arguments)
{
  const char *word = arguments[0] != NULL ? arguments[1] : NULL;

  if (word == NULL)
    {
      g_printerr (_ ("headroom-cli: a command is missing; --help lists them\n"));
      return HR_CLI_USAGE;
    }
  if (g_str_equal (word, "--help") || g_str_equal (word, "-h") ||
      g_str_equal (word, "help"))
    return print_help ();
  if (g_str_equal (word, "--version"))
    return print_version ();

  for (guint i = 0; i < G_N_ELEMENTS (COMMANDS); i++)
    if (g_str_equal (word, COMMANDS[i].name))
      {
        g_auto (GStrv) rest = g_strdupv (arguments + 1);

        return COMMANDS[i].run (&COMMANDS[i], rest);
      }

  g_printerr (_ ("headroom-cli: there is no command “%s”; --help lists them\n"), word);
  return HR_CLI_USAGE;
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  signal (SIGPIPE, SIG_IGN); /* a reader that goes away is an error like any other */
  return (int) run (argv);
}
