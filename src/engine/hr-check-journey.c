/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "hr-checker.h"
#include "hr-date.h"
#include "hr-dimension.h"
#include "hr-meeting.h"
#include "hr-metric.h"
#include "hr-playbook.h"
#include "hr-scorecard.h"
#include "hr-transition.h"

/* What is missing or odd in the journeys, whatever they cost. */

/* From here on, those inside have to work around something. */
#define HIGH_FRICTION 2

/* So many days without a look, and a journey is probably not what customers get. */
#define UNTOUCHED_DAYS 90

/* More journeys than these nobody keeps up to date. */
#define MANY_JOURNEYS 4

/* A channel is free text: what in it says that two people meet. */
static const char *const MEETING_WORDS[] = { "video", "call",    "phone",  "meeting",
                                             "visit", "on site", "person", "workshop" };

static HrList *
get_touchpoints (const HrSegmentCapacity *capacity)
{
  return capacity->journey != NULL && hr_list_get_n (capacity->journey->touchpoints) > 0
             ? capacity->journey->touchpoints
             : NULL;
}

static gboolean
is_meeting (const HrTouchpoint *touchpoint)
{
  g_autofree char *channel = NULL;

  if (touchpoint->channel == NULL || touchpoint->delivery_minutes <= 0 ||
      touchpoint->kind == HR_TOUCHPOINT_INBOUND)
    return FALSE;

  channel = g_utf8_strdown (touchpoint->channel, -1);
  for (guint i = 0; i < G_N_ELEMENTS (MEETING_WORDS); i++)
    if (strstr (channel, MEETING_WORDS[i]) != NULL)
      return TRUE;
  return FALSE;
}

static HrCheck *
add_about (HrChecker *self, HrCheckKind kind, gconstpointer item, gconstpointer other)
{
  HrCheck *check = hr_checker_add (self, kind, item);

  check->other = g_object_ref ((HrItem *) other);
  return check;
}

/* One check for all of them, at the worst: a list of each would hide the rest. */
static void
look_at_friction (HrChecker *self, HrList *touchpoints, const HrSegment *segment)
{
  const HrTouchpoint *worst = NULL;
  guint n = 0;

  for (guint i = 0; i < hr_list_get_n (touchpoints); i++)
    {
      const HrTouchpoint *touchpoint = hr_list_get (touchpoints, i);

      if (touchpoint->friction < HIGH_FRICTION)
        continue;
      n++;
      if (worst == NULL || touchpoint->friction > worst->friction)
        worst = touchpoint;
    }
  if (n > 0)
    add_about (self, HR_CHECK_FRICTION, worst, segment)->values[0] = n;
}

static void
look_at_meetings (HrChecker *self, HrList *touchpoints, const HrSegment *segment)
{
  if (segment->engagement_model != HR_ENGAGEMENT_DIGITAL)
    return;
  for (guint i = 0; i < hr_list_get_n (touchpoints); i++)
    if (is_meeting (hr_list_get (touchpoints, i)))
      add_about (self, HR_CHECK_DIGITAL_MEETING, hr_list_get (touchpoints, i), segment);
}

/* One touchpoint says nothing about who else could take part. */
static void
look_at_owners (HrChecker *self, HrList *touchpoints, const HrSegment *segment)
{
  const HrTouchpoint *first = hr_list_get (touchpoints, 0);
  guint n = hr_list_get_n (touchpoints);

  if (n < 2 || first->role == NULL)
    return;
  for (guint i = 1; i < n; i++)
    if (g_strcmp0 (((const HrTouchpoint *) hr_list_get (touchpoints, i))->role,
                   first->role) != 0)
      return;
  add_about (self, HR_CHECK_ONE_OWNER, segment,
             hr_list_find (self->plan->roles, first->role));
}

/* Of a journey that was last gone through before dates were kept nobody knows. */
static void
look_at_review (HrChecker *self, const HrSegmentCapacity *capacity)
{
  gint32 reviewed;

  if (self->as_of == HR_DATE_NONE ||
      !hr_date_parse (capacity->journey->reviewed, &reviewed) ||
      self->as_of - reviewed < UNTOUCHED_DAYS)
    return;
  add_about (self, HR_CHECK_UNTOUCHED, capacity->journey, capacity->segment)->values[0] =
      self->as_of - reviewed;
}

static void
look_at_journey (HrChecker *self, const HrSegmentCapacity *capacity)
{
  HrList *touchpoints = get_touchpoints (capacity);

  if (touchpoints == NULL)
    return;
  look_at_friction (self, touchpoints, capacity->segment);
  look_at_meetings (self, touchpoints, capacity->segment);
  look_at_owners (self, touchpoints, capacity->segment);
  look_at_review (self, capacity);
  for (guint i = 0; i < hr_list_get_n (self->plan->stages); i++)
    {
      const HrStage *stage = hr_list_get (self->plan->stages, i);

      if (hr_segment_capacity_count_meetings (capacity, stage, NULL) == 0)
        add_about (self, HR_CHECK_EMPTY_STAGE, stage, capacity->segment);
    }
}

static void
look_at_need (HrChecker *self, const HrNeed *need, const HrPersona *persona)
{
  const HrStage *stage =
      need->stage != NULL ? hr_list_find (self->plan->stages, need->stage) : NULL;

  if (stage == NULL || !hr_persona_asks (persona, need) ||
      hr_capacity_count_meetings (self->capacity, stage, persona) > 0)
    return;
  add_about (self, HR_CHECK_NEED_UNMET, need, persona)->text = g_strdup (stage->name);
}

