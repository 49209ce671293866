/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "hr-item-set.h"
#include "hr-persona.h"
#include "hr-plan.h"
#include "hr-role.h"
#include "hr-scorecard.h"
#include "hr-stage.h"
#include "hr-test-plan.h"
#include "hr-touchpoint.h"

/* ---- What holds of every type ---- */

static void
test_new (void)
{
  guint n_types;
  const GType *types = hr_test_item_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      HrItem *one = hr_item_new (types[i], NULL), *other = hr_item_new (types[i], NULL);
      HrItem *named = hr_item_new (types[i], "an id");
      HrItem *empty = hr_item_new (types[i], "");
      guint n_fields;
      const HrField *fields = hr_item_type_get_fields (types[i], &n_fields);

      g_assert_cmpstr (hr_item_type_get_label (types[i]), !=, "");
      g_assert_true (g_uuid_string_is_valid (hr_item_get_id (one)));
      g_assert_cmpstr (hr_item_get_id (one), !=, hr_item_get_id (other));
      g_assert_cmpstr (hr_item_get_id (named), ==, "an id");
      g_assert_true (g_uuid_string_is_valid (hr_item_get_id (empty)));
      g_assert_null (hr_item_get_tags (one));
      for (guint j = 0; j < n_fields; j++)
        if (fields[j].kind == HR_FIELD_LIST)
          g_assert_cmpuint (hr_list_get_n (hr_item_get_list (one, &fields[j])), ==, 0);
        else
          g_assert_true (hr_item_is_default (one, fields[j].name));

      g_assert_finalize_object (one);
      g_assert_finalize_object (other);
      g_assert_finalize_object (named);
      g_assert_finalize_object (empty);
    }
}

static void
count_notify_cb (GObject *object, GParamSpec *pspec, guint *count)
{
  (*count)++;
}

/* The value of a field after it is set through its property, told once and only if it
 * changed. */
static void
check_property (GRand *rand, HrPlan *plan, HrItem *item, const HrField *field)
{
  g_autofree char *signal = g_strdup_printf ("notify::%s", field->name);
  guint count = 0, n_changes = 0;
  gulong id = g_signal_connect (item, signal, G_CALLBACK (count_notify_cb), &count);

  for (guint i = 0; i < 8; i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;
      g_auto (GValue) got = G_VALUE_INIT;

      hr_test_random_value (rand, plan, field, &value);
      n_changes += hr_item_has_value (item, field, &value) ? 0 : 1;
      g_object_set_property (G_OBJECT (item), field->name, &value);
      g_assert_cmpuint (count, ==, n_changes);
      g_assert_true (hr_item_has_value (item, field, &value));

      g_object_get_property (G_OBJECT (item), field->name, &got);
      g_assert_true (hr_field_equal (field, &got, &value));
      g_object_set_property (G_OBJECT (item), field->name, &got);
      g_assert_cmpuint (count, ==, n_changes);
    }
  g_assert_cmpuint (n_changes, >, 0);
  g_signal_handler_disconnect (item, id);
}

static void
test_properties (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  g_autoptr (HrPlan) plan = hr_test_plan_new_full ();
  guint n_types;
  const GType *types = hr_test_item_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr (HrItem) item = hr_item_new (types[i], NULL);
      guint n_fields;
      const HrField *fields = hr_item_type_get_fields (types[i], &n_fields);

      for (guint j = 0; j < n_fields; j++)
        if (fields[j].kind != HR_FIELD_LIST)
          {
            g_test_message ("%s.%s", g_type_name (types[i]), fields[j].name);
            g_assert_true (hr_item_find_field (item, fields[j].name) == &fields[j]);
            check_property (rand, plan, item, &fields[j]);
          }
    }
}

/* Changes one field of a copy, for each field in turn: equality must see it. */
static gboolean
check_equal_cb (gpointer item, gpointer data)
{
  HrPlan *plan = data;
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  guint n_fields;
  const HrField *fields = hr_item_type_get_fields (G_OBJECT_TYPE (item), &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      g_autoptr (HrItem) copy = hr_item_copy (item);
      g_auto (GValue) value = G_VALUE_INIT;

      g_assert_true (hr_item_equal (item, copy));
      g_assert_cmpstr (hr_item_get_id (item), ==, hr_item_get_id (copy));
      if (fields[i].kind == HR_FIELD_LIST)
        hr_list_move (hr_item_get_list (copy, &fields[i]), 0, 1);
      else
        {
          hr_test_random_value (rand, plan, &fields[i], &value);
          while (hr_item_has_value (item, &fields[i], &value))
            {
              g_value_unset (&value);
              hr_test_random_value (rand, plan, &fields[i], &value);
            }
          g_object_set_property (G_OBJECT (copy), fields[i].name, &value);
        }
      g_test_message ("%s.%s", G_OBJECT_TYPE_NAME (item), fields[i].name);
      g_assert_false (hr_item_equal (item, copy));
      g_assert_false (hr_item_equal (copy, item));
    }
  return TRUE;
}

