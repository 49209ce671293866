/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "hr-format.h"
#include "hr-test-figures.h"
#include "hr-test-plan.h"

/* A hundred customers need one person. */
typedef struct
{
  const char *name;
  double customers; /* NAN: not given */
  double headcount;
} SegmentCase;

static HrPlan *
make_plan (const SegmentCase *cases, guint n)
{
  HrTestFigures figures[4];

  for (guint i = 0; i < n; i++)
    figures[i] = (HrTestFigures) { .name = cases[i].name,
                                   .customers = cases[i].customers,
                                   .arr = 1e6,
                                   .needed = cases[i].customers / 100,
                                   .today = cases[i].headcount,
                                   .arr_per_fte = 1e6 };
  return hr_test_plan_new_of_figures (figures, n);
}

/* Returns: the finding; @segment is the place of the segment it is about */
static char *
find (HrPlan *plan, int *segment)
{
  g_autoptr (HrSegmentation) segmentation = hr_segmentation_new (plan);
  g_autoptr (HrCapacity) capacity =
      hr_capacity_new (plan, segmentation, HR_JOURNEY_CURRENT);

  *segment = hr_finding_get_segment (capacity);
  return hr_format_finding (capacity);
}

static void
test_findings (void)
{
  static const struct
  {
    SegmentCase segments[4];
    const char *finding;
    int segment;
  } cases[] = {
    { { { NULL } }, "There are no segments yet", -1 },
    { { { "Mid-market", 1000, 6 } }, "Mid-market needs 4.0 more people than it has", 0 },
    { { { "Mid-market", 1000, 6 }, { "Scale", 100, 0.9 } },
      "Mid-market needs 4.0 more people than it has, and 1 other segment is short too",
      0 },
    { { { "Scale", 100, 0.9 }, { "Mid-market", 1000, 6 }, { "SMB", 100, 0 } },
      "Mid-market needs 4.0 more people than it has, and 2 other segments are short "
      "too",
      1 },
    { { { "Scale", 100, 9 }, { "Mid-market", 1000, 9.96 }, { "SMB", 105, 1 } },
      "SMB needs 0.1 more people than it has",
      2 }, /* 9.96 and 10 show the same */
    { { { "Scale", 1000, 10 } }, "Scale has the people it needs", -1 },
    { { { "Scale", 1000, 10.9 } }, "Scale has 0.9 people to spare", 0 },
    { { { "Scale", 1000, 10 }, { "SMB", 100, 1 } },
      "Every segment has the people it needs",
      -1 },
    { { { "Scale", 1000, 10.04 } }, "Scale has the people it needs", -1 },
    { { { "Scale", 1000, 9.96 } }, "Scale has the people it needs", -1 },
    { { { "Scale", 1000, 10.9 }, { "SMB", 100, 1.5 } },
      "Every segment has the people it needs, and Scale has 0.9 to spare",
      0 },
    { { { "Scale", 0, 0 } }, "Scale has the people it needs", -1 },
    { { { "Scale", NAN, 3 } },
      "Scale has no answer: The number of customers is not given",
      -1 },
    { { { "Scale", NAN, 3 }, { "SMB", 100, 1 } },
      "No segment is short of people, but 1 segment has no answer",
      -1 },
    { { { "Scale", NAN, 3 }, { "SMB", 100, 4 }, { "Mid-market", NAN, 1 } },
      "No segment is short of people, but 2 segments have no answer",
      -1 },
    { { { "Scale", NAN, 3 }, { "SMB", 100, 0 } },
      "SMB needs 1.0 more people than it has",
      1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint n = 0;
      g_autoptr (HrPlan) plan = NULL;
      g_autofree char *finding = NULL;
      int segment;

      while (n < G_N_ELEMENTS (cases[i].segments) && cases[i].segments[n].name != NULL)
        n++;
      plan = make_plan (cases[i].segments, n);
      finding = find (plan, &segment);
      g_assert_cmpstr (finding, ==, cases[i].finding);
      g_assert_cmpint (segment, ==, cases[i].segment);
    }
}

static void
test_worked_example (void)
{
  g_autoptr (HrPlan) plan = hr_test_plan_new_worked_example ();
  int segment;
  g_autofree char *finding = find (plan, &segment);
  g_autofree char *without_role = NULL;

  g_assert_cmpstr (finding, ==, "Enterprise needs 0.8 more people than it has");
  g_object_set (hr_list_get (plan->segments, 0), "book-role", NULL, NULL);
  without_role = find (plan, &segment);
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
