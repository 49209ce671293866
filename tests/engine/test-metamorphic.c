/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-engine.h"

/* What must hold between a plan and a changed one, and between the arithmetic and another
 * one that is written down differently, whatever the plan. */

#define N_PLANS 200

static double
any_of (GRand *rand, double low, double high)
{
  return g_rand_double_range (rand, low, high);
}

static int
dice (GRand *rand, int sides)
{
  return g_rand_int_range (rand, 0, sides);
}

/* ---- Another arithmetic: hours of a whole segment, person by person ---- */

static double
number_of (gpointer item, const char *property)
{
  double value;

  g_object_get (item, property, &value, NULL);
  return value;
}

/* How often it happens in the segment in a year, over all customers. */
static double
happenings_of (HrPlan *plan, HrSegment *segment, HrTouchpoint *touchpoint)
{
  static const double periods[] = { [HR_PERIOD_WEEK] = 52,
                                    [HR_PERIOD_MONTH] = 12,
                                    [HR_PERIOD_QUARTER] = 4,
                                    [HR_PERIOD_YEAR] = 1 };
  double times = number_of (touchpoint, "times");
  double customers = number_of (segment, "customers");

  if (touchpoint->kind != HR_TOUCHPOINT_ONE_TIME)
    return customers * times * periods[touchpoint->per];
  if (plan->one_time_spread == HR_ONE_TIME_NEW_CUSTOMERS)
    return times * number_of (segment, "new-customers-per-year");
  return customers * times / number_of (segment, "lifetime-years");
}

static double
hours_of_person (HrRole *role)
{
  double worked = number_of (role, "annual-hours") - number_of (role, "leave-hours");
  double internal = number_of (role, "internal-hours");

  if (isnan (internal))
    return worked * (1 - number_of (role, "internal-share")) *
           number_of (role, "realisation");
  return worked * number_of (role, "realisation") -
         internal * number_of (role, "realisation");
}

static double
people_of (HrPlan *plan, HrSegment *segment, HrRole *role)
{
  HrJourney *journey = hr_plan_find_journey (plan, segment, HR_JOURNEY_CURRENT);
  double minutes = 0;

  for (guint i = 0; i < hr_list_get_n (journey->touchpoints); i++)
    {
      HrTouchpoint *touchpoint = hr_list_get (journey->touchpoints, i);
      double each = number_of (touchpoint, "follow-up-minutes") +
                    number_of (touchpoint, "delivery-minutes") +
                    number_of (touchpoint, "prep-minutes");

      if (g_strcmp0 (touchpoint->role, hr_item_get_id (role)) == 0)
        minutes += each * happenings_of (plan, segment, touchpoint) *
                   number_of (touchpoint, "staff") * number_of (touchpoint, "reach");
    }
  return minutes * number_of (segment, "complexity") / (60 * hours_of_person (role));
}

static double
cost_of_person (HrRole *role)
{
  gint64 salary, tools;

  g_object_get (role, "annual-cost", &salary, "tool-cost", &tools, NULL);
  return (double) salary / 100 + (double) tools / 100;
}

static double
benchmark_of (HrSegment *segment)
{
  gint64 arr, per_person;
  double people[3];

  g_object_get (segment, "arr", &arr, "limits-arr-per-fte", &per_person, NULL);
  people[0] = (double) arr / (double) per_person;
  people[1] =
      number_of (segment, "customers") / number_of (segment, "limits-customers-per-fte");
  people[2] = number_of (segment, "new-customers-per-year") /
              (12 * number_of (segment, "limits-new-customers-per-month-per-fte"));
  return fmax (fmax (people[0], people[1]), people[2]);
}

