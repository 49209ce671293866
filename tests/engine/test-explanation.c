/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-engine.h"

#include <string.h>

#include "hr-explanation.h"

/* ---- A reader of formulas ----
 *
 * It knows the words of arithmetic and nothing of figures: every other word must be the
 * label of an input, whose value it takes. So a formula that says one thing while the
 * engine does another cannot pass. */

typedef struct
{
  const HrExplanation *explanation;
  const char *at;
} Reader;

static double read_sum (Reader *self);

static gboolean
skip (Reader *self, const char *word)
{
  if (!g_str_has_prefix (self->at, word))
    return FALSE;
  self->at += strlen (word);
  return TRUE;
}

static double
read_label (Reader *self)
{
  const HrInput *found = NULL;

  for (guint i = 0; i < self->explanation->n_inputs; i++)
    {
      const HrInput *input = &self->explanation->inputs[i];

      if (!input->is_name && g_str_has_prefix (self->at, input->label) &&
          (found == NULL || strlen (input->label) > strlen (found->label)))
        found = input;
    }
  if (found == NULL)
    g_error ("“%s” has no input for “%s”", self->explanation->formula, self->at);
  self->at += strlen (found->label);
  return found->value;
}

static double
read_factor (Reader *self)
{
  char *end;
  double value;

  if (skip (self, "("))
    {
      value = read_sum (self);
      g_assert_true (skip (self, ")"));
      return value;
    }
  if (!g_ascii_isdigit (*self->at))
    return read_label (self);

  value = g_ascii_strtod (self->at, &end);
  self->at = end;
  return value;
}

static double
read_product (Reader *self)
{
  double value = read_factor (self);

  for (;;)
    if (skip (self, " × "))
      value *= read_factor (self);
    else if (skip (self, " ÷ "))
      value /= read_factor (self);
    else
      return value;
}

static double
read_sum (Reader *self)
{
  double value = read_product (self);

  for (;;)
    if (skip (self, " + "))
      value += read_product (self);
    else if (skip (self, " − "))
      value -= read_product (self);
    else
      return value;
}

static double
read_largest (Reader *self)
{
  double value = read_sum (self);

  while (skip (self, ", ") || skip (self, " and "))
    {
      double next = read_sum (self);

      value = isnan (next) || next > value ? next : value;
    }
  return value;
}

/* Of what has a name, or of all. */
static double
add_up (const HrExplanation *explanation, gboolean named, gboolean rounded)
{
  double sum = 0;

  for (guint i = 0; i < explanation->n_inputs; i++)
    {
      const HrInput *input = &explanation->inputs[i];

      if (input->is_name || !named)
        sum += rounded ? ceil (input->value - 1e-9) : input->value;
    }
  return sum;
}

static double
read_formula (const HrExplanation *explanation)
{
  Reader reader = { explanation, explanation->formula };
  double value;

  if (g_str_equal (reader.at, "as entered"))
    return add_up (explanation, FALSE, FALSE);
  if (g_str_equal (reader.at, "no customers need no people"))
    return add_up (explanation, FALSE, FALSE); /* the customers, of whom there are 0 */
  if (g_str_equal (reader.at, "the most that any limit asks for"))
    return NAN;
  if (g_str_has_prefix (reader.at, "the sum of "))
    return add_up (explanation, TRUE, FALSE);
  if (g_str_has_prefix (reader.at, "people needed, rounded up "))
    return add_up (explanation, FALSE, TRUE);

  if (!skip (&reader, "the larger of "))
    skip (&reader, "the largest of ");
  value = read_largest (&reader);
  g_assert_cmpstr (reader.at, ==, "");
  return value;
}

/* ---- Every figure of a plan ---- */

static void
check_inputs (const HrExplanation *explanation)
{
  for (guint i = 0; i < explanation->n_inputs; i++)
    {
      const HrInput *input = &explanation->inputs[i];

      g_assert_cmpstr (input->label, !=, "");
      g_assert_false (isinf (input->value));
      if (input->property != NULL)
        {
          g_assert_nonnull (hr_item_find_field (input->item, input->property));
          g_assert_false (input->is_computed);
        }
      if (input->is_name)
        g_assert_cmpstr (input->label, ==, hr_item_get_name (input->item));
      if (input->is_default)
        g_assert_null (hr_tags_get (hr_item_get_tags (input->item), input->property));
    }
}

