/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-dimension.h"
#include "hr-metric.h"
#include "hr-persona.h"
#include "hr-playbook-step.h"
#include "hr-playbook.h"
#include "hr-scorecard.h"
#include "hr-stage.h"
#include "hr-transition.h"
#include "test-checks.h"

static const char *const SPONSOR[] = { "sponsor", NULL };

/* Two stages with a touchpoint each, one done by another role: nothing is missing. */
static void
complete (Simple *simple)
{
  flawless (simple);
  hr_test_add (simple->plan->roles, "desk", "name", "Desk", "annual-cost",
               G_GINT64_CONSTANT (100), NULL);
  hr_test_add (simple->plan->stages, "start", "name", "Start", NULL);
  hr_test_add (simple->plan->stages, "use", "name", "Use", NULL);
  g_object_set (simple->touchpoint, "stage", "start", "channel", "Video call", NULL);
  hr_test_add (simple->journey->touchpoints, "answer", "name", "Answer", "stage", "use",
               "role", "desk", "kind", HR_TOUCHPOINT_INBOUND, "channel", "Telephone",
               "delivery-minutes", 5.0, NULL);
}

static void
test_complete (void)
{
  Simple simple;
  g_autoptr (GPtrArray) checks = NULL;

  complete (&simple);
  checks = checks_of (simple.plan);
  for (guint i = 0; i < checks->len; i++)
    {
      const HrCheck *check = g_ptr_array_index (checks, i);

      g_assert_cmpint (check->kind, >=, HR_CHECK_DEFAULTS); /* those of the desk */
    }
  simple_clear (&simple);
}

static void
test_friction (void)
{
  Simple simple;

  complete (&simple);
  hr_test_set (simple.touchpoint, "friction", 1);
  g_assert_false (has (simple.plan, HR_CHECK_FRICTION));
  hr_test_set (simple.touchpoint, "friction", 2);
  expect (simple.plan, HR_CHECK_FRICTION, HR_SEVERITY_NOTE, simple.touchpoint, "friction",
          1, 0);
  hr_test_set (hr_list_get (simple.journey->touchpoints, 1), "friction", 3);
  expect (simple.plan, HR_CHECK_FRICTION, HR_SEVERITY_NOTE,
          hr_list_get (simple.journey->touchpoints, 1), "friction", 2, 0);
  simple_clear (&simple);
}

/* Who is served digitally may still ring, but is not called. */
static void
test_digital_meeting (void)
{
  Simple simple;

  complete (&simple);
  g_assert_false (has (simple.plan, HR_CHECK_DIGITAL_MEETING));
  hr_test_set (simple.segment, "engagement-model", HR_ENGAGEMENT_DIGITAL);
  expect (simple.plan, HR_CHECK_DIGITAL_MEETING, HR_SEVERITY_WARNING, simple.touchpoint,
          "channel", 0, 0);
  g_object_set (simple.touchpoint, "channel", "e-mail", NULL);
  g_assert_false (has (simple.plan, HR_CHECK_DIGITAL_MEETING));
  g_object_set (simple.touchpoint, "channel", "ON SITE", NULL);
  g_assert_true (has (simple.plan, HR_CHECK_DIGITAL_MEETING));
  hr_test_set (simple.touchpoint, "delivery-minutes", 0);
  g_assert_false (has (simple.plan, HR_CHECK_DIGITAL_MEETING));
  simple_clear (&simple);
}

static void
test_empty_stage (void)
{
  Simple simple;
  HrStage *stage;

  complete (&simple);
  g_assert_false (has (simple.plan, HR_CHECK_EMPTY_STAGE));
  stage = hr_test_add (simple.plan->stages, "leave", "name", "Leave", NULL);
  expect (simple.plan, HR_CHECK_EMPTY_STAGE, HR_SEVERITY_NOTE, stage, NULL, 0, 0);
  hr_test_add (simple.plan->segments, "new", "name", "No journey yet", NULL);
  expect (simple.plan, HR_CHECK_EMPTY_STAGE, HR_SEVERITY_NOTE, stage, NULL, 0, 0);
  g_object_set (simple.touchpoint, "stage", "leave", NULL);
  g_assert_true (has (simple.plan, HR_CHECK_EMPTY_STAGE)); /* now the first is empty */
  simple_clear (&simple);
}

