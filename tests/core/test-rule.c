/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "hr-error.h"
#include "hr-rule.h"
#include "hr-test-plan.h"

#define N_RANDOM 20000

static HrRule *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  HrRule *rule = hr_rule_parse (text, &error);

  g_assert_no_error (error);
  g_assert_nonnull (rule);
  return rule;
}

/* Texts that are read as another one is. */
static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    const char *canonical;
  } cases[] = {
    { "arr >= 250000", "arr >= 250000" },
    { "arr>=250000 and trial=true", "arr >= 250000 and trial = true" },
    { "  a=1  ", "a = 1" },
    { "a = 1 OR b = 2 And c = 3", "a = 1 or (b = 2 and c = 3)" },
    { "a = 1 and b = 2 and c = 3", "a = 1 and b = 2 and c = 3" },
    { "a = 1 and (b = 2 and c = 3)", "a = 1 and (b = 2 and c = 3)" },
    { "(a = 1 and b = 2) and c = 3", "(a = 1 and b = 2) and c = 3" },
    { "((a = 1))", "a = 1" },
    { "all()", "all()" },
    { "any()", "any()" },
    { "ANY( )", "any()" },
    { "all(a = 1)", "all(a = 1)" },
    { "any(a = 1, b = 2)", "a = 1 or b = 2" },
    { "all(a = 1, b = 2 or c = 3)", "a = 1 and (b = 2 or c = 3)" },
    { "not a = 1 and b = 2", "not a = 1 and b = 2" },
    { "not (a = 1 and b = 2)", "not (a = 1 and b = 2)" },
    { "not not a = 1", "not not a = 1" },
    { "not any()", "not any()" },
    { "industry in (\"Retail\", 'Bank')", "industry in (\"Retail\", \"Bank\")" },
    { "industry in ()", "industry in ()" },
    { "x in (1, true, \"t\", FALSE)", "x in (1, true, \"t\", false)" },
    { "end_date is-empty", "end_date is-empty" },
    { "end_date IS-EMPTY", "end_date is-empty" },
    { "name starts-with \"A\"", "name starts-with \"A\"" },
    { "note contains \"x\"", "note contains \"x\"" },
    { "renewal_date < 2027-03-31", "renewal_date < \"2027-03-31\"" },
    { "[Annual Revenue] > -1.5e3", "[Annual Revenue] > -1500" },
    { "[a] = 1", "a = 1" },
    { "[and] = 1", "[and] = 1" },
    { "[a\\]b] = 1", "[a\\]b] = 1" },
    { "[] = \"\"", "[] = \"\"" },
    { "größe = 1", "[größe] = 1" },
    { "a-b = 1", "[a-b] = 1" },
    { "[9a] = 1", "[9a] = 1" },
    { "a.b = .5", "a.b = 0.5" },
    { "a = 0.1", "a = 0.1" },
    { "a = 0.30000000000000004", "a = 0.30000000000000004" },
    { "a = 1e300", "a = 1e+300" },
    { "a = \"q\\\"b\\\\n\\n\\t\\r\"", "a = \"q\\\"b\\\\n\\n\\t\\r\"" },
    { "a = 'it\\'s \"so\"'", "a = \"it's \\\"so\\\"\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HrRule) rule = parse (cases[i].text);
      g_autoptr (HrRule) again = parse (cases[i].canonical);
      g_autofree char *text = hr_rule_to_text (rule);

      g_assert_cmpstr (text, ==, cases[i].canonical);
      g_assert_true (hr_rule_equal (rule, again));
    }
}

static void
test_round_trip (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());

  for (guint i = 0; i < N_RANDOM; i++)
    {
      g_autoptr (HrRule) rule =
          hr_test_random_rule (rand, (guint) g_rand_int_range (rand, 0, 6));
      g_autofree char *text = hr_rule_to_text (rule);
      g_autoptr (HrRule) again = parse (text);
      g_autofree char *same = hr_rule_to_text (again);

      g_assert_true (hr_rule_equal (rule, again));
      g_assert_cmpstr (text, ==, same);
    }
}

