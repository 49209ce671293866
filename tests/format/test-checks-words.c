/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "hr-format.h"
#include "hr-role.h"
#include "hr-test-plan.h"
#include "hr-touchpoint.h"

/* Which item of the worked example a check is about. */
typedef enum
{
  ABOUT_NOTHING,
  ABOUT_SEGMENT,
  ABOUT_ROLE,
  ABOUT_TOUCHPOINT,
  ABOUT_STAGE,
  ABOUT_PERSONA,
} About;

static const struct
{
  HrCheckKind kind;
  About item;
  About other;
  const char *property;
  const char *text;
  double values[2];
  HrReason reason;
  const char *sentence;
} CASES[] = {
  { HR_CHECK_NO_SEGMENTS, .sentence = "The plan has no segments yet, so there is nobody "
                                      "to plan people for" },
  { HR_CHECK_NO_ANSWER, ABOUT_SEGMENT, .reason = HR_REASON_NO_CUSTOMERS_GIVEN,
    .sentence = "Enterprise has no answer: The number of customers is not given" },
  { HR_CHECK_NO_ANSWER, ABOUT_SEGMENT, ABOUT_ROLE, .reason = HR_REASON_NO_AVAILABLE_HOURS,
    .sentence =
        "Enterprise has no answer for CSM: Leave and internal work leave no hours "
        "for customers" },
  { HR_CHECK_TOUCHPOINT_NO_ROLE, ABOUT_TOUCHPOINT, ABOUT_SEGMENT,
    .sentence = "“EBR” of Enterprise takes time, but no role does it: its hours are "
                "missing" },
  { HR_CHECK_TWO_HAIRCUTS, ABOUT_ROLE, .values = { 1.0 / 3, 0.85 },
    .sentence = "The hours of CSM are cut twice, by 33% internal work and by a "
                "realisation of 85%: if both mean the same hours, too many people are "
                "asked for" },
  { HR_CHECK_OVERLOADED, ABOUT_SEGMENT, .values = { 416.2, 3.97 },
    .sentence = "Enterprise has 417 customers more than its people can serve: it is 4.0 "
                "people short" },
  { HR_CHECK_OVERLOADED, ABOUT_SEGMENT, .values = { 1.0000000000001, 0.1 },
    .sentence = "Enterprise has 1 customer more than its people can serve: it is 0.1 "
                "people short" },
  { HR_CHECK_OVERLOADED, ABOUT_SEGMENT, .values = { 1417, 0.04 },
    .sentence = "Enterprise has 1,417 customers more than its people can serve" },
  { HR_CHECK_OVERLOADED, ABOUT_SEGMENT, .values = { 0.2, 0.04 },
    .sentence = "Enterprise has 1 customer more than its people can serve" },
  { HR_CHECK_BENCHMARK_EXCEEDED, ABOUT_SEGMENT, .values = { 16, 4.78 },
    .sentence = "Enterprise needs 16.0 people, but its benchmark pays for 4.8: it is "
                "served beyond its revenue" },
  { HR_CHECK_NO_BENCHMARK, ABOUT_SEGMENT,
    .sentence = "Enterprise has no benchmark, so nothing tells whether its revenue pays "
                "for its people" },
  { HR_CHECK_NO_BOOK_ROLE, ABOUT_SEGMENT,
    .sentence = "No role carries the accounts of Enterprise, so it has no gap and no ARR "
                "per person" },
  { HR_CHECK_UNASSIGNED, .values = { 12, 3200000 },
    .sentence = "12 accounts with an ARR of $3.20M are in no segment, so nobody is "
                "planned for them" },
  { HR_CHECK_UNASSIGNED, .values = { 1, 0 },
    .sentence = "1 account with an ARR of $0 is in no segment, so nobody is planned for "
                "it" },
  { HR_CHECK_UNASSIGNED, .values = { 1, NAN },
    .sentence = "1 account is in no segment, so nobody is planned for it" },
  { HR_CHECK_UNASSIGNED, .values = { 2000, NAN },
    .sentence = "2,000 accounts are in no segment, so nobody is planned for them" },
  { HR_CHECK_MISSING_ARR, ABOUT_SEGMENT, .values = { 1 },
    .sentence = "1 account of Enterprise has no ARR, so the segment's revenue is more "
                "than shown" },
  { HR_CHECK_MISSING_ARR, ABOUT_SEGMENT, .values = { 3 },
    .sentence = "3 accounts of Enterprise have no ARR, so the segment's revenue is more "
                "than shown" },
  { HR_CHECK_EMPTY_SEGMENT, ABOUT_SEGMENT,
    .sentence =
        "No account matches the rule of Enterprise, so nobody is planned for it" },
  { HR_CHECK_UNKNOWN_FIELD, ABOUT_SEGMENT, .text = "industry",
    .sentence = "The rule of Enterprise asks for “industry”, which the accounts do not "
                "have, so it cannot match as it was meant" },
  { HR_CHECK_ONE_TIME_NO_NEW, ABOUT_SEGMENT,
    .sentence = "Enterprise has one-time work but no new customers, so that work is not "
                "counted" },
  { HR_CHECK_NO_COST, ABOUT_ROLE,
    .sentence = "CSM has work to do but costs nothing, so the cost is more than shown" },
  { HR_CHECK_HEADCOUNT_DIFFERS, ABOUT_ROLE, .values = { 4, 4.5 },
    .sentence = "CSM counts 4 people, but its segments count 4.5: one of the gaps is "
                "wrong" },
  { HR_CHECK_OTHER_CURRENCY, .values = { 1 },
    .sentence = "1 account is not in USD, but its ARR is added up as if it were" },
  { HR_CHECK_OTHER_CURRENCY, .values = { 7 },
    .sentence = "7 accounts are not in USD, but their ARR is added up as if it were" },
  { HR_CHECK_DIGITAL_MEETING, ABOUT_TOUCHPOINT, ABOUT_SEGMENT,
    .sentence = "“EBR” is a meeting, but Enterprise is served digitally: it does not "
                "scale" },
  { HR_CHECK_FRICTION, ABOUT_TOUCHPOINT, ABOUT_SEGMENT, .values = { 1 },
    .sentence =
        "1 touchpoint of Enterprise has an internal friction of 2 or more, “EBR”: "
        "it takes more than its minutes" },
  { HR_CHECK_FRICTION, ABOUT_TOUCHPOINT, ABOUT_SEGMENT, .values = { 9 },
    .sentence = "9 touchpoints of Enterprise have an internal friction of 2 or more, "
                "above all “EBR”: they take more than their minutes" },
  { HR_CHECK_EMPTY_STAGE, ABOUT_STAGE, ABOUT_SEGMENT,
    .sentence = "Enterprise customers get nothing at the stage Adoption: they are left "
                "to themselves" },
  { HR_CHECK_PERSONA_NEVER_MET, ABOUT_PERSONA,
    .sentence = "No touchpoint meets the persona Sponsor, so nobody hears what it "
                "needs" },
  { HR_CHECK_NEED_UNMET, ABOUT_PERSONA, ABOUT_PERSONA, .text = "Adoption",
    .sentence = "Sponsor needs something at the stage Adoption, but no touchpoint there "
                "meets it" },
  { HR_CHECK_ONE_OWNER, ABOUT_SEGMENT, ABOUT_ROLE,
    .sentence = "CSM does all of the journey of Enterprise: other teams are not "
                "included" },
  { HR_CHECK_MANY_JOURNEYS, .values = { 5 },
    .sentence = "5 segments have a journey of their own: more than four are hardly kept "
                "up to date" },
  { HR_CHECK_TRANSITION_NO_PLAYBOOK, ABOUT_NOTHING, ABOUT_STAGE, .text = "Trial",
    .sentence = "The transition from Trial to Adoption has no playbook, so each goes its "
                "own way" },
  { HR_CHECK_TRANSITION_NO_OVERLAP, ABOUT_NOTHING, ABOUT_STAGE, .text = "Trial",
    .sentence = "At the transition from Trial to Adoption the owners never meet the "
                "customer together, so knowledge is lost" },
  { HR_CHECK_UNTOUCHED, ABOUT_NOTHING, ABOUT_SEGMENT, .values = { 120 },
    .sentence = "Nobody has touched the journey of Enterprise for 120 days: it may not "
                "be what customers get any more" },
  { HR_CHECK_PLAYBOOK_EMPTY, ABOUT_ROLE,
    .sentence = "The playbook “CSM” has no steps, so nobody knows what to do" },
  { HR_CHECK_PLAYBOOK_IDLE, ABOUT_ROLE,
    .sentence = "Nothing starts the playbook “CSM”: no transition, no metric and no "
                "trigger" },
  { HR_CHECK_DEFAULTS, .values = { 9, 14 },
    .sentence = "9 of 14 assumptions are still defaults that nobody has confirmed" },
  { HR_CHECK_DEFAULTS, .values = { 1, 14 },
    .sentence = "1 of 14 assumptions is still a default that nobody has confirmed" },
  { HR_CHECK_ASSUMED_DEFAULT, ABOUT_ROLE, .property = "leave-hours",
    .sentence = "CSM: leave hours per year is still the default, 200 h" },
  { HR_CHECK_ASSUMED_DEFAULT, ABOUT_ROLE, .property = "tool-cost",
    .sentence = "CSM: tool cost per head is still the default, $0" },
  { HR_CHECK_ASSUMED_DEFAULT, ABOUT_TOUCHPOINT, .property = "reach",
    .sentence = "EBR: reach is still the default, 100%" },
  { HR_CHECK_ASSUMED_DEFAULT, ABOUT_TOUCHPOINT, .property = "value",
    .sentence = "EBR: value is still the default, 3 points" },
};

