/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures as charts and tables write them, hundreds in a frame. */
#include <time.h>

#include "hr-format.h"

#define N_FIGURES 200000

static char *
write_compact (double value)
{
  return hr_format_money_compact (value * 1e3, "USD");
}

static char *
write_money (double value)
{
  return hr_format_money (value, "USD");
}

static void
run (const char *name, const char *locale, char *(*write) (double value))
{
  clock_t start;

  hr_format_set_locale (locale);
  g_free (write (1)); /* makes the formatter */
  start = clock ();
  for (guint i = 0; i < N_FIGURES; i++)
    g_free (write (i * 1.37));
  g_print ("%s in %s: %.2f µs of processor time (goal 2)\n", name, locale,
           (double) (clock () - start) / CLOCKS_PER_SEC * 1e6 / N_FIGURES);
}

int
main (int argc, char *argv[])
{
  static const char *const locales[] = { "en_US", "de_DE", "ar_EG" };

  for (guint i = 0; i < G_N_ELEMENTS (locales); i++)
    {
      run ("people", locales[i], hr_format_people);
      run ("share", locales[i], hr_format_share);
      run ("money", locales[i], write_money);
      run ("money, compact", locales[i], write_compact);
    }
  return 0;
}