static guint
check (HrExplanation *explanation)
{
  g_assert_cmpstr (explanation->label, !=, "");
  g_assert_cmpint (isnan (explanation->result), ==,
                   explanation->reason != HR_REASON_NONE);
  g_assert_false (isinf (explanation->result));
  check_inputs (explanation);

  /* Hours that sum up to nothing are no answer. */
  if (explanation->reason != HR_REASON_NO_WORKLOAD &&
      explanation->reason != HR_REASON_NO_JOURNEY && !isnan (explanation->result))
    assert_close (read_formula (explanation), explanation->result);
  hr_explanation_free (explanation);
  return 1;
}

static guint
check_segment (const HrCapacity *capacity, const HrSegmentCapacity *segment)
{
  static const HrFigure of_segment[] = {
    HR_FIGURE_WORKLOAD_HOURS,
    HR_FIGURE_FTE,
    HR_FIGURE_TOP_DOWN_FTE,
    HR_FIGURE_ARR_PER_FTE,
    HR_FIGURE_HEADCOUNT,
    HR_FIGURE_GAP,
    HR_FIGURE_COST,
    HR_FIGURE_COST_PER_CUSTOMER,
    HR_FIGURE_COST_SHARE_OF_ARR,
  };
  static const HrFigure of_need[] = { HR_FIGURE_WORKLOAD_HOURS,
                                      HR_FIGURE_CUSTOMERS_PER_FTE, HR_FIGURE_FTE,
                                      HR_FIGURE_COST };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (of_segment); i++)
    n += check (hr_explanation_new (capacity, of_segment[i], segment->segment, NULL));
  for (guint i = 0; i < segment->n_needs; i++)
    for (guint j = 0; j < G_N_ELEMENTS (of_need); j++)
      n += check (hr_explanation_new (capacity, of_need[j], segment->segment,
                                      segment->needs[i].role));
  for (guint i = 0;
       segment->journey != NULL && i < hr_list_get_n (segment->journey->touchpoints); i++)
    n += check (hr_explanation_new_for_touchpoint (
        capacity, segment->segment, hr_list_get (segment->journey->touchpoints, i)));
  return n;
}

static guint
check_all (const HrCapacity *capacity)
{
  static const HrFigure of_role[] = { HR_FIGURE_AVAILABLE_HOURS, HR_FIGURE_FTE,
                                      HR_FIGURE_HEADCOUNT,       HR_FIGURE_GAP,
                                      HR_FIGURE_HEADS,           HR_FIGURE_COST };
  static const HrFigure of_plan[] = { HR_FIGURE_FTE,  HR_FIGURE_HEADCOUNT,
                                      HR_FIGURE_GAP,  HR_FIGURE_HEADS,
                                      HR_FIGURE_COST, HR_FIGURE_COST_SHARE_OF_ARR };
  guint n = 0;

  for (guint i = 0; i < hr_capacity_get_n_segments (capacity); i++)
    n += check_segment (capacity, hr_capacity_get_segment (capacity, i));
  for (guint i = 0; i < hr_capacity_get_n_roles (capacity); i++)
    for (guint j = 0; j < G_N_ELEMENTS (of_role); j++)
      n += check (hr_explanation_new (capacity, of_role[j], NULL,
                                      hr_capacity_get_role (capacity, i)->role));
  for (guint i = 0; i < G_N_ELEMENTS (of_plan); i++)
    n += check (hr_explanation_new (capacity, of_plan[i], NULL, NULL));
  return n;
}

static void
test_any_plan (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  for (guint n = 0; n < 50; n++)
    {
      g_autoptr (HrPlan) plan = hr_test_plan_new_any (rand);
      g_autoptr (HrCapacity) capacity = compute (plan);

      g_assert_cmpuint (check_all (capacity), >, 20);
    }
}

/* Each figure of a plan that somebody has filled with whatever fields take, bounds and
 * left-open ones among them: an answer or a reason, and never an infinity. */