static gpointer
find_item (HrPlan *plan, About about)
{
  HrJourney *journey = hr_list_get (plan->journeys, 0);

  switch (about)
    {
    case ABOUT_SEGMENT:
      return hr_list_get (plan->segments, 0);
    case ABOUT_ROLE:
      return hr_list_get (plan->roles, 0);
    case ABOUT_TOUCHPOINT:
      return hr_list_get (journey->touchpoints, 0);
    case ABOUT_STAGE:
      return hr_list_get (plan->stages, 0);
    case ABOUT_PERSONA:
      return hr_list_get (plan->personas, 0);
    case ABOUT_NOTHING:
    default:
      return NULL;
    }
}

static void
test_sentences (void)
{
  g_autoptr (HrPlan) plan = hr_test_plan_new_worked_example ();
  gboolean seen[HR_CHECK_ASSUMED_DEFAULT + 1] = { FALSE };

  while (hr_list_get_n (plan->stages) > 0)
    g_object_unref (hr_list_steal (plan->stages, 0));
  while (hr_list_get_n (plan->personas) > 0)
    g_object_unref (hr_list_steal (plan->personas, 0));
  hr_test_add (plan->stages, "a-stage", "name", "Adoption", NULL);
  hr_test_add (plan->personas, "a-persona", "name", "Sponsor", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      const HrCheck check = {
        .kind = CASES[i].kind,
        .item = find_item (plan, CASES[i].item),
        .other = find_item (plan, CASES[i].other),
        .property = CASES[i].property,
        .text = (char *) CASES[i].text,
        .values = { CASES[i].values[0], CASES[i].values[1] },
        .reason = CASES[i].reason,
      };
      g_autofree char *sentence = hr_format_check (&check, plan);

      g_assert_cmpstr (sentence, ==, CASES[i].sentence);
      seen[CASES[i].kind] = TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (seen); i++)
    g_assert_true (seen[i]);
}

