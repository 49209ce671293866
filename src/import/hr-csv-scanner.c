/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-csv-scanner.h"

#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#define WINDOW 64

G_STATIC_ASSERT (HR_CSV_PADDING >= WINDOW);

/* Finds what ends a field without quotes among 64 bytes: a bit for each. Fields are
 * shorter than this, so it pays to look at all bytes at once. */
static inline guint64
find_stops (const char *window, char delimiter)
{
  guint64 stops = 0;

#ifdef __SSE2__
  const __m128i delimiters = _mm_set1_epi8 (delimiter);
  const __m128i feeds = _mm_set1_epi8 ('\n'), returns = _mm_set1_epi8 ('\r');

  for (guint i = 0; i < WINDOW; i += 16)
    {
      __m128i bytes = _mm_loadu_si128 ((const __m128i *) (window + i));
      __m128i found = _mm_or_si128 (
          _mm_cmpeq_epi8 (bytes, delimiters),
          _mm_or_si128 (_mm_cmpeq_epi8 (bytes, feeds), _mm_cmpeq_epi8 (bytes, returns)));

      stops |= (guint64) (guint) _mm_movemask_epi8 (found) << i;
    }
#else
  for (guint i = 0; i < WINDOW; i++)
    stops |= (guint64) (window[i] == delimiter || window[i] == '\n' || window[i] == '\r')
             << i;
#endif
  return stops;
}

/**
 * hr_csv_scanner_init:
 * @text: where a row begins
 *
 * Begins to cut a text.
 */
void
hr_csv_scanner_init (
    HrCsvScanner *self, char *text, char *end, gboolean is_whole, char delimiter)
{
  *self = (HrCsvScanner) {
    .at = text, .end = end, .is_whole = is_whole, .delimiter = delimiter, .window = text
  };
  if (text < end)
    self->stops = find_stops (text, delimiter);
}

/* Forgets the stops before @at. */
static inline void
skip_to (HrCsvScanner *self, const char *at)
{
  gsize n = (gsize) (at - self->window);

  if (n >= WINDOW)
    {
      self->window += n;
      self->stops = at < self->end ? find_stops (at, self->delimiter) : 0;
    }
  else
    self->stops &= ~G_GUINT64_CONSTANT (0) << n;
}

/* Takes the next stop, or the end of the text. */
static inline char *
take_stop (HrCsvScanner *self)
{
  char *stop;

  while (self->stops == 0)
    {
      self->window += WINDOW;
      if (self->window >= self->end)
        return self->end;
      self->stops = find_stops (self->window, self->delimiter);
    }
  stop = self->window + __builtin_ctzll (self->stops);
  self->stops &= self->stops - 1;
  return MIN (stop, self->end);
}

/* Whether a field may end here: @at is no text of the field. */
static gboolean
is_stop (const HrCsvScanner *self, const char *at)
{
  return at == self->end || *at == self->delimiter || *at == '\n' || *at == '\r';
}

/* Cuts the field whose quote stands at @at. */
static HrCsvScan
scan_quoted (HrCsvScanner *self, HrCsvField *field, char *at, char **stop)
{
  char *quote = at + 1;

  *field = (HrCsvField) { .text = at + 1, .is_quoted = TRUE };
  while ((quote = memchr (quote, '"', (gsize) (self->end - quote))) != NULL)
    {
      if (quote + 1 == self->end || quote[1] != '"')
        break;
      field->has_quotes = TRUE;
      quote += 2;
    }
  if (quote == NULL || quote + 1 == self->end)
    {
      if (!self->is_whole)
        return HR_CSV_CUT_OFF;
      if (quote == NULL)
        return HR_CSV_NOT_CLOSED;
    }

  field->length = (guint32) (quote - field->text);
  if (!is_stop (self, quote + 1))
    return HR_CSV_NOT_DIVIDED;
  skip_to (self, quote + 1);
  *stop = take_stop (self);
  return HR_CSV_ROW;
}

/* Steps over the end of a line; whether a LF belongs to a CR may not be known yet. */
static HrCsvScan
end_row (HrCsvScanner *self, char *stop)
{
  if (stop == self->end)
    {
      if (!self->is_whole)
        return HR_CSV_CUT_OFF;
    }
  else if (*stop++ == '\r')
    {
      if (stop == self->end && !self->is_whole)
        return HR_CSV_CUT_OFF;
      if (stop < self->end && *stop == '\n')
        skip_to (self, ++stop);
    }
  self->at = stop;
  return HR_CSV_ROW;
}

/**
 * hr_csv_scanner_next:
 * @fields: takes the fields; has room for one more than @limit
 * @stride: so far does one lie from the next
 * @limit: how many fields to tell
 *
 * Cuts the next row. There must be one: @at is before @end, or it is not known whether
 * the text ends there.
 *
 * The scanner is of no more use when what is met is no row.
 */
HrCsvScan
hr_csv_scanner_next (HrCsvScanner *self, HrCsvField *fields, gsize stride, guint limit)
{
  HrCsvScanner now = *self; /* so that it is kept in registers */
  char *at = now.at, *stop = at;
  HrCsvScan scan = HR_CSV_ROW;

  now.n_fields = 0;
  now.has_quoted = FALSE;
  for (;; at = stop + 1)
    {
      HrCsvField *field = &fields[MIN (now.n_fields, limit) * stride];

      now.n_fields++;
      if (at < now.end && *at == '"')
        {
          now.has_quoted = TRUE;
          scan = scan_quoted (&now, field, at, &stop);
          if (scan != HR_CSV_ROW)
            break;
        }
      else
        {
          stop = take_stop (&now);
          *field = (HrCsvField) { .text = at, .length = (guint32) (stop - at) };
        }
      if (stop == now.end || *stop != now.delimiter)
        {
          scan = end_row (&now, stop);
          break;
        }
    }
  *self = now;
  return scan;
}

/* How many lines end within a field, in whatever way. */
guint
hr_csv_field_count_line_ends (const HrCsvField *self)
{
  guint n = 0;

  for (guint32 i = 0; i < self->length; i++)
    if (self->text[i] == '\n' ||
        (self->text[i] == '\r' && (i + 1 == self->length || self->text[i + 1] != '\n')))
      n++;
  return n;
}
