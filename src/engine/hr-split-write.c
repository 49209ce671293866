/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "hr-enums.h"
#include "hr-scorecard.h"
#include "hr-split-private.h"
#include "hr-split-rule.h"

static gboolean
set_value (HrHistory *history,
           gpointer item,
           const char *property,
           GValue *value,
           GError **error)
{
  const HrField *field = hr_item_find_field (item, property);
  gboolean done = hr_item_has_value (item, field, value) ||
                  hr_history_set (history, item, property, value, error);

  g_value_unset (value);
  return done;
}

HrRule *
hr_split_make_band_rule (HrSplit *self, guint band)
{
  return hr_split_make_rule (self->base_rule, hr_split_peek_from (self, band),
                             hr_split_peek_to (self, band));
}

static gboolean
set_rule (HrSplit *self, guint i, HrHistory *history, gpointer segment, GError **error)
{
  GValue value = G_VALUE_INIT;

  g_value_init (&value, HR_TYPE_RULE);
  g_value_take_boxed (&value, hr_split_make_band_rule (self, i));
  return set_value (history, segment, "rule", &value, error);
}

static gboolean
copy_journey (HrHistory *history,
              const HrJourney *from,
              const char *segment,
              GError **error)
{
  HrPlan *plan = hr_history_get_plan (history);
  g_autoptr (HrJourney) copy = hr_item_copy_anew (from);

  g_object_set (copy, "segment", segment, NULL);
  for (guint i = 0; i < hr_list_get_n (from->touchpoints); i++)
    {
      g_autoptr (HrItem) touchpoint =
          hr_item_copy_anew (hr_list_get (from->touchpoints, i));

      hr_list_append (copy->touchpoints, touchpoint);
    }
  return hr_history_insert (history, plan->journeys, hr_list_get_n (plan->journeys), copy,
                            error);
}

/* Who watches over the health of the one watches over that of the other. */
static gboolean
join_scorecards (HrHistory *history, const char *source, const char *id, GError **error)
{
  HrPlan *plan = hr_history_get_plan (history);

  for (guint i = 0; i < hr_list_get_n (plan->scorecards); i++)
    {
      HrScorecard *scorecard = hr_list_get (plan->scorecards, i);
      const HrField *field = hr_item_find_field (scorecard, "segments");
      guint n;
      char *const *ids = hr_item_get_references (scorecard, field, &n);
      g_autoptr (GStrvBuilder) more = g_strv_builder_new ();
      GValue value = G_VALUE_INIT;
      gboolean serves = FALSE;

      for (guint s = 0; s < n; s++)
        {
          serves |= g_str_equal (ids[s], source);
          g_strv_builder_add (more, ids[s]);
        }
      if (!serves)
        continue;
      g_strv_builder_add (more, id);
      g_value_init (&value, G_TYPE_STRV);
      g_value_take_boxed (&value, g_strv_builder_end (more));
      if (!set_value (history, scorecard, "segments", &value, error))
        return FALSE;
    }
  return TRUE;
}

/* A new segment stands before that of the band below, with what its source has today. A
 * redesign is a plan of its own for one segment: it is not copied. */
static gboolean
insert_segment (HrSplit *self, guint i, HrHistory *history, GError **error)
{
  HrBand *band = hr_split_peek_band (self, i);
  HrPlan *plan = hr_history_get_plan (history);
  g_autoptr (HrSegment) segment = hr_item_copy (band->prototype);
  const HrSegment *source =
      band->source != NULL ? hr_list_find (plan->segments, band->source) : NULL;
  const HrJourney *journey =
      source != NULL ? hr_plan_find_journey (plan, source, HR_JOURNEY_CURRENT) : NULL;
  guint position = hr_list_get_n (plan->segments);

  if (i > 0)
    hr_list_get_position (
        plan->segments,
        hr_list_find (plan->segments, hr_split_peek_band (self, i - 1)->id), &position);
  return hr_history_insert (history, plan->segments, position, segment, error) &&
         (journey == NULL || copy_journey (history, journey, band->id, error)) &&
         (source == NULL || join_scorecards (history, band->source, band->id, error));
}

/* What has no band stands behind those that have one, where no account is left. */
static void
move_left_over (HrSplit *self, HrHistory *history)
{
  HrPlan *plan = hr_history_get_plan (history);
  guint last, position;

  for (guint i = 0; i < self->left_over->len; i++)
    if (hr_list_get_position (
            plan->segments,
            hr_list_find (plan->segments, hr_split_peek_left_over (self, i)->id),
            &position) &&
        hr_list_get_position (
            plan->segments,
            hr_list_find (plan->segments, hr_split_peek_band (self, 0)->id), &last) &&
        position < last)
      hr_history_move (history, plan->segments, position, last);
}

static gboolean
write_band (HrSplit *self, guint i, HrHistory *history, GError **error)
{
  HrPlan *plan = hr_history_get_plan (history);
  HrBand *band = hr_split_peek_band (self, i);
  gpointer segment = hr_list_find (plan->segments, band->id);
  GValue source = G_VALUE_INIT;

  if (segment == NULL && band->prototype == NULL)
    {
      g_set_error (error, HR_ERROR, HR_ERROR_REFERENCE,
                   _ ("A segment of the split is no longer in the plan"));
      return FALSE;
    }
  if (segment == NULL && !insert_segment (self, i, history, error))
    return FALSE;
  segment = hr_list_find (plan->segments, band->id);
  g_value_init (&source, HR_TYPE_SEGMENT_SOURCE);
  g_value_set_enum (&source, HR_SEGMENT_ACCOUNTS);
  return set_value (history, segment, "source", &source, error) &&
         set_rule (self, i, history, segment, error);
}

gboolean
hr_split_write (HrSplit *self, HrHistory *history, GError **error)
{
  for (guint i = 0; i < self->bands->len; i++)
    if (!write_band (self, i, history, error))
      return FALSE;
  move_left_over (self, history);
  return TRUE;
}

static gboolean
set_new_customers (HrHistory *history, const char *id, double number, GError **error)
{
  gpointer segment = hr_list_find (hr_history_get_plan (history)->segments, id);
  GValue value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_DOUBLE);
  g_value_set_double (&value, number);
  return set_value (history, segment, "new-customers-per-year", &value, error);
}

static gboolean
write_new_customers (HrSplit *self, HrHistory *history, GError **error)
{
  for (guint i = 0; i < self->bands->len; i++)
    {
      const HrBand *band = hr_split_peek_band (self, i);

      if (!set_new_customers (history, band->id, band->segment->new_customers_per_year,
                              error))
        return FALSE;
    }
  for (guint i = 0; i < self->left_over->len; i++)
    if (!set_new_customers (history, hr_split_peek_left_over (self, i)->id, 0, error))
      return FALSE;
  return TRUE;
}

/**
 * hr_split_apply:
 * @self: a split
 * @history: of the plan that it was made for
 * @label: what the step is called
 * @error: return location for a [error@Error]
 *
 * Makes the plan so, in one step: writes the rules of the bands, makes the new segments
 * with copies of the journeys, and divides the new customers.
 *
 * Returns: whether it could; if not, nothing has changed
 */
gboolean
hr_split_apply (HrSplit *self, HrHistory *history, const char *label, GError **error)
{
  g_return_val_if_fail (hr_history_get_plan (history) == self->plan, FALSE);

  hr_history_begin (history, label);
  if (!hr_split_write (self, history, error) ||
      !write_new_customers (self, history, error))
    {
      hr_history_cancel (history);
      return FALSE;
    }
  hr_history_end (history);
  return TRUE;
}
