/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-dimension.h"
#include "hr-metric.h"
#include "hr-playbook-step.h"
#include "hr-playbook.h"
#include "hr-scorecard.h"
#include "hr-test-editor.h"

/* The outline of scorecards and playbooks with all that they own, and its editor. */

static HrScorecard *
get_scorecard (HrTestUi *ui)
{
  return hr_list_get (hr_test_get_plan (ui)->scorecards, 0);
}

static void
go_to (HrTestUi *ui, gpointer item)
{
  hr_window_go_to (ui->window, item, NULL);
  hr_test_settle (ui->window);
}

static void
test_scorecard (HrTestUi *ui, gconstpointer setting)
{
  static const HrTestEntry ENTRIES[] = {
    { "Name", "name", "", "" }, /* a scorecard may do without */
    { "Minimum coverage", "minimum-coverage", "85", "85 %" },
    { "Minimum coverage", "minimum-coverage", "0.5", "50 %" },
    { "Minimum coverage", "minimum-coverage", "12.5 %", "12.5 %" },
    { "Green from", "bands-green", "80", "80" },
    { "Yellow from", "bands-yellow", "45.5", "45.5" },
  };
  HrScorecard *scorecard = get_scorecard (ui);

  hr_test_show_page (ui, "health");
  for (guint i = 0; i < G_N_ELEMENTS (ENTRIES); i++)
    hr_test_edit_entry (ui, scorecard, &ENTRIES[i]);
  hr_test_refuse_entry (ui, scorecard, "Minimum coverage", "120 %",
                        "Minimum coverage must be between 0 and 1, not 1.2");
  hr_test_refuse_entry (ui, scorecard, "Green from", "-1",
                        "Green from must be between 0 and 100, not -1");
  hr_test_refuse_entry (ui, scorecard, "Yellow from", "half",
                        "Yellow from: “half” is not a number");
}

/* Several things that are referred to: a check for each, in the order of the plan. */
static void
test_segments (HrTestUi *ui, gconstpointer setting)
{
  HrScorecard *scorecard = get_scorecard (ui);
  GtkWidget *row;

  go_to (ui, scorecard);
  row = hr_test_find_titled (ui->window, "Segments");
  g_assert_true (hr_test_shows (row, "Enterprise, Mid-market, Scale"));
  hr_test_assert_value (scorecard, "segments", "enterprise,mid-market,scale");
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  hr_test_settle (ui->window);

  hr_test_press (ui, hr_test_find_titled (row, "Mid-market"));
  g_assert_true (hr_test_shows (row, "Enterprise, Scale"));
  hr_test_assert_undo (ui, scorecard, "segments", "enterprise,mid-market,scale",
                       "enterprise,scale");
  hr_test_press (ui, hr_test_find_titled (row, "Digital"));
  hr_test_assert_undo (ui, scorecard, "segments", "enterprise,mid-market,scale",
                       "enterprise,mid-market,scale,digital");
  g_assert_true (hr_test_shows (row, "Enterprise, Mid-market, Scale\n"));
}

static void
test_none (HrTestUi *ui, gconstpointer setting)
{
  GtkWidget *row;

  go_to (ui, get_scorecard (ui));
  row = hr_test_find_titled (ui->window, "Segments");
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  hr_test_settle (ui->window);
  for (guint i = 0; i < 3; i++)
    hr_test_press (ui,
                   hr_test_find_titled (row, hr_item_get_name (hr_list_get (
                                                 hr_test_get_plan (ui)->segments, i))));
  hr_test_assert_value (get_scorecard (ui), "segments", "");
  g_assert_true (hr_test_shows (row, "None"));
}

static void
test_dimension (HrTestUi *ui, gconstpointer setting)
{
  HrDimension *dimension = hr_list_get (get_scorecard (ui)->dimensions, 0);

  go_to (ui, dimension);
  hr_test_edit_entry (ui, dimension, &(HrTestEntry) { "Weight", "weight", "12", "12" });
  hr_test_choose (ui, "Persona", "None");
  hr_test_assert_undo (ui, dimension, "persona", "decision-maker", "");
}

