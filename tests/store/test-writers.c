/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Somebody else does something to the file of an open plan, at any moment, while that is
 * saved again and again. */
#include "hr-error.h"
#include "hr-test-seed.h"
#include "hr-test-state.h"
#include "writers.h"

#define SAVES 3

/* In how many µs they come at the latest: about what the saves take. */
#define LATEST 60000

typedef struct
{
  Writers writers;
  const WritersCase *what;
  gint64 moment; /* when they come */
  int has_begun; /* atomic */
  guint n_refused;
} Fixture;

/* At their moment, whatever is going on then. */
static gpointer
come (gpointer data)
{
  Fixture *self = data;

  while (g_get_monotonic_time () < self->moment)
    g_thread_yield ();
  g_atomic_int_set (&self->has_begun, TRUE);
  self->what->act (&self->writers);
  return NULL;
}

static void
interleave (guint seed, gpointer data)
{
  Fixture *self = data;
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  GThread *thread;

  self->what = &WRITERS_CASES[seed % N_WRITERS_CASES];
  self->has_begun = FALSE;
  writers_begin (&self->writers);
  self->moment = g_get_monotonic_time () + g_rand_int_range (rand, 0, LATEST);
  thread = g_thread_new ("other", come, self);
  for (guint i = 0; i < SAVES; i++)
    {
      g_autoptr (GError) error = NULL;

      if (writers_save (&self->writers, HR_SAVE_CAREFUL, &error))
        continue;
      g_assert_true (g_atomic_int_get (&self->has_begun));
      g_assert_true (error->domain == HR_ERROR);
      self->n_refused++;
    }
  g_thread_join (thread);
  self->what->expect (&self->writers);
  writers_end (&self->writers, self->what);
}

static void
test_interleaved (void)
{
  Fixture fixture = { .n_refused = 0 };

  writers_set_up (&fixture.writers);
  hr_test_rounds (2 * N_WRITERS_CASES, 100 * N_WRITERS_CASES, interleave, &fixture);
  g_test_message ("%u saves refused meanwhile", fixture.n_refused);
  writers_tear_down (&fixture.writers);
}

int
main (int argc, char **argv)
{
  g_autofree char *state = test_state_set_up ();
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/writers", test_interleaved);
  status = g_test_run ();
  test_remove_tree (state);
  return status;
}
