/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "hr-csv-crew.h"

#define N_PIECES 5

typedef struct
{
  int begun[N_PIECES];
  int done[N_PIECES];
} Pieces;

static void
work_cb (gpointer data, guint i)
{
  Pieces *pieces = data;

  g_atomic_int_inc (&pieces->begun[i]);
  for (guint j = 0; j < 20; j++)
    g_thread_yield ();
  g_atomic_int_inc (&pieces->done[i]);
}

/* When the work has ended every piece is done, once, and nobody is at it any more. */
static void
test_rounds (void)
{
  for (guint n_helpers = 0; n_helpers < 4; n_helpers++)
    {
      g_autoptr (HrCsvCrew) crew = hr_csv_crew_new (n_helpers);

      for (guint n = 0; n < 2000; n++)
        {
          Pieces pieces = { 0 };

          hr_csv_crew_begin (crew, N_PIECES, work_cb, &pieces);
          hr_csv_crew_end (crew);
          for (guint i = 0; i < N_PIECES; i++)
            {
              g_assert_cmpint (pieces.begun[i], ==, 1);
              g_assert_cmpint (pieces.done[i], ==, 1);
            }
        }
    }
}

static void
test_nothing (void)
{
  g_autoptr (HrCsvCrew) crew = hr_csv_crew_new (2);

  hr_csv_crew_begin (crew, 0, work_cb, NULL);
  hr_csv_crew_end (crew);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/csv-crew/rounds", test_rounds);
  g_test_add_func ("/import/csv-crew/nothing", test_nothing);
  return g_test_run ();
}
