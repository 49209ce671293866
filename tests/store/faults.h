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
  FAULT_LATE, /* as for ever, but a renaming that comes first is done all the same */
} FaultKind;

void faults_arm (guint n, FaultKind kind, int code);
gboolean faults_disarm (void);
