/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "hr-format.h"
#include "hr-role.h"
#include "hr-test-plan.h"
#include "hr-touchpoint.h"

/* Segments of a role whose people have 1,000 hours each, every customer taking ten: so
 * a hundred customers need one person. */
typedef struct
{
  const char *name;
  double customers; /* NAN: not given */
  double headcount;
} SegmentCase;

static HrPlan *
make_plan (const SegmentCase *cases, guint n)
{
  HrPlan *plan = hr_plan_new ("p");
  g_autoptr (HrRole) role = hr_item_new (HR_TYPE_ROLE, "csm");

  g_object_set (role, "name", "CSM", "annual-hours", 1000.0, "leave-hours", 0.0,
                "internal-share", 0.0, NULL);
  hr_list_append (plan->roles, role);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HrSegment) segment = hr_item_new (HR_TYPE_SEGMENT, cases[i].name);
      g_autoptr (HrJourney) journey = hr_item_new (HR_TYPE_JOURNEY, NULL);
      g_autoptr (HrTouchpoint) touchpoint = hr_item_new (HR_TYPE_TOUCHPOINT, NULL);

      g_object_set (segment, "name", cases[i].name, "customers", cases[i].customers,
                    "headcount", cases[i].headcount, "book-role", "csm", NULL);
      g_object_set (journey, "segment", cases[i].name, NULL);
      g_object_set (touchpoint, "name", "t", "per", HR_PERIOD_YEAR, "delivery-minutes",
                    600.0, "role", "csm", NULL);
      hr_list_append (journey->touchpoints, touchpoint);
      hr_list_append (plan->segments, segment);
      hr_list_append (plan->journeys, journey);
    }
  return plan;
}

static char *
find (HrPlan *plan)
{
  g_autoptr (HrSegmentation) segmentation = hr_segmentation_new (plan);
  g_autoptr (HrCapacity) capacity =
      hr_capacity_new (plan, segmentation, HR_JOURNEY_CURRENT);

  return hr_format_finding (capacity);
}

static void
test_findings (void)
{
  static const struct
  {
    SegmentCase segments[4];
    const char *finding;
  } cases[] = {
    { { { NULL } }, "There are no segments yet" },
    { { { "Mid-market", 1000, 6 } }, "Mid-market needs 4.0 more people than it has" },
    { { { "Mid-market", 1000, 6 }, { "Scale", 100, 0.9 } },
      "Mid-market needs 4.0 more people than it has, and 1 other segment is short too" },
    { { { "Scale", 100, 0.9 }, { "Mid-market", 1000, 6 }, { "SMB", 100, 0 } },
      "Mid-market needs 4.0 more people than it has, and 2 other segments are short "
      "too" },
    { { { "Scale", 100, 9 }, { "Mid-market", 1000, 9.96 }, { "SMB", 105, 1 } },
      "SMB needs 0.1 more people than it has" }, /* 9.96 and 10 show the same */
    { { { "Scale", 1000, 10 } }, "Every segment has the people it needs" },
    { { { "Scale", 1000, 10.04 } }, "Every segment has the people it needs" },
    { { { "Scale", 1000, 9.96 } }, "Every segment has the people it needs" },
    { { { "Scale", 1000, 10.9 }, { "SMB", 100, 1.5 } },
      "Every segment has the people it needs, and Scale has 0.9 to spare" },
    { { { "Scale", 0, 0 } }, "Every segment has the people it needs" },
    { { { "Scale", NAN, 3 } },
      "Scale has no answer: The number of customers is not given" },
    { { { "Scale", NAN, 3 }, { "SMB", 100, 1 } },
      "No segment is short of people, but 1 segment has no answer" },
    { { { "Scale", NAN, 3 }, { "SMB", 100, 4 }, { "Mid-market", NAN, 1 } },
      "No segment is short of people, but 2 segments have no answer" },
    { { { "Scale", NAN, 3 }, { "SMB", 100, 0 } },
      "SMB needs 1.0 more people than it has" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint n = 0;
      g_autoptr (HrPlan) plan = NULL;
      g_autofree char *finding = NULL;

      while (n < G_N_ELEMENTS (cases[i].segments) && cases[i].segments[n].name != NULL)
        n++;
      plan = make_plan (cases[i].segments, n);
      finding = find (plan);
      g_assert_cmpstr (finding, ==, cases[i].finding);
    }
}

static void
test_worked_example (void)
{
  g_autoptr (HrPlan) plan = hr_test_plan_new_worked_example ();
  g_autofree char *finding = find (plan);
  g_autofree char *without_role = NULL;

  g_assert_cmpstr (finding, ==, "Enterprise needs 0.8 more people than it has");
  g_object_set (hr_list_get (plan->segments, 0), "book-role", NULL, NULL);
  without_role = find (plan);
  g_assert_cmpstr (without_role, ==,
                   "Enterprise has no answer: No role carries the accounts");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/format/finding/findings", test_findings);
  g_test_add_func ("/format/finding/worked-example", test_worked_example);

  return g_test_run ();
}
