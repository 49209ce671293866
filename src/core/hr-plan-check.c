/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "hr-enums.h"
#include "hr-plan.h"

/* What a plan must hold: values within their limits, ids that are unique, references that
 * lead somewhere, one journey per segment and version. */

static gboolean
refuse_reference (const HrField *field, const char *id, GError **error)
{
  g_set_error (error, HR_ERROR, HR_ERROR_REFERENCE, _ ("%s: there is no %s “%s”"),
               _ (field->label), _ (hr_item_type_get_label (field->type ())), id);
  return FALSE;
}

static gboolean
refuse_journey (const HrSegment *segment, HrJourneyVersion version, GError **error)
{
  g_set_error (error, HR_ERROR, HR_ERROR_DUPLICATE,
               _ ("The segment “%s” has two journeys of the version “%s”"),
               hr_item_get_name (segment),
               hr_enum_to_nick (HR_TYPE_JOURNEY_VERSION, (int) version));
  return FALSE;
}

static gboolean
check_journey (HrPlan *self,
               const HrJourney *journey,
               const char *segment_id,
               HrJourneyVersion version,
               GError **error)
{
  const HrSegment *segment = hr_list_find (self->segments, segment_id);
  const HrJourney *other =
      segment != NULL ? hr_plan_find_journey (self, segment, version) : NULL;

  if (other == NULL || other == journey)
    return TRUE;
  return refuse_journey (segment, version, error);
}

static gboolean
check_references (HrPlan *self, const HrField *field, const GValue *value, GError **error)
{
  const char *id = field->kind == HR_FIELD_REF ? g_value_get_string (value) : NULL;
  char *const *ids = field->kind == HR_FIELD_REFS ? g_value_get_boxed (value) : NULL;

  if (id != NULL && hr_plan_find (self, field->type (), id) == NULL)
    return refuse_reference (field, id, error);
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    if (hr_plan_find (self, field->type (), ids[i]) == NULL)
      return refuse_reference (field, ids[i], error);
  return TRUE;
}

/**
 * hr_plan_check_value:
 * @self: a plan
 * @item: one of its items, or itself
 * @field: a field of @item, or the tags
 * @value: a value for it
 * @error: return location for a [error@Error]
 *
 * Says whether the field may take the value while the plan stays what it must be.
 */
gboolean
hr_plan_check_value (HrPlan *self,
                     gconstpointer item,
                     const HrField *field,
                     const GValue *value,
                     GError **error)
{
  const HrJourney *journey = HR_IS_JOURNEY ((gpointer) item) ? item : NULL;

  if (!hr_field_check (field, value, error) ||
      !check_references (self, field, value, error))
    return FALSE;
  if (journey != NULL && g_str_equal (field->name, "segment"))
    return check_journey (self, journey, g_value_get_string (value), journey->version,
                          error);
  if (journey != NULL && g_str_equal (field->name, "version"))
    return check_journey (self, journey, journey->segment,
                          (HrJourneyVersion) g_value_get_enum (value), error);
  return TRUE;
}

typedef struct
{
  HrItemSet *known;
  GError **error;
  gpointer item;        /* (nullable): where the fault is */
  const HrField *field; /* (nullable): %NULL for the item's id */
} Check;

static gboolean
add_known_cb (gpointer item, gpointer data)
{
  Check *check = data;

  if (hr_item_set_add (check->known, item))
    return TRUE;
  check->item = item;
  g_set_error (check->error, HR_ERROR, HR_ERROR_DUPLICATE,
               _ ("There is already a %s with the id “%s”"),
               _ (hr_item_type_get_label (G_OBJECT_TYPE (item))), hr_item_get_id (item));
  return FALSE;
}

static gboolean
check_field (HrItemSet *known, gpointer item, const HrField *field, GError **error)
{
  guint n_ids;
  char *const *ids = hr_item_get_references (item, field, &n_ids);
  g_auto (GValue) value = G_VALUE_INIT;

  g_object_get_property (item, field->name, &value);
  if (!hr_field_check (field, &value, error))
    return FALSE;
  for (guint i = 0; i < n_ids; i++)
    if (!hr_item_set_contains (known, field->type (), ids[i]))
      return refuse_reference (field, ids[i], error);
  return TRUE;
}

static gboolean
check_item_cb (gpointer item, gpointer data)
{
  Check *check = data;
  HrItemClass *klass = HR_ITEM_GET_CLASS (item);

  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].kind != HR_FIELD_LIST &&
        !check_field (check->known, item, &klass->fields[i], check->error))
      {
        check->item = item;
        check->field = &klass->fields[i];
        return FALSE;
      }
  return TRUE;
}

/* A sentence about a field says too whose field it is. */
static gboolean
name_culprit (const Check *check)
{
  if (check->field != NULL)
    g_prefix_error (check->error, "%s: ", hr_item_get_name (check->item));
  return FALSE;
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
  g_autoptr (HrItemSet) known = hr_item_set_new ();
  Check check = { known, error };

  hr_item_walk (self, add_known_cb, &check);
  if (!hr_item_walk (item, add_known_cb, &check) ||
      !hr_item_walk (item, check_item_cb, &check))
    return name_culprit (&check);
  return !HR_IS_JOURNEY (item) || check_journey (self, item, HR_JOURNEY (item)->segment,
                                                 HR_JOURNEY (item)->version, error);
}

static gboolean
check_journeys (HrPlan *self, Check *check)
{
  GHashTable *seen[HR_JOURNEY_REDESIGNED + 1];
  gboolean good = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (seen); i++)
    seen[i] = g_hash_table_new (NULL, NULL);
  for (guint i = 0; good && i < hr_list_get_n (self->journeys); i++)
    {
      HrJourney *journey = hr_list_get (self->journeys, i);

      if (g_hash_table_add (seen[journey->version], journey->segment))
        continue;
      check->item = journey;
      good = refuse_journey (hr_list_find (self->segments, journey->segment),
                             journey->version, check->error);
    }
  for (guint i = 0; i < G_N_ELEMENTS (seen); i++)
    g_hash_table_unref (seen[i]);
  return good;
}

/**
 * hr_plan_check_where:
 * @self: a plan
 * @item: (out) (nullable) (transfer none): whose fault it is
 * @field: (out) (nullable) (transfer none): which of its fields; %NULL for the id, or
 *   where no single field is at fault
 * @error: return location for a [error@Error]
 *
 * Says whether a plan holds what a plan must, and if not, where; for those who read
 * files and must name the place.
 */
gboolean
hr_plan_check_where (HrPlan *self, gpointer *item, const HrField **field, GError **error)
{
  g_autoptr (HrItemSet) known = hr_item_set_new ();
  Check check = { known, error };
  gboolean good = hr_item_walk (self, add_known_cb, &check) &&
                  hr_item_walk (self, check_item_cb, &check) &&
                  check_journeys (self, &check);

  *item = check.item;
  *field = check.field;
  return good;
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
  Check check = { .error = error };

  return hr_plan_check_where (self, &check.item, &check.field, error) ||
         name_culprit (&check);
}
