/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-plan.h"

G_BEGIN_DECLS

typedef enum
{
  HR_EDIT_SET,
  HR_EDIT_INSERT,
  HR_EDIT_REMOVE,
  HR_EDIT_MOVE,
} HrEditKind;

/**
 * HrEdit:
 * @kind: which of the others count
 * @item: what is set, inserted, removed or moved
 * @field: what is set of it
 * @before: the value before
 * @after: and afterwards
 * @list: where it is inserted, removed or moved
 * @content: what was inserted, as it was then; it may be edited later
 * @from: where it stood
 * @to: where it stands
 *
 * One change of the plan that can be made and taken back. Private to the history.
 */
typedef struct
{
  HrEditKind kind;
  gpointer item; /* (owned) */
  const HrField *field;
  GValue before;
  GValue after;
  HrList *list;      /* (owned) (nullable) */
  GVariant *content; /* (owned) (nullable) */
  guint from;
  guint to;
} HrEdit;

HrEdit *hr_edit_new_set (gpointer item,
                         const HrField *field,
                         const GValue *value) G_GNUC_WARN_UNUSED_RESULT;
HrEdit *hr_edit_new_insert (HrList *list,
                            guint position,
                            gpointer item) G_GNUC_WARN_UNUSED_RESULT;
HrEdit *hr_edit_new_remove (HrList *list, guint position) G_GNUC_WARN_UNUSED_RESULT;
HrEdit *hr_edit_new_move (HrList *list, guint from, guint to) G_GNUC_WARN_UNUSED_RESULT;
void hr_edit_free (HrEdit *self);

gsize hr_edit_get_size (const HrEdit *self);
void hr_edit_apply (const HrEdit *self);
void hr_edit_revert (const HrEdit *self);

G_END_DECLS