static void
test_equal_sees_each_field (void)
{
  g_autoptr (HrPlan) plan = hr_test_plan_new_full ();

  hr_item_walk (plan, check_equal_cb, plan);
}

static void
test_equal_sees_the_rest (void)
{
  const HrTag tag = { HR_TAG_BENCHMARK, "TSIA", 2025 };
  g_autoptr (HrRole) role = hr_item_new (HR_TYPE_ROLE, "a");
  g_autoptr (HrRole) other_id = hr_item_new (HR_TYPE_ROLE, "b");
  g_autoptr (HrStage) other_type = hr_item_new (HR_TYPE_STAGE, "a");
  g_autoptr (HrRole) tagged = hr_item_copy (role);
  g_autoptr (HrTags) tags = hr_tags_with (NULL, "annual-hours", &tag);
  g_autoptr (HrPlan) plan = hr_test_plan_new_full ();
  g_autoptr (HrPlan) shorter = hr_item_copy (plan);
  g_autoptr (HrItem) last = hr_list_steal (shorter->roles, 1);

  g_object_set (tagged, "tags", tags, NULL);
  g_assert_false (hr_item_equal (role, other_id));
  g_assert_false (hr_item_equal (role, other_type));
  g_assert_false (hr_item_equal (role, tagged));
  g_assert_false (hr_item_equal (plan, shorter));
  g_assert_false (hr_item_equal (shorter, plan));
}

static void
test_copy_is_apart (void)
{
  g_autoptr (HrPlan) plan = hr_test_plan_new_full ();
  g_autoptr (HrPlan) copy = hr_item_copy (plan);
  HrPersona *persona = hr_list_get (copy->personas, 0);
  HrItem *need = hr_list_get (persona->needs, 0);

  g_assert_true (copy->portfolio == plan->portfolio); /* it never changes */
  g_assert_true (hr_list_get (copy->personas, 0) != hr_list_get (plan->personas, 0));
  g_object_set (need, "need", "another", NULL);
  g_assert_false (hr_item_equal (plan, copy));
  g_assert_finalize_object (g_steal_pointer (&copy));
}

/* ---- Single functions ---- */

static void
test_get_name (void)
{
  g_autoptr (HrRole) role = hr_item_new (HR_TYPE_ROLE, "csm");
  g_autoptr (HrJourney) journey = hr_item_new (HR_TYPE_JOURNEY, "j1");

  g_assert_cmpstr (hr_item_get_name (role), ==, "csm");
  g_object_set (role, "name", "CSM", NULL);
  g_assert_cmpstr (hr_item_get_name (role), ==, "CSM");
  g_assert_cmpstr (hr_item_get_name (journey), ==, "j1");
}

static void
test_ids_are_interned (void)
{
  g_autofree char *text = g_strdup ("csm");
  g_autoptr (HrRole) role = hr_item_new (HR_TYPE_ROLE, text);
  g_autoptr (HrSegment) segment = hr_item_new (HR_TYPE_SEGMENT, NULL);
  g_autoptr (HrTouchpoint) touchpoint = hr_item_new (HR_TYPE_TOUCHPOINT, NULL);
  const char *const personas[] = { "a", "b", "a", NULL };

  g_object_set (segment, "book-role", text, NULL);
  g_object_set (touchpoint, "role", "csm", "personas", personas, NULL);
  g_assert_true (segment->book_role == hr_item_get_id (role));
  g_assert_true (touchpoint->role == hr_item_get_id (role));
  g_assert_true (touchpoint->personas[0] == touchpoint->personas[2]);
  g_assert_null (hr_id (NULL));
}

