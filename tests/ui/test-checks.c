/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-chart-view.h"
#include "hr-check.h"
#include "hr-date.h"
#include "hr-format.h"
#include "hr-need.h"
#include "hr-persona.h"
#include "hr-playbook.h"
#include "hr-test-cell.h"
#include "hr-touchpoint.h"
#include "hr-transition.h"

/* What is worth a look, on the Overview: each thing that a journey can lack is told there
 * and leads to its place, by pointer and by keyboard. */

static HrSegment *
get_segment (HrTestUi *ui, guint i)
{
  return hr_list_get (hr_test_get_plan (ui)->segments, i);
}

static HrList *
get_touchpoints (HrTestUi *ui, guint segment)
{
  return hr_plan_find_journey (hr_test_get_plan (ui), get_segment (ui, segment),
                               HR_JOURNEY_CURRENT)
      ->touchpoints;
}

static void
edit (HrTestUi *ui, gpointer item, const char *property, const char *text)
{
  g_autoptr (GError) error = NULL;

  hr_document_edit (hr_window_get_document (ui->window), item, property, text, &error);
  g_assert_no_error (error);
}

static void
edit_touchpoints (HrTestUi *ui, guint segment, const char *property, const char *text)
{
  HrList *touchpoints = get_touchpoints (ui, segment);

  for (guint i = 0; i < hr_list_get_n (touchpoints); i++)
    edit (ui, hr_list_get (touchpoints, i), property, text);
}

/* ---- What makes a plan worth a look ---- */

static void
empty_stage (HrTestUi *ui)
{
  edit_touchpoints (ui, 0, "stage",
                    hr_item_get_id (hr_list_get (hr_test_get_plan (ui)->stages, 0)));
}

static void
forget_personas (HrTestUi *ui)
{
  HrPlan *plan = hr_test_get_plan (ui);

  for (guint i = 0; i < hr_list_get_n (plan->segments); i++)
    edit_touchpoints (ui, i, "personas", "");
}

/* All are met, but at the first stage only. */
static void
meet_early (HrTestUi *ui)
{
  HrPlan *plan = hr_test_get_plan (ui);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;
  g_autofree char *all = NULL;

  for (guint i = 0; i < hr_list_get_n (plan->personas); i++)
    g_strv_builder_add (builder, hr_item_get_id (hr_list_get (plan->personas, i)));
  ids = g_strv_builder_end (builder);
  all = g_strjoinv (",", ids);
  for (guint i = 0; i < hr_list_get_n (plan->segments); i++)
    {
      edit_touchpoints (ui, i, "personas", all);
      edit_touchpoints (ui, i, "stage", hr_item_get_id (hr_list_get (plan->stages, 0)));
    }
}

static void
add_journeys (HrTestUi *ui)
{
  HrPlan *plan = hr_test_get_plan (ui);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (HrSegment) segment = hr_item_new (HR_TYPE_SEGMENT, NULL);
      g_autoptr (HrJourney) journey = hr_item_new (HR_TYPE_JOURNEY, NULL);
      g_autoptr (HrTouchpoint) touchpoint = hr_item_new (HR_TYPE_TOUCHPOINT, NULL);

      g_object_set (segment, "name", "More", "customers", 1.0, NULL);
      g_object_set (touchpoint, "name", "Talk", NULL);
      g_object_set (journey, "segment", hr_item_get_id (segment), NULL);
      hr_list_append (journey->touchpoints, touchpoint);
      g_assert_true (
          hr_history_insert (hr_test_get_history (ui), plan->segments, 0, segment, NULL));
      g_assert_true (
          hr_history_insert (hr_test_get_history (ui), plan->journeys, 0, journey, NULL));
    }
}

static void
cause_friction (HrTestUi *ui)
{
  edit (ui, hr_list_get (get_touchpoints (ui, 0), 3), "friction", "3");
}

static void
leave_to_one (HrTestUi *ui)
{
  edit_touchpoints (ui, 0, "role", get_segment (ui, 0)->book_role);
}

static void
lose_new_customers (HrTestUi *ui)
{
  edit (ui, hr_list_get (get_touchpoints (ui, 0), 0), "kind", "one-time");
  edit (ui, get_segment (ui, 0), "new-customers-per-year", "0");
}

static void
meet_digitally (HrTestUi *ui)
{
  HrTouchpoint *touchpoint = hr_list_get (get_touchpoints (ui, 0), 1);

  edit (ui, get_segment (ui, 0), "engagement-model", "digital");
  edit (ui, touchpoint, "channel", "Video");
}

static void
forget_journey (HrTestUi *ui)
{
  HrJourney *journey = hr_plan_find_journey (hr_test_get_plan (ui), get_segment (ui, 1),
                                             HR_JOURNEY_CURRENT);
  g_autofree char *day = hr_date_to_text (hr_date_today () - 91);

  edit (ui, journey, "reviewed", day);
}

static void
lose_playbook (HrTestUi *ui)
{
  edit (ui, hr_list_get (hr_test_get_plan (ui)->transitions, 2), "playbook", "");
}

/* Two who are at work on neither side. */
static void
lose_overlap (HrTestUi *ui)
{
  HrPlan *plan = hr_test_get_plan (ui);
  HrTransition *transition = hr_list_get (plan->transitions, 2);
  const char *const sides[] = { "owner-before", "owner-after" };

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      g_autoptr (HrRole) role = hr_item_new (HR_TYPE_ROLE, NULL);

      g_object_set (role, "name", sides[i], NULL);
      g_assert_true (
          hr_history_insert (hr_test_get_history (ui), plan->roles, 0, role, NULL));
      edit (ui, transition, sides[i], hr_item_get_id (role));
    }
}