static void
test_hostile_plan (void)
{
  static const char *const lists[] = { "roles", "segments", "journeys" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);

  for (guint n = 0; n < 300; n++)
    {
      g_autoptr (HrPlan) plan = hr_test_plan_new_any (rand);
      g_autoptr (HrCapacity) capacity = NULL;

      for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
        {
          g_autoptr (HrList) list = NULL;

          g_object_get (plan, lists[i], &list, NULL);
          for (guint j = 0; j < hr_list_get_n (list); j++)
            hr_test_disturb (rand, plan, hr_list_get (list, j));
        }
      capacity = compute (plan);
      check_all (capacity);
    }
}

/* ---- The worked example, figure by figure ---- */

static const struct
{
  HrFigure figure;
  gboolean of_segment;
  gboolean of_role;
  double result;
  HrUnit unit;
  guint n_inputs;
} EXAMPLES[] = {
  { HR_FIGURE_AVAILABLE_HOURS, FALSE, TRUE, 1065.05, HR_UNIT_HOURS, 4 },
  { HR_FIGURE_WORKLOAD_HOURS, TRUE, TRUE, 637.0 / 6, HR_UNIT_HOURS_PER_CUSTOMER, 9 },
  { HR_FIGURE_WORKLOAD_HOURS, TRUE, FALSE, 637.0 / 6, HR_UNIT_HOURS_PER_CUSTOMER, 1 },
  { HR_FIGURE_CUSTOMERS_PER_FTE, TRUE, TRUE, 6390.3 / 637, HR_UNIT_CUSTOMERS, 2 },
  { HR_FIGURE_FTE, TRUE, TRUE, 5096 / 1065.05, HR_UNIT_PEOPLE, 3 },
  { HR_FIGURE_FTE, TRUE, FALSE, 5096 / 1065.05, HR_UNIT_PEOPLE, 1 },
  { HR_FIGURE_FTE, FALSE, TRUE, 5096 / 1065.05, HR_UNIT_PEOPLE, 1 },
  { HR_FIGURE_FTE, FALSE, FALSE, 5096 / 1065.05, HR_UNIT_PEOPLE, 1 },
  { HR_FIGURE_TOP_DOWN_FTE, TRUE, FALSE, 16, HR_UNIT_PEOPLE, 2 },
  { HR_FIGURE_ARR_PER_FTE, TRUE, FALSE, 32e6 * 1065.05 / 5096, HR_UNIT_MONEY, 2 },
  { HR_FIGURE_HEADCOUNT, TRUE, FALSE, 4, HR_UNIT_PEOPLE, 1 },
  { HR_FIGURE_HEADCOUNT, FALSE, TRUE, 4, HR_UNIT_PEOPLE, 1 },
  { HR_FIGURE_HEADCOUNT, FALSE, FALSE, 4, HR_UNIT_PEOPLE, 1 },
  { HR_FIGURE_GAP, TRUE, FALSE, 4 - 5096 / 1065.05, HR_UNIT_PEOPLE, 2 },
  { HR_FIGURE_GAP, FALSE, TRUE, 4 - 5096 / 1065.05, HR_UNIT_PEOPLE, 2 },
  { HR_FIGURE_GAP, FALSE, FALSE, 4 - 5096 / 1065.05, HR_UNIT_PEOPLE, 2 },
  { HR_FIGURE_HEADS, FALSE, TRUE, 5, HR_UNIT_HEADS, 1 },
  { HR_FIGURE_HEADS, FALSE, FALSE, 5, HR_UNIT_HEADS, 1 },
  { HR_FIGURE_COST, TRUE, TRUE, 182000 * 5096 / 1065.05, HR_UNIT_MONEY, 3 },
  { HR_FIGURE_COST, TRUE, FALSE, 182000 * 5096 / 1065.05, HR_UNIT_MONEY, 1 },
  { HR_FIGURE_COST, FALSE, TRUE, 182000 * 5096 / 1065.05, HR_UNIT_MONEY, 3 },
  { HR_FIGURE_COST, FALSE, FALSE, 182000 * 5096 / 1065.05, HR_UNIT_MONEY, 1 },
  { HR_FIGURE_COST_PER_CUSTOMER, TRUE, FALSE, 182000 * 637.0 / 6 / 1065.05, HR_UNIT_MONEY,
    2 },
  { HR_FIGURE_COST_SHARE_OF_ARR, TRUE, FALSE, 182000 * 5096 / 1065.05 / 32e6,
    HR_UNIT_SHARE, 2 },
  { HR_FIGURE_COST_SHARE_OF_ARR, FALSE, FALSE, 182000 * 5096 / 1065.05 / 32e6,
    HR_UNIT_SHARE, 2 },
};

