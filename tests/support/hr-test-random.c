/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "hr-test-plan.h"

/* What has broken a file format, a markup or a layout before. */
static const char *const WORDS[] = {
  "Adoption",
  "näive ﬁancée",
  "O’Brien \"&\" <Söhne>",
  "line\nbreak\ttab",
  "שלום",
  "مرحبا بالعالم",
  "顧客の成功",
  "👩‍👩‍👧 family",
  "a,b;c|d",
  "'; DROP--",
  "back\\slash",
  "  spaced  ",
  "null",
  "007",
  "1e5",
  "=SUM(A1)",
  "e\xcc\x81",
  "\xe2\x80\x8b",
  "Ｗide",
  "%s %n",
};

static char *
random_text (GRand *rand)
{
  return g_strdup_printf ("%s %u",
                          WORDS[g_rand_int_range (rand, 0, G_N_ELEMENTS (WORDS))],
                          g_rand_int (rand) % 1000);
}

static char *
random_date (GRand *rand)
{
  return hr_date_to_text (g_rand_int_range (rand, HR_DATE_MIN, HR_DATE_MAX + 1));
}

static int
random_enum (GRand *rand, GType type)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (type);
  GEnumClass *values = (GEnumClass *) klass;

  return values->values[g_rand_int_range (rand, 0, (int) values->n_values)].value;
}

/* Often a bound, often a round number, else any. */
static double
random_number (GRand *rand, const HrField *field)
{
  double low = field->minimum, high = field->maximum, value;
  gboolean positive = (field->flags & HR_FIELD_POSITIVE) != 0;

  switch (g_rand_int_range (rand, 0, 6))
    {
    case 0:
      value = positive ? nextafter (low, high) : low;
      break;
    case 1:
      value = high;
      break;
    case 2:
      value = floor (CLAMP (g_rand_double_range (rand, 1, 100), low, high));
      break;
    case 3:
      value = CLAMP (g_rand_double_range (rand, 0, 10), low, high);
      break;
    default:
      value = low + g_rand_double (rand) * (high - low);
    }
  return positive && value <= low ? high : CLAMP (value, low, high);
}

static gint64
random_money (GRand *rand, const HrField *field)
{
  gint64 minor = (gint64) random_number (rand, field);

  return (field->flags & HR_FIELD_POSITIVE) != 0 ? MAX (minor, 1) : minor;
}

typedef struct
{
  GType type;
  GPtrArray *ids; /* (element-type utf8) */
} Targets;

static gboolean
collect_target_cb (gpointer item, gpointer data)
{
  const Targets *self = data;

  if (G_OBJECT_TYPE (item) == self->type)
    g_ptr_array_add (self->ids, (gpointer) hr_item_get_id (item));
  return TRUE;
}

static const char *
random_id (GRand *rand, HrPlan *plan, const HrField *field)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  hr_item_walk (plan, collect_target_cb, &(Targets) { field->type (), ids });
  return ids->len > 0 ? g_ptr_array_index (ids, g_rand_int (rand) % ids->len) : NULL;
}

static char **
random_ids (GRand *rand, HrPlan *plan, const HrField *field)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  HrList *list = hr_plan_get_list (plan, field->type ());

  for (guint i = 0; i < hr_list_get_n (list); i++)
    if (g_rand_boolean (rand))
      g_strv_builder_add (ids, hr_item_get_id (hr_list_get (list, i)));
  return g_strv_builder_end (ids);
}

static HrRule *
random_condition (GRand *rand)
{
  static const char *const fields[] = { HR_COLUMN_ARR, HR_COLUMN_NAME, "industry",
                                        "employees", "is_partner" };
  HrRuleOp op = (HrRuleOp) g_rand_int_range (rand, 0, HR_RULE_IS_EMPTY + 1);
  guint n = op == HR_RULE_IS_EMPTY ? 0
            : op == HR_RULE_IN     ? 1 + (guint) g_rand_int_range (rand, 0, 3)
                                   : 1;
  char *texts[3] = { NULL };
  HrRuleValue values[3] = { 0 };
  HrRule *rule;

  for (guint i = 0; i < n; i++)
    {
      texts[i] = random_text (rand);
      values[i].kind = HR_RULE_TEXT;
      values[i].text = texts[i];
      if (op >= HR_RULE_CONTAINS || g_rand_boolean (rand))
        continue;
      values[i] =
          (HrRuleValue) { .kind = HR_RULE_NUMBER,
                          .number = g_rand_int_range (rand, -100, 1000000) / 4.0 };
    }
  rule = hr_rule_new_condition (fields[g_rand_int_range (rand, 0, G_N_ELEMENTS (fields))],
                                op, values, n);
  for (guint i = 0; i < n; i++)
    g_free (texts[i]);
  return rule;
}

/**
 * hr_test_random_rule:
 * @rand: the dice
 * @depth: how deep it may nest below its root
 *
 * Makes a rule of any shape.
 */
