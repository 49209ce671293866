/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-test-ui.h"
#include "hr-touchpoint.h"

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

/* Each figure of the journey says that somebody has yet to look at it, as one that is
 * still the default does anyway. */
static void
assert_assumed (HrTestUi *ui, HrSegment *segment)
{
  static const char *const figures[] = {
    "times", "prep-minutes", "delivery-minutes", "follow-up-minutes", "reach", "staff"
  };
  HrJourney *journey =
      hr_plan_find_journey (hr_test_get_plan (ui), segment, HR_JOURNEY_CURRENT);

  for (guint i = 0; i < hr_list_get_n (journey->touchpoints); i++)
    for (guint k = 0; k < G_N_ELEMENTS (figures); k++)
      {
        gpointer touchpoint = hr_list_get (journey->touchpoints, i);
        const HrTag *tag = hr_tags_get (hr_item_get_tags (touchpoint), figures[k]);

        if (tag == NULL)
          g_assert_true (hr_item_is_default (touchpoint, figures[k]));
        else
          g_assert_cmpint (tag->kind, ==, HR_TAG_ASSUMED);
      }
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
  assert_assumed (ui, segment);
  hr_test_wait (!hr_test_shows (ui->window, "Or Start from a Template"));
  hr_test_keys (ui, "ctrl+z"); /* one step */
  hr_test_wait (count_touchpoints (ui, segment) == 0);
  hr_test_wait (hr_test_shows (ui->window, "Or Start from a Template"));
}

static void
test_pointer (HrTestUi *ui, gconstpointer setting)
{
  static const struct
  {
    const char *title;
    guint n;
  } templates[] = { { "High Touch", 15 }, { "Mid Touch", 12 }, { "Digital", 13 } };
  HrSegment *segment = add_segment (ui);

  hr_test_show_page (ui, "journeys");
  for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
    {
      hr_test_wait (hr_test_shows (ui->window, "Or Start from a Template"));
      hr_test_settle (ui->window);
      hr_test_click (ui, hr_test_find_titled (ui->window, templates[i].title));
      hr_test_wait (count_touchpoints (ui, segment) > 0);
      g_assert_cmpuint (count_touchpoints (ui, segment), ==, templates[i].n);
      assert_assumed (ui, segment);
      hr_test_keys (ui, "ctrl+z");
      g_assert_cmpuint (count_touchpoints (ui, segment), ==, 0);
    }
}

/* The page has been looked at before there is anything to show. */
static void
test_first_segment (HrTestUi *ui, gconstpointer setting)
{
  hr_test_show_page (ui, "journeys");
  hr_test_wait (hr_test_shows (ui->window, "No Segments Yet"));
  hr_test_show_page (ui, "segments");
  hr_test_keys (ui, "ctrl+plus");
  hr_test_show_page (ui, "journeys");
  hr_test_wait (hr_test_shows (ui->window, "Or Start from a Template"));
}

/* A whole plan to start from, from the page that greets. */
static void
test_welcome (HrTestUi *ui, gconstpointer setting)
{
  HrPlan *plan;

  if (((const HrTestSetting *) setting)->dark) /* by key */
    {
      hr_test_tab_to (ui, ADW_TYPE_BUTTON_ROW, "New Plan from a");
      hr_test_keys (ui, "Return");
    }
  else
    {
      hr_test_click (ui, hr_test_find_titled (ui->window, "New Plan from a _Template"));
    }
  hr_test_wait (hr_window_get_document (ui->window) != NULL);
  plan = hr_test_get_plan (ui);
  g_assert_cmpuint (hr_list_get_n (plan->segments), ==, 3);
  g_assert_cmpuint (hr_list_get_n (plan->stages), ==, 8);
  g_assert_cmpuint (hr_list_get_n (plan->personas), >=, 3);
  g_assert_cmpuint (hr_list_get_n (plan->roles), >=, 3);
  hr_test_show_page (ui, "segments");
  hr_test_wait (hr_test_shows (ui->window, "Mid touch"));
}

int
main (int argc, char **argv)
{
  static const HrTestSetting empty = { HR_TEST_NEW, 1280, 800, FALSE };
  static const HrTestSetting narrow = { HR_TEST_NEW, 360, 720, TRUE };
  static const HrTestSetting welcome = { HR_TEST_WELCOME, 1280, 800, FALSE };
  static const HrTestSetting dark = { HR_TEST_WELCOME, 1280, 800, TRUE };

  hr_test_ui_init (&argc, &argv);
  hr_test_ui_add ("/ui/templates/keyboard", &empty, test_keyboard);
  hr_test_ui_add ("/ui/templates/narrow", &narrow, test_keyboard);
  hr_test_ui_add ("/ui/templates/pointer", &empty, test_pointer);
  hr_test_ui_add ("/ui/templates/first-segment", &empty, test_first_segment);
  hr_test_ui_add ("/ui/templates/welcome", &welcome, test_welcome);
  hr_test_ui_add ("/ui/templates/welcome-by-key", &dark, test_welcome);
  return g_test_run ();
}
