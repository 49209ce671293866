/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "hr-error.h"
#include "hr-state-dir.h"
#include "hr-store-private.h"
#include "hr-user-file.h"
#include "hr-working-copy-private.h"

static char *
path_of_copy (const char *id, const char *name)
{
  return g_build_filename (g_get_user_state_dir (), "headroom", HR_COPY_PLANS, id, name,
                           NULL);
}

/* ---- Recovering ----------------------------------------------------------------------
 */

/* Does again what can be read; what follows the first step that cannot is lost. */
static void
replay (HrWorkingCopy *self, GPtrArray *steps, guint64 *n_lost)
{
  const HrPortfolioShelf shelf = hr_working_copy_get_shelf (self);
  g_autoptr (HrReplay) replay = hr_replay_new (self->history, &shelf);

  for (guint i = 0; i < steps->len; i++)
    {
      const HrJournalStep *step = g_ptr_array_index (steps, i);
      g_autoptr (GError) error = NULL;

      if (hr_replay_step (replay, step->label, step->revision, step->step, &error))
        continue;
      g_warning ("%s", error->message);
      *n_lost += steps->len - i;
      return;
    }
}

static void
go_to_revision (HrHistory *history, guint64 revision)
{
  guint n = hr_history_get_n_steps (history);

  while (n > 0 && hr_history_get_step (history, n - 1, NULL) > revision)
    n--;
  hr_history_go_to (history, n);
}

static gboolean
has_revision (HrHistory *history, guint64 revision)
{
  for (guint i = 0; i < hr_history_get_n_steps (history); i++)
    if (hr_history_get_step (history, i, NULL) == revision)
      return TRUE;
  return revision <= hr_history_get_first_revision (history);
}

/* The end may have come between replacing the person's file and noting that it is. */
static void
settle_saving (HrWorkingCopy *self, HrJournalState *state)
{
  g_autofree char *built = hr_working_copy_get_path (self, HR_COPY_BUILT);
  g_autofree char *mine =
      hr_working_copy_get_saved (self->folder, state->saving_revision);
  g_autoptr (GFile) file =
      state->saving != NULL ? g_file_new_for_uri (state->saving) : NULL;
  const char *path = file != NULL ? g_file_peek_path (file) : NULL;

  if (path != NULL && hr_user_file_equal (path, built))
    g_rename (built, mine);
  g_unlink (built);
  if (path == NULL || !hr_user_file_equal (path, mine))
    return;
  state->saved = state->saving_revision;
  g_free (state->uri);
  state->uri = g_steal_pointer (&state->saving);
  g_free (state->stamp);
  state->stamp = g_strdup ("");
}

static gboolean
take_state (HrWorkingCopy *self, HrJournalState *state, guint64 n_lost, GError **error)
{
  g_autoptr (GError) why = NULL;

  /* A step that is made now could get the number of one that is lost. */
  if (n_lost > 0 && !has_revision (self->history, state->saved))
    state->saved = HR_COPY_NO_REVISION;
  go_to_revision (self->history, state->revision);
  if (!hr_plan_check (hr_history_get_plan (self->history), error))
    return FALSE;

  self->file = state->uri != NULL ? g_file_new_for_uri (state->uri) : NULL;
  self->stamp = g_strdup (state->stamp);
  self->saved = state->saved;
  self->opened_at = state->opened_at;
  for (guint i = 0; i < hr_history_get_n_steps (self->history); i++)
    {
      guint64 revision = hr_history_get_step (self->history, i, NULL);

      g_array_append_val (self->stored, revision);
    }
  return TRUE;
}

static gboolean
recover (HrWorkingCopy *self, guint64 *n_lost, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = hr_working_copy_get_path (self, HR_COPY_JOURNAL);
  g_autofree char *base = NULL;
  g_auto (HrJournalState) state = { 0 };
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (HrPlan) plan = NULL;

  self->lock = hr_state_dir_lock (self->folder, FALSE, error);
  if (self->lock < 0 || (self->journal = hr_journal_open (path, error)) == NULL ||
      !hr_journal_read_state (self->journal, &state, error) ||
      !hr_journal_read_base (self->journal, &self->base, error) ||
      (steps = hr_journal_read_steps (self->journal, n_lost, error)) == NULL)
    return FALSE;
  base = hr_working_copy_get_base (self);
  plan = hr_store_load_copy (base, state.name, &HR_SCHEMA, cancellable, error);
  if (plan == NULL)
    return FALSE;

  hr_working_copy_take_plan (self, plan);
  replay (self, steps, n_lost);
  settle_saving (self, &state);
  return take_state (self, &state, *n_lost, error) && hr_working_copy_write (self, error);
}

