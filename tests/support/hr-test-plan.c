/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hr-test-plan.h"

#include <math.h>

#include "hr-journey.h"
#include "hr-metric.h"
#include "hr-role.h"
#include "hr-stage.h"
#include "hr-touchpoint.h"

static gpointer
add (HrList *list, const char *id)
{
  g_autoptr (HrItem) item = hr_item_new (hr_list_get_item_type (list), id);

  hr_list_append (list, item);
  return item; /* the list has it */
}

static void
add_worked_touchpoints (HrList *touchpoints)
{
  static const struct
  {
    const char *id;
    const char *name;
    HrTouchpointKind kind;
    double times;
    double prep;
    double delivery;
    double follow_up;
  } rows[] = {
    { "ebr", "EBR", HR_TOUCHPOINT_RECURRING, 4, 180, 240, 60 },
    { "check-in", "Check-in", HR_TOUCHPOINT_RECURRING, 8, 15, 45, 15 },
    { "success-plan", "Success plan", HR_TOUCHPOINT_RECURRING, 4, 30, 60, 30 },
    { "renewal", "Renewal", HR_TOUCHPOINT_RECURRING, 1, 120, 150, 60 },
    { "roadmap", "Roadmap", HR_TOUCHPOINT_RECURRING, 2, 15, 45, 15 },
    { "training", "Training", HR_TOUCHPOINT_RECURRING, 2, 30, 60, 0 },
    { "health-review", "Health review", HR_TOUCHPOINT_RECURRING, 4, 0, 30, 0 },
    { "requests", "Requests", HR_TOUCHPOINT_INBOUND, 1, 0, 720, 0 },
    { "onboarding", "Onboarding", HR_TOUCHPOINT_ONE_TIME, 1, 600, 1500, 300 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_object_set (add (touchpoints, rows[i].id), "name", rows[i].name, "kind",
                  rows[i].kind, "times", rows[i].times, "per", HR_PERIOD_YEAR,
                  "prep-minutes", rows[i].prep, "delivery-minutes", rows[i].delivery,
                  "follow-up-minutes", rows[i].follow_up, "role", "csm", "stage",
                  "adoption", NULL);
}

/**
 * hr_test_plan_new_worked_example:
 *
 * Makes the plan of the worked example in design.md §4: one role, one segment, one
 * journey of 106.1666… hours per customer and year.
 */
HrPlan *
hr_test_plan_new_worked_example (void)
{
  const HrRuleValue least = { .kind = HR_RULE_NUMBER, .number = 250000 };
  g_autoptr (HrRule) rule =
      hr_rule_new_condition (HR_COLUMN_ARR, HR_RULE_AT_LEAST, &least, 1);
  HrPlan *plan = hr_plan_new ("FY27");
  HrJourney *journey;

  g_object_set (add (plan->roles, "csm"), "name", "CSM", "annual-hours", 2080.0,
                "leave-hours", 200.0, "internal-hours", 627.0, "realisation", 0.85,
                "annual-cost", G_GINT64_CONSTANT (18200000), "headcount", 4.0, NULL);
  g_object_set (add (plan->stages, "adoption"), "name", "Adoption", NULL);
  g_object_set (add (plan->segments, "ent"), "name", "Enterprise", "customers", 48.0,
                "arr", G_GINT64_CONSTANT (3200000000), "new-customers-per-year", 8.0,
                "complexity", 1.3, "book-role", "csm", "headcount", 4.0,
                "limits-arr-per-fte", G_GINT64_CONSTANT (200000000), "rule", rule, NULL);

  journey = add (plan->journeys, "ent-current");
  g_object_set (journey, "segment", "ent", NULL);
  add_worked_touchpoints (journey->touchpoints);
  return plan;
}

static void
collect_types (GArray *types, GType type)
{
  guint n_fields;
  const HrField *fields = hr_item_type_get_fields (type, &n_fields);

  g_array_append_val (types, type);
  for (guint i = 0; i < n_fields; i++)
    if (fields[i].kind == HR_FIELD_LIST)
      collect_types (types, fields[i].type ());
}

/**
 * hr_test_item_types:
 * @n_types: (out): how many
 *
 * Gets every type of item that a plan can hold, from the field tables: the plan itself
 * first, owners before what they own.
 */
const GType *
hr_test_item_types (guint *n_types)
{
  static GArray *types = NULL;

  if (types == NULL)
    {
      types = g_array_new (FALSE, FALSE, sizeof (GType));
      collect_types (types, HR_TYPE_PLAN);
    }
  *n_types = types->len;
  return (const GType *) types->data;
}

/**
 * hr_test_add:
 * @list: a list of a plan
 * @id: (nullable): the id of what is added
 * @first_property: (nullable): a property, its value, and so on as for g_object_set()
 *
 * Adds an item to a list.
 *
 * Returns: (transfer none): the item, which is the list's
 */
gpointer
hr_test_add (HrList *list, const char *id, const char *first_property, ...)
{
  gpointer item = add (list, id);
  va_list properties;

  va_start (properties, first_property);
  g_object_set_valist (item, first_property, properties);
  va_end (properties);
  return item;
}

/**
 * hr_test_set:
 * @item: an item
 * @property: a number, money, integer, flag or enumeration of it
 * @value: its value, money in major units; NAN for not given
 *
 * Sets a property from a number, so that a test can be a table of numbers.
 */
void
hr_test_set (gpointer item, const char *property, double value)
{
  const HrField *field = hr_item_find_field (item, property);

  g_assert_nonnull (field);
  if (field->kind == HR_FIELD_NUMBER)
    g_object_set (item, property, value, NULL);
  else if (field->kind == HR_FIELD_MONEY)
    g_object_set (item, property,
                  isnan (value) ? HR_MONEY_NONE : (gint64) round (value * 100), NULL);
  else
    g_object_set (item, property, (int) value, NULL);
}

/* The field behind a property of a type, so that tests need no item to ask. */
const HrField *
hr_test_field (GType type, const char *property)
{
  guint n_fields;
  const HrField *fields = hr_item_type_get_fields (type, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].name, property))
      return &fields[i];
  g_error ("%s has no %s", g_type_name (type), property);
}

