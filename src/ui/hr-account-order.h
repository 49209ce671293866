/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "hr-portfolio.h"

G_BEGIN_DECLS

/* The order in which a table shows accounts, made in a thread. */
void hr_account_order_async (HrPortfolio *portfolio,
                             const char *text,
                             const char *column,
                             gboolean descending,
                             GObject *source,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback);
guint32 *hr_account_order_finish (GAsyncResult *result,
                                  guint *n) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