static void
test_worked_example (void)
{
  g_autoptr (HrPlan) plan = hr_test_plan_new_worked_example ();
  g_autoptr (HrCapacity) capacity = compute (plan);

  for (guint i = 0; i < G_N_ELEMENTS (EXAMPLES); i++)
    {
      g_autoptr (HrExplanation) made = hr_explanation_new (
          capacity, EXAMPLES[i].figure,
          EXAMPLES[i].of_segment ? hr_list_get (plan->segments, 0) : NULL,
          EXAMPLES[i].of_role ? hr_list_get (plan->roles, 0) : NULL);

      g_test_message ("%s: %s", made->label, made->formula);
      g_assert_cmpint (made->figure, ==, EXAMPLES[i].figure);
      g_assert_cmpint (made->unit, ==, EXAMPLES[i].unit);
      g_assert_cmpint (made->reason, ==, HR_REASON_NONE);
      g_assert_cmpuint (made->n_inputs, ==, EXAMPLES[i].n_inputs);
      assert_close (made->result, EXAMPLES[i].result);
      assert_close (read_formula (made), made->result);
    }
  g_assert_cmpuint (check_all (capacity), ==, 9 + 4 + 9 + 6 + 6);
}

/* ---- Why there is no answer ---- */

static void
expect_reason (Simple *simple, HrFigure figure, gboolean of_role, HrReason reason)
{
  g_autoptr (HrCapacity) capacity = compute (simple->plan);
  g_autoptr (HrExplanation) made = hr_explanation_new (capacity, figure, simple->segment,
                                                       of_role ? simple->role : NULL);

  g_assert_cmpint (made->reason, ==, reason);
  g_assert_cmpint (isnan (made->result), ==, reason != HR_REASON_NONE);
}

static const struct
{
  const char *name;
  const char *property; /* of the segment, and its value */
  double value;
  HrFigure figure;
  gboolean of_role;
  HrReason reason;
} REASONS[] = {
  { "customers per FTE of nobody's hours", "complexity", 0, HR_FIGURE_CUSTOMERS_PER_FTE,
    TRUE, HR_REASON_NO_WORKLOAD },
  { "no customers", "customers", 0, HR_FIGURE_FTE, TRUE, HR_REASON_NONE },
  { "cost of no customers", "customers", 0, HR_FIGURE_COST_PER_CUSTOMER, FALSE,
    HR_REASON_ZERO_CUSTOMERS },
  { "cost of customers not given", "customers", NAN, HR_FIGURE_COST_PER_CUSTOMER, FALSE,
    HR_REASON_NO_CUSTOMERS_GIVEN },
  { "share of no ARR", "arr", 0, HR_FIGURE_COST_SHARE_OF_ARR, FALSE, HR_REASON_ZERO_ARR },
  { "share of ARR not given", "arr", NAN, HR_FIGURE_COST_SHARE_OF_ARR, FALSE,
    HR_REASON_NO_ARR_GIVEN },
  { "ARR not given per FTE", "arr", NAN, HR_FIGURE_ARR_PER_FTE, FALSE,
    HR_REASON_NO_ARR_GIVEN },
  { "ARR per nobody", "customers", 0, HR_FIGURE_ARR_PER_FTE, FALSE,
    HR_REASON_ZERO_PEOPLE },
  { "no limit", "headcount", 1, HR_FIGURE_TOP_DOWN_FTE, FALSE, HR_REASON_NO_LIMIT },
  { "gap to people who are not known", "customers", NAN, HR_FIGURE_GAP, FALSE,
    HR_REASON_NO_CUSTOMERS_GIVEN },
};

