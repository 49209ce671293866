/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-history.h"

G_BEGIN_DECLS

/**
 * HrTestEditor:
 * @rand: the dice
 * @history: what is edited
 * @careful: whether to see after each edit if it was done
 * @done: (nullable) (element-type utf8): takes what was done, "insert HrRole",
 *   "set HrRole.name"
 * @n_cancelled: groups that were taken back
 * @n_refused: edits that were refused
 *
 * Somebody who edits a plan at random.
 */
typedef struct
{
  GRand *rand;
  HrHistory *history;
  gboolean careful;
  GHashTable *done;
  guint n_cancelled;
  guint n_refused;
} HrTestEditor;

void hr_test_edit_something (HrTestEditor *self);
void hr_test_edit (HrTestEditor *self);
guint64 hr_test_print (HrPlan *plan);

G_END_DECLS
