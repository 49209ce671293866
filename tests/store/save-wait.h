/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hr-working-copy.h"

/* Saving, for a test that has nothing else to do meanwhile. */

typedef struct
{
  gboolean done;
  gboolean good;
  GError *error;
} SaveWait;

static inline void
save_wait_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  SaveWait *wait = data;

  wait->good =
      hr_working_copy_save_finish (HR_WORKING_COPY (source), result, &wait->error);
  wait->done = TRUE;
}

static inline gboolean
save_and_wait (HrWorkingCopy *copy, GFile *file, HrSaveMode mode, GError **error)
{
  SaveWait wait = { FALSE };

  hr_working_copy_save_async (copy, file, mode, NULL, save_wait_cb, &wait);
  while (!wait.done)
    g_main_context_iteration (NULL, TRUE);
  if (wait.error != NULL)
    g_propagate_error (error, wait.error);
  return wait.good;
}