static void
test_reason (gconstpointer data)
{
  const typeof (REASONS[0]) *row = data;
  Simple simple;

  simple_init (&simple);
  hr_test_set (simple.segment, row->property, row->value);
  expect_reason (&simple, row->figure, row->of_role, row->reason);
  simple_clear (&simple);
}

static void
test_reason_of_role (void)
{
  Simple simple;

  simple_init (&simple);
  hr_test_set (simple.role, "realisation", 0);
  expect_reason (&simple, HR_FIGURE_CUSTOMERS_PER_FTE, TRUE,
                 HR_REASON_NO_AVAILABLE_HOURS);
  hr_test_set (simple.role, "realisation", 1);
  hr_test_set (simple.touchpoint, "delivery-minutes", 1e-320);
  expect_reason (&simple, HR_FIGURE_CUSTOMERS_PER_FTE, TRUE, HR_REASON_OVERFLOW);
  simple_clear (&simple);
}

static void
test_reason_of_totals (void)
{
  Simple simple;

  simple_init (&simple);
  hr_test_set (simple.segment, "arr", NAN);
  {
    g_autoptr (HrCapacity) capacity = compute (simple.plan);
    g_autoptr (HrExplanation) made =
        hr_explanation_new (capacity, HR_FIGURE_COST_SHARE_OF_ARR, NULL, NULL);

    g_assert_cmpint (made->reason, ==, HR_REASON_SEGMENT_WITHOUT_ANSWER);
  }
  simple_clear (&simple);
}

/* ---- Where inputs came from ---- */

static const HrInput *
find_input (const HrExplanation *explanation, const char *label)
{
  for (guint i = 0; i < explanation->n_inputs; i++)
    if (g_str_equal (explanation->inputs[i].label, label))
      return &explanation->inputs[i];
  g_error ("no %s", label);
}

static void
test_tags (void)
{
  const HrTag benchmark = { HR_TAG_BENCHMARK, "A survey", 2025 };
  g_autoptr (HrTags) tags = hr_tags_with (NULL, "leave-hours", &benchmark);
  HrExplanation *made;
  Simple simple;
  const HrInput *input;

  simple_init (&simple);
  g_object_set (simple.role, "leave-hours", 200.0, "tags", tags, NULL);
  {
    g_autoptr (HrCapacity) capacity = compute (simple.plan);

    made = hr_explanation_new (capacity, HR_FIGURE_AVAILABLE_HOURS, NULL, simple.role);
  }
  g_object_set (simple.role, "tags", NULL, NULL); /* it keeps what it says */

  input = find_input (made, "leave hours per year");
  g_assert_true (input->item == HR_ITEM (simple.role));
  g_assert_cmpstr (input->property, ==, "leave-hours");
  g_assert_cmpint (input->tag.kind, ==, HR_TAG_BENCHMARK);
  g_assert_cmpstr (input->tag.source, ==, "A survey");
  g_assert_cmpint (input->tag.year, ==, 2025);
  g_assert_false (input->is_default); /* 200 is the default, but meant */
  g_assert_false (input->is_computed);

  input = find_input (made, "paid hours per year");
  g_assert_cmpint (input->tag.kind, ==, HR_TAG_ASSUMED);
  g_assert_null (input->tag.source);
  g_assert_false (input->is_default); /* 1,000 was typed */
  g_assert_true (find_input (made, "realisation")->is_default);

  simple_clear (&simple);
  hr_explanation_free (made);
}

static HrPortfolio *
one_account (gint64 arr)
{
  g_autoptr (HrColumnBuilder) ids = hr_column_builder_new (HR_COLUMN_ID, HR_COLUMN_TEXT);
  g_autoptr (HrColumnBuilder) money =
      hr_column_builder_new (HR_COLUMN_ARR, HR_COLUMN_MONEY);
  HrColumn *columns[2];
  HrPortfolio *portfolio;

  hr_column_builder_add_text (ids, "A1", 2);
  hr_column_builder_add_money (money, arr);
  columns[0] = hr_column_builder_end (g_steal_pointer (&ids), NULL);
  columns[1] = hr_column_builder_end (g_steal_pointer (&money), NULL);
  portfolio = hr_portfolio_new (columns, 2, "crm.csv", "2026-07-01", NULL);
  hr_column_unref (columns[0]);
  hr_column_unref (columns[1]);
  return portfolio;
}

