/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-coverage-map.h"

#include "hr-format.h"

void
hr_coverage_map_draw (const HrCapacity *capacity,
                      const HrChartTheme *theme,
                      cairo_t *cr,
                      double width,
                      double height)
{
}

gboolean
hr_coverage_map_place (const HrCapacity *capacity,
                       const HrChartTheme *theme,
                       double width,
                       double height,
                       guint segment,
                       HrCoverageMark mark,
                       cairo_rectangle_t *place)
{
  return FALSE;
}

char *
hr_coverage_map_describe (const HrCapacity *capacity)
{
  return hr_format_finding (capacity);
}

char *
hr_coverage_map_get_title (const HrCapacity *capacity)
{
  return hr_format_finding (capacity);
}
