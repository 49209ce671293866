/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "hr-error.h"
#include "hr-state-dir.h"
#include "hr-store-private.h"
#include "hr-user-file.h"
#include "hr-working-copy-private.h"

/**
 * HrWorkingCopy:
 *
 * An open plan, safe from the moment it is open.
 *
 * The person's file is copied to a private folder once and is not touched again before
 * it is replaced whole. Every step of the history has reached the disk there before the
 * call that made it returns; after a crash the plan is made again from the copy and the
 * steps, with all of undo and redo.
 *
 * Where that fails, as on a full disk, the plan stays open and can be edited and saved.
 * `error` says why the last steps are not safe, for a warning that stands; it goes when
 * they are, for each step writes down what is missing.
 */
G_DEFINE_FINAL_TYPE (HrWorkingCopy, hr_working_copy, G_TYPE_OBJECT)

typedef enum
{
  PROP_ERROR = 1,
} HrWorkingCopyProperty;

static GParamSpec *props[PROP_ERROR + 1];

static void
weak_ref_free (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

/* Lets go of the folder; what is in it stays, or goes with hr_working_copy_close(). */
static void
let_go (HrWorkingCopy *self)
{
  g_clear_pointer (&self->journal, hr_journal_free);
  g_clear_pointer (&self->folder, g_free);
  if (self->lock >= 0)
    close (self->lock);
  self->lock = -1;
}

static void
hr_working_copy_finalize (GObject *object)
{
  HrWorkingCopy *self = HR_WORKING_COPY (object);

  if (self->history != NULL)
    hr_history_set_journal (self->history, NULL, NULL);
  let_go (self);
  g_clear_object (&self->history);
  g_clear_object (&self->ground);
  g_clear_object (&self->file);
  g_clear_pointer (&self->stamp, g_free);
  g_clear_pointer (&self->saving, g_free);
  g_clear_pointer (&self->stored, g_array_unref);
  g_clear_pointer (&self->portfolios, g_ptr_array_unref);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (hr_working_copy_parent_class)->finalize (object);
}

static void
hr_working_copy_get_property (GObject *object,
                              guint prop_id,
                              GValue *value,
                              GParamSpec *pspec)
{
  switch ((HrWorkingCopyProperty) prop_id)
    {
    case PROP_ERROR:
      g_value_set_boxed (value, HR_WORKING_COPY (object)->error);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hr_working_copy_class_init (HrWorkingCopyClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = hr_working_copy_finalize;
  object_class->get_property = hr_working_copy_get_property;

  props[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR,
                                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
hr_working_copy_init (HrWorkingCopy *self)
{
  self->lock = -1;
  self->max_undo = HR_COPY_MAX_UNDO;
  self->base.accounts = 1;
  self->stored = g_array_new (FALSE, FALSE, sizeof (guint64));
  self->portfolios = g_ptr_array_new_with_free_func (weak_ref_free);
  self->opened_at = g_get_real_time ();
  g_queue_init (&self->saves);
}

/* ---- The folder ----------------------------------------------------------------------
 */

char *
hr_working_copy_get_path (HrWorkingCopy *self, const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

/* What was saved stands under its revision, so that after a crash nobody takes an older
 * save for the one that was under way. */
char *
hr_working_copy_get_saved (const char *folder, guint64 revision)
{
  g_autofree char *name = g_strdup_printf (HR_COPY_SAVED, revision);

  return g_build_filename (folder, name, NULL);
}

/* The bytes that the person's file had when it was last read or written. There may be
 * none: of what was saved there may not have been room for a copy. */
char *
hr_working_copy_get_mine (HrWorkingCopy *self)
{
  g_autofree char *mine = hr_working_copy_get_saved (self->folder, self->saved);

  return self->saved > 0 || g_file_test (mine, G_FILE_TEST_EXISTS)
             ? g_steal_pointer (&mine)
             : hr_working_copy_get_path (self, HR_COPY_BASE);
}

void
hr_working_copy_take_error (HrWorkingCopy *self, GError *error)
{
  if (self->error == NULL && error == NULL)
    return;
  g_clear_error (&self->error);
  self->error = error;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ERROR]);
}

static gboolean
make_folder (HrWorkingCopy *self, GError **error)
{
  g_autofree char *id = g_uuid_string_random ();

  self->folder = hr_state_dir_get (HR_COPY_PLANS, id, error);
  if (self->folder == NULL)
    return FALSE;
  self->lock = hr_state_dir_lock (self->folder, FALSE, error);
  return self->lock >= 0;
}

/* ---- The journal ---------------------------------------------------------------------
 */

static void
get_state (HrWorkingCopy *self, HrJournalState *state)
{
  *state = (HrJournalState) {
    .name = g_strdup (hr_history_get_plan (self->history)->name),
    .uri = self->file != NULL ? g_file_get_uri (self->file) : NULL,
    .stamp = g_strdup (self->stamp),
    .revision = hr_history_get_revision (self->history),
    .saved = self->saved,
    .saving = g_strdup (self->saving),
    .saving_revision = self->saving_revision,
    .opened_at = self->opened_at,
    .changed_at = hr_history_get_n_steps (self->history) > 0 ? g_get_real_time () : 0,
  };
}

/* How many steps the journal and the history have in common. The same revision has the
 * same past, so that the newest that both have is enough. */
static guint
count_common (HrWorkingCopy *self)
{
  guint n =
      MIN (self->stored->len - self->n_forgotten, hr_history_get_n_steps (self->history));

  while (n > 0 && g_array_index (self->stored, guint64, self->n_forgotten + n - 1) !=
                      hr_history_get_step (self->history, n - 1, NULL))
    n--;
  return n;
}

static GPtrArray *
collect_steps (HrWorkingCopy *self, guint from, GError **error)
{
  g_autoptr (GPtrArray) steps =
      g_ptr_array_new_with_free_func ((GDestroyNotify) hr_journal_step_free);
  const HrPortfolioShelf shelf = hr_working_copy_get_shelf (self);

  for (guint i = from; i < hr_history_get_n_steps (self->history); i++)
    {
      g_autoptr (HrJournalStep) step = g_new0 (HrJournalStep, 1);
      const char *label;

      step->revision = hr_history_get_step (self->history, i, &label);
      step->label = g_strdup (label);
      step->step = hr_history_write_step (self->history, i, &shelf, error);
      if (step->step == NULL)
        return NULL;
      g_variant_ref_sink (step->step);
      g_ptr_array_add (steps, g_steal_pointer (&step));
    }
  return g_steal_pointer (&steps);
}

/**
 * hr_working_copy_write:
 * @self: a working copy
 * @error: return location for a [error@Error]
 *
 * Makes the journal what the history is: forgets what was forgotten, adds what is new,
 * and notes where in it the plan stands. So one way serves every step, undo and redo,
 * saving, and whatever could not be written earlier.
 */
gboolean
hr_working_copy_write (HrWorkingCopy *self, GError **error)
{
  guint common = count_common (self);
  guint64 keep = common > 0 ? hr_history_get_step (self->history, common - 1, NULL)
                            : hr_history_get_first_revision (self->history);
  g_auto (HrJournalState) state = { 0 };
  g_autoptr (GPtrArray) steps = NULL;

  if (self->journal == NULL)
    return FALSE;
  get_state (self, &state);
  steps = collect_steps (self, common, error);
  if (steps == NULL || !hr_journal_write (self->journal, &state, keep, steps, error))
    return FALSE;

  g_array_set_size (self->stored, self->n_forgotten + common);
  for (guint i = 0; i < steps->len; i++)
    g_array_append_val (self->stored,
                        ((HrJournalStep *) g_ptr_array_index (steps, i))->revision);
  hr_working_copy_forget_portfolios (self);
  return TRUE;
}

/* As hr_working_copy_write(); what fails is the warning that stands. */
void
hr_working_copy_commit (HrWorkingCopy *self)
{
  GError *error = NULL;

  if (self->journal == NULL)
    return; /* the warning stands */
  if (hr_working_copy_write (self, &error))
    hr_working_copy_bound (self);
  else
    g_prefix_error (&error, _ ("The latest changes are not safe from a crash: "));
  hr_working_copy_take_error (self, error);
}

static void
history_moved_cb (HrHistory *history, gpointer data)
{
  hr_working_copy_commit (data);
}

void
hr_working_copy_connect (HrWorkingCopy *self)
{
  hr_history_set_journal (self->history, history_moved_cb, self);
}

/* ---- Opening -------------------------------------------------------------------------
 */

HrWorkingCopy *
hr_working_copy_alloc (HrPlan *plan)
{
  HrWorkingCopy *self = g_object_new (HR_TYPE_WORKING_COPY, NULL);

  if (plan != NULL)
    hr_working_copy_take_plan (self, plan);
  return self;
}

/* The plan of the base, before any step. */
void
hr_working_copy_take_plan (HrWorkingCopy *self, HrPlan *plan)
{
  g_autoptr (HrPlan) copy = hr_item_copy (plan);

  self->history = hr_history_new_at (plan, self->base.revision);
  self->ground = hr_history_new_at (copy, self->base.revision);
  while (self->portfolios->len + 1 < self->base.accounts)
    hr_working_copy_adopt_portfolio (self, NULL);
  hr_working_copy_adopt_portfolio (self, plan->portfolio);
}

/* What the first step of the journal is done to. */
char *
hr_working_copy_get_base (HrWorkingCopy *self)
{
  g_autofree char *name = g_strdup_printf (HR_COPY_REBASED, self->base.revision);

  return hr_working_copy_get_path (self, self->base.revision > 0 ? name : HR_COPY_BASE);
}

/* From here on the folder is that of an open plan. */
static gboolean
begin_journal (HrWorkingCopy *self, GError **error)
{
  g_autofree char *path = hr_working_copy_get_path (self, HR_COPY_JOURNAL);
  g_auto (HrJournalState) state = { 0 };

  get_state (self, &state);
  self->journal = hr_journal_create (path, &state, error);
  if (self->journal == NULL)
    return FALSE;
  hr_state_dir_sync (self->folder);
  return TRUE;
}

/* Goes on without a folder, with a warning. */
static void
give_up_folder (HrWorkingCopy *self, GError *error)
{
  g_prefix_error (&error, _ ("What you change is not safe from a crash: "));
  g_clear_pointer (&self->journal, hr_journal_free);
  if (self->folder != NULL)
    hr_state_dir_remove (self->folder);
  let_go (self);
  hr_working_copy_take_error (self, error);
}

/**
 * hr_working_copy_new:
 * @plan: (transfer none): a plan that is in no file yet
 *
 * Opens a plan that is in memory.
 *
 * Returns: (transfer full): the working copy; its `error` says if it is not safe
 */
HrWorkingCopy *
hr_working_copy_new (HrPlan *plan)
{
  HrWorkingCopy *self = hr_working_copy_alloc (plan);
  g_autofree char *base = NULL;
  GError *error = NULL;

  if (make_folder (self, &error))
    base = hr_working_copy_get_path (self, HR_COPY_BASE);
  if (base == NULL || !hr_store_write (plan, base, NULL, &error) ||
      !begin_journal (self, &error))
    give_up_folder (self, error);
  hr_working_copy_connect (self);
  return self;
}

/* The plan itself can be read, only not be copied. */
static gboolean
open_in_place (HrWorkingCopy *self,
               const char *name,
               GCancellable *cancellable,
               GError *why,
               GError **error)
{
  const char *path = g_file_peek_path (self->file);
  g_autofree char *stamp = hr_user_file_get_stamp (self->file, cancellable, NULL);
  g_autoptr (HrPlan) plan = path != NULL ? hr_store_load (path, cancellable, NULL) : NULL;

  if (plan == NULL)
    {
      g_propagate_prefixed_error (error, why, _ ("“%s” cannot be opened: "), name);
      return FALSE;
    }
  hr_working_copy_take_plan (self, plan);
  g_free (self->stamp);
  self->stamp = g_steal_pointer (&stamp);
  give_up_folder (self, why);
  return TRUE;
}

static gboolean
open_copy (HrWorkingCopy *self,
           const char *name,
           GCancellable *cancellable,
           GError **error)
{
  g_autofree char *base = hr_working_copy_get_path (self, HR_COPY_BASE);
  g_autoptr (HrPlan) plan =
      hr_store_load_copy (base, name, &HR_SCHEMA, cancellable, error);

  if (plan == NULL)
    return FALSE;
  hr_working_copy_take_plan (self, plan);
  return begin_journal (self, error);
}

/**
 * hr_working_copy_open:
 * @file: a plan file
 * @cancellable: (nullable): may end the opening
 * @error: return location for a [error@Error], whose message names the file
 *
 * Opens a person's file. May be called in another thread, which hands the result over.
 *
 * Returns: (transfer full) (nullable): the working copy
 */
HrWorkingCopy *
hr_working_copy_open (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (HrWorkingCopy) self = hr_working_copy_alloc (NULL);
  g_autofree char *name = g_file_get_parse_name (file);
  g_autofree char *base = NULL;
  GError *why = NULL;
  gboolean good;

  self->file = g_object_ref (file);
  if (make_folder (self, &why))
    base = hr_working_copy_get_path (self, HR_COPY_BASE);
  if (base != NULL && hr_user_file_fetch (file, base, &self->stamp, cancellable, &why))
    good = open_copy (self, name, cancellable, error);
  else
    good = open_in_place (self, name, cancellable, why, error);
  if (good)
    {
      hr_working_copy_connect (self);
      return g_steal_pointer (&self);
    }
  if (self->folder != NULL)
    hr_working_copy_close (self);
  return NULL;
}

/* What is in the file now, if it can be read, will be replaced only if it stays so. */
static gboolean
restore_copy (HrWorkingCopy *self,
              const char *backup,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (GFile) from = g_file_new_for_path (backup);
  g_autofree char *name = g_file_get_parse_name (from);
  g_autofree char *base = hr_working_copy_get_path (self, HR_COPY_BASE);
  g_autofree char *mine = hr_working_copy_get_saved (self->folder, self->saved);
  g_autofree char *stamp = NULL;

  if (!hr_user_file_fetch (from, base, &stamp, cancellable, error))
    return FALSE;
  if (!hr_user_file_fetch (self->file, mine, &self->stamp, cancellable, NULL))
    g_unlink (mine);
  return open_copy (self, name, cancellable, error);
}

/**
 * hr_working_copy_restore:
 * @backup: the path of a backup
 * @file: whose backup it is
 * @cancellable: (nullable): may end the opening
 * @error: return location for a [error@Error]
 *
 * Opens a backup as a plan of the person's file that is not saved yet: the file is as it
 * was until the person saves. May be called in another thread.
 *
 * Returns: (transfer full) (nullable): the working copy
 */
HrWorkingCopy *
hr_working_copy_restore (const char *backup,
                         GFile *file,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (HrWorkingCopy) self = hr_working_copy_alloc (NULL);

  self->file = g_object_ref (file);
  self->saved = HR_COPY_NO_REVISION;
  if (make_folder (self, error) && restore_copy (self, backup, cancellable, error))
    {
      hr_working_copy_connect (self);
      return g_steal_pointer (&self);
    }
  if (self->folder != NULL)
    hr_working_copy_close (self);
  return NULL;
}

/**
 * hr_working_copy_close:
 * @self: a working copy
 *
 * Forgets the copy: what was not saved is gone. Without this it stays, to be recovered.
 */
void
hr_working_copy_close (HrWorkingCopy *self)
{
  g_return_if_fail (HR_IS_WORKING_COPY (self));

  if (self->history != NULL)
    hr_history_set_journal (self->history, NULL, NULL);
  g_clear_pointer (&self->journal, hr_journal_free);
  if (self->folder != NULL)
    hr_state_dir_remove (self->folder);
  let_go (self);
}

HrHistory *
hr_working_copy_get_history (HrWorkingCopy *self)
{
  return self->history;
}

/**
 * hr_working_copy_get_file:
 * @self: a working copy
 *
 * Returns: (transfer none) (nullable): the person's file, %NULL before it is first saved
 */
GFile *
hr_working_copy_get_file (HrWorkingCopy *self)
{
  return self->file;
}

/* Whether the plan differs from its file; a new one without a step does not count. */
gboolean
hr_working_copy_is_modified (HrWorkingCopy *self)
{
  return hr_history_get_revision (self->history) != self->saved;
}

/* The revision that the file holds; 0 is the plan as it was opened. */
guint64
hr_working_copy_get_saved_revision (HrWorkingCopy *self)
{
  return self->saved;
}

/**
 * hr_working_copy_get_error:
 * @self: a working copy
 *
 * Says why the latest steps are not safe from a crash, in a sentence to be shown as long
 * as it is so.
 *
 * Returns: (transfer none) (nullable): %NULL if they are
 */
const GError *
hr_working_copy_get_error (HrWorkingCopy *self)
{
  return self->error;
}
