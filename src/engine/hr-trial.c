/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-trial.h"

#include <glib/gi18n-lib.h>

#include "hr-redesign.h"
#include "hr-segment-capacity.h"

/* A touchpoint of the copy, and what it was. */
typedef struct
{
  HrTouchpoint *touchpoint; /* (owned): in the journey that is tried, unless it is off */
  HrTouchpoint *before;     /* (owned): the same, untouched */
  HrPareStep step;
  HrPare pare;
} Piece;

struct _HrTrial
{
  HrPlan *plan; /* (owned): a copy with the journey that is tried */
  HrSegmentation *segmentation;
  guint segment;
  gboolean is_of_redesign;
  HrJourney *journey; /* (unowned): the plan's */
  HrCapacity *before;
  HrCapacity *after; /* (nullable): computed when somebody asks */
  HrLevers *levers;
  GPtrArray *order; /* (owned) (element-type HrTouchpoint): of the journey at first */
  Piece *pieces;
  guint n_pieces;
};

/* The copy of a plan has segments of its own, in the same places: what accounts belong to
 * them is the same. */
static HrCapacity *
compute (HrTrial *self, HrJourneyVersion version)
{
  return hr_capacity_new (self->plan, self->segmentation, version);
}

/* In the order of the journey that the trial begins with. */
static void
add_pieces (HrTrial *self)
{
  g_autoptr (HrCapacity) start = compute (self, HR_JOURNEY_REDESIGNED);
  g_autoptr (HrLevers) ranking = hr_levers_new (start, self->segment);

  self->n_pieces = ranking->n_steps;
  self->pieces = g_new0 (Piece, self->n_pieces);
  for (guint i = 0; i < self->n_pieces; i++)
    {
      Piece *piece = &self->pieces[i];

      piece->step = ranking->steps[i];
      piece->touchpoint = g_object_ref (piece->step.touchpoint);
      piece->before = hr_item_copy (piece->touchpoint);
      piece->step.touchpoint = piece->before;
    }
  for (guint i = 0; i < hr_list_get_n (self->journey->touchpoints); i++)
    g_ptr_array_add (self->order,
                     g_object_ref (hr_list_get (self->journey->touchpoints, i)));
}

/**
 * hr_trial_new:
 * @plan: a plan
 * @segmentation: made from its portfolio and rules as they are now
 * @segment: the place of a segment in its list
 *
 * Begins a trial in which nothing is pared yet.
 *
 * Returns: (transfer full): the trial; once the plan has changed it is of the past
 */
HrTrial *
hr_trial_new (HrPlan *plan, HrSegmentation *segmentation, guint segment)
{
  HrTrial *self = g_new0 (HrTrial, 1);
  const HrSegment *copied;

  self->plan = hr_item_copy (plan);
  self->segmentation = hr_segmentation_ref (segmentation);
  self->segment = segment;
  self->order = g_ptr_array_new_with_free_func (g_object_unref);
  copied = hr_list_get (self->plan->segments, segment);
  self->journey = hr_plan_find_journey (self->plan, copied, HR_JOURNEY_REDESIGNED);
  self->is_of_redesign = self->journey != NULL;
  if (self->journey == NULL)
    {
      g_autoptr (HrJourney) journey = hr_redesign_copy (self->plan, copied);

      hr_list_append (self->plan->journeys, journey);
      self->journey = journey; /* the list has it */
    }
  self->before = compute (self, HR_JOURNEY_CURRENT);
  self->levers = hr_levers_new (self->before, segment);
  add_pieces (self);
  return self;
}

void
hr_trial_free (HrTrial *self)
{
  for (guint i = 0; i < self->n_pieces; i++)
    {
      g_object_unref (self->pieces[i].touchpoint);
      g_object_unref (self->pieces[i].before);
    }
  g_free (self->pieces);
  g_ptr_array_unref (self->order);
  hr_levers_free (self->levers);
  hr_capacity_unref (self->before);
  g_clear_pointer (&self->after, hr_capacity_unref);
  hr_segmentation_unref (self->segmentation);
  g_object_unref (self->plan);
  g_free (self);
}

/* Whether it began with a redesign that is in the plan already. */
gboolean
hr_trial_is_of_redesign (const HrTrial *self)
{
  return self->is_of_redesign;
}

/* The ways out of what the current journey asks for. */
const HrLevers *
hr_trial_get_levers (const HrTrial *self)
{
  return self->levers;
}

guint
hr_trial_get_n_steps (const HrTrial *self)
{
  return self->n_pieces;
}

/**
 * hr_trial_get_step:
 * @self: a trial
 * @step: which one; the first is worth least for its hours
 *
 * Gets a touchpoint as it was before the trial. The order stays, whatever is pared.
 */
const HrPareStep *
hr_trial_get_step (const HrTrial *self, guint step)
{
  g_return_val_if_fail (step < self->n_pieces, NULL);

  return &self->pieces[step].step;
}

HrPare
hr_trial_get_pare (const HrTrial *self, guint step)
{
  g_return_val_if_fail (step < self->n_pieces, HR_PARE_KEEP);

  return self->pieces[step].pare;
}

