/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-meeting.h"

/**
 * hr_touchpoint_serves:
 * @touchpoint: a touchpoint
 * @stage: (nullable): at which stage; %NULL for any
 * @persona: (nullable): whom; %NULL for anybody
 *
 * Says whether a touchpoint meets a persona at a stage.
 */
gboolean
hr_touchpoint_serves (const HrTouchpoint *touchpoint,
                      const HrStage *stage,
                      const HrPersona *persona)
{
  if (stage != NULL && g_strcmp0 (touchpoint->stage, hr_item_get_id (stage)) != 0)
    return FALSE;
  return persona == NULL || (touchpoint->personas != NULL &&
                             g_strv_contains ((const char *const *) touchpoint->personas,
                                              hr_item_get_id (persona)));
}

/**
 * hr_segment_capacity_count_meetings:
 * @segment: the answer for a segment, whose journey counts
 * @stage: (nullable): at which stage; %NULL for any
 * @persona: (nullable): whom; %NULL for anybody
 *
 * Counts the touchpoints that meet a persona at a stage.
 */
guint
hr_segment_capacity_count_meetings (const HrSegmentCapacity *segment,
                                    const HrStage *stage,
                                    const HrPersona *persona)
{
  guint n = 0, n_met = 0;
  gpointer const *touchpoints =
      segment->journey != NULL ? hr_list_peek (segment->journey->touchpoints, &n) : NULL;

  for (guint i = 0; i < n; i++)
    n_met += hr_touchpoint_serves (touchpoints[i], stage, persona);
  return n_met;
}

/* The same over the journeys of all segments. */
guint
hr_capacity_count_meetings (const HrCapacity *capacity,
                            const HrStage *stage,
                            const HrPersona *persona)
{
  guint n_met = 0;

  for (guint i = 0; i < hr_capacity_get_n_segments (capacity); i++)
    n_met += hr_segment_capacity_count_meetings (hr_capacity_get_segment (capacity, i),
                                                 stage, persona);
  return n_met;
}

/* Returns: (nullable): the first that it has at the stage */
const HrNeed *
hr_persona_find_need (const HrPersona *persona, const HrStage *stage)
{
  guint n;
  gpointer const *needs = hr_list_peek (persona->needs, &n);

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (((const HrNeed *) needs[i])->stage, hr_item_get_id (stage)) == 0)
      return needs[i];
  return NULL;
}

/**
 * hr_persona_asks:
 * @persona: a persona
 * @need: (nullable): one of its needs
 *
 * Says whether somebody should be met for a need: one that says what it is, of a persona
 * that is a person. An account itself is nobody to meet.
 */
gboolean
hr_persona_asks (const HrPersona *persona, const HrNeed *need)
{
  return persona->kind != HR_PERSONA_ACCOUNT && need != NULL && need->stage != NULL &&
         need->need != NULL && *need->need != '\0';
}