HrRule *
hr_test_random_rule (GRand *rand, guint depth)
{
  HrRuleKind kind = (HrRuleKind) g_rand_int_range (rand, 0, HR_RULE_CONDITION + 1);
  guint n = kind == HR_RULE_NOT ? 1 : (guint) g_rand_int_range (rand, 0, 4);
  HrRule *children[3] = { NULL };
  HrRule *rule;

  if (depth == 0 || kind == HR_RULE_CONDITION)
    return random_condition (rand);

  for (guint i = 0; i < n; i++)
    children[i] = hr_test_random_rule (rand, depth - 1);
  rule = hr_rule_new_group (kind, children, n);
  for (guint i = 0; i < n; i++)
    hr_rule_unref (children[i]);
  return rule;
}

static void
add_random_cell (GRand *rand, HrColumnBuilder *builder, HrColumnType type)
{
  g_autofree char *text = random_text (rand);

  if (g_rand_int_range (rand, 0, 5) == 0)
    {
      hr_column_builder_add_missing (builder);
      return;
    }

  switch (type)
    {
    case HR_COLUMN_TEXT:
      hr_column_builder_add_text (builder, text, strlen (text));
      break;
    case HR_COLUMN_NUMBER:
      hr_column_builder_add_number (builder, g_rand_double_range (rand, -10, 1000));
      break;
    case HR_COLUMN_MONEY:
      hr_column_builder_add_money (builder, g_rand_int_range (rand, 0, 1000000000));
      break;
    case HR_COLUMN_DATE:
      hr_column_builder_add_days (builder, g_rand_int_range (rand, -1000, 30000));
      break;
    case HR_COLUMN_FLAG:
      hr_column_builder_add_flag (builder, g_rand_boolean (rand));
      break;
    default:
      g_assert_not_reached ();
    }
}

static HrColumn *
end_column (HrColumnBuilder *builder)
{
  g_autoptr (GError) error = NULL;
  HrColumn *column = hr_column_builder_end (builder, &error);

  g_assert_no_error (error);
  return column;
}

static HrColumn *
random_column (GRand *rand, const char *name, HrColumnType type, gsize n)
{
  HrColumnBuilder *builder = hr_column_builder_new (name, type);

  for (gsize row = 0; row < n; row++)
    add_random_cell (rand, builder, type);
  return end_column (builder);
}

static HrColumn *
numbered_ids (gsize n)
{
  HrColumnBuilder *builder = hr_column_builder_new (HR_COLUMN_ID, HR_COLUMN_TEXT);

  for (gsize row = 0; row < n; row++)
    {
      g_autofree char *id = g_strdup_printf ("A%" G_GSIZE_FORMAT, row + 1);

      hr_column_builder_add_text (builder, id, strlen (id));
    }
  return end_column (builder);
}

/**
 * hr_test_random_portfolio:
 * @rand: the dice
 * @n_accounts: how many accounts
 *
 * Makes a portfolio with all columns that the program knows and one more of each type;
 * every fifth cell is empty.
 */