static void
look_at_persona (HrChecker *self, const HrPersona *persona)
{
  if (persona->kind == HR_PERSONA_ACCOUNT)
    return; /* nobody to meet */
  if (hr_capacity_count_meetings (self->capacity, NULL, persona) == 0)
    {
      hr_checker_add (self, HR_CHECK_PERSONA_NEVER_MET, persona);
      return; /* its needs go without saying */
    }
  for (guint i = 0; i < hr_list_get_n (persona->needs); i++)
    look_at_need (self, hr_list_get (persona->needs, i), persona);
}

static gboolean
has_work_at (HrChecker *self, const char *role, const char *stage)
{
  for (guint i = 0; i < hr_capacity_get_n_segments (self->capacity); i++)
    {
      HrList *touchpoints = get_touchpoints (hr_capacity_get_segment (self->capacity, i));

      for (guint j = 0; touchpoints != NULL && j < hr_list_get_n (touchpoints); j++)
        {
          const HrTouchpoint *touchpoint = hr_list_get (touchpoints, j);

          if (g_strcmp0 (touchpoint->role, role) == 0 &&
              g_strcmp0 (touchpoint->stage, stage) == 0)
            return TRUE;
        }
    }
  return FALSE;
}

/* Owners overlap when one of them is at work on the other's side as well. */
static gboolean
owners_meet (HrChecker *self, const HrTransition *transition)
{
  return transition->owner_before == NULL || transition->owner_after == NULL ||
         g_str_equal (transition->owner_before, transition->owner_after) ||
         has_work_at (self, transition->owner_before, transition->to_stage) ||
         has_work_at (self, transition->owner_after, transition->from_stage);
}

static void
add_transition (HrChecker *self, HrCheckKind kind, const HrTransition *transition)
{
  const HrStage *from = hr_list_find (self->plan->stages, transition->from_stage);

  add_about (self, kind, transition,
             hr_list_find (self->plan->stages, transition->to_stage))
      ->text = g_strdup (from->name);
}

static void
look_at_transition (HrChecker *self, const HrTransition *transition)
{
  if (transition->from_stage == NULL || transition->to_stage == NULL)
    return;
  if (transition->playbook == NULL)
    add_transition (self, HR_CHECK_TRANSITION_NO_PLAYBOOK, transition);
  if (!owners_meet (self, transition))
    add_transition (self, HR_CHECK_TRANSITION_NO_OVERLAP, transition);
}

static gboolean
is_named_by (HrList *transitions, const char *playbook)
{
  for (guint i = 0; i < hr_list_get_n (transitions); i++)
    if (g_strcmp0 (((const HrTransition *) hr_list_get (transitions, i))->playbook,
                   playbook) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_named_by_metric (const HrScorecard *scorecard, const char *playbook)
{
  for (guint i = 0; i < hr_list_get_n (scorecard->dimensions); i++)
    {
      const HrDimension *dimension = hr_list_get (scorecard->dimensions, i);

      for (guint j = 0; j < hr_list_get_n (dimension->metrics); j++)
        if (g_strcmp0 (((const HrMetric *) hr_list_get (dimension->metrics, j))->playbook,
                       playbook) == 0)
          return TRUE;
    }
  return FALSE;
}

/* A transition or a metric that names it starts a playbook; else words say what does: a
 * risk is no thing of the plan. */
static gboolean
is_started (HrChecker *self, const HrPlaybook *playbook)
{
  const char *id = hr_item_get_id ((HrItem *) playbook);

  if (*playbook->trigger != '\0' || is_named_by (self->plan->transitions, id))
    return TRUE;
  for (guint i = 0; i < hr_list_get_n (self->plan->scorecards); i++)
    if (is_named_by_metric (hr_list_get (self->plan->scorecards, i), id))
      return TRUE;
  return FALSE;
}

void
hr_checker_look_at_playbooks (HrChecker *self)
{
  for (guint i = 0; i < hr_list_get_n (self->plan->playbooks); i++)
    {
      const HrPlaybook *playbook = hr_list_get (self->plan->playbooks, i);

      if (hr_list_get_n (playbook->steps) == 0)
        hr_checker_add (self, HR_CHECK_PLAYBOOK_EMPTY, playbook);
      if (!is_started (self, playbook))
        hr_checker_add (self, HR_CHECK_PLAYBOOK_IDLE, playbook);
    }
}

/* Before there is a journey, nothing is missing from it. */
void
hr_checker_look_at_journeys (HrChecker *self)
{
  guint n_journeys = 0;

  for (guint i = 0; i < hr_capacity_get_n_segments (self->capacity); i++)
    {
      const HrSegmentCapacity *segment = hr_capacity_get_segment (self->capacity, i);

      n_journeys += get_touchpoints (segment) != NULL;
      look_at_journey (self, segment);
    }
  if (n_journeys == 0)
    return;

  if (n_journeys > MANY_JOURNEYS)
    hr_checker_add (self, HR_CHECK_MANY_JOURNEYS, NULL)->values[0] = n_journeys;
  for (guint i = 0; i < hr_list_get_n (self->plan->personas); i++)
    look_at_persona (self, hr_list_get (self->plan->personas, i));
  for (guint i = 0; i < hr_list_get_n (self->plan->transitions); i++)
    look_at_transition (self, hr_list_get (self->plan->transitions, i));
}
