/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-format-private.h"

#include <math.h>

#include "hr-parse.h"

/* As many decimals as were typed, but not the sixteen of a third. */
static char *
number_to_text (double number)
{
  guint decimals = 0;

  if (isnan (number))
    return g_strdup ("");
  while (decimals < 3 &&
         fabs (number * pow (10, decimals) - round (number * pow (10, decimals))) > 1e-9)
    decimals++;
  return hr_format_number (number, decimals);
}

static char *
names_to_text (HrPlan *plan, gpointer item, const HrField *field)
{
  GString *text = g_string_new (NULL);
  guint n_ids;
  char *const *ids = hr_item_get_references (item, field, &n_ids);

  for (guint i = 0; i < n_ids; i++)
    {
      gpointer named = hr_plan_find (plan, field->type (), ids[i]);

      if (named != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "",
                                hr_item_get_name (named));
    }
  return g_string_free_and_steal (text);
}

/**
 * hr_format_field:
 * @plan: the item's plan
 * @item: an item
 * @field: a field of it, neither a list nor the portfolio
 *
 * Writes a field as a person reads it in a table: units stand in the header, not in the
 * cell; a share says that it is one, and what is not given is empty.
 */
char *
hr_format_field (HrPlan *plan, gpointer item, const HrField *field)
{
  g_auto (GValue) value = G_VALUE_INIT;

  if (field->kind == HR_FIELD_REF || field->kind == HR_FIELD_REFS)
    return names_to_text (plan, item, field);
  g_value_init (&value, hr_field_get_value_type (field));
  g_object_get_property (G_OBJECT (item), field->name, &value);
  if (field->kind == HR_FIELD_ENUM)
    return hr_format_enum (field->type (), g_value_get_enum (&value));
  if (field->kind == HR_FIELD_NUMBER && field->unit == HR_UNIT_SHARE)
    return hr_format_share (g_value_get_double (&value));
  if (field->kind == HR_FIELD_MONEY)
    return hr_format_minor (g_value_get_int64 (&value), plan->currency);
  if (field->kind == HR_FIELD_INTEGER)
    return hr_format_number (g_value_get_int (&value), 0);
  if (field->kind == HR_FIELD_NUMBER)
    return number_to_text (g_value_get_double (&value));
  return hr_parse_to_text (field, &value);
}
