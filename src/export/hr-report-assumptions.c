/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "hr-format.h"
#include "hr-report-content.h"
#include "hr-report-table.h"

#define SEGMENT_SHARE 0.54 /* of the width: its sources have more to say */
#define ABOVE_ROLE 14

/* The assumptions are what the explanations name as inputs and did not compute: so none
 * can be left out, and none is listed that does not matter. */

/**
 * Collection:
 * @report: the report
 * @item: the segment or role whose assumptions are looked for
 * @table: where they go
 * @seen: (element-type utf8): the labels of those that are there
 */
typedef struct
{
  const HrReport *report;
  gconstpointer item;
  HrReportTable *table;
  GHashTable *seen;
} Collection;

static void
add_input (Collection *self, const HrInput *input)
{
  const char *currency = hr_report_get_currency (self->report);

  if (input->is_computed || (gconstpointer) input->item != self->item ||
      !g_hash_table_add (self->seen, g_strdup (input->label)))
    return;
  hr_report_table_begin (self->table, HR_REPORT_ROW_PLAIN);
  hr_report_table_take (self->table, hr_report_capitalise (_ (input->label)));
  hr_report_table_take (self->table,
                        /* 1 person as typed, not 1.0 people as computed */
                        input->unit == HR_UNIT_PEOPLE
                            ? hr_format_exact (input->value, input->unit, NULL)
                            : hr_format_unit (input->value, input->unit, currency));
  hr_report_table_take (self->table, hr_format_tag (&input->tag, input->is_default));
}

static void
add_inputs (Collection *self, HrExplanation *explanation)
{
  for (guint i = 0; i < explanation->n_inputs; i++)
    add_input (self, &explanation->inputs[i]);
  hr_explanation_free (explanation);
}

static void
add_figure (Collection *self,
            HrFigure figure,
            const HrSegment *segment,
            const HrRole *role)
{
  add_inputs (self, hr_explanation_new (self->report->capacity, figure, segment, role));
}

static void
add_segment (Collection *self, const HrSegmentCapacity *segment)
{
  static const HrFigure figures[] = { HR_FIGURE_COST_PER_CUSTOMER, HR_FIGURE_ARR_PER_FTE,
                                      HR_FIGURE_TOP_DOWN_FTE, HR_FIGURE_HEADCOUNT };
  const HrJourney *journey = segment->journey;

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    add_figure (self, figures[i], segment->segment, NULL);
  for (guint i = 0; journey != NULL && i < hr_list_get_n (journey->touchpoints); i++)
    add_inputs (
        self, hr_explanation_new_for_touchpoint (self->report->capacity, segment->segment,
                                                 hr_list_get (journey->touchpoints, i)));
}

static void
add_role (Collection *self, const HrRole *role)
{
  static const HrFigure figures[] = { HR_FIGURE_AVAILABLE_HOURS, HR_FIGURE_COST,
                                      HR_FIGURE_HEADCOUNT };

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    add_figure (self, figures[i], NULL, role);
}

/* @segment: (nullable): if it is one, else @role is asked */
static void
put_item (HrReportFlow *flow, const HrSegmentCapacity *segment, const HrRole *role)
{
  static const HrReportColumn columns[] = { HR_REPORT_COLUMN_NAME,
                                            HR_REPORT_COLUMN_NUMBER,
                                            HR_REPORT_COLUMN_WORDS };
  g_autoptr (HrReportTable) table =
      hr_report_table_new (flow->report, columns, G_N_ELEMENTS (columns), 2);
  g_autoptr (GHashTable) seen =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gconstpointer item = segment != NULL ? (gconstpointer) segment->segment : role;
  Collection collection = { flow->report, item, table, seen };

  hr_report_table_begin (table, HR_REPORT_ROW_GROUP);
  hr_report_table_take (table, g_strdup (hr_item_get_name (item)));
  if (segment != NULL)
    add_segment (&collection, segment);
  else
    add_role (&collection, role);
  hr_report_table_put (table, flow);
}

/**
 * hr_report_put_assumptions:
 * @flow: where to
 * @segment: a segment
 *
 * Puts what the figures of the segment rest on: its own assumptions and those of the role
 * that carries its accounts, each with where it came from.
 */
void
hr_report_put_assumptions (HrReportFlow *flow, const HrSegmentCapacity *segment)
{
  HrReportFlow other;

  hr_report_flow_put_heading (flow, _ ("Assumptions, and where they come from"));
  other = hr_report_flow_split (flow, SEGMENT_SHARE);
  put_item (flow, segment, NULL);
  if (segment->book.role != NULL)
    put_item (&other, NULL, segment->book.role);
  hr_report_flow_join (flow, &other);
}

static gboolean
carries_accounts (const HrCapacity *capacity, const HrRole *role)
{
  for (guint i = 0; i < hr_capacity_get_n_segments (capacity); i++)
    if (hr_capacity_get_segment (capacity, i)->book.role == role)
      return TRUE;
  return FALSE;
}

/* Those that have work to do and stand with no segment. */
static GPtrArray *
find_other_roles (const HrCapacity *capacity)
{
  GPtrArray *roles = g_ptr_array_new ();

  for (guint i = 0; i < hr_capacity_get_n_roles (capacity); i++)
    {
      const HrRoleCapacity *role = hr_capacity_get_role (capacity, i);

      if (role->reason != HR_REASON_NO_WORKLOAD &&
          !carries_accounts (capacity, role->role))
        g_ptr_array_add (roles, role->role);
    }
  return roles;
}

/**
 * hr_report_add_other_roles:
 * @report: a report
 *
 * Adds what is assumed of each role that carries no accounts, two beside each other.
 */
void
hr_report_add_other_roles (HrReport *report)
{
  g_autoptr (GPtrArray) roles = find_other_roles (report->capacity);
  HrReportFlow flow;

  if (roles->len == 0)
    return;

  flow = hr_report_begin_section (report, _ ("What is assumed of the other roles"));
  hr_report_flow_put (&flow, HR_REPORT_TITLE, report->section);
  for (guint i = 0; i < roles->len; i += 2)
    {
      HrReportFlow other;

      flow.y += ABOVE_ROLE;
      other = hr_report_flow_split (&flow, 0.5);
      put_item (&flow, NULL, g_ptr_array_index (roles, i));
      if (i + 1 < roles->len)
        put_item (&other, NULL, g_ptr_array_index (roles, i + 1));
      hr_report_flow_join (&flow, &other);
    }
}
