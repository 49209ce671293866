/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Somebody else does something to the file of an open plan before each of the calls to
 * the system that a save is made of, one after the other: no moment is too short. */
#include "faults.h"
#include "hr-error.h"
#include "hr-test-seed.h"
#include "hr-test-state.h"
#include "writers.h"

#define MOST_CALLS 1000

/* In the short form: the calls that replace the file, each case beginning with another.
 */
#define LAST 42
#define STEP 3

typedef struct
{
  Writers writers;
  const WritersCase *what;
} Fixture;

static void
come_cb (gpointer data)
{
  Fixture *self = data;

  self->what->act (&self->writers);
}

/* Returns: whether the save came so far. */
static gboolean
save_and_meet (Fixture *self, guint n)
{
  g_autoptr (GError) error = NULL;
  gboolean came;

  writers_begin (&self->writers);
  faults_visit (n, come_cb, self);
  if (!writers_save (&self->writers, HR_SAVE_CAREFUL, &error))
    g_assert_true (error->domain == HR_ERROR);
  came = faults_disarm ();
  g_assert_true (came || error == NULL);
  if (came)
    self->what->expect (&self->writers);
  writers_end (&self->writers, self->what);
  return came;
}

static void
test_moments (gconstpointer data)
{
  Fixture fixture = { .what = data };
  guint n_calls, n = 1, step = 1;

  writers_set_up (&fixture.writers);
  g_assert_false (save_and_meet (&fixture, MOST_CALLS));
  n_calls = faults_count ();
  g_assert_cmpuint (n_calls, >, LAST);
  if (!hr_test_is_soak ())
    {
      step = STEP;
      n = n_calls - LAST + (guint) (fixture.what - WRITERS_CASES) % STEP;
    }
  g_test_message ("calls %u to %u", n, n_calls);
  while (save_and_meet (&fixture, n) && n < MOST_CALLS)
    n += step;
  g_assert_cmpuint (n, >=, n_calls);
  g_assert_cmpuint (n, <, MOST_CALLS);
  writers_tear_down (&fixture.writers);
}

int
main (int argc, char **argv)
{
  g_autofree char *state = test_state_set_up ();
  int status;

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < N_WRITERS_CASES; i++)
    if (!WRITERS_CASES[i].waits) /* till this process itself has done */
      {
        g_autofree char *path = g_strdup_printf ("/store/moments/%u", i + 1);

        g_test_add_data_func (path, &WRITERS_CASES[i], test_moments);
      }
  status = g_test_run ();
  test_remove_tree (state);
  return status;
}