static const struct
{
  const char *text;
  const char *message;
} ERRORS[] = {
  { "", "The rule ends too early: a field is expected here." },
  { "  ", "The rule ends too early: a field is expected here." },
  { "arr", "The rule ends too early: a comparison such as =, >= or contains is "
           "expected here." },
  { "arr >=", "The rule ends too early: a number, a text in quotes, true or false is "
              "expected here." },
  { "arr == 1", "Character 5 of the rule, “==”: a comparison such as =, >= or contains "
                "is expected here." },
  { "arr like 1", "Character 5 of the rule, “like”: a comparison such as =, >= or "
                  "contains is expected here." },
  { "größe = x", "Character 9 of the rule, “x”: a number, a text in quotes, true or "
                 "false is expected here." },
  { "a = 1 b = 2", "Character 7 of the rule, “b”: and, or, or the end of the rule is "
                   "expected here." },
  { "a = 1)", "Character 6 of the rule, “)”: and, or, or the end of the rule is "
              "expected here." },
  { "(a = 1", "The rule ends too early: and, or, or a closing parenthesis is expected "
              "here." },
  { "(a = 1, b = 2)", "Character 7 of the rule, “,”: and, or, or a closing parenthesis "
                      "is expected here." },
  { "()", "Character 2 of the rule, “)”: a field is expected here." },
  { "a = 1 and", "The rule ends too early: a field is expected here." },
  { "and = 1", "Character 1 of the rule, “and”: a field is expected here." },
  { "True = 1", "Character 1 of the rule, “True”: a field is expected here." },
  { "1 = a", "Character 1 of the rule, “1”: a field is expected here." },
  { "all a = 1", "Character 5 of the rule, “a”: a list of rules in parentheses is "
                 "expected here." },
  { "all(a = 1,)", "Character 11 of the rule, “)”: a field is expected here." },
  { "not", "The rule ends too early: a field is expected here." },
  { "a in 1", "Character 6 of the rule, “1”: a list in parentheses is expected here." },
  { "a in (1", "The rule ends too early: a comma or a closing parenthesis is expected "
               "here." },
  { "a in (1 2)", "Character 9 of the rule, “2”: a comma or a closing parenthesis is "
                  "expected here." },
  { "a in (1,)", "Character 9 of the rule, “)”: a number, a text in quotes, true or "
                 "false is expected here." },
  { "a is-empty 1", "Character 12 of the rule, “1”: and, or, or the end of the rule is "
                    "expected here." },
  { "a = \"x", "Character 5 of the rule, “\"x”: this is never closed." },
  { "a = \"x\\", "Character 5 of the rule, “\"x\\”: this is never closed." },
  { "[a = 1", "Character 1 of the rule, “[a = 1”: this is never closed." },
  { "a = 1e999", "Character 5 of the rule, “1e999”: this is not a number." },
  { "a = 0x10", "Character 5 of the rule, “0x10”: this is not a number." },
  { "a = 1,5", "Character 6 of the rule, “,”: and, or, or the end of the rule is "
               "expected here." },
  { "a = 12and b = 1", "Character 5 of the rule, “12and”: this is not a number." },
  { "a = -", "Character 5 of the rule, “-”: this is not a number." },
  { "a = -inf", "Character 5 of the rule, “-inf”: this is not a number." },
  { "a = 2027-02-30", "Character 5 of the rule, “2027-02-30”: this is not a number." },
  { "a = 1; b", "Character 6 of the rule, “;”: this cannot stand in a rule outside "
                "quotes." },
  { "a = 12345678901234567890123456789012345678901234567890x",
    "Character 5 of the rule, “1234567890123456789012345678901234567890”: this is not "
    "a number." },
  { "a = \"\xff\"", "The rule is not UTF-8 text." },
};

