/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-format-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* What needs nobody more or less shows as none. */
static gboolean
does_nothing (const HrLever *lever)
{
  return lever->fte < HR_LEAST_GAP;
}

static const char *
name_role (const HrSegmentCapacity *answer)
{
  return answer->book.role != NULL ? answer->book.role->name : _ ("person");
}

static char *
write_pare (const HrSegmentCapacity *answer, const HrLevers *levers)
{
  g_autofree char *cut = hr_format_hours (levers->pare.hours_to_cut);
  const HrRoleNeed *book = hr_segment_capacity_find_need (answer, answer->book.role);
  g_autofree char *all = hr_format_hours (book != NULL ? book->workload_hours : NAN);

  if (does_nothing (&levers->pare))
    return g_strdup (_ ("The benchmark pays for all that the journey asks for."));
  /* Translators: hours and a role, "Cut 24.0 of the 106.2 CSM hours per customer." */
  return g_strdup_printf (
      _ ("Cut %s of the %s %s hours per customer and year, and the benchmark "
         "pays for the rest."),
      cut, all, name_role (answer));
}

static char *
write_lower (const HrSegmentCapacity *answer,
             const HrLevers *levers,
             const char *currency)
{
  gint64 limit = answer->segment->limits.arr_per_fte;
  g_autofree char *arr = hr_format_money_compact (levers->lower.arr_per_fte, currency);
  g_autofree char *before = NULL;

  if (does_nothing (&levers->lower))
    return g_strdup_printf (_ ("Nobody carries too much: the journey lets each %s carry "
                               "%s."),
                            name_role (answer), arr);
  if (limit == HR_MONEY_NONE)
    return g_strdup_printf (_ ("Let each %s carry %s, as the journey asks for."),
                            name_role (answer), arr);
  before = hr_format_money_short ((double) limit / 100, currency);
  /* Translators: a role and money, "Let each CSM carry $1.65M and not $2M" */
  return g_strdup_printf (_ ("Let each %s carry %s and not %s, as the journey asks for."),
                          name_role (answer), arr, before);
}

static char *
write_hire (const HrSegmentCapacity *answer, const HrLevers *levers)
{
  g_autofree char *needed = hr_format_people (answer->book.fte);
  g_autofree char *today = hr_format_people (answer->book.headcount);

  if (does_nothing (&levers->hire))
    return g_strdup_printf (_ ("The people are there: %s needed, %s today."), needed,
                            today);
  return g_strdup_printf (_ ("Close the gap with people: %s needed, %s today."), needed,
                          today);
}

static const HrLever *
get_lever (const HrLevers *levers, HrLeverKind kind)
{
  if (kind == HR_LEVER_PARE)
    return &levers->pare;
  return kind == HR_LEVER_LOWER ? &levers->lower : &levers->hire;
}

/**
 * hr_format_lever:
 * @answer: for the segment
 * @levers: of the same
 * @kind: which one
 * @currency: of the plan
 *
 * Says in a sentence what a lever does, or why there is no answer.
 */
char *
hr_format_lever (const HrSegmentCapacity *answer,
                 const HrLevers *levers,
                 HrLeverKind kind,
                 const char *currency)
{
  HrReason reason = kind == HR_LEVER_HIRE ? levers->hire_reason : levers->reason;
  g_autofree char *why = NULL;

  if (reason != HR_REASON_NONE)
    {
      why = hr_format_capitalised (hr_reason_to_text (reason));
      return g_strconcat (why, ".", NULL);
    }
  if (kind == HR_LEVER_PARE)
    return write_pare (answer, levers);
  return kind == HR_LEVER_LOWER ? write_lower (answer, levers, currency)
                                : write_hire (answer, levers);
}

/**
 * hr_format_lever_people:
 * @answer: for the segment
 * @levers: of the same
 * @kind: which one
 *
 * Says the effect in heads: "2.1 CSM fewer", "3.0 CSM more".
 */
char *
hr_format_lever_people (const HrSegmentCapacity *answer,
                        const HrLevers *levers,
                        HrLeverKind kind)
{
  const HrLever *lever = get_lever (levers, kind);
  g_autofree char *people = hr_format_people (lever->fte);

  if (isnan (lever->fte))
    return g_strdup (HR_NO_ANSWER);
  if (does_nothing (lever))
    return g_strdup (_ ("no change"));
  /* Translators: people of a role, "−2.1 CSM, fewer" and "+3.0 CSM, more" */
  return g_strdup_printf (kind == HR_LEVER_PARE ? _ ("−%s %s, fewer")
                                                : _ ("+%s %s, more"),
                          people, name_role (answer));
}

/**
 * hr_format_lever_money:
 * @levers: the levers
 * @kind: which one
 * @currency: of the plan
 *
 * Says the effect in money a year: "saves $382K", "costs $546K".
 */
char *
hr_format_lever_money (const HrLevers *levers, HrLeverKind kind, const char *currency)
{
  const HrLever *lever = get_lever (levers, kind);
  g_autofree char *money = hr_format_money_compact (fabs (lever->money), currency);

  if (isnan (lever->money))
    return g_strdup (HR_NO_ANSWER);
  if (does_nothing (lever))
    return g_strdup (_ ("no change"));
  return g_strdup_printf (lever->money < 0 ? _ ("saves %s") : _ ("costs %s"), money);
}

/* What each person then carries. */
char *
hr_format_lever_arr (const HrLevers *levers, HrLeverKind kind, const char *currency)
{
  return hr_format_money_compact (get_lever (levers, kind)->arr_per_fte, currency);
}

/**
 * hr_format_arr_title:
 * @answer: for a segment
 * @currency: of the plan
 *
 * Says what the ARR of each person is held against: "ARR per CSM, benchmark $2M".
 */
char *
hr_format_arr_title (const HrSegmentCapacity *answer, const char *currency)
{
  gint64 limit = answer->segment->limits.arr_per_fte;
  const char *role = answer->book.role != NULL ? answer->book.role->name : _ ("Person");
  g_autofree char *benchmark = NULL;

  if (limit == HR_MONEY_NONE)
    return g_strdup_printf (_ ("ARR per %s"), role);
  benchmark = hr_format_money_short ((double) limit / 100, currency);
  /* Translators: a role and money, "ARR per CSM, benchmark $2M" */
  return g_strdup_printf (_ ("ARR per %s, benchmark %s"), role, benchmark);
}
