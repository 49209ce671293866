/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "hr-error.h"
#include "hr-state-dir.h"
#include "hr-store-private.h"
#include "hr-working-copy-private.h"

/* Accounts are too many to stand in a step: each portfolio lies in a file of its own
 * beside the journal, by its number. */

char *
hr_working_copy_get_accounts (HrWorkingCopy *self, guint number)
{
  g_autofree char *name = g_strdup_printf (HR_COPY_ACCOUNTS, number);

  return hr_working_copy_get_path (self, name);
}

/* Gives a portfolio the next number. */
void
hr_working_copy_adopt_portfolio (HrWorkingCopy *self, HrPortfolio *portfolio)
{
  GWeakRef *ref = g_new0 (GWeakRef, 1);

  g_weak_ref_init (ref, portfolio);
  g_ptr_array_add (self->portfolios, ref);
}

/* Returns: (transfer full) (nullable): %NULL if nobody has it any more */
HrPortfolio *
hr_working_copy_get_portfolio (HrWorkingCopy *self, guint number)
{
  return number == 0 || number > self->portfolios->len
             ? NULL
             : g_weak_ref_get (g_ptr_array_index (self->portfolios, number - 1));
}

/* Returns: its number; 0 if it has none. */
guint
hr_working_copy_find_portfolio (HrWorkingCopy *self, HrPortfolio *portfolio)
{
  for (guint number = 1; number <= self->portfolios->len; number++)
    {
      g_autoptr (HrPortfolio) known = hr_working_copy_get_portfolio (self, number);

      if (known != NULL && known == portfolio)
        return number;
    }
  return 0;
}

/* Accounts that no step has any more need not be kept, except for steps that only the
 * journal has. */
void
hr_working_copy_forget_portfolios (HrWorkingCopy *self)
{
  if (self->n_forgotten > 0)
    return;
  for (guint number = 1; number <= self->portfolios->len; number++)
    {
      g_autoptr (HrPortfolio) portfolio = hr_working_copy_get_portfolio (self, number);
      g_autofree char *path = hr_working_copy_get_accounts (self, number);

      if (portfolio == NULL && number != self->keeping)
        g_unlink (path);
    }
}

static gint64
put_portfolio_cb (gpointer data, HrPortfolio *portfolio, GError **error)
{
  HrWorkingCopy *self = data;
  guint known = hr_working_copy_find_portfolio (self, portfolio);
  g_autofree char *path = hr_working_copy_get_accounts (self, self->portfolios->len + 1);
  g_autoptr (HrPlan) plan = NULL;

  if (known > 0)
    return known;
  plan = hr_plan_new ("-");
  g_object_set (plan, "portfolio", portfolio, NULL);
  if (!hr_store_write (plan, path, NULL, error))
    return 0;
  hr_state_dir_sync (self->folder);
  hr_working_copy_adopt_portfolio (self, portfolio);
  return self->portfolios->len;
}

static HrPortfolio *
get_portfolio_cb (gpointer data, gint64 number, GError **error)
{
  HrWorkingCopy *self = data;
  g_autofree char *path = NULL;
  g_autoptr (HrPortfolio) known = NULL;
  g_autoptr (HrPlan) plan = NULL;

  if (number < 1 || number > G_MAXUINT16)
    {
      g_set_error_literal (error, HR_ERROR, HR_ERROR_REFERENCE,
                           _ ("the accounts are missing"));
      return NULL;
    }
  while (number > self->portfolios->len)
    hr_working_copy_adopt_portfolio (self, NULL);
  known = hr_working_copy_get_portfolio (self, (guint) number);
  if (known != NULL)
    return g_steal_pointer (&known);

  path = hr_working_copy_get_accounts (self, (guint) number);
  plan = hr_store_load (path, NULL, error);
  if (plan == NULL)
    return NULL;
  g_weak_ref_set (g_ptr_array_index (self->portfolios, number - 1), plan->portfolio);
  return plan->portfolio != NULL ? g_object_ref (plan->portfolio) : NULL;
}

HrPortfolioShelf
hr_working_copy_get_shelf (HrWorkingCopy *self)
{
  return (HrPortfolioShelf) { put_portfolio_cb, get_portfolio_cb, self };
}

/* ---- Beforehand ----------------------------------------------------------------------
 */

typedef struct
{
  HrPlan *plan; /* with the accounts, and nothing else */
  char *path;
  char *folder;
} Keeping;

static void
keeping_free (gpointer data)
{
  Keeping *self = data;

  g_clear_object (&self->plan);
  g_free (self->path);
  g_free (self->folder);
  g_free (self);
}

static void
keep_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Keeping *self = data;
  GError *error = NULL;

  if (!hr_store_write (self->plan, self->path, cancellable, &error))
    {
      g_unlink (self->path);
      g_task_return_error (task, error);
      return;
    }
  hr_state_dir_sync (self->folder);
  g_task_return_boolean (task, TRUE);
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HrWorkingCopy *self = HR_WORKING_COPY (source);
  Keeping *keeping = g_task_get_task_data (G_TASK (result));
  g_autoptr (GTask) task = user_data;
  GWeakRef *place = g_ptr_array_index (self->portfolios, self->keeping - 1);
  GError *error = NULL;

  self->keeping = 0;
  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_weak_ref_set (place, keeping->plan->portfolio);
      g_clear_object (&keeping->plan); /* the thread may let go of the rest later */
      g_task_return_boolean (task, TRUE);
    }
  else
    g_task_return_error (task, error);
}

/**
 * hr_working_copy_keep_accounts_async:
 * @self: a working copy
 * @portfolio: accounts that are about to come into the plan
 * @cancellable: (nullable): may end the writing
 * @callback: called when they are on the disk
 * @user_data: for @callback
 *
 * Brings many accounts to the disk without blocking, so that the step that puts them into
 * the plan need not wait for it. The plan may be edited meanwhile.
 *
 * A step does not need this; it would write them itself.
 */
void
hr_working_copy_keep_accounts_async (HrWorkingCopy *self,
                                     HrPortfolio *portfolio,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (GTask) work = NULL;
  Keeping *keeping;

  g_return_if_fail (HR_IS_WORKING_COPY (self));
  g_return_if_fail (HR_IS_PORTFOLIO (portfolio));

  g_task_set_source_tag (task, hr_working_copy_keep_accounts_async);
  if (self->journal == NULL || self->keeping > 0 ||
      hr_working_copy_find_portfolio (self, portfolio) > 0)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  hr_working_copy_adopt_portfolio (self, NULL);
  self->keeping = self->portfolios->len;
  keeping = g_new0 (Keeping, 1);
  keeping->plan = hr_plan_new ("-");
  g_object_set (keeping->plan, "portfolio", portfolio, NULL);
  keeping->path = hr_working_copy_get_accounts (self, self->keeping);
  keeping->folder = g_strdup (self->folder);
  work = g_task_new (self, cancellable, kept_cb, g_steal_pointer (&task));
  g_task_set_task_data (work, keeping, keeping_free);
  g_task_run_in_thread (work, keep_thread);
}

/**
 * hr_working_copy_keep_accounts_finish:
 * @self: a working copy
 * @result: from the callback
 * @error: return location for a [error@Error]
 *
 * Returns: %FALSE if the accounts could not be written; the step will try again
 */
gboolean
hr_working_copy_keep_accounts_finish (HrWorkingCopy *self,
                                      GAsyncResult *result,
                                      GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
