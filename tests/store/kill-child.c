/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* A program to be killed: it opens, edits, imports, undoes and saves a plan without end,
 * and says what it has been promised, a line at a time:
 *
 *   open REVISION PRINT       a plan is open
 *   at REVISION PRINT         a call returned: from now on this must not be lost
 *   saving REVISION PRINT     the file may become this
 *   saved REVISION PRINT      the file is this
 *
 * The kernel kills it after a time that it is told, whatever it is doing then.
 */
#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "hr-test-edits.h"
#include "hr-test-plan.h"
#include "hr-working-copy-private.h"
#include "open-plan.h"

typedef struct
{
  HrWorkingCopy *copy;
  HrHistory *history;
  GFile *file;
  HrTestEditor editor;
} Child;

static void
say (Child *self, const char *word)
{
  char line[80];
  int n = g_snprintf (line, sizeof line, "%s %" PRIu64 " %" PRIu64 "\n", word,
                      hr_history_get_revision (self->history),
                      hr_test_print (hr_history_get_plan (self->history)));

  if (write (STDOUT_FILENO, line, (gsize) n) != n)
    exit (1);
  if (hr_working_copy_get_error (self->copy) != NULL)
    g_error ("%s", hr_working_copy_get_error (self->copy)->message);
}

static void
open_plan (Child *self)
{
  g_autoptr (GPtrArray) left = hr_leftovers_list ();
  g_autoptr (GError) error = NULL;
  guint64 n_lost;

  if (left->len > 0)
    self->copy = hr_working_copy_recover (((HrLeftover *) left->pdata[0])->id, &n_lost,
                                          NULL, &error);
  else
    self->copy = hr_working_copy_open (self->file, NULL, &error);
  if (self->copy == NULL)
    g_error ("%s", error->message);
  if (g_rand_boolean (self->editor.rand))
    self->copy->max_undo = 4000; /* so little that the journal often begins anew */
  self->history = hr_working_copy_get_history (self->copy);
  self->editor.history = self->history;
  say (self, "open");
}

static void
import (Child *self)
{
  g_autoptr (HrPortfolio) portfolio =
      hr_test_random_portfolio (self->editor.rand, g_rand_int (self->editor.rand) % 500);
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, HR_TYPE_PORTFOLIO);
  g_value_set_object (&value, portfolio);
  hr_history_set (self->history, hr_history_get_plan (self->history), "portfolio", &value,
                  NULL);
}

/* With edits while the file is being written, as a person would make them. */
static void
save (Child *self)
{
  SaveWait wait = { FALSE };

  say (self, "saving");
  hr_working_copy_save_async (self->copy, self->file, HR_SAVE_CAREFUL, NULL, save_wait_cb,
                              &wait);
  while (!wait.done)
    g_main_context_iteration (NULL, TRUE);
  if (!wait.good)
    g_error ("%s", wait.error->message);
  say (self, "saved");
}

static void
act (Child *self)
{
  guint n_steps = hr_history_get_n_steps (self->history);

  g_main_context_iteration (NULL, FALSE);
  switch (g_rand_int (self->editor.rand) % 10)
    {
    case 0:
      save (self);
      return;
    case 1:
      import (self);
      break;
    case 2:
      hr_history_go_to (self->history, g_rand_int (self->editor.rand) % (n_steps + 1));
      break;
    default:
      hr_test_edit (&self->editor);
    }
  say (self, "at");
}

static void
die_in (gint64 microseconds)
{
  struct sigevent event = { .sigev_notify = SIGEV_SIGNAL, .sigev_signo = SIGKILL };
  const struct itimerspec when = {
    .it_value = { microseconds / G_USEC_PER_SEC,
                  microseconds % G_USEC_PER_SEC * 1000 + 1 },
  };
  timer_t timer;

  if (timer_create (CLOCK_MONOTONIC, &event, &timer) != 0 ||
      timer_settime (timer, 0, &when, NULL) != 0)
    g_error ("there is no timer");
}

int
main (int argc, char **argv)
{
  Child child = { NULL };

  if (argc != 4)
    return 2;
  die_in (g_ascii_strtoll (argv[3], NULL, 10));
  child.file = g_file_new_for_path (argv[1]);
  child.editor.rand = g_rand_new_with_seed ((guint32) strtoul (argv[2], NULL, 10));
  open_plan (&child);
  while (TRUE)
    act (&child);
}
