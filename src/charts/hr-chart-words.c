/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-chart-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "hr-explanation.h"
#include "hr-format.h"

static const char *
get_currency (const HrCapacity *capacity)
{
  return hr_capacity_get_plan (capacity)->currency;
}

gboolean
hr_chart_words_has_benchmark (const HrCapacity *capacity)
{
  for (guint i = 0; i < hr_capacity_get_n_segments (capacity); i++)
    if (isfinite (hr_capacity_get_segment (capacity, i)->book.top_down_fte))
      return TRUE;
  return FALSE;
}

char *
hr_chart_words_no_answer (HrReason reason)
{
  return g_strdup_printf ("%s %s", HR_NO_ANSWER, hr_reason_to_text (reason));
}

char *
hr_chart_words_arr (const HrCapacity *capacity, guint i)
{
  const HrSegmentCapacity *segment = hr_capacity_get_segment (capacity, i);
  g_autofree char *money =
      hr_format_money_compact (segment->arr, get_currency (capacity));

  if (!isfinite (segment->arr))
    return hr_chart_words_no_answer (segment->arr_reason);
  return g_strdup_printf (_ ("%s ARR"), money);
}

char *
hr_chart_words_needed (double fte, gboolean bare)
{
  g_autofree char *people = hr_format_people (fte);

  if (bare)
    return g_steal_pointer (&people);
  return isfinite (fte) ? g_strdup_printf (C_ ("people", "%s needed"), people) : NULL;
}

/* Whole people as they are counted, parts of one only where there are such. */
char *
hr_chart_words_today (double headcount, gboolean bare)
{
  g_autofree char *people = headcount == floor (headcount) ? hr_format_heads (headcount)
                                                           : hr_format_people (headcount);

  return bare ? g_steal_pointer (&people)
              : g_strdup_printf (C_ ("people", "%s today"), people);
}

char *
hr_chart_words_benchmark (double fte, gboolean bare)
{
  g_autofree char *people = hr_format_people (fte);

  if (bare)
    return g_steal_pointer (&people);
  return isfinite (fte) ? g_strdup_printf (C_ ("people", "%s benchmark"), people)
                        : g_strdup (_ ("no benchmark"));
}

/* The head of a column of such values. */
const char *
hr_chart_words_column (HrCapacityMark mark)
{
  switch ((int) mark)
    {
    case HR_CAPACITY_MARK_NEEDED_TEXT:
      return C_ ("column", "needed");
    case HR_CAPACITY_MARK_TODAY_TEXT:
      return C_ ("column", "today");
    case HR_CAPACITY_MARK_BENCHMARK_TEXT:
      return C_ ("column", "benchmark");
    default:
      return NULL;
    }
}

/* The name of those who carry the accounts, if they are one role in all segments. */
static const char *
get_common_role (const HrCapacity *capacity)
{
  const HrRole *common = NULL;

  for (guint i = 0; i < hr_capacity_get_n_segments (capacity); i++)
    {
      const HrRole *role = hr_capacity_get_segment (capacity, i)->book.role;

      if (role == NULL || (common != NULL && role != common))
        return NULL;
      common = role;
    }
  return common != NULL ? common->name : NULL;
}

/* Who is counted, of which kind. */
char *
hr_chart_words_unit (const HrCapacity *capacity)
{
  const char *role = get_common_role (capacity);

  return role != NULL
             /* Translators: %s is a kind of employee, "CSM" */
             ? g_strdup_printf (_ ("People per segment (%s, full-time)"), role)
             : g_strdup (_ ("People who carry accounts, per segment (full-time)"));
}

/* Each mark is named with its shape, so that it needs no legend. */
static const char *
get_marks (const HrCapacity *capacity)
{
  gboolean has_benchmark = hr_chart_words_has_benchmark (capacity);

  if (hr_capacity_get_version (capacity) == HR_JOURNEY_REDESIGNED)
    return has_benchmark ? _ ("needed for the redesigned journey (bar), today (line) and "
                              "paid for by the benchmark (diamond)")
                         : _ ("needed for the redesigned journey (bar) and today (line)");
  return has_benchmark ? _ ("needed for the journey (bar), today (line) and paid for by "
                            "the benchmark (diamond)")
                       : _ ("needed for the journey (bar) and today (line)");
}

HrChartWords
hr_chart_words_of_capacity (const HrCapacity *capacity)
{
  g_autofree char *unit = hr_chart_words_unit (capacity);

  return (HrChartWords) {
    .title = hr_capacity_chart_get_title (capacity),
    .subtitle = g_strdup_printf (_ ("%s: %s"), unit, get_marks (capacity)),
    .foot = hr_chart_words_assumptions (capacity),
  };
}

void
hr_chart_words_add_segment (GArray *marks,
                            const HrCapacity *capacity,
                            guint segment,
                            const cairo_rectangle_t *place)
{
  HrSegment *item = hr_capacity_get_segment (capacity, segment)->segment;
  HrChartMark *mark = hr_chart_add_mark (marks, item, segment, place);

  mark->name = g_strdup (item->name);
  mark->text = hr_format_segment (capacity, segment);
}
