/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-test-hand.h"

G_BEGIN_DECLS

/* What somebody can do in a window who does whatever can be done. */

/**
 * WalkPerson:
 * @ui: a window with a plan
 * @rand: what is done next
 * @table: a file with accounts, to import
 */
typedef struct
{
  HrTestUi ui;
  GRand *rand;
  const char *table;
} WalkPerson;

guint walk_act (WalkPerson *self);
void walk_print_last (void);
guint walk_print_kinds (void);

G_END_DECLS
