/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-test-hand.h"

#include <string.h>

struct _HrTestHand
{
  GSubprocess *process;
  GOutputStream *orders;
  GDataInputStream *answers;
};

HrTestHand *
hr_test_hand_new (void)
{
  HrTestHand *self = g_new0 (HrTestHand, 1);
  g_autoptr (GError) error = NULL;

  /* else it would keep its answers until there are many */
  self->process =
      g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                        &error, "stdbuf", "-oL", "xdotool", "-", NULL);
  if (self->process == NULL)
    g_error ("xdotool: %s", error->message);
  self->orders = g_subprocess_get_stdin_pipe (self->process);
  self->answers = g_data_input_stream_new (g_subprocess_get_stdout_pipe (self->process));
  return self;
}

void
hr_test_hand_free (HrTestHand *self)
{
  g_subprocess_force_exit (self->process);
  g_subprocess_wait (self->process, NULL, NULL);
  g_object_unref (self->answers);
  g_object_unref (self->process);
  g_free (self);
}

/**
 * hr_test_get_hand:
 *
 * Returns: (transfer none): the one hand of a test: to start a program for each key takes
 *   longer than what the window makes of it
 */
HrTestHand *
hr_test_get_hand (void)
{
  static HrTestHand *hand;

  if (hand == NULL)
    hand = hr_test_hand_new ();
  return hand;
}

/**
 * hr_test_hand_do:
 * @self: a hand
 * @format: commands of xdotool, one a line
 *
 * Does something to what the display shows, and lets the program do what it does of that
 * at once; it may still be drawn later.
 */
void
hr_test_hand_do (HrTestHand *self, const char *format, ...)
{
  g_autofree char *orders = NULL;
  g_autofree char *all = NULL;
  g_autofree char *answer = NULL;
  g_autoptr (GError) error = NULL;
  va_list arguments;

  va_start (arguments, format);
  orders = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  gdk_display_sync (
      gdk_display_get_default ()); /* a new window is there for the hand too */
  /* once it knows where the pointer is, what came before has been done */
  all = g_strconcat (orders, "\ngetmouselocation\n", NULL);
  if (g_output_stream_write_all (self->orders, all, strlen (all), NULL, NULL, &error))
    answer = g_data_input_stream_read_line (self->answers, NULL, NULL, &error);
  if (answer == NULL)
    g_error ("xdotool: %s: %s", orders, error != NULL ? error->message : "it has ended");

  gdk_display_sync (gdk_display_get_default ());
  while (g_main_context_iteration (NULL, FALSE))
    ;
}
