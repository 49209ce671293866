/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "hr-cli-table.h"
#include "hr-cli.h"
#include "hr-csv-writer.h"
#include "hr-format.h"
#include "hr-json-writer.h"

#define TERMINAL_WIDTH 80

static void
append_table (GString *text, const HrCliTable *table)
{
  g_autofree char *lines = hr_cli_table_to_text (table, TERMINAL_WIDTH);

  g_string_append_printf (text, "\n%s", lines);
}

/* Who carries the accounts: the people needed, and what they are measured against. */
static void
append_segments (GString *text, const HrCapacity *capacity, const char *currency)
{
  const char *const headers[] = { _ ("Segment"),       _ ("Customers"), _ ("ARR"),
                                  _ ("Needed"),        _ ("Benchmark"), _ ("Today"),
                                  C_ ("people", "Gap") };
  g_autoptr (HrCliTable) table = hr_cli_table_new (headers, G_N_ELEMENTS (headers));

  for (guint i = 0; i < hr_capacity_get_n_segments (capacity); i++)
    {
      const HrSegmentCapacity *segment = hr_capacity_get_segment (capacity, i);
      const HrBook *book = &segment->book;

      hr_cli_table_take (table, g_strdup (segment->segment->name));
      hr_cli_table_take (table, hr_format_number (segment->customers, 0));
      hr_cli_table_take (table, hr_format_money_compact (segment->arr, currency));
      hr_cli_table_take (table, hr_format_people (book->fte));
      hr_cli_table_take (table, hr_format_people (book->top_down_fte));
      hr_cli_table_take (table, hr_format_people (book->headcount));
      hr_cli_table_take (table, hr_format_gap (book->gap));
    }
  append_table (text, table);
}

/* Hours are a year's. */
static void
append_needs (GString *text, const HrCapacity *capacity)
{
  const char *const headers[] = { _ ("Role"), _ ("Hours/customer"), _ ("Hours/person"),
                                  _ ("Customers/person"), _ ("People") };
  g_autoptr (HrCliTable) table = hr_cli_table_new (headers, G_N_ELEMENTS (headers));

  for (guint i = 0; i < hr_capacity_get_n_segments (capacity); i++)
    {
      const HrSegmentCapacity *segment = hr_capacity_get_segment (capacity, i);

      hr_cli_table_take_heading (table, g_strdup (segment->segment->name));
      for (guint j = 0; j < segment->n_needs; j++)
        {
          const HrRoleNeed *need = &segment->needs[j];

          hr_cli_table_take (table, g_strdup_printf ("  %s", need->role->name));
          hr_cli_table_take (table, hr_format_hours (need->workload_hours));
          hr_cli_table_take (table, hr_format_hours (need->available_hours));
          hr_cli_table_take (table,
                             hr_format_customers_per_fte (need->customers_per_fte));
          hr_cli_table_take (table, hr_format_people (need->fte));
        }
    }
  append_table (text, table);
}

static void
add_people (HrCliTable *table,
            const char *name,
            double fte,
            double heads,
            double headcount,
            double gap,
            char *cost)
{
  hr_cli_table_take (table, g_strdup (name));
  hr_cli_table_take (table, hr_format_people (fte));
  hr_cli_table_take (table, hr_format_heads (heads));
  hr_cli_table_take (table, hr_format_people (headcount));
  hr_cli_table_take (table, hr_format_gap (gap));
  hr_cli_table_take (table, cost);
}

static void
append_roles (GString *text, const HrCapacity *capacity, const char *currency)
{
  const HrTotals *totals = hr_capacity_get_totals (capacity);
  const char *const headers[] = { _ ("Role"),  _ ("Needed"),         _ ("Heads"),
                                  _ ("Today"), C_ ("people", "Gap"), _ ("Cost a year") };
  g_autoptr (HrCliTable) table = hr_cli_table_new (headers, G_N_ELEMENTS (headers));

  for (guint i = 0; i < hr_capacity_get_n_roles (capacity); i++)
    {
      const HrRoleCapacity *role = hr_capacity_get_role (capacity, i);

      if (role->reason != HR_REASON_NO_WORKLOAD)
        add_people (table, role->role->name, role->fte, role->heads, role->headcount,
                    role->gap, hr_format_money_compact (role->cost, currency));
    }
  add_people (table, _ ("All roles"), totals->fte, totals->heads, totals->headcount,
              totals->gap, hr_format_money_compact (totals->cost, currency));
  append_table (text, table);
}

