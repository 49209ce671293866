/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-number.h"

#include <math.h>
#include <string.h>

#include "hr-types.h"

/**
 * hr_number_to_text:
 * @number: a finite number
 *
 * Writes a number in as few digits as read back as the same number, "0.1", "250000".
 *
 * Returns: (transfer full): the text
 */
char *
hr_number_to_text (double number)
{
  static const char *const formats[] = { "%.15g", "%.16g", "%.17g" };
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_return_val_if_fail (isfinite (number), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_ascii_formatd (text, sizeof text, formats[i], number);
      if (g_ascii_strtod (text, NULL) == number)
        break;
    }
  return g_strdup (text);
}

/**
 * hr_money_from_number:
 * @major: an amount in major units, finite
 * @minor: (out): the amount in minor units, rounded down; a hundredth beyond
 *   ±%HR_MONEY_MAX if it is more than that
 *
 * Makes money of a number that was read from text: 0.29 is 29 although the double is a
 * little less.
 *
 * Returns: whether @minor is the amount exactly
 */
gboolean
hr_money_from_number (double major, gint64 *minor)
{
  char text[32];
  char *dot;
  double nearest;

  g_return_val_if_fail (isfinite (major), FALSE);

  if (fabs (major) > HR_MONEY_MAX / 100.0)
    {
      *minor = major > 0 ? HR_MONEY_MAX : -HR_MONEY_MAX - 1;
      return FALSE;
    }

  g_ascii_formatd (text, sizeof text, "%.2f", major);
  nearest = g_ascii_strtod (text, NULL);
  dot = strchr (text, '.');
  memmove (dot, dot + 1, strlen (dot));
  *minor = g_ascii_strtoll (text, NULL, 10) - (nearest > major ? 1 : 0);
  return nearest == major;
}
