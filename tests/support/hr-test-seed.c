/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-test-seed.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef void (*Handler) (int);

static char seed_words[64];
static Handler before[2]; /* who is told of a failure after the seed is */

static void
tell_seed_cb (int number)
{
  gssize n = write (STDERR_FILENO, seed_words, strlen (seed_words));

  signal (number, before[number == SIGTRAP]);
  raise (n < 0 ? SIGABRT : number);
}

gboolean
hr_test_is_soak (void)
{
  return g_getenv ("HEADROOM_SOAK") != NULL;
}

/**
 * hr_test_rounds:
 * @n_test: how many rounds in ./dev test
 * @n_soak: how many in ./dev soak
 * @func: one round
 * @data: for @func
 *
 * Runs rounds of chance, each with a seed of its own.
 */
void
hr_test_rounds (guint n_test, guint n_soak, HrTestRound func, gpointer data)
{
  const char *one = g_getenv ("HEADROOM_SEED");
  guint first = one != NULL          ? (guint) strtoul (one, NULL, 10)
                : hr_test_is_soak () ? g_random_int ()
                                     : 1;
  guint n = one != NULL ? 1 : hr_test_is_soak () ? n_soak : n_test;

  before[FALSE] = signal (SIGABRT, tell_seed_cb);
  before[TRUE] = signal (SIGTRAP, tell_seed_cb);
  g_test_message ("%u rounds from seed %u on", n, first);
  for (guint i = 0; i < n; i++)
    {
      g_snprintf (seed_words, sizeof seed_words, "# HEADROOM_SEED=%u\n", first + i);
      func (first + i, data);
    }
  signal (SIGABRT, before[FALSE]);
  signal (SIGTRAP, before[TRUE]);
}
