/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "hr-enums.h"
#include "hr-need.h"
#include "hr-persona.h"
#include "hr-plan.h"
#include "hr-role.h"
#include "hr-stage.h"
#include "hr-test-plan.h"
#include "hr-touchpoint.h"

static void
assert_good (HrPlan *plan)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (hr_plan_check (plan, &error));
  g_assert_no_error (error);
}

static void
assert_bad (HrPlan *plan, HrError code, const char *message)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (hr_plan_check (plan, &error));
  g_assert_error (error, HR_ERROR, (int) code);
  g_assert_cmpstr (error->message, ==, message);
}

static gpointer
add_item (HrList *list, const char *id)
{
  g_autoptr (HrItem) item = hr_item_new (hr_list_get_item_type (list), id);

  hr_list_append (list, item);
  return item; /* the list has it */
}

static void
test_new (void)
{
  g_autoptr (HrPlan) empty = hr_plan_new ("FY27");
  g_autoptr (HrPlan) plan = hr_plan_new_with_defaults ("FY27");

  g_assert_cmpstr (empty->name, ==, "FY27");
  g_assert_cmpstr (empty->currency, ==, "USD");
  g_assert_cmpint (empty->fiscal_year_start_month, ==, 1);
  g_assert_cmpint (empty->one_time_spread, ==, HR_ONE_TIME_NEW_CUSTOMERS);
  g_assert_null (empty->portfolio);
  assert_good (empty);

  g_assert_cmpuint (hr_list_get_n (plan->stages), ==, 8);
  g_assert_cmpstr (hr_item_get_name (hr_list_get (plan->stages, 7)), ==, "Renewal");
  g_assert_cmpuint (hr_list_get_n (plan->personas), ==, 3);
  g_assert_cmpint (HR_PERSONA (hr_list_get (plan->personas, 2))->kind, ==,
                   HR_PERSONA_DAY_TO_DAY_USER);
  g_assert_cmpuint (hr_list_get_n (plan->roles), ==, 1);
  g_assert_cmpstr (hr_item_get_id (hr_list_get (plan->roles, 0)), ==, "csm");
  assert_good (plan);
}

/* The plans of other tests are what they say they are. */
static void
test_shared_plans (void)
{
  g_autoptr (HrPlan) full = hr_test_plan_new_full ();
  g_autoptr (HrPlan) again = hr_test_plan_new_full ();
  g_autoptr (HrPlan) example = hr_test_plan_new_worked_example ();

  assert_good (full);
  assert_good (example);
  g_assert_true (hr_item_equal (full, again));
}

static void
test_find (void)
{
  g_autoptr (HrPlan) plan = hr_test_plan_new_full ();
  g_autoptr (HrRole) stranger = hr_item_new (HR_TYPE_ROLE, "full-roles-1");
  HrPersona *persona = hr_list_get (plan->personas, 1);
  HrJourney *journey = hr_list_get (plan->journeys, 1);

  g_assert_true (hr_plan_get_list (plan, HR_TYPE_ROLE) == plan->roles);
  g_assert_null (hr_plan_get_list (plan, HR_TYPE_NEED)); /* a persona's */
  g_assert_true (hr_plan_find (plan, HR_TYPE_PERSONA, "full-personas-2") == persona);
  g_assert_null (hr_plan_find (plan, HR_TYPE_ROLE, "full-personas-2"));
  g_assert_null (hr_plan_find (plan, HR_TYPE_ROLE, NULL));
  g_assert_null (hr_plan_find (plan, HR_TYPE_NEED, "full-personas-2-needs-1"));

  g_assert_true (
      hr_plan_find (plan, HR_TYPE_TOUCHPOINT, "full-journeys-2-touchpoints-1") ==
      hr_list_get (journey->touchpoints, 0));
  g_assert_null (hr_plan_find (plan, HR_TYPE_TOUCHPOINT, "full-journeys-2"));

  g_assert_true (hr_plan_find_owner (plan, persona) == plan->personas);
  g_assert_true (hr_plan_find_owner (plan, hr_list_get (persona->needs, 1)) ==
                 persona->needs);
  g_assert_null (hr_plan_find_owner (plan, stranger));
  g_assert_null (hr_plan_find_owner (plan, plan));
}

