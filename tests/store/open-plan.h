/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gstdio.h>

#include "hr-state-dir.h"
#include "hr-working-copy-private.h"

/* What a test does with an open plan: saves it with nothing else to do meanwhile, lets go
 * of it, changes it. */

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

/* Drops the last reference. The thread that wrote something may let go later: what it
 * has to say is heard, and the folder is free in the end. */
static inline void
let_go (HrWorkingCopy *copy)
{
  g_autofree char *folder = g_strdup (copy->folder);
  gpointer alive = copy;
  int lock;

  g_object_add_weak_pointer (alive, &alive);
  g_object_unref (copy);
  while (g_atomic_pointer_get (&alive) != NULL)
    g_main_context_iteration (NULL, FALSE);
  if (folder == NULL)
    return;
  lock = hr_state_dir_lock (folder, TRUE, NULL);
  g_assert_cmpint (lock, >=, 0);
  g_assert_true (g_close (lock, NULL));
}

/* Changes a property of the plan itself, as a person would. */
static inline void
set_text (HrWorkingCopy *copy, const char *property, const char *text)
{
  HrHistory *history = hr_working_copy_get_history (copy);
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, text);
  g_assert_true (
      hr_history_set (history, hr_history_get_plan (history), property, &value, NULL));
}
