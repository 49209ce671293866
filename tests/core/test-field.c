/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "hr-field.h"
#include "hr-journey.h"
#include "hr-metric.h"
#include "hr-need.h"
#include "hr-role.h"
#include "hr-scorecard.h"
#include "hr-test-plan.h"
#include "hr-touchpoint.h"

static void
for_each_field (void (*func) (GType type, const HrField *field))
{
  guint n_types;
  const GType *types = hr_test_item_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      guint n_fields;
      const HrField *fields = hr_item_type_get_fields (types[i], &n_fields);

      for (guint j = 0; j < n_fields; j++)
        func (types[i], &fields[j]);
    }
}

/* What holds of every line of every table. */
static void
check_field_table (GType type, const HrField *field)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (type);
  GParamSpec *pspec = g_object_class_find_property (G_OBJECT_CLASS (klass), field->name);

  g_test_message ("%s.%s", g_type_name (type), field->name);
  g_assert_nonnull (pspec);
  g_assert_true (pspec->owner_type == type);
  g_assert_true (pspec->value_type == hr_field_get_value_type (field));
  g_assert_cmpstr (field->label, !=, "");
  g_assert_null (strpbrk (field->key, ".-"));
  g_assert_null (strpbrk (field->name, "._"));

  if (field->group != NULL)
    {
      g_autofree char *start = g_strdup_printf ("%s-", field->group);

      g_assert_true (g_str_has_prefix (field->name, start));
    }
  if (field->kind == HR_FIELD_NUMBER || field->kind == HR_FIELD_MONEY ||
      field->kind == HR_FIELD_INTEGER)
    {
      g_assert_cmpfloat (field->minimum, <, field->maximum);
      if (isnan (field->fallback))
        g_assert_true (field->flags & HR_FIELD_OPTIONAL);
      else
        g_assert_true (field->minimum <= field->fallback &&
                       field->fallback <= field->maximum);
    }
  if (field->kind == HR_FIELD_REF || field->kind == HR_FIELD_REFS ||
      field->kind == HR_FIELD_LIST)
    g_assert_true (g_type_is_a (field->type (), HR_TYPE_ITEM));
}

static void
test_tables (void)
{
  for_each_field (check_field_table);
}

static void
test_names (void)
{
  const HrField *limit = hr_test_field (HR_TYPE_SEGMENT, "limits-arr-per-fte");
  const HrField *green = hr_test_field (HR_TYPE_SCORECARD, "bands-green");

  g_assert_cmpstr (limit->group, ==, "limits");
  g_assert_cmpstr (limit->key, ==, "arr_per_fte");
  g_assert_cmpstr (green->group, ==, "bands");
  g_assert_cmpstr (green->key, ==, "green");
  g_assert_null (hr_test_field (HR_TYPE_ROLE, "annual-cost")->group);
}

/* ---- What a field takes ---- */

typedef struct
{
  GType (*type) (void);
  const char *property;
  double number; /* minor units for money */
  int code;      /* -1 where it is taken */
  const char *message;
} NumberCase;

static void
init_number (GValue *value, const HrField *field, double number)
{
  g_value_init (value, hr_field_get_value_type (field));
  if (field->kind == HR_FIELD_MONEY)
    g_value_set_int64 (value, isnan (number) ? HR_MONEY_NONE : (gint64) number);
  else if (field->kind == HR_FIELD_INTEGER)
    g_value_set_int (value, (int) number);
  else if (field->kind == HR_FIELD_ENUM)
    g_value_set_enum (value, (int) number);
  else
    g_value_set_double (value, number);
}

