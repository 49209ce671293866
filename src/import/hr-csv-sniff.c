/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-csv-sniff.h"

#include <string.h>

static const char DELIMITERS[] = { ',', ';', '\t', '|' };

#define N_DELIMITERS G_N_ELEMENTS (DELIMITERS)

typedef struct
{
  guint counts[N_DELIMITERS];
  gboolean is_blank;
} Line;

static gboolean
is_line_end (char c)
{
  return c == '\n' || c == '\r';
}

/* Counts what could delimit, outside quotes, and gets where the next line begins. */
static const char *
count_in_line (const char *at, const char *end, Line *line)
{
  gboolean in_quotes = FALSE, at_start = TRUE;

  *line = (Line) { .is_blank = TRUE };
  for (; at < end && (in_quotes || !is_line_end (*at)); at++)
    {
      const char *found = memchr (DELIMITERS, *at, N_DELIMITERS);

      line->is_blank &= *at == ' ';
      if (in_quotes)
        in_quotes = *at != '"'; /* a doubled one closes and opens again */
      else if (*at == '"')
        in_quotes = at_start || at[-1] == '"';
      else if (found != NULL)
        line->counts[found - DELIMITERS]++;
      at_start = found != NULL;
    }
  return at < end ? at + 1 : end;
}

/**
 * hr_csv_sniff_delimiter:
 * @sample: the beginning of a file, from its first row on
 * @length: how much of it
 *
 * Finds what divides the fields: of , ; tab | the one that the first row has, and that
 * the most lines have as often as the first.
 *
 * A file without any of them has one column; then it is the comma.
 */
char
hr_csv_sniff_delimiter (const char *sample, gsize length)
{
  const char *at = sample, *end = sample + length;
  Line header = { .is_blank = TRUE }, line;
  guint agreeing[N_DELIMITERS] = { 0 };
  guint best = 0;

  while (at < end && header.is_blank)
    at = count_in_line (at, end, &header);
  while (at < end)
    {
      at = count_in_line (at, end, &line);
      for (guint i = 0; i < N_DELIMITERS; i++)
        if (line.counts[i] == header.counts[i])
          agreeing[i]++;
    }

  for (guint i = 1; i < N_DELIMITERS; i++)
    if (header.counts[i] > 0 &&
        (header.counts[best] == 0 || agreeing[i] > agreeing[best] ||
         (agreeing[i] == agreeing[best] && header.counts[i] > header.counts[best])))
      best = i;
  return DELIMITERS[best];
}
