/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-journey-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "hr-format.h"

#define MOST_MINUTES 240 /* more are said in hours */

const char *
hr_journey_words_stage (const HrStage *stage)
{
  return stage != NULL ? stage->name : _ ("No stage");
}

const char *
hr_journey_words_lane (const HrJourneyTable *table, const HrItem *item)
{
  if (item != NULL)
    return hr_item_get_name (item);
  return table->map->lanes == HR_JOURNEY_LANES_ROLES ? _ ("No role") : _ ("Nobody named");
}

char *
hr_journey_words_hours (double hours)
{
  g_autofree char *number = hr_format_hours (hours);

  return isfinite (hours) ? g_strdup_printf (_ ("%s h"), number)
                          : g_steal_pointer (&number);
}

/* With its sign: the middle is neither good nor bad. */
static char *
write_signed (double value, guint decimals)
{
  g_autofree char *number = hr_format_number (value == 0 ? 0 : value, decimals);

  return value > 0 ? g_strconcat ("+", number, NULL) : g_steal_pointer (&number);
}

char *
hr_journey_words_sentiment (double sentiment)
{
  return write_signed (round (sentiment * 10) / 10, 1);
}

char *
hr_journey_words_tick (double sentiment)
{
  return write_signed (sentiment, 0);
}

/* "60 min · 4 per year"; the first of two lines ends behind the dot. */
char *
hr_journey_words_effort (const HrJourneyTable *table, const HrTouchpoint *touchpoint)
{
  double minutes = touchpoint->prep_minutes + touchpoint->delivery_minutes +
                   touchpoint->follow_up_minutes;
  g_autofree char *times = hr_format_times (touchpoint, table->plan);
  g_autofree char *effort = minutes > MOST_MINUTES
                                ? hr_format_unit (minutes / 60, HR_UNIT_HOURS, NULL)
                                : hr_format_unit (minutes, HR_UNIT_MINUTES, NULL);

  return g_strdup_printf ("%s\u00a0· %s", effort, times);
}

/* "68.9 h · 39 %" */
char *
hr_journey_words_stage_note (const HrJourneyStage *stage)
{
  g_autofree char *hours = hr_journey_words_hours (stage->hours);
  g_autofree char *share = hr_format_share (stage->share);

  if (stage->n_touchpoints == 0)
    return g_strdup (_ ("no touchpoint"));
  return isfinite (stage->share) ? g_strdup_printf ("%s\u00a0· %s", hours, share)
                                 : g_steal_pointer (&hours);
}

static char *
write_needs (const HrJourneyTable *table, const char *segment)
{
  if (table->n_unmet == 0)
    return g_strdup_printf (
        ngettext ("%s: the only need is met", "%s: all %u needs are met", table->n_needs),
        segment, table->n_needs);
  return g_strdup_printf (ngettext ("%s: %u of %u needs is not met",
                                    "%s: %u of %u needs are not met", table->n_unmet),
                          segment, table->n_unmet, table->n_needs);
}

static char *
write_title (const HrJourneyTable *table)
{
  const HrSegmentCapacity *segment = table->segment;
  const char *name = segment->segment->name;
  g_autofree char *all = hr_format_hours (segment->workload_hours);
  g_autofree char *hours = NULL;
  const HrJourneyStage *stage;

  if (table->entries->len == 0)
    /* Translators: the name of a segment */
    return g_strdup_printf (_ ("%s has no journey yet"), name);
  if (table->n_needs > 0)
    return write_needs (table, name);
  if (table->spoken_of < 0)
    return g_strdup_printf (_ ("%s: nobody can say how many hours it takes"), name);

  stage = hr_journey_table_stage (table, (guint) table->spoken_of);
  hours = hr_format_hours (stage->hours);
  if (stage->hours == segment->workload_hours)
    return g_strdup_printf (_ ("%s: all %s hours go into %s"), name, all,
                            hr_journey_words_stage (stage->stage));
  /* Translators: segment, hours of a stage, hours of all, stage */
  return g_strdup_printf (_ ("%s: %s of %s hours go into %s"), name, hours, all,
                          hr_journey_words_stage (stage->stage));
}

