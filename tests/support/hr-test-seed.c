/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-test-seed.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef void (*Handler) (int);

static char seed_words[64];

static const int failures[] = { SIGABRT, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE };

/* Who is told of a failure after the seed is. */
static Handler before[G_N_ELEMENTS (failures)];

static void
tell_seed_cb (int number)
{
  gssize n = write (STDERR_FILENO, seed_words, strlen (seed_words));

  for (guint i = 0; i < G_N_ELEMENTS (failures); i++)
    if (failures[i] == number)
      signal (number, before[i]);
  if (number == SIGABRT || number == SIGTRAP || n < 0)
    raise (number); /* the others come again by themselves, from where they came */
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

  for (guint i = 0; i < G_N_ELEMENTS (failures); i++)
    before[i] = signal (failures[i], tell_seed_cb);
  g_test_message ("%u rounds from seed %u on", n, first);
  for (guint i = 0; i < n; i++)
    {
      g_snprintf (seed_words, sizeof seed_words, "# HEADROOM_SEED=%u\n", first + i);
      func (first + i, data);
      if (hr_test_is_soak () && i % MAX (n / 20, 1) == 0)
        g_test_message ("%u of %u rounds", i + 1, n);
    }
  for (guint i = 0; i < G_N_ELEMENTS (failures); i++)
    signal (failures[i], before[i]);
}
