/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "hr-format.h"
#include "hr-report-content.h"
#include "hr-report-table.h"

/* Figures, and how each came about. */

/* A sum of more than that is said in words; its parts stand in a table of their own. */
#define MOST_SUMMANDS 6

const char *
hr_report_get_currency (const HrReport *report)
{
  return hr_capacity_get_plan (report->capacity)->currency;
}

/* The labels of figures are made for the middle of a sentence. */
char *
hr_report_capitalise (const char *words)
{
  GString *text = g_string_new (NULL);

  if (*words == '\0')
    return g_string_free_and_steal (text);
  g_string_append_unichar (text, g_unichar_toupper (g_utf8_get_char (words)));
  g_string_append (text, g_utf8_next_char (words));
  return g_string_free_and_steal (text);
}

static char *
write_value (const HrExplanation *explanation, const char *currency)
{
  double value = explanation->result;

  if (explanation->figure == HR_FIGURE_GAP)
    return hr_format_gap (value);
  if (explanation->figure == HR_FIGURE_HEADCOUNT)
    return hr_format_unit (value, HR_UNIT_NONE, NULL);
  if (explanation->figure == HR_FIGURE_CUSTOMERS_PER_FTE)
    return hr_format_customers_per_fte (value);
  switch (explanation->unit)
    {
    case HR_UNIT_MONEY:
      return hr_format_money_compact (value, currency);
    case HR_UNIT_SHARE:
      return hr_format_share (value);
    case HR_UNIT_HEADS:
      return hr_format_heads (value);
    case HR_UNIT_HOURS:
    case HR_UNIT_HOURS_PER_CUSTOMER:
      return hr_format_unit (value, HR_UNIT_HOURS, NULL);
    case HR_UNIT_PEOPLE:
    case HR_UNIT_NONE:
    case HR_UNIT_FACTOR:
    case HR_UNIT_CUSTOMERS:
    case HR_UNIT_TIMES:
    case HR_UNIT_MINUTES:
    case HR_UNIT_DAYS:
    case HR_UNIT_MONTHS:
    case HR_UNIT_YEARS:
    case HR_UNIT_SCORE:
    default:
      return hr_format_people (value);
    }
}

/* Of one or of many: neither says more than its words. */
static gboolean
is_odd_sum (const HrExplanation *explanation)
{
  return explanation->n_inputs > 0 && explanation->inputs[0].is_name &&
         (explanation->n_inputs == 1 || explanation->n_inputs > MOST_SUMMANDS);
}

static char *
write_origin (const HrExplanation *explanation, const char *currency)
{
  g_autofree char *formula = NULL;

  if (explanation->reason != HR_REASON_NONE)
    return g_strdup (hr_reason_to_text (explanation->reason));
  formula = is_odd_sum (explanation) ? g_strdup (_ (explanation->formula))
                                     : hr_format_formula (explanation, currency);
  return hr_report_capitalise (formula);
}

/* @label: (nullable): if it is not that of the figure */
static void
add_figure (HrReportTable *table,
            const HrReport *report,
            const char *label,
            HrFigure figure,
            const HrSegment *segment,
            const HrRole *role)
{
  g_autoptr (HrExplanation) explanation =
      hr_explanation_new (report->capacity, figure, segment, role);
  const char *currency = hr_report_get_currency (report);

  if (explanation == NULL)
    return;
  hr_report_table_begin (table, HR_REPORT_ROW_PLAIN);
  hr_report_table_take (
      table, hr_report_capitalise (label != NULL ? label : _ (explanation->label)));
  hr_report_table_take (table, write_value (explanation, currency));
  hr_report_table_take (table, write_origin (explanation, currency));
}

static void
begin_group (HrReportTable *table, const char *name)
{
  hr_report_table_begin (table, HR_REPORT_ROW_GROUP);
  hr_report_table_take (table, g_strdup (name));
}

static HrReportTable *
make_table (const HrReport *report)
{
  static const HrReportColumn columns[] = { HR_REPORT_COLUMN_NAME,
                                            HR_REPORT_COLUMN_NUMBER,
                                            HR_REPORT_COLUMN_WORDS };

  return hr_report_table_new (report, columns, G_N_ELEMENTS (columns), 2);
}

/**
 * hr_report_put_totals:
 * @flow: where to
 *
 * Puts the figures of the whole plan.
 */
void
hr_report_put_totals (HrReportFlow *flow)
{
  const struct
  {
    HrFigure figure;
    const char *label;
  } figures[] = {
    { HR_FIGURE_FTE, NULL },
    { HR_FIGURE_HEADS, NULL },
    { HR_FIGURE_HEADCOUNT, _ ("people today") },
    { HR_FIGURE_GAP, C_ ("people", "gap") },
    { HR_FIGURE_COST, NULL },
    { HR_FIGURE_COST_SHARE_OF_ARR, NULL },
  };
  g_autoptr (HrReportTable) table = make_table (flow->report);

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    add_figure (table, flow->report, figures[i].label, figures[i].figure, NULL, NULL);
  hr_report_flow_put_heading (flow, _ ("How the figures come about"));
  hr_report_table_put (table, flow);
}

