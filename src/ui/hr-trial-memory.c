/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-trial-memory.h"

/* (element-type utf8 HrPare): by the ids of touchpoints of the plan */
static GHashTable *
get_pares (HrDocument *document)
{
  GHashTable *pares = g_object_get_data (G_OBJECT (document), "hr-pares");

  if (pares == NULL)
    {
      pares = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_object_set_data_full (G_OBJECT (document), "hr-pares", pares,
                              (GDestroyNotify) g_hash_table_unref);
    }
  return pares;
}

/* A trial of the current journey has copies, whose ids are new each time. */
static const char *
get_key (const HrTrial *trial, guint step)
{
  const HrTouchpoint *touchpoint = hr_trial_get_step (trial, step)->touchpoint;

  return hr_trial_is_of_redesign (trial) ? hr_item_get_id (touchpoint)
                                         : touchpoint->origin;
}

void
hr_trial_remember (HrDocument *document, const HrTrial *trial, guint step)
{
  g_hash_table_insert (get_pares (document), g_strdup (get_key (trial, step)),
                       GINT_TO_POINTER (hr_trial_get_pare (trial, step)));
}

void
hr_trial_recall (HrDocument *document, HrTrial *trial)
{
  for (guint i = 0; i < hr_trial_get_n_steps (trial); i++)
    {
      HrPare pare = (HrPare) GPOINTER_TO_INT (
          g_hash_table_lookup (get_pares (document), get_key (trial, i)));

      if (pare != HR_PARE_KEEP)
        hr_trial_set_pare (trial, i, pare);
    }
}

void
hr_trial_forget (HrDocument *document, const HrTrial *trial)
{
  for (guint i = 0; i < hr_trial_get_n_steps (trial); i++)
    g_hash_table_remove (get_pares (document), get_key (trial, i));
}
