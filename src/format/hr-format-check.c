/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-format-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Part of a customer too many is a customer too many. */
#define NOISE 1e-9

static char *
format_overloaded (const HrCheck *check, const char *name)
{
  double too_many = ceil (check->values[0] - NOISE);
  g_autofree char *customers = hr_format_number (too_many, 0);
  g_autofree char *people = hr_format_people (check->values[1]);

  if (check->values[1] < HR_LEAST_GAP)
    return g_strdup_printf (
        ngettext ("%s has %s customer more than its people can serve",
                  "%s has %s customers more than its people can serve",
                  hr_plural (too_many)),
        name, customers);
  return g_strdup_printf (
      ngettext (
          "%s has %s customer more than its people can serve: it is %s people short",
          "%s has %s customers more than its people can serve: it is %s people short",
          hr_plural (too_many)),
      name, customers, people);
}

static char *
format_benchmark_exceeded (const HrCheck *check, const char *name)
{
  g_autofree char *needed = hr_format_people (check->values[0]);
  g_autofree char *paid = hr_format_people (check->values[1]);

  return g_strdup_printf (_ ("%s needs %s people, but its benchmark pays for %s: it is "
                             "served beyond its revenue"),
                          name, needed, paid);
}

static char *
format_two_haircuts (const HrCheck *check, const char *name)
{
  g_autofree char *internal = hr_format_share (check->values[0]);
  g_autofree char *realisation = hr_format_share (check->values[1]);

  return g_strdup_printf (
      _ ("The hours of %s are cut twice, by %s internal work and by a realisation of %s: "
         "if both mean the same hours, too many people are asked for"),
      name, internal, realisation);
}

static char *
format_headcount_differs (const HrCheck *check, const char *name)
{
  g_autofree char *role = hr_format_number_at_most (check->values[0], 1);
  g_autofree char *segments = hr_format_number_at_most (check->values[1], 1);

  return g_strdup_printf (_ ("%s counts %s people, but its segments count %s: one of the "
                             "gaps is wrong"),
                          name, role, segments);
}

static char *
format_unassigned (const HrCheck *check, const HrPlan *plan)
{
  g_autofree char *accounts = hr_format_number (check->values[0], 0);
  g_autofree char *arr = hr_format_money_compact (check->values[1], plan->currency);

  if (isnan (check->values[1]))
    return g_strdup_printf (
        ngettext ("%s account is in no segment, so nobody is planned for it",
                  "%s accounts are in no segment, so nobody is planned for them",
                  hr_plural (check->values[0])),
        accounts);
  return g_strdup_printf (
      ngettext (
          "%s account with an ARR of %s is in no segment, so nobody is planned for it",
          "%s accounts with an ARR of %s are in no segment, so nobody is planned for "
          "them",
          hr_plural (check->values[0])),
      accounts, arr);
}

static char *
format_missing_arr (const HrCheck *check, const char *name)
{
  g_autofree char *accounts = hr_format_number (check->values[0], 0);

  return g_strdup_printf (
      ngettext (
          "%s account of %s has no ARR, so the segment's revenue is more than shown",
          "%s accounts of %s have no ARR, so the segment's revenue is more than shown",
          hr_plural (check->values[0])),
      accounts, name);
}

static char *
format_other_currency (const HrCheck *check, const HrPlan *plan)
{
  g_autofree char *accounts = hr_format_number (check->values[0], 0);

  return g_strdup_printf (
      ngettext ("%s account is not in %s, but its ARR is added up as if it were",
                "%s accounts are not in %s, but their ARR is added up as if it were",
                hr_plural (check->values[0])),
      accounts, plan->currency);
}

static char *
format_defaults (const HrCheck *check)
{
  g_autofree char *defaults = hr_format_number (check->values[0], 0);
  g_autofree char *all = hr_format_number (check->values[1], 0);

  return g_strdup_printf (
      ngettext ("%s of %s assumptions is still a default that nobody has confirmed",
                "%s of %s assumptions are still defaults that nobody has confirmed",
                hr_plural (check->values[0])),
      defaults, all);
}

