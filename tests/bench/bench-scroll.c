/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* The accounts page with a million rows: until the first are painted, and scrolling. */
#include "hr-grid.h"
#include "hr-test-frames.h"
#include "hr-test-plan.h"
#include "hr-test-ui.h"

#define N_ACCOUNTS 1000000
#define N_STEPS 200
#define FRAME 16.7

static void
scroll (HrTestUi *ui, double step, const char *title)
{
  GtkWidget *table = hr_test_find (ui->window, HR_TYPE_GRID, NULL);
  GtkAdjustment *place = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (table));
  g_autoptr (HrTestFrames) frames = hr_test_frames_new (ui->window);
  guint dropped = 0;

  gtk_adjustment_set_value (place, 0);
  hr_test_settle (ui->window);
  g_array_set_size (frames->work, 0);
  for (guint i = 0; i < N_STEPS; i++)
    {
      gtk_adjustment_set_value (place, gtk_adjustment_get_value (place) + step);
      dropped += hr_test_frames_wait (frames) > FRAME;
    }
  hr_test_print_quantiles (title, frames->work);
  g_print ("%s: %u frames of %u took more than %.1f ms\n", title, dropped, N_STEPS,
           FRAME);
}

int
main (int argc, char **argv)
{
  static const HrTestSetting setting = { HR_TEST_WELCOME, 1280, 800, FALSE };
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  HrTestUi ui = { 0 };
  g_autoptr (HrPlan) plan = hr_test_plan_new_worked_example ();
  g_autoptr (HrPortfolio) portfolio = hr_test_random_portfolio (rand, N_ACCOUNTS);
  g_autoptr (HrDocument) document = NULL;
  g_autoptr (HrTestFrames) frames = NULL;
  gint64 start;
  double work;

  hr_test_ui_init (&argc, &argv);
  g_object_set (plan, "portfolio", portfolio, NULL);
  document = hr_document_new (plan);
  hr_test_ui_set_up (&ui, &setting);
  hr_window_set_document (ui.window, document);
  hr_test_settle (ui.window);

  frames = hr_test_frames_new (ui.window);
  start = g_get_monotonic_time ();
  work = hr_test_get_work ();
  gtk_widget_activate_action (GTK_WIDGET (ui.window), "win.show-page", "s", "accounts");
  hr_test_frames_wait (frames);
  g_print ("first rows of %d painted after %.1f ms, %.1f of them work\n", N_ACCOUNTS,
           (double) (g_get_monotonic_time () - start) / 1000, hr_test_get_work () - work);
  hr_test_settle (ui.window);

  scroll (&ui, 60, "scrolling by rows");
  scroll (&ui, 700, "scrolling by pages");
  return 0;
}