static void
add_book (HrReportTable *table, const HrReport *report, const HrSegmentCapacity *segment)
{
  const HrRole *role = segment->book.role;
  g_autofree char *name = NULL;

  if (role != NULL)
    {
      /* Translators: %s is a kind of employee, "CSM" */
      name = g_strdup_printf (_ ("%s, who carry the accounts"), role->name);
      begin_group (table, name);
      add_figure (table, report, NULL, HR_FIGURE_WORKLOAD_HOURS, segment->segment, role);
      add_figure (table, report, _ ("hours for customers of one person"),
                  HR_FIGURE_AVAILABLE_HOURS, NULL, role);
      add_figure (table, report, _ ("customers per person"), HR_FIGURE_CUSTOMERS_PER_FTE,
                  segment->segment, role);
      add_figure (table, report, NULL, HR_FIGURE_FTE, segment->segment, role);
    }
  else
    begin_group (table, hr_reason_to_text (HR_REASON_NO_BOOK_ROLE));
  add_figure (table, report, _ ("people today"), HR_FIGURE_HEADCOUNT, segment->segment,
              NULL);
  add_figure (table, report, C_ ("people", "gap"), HR_FIGURE_GAP, segment->segment, NULL);
  add_figure (table, report, NULL, HR_FIGURE_TOP_DOWN_FTE, segment->segment, NULL);
  add_figure (table, report, _ ("ARR per person needed"), HR_FIGURE_ARR_PER_FTE,
              segment->segment, NULL);
}

static void
add_others (HrReportTable *table,
            const HrReport *report,
            const HrSegmentCapacity *segment)
{
  gboolean any = FALSE;

  for (guint i = 0; i < segment->n_needs; i++)
    {
      const HrRole *role = segment->needs[i].role;

      if (role == segment->book.role)
        continue;
      if (!any)
        begin_group (
            table,
            _ ("People needed of other roles, whose assumptions stand at the end"));
      any = TRUE;
      add_figure (table, report, role->name, HR_FIGURE_FTE, segment->segment, role);
    }
}

/**
 * hr_report_put_figures:
 * @flow: where to
 * @segment: a segment
 *
 * Puts all figures of a segment, each with how it came about.
 */
void
hr_report_put_figures (HrReportFlow *flow, const HrSegmentCapacity *segment)
{
  static const HrFigure figures[] = { HR_FIGURE_FTE, HR_FIGURE_COST,
                                      HR_FIGURE_COST_PER_CUSTOMER,
                                      HR_FIGURE_COST_SHARE_OF_ARR };
  g_autoptr (HrReportTable) table = make_table (flow->report);

  add_book (table, flow->report, segment);
  add_others (table, flow->report, segment);
  begin_group (table, _ ("All roles"));
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    add_figure (table, flow->report, NULL, figures[i], segment->segment, NULL);
  hr_report_flow_put_heading (flow, _ ("The figures, and how they come about"));
  hr_report_table_put (table, flow);
}

static void
take_people (HrReportTable *table,
             double fte,
             double heads,
             double headcount,
             double gap,
             char *cost)
{
  hr_report_table_take (table, hr_format_people (fte));
  hr_report_table_take (table, hr_format_heads (heads));
  hr_report_table_take (table, hr_format_unit (headcount, HR_UNIT_NONE, NULL));
  hr_report_table_take (table, hr_format_gap (gap));
  hr_report_table_take (table, cost);
}

/**
 * hr_report_put_roles:
 * @flow: where to
 *
 * Puts the people needed of each role over all segments.
 */
void
hr_report_put_roles (HrReportFlow *flow)
{
  static const HrReportColumn columns[] = {
    HR_REPORT_COLUMN_NAME,   HR_REPORT_COLUMN_NUMBER, HR_REPORT_COLUMN_NUMBER,
    HR_REPORT_COLUMN_NUMBER, HR_REPORT_COLUMN_NUMBER, HR_REPORT_COLUMN_NUMBER
  };
  const char *const headers[] = { _ ("Role"),  _ ("Needed"),         _ ("Heads"),
                                  _ ("Today"), C_ ("people", "Gap"), _ ("Cost a year") };
  const HrReport *report = flow->report;
  const HrTotals *totals = hr_capacity_get_totals (report->capacity);
  const char *currency = hr_report_get_currency (report);
  g_autoptr (HrReportTable) table =
      hr_report_table_new (report, columns, G_N_ELEMENTS (columns), 0);

  hr_report_table_begin (table, HR_REPORT_ROW_HEADER);
  for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
    hr_report_table_take (table, g_strdup (headers[i]));
  for (guint i = 0; i < hr_capacity_get_n_roles (report->capacity); i++)
    {
      const HrRoleCapacity *role = hr_capacity_get_role (report->capacity, i);

      if (role->reason == HR_REASON_NO_WORKLOAD)
        continue;
      hr_report_table_begin (table, HR_REPORT_ROW_PLAIN);
      hr_report_table_take (table, g_strdup (role->role->name));
      take_people (table, role->fte, role->heads, role->headcount, role->gap,
                   hr_format_money_compact (role->cost, currency));
    }
  hr_report_table_begin (table, HR_REPORT_ROW_TOTAL);
  hr_report_table_take (table, g_strdup (_ ("All roles")));
  take_people (table, totals->fte, totals->heads, totals->headcount, totals->gap,
               hr_format_money_compact (totals->cost, currency));
  hr_report_flow_put_heading (flow, _ ("People per role"));
  hr_report_table_put (table, flow);
}
