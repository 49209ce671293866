/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "hr-chart-words.h"
#include "hr-coverage-map.h"
#include "hr-format.h"

/* What the people of a segment cost beyond what its benchmark pays for, in people. */
static double
get_excess (const HrSegmentCapacity *segment)
{
  return segment->book.fte - segment->book.top_down_fte;
}

/**
 * hr_chart_words_find_dearest:
 * @capacity: the answer
 *
 * Finds the segment that the title of the coverage map is about.
 *
 * Returns: the first of those that need most people beyond what their benchmark pays
 *   for, or -1 if none does
 */
int
hr_chart_words_find_dearest (const HrCapacity *capacity)
{
  double most = HR_LEAST_GAP;
  int found = -1;

  for (guint i = 0; i < hr_capacity_get_n_segments (capacity); i++)
    {
      double excess = get_excess (hr_capacity_get_segment (capacity, i));

      if (excess < most || isnan (excess))
        continue;
      if (found < 0 || excess > most)
        found = (int) i;
      most = excess;
    }
  return found;
}

/**
 * hr_chart_words_get_common_benchmark:
 * @capacity: the answer
 *
 * Finds the ARR per person that makes the benchmark a line.
 *
 * Returns: it, or NAN if there is none, or if segments are held to different ones
 */
double
hr_chart_words_get_common_benchmark (const HrCapacity *capacity)
{
  gint64 common = HR_MONEY_NONE;

  for (guint i = 0; i < hr_capacity_get_n_segments (capacity); i++)
    {
      const HrSegmentCapacity *segment = hr_capacity_get_segment (capacity, i);
      gint64 own = segment->segment->limits.arr_per_fte;

      if (isnan (segment->book.top_down_fte))
        continue;
      if (segment->book.binding_limit != HR_LIMIT_ARR_PER_FTE ||
          (common != HR_MONEY_NONE && own != common))
        return NAN;
      common = own;
    }
  return common != HR_MONEY_NONE ? (double) common / 100 : NAN;
}

/**
 * hr_chart_words_why_absent:
 * @segment: the answer for a segment
 *
 * Says why a segment is not on the map: what has no ARR or takes no people has no place.
 *
 * Returns: %HR_REASON_NONE if it is on the map
 */
HrReason
hr_chart_words_why_absent (const HrSegmentCapacity *segment)
{
  if (segment->book.reason != HR_REASON_NONE)
    return segment->book.reason;
  if (segment->arr_reason != HR_REASON_NONE)
    return segment->arr_reason;
  if (!(segment->customers > 0))
    return HR_REASON_ZERO_CUSTOMERS;
  if (!(segment->book.fte > 0))
    return HR_REASON_ZERO_PEOPLE;
  return segment->arr > 0 ? HR_REASON_NONE : HR_REASON_ZERO_ARR;
}

/* Whom there is to say of that they are not on the map; NULL for nobody. */
char *
hr_chart_words_absent (const HrCapacity *capacity)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < hr_capacity_get_n_segments (capacity); i++)
    {
      const HrSegmentCapacity *segment = hr_capacity_get_segment (capacity, i);
      HrReason reason = hr_chart_words_why_absent (segment);

      if (reason == HR_REASON_NONE)
        continue;
      g_string_append (list, list->len > 0 ? _ ("; ") : "");
      /* Translators: a segment and the reason, "Free tier (There is no ARR)" */
      g_string_append_printf (list, _ ("%s (%s)"), segment->segment->name,
                              hr_reason_to_text (reason));
    }
  return list->len > 0 ? g_strdup_printf (_ ("Not on the map: %s"), list->str) : NULL;
}

char *
hr_chart_words_people_and_arr (const HrCapacity *capacity, guint i)
{
  const HrSegmentCapacity *segment = hr_capacity_get_segment (capacity, i);
  g_autofree char *people = hr_format_unit (segment->book.fte, HR_UNIT_PEOPLE, NULL);
  g_autofree char *arr = hr_chart_words_arr (capacity, i);

  return g_strdup_printf (_ ("%s · %s"), people, arr);
}

char *
hr_chart_words_customers (const HrCapacity *capacity, guint i)
{
  return hr_format_unit (hr_capacity_get_segment (capacity, i)->customers,
                         HR_UNIT_CUSTOMERS, NULL);
}

/* The last tick says what all of them count. */
char *
hr_chart_words_arr_tick (double arr, const char *currency, gboolean is_last)
{
  g_autofree char *money = hr_format_money_short (arr, currency);

  return is_last ? g_strdup_printf (_ ("%s ARR"), money) : g_steal_pointer (&money);
}

char *
hr_chart_words_line (const HrCapacity *capacity)
{
  double arr_per_fte = hr_chart_words_get_common_benchmark (capacity);
  g_autofree char *money =
      hr_format_money_short (arr_per_fte, hr_capacity_get_plan (capacity)->currency);

  return g_strdup_printf (_ ("Benchmark: %s ARR per person"), money);
}

/* What it means to lie above the line. */
const char *
hr_chart_words_region (void)
{
  return _ ("costs more people than its revenue pays for");
}

