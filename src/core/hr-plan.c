/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-plan.h"

#include <glib/gi18n-lib.h>

#include "hr-enums.h"
#include "hr-journey.h"
#include "hr-persona.h"
#include "hr-playbook.h"
#include "hr-role.h"
#include "hr-scorecard.h"
#include "hr-segment.h"
#include "hr-stage.h"
#include "hr-touchpoint.h"
#include "hr-transition.h"

/* clang-format off */
static HrField FIELDS[] = {
  FIELD_TEXT (HrPlan, name, N_ ("name"), .flags = HR_FIELD_REQUIRED),
  FIELD_TEXT (HrPlan, company, N_ ("company")),
  FIELD_TEXT (HrPlan, currency, N_ ("currency"), .flags = HR_FIELD_REQUIRED,
              .text = "USD"),
  FIELD_INTEGER (HrPlan, fiscal_year_start_month, N_ ("first month of the fiscal year"),
                 HR_UNIT_NONE, 1, 12, 1),
  FIELD_TEXT (HrPlan, mission, N_ ("mission")),
  FIELD_TEXT (HrPlan, values, N_ ("values")),
  FIELD_ENUM (HrPlan, one_time_spread, N_ ("spread of one-time work"),
              hr_one_time_spread_get_type, HR_ONE_TIME_NEW_CUSTOMERS),
  FIELD_LIST (HrPlan, roles, N_ ("roles"), hr_role_get_type),
  FIELD_LIST (HrPlan, stages, N_ ("stages"), hr_stage_get_type),
  FIELD_LIST (HrPlan, playbooks, N_ ("playbooks"), hr_playbook_get_type),
  FIELD_LIST (HrPlan, transitions, N_ ("transitions"), hr_transition_get_type),
  FIELD_LIST (HrPlan, personas, N_ ("personas"), hr_persona_get_type),
  FIELD_LIST (HrPlan, segments, N_ ("segments"), hr_segment_get_type),
  FIELD_LIST (HrPlan, journeys, N_ ("journeys"), hr_journey_get_type),
  FIELD_LIST (HrPlan, scorecards, N_ ("scorecards"), hr_scorecard_get_type),
  { .key = "portfolio", .label = N_ ("accounts"), .kind = HR_FIELD_PORTFOLIO,
    .offset = G_STRUCT_OFFSET (HrPlan, portfolio) },
};
/* clang-format on */

HR_DEFINE_ITEM (HrPlan, hr_plan, N_ ("plan"))

/**
 * hr_plan_new:
 * @name: a name that is not empty
 *
 * Makes an empty plan.
 */
HrPlan *
hr_plan_new (const char *name)
{
  HrPlan *self = hr_item_new (HR_TYPE_PLAN, NULL);

  g_object_set (self, "name", name, NULL);
  return self;
}

static void
add_named (
    HrList *list, const char *id, const char *name, const char *property, int value)
{
  g_autoptr (HrItem) item = hr_item_new (hr_list_get_item_type (list), id);

  g_object_set (item, "name", name, property, value, NULL);
  hr_list_append (list, item);
}

/**
 * hr_plan_new_with_defaults:
 * @name: a name that is not empty
 *
 * Makes a plan with the stages, personas and the role that most teams start from.
 */
HrPlan *
hr_plan_new_with_defaults (const char *name)
{
  static const struct
  {
    const char *id;
    const char *name;
  } stages[] = {
    { "discovery", N_ ("Discovery") }, { "qualification", N_ ("Qualification") },
    { "selection", N_ ("Selection") }, { "implementation", N_ ("Implementation") },
    { "adoption", N_ ("Adoption") },   { "maintenance", N_ ("Maintenance") },
    { "change", N_ ("Change") },       { "renewal", N_ ("Renewal") },
  };
  HrPlan *self = hr_plan_new (name);

  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    add_named (self->stages, stages[i].id, _ (stages[i].name), NULL, 0);
  add_named (self->personas, "decision-maker", _ ("Decision maker"), "kind",
             HR_PERSONA_DECISION_MAKER);
  add_named (self->personas, "influencing-user", _ ("Influencing user"), "kind",
             HR_PERSONA_INFLUENCING_USER);
  add_named (self->personas, "day-to-day-user", _ ("Day-to-day user"), "kind",
             HR_PERSONA_DAY_TO_DAY_USER);
  add_named (self->roles, "csm", _ ("CSM"), NULL, 0);
  return self;
}

/**
 * hr_plan_get_list:
 * @self: a plan
 * @item_type: the type of one of its own lists, %HR_TYPE_ROLE
 *
 * Gets the plan's list of a type.
 *
 * Returns: (transfer none) (nullable): the list, %NULL for a type that lives elsewhere
 */