/* What the engine really finds has words, whatever state the plan is in. */
static void
check_all (HrPlan *plan)
{
  g_autoptr (HrSegmentation) segmentation = hr_segmentation_new (plan);
  g_autoptr (HrCapacity) capacity =
      hr_capacity_new (plan, segmentation, HR_JOURNEY_CURRENT);
  g_autoptr (GPtrArray) checks = hr_checks_new (capacity, segmentation, HR_DATE_NONE);

  g_assert_cmpuint (checks->len, >, 0);
  for (guint i = 0; i < checks->len; i++)
    {
      g_autofree char *sentence = hr_format_check (g_ptr_array_index (checks, i), plan);

      g_test_message ("%s", sentence);
      g_assert_cmpuint (strlen (sentence), >, 10);
      g_assert_null (strstr (sentence, "nan"));
    }
}

static void
test_real_checks (void)
{
  g_autoptr (HrPlan) example = hr_test_plan_new_worked_example ();
  g_autoptr (HrPlan) full = hr_test_plan_new_full ();
  g_autoptr (HrPlan) empty = hr_plan_new ("empty");

  check_all (example);
  check_all (full);
  check_all (empty);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/format/checks-words/sentences", test_sentences);
  g_test_add_func ("/format/checks-words/real-checks", test_real_checks);

  return g_test_run ();
}