static void
test_find_journey (void)
{
  g_autoptr (HrPlan) plan = hr_test_plan_new_worked_example ();
  HrSegment *segment = hr_list_get (plan->segments, 0);
  HrSegment *other = add_item (plan->segments, "smb");

  g_assert_true (hr_plan_find_journey (plan, segment, HR_JOURNEY_CURRENT) ==
                 hr_list_get (plan->journeys, 0));
  g_assert_null (hr_plan_find_journey (plan, segment, HR_JOURNEY_REDESIGNED));
  g_assert_null (hr_plan_find_journey (plan, other, HR_JOURNEY_CURRENT));
}

static void
test_find_dependents (void)
{
  g_autoptr (HrPlan) plan = hr_test_plan_new_worked_example ();
  g_autoptr (HrItemSet) leaving = hr_item_set_new ();
  g_autoptr (HrItemSet) leaving_too = hr_item_set_new ();
  HrJourney *journey = hr_list_get (plan->journeys, 0);
  HrItem *touchpoint = hr_list_get (journey->touchpoints, 0);
  g_autoptr (GPtrArray) of_segment =
      hr_plan_find_dependents (plan, hr_list_get (plan->segments, 0), leaving);
  g_autoptr (GPtrArray) of_role =
      hr_plan_find_dependents (plan, hr_list_get (plan->roles, 0), leaving_too);

  g_assert_cmpuint (of_segment->len, ==, 1);
  g_assert_true (g_ptr_array_index (of_segment, 0) == journey);
  g_assert_true (hr_item_set_contains (leaving, HR_TYPE_SEGMENT, journey->segment));
  g_assert_true (
      hr_item_set_contains (leaving, HR_TYPE_TOUCHPOINT, hr_item_get_id (touchpoint)));
  g_assert_cmpuint (of_role->len, ==, 0); /* a touchpoint can be without a role */
}

static void
test_check (void)
{
  g_autoptr (HrPlan) plan = hr_test_plan_new_worked_example ();
  HrJourney *journey = hr_list_get (plan->journeys, 0);
  HrTouchpoint *ebr = hr_list_get (journey->touchpoints, 0);
  HrRole *twin;

  g_object_set (ebr, "role", "sales", NULL);
  assert_bad (plan, HR_ERROR_REFERENCE, "EBR: role: there is no role “sales”");
  g_object_set (ebr, "role", NULL, "personas", (const char *[]) { "dm", NULL }, NULL);
  assert_bad (plan, HR_ERROR_REFERENCE, "EBR: personas: there is no persona “dm”");
  g_object_set (ebr, "personas", (const char *[]) { NULL }, NULL);
  assert_good (plan);

  twin = add_item (plan->roles, "csm");
  g_object_set (twin, "name", "Twin", NULL);
  assert_bad (plan, HR_ERROR_DUPLICATE, "There is already a role with the id “csm”");
  g_object_unref (hr_list_steal (plan->roles, 1));
  add_item (plan->roles, "support"); /* without a name */
  assert_bad (plan, HR_ERROR_VALUE, "support: name must not be empty");
}

static void
test_check_journeys (void)
{
  g_autoptr (HrPlan) plan = hr_test_plan_new_worked_example ();
  HrJourney *second = add_item (plan->journeys, "second");

  g_object_set (second, "segment", "ent", "version", HR_JOURNEY_REDESIGNED, NULL);
  assert_good (plan);
  g_object_set (second, "version", HR_JOURNEY_CURRENT, NULL);
  assert_bad (plan, HR_ERROR_DUPLICATE,
              "The segment “Enterprise” has two journeys of the version “current”");
}

static void
test_check_where (void)
{
  g_autoptr (HrPlan) plan = hr_test_plan_new_worked_example ();
  HrJourney *journey = hr_list_get (plan->journeys, 0);
  HrTouchpoint *ebr = hr_list_get (journey->touchpoints, 0);
  HrItem *second;
  gpointer item;
  const HrField *field;

  g_assert_true (hr_plan_check_where (plan, &item, &field, NULL));
  g_assert_null (item);
  g_assert_null (field);

  g_object_set (ebr, "stage", "nowhere", NULL);
  g_assert_false (hr_plan_check_where (plan, &item, &field, NULL));
  g_assert_true (item == ebr);
  g_assert_cmpstr (field->name, ==, "stage");

  g_object_set (ebr, "stage", NULL, NULL);
  second = add_item (plan->journeys, "second");
  g_object_set (second, "segment", "ent", NULL);
  g_assert_false (hr_plan_check_where (plan, &item, &field, NULL));
  g_assert_true (item == second);
  g_assert_null (field);
}