HrList *
hr_plan_get_list (HrPlan *self, GType item_type)
{
  for (guint i = 0; i < G_N_ELEMENTS (FIELDS); i++)
    if (FIELDS[i].kind == HR_FIELD_LIST && FIELDS[i].type () == item_type)
      return hr_item_get_list (self, &FIELDS[i]);
  return NULL;
}

/**
 * hr_plan_find:
 * @self: a plan
 * @item_type: what to look for, %HR_TYPE_ROLE
 * @id: (nullable): an id
 *
 * Finds what a reference names. It is found at once in one of the plan's own lists, and
 * by going through the journeys where it is a touchpoint.
 *
 * Returns: (transfer none) (nullable): the item
 */
gpointer
hr_plan_find (HrPlan *self, GType item_type, const char *id)
{
  HrList *list = hr_plan_get_list (self, item_type);
  gpointer found = NULL;

  if (list != NULL)
    return hr_list_find (list, id);
  for (guint i = 0; item_type == HR_TYPE_TOUCHPOINT && found == NULL &&
                    i < hr_list_get_n (self->journeys);
       i++)
    found = hr_list_find (HR_JOURNEY (hr_list_get (self->journeys, i))->touchpoints, id);
  return found;
}

/**
 * hr_plan_find_journey:
 * @self: a plan
 * @segment: one of its segments
 * @version: which of its journeys
 *
 * Finds what the customers of a segment get.
 *
 * Returns: (transfer none) (nullable): the journey
 */
HrJourney *
hr_plan_find_journey (HrPlan *self, const HrSegment *segment, HrJourneyVersion version)
{
  const char *id = hr_item_get_id (segment);

  for (guint i = 0; i < hr_list_get_n (self->journeys); i++)
    {
      HrJourney *journey = hr_list_get (self->journeys, i);

      if (journey->segment == id && journey->version == version)
        return journey;
    }
  return NULL;
}

typedef struct
{
  gpointer item;
  HrList *owner;
} Search;

static gboolean
look_into_cb (gpointer item, gpointer data)
{
  Search *search = data;
  guint n_fields, position;
  const HrField *fields = hr_item_type_get_fields (G_OBJECT_TYPE (item), &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (fields[i].kind == HR_FIELD_LIST &&
        fields[i].type () == G_OBJECT_TYPE (search->item) &&
        hr_list_get_position (hr_item_get_list (item, &fields[i]), search->item,
                              &position))
      search->owner = hr_item_get_list (item, &fields[i]);
  return search->owner == NULL;
}

/**
 * hr_plan_find_owner:
 * @self: a plan
 * @item: an item
 *
 * Finds the list that an item stands in.
 *
 * Returns: (transfer none) (nullable): the list, %NULL if the plan does not have it
 */
HrList *
hr_plan_find_owner (HrPlan *self, gpointer item)
{
  Search search = { item, NULL };

  hr_item_walk (self, look_into_cb, &search);
  return search.owner;
}

typedef struct
{
  HrItemSet *leaving;
  GPtrArray *found; /* (element-type HrItem) */
} Departure;

static gboolean
add_leaving_cb (gpointer item, gpointer data)
{
  hr_item_set_add (data, item);
  return TRUE;
}

static gboolean
item_depends_cb (gpointer item, gpointer data)
{
  Departure *departure = data;
  HrItemClass *klass = HR_ITEM_GET_CLASS (item);

  if (hr_item_set_contains (departure->leaving, G_OBJECT_TYPE (item),
                            hr_item_get_id (item)))
    return TRUE;

  for (guint i = 0; i < klass->n_fields; i++)
    if ((klass->fields[i].flags & HR_FIELD_REQUIRED) != 0 &&
        hr_item_set_is_referred_to (departure->leaving, item, &klass->fields[i]))
      {
        g_ptr_array_add (departure->found, item);
        hr_item_walk (item, add_leaving_cb, departure->leaving);
        return TRUE;
      }
  return TRUE;
}

/**
 * hr_plan_find_dependents:
 * @self: a plan
 * @item: one of its items
 * @leaving: an empty set; takes @item, the dependents and all that they own
 *
 * Finds what makes no sense without an item: the journeys of a segment, the hand-overs
 * of a stage, and what in turn makes no sense without these.
 *
 * Returns: (transfer container) (element-type HrItem): the dependents, owners only
 */
GPtrArray *
hr_plan_find_dependents (HrPlan *self, gpointer item, HrItemSet *leaving)
{
  Departure departure = { leaving, g_ptr_array_new () };
  guint n_before;

  hr_item_walk (item, add_leaving_cb, leaving);
  do
    {
      n_before = departure.found->len;
      hr_item_walk (self, item_depends_cb, &departure);
    }
  while (departure.found->len > n_before);
  return departure.found;
}
