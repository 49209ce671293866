/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* A program to be killed: it opens, edits, imports, undoes and saves a plan without end,
 * at times as autosaving does, with edits meanwhile, and says what it has been promised,
 * a line at a time:
 *
 *   open REVISION PRINT       a plan is open
 *   at REVISION PRINT         a call returned: from now on this must not be lost
 *   saving REVISION PRINT     the file may become this
 *   saved REVISION PRINT      the file is this
 *   refused REVISION PRINT    the file may have become this, but that cannot be told; or
 *                             it could not be opened
 *   doing MOMENT 0            what it begins now, see lives.h
 *
 * The kernel kills it after a time that it is told, whatever it is doing then. The time
 * begins when the plan is open, unless its end while opening is looked for: a machine
 * that starts programs slowly is not to kill nothing else.
 */
#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "hr-error.h"
#include "hr-test-edits.h"
#include "hr-test-plan.h"
#include "hr-working-copy-private.h"
#include "lives.h"

typedef struct
{
  HrWorkingCopy *copy;
  HrHistory *history;
  GFile *file;
  HrTestEditor editor;
  gboolean saving;
  guint64 saving_revision;
  guint64 saving_print;
  gboolean kept; /* what is imported */
} Child;

static void
say_line (const char *word, guint64 revision, guint64 print)
{
  char line[80];
  int n = g_snprintf (line, sizeof line, "%s %" PRIu64 " %" PRIu64 "\n", word, revision,
                      print);

  if (write (STDOUT_FILENO, line, (gsize) n) != n)
    exit (1);
}

static void
say (Child *self, const char *word)
{
  say_line (word, hr_history_get_revision (self->history),
            hr_test_print (hr_history_get_plan (self->history)));
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
  if (self->copy == NULL && error->domain != HR_ERROR)
    g_error ("%s", error->message);
  if (self->copy == NULL)
    {
      say_line ("refused", 0, 0);
      raise (SIGKILL);
    }
  if (g_rand_boolean (self->editor.rand))
    self->copy->max_undo = 4000; /* so little that the journal often begins anew */
  self->history = hr_working_copy_get_history (self->copy);
  self->editor.history = self->history;
  say (self, "open");
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Child *self = data;
  g_autoptr (GError) error = NULL;

  if (!hr_working_copy_keep_accounts_finish (self->copy, result, &error))
    g_error ("%s", error->message);
  self->kept = TRUE;
}

/* As the window does it, or all in one step. */
static void
import (Child *self)
{
  g_autoptr (HrPortfolio) portfolio =
      hr_test_random_portfolio (self->editor.rand, g_rand_int (self->editor.rand) % 500);
  g_auto (GValue) value = G_VALUE_INIT;

  self->kept = g_rand_boolean (self->editor.rand);
  if (!self->kept)
    hr_working_copy_keep_accounts_async (self->copy, portfolio, NULL, kept_cb, self);
  while (!self->kept)
    g_main_context_iteration (NULL, TRUE);
  g_value_init (&value, HR_TYPE_PORTFOLIO);
  g_value_set_object (&value, portfolio);
  hr_history_set (self->history, hr_history_get_plan (self->history), "portfolio", &value,
                  NULL);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Child *self = data;
  g_autoptr (GError) error = NULL;

  self->saving = FALSE;
  if (hr_working_copy_save_finish (self->copy, result, &error))
    say_line ("saved", self->saving_revision, self->saving_print);
  else if (error->domain == HR_ERROR)
    say_line ("refused", self->saving_revision, self->saving_print);
  else
    g_error ("%s", error->message);
}

static void
wait_for_save (Child *self)
{
  while (self->saving)
    g_main_context_iteration (NULL, TRUE);
}

/* One at a time, so that it is known which is which. */
static void
start_save (Child *self)
{
  wait_for_save (self);
  say (self, "saving");
  self->saving = TRUE;
  self->saving_revision = hr_history_get_revision (self->history);
  self->saving_print = hr_test_print (hr_history_get_plan (self->history));
  hr_working_copy_save_async (self->copy, self->file, HR_SAVE_CAREFUL, NULL, saved_cb,
                              self);
}

static void
edit (Child *self)
{
  guint n_steps = hr_history_get_n_steps (self->history);

  if (g_rand_int_range (self->editor.rand, 0, 8) == 0)
    hr_history_go_to (self->history, g_rand_int (self->editor.rand) % (n_steps + 1));
  else
    hr_test_edit (&self->editor);
}

static void
act (Child *self, LifeMoment moment)
{
  g_main_context_iteration (NULL, FALSE);
  say_line ("doing", moment, 0);
  switch (moment)
    {
    case LIFE_SAVING:
      start_save (self);
      wait_for_save (self);
      break;
    case LIFE_AUTOSAVING:
      start_save (self);
      break;
    case LIFE_IMPORTING:
      import (self);
      say (self, "at");
      break;
    case LIFE_EDITING:
      edit (self);
      say (self, "at");
      break;
    case LIFE_OPENING:
    case N_LIFE_MOMENTS:
      g_assert_not_reached ();
    }
}

/* Every other time what it is to do mostly, and edits between. */
static LifeMoment
choose_moment (Child *self, LifeMoment mostly)
{
  if (mostly != LIFE_OPENING && g_rand_boolean (self->editor.rand))
    return mostly;
  if (g_rand_boolean (self->editor.rand))
    return LIFE_EDITING;
  return (LifeMoment) g_rand_int_range (self->editor.rand, LIFE_EDITING, N_LIFE_MOMENTS);
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
  LifeMoment mostly;

  if (argc != 5)
    return 2;
  mostly = (LifeMoment) strtoul (argv[4], NULL, 10);
  if (mostly == LIFE_OPENING)
    die_in (g_ascii_strtoll (argv[3], NULL, 10));
  child.file = g_file_new_for_path (argv[1]);
  child.editor.rand = g_rand_new_with_seed ((guint32) strtoul (argv[2], NULL, 10));
  open_plan (&child);
  if (mostly != LIFE_OPENING)
    die_in (g_ascii_strtoll (argv[3], NULL, 10));
  while (TRUE)
    act (&child, choose_moment (&child, mostly));
}