static char *
format_figure (gconstpointer item, const HrField *field, const char *currency)
{
  gconstpointer member = hr_item_member (item, field);

  if (field->kind == HR_FIELD_MONEY)
    return hr_format_minor (*(const gint64 *) member, currency);
  return hr_format_unit (field->kind == HR_FIELD_INTEGER ? *(const int *) member
                                                         : *(const double *) member,
                         field->unit, currency);
}

static char *
format_assumed_default (const HrCheck *check, const HrPlan *plan, const char *name)
{
  const HrField *field = hr_item_find_field (check->item, check->property);
  g_autofree char *value = format_figure (check->item, field, plan->currency);

  return g_strdup_printf (_ ("%s: %s is still the default, %s"), name, _ (field->label),
                          value);
}

static char *
format_friction (const HrCheck *check, const char *name, const char *other)
{
  g_autofree char *n = hr_format_number (check->values[0], 0);

  return g_strdup_printf (
      ngettext ("%s touchpoint of %s has an internal friction of 2 or more, “%s”: it "
                "takes more than its minutes",
                "%s touchpoints of %s have an internal friction of 2 or more, above all "
                "“%s”: they take more than their minutes",
                hr_plural (check->values[0])),
      n, other, name);
}

static char *
format_many_journeys (const HrCheck *check)
{
  g_autofree char *n = hr_format_number (check->values[0], 0);

  return g_strdup_printf (ngettext ("%s segment has a journey of its own: more than four "
                                    "are hardly kept up to date",
                                    "%s segments have a journey of their own: more than "
                                    "four are hardly kept up to date",
                                    hr_plural (check->values[0])),
                          n);
}

static char *
format_untouched (const HrCheck *check, const char *other)
{
  g_autofree char *days = hr_format_number (check->values[0], 0);

  return g_strdup_printf (
      ngettext ("Nobody has touched the journey of %s for %s day: it may not be what "
                "customers get any more",
                "Nobody has touched the journey of %s for %s days: it may not be what "
                "customers get any more",
                hr_plural (check->values[0])),
      other, days);
}

/* About journeys. */
static char *
format_of_journey (const HrCheck *check, const char *name, const char *other)
{
  switch ((guint) check->kind)
    {
    case HR_CHECK_DIGITAL_MEETING:
      return g_strdup_printf (
          _ ("“%s” is a meeting, but %s is served digitally: it does not scale"), name,
          other);
    case HR_CHECK_FRICTION:
      return format_friction (check, name, other);
    case HR_CHECK_UNTOUCHED:
      return format_untouched (check, other);
    case HR_CHECK_PLAYBOOK_EMPTY:
      return g_strdup_printf (
          _ ("The playbook “%s” has no steps, so nobody knows what to do"), name);
    case HR_CHECK_PLAYBOOK_IDLE:
      return g_strdup_printf (_ ("Nothing starts the playbook “%s”: no transition, no "
                                 "metric and no trigger"),
                              name);
    case HR_CHECK_EMPTY_STAGE:
      return g_strdup_printf (
          _ ("%s customers get nothing at the stage %s: they are left to themselves"),
          other, name);
    case HR_CHECK_PERSONA_NEVER_MET:
      return g_strdup_printf (
          _ ("No touchpoint meets the persona %s, so nobody hears what it needs"), name);
    case HR_CHECK_NEED_UNMET:
      return g_strdup_printf (
          _ ("%s needs something at the stage %s, but no touchpoint there meets it"),
          other, check->text);
    case HR_CHECK_ONE_OWNER:
      return g_strdup_printf (
          _ ("%s does all of the journey of %s: other teams are not included"), other,
          name);
    case HR_CHECK_TRANSITION_NO_PLAYBOOK:
      return g_strdup_printf (
          _ ("The transition from %s to %s has no playbook, so each goes its own way"),
          check->text, other);
    case HR_CHECK_TRANSITION_NO_OVERLAP:
      return g_strdup_printf (
          _ ("At the transition from %s to %s the owners never meet the customer "
             "together, so knowledge is lost"),
          check->text, other);
    default:
      return NULL;
    }
}

