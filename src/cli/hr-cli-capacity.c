/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "hr-cli-table.h"
#include "hr-cli.h"
#include "hr-format.h"
#include "hr-json-writer.h"

#define TERMINAL_WIDTH 80

static void
add_gap (HrCliTable *table, double gap)
{
  hr_cli_table_take (table, hr_format_gap (gap));
}

static char *
segments_to_text (const HrCapacity *capacity, const char *currency)
{
  g_autoptr (HrCliTable) table = hr_cli_table_new (7);
  const char *const headers[] = {
    _ ("Segment"),  _ ("Customers"), _ ("ARR"), _ ("Needed"),
                                               _ ("Paid for"), _ ("Today"),     _ ("Gap") };

  for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
    hr_cli_table_add (table, headers[i]);
  for (guint i = 0; i < hr_capacity_get_n_segments (capacity); i++)
    {
      const HrSegmentCapacity *segment = hr_capacity_get_segment (capacity, i);
      const HrBook *book = &segment->book;

      hr_cli_table_add (table, segment->segment->name);
      hr_cli_table_take (table, hr_format_number (segment->customers, 0));
      hr_cli_table_take (table, hr_format_money_compact (segment->arr, currency));
      hr_cli_table_take (table, hr_format_people (book->fte));
      hr_cli_table_take (table, hr_format_people (book->top_down_fte));
      hr_cli_table_take (table, hr_format_people (book->headcount));
      add_gap (table, book->gap);
    }
  return hr_cli_table_to_text (table, TERMINAL_WIDTH);
}

static char *
workload_to_text (const HrCapacity *capacity, const char *currency)
{
  g_autoptr (HrCliTable) table = hr_cli_table_new (5);
  const char *const headers[] = {
    _ ("Segment, role"), _ ("Hours/customer"), _ ("Hours/person"), _ ("Customers/person"),
                                                                  _ ("People") };

  for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
    hr_cli_table_add (table, headers[i]);
  for (guint i = 0; i < hr_capacity_get_n_segments (capacity); i++)
    {
      const HrSegmentCapacity *segment = hr_capacity_get_segment (capacity, i);

      for (guint j = 0; j < segment->n_needs; j++)
        {
          const HrRoleNeed *need = &segment->needs[j];

          hr_cli_table_take (table, g_strdup_printf ("%s, %s", segment->segment->name,
                                                     need->role->name));
          hr_cli_table_take (table, hr_format_hours (need->workload_hours));
          hr_cli_table_take (table, hr_format_hours (need->available_hours));
          hr_cli_table_take (table,
                             hr_format_customers_per_fte (need->customers_per_fte));
          hr_cli_table_take (table, hr_format_people (need->fte));
        }
    }
  return hr_cli_table_to_text (table, TERMINAL_WIDTH);
}

static char *
roles_to_text (const HrCapacity *capacity, const char *currency)
{
  g_autoptr (HrCliTable) table = hr_cli_table_new (6);
  const HrTotals *totals = hr_capacity_get_totals (capacity);
  const char *const headers[] = {
    _ ("Role"), _ ("Needed"), _ ("Heads"), _ ("Today"), _ ("Gap"), _ ("Cost") };

  for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
    hr_cli_table_add (table, headers[i]);
  for (guint i = 0; i < hr_capacity_get_n_roles (capacity); i++)
    {
      const HrRoleCapacity *role = hr_capacity_get_role (capacity, i);

      hr_cli_table_add (table, role->role->name);
      hr_cli_table_take (table, hr_format_people (role->fte));
      hr_cli_table_take (table, hr_format_heads (role->heads));
      hr_cli_table_take (table, hr_format_people (role->headcount));
      add_gap (table, role->gap);
      hr_cli_table_take (table, hr_format_money_compact (role->cost, currency));
    }
  hr_cli_table_add (table, _ ("All"));
  hr_cli_table_take (table, hr_format_people (totals->fte));
  hr_cli_table_take (table, hr_format_heads (totals->heads));
  hr_cli_table_take (table, hr_format_people (totals->headcount));
  add_gap (table, totals->gap);
  hr_cli_table_take (table, hr_format_money_compact (totals->cost, currency));
  return hr_cli_table_to_text (table, TERMINAL_WIDTH);
}

/* Why a dash stands where a person expects a figure. */
static void
print_reasons (const HrCapacity *capacity)
{
  for (guint i = 0; i < hr_capacity_get_n_segments (capacity); i++)
    {
      const HrSegmentCapacity *segment = hr_capacity_get_segment (capacity, i);
      const HrReason reasons[] = { segment->reason, segment->book.reason,
                                   segment->book.top_down_reason };

      for (guint j = 0; j < G_N_ELEMENTS (reasons); j++)
        if (reasons[j] != HR_REASON_NONE && (j == 0 || reasons[j] != reasons[j - 1]))
          g_print ("%s %s: %s\n", HR_NO_ANSWER, segment->segment->name,
                   hr_reason_to_text (reasons[j]));
    }
}

