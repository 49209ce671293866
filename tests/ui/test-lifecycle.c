/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-dimension.h"
#include "hr-metric.h"
#include "hr-outline-row.h"
#include "hr-playbook-step.h"
#include "hr-playbook.h"
#include "hr-scorecard.h"
#include "hr-stage.h"
#include "hr-test-editor.h"
#include "hr-text-row.h"
#include "hr-transition.h"

/* The lifecycle that a person makes their own: stages, the transitions between them, and
 * the playbooks that they start; by keyboard and by pointer. */

static void
choose_by_pointer (HrTestUi *ui, const char *name)
{
  GtkWidget *row = hr_test_find_in_outline (ui, name);

  hr_test_focus (ui, gtk_widget_get_ancestor (row, GTK_TYPE_TREE_EXPANDER));
  hr_test_click (ui, row);
}

static void
press_by_key (HrTestUi *ui, const char *button)
{
  hr_test_tab_to (ui, GTK_TYPE_BUTTON, button);
  hr_test_keys (ui, "Return");
}

static void
click (HrTestUi *ui, const char *button)
{
  hr_test_click (ui, hr_test_find (ui->window, GTK_TYPE_BUTTON, button));
}

static void
type_name (HrTestUi *ui, const char *name)
{
  hr_test_keys (ui, "ctrl+a");
  hr_test_type (ui, name);
  hr_test_keys (ui, "Return");
}

static guint
get_place (HrList *list, gpointer item)
{
  guint position;

  g_assert_true (hr_list_get_position (list, item, &position));
  return position;
}

/* ---- Stages ---- */

static void
test_stage_by_key (HrTestUi *ui, gconstpointer setting)
{
  HrList *stages = hr_test_get_plan (ui)->stages;
  guint n = hr_list_get_n (stages);
  g_autoptr (HrPlan) before = hr_item_copy (hr_test_get_plan (ui));
  HrStage *added;

  hr_test_show_page (ui, "personas");
  hr_test_choose_in_outline (ui, "Stages");
  press_by_key (ui, "Add Stage");
  g_assert_cmpuint (hr_list_get_n (stages), ==, n + 1);
  added = hr_list_get (stages, n);
  type_name (ui, "Farewell");
  g_assert_cmpstr (added->name, ==, "Farewell");
  hr_test_choose_in_outline (ui, "Farewell");
  hr_test_keys (ui, "alt+Up alt+Up");
  g_assert_cmpuint (get_place (stages, added), ==, n - 2);
  hr_test_keys (ui, "alt+Down");
  g_assert_cmpuint (get_place (stages, added), ==, n - 1);
  press_by_key (ui, "Remove");
  g_assert_cmpuint (hr_list_get_n (stages), ==, n);
  hr_test_keys (ui, "ctrl+z");
  g_assert_cmpuint (get_place (stages, added), ==, n - 1);
  hr_test_keys (ui, "ctrl+z ctrl+z ctrl+z ctrl+z ctrl+z");
  g_assert_true (hr_item_equal (hr_test_get_plan (ui), before));
}

static void
test_stage_by_pointer (HrTestUi *ui, gconstpointer setting)
{
  HrList *stages = hr_test_get_plan (ui)->stages;
  guint n = hr_list_get_n (stages);
  HrStage *first = hr_list_get (stages, 0);

  hr_test_show_page (ui, "personas");
  choose_by_pointer (ui, first->name);
  g_assert_cmpstr (gtk_editable_get_text (hr_test_find_titled (ui->window, "Name")), ==,
                   first->name);
  click (ui, "Move Down");
  g_assert_cmpuint (get_place (stages, first), ==, 1);
  click (ui, "Move Up");
  g_assert_cmpuint (get_place (stages, first), ==, 0);
  choose_by_pointer (ui, "Stages");
  click (ui, "Add Stage");
  g_assert_cmpuint (hr_list_get_n (stages), ==, n + 1);
  click (ui, "Remove");
  g_assert_cmpuint (hr_list_get_n (stages), ==, n);
}

/* ---- Transitions ---- */

static void
assert_text (HrTestUi *ui, gpointer item, const char *title, const char *property)
{
  g_autofree char *before = hr_test_get_value (item, property);

  hr_test_focus (ui, hr_test_find_titled (ui->window, title));
  hr_test_keys (ui, "ctrl+a");
  hr_test_type (ui, "All have met");
  hr_test_keys (ui, "Tab");
  hr_test_assert_undo (ui, item, property, before, "All have met");
}

/* Owners on both sides, when it is ready, what is in the way, what drives it, and the
 * playbook. */
static void
test_transition_by_key (HrTestUi *ui, gconstpointer setting)
{
  HrTransition *transition = hr_list_get (hr_test_get_plan (ui)->transitions, 2);
  HrRole *role = hr_list_get (hr_test_get_plan (ui)->roles, 1);
  HrPlaybook *playbook = hr_list_get (hr_test_get_plan (ui)->playbooks, 1);
  g_autofree char *owner_before = g_strdup (transition->owner_before);
  g_autofree char *owner_after = g_strdup (transition->owner_after);
  g_autofree char *started = g_strdup (transition->playbook);

  hr_test_show_page (ui, "personas");
  hr_test_choose_in_outline (ui, "Selection → Implementation");
  hr_test_choose (ui, "Owner before", role->name);
  hr_test_assert_undo (ui, transition, "owner-before", owner_before,
                       hr_item_get_id (role));
  hr_test_choose (ui, "Owner after", role->name);
  hr_test_assert_undo (ui, transition, "owner-after", owner_after, hr_item_get_id (role));
  assert_text (ui, transition, "Readiness", "readiness");
  assert_text (ui, transition, "Barriers", "barriers");
  assert_text (ui, transition, "Incentive", "incentive");
  hr_test_choose (ui, "Playbook", playbook->name);
  hr_test_assert_undo (ui, transition, "playbook", started, hr_item_get_id (playbook));
}