static gboolean
has_friction (const HrJourneyTable *table)
{
  for (guint i = 0; i < table->entries->len; i++)
    if (hr_journey_table_entry (table, i)->touchpoint->friction >=
        HR_JOURNEY_HIGH_FRICTION)
      return TRUE;
  return FALSE;
}

static gboolean
has_gap (const HrJourneyTable *table)
{
  for (guint i = 0; i < table->stages->len; i++)
    if (hr_journey_table_stage (table, i)->n_touchpoints == 0)
      return TRUE;
  return table->n_unmet > 0;
}

/* Only what there is to be seen is explained. */
static char *
write_subtitle (const HrJourneyTable *table)
{
  GString *text;

  if (table->entries->len == 0)
    return NULL;
  text = g_string_new (NULL);
  g_string_append (text, table->map->lanes == HR_JOURNEY_LANES_ROLES
                             ? _ ("Stages across, who does it down; bars are hours per "
                                  "customer and year")
                             : _ ("Stages across, who is met down; bars are hours per "
                                  "customer and year"));
  if (has_friction (table))
    g_string_append (text, _ (", a number in an octagon is friction inside"));
  if (has_gap (table))
    g_string_append (text, _ (", hatched is a gap"));
  return g_string_free_and_steal (text);
}

static char *
write_foot (const HrJourneyTable *table)
{
  double complexity = table->segment->segment->complexity;
  g_autofree char *factor = hr_format_unit (complexity, HR_UNIT_FACTOR, NULL);

  if (table->entries->len == 0 || complexity == 1)
    return NULL;
  return g_strdup_printf (_ ("Hours include complexity %s"), factor);
}

HrChartWords
hr_journey_words (const HrJourneyTable *table)
{
  return (HrChartWords) { .title = write_title (table),
                          .subtitle = write_subtitle (table),
                          .foot = write_foot (table) };
}

/**
 * hr_journey_map_get_title:
 * @self: a map
 *
 * Says what it finds: where the hours go, or how many needs nobody meets.
 */
char *
hr_journey_map_get_title (const HrJourneyMap *self)
{
  g_auto (HrJourneyTable) table = { NULL };

  hr_journey_table_init (&table, self);
  return write_title (&table);
}

static void
append_touchpoint (GString *text, const HrJourneyTable *table, const HrTouchpoint *item)
{
  g_autofree char *effort = hr_journey_words_effort (table, item);
  HrItem *role = hr_plan_find (table->plan, HR_TYPE_ROLE, item->role);

  /* Translators: a touchpoint, who does it, "60 min · 4 per year" */
  g_string_append_printf (text, _ (" %s (%s, %s"), item->name,
                          role != NULL ? hr_item_get_name (role) : _ ("no role"), effort);
  if (item->friction >= HR_JOURNEY_HIGH_FRICTION)
    g_string_append_printf (text, _ (", friction %d"), item->friction);
  g_string_append (text, ");");
}

static void
append_stage (GString *text, const HrJourneyTable *table, const HrJourneyStage *stage)
{
  g_autofree char *note = hr_journey_words_stage_note (stage);
  g_autofree char *sentiment = hr_journey_words_sentiment (stage->sentiment);
  guint n = 0;
  gpointer const *touchpoints =
      table->segment->journey != NULL
          ? hr_list_peek (table->segment->journey->touchpoints, &n)
          : NULL;

  g_string_append_printf (text, _ (" %s: %s"), hr_journey_words_stage (stage->stage),
                          note);
  if (isfinite (stage->sentiment))
    g_string_append_printf (text, _ (", customers feel %s"), sentiment);
  g_string_append_c (text, stage->n_touchpoints > 0 ? ':' : '.');
  for (guint i = 0; i < n; i++)
    if (((const HrTouchpoint *) touchpoints[i])->stage ==
        (stage->stage != NULL ? hr_item_get_id (stage->stage) : NULL))
      append_touchpoint (text, table, touchpoints[i]);
  if (stage->n_touchpoints > 0)
    text->str[text->len - 1] = '.';
}

