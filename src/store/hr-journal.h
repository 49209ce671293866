/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/**
 * HrJournalState:
 * @name: the plan's name, to list it
 * @uri: (nullable): the person's file, if it has one
 * @stamp: (nullable): of that file when it was last read or written
 * @revision: of the plan as it is, see [method@History.get_revision]
 * @saved: its revision as the file has it
 * @saving: (nullable): the uri of the file that is being written at this moment
 * @saving_revision: the revision of what is written there
 * @opened_at: when, in µs since 1970
 * @changed_at: when the last step was made
 *
 * What an open plan is, beside its steps.
 */
typedef struct
{
  char *name;
  char *uri;
  char *stamp;
  guint64 revision;
  guint64 saved;
  char *saving;
  guint64 saving_revision;
  gint64 opened_at;
  gint64 changed_at;
} HrJournalState;

void hr_journal_state_clear (HrJournalState *self);

/**
 * HrJournalStep:
 * @revision: what the step made of the plan
 * @label: what it is called
 * @step: of the type HR_STEP_VARIANT_TYPE, not checked
 */
typedef struct
{
  guint64 revision;
  char *label;
  GVariant *step;
} HrJournalStep;

void hr_journal_step_free (HrJournalStep *self);

/**
 * HrJournal:
 *
 * The steps of one open plan on disk: each write is one transaction, and has reached the
 * disk when it returns. Private to the working copy and its tests.
 */
typedef struct _HrJournal HrJournal;

HrJournal *hr_journal_create (const char *path,
                              const HrJournalState *state,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
HrJournal *hr_journal_open (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void hr_journal_free (HrJournal *self);
sqlite3 *hr_journal_get_db (HrJournal *self);

gboolean hr_journal_write (HrJournal *self,
                           const HrJournalState *state,
                           guint64 keep,
                           GPtrArray *steps,
                           GError **error);
/**
 * HrJournalBase:
 * @revision: of the plan that the first step is done to
 * @accounts: the number of its portfolio; 0 if it has none
 *
 * Where the steps begin.
 */
typedef struct
{
  guint64 revision;
  guint accounts;
} HrJournalBase;

gboolean hr_journal_rebase (HrJournal *self, const HrJournalBase *base, GError **error);
gboolean hr_journal_read_base (HrJournal *self, HrJournalBase *base, GError **error);
gboolean hr_journal_read_state (HrJournal *self, HrJournalState *state, GError **error);
GPtrArray *hr_journal_read_steps (HrJournal *self,
                                  guint64 *n_lost,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean hr_journal_count_unsaved (HrJournal *self, gint64 *n_unsaved, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HrJournal, hr_journal_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HrJournalStep, hr_journal_step_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HrJournalState, hr_journal_state_clear)

G_END_DECLS
