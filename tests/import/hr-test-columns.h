/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <string.h>

#include "hr-column.h"

/* Columns as text, for tests: "arr money: 12.50 - 3.00". */

static inline void
append_value (GString *text, const HrColumn *column, gsize i)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *date = NULL;

  if (hr_column_is_missing (column, i))
    {
      g_string_append_c (text, '-');
      return;
    }
  switch (hr_column_get_column_type (column))
    {
    case HR_COLUMN_TEXT:
      g_string_append (text, hr_column_get_text_at (column, i));
      break;
    case HR_COLUMN_NUMBER:
      g_string_append (text, g_ascii_dtostr (number, sizeof number,
                                             hr_column_get_numbers (column)[i]));
      break;
    case HR_COLUMN_MONEY:
      g_string_append_printf (text, "%.2f",
                              (double) hr_column_get_money (column)[i] / 100);
      break;
    case HR_COLUMN_DATE:
      date = hr_date_to_text (hr_column_get_days (column)[i]);
      g_string_append (text, date);
      break;
    case HR_COLUMN_FLAG:
      g_string_append (text, hr_column_get_flags (column)[i] ? "yes" : "no");
      break;
    default:
      g_assert_not_reached ();
    }
}

static inline char *
column_to_text (const HrColumn *column)
{
  static const char *const types[] = { "text", "number", "money", "date", "flag" };
  GString *text = g_string_new (hr_column_get_name (column));

  g_string_append_printf (text, " %s:", types[hr_column_get_column_type (column)]);
  for (gsize i = 0; i < hr_column_get_n (column); i++)
    {
      g_string_append_c (text, ' ');
      append_value (text, column, i);
    }
  return g_string_free_and_steal (text);
}
