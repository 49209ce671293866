/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-test-ui.h"

/* Where there is nothing yet, a template is a start. */

/* A segment without a journey, in a new plan. */
static HrSegment *
add_segment (HrTestUi *ui)
{
  HrHistory *history = hr_document_get_history (hr_window_get_document (ui->window));
  HrList *segments = hr_test_get_plan (ui)->segments;
  g_autoptr (HrSegment) segment = hr_item_new (HR_TYPE_SEGMENT, NULL);

  g_object_set (segment, "name", "Ours", "customers", 50.0, NULL);
  g_assert_true (hr_history_insert (history, segments, 0, segment, NULL));
  return segment;
}

static guint
count_touchpoints (HrTestUi *ui, HrSegment *segment)
{
  HrJourney *journey =
      hr_plan_find_journey (hr_test_get_plan (ui), segment, HR_JOURNEY_CURRENT);

  return journey != NULL ? hr_list_get_n (journey->touchpoints) : 0;
}

static void
test_keyboard (HrTestUi *ui, gconstpointer setting)
{
  HrSegment *segment = add_segment (ui);

  hr_test_show_page (ui, "journeys");
  hr_test_wait (hr_test_shows (ui->window, "Or Start from a Template"));
  hr_test_look (ui,
                ((const HrTestSetting *) setting)->dark ? "template-narrow" : "template");
  hr_test_focus (ui, hr_test_find_titled (ui->window, "Mid Touch"));
  hr_test_keys (ui, "Return");
  hr_test_wait (count_touchpoints (ui, segment) == 12);
  hr_test_wait (hr_test_shows (ui->window, "its figures are assumed"));
  hr_test_wait (!hr_test_shows (ui->window, "Or Start from a Template"));
  hr_test_keys (ui, "ctrl+z"); /* one step */
  hr_test_wait (count_touchpoints (ui, segment) == 0);
  hr_test_wait (hr_test_shows (ui->window, "Or Start from a Template"));
}

static void
test_pointer (HrTestUi *ui, gconstpointer setting)
{
  HrSegment *segment = add_segment (ui);

  hr_test_show_page (ui, "journeys");
  hr_test_wait (hr_test_shows (ui->window, "Or Start from a Template"));
  hr_test_settle (ui->window);
  hr_test_click (ui, hr_test_find_titled (ui->window, "High Touch"));
  hr_test_wait (count_touchpoints (ui, segment) == 15);
}

/* A whole plan to start from, from the page that greets. */
static void
test_welcome (HrTestUi *ui, gconstpointer setting)
{
  hr_test_press (ui, hr_test_find_titled (ui->window, "New Plan from a _Template"));
  hr_test_wait (hr_window_get_document (ui->window) != NULL);
  g_assert_cmpuint (hr_list_get_n (hr_test_get_plan (ui)->segments), ==, 3);
  hr_test_show_page (ui, "segments");
  hr_test_wait (hr_test_shows (ui->window, "Mid touch"));
}

int
main (int argc, char **argv)
{
  static const HrTestSetting empty = { HR_TEST_NEW, 1280, 800, FALSE };
  static const HrTestSetting narrow = { HR_TEST_NEW, 360, 720, TRUE };
  static const HrTestSetting welcome = { HR_TEST_WELCOME, 1280, 800, FALSE };

  hr_test_ui_init (&argc, &argv);
  hr_test_ui_add ("/ui/templates/keyboard", &empty, test_keyboard);
  hr_test_ui_add ("/ui/templates/narrow", &narrow, test_keyboard);
  hr_test_ui_add ("/ui/templates/pointer", &empty, test_pointer);
  hr_test_ui_add ("/ui/templates/welcome", &welcome, test_welcome);
  return g_test_run ();
}