/* ---- What the history asks ---- */

static void
test_check_newcomer (void)
{
  g_autoptr (HrPlan) plan = hr_test_plan_new_worked_example ();
  g_autoptr (HrPersona) persona = hr_item_new (HR_TYPE_PERSONA, "dm");
  g_autoptr (HrJourney) journey = hr_item_new (HR_TYPE_JOURNEY, NULL);
  g_autoptr (HrRole) role = hr_item_new (HR_TYPE_ROLE, "csm");
  HrItem *need = add_item (persona->needs, "n1");
  HrItem *twin;
  g_autoptr (GError) error = NULL;

  g_object_set (persona, "name", "Decision maker", NULL);
  g_assert_false (hr_plan_check_newcomer (plan, persona, &error));
  g_assert_error (error, HR_ERROR, HR_ERROR_VALUE);
  g_assert_cmpstr (error->message, ==, "n1: stage must not be empty");
  g_clear_error (&error);

  g_object_set (need, "stage", "adoption", NULL);
  g_assert_true (hr_plan_check_newcomer (plan, persona, &error));

  twin = add_item (persona->needs, "n1");
  g_object_set (twin, "stage", "adoption", NULL);
  g_assert_false (hr_plan_check_newcomer (plan, persona, &error));
  g_assert_error (error, HR_ERROR, HR_ERROR_DUPLICATE);
  g_clear_error (&error);

  g_object_set (role, "name", "Another", NULL);
  g_assert_false (hr_plan_check_newcomer (plan, role, &error));
  g_assert_error (error, HR_ERROR, HR_ERROR_DUPLICATE);
  g_clear_error (&error);

  g_object_set (journey, "segment", "ent", NULL);
  g_assert_false (hr_plan_check_newcomer (plan, journey, &error));
  g_assert_error (error, HR_ERROR, HR_ERROR_DUPLICATE);
  g_clear_error (&error);
  g_object_set (journey, "version", HR_JOURNEY_REDESIGNED, NULL);
  g_assert_true (hr_plan_check_newcomer (plan, journey, &error));
}

static void
test_check_value (void)
{
  g_autoptr (HrPlan) plan = hr_test_plan_new_worked_example ();
  HrJourney *second = add_item (plan->journeys, "second");
  const HrField *version = hr_test_field (HR_TYPE_JOURNEY, "version");
  const HrField *segment = hr_test_field (HR_TYPE_JOURNEY, "segment");
  g_auto (GValue) current = G_VALUE_INIT;
  g_auto (GValue) ent = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  g_value_init (&current, HR_TYPE_JOURNEY_VERSION);
  g_value_set_enum (&current, HR_JOURNEY_CURRENT);
  g_value_init (&ent, G_TYPE_STRING);
  g_value_set_string (&ent, "ent");

  /* The first has them and may keep them. */
  g_assert_true (hr_plan_check_value (plan, hr_list_get (plan->journeys, 0), version,
                                      &current, NULL));
  g_assert_true (
      hr_plan_check_value (plan, hr_list_get (plan->journeys, 0), segment, &ent, NULL));

  g_assert_false (hr_plan_check_value (plan, second, segment, &ent, &error));
  g_assert_error (error, HR_ERROR, HR_ERROR_DUPLICATE);
  g_clear_error (&error);
  g_object_set (second, "version", HR_JOURNEY_REDESIGNED, "segment", "ent", NULL);
  g_assert_false (hr_plan_check_value (plan, second, version, &current, &error));
  g_assert_error (error, HR_ERROR, HR_ERROR_DUPLICATE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/plan/new", test_new);
  g_test_add_func ("/core/plan/shared-plans", test_shared_plans);
  g_test_add_func ("/core/plan/find", test_find);
  g_test_add_func ("/core/plan/find-journey", test_find_journey);
  g_test_add_func ("/core/plan/find-dependents", test_find_dependents);
  g_test_add_func ("/core/plan/check", test_check);
  g_test_add_func ("/core/plan/check-journeys", test_check_journeys);
  g_test_add_func ("/core/plan/check-where", test_check_where);
  g_test_add_func ("/core/plan/check-newcomer", test_check_newcomer);
  g_test_add_func ("/core/plan/check-value", test_check_value);

  return g_test_run ();
}