static void
check_segment (HrPlan *plan, const HrSegmentCapacity *answer)
{
  HrSegment *segment = answer->segment;
  double people = 0, cost = 0;
  guint listed = 0;

  for (guint i = 0; i < hr_list_get_n (plan->roles); i++)
    {
      HrRole *role = hr_list_get (plan->roles, i);
      double expected = people_of (plan, segment, role);

      people += expected;
      cost += expected * cost_of_person (role);
      if (listed < answer->n_needs && answer->needs[listed].role == role)
        {
          const HrRoleNeed *need = &answer->needs[listed++];

          assert_close (need->reason == HR_REASON_NO_WORKLOAD ? 0 : need->fte, expected);
        }
      else
        g_assert_cmpfloat (expected, ==, 0);
      if (answer->book.role == role && expected > 0)
        assert_close (answer->book.fte, expected);
    }
  g_assert_cmpuint (listed, ==, answer->n_needs);
  assert_close (answer->fte, people);
  assert_close (answer->cost, cost);
  assert_close (answer->book.top_down_fte, benchmark_of (segment));
}

static void
check_roles (HrPlan *plan, HrCapacity *capacity)
{
  double all_people = 0, all_heads = 0;

  for (guint i = 0; i < hr_list_get_n (plan->roles); i++)
    {
      const HrRoleCapacity *answer = hr_capacity_get_role (capacity, i);
      double people = 0, heads = 0, shared = 0;

      for (guint j = 0; j < hr_list_get_n (plan->segments); j++)
        {
          HrSegment *segment = hr_list_get (plan->segments, j);
          double fte = people_of (plan, segment, answer->role);

          people += fte;
          heads += segment->dedicated ? ceil (fte) : 0;
          shared += segment->dedicated ? 0 : fte;
        }
      heads += ceil (shared);
      all_people += people;
      all_heads += heads;
      assert_close (people > 0 ? answer->fte : 0, people);
      assert_close (people > 0 ? answer->heads : 0, heads);
    }
  assert_close (hr_capacity_get_totals (capacity)->fte, all_people);
  assert_close (hr_capacity_get_totals (capacity)->heads, all_heads);
}

static void
test_another_arithmetic (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  for (guint n = 0; n < N_PLANS; n++)
    {
      g_autoptr (HrPlan) plan = hr_test_plan_new_any (rand);
      g_autoptr (HrCapacity) capacity = compute (plan);

      for (guint i = 0; i < hr_capacity_get_n_segments (capacity); i++)
        check_segment (plan, hr_capacity_get_segment (capacity, i));
      check_roles (plan, capacity);
    }
}

/* ---- Changes that change nothing, or what is known ---- */

typedef void (*Alter) (GRand *rand, HrPlan *plan);

static void
for_touchpoints (HrPlan *plan, void (*alter) (HrJourney *journey, HrTouchpoint *it))
{
  for (guint i = 0; i < hr_list_get_n (plan->journeys); i++)
    {
      HrJourney *journey = hr_list_get (plan->journeys, i);
      guint n = hr_list_get_n (journey->touchpoints);

      for (guint j = 0; j < n; j++)
        alter (journey, hr_list_get (journey->touchpoints, j));
    }
}

static void
scale (gpointer item, const char *property, double factor)
{
  hr_test_set (item, property, number_of (item, property) * factor);
}

static void
permute (GRand *rand, HrList *list)
{
  guint n = hr_list_get_n (list);

  for (guint i = 0; i < n; i++)
    hr_list_move (list, (guint) dice (rand, (int) n), (guint) dice (rand, (int) n));
}

static void
permute_touchpoints (GRand *rand, HrPlan *plan)
{
  for (guint i = 0; i < hr_list_get_n (plan->journeys); i++)
    permute (rand, ((HrJourney *) hr_list_get (plan->journeys, i))->touchpoints);
}

static void
permute_all (GRand *rand, HrPlan *plan)
{
  permute (rand, plan->roles);
  permute (rand, plan->segments);
  permute (rand, plan->journeys);
}

