/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "hr-account-import.h"
#include "hr-cli.h"
#include "hr-error.h"
#include "hr-format.h"
#include "hr-history.h"

/* What stood on the command line. */
typedef struct
{
  char **maps;
  char *join;
  char *key;
  char *sum;
  char *as;
  char *where;
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
  g_free (self->report);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
add_maps (HrAccountImport *import, char **maps, GError **error)
{
  for (guint i = 0; maps != NULL && maps[i] != NULL; i++)
    {
      const char *equals = strchr (maps[i], '=');
      g_autofree char *field = NULL;

      if (equals == NULL || equals == maps[i] || equals[1] == '\0')
        {
          g_set_error (error, HR_ERROR, HR_ERROR_VALUE,
                       _ ("--map takes FIELD=COLUMN, not “%s”"), maps[i]);
          return FALSE;
        }
      field = g_strndup (maps[i], (gsize) (equals - maps[i]));
      hr_account_import_map (import, field, equals + 1);
    }
  return TRUE;
}

static gboolean
add_join (HrAccountImport *import, const Options *options, GError **error)
{
  g_autoptr (HrRule) where = NULL;
  HrAccountJoin join = { options->join, options->key, options->sum, options->as, NULL };

  if (options->join == NULL)
    {
      if (options->key == NULL && options->sum == NULL && options->as == NULL &&
          options->where == NULL)
        return TRUE;
      g_set_error (
          error, HR_ERROR, HR_ERROR_VALUE,
          _ ("--key, --sum, --as and --where belong to a file that --join names"));
      return FALSE;
    }
  if (options->key == NULL || options->sum == NULL)
    {
      g_set_error (error, HR_ERROR, HR_ERROR_VALUE, _ ("--join needs --key and --sum"));
      return FALSE;
    }
  if (options->where != NULL)
    {
      where = hr_rule_parse (options->where, error);
      if (where == NULL)
        {
          g_prefix_error (error, "--where: ");
          return FALSE;
        }
    }

  join.where = where;
  hr_account_import_set_join (import, &join);
  return TRUE;
}

static char *
report_to_text (const HrImportReport *report)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < report->messages->len; i++)
    g_string_append_printf (text, "%s\n",
                            (const char *) g_ptr_array_index (report->messages, i));
  return g_string_free (text, FALSE);
}

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
print_segments (HrPlan *plan)
{
  g_autoptr (HrSegmentation) segmentation = hr_segmentation_new (plan);
  const HrSegmentCount *rest = hr_segmentation_get_unassigned (segmentation);

  for (guint i = 0; i < hr_list_get_n (plan->segments); i++)
    {
      const HrSegment *segment = hr_list_get (plan->segments, i);
      const HrSegmentCount *count = hr_segmentation_get_count (segmentation, i);
      g_autofree char *arr = hr_format_minor (count->arr, plan->currency);

      g_print (_ ("%s: %" G_GSIZE_FORMAT " accounts, ARR %s\n"), segment->name,
                 count->n_accounts, arr);
    }
  if (rest->n_accounts > 0)
    g_print (_ ("In no segment: %" G_GSIZE_FORMAT " accounts\n"), rest->n_accounts);
}

static gboolean
import_into (const char *plan_path,
             const char *path,
             const Options *options,
             GError **error)
{
  g_autoptr (HrAccountImport) import = hr_account_import_new (path);
  g_autoptr (HrImportReport) report = NULL;
  g_autoptr (HrPortfolio) portfolio = NULL;
  g_autoptr (HrPlan) plan = hr_cli_open_plan (plan_path, error);
  g_autofree char *text = NULL;

  if (plan == NULL)
    return FALSE;
  if (!add_maps (import, options->maps, error) || !add_join (import, options, error))
    return FALSE;

  portfolio = hr_account_import_run (import, &report, NULL, error);
  if (portfolio == NULL || !put_into_plan (plan, portfolio, error))
    return FALSE;

  text = report_to_text (report);
  if (options->report != NULL && !g_file_set_contents (options->report, text, -1, error))
    return FALSE;
  if (!options->dry_run && !hr_cli_save_plan (plan, plan_path, error))
    return FALSE;
  if (g_str_equal (plan_path, "-") && !options->dry_run)
    return TRUE; /* the plan itself is on standard output */

  g_print ("%s", text);
  print_segments (plan);
  return TRUE;
}

HrCliStatus
hr_cli_import (const HrCliCommand *command, char **arguments)
{
  g_auto (Options) options = { NULL };
  const GOptionEntry entries[] = {
    { "map", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.maps,
      N_ ("Read a field of the account from a column of the file"), N_ ("FIELD=COLUMN") },
      { "join", 0, 0, G_OPTION_ARG_FILENAME, &options.join,
        N_ ("Add up the rows of a second file per account"), N_ ("FILE") },
        { "key", 0, 0, G_OPTION_ARG_STRING, &options.key,
          N_ ("Its column that names the account"), N_ ("COLUMN") },
          { "sum", 0, 0, G_OPTION_ARG_STRING, &options.sum,
            N_ ("Its column to add up"), N_ ("COLUMN") },
            { "as", 0, 0, G_OPTION_ARG_STRING, &options.as,
              N_ ("The field that the sum becomes (default: arr)"), N_ ("FIELD") },
              { "where", 0, 0, G_OPTION_ARG_STRING, &options.where,
                N_ ("Which of its rows count, like 'end_date is-empty'"), N_ ("RULE") },
                { "dry-run", 0, 0, G_OPTION_ARG_NONE, &options.dry_run,
                  N_ ("Read and check all, write nothing into the plan"), NULL },
                  { "report", 0, 0, G_OPTION_ARG_FILENAME, &options.report,
                    N_ ("Write what was found to a file too"), N_ ("FILE") },
                    G_OPTION_ENTRY_NULL,
                  };
  g_autoptr (GError) error = NULL;
  HrCliStatus status = HR_CLI_GOOD;

  if (!hr_cli_parse (command, entries, &arguments, 2, &status))
    return status;
  if (!import_into (arguments[1], arguments[2], &options, &error))
    return hr_cli_refuse (error);
  return HR_CLI_GOOD;
}
