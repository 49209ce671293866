/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-history-replay.h"
#include "hr-journal.h"
#include "hr-working-copy.h"

G_BEGIN_DECLS

/* What lies in the folder of a working copy, beside the lock. */
#define HR_COPY_PLANS "plans"
#define HR_COPY_JOURNAL "journal"
#define HR_COPY_BASE "base.headroom" /* what the first step was done to */
#define HR_COPY_REBASED                                                                  \
  "base-%" G_GUINT64_FORMAT ".headroom"                      /* what came in its place   \
                                                              */
#define HR_COPY_SAVED "saved-%" G_GUINT64_FORMAT ".headroom" /* of a revision */
#define HR_COPY_BUILT "saving.headroom"         /* what is about to be saved */
#define HR_COPY_ACCOUNTS "accounts-%u.headroom" /* what an import brought */

/* A revision that no plan has: of one that its file never had. */
#define HR_COPY_NO_REVISION ((guint64) G_MAXINT64)

/* What steps may hold for undo, in bytes: beyond it the oldest are forgotten. The last
 * one stays, however large. */
#define HR_COPY_MAX_UNDO (256 * 1024 * 1024)

struct _HrWorkingCopy
{
  GObject parent_instance;

  char *folder; /* (nullable): where there is no room for one */
  int lock;
  HrJournal *journal; /* (owned) (nullable) */
  HrHistory *history;
  GArray *stored;       /* (element-type guint64): the revisions in the journal */
  guint n_forgotten;    /* how many of them the history has no more */
  gsize size_forgotten; /* what they held */
  gsize max_undo;       /* HR_COPY_MAX_UNDO, but in tests */
  HrHistory *ground;    /* (owned): the plan without any of the history's steps */
  HrJournalBase base;   /* what the journal begins with */
  gboolean rebasing;
  GPtrArray *portfolios; /* (owned) (element-type GWeakRef): by number, from 1 */
  guint keeping;         /* the number of those that are being written; 0 if none are */
  gint64 opened_at;
  GError *error; /* (nullable): why the last step is not safe */

  GFile *file; /* (nullable): not saved yet */
  char *stamp; /* (nullable): of the file */
  guint64 saved;
  char *saving; /* (nullable): the uri that is written to */
  guint64 saving_revision;
  gboolean unsure; /* whether that was done, as the last save could not tell */
  GQueue saves;    /* (element-type GTask): the first is running */
};

HrWorkingCopy *hr_working_copy_alloc (HrPlan *plan) G_GNUC_WARN_UNUSED_RESULT;
void hr_working_copy_take_plan (HrWorkingCopy *self, HrPlan *plan);
char *hr_working_copy_get_base (HrWorkingCopy *self) G_GNUC_WARN_UNUSED_RESULT;
char *hr_working_copy_get_path (HrWorkingCopy *self,
                                const char *name) G_GNUC_WARN_UNUSED_RESULT;
char *hr_working_copy_get_saved (const char *folder,
                                 guint64 revision) G_GNUC_WARN_UNUSED_RESULT;
char *hr_working_copy_get_mine (HrWorkingCopy *self) G_GNUC_WARN_UNUSED_RESULT;
void hr_working_copy_take_error (HrWorkingCopy *self, GError *error);
void hr_working_copy_adopt_portfolio (HrWorkingCopy *self, HrPortfolio *portfolio);
void hr_working_copy_forget_portfolios (HrWorkingCopy *self);
char *hr_working_copy_get_accounts (HrWorkingCopy *self,
                                    guint number) G_GNUC_WARN_UNUSED_RESULT;
HrPortfolio *hr_working_copy_get_portfolio (HrWorkingCopy *self,
                                            guint number) G_GNUC_WARN_UNUSED_RESULT;
guint hr_working_copy_find_portfolio (HrWorkingCopy *self, HrPortfolio *portfolio);
HrPortfolioShelf hr_working_copy_get_shelf (HrWorkingCopy *self);
void hr_working_copy_connect (HrWorkingCopy *self);
gboolean hr_working_copy_write (HrWorkingCopy *self, GError **error);
void hr_working_copy_commit (HrWorkingCopy *self);
void hr_working_copy_bound (HrWorkingCopy *self);

G_END_DECLS