static void
test_check_number (void)
{
  static const NumberCase cases[] = {
    { hr_role_get_type, "annual-hours", 0, -1, NULL },
    { hr_role_get_type, "annual-hours", 8784, -1, NULL },
    { hr_role_get_type, "annual-hours", 8784.001, HR_ERROR_RANGE,
      "paid hours per year must be between 0 and 8784, not 8784.001" },
    { hr_role_get_type, "annual-hours", -1e-9, HR_ERROR_RANGE,
      "paid hours per year must be between 0 and 8784, not -1e-09" },
    { hr_role_get_type, "annual-hours", NAN, HR_ERROR_VALUE,
      "paid hours per year must be given" },
    { hr_role_get_type, "annual-hours", INFINITY, HR_ERROR_VALUE,
      "paid hours per year must be a number" },
    { hr_role_get_type, "internal-hours", NAN, -1, NULL },
    { hr_role_get_type, "internal-hours", -INFINITY, HR_ERROR_VALUE,
      "internal hours per year must be a number" },
    { hr_role_get_type, "annual-cost", 0, -1, NULL },
    { hr_role_get_type, "annual-cost", -1, HR_ERROR_RANGE,
      "loaded annual cost must be at least 0, not -0.01" },
    { hr_role_get_type, "annual-cost", 1e17, -1, NULL },
    { hr_role_get_type, "annual-cost", 1.1e17, HR_ERROR_RANGE,
      "loaded annual cost must be at most 1e+15, not 1.1e+15" },
    { hr_role_get_type, "annual-cost", NAN, HR_ERROR_VALUE,
      "loaded annual cost must be given" },
    { hr_segment_get_type, "arr", NAN, -1, NULL },
    { hr_segment_get_type, "limits-arr-per-fte", 1, -1, NULL },
    { hr_segment_get_type, "limits-arr-per-fte", 0, HR_ERROR_RANGE,
      "ARR per FTE must be more than 0, not 0" },
    { hr_segment_get_type, "lifetime-years", 0, HR_ERROR_RANGE,
      "lifetime must be more than 0, not 0" },
    { hr_segment_get_type, "lifetime-years", 5e-324, -1, NULL },
    { hr_segment_get_type, "lifetime-years", 1001, HR_ERROR_RANGE,
      "lifetime must be between 0 and 1000, not 1001" },
    { hr_metric_get_type, "worst", -1e15, -1, NULL },
    { hr_metric_get_type, "worst", -2e15, HR_ERROR_RANGE,
      "worst value must be at least -1e+15, not -2e+15" },
    { hr_touchpoint_get_type, "value", 1, -1, NULL },
    { hr_touchpoint_get_type, "value", 6, HR_ERROR_RANGE,
      "value must be between 1 and 5, not 6" },
    { hr_touchpoint_get_type, "sentiment", -2, -1, NULL },
    { hr_touchpoint_get_type, "per", HR_PERIOD_YEAR, -1, NULL },
    { hr_touchpoint_get_type, "per", 4, HR_ERROR_VALUE, "per must be one of its values" },
    { hr_touchpoint_get_type, "per", -1, HR_ERROR_VALUE,
      "per must be one of its values" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const HrField *field = hr_test_field (cases[i].type (), cases[i].property);
      g_auto (GValue) value = G_VALUE_INIT;
      g_autoptr (GError) error = NULL;

      init_number (&value, field, cases[i].number);
      g_test_message ("%s %.17g", cases[i].property, cases[i].number);
      g_assert_cmpint (hr_field_check (field, &value, &error), ==, cases[i].code < 0);
      if (cases[i].code >= 0)
        g_assert_error (error, HR_ERROR, cases[i].code);
      g_assert_cmpstr (error != NULL ? error->message : NULL, ==, cases[i].message);
    }
}

/* A double cannot tell these two apart. */
static void
test_check_money_exactly (void)
{
  const HrField *field = hr_test_field (HR_TYPE_ROLE, "annual-cost");
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_INT64);
  g_value_set_int64 (&value, HR_MONEY_MAX);
  g_assert_true (hr_field_check (field, &value, NULL));
  g_value_set_int64 (&value, HR_MONEY_MAX + 1);
  g_assert_false (hr_field_check (field, &value, NULL));
  g_value_set_int64 (&value, G_MININT64 + 1); /* beside HR_MONEY_NONE */
  g_assert_false (hr_field_check (field, &value, NULL));
}

