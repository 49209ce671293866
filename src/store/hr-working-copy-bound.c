/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "hr-state-dir.h"
#include "hr-store-private.h"
#include "hr-working-copy-private.h"

/* Undo is as long as there is room for it. Beyond that the oldest steps are forgotten: by
 * the history at once, which does them to a second plan, the ground; by the journal when
 * they are many, for then the ground is written down as the new base. */

/* The journal holds at most this part more than the history. */
#define PART 4

/* A new base that is being written. */
typedef struct
{
  HrJournalBase base;
  HrPlan *plan;
  char *path;
  char *folder;
  HrPlan *old; /* (nullable): the accounts of the old base, if a step has them still */
  char *old_path;
} Rebasing;

static void
rebasing_free (gpointer data)
{
  Rebasing *self = data;

  g_clear_object (&self->plan);
  g_clear_object (&self->old);
  g_free (self->path);
  g_free (self->folder);
  g_free (self->old_path);
  g_free (self);
}

static void
rebase_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Rebasing *self = data;
  GError *error = NULL;

  if (hr_store_write (self->plan, self->path, NULL, &error) &&
      (self->old == NULL || hr_store_write (self->old, self->old_path, NULL, &error)))
    {
      hr_state_dir_sync (self->folder);
      g_task_return_boolean (task, TRUE);
      return;
    }
  g_unlink (self->path);
  g_task_return_error (task, error);
}

/* The journal begins later from now on. */
static void
take_base (HrWorkingCopy *self, const HrJournalBase *base)
{
  g_autofree char *old = hr_working_copy_get_base (self);
  guint n = 0;

  /* The first base may be what the person's file is. */
  if (self->base.revision > 0)
    g_unlink (old);
  self->base = *base;
  while (n < self->n_forgotten &&
         g_array_index (self->stored, guint64, n) <= base->revision)
    n++;
  g_array_remove_range (self->stored, 0, n);
  self->n_forgotten -= n;
  hr_working_copy_forget_portfolios (self);
}

/* What fails is tried again when more is forgotten: till then the journal is longer. */
static void
rebased_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HrWorkingCopy *self = HR_WORKING_COPY (source);
  const Rebasing *rebasing = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  self->rebasing = FALSE;
  if (self->journal == NULL)
    return; /* it was closed meanwhile */
  if (g_task_propagate_boolean (G_TASK (result), &error) &&
      hr_journal_rebase (self->journal, &rebasing->base, &error))
    take_base (self, &rebasing->base);
  else
    g_info ("the journal stays long: %s", error->message);
}

static void
rebase (HrWorkingCopy *self)
{
  Rebasing *rebasing = g_new0 (Rebasing, 1);
  g_autoptr (GTask) task = g_task_new (self, NULL, rebased_cb, NULL);
  g_autoptr (HrPortfolio) old = NULL;
  HrPortfolio *now;

  rebasing->plan = hr_item_copy (hr_history_get_plan (self->ground));
  now = rebasing->plan->portfolio;
  rebasing->base.revision = hr_history_get_revision (self->ground);
  rebasing->base.accounts = now != NULL ? hr_working_copy_find_portfolio (self, now) : 0;
  rebasing->folder = g_strdup (self->folder);
  rebasing->path =
      g_strdup_printf ("%s/" HR_COPY_REBASED, self->folder, rebasing->base.revision);
  old = hr_working_copy_get_portfolio (self, self->base.accounts);
  rebasing->old_path = hr_working_copy_get_accounts (self, self->base.accounts);
  if (old != NULL && old != now && !g_file_test (rebasing->old_path, G_FILE_TEST_EXISTS))
    {
      rebasing->old = hr_plan_new ("-");
      g_object_set (rebasing->old, "portfolio", old, NULL);
    }

  self->rebasing = TRUE;
  self->size_forgotten = 0;
  g_task_set_source_tag (task, rebase);
  g_task_set_task_data (task, rebasing, rebasing_free);
  g_task_run_in_thread (task, rebase_thread);
}

static gboolean
forget_first (HrWorkingCopy *self, HrReplay *replay, const HrPortfolioShelf *shelf)
{
  g_autoptr (GVariant) step = NULL;
  g_autoptr (GError) error = NULL;
  gsize size = hr_history_get_size (self->history);
  const char *label;
  guint64 revision = hr_history_get_step (self->history, 0, &label);

  step = hr_history_write_step (self->history, 0, shelf, &error);
  if (step != NULL)
    g_variant_ref_sink (step);
  if (step == NULL || !hr_replay_step (replay, label, revision, step, &error))
    {
      g_warning ("%s", error->message);
      return FALSE;
    }
  hr_history_forget_first (self->ground);
  hr_history_forget_first (self->history);
  self->n_forgotten++;
  self->size_forgotten += size - hr_history_get_size (self->history);
  return TRUE;
}

static gboolean
holds_too_much (HrWorkingCopy *self)
{
  return hr_history_get_size (self->history) > self->max_undo &&
         hr_history_get_n_done (self->history) > 1;
}

/**
 * hr_working_copy_bound:
 * @self: a working copy whose steps are all in the journal
 *
 * Forgets as many of the oldest steps as it takes for the others to hold no more than
 * they may.
 */
void
hr_working_copy_bound (HrWorkingCopy *self)
{
  const HrPortfolioShelf shelf = hr_working_copy_get_shelf (self);
  g_autoptr (HrReplay) replay = NULL;

  if (!holds_too_much (self))
    return;
  replay = hr_replay_new (self->ground, &shelf);
  while (holds_too_much (self) && forget_first (self, replay, &shelf))
    ;
  if (!self->rebasing && self->size_forgotten > self->max_undo / PART)
    rebase (self);
}
