/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-account-order.h"

#include <math.h>
#include <string.h>

typedef struct
{
  HrPortfolio *portfolio;
  char *search;
  char *column; /* (nullable) */
  gboolean descending;
  guint32 *order;
  guint n;
} Order;

/* One account while it is sorted: numbers compare at once, texts by their rank. */
typedef struct
{
  double key; /* NAN comes last */
  guint32 row;
} Entry;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_clear_object (&order->portfolio);
  g_free (order->search);
  g_free (order->column);
  g_free (order->order);
  g_free (order);
}

static void
mark_matches (const HrColumn *column, const char *wanted, guint8 *matches)
{
  const guint32 *codes = hr_column_get_codes (column);
  guint32 n_texts = hr_column_get_n_texts (column);
  gsize n = hr_column_get_n (column);
  g_autofree guint8 *contains = g_new0 (guint8, n_texts);

  for (guint32 code = 1; code < n_texts; code++)
    {
      g_autofree char *folded = g_utf8_casefold (hr_column_get_text (column, code), -1);

      contains[code] = strstr (folded, wanted) != NULL;
    }
  for (gsize row = 0; row < n; row++)
    matches[row] |= contains[codes[row]];
}

static void
search (Order *order, GCancellable *cancellable)
{
  gsize n = hr_portfolio_get_n_accounts (order->portfolio);
  g_autofree guint8 *matches = g_new0 (guint8, n);
  g_autofree char *wanted = g_utf8_casefold (order->search, -1);

  for (guint i = 0; i < hr_portfolio_get_n_columns (order->portfolio); i++)
    {
      HrColumn *column = hr_portfolio_get_column (order->portfolio, i);

      if (g_cancellable_is_cancelled (cancellable))
        return;
      if (hr_column_get_column_type (column) == HR_COLUMN_TEXT)
        mark_matches (column, wanted, matches);
    }
  for (gsize row = 0; row < n; row++)
    if (matches[row] || *wanted == '\0')
      order->order[order->n++] = (guint32) row;
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
      g_autofree char *folded = g_utf8_casefold (hr_column_get_text (column, code), -1);

      g_ptr_array_add (texts, g_utf8_collate_key (folded, -1));
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

static void
sort (Order *order)
{
  HrColumn *column = hr_portfolio_find_column (order->portfolio, order->column);
  g_autofree Entry *entries = g_new (Entry, order->n);
  g_autofree double *ranks = NULL;

  if (column == NULL)
    return;
  if (hr_column_get_column_type (column) == HR_COLUMN_TEXT)
    ranks = rank_texts (column);
  for (guint i = 0; i < order->n; i++)
    entries[i] = (Entry) { get_key (column, ranks, order->order[i]), order->order[i] };
  g_sort_array (entries, order->n, sizeof (Entry), compare_entries,
                GINT_TO_POINTER (order->descending));
  for (guint i = 0; i < order->n; i++)
    order->order[i] = entries[i].row;
}

static void
order_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Order *order = data;

  order->order = g_new (guint32, hr_portfolio_get_n_accounts (order->portfolio));
  search (order, cancellable);
  if (g_task_return_error_if_cancelled (task))
    return;
  if (order->column != NULL)
    sort (order);
  g_task_return_boolean (task, TRUE);
}

/**
 * hr_account_order_async:
 * @portfolio: the accounts
 * @text: what some text of an account must contain; "" for all accounts
 * @column: (nullable): what to sort by
 * @descending: whether the largest comes first
 * @source: the object that the callback gets
 * @cancellable: cancelled when a newer order is wanted
 * @callback: called when the order is made
 *
 * Searches and sorts accounts without blocking.
 */
void
hr_account_order_async (HrPortfolio *portfolio,
                        const char *text,
                        const char *column,
                        gboolean descending,
                        GObject *source,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, NULL);
  Order *order = g_new0 (Order, 1);

  order->portfolio = g_object_ref (portfolio);
  order->search = g_strdup (text);
  order->column = g_strdup (column);
  order->descending = descending;
  g_task_set_source_tag (task, hr_account_order_async);
  g_task_set_task_data (task, order, order_free);
  g_task_run_in_thread (task, order_thread);
}

/**
 * hr_account_order_finish:
 * @result: what the callback got
 * @n: (out): how many accounts there are in the order
 *
 * Gets the order.
 *
 * Returns: (transfer full) (nullable) (array length=n): places in the portfolio's
 *   columns; %NULL if a newer order was wanted meanwhile
 */
guint32 *
hr_account_order_finish (GAsyncResult *result, guint *n)
{
  Order *order = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), NULL))
    return NULL;
  *n = order->n;
  return g_steal_pointer (&order->order);
}
