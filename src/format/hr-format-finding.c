/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-format-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* What there is to say of all segments. */
typedef struct
{
  const HrSegmentCapacity *shortest; /* (nullable): with most people missing */
  const HrSegmentCapacity *widest;   /* (nullable): with most people to spare */
  const HrSegmentCapacity *unknown;  /* (nullable): the first without an answer */
  guint n_short;
  guint n_unknown;
} Survey;

static Survey
survey_segments (const HrCapacity *capacity)
{
  Survey survey = { 0 };

  for (guint i = 0; i < hr_capacity_get_n_segments (capacity); i++)
    {
      const HrSegmentCapacity *segment = hr_capacity_get_segment (capacity, i);
      double gap = segment->book.gap;

      if (isnan (gap))
        {
          survey.n_unknown++;
          if (survey.unknown == NULL)
            survey.unknown = segment;
        }
      else if (gap <= -HR_LEAST_GAP)
        {
          survey.n_short++;
          if (survey.shortest == NULL || gap < survey.shortest->book.gap)
            survey.shortest = segment;
        }
      else if (gap >= HR_LEAST_GAP)
        {
          if (survey.widest == NULL || gap > survey.widest->book.gap)
            survey.widest = segment;
        }
    }
  return survey;
}

static char *
write_shortage (const Survey *survey)
{
  const char *name = survey->shortest->segment->name;
  g_autofree char *people = hr_format_people (-survey->shortest->book.gap);

  if (survey->n_short == 1)
    return g_strdup_printf (_ ("%s needs %s more people than it has"), name, people);
  return g_strdup_printf (ngettext ("%s needs %s more people than it has, and %u other "
                                    "segment is short too",
                                    "%s needs %s more people than it has, and %u other "
                                    "segments are short too",
                                    survey->n_short - 1),
                          name, people, survey->n_short - 1);
}

static char *
write_surplus (const Survey *survey, const HrCapacity *capacity)
{
  gboolean is_only = hr_capacity_get_n_segments (capacity) == 1;
  g_autofree char *people = NULL;

  if (survey->widest == NULL && is_only)
    return g_strdup_printf (_ ("%s has the people it needs"),
                            hr_capacity_get_segment (capacity, 0)->segment->name);
  if (survey->widest == NULL)
    return g_strdup (_ ("Every segment has the people it needs"));

  people = hr_format_people (survey->widest->book.gap);
  if (is_only)
    return g_strdup_printf (_ ("%s has %s people to spare"),
                            survey->widest->segment->name, people);
  return g_strdup_printf (_ ("Every segment has the people it needs, and %s has %s to "
                             "spare"),
                          survey->widest->segment->name, people);
}

/* Nobody may read that all is well where somebody has not been counted. */
static char *
write_unknown (const Survey *survey, guint n_segments)
{
  if (survey->n_unknown == n_segments)
    return g_strdup_printf (_ ("%s has no answer: %s"), survey->unknown->segment->name,
                            hr_reason_to_text (survey->unknown->book.reason));
  return g_strdup_printf (
      ngettext ("No segment is short of people, but %u segment has no answer",
                "No segment is short of people, but %u segments have no answer",
                survey->n_unknown),
      survey->n_unknown);
}

/**
 * hr_format_finding:
 * @capacity: the answer for a plan
 *
 * Says in one line what matters most in it: the segment that is most short of people;
 * else what cannot be said; else who has people to spare.
 */
char *
hr_format_finding (const HrCapacity *capacity)
{
  guint n_segments = hr_capacity_get_n_segments (capacity);
  Survey survey = survey_segments (capacity);

  if (n_segments == 0)
    return g_strdup (hr_reason_to_text (HR_REASON_NO_SEGMENTS));
  if (survey.n_short > 0)
    return write_shortage (&survey);
  if (survey.n_unknown > 0)
    return write_unknown (&survey, n_segments);
  return write_surplus (&survey, capacity);
}

/**
 * hr_finding_get_segment:
 * @capacity: the answer for a plan
 *
 * Gets the segment whose people the finding is about, so that a picture can point at it.
 *
 * Returns: its place in the plan's list, or -1 if it is about none or about all
 */
int
hr_finding_get_segment (const HrCapacity *capacity)
{
  Survey survey = survey_segments (capacity);
  const HrSegmentCapacity *found = survey.shortest;

  if (found == NULL && survey.n_unknown == 0)
    found = survey.widest;
  return found != NULL ? (int) (found - hr_capacity_get_segment (capacity, 0)) : -1;
}