static void
test_check_text (void)
{
  static const struct
  {
    GType (*type) (void);
    const char *property;
    const char *text;
    const char *message;
  } cases[] = {
    { hr_role_get_type, "name", "CSM", NULL },
    { hr_role_get_type, "name", "", "name must not be empty" },
    { hr_role_get_type, "name", NULL, "name must not be empty" },
    { hr_role_get_type, "name", "\xff", "name is not valid UTF-8" },
    { hr_segment_get_type, "description", "", NULL },
    { hr_segment_get_type, "description", NULL, "description must be a text" },
    { hr_segment_get_type, "book-role", NULL, NULL },
    { hr_segment_get_type, "book-role", "csm", NULL },
    { hr_need_get_type, "stage", NULL, "stage must not be empty" },
    { hr_need_get_type, "stage", "", "stage must not be empty" },
    { hr_journey_get_type, "reviewed", "", NULL },
    { hr_journey_get_type, "reviewed", "2027-03-31", NULL },
    { hr_journey_get_type, "reviewed", "2027-02-29",
      "last review must be a date like 2027-03-31" },
    { hr_journey_get_type, "reviewed", "yesterday",
      "last review must be a date like 2027-03-31" },
    { hr_journey_get_type, "reviewed", NULL, "last review must be a text" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const HrField *field = hr_test_field (cases[i].type (), cases[i].property);
      g_auto (GValue) value = G_VALUE_INIT;
      g_autoptr (GError) error = NULL;

      g_value_init (&value, G_TYPE_STRING);
      g_value_set_string (&value, cases[i].text);
      g_assert_cmpint (hr_field_check (field, &value, &error), ==,
                       cases[i].message == NULL);
      if (cases[i].message != NULL)
        g_assert_error (error, HR_ERROR, HR_ERROR_VALUE);
      g_assert_cmpstr (error != NULL ? error->message : NULL, ==, cases[i].message);
    }
}

static void
test_check_boxed (void)
{
  static const char *const properties[] = { "rule", "segments" };
  const GType types[] = { HR_TYPE_SEGMENT, HR_TYPE_SCORECARD };

  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    {
      const HrField *field = hr_test_field (types[i], properties[i]);
      g_auto (GValue) value = G_VALUE_INIT;
      g_autoptr (GError) error = NULL;

      g_value_init (&value, hr_field_get_value_type (field));
      g_assert_false (hr_field_check (field, &value, &error));
      g_assert_error (error, HR_ERROR, HR_ERROR_VALUE);
    }
}

/* ---- Defaults and equality, for every field ---- */

static void
check_default (GType type, const HrField *field)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autoptr (HrPlan) plan = hr_test_plan_new_full ();
  g_autoptr (HrItem) item = hr_item_new (type, NULL);
  g_auto (GValue) value = G_VALUE_INIT;
  g_auto (GValue) other = G_VALUE_INIT;

  if (field->kind == HR_FIELD_LIST)
    return;
  g_test_message ("%s.%s", g_type_name (type), field->name);
  g_object_get_property (G_OBJECT (item), field->name, &value);
  g_assert_true (hr_field_is_default (field, &value));
  g_assert_true (hr_field_equal (field, &value, &value));

  do
    {
      if (G_VALUE_TYPE (&other) != 0)
        g_value_unset (&other);
      hr_test_random_value (rand, plan, field, &other);
    }
  while (hr_field_equal (field, &value, &other));
  g_assert_false (hr_field_is_default (field, &other));
}

static void
test_defaults (void)
{
  for_each_field (check_default);
}

static void
test_equal_number (void)
{
  const HrField *field = hr_test_field (HR_TYPE_ROLE, "internal-hours");
  static const double numbers[] = { 0, -1, 627, NAN, 627.0000000000001 };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    for (guint j = 0; j < G_N_ELEMENTS (numbers); j++)
      {
        g_auto (GValue) a = G_VALUE_INIT, b = G_VALUE_INIT;

        init_number (&a, field, numbers[i]);
        init_number (&b, field, numbers[j]);
        g_assert_cmpint (hr_field_equal (field, &a, &b), ==, i == j);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/field/tables", test_tables);
  g_test_add_func ("/core/field/names", test_names);
  g_test_add_func ("/core/field/check-number", test_check_number);
  g_test_add_func ("/core/field/check-money-exactly", test_check_money_exactly);
  g_test_add_func ("/core/field/check-text", test_check_text);
  g_test_add_func ("/core/field/check-boxed", test_check_boxed);
  g_test_add_func ("/core/field/defaults", test_defaults);
  g_test_add_func ("/core/field/equal-number", test_equal_number);

  return g_test_run ();
}
