/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "hr-account-import.h"
#include "hr-atomic-file.h"
#include "hr-cli.h"
#include "hr-format.h"
#include "hr-history.h"
#include "hr-segment.h"

/* What stood on the command line. */
typedef struct
{
  char **maps;
  char *join;
  char *key;
  char *sum;
  char *as;
  char *where;
  char *dates;
  char *report;
  gboolean dry_run;
} Options;

static void
options_clear (Options *self)
{
  g_strfreev (self->maps);
  g_free (self->join);
  g_free (self->key);
  g_free (self->sum);
  g_free (self->as);
  g_free (self->where);
  g_free (self->dates);
  g_free (self->report);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* ---- Options that do not fit are bad usage; nothing has been read then. ---- */

static gboolean
add_maps (const HrCliCommand *command, const Options *options, HrAccountImport *import)
{
  for (guint i = 0; options->maps != NULL && options->maps[i] != NULL; i++)
    {
      const char *map = options->maps[i];
      const char *equals = strchr (map, '=');
      g_autofree char *field = NULL;

      if (equals == NULL || equals == map)
        {
          hr_cli_usage (command, _ ("--map takes FIELD=COLUMN, not “%s”"), map);
          return FALSE;
        }
      field = g_strndup (map, (gsize) (equals - map));
      hr_account_import_map (import, field, equals + 1);
    }
  return TRUE;
}

static gboolean
check_join (const HrCliCommand *command, const Options *options)
{
  gboolean has_words = options->key != NULL || options->sum != NULL ||
                       options->as != NULL || options->where != NULL;

  if (options->join == NULL && has_words)
    hr_cli_usage (command, _ ("--key, --sum, --as and --where say what to do with the "
                              "file that --join names"));
  else if (options->join != NULL && (options->key == NULL || options->sum == NULL))
    hr_cli_usage (command, _ ("--join needs --key and --sum"));
  else
    return TRUE;
  return FALSE;
}

static gboolean
add_join (const HrCliCommand *command, const Options *options, HrAccountImport *import)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HrRule) where = NULL;
  HrAccountJoin join = { options->join, options->key, options->sum, options->as, NULL };

  if (!check_join (command, options))
    return FALSE;
  if (options->join == NULL)
    return TRUE;

  if (options->where != NULL)
    where = hr_rule_parse (options->where, &error);
  if (error != NULL)
    {
      hr_cli_usage (command, "--where: %s", error->message);
      return FALSE;
    }
  join.where = where;
  hr_account_import_add_join (import, &join);
  return TRUE;
}

static gboolean
add_dates (const HrCliCommand *command, const Options *options, HrAccountImport *import)
{
  if (options->dates == NULL)
    return TRUE;
  if (g_str_equal (options->dates, "day-first"))
    hr_account_import_set_date_order (import, HR_DATE_ORDER_DAY_FIRST);
  else if (g_str_equal (options->dates, "month-first"))
    hr_account_import_set_date_order (import, HR_DATE_ORDER_MONTH_FIRST);
  else
    {
      hr_cli_usage (command, _ ("--dates takes day-first or month-first, not “%s”"),
                    options->dates);
      return FALSE;
    }
  return TRUE;
}

/* ---- The run ---- */

static gboolean
put_into_plan (HrPlan *plan, HrPortfolio *portfolio, GError **error)
{
  g_autoptr (HrHistory) history = hr_history_new (plan);
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, HR_TYPE_PORTFOLIO);
  g_value_set_object (&value, portfolio);
  return hr_history_set (history, plan, "portfolio", &value, error);
}

static void
append_count (GString *text, const char *name, const HrSegmentCount *count, HrPlan *plan)
{
  gboolean any_arr = count->n_without_arr < count->n_accounts || count->n_accounts == 0;
  g_autofree char *accounts = hr_format_number ((double) count->n_accounts, 0);
  g_autofree char *without = hr_format_number ((double) count->n_without_arr, 0);
  g_autofree char *arr =
      hr_format_minor (any_arr ? count->arr : HR_MONEY_NONE, plan->currency);

  g_string_append_printf (text,
                          /* Translators: a segment, its accounts and their ARR */
                          ngettext ("%s: %s account, ARR %s", "%s: %s accounts, ARR %s",
                                    (gulong) count->n_accounts),
                          name, accounts, arr);
  if (any_arr && count->n_without_arr > 0)
    g_string_append_printf (text, _ (", %s of them without"), without);
  g_string_append_c (text, '\n');
}