static char *
write_subtitle (const HrCapacity *capacity, gboolean explain_region)
{
  const char *drawn = _ ("People needed against the ARR they serve; the larger the disc, "
                         "the more customers");
  gboolean has_line = isfinite (hr_chart_words_get_common_benchmark (capacity));

  if (!has_line && hr_chart_words_has_benchmark (capacity))
    return g_strdup_printf (
        _ ("%s. A diamond marks what the segment’s own benchmark pays for; a disc above "
           "it costs more people"),
        drawn);
  if (has_line && explain_region)
    return g_strdup_printf (_ ("%s. What lies above the line %s"), drawn,
                            hr_chart_words_region ());
  return g_strdup (drawn);
}

/**
 * hr_chart_words_of_coverage:
 * @capacity: what to show
 * @explain_region: whether the map itself has no room to say what lies above the line
 *
 * Writes the words around the coverage map.
 */
HrChartWords
hr_chart_words_of_coverage (const HrCapacity *capacity, gboolean explain_region)
{
  return (HrChartWords) {
    .title = hr_coverage_map_get_title (capacity),
    .subtitle = write_subtitle (capacity, explain_region),
    .foot = hr_chart_words_assumptions (capacity),
  };
}

/* How many are beyond their benchmark, and how many cannot be compared with one. */
static void
count_segments (const HrCapacity *capacity, guint *n_over, guint *n_unknown)
{
  *n_over = *n_unknown = 0;
  for (guint i = 0; i < hr_capacity_get_n_segments (capacity); i++)
    {
      double excess = get_excess (hr_capacity_get_segment (capacity, i));

      *n_over += excess >= HR_LEAST_GAP;
      *n_unknown += isnan (excess);
    }
}

static char *
write_dearest (const HrSegmentCapacity *dearest, guint n_others)
{
  g_autofree char *people = hr_format_people (get_excess (dearest));
  const char *name = dearest->segment->name;
  g_autofree char *finding =
      dearest->book.binding_limit == HR_LIMIT_ARR_PER_FTE
          ? g_strdup_printf (_ ("%s costs %s more people than its revenue pays for"),
                             name, people)
          : g_strdup_printf (_ ("%s costs %s more people than its benchmark allows"),
                             name, people);

  if (n_others == 0)
    return g_steal_pointer (&finding);
  return g_strdup_printf (ngettext ("%s, and %u other is over too",
                                    "%s, and %u others are over too", n_others),
                          finding, n_others);
}

/**
 * hr_coverage_map_get_title:
 * @capacity: what to show
 *
 * Says in one line what the map shows: who costs more people than the benchmark pays
 * for; else what cannot be said; else that nobody does.
 */
char *
hr_coverage_map_get_title (const HrCapacity *capacity)
{
  guint n = hr_capacity_get_n_segments (capacity);
  int dearest = hr_chart_words_find_dearest (capacity);
  guint n_over, n_unknown;

  count_segments (capacity, &n_over, &n_unknown);
  if (n == 0)
    return g_strdup (hr_reason_to_text (HR_REASON_NO_SEGMENTS));
  if (dearest >= 0)
    return write_dearest (hr_capacity_get_segment (capacity, (guint) dearest),
                          n_over - 1);
  if (n_unknown == n)
    return g_strdup (_ ("No segment can be compared with a benchmark yet"));
  if (n_unknown > 0)
    return g_strdup_printf (
        ngettext ("No segment costs more people than its revenue pays for, but %u "
                  "cannot be compared",
                  "No segment costs more people than its revenue pays for, but %u "
                  "cannot be compared",
                  n_unknown),
        n_unknown);
  return g_strdup (_ ("Every segment’s revenue pays for the people it needs"));
}

static char *
compare_with_benchmark (const HrSegmentCapacity *segment)
{
  double excess = get_excess (segment);
  g_autofree char *people = hr_format_people (fabs (excess));

  if (isnan (excess))
    return g_strdup (hr_reason_to_text (segment->book.top_down_reason));
  if (fabs (excess) < HR_LEAST_GAP)
    return g_strdup (_ ("as many as its benchmark pays for"));
  return excess > 0
             ? g_strdup_printf (_ ("%s more than its benchmark pays for"), people)
             : g_strdup_printf (_ ("%s fewer than its benchmark pays for"), people);
}

static void
describe_segment (GString *text, const HrCapacity *capacity, guint i)
{
  const HrSegmentCapacity *segment = hr_capacity_get_segment (capacity, i);
  g_autofree char *values = hr_chart_words_people_and_arr (capacity, i);
  g_autofree char *customers = hr_chart_words_customers (capacity, i);
  g_autofree char *comparison = compare_with_benchmark (segment);

  /* Translators: segment, people and ARR, customers, comparison with the benchmark */
  g_string_append_printf (text, _ (" %s: %s, %s, %s."), segment->segment->name, values,
                          customers, comparison);
}

/**
 * hr_coverage_map_describe:
 * @capacity: what to show
 *
 * Says the whole picture in words, for the screen reader.
 */
char *
hr_coverage_map_describe (const HrCapacity *capacity)
{
  g_autofree char *title = hr_coverage_map_get_title (capacity);
  g_autofree char *absent = hr_chart_words_absent (capacity);
  GString *text = g_string_new (title);

  g_string_append_c (text, '.');
  for (guint i = 0; i < hr_capacity_get_n_segments (capacity); i++)
    if (hr_chart_words_why_absent (hr_capacity_get_segment (capacity, i)) ==
        HR_REASON_NONE)
      describe_segment (text, capacity, i);
  if (absent != NULL)
    g_string_append_printf (text, " %s.", absent);
  return g_string_free_and_steal (text);
}