/* Opens a list of choices, and clicks one. */
static void
choose_from (HrTestUi *ui, const char *title, const char *choice)
{
  GtkWidget *row = hr_test_find_titled (ui->window, title), *item = NULL;

  hr_test_focus (ui, row);
  hr_test_click (ui, row);
  hr_test_wait (hr_test_count (row, GTK_TYPE_POPOVER) > 0);
  hr_test_settle (ui->window);
  item =
      hr_test_find (hr_test_find (row, GTK_TYPE_POPOVER, NULL), GTK_TYPE_LABEL, choice);
  hr_test_click (ui, item);
  hr_test_wait (hr_test_count (row, GTK_TYPE_POPOVER) == 0);
}

static void
test_transition_by_pointer (HrTestUi *ui, gconstpointer setting)
{
  HrList *transitions = hr_test_get_plan (ui)->transitions;
  guint n = hr_list_get_n (transitions);
  HrTransition *added;

  hr_test_show_page (ui, "personas");
  choose_by_pointer (ui, "Transitions");
  click (ui, "Add Transition");
  g_assert_cmpuint (hr_list_get_n (transitions), ==, n + 1);
  added = hr_list_get (transitions, n);
  choose_from (ui, "To stage", "Adoption");
  hr_test_assert_value (added, "to-stage", "adoption");
  choose_from (ui, "Owner after", "CSM");
  hr_test_assert_value (added, "owner-after", "csm");
  click (ui, "Remove");
  g_assert_cmpuint (hr_list_get_n (transitions), ==, n);
}

/* ---- Playbooks ---- */

static void
test_playbook_by_key (HrTestUi *ui, gconstpointer setting)
{
  HrList *playbooks = hr_test_get_plan (ui)->playbooks;
  guint n = hr_list_get_n (playbooks);
  HrPlaybook *added;
  HrPlaybookStep *step;
  HrMetric *metric;

  hr_test_show_page (ui, "health");
  hr_test_choose_in_outline (ui, "Playbooks");
  press_by_key (ui, "Add Playbook");
  g_assert_cmpuint (hr_list_get_n (playbooks), ==, n + 1);
  added = hr_list_get (playbooks, n);
  type_name (ui, "Rescue");
  hr_test_choose (ui, "Kind", "Risk");
  hr_test_assert_value (added, "kind", "risk");
  hr_test_focus (ui, hr_test_find_titled (ui->window, "Trigger"));
  hr_test_type (ui, "The sponsor has left");
  hr_test_keys (ui, "Tab");
  hr_test_assert_value (added, "trigger", "The sponsor has left");
  hr_test_choose_in_outline (ui, "Rescue");
  press_by_key (ui, "Add Step");
  g_assert_cmpuint (hr_list_get_n (added->steps), ==, 1);
  step = hr_list_get (added->steps, 0);
  type_name (ui, "Find another");
  hr_test_choose (ui, "Owner", "CSM");
  hr_test_focus (ui, hr_test_find_titled (ui->window, "Days"));
  type_name (ui, "10");
  g_assert_cmpstr (step->name, ==, "Find another");
  g_assert_cmpstr (step->owner, ==, "csm");
  g_assert_cmpint (step->days, ==, 10);

  /* what to do where a metric is scarce */
  metric = hr_list_get (
      ((HrDimension *) hr_list_get (
           ((HrScorecard *) hr_list_get (hr_test_get_plan (ui)->scorecards, 0))
               ->dimensions,
           0))
          ->metrics,
      0);
  hr_window_go_to (ui->window, metric, NULL);
  hr_test_settle (ui->window);
  hr_test_choose (ui, "Scarcity playbook", "Rescue");
  hr_test_assert_value (metric, "playbook", hr_item_get_id (added));
}

static void
test_playbook_by_pointer (HrTestUi *ui, gconstpointer setting)
{
  HrPlaybook *first = hr_list_get (hr_test_get_plan (ui)->playbooks, 0);
  guint n = hr_list_get_n (first->steps);
  HrPlaybookStep *step;

  hr_test_show_page (ui, "health");
  choose_by_pointer (ui, first->name);
  click (ui, "Add Step");
  g_assert_cmpuint (hr_list_get_n (first->steps), ==, n + 1);
  step = hr_list_get (first->steps, n);
  choose_from (ui, "Owner", "Support");
  hr_test_assert_value (step, "owner", "support");
  click (ui, "Move Up");
  g_assert_cmpuint (get_place (first->steps, step), ==, n - 1);
  click (ui, "Remove");
  g_assert_cmpuint (hr_list_get_n (first->steps), ==, n);
}

int
main (int argc, char **argv)
{
  static const HrTestSetting TALL = { HR_TEST_SAMPLE, 1280, 1150, FALSE };

  hr_test_ui_init (&argc, &argv);
  hr_test_ui_add ("/ui/lifecycle/stage-by-key", &TALL, test_stage_by_key);
  hr_test_ui_add ("/ui/lifecycle/stage-by-pointer", &TALL, test_stage_by_pointer);
  hr_test_ui_add ("/ui/lifecycle/transition-by-key", &TALL, test_transition_by_key);
  hr_test_ui_add ("/ui/lifecycle/transition-by-pointer", &TALL,
                  test_transition_by_pointer);
  hr_test_ui_add ("/ui/lifecycle/playbook-by-key", &TALL, test_playbook_by_key);
  hr_test_ui_add ("/ui/lifecycle/playbook-by-pointer", &TALL, test_playbook_by_pointer);
  return g_test_run ();
}
