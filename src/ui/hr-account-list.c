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

  HrPortfolio *portfolio; /* (nullable) */
  guint32 *order; /* (nullable): which account stands where; as imported if NULL */
  guint n;

  char *search;
  char *column; /* (nullable): to sort by */
  gboolean descending;
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
  return HR_ACCOUNT_LIST (model)->n;
}

static gpointer
hr_account_list_get_item (GListModel *model, guint position)
{
  HrAccountList *self = HR_ACCOUNT_LIST (model);
  HrAccountRow *row;

  if (position >= self->n)
    return NULL;

  row = g_object_new (HR_TYPE_ACCOUNT_ROW, NULL);
  row->row = self->order != NULL ? self->order[position] : position;
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

static void
take_order (HrAccountList *self, guint32 *order, guint n)
{
  guint before = self->n;

  g_free (self->order);
  self->order = order;
  self->n = n;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, n);
}

static void
ordered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HrAccountList *self = HR_ACCOUNT_LIST (source);
  guint n;
  guint32 *order = hr_account_order_finish (result, &n);

  if (order != NULL) /* else a newer one is being made */
    take_order (self, order, n);
}

static void
update (HrAccountList *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->portfolio == NULL)
    {
      take_order (self, NULL, 0);
      return;
    }
  if (self->column == NULL && *self->search == '\0')
    {
      take_order (self, NULL, (guint) hr_portfolio_get_n_accounts (self->portfolio));
      return;
    }

  self->cancellable = g_cancellable_new ();
  hr_account_order_async (self->portfolio, self->search, self->column, self->descending,
                          G_OBJECT (self), self->cancellable, ordered_cb);
}

static void
hr_account_list_finalize (GObject *object)
{
  HrAccountList *self = HR_ACCOUNT_LIST (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->portfolio);
  g_clear_pointer (&self->order, g_free);
  g_clear_pointer (&self->search, g_free);
  g_clear_pointer (&self->column, g_free);

  G_OBJECT_CLASS (hr_account_list_parent_class)->finalize (object);
}

static void
hr_account_list_class_init (HrAccountListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hr_account_list_finalize;
}

static void
hr_account_list_init (HrAccountList *self)
{
  self->search = g_strdup ("");
}

HrAccountList *
hr_account_list_new (void)
{
  return g_object_new (HR_TYPE_ACCOUNT_LIST, NULL);
}

/**
 * hr_account_list_set_portfolio:
 * @self: a list
 * @portfolio: (nullable): the accounts
 *
 * Shows the accounts of a portfolio.
 */
void
hr_account_list_set_portfolio (HrAccountList *self, HrPortfolio *portfolio)
{
  g_return_if_fail (HR_IS_ACCOUNT_LIST (self));

  if (g_set_object (&self->portfolio, portfolio))
    update (self);
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

  if (g_set_str (&self->search, text))
    update (self);
}

/**
 * hr_account_list_set_sort:
 * @self: a list
 * @column: (nullable): a column's name, or %NULL for the order of the import
 * @descending: whether the largest comes first
 *
 * Sorts by a column; accounts without a value come last.
 */
void
hr_account_list_set_sort (HrAccountList *self, const char *column, gboolean descending)
{
  g_return_if_fail (HR_IS_ACCOUNT_LIST (self));

  if (!g_set_str (&self->column, column) && self->descending == descending)
    return;
  self->descending = descending;
  update (self);
}
