/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "hr-portfolio.h"
#include "hr-segmentation.h"

G_BEGIN_DECLS

/* A name that no column has: to sort by where accounts belong, in the plan's order. */
#define HR_ACCOUNT_SEGMENT "\001segment"

/**
 * HrAccountQuery:
 * @portfolio: the accounts
 * @segmentation: (nullable): where they belong
 * @search: what some text of an account must contain; "" for all accounts
 * @column: (nullable): what to sort by: a column, or %HR_ACCOUNT_SEGMENT
 * @descending: whether the largest comes first
 *
 * Which accounts a table shows, and in which order.
 */
typedef struct
{
  HrPortfolio *portfolio;
  HrSegmentation *segmentation;
  char *search;
  char *column;
  gboolean descending;
} HrAccountQuery;

/**
 * HrAccountOrder:
 * @rows: (nullable): places in the portfolio's columns; %NULL for all, as imported
 * @n: how many
 * @arr: their ARR in minor units, without those that have none; %HR_MONEY_NONE if no
 *   account can have any, or the sum is beyond what money can hold
 *
 * What a table shows.
 */
typedef struct
{
  guint32 *rows;
  guint n;
  gint64 arr;
} HrAccountOrder;

void hr_account_order_free (HrAccountOrder *self);

void hr_account_order_async (const HrAccountQuery *query,
                             GObject *source,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback);
HrAccountOrder *hr_account_order_finish (GAsyncResult *result) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HrAccountOrder, hr_account_order_free)

G_END_DECLS