/* Two of everything, and one level below two of everything again. */
static void
add_two_of_each (gpointer item)
{
  guint n_fields;
  const HrField *fields = hr_item_type_get_fields (G_OBJECT_TYPE (item), &n_fields);

  for (guint i = 0; i < n_fields; i++)
    for (guint j = 0; fields[i].kind == HR_FIELD_LIST && j < 2; j++)
      {
        g_autofree char *id =
            g_strdup_printf ("%s-%s-%u", hr_item_get_id (item), fields[i].key, j + 1);

        add_two_of_each (add (hr_item_get_list (item, &fields[i]), id));
      }
}

typedef struct
{
  HrPlan *plan;
  GRand *rand;
} Filling;

static gboolean
fill_cb (gpointer item, gpointer data)
{
  Filling *filling = data;
  guint n_fields;
  const HrField *fields = hr_item_type_get_fields (G_OBJECT_TYPE (item), &n_fields);
  g_autoptr (HrTags) tags = hr_test_random_tags (filling->rand, G_OBJECT_TYPE (item));

  for (guint i = 0; i < n_fields; i++)
    {
      gboolean is_default = TRUE;

      for (guint attempt = 0;
           fields[i].kind != HR_FIELD_LIST && is_default && attempt < 1000; attempt++)
        {
          g_auto (GValue) value = G_VALUE_INIT;

          hr_test_random_value (filling->rand, filling->plan, &fields[i], &value);
          is_default = hr_field_is_default (&fields[i], &value);
          g_object_set_property (item, fields[i].name, &value);
        }
    }
  g_object_set (item, "tags", tags, NULL);
  return TRUE;
}

/**
 * hr_test_plan_new_full:
 *
 * Makes a plan that has two of every type, in every list, and in every field a value
 * that is not its default: text that no encoding or markup must break, figures with
 * tags, references, rules, and a portfolio with columns of every type.
 *
 * It is the same plan each time, valid in itself and free of sense.
 */
HrPlan *
hr_test_plan_new_full (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (27);
  HrPlan *plan = hr_item_new (HR_TYPE_PLAN, "full");

  add_two_of_each (plan);
  hr_item_walk (plan, fill_cb, &(Filling) { plan, rand });

  /* A segment has one journey of a version. */
  for (guint i = 0; i < hr_list_get_n (plan->journeys); i++)
    g_object_set (hr_list_get (plan->journeys, i), "segment",
                  hr_item_get_id (hr_list_get (plan->segments, i)), NULL);
  g_object_set (plan, "currency", "EUR", NULL);
  return plan;
}