/* Whoever tries a figure assumes it. */
static void
set_figure (HrTouchpoint *touchpoint, const char *property, double value)
{
  const HrTag assumed = { HR_TAG_ASSUMED, NULL, 0 };
  g_autoptr (HrTags) tags =
      hr_tags_with (hr_item_get_tags (touchpoint), property, &assumed);

  g_object_set (touchpoint, property, value, "tags", tags, NULL);
}

static void
halve (HrTouchpoint *touchpoint, const char *property)
{
  double value;

  g_object_get (touchpoint, property, &value, NULL);
  if (value > 0)
    set_figure (touchpoint, property, value / 2);
}

static void
restore (const Piece *piece)
{
  static const char *const pared[] = { "times",
                                       "prep-minutes",
                                       "delivery-minutes",
                                       "staff",
                                       "channel",
                                       "follow-up-minutes",
                                       "tags",
                                       NULL };

  for (guint i = 0; pared[i] != NULL; i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;

      g_object_get_property (G_OBJECT (piece->before), pared[i], &value);
      g_object_set_property (G_OBJECT (piece->touchpoint), pared[i], &value);
    }
}

static void
apply (const Piece *piece)
{
  restore (piece);
  switch (piece->pare)
    {
    case HR_PARE_LESS_OFTEN:
      halve (piece->touchpoint, "times");
      break;
    case HR_PARE_SHORTER:
      halve (piece->touchpoint, "prep-minutes");
      halve (piece->touchpoint, "delivery-minutes");
      halve (piece->touchpoint, "follow-up-minutes");
      break;
    case HR_PARE_DIGITAL:
      set_figure (piece->touchpoint, "staff", 0);
      g_object_set (piece->touchpoint, "channel", _ ("digital"), NULL);
      break;
    case HR_PARE_KEEP:
    case HR_PARE_OFF:
    default:
      break;
    }
}

static gboolean
is_off (const HrTrial *self, const HrTouchpoint *touchpoint)
{
  for (guint i = 0; i < self->n_pieces; i++)
    if (self->pieces[i].touchpoint == touchpoint)
      return self->pieces[i].pare == HR_PARE_OFF;
  return FALSE;
}

/* What is off has left the journey, and comes back where it was. */
static void
fill_journey (HrTrial *self)
{
  HrList *list = self->journey->touchpoints;

  while (hr_list_get_n (list) > 0)
    g_object_unref (hr_list_steal (list, hr_list_get_n (list) - 1));
  for (guint i = 0; i < self->order->len; i++)
    if (!is_off (self, g_ptr_array_index (self->order, i)))
      hr_list_append (list, g_ptr_array_index (self->order, i));
}

/**
 * hr_trial_set_pare:
 * @self: a trial
 * @step: which touchpoint
 * @pare: what to try with it
 *
 * Tries something with a touchpoint, in place of what was tried with it before.
 */
void
hr_trial_set_pare (HrTrial *self, guint step, HrPare pare)
{
  Piece *piece;
  gboolean was_off;

  g_return_if_fail (step < self->n_pieces);

  piece = &self->pieces[step];
  was_off = piece->pare == HR_PARE_OFF;
  piece->pare = pare;
  apply (piece);
  if (was_off != (pare == HR_PARE_OFF))
    fill_journey (self);
  g_clear_pointer (&self->after, hr_capacity_unref);
}

gboolean
hr_trial_is_changed (const HrTrial *self)
{
  for (guint i = 0; i < self->n_pieces; i++)
    if (self->pieces[i].pare != HR_PARE_KEEP)
      return TRUE;
  return FALSE;
}

/**
 * hr_trial_get_hours:
 * @self: a trial
 * @step: which touchpoint
 *
 * Returns: hours per customer and year that it takes as it is tried
 */
double
hr_trial_get_hours (const HrTrial *self, guint step)
{
  const HrSegmentCapacity *before = hr_trial_get_before (self);
  HrReason reason;

  g_return_val_if_fail (step < self->n_pieces, NAN);

  if (self->pieces[step].pare == HR_PARE_OFF)
    return 0;
  return hr_touchpoint_get_hours (self->pieces[step].touchpoint, self->plan,
                                  before->segment, before->customers, &reason);
}

/* The answer for the segment with its current journey. */
const HrSegmentCapacity *
hr_trial_get_before (const HrTrial *self)
{
  return hr_capacity_get_segment (self->before, self->segment);
}

/**
 * hr_trial_get_after:
 * @self: a trial
 *
 * Gets the answer for the segment as it would be.
 *
 * Returns: (transfer none): until something else is tried
 */
const HrSegmentCapacity *
hr_trial_get_after (HrTrial *self)
{
  if (self->after == NULL)
    self->after = compute (self, HR_JOURNEY_REDESIGNED);
  return hr_capacity_get_segment (self->after, self->segment);
}

/**
 * hr_trial_get_journey:
 * @self: a trial
 *
 * Gets the journey as it is tried, for hr_redesign_keep().
 */
HrJourney *
hr_trial_get_journey (const HrTrial *self)
{
  return self->journey;
}
