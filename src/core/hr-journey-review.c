/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-journey-review.h"

#include "hr-date.h"
#include "hr-history-private.h"
#include "hr-journey.h"
#include "hr-touchpoint.h"

/* Returns: whether an edit changes a journey or what is in it */
static gboolean
touches (const HrEdit *edit, const HrJourney *journey)
{
  if (edit->item == journey)
    return TRUE;
  if (edit->list != NULL)
    return edit->list == journey->touchpoints;
  return HR_IS_TOUCHPOINT (edit->item) &&
         hr_list_find (journey->touchpoints, hr_item_get_id (edit->item)) == edit->item;
}

static gboolean
is_touched (GPtrArray *edits, const HrJourney *journey)
{
  gboolean touched = FALSE;

  for (guint i = 0; i < edits->len; i++)
    {
      const HrEdit *edit = g_ptr_array_index (edits, i);

      if (edit->item == journey && edit->kind == HR_EDIT_SET &&
          g_str_equal (edit->field->name, "reviewed"))
        return FALSE; /* the date is what is changed */
      touched = touched || touches (edit, journey);
    }
  return touched;
}

/**
 * hr_journey_review_touched:
 * @history: a history with an open group
 * @day: days since 1970-01-01
 *
 * Writes down, in the group that is open, that the journeys it changes were gone through
 * on a day.
 */
void
hr_journey_review_touched (HrHistory *history, gint32 day)
{
  HrList *journeys = hr_history_get_plan (history)->journeys;
  g_autofree char *text = hr_date_to_text (day);
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, text);
  for (guint i = 0; i < hr_list_get_n (journeys); i++)
    {
      HrJourney *journey = hr_list_get (journeys, i);

      if (!g_str_equal (journey->reviewed, text) &&
          is_touched (hr_history_get_open (history), journey))
        hr_history_set (history, journey, "reviewed", &value, NULL);
    }
}