static void
test_metric (HrTestUi *ui, gconstpointer setting)
{
  static const HrTestEntry ENTRIES[] = {
    { "Field", "field", "logins", "logins" },
    { "Weight", "weight", "0.25", "0.25" },
    { "Worst value", "worst", "-10", "-10" },
    { "Best value", "best", "1,000", "1000" },
    { "Stale after", "stale-after-days", "30", "30" },
  };
  HrDimension *dimension = hr_list_get (get_scorecard (ui)->dimensions, 0);
  HrMetric *metric = hr_list_get (dimension->metrics, 0);

  go_to (ui, metric);
  for (guint i = 0; i < G_N_ELEMENTS (ENTRIES); i++)
    hr_test_edit_entry (ui, metric, &ENTRIES[i]);
  hr_test_refuse_entry (ui, metric, "Field", "", "Field must not be empty");
  hr_test_choose (ui, "Owner", "Support");
  hr_test_assert_undo (ui, metric, "owner", "csm", "support");
}

/* A whole number. */
static void
test_step (HrTestUi *ui, gconstpointer setting)
{
  HrPlaybook *playbook = hr_list_get (hr_test_get_plan (ui)->playbooks, 0);
  HrPlaybookStep *step = hr_list_get (playbook->steps, 1);

  go_to (ui, step);
  hr_test_edit_entry (ui, step, &(HrTestEntry) { "Days", "days", "14", "14" });
  hr_test_refuse_entry (ui, step, "Days", "1.5", "Days: “1.5” is not a whole number");
  hr_test_refuse_entry (ui, step, "Days", "4000",
                        "Days must be between 0 and 3650, not 4000");
}

static void
test_playbook (HrTestUi *ui, gconstpointer setting)
{
  HrPlaybook *playbook = hr_list_get (hr_test_get_plan (ui)->playbooks, 0);
  HrPlaybookStep *first = hr_list_get (playbook->steps, 0);
  guint n = hr_list_get_n (playbook->steps), position;

  go_to (ui, playbook);
  hr_test_edit_entry (ui, playbook,
                      &(HrTestEntry) { "Name", "name", "Welcome", "Welcome" });
  hr_test_press (ui, hr_test_find (ui->window, GTK_TYPE_BUTTON, "Add Step"));
  g_assert_cmpuint (hr_list_get_n (playbook->steps), ==, n + 1);
  hr_test_press (ui, hr_test_find (ui->window, GTK_TYPE_BUTTON, "Move Up"));
  g_assert_true (hr_list_get_position (playbook->steps,
                                       hr_list_get (playbook->steps, n - 1), &position));
  go_to (ui, first);
  hr_test_press (ui, hr_test_find (ui->window, GTK_TYPE_BUTTON, "Move Down"));
  g_assert_true (hr_list_get (playbook->steps, 1) == first);
  hr_test_keys (ui, "ctrl+z ctrl+z ctrl+z");
  g_assert_true (hr_list_get (playbook->steps, 0) == first);
  g_assert_cmpuint (hr_list_get_n (playbook->steps), ==, n);
}

static void
test_add (HrTestUi *ui, gconstpointer setting)
{
  HrList *scorecards = hr_test_get_plan (ui)->scorecards;
  guint n = hr_list_get_n (scorecards);
  HrScorecard *added;

  hr_test_show_page (ui, "health");
  hr_test_press (ui, hr_test_find (ui->window, GTK_TYPE_BUTTON, "Scorecard"));
  g_assert_cmpuint (hr_list_get_n (scorecards), ==, n + 1);
  added = hr_list_get (scorecards, n);
  hr_test_press (ui, hr_test_find (ui->window, GTK_TYPE_BUTTON, "Add Dimension"));
  g_assert_cmpuint (hr_list_get_n (added->dimensions), ==, 1);
  hr_test_press (ui, hr_test_find (ui->window, GTK_TYPE_BUTTON, "Add Metric"));
  g_assert_cmpuint (
      hr_list_get_n (((HrDimension *) hr_list_get (added->dimensions, 0))->metrics), ==,
      1);
  hr_test_keys (ui, "ctrl+z ctrl+z ctrl+z");
  g_assert_cmpuint (hr_list_get_n (scorecards), ==, n);
}

int
main (int argc, char **argv)
{
  hr_test_ui_init (&argc, &argv);
  hr_test_ui_add ("/ui/health/scorecard", NULL, test_scorecard);
  hr_test_ui_add ("/ui/health/segments", NULL, test_segments);
  hr_test_ui_add ("/ui/health/none", NULL, test_none);
  hr_test_ui_add ("/ui/health/dimension", NULL, test_dimension);
  hr_test_ui_add ("/ui/health/metric", NULL, test_metric);
  hr_test_ui_add ("/ui/health/step", NULL, test_step);
  hr_test_ui_add ("/ui/health/playbook", NULL, test_playbook);
  hr_test_ui_add ("/ui/health/add", NULL, test_add);
  return g_test_run ();
}
