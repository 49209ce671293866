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
 * Finds what a reference names.
 *
 * Returns: (transfer none) (nullable): the item
 */
gpointer
hr_plan_find (HrPlan *self, GType item_type, const char *id)
{
  HrList *list = hr_plan_get_list (self, item_type);

  return list != NULL ? hr_list_find (list, id) : NULL;
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

/**
 * hr_plan_field_refers:
 * @item: an item
 * @field: one of its fields
 * @other: another item
 *
 * Says whether a field names another item.
 */
gboolean
hr_plan_field_refers (gpointer item, const HrField *field, gpointer other)
{
  const char *id = hr_item_get_id (other);

  if (field->kind == HR_FIELD_REF && field->type () == G_OBJECT_TYPE (other))
    return *(char *const *) hr_item_member (item, field) == id;

  if (field->kind == HR_FIELD_REFS && field->type () == G_OBJECT_TYPE (other))
    {
      char *const *ids = *(char *const *const *) hr_item_member (item, field);

      for (guint i = 0; ids[i] != NULL; i++)
        if (ids[i] == id)
          return TRUE;
    }
  return FALSE;
}

static gboolean
check_id (HrPlan *self, const HrField *field, const char *id, GError **error)
{
  GType type = field->type ();

  if (id == NULL || hr_plan_find (self, type, id) != NULL)
    return TRUE;

  g_set_error (error, HR_ERROR, HR_ERROR_REFERENCE, _ ("%s: there is no %s “%s”"),
               _ (field->label), _ (hr_item_type_get_label (type)), id);
  return FALSE;
}

/**
 * hr_plan_check_reference:
 * @self: a plan
 * @field: a field of any kind
 * @value: a value for it
 * @error: return location for a [error@Error]
 *
 * Says whether what a value refers to is in the plan; other values refer to nothing.
 */
gboolean
hr_plan_check_reference (HrPlan *self,
                         const HrField *field,
                         const GValue *value,
                         GError **error)
{
  char *const *ids;

  if (field->kind == HR_FIELD_REF)
    return check_id (self, field, g_value_get_string (value), error);
  if (field->kind != HR_FIELD_REFS)
    return TRUE;

  ids = g_value_get_boxed (value);
  for (guint i = 0; ids[i] != NULL; i++)
    if (!check_id (self, field, ids[i], error))
      return FALSE;
  return TRUE;
}

typedef struct
{
  HrPlan *plan;
  GHashTable *ids; /* (element-type ItemKey ItemKey): those of the plan */
  GError **error;
} Check;

/* Ids are unique among the items of a type; a type and an interned id name one. */
static guint
hash_item (gconstpointer item)
{
  return g_direct_hash (hr_item_get_id (item)) ^
         g_direct_hash ((gpointer) G_OBJECT_TYPE (item));
}

static gboolean
same_identity (gconstpointer a, gconstpointer b)
{
  return hr_item_get_id (a) == hr_item_get_id (b) &&
         G_OBJECT_TYPE (a) == G_OBJECT_TYPE (b);
}

static gboolean
collect_cb (gpointer item, gpointer data)
{
  g_hash_table_add (data, item);
  return TRUE;
}

static gboolean
check_item_cb (gpointer item, gpointer data)
{
  Check *check = data;
  guint n_fields;
  const HrField *fields = hr_item_type_get_fields (G_OBJECT_TYPE (item), &n_fields);

  if (!g_hash_table_add (check->ids, item))
    {
      g_set_error (check->error, HR_ERROR, HR_ERROR_DUPLICATE,
                   _ ("There is already a %s with the id “%s”"),
                   _ (hr_item_type_get_label (G_OBJECT_TYPE (item))),
                   hr_item_get_id (item));
      return FALSE;
    }

  for (guint i = 0; i < n_fields; i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;

      if (fields[i].kind == HR_FIELD_LIST)
        continue;
      g_object_get_property (item, fields[i].name, &value);
      if (!hr_field_check (&fields[i], &value, check->error) ||
          !hr_plan_check_reference (check->plan, &fields[i], &value, check->error))
        {
          g_prefix_error (check->error, "%s: ", hr_item_get_name (item));
          return FALSE;
        }
    }
  return TRUE;
}

/**
 * hr_plan_check_newcomer:
 * @self: a plan
 * @item: an item that is not yet in it
 * @error: return location for a [error@Error]
 *
 * Says whether an item and all it owns could stand in the plan.
 */
gboolean
hr_plan_check_newcomer (HrPlan *self, gpointer item, GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (hash_item, same_identity);
  Check check = { self, ids, error };

  hr_item_walk (self, collect_cb, ids);
  return hr_item_walk (item, check_item_cb, &check);
}

static gboolean
check_journeys (HrPlan *self, GError **error)
{
  for (guint i = 0; i < hr_list_get_n (self->journeys); i++)
    {
      HrJourney *journey = hr_list_get (self->journeys, i);
      HrSegment *segment = hr_list_find (self->segments, journey->segment);

      if (hr_plan_find_journey (self, segment, journey->version) == journey)
        continue;
      g_set_error (error, HR_ERROR, HR_ERROR_DUPLICATE,
                   _ ("The segment “%s” has two journeys of the version “%s”"),
                   segment->name,
                   hr_enum_to_nick (HR_TYPE_JOURNEY_VERSION, (int) journey->version));
      return FALSE;
    }
  return TRUE;
}

/**
 * hr_plan_check:
 * @self: a plan
 * @error: return location for a [error@Error]
 *
 * Says whether a plan that was read from somewhere holds what a plan must: values
 * within their limits, unique ids, references that lead somewhere, one journey per
 * segment and version.
 */
gboolean
hr_plan_check (HrPlan *self, GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (hash_item, same_identity);
  Check check = { self, ids, error };

  return hr_item_walk (self, check_item_cb, &check) && check_journeys (self, error);
}