static void
prepare_in_quarters (HrJourney *journey, HrTouchpoint *it)
{
  double minutes = number_of (it, "prep-minutes") + number_of (it, "delivery-minutes") +
                   number_of (it, "follow-up-minutes");

  hr_test_set (it, "times", number_of (it, "times") * 4);
  hr_test_set (it, "prep-minutes", minutes / 4);
  hr_test_set (it, "delivery-minutes", 0);
  hr_test_set (it, "follow-up-minutes", 0);
}

static void
shorter_but_more_often (GRand *rand, HrPlan *plan)
{
  for_touchpoints (plan, prepare_in_quarters);
}

static void
count_per_year (HrJourney *journey, HrTouchpoint *it)
{
  if (it->kind == HR_TOUCHPOINT_ONE_TIME)
    return; /* its period says nothing */
  hr_test_set (it, "times", number_of (it, "times") * hr_period_per_year (it->per));
  hr_test_set (it, "per", HR_PERIOD_YEAR);
}

static void
all_per_year (GRand *rand, HrPlan *plan)
{
  for_touchpoints (plan, count_per_year);
}

static void
staff_as_touchpoints (HrJourney *journey, HrTouchpoint *it)
{
  for (int staff = (int) it->staff; staff > 1; staff--)
    {
      g_autoptr (HrTouchpoint) copy = hr_item_copy (it);

      hr_test_set (copy, "staff", 1);
      hr_list_append (journey->touchpoints, copy);
    }
  hr_test_set (it, "staff", 1);
}

static void
one_touchpoint_per_person (GRand *rand, HrPlan *plan)
{
  for_touchpoints (plan, staff_as_touchpoints);
}

static void
reach_into_times (HrJourney *journey, HrTouchpoint *it)
{
  scale (it, "times", it->reach);
  hr_test_set (it, "reach", 1);
}

static void
reach_as_times (GRand *rand, HrPlan *plan)
{
  for_touchpoints (plan, reach_into_times);
}

static void
complexity_as_minutes (GRand *rand, HrPlan *plan)
{
  for (guint i = 0; i < hr_list_get_n (plan->segments); i++)
    {
      HrSegment *segment = hr_list_get (plan->segments, i);
      HrJourney *journey = hr_plan_find_journey (plan, segment, HR_JOURNEY_CURRENT);

      for (guint j = 0; j < hr_list_get_n (journey->touchpoints); j++)
        {
          HrTouchpoint *it = hr_list_get (journey->touchpoints, j);

          scale (it, "prep-minutes", segment->complexity);
          scale (it, "delivery-minutes", segment->complexity);
          scale (it, "follow-up-minutes", segment->complexity);
        }
      hr_test_set (segment, "complexity", 1);
    }
}

static void
inbound_as_recurring (HrJourney *journey, HrTouchpoint *it)
{
  if (it->kind != HR_TOUCHPOINT_ONE_TIME)
    hr_test_set (it, "kind", HR_TOUCHPOINT_INBOUND - (int) it->kind);
}

static void
swap_kinds (GRand *rand, HrPlan *plan)
{
  for_touchpoints (plan, inbound_as_recurring);
}

static void
realisation_as_hours (GRand *rand, HrPlan *plan)
{
  for (guint i = 0; i < hr_list_get_n (plan->roles); i++)
    {
      HrRole *role = hr_list_get (plan->roles, i);

      hr_test_set (role, "annual-hours", hours_of_person (role));
      hr_test_set (role, "leave-hours", 0);
      hr_test_set (role, "internal-hours", 0);
      hr_test_set (role, "realisation", 1);
    }
}

/* One-time work for the new ones is what a lifetime of customers / new ones would give.
 */
