/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-format-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/**
 * hr_format_gap:
 * @gap: people there are less people needed, or NAN
 *
 * Writes a gap in words: "4.0 short", "0.9 spare", "even".
 */
char *
hr_format_gap (double gap)
{
  g_autofree char *people = hr_format_people (fabs (gap));

  if (!isfinite (gap))
    return g_steal_pointer (&people);
  if (fabs (gap) < HR_LEAST_GAP)
    return g_strdup (C_ ("people", "even"));
  return gap < 0 ? g_strdup_printf (C_ ("people", "%s short"), people)
                 : g_strdup_printf (C_ ("people", "%s spare"), people);
}

static char *
write_number (double value, HrUnit unit, const char *currency)
{
  switch (unit)
    {
    case HR_UNIT_MONEY:
      return hr_format_money (value, currency);
    case HR_UNIT_SHARE:
      return hr_format_share (value);
    case HR_UNIT_FACTOR:
      return hr_format_number (value, 2);
    case HR_UNIT_PEOPLE:
      return hr_format_people (value);
    case HR_UNIT_HEADS:
      return hr_format_heads (value);
    case HR_UNIT_NONE:
    case HR_UNIT_CUSTOMERS:
    case HR_UNIT_TIMES:
      return hr_format_number_at_most (value, 2);
    case HR_UNIT_MINUTES:
    case HR_UNIT_HOURS:
    case HR_UNIT_HOURS_PER_CUSTOMER:
    case HR_UNIT_DAYS:
    case HR_UNIT_MONTHS:
    case HR_UNIT_YEARS:
    case HR_UNIT_SCORE:
    default:
      return hr_format_number_at_most (value, 1);
    }
}

/* The name of a unit around the number. */
static const char *
get_pattern (HrUnit unit, gulong n)
{
  switch (unit)
    {
    case HR_UNIT_FACTOR:
      return _ ("×%s");
    case HR_UNIT_PEOPLE:
      return ngettext ("%s person", "%s people", n);
    case HR_UNIT_HEADS:
      return ngettext ("%s head", "%s heads", n);
    case HR_UNIT_CUSTOMERS:
      return ngettext ("%s customer", "%s customers", n);
    case HR_UNIT_TIMES:
      return ngettext ("%s time", "%s times", n);
    case HR_UNIT_MINUTES:
      return _ ("%s min");
    case HR_UNIT_HOURS:
      return _ ("%s h");
    case HR_UNIT_HOURS_PER_CUSTOMER:
      return _ ("%s h per customer");
    case HR_UNIT_DAYS:
      return ngettext ("%s day", "%s days", n);
    case HR_UNIT_MONTHS:
      return ngettext ("%s month", "%s months", n);
    case HR_UNIT_YEARS:
      return ngettext ("%s year", "%s years", n);
    case HR_UNIT_SCORE:
      return ngettext ("%s point", "%s points", n);
    case HR_UNIT_NONE:
    case HR_UNIT_SHARE:
    case HR_UNIT_MONEY:
    default:
      return "%s";
    }
}

/* Puts the name of a unit to a number. Not by printf: the pattern comes from a table
 * and its translation from a file. */
char *
hr_format_with_unit (const char *number, HrUnit unit, gulong n)
{
  GString *text = g_string_new (get_pattern (unit, n));

  g_string_replace (text, "%s", number, 1);
  return g_string_free_and_steal (text);
}

/**
 * hr_format_unit:
 * @value: a number, or NAN
 * @unit: what it counts
 * @currency: (nullable): the code of the currency
 *
 * Writes a figure with its unit: "4.8 people", "1,065.1 h", "$182,000".
 */
char *
hr_format_unit (double value, HrUnit unit, const char *currency)
{
  g_autofree char *number = write_number (value, unit, currency);

  if (!isfinite (value))
    return g_steal_pointer (&number);
  /* It is "1 customer", but "1.0 people": what shows a decimal is not one. */
  return hr_format_with_unit (number, unit,
                              unit == HR_UNIT_PEOPLE ? 3 : hr_plural (value));
}

/**
 * hr_format_exact:
 * @value: a number, or NAN
 * @unit: what it counts
 * @currency: (nullable): the code of the currency
 *
 * Writes a figure with its unit and unrounded: as many digits as tell it from every
 * other number.
 */
char *
hr_format_exact (double value, HrUnit unit, const char *currency)
{
  g_autofree char *number = hr_format_exact_number (value, unit, currency);

  if (!isfinite (value))
    return g_steal_pointer (&number);
  return hr_format_with_unit (number, unit, hr_plural (value));
}