static void
test_errors (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (ERRORS); i++)
    {
      g_autoptr (GError) error = NULL;
      HrRule *rule = hr_rule_parse (ERRORS[i].text, &error);

      g_assert_null (rule);
      g_assert_error (error, HR_ERROR, HR_ERROR_SYNTAX);
      g_assert_cmpstr (error->message, ==, ERRORS[i].message);
    }
}

/* Whatever people or files bring, it is a rule or an error. */
static void
test_garbage (void)
{
  static const char *const pieces[] = {
    "a",  "b.c",  " ",    "(",        ")", ",",    "and ", "or",   "not",
    "in", "all(", "any(", "is-empty", "=", ">=",   "1",    "-2.5", "\"x\"",
    "'",  "[",    "]",    "\\",       "é", "true", "\n"
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());

  for (guint i = 0; i < N_RANDOM; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (HrRule) rule = NULL;

      for (gint32 n = g_rand_int_range (rand, 0, 20); n > 0; n--)
        g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      rule = hr_rule_parse (text->str, &error);
      g_assert_true ((rule == NULL) == (error != NULL));
    }
}

static char *
nested (const char *open, guint n, const char *inside, const char *close)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, open);
  g_string_append (text, inside);
  for (guint i = 0; i < n; i++)
    g_string_append (text, close);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
