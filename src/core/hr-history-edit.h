/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-plan.h"

G_BEGIN_DECLS

/**
 * HrEdit:
 *
 * One change of the plan that can be made and taken back.
 */
typedef struct _HrEdit HrEdit;

HrEdit *hr_edit_new_set (gpointer item,
                         const HrField *field,
                         const GValue *value) G_GNUC_WARN_UNUSED_RESULT;
HrEdit *hr_edit_new_insert (HrList *list,
                            guint position,
                            gpointer item) G_GNUC_WARN_UNUSED_RESULT;
HrEdit *hr_edit_new_remove (HrList *list, guint position) G_GNUC_WARN_UNUSED_RESULT;
HrEdit *hr_edit_new_move (HrList *list, guint from, guint to) G_GNUC_WARN_UNUSED_RESULT;
void hr_edit_free (HrEdit *self);

void hr_edit_apply (const HrEdit *self);
void hr_edit_revert (const HrEdit *self);

G_END_DECLS
