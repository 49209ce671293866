/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* A threshold that is dragged over 100,000 accounts in five segments: until the figures,
 * the examples and the strip are painted anew; the same of a split by ARR; and what it
 * takes to show the segments of so many accounts first. */
#include <math.h>
#include <string.h>

#include "hr-histogram-area.h"
#include "hr-split-dialog.h"
#include "hr-test-frames.h"
#include "hr-test-plan.h"
#include "hr-test-ui.h"

#define N_ACCOUNTS 100000
#define N_ROUNDS 300

static const char *const RULES[] = {
  "arr >= 250000 or (employees >= 5000 and arr >= 120000)",
  "arr >= 75000 and industry in (\"Bank\", \"Retail\", \"Insurance\")",
  "arr >= 75000",
  "arr >= 20000 or name contains \"9\"",
  "all()",
};

static HrColumn *
end_column (HrColumnBuilder *builder)
{
  HrColumn *column = hr_column_builder_end (builder, NULL);

  g_assert_nonnull (column);
  return column;
}

static HrPortfolio *
make_portfolio (void)
{
  static const char *const industries[] = { "Bank",  "Retail",  "Insurance", "Software",
                                            "Media", "Telecom", "Health",    "Energy" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  HrColumnBuilder *builders[] = {
    hr_column_builder_new (HR_COLUMN_ID, HR_COLUMN_TEXT),
    hr_column_builder_new (HR_COLUMN_NAME, HR_COLUMN_TEXT),
    hr_column_builder_new (HR_COLUMN_ARR, HR_COLUMN_MONEY),
    hr_column_builder_new ("industry", HR_COLUMN_TEXT),
    hr_column_builder_new ("employees", HR_COLUMN_NUMBER),
  };
  HrColumn *columns[G_N_ELEMENTS (builders)];
  HrPortfolio *portfolio;

  for (guint i = 0; i < N_ACCOUNTS; i++)
    {
      const char *industry =
          industries[g_rand_int_range (rand, 0, G_N_ELEMENTS (industries))];
      g_autofree char *name = g_strdup_printf ("Customer %u", g_rand_int (rand));
      char id[16];
      int length = g_snprintf (id, sizeof id, "A%u", i);

      hr_column_builder_add_text (builders[0], id, (gsize) length);
      hr_column_builder_add_text (builders[1], name, strlen (name));
      hr_column_builder_add_money (builders[2],
                                   (gint64) pow (10, g_rand_double_range (rand, 5, 8.5)));
      hr_column_builder_add_text (builders[3], industry, strlen (industry));
      hr_column_builder_add_number (builders[4],
                                    floor (pow (10, g_rand_double_range (rand, 1, 5))));
    }
  for (guint i = 0; i < G_N_ELEMENTS (builders); i++)
    columns[i] = end_column (builders[i]);
  portfolio = hr_portfolio_new (columns, G_N_ELEMENTS (columns), NULL, NULL, NULL);
  g_assert_nonnull (portfolio);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    hr_column_unref (columns[i]);
  return portfolio;
}

static HrPlan *
make_plan (void)
{
  HrPlan *plan = hr_test_plan_new_worked_example ();
  g_autoptr (HrPortfolio) portfolio = make_portfolio ();
  HrJourney *journey = hr_list_get (plan->journeys, 0);
  HrSegment *first = hr_list_get (plan->segments, 0);

  g_object_set (plan, "portfolio", portfolio, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (RULES); i++)
    {
      g_autoptr (HrSegment) copy = hr_item_copy_anew (first);
      g_autoptr (HrJourney) own = hr_item_copy_anew (journey);
      g_autoptr (HrRule) rule = hr_rule_parse (RULES[i], NULL);
      HrSegment *segment = i == 0 ? first : copy;

      g_object_set (segment, "source", HR_SEGMENT_ACCOUNTS, "rule", rule, NULL);
      if (i == 0)
        continue;
      hr_list_append (plan->segments, copy);
      g_object_set (own, "segment", hr_item_get_id (copy), NULL);
      for (guint t = 0; t < hr_list_get_n (journey->touchpoints); t++)
        {
          g_autoptr (HrItem) touchpoint =
              hr_item_copy_anew (hr_list_get (journey->touchpoints, t));

          hr_list_append (own->touchpoints, touchpoint);
        }
      hr_list_append (plan->journeys, own);
    }
  return plan;
}

/* As the pointer moves it, up and down again: one place a frame. */
static void
measure_drag (HrTestUi *ui, gpointer root, const char *title)
{
  GtkWidget *area = hr_test_find (root, HR_TYPE_HISTOGRAM_AREA, NULL);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (HrTestFrames) frames = hr_test_frames_new (ui->window);
      int step = ABS ((int) (i % 200) - 100);
      double value = round (pow (10, 4.3 + step / 100.0)), work = hr_test_get_work ();

      g_signal_emit_by_name (area, "moved", 0u, value, TRUE);
      work = hr_test_get_work () - work + hr_test_frames_wait (frames);
      g_array_append_val (all, work);
      hr_test_settle (ui->window);
    }
  hr_test_print_quantiles (title, all);
}

static void
measure_page (HrTestUi *ui)
{
  g_autoptr (HrTestFrames) frames = hr_test_frames_new (ui->window);
  double work = hr_test_get_work ();

  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.show-page", "s", "segments");
  work = hr_test_get_work () - work + hr_test_frames_wait (frames);
  g_print ("segments of %u accounts: first painted after %.1f ms of work\n", N_ACCOUNTS,
           work);
  hr_test_settle (ui->window);
}

int
main (int argc, char **argv)
{
  static const HrTestSetting setting = { HR_TEST_WELCOME, 1280, 800, FALSE };
  HrTestUi ui = { 0 };
  g_autoptr (HrPlan) plan = make_plan ();
  g_autoptr (HrDocument) document = NULL;
  AdwDialog *dialog;
  double work;

  hr_test_ui_init (&argc, &argv);
  document = hr_document_new (plan);
  hr_test_ui_set_up (&ui, &setting);
  hr_window_set_document (ui.window, document);
  hr_test_settle (ui.window);
  measure_page (&ui);
  measure_drag (&ui, ui.window, "threshold of a rule, dragged");
  work = hr_test_get_work ();
  dialog = hr_split_dialog_new (document, NULL);
  g_print ("split by ARR: made in %.1f ms of work\n", hr_test_get_work () - work);
  adw_dialog_present (dialog, GTK_WIDGET (ui.window));
  for (guint i = 0; i < 60; i++) /* it comes in over some frames */
    hr_test_settle (ui.window);
  measure_drag (&ui, dialog, "threshold of a split, dragged");
  return 0;
}