test_depth (void)
{
  static const struct
  {
    const char *open;
    const char *close;
    guint n; /* how often it nests at most */
  } cases[] = {
    { "(", ")", HR_RULE_MAX_DEPTH - 1 },
    { "not ", "", HR_RULE_MAX_DEPTH - 1 },
    { "all(", ")", HR_RULE_MAX_DEPTH - 1 },
    { "a = 1 or (", ")", HR_RULE_MAX_DEPTH - 1 },
    { "a = 1 or b = 2 and (", ")", (HR_RULE_MAX_DEPTH - 1) / 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const guint too_deep[] = { cases[i].n + 1, 100000 };
      g_autofree char *text = nested (cases[i].open, cases[i].n, "a = 1", cases[i].close);
      g_autoptr (HrRule) rule = parse (text);

      g_assert_cmpuint (hr_rule_get_depth (rule), <=, HR_RULE_MAX_DEPTH);
      for (guint k = 0; k < G_N_ELEMENTS (too_deep); k++)
        {
          g_autofree char *deep =
              nested (cases[i].open, too_deep[k], "a = 1", cases[i].close);
          g_autoptr (GError) error = NULL;

          g_assert_null (hr_rule_parse (deep, &error));
          g_assert_error (error, HR_ERROR, HR_ERROR_SYNTAX);
          g_assert_nonnull (strstr (error->message, "too deeply"));
        }
    }
}

/* The deepest tree that can be made has a text that can be read. */
static void
test_deepest (void)
{
  HrRule *rule = hr_rule_new_condition ("a", HR_RULE_IS_EMPTY, NULL, 0);

  for (guint i = 1; i < HR_RULE_MAX_DEPTH; i++)
    {
      HrRule *children[2] = { rule, rule };
      HrRule *group = hr_rule_new_group (i % 2 == 0 ? HR_RULE_ALL : HR_RULE_ANY, children,
                                         i < 12 ? 2 : 1);

      hr_rule_unref (rule);
      rule = group;
    }
  g_assert_cmpuint (hr_rule_get_depth (rule), ==, HR_RULE_MAX_DEPTH);
  {
    g_autofree char *text = hr_rule_to_text (rule);
    g_autoptr (HrRule) again = parse (text);

    g_assert_true (hr_rule_equal (rule, again));
  }
  hr_rule_unref (rule);
}

static void
test_tree (void)
{
  const HrRuleValue values[] = { { .kind = HR_RULE_TEXT, .text = "t" },
                                 { .kind = HR_RULE_NUMBER, .number = 1.5 },
                                 { .kind = HR_RULE_FLAG, .flag = 5 } };
  g_autoptr (HrRule) list = hr_rule_new_condition ("f", HR_RULE_IN, values, 3);
  g_autoptr (HrRule) empty = hr_rule_new_condition ("g", HR_RULE_IS_EMPTY, NULL, 0);
  HrRule *const children[] = { list, empty, list };
  g_autoptr (HrRule) group = hr_rule_new_group (HR_RULE_ANY, children, 3);
  g_autoptr (HrRule) everything = hr_rule_new_everything ();
  g_auto (GStrv) fields = hr_rule_list_fields (group);

  g_assert_cmpint (hr_rule_get_kind (group), ==, HR_RULE_ANY);
  g_assert_cmpuint (hr_rule_get_n_children (group), ==, 3);
  g_assert_cmpuint (hr_rule_get_n_values (group), ==, 0);
  g_assert_true (hr_rule_get_child (group, 1) == empty);
  g_assert_cmpuint (hr_rule_get_depth (group), ==, 2);
  g_assert_cmpstrv (fields, ((const char *const[]) { "f", "g", NULL }));

  g_assert_cmpstr (hr_rule_get_field (list), ==, "f");
  g_assert_cmpint (hr_rule_get_op (list), ==, HR_RULE_IN);
  g_assert_cmpuint (hr_rule_get_n_values (list), ==, 3);
  g_assert_cmpuint (hr_rule_get_n_children (list), ==, 0);
  g_assert_cmpstr (hr_rule_get_value (list, 0)->text, ==, "t");
  g_assert_cmpfloat (hr_rule_get_value (list, 1)->number, ==, 1.5);
  g_assert_cmpint (hr_rule_get_value (list, 2)->flag, ==, TRUE);

  g_assert_cmpint (hr_rule_get_kind (everything), ==, HR_RULE_ALL);
  g_assert_cmpuint (hr_rule_get_n_children (everything), ==, 0);
  g_assert_cmpuint (hr_rule_get_depth (everything), ==, 1);
}

static void
test_equal (void)
{
  static const char *const texts[] = {
    "a = 1",
    "a = 2",
    "a = \"1\"",
    "b = 1",
    "a != 1",
    "a = true",
    "a = false",
    "all()",
    "any()",
    "all(a = 1)",
    "not a = 1",
    "a in (1)",
    "a in (1,2)",
    "a in (2,1)",
    "a in ()",
    "a = 1 and b = 1",
    "b = 1 and a = 1",
    "a = 1 or b = 1",
    "a is-empty",
    "a = 1 and b = 1 and a = 1",
    "a = 1 and (b = 1 and a = 1)",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint k = 0; k < G_N_ELEMENTS (texts); k++)
      {
        g_autoptr (HrRule) a = parse (texts[i]);
        g_autoptr (HrRule) b = parse (texts[k]);

        g_assert_cmpint (hr_rule_equal (a, b), ==, i == k);
        g_assert_true (hr_rule_equal (a, a));
      }
}

static void
test_ops (void)
{
  HrRuleOp op;

  for (HrRuleOp i = HR_RULE_EQUAL; i <= HR_RULE_IS_EMPTY; i++)
    {
      g_assert_true (hr_rule_op_from_text (hr_rule_op_to_text (i), &op));
      g_assert_cmpint (op, ==, i);
    }
  g_assert_cmpstr (hr_rule_op_to_text (HR_RULE_STARTS_WITH), ==, "starts-with");
  g_assert_false (hr_rule_op_from_text ("==", &op));
  g_assert_false (hr_rule_op_from_text ("", &op));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/rule/parse", test_parse);
  g_test_add_func ("/core/rule/round-trip", test_round_trip);

  g_test_add_func ("/core/rule/errors", test_errors);
  g_test_add_func ("/core/rule/garbage", test_garbage);
  g_test_add_func ("/core/rule/depth", test_depth);
  g_test_add_func ("/core/rule/deepest", test_deepest);
  g_test_add_func ("/core/rule/tree", test_tree);
  g_test_add_func ("/core/rule/equal", test_equal);
  g_test_add_func ("/core/rule/ops", test_ops);

  return g_test_run ();
}
