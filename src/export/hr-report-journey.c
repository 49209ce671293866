/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "hr-enums.h"
#include "hr-format.h"
#include "hr-report-content.h"
#include "hr-report-table.h"
#include "hr-stage.h"

/* Where the hours of a segment go: per stage, and per touchpoint. */

/**
 * Stage:
 * @name: what it is called
 * @id: (nullable): of the stage; %NULL for touchpoints that belong to none
 * @hours: per customer and year
 * @people: that takes, of all roles
 * @n: touchpoints
 */
typedef struct
{
  const char *name;
  const char *id;
  double hours;
  double people;
  guint n;
} Stage;

static const HrTouchpoint *
get_touchpoint (const HrSegmentCapacity *segment, guint i)
{
  return hr_list_get (segment->journey->touchpoints, i);
}

static guint
count_touchpoints (const HrSegmentCapacity *segment)
{
  return segment->journey != NULL ? hr_list_get_n (segment->journey->touchpoints) : 0;
}

static double
get_hours (const HrReport *report,
           const HrSegmentCapacity *segment,
           const HrTouchpoint *touchpoint)
{
  HrReason reason;

  return hr_touchpoint_get_hours (touchpoint, hr_capacity_get_plan (report->capacity),
                                  segment->segment, segment->customers, &reason);
}

static double
get_people (const HrSegmentCapacity *segment,
            const HrTouchpoint *touchpoint,
            double hours)
{
  for (guint i = 0; i < segment->n_needs; i++)
    if (hr_item_get_id (segment->needs[i].role) == touchpoint->role &&
        segment->needs[i].available_hours > 0)
      return segment->customers * hours / segment->needs[i].available_hours;
  return hours == 0 ? 0 : NAN;
}

static gboolean
belongs (const Stage *stage, const HrTouchpoint *touchpoint)
{
  return touchpoint->stage == stage->id;
}

static void
sum_up (Stage *stage, const HrReport *report, const HrSegmentCapacity *segment)
{
  for (guint i = 0; i < count_touchpoints (segment); i++)
    {
      const HrTouchpoint *touchpoint = get_touchpoint (segment, i);
      double hours = get_hours (report, segment, touchpoint);

      if (!belongs (stage, touchpoint))
        continue;
      stage->hours += hours;
      stage->people += get_people (segment, touchpoint, hours);
      stage->n++;
    }
}

/* In the order of the plan; those without touchpoints are left out. */
static GArray *
find_stages (const HrReport *report, const HrSegmentCapacity *segment)
{
  HrPlan *plan = hr_capacity_get_plan (report->capacity);
  GArray *stages = g_array_new (FALSE, FALSE, sizeof (Stage));
  guint n = hr_list_get_n (plan->stages);

  for (guint i = 0; i <= n; i++)
    {
      Stage stage = { .name = _ ("No stage") };

      if (i < n)
        {
          stage.name = hr_item_get_name (hr_list_get (plan->stages, i));
          stage.id = hr_item_get_id (hr_list_get (plan->stages, i));
        }
      sum_up (&stage, report, segment);
      if (stage.n > 0)
        g_array_append_val (stages, stage);
    }
  return stages;
}

static void
take_all (HrReportTable *table, const char *const *words, guint n)
{
  for (guint i = 0; i < n; i++)
    hr_report_table_take (table, g_strdup (words[i]));
}

/**
 * hr_report_put_stages:
 * @flow: where to
 * @segment: a segment
 *
 * Puts a picture of the hours that each stage takes.
 */
void
hr_report_put_stages (HrReportFlow *flow, const HrSegmentCapacity *segment)
{
  static const HrReportColumn columns[] = { HR_REPORT_COLUMN_NAME, HR_REPORT_COLUMN_BAR,
                                            HR_REPORT_COLUMN_NUMBER,
                                            HR_REPORT_COLUMN_NUMBER };
  const char *const headers[] = { _ ("Stage"), NULL, _ ("Hours per customer and year"),
                                  _ ("People") };
  g_autoptr (GArray) stages = find_stages (flow->report, segment);
  g_autoptr (HrReportTable) table =
      hr_report_table_new (flow->report, columns, G_N_ELEMENTS (columns), 1);

  hr_report_table_begin (table, HR_REPORT_ROW_HEADER);
  take_all (table, headers, G_N_ELEMENTS (headers));
  for (guint i = 0; i < stages->len; i++)
    {
      const Stage *stage = &g_array_index (stages, Stage, i);

      hr_report_table_begin (table, HR_REPORT_ROW_PLAIN);
      hr_report_table_take (table, g_strdup (stage->name));
      hr_report_table_take (table, NULL);
      hr_report_table_take (table, hr_format_hours (stage->hours));
      hr_report_table_take (table, hr_format_people (stage->people));
      hr_report_table_set_bar (table, stage->hours);
    }
  hr_report_table_begin (table, HR_REPORT_ROW_TOTAL);
  hr_report_table_take (table, g_strdup (_ ("All stages")));
  hr_report_table_take (table, NULL);
  hr_report_table_take (table, hr_format_hours (segment->workload_hours));
  hr_report_table_take (table, hr_format_people (segment->fte));

  hr_report_flow_put_heading (flow, _ ("Where the hours go"));
  if (segment->reason != HR_REASON_NONE)
    hr_report_flow_put (flow, HR_REPORT_DIM, hr_reason_to_text (segment->reason));
  if (stages->len > 0)
    hr_report_table_put (table, flow);
}

/* ---- Touchpoints --------------------------------------------------------------------
 */

/**
 * Shown:
 * @role: whether there are several
 * @reach: whether one is not for everybody
 * @staff: whether one takes more than one person
 *
 * Which columns say something.
 */
typedef struct
{
  gboolean role;
  gboolean reach;
  gboolean staff;
} Shown;

