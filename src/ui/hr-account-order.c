/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-account-order.h"

#include <math.h>
#include <string.h>

typedef struct
{
  HrAccountQuery query; /* all of it owned */
  HrAccountOrder *order;
} Task;

/* One account while it is sorted: numbers compare at once, texts by their rank. */
typedef struct
{
  double key; /* NAN comes last */
  guint32 row;
} Entry;

void
hr_account_order_free (HrAccountOrder *self)
{
  g_free (self->rows);
  g_free (self);
}

static void
task_free (gpointer data)
{
  Task *task = data;

  g_clear_object (&task->query.portfolio);
  g_clear_pointer (&task->query.segmentation, hr_segmentation_unref);
  g_free (task->query.search);
  g_free (task->query.column);
  g_clear_pointer (&task->order, hr_account_order_free);
  g_free (task);
}

static void
mark_matches (const HrColumn *column, const char *wanted, guint8 *matches)
{
  const guint32 *codes = hr_column_get_codes (column);
  guint32 n_texts = hr_column_get_n_texts (column);
  gsize n = hr_column_get_n (column);
  g_autofree guint8 *contains = g_new0 (guint8, n_texts);

  for (guint32 code = 1; code < n_texts; code++)
    contains[code] = strstr (hr_column_get_folded (column, code), wanted) != NULL;
  for (gsize row = 0; row < n; row++)
    matches[row] |= contains[codes[row]];
}

/* All accounts, or those that match. */
static void
search (const HrAccountQuery *query, HrAccountOrder *order, GCancellable *cancellable)
{
  gsize n = hr_portfolio_get_n_accounts (query->portfolio);
  g_autofree guint8 *matches = g_new0 (guint8, n);
  g_autofree char *wanted = g_utf8_casefold (query->search, -1);

  for (guint i = 0; i < hr_portfolio_get_n_columns (query->portfolio); i++)
    {
      HrColumn *column = hr_portfolio_get_column (query->portfolio, i);

      if (g_cancellable_is_cancelled (cancellable))
        return;
      if (*wanted != '\0' && hr_column_get_column_type (column) == HR_COLUMN_TEXT)
        mark_matches (column, wanted, matches);
    }
  for (gsize row = 0; row < n; row++)
    if (matches[row] || *wanted == '\0')
      order->rows[order->n++] = (guint32) row;
}

static int
compare_texts (gconstpointer a, gconstpointer b, gpointer user_data)
{
  char *const *texts = user_data;

  return strcmp (texts[*(const guint32 *) a], texts[*(const guint32 *) b]);
}

/* Where each text of a dictionary stands in the alphabet, so that a million rows are
 * sorted by numbers. Equal texts have equal ranks. */
static double *
rank_texts (const HrColumn *column)
{
  guint32 n = hr_column_get_n_texts (column);
  g_autofree guint32 *sorted = g_new (guint32, n);
  double *ranks = g_new (double, n);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_full (n, g_free);

  for (guint32 code = 0; code < n; code++)
    {
      g_ptr_array_add (texts,
                       g_utf8_collate_key (hr_column_get_folded (column, code), -1));
      sorted[code] = code;
    }
  g_sort_array (sorted, n, sizeof (guint32), compare_texts, texts->pdata);
  for (guint32 i = 0; i < n; i++)
    ranks[sorted[i]] =
        i > 0 && strcmp (texts->pdata[sorted[i]], texts->pdata[sorted[i - 1]]) == 0
            ? ranks[sorted[i - 1]]
            : i;
  ranks[0] = NAN; /* missing */
  return ranks;
}

static double
get_key (const HrColumn *column, const double *ranks, gsize row)
{
  if (hr_column_is_missing (column, row))
    return NAN;

  switch (hr_column_get_column_type (column))
    {
    case HR_COLUMN_TEXT:
      return ranks[hr_column_get_codes (column)[row]];
    case HR_COLUMN_NUMBER:
      return hr_column_get_numbers (column)[row];
    case HR_COLUMN_MONEY:
      return (double) hr_column_get_money (column)[row];
    case HR_COLUMN_DATE:
      return hr_column_get_days (column)[row];
    case HR_COLUMN_FLAG:
      return hr_column_get_flags (column)[row];
    default:
      g_return_val_if_reached (NAN);
    }
}

