/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-json-output.h"
#include "hr-json-writer.h"

/* The keys of the limits in the JSON form of a plan. */
static const char *const LIMITS[] = {
  [HR_LIMIT_NONE] = NULL,
  [HR_LIMIT_ARR_PER_FTE] = "arr_per_fte",
  [HR_LIMIT_CUSTOMERS_PER_FTE] = "customers_per_fte",
  [HR_LIMIT_NEW_CUSTOMERS_PER_MONTH_PER_FTE] = "new_customers_per_month_per_fte",
};

/* The limit's key; %NULL for none. */
const char *
hr_json_name_limit (HrLimit limit)
{
  return LIMITS[limit];
}

/* @role: (nullable) */
static void
write_role (HrJsonOutput *out, const HrRole *role)
{
  hr_json_output_text (out, "role", role != NULL ? hr_item_get_id (role) : NULL);
}

static void
write_needs (HrJsonOutput *out, const HrSegmentCapacity *segment)
{
  hr_json_output_open (out, "roles", '[');
  for (guint i = 0; i < segment->n_needs; i++)
    {
      const HrRoleNeed *need = &segment->needs[i];

      hr_json_output_open (out, NULL, '{');
      write_role (out, need->role);
      hr_json_output_number (out, "workload_hours", need->workload_hours);
      hr_json_output_number (out, "available_hours", need->available_hours);
      hr_json_output_number (out, "customers_per_fte", need->customers_per_fte);
      hr_json_output_number (out, "fte", need->fte);
      hr_json_output_close (out, '}');
    }
  hr_json_output_close (out, ']');
}

static void
write_book (HrJsonOutput *out, const HrBook *book)
{
  hr_json_output_open (out, "book", '{');
  write_role (out, book->role);
  hr_json_output_number (out, "fte", book->fte);
  hr_json_output_number (out, "top_down_fte", book->top_down_fte);
  hr_json_output_text (out, "binding_limit", hr_json_name_limit (book->binding_limit));
  hr_json_output_number (out, "arr_per_fte", book->arr_per_fte);
  hr_json_output_number (out, "headcount", book->headcount);
  hr_json_output_number (out, "gap", book->gap);
  hr_json_output_close (out, '}');
}

static void
write_segments (HrJsonOutput *out, const HrCapacity *capacity)
{
  hr_json_output_open (out, "segments", '[');
  for (guint i = 0; i < hr_capacity_get_n_segments (capacity); i++)
    {
      const HrSegmentCapacity *segment = hr_capacity_get_segment (capacity, i);

      hr_json_output_open (out, NULL, '{');
      hr_json_output_text (out, "id", hr_item_get_id (segment->segment));
      hr_json_output_number (out, "customers", segment->customers);
      hr_json_output_number (out, "arr", segment->arr);
      write_needs (out, segment);
      write_book (out, &segment->book);
      hr_json_output_number (out, "cost", segment->cost);
      hr_json_output_number (out, "cost_per_customer", segment->cost_per_customer);
      hr_json_output_number (out, "cost_share_of_arr", segment->cost_share_of_arr);
      hr_json_output_close (out, '}');
    }
  hr_json_output_close (out, ']');
}

static void
write_roles (HrJsonOutput *out, const HrCapacity *capacity)
{
  hr_json_output_open (out, "roles", '[');
  for (guint i = 0; i < hr_capacity_get_n_roles (capacity); i++)
    {
      const HrRoleCapacity *role = hr_capacity_get_role (capacity, i);

      hr_json_output_open (out, NULL, '{');
      write_role (out, role->role);
      hr_json_output_number (out, "fte", role->fte);
      hr_json_output_number (out, "heads", role->heads);
      hr_json_output_number (out, "headcount", role->headcount);
      hr_json_output_close (out, '}');
    }
  hr_json_output_close (out, ']');
}

/**
 * hr_json_write_capacity:
 * @capacity: an answer
 *
 * Writes an answer in the form of design.md §6: hours per year, money in major units,
 * null where there is no answer.
 *
 * Returns: (transfer full): UTF-8 that ends with a line break
 */
char *
hr_json_write_capacity (const HrCapacity *capacity)
{
  const HrTotals *totals = hr_capacity_get_totals (capacity);
  HrJsonOutput out;

  hr_json_output_init (&out);
  hr_json_output_open (&out, NULL, '{');
  write_segments (&out, capacity);
  write_roles (&out, capacity);
  hr_json_output_open (&out, "totals", '{');
  hr_json_output_number (&out, "customers", totals->customers);
  hr_json_output_number (&out, "arr", totals->arr);
  hr_json_output_number (&out, "fte", totals->fte);
  hr_json_output_number (&out, "heads", totals->heads);
  hr_json_output_number (&out, "cost", totals->cost);
  hr_json_output_number (&out, "cost_share_of_arr", totals->cost_share_of_arr);
  hr_json_output_close (&out, '}');
  hr_json_output_close (&out, '}');
  return hr_json_output_end (&out);
}