static Shown
find_shown (const HrSegmentCapacity *segment)
{
  Shown shown = { FALSE };

  for (guint i = 0; i < count_touchpoints (segment); i++)
    {
      const HrTouchpoint *touchpoint = get_touchpoint (segment, i);

      shown.role |= touchpoint->role != get_touchpoint (segment, 0)->role;
      shown.reach |= touchpoint->reach != 1;
      shown.staff |= touchpoint->staff != 1;
    }
  return shown;
}

static HrReportTable *
make_table (const HrReport *report, const Shown *shown)
{
  const struct
  {
    HrReportColumn column;
    const char *header;
    gboolean is_shown;
  } all[] = {
    { HR_REPORT_COLUMN_GROUP, _ ("Stage"), TRUE },
    { HR_REPORT_COLUMN_NAME, _ ("Touchpoint"), TRUE },
    { HR_REPORT_COLUMN_WORDS, _ ("Role"), shown->role },
    { HR_REPORT_COLUMN_NUMBER, _ ("How often"), TRUE },
    { HR_REPORT_COLUMN_NUMBER, _ ("Minutes"), TRUE },
    { HR_REPORT_COLUMN_NUMBER, _ ("Staff"), shown->staff },
    { HR_REPORT_COLUMN_NUMBER, _ ("Reach"), shown->reach },
    { HR_REPORT_COLUMN_NUMBER, _ ("Hours per customer and year"), TRUE },
    { HR_REPORT_COLUMN_BAR, NULL, TRUE },
  };
  HrReportColumn columns[G_N_ELEMENTS (all)];
  const char *headers[G_N_ELEMENTS (all)];
  HrReportTable *table;
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (all[i].is_shown)
      {
        columns[n] = all[i].column;
        headers[n++] = all[i].header;
      }
  table = hr_report_table_new (report, columns, n, n - 1);
  hr_report_table_begin (table, HR_REPORT_ROW_HEADER);
  take_all (table, headers, n);
  return table;
}

static const char *
get_role_name (HrPlan *plan, const HrTouchpoint *touchpoint)
{
  gpointer role = hr_plan_find (plan, HR_TYPE_ROLE, touchpoint->role);

  return role != NULL ? hr_item_get_name (role) : HR_NO_ANSWER;
}

static void
add_touchpoint (HrReportTable *table,
                const HrReport *report,
                const HrSegmentCapacity *segment,
                const char *stage,
                const HrTouchpoint *touchpoint,
                const Shown *shown)
{
  HrPlan *plan = hr_capacity_get_plan (report->capacity);
  double minutes = touchpoint->prep_minutes + touchpoint->delivery_minutes +
                   touchpoint->follow_up_minutes;
  double hours = get_hours (report, segment, touchpoint);

  hr_report_table_begin (table, HR_REPORT_ROW_PLAIN);
  hr_report_table_take (table, g_strdup (stage));
  hr_report_table_take (table, g_strdup (touchpoint->name));
  if (shown->role)
    hr_report_table_take (table, g_strdup (get_role_name (plan, touchpoint)));
  hr_report_table_take (table, hr_format_times (touchpoint, plan));
  hr_report_table_take (table, hr_format_unit (minutes, HR_UNIT_NONE, NULL));
  if (shown->staff)
    hr_report_table_take (table, hr_format_unit (touchpoint->staff, HR_UNIT_NONE, NULL));
  if (shown->reach)
    hr_report_table_take (table, hr_format_share (touchpoint->reach));
  hr_report_table_take (table, hr_format_hours (hours));
  hr_report_table_set_bar (table, hours);
}

static void
add_total (HrReportTable *table, const HrSegmentCapacity *segment, const Shown *shown)
{
  guint n_between = 3 + shown->role + shown->staff + shown->reach;

  hr_report_table_begin (table, HR_REPORT_ROW_TOTAL);
  hr_report_table_take (table, g_strdup (_ ("All touchpoints")));
  for (guint i = 0; i < n_between; i++)
    hr_report_table_take (table, NULL);
  hr_report_table_take (table, hr_format_hours (segment->workload_hours));
}

static char *
write_heading (const HrSegment *segment)
{
  g_autofree char *factor = hr_format_unit (segment->complexity, HR_UNIT_FACTOR, NULL);

  if (segment->complexity == 1)
    return g_strdup (_ ("The journey, touchpoint by touchpoint"));
  return g_strdup_printf (_ ("The journey, touchpoint by touchpoint, with complexity %s"),
                          factor);
}

/**
 * hr_report_put_touchpoints:
 * @flow: where to
 * @segment: a segment
 *
 * Puts all touchpoints of the journey that counts, by stage.
 */
void
hr_report_put_touchpoints (HrReportFlow *flow, const HrSegmentCapacity *segment)
{
  const HrReport *report = flow->report;
  Shown shown = find_shown (segment);
  g_autoptr (HrReportTable) table = make_table (report, &shown);
  g_autoptr (GArray) stages = find_stages (report, segment);
  g_autofree char *heading = write_heading (segment->segment);

  hr_report_flow_put_heading (flow, heading);
  if (stages->len == 0)
    {
      hr_report_flow_put (flow, HR_REPORT_DIM, hr_reason_to_text (HR_REASON_NO_JOURNEY));
      return;
    }
  for (guint s = 0; s < stages->len; s++)
    {
      const Stage *stage = &g_array_index (stages, Stage, s);

      for (guint i = 0; i < count_touchpoints (segment); i++)
        if (belongs (stage, get_touchpoint (segment, i)))
          add_touchpoint (table, report, segment, stage->name,
                          get_touchpoint (segment, i), &shown);
    }
  add_total (table, segment, &shown);
  hr_report_table_put (table, flow);
}
