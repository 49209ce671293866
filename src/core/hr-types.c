/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-types.h"

/**
 * hr_period_per_year:
 * @period: a period
 *
 * Says how often a period comes in a year, as design.md §3 counts them.
 *
 * Returns: 52, 12, 4 or 1
 */
double
hr_period_per_year (HrPeriod period)
{
  switch (period)
    {
    case HR_PERIOD_WEEK:
      return 52;
    case HR_PERIOD_MONTH:
      return 12;
    case HR_PERIOD_QUARTER:
      return 4;
    case HR_PERIOD_YEAR:
      return 1;
    default:
      g_return_val_if_reached (1);
    }
}

/**
 * hr_enum_to_nick:
 * @type: an enumeration of this room
 * @value: one of its values
 *
 * Gets the word that stands for a value in files.
 *
 * Returns: a static string
 */
const char *
hr_enum_to_nick (GType type, int value)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (type);
  const GEnumValue *found = g_enum_get_value ((GEnumClass *) klass, value);

  g_return_val_if_fail (found != NULL, "");

  return found->value_nick;
}

/**
 * hr_enum_from_nick:
 * @type: an enumeration of this room
 * @nick: the word
 * @value: (out): its value
 *
 * Finds the value that a word stands for.
 *
 * Returns: whether there is one
 */
gboolean
hr_enum_from_nick (GType type, const char *nick, int *value)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (type);
  const GEnumValue *found = g_enum_get_value_by_nick ((GEnumClass *) klass, nick);

  if (found == NULL)
    return FALSE;

  *value = found->value;
  return TRUE;
}
