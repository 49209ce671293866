/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "hr-cli.h"

static const HrCliCommand COMMANDS[] = {
  { "new", "PLAN [--sample]", N_ ("Make a plan"), NULL, hr_cli_new },
    { "import", "PLAN FILE [OPTION…]",
      N_ ("Read accounts from a CSV file into a plan"),
         N_ ("A second file can bring what the first lacks. To sum the subscriptions that run:\n"
        "\n"
        "  headroom-cli import plan.headroom accounts.csv --join subscriptions.csv \\\n"
        "    --key account_id --sum arr_amount --where 'end_date is-empty'\n"),
            hr_cli_import },
      { "capacity", "PLAN [--format table|json|csv] [--journey current|redesigned]",
        N_ ("Say how many people each segment needs, and what the benchmark would pay for"),
           NULL,
           hr_cli_capacity },
        { "export", "PLAN OUT [OPTION…]",
          N_ ("Write a plan as a report (.pdf), a picture (.svg, .png) or data (.json)"),
             NULL,
             hr_cli_export },
          { "check", "PLAN",
            N_ ("List what is inconsistent or assumed, one line each"),
               NULL,
               hr_cli_check },
        };

static void
print_help (void)
{
  g_print (
      _ ("Usage: headroom-cli COMMAND [ARGUMENT…]\n\n"
              "Plans how many people it takes to serve customers, without a display.\n\n"));
  for (guint i = 0; i < G_N_ELEMENTS (COMMANDS); i++)
    g_print ("  %-10s %s\n", COMMANDS[i].name, _ (COMMANDS[i].summary));
  g_print (
      _ ("\nPLAN is a .headroom file, its JSON form (.json), or - for JSON on standard "
              "input.\n"
              "“headroom-cli COMMAND --help” says more about a command.\n"));
}

static HrCliStatus
run (char **arguments)
{
  const char *word = arguments[1];

  if (word == NULL)
    {
      g_printerr (_ ("headroom-cli: a command is missing; --help lists them\n"));
      return HR_CLI_USAGE;
    }
  if (g_str_equal (word, "--help") || g_str_equal (word, "-h") ||
      g_str_equal (word, "help"))
    {
      print_help ();
      return HR_CLI_GOOD;
    }
  if (g_str_equal (word, "--version"))
    {
      g_print ("headroom-cli %s\n", PACKAGE_VERSION);
      return HR_CLI_GOOD;
    }

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
  g_auto (GStrv) arguments = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  arguments = g_strdupv (argv);
  return (int) run (arguments);
}
