/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-csv-writer.h"

#include <math.h>
#include <string.h>

#include "hr-json-writer.h"
#include "hr-meeting.h"
#include "hr-number.h"

static const char *const HEADER[] = {
  "id",
  "name",
  "customers",
  "arr",
  "role",
  "fte",
  "top_down_fte",
  "binding_limit",
  "arr_per_fte",
  "headcount",
  "gap",
  "total_fte",
  "cost",
  "cost_per_customer",
  "cost_share_of_arr",
};

static void
append_text (GString *row, const char *text)
{
  if (row->len > 0)
    g_string_append_c (row, ',');
  if (text == NULL)
    return;
  if (strpbrk (text, ",\"\r\n") == NULL)
    {
      g_string_append (row, text);
      return;
    }
  g_string_append_c (row, '"');
  for (const char *at = text; *at != '\0'; at++)
    g_string_append_len (row, *at == '"' ? "\"\"" : at, *at == '"' ? 2 : 1);
  g_string_append_c (row, '"');
}

/* No answer is an empty field. */
static void
append_number (GString *row, double number)
{
  g_autofree char *digits = isnan (number) ? NULL : hr_number_to_text (number + 0.0);

  append_text (row, digits);
}

static char *
write_segment (const HrSegmentCapacity *segment)
{
  const HrBook *book = &segment->book;
  GString *row = g_string_new (NULL);

  append_text (row, hr_item_get_id (segment->segment));
  append_text (row, segment->segment->name);
  append_number (row, segment->customers);
  append_number (row, segment->arr);
  append_text (row, book->role != NULL ? hr_item_get_id (book->role) : NULL);
  append_number (row, book->fte);
  append_number (row, book->top_down_fte);
  append_text (row, hr_json_name_limit (book->binding_limit));
  append_number (row, book->arr_per_fte);
  append_number (row, book->headcount);
  append_number (row, book->gap);
  append_number (row, segment->fte);
  append_number (row, segment->cost);
  append_number (row, segment->cost_per_customer);
  append_number (row, segment->cost_share_of_arr);
  return g_string_free_and_steal (row);
}

/**
 * hr_csv_write_capacity:
 * @capacity: an answer
 *
 * Writes the figures of each segment in a row, under the keys of the JSON form: `fte`,
 * the limits, `headcount` and `gap` are those of the role that carries the accounts,
 * `total_fte` that of all roles. Money is in major units, numbers are as no locale has
 * them, lines end as RFC 4180 says.
 *
 * Returns: (transfer full): the text
 */
char *
hr_csv_write_capacity (const HrCapacity *capacity)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (HEADER); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "," : "", HEADER[i]);
  g_string_append (text, "\r\n");
  for (guint i = 0; i < hr_capacity_get_n_segments (capacity); i++)
    {
      g_autofree char *row = write_segment (hr_capacity_get_segment (capacity, i));

      g_string_append_printf (text, "%s\r\n", row);
    }
  return g_string_free_and_steal (text);
}

static void
append_persona (GString *text,
                const HrCapacity *capacity,
                const HrPersona *persona,
                const HrStage *stage)
{
  HrPlan *plan = hr_capacity_get_plan (capacity);
  const HrNeed *need = hr_persona_find_need (persona, stage);
  guint n_met = hr_capacity_count_meetings (capacity, stage, persona);
  HrItem *role = need != NULL ? hr_plan_find (plan, HR_TYPE_ROLE, need->role) : NULL;
  g_autoptr (GString) row = g_string_new (NULL);

  if (need == NULL && n_met == 0)
    return;
  append_text (row, persona->name);
  append_text (row, stage->name);
  append_text (row, need != NULL ? need->need : NULL);
  append_text (row, need != NULL ? need->engagement : NULL);
  append_text (row, role != NULL ? hr_item_get_name (role) : NULL);
  append_number (row, n_met);
  append_text (row, n_met == 0 && hr_persona_asks (persona, need) ? "false" : "true");
  g_string_append_printf (text, "%s\r\n", row->str);
}

/**
 * hr_csv_write_personas:
 * @capacity: an answer
 *
 * Writes the persona matrix: a row for each persona and stage with a need or a
 * touchpoint, with what is needed, how the persona is engaged, who owns the relation, the
 * touchpoints of all journeys that meet it there, and whether the need is met.
 *
 * Returns: (transfer full): the text
 */
char *
hr_csv_write_personas (const HrCapacity *capacity)
{
  HrPlan *plan = hr_capacity_get_plan (capacity);
  GString *text =
      g_string_new ("persona,stage,need,engagement,role,touchpoints,is_met\r\n");

  for (guint i = 0; i < hr_list_get_n (plan->personas); i++)
    for (guint j = 0; j < hr_list_get_n (plan->stages); j++)
      append_persona (text, capacity, hr_list_get (plan->personas, i),
                      hr_list_get (plan->stages, j));
  return g_string_free_and_steal (text);
}