static void
test_personas (void)
{
  Simple simple;
  HrPersona *persona;
  HrItem *need;

  complete (&simple);
  persona = hr_test_add (simple.plan->personas, "sponsor", "name", "Sponsor", NULL);
  need = hr_test_add (persona->needs, "n", "stage", "use", "need", "An answer", NULL);
  expect (simple.plan, HR_CHECK_PERSONA_NEVER_MET, HR_SEVERITY_WARNING, persona, NULL, 0,
          0);
  g_assert_false (has (simple.plan, HR_CHECK_NEED_UNMET));

  hr_test_set (persona, "kind", HR_PERSONA_ACCOUNT);
  g_assert_false (has (simple.plan, HR_CHECK_PERSONA_NEVER_MET));
  hr_test_set (persona, "kind", HR_PERSONA_DECISION_MAKER);
  g_object_set (simple.touchpoint, "personas", SPONSOR, NULL);
  g_assert_false (has (simple.plan, HR_CHECK_PERSONA_NEVER_MET));
  expect (simple.plan, HR_CHECK_NEED_UNMET, HR_SEVERITY_NOTE, need, "need", 0, 0);
  g_object_set (need, "need", "", NULL);
  g_assert_false (has (simple.plan, HR_CHECK_NEED_UNMET));
  g_object_set (need, "need", "An answer", "stage", "start", NULL);
  g_assert_false (has (simple.plan, HR_CHECK_NEED_UNMET));
  simple_clear (&simple);
}

static void
test_one_owner (void)
{
  Simple simple;
  HrItem *answer;

  complete (&simple);
  answer = hr_list_get (simple.journey->touchpoints, 1);
  g_assert_false (has (simple.plan, HR_CHECK_ONE_OWNER));
  g_object_set (answer, "role", "csm", NULL);
  expect (simple.plan, HR_CHECK_ONE_OWNER, HR_SEVERITY_NOTE, simple.segment, NULL, 0, 0);
  g_object_unref (hr_list_steal (simple.journey->touchpoints, 1));
  g_assert_false (has (simple.plan, HR_CHECK_ONE_OWNER));
  simple_clear (&simple);
}

static void
add_journeys (Simple *simple, guint n)
{
  for (guint i = 1; i <= n; i++)
    {
      g_autofree char *id = g_strdup_printf ("s%u", i);
      g_autofree char *journey_id = g_strdup_printf ("j%u", i);
      HrJourney *journey;

      hr_test_add (simple->plan->segments, id, "name", id, NULL);
      journey = hr_test_add (simple->plan->journeys, journey_id, "segment", id, NULL);
      hr_test_add (journey->touchpoints, id, "name", "Touch", NULL);
    }
}

static void
test_many_journeys (void)
{
  Simple simple;

  complete (&simple);
  add_journeys (&simple, 3);
  hr_test_add (simple.plan->segments, "unmapped", "name", "Unmapped", NULL);
  g_assert_false (has (simple.plan, HR_CHECK_MANY_JOURNEYS));
  simple_clear (&simple);
  complete (&simple);
  add_journeys (&simple, 4);
  expect (simple.plan, HR_CHECK_MANY_JOURNEYS, HR_SEVERITY_NOTE, NULL, NULL, 5, 0);
  simple_clear (&simple);
}

/* The CSM works at the start, the desk in use: only where one of them is on both sides do
 * they meet. */
static void
test_transitions (void)
{
  Simple simple;
  HrItem *transition;

  complete (&simple);
  hr_test_add (simple.plan->playbooks, "over", "name", "Handover", NULL);
  transition =
      hr_test_add (simple.plan->transitions, "tr", "from-stage", "start", "to-stage",
                   "use", "owner-before", "csm", "owner-after", "csm", NULL);
  expect (simple.plan, HR_CHECK_TRANSITION_NO_PLAYBOOK, HR_SEVERITY_NOTE, transition,
          "playbook", 0, 0);
  g_object_set (transition, "playbook", "over", NULL);
  g_assert_false (has (simple.plan, HR_CHECK_TRANSITION_NO_PLAYBOOK));

  g_assert_false (has (simple.plan, HR_CHECK_TRANSITION_NO_OVERLAP));
  g_object_set (transition, "owner-after", "desk", NULL);
  expect (simple.plan, HR_CHECK_TRANSITION_NO_OVERLAP, HR_SEVERITY_NOTE, transition,
          "owner-after", 0, 0);
  hr_test_add (simple.journey->touchpoints, "both", "name", "Both", "stage", "start",
               "role", "desk", NULL);
  g_assert_false (has (simple.plan, HR_CHECK_TRANSITION_NO_OVERLAP));
  g_object_set (transition, "owner-before", "desk", "owner-after", "csm", NULL);
  g_assert_false (has (simple.plan, HR_CHECK_TRANSITION_NO_OVERLAP));
  g_object_set (transition, "owner-before", NULL, NULL);
  g_assert_false (has (simple.plan, HR_CHECK_TRANSITION_NO_OVERLAP));
  simple_clear (&simple);
}

