/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-history.h"

G_BEGIN_DECLS

/* The steps of a history in a form that can be kept, and done again. */

#define HR_STEP_VARIANT_TYPE "a(yssv)"

/**
 * HrPortfolioShelf:
 * @put: keeps a portfolio and gets its number, which is more than 0; 0 on failure
 * @get: gets the portfolio of a number: (transfer full) (nullable)
 * @data: for both
 *
 * Where the accounts are that a step brings: they are too many to stand in a step.
 */
typedef struct
{
  gint64 (*put) (gpointer data, HrPortfolio *portfolio, GError **error);
  HrPortfolio *(*get) (gpointer data, gint64 number, GError **error);
  gpointer data;
} HrPortfolioShelf;

GVariant *hr_history_write_step (HrHistory *self,
                                 guint step,
                                 const HrPortfolioShelf *shelf,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * HrReplay:
 *
 * Does steps again that were written down, each whole or not at all.
 */
typedef struct _HrReplay HrReplay;

HrReplay *hr_replay_new (HrHistory *history,
                         const HrPortfolioShelf *shelf) G_GNUC_WARN_UNUSED_RESULT;
void hr_replay_free (HrReplay *self);
gboolean hr_replay_step (
    HrReplay *self, const char *label, guint64 revision, GVariant *step, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HrReplay, hr_replay_free)

G_END_DECLS