static int
compare_entries (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Entry *left = a, *right = b;
  gboolean descending = GPOINTER_TO_INT (user_data);

  if (isnan (left->key) || isnan (right->key))
    {
      if (isnan (left->key) != isnan (right->key))
        return isnan (left->key) ? 1 : -1;
    }
  else if (left->key != right->key)
    return (left->key < right->key) != descending ? -1 : 1;
  return left->row < right->row ? -1 : left->row > right->row;
}

static double
get_segment_key (const HrAccountQuery *query, gsize row)
{
  guint16 segment = HR_SEGMENT_UNASSIGNED;

  if (query->segmentation != NULL &&
      hr_segmentation_get_portfolio (query->segmentation) == query->portfolio)
    segment = hr_segmentation_get_assignment (query->segmentation)[row];
  return segment != HR_SEGMENT_UNASSIGNED ? segment : NAN;
}

static void
sort (const HrAccountQuery *query, HrAccountOrder *order)
{
  gboolean by_segment = g_str_equal (query->column, HR_ACCOUNT_SEGMENT);
  HrColumn *column = hr_portfolio_find_column (query->portfolio, query->column);
  g_autofree Entry *entries = g_new (Entry, order->n);
  g_autofree double *ranks = NULL;

  if (column == NULL && !by_segment)
    return;
  if (column != NULL && hr_column_get_column_type (column) == HR_COLUMN_TEXT)
    ranks = rank_texts (column);
  for (guint i = 0; i < order->n; i++)
    {
      guint32 row = order->rows[i];

      entries[i].row = row;
      entries[i].key =
          by_segment ? get_segment_key (query, row) : get_key (column, ranks, row);
    }
  g_sort_array (entries, order->n, sizeof (Entry), compare_entries,
                GINT_TO_POINTER (query->descending));
  for (guint i = 0; i < order->n; i++)
    order->rows[i] = entries[i].row;
}

static gint64
sum_arr (const HrAccountQuery *query, const HrAccountOrder *order)
{
  const HrColumn *column = hr_portfolio_find_column (query->portfolio, HR_COLUMN_ARR);
  const gint64 *money;
  gint64 sum = 0;

  if (column == NULL)
    return HR_MONEY_NONE;
  money = hr_column_get_money (column);
  for (guint i = 0; i < order->n; i++)
    {
      guint32 row = order->rows != NULL ? order->rows[i] : i;

      if (money[row] != HR_MONEY_NONE &&
          (__builtin_add_overflow (sum, money[row], &sum) || ABS (sum) > HR_MONEY_MAX))
        return HR_MONEY_NONE;
    }
  return sum;
}

static void
order_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const HrAccountQuery *query = &((Task *) data)->query;
  HrAccountOrder *order = ((Task *) data)->order;
  guint n = (guint) hr_portfolio_get_n_accounts (query->portfolio);

  if (query->column == NULL && *query->search == '\0')
    order->n = n;
  else
    {
      order->rows = g_new (guint32, MAX (n, 1));
      search (query, order, cancellable);
    }
  if (g_task_return_error_if_cancelled (task))
    return;
  if (query->column != NULL)
    sort (query, order);
  order->arr = sum_arr (query, order);
  g_task_return_boolean (task, TRUE);
}

/**
 * hr_account_order_async:
 * @query: what is wanted
 * @source: the object that the callback gets
 * @cancellable: cancelled when a newer order is wanted
 * @callback: called when the order is made
 *
 * Searches, sorts and adds up accounts without blocking.
 */
void
hr_account_order_async (const HrAccountQuery *query,
                        GObject *source,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, NULL);
  Task *data = g_new0 (Task, 1);

  data->query = *query;
  g_object_ref (query->portfolio);
  if (query->segmentation != NULL)
    hr_segmentation_ref (query->segmentation);
  data->query.search = g_strdup (query->search);
  data->query.column = g_strdup (query->column);
  data->order = g_new0 (HrAccountOrder, 1);
  g_task_set_source_tag (task, hr_account_order_async);
  g_task_set_task_data (task, data, task_free);
  g_task_run_in_thread (task, order_thread);
}

/**
 * hr_account_order_finish:
 * @result: what the callback got
 *
 * Gets the order.
 *
 * Returns: (transfer full) (nullable): the order; %NULL if a newer one was wanted
 *   meanwhile
 */
HrAccountOrder *
hr_account_order_finish (GAsyncResult *result)
{
  Task *data = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), NULL))
    return NULL;
  return g_steal_pointer (&data->order);
}