/**
 * hr_working_copy_recover:
 * @id: of a leftover
 * @n_lost: (out): how many steps could not be read; the plan is as before them
 * @cancellable: (nullable): may end the opening
 * @error: return location for a [error@Error]: %HR_ERROR_BUSY if it is open
 *
 * Opens a plan that was open when the program came to a sudden end, as it was, with all
 * steps to undo and redo. May be called in another thread, which hands the result over.
 *
 * Returns: (transfer full) (nullable): the working copy; on failure all is still there
 */
HrWorkingCopy *
hr_working_copy_recover (const char *id,
                         guint64 *n_lost,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (HrWorkingCopy) self = hr_working_copy_alloc (NULL);

  *n_lost = 0;
  self->folder = path_of_copy (id, NULL);
  if (!recover (self, n_lost, cancellable, error))
    return NULL;
  hr_working_copy_connect (self);
  return g_steal_pointer (&self);
}

/* ---- What was left -------------------------------------------------------------------
 */

void
hr_leftover_free (HrLeftover *self)
{
  g_free (self->id);
  g_free (self->name);
  g_clear_object (&self->file);
  g_clear_error (&self->error);
  g_free (self);
}

static gboolean
read_leftover (HrLeftover *self, const char *path, GError **error)
{
  g_auto (HrJournalState) state = { 0 };
  g_autoptr (HrJournal) journal = hr_journal_open (path, error);
  gint64 n_unsaved;

  if (journal == NULL || !hr_journal_read_state (journal, &state, error) ||
      !hr_journal_count_unsaved (journal, &n_unsaved, error))
    return FALSE;
  g_set_str (&self->name, state.name);
  self->file = state.uri != NULL ? g_file_new_for_uri (state.uri) : NULL;
  self->opened_at = state.opened_at;
  self->changed_at = state.changed_at;
  self->n_unsaved = (guint) MIN (n_unsaved, G_MAXUINT);
  return TRUE;
}

/* Whether a folder may be about to become that of an open plan, in another thread. */
static gboolean
is_young (const char *folder)
{
  GStatBuf found;

  return g_stat (folder, &found) == 0 &&
         found.st_mtime >= g_get_real_time () / G_USEC_PER_SEC - 60;
}

static HrLeftover *
look_at (const char *id)
{
  g_autofree char *folder = path_of_copy (id, NULL);
  g_autofree char *path = path_of_copy (id, HR_COPY_JOURNAL);
  HrLeftover *leftover = NULL;
  int lock;

  if (!g_file_test (path, G_FILE_TEST_EXISTS) && is_young (folder))
    return NULL;
  lock = hr_state_dir_lock (folder, FALSE, NULL);
  if (lock < 0)
    return NULL;
  leftover = g_new0 (HrLeftover, 1);
  leftover->id = g_strdup (id);
  leftover->name = g_strdup (_ ("Unknown Plan"));
  if (!g_file_test (path, G_FILE_TEST_EXISTS) ||
      (!read_leftover (leftover, path, &leftover->error) &&
       g_error_matches (leftover->error, HR_ERROR, HR_ERROR_GONE)))
    {
      g_clear_pointer (&leftover, hr_leftover_free);
      hr_state_dir_remove (folder); /* it was being made, or removed */
    }
  close (lock);
  return leftover;
}

static int
compare_leftovers (gconstpointer a, gconstpointer b)
{
  const HrLeftover *const *left = a, *const *right = b;
  gint64 first = MAX ((*left)->opened_at, (*left)->changed_at);
  gint64 second = MAX ((*right)->opened_at, (*right)->changed_at);

  return (first < second) - (first > second);
}

/**
 * hr_leftovers_list:
 *
 * Lists the plans that were open when the program came to a sudden end and that nobody
 * has open now.
 *
 * Returns: (transfer full) (element-type HrLeftover): the latest first
 */
GPtrArray *
hr_leftovers_list (void)
{
  g_autofree char *folder = hr_state_dir_get (HR_COPY_PLANS, NULL, NULL);
  g_autoptr (GDir) dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) hr_leftover_free);
  const char *id;

  while (dir != NULL && (id = g_dir_read_name (dir)) != NULL)
    {
      HrLeftover *leftover = look_at (id);

      if (leftover != NULL)
        g_ptr_array_add (found, leftover);
    }
  g_ptr_array_sort (found, compare_leftovers);
  return found;
}

/**
 * hr_leftovers_discard:
 * @id: of a leftover
 * @error: return location for a [error@Error]: %HR_ERROR_BUSY if somebody has it open
 *
 * Forgets a plan that was left, for good. The person's file is not touched.
 */
gboolean
hr_leftovers_discard (const char *id, GError **error)
{
  g_autofree char *folder = path_of_copy (id, NULL);
  int lock = hr_state_dir_lock (folder, FALSE, error);

  if (lock < 0)
    return FALSE;
  hr_state_dir_remove (folder);
  close (lock);
  return TRUE;
}
