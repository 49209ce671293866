/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "hr-capacity-chart.h"
#include "hr-enums.h"
#include "hr-format.h"
#include "hr-journey-map.h"
#include "hr-persona-matrix.h"
#include "hr-report-content.h"

#define BELOW_HEAD 14
#define LEAST_SHARE                                                                      \
  0.75 /* of the size of letters, before a map or a matrix says less                     \
        */

/* "high touch · 48 customers · $32.0M ARR" */
static char *
write_size (const HrReport *report, const HrSegmentCapacity *segment)
{
  g_autofree char *model =
      hr_format_enum (HR_TYPE_ENGAGEMENT_MODEL, (int) segment->segment->engagement_model);
  g_autofree char *customers =
      hr_format_unit (segment->customers, HR_UNIT_CUSTOMERS, NULL);
  g_autofree char *arr =
      hr_format_money_compact (segment->arr, hr_report_get_currency (report));

  return g_strdup_printf (
      /* Translators: an engagement model, "48 customers", "$32.0M" */
      _ ("%s · %s · %s ARR"), model,
      isfinite (segment->customers) ? customers
                                    : hr_reason_to_text (segment->customers_reason),
      arr);
}

static char *
write_rule (const HrReport *report, const HrSegment *segment)
{
  gboolean is_first = hr_capacity_get_segment (report->capacity, 0)->segment == segment;
  HrPlan *plan = hr_capacity_get_plan (report->capacity);
  g_autofree char *rule = hr_format_rule (segment->rule, plan->portfolio, plan->currency);

  if (segment->source != HR_SEGMENT_ACCOUNTS)
    return g_strdup (_ ("Customers and ARR are typed, not counted from accounts."));
  return g_strdup_printf (is_first ? _ ("Accounts: %s")
                                   : _ ("Accounts that no segment before it has: %s"),
                          rule);
}

static void
put_head (HrReportFlow *flow, const HrSegmentCapacity *segment)
{
  g_autofree char *size = write_size (flow->report, segment);
  g_autofree char *rule = write_rule (flow->report, segment->segment);

  hr_report_flow_put (flow, HR_REPORT_TITLE, segment->segment->name);
  hr_report_flow_put (flow, HR_REPORT_TEXT, size);
  if (*segment->segment->description != '\0')
    hr_report_flow_put (flow, HR_REPORT_DIM, segment->segment->description);
  hr_report_flow_put (flow, HR_REPORT_DIM, rule);
  flow->y += BELOW_HEAD;
  flow->is_begun = FALSE;
}

static void
put_picture (HrReportFlow *flow, guint i)
{
  HrReport *report = flow->report;
  g_autoptr (HrCapacity) part = hr_capacity_new_part (report->capacity, i);

  hr_report_flow_put_picture (
      flow, hr_capacity_chart_draw, part,
      hr_capacity_chart_get_height (part, &report->theme, flow->width));
}

static void
draw_map (const HrCapacity *capacity,
          const HrChartTheme *theme,
          cairo_t *cr,
          double width,
          double height)
{
  HrJourneyMap map = { capacity, 0, HR_JOURNEY_LANES_ROLES };
  HrChartTheme may_shrink = *theme;

  may_shrink.least_size = LEAST_SHARE * theme->size;
  hr_journey_map_draw (&map, &may_shrink, cr, width, height);
}

static void
draw_matrix (const HrCapacity *capacity,
             const HrChartTheme *theme,
             cairo_t *cr,
             double width,
             double height)
{
  HrChartTheme may_shrink = *theme;

  may_shrink.least_size = LEAST_SHARE * theme->size;
  hr_persona_matrix_draw (capacity, &may_shrink, cr, width, height);
}

/* A page of its own, if there is anything to be seen. */
static void
put_map (HrReportFlow *flow, guint i)
{
  const HrSegmentCapacity *segment = hr_capacity_get_segment (flow->report->capacity, i);
  g_autoptr (HrCapacity) part = NULL;

  if (segment->journey == NULL || hr_list_get_n (segment->journey->touchpoints) == 0 ||
      hr_list_get_n (hr_capacity_get_plan (flow->report->capacity)->stages) == 0)
    return;
  part = hr_capacity_new_part (flow->report->capacity, i);
  hr_report_flow_break (flow);
  hr_report_flow_put_picture (flow, draw_map, part, hr_report_flow_get_room (flow));
}

/**
 * hr_report_add_personas:
 * @report: a report
 *
 * Adds the page of the personas, if there are any.
 */
void
hr_report_add_personas (HrReport *report)
{
  HrPlan *plan = hr_capacity_get_plan (report->capacity);
  HrReportFlow flow;

  if (hr_list_get_n (plan->personas) == 0 || hr_list_get_n (plan->stages) == 0)
    return;
  flow = hr_report_begin_section (report, _ ("Personas"));
  hr_report_flow_put_picture (&flow, draw_matrix, (HrCapacity *) report->capacity,
                              hr_report_flow_get_room (&flow));
}

/**
 * hr_report_add_segment:
 * @report: a report
 * @i: the place of a segment
 *
 * Adds the pages of a segment: the answer, how it comes about, what it rests on.
 */
void
hr_report_add_segment (HrReport *report, guint i)
{
  const HrSegmentCapacity *segment = hr_capacity_get_segment (report->capacity, i);
  HrReportFlow flow = hr_report_begin_section (report, segment->segment->name);
  HrReportFlow other;

  put_head (&flow, segment);
  other = hr_report_flow_split (&flow, 0.5);
  put_picture (&flow, i);
  hr_report_put_stages (&other, segment);
  hr_report_flow_join (&flow, &other);
  hr_report_put_figures (&flow, segment);
  hr_report_put_assumptions (&flow, segment);
  hr_report_put_touchpoints (&flow, segment);
  put_map (&flow, i);
}
