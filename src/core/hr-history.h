/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-plan.h"

G_BEGIN_DECLS

#define HR_TYPE_HISTORY (hr_history_get_type ())
G_DECLARE_FINAL_TYPE (HrHistory, hr_history, HR, HISTORY, GObject)

/**
 * HrJournalFunc:
 *
 * Makes durable what a history holds now. It must not change the plan.
 */
typedef void (*HrJournalFunc) (HrHistory *history, gpointer data);

/**
 * HrFinishFunc:
 *
 * Adds what follows from the changes of a group that is about to be closed.
 */
typedef void (*HrFinishFunc) (HrHistory *history, gpointer data);

HrHistory *hr_history_new (HrPlan *plan) G_GNUC_WARN_UNUSED_RESULT;
HrHistory *hr_history_new_at (HrPlan *plan, guint64 revision) G_GNUC_WARN_UNUSED_RESULT;

HrPlan *hr_history_get_plan (HrHistory *self);

gboolean hr_history_set (HrHistory *self,
                         gpointer item,
                         const char *property,
                         const GValue *value,
                         GError **error);
gboolean hr_history_set_tag (HrHistory *self,
                             gpointer item,
                             const char *property,
                             const HrTag *tag,
                             GError **error);
gboolean hr_history_insert (
    HrHistory *self, HrList *list, guint position, gpointer item, GError **error);
void hr_history_remove (HrHistory *self, HrList *list, guint position);
void hr_history_move (HrHistory *self, HrList *list, guint from, guint to);

void hr_history_begin (HrHistory *self, const char *label);
void hr_history_end (HrHistory *self);
void hr_history_cancel (HrHistory *self);

gboolean hr_history_can_undo (HrHistory *self);
gboolean hr_history_can_redo (HrHistory *self);
const char *hr_history_get_undo_label (HrHistory *self);
const char *hr_history_get_redo_label (HrHistory *self);
void hr_history_undo (HrHistory *self);
void hr_history_redo (HrHistory *self);

guint hr_history_get_n_steps (HrHistory *self);
guint hr_history_get_n_done (HrHistory *self);
guint64 hr_history_get_step (HrHistory *self, guint step, const char **label);
void hr_history_go_to (HrHistory *self, guint n_done);
void hr_history_set_finish (HrHistory *self, HrFinishFunc func, gpointer data);
void hr_history_set_journal (HrHistory *self, HrJournalFunc func, gpointer data);

guint64 hr_history_get_revision (HrHistory *self);

gsize hr_history_get_size (HrHistory *self);
guint64 hr_history_get_first_revision (HrHistory *self);
void hr_history_forget_first (HrHistory *self);

G_END_DECLS