static void
append_unmet (GString *text, const HrJourneyTable *table)
{
  for (guint lane = 0; lane < table->lanes->len; lane++)
    for (guint stage = 0; stage < table->stages->len; stage++)
      {
        const HrNeed *need = hr_journey_table_cell (table, lane, stage)->unmet;

        if (need != NULL)
          /* Translators: stage, persona, what it needs */
          g_string_append_printf (
              text, _ (" Not met at %s: %s, “%s”."),
              hr_journey_words_stage (hr_journey_table_stage (table, stage)->stage),
              hr_item_get_name (hr_journey_table_lane (table, lane)->item), need->need);
      }
}

/**
 * hr_journey_map_describe:
 * @self: a map
 *
 * Says the whole picture in words, for the screen reader.
 */
char *
hr_journey_map_describe (const HrJourneyMap *self)
{
  g_auto (HrJourneyTable) table = { NULL };
  g_autofree char *title = NULL;
  GString *text = g_string_new (NULL);

  hr_journey_table_init (&table, self);
  title = write_title (&table);
  g_string_append_printf (text, "%s.", title);
  if (table.entries->len == 0)
    return g_string_free_and_steal (text);
  for (guint i = 0; i < table.stages->len; i++)
    append_stage (text, &table, hr_journey_table_stage (&table, i));
  append_unmet (text, &table);
  return g_string_free_and_steal (text);
}

static char *
explain_touchpoint (const HrJourneyTable *table, const HrTouchpoint *touchpoint)
{
  HrReason reason;
  double hours =
      hr_touchpoint_get_hours (touchpoint, table->plan, table->segment->segment,
                               table->segment->customers, &reason);
  g_autofree char *effort = hr_journey_words_effort (table, touchpoint);
  g_autofree char *number =
      hr_format_unit (round (hours * 10) / 10, HR_UNIT_HOURS_PER_CUSTOMER, NULL);
  g_autofree char *sentiment = hr_journey_words_sentiment (touchpoint->sentiment);
  HrItem *role = hr_plan_find (table->plan, HR_TYPE_ROLE, touchpoint->role);

  return g_strdup_printf (
      /* Translators: touchpoint; "60 min · 4 per year"; role; "12.3 h per customer";
       * +1.0; 2 */
      _ ("%s\n%s\n%s, %s and year\nCustomers feel %s, friction inside %d"),
      touchpoint->name, effort, role != NULL ? hr_item_get_name (role) : _ ("No role"),
      isfinite (hours) ? number : hr_reason_to_text (reason), sentiment,
      touchpoint->friction);
}

/* Returns: (transfer full) (nullable): a few lines */
char *
hr_journey_words_explain (const HrJourneyTable *table, gconstpointer item)
{
  if (HR_IS_TOUCHPOINT ((gpointer) item))
    return explain_touchpoint (table, item);
  if (HR_IS_NEED ((gpointer) item))
    return g_strdup_printf (_ ("Not met: %s"), ((const HrNeed *) item)->need);
  for (guint i = 0; i < table->stages->len; i++)
    {
      const HrJourneyStage *stage = hr_journey_table_stage (table, i);
      g_autofree char *note = hr_journey_words_stage_note (stage);

      if (stage->stage == item && item != NULL)
        return g_strdup_printf ("%s\n%s", stage->stage->name, note);
    }
  return NULL;
}

/**
 * hr_journey_map_explain:
 * @self: a map
 * @item: what somebody points at, see hr_journey_map_find()
 *
 * Says what it is, for whoever points at it.
 *
 * Returns: (transfer full) (nullable): a few lines
 */
char *
hr_journey_map_explain (const HrJourneyMap *self, gconstpointer item)
{
  g_auto (HrJourneyTable) table = { NULL };

  hr_journey_table_init (&table, self);
  return hr_journey_words_explain (&table, item);
}
