/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "open-plan.h"

G_BEGIN_DECLS

/**
 * Writers:
 * @around: a folder for all that follows
 * @folder: of the file
 * @aside: where there is nothing yet, beside the folder
 * @path: of the file
 * @other: beside the file
 * @file: the file
 * @copy: of the file, saved once
 * @before: what was in the file when it was opened
 * @theirs: (nullable): what they wrote
 * @last: the name of the plan that was saved last
 *
 * A plan that is open, and somebody else who does something to its file.
 */
typedef struct
{
  char *around;
  char *folder;
  char *aside;
  char *path;
  char *other;
  GFile *file;
  HrWorkingCopy *copy;
  GBytes *before;
  GBytes *theirs;
  char *last;
} Writers;

/**
 * WritersCase:
 * @act: does something to the file, at any moment
 * @expect: asserts that what they wrote is never replaced by a careful save, and that
 *   nothing is refused without a cause
 * @waits: whether they wait while somebody else replaces the file
 *
 * What somebody else may do, and what must be so afterwards.
 */
typedef struct
{
  void (*act) (Writers *self);
  void (*expect) (Writers *self);
  gboolean waits;
} WritersCase;

#define N_WRITERS_CASES 12
extern const WritersCase WRITERS_CASES[N_WRITERS_CASES];

void writers_set_up (Writers *self);
void writers_tear_down (Writers *self);
void writers_begin (Writers *self);
void writers_end (Writers *self, const WritersCase *what);
gboolean writers_save (Writers *self, HrSaveMode mode, GError **error);

G_END_DECLS
