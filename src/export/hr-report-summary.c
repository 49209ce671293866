/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "hr-capacity-chart.h"
#include "hr-check.h"
#include "hr-coverage-map.h"
#include "hr-format.h"
#include "hr-report-content.h"
#include "hr-report-date.h"

/* Of the width: the picture beside what is worth a look. */
#define PICTURE 0.64

#define N_HEADLINES 4
#define HEADLINE_GAP 18
#define ABOVE_HEADLINES 10
#define BELOW_HEADLINES 16
#define BETWEEN_CHECKS 6
#define LEAST_MAP 220
#define MOST_MAP 340
#define BELOW_MAP 110 /* what the figures take */

/* The height of a picture by what suits it: one that got less goes to a page of its own.
 */
#define LEAST_SHARE 0.5
#define MOST_SHARE 1.2

/**
 * Headline:
 * @label: what it is
 * @figure: (owned): in large letters
 * @note: (owned): what it means
 */
typedef struct
{
  const char *label;
  char *figure;
  char *note;
} Headline;

static const char *
get_subject (const HrCapacity *capacity)
{
  return hr_capacity_get_version (capacity) == HR_JOURNEY_CURRENT
             ? _ ("Customer Success capacity")
             : _ ("Customer Success capacity, with the redesigned journeys");
}

static void
put_title (HrReportFlow *flow)
{
  HrReport *report = flow->report;
  const HrPlan *plan = hr_capacity_get_plan (report->capacity);
  const char *subject = get_subject (report->capacity);
  g_autofree char *date = hr_report_date_to_text ();
  g_autofree char *named = g_strdup_printf ("%s · %s", subject, plan->company);
  HrChartText end = hr_report_write (report, HR_REPORT_DIM, date);
  HrReportFlow start = *flow;

  start.width -= end.place.width + HEADLINE_GAP;
  hr_report_flow_put (&start, HR_REPORT_DIM, *plan->company != '\0' ? named : subject);
  hr_report_put_text (report, flow->page, end, flow->x + flow->width - end.place.width,
                      flow->y);
  flow->y = start.y;
  hr_report_flow_put (flow, HR_REPORT_TITLE, plan->name);
}

static guint
count_short (const HrCapacity *capacity)
{
  guint n = 0;

  for (guint i = 0; i < hr_capacity_get_n_segments (capacity); i++)
    n += hr_capacity_get_segment (capacity, i)->book.gap < 0;
  return n;
}

static char *
write_today_note (const HrCapacity *capacity)
{
  guint n = 0;

  for (guint i = 0; i < hr_capacity_get_n_roles (capacity); i++)
    n += hr_capacity_get_role (capacity, i)->reason != HR_REASON_NO_WORKLOAD;
  return g_strdup_printf (ngettext ("in %u role", "in %u roles", n), n);
}

static char *
write_gap_note (const HrCapacity *capacity)
{
  guint n = count_short (capacity);

  if (n == 0)
    return g_strdup (_ ("No segment is short of people"));
  return g_strdup_printf (
      ngettext ("%u segment is short of people", "%u segments are short of people", n),
      n);
}

static void
write_headlines (const HrReport *report, Headline *headlines)
{
  const HrTotals *totals = hr_capacity_get_totals (report->capacity);
  const char *currency = hr_report_get_currency (report);
  g_autofree char *share = hr_format_share (totals->cost_share_of_arr);
  g_autofree char *cost = hr_format_money_compact (totals->cost, currency);
  g_autofree char *arr = hr_format_money_compact (totals->arr, currency);
  const char *reason = hr_reason_to_text (totals->reason);
  gboolean known = totals->reason == HR_REASON_NONE;

  headlines[0] = (Headline) { _ ("People needed"), hr_format_people (totals->fte),
                              known ? hr_format_unit (totals->heads, HR_UNIT_HEADS, NULL)
                                    : g_strdup (reason) };
  headlines[1] = (Headline) { _ ("People today"),
                              hr_format_unit (totals->headcount, HR_UNIT_NONE, NULL),
                              write_today_note (report->capacity) };
  headlines[2] =
      (Headline) { C_ ("people", "Gap"), hr_format_gap (totals->gap),
                   known ? write_gap_note (report->capacity) : g_strdup (reason) };
  headlines[3] = (Headline) { _ ("CS cost"),
                              isfinite (totals->cost_share_of_arr)
                                  ? g_strdup_printf (_ ("%s of ARR"), share)
                                  : g_strdup (HR_NO_ANSWER),
                              g_strdup_printf (_ ("%s of %s"), cost, arr) };
}