static void
other_spread (GRand *rand, HrPlan *plan)
{
  gboolean by_lifetime = plan->one_time_spread == HR_ONE_TIME_LIFETIME;

  for (guint i = 0; i < hr_list_get_n (plan->segments); i++)
    {
      HrSegment *segment = hr_list_get (plan->segments, i);

      if (by_lifetime)
        hr_test_set (segment, "new-customers-per-year",
                     segment->customers / segment->lifetime_years);
      else
        hr_test_set (segment, "lifetime-years",
                     segment->customers / segment->new_customers_per_year);
    }
  hr_test_set (plan, "one-time-spread", !by_lifetime);
}

static const struct
{
  const char *name;
  Alter alter;
} SAMES[] = {
  { "permute touchpoints", permute_touchpoints },
  { "permute roles, segments and journeys", permute_all },
  { "four times a quarter of the minutes", shorter_but_more_often },
  { "times per year instead of per period", all_per_year },
  { "a touchpoint for each person in it", one_touchpoint_per_person },
  { "reach as times", reach_as_times },
  { "complexity as minutes", complexity_as_minutes },
  { "inbound is counted like recurring", swap_kinds },
  { "all that reduces hours, taken off first", realisation_as_hours },
  { "one spread of one-time work for the other", other_spread },
};

/* Sums may be made in another order; what each role and segment needs stays. */
static void
test_same_people (gconstpointer data)
{
  Alter alter = ((const typeof (SAMES[0]) *) data)->alter;
  g_autoptr (GRand) rand = g_rand_new_with_seed (27);

  for (guint n = 0; n < N_PLANS / 4; n++)
    {
      g_autoptr (HrPlan) plan = hr_test_plan_new_any (rand);
      g_autoptr (HrCapacity) before = compute (plan);
      g_autoptr (HrCapacity) after = NULL;

      alter (rand, plan);
      after = compute (plan);
      assert_close (hr_capacity_get_totals (after)->fte,
                    hr_capacity_get_totals (before)->fte);
      assert_close (hr_capacity_get_totals (after)->heads,
                    hr_capacity_get_totals (before)->heads);
      assert_close (hr_capacity_get_totals (after)->cost,
                    hr_capacity_get_totals (before)->cost);
      for (guint i = 0; i < hr_capacity_get_n_segments (before); i++)
        {
          const HrSegmentCapacity *old = hr_capacity_get_segment (before, i);
          const HrSegmentCapacity *new = hr_capacity_find_segment (after, old->segment);

          assert_close (new->fte, old->fte);
          assert_close (new->workload_hours, old->workload_hours);
          assert_close (new->book.fte, old->book.fte);
        }
      for (guint i = 0; i < hr_capacity_get_n_roles (before); i++)
        {
          const HrRoleCapacity *old = hr_capacity_get_role (before, i);

          assert_close (hr_capacity_find_role (after, old->role)->fte, old->fte);
        }
    }
}

/* Twice the ARR: the same journey, people and cost; the benchmark pays for twice as many.
 */
static void
test_scale_arr (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint n = 0; n < N_PLANS / 4; n++)
    {
      g_autoptr (HrPlan) plan = hr_test_plan_new_any (rand);
      g_autoptr (HrCapacity) before = NULL, after = NULL;
      HrSegment *segment = hr_list_get (plan->segments, 0);
      const HrSegmentCapacity *old, *new;

      hr_test_set (segment, "limits-customers-per-fte", NAN);
      hr_test_set (segment, "limits-new-customers-per-month-per-fte", NAN);
      before = compute (plan);
      g_object_set (segment, "arr", segment->arr * 2, NULL);
      after = compute (plan);

      old = hr_capacity_get_segment (before, 0);
      new = hr_capacity_get_segment (after, 0);
      assert_close (new->fte, old->fte);
      assert_close (new->cost, old->cost);
      assert_close (new->book.gap, old->book.gap);
      assert_close (new->cost_share_of_arr, old->cost_share_of_arr / 2);
      assert_close (new->book.arr_per_fte, old->book.arr_per_fte * 2);
      assert_close (new->book.top_down_fte, old->book.top_down_fte * 2);
    }
}