static void
test_references (void)
{
  g_autoptr (HrTouchpoint) touchpoint = hr_item_new (HR_TYPE_TOUCHPOINT, NULL);
  const char *const personas[] = { "a", "b", NULL };
  const HrField *role = hr_test_field (HR_TYPE_TOUCHPOINT, "role");
  const HrField *refs = hr_test_field (HR_TYPE_TOUCHPOINT, "personas");
  guint n;

  hr_item_get_references (touchpoint, role, &n);
  g_assert_cmpuint (n, ==, 0);
  hr_item_get_references (touchpoint, refs, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_null (hr_item_get_references (touchpoint,
                                         hr_test_field (HR_TYPE_TOUCHPOINT, "name"), &n));
  g_assert_cmpuint (n, ==, 0);

  g_object_set (touchpoint, "role", "csm", "personas", personas, NULL);
  g_assert_cmpstr (*hr_item_get_references (touchpoint, role, &n), ==, "csm");
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (hr_item_get_references (touchpoint, refs, &n)[1], ==, "b");
  g_assert_cmpuint (n, ==, 2);
}

static void
test_set (void)
{
  g_autoptr (HrItemSet) set = hr_item_set_new ();
  g_autoptr (HrRole) role = hr_item_new (HR_TYPE_ROLE, "a");
  g_autoptr (HrStage) stage = hr_item_new (HR_TYPE_STAGE, "a");
  g_autoptr (HrTouchpoint) touchpoint = hr_item_new (HR_TYPE_TOUCHPOINT, NULL);
  const HrField *field = hr_test_field (HR_TYPE_TOUCHPOINT, "role");
  const char *id = hr_item_get_id (role);

  g_assert_false (hr_item_set_contains (set, HR_TYPE_ROLE, id));
  g_assert_true (hr_item_set_add (set, role));
  g_assert_false (hr_item_set_add (set, role));
  g_assert_true (hr_item_set_contains (set, HR_TYPE_ROLE, id));
  g_assert_false (hr_item_set_contains (set, HR_TYPE_STAGE, id));
  g_assert_true (hr_item_set_add (set, stage));

  g_assert_false (hr_item_set_is_referred_to (set, touchpoint, field));
  g_object_set (touchpoint, "role", "b", NULL);
  g_assert_false (hr_item_set_is_referred_to (set, touchpoint, field));
  g_object_set (touchpoint, "role", "a", NULL);
  g_assert_true (hr_item_set_is_referred_to (set, touchpoint, field));
}

static void
test_find_field (void)
{
  g_autoptr (HrRole) role = hr_item_new (HR_TYPE_ROLE, NULL);

  g_assert_cmpstr (hr_item_find_field (role, "annual-hours")->key, ==, "annual_hours");
  g_assert_cmpint (hr_item_find_field (role, "tags")->kind, ==, HR_FIELD_TAGS);
  g_assert_null (hr_item_find_field (role, "id"));
  g_assert_null (hr_item_find_field (role, "annual_hours"));
}

static void
test_is_default (void)
{
  const HrTag assumed = { HR_TAG_ASSUMED, NULL, 0 };
  g_autoptr (HrRole) role = hr_item_new (HR_TYPE_ROLE, NULL);
  g_autoptr (HrTags) tags = hr_tags_with (NULL, "leave-hours", &assumed);

  g_object_set (role, "annual-hours", 2079.0, "tags", tags, NULL);
  g_assert_false (hr_item_is_default (role, "annual-hours"));
  g_assert_false (hr_item_is_default (role, "leave-hours")); /* somebody meant it */
  g_assert_true (hr_item_is_default (role, "realisation"));
}

static void
test_portfolio_is_itself (void)
{
  g_autoptr (GRand) one = g_rand_new_with_seed (1), two = g_rand_new_with_seed (1);
  g_autoptr (HrPortfolio) first = hr_test_random_portfolio (one, 3);
  g_autoptr (HrPortfolio) again = hr_test_random_portfolio (two, 3);
  g_autoptr (HrPlan) plan = hr_plan_new ("p");

  g_assert_true (hr_portfolio_equal (first, again));
  g_object_set (plan, "portfolio", first, NULL);
  g_object_set (plan, "portfolio", again, NULL);
  g_assert_true (plan->portfolio == again);
}

static gboolean
stop_at_third_cb (gpointer item, gpointer data)
{
  GString *seen = data;

  g_string_append_printf (seen, "%s ", hr_item_get_id (item));
  return seen->len < 30;
}

static gboolean
append_id_cb (gpointer item, gpointer data)
{
  g_string_append_printf (data, "%s ", hr_item_get_id (item));
  return TRUE;
}

static void
test_walk (void)
{
  g_autoptr (HrPlan) plan = hr_test_plan_new_full ();
  g_autoptr (GString) seen = g_string_new (NULL);

  g_assert_true (hr_item_walk (hr_list_get (plan->scorecards, 1), append_id_cb, seen));
  g_assert_cmpstr (seen->str, ==,
                   "full-scorecards-2 full-scorecards-2-dimensions-1 "
                   "full-scorecards-2-dimensions-1-metrics-1 "
                   "full-scorecards-2-dimensions-1-metrics-2 "
                   "full-scorecards-2-dimensions-2 "
                   "full-scorecards-2-dimensions-2-metrics-1 "
                   "full-scorecards-2-dimensions-2-metrics-2 ");
  g_string_truncate (seen, 0);
  g_assert_false (hr_item_walk (plan, stop_at_third_cb, seen));
  g_assert_cmpstr (seen->str, ==, "full full-roles-1 full-roles-2 ");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/item/new", test_new);
  g_test_add_func ("/core/item/properties", test_properties);
  g_test_add_func ("/core/item/equal-sees-each-field", test_equal_sees_each_field);
  g_test_add_func ("/core/item/equal-sees-the-rest", test_equal_sees_the_rest);
  g_test_add_func ("/core/item/copy-is-apart", test_copy_is_apart);
  g_test_add_func ("/core/item/get-name", test_get_name);
  g_test_add_func ("/core/item/ids-are-interned", test_ids_are_interned);
  g_test_add_func ("/core/item/references", test_references);
  g_test_add_func ("/core/item/set", test_set);
  g_test_add_func ("/core/item/find-field", test_find_field);
  g_test_add_func ("/core/item/is-default", test_is_default);
  g_test_add_func ("/core/item/portfolio-is-itself", test_portfolio_is_itself);
  g_test_add_func ("/core/item/walk", test_walk);

  return g_test_run ();
}