HrPortfolio *
hr_test_random_portfolio (GRand *rand, gsize n_accounts)
{
  static const struct
  {
    const char *name;
    HrColumnType type;
  } kinds[] = {
    { HR_COLUMN_NAME, HR_COLUMN_TEXT },
    { HR_COLUMN_ARR, HR_COLUMN_MONEY },
    { HR_COLUMN_CURRENCY, HR_COLUMN_TEXT },
    { HR_COLUMN_RENEWAL_DATE, HR_COLUMN_DATE },
    { HR_COLUMN_CSM, HR_COLUMN_TEXT },
    { HR_COLUMN_PARENT_ID, HR_COLUMN_TEXT },
    { HR_COLUMN_REFERENCE_VALUE, HR_COLUMN_MONEY },
    { "industry", HR_COLUMN_TEXT },
    { "employees", HR_COLUMN_NUMBER },
    { "signed_on", HR_COLUMN_DATE },
    { "list price", HR_COLUMN_MONEY },
    { "is_partner", HR_COLUMN_FLAG },
  };
  HrColumn *columns[G_N_ELEMENTS (kinds) + 1];
  g_autoptr (GError) error = NULL;
  HrPortfolio *portfolio;

  columns[0] = numbered_ids (n_accounts);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    columns[i + 1] = random_column (rand, kinds[i].name, kinds[i].type, n_accounts);
  portfolio = hr_portfolio_new (columns, G_N_ELEMENTS (columns), "accounts.csv",
                                "2026-07-01T12:00:00Z", &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    hr_column_unref (columns[i]);
  return portfolio;
}

/**
 * hr_test_random_tags:
 * @rand: the dice
 * @type: a type of item
 *
 * Makes tags for some of the figures of a type.
 *
 * Returns: (transfer full) (nullable): the tags
 */
HrTags *
hr_test_random_tags (GRand *rand, GType type)
{
  HrTags *tags = NULL;
  guint n_fields;
  const HrField *fields = hr_item_type_get_fields (type, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      g_autofree char *source = random_text (rand);
      const HrTag tag = { (HrTagKind) g_rand_int_range (rand, 0, HR_TAG_BENCHMARK + 1),
                          g_rand_boolean (rand) ? source : NULL,
                          g_rand_boolean (rand) ? g_rand_int_range (rand, 1990, 2030)
                                                : 0 };
      g_autoptr (HrTags) before = tags;

      if ((fields[i].flags & HR_FIELD_FIGURE) != 0 && g_rand_int_range (rand, 0, 4) > 0)
        tags = hr_tags_with (before, fields[i].name, &tag);
      else
        tags = hr_tags_ref (before);
    }
  return tags;
}

/**
 * hr_test_random_value:
 * @rand: the dice
 * @plan: a plan, for what references may name
 * @field: a field, not a list and not the tags
 * @value: (out): uninitialised; takes a value that hr_field_check() accepts
 *
 * Makes a value that a field takes. A required reference is empty, and so not valid,
 * where the plan has nothing to refer to.
 */
void
hr_test_random_value (GRand *rand, HrPlan *plan, const HrField *field, GValue *value)
{
  gboolean open = (field->flags & HR_FIELD_OPTIONAL) != 0 && g_rand_int (rand) % 4 == 0;
  gboolean required = (field->flags & HR_FIELD_REQUIRED) != 0;

  g_value_init (value, hr_field_get_value_type (field));
  switch (field->kind)
    {
    case HR_FIELD_TEXT:
      g_value_take_string (value, !required && g_rand_int (rand) % 4 == 0 ? g_strdup ("")
                                  : (field->flags & HR_FIELD_DATE) != 0
                                      ? random_date (rand)
                                      : random_text (rand));
      break;
    case HR_FIELD_ENUM:
      g_value_set_enum (value, random_enum (rand, field->type ()));
      break;
    case HR_FIELD_FLAG:
      g_value_set_boolean (value, g_rand_boolean (rand));
      break;
    case HR_FIELD_INTEGER:
      g_value_set_int (
          value, g_rand_int_range (rand, (int) field->minimum, (int) field->maximum + 1));
      break;
    case HR_FIELD_NUMBER:
      g_value_set_double (value, open ? NAN : random_number (rand, field));
      break;
    case HR_FIELD_MONEY:
      g_value_set_int64 (value, open ? HR_MONEY_NONE : random_money (rand, field));
      break;
    case HR_FIELD_REF:
      if (required || g_rand_int (rand) % 4 > 0)
        g_value_set_string (value, random_id (rand, plan, field));
      break;
    case HR_FIELD_REFS:
      g_value_take_boxed (value, random_ids (rand, plan, field));
      break;
    case HR_FIELD_RULE:
      g_value_take_boxed (value, hr_test_random_rule (rand, 3));
      break;
    case HR_FIELD_PORTFOLIO:
      g_value_take_object (value, hr_test_random_portfolio (rand, g_rand_int (rand) % 9));
      break;
    case HR_FIELD_TAGS:
    case HR_FIELD_LIST:
    default:
      g_assert_not_reached ();
    }
}

/**
 * hr_test_random_item:
 * @rand: the dice
 * @plan: a plan, for what references may name
 * @type: a type of item
 *
 * Makes an item with random values and up to two of each that it owns, not yet in the
 * plan.
 */
gpointer
hr_test_random_item (GRand *rand, HrPlan *plan, GType type)
{
  gpointer item = hr_item_new (type, NULL);
  g_autoptr (HrTags) tags = hr_test_random_tags (rand, type);
  guint n_fields;
  const HrField *fields = hr_item_type_get_fields (type, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;

      if (fields[i].kind == HR_FIELD_LIST)
        {
          for (guint n = g_rand_int (rand) % 3; n > 0; n--)
            {
              g_autoptr (HrItem) owned =
                  hr_test_random_item (rand, plan, fields[i].type ());

              hr_list_append (hr_item_get_list (item, &fields[i]), owned);
            }
          continue;
        }
      hr_test_random_value (rand, plan, &fields[i], &value);
      if (hr_field_check (&fields[i], &value, NULL))
        g_object_set_property (item, fields[i].name, &value);
    }
  g_object_set (item, "tags", tags, NULL);
  return item;
}

typedef struct
{
  GRand *rand;
  HrPlan *plan;
} Disturbance;

static gboolean
disturb_cb (gpointer item, gpointer data)
{
  const Disturbance *self = data;
  guint n_fields;
  const HrField *fields = hr_item_type_get_fields (G_OBJECT_TYPE (item), &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;

      if ((fields[i].kind != HR_FIELD_NUMBER && fields[i].kind != HR_FIELD_MONEY &&
           fields[i].kind != HR_FIELD_ENUM) ||
          g_rand_boolean (self->rand))
        continue;
      hr_test_random_value (self->rand, self->plan, &fields[i], &value);
      g_object_set_property (item, fields[i].name, &value);
    }
  return TRUE;
}

/**
 * hr_test_disturb:
 * @rand: the dice
 * @plan: the plan that has it
 * @root: an item
 *
 * Sets half of the numbers, money and choices of an item, and of all it owns, to anything
 * that the fields take, at their bounds and left open too, and keeps all else.
 */
void
hr_test_disturb (GRand *rand, HrPlan *plan, HrItem *root)
{
  Disturbance disturbance = { rand, plan };

  hr_item_walk (root, disturb_cb, &disturbance);
}