/* Why a dash stands where a person expects a figure. */
static void
append_reasons (GString *text, const HrCapacity *capacity)
{
  for (guint i = 0; i < hr_capacity_get_n_segments (capacity); i++)
    {
      const HrSegmentCapacity *segment = hr_capacity_get_segment (capacity, i);
      const HrReason reasons[] = { segment->customers_reason, segment->arr_reason,
                                   segment->book.reason, segment->book.top_down_reason,
                                   segment->reason };
      guint told = 1u << HR_REASON_NONE;

      for (guint j = 0; j < G_N_ELEMENTS (reasons); j++)
        if ((told & 1u << reasons[j]) == 0)
          {
            g_string_append_printf (text, _ ("\n%s %s: %s"), HR_NO_ANSWER,
                                    segment->segment->name,
                                    hr_reason_to_text (reasons[j]));
            told |= 1u << reasons[j];
          }
    }
  if (!g_str_has_suffix (text->str, "\n"))
    g_string_append_c (text, '\n');
}

static char *
capacity_to_table (const HrCapacity *capacity)
{
  const char *currency = hr_capacity_get_plan (capacity)->currency;
  const HrTotals *totals = hr_capacity_get_totals (capacity);
  GString *text = g_string_new (NULL);
  g_autofree char *finding = hr_format_finding (capacity);
  g_autofree char *arr = hr_format_money_compact (totals->arr, currency);
  g_autofree char *cost = hr_format_money_compact (totals->cost, currency);
  g_autofree char *share = hr_format_share (totals->cost_share_of_arr);

  g_string_append_printf (text, "%s\n", finding);
  if (hr_capacity_get_n_segments (capacity) == 0)
    return g_string_free_and_steal (text);
  append_segments (text, capacity, currency);
  append_needs (text, capacity);
  append_roles (text, capacity, currency);
  g_string_append_printf (text, _ ("\nCustomer Success costs %s of ARR: %s of %s.\n"),
                          share, cost, arr);
  append_reasons (text, capacity);
  return g_string_free_and_steal (text);
}

static const struct
{
  const char *name;
  char *(*write) (const HrCapacity *capacity);
  gboolean (*print) (const char *text, GError **error);
} FORMATS[] = {
  { "table", capacity_to_table, hr_cli_print },
  { "json", hr_json_write_capacity, hr_cli_write },
  { "csv", hr_csv_write_capacity, hr_cli_write },
};

static gboolean
find_format (const char *name, guint *format)
{
  for (*format = 0; *format < G_N_ELEMENTS (FORMATS); (*format)++)
    if (name == NULL || g_str_equal (FORMATS[*format].name, name))
      return TRUE;
  return FALSE;
}

HrCliStatus
hr_cli_capacity (const HrCliCommand *command, char **arguments)
{
  g_autofree char *name = NULL, *journey = NULL, *text = NULL;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &name,
      N_ ("How to print: table (the default), json or csv"), N_ ("FORMAT") },
    { "journey", 0, 0, G_OPTION_ARG_STRING, &journey,
      N_ ("Which journeys: current (the default) or redesigned"), N_ ("VERSION") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (HrCliAnswer) answer = { NULL };
  g_autoptr (GError) error = NULL;
  HrCliStatus status = HR_CLI_USAGE;
  HrJourneyVersion version;
  guint format;

  if (!hr_cli_parse (command, entries, &arguments, &status) ||
      !hr_cli_parse_journey (command, journey, &version))
    return status;
  if (!find_format (name, &format))
    return hr_cli_usage (command, _ ("--format takes table, json or csv, not “%s”"),
                         name);
  if (!hr_cli_answer_init (&answer, arguments[1], version, &error))
    return hr_cli_end (error);

  text = FORMATS[format].write (answer.capacity);
  FORMATS[format].print (text, &error);
  return hr_cli_end (error);
}
