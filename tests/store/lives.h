/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a program is doing when it is killed. */
typedef enum
{
  LIFE_OPENING, /* which migrates: its file is of the first version */
  LIFE_EDITING,
  LIFE_IMPORTING,
  LIFE_SAVING,
  LIFE_AUTOSAVING, /* and editing meanwhile */
  N_LIFE_MOMENTS,
} LifeMoment;

/**
 * Lives:
 * @file: the person's file
 * @path: where it lies; as good as @file, but for who shows it
 * @files: (element-type guint64): the prints that it may have
 * @opened: whether the last life came so far
 * @saving: whether it ended before a save did
 * @doing: what it began last
 * @revision: what was promised last
 * @print: of the plan then
 * @n_kills: how often it was killed
 * @n_kills_in: how often in which moment
 * @n_acts: things that were done
 * @n_saves: saves that came to their end
 * @n_refused: saves that were refused
 * @n_ahead: how often a step was safe before it could be said
 *
 * The lives of a program that is killed at any moment, each going on where the last one
 * ended, and what it had promised. See kill-child.c.
 */
typedef struct
{
  GFile *file;
  char *path;
  GHashTable *files;
  gboolean opened;
  gboolean saving;
  LifeMoment doing;
  guint64 revision;
  guint64 print;
  guint n_kills;
  guint n_kills_in[N_LIFE_MOMENTS];
  guint n_acts;
  guint n_saves;
  guint n_refused;
  guint n_ahead;
} Lives;

void lives_begin (Lives *self, GRand *rand);
void lives_live (Lives *self, LifeMoment moment, GRand *rand);
void lives_check_file (Lives *self);
void lives_check_recovery (Lives *self);
void lives_end (Lives *self);

G_END_DECLS
