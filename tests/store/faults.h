/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* What stands between a program and the system: the N-th call that opens, writes, syncs,
 * renames or removes fails. See faults.c. */

typedef enum
{
  FAULT_ONCE,
  FAULT_FOR_EVER,
  FAULT_LATE,   /* as for ever, but a renaming that comes first is done all the same */
  FAULT_GARBLE, /* one bit of what SQLite writes to a plan file, and nobody is told */
  FAULT_VISIT,
} FaultKind;

void faults_arm (guint n, FaultKind kind, int code);
gboolean faults_disarm (void);

/* How many calls there were since. */
guint faults_count (void);

/* Nothing fails, but before the N-th call something is done. */
void faults_visit (guint n, void (*func) (gpointer data), gpointer data);

/* The calls that write, sync and rename, "fsync PATH", in the order in which they end. */
void faults_begin_log (void);
GPtrArray *faults_end_log (void) G_GNUC_WARN_UNUSED_RESULT;
