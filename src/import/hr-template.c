/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-template.h"

#include <glib/gi18n-lib.h>

#include "hr-journey.h"
#include "hr-json-reader.h"
#include "hr-persona.h"
#include "hr-role.h"
#include "hr-stage.h"
#include "hr-templates-resource.h"
#include "hr-touchpoint.h"

#define PATH "/io/github/headroom/Headroom/templates/templates.json"

/* The segment of the file whose journey it is. */
static const char *const IDS[HR_N_TEMPLATES] = {
  [HR_TEMPLATE_HIGH_TOUCH] = "high-touch",
  [HR_TEMPLATE_MID_TOUCH] = "mid-touch",
  [HR_TEMPLATE_DIGITAL] = "digital",
};

/**
 * hr_template_find:
 * @id: "high-touch", "mid-touch" or "digital"
 * @template: (out): which one it is
 *
 * Finds a template.
 *
 * Returns: whether there is one
 */
gboolean
hr_template_find (const char *id, HrTemplate *template)
{
  for (guint i = 0; i < HR_N_TEMPLATES; i++)
    if (g_str_equal (id, IDS[i]))
      {
        *template = i;
        return TRUE;
      }
  return FALSE;
}

/* What a template says is assumed; what it leaves as it is anyhow stays a default. */
static gboolean
tag_figures (gpointer item, gpointer data)
{
  const HrTag tag = { HR_TAG_ASSUMED, _ ("Template"), 0 };
  g_autoptr (HrTags) tags = NULL;
  guint n_fields;
  const HrField *fields = hr_item_type_get_fields (G_OBJECT_TYPE (item), &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if ((fields[i].flags & HR_FIELD_FIGURE) != 0 &&
        !hr_item_is_default (item, fields[i].name))
      {
        g_autoptr (HrTags) before = g_steal_pointer (&tags);

        tags = hr_tags_with (before, fields[i].name, &tag);
      }
  if (tags != NULL)
    g_object_set (item, "tags", tags, NULL);
  return TRUE;
}

static void
remove_segment (HrPlan *plan, const char *id)
{
  HrSegment *segment = hr_plan_find (plan, HR_TYPE_SEGMENT, id);
  HrJourney *journey = hr_plan_find_journey (plan, segment, HR_JOURNEY_CURRENT);
  guint position;

  if (hr_list_get_position (plan->journeys, journey, &position))
    g_object_unref (hr_list_steal (plan->journeys, position));
  if (hr_list_get_position (plan->segments, segment, &position))
    g_object_unref (hr_list_steal (plan->segments, position));
}

/**
 * hr_template_plan_new:
 * @name: a name that is not empty
 * @only: which template, or %HR_N_TEMPLATES for all
 * @error: return location for a [error@Error]
 *
 * Makes a plan to start from: stages, personas with their needs, roles, playbooks, and a
 * segment with a journey for each template. Its source is data/templates/templates.json.
 *
 * Returns: (transfer full) (nullable): the plan
 */
HrPlan *
hr_template_plan_new (const char *name, HrTemplate only, GError **error)
{
  g_autoptr (GBytes) bytes = g_resource_lookup_data (hr_templates_get_resource (), PATH,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  HrPlan *plan;
  gsize length;
  const char *text;

  if (bytes == NULL)
    return NULL;
  text = g_bytes_get_data (bytes, &length);
  plan = hr_json_read_plan (text, (gssize) length, error);
  if (plan == NULL)
    return NULL;
  for (guint i = 0; only < HR_N_TEMPLATES && i < HR_N_TEMPLATES; i++)
    if (i != only)
      remove_segment (plan, IDS[i]);
  hr_item_walk (plan, tag_figures, NULL);
  g_object_set (plan, "name", name, NULL);
  return plan;
}

/* ---- Into a plan that is there ---- */

typedef struct
{
  HrPlan *source; /* the templates */
  HrPlan *plan;
  HrHistory *history;
  const HrSegment *segment;
} Taking;

/* What is called the same is the same, whoever made it. */
static HrItem *
find_same (HrList *list, HrItem *item)
{
  HrItem *same = hr_list_find (list, hr_item_get_id (item));
  g_autofree char *name = g_utf8_casefold (hr_item_get_name (item), -1);

  for (guint i = 0; same == NULL && i < hr_list_get_n (list); i++)
    {
      g_autofree char *other =
          g_utf8_casefold (hr_item_get_name (hr_list_get (list, i)), -1);

      if (g_str_equal (name, other))
        same = hr_list_get (list, i);
    }
  return same;
}

/* Returns: (nullable): the id in the plan of what the template names, added if missing */
static const char *
take (Taking *self, GType type, const char *id, GError **error)
{
  HrList *list = hr_plan_get_list (self->plan, type);
  HrItem *item = hr_plan_find (self->source, type, id), *same;
  g_autoptr (HrItem) copy = NULL;

  /* Whoever carries the accounts here does what the template's CSM does. */
  if (type == HR_TYPE_ROLE && g_str_equal (id, "csm") && self->segment->book_role != NULL)
    return self->segment->book_role;
  same = find_same (list, item);
  if (same != NULL)
    return hr_item_get_id (same);

  copy = hr_item_new (type, id);
  g_object_set (copy, "name", hr_item_get_name (item), NULL);
  if (HR_IS_ROLE (item))
    {
      g_clear_object (&copy);
      copy = hr_item_copy (item);
      g_object_set (copy, "headcount", 0.0, NULL); /* nobody was hired by this */
    }
  if (HR_IS_PERSONA (item))
    g_object_set (copy, "kind", HR_PERSONA (item)->kind, "goals",
                  HR_PERSONA (item)->goals, NULL);
  return hr_history_insert (self->history, list, hr_list_get_n (list), copy, error)
             ? hr_item_get_id (copy)
             : NULL;
}

static gboolean
take_touchpoint (Taking *self, HrTouchpoint *touchpoint, HrList *list, GError **error)
{
  g_autoptr (HrTouchpoint) copy = hr_item_copy_anew (touchpoint);
  g_autoptr (GStrvBuilder) personas = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;
  const char *stage = take (self, HR_TYPE_STAGE, touchpoint->stage, error);
  const char *role =
      stage != NULL ? take (self, HR_TYPE_ROLE, touchpoint->role, error) : NULL;

  if (role == NULL)
    return FALSE;
  for (guint i = 0; touchpoint->personas != NULL && touchpoint->personas[i] != NULL; i++)
    {
      const char *id = take (self, HR_TYPE_PERSONA, touchpoint->personas[i], error);

      if (id == NULL)
        return FALSE;
      g_strv_builder_add (personas, id);
    }
  ids = g_strv_builder_end (personas);
  g_object_set (copy, "stage", stage, "role", role, "personas", ids, NULL);
  return hr_history_insert (self->history, list, hr_list_get_n (list), copy, error);
}

static HrJourney *
find_or_add_journey (Taking *self, GError **error)
{
  HrJourney *journey =
      hr_plan_find_journey (self->plan, self->segment, HR_JOURNEY_CURRENT);
  g_autoptr (HrJourney) added = NULL;

  if (journey != NULL)
    return journey;
  added = hr_item_new (HR_TYPE_JOURNEY, NULL);
  g_object_set (added, "segment", hr_item_get_id ((HrItem *) self->segment), NULL);
  return hr_history_insert (self->history, self->plan->journeys,
                            hr_list_get_n (self->plan->journeys), added, error)
             ? added
             : NULL;
}

static gboolean
take_journey (Taking *self, HrTemplate template, GError **error)
{
  const HrSegment *from = hr_plan_find (self->source, HR_TYPE_SEGMENT, IDS[template]);
  HrJourney *source = hr_plan_find_journey (self->source, from, HR_JOURNEY_CURRENT);
  HrJourney *journey = find_or_add_journey (self, error);

  for (guint i = 0; journey != NULL && i < hr_list_get_n (source->touchpoints); i++)
    if (!take_touchpoint (self, hr_list_get (source->touchpoints, i),
                          journey->touchpoints, error))
      return FALSE;
  return journey != NULL;
}

/**
 * hr_template_apply:
 * @template: which journey
 * @history: the plan's
 * @segment: whose current journey gets the touchpoints
 * @label: what the step is called
 * @error: return location for a [error@Error]
 *
 * Takes a journey into a plan, in one step: its touchpoints, and those of the stages,
 * personas and roles they name that the plan does not have yet. What is called the same
 * is the same, and the role that carries the segment's accounts does what the CSM does.
 *
 * Returns: %FALSE if it is refused; then nothing has changed
 */
gboolean
hr_template_apply (HrTemplate template,
                   HrHistory *history,
                   HrSegment *segment,
                   const char *label,
                   GError **error)
{
  g_autoptr (HrPlan) source = hr_template_plan_new ("Templates", HR_N_TEMPLATES, error);
  Taking taking = { source, hr_history_get_plan (history), history, segment };

  g_return_val_if_fail (template <HR_N_TEMPLATES, FALSE);

  if (source == NULL)
    return FALSE;
  hr_history_begin (history, label);
  if (!take_journey (&taking, template, error))
    {
      hr_history_cancel (history);
      return FALSE;
    }
  hr_history_end (history);
  return TRUE;
}