static void
print_table (const HrCapacity *capacity)
{
  const char *currency = hr_capacity_get_plan (capacity)->currency;
  const HrTotals *totals = hr_capacity_get_totals (capacity);
  g_autofree char *finding = hr_format_finding (capacity);
  g_autofree char *segments = segments_to_text (capacity, currency);
  g_autofree char *workload = workload_to_text (capacity, currency);
  g_autofree char *roles = roles_to_text (capacity, currency);
  g_autofree char *arr = hr_format_money_compact (totals->arr, currency);
  g_autofree char *share = hr_format_share (totals->cost_share_of_arr);

  g_print ("%s\n\n%s\n%s\n%s\n", finding, segments, workload, roles);
  g_print (_ ("CS costs %s of %s ARR\n"), share, arr);
  print_reasons (capacity);
}

static void
append_number (GString *text, double value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_c (text, ',');
  if (!isnan (value))
    g_string_append (text, g_ascii_dtostr (digits, sizeof digits, value));
}

static void
append_quoted (GString *text, const char *cell)
{
  g_auto (GStrv) parts = g_strsplit (cell, "\"", -1);
  g_autofree char *doubled = g_strjoinv ("\"\"", parts);

  g_string_append_printf (text, "\"%s\"", doubled);
}

/* One row per segment, with the keys of the JSON form that belong to it. */
static char *
capacity_to_csv (const HrCapacity *capacity)
{
  GString *text = g_string_new ("id,name,customers,arr,role,fte,top_down_fte,arr_per_fte,"
                                "headcount,gap,total_fte,cost,cost_per_customer,"
                                "cost_share_of_arr\r\n");

  for (guint i = 0; i < hr_capacity_get_n_segments (capacity); i++)
    {
      const HrSegmentCapacity *segment = hr_capacity_get_segment (capacity, i);
      const HrBook *book = &segment->book;

      append_quoted (text, hr_item_get_id (segment->segment));
      g_string_append_c (text, ',');
      append_quoted (text, segment->segment->name);
      append_number (text, segment->customers);
      append_number (text, segment->arr);
      g_string_append_c (text, ',');
      append_quoted (text, book->role != NULL ? hr_item_get_id (book->role) : "");
      append_number (text, book->fte);
      append_number (text, book->top_down_fte);
      append_number (text, book->arr_per_fte);
      append_number (text, book->headcount);
      append_number (text, book->gap);
      append_number (text, segment->fte);
      append_number (text, segment->cost);
      append_number (text, segment->cost_per_customer);
      append_number (text, segment->cost_share_of_arr);
      g_string_append (text, "\r\n");
    }
  return g_string_free (text, FALSE);
}

HrCliStatus
hr_cli_capacity (const HrCliCommand *command, char **arguments)
{
  g_autofree char *format = NULL, *journey = NULL, *text = NULL;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format,
      N_ ("How to print: table (the default), json or csv"), N_ ("FORMAT") },
      { "journey", 0, 0, G_OPTION_ARG_STRING, &journey,
        N_ ("Which journeys count: current (the default) or redesigned"), N_ ("VERSION") },
        G_OPTION_ENTRY_NULL,
      };
  const char *const formats[] = { "table", "json", "csv", NULL };
  g_auto (HrCliAnswer) answer = { NULL };
  g_autoptr (GError) error = NULL;
  HrCliStatus status = HR_CLI_GOOD;
  HrJourneyVersion version;

  if (!hr_cli_parse (command, entries, &arguments, 1, &status))
    return status;
  if (format != NULL && !g_strv_contains (formats, format))
    return hr_cli_usage (command, _ ("--format takes table, json or csv"));
  if (!hr_cli_parse_journey (journey, &version))
    return hr_cli_usage (command, _ ("--journey takes current or redesigned"));
  if (!hr_cli_answer (&answer, arguments[1], version, &error))
    return hr_cli_refuse (error);

  if (g_strcmp0 (format, "json") == 0)
    text = hr_json_write_capacity (answer.capacity);
  else if (g_strcmp0 (format, "csv") == 0)
    text = capacity_to_csv (answer.capacity);

  if (text == NULL)
    print_table (answer.capacity);
  else if (!hr_cli_write (text))
    return HR_CLI_REFUSED;
  return HR_CLI_GOOD;
}