static void
split_off (HrPlan *plan, HrSegment *segment, double share)
{
  g_autoptr (HrSegment) part = hr_item_new (HR_TYPE_SEGMENT, "part");
  g_autoptr (HrJourney) journey = hr_item_new (HR_TYPE_JOURNEY, NULL);
  HrJourney *old = hr_plan_find_journey (plan, segment, HR_JOURNEY_CURRENT);
  gint64 arr = (gint64) ((double) segment->arr * share);

  g_object_set (part, "name", "Part", "book-role", segment->book_role, "complexity",
                segment->complexity, "dedicated", segment->dedicated, "arr", arr,
                "customers", segment->customers * share, "new-customers-per-year",
                segment->new_customers_per_year * share, "lifetime-years",
                segment->lifetime_years, NULL);
  g_object_set (segment, "arr", segment->arr - arr, NULL);
  scale (segment, "customers", 1 - share);
  scale (segment, "new-customers-per-year", 1 - share);
  hr_list_append (plan->segments, part);

  g_object_set (journey, "segment", "part", NULL);
  for (guint i = 0; i < hr_list_get_n (old->touchpoints); i++)
    {
      g_autoptr (HrTouchpoint) copy = hr_item_copy (hr_list_get (old->touchpoints, i));

      hr_list_append (journey->touchpoints, copy);
    }
  hr_list_append (plan->journeys, journey);
}

/* Two parts need what the whole needs; shared people are rounded up together, dedicated
 * ones cost up to one more head per role. */
static void
test_split_segment (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);

  for (guint n = 0; n < N_PLANS / 4; n++)
    {
      g_autoptr (HrPlan) plan = hr_test_plan_new_any (rand);
      g_autoptr (HrCapacity) before = compute (plan);
      g_autoptr (HrCapacity) after = NULL;
      HrSegment *segment = hr_list_get (plan->segments, 0);
      const HrTotals *old = hr_capacity_get_totals (before), *new;
      double more;

      split_off (plan, segment, any_of (rand, 0.1, 0.9));
      after = compute (plan);
      new = hr_capacity_get_totals (after);
      assert_close (new->fte, old->fte);
      assert_close (new->cost, old->cost);
      assert_close (new->customers, old->customers);
      assert_close (new->arr, old->arr);
      more = new->heads - old->heads;
      g_assert_cmpfloat (more, >=, 0);
      g_assert_cmpfloat (more, <=,
                         segment->dedicated ? hr_capacity_get_n_roles (after) : 0);
    }
}

/* Twice the customers, old and new, need twice the people, at the same cost for each. */
static void
test_scale_customers (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint n = 0; n < N_PLANS / 4; n++)
    {
      g_autoptr (HrPlan) plan = hr_test_plan_new_any (rand);
      g_autoptr (HrCapacity) before = compute (plan);
      g_autoptr (HrCapacity) after = NULL;
      HrSegment *segment = hr_list_get (plan->segments, 0);

      scale (segment, "customers", 2);
      scale (segment, "new-customers-per-year", 2);
      after = compute (plan);
      assert_close (hr_capacity_get_segment (after, 0)->fte,
                    hr_capacity_get_segment (before, 0)->fte * 2);
      assert_close (hr_capacity_get_segment (after, 0)->workload_hours,
                    hr_capacity_get_segment (before, 0)->workload_hours);
      assert_close (hr_capacity_get_segment (after, 0)->cost_per_customer,
                    hr_capacity_get_segment (before, 0)->cost_per_customer);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/metamorphic/another-arithmetic", test_another_arithmetic);
  ADD_TABLE ("/engine/metamorphic/same-people", SAMES, test_same_people)
  g_test_add_func ("/engine/metamorphic/scale-arr", test_scale_arr);
  g_test_add_func ("/engine/metamorphic/scale-customers", test_scale_customers);
  g_test_add_func ("/engine/metamorphic/split-segment", test_split_segment);

  return g_test_run ();
}
