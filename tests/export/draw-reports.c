/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* draw-reports DIR: the report of every case that a picture can fail on, to be looked at.
 */

#include <glib/gstdio.h>
#include <locale.h>

#include "chart-cases.h"
#include "hr-report.h"

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  if (argc != 2)
    {
      g_printerr ("usage: draw-reports DIR\n");
      return 2;
    }
  g_mkdir_with_parents (argv[1], 0755);
  for (guint i = 0; i < G_N_ELEMENTS (CHART_CASES); i++)
    {
      g_autoptr (HrPlan) plan = hr_test_plan_new_of_figures (CHART_CASES[i].segments,
                                                             CHART_CASES[i].n_segments);
      g_autoptr (HrSegmentation) segmentation = hr_segmentation_new (plan);
      g_autoptr (HrCapacity) capacity =
          hr_capacity_new (plan, segmentation, HR_JOURNEY_CURRENT);
      g_autofree char *path = g_strdup_printf ("%s/%s.pdf", argv[1], CHART_CASES[i].name);
      g_autoptr (GError) error = NULL;

      if (!hr_export_report (capacity, path, &error))
        {
          g_printerr ("%s\n", error->message);
          return 1;
        }
    }
  return 0;
}
