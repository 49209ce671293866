/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-account-list.h"

#include "hr-account-order.h"

struct _HrAccountRow
{
  GObject parent_instance;

  guint32 row;
};

G_DEFINE_FINAL_TYPE (HrAccountRow, hr_account_row, G_TYPE_OBJECT)

static void
hr_account_row_class_init (HrAccountRowClass *klass)
{
}

static void
hr_account_row_init (HrAccountRow *self)
{
}

/**
 * hr_account_row_get_row:
 * @self: a row of a table
 *
 * Gets which account it shows.
 *
 * Returns: its place in the portfolio's columns
 */
gsize
hr_account_row_get_row (HrAccountRow *self)
{
  return self->row;
}

/**
 * HrAccountList:
 *
 * The accounts of a portfolio as a list model, sorted and searched.
 *
 * Rows are objects only while somebody looks at them; the order is an array of
 * numbers, made in a thread.
 */
struct _HrAccountList
{
  GObject parent_instance;

  HrAccountQuery query;      /* all of it owned; no portfolio yet, or no more */
  HrAccountOrder *order;     /* (owned): what is shown */
  GCancellable *cancellable; /* (nullable): of the order being made */
};

static GType
hr_account_list_get_item_type (GListModel *model)
{
  return HR_TYPE_ACCOUNT_ROW;
}

static guint
hr_account_list_get_n_items (GListModel *model)
{
  return HR_ACCOUNT_LIST (model)->order->n;
}

static gpointer
hr_account_list_get_item (GListModel *model, guint position)
{
  HrAccountList *self = HR_ACCOUNT_LIST (model);
  HrAccountRow *row;

  if (position >= self->order->n)
    return NULL;

  row = g_object_new (HR_TYPE_ACCOUNT_ROW, NULL);
  row->row = (guint32) hr_account_list_get_account (self, position);
  return row;
}

static void
hr_account_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = hr_account_list_get_item_type;
  iface->get_n_items = hr_account_list_get_n_items;
  iface->get_item = hr_account_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (HrAccountList,
                               hr_account_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      hr_account_list_model_init))

enum
{
  SIGNAL_ORDERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Takes the order. The rows are the same where all are shown as they were imported. */
static void
take_order (HrAccountList *self, HrAccountOrder *order)
{
  guint before = self->order->n;
  gboolean is_same =
      order->n == before && order->rows == NULL && self->order->rows == NULL;

  hr_account_order_free (self->order);
  self->order = order;
  if (!is_same)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, before, order->n);
  g_signal_emit (self, signals[SIGNAL_ORDERED], 0);
}

static void
take_all (HrAccountList *self, guint n)
{
  HrAccountOrder *order = g_new0 (HrAccountOrder, 1);

  order->n = n;
  order->arr = HR_MONEY_NONE;
  take_order (self, order);
}

static void
ordered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HrAccountOrder *order = hr_account_order_finish (result);

  if (order != NULL) /* else a newer one is being made */
    take_order (HR_ACCOUNT_LIST (source), order);
}

/* All accounts as imported are there at once; only what they add up to is not. */
static void
update (HrAccountList *self)
{
  const HrAccountQuery *query = &self->query;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (query->portfolio == NULL)
    return;
  if (query->column == NULL && *query->search == '\0')
    take_all (self, (guint) hr_portfolio_get_n_accounts (query->portfolio));

  self->cancellable = g_cancellable_new ();
  hr_account_order_async (query, G_OBJECT (self), self->cancellable, ordered_cb);
}

static void
hr_account_list_finalize (GObject *object)
{
  HrAccountList *self = HR_ACCOUNT_LIST (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->query.portfolio);
  g_clear_pointer (&self->query.segmentation, hr_segmentation_unref);
  g_clear_pointer (&self->query.search, g_free);
  g_clear_pointer (&self->query.column, g_free);
  g_clear_pointer (&self->order, hr_account_order_free);

  G_OBJECT_CLASS (hr_account_list_parent_class)->finalize (object);
}

static void
hr_account_list_class_init (HrAccountListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hr_account_list_finalize;

  /**
   * HrAccountList::ordered:
   * @self: a list
   *
   * What is shown, or what it adds up to, has changed.
   */
  signals[SIGNAL_ORDERED] =
      g_signal_new ("ordered", HR_TYPE_ACCOUNT_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 0);
}

static void
hr_account_list_init (HrAccountList *self)
{
  self->query.search = g_strdup ("");
  self->order = g_new0 (HrAccountOrder, 1);
  self->order->arr = HR_MONEY_NONE;
}

HrAccountList *
hr_account_list_new (void)
{
  return g_object_new (HR_TYPE_ACCOUNT_LIST, NULL);
}

/**
 * hr_account_list_set_accounts:
 * @self: a list
 * @portfolio: (nullable): the accounts
 * @segmentation: (nullable): where they belong
 *
 * Shows the accounts of a portfolio. Where only the segments have changed, the rows stay
 * unless they are sorted by them.
 */
void
hr_account_list_set_accounts (HrAccountList *self,
                              HrPortfolio *portfolio,
                              HrSegmentation *segmentation)
{
  HrAccountQuery *query = &self->query;
  gboolean is_other = query->segmentation != segmentation;

  g_return_if_fail (HR_IS_ACCOUNT_LIST (self));

  if (is_other)
    {
      g_clear_pointer (&query->segmentation, hr_segmentation_unref);
      query->segmentation =
          segmentation != NULL ? hr_segmentation_ref (segmentation) : NULL;
    }
  if (g_set_object (&query->portfolio, portfolio))
    {
      take_all (self, 0); /* what is shown are places in the other portfolio */
      update (self);
    }
  else if (is_other && g_strcmp0 (query->column, HR_ACCOUNT_SEGMENT) == 0)
    update (self);
}

/**
 * hr_account_list_get_account:
 * @self: a list
 * @position: a row that is there
 *
 * Gets which account a row shows, without an object for it.
 *
 * Returns: its place in the portfolio's columns
 */
gsize
hr_account_list_get_account (HrAccountList *self, guint position)
{
  g_return_val_if_fail (position < self->order->n, 0);

  return self->order->rows != NULL ? self->order->rows[position] : position;
}

/* What the accounts that are shown add up to, see #HrAccountOrder. */
gint64
hr_account_list_get_arr (HrAccountList *self)
{
  return self->order->arr;
}

/**
 * hr_account_list_set_search:
 * @self: a list
 * @text: what a person types
 *
 * Shows only accounts in which some text contains @text, whatever the case.
 */
void
hr_account_list_set_search (HrAccountList *self, const char *text)
{
  g_return_if_fail (HR_IS_ACCOUNT_LIST (self));

  if (g_set_str (&self->query.search, text))
    update (self);
}

/**
 * hr_account_list_set_sort:
 * @self: a list
 * @column: (nullable): a column's name, %HR_ACCOUNT_SEGMENT, or %NULL for the order of
 *   the import
 * @descending: whether the largest comes first
 *
 * Sorts by a column; accounts without a value come last.
 */
void
hr_account_list_set_sort (HrAccountList *self, const char *column, gboolean descending)
{
  g_return_if_fail (HR_IS_ACCOUNT_LIST (self));

  if (!g_set_str (&self->query.column, column) && self->query.descending == descending)
    return;
  self->query.descending = descending;
  update (self);
}