/* 90 days are too long, 89 are not; without a date or a day nobody can tell. */
static void
test_untouched (void)
{
  Simple simple;
  gint32 day;
  g_autoptr (GPtrArray) before = NULL, after = NULL;
  const HrCheck *check;

  complete (&simple);
  g_assert_true (hr_date_parse ("2027-04-01", &day));
  before = checks_on (simple.plan, day);
  g_assert_null (find (before, HR_CHECK_UNTOUCHED));
  g_clear_pointer (&before, g_ptr_array_unref);

  g_object_set (simple.journey, "reviewed", "2027-01-01", NULL);
  g_assert_false (has (simple.plan, HR_CHECK_UNTOUCHED));
  before = checks_on (simple.plan, day - 1);
  g_assert_null (find (before, HR_CHECK_UNTOUCHED));
  after = checks_on (simple.plan, day);
  check = find (after, HR_CHECK_UNTOUCHED);
  g_assert_nonnull (check);
  g_assert_true (check->item == HR_ITEM (simple.journey));
  g_assert_true (check->other == HR_ITEM (simple.segment));
  g_assert_cmpfloat (check->values[0], ==, 90);
  simple_clear (&simple);
}

/* A playbook is started by a transition, by a metric, or by what its trigger says. */
static void
test_playbooks (void)
{
  Simple simple;
  HrPlaybook *playbook;
  HrItem *transition;
  HrScorecard *scorecard;
  HrDimension *dimension;

  complete (&simple);
  playbook = hr_test_add (simple.plan->playbooks, "p", "name", "Hand over", NULL);
  expect (simple.plan, HR_CHECK_PLAYBOOK_EMPTY, HR_SEVERITY_NOTE, playbook, NULL, 0, 0);
  hr_test_add (playbook->steps, "step", "name", "Talk", NULL);
  g_assert_false (has (simple.plan, HR_CHECK_PLAYBOOK_EMPTY));
  expect (simple.plan, HR_CHECK_PLAYBOOK_IDLE, HR_SEVERITY_NOTE, playbook, "trigger", 0,
          0);

  g_object_set (playbook, "trigger", "The sponsor leaves", NULL);
  g_assert_false (has (simple.plan, HR_CHECK_PLAYBOOK_IDLE));
  g_object_set (playbook, "trigger", "", NULL);
  transition = hr_test_add (simple.plan->transitions, "tr", "from-stage", "start",
                            "to-stage", "use", "playbook", "p", NULL);
  g_assert_false (has (simple.plan, HR_CHECK_PLAYBOOK_IDLE));
  g_object_set (transition, "playbook", NULL, NULL);
  g_assert_true (has (simple.plan, HR_CHECK_PLAYBOOK_IDLE));
  scorecard = hr_test_add (simple.plan->scorecards, "sc", "name", "Health", NULL);
  dimension = hr_test_add (scorecard->dimensions, "d", "weight", 1.0, NULL);
  hr_test_add (dimension->metrics, "m", "name", "Logins", "field", "logins", "playbook",
               "p", NULL);
  g_assert_false (has (simple.plan, HR_CHECK_PLAYBOOK_IDLE));
  simple_clear (&simple);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/checks-journey/complete", test_complete);
  g_test_add_func ("/engine/checks-journey/friction", test_friction);
  g_test_add_func ("/engine/checks-journey/digital-meeting", test_digital_meeting);
  g_test_add_func ("/engine/checks-journey/empty-stage", test_empty_stage);
  g_test_add_func ("/engine/checks-journey/personas", test_personas);
  g_test_add_func ("/engine/checks-journey/one-owner", test_one_owner);
  g_test_add_func ("/engine/checks-journey/many-journeys", test_many_journeys);
  g_test_add_func ("/engine/checks-journey/transitions", test_transitions);
  g_test_add_func ("/engine/checks-journey/untouched", test_untouched);
  g_test_add_func ("/engine/checks-journey/playbooks", test_playbooks);

  return g_test_run ();
}
