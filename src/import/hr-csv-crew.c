/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-csv-crew.h"

struct _HrCsvCrew
{
  GThreadPool *helpers; /* (owned) (nullable): none are needed */
  guint n_helpers;
  HrCsvWork work;
  gpointer data;
  guint n;
  int next; /* atomic: the piece that nobody has begun */

  GMutex mutex;
  GCond idle;
  guint n_busy; /* helpers that are at it */
};

static void
do_pieces (HrCsvCrew *self)
{
  guint i;

  while ((i = (guint) g_atomic_int_add (&self->next, 1)) < self->n)
    self->work (self->data, i);
}

/* A helper may come late, even when other work has begun: it does what there is. */
static void
help_cb (gpointer data, gpointer user_data)
{
  HrCsvCrew *self = user_data;

  g_mutex_lock (&self->mutex);
  self->n_busy++;
  g_mutex_unlock (&self->mutex);

  do_pieces (self);

  g_mutex_lock (&self->mutex);
  if (--self->n_busy == 0)
    g_cond_signal (&self->idle);
  g_mutex_unlock (&self->mutex);
}

static void
wait_for_helpers (HrCsvCrew *self)
{
  while (self->n_busy > 0)
    g_cond_wait (&self->idle, &self->mutex);
}

/**
 * hr_csv_crew_new:
 * @n_helpers: threads beside the caller's; may be 0
 *
 * Makes a crew.
 */
HrCsvCrew *
hr_csv_crew_new (guint n_helpers)
{
  HrCsvCrew *self = g_new0 (HrCsvCrew, 1);

  g_mutex_init (&self->mutex);
  g_cond_init (&self->idle);
  self->n_helpers = n_helpers;
  if (n_helpers > 0)
    self->helpers = g_thread_pool_new (help_cb, self, (int) n_helpers, FALSE, NULL);
  return self;
}

void
hr_csv_crew_free (HrCsvCrew *self)
{
  if (self->helpers != NULL)
    g_thread_pool_free (self->helpers, TRUE, TRUE);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->idle);
  g_free (self);
}

/**
 * hr_csv_crew_begin:
 * @n: how many pieces
 * @work: does one of them, in any thread
 *
 * Sets the helpers to work and returns at once. What they have not begun is done by
 * hr_csv_crew_end(), which must be called before other work begins.
 */
void
hr_csv_crew_begin (HrCsvCrew *self, guint n, HrCsvWork work, gpointer data)
{
  g_mutex_lock (&self->mutex);
  wait_for_helpers (self);
  self->work = work;
  self->data = data;
  self->n = n;
  self->next = 0;
  g_mutex_unlock (&self->mutex);

  /* A thread that cannot be made is only one helper less. */
  for (guint i = 0; i < self->n_helpers; i++)
    g_thread_pool_push (self->helpers, self, NULL);
}

/* Does what is left, and waits until everything is done. */
void
hr_csv_crew_end (HrCsvCrew *self)
{
  do_pieces (self);
  g_mutex_lock (&self->mutex);
  wait_for_helpers (self);
  g_mutex_unlock (&self->mutex);
}
