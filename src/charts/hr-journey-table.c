/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-journey-table.h"

#include <math.h>

static gpointer const *
peek_touchpoints (const HrJourneyTable *self, guint *n)
{
  *n = 0;
  return self->segment->journey != NULL
             ? hr_list_peek (self->segment->journey->touchpoints, n)
             : NULL;
}

static double
get_hours (const HrJourneyTable *self, const HrTouchpoint *touchpoint)
{
  HrReason reason;

  return hr_touchpoint_get_hours (touchpoint, self->plan, self->segment->segment,
                                  self->segment->customers, &reason);
}

/* How often one customer meets it in the years that it is there for: what happens once
 * counts once. */
static double
get_weight (const HrTouchpoint *touchpoint)
{
  double per_year = touchpoint->kind == HR_TOUCHPOINT_ONE_TIME
                        ? 1
                        : hr_period_per_year (touchpoint->per);

  return touchpoint->times * per_year * touchpoint->reach;
}

static gboolean
is_at (const HrTouchpoint *touchpoint, const HrStage *stage)
{
  return touchpoint->stage == (stage != NULL ? hr_item_get_id (stage) : NULL);
}

static void
add_stage (HrJourneyTable *self, HrStage *stage)
{
  HrJourneyStage row = { .stage = stage };
  double weights = 0, sum = 0;
  guint n;
  gpointer const *touchpoints = peek_touchpoints (self, &n);

  for (guint i = 0; i < n; i++)
    {
      const HrTouchpoint *touchpoint = touchpoints[i];

      if (!is_at (touchpoint, stage))
        continue;
      row.n_touchpoints++;
      row.hours += get_hours (self, touchpoint);
      weights += get_weight (touchpoint);
      sum += get_weight (touchpoint) * touchpoint->sentiment;
    }
  if (stage == NULL && row.n_touchpoints == 0)
    return;

  row.share =
      self->segment->workload_hours > 0 ? row.hours / self->segment->workload_hours : NAN;
  row.sentiment = weights > 0 && isfinite (sum / weights) ? sum / weights : NAN;
  g_array_append_val (self->stages, row);
}

static gboolean
is_in_lane (const HrJourneyTable *self,
            const HrTouchpoint *touchpoint,
            const HrItem *item)
{
  if (self->map->lanes == HR_JOURNEY_LANES_ROLES)
    return touchpoint->role == (item != NULL ? hr_item_get_id (item) : NULL);
  return item != NULL ? hr_touchpoint_serves (touchpoint, NULL, (const HrPersona *) item)
                      : touchpoint->personas == NULL || *touchpoint->personas == NULL;
}

static const HrNeed *
find_unmet (const HrJourneyTable *self, const HrItem *item, const HrStage *stage)
{
  const HrPersona *persona = (const HrPersona *) item;
  const HrNeed *need;

  if (self->map->lanes != HR_JOURNEY_LANES_PERSONAS || item == NULL || stage == NULL)
    return NULL;
  need = hr_persona_find_need (persona, stage);
  return hr_persona_asks (persona, need) &&
                 hr_segment_capacity_count_meetings (self->segment, stage, persona) == 0
             ? need
             : NULL;
}

/* Whoever neither is there nor misses anything has no lane. */
static void
add_lane (HrJourneyTable *self, HrItem *item)
{
  HrJourneyLane lane = { .item = item };
  gboolean is_there = FALSE;
  guint n;
  gpointer const *touchpoints = peek_touchpoints (self, &n);

  for (guint i = 0; i < n; i++)
    if (is_in_lane (self, touchpoints[i], item))
      {
        is_there = TRUE;
        lane.hours += get_hours (self, touchpoints[i]);
      }
  for (guint i = 0; i < self->stages->len && n > 0; i++)
    is_there |= find_unmet (self, item, hr_journey_table_stage (self, i)->stage) != NULL;
  if (is_there)
    g_array_append_val (self->lanes, lane);
}

static void
add_cell (HrJourneyTable *self, const HrItem *item, const HrStage *stage)
{
  HrJourneyCell cell = { .first = self->entries->len,
                         .unmet = find_unmet (self, item, stage) };
  guint n;
  gpointer const *touchpoints = peek_touchpoints (self, &n);

  for (guint i = 0; i < n; i++)
    {
      HrJourneyEntry entry = { .touchpoint = touchpoints[i] };

      if (!is_at (entry.touchpoint, stage) || !is_in_lane (self, entry.touchpoint, item))
        continue;
      entry.hours = get_hours (self, entry.touchpoint);
      if (isfinite (entry.hours))
        self->most_hours = fmax (self->most_hours, entry.hours);
      g_array_append_val (self->entries, entry);
      cell.n++;
    }
  g_array_append_val (self->cells, cell);
}

static void
count_needs (HrJourneyTable *self)
{
  guint n;
  gpointer const *personas = hr_list_peek (self->plan->personas, &n);

  if (self->map->lanes != HR_JOURNEY_LANES_PERSONAS)
    return;
  for (guint i = 0; i < n; i++)
    for (guint stage = 0; stage < self->stages->len; stage++)
      {
        HrStage *at = hr_journey_table_stage (self, stage)->stage;

        if (at == NULL ||
            !hr_persona_asks (personas[i], hr_persona_find_need (personas[i], at)))
          continue;
        self->n_needs++;
        self->n_unmet += find_unmet (self, personas[i], at) != NULL;
      }
}

/* The stage that takes most hours. */
static int
find_heaviest (const HrJourneyTable *self)
{
  double most = 0;
  int found = -1;

  if (!(self->segment->workload_hours > 0))
    return -1;
  for (guint i = 0; i < self->stages->len; i++)
    if (hr_journey_table_stage (self, i)->hours > most)
      {
        most = hr_journey_table_stage (self, i)->hours;
        found = (int) i;
      }
  return found;
}

void
hr_journey_table_init (HrJourneyTable *self, const HrJourneyMap *map)
{
  HrPlan *plan = hr_capacity_get_plan (map->capacity);
  HrList *lanes = map->lanes == HR_JOURNEY_LANES_ROLES ? plan->roles : plan->personas;

  *self = (HrJourneyTable) { .map = map, .plan = plan };
  self->segment = hr_capacity_get_segment (map->capacity, map->segment);
  self->stages = g_array_new (FALSE, FALSE, sizeof (HrJourneyStage));
  self->lanes = g_array_new (FALSE, FALSE, sizeof (HrJourneyLane));
  self->entries = g_array_new (FALSE, FALSE, sizeof (HrJourneyEntry));
  self->cells = g_array_new (FALSE, FALSE, sizeof (HrJourneyCell));

  for (guint i = 0; i < hr_list_get_n (plan->stages); i++)
    add_stage (self, hr_list_get (plan->stages, i));
  add_stage (self, NULL);
  for (guint i = 0; i < hr_list_get_n (lanes); i++)
    add_lane (self, hr_list_get (lanes, i));
  add_lane (self, NULL);
  for (guint lane = 0; lane < self->lanes->len; lane++)
    for (guint stage = 0; stage < self->stages->len; stage++)
      add_cell (self, hr_journey_table_lane (self, lane)->item,
                hr_journey_table_stage (self, stage)->stage);
  count_needs (self);
  self->spoken_of = self->n_needs > 0 ? -1 : find_heaviest (self);
}

void
hr_journey_table_clear (HrJourneyTable *self)
{
  g_clear_pointer (&self->stages, g_array_unref);
  g_clear_pointer (&self->lanes, g_array_unref);
  g_clear_pointer (&self->entries, g_array_unref);
  g_clear_pointer (&self->cells, g_array_unref);
}
