/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-join.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "hr-csv-table.h"
#include "hr-matcher.h"

/* The columns of the file that are read: these two, then those that the rule names. */
enum
{
  COLUMN_KEY,
  COLUMN_SUM,
  N_COLUMNS,
};

/* Of each account: what its rows came to. */
typedef enum
{
  SUM_NONE,    /* it has no row */
  SUM_ZERO,    /* it has rows, but none that counts */
  SUM_KNOWN,   /* all its rows that count have something to add */
  SUM_UNKNOWN, /* one of them has nothing */
} SumState;

typedef struct
{
  const HrAccountJoin *join;
  HrCsvReader *reader;
  HrImportReport *report;
  gboolean is_money;
  gsize n;         /* accounts */
  guint8 *states;  /* (owned) */
  gint64 *money;   /* (owned): the sums, one of the two */
  double *numbers; /* (owned) */
} Sums;

static void
sums_clear (Sums *self)
{
  g_free (self->states);
  g_free (self->money);
  g_free (self->numbers);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sums, sums_clear)

/* The field that the sum becomes. */
const char *
hr_account_join_get_field (const HrAccountJoin *self)
{
  return self->field != NULL ? self->field : HR_COLUMN_ARR;
}

/* ---- Reading ---- */

static void
collect_fields (const HrRule *rule, GPtrArray *fields)
{
  const char *field;

  if (hr_rule_get_kind (rule) != HR_RULE_CONDITION)
    {
      for (guint i = 0; i < hr_rule_get_n_children (rule); i++)
        collect_fields (hr_rule_get_child (rule, i), fields);
      return;
    }
  field = hr_rule_get_field (rule);
  if (!g_ptr_array_find_with_equal_func (fields, field, g_str_equal, NULL))
    g_ptr_array_add (fields, (gpointer) field);
}

static gboolean
ask_for_columns (const Sums *self, HrCsvTable *table, GError **error)
{
  const HrAccountJoin *join = self->join;
  g_autoptr (GPtrArray) fields = g_ptr_array_new ();
  guint key, sum, column;

  if (!hr_csv_reader_find_column (self->reader, join->key, &key, error) ||
      !hr_csv_reader_find_column (self->reader, join->sum, &sum, error))
    return FALSE;
  hr_csv_table_add_typed (table, join->key, key, HR_COLUMN_TEXT);
  hr_csv_table_add_typed (table, join->sum, sum,
                          self->is_money ? HR_COLUMN_MONEY : HR_COLUMN_NUMBER);

  if (join->where != NULL)
    collect_fields (join->where, fields);
  for (guint i = 0; i < fields->len; i++)
    {
      const char *field = g_ptr_array_index (fields, i);

      if (!hr_csv_reader_find_column (self->reader, field, &column, error))
        return FALSE;
      if (column != key && column != sum)
        hr_csv_table_add (table, field, column);
    }
  return TRUE;
}

/* ---- Adding up ---- */

static gboolean
refuse_sum (const Sums *self, const HrPortfolio *accounts, gsize account, GError **error)
{
  const HrColumn *ids = hr_portfolio_find_column (accounts, HR_COLUMN_ID);

  g_set_error (error, HR_ERROR, HR_ERROR_RANGE,
               _ ("%s, column “%s”: the sum for “%s” is too large"),
               hr_csv_reader_get_name (self->reader), self->join->sum,
               hr_column_get_text_at (ids, account));
  return FALSE;
}

/* Adds a row that counts; FALSE if the sum leaves what can be held. */
static gboolean
add_to_sum (Sums *self, const HrColumn *column, gsize row, gsize account)
{
  if (self->states[account] != SUM_UNKNOWN)
    self->states[account] = SUM_KNOWN;
  if (hr_column_is_missing (column, row))
    self->states[account] = SUM_UNKNOWN;
  else if (self->is_money)
    return !__builtin_add_overflow (self->money[account],
                                    hr_column_get_money (column)[row],
                                    &self->money[account]) &&
           ABS (self->money[account]) <= HR_MONEY_MAX;
  else
    {
      self->numbers[account] += hr_column_get_numbers (column)[row];
      return isfinite (self->numbers[account]);
    }
  return TRUE;
}

#define NO_ACCOUNT G_MAXSIZE

/* Finds the account of each key: once for every entry of the dictionary. */
static gsize *
find_accounts (const HrColumn *keys, const HrPortfolio *accounts)
{
  guint32 n = hr_column_get_n_texts (keys);
  gsize *found = g_new (gsize, MAX (n, 1));

  found[0] = NO_ACCOUNT; /* a row without a key */
  for (guint32 code = 1; code < n; code++)
    if (!hr_portfolio_find_account (accounts, hr_column_get_text (keys, code),
                                    &found[code]))
      found[code] = NO_ACCOUNT;
  return found;
}