static void
append_sizes (GString *text, const HrImportReport *report)
{
  g_autofree char *rows = hr_format_number ((double) report->n_rows, 0);
  g_autofree char *joined = hr_format_number ((double) report->n_joined, 0);

  g_string_append_printf (text,
                          ngettext ("%s account with %u columns was read.\n",
                                    "%s accounts with %u columns were read.\n",
                                    (gulong) report->n_rows),
                          rows, report->n_columns);
  if (report->n_joined > 0)
    g_string_append_printf (text,
                            ngettext ("%s row was added up.\n",
                                      "%s rows were added up.\n",
                                      (gulong) report->n_joined),
                            joined);
}

/* What was found in the files, and what it means for the segments. */
static char *
report_to_text (const HrImportReport *report, HrPlan *plan)
{
  g_autoptr (HrSegmentation) segmentation = hr_segmentation_new (plan);
  const HrSegmentCount *rest = hr_segmentation_get_unassigned (segmentation);
  GString *text = g_string_new (NULL);

  append_sizes (text, report);
  for (guint i = 0; i < report->messages->len; i++)
    g_string_append_printf (text, "%s\n",
                            (const char *) g_ptr_array_index (report->messages, i));
  for (guint i = 0; i < hr_list_get_n (plan->segments); i++)
    {
      const HrSegment *segment = hr_list_get (plan->segments, i);

      if (segment->source == HR_SEGMENT_ACCOUNTS)
        append_count (text, segment->name, hr_segmentation_get_count (segmentation, i),
                      plan);
    }
  if (rest->n_accounts > 0)
    append_count (text, _ ("In no segment"), rest, plan);
  return g_string_free_and_steal (text);
}

static gboolean
import_into (HrAccountImport *import,
             const char *path,
             const Options *options,
             GError **error)
{
  g_autoptr (HrImportReport) report = NULL;
  g_autoptr (HrPortfolio) portfolio = NULL;
  g_autofree char *stamp = NULL;
  g_autoptr (HrPlan) plan = hr_cli_open_plan_to_change (path, &stamp, error);
  g_autofree char *text = NULL;

  if (plan == NULL)
    return FALSE;
  portfolio = hr_account_import_run (import, &report, NULL, error);
  if (portfolio == NULL || !put_into_plan (plan, portfolio, error))
    return FALSE;

  text = report_to_text (report, plan);
  if (options->report != NULL &&
      !hr_atomic_file_write (options->report, text, strlen (text), error))
    return FALSE;
  if (options->dry_run)
    return hr_cli_print (text, error) &&
           hr_cli_print (_ ("Nothing was written into the plan.\n"), error);
  if (!hr_cli_save_plan (plan, path, stamp, error))
    return FALSE;
  /* A plan that came from standard input has just gone to standard output. */
  return g_str_equal (path, "-") || hr_cli_print (text, error);
}

HrCliStatus
hr_cli_import (const HrCliCommand *command, char **arguments)
{
  g_auto (Options) options = { NULL };
  const GOptionEntry entries[] = {
    { "map", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.maps,
      N_ ("Which column is a field; FIELD= says none is"), N_ ("FIELD=COLUMN") },
    { "dates", 0, 0, G_OPTION_ARG_STRING, &options.dates,
      N_ ("How 03-04-2027 is meant: day-first or month-first"), N_ ("ORDER") },
    { "join", 0, 0, G_OPTION_ARG_FILENAME, &options.join,
      N_ ("Add up the rows of a second file per account"), N_ ("FILE") },
    { "key", 0, 0, G_OPTION_ARG_STRING, &options.key,
      N_ ("Its column that names the account"), N_ ("COLUMN") },
    { "sum", 0, 0, G_OPTION_ARG_STRING, &options.sum, N_ ("Its column to add up"),
      N_ ("COLUMN") },
    { "as", 0, 0, G_OPTION_ARG_STRING, &options.as,
      N_ ("The field that the sum becomes (default: arr)"), N_ ("FIELD") },
    { "where", 0, 0, G_OPTION_ARG_STRING, &options.where,
      N_ ("Which of its rows count, like 'end_date is-empty'"), N_ ("RULE") },
    { "report", 0, 0, G_OPTION_ARG_FILENAME, &options.report,
      N_ ("Write what was found into a file too"), N_ ("FILE") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &options.dry_run,
      N_ ("Read and check all, change nothing"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (HrAccountImport) import = NULL;
  g_autoptr (GError) error = NULL;
  HrCliStatus status = HR_CLI_USAGE;

  if (!hr_cli_parse (command, entries, &arguments, &status))
    return status;
  import = hr_account_import_new (arguments[2]);
  if (!add_maps (command, &options, import) || !add_join (command, &options, import) ||
      !add_dates (command, &options, import))
    return HR_CLI_USAGE;

  import_into (import, arguments[1], &options, &error);
  return hr_cli_end (error);
}
