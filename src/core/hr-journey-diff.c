/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-journey-diff.h"

typedef struct
{
  gpointer const *current;
  guint n_current;
  gpointer const *redesigned;
  guint n_redesigned;
  GHashTable *pairs; /* (element-type HrTouchpoint HrTouchpoint): both ways */
} Match;

static void
pair_up (Match *self, gpointer before, gpointer after)
{
  g_hash_table_insert (self->pairs, before, after);
  g_hash_table_insert (self->pairs, after, before);
}

static gboolean
is_paired (const Match *self, gpointer touchpoint)
{
  return g_hash_table_contains (self->pairs, touchpoint);
}

/* A row that was duplicated has the same origin twice: the first one is it. */
static void
pair_by_origin (Match *self)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (NULL, NULL); /* ids are interned */

  for (guint i = 0; i < self->n_current; i++)
    g_hash_table_insert (by_id, (gpointer) hr_item_get_id (self->current[i]),
                         self->current[i]);
  for (guint i = 0; i < self->n_redesigned; i++)
    {
      HrTouchpoint *after = self->redesigned[i];
      gpointer before =
          after->origin != NULL ? g_hash_table_lookup (by_id, after->origin) : NULL;

      if (before != NULL && !is_paired (self, before))
        pair_up (self, before, after);
    }
}

/* Returns: (nullable): the only one of the name that has no partner */
static gpointer
find_single (const Match *self, gpointer const *touchpoints, guint n, const char *name)
{
  gpointer found = NULL;

  for (guint i = 0; i < n; i++)
    if (g_str_equal (((HrTouchpoint *) touchpoints[i])->name, name) &&
        !is_paired (self, touchpoints[i]))
      {
        if (found != NULL)
          return NULL;
        found = touchpoints[i];
      }
  return found;
}

/* A redesign that was written by itself says nowhere what came from where. */
static void
pair_by_name (Match *self)
{
  for (guint i = 0; i < self->n_redesigned; i++)
    {
      HrTouchpoint *after = self->redesigned[i];
      gpointer before;

      if (after->origin != NULL ||
          find_single (self, self->redesigned, self->n_redesigned, after->name) != after)
        continue;
      before = find_single (self, self->current, self->n_current, after->name);
      if (before != NULL)
        pair_up (self, before, after);
    }
}

static GPtrArray *
list_fields (HrTouchpoint *before, HrTouchpoint *after)
{
  GPtrArray *changed = g_ptr_array_new ();
  guint n_fields;
  const HrField *fields = hr_item_type_get_fields (HR_TYPE_TOUCHPOINT, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (!g_str_equal (fields[i].name, "origin") &&
        !hr_item_same_value (before, after, &fields[i]))
      g_ptr_array_add (changed, (gpointer) &fields[i]);
  return changed;
}

static void
change_free (gpointer data)
{
  HrTouchpointChange *self = data;

  g_clear_object (&self->before);
  g_clear_object (&self->after);
  g_ptr_array_unref (self->fields);
  g_free (self);
}

static void
add_change (HrJourneyDiff *self, HrTouchpoint *before, HrTouchpoint *after)
{
  HrTouchpointChange *change = g_new0 (HrTouchpointChange, 1);

  g_set_object (&change->before, before);
  g_set_object (&change->after, after);
  change->fields =
      before != NULL && after != NULL ? list_fields (before, after) : g_ptr_array_new ();
  if (before == NULL)
    change->kind = HR_CHANGE_ADDED;
  else if (after == NULL)
    change->kind = HR_CHANGE_REMOVED;
  else
    change->kind = change->fields->len > 0 ? HR_CHANGE_CHANGED : HR_CHANGE_NONE;

  self->n_added += change->kind == HR_CHANGE_ADDED;
  self->n_removed += change->kind == HR_CHANGE_REMOVED;
  self->n_changed += change->kind == HR_CHANGE_CHANGED;
  g_ptr_array_add (self->changes, change);
}

/* Those that were removed and stood right after a touchpoint, or at the start. */
static void
add_removed_after (HrJourneyDiff *self, const Match *match, gpointer touchpoint)
{
  guint from = 0;

  while (touchpoint != NULL && match->current[from++] != touchpoint)
    ;
  for (guint i = from; i < match->n_current && !is_paired (match, match->current[i]); i++)
    add_change (self, match->current[i], NULL);
}

/**
 * hr_journey_diff_new:
 * @current: (nullable): what customers get today
 * @redesigned: (nullable): what they shall get
 *
 * Compares two journeys. A touchpoint of the redesign is held against the one that it was
 * copied from; where it does not say, against the only one of its name. Tags are not
 * compared: where a figure came from changes nothing that customers get.
 */
HrJourneyDiff *
hr_journey_diff_new (const HrJourney *current, const HrJourney *redesigned)
{
  HrJourneyDiff *self = g_new0 (HrJourneyDiff, 1);
  g_autoptr (GHashTable) pairs = g_hash_table_new (NULL, NULL);
  Match match = { .pairs = pairs };

  if (current != NULL)
    match.current = hr_list_peek (current->touchpoints, &match.n_current);
  if (redesigned != NULL)
    match.redesigned = hr_list_peek (redesigned->touchpoints, &match.n_redesigned);
  pair_by_origin (&match);
  pair_by_name (&match);

  self->changes = g_ptr_array_new_with_free_func (change_free);
  add_removed_after (self, &match, NULL);
  for (guint i = 0; i < match.n_redesigned; i++)
    {
      gpointer before = g_hash_table_lookup (pairs, match.redesigned[i]);

      add_change (self, before, match.redesigned[i]);
      if (before != NULL)
        add_removed_after (self, &match, before);
    }
  return self;
}

void
hr_journey_diff_free (HrJourneyDiff *self)
{
  g_ptr_array_unref (self->changes);
  g_free (self);
}

/**
 * hr_journey_diff_find:
 * @self: a comparison
 * @touchpoint: of either journey
 *
 * Returns: (transfer none) (nullable): what becomes of it
 */
const HrTouchpointChange *
hr_journey_diff_find (const HrJourneyDiff *self, const HrTouchpoint *touchpoint)
{
  for (guint i = 0; i < self->changes->len; i++)
    {
      const HrTouchpointChange *change = g_ptr_array_index (self->changes, i);

      if (change->before == touchpoint || change->after == touchpoint)
        return change;
    }
  return NULL;
}