static gboolean
add_up (Sums *self, GPtrArray *columns, const HrPortfolio *accounts, GError **error)
{
  HrColumn *const *read = (HrColumn *const *) columns->pdata;
  const guint32 *codes = hr_column_get_codes (read[COLUMN_KEY]);
  gsize n_rows = hr_column_get_n (read[COLUMN_KEY]);
  g_autofree gsize *found = find_accounts (read[COLUMN_KEY], accounts);
  g_autofree guint8 *matches = g_malloc (n_rows + 1);
  g_autoptr (HrRule) everything = hr_rule_new_everything ();
  const HrRule *where = self->join->where != NULL ? self->join->where : everything;
  g_autoptr (HrMatcher) matcher = hr_matcher_new_for_columns (where, read, columns->len);

  hr_matcher_run (matcher, 0, n_rows, matches);
  for (gsize row = 0; row < n_rows; row++)
    {
      gsize account = found[codes[row]];

      if (account == NO_ACCOUNT)
        {
          self->report->n_unmatched++;
          continue;
        }
      if (self->states[account] == SUM_NONE)
        self->states[account] = SUM_ZERO;
      if (!matches[row])
        continue;
      self->report->n_joined++;
      if (!add_to_sum (self, read[COLUMN_SUM], row, account))
        return refuse_sum (self, accounts, account, error);
    }
  return TRUE;
}

/* ---- Telling ---- */

static void
say_counts (const Sums *self, gsize n_unmatched)
{
  const char *file = hr_csv_reader_get_name (self->reader);
  const char *field = hr_account_join_get_field (self->join);
  GPtrArray *messages = self->report->messages;
  gulong counts[SUM_UNKNOWN + 1] = { 0 };

  for (gsize i = 0; i < self->n; i++)
    counts[self->states[i]]++;
  if (n_unmatched > 0)
    g_ptr_array_add (
        messages,
        g_strdup_printf (ngettext ("%s: %lu row belongs to no account.",
                                   "%s: %lu rows belong to no account.", n_unmatched),
                         file, (gulong) n_unmatched));
  if (counts[SUM_NONE] > 0)
    g_ptr_array_add (
        messages,
        g_strdup_printf (ngettext ("%s: %lu account has no row; its %s is not known.",
                                   "%s: %lu accounts have no row; their %s is not known.",
                                   counts[SUM_NONE]),
                         file, counts[SUM_NONE], field));
  if (counts[SUM_ZERO] > 0)
    g_ptr_array_add (
        messages,
        g_strdup_printf (ngettext ("%s: %lu account has no row that counts; its %s is 0.",
                                   "%s: %lu accounts have no row that counts; their %s "
                                   "is 0.",
                                   counts[SUM_ZERO]),
                         file, counts[SUM_ZERO], field));
  if (counts[SUM_UNKNOWN] > 0)
    g_ptr_array_add (
        messages,
        g_strdup_printf (ngettext ("%s: %lu account has a row that counts without a "
                                   "value in “%s”; its %s is not known.",
                                   "%s: %lu accounts have rows that count without a "
                                   "value in “%s”; their %s is not known.",
                                   counts[SUM_UNKNOWN]),
                         file, counts[SUM_UNKNOWN], self->join->sum, field));
}

static HrColumn *
build_column (const Sums *self, GError **error)
{
  HrColumnBuilder *builder =
      hr_column_builder_new (hr_account_join_get_field (self->join),
                             self->is_money ? HR_COLUMN_MONEY : HR_COLUMN_NUMBER);

  for (gsize i = 0; i < self->n; i++)
    if (self->states[i] == SUM_NONE || self->states[i] == SUM_UNKNOWN)
      hr_column_builder_add_missing (builder);
    else if (self->is_money)
      hr_column_builder_add_money (builder, self->money[i]);
    else
      hr_column_builder_add_number (builder, self->numbers[i]);
  return hr_column_builder_end (builder, error);
}

/**
 * hr_account_join_run:
 * @reader: the file, its header read
 * @order: how its dates are written
 * @accounts: the accounts
 * @report: takes the counts and messages
 *
 * Reads a joined file and adds up what it says of each account.
 *
 * Returns: (transfer full): the field that the sum becomes
 */
HrColumn *
hr_account_join_run (const HrAccountJoin *self,
                     HrCsvReader *reader,
                     HrDateOrder order,
                     const HrPortfolio *accounts,
                     HrImportReport *report,
                     GCancellable *cancellable,
                     GError **error)
{
  const char *field = hr_account_join_get_field (self);
  HrColumnType type = HR_COLUMN_NUMBER;
  gsize n = hr_portfolio_get_n_accounts (accounts), n_unmatched = report->n_unmatched;
  gboolean is_standard = hr_portfolio_get_standard_type (field, &type);
  g_auto (Sums) sums = { .join = self,
                         .reader = reader,
                         .report = report,
                         .is_money = type == HR_COLUMN_MONEY,
                         .n = n,
                         .states = g_new0 (guint8, n),
                         .money = g_new0 (gint64, n),
                         .numbers = g_new0 (double, n) };
  g_autoptr (HrCsvTable) table = hr_csv_table_new (reader, order);
  g_autoptr (GPtrArray) columns = NULL;

  if (is_standard && type != HR_COLUMN_MONEY)
    {
      g_set_error (error, HR_ERROR, HR_ERROR_VALUE, _ ("The field “%s” cannot be a sum"),
                   field);
      return NULL;
    }
  if (!ask_for_columns (&sums, table, error))
    return NULL;
  columns = hr_csv_table_read (table, report->messages, cancellable, error);
  if (columns == NULL || !add_up (&sums, columns, accounts, error))
    return NULL;
  say_counts (&sums, report->n_unmatched - n_unmatched);
  return build_column (&sums, error);
}