static void
put_headlines (HrReportFlow *flow)
{
  Headline headlines[N_HEADLINES];
  double width = (flow->width - (N_HEADLINES - 1) * HEADLINE_GAP) / N_HEADLINES;
  double end = flow->y;

  write_headlines (flow->report, headlines);
  for (guint i = 0; i < N_HEADLINES; i++)
    {
      HrReportFlow column = *flow;

      column.x += i * (width + HEADLINE_GAP);
      column.width = width;
      hr_report_put_bar (
          flow->report, flow->page,
          (cairo_rectangle_t) { column.x, column.y, width, flow->report->theme.line },
          &flow->report->theme.ink);
      column.y += 4;
      hr_report_flow_put (&column, HR_REPORT_DIM, headlines[i].label);
      hr_report_flow_put (&column, HR_REPORT_FIGURE, headlines[i].figure);
      hr_report_flow_put (&column, HR_REPORT_DIM, headlines[i].note);
      end = fmax (end, column.y);
      g_free (headlines[i].figure);
      g_free (headlines[i].note);
    }
  flow->y = end + BELOW_HEADLINES;
  flow->is_begun = FALSE;
}

/* Notes on single assumptions stand with the assumptions. */
static void
put_checks (HrReportFlow *flow)
{
  const HrCapacity *capacity = flow->report->capacity;
  g_autoptr (GPtrArray) checks = hr_checks_new (
      capacity, hr_capacity_get_segmentation (capacity), hr_report_date_to_days ());

  hr_report_flow_put_heading (flow, _ ("Worth a look"));
  for (guint i = 0; i < checks->len; i++)
    {
      const HrCheck *check = g_ptr_array_index (checks, i);
      g_autofree char *words = hr_format_check (check, hr_capacity_get_plan (capacity));

      if (check->kind == HR_CHECK_ASSUMED_DEFAULT)
        continue;
      hr_report_flow_put (
          flow, check->severity == HR_SEVERITY_NOTE ? HR_REPORT_DIM : HR_REPORT_TEXT,
          words);
      flow->y += BETWEEN_CHECKS;
    }
}

/* With more height than it asks for it is easier to read across a table. */
static void
put_capacity_chart (HrReportFlow *flow)
{
  HrReport *report = flow->report;
  double natural =
      hr_capacity_chart_get_height (report->capacity, &report->theme, flow->width);

  if (hr_report_flow_get_room (flow) < natural * LEAST_SHARE)
    hr_report_flow_break (flow);
  hr_report_flow_put_picture (
      flow, hr_capacity_chart_draw, (HrCapacity *) report->capacity,
      fmin (natural * MOST_SHARE, hr_report_flow_get_room (flow)));
}

static void
put_map (HrReportFlow *flow)
{
  hr_report_flow_need (flow, LEAST_MAP + BELOW_MAP);
  hr_report_flow_put_picture (
      flow, hr_coverage_map_draw, (HrCapacity *) flow->report->capacity,
      fmin (hr_report_flow_get_room (flow) - BELOW_MAP, MOST_MAP));
}

/**
 * hr_report_add_summary:
 * @report: a report
 *
 * Adds the pages on the whole plan: the answer in four figures and a picture with what is
 * worth a look, then who costs more than the revenue pays for, and how it all comes
 * about.
 */
void
hr_report_add_summary (HrReport *report)
{
  const HrPlan *plan = hr_capacity_get_plan (report->capacity);
  HrReportFlow flow = hr_report_begin_section (report, plan->name);
  guint first = flow.page;
  HrReportFlow other;

  put_title (&flow);
  flow.y += ABOVE_HEADLINES;
  put_headlines (&flow);
  other = hr_report_flow_split (&flow, PICTURE);
  put_capacity_chart (&flow);
  hr_report_put_roles (&flow);
  put_checks (&other);
  hr_report_flow_join (&flow, &other);

  if (flow.page == first)
    hr_report_flow_break (&flow);
  if (hr_capacity_get_n_segments (report->capacity) > 0)
    put_map (&flow);
  hr_report_put_totals (&flow);
}
