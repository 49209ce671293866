/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-redesign.h"

#include <glib/gi18n-lib.h>

#include "hr-enums.h"
#include "hr-touchpoint.h"

/**
 * hr_redesign_copy:
 * @plan: a plan
 * @segment: one of its segments
 *
 * Copies the current journey of a segment, or makes an empty one if it has none. Each
 * touchpoint of the copy names the one that it was copied from.
 *
 * Returns: (transfer full): a redesigned journey that is not in the plan
 */
HrJourney *
hr_redesign_copy (HrPlan *plan, const HrSegment *segment)
{
  HrJourney *current = hr_plan_find_journey (plan, segment, HR_JOURNEY_CURRENT);
  HrJourney *copy = hr_item_new (HR_TYPE_JOURNEY, NULL);

  g_object_set (copy, "segment", hr_item_get_id (segment), "version",
                HR_JOURNEY_REDESIGNED, NULL);
  for (guint i = 0; current != NULL && i < hr_list_get_n (current->touchpoints); i++)
    {
      HrTouchpoint *origin = hr_list_get (current->touchpoints, i);
      g_autoptr (HrTouchpoint) touchpoint = hr_item_copy_anew (origin);

      g_object_set (touchpoint, "origin", hr_item_get_id (origin), NULL);
      hr_list_append (copy->touchpoints, touchpoint);
    }
  return copy;
}

static void G_GNUC_PRINTF (2, 3) begin_group (HrHistory *history, const char *format, ...)
{
  g_autofree char *label = NULL;
  va_list names;

  va_start (names, format);
  label = g_strdup_vprintf (format, names);
  va_end (names);
  hr_history_begin (history, label);
}

static gboolean
end_group (HrHistory *history, gboolean good)
{
  if (good)
    hr_history_end (history);
  else
    hr_history_cancel (history);
  return good;
}

/* Takes a journey out of the plan. Returns: where it stood, else the end of the list */
static guint
take_out (HrHistory *history, const HrSegment *segment, HrJourneyVersion version)
{
  HrPlan *plan = hr_history_get_plan (history);
  HrJourney *journey = hr_plan_find_journey (plan, segment, version);
  guint place = hr_list_get_n (plan->journeys);

  if (journey != NULL && hr_list_get_position (plan->journeys, journey, &place))
    hr_history_remove (history, plan->journeys, place);
  return place;
}

/**
 * hr_redesign_begin:
 * @history: the history of a plan
 * @segment: one of its segments, which is not redesigned yet
 * @error: return location for a [error@Error]
 *
 * Adds a copy of the current journey to the plan, to be edited.
 */
gboolean
hr_redesign_begin (HrHistory *history, const HrSegment *segment, GError **error)
{
  HrPlan *plan = hr_history_get_plan (history);
  g_autoptr (HrJourney) copy = hr_redesign_copy (plan, segment);
  gboolean good;

  begin_group (history, _ ("Redesign journey of %s"), segment->name);
  good = hr_history_insert (history, plan->journeys, hr_list_get_n (plan->journeys), copy,
                            error);
  return end_group (history, good);
}

/**
 * hr_redesign_keep:
 * @history: the history of a plan
 * @segment: one of its segments
 * @wanted: (transfer none): a journey of the segment that is not in the plan
 * @error: return location for a [error@Error]
 *
 * Makes a journey that was tried the redesigned one, in place of any that there is.
 */
gboolean
hr_redesign_keep (HrHistory *history,
                  const HrSegment *segment,
                  const HrJourney *wanted,
                  GError **error)
{
  HrPlan *plan = hr_history_get_plan (history);
  g_autoptr (HrJourney) copy = hr_item_copy (wanted);
  guint place;

  g_return_val_if_fail (wanted->version == HR_JOURNEY_REDESIGNED, FALSE);

  begin_group (history, _ ("Keep trial as redesign of %s"), segment->name);
  place = take_out (history, segment, HR_JOURNEY_REDESIGNED);
  return end_group (history,
                    hr_history_insert (history, plan->journeys, place, copy, error));
}

/**
 * hr_redesign_adopt:
 * @history: the history of a plan
 * @segment: one of its segments, which is redesigned
 * @error: return location for a [error@Error]
 *
 * Makes the redesigned journey the current one; what was current leaves.
 */
gboolean
hr_redesign_adopt (HrHistory *history, const HrSegment *segment, GError **error)
{
  HrPlan *plan = hr_history_get_plan (history);
  HrJourney *journey = hr_plan_find_journey (plan, segment, HR_JOURNEY_REDESIGNED);
  g_auto (GValue) version = G_VALUE_INIT;
  guint from, to;

  g_return_val_if_fail (journey != NULL, FALSE);

  g_value_init (&version, HR_TYPE_JOURNEY_VERSION);
  g_value_set_enum (&version, HR_JOURNEY_CURRENT);
  begin_group (history, _ ("Adopt redesign of %s"), segment->name);
  to = take_out (history, segment, HR_JOURNEY_CURRENT);
  if (hr_list_get_position (plan->journeys, journey, &from))
    hr_history_move (history, plan->journeys, from,
                     MIN (to, hr_list_get_n (plan->journeys) - 1));
  return end_group (history,
                    hr_history_set (history, journey, "version", &version, error));
}

/**
 * hr_redesign_discard:
 * @history: the history of a plan
 * @segment: one of its segments
 *
 * Takes the redesigned journey out of the plan.
 */
void
hr_redesign_discard (HrHistory *history, const HrSegment *segment)
{
  begin_group (history, _ ("Discard redesign of %s"), segment->name);
  take_out (history, segment, HR_JOURNEY_REDESIGNED);
  hr_history_end (history);
}