/* The sentences that need a name and no number. */
static char *
format_plain (const HrCheck *check, const char *name, const char *other)
{
  const char *reason = hr_reason_to_text (check->reason);

  switch ((guint) check->kind)
    {
    case HR_CHECK_NO_SEGMENTS:
      return g_strdup (
          _ ("The plan has no segments yet, so there is nobody to plan people for"));
    case HR_CHECK_NO_ANSWER:
      return check->other != NULL
                 ? g_strdup_printf (_ ("%s has no answer for %s: %s"), name, other,
                                    reason)
                 : g_strdup_printf (_ ("%s has no answer: %s"), name, reason);
    case HR_CHECK_TOUCHPOINT_NO_ROLE:
      return g_strdup_printf (
          _ ("“%s” of %s takes time, but no role does it: its hours are missing"), name,
          other);
    case HR_CHECK_NO_BENCHMARK:
      return g_strdup_printf (
          _ ("%s has no benchmark, so nothing tells whether its revenue pays for its "
             "people"),
          name);
    case HR_CHECK_NO_BOOK_ROLE:
      return g_strdup_printf (
          _ ("No role carries the accounts of %s, so it has no gap and no ARR per person"),
          name);
    case HR_CHECK_EMPTY_SEGMENT:
      return g_strdup_printf (
          _ ("No account matches the rule of %s, so nobody is planned for it"), name);
    case HR_CHECK_UNKNOWN_FIELD:
      return g_strdup_printf (
          _ ("The rule of %s asks for “%s”, which the accounts do not have, so it cannot "
             "match as it was meant"),
          name, check->text);
    case HR_CHECK_ONE_TIME_NO_NEW:
      return g_strdup_printf (
          _ ("%s has one-time work but no new customers, so that work is not counted"),
          name);
    case HR_CHECK_NO_COST:
      return g_strdup_printf (
          _ ("%s has work to do but costs nothing, so the cost is more than shown"),
          name);
    default:
      g_return_val_if_reached (NULL);
    }
}

/* The sentences that need a number. */
static char *
format_counted (const HrCheck *check, const HrPlan *plan, const char *name)
{
  switch ((guint) check->kind)
    {
    case HR_CHECK_TWO_HAIRCUTS:
      return format_two_haircuts (check, name);
    case HR_CHECK_OVERLOADED:
      return format_overloaded (check, name);
    case HR_CHECK_BENCHMARK_EXCEEDED:
      return format_benchmark_exceeded (check, name);
    case HR_CHECK_UNASSIGNED:
      return format_unassigned (check, plan);
    case HR_CHECK_MISSING_ARR:
      return format_missing_arr (check, name);
    case HR_CHECK_HEADCOUNT_DIFFERS:
      return format_headcount_differs (check, name);
    case HR_CHECK_OTHER_CURRENCY:
      return format_other_currency (check, plan);
    case HR_CHECK_MANY_JOURNEYS:
      return format_many_journeys (check);
    case HR_CHECK_DEFAULTS:
      return format_defaults (check);
    case HR_CHECK_ASSUMED_DEFAULT:
      return format_assumed_default (check, plan, name);
    default:
      return NULL;
    }
}

/**
 * hr_format_check:
 * @check: what is worth a look
 * @plan: the plan that was checked
 *
 * Says it in one sentence without a full stop: what it is, and why it matters.
 */
char *
hr_format_check (const HrCheck *check, const HrPlan *plan)
{
  const char *name = check->item != NULL ? hr_item_get_name (check->item) : "";
  const char *other = check->other != NULL ? hr_item_get_name (check->other) : "";
  char *sentence = format_counted (check, plan, name);

  if (sentence == NULL)
    sentence = format_of_journey (check, name, other);
  return sentence != NULL ? sentence : format_plain (check, name, other);
}
