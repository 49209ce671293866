/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "hr-capacity.h"
#include "hr-plan.h"

/* How long the whole answer takes after an edit: 5 segments of 60 touchpoints, 3 roles.
 * The peer is the same arithmetic over bare arrays: what the objects, reasons and
 * references cost is the difference. */

#define N_SEGMENTS 5
#define N_TOUCHPOINTS 60
#define N_ROLES 3
#define N_RUNS 20001
#define GOAL 10.0 /* µs */

static gpointer
add (HrList *list)
{
  g_autoptr (HrItem) item = hr_item_new (hr_list_get_item_type (list), NULL);

  hr_list_append (list, item);
  return item;
}

static void
add_segment (GRand *rand, HrPlan *plan)
{
  HrSegment *segment = add (plan->segments);
  HrJourney *journey = add (plan->journeys);

  g_object_set (segment, "customers", g_rand_double_range (rand, 10, 1000), "arr",
                (gint64) g_rand_double_range (rand, 1e8, 1e10), "new-customers-per-year",
                g_rand_double_range (rand, 1, 100), "complexity", 1.3, "book-role",
                hr_item_get_id (hr_list_get (plan->roles, 0)), "limits-arr-per-fte",
                G_GINT64_CONSTANT (200000000), NULL);
  g_object_set (journey, "segment", hr_item_get_id (segment), NULL);
  for (guint i = 0; i < N_TOUCHPOINTS; i++)
    g_object_set (
        add (journey->touchpoints), "kind", (int) (g_rand_int (rand) % 3), "times",
        g_rand_double_range (rand, 1, 5), "per", (int) (g_rand_int (rand) % 4),
        "prep-minutes", g_rand_double_range (rand, 1, 60), "delivery-minutes",
        g_rand_double_range (rand, 1, 60), "follow-up-minutes",
        g_rand_double_range (rand, 1, 60), "reach", 0.9, "role",
        hr_item_get_id (hr_list_get (plan->roles, g_rand_int (rand) % N_ROLES)), NULL);
}

static HrPlan *
make_plan (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  HrPlan *plan = hr_plan_new ("Bench");

  for (guint i = 0; i < N_ROLES; i++)
    g_object_set (add (plan->roles), "annual-cost", G_GINT64_CONSTANT (18200000), NULL);
  for (guint i = 0; i < N_SEGMENTS; i++)
    add_segment (rand, plan);
  return plan;
}

/* ---- The peer ---- */

typedef struct
{
  int kind, role;
  double times, per_year, prep, delivery, follow_up, reach, staff;
} BareTouchpoint;

typedef struct
{
  double customers, arr, new_customers, complexity, arr_per_fte;
  BareTouchpoint touchpoints[N_TOUCHPOINTS];
} BareSegment;

static BareSegment bare[N_SEGMENTS];
static double available[N_ROLES], cost[N_ROLES];

static void
fill_bare (HrPlan *plan)
{
  for (guint s = 0; s < N_SEGMENTS; s++)
    {
      const HrSegment *segment = hr_list_get (plan->segments, s);
      const HrJourney *journey = hr_plan_find_journey (plan, segment, HR_JOURNEY_CURRENT);

      bare[s] = (BareSegment) { segment->customers, (double) segment->arr / 100,
                                segment->new_customers_per_year, segment->complexity,
                                (double) segment->limits.arr_per_fte / 100 };
      for (guint t = 0; t < N_TOUCHPOINTS; t++)
        {
          const HrTouchpoint *it = hr_list_get (journey->touchpoints, t);
          guint role;

          hr_list_get_position (plan->roles, hr_list_find (plan->roles, it->role), &role);
          bare[s].touchpoints[t] = (BareTouchpoint) { (int) it->kind,
                                                      (int) role,
                                                      it->times,
                                                      hr_period_per_year (it->per),
                                                      it->prep_minutes,
                                                      it->delivery_minutes,
                                                      it->follow_up_minutes,
                                                      it->reach,
                                                      it->staff };
        }
    }
  for (guint r = 0; r < N_ROLES; r++)
    {
      available[r] = hr_role_get_available_hours (hr_list_get (plan->roles, r));
      cost[r] = hr_role_get_cost (hr_list_get (plan->roles, r));
    }
}

/* Returns: what all people cost, for the two to be compared. */
static double
compute_bare (void)
{
  double total = 0;

  for (guint s = 0; s < N_SEGMENTS; s++)
    {
      double hours[N_ROLES] = { 0 };

      for (guint t = 0; t < N_TOUCHPOINTS; t++)
        {
          const BareTouchpoint *it = &bare[s].touchpoints[t];
          double count = it->kind == HR_TOUCHPOINT_ONE_TIME
                             ? it->times * bare[s].new_customers / bare[s].customers
                             : it->times * it->per_year;

          hours[it->role] += count * (it->prep + it->delivery + it->follow_up) / 60 *
                             it->reach * it->staff;
        }
      for (guint r = 0; r < N_ROLES; r++)
        total +=
            bare[s].customers * bare[s].complexity * hours[r] / available[r] * cost[r];
    }
  return total;
}

static double
compute_plan (HrPlan *plan, HrSegmentation *segmentation)
{
  g_autoptr (HrCapacity) capacity =
      hr_capacity_new (plan, segmentation, HR_JOURNEY_CURRENT);

  return hr_capacity_get_totals (capacity)->cost;
}

/* ---- Measuring ---- */

static int
compare (const void *a, const void *b)
{
  return (*(const gint64 *) a > *(const gint64 *) b) -
         (*(const gint64 *) a < *(const gint64 *) b);
}

static gint64
nanoseconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_MONOTONIC, &now);
  return now.tv_sec * G_GINT64_CONSTANT (1000000000) + now.tv_nsec;
}

/* Returns: the median in µs. */
static double
median (gint64 *times)
{
  const guint middle = N_RUNS / 2;

  qsort (times, N_RUNS, sizeof *times, compare);
  return (double) times[middle] / 1000;
}

int
main (void)
{
  g_autoptr (HrPlan) plan = make_plan ();
  g_autoptr (HrSegmentation) segmentation = hr_segmentation_new (plan);
  g_autofree gint64 *of_plan = g_new (gint64, N_RUNS);
  g_autofree gint64 *of_bare = g_new (gint64, N_RUNS);
  double whole, peer, sum = 0, bare_sum = 0;

  fill_bare (plan);
  for (guint i = 0; i < N_RUNS; i++)
    {
      gint64 start = nanoseconds (), middle;

      sum += compute_plan (plan, segmentation);
      middle = nanoseconds ();
      bare_sum += compute_bare ();
      of_bare[i] = nanoseconds () - middle;
      of_plan[i] = middle - start;
      __asm__ volatile ("" ::: "memory"); /* each run reads its input again */
    }
  if (!(fabs (sum - bare_sum) <= 1e-9 * sum))
    {
      fprintf (stderr, "capacity: %.17g, but bare arrays give %.17g\n", sum, bare_sum);
      return 1;
    }

  whole = median (of_plan);
  peer = median (of_bare);
  printf ("capacity of %d segments × %d touchpoints: %.2f µs (goal %.0f µs: %s), bare "
          "arrays %.2f µs, %.1f times\n",
          N_SEGMENTS, N_TOUCHPOINTS, whole, GOAL, whole <= GOAL ? "met" : "missed", peer,
          whole / peer);
  return 0;
}
