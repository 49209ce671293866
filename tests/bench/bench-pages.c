/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Each page of the sample plan when it is first looked at: until it is painted. */
#include "hr-test-frames.h"
#include "hr-test-ui.h"

#define N_ROUNDS 15

static const char *const PAGES[] = { "accounts", "segments", "journeys",
                                     "personas", "health",   "capacity" };

static double
measure (HrTestUi *ui, const char *page)
{
  g_autoptr (HrTestFrames) frames = hr_test_frames_new (ui->window);
  double work = hr_test_get_work ();

  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.show-page", "s", page);
  work = hr_test_get_work () - work + hr_test_frames_wait (frames);
  hr_test_settle (ui->window);
  return work;
}

int
main (int argc, char **argv)
{
  static const HrTestSetting setting = { HR_TEST_SAMPLE, 1280, 800, FALSE };
  GArray *all[G_N_ELEMENTS (PAGES)];
  double first[G_N_ELEMENTS (PAGES)];

  hr_test_ui_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (PAGES); i++)
    all[i] = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint round = 0; round <= N_ROUNDS; round++)
    {
      HrTestUi ui = { 0 };

      hr_test_ui_set_up (&ui, &setting);
      for (guint i = 0; i < G_N_ELEMENTS (PAGES); i++)
        {
          double work = measure (&ui, PAGES[i]);

          if (round == 0)
            first[i] = work;
          else
            g_array_append_val (all[i], work);
        }
      hr_test_ui_tear_down (&ui, NULL);
    }
  for (guint i = 0; i < G_N_ELEMENTS (PAGES); i++)
    {
      g_print (
          "%s: first painted after %.1f ms of work in a new process, %.1f ms in a new "
          "window\n",
          PAGES[i], first[i], hr_test_quantile (all[i], 0.5));
      g_array_unref (all[i]);
    }
  return 0;
}