static void
test_counted (void)
{
  g_autoptr (HrPortfolio) portfolio = one_account (5000000);
  g_autoptr (HrRule) rule = hr_rule_new_everything ();
  Simple simple;

  simple_init (&simple);
  g_object_set (simple.plan, "portfolio", portfolio, NULL);
  g_object_set (simple.segment, "rule", rule, "source", HR_SEGMENT_ACCOUNTS, NULL);
  hr_test_set (simple.segment, "limits-arr-per-fte", 10000);
  hr_test_set (simple.segment, "limits-customers-per-fte", 10);
  {
    g_autoptr (HrCapacity) capacity = compute (simple.plan);
    g_autoptr (HrExplanation) made =
        hr_explanation_new (capacity, HR_FIGURE_TOP_DOWN_FTE, simple.segment, NULL);
    const HrInput *arr = find_input (made, "ARR");
    const HrInput *customers = find_input (made, "customers");

    assert_close (made->result, 5);
    assert_close (arr->value, 50000);
    assert_close (customers->value, 1);
    g_assert_cmpint (arr->tag.kind, ==, HR_TAG_MEASURED);
    g_assert_cmpstr (arr->tag.source, ==, "crm.csv");
    g_assert_cmpint (customers->tag.kind, ==, HR_TAG_MEASURED);
    g_assert_cmpstr (customers->tag.source, ==, "crm.csv");
    g_assert_true (customers->item == HR_ITEM (simple.segment));
    g_assert_null (customers->property); /* nothing to edit */
    g_assert_false (customers->is_default || customers->is_computed);
  }
  simple_clear (&simple);
}

/* All ways in which hours can be made of times, and people of limits. */
static void
test_formulas (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (GHashTable) formulas = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint n = 0; n < 100; n++)
    {
      g_autoptr (HrPlan) plan = hr_test_plan_new_any (rand);
      HrSegment *segment = hr_list_get (plan->segments, 0);
      g_autoptr (HrCapacity) capacity = NULL;
      g_autoptr (HrExplanation) made = NULL;

      if ((n & 1) != 0)
        hr_test_set (segment, "limits-arr-per-fte", NAN);
      if ((n & 2) != 0)
        hr_test_set (segment, "limits-customers-per-fte", NAN);
      if ((n & 4) != 0)
        hr_test_set (segment, "limits-new-customers-per-month-per-fte", NAN);
      capacity = compute (plan);
      check_all (capacity);
      made = hr_explanation_new (capacity, HR_FIGURE_TOP_DOWN_FTE, segment, NULL);
      g_hash_table_add (formulas, (gpointer) made->formula);
    }
  g_assert_cmpuint (g_hash_table_size (formulas), ==, 8);
}

static void
test_no_such_figure (void)
{
  Simple simple;
  HrRole *other;

  simple_init (&simple);
  other = hr_test_add (simple.plan->roles, "other", "name", "Other", NULL);
  {
    g_autoptr (HrCapacity) capacity = compute (simple.plan);

    g_assert_null (hr_explanation_new (capacity, HR_FIGURE_FTE, simple.segment, other));
  }
  simple_clear (&simple);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/explanation/worked-example", test_worked_example);
  g_test_add_func ("/engine/explanation/any-plan", test_any_plan);
  g_test_add_func ("/engine/explanation/hostile-plan", test_hostile_plan);
  g_test_add_func ("/engine/explanation/formulas", test_formulas);
  ADD_TABLE ("/engine/explanation/reason", REASONS, test_reason)
  g_test_add_func ("/engine/explanation/reason-of-role", test_reason_of_role);
  g_test_add_func ("/engine/explanation/reason-of-totals", test_reason_of_totals);
  g_test_add_func ("/engine/explanation/tags", test_tags);
  g_test_add_func ("/engine/explanation/counted", test_counted);
  g_test_add_func ("/engine/explanation/no-such-figure", test_no_such_figure);

  return g_test_run ();
}