static void
lose_steps (HrTestUi *ui)
{
  HrPlaybook *playbook = hr_list_get (hr_test_get_plan (ui)->playbooks, 0);

  while (hr_list_get_n (playbook->steps) > 0)
    hr_history_remove (hr_test_get_history (ui), playbook->steps, 0);
}

typedef struct
{
  const char *name;
  HrCheckKind kind;
  void (*make) (HrTestUi *ui);
  const char *page;
} Case;

static const Case CASES[] = {
  { "empty-stage", HR_CHECK_EMPTY_STAGE, empty_stage, "personas" },
  { "persona-never-met", HR_CHECK_PERSONA_NEVER_MET, forget_personas, "personas" },
  { "need-unmet", HR_CHECK_NEED_UNMET, meet_early, "personas" },
  { "many-journeys", HR_CHECK_MANY_JOURNEYS, add_journeys, "journeys" },
  { "friction", HR_CHECK_FRICTION, cause_friction, "journeys" },
  { "one-owner", HR_CHECK_ONE_OWNER, leave_to_one, "segments" },
  { "no-new", HR_CHECK_ONE_TIME_NO_NEW, lose_new_customers, "segments" },
  { "digital-meeting", HR_CHECK_DIGITAL_MEETING, meet_digitally, "journeys" },
  { "untouched", HR_CHECK_UNTOUCHED, forget_journey, "journeys" },
  { "no-playbook", HR_CHECK_TRANSITION_NO_PLAYBOOK, lose_playbook, "personas" },
  { "no-overlap", HR_CHECK_TRANSITION_NO_OVERLAP, lose_overlap, "personas" },
  { "playbook-empty", HR_CHECK_PLAYBOOK_EMPTY, lose_steps, "health" },
};

/* ---- Going there ---- */

static const HrCheck *
find_check (HrTestUi *ui, HrCheckKind kind)
{
  GPtrArray *checks = hr_document_get_checks (hr_window_get_document (ui->window));

  for (guint i = 0; i < checks->len; i++)
    if (((HrCheck *) g_ptr_array_index (checks, i))->kind == kind)
      return g_ptr_array_index (checks, i);
  g_error ("There is no check of kind %d", kind);
}

static GtkWidget *
find_row (HrTestUi *ui, const char *text)
{
  HrPage *overview = hr_window_get_page (ui->window, "overview");

  if (!hr_test_shows (overview, text)) /* it is one of the last */
    {
      hr_test_focus (ui, hr_test_find (overview, ADW_TYPE_EXPANDER_ROW, NULL));
      hr_test_keys (ui, "Return");
      hr_test_wait (hr_test_shows (overview, text));
    }
  return hr_test_find (overview, ADW_TYPE_ACTION_ROW, text);
}

/* Whether the page shows what the check is about. */
static void
assert_there (HrTestUi *ui, gpointer item, const char *property, const char *page)
{
  g_assert_cmpstr (hr_window_get_page_name (ui->window), ==, page);
  if (item == NULL)
    return;
  if (HR_IS_TOUCHPOINT (item))
    {
      HrGridPlace cursor;

      g_assert_true (hr_grid_get_cursor (hr_test_cell_get_grid (ui), &cursor));
      g_assert_cmpuint (cursor.row, ==, hr_test_cell_find (ui, item, property).row);
      g_assert_cmpuint (cursor.column, ==, hr_test_cell_find (ui, item, property).column);
    }
  else if (HR_IS_JOURNEY (item))
    {
      HrSegment *segment = hr_plan_find (hr_test_get_plan (ui), HR_TYPE_SEGMENT,
                                         ((HrJourney *) item)->segment);

      hr_test_cell_find (ui, hr_list_get (((HrJourney *) item)->touchpoints, 0), "name");
      g_assert_true (hr_test_shows (
          hr_test_find (ui->window, GTK_TYPE_DROP_DOWN, "Segment"), segment->name));
    }
  else if (HR_IS_NEED (item) || HR_IS_TRANSITION (item))
    hr_test_find_titled (ui->window, HR_IS_NEED (item) ? "Need" : "Owner after");
  else
    g_assert_cmpstr (gtk_editable_get_text (hr_test_find_titled (ui->window, "Name")), ==,
                     hr_item_get_name (item));
}

static void
test_check (HrTestUi *ui, gconstpointer data)
{
  const Case *one = data;
  g_autoptr (HrItem) item = NULL;

  one->make (ui);
  for (guint by_key = 0; by_key < 2; by_key++)
    {
      const HrCheck *check = find_check (ui, one->kind);
      g_autofree char *text = hr_format_check (check, hr_test_get_plan (ui));
      GtkWidget *row;

      g_set_object (&item, check->item);
      hr_test_show_page (ui, "overview");
      row = find_row (ui, text);
      hr_test_focus (ui, row); /* into view */
      if (by_key)
        hr_test_keys (ui, "Return");
      else
        hr_test_click (ui, row);
      hr_test_settle (ui->window);
      assert_there (ui, item, check->property, one->page);
    }
}

/* The data of a test is its case, not how the window looks. */
static void
set_up (HrTestUi *ui, gconstpointer data)
{
  hr_test_ui_set_up (ui, NULL);
}

static void
tear_down (HrTestUi *ui, gconstpointer data)
{
  hr_test_ui_tear_down (ui, NULL);
}

int
main (int argc, char **argv)
{
  hr_test_ui_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *path = g_strconcat ("/ui/checks/", CASES[i].name, NULL);

      g_test_add (path, HrTestUi, &CASES[i], set_up, test_check, tear_down);
    }
  return g_test_run ();
}
