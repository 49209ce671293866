/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-capacity.h"
#include "hr-check.h"
#include "hr-date.h"
#include "hr-journey.h"
#include "hr-persona.h"
#include "hr-role.h"
#include "hr-segment-capacity.h"
#include "hr-stage.h"
#include "hr-template.h"
#include "hr-touchpoint.h"

/* Journeys to start from. */

static HrPlan *
load (HrTemplate only)
{
  g_autoptr (GError) error = NULL;
  HrPlan *plan = hr_template_plan_new ("New", only, &error);

  g_assert_no_error (error);
  return plan;
}

static gboolean
assert_tagged (gpointer item, gpointer data)
{
  guint n_fields;
  const HrField *fields = hr_item_type_get_fields (G_OBJECT_TYPE (item), &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      const HrTag *tag;

      if ((fields[i].flags & HR_FIELD_FIGURE) == 0 ||
          hr_item_is_default (item, fields[i].name))
        continue;
      tag = hr_tags_get (hr_item_get_tags (item), fields[i].name);
      g_assert_nonnull (tag);
      g_assert_cmpint (tag->kind, ==, HR_TAG_ASSUMED);
      ++*(guint *) data;
    }
  return TRUE;
}

/* A whole plan: it has an answer, nothing in it is wrong, and each figure is assumed. */
static void
test_plan (void)
{
  g_autoptr (HrPlan) plan = load (HR_N_TEMPLATES);
  g_autoptr (HrSegmentation) segmentation = hr_segmentation_new (plan);
  g_autoptr (HrCapacity) capacity =
      hr_capacity_new (plan, segmentation, HR_JOURNEY_CURRENT);
  g_autoptr (GPtrArray) checks = hr_checks_new (capacity, segmentation, HR_DATE_NONE);
  guint n = 0;

  g_assert_cmpstr (plan->name, ==, "New");
  g_assert_cmpuint (hr_list_get_n (plan->segments), ==, HR_N_TEMPLATES);
  g_assert_cmpuint (hr_list_get_n (plan->stages), ==, 8);
  for (guint i = 0; i < HR_N_TEMPLATES; i++)
    {
      const HrSegmentCapacity *segment = hr_capacity_get_segment (capacity, i);
      double customers =
          hr_segment_capacity_find_need (segment, segment->book.role)->customers_per_fte;
      /* what is usual: 10–30 by hand, 40–120 in the middle, several hundred and more */
      static const double usual[][2] = { { 10, 30 }, { 40, 120 }, { 400, 2000 } };

      g_assert_cmpfloat (customers, >, usual[i][0]);
      g_assert_cmpfloat (customers, <, usual[i][1]);
    }
  for (guint i = 0; i < checks->len; i++)
    g_assert_cmpint (((const HrCheck *) g_ptr_array_index (checks, i))->severity, ==,
                     HR_SEVERITY_NOTE);
  hr_item_walk (plan, assert_tagged, &n);
  g_assert_cmpuint (n, >, 100);
}

static void
test_one (void)
{
  g_autoptr (HrPlan) plan = load (HR_TEMPLATE_DIGITAL);

  g_assert_cmpuint (hr_list_get_n (plan->segments), ==, 1);
  g_assert_cmpuint (hr_list_get_n (plan->journeys), ==, 1);
  g_assert_cmpstr (hr_item_get_id (hr_list_get (plan->segments, 0)), ==, "digital");
}

/* Into a plan of one's own: what it has is used, what it lacks is added, all in one step
 * that one undo takes back. */
static void
test_apply (void)
{
  g_autoptr (HrPlan) plan = hr_plan_new_with_defaults ("Mine");
  g_autoptr (HrHistory) history = hr_history_new (plan);
  g_autoptr (HrPlan) before = NULL;
  HrRole *manager = hr_item_new (HR_TYPE_ROLE, "manager");
  HrSegment *segment = hr_item_new (HR_TYPE_SEGMENT, "mine");
  g_autoptr (GError) error = NULL;
  HrJourney *journey;
  guint n_stages = hr_list_get_n (plan->stages);
  guint n_personas = hr_list_get_n (plan->personas);
  guint n_manager = 0;

  g_object_set (manager, "name", "Account manager", NULL);
  hr_list_append (plan->roles, manager);
  g_object_unref (manager);
  g_object_set (segment, "name", "Mine", "book-role", "manager", NULL);
  hr_list_append (plan->segments, segment);
  g_object_unref (segment);
  before = hr_item_copy (plan);

  g_assert_true (
      hr_template_apply (HR_TEMPLATE_MID_TOUCH, history, segment, "Template", &error));
  g_assert_no_error (error);
  journey = hr_plan_find_journey (plan, segment, HR_JOURNEY_CURRENT);
  g_assert_cmpuint (hr_list_get_n (journey->touchpoints), ==, 12);
  for (guint i = 0; i < hr_list_get_n (journey->touchpoints); i++)
    {
      const HrTouchpoint *touchpoint = hr_list_get (journey->touchpoints, i);

      g_assert_nonnull (hr_plan_find (plan, HR_TYPE_STAGE, touchpoint->stage));
      g_assert_nonnull (hr_plan_find (plan, HR_TYPE_ROLE, touchpoint->role));
      g_assert_cmpstr (touchpoint->role, !=, "csm");
      n_manager += g_str_equal (touchpoint->role, "manager");
    }
  g_assert_cmpuint (n_manager, ==, 8);
  g_assert_cmpuint (hr_list_get_n (plan->stages), ==, n_stages);
  g_assert_cmpuint (hr_list_get_n (plan->personas), ==, n_personas);
  g_assert_nonnull (hr_plan_find (plan, HR_TYPE_ROLE, "onboarding"));
  g_assert_cmpuint (hr_history_get_n_steps (history), ==, 1);
  hr_history_undo (history);
  g_assert_true (hr_item_equal (plan, before));
}

/* An empty plan gets all that the journey names. */
static void
test_missing (void)
{
  g_autoptr (HrPlan) plan = hr_plan_new ("Mine");
  g_autoptr (HrHistory) history = hr_history_new (plan);
  HrSegment *segment = hr_item_new (HR_TYPE_SEGMENT, "mine");
  g_autoptr (GError) error = NULL;

  g_object_set (segment, "name", "Mine", NULL);
  hr_list_append (plan->segments, segment);
  g_object_unref (segment);
  g_assert_true (
      hr_template_apply (HR_TEMPLATE_HIGH_TOUCH, history, segment, "Template", &error));
  g_assert_cmpuint (hr_list_get_n (plan->stages), ==, 8);
  g_assert_cmpuint (hr_list_get_n (plan->personas), ==, 3);
  g_assert_cmpuint (hr_list_get_n (plan->roles), ==, 3);
  g_assert_cmpfloat (HR_ROLE (hr_list_get (plan->roles, 0))->headcount, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/template/plan", test_plan);
  g_test_add_func ("/import/template/one", test_one);
  g_test_add_func ("/import/template/apply", test_apply);
  g_test_add_func ("/import/template/missing", test_missing);
  return g_test_run ();
}
